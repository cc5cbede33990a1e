"""Which companies a word describes: where they are at home, and what their articles call them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.answers.asked.words import same_meaning, stem, stems
from bot.answers.ordering import is_currency
from bot.answers.query import Ids
from bot.grammar.patterns import Pattern
from bot.model.answer import Citation
from bot.model.entity import Entity
from bot.model.money import Money
from bot.names.folding import fold
from bot.store.query import EventQuery, Playing
from bot.store.read import Facts, Passage, StoredEvent

_PEOPLES = """
american:United States|u.s.:United States|us:United States|usa:United States|argentine:Argentina|australian:Australia|
austrian:Austria|belgian:Belgium|brazilian:Brazil|british:United Kingdom|uk:United Kingdom|english:United Kingdom|
canadian:Canada|chinese:China|czech:Czech Republic|danish:Denmark|dutch:Netherlands|emirati:United Arab Emirates|
estonian:Estonia|finnish:Finland|french:France|german:Germany|greek:Greece|hungarian:Hungary|indian:India|
indonesian:Indonesia|irish:Ireland|israeli:Israel|italian:Italy|japanese:Japan|korean:South Korea|kenyan:Kenya|
malaysian:Malaysia|mexican:Mexico|nigerian:Nigeria|norwegian:Norway|polish:Poland|portuguese:Portugal|
romanian:Romania|russian:Russia|saudi:Saudi Arabia|singaporean:Singapore|spanish:Spain|swedish:Sweden|
swiss:Switzerland|taiwanese:Taiwan|thai:Thailand|turkish:Turkey|ukrainian:Ukraine|vietnamese:Vietnam|
中国:China|美国:United States|德国:Germany|日本:Japan|韩国:South Korea|法国:France|英国:United Kingdom
"""
PEOPLES = dict(one.strip().split(":") for one in _PEOPLES.split("|"))
"""The country that a word for its people means; it is no name and stands in no list of names."""
_EUROPE = (
    "austrian belgian british czech danish dutch estonian finnish french german greek hungarian irish italian "
    "norwegian polish portuguese romanian spanish swedish swiss"
)
_ASIA = "chinese indian indonesian japanese korean malaysian singaporean taiwanese thai vietnamese"
REGIONS = {stem(word): peoples.split() for word, peoples in (
    ("europe", _EUROPE), ("european", _EUROPE), ("eu", _EUROPE), ("asia", _ASIA), ("asian", _ASIA),
)}  # fmt: skip
"""The peoples of a part of the world, by the stem of a word for it."""
_BY_STEM = {stem(word): country for word, country in PEOPLES.items()}
_PEOPLE_STEMS = frozenset(_BY_STEM)
_SCRIPTS = (
    (Pattern(r"[぀-ヿ]"), "japanese"),
    (Pattern(r"[가-힯]"), "korean"),
    (Pattern(r"^[㐀-鿿]{2,}"), "chinese"),
)
"""A name in another script that stands beside the name in ours."""
_MONEY = {
    "CNY": "chinese", "JPY": "japanese", "KRW": "korean", "INR": "indian", "GBP": "british", "SEK": "swedish",
    "NOK": "norwegian", "DKK": "danish", "CHF": "swiss", "TWD": "taiwanese", "AUD": "australian", "CAD": "canadian",
}  # fmt: skip
_IDIOMS = Pattern(r"\bon the (?:one|other) hand\b|\bin the hands? of\b|\b(?:by|at|first|second)[ -]hand\b", re.I)
"""What speaks of no hand."""
_MOSTLY = 0.7
_NEAR = 60
"""Characters on either side of a name within which a word describes it."""
_ARTICLES = 4
_SENTENCES = 6
_MOST_NAMES = 8
_IT, _THERE = "\0", "\1"
"""Signs for a name of a company, and for a place or a people: with them one pattern does for all."""
_BETWEEN = rf"(?: (?!and )[\w{_IT}{_THERE}-]+){{0,4}} "
_IS_AT = Pattern(
    rf"{_THERE}(?:-based|'s|’s| start-?up| robot maker| firm| company){_BETWEEN}{_IT}|"
    rf"{_IT},? (?:(?:which is|is|are) )?(?:based in|headquartered in|of|from) {_THERE}(?!\w)|"
    rf"{_IT}\s?[(（]{_THERE}(?!\w)"
)
_IS_OF = Pattern(rf"(?<!\w){_THERE}{_BETWEEN}{_IT}|{_IT}(?:,| is| was) (?:an?|the) (?:[\w-]+ ){{0,3}}{_THERE}(?!\w)")
_IN_SCRIPT = Pattern(rf"{_IT}\s?[(（]([^)）]{{1,20}})[)）]")


def country_meant(word: str) -> str:
    """The country whose people a stem means; empty where it means none."""
    return _BY_STEM.get(word, "")


def people_of(country: str) -> str:
    """The stem of the word for the people of a country; empty for what is none."""
    return next((people for people, known in _BY_STEM.items() if known == country and people.isascii()), "")


def only_places(ids: Iterable[str]) -> bool:
    """Whether nobody but places is among some, if there are any."""
    return all(one.startswith("place-") for one in ids)


def peoples_in(stems: Iterable[str]) -> list[str]:
    """The countries whose peoples some stems mean."""
    return [_BY_STEM[one] for one in _PEOPLE_STEMS.intersection(stems)]


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

    def fits(self, ids: Ids, words: Iterable[str], places: Iterable[Ids], told: str) -> bool:
        """Whether one of some entities is what all of the words say, and at home in all of the places.

        `told` is the text of the fact itself, in which a word may stand as well.
        """
        wanted = tuple(words)
        called = [[self.facts.name(i) for i in some] for some in places]
        here = [
            (frozenset(map(fold, names)), next(filter(None, map(people_of, names)), "")) for names in called
        ]  # a company is in a country, too, where it is said to be of its people
        return any(
            all(self._is(one, word, told) for word in wanted)
            and all(self._at(one, names, people) for names, people in here)
            for one in sorted(ids)
        )

    def seat(self, one: str) -> tuple[str, Citation] | None:
        """Where a company is told to be at home, a place or a country, and the sentence that says so."""
        asked = EventQuery(kinds=("founding",), playing=(Playing((one,), ("organization",)),), limit=4)
        for told in self.facts.events(asked):
            for value in told.event.values:
                if value.slot == "place" and isinstance(value.value, str) and (said := told.supporting(value)):
                    return value.value, said[0].citation
        by_the_way = self.told_home(one)
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
        said = _IDIOMS.sub(" ", f"{told} {self.described(one)}")
        return bool(same_meaning(word) & stems(said))

    def _at(self, one: str, names: frozenset[str], people: str = "") -> bool:
        """Whether a company is at home in a place: by where it was founded, else by what its articles call it."""
        homes = self._home(one)
        if homes:
            return bool(homes & names)
        return bool(people) and people in self._called(one)

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
            self._homes[one] = frozenset(found) if len(found) > 1 else self._told_home(one)
        return self._homes[one]

    def _told_home(self, one: str) -> frozenset[str]:
        """Where sentences put a company: "Acme of Zurich", "Zurich-based Acme", "Zurich's robot maker Acme"."""
        found: set[str] = set()
        for passage in self._passages(one):
            named = self._marked(passage.text, one)
            for place in self._places(passage):
                if _IS_AT.search(_with_mark(named, (place.name, *place.aliases))):
                    found |= self._around(place.name)
        return frozenset(found)

    def _places(self, passage: Passage) -> list[Entity]:
        """The places that a sentence names, and the countries in it that no fact is known of."""
        known = self.facts.entities_of([i for i in passage.entities if i.startswith("place-")])
        countries = (country for country in dict.fromkeys(PEOPLES.values()) if country in passage.text)
        return known + [Entity("", country, "place") for country in countries if all(country != k.name for k in known)]

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
            name = place.parent if place else ""
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

    def _naming_it(self, one: str) -> re.Pattern[str]:
        if one not in self._names:
            entity = self.facts.entity(one)
            names = sorted({entity.name, *entity.aliases}, key=len, reverse=True) if entity else []
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
                for passage in [p for p in self.facts.passages(article) if one in p.entities][:_SENTENCES]
            ]
        return self._naming[one]


def subjects(slots: Iterable[str], held: Mapping[str, Ids]) -> Ids:
    """The entities of some parts of a fact."""
    return frozenset(i for slot in slots for i in held.get(slot, ()))


def _with_mark(text: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, _THERE)
    return text
