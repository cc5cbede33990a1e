"""Every regular expression of the package, and strings made from its own repetitions to make it slow."""

from __future__ import annotations

import ast
import importlib
import operator
import pkgutil
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

import bot
from bot.grammar.patterns import Pattern

LENGTH = 10_000
_FEW = 16
"""A repetition with a lower limit than this makes nothing slow by itself."""

_LIKED = "a A1 .,-'\"&$\n一年x0;:/()[]<*_%@#é"
ENDS = ("\x00", "")
"""What no pattern takes, and nothing."""


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern and the first place in the package that uses it."""

    place: str
    pattern: re.Pattern[str]


def collect(without: tuple[str, ...] = ()) -> list[Found]:
    """What all modules compile or set up while they are imported, and what they write as a literal in a call of `re`.

    It must run before the package is imported: that is seen by standing in for `re._compile` and `Pattern`.
    """
    found: dict[tuple[str, int], Found] = {}
    real: Callable[..., re.Pattern[str]] = re._compile  # type: ignore[attr-defined]

    def note(made: re.Pattern[str], frame: FrameType) -> None:
        if frame.f_globals.get("__name__", "").startswith("bot.") and isinstance(made.pattern, str):
            place = f"{frame.f_globals['__name__']}:{frame.f_lineno}"
            found.setdefault((made.pattern, made.flags), Found(place, made))

    def compiled(pattern: Any, flags: int) -> re.Pattern[str]:
        made = real(pattern, flags)
        note(made, sys._getframe(2))
        return made

    def set_up(self: Pattern, pattern: str, flags: int = 0) -> None:
        note(real(pattern, flags), sys._getframe(1))
        begun(self, pattern, flags)

    begun = Pattern.__init__
    re._compile = compiled  # type: ignore[attr-defined]
    Pattern.__init__ = set_up  # type: ignore[method-assign]
    try:
        for module in pkgutil.walk_packages(bot.__path__, "bot."):
            if not module.name.startswith(without) and not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    finally:
        re._compile = real  # type: ignore[attr-defined]
        Pattern.__init__ = begun  # type: ignore[method-assign]
    for written in _written(Path(bot.__path__[0])):
        found.setdefault((written.pattern.pattern, written.pattern.flags), written)
    return list(found.values())


def _written(package: Path) -> Iterator[Found]:
    """`re.search("…", …)` and its like anywhere in the source, also where it is only run later."""
    for file in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            owner, first = node.func.value, node.args[0]
            named_re = isinstance(owner, ast.Name) and owner.id == "re" and node.func.attr != "escape"
            if not named_re or not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                continue
            flags = next((word.value for word in node.keywords if word.arg == "flags"), None)
            parts = [*node.args[1:], *([flags] if flags else [])]
            names = [p.attr for part in parts for p in ast.walk(part) if isinstance(p, ast.Attribute)]
            given = [flag for name in names if isinstance(flag := getattr(re, name, None), re.RegexFlag)]
            value = reduce(operator.or_, given, re.NOFLAG)
            yield Found(f"{file.relative_to(package.parent)}:{node.lineno}", re.compile(first.value, value))


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """What makes strings that repeat what the pattern repeats, after what it wants before, and then fail.

    Each is a lead, a unit to be repeated, and an end; `text` puts them together.
    """
    chance = random.Random(ascii(pattern.pattern))
    tree = parser.parse(pattern.pattern, pattern.flags)
    found: dict[tuple[str, str, str], None] = {}
    for before, body in _repeated(tree, []):
        for variant in range(3):
            lead = "".join(_matching(node, chance, variant) for node in before)[-100:]
            unit = "".join(_matching(node, chance, variant) for node in body)[:100]
            if unit:
                found |= dict.fromkeys((lead, one, end) for one in (unit, lead + unit) for end in ENDS)
                found[lead, unit + " ", ENDS[0]] = None
    return list(found)


def text(lead: str, unit: str, end: str, length: int = LENGTH) -> str:
    """A string of about `length` characters."""
    return lead + unit * (length // len(unit)) + end


def _repeated(nodes: Any, before: list[Any]) -> Iterator[tuple[list[Any], list[Any]]]:
    """Each repetition without a low limit: what stands before it, and what it repeats."""
    passed = list(before)
    for node in nodes:
        sort, value = str(node[0]), node[1]
        if sort in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            if value[1] >= _FEW:
                yield list(passed), list(value[2])
            yield from _repeated(value[2], passed)
        elif sort == "SUBPATTERN":
            yield from _repeated(value[3], passed)
        elif sort == "ATOMIC_GROUP":
            yield from _repeated(value, passed)
        elif sort == "BRANCH":
            for branch in value[1]:
                yield from _repeated(branch, passed)
        elif sort in {"ASSERT", "ASSERT_NOT"} and value[0] > 0:
            yield from _repeated(value[1], passed)
        passed.append(node)


def _matching(node: Any, chance: random.Random, variant: int) -> str:
    """A text that one node of a pattern takes, shorter or longer by `variant`."""
    sort, value = str(node[0]), node[1]
    if sort == "LITERAL":
        return chr(value)
    if sort in {"NOT_LITERAL", "ANY", "IN"}:
        return _member(node, chance, variant)
    if sort in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        low, high, body = value
        times = min(high, max(low, (1, 0, 2)[variant]))
        return "".join(_matching(part, chance, variant) for part in list(body) * times)
    if sort == "SUBPATTERN":
        return "".join(_matching(part, chance, variant) for part in value[3])
    if sort == "ATOMIC_GROUP":
        return "".join(_matching(part, chance, variant) for part in value)
    if sort == "BRANCH":
        branch = value[1][0] if variant == 0 else chance.choice(value[1])
        return "".join(_matching(part, chance, variant) for part in branch)
    return ""  # places, conditions and references take no text of their own here


_members: dict[str, str] = {}


def _member(node: Any, chance: random.Random, variant: int) -> str:
    key = repr(node)
    if key not in _members:
        one = re._compiler.compile(parser.SubPattern(parser.State(), [node]))  # type: ignore[attr-defined]
        liked = "".join(dict.fromkeys(char for char in _LIKED if one.fullmatch(char)))
        _members[key] = liked or next((chr(c) for c in range(0x3000) if one.fullmatch(chr(c))), "")
    members = _members[key]
    return members[0] if variant == 0 and members else chance.choice(members) if members else ""
