"""The rules and the learned reader together: what both found is judged, and what is likely right is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from bot.extraction.consolidate import agrees
from bot.extraction.kind import Draft
from bot.extraction.learned.candidates import Candidate, Gathering
from bot.extraction.learned.evidence import Evidence
from bot.extraction.learned.judge import Judge, default_judge
from bot.extraction.learned.readings import Look
from bot.extraction.learned.telling import apart, told
from bot.extraction.learned.wording import marks

if TYPE_CHECKING:
    from bot.extraction.text.context import Context

SURE_RULE: Final = 0.2
SURE_READING: Final = 0.38
"""How likely a fact must be to be told, if a rule found it and if only the reader did. Chosen on articles that neither
the rules nor the reader had seen."""
SURE_RULES: Final = {
    "acquisition": 0.15, "role": 0.25, "education": 0.25, "launch": 0.2, "metric": 0.28, "forecast": 0.3,
    "statement": 0.35, "deployment": 0.1,
}  # fmt: skip
SURE_READINGS: Final = {"deployment": 0.26}
"""The kinds for which it is another likelihood, chosen on articles of `t24` that neither reader nor judge knew: where
more or less would not be told better; for robots at work on 245 of `t25` (F1 0.53 → 0.62). Takeovers: units that go
by their owner's name ("the robotics business of ABB") the reader takes for the owner, so there a rule's choice also
stands against the reader's in its sentence."""
_FIGURES: Final = frozenset({"metric", "price", "forecast", "plan"})


def _told_already(candidate: Candidate, kept: list[Candidate]) -> bool:
    """Whether a likelier fact of the kind takes the same figure of the sentence."""
    return candidate.fact.kind in _FIGURES and any(
        candidate.rivals(other) and other.value == candidate.value for other in kept
    )


def needed(kind: str, by_rule: bool) -> float:
    """How likely a candidate of a kind must be that a rule found, or only the reader."""
    return SURE_RULES.get(kind, SURE_RULE) if by_rule else SURE_READINGS.get(kind, SURE_READING)


def _ruled(candidate: Candidate, every: list[Candidate]) -> bool:
    """Whether a rule found another takeover by the buyer in the sentence of one that only the reader sees."""
    fact = candidate.fact
    if fact.kind != "acquisition" or candidate.rules:
        return False
    return any(o.rules and candidate.rivals(o) and o.fact.slots["buyer"] == fact.slots["buyer"] for o in every)


SURE_KNOWN: Final = 0.07
"""How likely robots at work must be that a rule found between a maker and customers that are all known."""


def _all_known(candidate: Candidate, context: Context) -> bool:
    """Whether a rule tells robots at work of a known maker for known customers: nothing about them is guessed."""
    if candidate.fact.kind != "deployment" or not candidate.rules:
        return False
    known = {c.name for c in context.clusters if c.entity_id and c.kind == "org"}
    return any(
        rule.slots.get("maker") in known
        and (customers := set(rule.slots.get("customer", ())))  # type: ignore[arg-type]
        and customers <= known
        for rule in candidate.rules
    )


SURE_UNIT: Final = 0.03
"""How likely a takeover must be that a rule found of a unit which goes by its owner's name."""


def _of_unit(candidate: Candidate) -> bool:
    """Whether a rule tells that a part of a house was bought ("the robotics business of ABB"), which bears no name."""
    slots = candidate.fact.slots
    return (
        candidate.fact.kind == "acquisition"
        and any("seller" in rule.slots for rule in candidate.rules)
        and str(slots["target"]).startswith(f"{slots.get('seller')} ")
    )


_PRINTED: Final = 0.95
_BETWEEN: Final = 20
"""How sure a rule is of a post with its organisation printed beside the title, and letters that may stand between."""


def _is_printed(rule: Draft, context: Context) -> bool:
    """Whether the sentence of a post names its organisation, with the title right behind."""
    title, clusters = str(rule.slots.get("title", "")), context.clusters
    named = next((c.named for c in clusters if c.name == rule.slots["organization"]), [])
    ends = (m.end for m in named if rule.start <= m.start < rule.end)
    return rule.score >= _PRINTED and any(title in context.text[end : end + len(title) + _BETWEEN] for end in ends)


def _posted(candidate: Candidate, every: list[Candidate], context: Context) -> bool:
    """Whether the post that only the reader sees is one that a rule found with another organisation beside its title.

    "Nvidia, Microsoft and Amazon founder Jeff Bezos" tells of Amazon, whomever the article is about.
    """
    fact = candidate.fact
    if fact.kind != "role" or candidate.rules:
        return False
    return any(
        _is_printed(rule, context)
        and rule.slots["person"] == fact.slots["person"]
        and rule.slots["organization"] != fact.slots["organization"]
        and ("title" not in fact.slots or agrees(str(rule.slots.get("title", "")), str(fact.slots["title"])))
        for other in every
        if other.rules and candidate.rivals(other)
        for rule in other.rules
    )


def words_of(context: Context, candidates: list[Candidate]) -> list[frozenset[str]]:
    """The marks of every candidate in the sentence that it rests on."""
    return [marks(c.fact, context.sentence_at(c.fact.start)) for c in candidates]


def join(context: Context, rules: list[Draft], look: Look | None, judge: Judge | None = None) -> list[Draft]:
    """What an article tells: the rules' drafts alone without a look, else the candidates that are likely right."""
    if look is None:
        return rules
    gathering = Gathering(context, rules, look)
    candidates = gathering.candidates()
    if not candidates:
        return []
    evidence = Evidence(gathering)
    likely = (judge or default_judge()).likely(evidence.rows(candidates), words_of(context, candidates))
    kept: list[Candidate] = []
    for number in np.argsort(-likely, kind="stable"):
        candidate = candidates[number]
        least = needed(candidate.fact.kind, bool(candidate.rules))
        if _all_known(candidate, context):
            least = SURE_KNOWN
        if _of_unit(candidate):
            least = SURE_UNIT
        if (
            likely[number] < least
            or _ruled(candidate, candidates)
            or _posted(candidate, candidates, context)
            or _told_already(candidate, kept)
        ):
            continue
        kept.append(candidate)
    return apart([(told(candidate, evidence), candidate) for candidate in kept])
