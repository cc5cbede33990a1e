"""Reads an article into statements: parse, names, discourse, then every kind of fact, checked and told once."""

from __future__ import annotations

from bot.extraction.run import extract

__all__ = ["extract"]
