"""Dates, sums and numbers as the readers of a language write them. Sentences stay English, quotes as they are."""

from bot.locales.current import forms, speaking
from bot.locales.english import English
from bot.locales.forms import Forms
from bot.locales.languages import DEFAULT, LANGUAGES, UnknownLanguage, language, nearest

__all__ = ["DEFAULT", "LANGUAGES", "English", "Forms", "UnknownLanguage", "forms", "language", "nearest", "speaking"]
