"""Whether the sentence that a fact was read from bears it out for what is asked: of that person, that sum, that day."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.asked.question import Clause
from bot.answers.asked.spotting import Mention
from bot.answers.proof.asking import asks_before
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.said import BEFORE
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.people.aspects import KIN
from bot.answers.sentences.signs import HE_OR_HIS, YEAR
from bot.answers.view import ids_by_slot
from bot.grammar.date_words import MONTH_FULL
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.grammar.rounds import find_rounds
from bot.grammar.whole_words import is_whole
from bot.model.money import Money
from bot.model.rounds import round_key
from bot.store.read import Passage, StoredEvent
from bot.store.records import StoredStatement

_UNDISCLOSED = Pattern(
    r"\b(?:undisclosed|unknown|secret) (?:sum|amount|price|terms|figure)|\b(?:price|sum|terms|amount|"
    r"figure)\b[^.;,]{0,30}"
    r"\b(?:not|never|n[’']t)\b[^.;,]{0,20}\b(?:disclosed|revealed|named|told|published)\b",
    re.I,
)
_OTHER_ROUND = Pattern(
    r"\b(?:next|upcoming|new|coming|planned|further) (?:\w+ )?rounds?\b|\bthe talk\b|\bin talks\b", re.I
)
_THAN = Pattern(r"\b(?:compared (?:to|with)|up from|down from|against|than)\b", re.I)
_RELATIVE = Pattern(r",? (?:which|who|that) (?:had |has |have )?[^,;]{3,90}[,;]")
_APPOSED = Pattern(
    r", (?:an?|the) [^,;]{0,60}\b(?:founded|set up|started|established|created) by\b(?P<more>[^,;.]*)", re.I
)
_AND_THEN = Pattern(
    rf"\bfounded by\b(?![^.;]*\b(?:19|20)\d\d\b)[^.;]*\band (?:[a-z]+ed|worth)\b[^.;]*\b(?:{MONTH_FULL}|last)\b"
)
"""Founded by somebody, and on some day something else: "founded by Roe and valued at $1 billion in May"."""
_TO_BUY = Pattern(r"\b(?:to buy|buy|bought|purchase|purchased|outright|sale price|selling price|sell for|sold for)\b")
_RENTED = Pattern(
    r"\b(?:an?|per|each|every) (?:hour|day|week|month|year)\b|\b(?:month|week|hour|year|dai)ly\b|/(?:h|month|mo)\b|"
    r"\b(?:rent\w*|leas\w+|subscri\w+)\b",
    re.I,
)
_SOLD = Pattern(r"\b(?:buy|buys|bought|purchase\w*|sells?|sold|sale|outright|retail\w*|list price)\b", re.I)
_NET = Pattern(r"\b(?:net (?:profit|loss|income|result|earnings)|bottom line)\b", re.I)
_OPERATING = Pattern(r"\b(?:operating|ebit\w*) ?(?:profit|loss|income|result)?\b", re.I)
_ASKS_FOUNDED = Pattern(r"\b(?:found(?:ed|ing)?|set up|started|established|created|begin|began)\b")
_OF_MONEY = Pattern(r"\b(?:invest\w*|put in|sum|amount)\b")
_HANDS_OUT = Pattern(
    r"\b(?:has|have|had|did|does|do|will) (?:the )?<(\d+)> (?:\w+ )?(?:sold|sell|shipped|ship|deliver(?:ed)?|made|make|"
    r"built|build|produced?|manufactured?)\b"
)
_SOMEBODY_FIRST = Pattern(
    r"\W*[A-Z][\w’'-]+ [A-Z][\w’'-]+,? (?:an? (?:alumn\w+|graduate|doctor|professor)|who (?:studied|graduated|"
    r"holds|has|did)|"
    r"holds|studied|graduated|has an?|set up|founded|did (?:his|her))\b"
)
"""Somebody begins a sentence of whom it tells studies."""
_KIN_FIRST = Pattern(rf"\W*(?:his|her|their) (?:[\w-]+ )?{KIN}\b", re.I)
"""A relative begins a sentence."""
_CAME_FROM = Pattern(
    r"\b(?:before|former(?:ly)?|previous(?:ly)?|ex-|earlier|until|used to|from|years|spent|was|worked|veteran|"
    r"alumn\w+)\b|"
    r"[曾前]",
    re.I,
)
_OF_KIN = Pattern(rf"\b{KIN}\b")
_SOME_NAME = Pattern(
    r"(?<=[\w,’'] )(?!Mr|Ms|Mrs|Dr)[A-Z]|\b(?:university|college|school|startup|start-up|company|firm)\b"
)
_BEGINS = 30
"""Letters within which a name at the start of a sentence is what the sentence is about."""
_AT_PRESENT = Pattern(r"\b(?:now|today|nowadays|currently|at present|these days)\b")
_POINTS_BACK = Pattern(r"\W*(?:it|its|they|the (?:company|firm|start-?up|maker))\b", re.I)
_IN_ORDER = Pattern(
    r"\b(?P<place>first|second|third|fourth|fifth|last)(?: (?:financing|funding|production|assembly))? "
    r"(?P<what>round|plant|factory|fund|product|generation|store|shop|acquisition|office|site|customer|marriage|"
    r"company)\b",
    re.I,
)
_OF_SEVERAL = ("metric", "deployment", "price")
_FURTHER = 6
"""Sentences after a quote in which a figure of the same fact may stand."""


def borne_out(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a fact is what its sentences say, as far as it matters for what is asked."""
    return not (
        _of_another_person(discourse, clause, told)
        or _of_another_sum(clause, told)
        or _of_another_round(discourse, clause, told)
        or _of_another_day(clause, told)
        or _of_a_surname(told)
        or _otherwise_counted(clause, told)
        or _handed_out_by_another(discourse, clause, told)
        or _only_there(discourse, clause, told)
        or _of_another_house(discourse, clause, told)
        or _goes_on_about_another(discourse, clause, told)
        or _is_long_past(clause, told)
        or (bool(told.statements) and all(_of_another_in_order(clause.shape, s.quote) for s in told.statements))
    )


def bears_out(clause: Clause, text: str) -> bool:
    """The same of a sentence for itself."""
    if _of_another_in_order(clause.shape, text):
        return False
    thing = asked_thing(clause.shape)
    if thing is not None and thing.name == "price" and _is_to_rent(clause, [text]):
        return False
    if (
        clause.wants == "when"
        and _ASKS_FOUNDED.search(clause.shape)
        and (_is_of_beside(text) or _AND_THEN.search(text))
    ):
        return False
    money = clause.wants == "money" or thing is not None or bool(_OF_MONEY.search(clause.shape))
    if not (clause.narrow.round and money):
        return True
    asked = round_key(clause.narrow.round)
    if thing is not None and thing.name == "valuation" and tells_round(text, asked):
        return not _tells_another(text, asked, True)
    return not _is_aside(text, asked)


def _of_another_person(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether studies or a post are told in sentences that begin with somebody else and do not name whom is asked."""
    if told.kind not in ("education", "role"):
        return False
    people = ids_by_slot(told).get("person", frozenset())
    asked = frozenset[str]().union(*clause.groups())
    if not people & asked:
        return False
    of_kin = bool(_OF_KIN.search(clause.shape))
    return bool(told.statements) and all(_begins_otherwise(discourse, s.quote, people, of_kin) for s in told.statements)


def _begins_otherwise(discourse: Discourse, quote: str, people: Ids, of_kin: bool) -> bool:
    if not of_kin and _KIN_FIRST.match(quote):
        return True
    named = [m for m in discourse.spotter.find(quote) if discourse.has_person(m.ids)]
    if any(m.ids & people for m in named) or any(_spells(discourse, quote, one) for one in people):
        return False
    first = next(iter(named), None)
    if first is None and _SOMEBODY_FIRST.match(quote) and not HE_OR_HIS.search(quote):
        return True
    return first is not None and first.start < _BEGINS and _is_whole(quote, first) and not HE_OR_HIS.search(quote)


def _is_whole(quote: str, mention: Mention) -> bool:
    """Whether a name has a surname, be it one that is not known."""
    return " " in mention.text or re.match(r" [A-Z][a-z]", quote[mention.end : mention.end + 3]) is not None


def _spells(discourse: Discourse, quote: str, one: str) -> bool:
    """Whether a sentence writes any name of somebody."""
    return any(
        len(part) > 1 and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", quote, re.I)
        for part in re.split(r"[ -]", discourse.facts.name(one))
    )


def _of_another_sum(clause: Clause, told: StoredEvent) -> bool:
    """Whether what was paid is said not to be known before another sum is told in the same sentence."""
    if told.kind != "acquisition" or told.event.best("amount") is None or clause.wants != "money":
        return False
    return all(
        _is_undisclosed(s.quote, s.slots.get("target")) for s in told.statements if s.slots.get("amount") is not None
    )


def _is_undisclosed(quote: str, target: object) -> bool:
    start = quote.find(target) if isinstance(target, str) else 0
    untold = _UNDISCLOSED.search(quote[max(0, start) :])
    return untold is not None and not find_money(quote[max(0, start) : max(0, start) + untold.start()])


def _of_another_round(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a figure of a round is told in a sentence of another one."""
    thing = asked_thing(clause.shape)
    if not clause.narrow.round or told.kind not in ("funding", "metric"):
        return False
    asked = round_key(clause.narrow.round)
    valuation = thing is not None and thing.name == "valuation"
    if told.kind == "metric":
        if thing is None or thing.name not in ("valuation", "raised"):
            return False
        return not any(
            tells_round(s.quote, asked) and not _tells_another(s.quote, asked, True) for s in told.statements
        )
    for value in told.event.values:
        if value.rank == "preferred" and value.slot == ("valuation" if valuation else "amount"):
            quotes = [s.quote for s in told.supporting(value)]
            if quotes and valuation and isinstance(value.value, Money):
                quotes = [_with_sum(discourse, s, value.value) for s in told.supporting(value)]
            return bool(quotes) and all(_tells_another(quote, asked, valuation) for quote in quotes)
    return False


def _with_sum(discourse: Discourse, told: StoredStatement, value: Money) -> str:
    """The quote that a figure stands in, or else the sentence after it that has it."""
    if _has(told.quote, value):
        return told.quote
    own = _passage(discourse, told)
    after = discourse.near(own, 0, _FURTHER) if own is not None else []
    return next((p.text for p in after if _has(p.text, value)), told.quote)


def _has(text: str, value: Money) -> bool:
    return any(met.money.value == value.value for met in find_money(text))


def _tells_another(quote: str, asked: str, valuation: bool) -> bool:
    rounds = [(round_key(one.round).removesuffix("extension"), one.start) for one in find_rounds(quote)]
    if not any(key == asked for key, _ in rounds):
        return valuation and bool(_OTHER_ROUND.search(quote) or rounds)
    sums = [money.start for money in find_money(quote)]
    if _is_aside(quote, asked):
        return True
    than = _THAN.search(quote) if valuation else None
    told = all(at > than.start() for key, at in rounds if key == asked) if than is not None else False
    return told and than is not None and bool(sums) and sums[0] < than.start()


def tells_round(text: str, asked: str) -> bool:
    """Whether a text tells a round, by its key."""
    return any(round_key(one.round).removesuffix("extension") == asked for one in find_rounds(text))


def _is_aside(quote: str, asked: str) -> bool:
    """Whether a round is told only beside what a sum is told of: "A, who led the Series A, now put in $5 million"."""
    rounds = [(round_key(one.round).removesuffix("extension"), one.start) for one in find_rounds(quote)]
    sums = [money.start for money in find_money(quote)]
    aside = next(
        (m for m in _RELATIVE.finditer(quote) if any(key == asked and m.start() < at < m.end() for key, at in rounds)),
        None,
    )
    return (
        aside is not None
        and len({key for key, _ in rounds}) == 1
        and bool(sums)
        and not any(aside.start() < at < aside.end() for at in sums)
    )


def _of_another_day(clause: Clause, told: StoredEvent) -> bool:
    """Whether the day of a founding is that of a sentence that mentions the founder beside: "sued A, set up by B"."""
    if told.kind != "founding" or clause.wants != "when":
        return False
    dated = [s for s in told.statements if s.slots.get("date") is not None]
    return bool(dated) and all(_is_of_beside(s.quote) or _AND_THEN.search(s.quote) for s in dated)


def _is_of_beside(text: str) -> bool:
    """Whether a sentence mentions a founder beside, and without a year."""
    met = _APPOSED.search(text)
    return met is not None and not YEAR.search(text[met.start() : met.end()])


_FIRST_NAME = Pattern(r"(?<=[a-z] )[A-Z][a-z]+ ")


def _of_a_surname(told: StoredEvent) -> bool:
    """Whether a post is held at what is somebody's surname: "Roe's deputy"."""
    if told.kind != "role":
        return False
    houses = [(s.slots.get("organization"), s.quote) for s in told.statements]
    return bool(houses) and all(
        isinstance(house, str)
        and " " not in house
        and any(
            quote.startswith(house, first.end()) and is_whole(quote, first.end() + len(house))
            for first in _FIRST_NAME.finditer(quote)
        )
        for house, quote in houses
    )


def _otherwise_counted(clause: Clause, told: StoredEvent) -> bool:
    """Whether a price is one to rent where it is asked what it costs to buy, a loss an operating one for a net one."""
    quotes = [s.quote for s in told.statements]
    if told.kind == "price":
        return _is_to_rent(clause, quotes)
    if told.kind == "metric" and told.event.best("measure") == "profit":
        for asked, other in ((_NET, _OPERATING), (_OPERATING, _NET)):
            if asked.search(clause.shape) and not other.search(clause.shape):
                return all(other.search(quote) and not asked.search(quote) for quote in quotes)
    return False


def _is_to_rent(clause: Clause, texts: Iterable[str]) -> bool:
    """Whether it is asked what something costs to buy, and texts tell what it costs to rent."""
    if not _TO_BUY.search(clause.shape) or _RENTED.search(clause.shape):
        return False
    return all(_RENTED.search(text) and not _SOLD.search(text) for text in texts)


def _handed_out_by_another(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether it is asked how many somebody sold or built, and a fact tells of those that they use."""
    met = _HANDS_OUT.search(clause.shape) if clause.wants == "count" and told.kind == "deployment" else None
    if met is None or int(met[1]) >= len(clause.names):
        return False
    doer, slots = clause.names[int(met[1])].ids, ids_by_slot(told)
    makers = _with_kin(discourse, (*slots.get("maker", ()), *slots.get("product", ())))
    return bool(makers) and not doer & makers and bool(doer & slots.get("customer", frozenset()))


def _with_kin(discourse: Discourse, ids: Iterable[str]) -> Ids:
    every = frozenset(ids)
    return every.union(*(discourse.facts.kin(one) for one in every))


def _goes_on_about_another(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a figure stands in sentences that point back to another company than those asked about."""
    asked = frozenset[str]().union(*clause.groups())
    if told.kind not in _OF_SEVERAL or clause.wants not in ("count", "money", "thing"):
        return False
    return bool(told.statements) and all(
        _POINTS_BACK.match(s.quote)
        and (passage := _passage(discourse, s)) is not None
        and discourse.goes_on_about_another(passage, asked)
        for s in told.statements
    )


def _passage(discourse: Discourse, told: StoredStatement) -> Passage | None:
    """The sentence that the quote of a statement is."""
    return next((p for p in discourse.article(told.article) if p.ordinal and p.text[:_BEGINS] in told.quote), None)


def _is_long_past(clause: Clause, told: StoredEvent) -> bool:
    """Whether it is asked what is so now, and a figure is of a year that was over long before it was told."""
    if told.kind not in _OF_SEVERAL or told.date is None or not _AT_PRESENT.search(clause.shape):
        return False
    published = [s.citation.published[:4] for s in told.statements if s.citation.published]
    return bool(published) and all(told.date.end.year < int(year) - 1 for year in published)


def begins_with_another(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence of somebody's life begins with another whom it says it of."""
    people = frozenset(i for ids in clause.groups() for i in ids if discourse.kind(i) == "person")
    first = _SOMEBODY_FIRST.match(passage.text) or _KIN_FIRST.match(passage.text)
    if not people or first is None or _OF_KIN.search(clause.shape):
        return False
    return not any(_spells(discourse, passage.text, one) for one in people)


def tells_only_there(discourse: Discourse, clause: Clause, text: str) -> bool:
    """Whether it is asked where somebody was before one place of work, and a sentence tells of that place alone."""
    asked = frozenset(i for name in clause.names for i in name.ids if discourse.kind(i) == "org")
    if not asked or not asks_before(clause.shape):
        return False
    there = [m for m in discourse.spotter.find(text) if m.ids & asked]
    for mention in reversed(there):
        text = f"{text[: mention.start]}{text[mention.end :]}"
    parts = [part for part in re.split(r"[,;:] ", text) if _CAME_FROM.search(part)]
    return bool(there) and bool(parts) and not any(_SOME_NAME.search(part) for part in parts)


def _of_another_in_order(shape: str, text: str) -> bool:
    """Whether the second of some is told where the first is asked for."""
    asked = _IN_ORDER.search(shape)
    if asked is None:
        return False
    told = [met["place"].lower() for met in _IN_ORDER.finditer(text) if met["what"].lower() == asked["what"]]
    return bool(told) and asked["place"] not in told


def _only_there(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether it is asked where somebody was before, and a fact tells of nothing but where they came to."""
    if told.kind != "role" or not asks_before(clause.shape):
        return False
    named = frozenset[str]().union(*(name.ids for name in clause.names))
    slots = ids_by_slot(told)
    if slots.get("organization", frozenset()) - named or not slots.get("person", frozenset()) & named:
        return False
    for part in (part for s in told.statements for part in re.split(r"[,;:] ", s.quote)):
        elsewhere = any(discourse.kind(i) == "org" for m in discourse.spotter.find(part) for i in m.ids - named)
        if BEFORE.search(part) and elsewhere:
            return False
    return True


def _of_another_house(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a figure is that of another company than those asked about, which its sentence only names as well."""
    subject = told.event.best("subject") if told.kind == "metric" and clause.wants == "count" else None
    if not isinstance(subject, str) or discourse.kind(subject) != "org":
        return False
    asked = frozenset[str]().union(*clause.groups())
    houses = [one for one in asked if discourse.kind(one) == "org"]
    return bool(houses) and len(houses) == len(asked) and subject not in _with_kin(discourse, asked)
