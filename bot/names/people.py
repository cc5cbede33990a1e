"""Words that people are called by: given names and family names, as a hint what an unknown name may be."""

from __future__ import annotations

from functools import cache

from bot.names.entry import NamesError
from bot.names.folding import fold
from bot.names.registry import default_folder


@cache
def _words(name: str) -> frozenset[str]:
    file = default_folder() / name
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise NamesError(f"{file}: cannot be read ({error.strerror}); restore data/names") from error
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_given_name(word: str) -> bool:
    """Whether somebody may be called so by the first name ("Mercy", "Étienne"), whatever its capitals and accents."""
    return fold(word) in _words("given_names.txt")


def is_family_name(word: str) -> bool:
    """Whether somebody may be called so by the last name ("Kulkarni", "de Wolff" by "Wolff")."""
    return fold(word) in _words("family_names.txt")
