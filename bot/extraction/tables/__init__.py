"""Tables: read by the heads of their columns, as nobody says in sentences what they tell."""

from bot.extraction.tables.rows import told

__all__ = ["told"]
