"""Facts that a language model proposes: asked for once an article, kept on disk, and each checked against the text."""

from __future__ import annotations

from bot.extraction.asked.asker import Asker

__all__ = ["Asker"]
