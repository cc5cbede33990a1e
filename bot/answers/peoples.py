"""Words for peoples, parts of the world and towns, and the countries that they mean."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bot.answers.asked.words import stem
from bot.names.folding import fold
from bot.names.people import lines_of

_PEOPLES = """
american:United States|u.s.:United States|us:United States|usa:United States|argentine:Argentina|australian:Australia|
austrian:Austria|belgian:Belgium|brazilian:Brazil|british:United Kingdom|uk:United Kingdom|english:United Kingdom|
canadian:Canada|chilean:Chile|chinese:China|czech:Czech Republic|danish:Denmark|dutch:Netherlands|
emirati:United Arab Emirates|
estonian:Estonia|finnish:Finland|french:France|german:Germany|greek:Greece|hungarian:Hungary|indian:India|
indonesian:Indonesia|irish:Ireland|israeli:Israel|italian:Italy|japanese:Japan|korean:South Korea|kenyan:Kenya|
latvian:Latvia|lithuanian:Lithuania|
malaysian:Malaysia|mexican:Mexico|nigerian:Nigeria|norwegian:Norway|polish:Poland|portuguese:Portugal|
romanian:Romania|russian:Russia|saudi:Saudi Arabia|singaporean:Singapore|spanish:Spain|swedish:Sweden|
swiss:Switzerland|taiwanese:Taiwan|thai:Thailand|turkish:Turkey|ukrainian:Ukraine|vietnamese:Vietnam|
中国:China|美国:United States|德国:Germany|日本:Japan|韩国:South Korea|法国:France|英国:United Kingdom
"""
PEOPLES = dict(one.strip().split(":") for one in _PEOPLES.replace("\n", "").split("|"))
"""The country that a word for its people means; it is no name and stands in no list of names."""
_BY_STEM = {stem(word): country for word, country in PEOPLES.items()}
_PEOPLE_STEMS = frozenset(_BY_STEM)
_NORDICS = "Denmark|Finland|Iceland|Norway|Sweden"
_UNION = (
    "Austria|Belgium|Bulgaria|Croatia|Cyprus|Czech Republic|Denmark|Estonia|Finland|France|Germany|Greece|Hungary|"
    "Ireland|Italy|Latvia|Lithuania|Luxembourg|Malta|Netherlands|Poland|Portugal|Romania|Slovakia|Slovenia|Spain|Sweden"
)
_EUROPE = f"{_UNION}|Iceland|Norway|Serbia|Switzerland|Ukraine|United Kingdom"
_SOUTH_EAST = "Cambodia|Indonesia|Laos|Malaysia|Myanmar|Philippines|Singapore|Thailand|Vietnam"
_FAR_EAST = "China|Hong Kong|Japan|Macau|Mongolia|South Korea|Taiwan"
_ASIA = f"{_FAR_EAST}|{_SOUTH_EAST}|Bangladesh|India|Kazakhstan|Nepal|Pakistan|Sri Lanka|Uzbekistan"
_GULF = "Bahrain|Kuwait|Oman|Qatar|Saudi Arabia|United Arab Emirates"
_NORTH = "Canada|Mexico|United States"
_SOUTH = "Argentina|Bolivia|Brazil|Chile|Colombia|Ecuador|Paraguay|Peru|Uruguay|Venezuela"
_AFRICA = (
    "Algeria|Egypt|Ethiopia|Ghana|Ivory Coast|Kenya|Morocco|Nigeria|Rwanda|Senegal|South Africa|Tanzania|Tunisia|Uganda"
)
_PARTS: tuple[tuple[str, str], ...] = (
    ("europe european", _EUROPE),
    ("eu|european union", _UNION),
    ("nordics nordic scandinavia scandinavian", _NORDICS),
    ("baltics baltic", "Estonia|Latvia|Lithuania"),
    ("benelux", "Belgium|Luxembourg|Netherlands"),
    ("dach", "Austria|Germany|Switzerland"),
    ("asia asian", _ASIA),
    ("apac|asia-pacific|asia pacific", f"{_ASIA}|Australia|New Zealand"),
    ("east asia|east asian", _FAR_EAST),
    ("southeast asia|southeast asian|south-east asia|asean", _SOUTH_EAST),
    ("greater china|greater-china|greater chinese", "China|Hong Kong|Macau|Taiwan"),
    ("middle east|middle eastern|mena", f"{_GULF}|Egypt|Iran|Iraq|Israel|Jordan|Lebanon|Turkey"),
    ("gulf", _GULF),
    ("north america|north american", _NORTH),
    ("latin america|latin american|latam", f"{_SOUTH}|Mexico"),
    ("south america|south american", _SOUTH),
    ("africa african", _AFRICA),
)
_WITHIN: dict[str, frozenset[str]] = {
    word: frozenset(countries.split("|"))
    for words, countries in _PARTS
    for word in (words.split("|") if "|" in words else words.split(" "))
}
"""The countries of a part of the world, by the words for it."""
_SINGLE = tuple(
    [word for word in (words.split("|") if "|" in words else words.split(" ")) if " " not in word]
    for words, _ in _PARTS
)
_PART_STEMS = {stem(word): single[0] for single in _SINGLE for word in single}
"""The parts of the world by the stems of those of their words that stand alone: "east asian" is no word for Asia."""
_ABBREVIATED = 4


def country_meant(word: str) -> str:
    """The country whose people a stem means; empty where it means none."""
    return _BY_STEM.get(word, "")


def people_of(country: str) -> str:
    """The stem of the word for the people of a country; empty for what is none."""
    return next((people for people, known in _BY_STEM.items() if known == country and people.isascii()), "")


def peoples_in(stems: Iterable[str]) -> list[str]:
    """The countries whose peoples some stems mean."""
    return [_BY_STEM[one] for one in _PEOPLE_STEMS.intersection(stems)]


def part_meant(word: str) -> str:
    """The part of the world that a stem means ("european"), as it is written; empty where it means none."""
    return _PART_STEMS.get(word, "")


def written_part(part: str) -> str:
    """The name of a part of the world as it is written in a sentence."""
    name = part.upper() if len(part) < _ABBREVIATED or part == "dach" else part.capitalize()
    return f"the {name}" if part in ("eu", "nordics", "baltics", "gulf") else name


def countries_within(name: str) -> frozenset[str]:
    """The countries of a part of the world, by a word for it; none for what is no such part."""
    return _WITHIN.get(name.casefold().removeprefix("the "), frozenset())


def says_where(word: str) -> bool:
    """Whether a stem is a word for the people of a country or of a part of the world."""
    return bool(country_meant(word) or part_meant(word))


def country_of_town(name: str) -> str:
    """The country of a town that no list of names has; empty where it is not known."""
    return _towns().get(fold(name), "")


def towns_of(country: str) -> tuple[str, ...]:
    """The towns and regions of a country that no list of names has."""
    return _towns_by_country().get(country, ())


@cache
def _towns_by_country() -> dict[str, tuple[str, ...]]:
    told = (line.partition(": ") for line in lines_of("towns.txt"))
    return {country: tuple(town.strip() for town in named.split(";")) for country, _, named in told}


@cache
def _towns() -> dict[str, str]:
    towns: dict[str, str] = {}
    for line in lines_of("towns.txt"):
        country, _, named = line.partition(": ")
        towns.update((fold(town.strip()), country) for town in named.split(";"))
    return towns
