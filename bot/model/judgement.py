"""What an administrator decided about the facts, and the line of text that tells it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

Verdict = Literal["same", "different", "retract-statement", "retract-event", "correct"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

_PAIRS = frozenset({"same", "different"})
_WORD = re.compile(r"[^\s\"{]\S*")
_JSON = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Judgement:
    """`targets` are ids: two entities of `same` and `different`, else one event or statement.

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
            return f"{self.slot} of {self.words[0]} is {self.value}"
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
    parts = list(_parts(line))
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
        slot, value = rest[0], json.dumps(_number(rest[1]), ensure_ascii=False)
        rest = rest[2:]
    signed = dict(zip(rest[::2], rest[1::2], strict=False))
    if len(rest) % 2 or not set(signed) <= {"by", "at"} or not all(isinstance(v, str) for v in signed.values()):
        raise ValueError('ends in what is no judgement: only by "WHO" and at TIME may follow')
    judgement = Judgement(cast(Verdict, verdict), tuple(pairs[::2]), tuple(pairs[1::2]), slot, value)
    return Signed(judgement, str(signed.get("by", "")), str(signed.get("at", "")))


def _parts(line: str) -> Any:
    """Bare words, quoted texts and objects of a line."""
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
        elif line[at] in '"{':
            try:
                part, at = _JSON.raw_decode(line, at)
            except ValueError:
                raise ValueError(f"what begins at character {at + 1} has no end: close its quote or brace") from None
            yield part
        else:
            match = _WORD.match(line, at)
            assert match is not None
            at = match.end()
            yield match[0]


def _number(part: Any) -> Any:
    """A bare word of a value: a number or a truth where it is one."""
    try:
        return json.loads(part) if isinstance(part, str) and re.fullmatch(r"-?[\d.]+|true|false", part) else part
    except ValueError:
        return part


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
