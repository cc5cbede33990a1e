"""Names in hangul or kana as the articles write them in Latin letters: "Solvi (솔비)" tells who 솔비 is.

What articles give in brackets comes first; then names whose words are known in both scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bot.answers.asked.spotting import Spotter
from bot.answers.asked.tongues.eastern import language_of
from bot.answers.asked.tongues.loanwords import in_latin, written_so
from bot.answers.asked.tongues.romanized import romanized
from bot.answers.asked.tongues.words import Words
from bot.grammar.patterns import Pattern

_RUN = Pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,}")
_TWO_WORDS = Pattern("([\uac00-\ud7a3]{2,}) ([\uac00-\ud7a3]{2,})")
_LOCAL = Pattern("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]")
_BRACKET = Pattern("[(（]([^()（）]{1,60})[)）]")
_BEFORE = Pattern(r"((?:[A-Z][\w&.+-]{0,30} ){0,3}[A-Z][\w&.+-]{0,30})[\"”’]?\s?$")
_MOST = 12
"""Sentences looked into for each run of characters."""
_MOST_RUNS = 4
_LONGEST = 40
_LONGEST_SPOKEN = 12
_BESIDE = 4
"""Characters between a name and the bracket behind it."""


def with_given(message: str, spotter: Spotter) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The message with each such name as the articles write it in Latin letters, and which were put so."""
    words = language_of(message)
    if words is None:
        return message, ()
    put: list[tuple[str, str]] = []
    message = _TWO_WORDS.sub(lambda m: _joined(m, spotter), message)
    runs = list(islice(_RUN.finditer(message), _MOST_RUNS))
    for run in reversed(runs):
        if any(m.start <= run.start() and m.start < run.end() <= m.end for m in spotter.find(message)):
            continue
        for name, other in (*_beside(run[0][:_LONGEST], words, spotter), *_loaned(run[0][:_LONGEST], words, spotter)):
            at = message.find(name, run.start(), run.end())
            if at >= 0:
                end = _whole(message, at + len(name), run.end(), other)
                name, message = message[at:end], f"{message[:at]}{other}{message[end:]}"
                put.append((name, other))
                break
    return message, tuple(reversed(put))


def _joined(two: re.Match[str], spotter: Spotter) -> str:
    """Two words as one where together they are a name: 보스턴 다이내믹스."""
    latin = in_latin(two[1] + two[2])
    known = bool(latin) and any((m.start, m.end) == (0, len(latin)) for m in spotter.asked(latin))
    return two[1] + two[2] if known else two[0]


def _whole(message: str, end: int, last: int, name: str) -> int:
    """The end of a name that goes on with a word which it has in Latin letters, too: "솔비웍스" for Solvi Works."""
    for till in range(last, end, -1):
        tail = in_latin(message[end:till]).casefold()
        if tail and tail in name.casefold():
            return till
    return end


def _loaned(run: str, words: Words, spotter: Spotter) -> Iterator[tuple[str, str]]:
    """The beginning of a run that is a known name, its words written in another script."""
    for part, latin in (*written_so(run), *_as_spoken(run[:_LONGEST_SPOKEN])):
        if part in words.said or not _ends(words, run[len(part) :]):
            continue
        known = any((m.start, m.end) == (0, len(latin)) for m in spotter.asked(latin))
        if known or (" " in latin and spotter.written(latin)):
            yield part, latin


def _ends(words: Words, rest: str) -> bool:
    """Whether a name may end before the rest of a run: before an ending or a word, or where nothing is left."""
    known = (*words.particles, *words.said, *words.tails, *words.silent)
    return not rest or rest.startswith(known)


def _as_spoken(run: str) -> Iterator[tuple[str, str]]:
    """The beginnings of a run as they are read, with a last word that is written otherwise: 솔비로보틱스."""
    for end in range(len(run), 1, -1):
        for start in range(end, 1, -1):
            tail = in_latin(run[start:end]) if start < end else ""
            if start < end and not tail:
                continue
            for said in romanized(run[:start]):
                yield run[:end], f"{said.capitalize()} {tail}".strip()


def _beside(run: str, words: Words, spotter: Spotter) -> Iterator[tuple[str, str]]:
    """Parts of a run that articles have in brackets, the longest first, and the name before the bracket."""
    if not _LOCAL.search(run):
        return  # characters of Chinese in brackets are found where clauses are read
    met: dict[str, str] = {}
    for passage in spotter.facts.search(run, _MOST):
        for bracket in _BRACKET.finditer(passage.text):
            for name in _RUN.findall(bracket[1]):
                if name not in run or name in words.said or name in words.silent or name in met:
                    continue
                before = passage.text[: bracket.start()]
                known = [m for m in spotter.find(passage.text) if 0 <= bracket.start() - m.end <= _BESIDE]
                written = _BEFORE.search(before)
                other = known[-1].text if known else written[1] if written else ""
                if other and not re.search(r"[<>]", other):
                    met[name] = other
    for name in sorted(met, key=len, reverse=True):
        yield name, met[name]
