"""Questions for everything: "what is …", "who is …", "tell me about …", "how do A and B differ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.answers import kinds as kinds_told
from bot.answers.asked.question import Clause
from bot.answers.cards import Card, card
from bot.answers.desk import Desk
from bot.answers.intents.time import kinds_named
from bot.answers.latest import latest
from bot.answers.query import Ids, Part, Query
from bot.answers.sentences.definitions import became_of, defining
from bot.answers.sentences.retrieval import ENDS
from bot.answers.sentences.signs import HE_OR_HIS
from bot.answers.sentences.surroundings import around, headings
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

_ABOUT = Pattern(
    r"^(?:so |and |then |please )?(?:(?:what|who) (?:is|are|was|were) (?:the |a |an )?<\d+>(?: "
    r"(?:initiative|model|robot|company|project|program|programme|platform|startup|humanoid))?"
    r"|(?:please )?tell (?:me|us) (?:something |more |all )?about (?:the )?<\d+>|what can (?:the "
    r")?<\d+>(?: robot)? do|what does (?:the )?<\d+> do|what (?:(?:do|did) (?:you|"
    r"we|people|they) (?:already )?know|(?:is|was) (?:already )?known) about "
    r"(?:the )?<\d+>"
    r"|<\d+>|(?:what became of|what happened to|where is) (?:the )?<\d+>(?: now|"
    r" today| after (?:leaving )?(?:the )?<\d+>)?|<\d+> ?是(?:谁|"
    r"什么|誰|什麼)|介绍一?下? ?<\d+>)(?: (?:in |for |during |by |as of |on )?<when>)?\s*[?.!]*$"
)
_KNOWN_FOR = Pattern(
    r"^(?:so |and |then )?what (?:is|are|was|were) (?:the )?<\d+>(?:'s)? (?:(?:best|most|mainly|mostly|so) ){0,2}"
    r"(?:known|famous|famed|noted|about)(?: for)?\W*$"
)
_CAN_DO = Pattern(
    r"^(?:so |and |then )?what (?:can|could|will|does) (?:the |an? )?<\d+>(?: robots?| humanoids?| model)? "
    r"(?:actually |really )?(?:be able to )?do(?: (?:exactly|for me|at home|now))?\W*$|"
    r"^what (?:is|are) (?:the )?<\d+> (?:capable of|able to do|used for|good for|"
    r"(?:made|designed|meant) (?:for|to do))\W*$|"
    r"^what are (?:the )?<\d+>(?:'s)? (?:capabilities|abilities|skills|features)\W*$"
)
_BECAME = Pattern(r"^(?:so |and |then )?what (?:ever )?(?:became of|happened (?:to|with)) (?:the )?<\d+>\W*$")
_DOES_WHAT = Pattern(r"^(?:so |and |then )?what does (?:the )?<\d+> (?:actually |even )?(?:do|make)\W*$")
_WHAT_IT_IS = Pattern(r"\bwhat (?:is|are|does)\b|什么|什麼")
_COMPARE = Pattern(r"\b(?:differ\w*|compare[ds]?|comparison|versus|vs|contrast)\b|区别|不同|对比")
_COMPARING = Pattern(
    r"\b(?:compare|comparison|versus|vs|who says what|what (?:do|does) (?:they|each|both) say|side by side|both)\b"
)
_PLAINLY = Pattern(
    r"\b(?:(?:can you )?(?:please )?compare|comparison (?:of|between)|versus|vs|with|to|against|how (?:do|does)|differ|"
    r"what (?:is|are) the differences?(?: between)?|contrast|what about|side by side)\b|区别|不同|对比"
)
_ONLY_NAMES = Pattern(r"^(?:<\d+>|<when>|and|or|in|for|on|by|[-—–:,&/?.!\s])+$")
_UNKNOWN = Pattern(
    r"^(?:so |and )?(?:(?:what|who) (?:is|are|was|were) (?:the |a |"
    r"an )?|(?:please )?tell (?:me|us) (?:more |all )?about (?:the )?|"
    r"what do (?:you|we) know about (?:the )?)?(?P<name>[\w][\w .+\-&]*?)\s{0,9}[?.!]*$",
    re.I,
)
_LONGEST_NAME = 4
_MOST_READ = 400
"""Facts of one name that a card chooses from, the newest."""
_SOURCES = Pattern(r"\b(?:reports?|sources?|articles?|accounts?)\b")
_SHORT = 3
"""Facts of a card below which the sentences beside them are told as well."""
_GOES_ON = Pattern(
    r"^(?:Its|It|The (?:company|firm|start-?up|maker|robot|model|team)|Boss|Founders?|Co-?founders?|Chief|CEO|They|"
    r"Their)\b|^(?:该|其|公司)"
)
_RUN = r"\b(?:co-?)?found(?:er|ers|ed)\b|\bchief executive\b|\bceo\b|\bset up by\b|\bled by\b|创始人|创立|创办"
_MADE = (
    r"\b(?:develop|buil|launch|unveil|releas|present|introduc|debut|creat|open[- ]?sourc)\w*|\bma(?:de|kes|ker)\b|"
    r"'s\b|’s\b|"
    r"发布|推出|研发"
)
_NEAR = 70
"""Characters between a name and a word that belongs to it."""
_STATED = Pattern(
    r"\b(?:prices?|costs?|revenues?|employees|valuations?|shipments?|shipped|units|orders|profits?|sales|headcount)\b"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the names; of one name its card as well."""

    events: tuple[StoredEvent, ...]
    passages: tuple[Passage, ...]
    card: Card | None = None


def overview(desk: Desk, clause: Clause) -> Seen | None:
    """What is known of the names of a clause, where that is what it asks; None where it asks something else."""
    groups = clause.groups()
    if not groups or _SOURCES.search(clause.shape):
        return None
    if _BECAME.match(clause.shape) and not any(one.startswith("person-") for one in groups[0]):
        became = became_of(desk.facts, desk.sentences.discourse, groups[0])
        if became:
            return Seen((), tuple(became))
    if (fresh := latest(desk, clause)) is not None:
        return Seen(tuple(fresh.events), tuple(headings(desk.sentences, fresh.events)), fresh)
    if len(clause.asked_about) > 1 and _ONLY_NAMES.match(_COMPARING.sub(" ", clause.shape)):
        return _side_by_side(desk, [clause.names[i].ids for i in clause.asked_about], clause)
    if _KNOWN_FOR.match(clause.shape) and not any(one.startswith("person-") for one in groups[0]):
        return Seen((), tuple(defining(desk.facts, desk.sentences.discourse, groups[0])))
    if _DOES_WHAT.match(clause.shape) and all(one.startswith("org-") for one in groups[0]):
        does = defining(desk.facts, desk.sentences.discourse, groups[0])
        if does:
            return Seen((), tuple(does))
    if _CAN_DO.match(clause.shape) and all(one.startswith("product-") for one in groups[0]):
        able = desk.things.abilities(groups[0])
        if able:
            return Seen((), tuple(able))
    if _ABOUT.match(clause.shape) or _KNOWN_FOR.match(clause.shape):
        return whole(desk, groups[0], clause)
    if _COMPARE.search(clause.shape) and len(groups) < 2 and not clause.lists and clause.unknown:
        return None  # one of those that are to be compared is not known
    asks_more = clause.wants in ("count", "money", "when", "where", "percent")
    if _COMPARE.search(clause.shape) and not (_STATED.search(clause.shape) or asks_more):
        members = [clause.names[i].ids for i in clause.asked_about]
        return _side_by_side(desk, members, clause)
    return None


def asks_about(clause: Clause) -> str:
    """The unknown name that a clause asks about ("who is Jane Roe", "jane roe"); empty where it asks otherwise."""
    match = _UNKNOWN.match(clause.text.strip())
    name = " ".join(match["name"].split()) if match else ""
    known = {word.casefold() for word in clause.unknown}
    words = name.casefold().split()
    return name if words and any(w in known for w in words) and len(words) <= _LONGEST_NAME else ""


def whole(desk: Desk, ids: Ids, clause: Clause) -> Seen | None:
    """The profile card of a name; sentences where few facts or none are told of it."""
    person = any(entity.kind == "person" for entity in desk.facts.entities_of(sorted(ids)))
    kinds = kinds_told.PERSONAL if person else kinds_told.told("profile", desk.facts)
    narrow = clause.narrow
    query = Query((), (Part((), ids),), spelled=clause.unknown, when=narrow.when, known=narrow.known, limit=_MOST_READ)
    told = desk.lookup.run(query)
    ranked = sorted((t for t in told if t.kind in kinds), key=lambda t: kinds.index(t.kind))[:6]
    if not ranked:
        told_of = desk.sentences.about(ids, clause.content, limit=3, surely=True)
        return Seen((), tuple(told_of)) if told_of and not clause.unknown else None
    made = card(desk, ids, told, ranked)
    passages = list(_for_gaps(desk, ids, clause, made))
    if len(made.events) < _SHORT:
        passages += [p for p in _beside_quotes(desk, ids, made) if p not in passages]
    if not person and all(one.startswith("product-") for one in ids):
        told_what = defining(desk.facts, desk.sentences.discourse, ids) or desk.things.describing(ids)
        passages += [p for p in told_what if p not in passages]
    elif not person and _WHAT_IT_IS.search(clause.shape):
        passages += [p for p in defining(desk.facts, desk.sentences.discourse, ids) if p not in passages]
    if not passages and len(made.events) < 3:
        passages = desk.sentences.about(ids, clause.content, limit=1)
    return Seen(tuple(made.events), tuple(passages), made)


def _beside_quotes(desk: Desk, ids: Ids, made: Card) -> list[Passage]:
    """Where little is known: what goes on about it, and whom "he" in a quote means."""
    quotes = [s.quote for event in made.events for s in event.statements]
    orgs = frozenset(i for i in ids if i.startswith("org-"))

    def goes_on(passage: Passage) -> bool:
        others = {i for i in passage.entities if i.startswith("org-")} - orgs
        return bool(_GOES_ON.search(passage.text)) and not others and bool(ENDS.search(passage.text))

    person = all(i.startswith("person-") for i in ids)  # what goes on about a company says nothing of who is there
    after = [] if person else around(desk.sentences, quotes, goes_on, 0, 2)
    pointing = [quote for quote in quotes if HE_OR_HIS.search(quote)]
    before = around(desk.sentences, pointing, lambda p: bool(p.entities and ENDS.search(p.text)), 1, 0)
    return [*before[:1], *after]


def _for_gaps(desk: Desk, ids: Ids, clause: Clause, made: Card) -> Iterator[Passage]:
    """Sentences for what a card should tell and no fact does: who founded or runs a company, who made a product."""
    cited = [c for line in made.lines for c in line.citations]
    entities = desk.facts.entities_of(sorted(ids))
    names = "|".join(re.escape(name) for one in entities for name in (one.name, *one.aliases) if len(name) > 1)
    told = {slot for event in made.events for slot in ids_by_slot(event)}
    kinds = {one.kind for one in entities}
    gaps = [_MADE] if "product" in kinds and "maker" not in told else []
    if "org" in kinds and not kinds & {"product", "person"} and not {"founders", "person"} & told:
        gaps.append(_RUN)
    for words in gaps if names else ():
        near = re.compile(rf"(?:{names}).{{0,{_NEAR}}}?(?:{words})|(?:{words}).{{0,{_NEAR}}}?(?:{names})", re.I)
        yield from desk.sentences.also(ids, near, clause, cited, limit=1)


def _cards(desk: Desk, members: list[Ids], clause: Clause) -> Seen | None:
    """The foremost facts of each name, one name after the other."""
    made = Card(desk.facts.name(clause.ids[0]))
    for ids in members:
        told = desk.lookup.run(Query((), (Part((), ids),), known=clause.narrow.known, limit=_MOST_READ))
        brief = card(desk, ids, told, (), brief=True)
        made.lines += [line for line in brief.lines if line not in made.lines]
        made.events += [event for event in brief.events if event not in made.events]
    return Seen(tuple(made.events), (), made) if made.events else None


def _side_by_side(desk: Desk, members: list[Ids], clause: Clause) -> Seen | None:
    if _ONLY_NAMES.match(_PLAINLY.sub(" ", clause.shape)) and clause.narrow.when is None:
        return _cards(desk, members, clause)
    events: list[StoredEvent] = []
    passages: list[Passage] = []
    each = max(2, 7 // len(members))
    named = kinds_named(clause.shape)
    every = named == kinds_told.NEWS
    kinds = kinds_told.told("profile", desk.facts) if every else named
    for ids in members:
        query = Query(kinds, (Part((), ids),), topic=clause.content, order="fit", when=clause.narrow.when, limit=each)
        # Who only counted or said something plays no part in the fact, but stands in its sentence.
        strict = 0.5 if clause.content and every and not _COMPARE.search(clause.shape) else 0.0
        beside = replace(query, parts=(), named=(ids,), strict=strict)
        told_of = desk.lookup.run(query) or desk.lookup.run(beside)
        events += [told for told in told_of if told not in events]
        passages += [p for p in desk.sentences.about(ids, clause.content, limit=1) if p not in passages]
    passages += [p for p in desk.sentences.together(members) if p not in passages]
    return Seen(tuple(events), tuple(passages)) if events else None
