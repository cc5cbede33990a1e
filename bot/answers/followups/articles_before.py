"""What the articles of the answer before say on: a follow-up is about their subject unless it names another."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.pointing import THAT
from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stem, stems
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.other_times import places
from bot.answers.found import Found
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import counts, must, of_the_kind
from bot.answers.sentences.particulars import is_particular
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import stands_in
from bot.store.read import Passage

_POINTS = Pattern(
    r"\b(?:the|that|this|its|their|his|her|such a|those|these) "
    r"(?:(?:new|whole|same|first|last|latest|big) )?(?P<thing>deal|round|takeover|purchase|acquisition|merger|sale|"
    r"transaction|plant|factory|site|contract|order|agreement|machine|robot|humanoid|model|product|device|system|"
    r"startup|company|firm|fund|project|programme|program|venture|money|cash|raise|listing|float|ipo|team|unit|"
    r"business|move|job|post|article|story)s?\b"
)
"""A thing that the answer before told of: the sentence that is looked for need not say it again."""
_HARDLY_SAID = stems("meant exactly precisely maybe overall altogether cash money capital dollars")
_MEASURED = stems("heavy light weigh weight tall high height fast speed old age aged long")
_ASKS_PAST = Pattern(r"\b(?:before|previous\w*|earlier|formerly|c[ao]me from|background|used to)\b")
_PAST = Pattern(
    r"\b(?:was|were|had been|former\w*|ex-|previous\w*|from|until|joined|worked|spent|served|ran|led|headed|veteran|"
    r"left|earlier|"
    r"once|promoted)\b",
    re.I,
)
_AT_WORK = stems("work works working employ employed employs staff people under report")
_STAFF_ASKED = Pattern(
    r"\bhow many (?:people|employees|staff|workers|persons) (?:work|are (?:employed|there|under)|report|does|do)\b"
)
_STAFF = Pattern(
    r"\d[\d,.]*\+? (?:[\w-]+ ){0,2}?(?:people|employees|staff|workers|persons|jobs|colleagues|strong)\b|"
    r"\b(?:employ\w*|headcount|staff|workforce|team)\b[^.]{0,30}\d|\d+名员工|员工\d+",
    re.I,
)
"""How many work somewhere is asked, and told."""
_WORTH = stems("worth cost costs price value valued")
_GOODS = stems("robots machines units humanoids products devices systems")
_COUNTS_A_PRODUCT = Pattern(r"(?<![\w.])\d[\d,]* (?:of (?:the|its) )?(?:[A-Z][a-z]+s|[A-Z][\w-]*\d\w*)\b")
_OF_SHARES = stems("share stake percentage proportion part fraction")
_OF_MONEY = Pattern(r"\b(?:worth|valuation|valued at|price|revenues?|turnover|salary|profit|loss|cost|market cap)\b")
_AMONG = Pattern(
    r"\b(?:among|one of) (?:them|those|these)\b|^(?:They|These|Those) (?:are|were|include)\b|^(?:Among|Including)\b"
)
_BY_NAME, _ABOUT, _NEAR = 0.9, 0.75, 0.6
"""How surely a sentence speaks of whom a follow-up is about: on its article's subject, or right beside its name."""
_CLOSE, _CLOSE_TO_MAIN = 2, 6
_SAYS_SOMETHING = 2
"""Words that a sentence has to hold where a yes or a no is asked for."""
_MOST = 2
_ARTICLES = 3


def points_back(clause: Clause) -> bool:
    """Whether a clause without a name asks of a thing that the answer before told of: "that contract"."""
    return not clause.names and not clause.unknown and bool(THAT.search(clause.shape))


def going_on(desk: Desk, clause: Clause) -> Found | None:
    """Sentences of the articles that answered before which hold what a clause without a name of its own asks."""
    before = desk.memory.answered()
    if before is None or clause.names or clause.unknown:
        return None
    needed = needed_of(clause)
    staff = bool(_STAFF_ASKED.search(clause.shape))
    of_that = points_back(clause) and _of_kind(clause).wants in ("money", "when", "where", "percent")
    if not needed and not staff and not of_that and not is_particular(clause.shape):
        return _past_of(desk, clause, before)
    if clause.wants == "yes" and len(needed) < _SAYS_SOMETHING:
        return None
    reading = next(iter(desk.resolver.readings(clause, desk.memory)), clause)
    told: list[tuple[float, int, int, Passage]] = []
    at = _places(desk, before)
    for n, article in enumerate(list(at)[:_ARTICLES]):
        for passage in desk.sentences.discourse.article(article):
            away = min(abs(passage.ordinal - place) for place in at[article])
            if passage.ordinal == 0 or not _holds(desk, passage, clause, needed):
                continue
            sure = _sure(desk, passage, clause, reading, before, away)
            if sure and (needed or staff or not of_that or away <= 1):
                told.append((-sure, n, away, passage))
    told.sort(key=lambda row: row[:3])
    passages = tuple(row[3] for row in told[:_MOST] if row[0] <= told[0][0] + 0.2)
    passages = tuple(p for told_there in passages for p in (told_there, *_named_after(desk, told_there)))
    if not passages:
        return None
    named = frozenset(reading.ids)
    asked = in_order(desk, passages[0], named)
    return Found(reading, (), tuple(desk.sentences.gone_on(passages, _MOST + 1)), asked, rule=FOLLOWS)


def _past_of(desk: Desk, clause: Clause, before: Focus) -> Found | None:
    """The sentences of the answer before, and those beside them, that tell what somebody was before."""
    if clause.pronoun != "person" or not _ASKS_PAST.search(clause.shape):
        return None
    reading = next(iter(desk.resolver.readings(clause, desk.memory)), clause)
    at = _places(desk, before)
    told = [
        passage
        for article in list(at)[:_ARTICLES]
        for passage in desk.sentences.discourse.article(article)
        if min(abs(passage.ordinal - place) for place in at[article]) <= _CLOSE and passage.ordinal > 0
        if _PAST.search(passage.text) and any(_is_called(desk, passage, ids, False) for ids in reading.groups())
    ]
    return Found(reading, (), tuple(told[:_MOST]), rule=FOLLOWS) if told else None


def _named_after(desk: Desk, passage: Passage) -> list[Passage]:
    """The sentence after one that names those whom it only counts or describes."""
    return [p for p in desk.sentences.discourse.near(passage, 0, 1) if _AMONG.search(p.text)]


def needed_of(clause: Clause) -> tuple[str, ...]:
    """The stems that a sentence has to hold: not those that point back, nor such as hardly say anything."""
    pointed = {stem(met["thing"]) for met in _POINTS.finditer(clause.shape)}
    pointed |= _MEASURED if is_particular(clause.shape) else frozenset()  # the figure itself tells it
    pointed |= _AT_WORK if _STAFF_ASKED.search(clause.shape) else frozenset()
    pointed |= _WORTH if THAT.search(clause.shape) else frozenset()  # a sum of "that contract" is what it is worth
    pointed |= _OF_SHARES if clause.wants == "percent" else frozenset()
    return tuple(word for word in clause.content if word not in pointed and word not in _HARDLY_SAID)


def in_order(desk: Desk, passage: Passage, but: Ids = frozenset()) -> tuple[str, ...]:
    """Whom a sentence names, as they stand in it."""
    named = sorted(desk.sentences.discourse.named(passage), key=lambda m: m.start)
    first = [i for mention in named for i in sorted(mention.ids)]
    return tuple(i for i in dict.fromkeys((*first, *passage.entities)) if i not in but and not i.startswith("place-"))


def _places(desk: Desk, before: Focus) -> dict[str, list[int]]:
    """Where in which articles the answer before stands."""
    found: dict[str, list[int]] = {}
    for place in places(desk, Found(before.clause, before.told, before.passages)):
        found.setdefault(place.article, []).append(place.ordinal)
    return found


def _holds(desk: Desk, passage: Passage, clause: Clause, needed: tuple[str, ...]) -> bool:
    """Whether a sentence says every word that is needed, and tells the kind of thing asked for."""
    if is_furniture(passage.text) or (_STAFF_ASKED.search(clause.shape) and not _STAFF.search(passage.text)):
        return False
    said = desk.sentences.discourse.stems(passage)
    if _COUNTS_A_PRODUCT.search(passage.text):
        said |= _GOODS  # "160 Sextants" are robots, machines and units
    if not all(same_meaning(word) & said for word in (*needed, *must(clause))):
        return False
    if not counts(passage.text, tuple(must(clause))):
        return False
    of_kind = _of_kind(clause)
    if of_the_kind(passage, of_kind, ()):
        return True
    # "… wipes out most holders. Acme was among them."
    after = desk.sentences.discourse.near(passage, 0, 1) if clause.wants == "who" else ()
    return any(_AMONG.search(p.text) and desk.sentences.discourse.ids(p) for p in after)


def _of_kind(clause: Clause) -> Clause:
    """The clause as it asks for a kind of thing: "how long" for no day, "what is it worth" for a sum."""
    if re.search(r"\bhow (?:long|old)\b", clause.shape):
        return replace(clause, wants="thing")
    return replace(clause, wants="money") if clause.wants == "thing" and _OF_MONEY.search(clause.shape) else clause


def _with_makers(desk: Desk, ids: Ids) -> Ids:
    """Products together with whose they are: an article on a company goes on about what it makes."""
    made = [one for one in ids if desk.facts.kind(one) == "product"]
    return ids.union(*(desk.facts.kin(one) for one in made))


def _is_called(desk: Desk, passage: Passage, ids: Ids, alone: bool = True) -> bool:
    """Whether a sentence calls a person by one part of the name, as articles do: "Ms. Roe"."""
    people = [one for one in ids if desk.facts.kind(one) == "person"]
    parts = {part for one in people for part in desk.facts.name(one).split() if len(part) > 1}
    others = {i for i in desk.sentences.discourse.ids(passage) - ids if desk.facts.kind(i) == "person"}
    if alone and any(not parts & set(desk.facts.name(i).split()) for i in others):
        return False
    return any(stands_in(passage.text, part) for part in parts)


def _sure(desk: Desk, passage: Passage, clause: Clause, reading: Clause, before: Focus, away: int) -> float:
    """How surely a sentence is about whom the follow-up is about; 0 where somebody else may be meant."""
    discourse = desk.sentences.discourse
    groups = tuple(_with_makers(desk, ids) for ids in reading.groups() or before.clause.groups())
    if any(_is_called(desk, passage, ids) for ids in reading.groups()):
        return _BY_NAME
    known = frozenset(before.answer).union(*groups, *before.clause.groups())
    opener = discourse.opener(passage) if away and discourse.goes_on(passage) else frozenset()
    if opener and not opener & known:
        return 0.0  # it goes on about the company that the sentence before begins with
    strangers = {i for i in discourse.ids(passage) - known if discourse.kind(i) in ("org", "person")}
    sure = desk.sentences.evidence.speaks_of(passage, groups) if groups else _NEAR if away <= _CLOSE else 0.0
    pointed = _POINTS.search(clause.shape)
    of_it = bool(pointed and re.search(rf"\b(?:the|this|that|its) (?:\w+ )?{pointed['thing']}", passage.text, re.I))
    if sure >= _ABOUT and (away <= _CLOSE_TO_MAIN or sure > _ABOUT or of_it):
        return sure
    return sure if sure >= _NEAR and away <= _CLOSE and not (strangers and away) else 0.0
