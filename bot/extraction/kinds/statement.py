"""Claims that a named speaker makes: direct quotations and reported speech with something in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.extraction.kind import Draft, Kind
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context, Mention, Predicate, Sentence
from bot.extraction.text.spoken import joined, quotations

_SAYING = {
    "say", "tell", "add", "explain", "argue", "believe", "think", "insist", "warn", "write", "claim", "note", "stress",
    "predict", "expect", "concede", "admit", "call", "point", "recall", "joke", "remark", "comment", "declare",
    "emphasize",
    "emphasise", "maintain", "reckon", "describe", "promise", "acknowledge", "complain", "ask", "caution", "observe",
    "put", "state", "indicate", "mention", "suggest",
}  # fmt: skip
_REPORTED = {
    "say", "tell", "add", "explain", "argue", "believe", "think", "insist", "warn", "claim", "stress",
    "predict", "state",
    "maintain", "reckon", "point", "caution", "promise", "acknowledge", "indicate", "mention", "admit", "note",
    "emphasize",
    "emphasise", "suggest",
}  # fmt: skip
_OF_HOUSES = {"state", "indicate", "believe", "expect", "stress", "argue", "warn", "claim", "emphasize", "emphasise"}
_LEAST_QUOTED = 12
"""Letters of a quotation that is more than a word set in marks."""
_LEAD = re.compile(
    r"\A(?:,| out| us| me| \w+ (?=that)| (?:analysts|reporters|staff|employees|investors|journalists)|"
    r" (?:on|in|at) (?:an? |the )?(?:\w+ )?(?:interview|statement|call|conference|letter|e-mail|post|\w+day))*"
    r"(?: that|:|,)?\s+",
    re.IGNORECASE,
)
_LEAST_WORDS = 5
_A_PHRASE = 8
"""Words at most of what is set in marks and says nothing of whoever uses them ("the “cold, grim, steely future”")."""


@dataclass(slots=True)
class _Claim:
    speaker: Cluster
    text: str
    first: Sentence
    last: Sentence
    quoted: bool


_BY = re.compile(r"(?:, | \()(?:co-?)?(?:founded|led|headed|run|owned|backed|created|started|set up) by [^;.]{0,160}\Z")
"""Before those who are only told of a house that speaks ("Foo, co-founded by Ann Lee and Ben Ray, said")."""


def _is_aside(sentence: Sentence, mention: Mention) -> bool:
    return mention.kind == "person" and _BY.search(sentence.between(sentence.start, mention.start)) is not None


def _speaker(sentence: Sentence) -> tuple[Cluster, Predicate] | None:
    """Who says something in a sentence: the person or house that is the subject of a verb of saying."""
    for predicate in sentence.predicates:
        if predicate.noun or predicate.lemma not in _SAYING or predicate.passive:
            continue
        for wanted in ("person", "org"):
            for arg in predicate.subjects:
                for mention in arg.mentions:
                    if mention.cluster.kind == wanted and not _is_aside(sentence, mention):
                        return mention.cluster, predicate
    match = re.search(r"[Aa]ccording to |[\"”],? (?:in the words of|as) ", sentence.text)
    if match:
        named = sentence.first_after(sentence.start + match.end(), "person", within=60)
        if named is not None:
            return named.cluster, Predicate("say", "", named.start, named.end, sentence.start, sentence.end)
    return None


def _is_scrap(quoted: str, sentence: Sentence, *, alone: bool) -> bool:
    """Whether a few words in the midst of a sentence are set in marks ("a maker of "embodied brains"")."""
    if not quoted[:1].islower() or (alone and _words(quoted) < _LEAST_WORDS):
        return False
    start = sentence.start + sentence.text.find(quoted)
    said = any(start <= p.start < start + len(quoted) for p in sentence.predicates if not p.noun)
    return _words(quoted) < _LEAST_WORDS or not (said or _words(quoted) > _A_PHRASE)


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _claims(ctx: Context) -> Iterator[_Claim]:
    last: _Claim | None = None
    for sentence in ctx.body or ctx.sentences:
        said = _speaker(sentence)
        quotes = [words for words in quotations(sentence.text) if len(words) >= _LEAST_QUOTED]
        quotes = [words for words in quotes if not _is_scrap(words, sentence, alone=len(quotes) == 1)]
        quoted = joined(quotes)
        if said is None:
            whole = bool(quotes) and len(quoted) > 0.7 * len(sentence.text)
            if whole and last is not None and last.last.index == sentence.index - 1 and last.quoted:
                last.text, last.last = joined((last.text, quoted)), sentence
            continue
        speaker, predicate = said
        if _words(quoted) >= _LEAST_WORDS:
            text = quoted
        elif predicate.lemma in (_REPORTED if speaker.kind == "person" else _OF_HOUSES) and not sentence.money:
            text = sentence.text[max(0, predicate.end - sentence.start) :]
            if any(
                speaker is m.cluster and m.start >= predicate.end for arg in predicate.subjects for m in arg.mentions
            ):
                text = sentence.text[: max(0, predicate.start - sentence.start)]  # "…, said Ann Lee"
            text = _LEAD.sub("", text, count=1).strip()
            if _words(text) < 8 or not re.search(
                r"\b(?:is|are|was|were|will|would|can|could|has|have|had|should|must|may|might|need|do|does)\b", text
            ):
                continue
        else:
            continue
        alike = last is not None and (last.last.paragraph == sentence.paragraph or last.quoted == bool(quotes))
        if last is not None and alike and last.speaker is speaker and last.last.index == sentence.index - 1:
            last.text, last.last = joined((last.text, text)), sentence
            continue
        if last is not None:
            yield last
        last = _Claim(speaker, text, sentence, sentence, bool(quotes))
    if last is not None:
        yield last


def extract(ctx: Context) -> Iterable[Draft]:
    """What the named speakers of an article say, the neighbouring sentences of one speaker in one."""
    for claim in _claims(ctx):
        text = claim.text.strip(' ,."“”')
        yield Draft("statement", {"speaker": claim.speaker.name, "text": text}, claim.first.start, claim.last.end, 0.6)


KIND = Kind(
    name="statement",
    identity=("speaker",),
    slots=("text", "date"),
    extract=extract,
    merge=("text",),
    examples=(
        (
            '"We sell fewer robots than we could, and that is on purpose," said Ingrid Berg of Nordhand Robotics.',
            {"speaker": "Ingrid Berg", "text": "We sell fewer robots than we could, and that is on purpose"},
        ),
        (
            "Paul Keller said that the industry would need ten years to learn how to fold a shirt.",
            {"speaker": "Paul Keller", "text": "the industry would need ten years to learn how to fold a shirt"},
        ),
        (
            '"The hand is the hard part and nobody wants to hear it," Maria Lopez told investors.',
            {"speaker": "Maria Lopez", "text": "The hand is the hard part and nobody wants to hear it"},
        ),
    ),
)
