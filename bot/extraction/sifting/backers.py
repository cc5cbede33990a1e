"""Who put money into a round: no owner beside what it owns, nobody of another round, and who led it as a lead."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.leads import leads
from bot.extraction.deals.parts import Span, cuts
from bot.extraction.deals.sums import role
from bot.extraction.kind import Draft
from bot.extraction.sifting.sides import kind_of
from bot.extraction.sifting.spans import sentences, sums, without, words
from bot.extraction.text.masking import segments_of
from bot.grammar.rounds import find_rounds
from bot.model.money import Money
from bot.model.statement import Investor
from bot.model.when import When

if TYPE_CHECKING:
    from bot.extraction.text.context import Context, Sentence

_OWNS = re.compile(r"(?:['’]s?|s['’])\s+(?:(?!(?:and|or|with|plus|arm|fund|unit)\b)[a-z-]+ ){0,3}")
_THROUGH = re.compile(r",? (?:acting |investing )?(?:through|via) (?:(?:its|their|the) (?:[\w-]+ ){0,4}(?:, )?)?")
_ITS_UNIT = re.compile(r" (?:[a-z-]+ ){0,3}(?:arm|unit|division|subsidiary|affiliate|branch|business),? ")
"""From an owner to the part of the house that puts money in ("Foo, through Foo Cloud", "its cloud unit, Foo Cloud")."""
_REACH: Final = 40
_PUT_INTO = re.compile(
    r"\b(?:(?:put|putting|pours?|poured) (?:money|cash|capital|funds) into|invest(?:s|ed|ing)? in|bankrolled|"
    r"stakes? in)\b(?P<list>[^.;:]{0,160})"
)
"""Before a list of companies that one house put money into, none of which backs another."""
_BACKED = re.compile(
    r"-(?:backed|owned|controlled|funded)\b|"
    r"(?:['’]s? (?:shares?|stock))? (?:opened|rose|fell|jumped|soared|gained|climbed|surged|dropped|slid|"
    r"(?:is|was|were|closed|ended) (?:up|down))\b"
    r"[^,;]{0,20}\d|"
    r"(?:(?:, | and | & |/)[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}){0,3}(?:['’]s?)? (?:[a-z-]+ ){0,2}(?:researchers?|"
    r"engineers?|scientists?|alumni|alumn\w+|veterans?|employees|executives?|"
    r"staff|staffers|graduates?|professors?)\b|"
    r" as (?:an?|its|the) (?:[a-z-]+ ){0,2}(?:client|customer|supplier|user)\b|"
    r"(?:(?:, | and |, and )[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}){0,4} among its (?:[a-z-]+ ){0,2}(?:clients|"
    r"customers|suppliers|"
    r"users)\b|"
    r"(?:['’]s?)? (?:(?:former|ex-|late) )?(?:co-?founders?|founders?|chairman|chief executive|CEO|boss|president)"
    r"(?: and [a-z-]+)* [A-Z]"
)
"""Behind a name that says whose a company or who a person is, not who put in this money."""
_BOSS_OF = re.compile(
    r"\b(?:founders?|chairman|chief executive|CEO|boss|president|head|partner|part|unit|arm|subsidiary|dean|"
    r"professors?|"
    r"researchers?|graduates?|institute|school|department|laborator(?:y|ies)|lab|faculty|college|shareholders?|"
    r"owners?) "
    r"(?:of|at) (?:the )?(?:[a-z]+ )?\Z|"
    r"\b(?:recruit\w*|hir(?:es?|ed|ing)|poach\w*|leadership|talents?|executives|engineers|researchers|departures?|"
    r"depart\w*|exits?|resign\w*) (?:[a-z]+ ){0,2}from (?:[A-Z][\w&.-]* |[A-Z][\w&.-]*, |and )*\Z|"
    r"\b(?:at|(?:customers|clients|users|suppliers),?(?: already)? (?:include[sd]?|including|such as|like|"
    r"are)) (?:the )?"
    r"(?:[A-Z][\w&.-]* |[A-Z][\w&.-]*, |and )*\Z|"
    r"\b(?:team|company|startup|start-up|firm|spin-?(?:out|off)|outfit|venture|"
    r"maker),? (?:which is )?led by (?:[a-z-]+ ){0,4}\Z|"
    r"\b(?:after|before|following|since) (?:the|its|an?) \Z|"
    r"\b(?:spun|spin)[ -]?(?:out|off) (?:of|from) (?:the |(?:[a-z]+ ){1,2}(?:at|of|from) )*\Z",
    re.IGNORECASE,
)
"""Before a name that says who a person is or where a company came from."""
_ASIDE = re.compile(r"\((?:an?|the|its|part|owned|managed|run)\b(?![^()]{0,60}\b(?:led|raised|round)\b)[^()]{1,110}\Z")
_FAR: Final = 120
"""A bracket that says whose another backer is ("Foo Fund (an arm of the battery maker Bar)")."""
_NO_NAME = re.compile(
    r"(?:the )?(?:capital|ventures?|bank|port|funds?|group|partners?|management|holdings?|equity|series|state|city|"
    r"pre-?[a-h]\+?|series [a-h]\+?|"
    r"lps?|strategic|undisclosed|angel|seed|(?:limited|general|equity) partnership|r ?& ?d|[a-h]\d{1,2}|"
    r"investors?|investments?|"
    r"(?:post|pre)-(?:money|value|investment))",
    re.IGNORECASE,
)
"""A piece of a name, or a word that stands before names of investors and sums, by itself."""
_BEHIND = re.compile(r",? (?:which is |that is |itself )?(?:backed|owned|controlled|run|managed) by [^,;.()]{0,80}\Z")
"""From a backer to who stands behind it ("Foo Fund, backed by the battery maker Bar")."""
_ITEM = re.compile(r"\s[·•]\s")
_OF_IT = re.compile(r" of (?:which|that|it|this)\b")
"""Behind a sum that is a part of the one before, so that who gives it backs that, too."""
_ON: Final = 4
"""Sentences behind the one that tells of a round that may say who led it."""


def backed_by(draft: Draft) -> tuple[Investor, ...]:
    """Those who put money into a round."""
    found = draft.slots.get("investors", ()) if draft.kind == "funding" else ()
    return tuple(item for item in found if isinstance(item, Investor))  # type: ignore[union-attr]


def backers(context: Context, draft: Draft) -> Draft:
    """Without the owners of other backers ("Alphabet's CapitalG") and what is no name of a house."""
    told = backed_by(draft)
    if not told:
        return draft
    places = {m.start: c.name for c in context.clusters for m in c.named if c.name in {b.name for b in told}}
    owners = {
        cluster.name
        for cluster in context.clusters
        for mention in cluster.named
        if mention.start in places
        and (owned := _OWNS.match(context.text, mention.end, mention.end + _REACH)) is not None
        and places.get(owned.end(), cluster.name) != cluster.name
    }
    owners |= (
        _behind(context, {b.name for b in told})
        | _put_into(context, draft)
        | _by_the_way(context, draft)
        | _through_units(context, draft, places)
    )
    left = tuple(
        b
        for b in told
        if b.name not in owners
        and not _is_round(b.name)
        and kind_of(context, b.name) != "place"
        and not _NO_NAME.fullmatch(b.name)
    )
    return draft if len(left) == len(told) else without(draft, investors=left)


def _behind(context: Context, told: set[str]) -> set[str]:
    """Who stands behind another backer, right behind whose name it is said."""
    backing = [(m, c.name) for c in context.clusters if c.name in told for m in c.named]
    ends = {m.end: name for m, name in backing}
    found = set()
    for mention, name in backing:
        by = _BEHIND.search(context.text, max(0, mention.start - _FAR), mention.start)
        if by is not None and ends.get(by.start(), name) != name:
            found.add(name)
    return found


def _is_round(name: str) -> bool:
    """Whether a name is that of a round ("Pre-A+")."""
    return any((m.start, m.end) == (0, len(name)) for m in find_rounds(name))


def _through_units(context: Context, draft: Draft, places: Mapping[int, str]) -> set[str]:
    """Owners whose unit, another backer by name, puts the money in; `places` tells where backers are named."""
    found = set()
    for cluster in context.clusters:
        for mention in cluster.mentions:
            if not draft.start <= mention.start < draft.end:
                continue
            way = _THROUGH.match(context.text, mention.end, mention.end + _FAR)
            if way is None and mention.anaphoric:
                way = _ITS_UNIT.match(context.text, mention.end, mention.end + _FAR)
            if way is not None and places.get(way.end(), cluster.name) != cluster.name:
                found.add(cluster.name)
    return found


def _put_into(context: Context, draft: Draft) -> set[str]:
    """Who stands with the company in a list of those that were invested in."""
    found: set[str] = set()
    for match in _PUT_INTO.finditer(context.text, draft.start, draft.end):
        start, end = match.span("list")
        listed = {c.name for c in context.clusters if any(start <= m.start < end for m in c.named)}
        found |= listed if draft.slots["company"] in listed else set()
    return found


def _by_the_way(context: Context, draft: Draft) -> set[str]:
    """Who is named in the sentence only in an adjective of the company ("Foo-backed Acme")."""
    found = set()
    for cluster in context.clusters:
        places = [(m.start, m.end) for m in cluster.named if draft.start <= m.start < draft.end]
        if places and all(is_beside(context.text, draft.start, start, end) for start, end in places):
            found.add(cluster.name)
    return found


def is_beside(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a name only says whose a company or who a person is; `begin` is where what tells it begins."""
    return bool(
        _BACKED.match(text, end)
        or _BOSS_OF.search(text, max(begin, start - _REACH), start)
        or _ASIDE.search(text, max(begin, start - _FAR), start)
    )


def of_item(context: Context, draft: Draft) -> Draft:
    """A round without sums and backers of another item, where several stand in a line ("A: $4M · B: $9M")."""
    points = [draft.start + match.start() for match in _ITEM.finditer(words(context, draft))]
    if draft.kind != "funding" or not points:
        return draft
    named = {c.name: {bisect(points, m.start) for m in c.named if draft.start <= m.start < draft.end}
             for c in context.clusters}  # fmt: skip
    home = named.get(str(draft.slots["company"]), set())
    if len(home) != 1:
        return draft
    others = {
        slot: None
        for slot in ("amount", "valuation")
        if isinstance(money := draft.slots.get(slot), Money)
        and (places := {bisect(points, m.start) for m, _ in sums(context, draft, money.value)})
        and not places & home
    }
    left = tuple(b for b in backed_by(draft) if not named.get(b.name) or named[b.name] & home)
    return without(draft, investors=left, **others)


def of_own_part(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each round of a sentence that tells of several with the backers and the date of its own part."""
    told: dict[int, list[tuple[Span, int]]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        if place := _place(context, draft):
            told[place[0].index].append((place[1], number))
    left = list(drafts)
    for index, rounds in told.items():
        spans = sorted({span for span, _ in rounds})
        if len(spans) > 1:
            sentence = context.sentences[index]
            for number, draft in _parted(sentence, spans, {n: span for span, n in rounds}, drafts):
                left[number] = draft
    return left


def _place(context: Context, draft: Draft) -> tuple[Sentence, Span] | None:
    """The sentence that tells the sum of a round, or else its name, and where."""
    amount, name = draft.slots.get("amount"), draft.slots.get("round")
    if draft.kind != "funding":
        return None
    if isinstance(amount, Money):
        for money, sentence in sums(context, draft, amount.value):
            for segment in segments_of(context, sentence):
                worth = money not in segment.money or role(segment, segment.money.index(money)) == "value"
                if not worth and not _OF_IT.match(context.text, money.end):
                    return sentence, (money.start, money.end)
        return None
    for sentence in sentences(context, draft):
        for mention in sentence.rounds:
            if mention.round == name:
                return sentence, (mention.start, mention.end)
    return None


def _parted(
    sentence: Sentence, spans: list[Span], rounds: dict[int, Span], drafts: Sequence[Draft]
) -> Iterator[tuple[int, Draft]]:
    """The rounds of a sentence with what their own parts say; what stands before the first sum is everybody's."""
    shift = sentence.start
    names = [m for m in sentence.mentions if not m.anaphoric]
    begins = cuts(
        sentence.text,
        [(a - shift, b - shift) for a, b in spans],
        [(m.start - shift, m.end - shift) for m in names],
    )
    begins = [begin + shift for begin in begins]
    part_of: dict[str, set[int]] = defaultdict(set)
    for mention in names:
        part = bisect(begins, mention.start) - 1
        part_of[mention.cluster.name].add(-1 if mention.start < spans[0][0] and part == 0 else part)
    pool: dict[str, dict[str, Investor]] = defaultdict(dict)
    for number in rounds:
        for backer in backed_by(drafts[number]):
            pool[str(drafts[number].slots["company"])].setdefault(backer.name, backer)
    for number, span in rounds.items():
        draft, own = drafts[number], spans.index(span)
        mine = backed_by(draft)
        kept = [b for b in mine if not part_of.get(b.name) or part_of[b.name] & {own, -1}]
        known = {b.name for b in kept} | {str(draft.slots["company"])}
        others = pool[str(draft.slots["company"])].items() if not kept else ()
        kept += [b for name, b in others if part_of[name] == {own} and name not in known]
        changed = without(draft, investors=tuple(kept)) if tuple(kept) != mine else draft
        elsewhere = {drafts[n].slots["company"] for n, place in rounds.items() if place != span}
        if changed.slots["company"] not in elsewhere and _round_of_others(sentence, changed, span, spans):
            changed = without(changed, round=None)
        yield number, _dated(sentence, changed, own, begins)


def _round_of_others(sentence: Sentence, draft: Draft, own: Span, spans: list[Span]) -> bool:
    """Whether the name of a round is only that by which another company's round is told in the sentence."""
    places = [(m.start, m.end) for m in sentence.rounds if m.round == draft.slots.get("round")]
    return bool(places) and own not in places and all(place in spans for place in places)


def _dated(sentence: Sentence, draft: Draft, own: int, begins: list[int]) -> Draft:
    """A round with the date of its own part, where it has that of another's."""
    when = draft.slots.get("date")
    if not isinstance(when, When):
        return draft
    dates = [(bisect(begins, d.start) - 1, d.when) for d in sentence.dates if d.when is not None]
    parts = {part for part, date in dates if date.overlaps(when)}
    if not parts or own in parts:
        return draft
    mine = [date for part, date in dates if part == own]
    return without(draft, date=mine[0]) if mine else draft


def led(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each backer marked that its own sentence or one of the next, before another round, says to lead."""
    homes = Counter(s.index for draft in drafts if draft.kind == "funding" for s in sentences(context, draft))
    return [_led(context, draft, homes) if draft.kind == "funding" else draft for draft in drafts]


def _led(context: Context, draft: Draft, homes: Mapping[int, int]) -> Draft:
    told = backed_by(draft)
    if not told or all(b.lead for b in told):
        return draft
    own = [s.index for s in sentences(context, draft)]
    behind = range(own[-1] + 1, own[-1] + 1 + _ON)
    reach = {*own, *takewhile(lambda index: not homes.get(index), behind)}
    names = {lead.name for lead in leads(context) if lead.sentence in reach}
    marked = tuple(replace(b, lead=b.lead or b.name in names) for b in told)
    return without(draft, investors=marked) if marked != told else draft
