"""Which companies a word describes: where they are at home, and what their articles call them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from bot.answers.asked.common import ORDINARY
from bot.answers.asked.words import same_meaning, stem, stems
from bot.answers.ordering import is_currency
from bot.answers.peoples import PEOPLES, countries_within, country_meant, country_of_town, part_meant
from bot.answers.query import Ids
from bot.grammar.patterns import Pattern
from bot.model.answer import Citation
from bot.model.entity import Entity
from bot.model.money import Money
from bot.names.folding import fold
from bot.names.seats import seat_of
from bot.store.query import EventQuery, Playing
from bot.store.read import Facts, Passage, StoredEvent

_SCRIPTS = (
    (Pattern(r"[぀-ヿ]"), "japanese"),
    (Pattern(r"[가-힯]"), "korean"),
    (Pattern(r"^[㐀-鿿]{2,}"), "chinese"),
)
"""A name in another script that stands beside the name in ours."""
_MONEY = {
    "CNY": "chinese", "JPY": "japanese", "KRW": "korean", "INR": "indian", "GBP": "british", "SEK": "swedish",
    "NOK": "norwegian", "DKK": "danish", "CHF": "swiss", "TWD": "taiwanese", "AUD": "australian", "CAD": "canadian",
    "MYR": "malaysian", "THB": "thai", "IDR": "indonesian", "VND": "vietnamese", "BRL": "brazilian", "PLN": "polish",
    "CZK": "czech", "HUF": "hungarian", "ILS": "israeli", "MXN": "mexican", "SGD": "singaporean", "SAR": "saudi",
    "AED": "emirati", "CLP": "chilean",
}  # fmt: skip
_STEMS = tuple((stem(word), country) for word, country in PEOPLES.items())
_COUNTRIES = frozenset(map(fold, PEOPLES.values()))
_FORMS: tuple[tuple[Pattern, str], ...] = tuple((Pattern(rf"(?<!\w)(?:{form})(?!\w)"), country) for form, country in (
    (r"(?:Sdn\.? )?Bhd|Berhad", "Malaysia"), (r"K\.K\.|Kabushiki Kaisha", "Japan"), (r"Pvt", "India"),
    (r"Pte", "Singapore"), (r"^PT(?= )", "Indonesia"), (r"Oyj?", "Finland"), (r"ApS", "Denmark"),
    (r"Sp\. ?z ?o\.? ?o\.", "Poland"), (r"Kft", "Hungary"), (r"Ltda", "Brazil"),
    (r"S\.?r\.?l\.?|S\.p\.A\.|SpA", "Italy"),
    (r"GmbH", "Germany"), (r"B\.?V\.?", "Netherlands"),
))  # fmt: skip
"""The forms of companies that are of one country."""
_IDIOMS = Pattern(r"\bon the (?:one|other) hand\b|\bin the hands? of\b|\b(?:by|at|first|second)[ -]hand\b", re.I)
"""What speaks of no hand."""
_MOSTLY = 0.7
_NEAR = 60
"""Characters on either side of a name within which a word describes it."""
_ARTICLES = 4
_SENTENCES = 6
_MOST_NAMES = 8
_SHORT_NAME = 5
"""Letters that a part of a name has at least to stand for the whole."""
_IT, _THERE = "\0", "\1"
"""Signs for a name of a company, and for a place or a people: with them one pattern does for all."""
_BETWEEN = rf"(?: (?!and )[\w{_IT}{_THERE}-]+){{0,4}} "
_HOUSE = (
    r"(?:start-?up|company|firm|group|outfit|spin-?off|(?:\w+-?)?maker|developer|manufacturer|builder|supplier|rival|"
    r"competitor)"
)
_IS_AT = Pattern(
    rf"{_THERE}(?:-based|-headquartered|['’]s?|(?: [\w-]+){{0,2}} {_HOUSE}){_BETWEEN}{_IT}|"
    rf"{_IT},? (?:(?:which is|is|are) )?(?:based in|headquartered in|of|from) {_THERE}(?!\w)|"
    rf"{_IT}\s?[(（]{_THERE}(?!\w)|{_THERE} {_IT}(?: \w+){{0,2}},? (?:Co\b|Ltd|Technology|Technologies|Robot)|"
    rf"{_IT}(?:,| is| was) (?:an?|the) {_THERE}(?:-based|-headquartered|(?: [\w-]+){{0,2}} {_HOUSE})(?!\w)|"
    rf"{_IT}(?:,| is| was) (?:an?|the) (?:[\w-]+ ){{0,3}}{_HOUSE} (?:based in|headquartered in|from|in) {_THERE}(?!\w)"
)
_IS_OF = Pattern(rf"(?<!\w){_THERE}{_BETWEEN}{_IT}|{_IT}(?:,| is| was) (?:an?|the) (?:[\w-]+ ){{0,3}}{_THERE}(?!\w)")
_THE_HOUSE = Pattern(
    rf"\b[Tt]he ([A-Z][\w’'.]{{2,30}}(?: [A-Z][\w’'.]{{1,30}}){{0,2}})"
    rf"(?:(?:-based|-headquartered)|(?= (?:[\w-]{{1,30}} ){{0,2}}{_HOUSE}\b))"
)
"""What a sentence calls whom the one before it named: "the Zug-based company", "the Shenzhen start-up"."""
_WIRE = Pattern(
    r"^([A-Z][A-Za-z’'. ]{2,30}?)(?:,[^()]{0,60})? ?\([^()]{0,40}(?:wire|newswire|EQS|ots|dgap|accesswire)[^()]{0,30}\)"
    rf"[\s:–—-]{{1,5}}(?:\w+ ){{0,2}}{_IT}",
    re.I,
)
"""A house tells of itself from where it sits."""
_DATELINE = Pattern(r"^([A-Z][A-Z .]{2,24}[A-Z])\b[^–—-]{0,40}[–—-]")
_CAPITALS = Pattern(r"[A-ZÀ-Ž][\w’'.-]{1,30}(?: [A-Z][\w’'-]{2,30})?")
_OWN = Pattern(r"['’]s?$")
_READ_AHEAD = 1000
"""Names of a store whose companies are all looked at before anybody asks; 2 ms each."""
_ARTICLES_KEPT = 64
"""Articles whose sentences are kept: several companies are told of in one."""
_BACK = 3
"""Sentences back in which whom "the Zug-based company" means was named."""
_IN_SCRIPT = Pattern(rf"{_IT}\s?[(（]([^)）]{{1,20}})[)）]")


def only_places(ids: Iterable[str]) -> bool:
    """Whether nobody but places is among some, if there are any."""
    return all(one.startswith("place-") for one in ids)


def is_place(ids: Ids) -> bool:
    """Whether a name is that of a place."""
    return bool(ids) and only_places(ids)


class Whereabouts:
    """What is told of the companies of one store besides the facts that are asked for."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._homes: dict[str, frozenset[str]] = {}
        self._said: dict[str, str] = {}
        self._peoples: dict[str, frozenset[str]] = {}
        self._naming: dict[str, list[Passage]] = {}
        self._names: dict[str, re.Pattern[str]] = {}
        self._sentences = lru_cache(_ARTICLES_KEPT)(facts.passages)

    def read_ahead(self) -> None:
        """Looks for the homes of all companies of a small store: a list of those of one country asks for each."""
        if self.facts.counts()["entities"] <= _READ_AHEAD and not self.facts.is_large:
            for entity in self.facts.by_renown("org"):
                self._home(entity.id)

    def fits(self, ids: Ids, words: Iterable[str], places: Iterable[Ids], told: str) -> bool:
        """Whether one of some entities is what all of the words say, and at home in all of the places.

        `told` is the text of the fact itself, in which a word may stand as well.
        """
        wanted = tuple(words)
        here = [frozenset(fold(self.facts.name(i)) for i in some) for some in places]
        return any(
            all(self._is(one, word, told) for word in wanted) and all(self._at(one, names) for names in here)
            for one in sorted(ids)
        )

    def seat(self, one: str) -> tuple[str, Citation] | None:
        """Where a company is told to be at home, a place or a country, and the sentence that says so."""
        asked = EventQuery(kinds=("founding",), playing=(Playing((one,), ("organization",)),), limit=4)
        for told in self.facts.events(asked):
            for value in told.event.values:
                if value.slot == "place" and isinstance(value.value, str) and (said := told.supporting(value)):
                    best = next((one for one in said if value.value in one.quote), said[0])
                    return value.value, best.citation
        by_the_way = self.told_home(one)
        if by_the_way is None and (called := next(self._calls_there(one), None)) is not None:
            by_the_way = called
        return (by_the_way[0], by_the_way[1].citation) if by_the_way is not None else self._by_sums(one)

    def told_home(self, one: str) -> tuple[str, Passage] | None:
        """The place or else the country at which a sentence puts a company by the way, and that sentence."""
        by_people: tuple[str, Passage] | None = None
        for passage in self._passages(one):
            named = self._marked(passage.text, one)
            for place in self._places(passage):
                if _IS_AT.search(_with_mark(named, (place.name, *place.aliases))):
                    return place.name, passage
            low = named.casefold()
            script = _IN_SCRIPT.search(named)
            peoples = [people for people in PEOPLES if people in low and _IS_OF.search(_with_mark(low, (people,)))]
            peoples += [people for said, people in _SCRIPTS if script and said.search(script[1])]
            if peoples and by_people is None:
                by_people = PEOPLES[peoples[0]], passage
        return by_people

    def is_told_of(self, one: str) -> bool:
        """Whether any fact is known of a company, so that its articles say where it is."""
        return bool(self._passages(one))

    def puts_at(self, one: str, passage: Passage, name: str) -> bool:
        """Whether a sentence puts a company at a place, or calls it that of a people, by one name of it."""
        marked = self._marked(passage.text, one)
        if name.casefold() in PEOPLES:
            return bool(_IS_OF.search(_with_mark(marked, (name,))))
        return bool(_IS_AT.search(_with_mark(marked, (name,))))

    def _by_sums(self, one: str) -> tuple[str, Citation] | None:
        """In whose money the sums of a company are told, where they are in that of one country."""
        if not self._paid_in(one):
            return None
        asked = EventQuery(kinds=("funding",), playing=(Playing((one,), ("company",)),), limit=8)
        for told in self.facts.events(asked):
            if (currency := self._currency(told)) in _MONEY and told.statements:
                return f"its rounds are told in {currency}", told.statements[0].citation
        return None

    def _is(self, one: str, word: str, told: str) -> bool:
        country = country_meant(word)
        if country:
            return self._at(one, frozenset((fold(country),)), word)
        if part := part_meant(word):
            return self._at(one, frozenset((part,)))
        said = _IDIOMS.sub(" ", f"{told} {self.described(one)}")
        return bool(same_meaning(word) & stems(said))

    def _at(self, one: str, names: frozenset[str], people: str = "") -> bool:
        """Whether a company is at home in a place: by where it was founded, else by what its articles call it."""
        wide = names.union(*(map(fold, countries_within(name)) for name in names))
        homes = self._home(one)
        if len(homes) > 1 or homes & wide or homes & _COUNTRIES:
            return bool(homes & wide)
        peoples = {word for word, country in _STEMS if fold(country) in wide} | {people}
        return bool(peoples & self._called(one))

    def _home(self, one: str) -> frozenset[str]:
        """The places of a company as it was told to be based, each with what it lies in."""
        if one not in self._homes:
            asked = EventQuery(kinds=("founding",), playing=(Playing((one,), ("organization",)),), limit=4)
            places = [told.event.best("place") for told in self.facts.events(asked)]
            found: set[str] = set()
            for place in places:
                for name in re.split(r"[,;/]| and ", place) if isinstance(place, str) else ():
                    found |= self._around(name.strip())
            # A place that no country is known of leaves open where that is.
            told = self._told_home(one)
            apart = bool(told & _COUNTRIES) and not told & found  # by its founder's life one is soon put elsewhere
            homes = frozenset(found) if len(found) > 1 and not apart else told | self._called_there(one)
            seat = self._by_name(one) if not homes else ""
            self._homes[one] = frozenset(self._around(seat)) if seat else homes
        return self._homes[one]

    def _by_name(self, one: str) -> str:
        """The country of a well-known house, or that of its legal form, where its sums are told in no other's money."""
        entity = self.facts.entity(one)
        names = [entity.name, *entity.aliases] if entity is not None else []
        seats = (seat for name in names if (seat := seat_of(name)))
        formed = (country for name in names for form, country in _FORMS if form.search(name))
        found = next((*seats, *formed).__iter__(), "")
        paid = self._paid_in(one)
        return found if not paid or country_meant(min(paid)) == found else ""

    def _told_home(self, one: str) -> frozenset[str]:
        """Where sentences put a company: "Acme of Zurich", "Zurich-based Acme", "Zurich's robot maker Acme"."""
        found: set[str] = set()
        for passage in self._passages(one):
            named = self._marked(passage.text, one)
            for place in self._places(passage):
                if _IS_AT.search(_with_mark(named, (place.name, *place.aliases))):
                    found |= self._around(place.name)
        return frozenset(found)

    def _called_there(self, one: str) -> frozenset[str]:
        """Where sentences on a company put it without its name, with what that lies in."""
        return frozenset().union(*(self._around(name) for name, _ in self._calls_there(one)))

    def _calls_there(self, one: str) -> Iterator[tuple[str, Passage]]:
        """Each place at which sentences put a company without its name ("the Zug-based company"), or the wire by which
        it writes, and that sentence."""
        for article in dict.fromkeys(passage.article for passage in self._passages(one)):
            named: list[Passage] = []
            for passage in self._sentences(article):
                orgs = frozenset(i for i in passage.entities if i.startswith("org-"))
                met = _THE_HOUSE.search(passage.text)
                theirs = met and (orgs or named) and self._is_theirs(one, passage.ordinal, orgs, named[-1:])
                if met and theirs and self._in_country(met[1]):
                    yield met[1], passage
                early = passage.ordinal < _BACK and one in orgs
                wire = _WIRE.match(self._marked(passage.text, one)) if early else None
                if wire and self._in_country(wire[1].title()):
                    yield wire[1].title(), passage
                if orgs:
                    named.append(passage)

    def _is_theirs(self, one: str, at: int, orgs: frozenset[str], named: list[Passage]) -> bool:
        """Whether a sentence that calls nobody by name is on a company: the last one that named any named it first."""
        if not named or at - named[0].ordinal > _BACK or orgs - {one}:
            return False
        met = self._naming_it(one).search(named[0].text)
        others = [i for i in named[0].entities if i.startswith("org-") and i != one]
        places = [other.start() for i in others if (other := self._naming_it(i).search(named[0].text))]
        return met is not None and all(met.start() < place for place in places)

    def _in_country(self, name: str) -> set[str]:
        """The names of a place of which it is known in which country it lies."""
        around = self._around(name)
        return around if around & _COUNTRIES else set()

    def _places(self, passage: Passage) -> list[Entity]:
        """The places that a sentence names, with the towns and the countries in it that no fact is known of."""
        known = self.facts.entities_of([i for i in passage.entities if i.startswith("place-")])
        countries = [country for country in dict.fromkeys(PEOPLES.values()) if country in passage.text]
        if (dated := _DATELINE.match(passage.text)) is not None:
            known += [one for one in self.facts.lookup(dated[1].title()) if one.kind == "place" and one not in known]
        words = (met[0] for met in _CAPITALS.finditer(passage.text))
        pieces = (_OWN.sub("", piece.removesuffix("-based")) for word in words for piece in (word, word.split(" ")[0]))
        towns = [piece for piece in dict.fromkeys(pieces) if country_of_town(piece)]
        others = [Entity("", name, "place") for name in (*countries, *towns)]
        return known + [one for one in others if all(one.name != k.name for k in known)]

    def lying_in(self, passage: Passage, lands: frozenset[str] | set[str]) -> list[str]:
        """The places that a sentence names which are some or lie in one of them; `lands` as names are compared."""
        return [place.name for place in self._places(passage) if lands & self._around(place.name)]

    def _called(self, one: str) -> frozenset[str]:
        """Stems of the peoples that sentences say a company is of, and of the script that stands beside its name."""
        if one not in self._peoples:
            found: set[str] = set()
            for passage in self._passages(one):
                named = self._marked(passage.text, one)
                low = named.casefold()
                found |= {
                    stem(people) for people in PEOPLES if people in low and _IS_OF.search(_with_mark(low, (people,)))
                }
                if script := _IN_SCRIPT.search(named):
                    found |= {stem(people) for said, people in _SCRIPTS if said.search(script[1])}
            self._peoples[one] = frozenset(found) or self._paid_in(one)
        return self._peoples[one]

    def _marked(self, text: str, one: str) -> str:
        """A sentence with a sign for each name of a company."""
        return self._naming_it(one).sub(_IT, text)

    def _paid_in(self, one: str) -> frozenset[str]:
        """The people in whose money nearly all of the sums of a company are told."""
        asked = EventQuery(
            kinds=("funding", "ipo", "metric"), playing=(Playing((one,), ("company", "subject")),), limit=20
        )
        told = [self._currency(event) for event in self.facts.events(asked)]
        counted = Counter(currency for currency in told if currency)
        most = counted.most_common(1)
        if not most or most[0][1] < _MOSTLY * sum(counted.values()):
            return frozenset()
        people = _MONEY.get(most[0][0])
        return frozenset((stem(people),)) if people else frozenset()

    @staticmethod
    def _currency(event: StoredEvent) -> str:
        amount, unit = event.event.best("amount"), event.event.best("unit")
        if isinstance(amount, Money):
            return amount.currency
        return unit if isinstance(unit, str) and is_currency(unit) else ""

    def _around(self, name: str) -> set[str]:
        found: set[str] = set()
        while name and len(found) < _MOST_NAMES:
            place = next((known for known in self.facts.lookup(name) if known.kind == "place"), None)
            found |= {fold(name)} | ({fold(place.name)} if place else set())
            name = place.parent if place else country_of_town(name)
        return found

    def described(self, one: str) -> str:
        """What stands right beside the name of a company in a few articles about it."""
        if one not in self._said:
            pattern = self._naming_it(one)
            near = [
                passage.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
                for passage in self._passages(one)
                for match in list(pattern.finditer(passage.text))[:2]
            ]
            self._said[one] = " … ".join(near)
        return self._said[one]

    def made_by(self, one: str, words: Iterable[str]) -> Citation | None:
        """The sentence in which words that say what a company makes stand beside its name; None where none has them."""
        wanted = [same_meaning(word) for word in words]
        for passage in self._passages(one):
            for met in self._naming_it(one).finditer(passage.text):
                near = passage.text[max(0, met.start() - _NEAR) : met.end() + _NEAR]
                if all(meant & stems(near) for meant in wanted):
                    return passage.citation
        return None

    def _naming_it(self, one: str) -> re.Pattern[str]:
        if one not in self._names:
            entity = self.facts.entity(one)
            written = {entity.name, *entity.aliases} if entity else set()
            first, _, more = entity.name.partition(" ") if entity else ("", "", "")
            if more and len(first) >= _SHORT_NAME and first.casefold() not in ORDINARY:
                written.add(first)  # "Acme" for Acme Robotics
            names = sorted(written, key=len, reverse=True)
            self._names[one] = re.compile("|".join(map(re.escape, names)) or r"(?!)")
        return self._names[one]

    def _passages(self, one: str) -> list[Passage]:
        """The first sentences that name a company in a few articles about it."""
        if one not in self._naming:
            events = self.facts.events(EventQuery(any_entities=(one,), limit=2 * _ARTICLES))
            articles = list(dict.fromkeys(s.article for told in events for s in told.statements))[:_ARTICLES]
            self._naming[one] = [
                passage
                for article in articles
                for passage in [p for p in self._sentences(article) if self._names_it(p, one)][:_SENTENCES]
            ]
        return self._naming[one]

    def _names_it(self, passage: Passage, one: str) -> bool:
        """Whether a sentence names a company: by what the store says, or by its whole name."""
        entity = self.facts.entity(one)
        return one in passage.entities or (
            entity is not None and len(entity.name) >= _SHORT_NAME and entity.name in passage.text
        )


def subjects(slots: Iterable[str], held: Mapping[str, Ids]) -> Ids:
    """The entities of some parts of a fact."""
    return frozenset(i for slot in slots for i in held.get(slot, ()))


def _with_mark(text: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, _THERE)
    return text
