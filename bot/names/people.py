"""Names of people: given and family names as a hint what an unknown name may be, and those who lead states."""

from __future__ import annotations

from functools import cache

from bot.names.entry import NamesError, default_folder
from bot.names.folding import fold


def lines_of(name: str) -> list[str]:
    """The lines of a list in the folder of names, without comments."""
    file = default_folder() / name
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise NamesError(f"{file}: cannot be read ({error.strerror}); restore data/names") from error
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in lines_of(name) for word in line.split())


def is_given_name(word: str) -> bool:
    """Whether somebody may be called so by the first name ("Mercy", "Étienne"), whatever its capitals and accents."""
    return fold(word) in _words("given_names.txt")


def is_family_name(word: str) -> bool:
    """Whether somebody may be called so by the last name ("Kulkarni", "de Wolff" by "Wolff")."""
    return fold(word) in _words("family_names.txt")


@cache
def _statespeople() -> frozenset[str]:
    return frozenset(fold(line) for line in lines_of("statespeople.txt"))


def is_statesperson(name: str) -> bool:
    """Whether a name is that of somebody who leads or led a state: "President" before it is no post in a company."""
    return fold(name) in _statespeople()
