"""A stretch of text with a token for every name, sum, round and date, so that one pattern fits all companies and sums.

"Acme raised $5m from Foo and Bar" reads "<n0> raised <m0> from <n1> and <n2>".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.extraction.text.context import Context, Mention, Sentence
from bot.grammar.date_words import MONTH_SHORT
from bot.grammar.dates import DateMention
from bot.grammar.money import MoneyMention
from bot.grammar.rounds import RoundMention

_BREAK = re.compile(r"(?:;|(?<=[a-zA-Z)\d\"”’]{2})[.!?][\"”]?|(?<=Series [A-H])\.|\[\d+\]) (?=\S)|\s*\n\s*|\s[·•]\s")
_MONTH = re.compile(rf"\b(?:{MONTH_SHORT})\Z")
"""A short month, whose stop ends nothing ("effective Dec. 31")."""
_FORM = re.compile(r"\b(?:Co|Corp|Inc|Ltd|Bros|Pte|Pty|Cos)\Z")
"""The legal form of a house, whose stop ends nothing where the sentence goes on ("led by Vantor Co. and")."""
_TOKEN = re.compile(r"<([nmrd])(\d+)>")


_Item = Mention | MoneyMention | RoundMention | DateMention


@dataclass(slots=True)
class Segment:
    """Part of a sentence between stops, `start` to `end` of the article; `text` is masked.

    The lists hold what the tokens stand for: <n0> is the first of `names`, <m1> the second of `money`. Places in `text`
    are not those of the article; `origin` leads from one to the other.
    """

    sentence: Sentence
    start: int
    end: int
    text: str = ""
    names: list[Mention] = field(default_factory=list)
    money: list[MoneyMention] = field(default_factory=list)
    rounds: list[RoundMention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    at: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where a token ("n0") stands in the masked text."""
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Places of the masked text with those of the article that they stand for, in order."""

    def named(self, number: str) -> Mention:
        """The name that a token stands for, by its number as a pattern takes it from the text ("3" of <n3>)."""
        return self.names[int(number)]

    def position(self, token: str) -> int:
        """Where a token ("n0") begins in the masked text; KeyError for one that it has not."""
        return self.at[token][0]

    def times(self) -> Iterator[tuple[DateMention, int, int]]:
        """The dates that name a time, in order, each with where its token begins and ends in the masked text."""
        for number, date in enumerate(self.dates):
            if date.when is not None:
                yield date, *self.at[f"d{number}"]

    def origin(self, position: int) -> int:
        """The place in the article that a place of the masked text stands for."""
        masked_at, there = max((mark for mark in self.marks if mark[0] <= position), default=(0, self.start))
        return there + position - masked_at


def _cuts(sentence: Sentence) -> list[tuple[int, int]]:
    """The stretches of a sentence between semicolons and stops that the splitter missed, brackets kept whole."""
    spans, begin = [], 0
    for match in _BREAK.finditer(sentence.text):
        before = sentence.text[begin : match.start()]
        if before.count("(") > before.count(")") or not before.strip() or _MONTH.search(before):
            continue
        if _FORM.search(before) and sentence.text[match.end() : match.end() + 1].islower():
            continue
        spans.append((begin, match.end()))
        begin = match.end()
    spans.append((begin, len(sentence.text)))
    return [(sentence.start + a, sentence.start + b) for a, b in spans]


def segments(sentence: Sentence) -> Iterator[Segment]:
    """The masked stretches of a sentence, in order."""
    for start, end in _cuts(sentence):
        yield masked(sentence, start, end)


def masked(sentence: Sentence, start: int, end: int) -> Segment:
    """One stretch of a sentence, masked; sums win over rounds, rounds over names, names over dates."""
    out = Segment(sentence, start, end)
    found: list[tuple[int, int, str, _Item]] = []
    layers: tuple[tuple[str, Sequence[_Item]], ...] = (
        ("m", sentence.money),
        ("r", sentence.rounds),
        ("n", sentence.mentions),
        ("d", sentence.dates),
    )
    for kind, items in layers:
        for item in sorted(items, key=lambda i: i.start - i.end):
            inside = start <= item.start and item.end <= end
            if inside and not any(item.start < b and a < item.end for a, b, _, _ in found):
                found.append((item.start, item.end, kind, item))
    text, position = "", start
    stores: dict[str, list[object]] = {"n": out.names, "m": out.money, "r": out.rounds, "d": out.dates}  # type: ignore[dict-item]
    for first, last, kind, item in sorted(found, key=lambda f: f[0]):
        text = _append(out, text, patterned(sentence, position, first), position)
        if text and text[-1].isalnum():
            text += " "  # "of Alibabafor example", the glue of careless pages
        written = sentence.text[first - sentence.start : last - sentence.start].lower()
        out.marks.append((len(text), first))
        text += f"<{kind}{len(stores[kind])}>" + ("'s" if kind == "n" and written in _OWNERS else "")
        stores[kind].append(item)
        position = last
    out.text = _append(out, text, patterned(sentence, position, end), position)
    out.at = {m[1] + m[2]: (m.start(), m.end()) for m in _TOKEN.finditer(out.text)}
    return out


def _append(segment: Segment, text: str, plain: str, origin: int) -> str:
    """The masked text with an unmasked stretch behind it, set apart from a token it was glued to."""
    if text.endswith(">") and plain[:1].islower():
        text += " "
    segment.marks.append((len(text), origin))
    return text + plain


_OWNERS = {"its", "his", "her", "their"}


def patterned(sentence: Sentence, start: int, end: int) -> str:
    """What stands between two places of the article as patterns read it: brackets that are no token's, one line."""
    text = sentence.text[start - sentence.start : end - sentence.start]
    return text.replace("<", "(").replace(">", ")").replace("’", "'").replace("\n", " ")


def merged(ctx: Context, start: int, end: int) -> Sentence | None:
    """The sentences of a stretch of the article read as one: a row of a table, a line of a list."""
    parts = [s for s in ctx.sentences if start <= s.start and s.end <= end]
    if not parts:
        return None
    first, last = parts[0].start, parts[-1].end
    whole = Sentence(parts[0].index, first, last, ctx.text[first:last], False, parts[0].paragraph)
    for part in parts:
        for name in ("mentions", "dates", "money", "numbers", "rounds", "predicates"):
            getattr(whole, name).extend(getattr(part, name))
    return whole


def all_segments(ctx: Context) -> Iterator[Segment]:
    """The masked stretches of an article, in order."""
    for sentence in ctx.sentences:
        yield from segments_of(ctx, sentence)


def segments_of(ctx: Context, sentence: Sentence) -> list[Segment]:
    """The masked stretches of a sentence of an article, masked once for all who ask."""
    return ctx.once(_by_sentence)[sentence.index]


def _by_sentence(ctx: Context) -> list[list[Segment]]:
    return [list(segments(sentence)) for sentence in ctx.sentences]
