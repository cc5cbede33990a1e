"""Dates and periods, English and Chinese: the face of this grammar."""

from bot.grammar.date_mentions import DateMention, find_dates
from bot.grammar.periods import format_when, parse_period

__all__ = ["DateMention", "find_dates", "format_when", "parse_period"]
