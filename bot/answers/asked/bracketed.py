"""Chinese names of a message that the articles give in brackets only: "Xinlong (鑫隆传动)" tells who 鑫隆传动 is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.answers.asked.chinese import IDEOGRAPH
from bot.answers.asked.glossary import english
from bot.answers.asked.spotting import Mention, Spotter
from bot.grammar.patterns import Pattern
from bot.names.chinese import readings, traditional

_RUN = Pattern("[\u3400-\u4dbf\u4e00-\u9fff]{2,}")
_BRACKET = Pattern("[(（]([^()（）]{1,60})[)）]")
_BEFORE = Pattern(
    r"((?:[A-Z][\w&.+-]*(?:['’]s)? ){0,3}[A-Z][\w&.+-]*)(?:[., ]*\b(?:Co|Ltd|Inc|Corp)\b)*"
    r"[., ]{0,3}(?:['’]s)?[\"”’]?\s*$"
)
_MOST = 12
"""Sentences looked into for each run of characters."""
_MOST_RUNS = 4
"""Runs of characters of a message that are looked for: a question has few."""
_LONGEST = 40
"""Characters of a run that may hold a name."""


def told_in_brackets(message: str, found: Sequence[Mention], spotter: Spotter) -> tuple[str, list[Mention]]:
    """A message and its names, with those that stand in brackets beside a name of an article.

    Where the article's name is known, it is one more mention; where only the article writes it, it takes the place of
    the Chinese one.
    """
    out = [m for m in found if not _RUN.fullmatch(m.text.translate(traditional())) or not _is_word(message, m)]
    simple = message.translate(traditional())
    if simple != message:  # each character stands for one, so that every place stays what it was
        told = spotter.asked(simple)
        out += [m for m in told if not any(m.start < known.end and known.start < m.end for known in out)]
    changes: list[tuple[int, int, str]] = []
    for run in islice(_RUN.finditer(simple), _MOST_RUNS):
        for name, beside, before in _beside(run[0][:_LONGEST], spotter):
            start = simple.find(name, run.start(), run.end())
            end = start + len(name)
            if start < 0 or any(s < end and start < e for s, e, _ in changes):
                continue
            over = [m for m in out if m.start < end and start < m.end]
            if any(m.end - m.start >= len(name) for m in over):
                continue
            out = [m for m in out if m not in over]
            if beside is not None:
                out.append(Mention(start, end, message[start:end], beside))
                changes.append((start, end, message[start:end]))
            elif before:
                changes.append((start, end, f" {before} "))
    return _put(message, sorted(out, key=lambda m: m.start), sorted(changes))


def with_apart(message: str, found: list[Mention], spotter: Spotter) -> list[Mention]:
    """The names of a message, with those that only show where the Chinese words around them are put in English."""
    more = [
        m
        for m in spotter.asked(message)
        if (_RUN.fullmatch(m.text) or m.text[:1].isupper())
        and _stands_alone(message, m)
        and not any(m.start < known.end and known.start < m.end for known in found)
    ]
    return sorted((*found, *more), key=lambda m: m.start)


def _stands_alone(message: str, mention: Mention) -> bool:
    """Whether no character of a longer word stands beside a name."""
    beside = message[max(0, mention.start - 1) : mention.start] + message[mention.end : mention.end + 1]
    return not IDEOGRAPH.search(beside)


def _is_word(message: str, mention: Mention) -> bool:
    """Whether a name is a word of the language here, or cuts one in two: "形机器人" in "人形机器人"."""
    text = message.translate(traditional())
    if text[mention.start : mention.end] in english():
        return True
    for size in range(mention.end - mention.start + 1, mention.end - mention.start + 3):
        for start in range(max(0, mention.end - size), mention.start + 1):
            if text[start : start + size] in english() and start + size >= mention.end:
                return True
    return False


def _beside(run: str, spotter: Spotter) -> Iterator[tuple[str, frozenset[str] | None, str]]:
    """Of a run of characters each part that articles have in brackets, the longest first; whom they name before it."""
    met: dict[str, tuple[frozenset[str] | None, str]] = {}
    for passage in spotter.facts.search(run, _MOST):
        text = passage.text.translate(traditional())
        for bracket in _BRACKET.finditer(text):
            for name in _RUN.findall(bracket[1]):
                if name in run and name not in english() and name not in met:
                    before = _BEFORE.search(passage.text[: bracket.start()])
                    named = [m for m in spotter.find(passage.text) if 0 <= bracket.start() - m.end <= 4]
                    ids = named[-1].ids if named else None
                    met[name] = (ids, _read_as(name, before[1]) if before else "")
    for name in sorted(met, key=len, reverse=True):
        yield name, *met[name]


def _read_as(name: str, latin: str) -> str:
    """Of the words before a bracket the one that the characters are read as; all of them where none is."""
    said = {"".join(one) for one in readings(name)} | {"".join(one) for one in readings(name[:2])}
    words = latin.removesuffix("'s").removesuffix("’s").split()
    return next((word for word in words if word.casefold() in said), " ".join(words))


def _put(message: str, found: list[Mention], changes: list[tuple[int, int, str]]) -> tuple[str, list[Mention]]:
    """The message with some of it written otherwise, and the names moved along."""
    text, at = "", 0
    moved: list[Mention] = []
    for start, end, new in changes:
        text += message[at:start] + new
        at = end
    text += message[at:]
    for m in found:
        by = sum(len(new) - (end - start) for start, end, new in changes if end <= m.start)
        moved.append(Mention(m.start + by, m.end + by, m.text, m.ids))
    return text, moved
