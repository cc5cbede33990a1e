"""Answers worded by a language model: it looks facts up, and what it writes is checked against them."""

from bot.answers.agent.wording import Wording

__all__ = ["Wording"]
