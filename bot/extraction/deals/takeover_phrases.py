"""Takeovers told without a verb of buying: paid for, ended up inside, lost to, somebody's since, a noun behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.deals.clauses import predicate_at
from bot.extraction.deals.financing import DESC, NAME
from bot.extraction.deals.takeover_sides import acting_before, mention_of, parties
from bot.extraction.deals.takeover_targets import Targets
from bot.extraction.deals.takeovers import Takeover
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

_PAID_SOMETHING = re.compile(
    rf"\b(?:pa(?:y|ys|id|ying) (?:an? )?(?:undisclosed|unknown|secret|unnamed) (?:sum|amount|price)|"
    rf"part(?:s|ed) with <m\d+>|(?:shell(?:s|ed)|fork(?:s|ed)) out <m\d+>) for (?={DESC}<n)"
)
_INSIDE = re.compile(
    rf"{NAME}(?: \([^()]*\))?,? (?:which )?(?:ha[sd] )?(?:ended up (?:inside|with|at)|landed (?:inside|with|"
    rf"at)|found a "
    rf"(?:buyer|new owner) in|became (?:a )?part of|(?:(?:will|to|agreed to|is to|"
    rf"set to) )+become (?:a )?part of|(?:is )?now (?:a )?part of) {DESC}<n(?P<b>\d+)>(?!'s? [a-z])"
)
_THEIRS_SINCE = re.compile(rf"{NAME}, (?:in )?<n(?P<b>\d+)>'s? (?:(?:property|own|hands) )?(?:since )?<d(?P<d>\d+)>")
_LOST_TO = re.compile(
    rf"\b(?:lost|los(?:es|ing)|saw) (?:(?:[^;.<]|<[dm]\d+>)*<n\d+>(?:[^;.<]|<[dm]\d+>)*(?:,|and) )*?{NAME} to {DESC}"
    r"<n(?P<b>\d+)>(?= (?:for <m|in <d)|,? <d)"
)
_AND_LOST = re.compile(rf"\blost [^;.]{{0,60}}(?:,|and) {NAME} to {DESC}<n(?P<b>\d+)>(?= (?:for <m|in <d))")
_BRINGS = re.compile(
    rf"\b(?:acquisition|takeover|purchase) of {DESC}{NAME}(?:, [^;.<]{{1,60}},| (?:in )?<d\d+>)? (?:brings|"
    rf"brought|gives|gave|adds to|added "
    rf"to|helps|helped|lets|allows|makes|took|takes) {DESC}<n(?P<b>\d+)>(?!'s? (?:stake|shares?))"
)
_UNIT_SINCE = re.compile(
    rf"{NAME},? (?:which (?:is|has been) |has been |is )?(?:an? |the )?(?:[a-z-]+ )?(?:unit|subsidiary|division|"
    rf"part|arm) of {DESC}"
    rf"<n(?P<b>\d+)> since <d(?P<d>\d+)>"
)
_NOUN_BEHIND = re.compile(
    rf"<n(?P<b>\d+)>(?:'s?|s') (?:<m\d+> |<d\d+> |(?:planned|proposed|recent|pending) )*{NAME} "
    r"(?:acquisition|takeover|purchase|buy-?out)\b"
)
_GERMAN_FIRM = re.compile(
    rf"\b(?:bought|buys?|acquir(?:es?|ed)|purchas(?:es?|ed)|took over|takes over|snapped up|swallowed) (?:an?|the) "
    rf"(?:(?!(?:of|in|from|at|by|for)\b)[\w<>'-]+ ){{0,5}}?(?:firm|company|startup|start-up|maker|business|"
    rf"builder|integrator|supplier|specialist|"
    rf"developer|rival|competitor)(?: in <n\d+>)?,? {NAME}"
)


def _pair(
    segment: Segment, targets: Targets, match: re.Match[str], target: Mention | None, buyer: Mention | None
) -> Iterator[Takeover]:
    thing = targets.thing(target)
    companies = (
        thing is not None
        and thing.cluster is not None
        and thing.cluster.kind in {"org", "unknown"}
        and buyer is not None
        and buyer.cluster.kind in {"org", "unknown"}
    )
    if companies and thing is not None and buyer is not None:
        since = match.groupdict().get("d")
        yield Takeover(buyer.cluster, thing, None, match.end(), since=int(since) if since else None)


def phrases(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Every takeover of a segment that is told by one of these phrases."""
    text = segment.text
    for match in _PAID_SOMETHING.finditer(text):
        predicate = predicate_at(segment.sentence, segment.origin(match.start()))
        paid_for = targets.told_at(segment, match.end())
        payer = (next(iter(parties(predicate.subjects)), None) if predicate else None) or acting_before(
            segment, match.start()
        )
        if paid_for is not None and payer is not None and paid_for.cluster is not None:
            mood = predicate.mood if predicate else "fact"
            yield Takeover(payer.cluster, paid_for, paid_for.seller, match.start(), mood)
    for pattern in (_INSIDE, _BRINGS, _UNIT_SINCE, _THEIRS_SINCE, _LOST_TO, _AND_LOST, _NOUN_BEHIND):
        for match in pattern.finditer(text):
            called = set(pattern.groupindex.values())
            others = [n for i, n in enumerate(match.groups(), 1) if n is not None and i not in called]
            target = mention_of(segment, others[0]) if others else None
            yield from _pair(segment, targets, match, target, mention_of(segment, match["b"]))
    for match in _GERMAN_FIRM.finditer(text):
        predicate = predicate_at(segment.sentence, segment.origin(match.start()))
        subjects = parties(predicate.subjects) if predicate and not predicate.passive else []
        buyer = subjects[0] if subjects else acting_before(segment, match.start())
        yield from _pair(segment, targets, match, mention_of(segment, match[1]), buyer)
