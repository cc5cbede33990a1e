"""What an administrator decided about the facts, and the line of text that tells it."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

Verdict = Literal["same", "different", "retract-statement", "retract-event", "retract-article", "correct"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

_PAIRS = frozenset({"same", "different"})
_WORD = re.compile(r"[^\s\"{]\S*")
_HALVES = re.compile(r"[\ud800-\udfff]")


def _finite(written: str) -> float:
    """A number that is one: no infinity, by its name or by a power of ten."""
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(f"{written[:30]} is no number")
    return number


_JSON = json.JSONDecoder(parse_float=_finite, parse_constant=_finite)


@dataclass(frozen=True, slots=True)
class Judgement:
    """`targets` are ids: two entities of `same` and `different`, else one event, statement or article.

    `words` say for people what each id stands for; the names of entities also find them where ids have changed.
    Of two that are `same`, the second goes by the first. `value` is JSON, as in the facts of the command line.
    """

    verdict: Verdict
    targets: tuple[str, ...]
    words: tuple[str, ...]
    slot: str = ""
    value: str = ""

    def line(self) -> str:
        """One line that `parse` reads back: `same org-quillon "Quillon" org-quillon-labs "Quillon Labs"`."""
        parts: list[str] = [self.verdict]
        for target, words in zip(self.targets, self.words, strict=True):
            parts += [target, _quoted(words)]
        if self.slot:
            parts += [self.slot, self.value]
        return " ".join(parts)

    def told(self) -> str:
        """The judgement as a person reads it."""
        if self.verdict == "same":
            return f"{self.words[1]} is {self.words[0]}"
        if self.verdict == "different":
            return f"{self.words[0]} is not {self.words[1]}"
        if self.verdict == "correct":
            return f"{self.slot} is {_shown(json.loads(self.value))}: {self.words[0]}"
        return f"retracted: {self.words[0]}"


@dataclass(frozen=True, slots=True)
class Signed:
    """A judgement with who gave it and when (ISO, UTC); empty where that is not told."""

    judgement: Judgement
    who: str = ""
    at: str = ""

    def line(self) -> str:
        by = f" by {_quoted(self.who)}" if self.who else ""
        return f"{self.judgement.line()}{by}{f' at {self.at}' if self.at else ''}"


def parse(line: str) -> Signed:
    """The judgement of a line; ValueError, one line, for one that is none."""
    parts, raw = _parts(line)
    verdict = parts.pop(0) if parts else ""
    if verdict not in VERDICTS:
        raise ValueError(f"begins with {str(verdict)[:30]!r}: a judgement begins with {', '.join(VERDICTS)}")
    wanted = 2 if verdict in _PAIRS else 1
    pairs, rest = parts[: 2 * wanted], parts[2 * wanted :]
    if len(pairs) < 2 * wanted or not all(isinstance(part, str) and part for part in pairs):
        form = 'ID "NAME" ID "NAME"' if wanted == 2 else 'ID "WORDS"'
        raise ValueError(f"{verdict} needs {form} after it")
    slot = value = ""
    if verdict == "correct":
        if len(rest) < 2 or not isinstance(rest[0], str):
            raise ValueError("correct needs a slot and its value, such as amount {…}, at its end")
        slot, value = rest[0], _value(raw[4])
        rest = rest[2:]
    signed = dict(zip(rest[::2], rest[1::2], strict=False))
    if len(rest) % 2 or not set(signed) <= {"by", "at"} or not all(isinstance(v, str) for v in signed.values()):
        raise ValueError('ends in what is no judgement: only by "WHO" and at TIME may follow')
    judgement = Judgement(cast(Verdict, verdict), tuple(pairs[::2]), tuple(pairs[1::2]), slot, value)
    return Signed(judgement, str(signed.get("by", "")), str(signed.get("at", "")))


def _parts(line: str) -> tuple[list[Any], list[str]]:
    """Bare words, quoted texts and objects of a line, and each as it is written."""
    parts: list[Any] = []
    raw: list[str] = []
    at = 0
    while at < len(line):
        start = at
        if line[at].isspace():
            at += 1
            continue
        if line[at] in '"{':
            try:
                part, at = _JSON.raw_decode(line, at)
            except (ValueError, RecursionError):
                raise ValueError(f"what begins at character {at + 1} has no end or no value: see its quotes") from None
        else:
            match = _WORD.match(line, at)
            assert match is not None
            part, at = match[0], match.end()
        if _HALVES.search(json.dumps(part, ensure_ascii=False)):
            raise ValueError(f"what begins at character {start + 1} holds half a character: write it whole")
        parts.append(part)
        raw.append(line[start:at])
    return parts, raw


def _value(written: str) -> str:
    """A value in its one form."""
    try:
        return json.dumps(_JSON.decode(written), ensure_ascii=False)
    except (ValueError, RecursionError):
        raise ValueError(f"{written[:30]} is no value: write texts and dates in quotes") from None


def _shown(value: Any) -> str:
    """A value as a person reads it."""
    if not isinstance(value, dict):
        return str(value)
    figures = [f"{value[key]:,}" for key in ("value", "high") if isinstance(value.get(key), int | float)]
    return f"{' to '.join(figures)} {value.get('currency', '')}".strip()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
