"""In which language's forms the answer at hand is written. Phrases are many layers below whoever knows that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from bot.locales.english import English
from bot.locales.forms import Forms
from bot.locales.languages import DEFAULT, LANGUAGES

_ENGLISH = English()
_FORMS: ContextVar[Forms] = ContextVar("forms")


def forms() -> Forms:
    """Those of the answer that is being made; English where nobody chose."""
    return _FORMS.get(_ENGLISH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Answers made inside are written in the forms of a language of `LANGUAGES`; each thread and task has its own."""
    before = _FORMS.set(_forms_of(language))
    try:
        yield
    finally:
        _FORMS.reset(before)


@cache
def _forms_of(language: str) -> Forms:
    if language == DEFAULT:
        return _ENGLISH
    # Only who chose another language pays for loading it.
    from bot.locales.cldr import Cldr

    return Cldr(LANGUAGES[language][1])
