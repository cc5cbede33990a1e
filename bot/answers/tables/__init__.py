"""Events as tables: one row an event with what it rests on, as CSV, JSON, Markdown or Parquet."""

from bot.answers.tables.columns import COLUMNS, Column
from bot.answers.tables.rows import Row, as_known, row
from bot.answers.tables.written import as_csv, as_json, as_markdown

__all__ = ["COLUMNS", "Column", "Row", "as_csv", "as_json", "as_known", "as_markdown", "row"]
