"""Whether a figure that a fact or a sentence tells is the one asked for: of that round, year, house and kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answers.asked.question import Clause
from bot.answers.asked.spotting import Mention
from bot.answers.asked.words import spelled
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.said import NUMBER
from bot.answers.query import Ids
from bot.answers.sentences.deals.contributions import contributor
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.signs import YEAR_ALONE, only_of_another_quarter
from bot.answers.whereabouts import is_place
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.grammar.rounds import find_rounds
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
_TO_BUY = Pattern(r"\b(?:to buy|buy|bought|purchase|purchased|outright|sale price|selling price|sell for|sold for)\b")
_RENTED = Pattern(
    r"\b(?:an?|per|each|every) (?:hour|day|week|month|year)\b|\b(?:month|week|hour|year|dai)ly\b|/(?:h|month|mo)\b|"
    r"\b(?:rent\w*|leas\w+|subscri\w+)\b",
    re.I,
)
_SOLD = Pattern(r"\b(?:buy|buys|bought|purchase\w*|sells?|sold|sale|outright|retail\w*|list price)\b", re.I)
_NET = Pattern(r"\b(?:net (?:profit|loss|income|result|earnings)|bottom line)\b", re.I)
_OPERATING = Pattern(r"\b(?:operating|ebit\w*) ?(?:profit|loss|income|result)?\b", re.I)
_OF_MONEY = Pattern(r"\b(?:invest\w*|put in|sum|amount)\b")
_AT_PRESENT = Pattern(r"\b(?:now|today|nowadays|currently|at present|these days)\b")
_WHERE = Pattern(r"(?:'s|’s)?,? (?:where|whose)\b")
_PIECES = Pattern(r"[;:,] | [–—] |\b(?:while|whereas|but)\b ")
_MADE = Pattern(
    r"\b(?:has|have|had|did) (?:the )?<\d+> (?:\w+ )?(?:sold|sell|shipp?(?:ed)?|deliver(?:ed)?|made|make|built|build|"
    r"produced?)\b"
)
"""It is asked what somebody made or sold."""
_NAMED_BY_NUMBER = Pattern(r"\d[\d.,]* (?:of (?:its |the )?)?[A-Z][\w-]*s\b")
"""A number of what has a name: "4,000 Rovers"."""
_BOTH = 2
_OF_SEVERAL = ("metric", "deployment", "price")
_OPENS = 30
"""Letters of a sentence by which the quote of it is known."""
_FURTHER = 6
"""Sentences after a quote in which a figure of the same fact may stand."""
_OF_COMING_YEAR = Pattern(r"\b(?:of|for|in) (?:the )?(?:next|coming) year\b|明年", re.I)
_OF_NEXT_YEARS = Pattern(r"\b(?:next|coming|within|from now|will|in \w+ years)\b|明年", re.I)
_OF_LAST_YEAR = Pattern(
    r"\b(?:last (?:year|season|autumn|summer|spring|winter|fiscal|quarter|\w+ber|january|february|march|april|may|june|"
    r"july|august)|(?:past|previous|full|fiscal|financial) year|annual\w*|for the year|(?:12|twelve) months|"
    r"the year before|prior year|year ended)\b|去年",
    re.I,
)
_FIGURES = ("money", "count", "percent")


def of_another_figure(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a fact holds another figure than the one asked for."""
    return (
        _of_another_sum(clause, told)
        or _of_another_round(discourse, clause, told)
        or _otherwise_counted(clause, told)
        or _of_another_house(discourse, clause, told)
        or _of_another_maker(discourse, clause, told)
        or _is_long_past(clause, told)
        or _told_of_others_too(discourse, clause, told)
        or _where_they_were(discourse, clause, told)
        or _of_another_product(discourse, clause, told)
        or (bool(told.statements) and all(counts_for_another(discourse, clause, s.quote) for s in told.statements))
    )


def tells_figure(clause: Clause, text: str) -> bool:
    """Whether a figure in a sentence may be that of the round asked about, and a price one to buy at."""
    thing = asked_thing(clause.shape)
    if thing is not None and thing.name == "price" and _is_to_rent(clause, [text]):
        return False
    money = clause.wants == "money" or thing is not None or bool(_OF_MONEY.search(clause.shape))
    if not (clause.narrow.round and money):
        return True
    asked = round_key(clause.narrow.round)
    if thing is not None and thing.name == "valuation" and tells_round(text, asked):
        return not _tells_another(text, asked, True)
    return not _is_aside(text, asked)


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


def _told_of_others_too(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether it is asked what somebody put into a round, and no sentence with its sum names them as who did."""
    asked = contributor(clause) if told.kind == "funding" else frozenset()
    quotes = [s.quote for s in told.statements if find_money(s.quote)] if asked else []
    return bool(quotes) and not any(m.ids & asked for q in quotes for m in discourse.spotter.find(q))


def _where_they_were(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a number is that of a house where somebody was: "she comes from Acme, where she led 400 employees"."""
    if told.kind != "metric" or clause.wants != "count" or not told.statements:
        return False
    theirs = with_kin(discourse, frozenset[str]().union(*clause.groups()))
    return all(
        any(_WHERE.match(s.quote, m.end) and not m.ids & theirs for m in discourse.spotter.find(s.quote))
        for s in told.statements
    )


def _of_another_product(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a number or a price is that of another product than the one that is named."""
    product = told.event.best("product") if told.kind in ("deployment", "price") else None
    if not isinstance(product, str) or discourse.kind(product) != "product" or clause.wants not in _FIGURES:
        return False
    asked = [ids for ids in clause.groups() if all(discourse.kind(i) == "product" for i in ids)]
    return bool(asked) and not any(product in with_kin(discourse, ids) for ids in asked)


def counts_for_another(discourse: Discourse, clause: Clause, text: str) -> bool:
    """Whether it is asked how many one of two has of the other's, and each number stands with somebody else's name, or
    with another product's."""
    if clause.wants != "count" or len(clause.groups()) + len(clause.unknown) < _BOTH or " | " in text:
        return False
    asked = with_kin(discourse, frozenset[str]().union(*clause.groups()))
    products = frozenset(i for ids in clause.groups() for i in ids if discourse.kind(i) == "product")
    named = [m for m in discourse.spotter.find(text) if not is_place(m.ids)]
    ends = [m.start() for m in _PIECES.finditer(text)]
    theirs = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        if NUMBER.search(text[start:end]):
            here = [m for m in named if start <= m.start < end]
            other = _are_others(discourse, here, asked, "org")
            other = other or (bool(products) and _are_others(discourse, here, products, "product"))
            other = other or (bool(clause.unknown) and bool(_NAMED_BY_NUMBER.search(text[start:end])))
            theirs.append(other and not _spells_any(clause, text[start:end]))
    return bool(theirs) and all(theirs)


def _are_others(discourse: Discourse, named: Sequence[Mention], asked: Ids, kind: str) -> bool:
    """Whether of some names of a kind none is of those asked about."""
    here = [m for m in named if any(discourse.kind(i) == kind for i in m.ids)]
    return bool(here) and not any(m.ids & asked for m in here)


def _spells_any(clause: Clause, text: str) -> bool:
    """Whether a text writes a name that no fact knows."""
    return any(spelled(text, (word,)) for word in clause.unknown)


def _is_long_past(clause: Clause, told: StoredEvent) -> bool:
    """Whether it is asked what is so now, and a figure is of a year that was over long before it was told."""
    if told.kind not in _OF_SEVERAL or told.date is None or not _AT_PRESENT.search(clause.shape):
        return False
    published = [s.citation.published[:4] for s in told.statements if s.citation.published]
    return bool(published) and all(told.date.end.year < int(year) - 1 for year in published)


def _of_another_house(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a figure is that of another company than those asked about, which its sentence only names as well."""
    subject = told.event.best("subject") if told.kind == "metric" and clause.wants == "count" else None
    if not isinstance(subject, str) or discourse.kind(subject) != "org":
        return False
    groups = clause.groups()
    houses = [ids for ids in groups if any(discourse.kind(one) == "org" for one in ids)]
    of_kind = {one for ids in houses for one in ids if discourse.kind(one) == "org"}
    return bool(houses) and len(houses) == len(groups) and subject not in with_kin(discourse, of_kind)


def _of_another_maker(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether it is asked how many somebody made or sold, and a number is that of what another company makes."""
    if told.kind not in ("metric", "deployment") or clause.wants != "count" or not _MADE.search(clause.shape):
        return False
    product = told.event.best("subject" if told.kind == "metric" else "product")
    if not isinstance(product, str) or discourse.kind(product) != "product":
        return False
    asked = frozenset[str]().union(*clause.groups())
    makers = {i for i in discourse.facts.kin(product) if discourse.kind(i) == "org"}
    return bool(makers) and product not in asked and not makers & with_kin(discourse, asked)


def is_of_round(discourse: Discourse, clause: Clause, passage: Passage, text: str) -> bool:
    """Whether a sentence or the one before it tells the round that a clause asks about."""
    beside = " ".join((text, *(p.text for p in discourse.near(passage, 1))))
    return tells_round(beside, round_key(clause.narrow.round))


def is_of_then(discourse: Discourse, clause: Clause, passage: Passage, text: str, figure: bool) -> bool:
    """Whether what a sentence tells may be of the year that is asked about, where it is a figure."""
    when = clause.narrow.when
    if when is None or not (figure or clause.wants in _FIGURES) or when.start.year != when.end.year:
        return True
    if only_of_another_quarter(text, when):
        return False
    asked, published = str(when.start.year), passage.citation.published[:4]
    years = YEAR_ALONE.compiled.findall(text) or [
        year for p in discourse.near(passage, 1) for year in YEAR_ALONE.compiled.findall(p.text)
    ]
    said = clause.narrow.as_said
    if asked in passage.citation.title or (said and said in text.casefold()):
        return True
    if years or not published:
        return asked in years or not years
    if _OF_COMING_YEAR.search(text) and int(asked) <= int(published):
        return False
    if int(published) == int(asked) + 1:
        return bool(_OF_LAST_YEAR.search(text))
    return published == asked or bool(_OF_NEXT_YEARS.search(text))


def _passage(discourse: Discourse, told: StoredStatement) -> Passage | None:
    """The sentence that the quote of a statement is."""
    return next((p for p in discourse.article(told.article) if p.ordinal and p.text[:_OPENS] in told.quote), None)


def with_kin(discourse: Discourse, ids: Iterable[str]) -> Ids:
    """Some, with their units, parents, makers and products."""
    every = frozenset(ids)
    return every.union(*(discourse.facts.kin(one) for one in every))
