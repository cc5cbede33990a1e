"""What a question counts ("how many driverless forklifts …"), and whether a sentence gives a number of it."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.asked.words import STOP, same_meaning, stem, stems
from bot.grammar.patterns import Pattern

_COUNTED = Pattern(r"\bhow many (?:more |other |of the |of its |of their |different |new )?((?:[\w-]+ ?){1,4})")
_NUMBER = (
    r"(?<![\d.])\b(?!(?:19|20)\d\d\b)(?:\d[\d,.]{0,15}\+?(?: (?:thousand|million|billion|trillion))?|"
    r"(?<![A-Za-z]-)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w{1,12})?|a hundred|dozens?|hundreds?|thousands?))"
)
NUMBERED = Pattern(rf"{_NUMBER}((?:[ -](?:\([^)]{{0,80}}\)|[\w-]{{1,30}})){{1,4}})", re.I)
"""A number that is no year, and the words after it."""
GOODS = stems("robots machines units humanoids products people employees staff workers companies customers")
"""What sentences leave out: "it has sold 40"."""
_THINGS = stems(
    "forklifts trucks arms hands carts dogs quadrupeds drones mowers vehicles cars taxis robotaxis cobots boards chips "
    "exoskeletons suits prototypes copies pieces sets models actuators joints reducers sensors vacuums kits bots "
    "shuttles tractors systems devices couriers waiters cells grippers wheelchairs"
)
_ANY_THINGS = Pattern(
    rf"{_NUMBER}(?:[ -][\w-]{{1,30}})?[ -](?:of (?:the |its |these |those )?)?(?:units|machines|robots|"
    rf"systems|pieces|sets|"
    r"them|these|those|vehicles|trucks|devices|copies)\b",
    re.I,
)
"""A number of things that the sentence before named."""
_FIELDS = frozenset(("robotics", "logistics", "electronics", "mechatronics", "sales", "business", "process"))
"""What stands before a noun that is counted, though it ends as many nouns do."""
_BODIES = frozenset(("firms", "outfits"))
"""What sentences have another word for."""
_PEOPLE = frozenset(("people", "staff", "personnel", "men", "women", "children"))


_OF_NAME = Pattern(r"\bhow many (?:more |other |of the |of its )?<\d+>")
_GOODS_NUMBERED = Pattern(
    rf"{_NUMBER}(?:st|nd|rd|th)?(?:[ -]\w[\w-]{{0,30}}){{0,2}}?[ -](?:of (?:the |its |these |"
    rf"those )?)?(?:units?|machines?|"
    rf"robots?|humanoids?|systems?|"
    r"pieces|sets?|them|these|those|ones|arms?|hands?|devices|copies|dogs|trucks|carts|drones|prototypes)\b",
    re.I,
)
_BARE = Pattern(
    rf"{_NUMBER}(?![\d,.]*\d)(?=\s*(?:[.,;:)]|$|(?:of|in|to|at|for|by|and|with|since|so far|last|this|a (?:year|month)|"
    r"per(?!\s?cent)|as|are|"
    r"were|stand|had|have|by now|now|today)\b))",
    re.I,
)
_NAMES_NUMBERED = Pattern(rf"(?i:{_NUMBER})(?:th)?(?: (?:more|new|of|the|its|their)){{0,2}} [A-Z]\w+")
_HANDED_OUT = Pattern(
    r"\b(?:s(?:old|ell\w*|ales)|ship\w*|deliver\w*|install\w*|plac\w+|buil[dt]\w*|produc\w+|ma[dk]e[s]?|making|"
    r"turn\w* out|"
    r"roll\w*|deploy\w*|units?|order\w*|fleet|runs?|running|ran|us(?:e[sd]?|ing)|buys?|bought|robots?|machines?|output|"
    r"capacity|takes?|took|ha(?:s|ve|d)|there (?:are|were)|operat\w*|counts?|work\w*|leas\w+|rent\w*|plans?|expects?|"
    r"wants?)\b",
    re.I,
)
_PART = Pattern(r"(?:%|per ?cent)\W*$", re.I)
_SCALED = Pattern(r"(?:million|billion|trillion|%|per ?cent)\W*$", re.I)


def counts_goods(text: str, clause: Clause) -> bool:
    """Whether a sentence may give a number of a product that a question counts by its name: no number of cars does."""
    if not _OF_NAME.search(clause.shape) or _GOODS_NUMBERED.search(text):
        return True
    names = "|".join(re.escape(mention.text.split(" ")[-1]).removesuffix("s") for mention in clause.names)
    if names and re.search(rf"{_NUMBER}(?:st|nd|rd|th)?\W?(?:[ -][\w-]+){{0,2}}?\W{{1,2}}(?:{names})s?\b", text, re.I):
        return True
    return any(not _SCALED.search(met[0]) for met in _BARE.finditer(text))


def numbers_goods(text: str) -> bool:
    """Whether a text gives a number of robots or the like, by whatever word, by a name, or by none."""
    if _GOODS_NUMBERED.search(text) or _NAMES_NUMBERED.search(text):
        return True
    if any(_THINGS.intersection(stems(met[1])) for met in NUMBERED.finditer(text)):
        return True
    return bool(_HANDED_OUT.search(text)) and any(not _PART.search(met[0]) for met in _BARE.finditer(text))


def must(clause: Clause) -> list[str]:
    """Stems without which no sentence answers: what is counted."""
    names = {name.casefold() for name in clause.unknown}
    found = (_head(m[1]) for m in _COUNTED.finditer(clause.shape))
    return [stem(word) for word in found if word and word not in STOP and word not in names]


def _head(phrase: str) -> str:
    """The noun that is counted: the first plural of a few words, else the first of them; none of "venture firms"."""
    words = phrase.split()
    for word in words:
        if word in _BODIES:
            return ""
        if word in STOP and word not in _PEOPLE:
            break
        if word in _FIELDS:
            continue
        if word in _PEOPLE or (word.endswith("s") and not word.endswith(("ss", "less", "ous"))):
            return word
    return words[0] if words else ""


def counted_in(clause: Clause) -> tuple[str, ...]:
    """What is counted, where it is no word that sentences leave out."""
    return tuple(word for word in must(clause) if word not in GOODS)


def says_counted(said: frozenset[str], text: str, counted: list[str]) -> bool:
    """Whether a sentence speaks of all that is counted, or of so many machines where machines are meant."""
    return all(same_meaning(word) & said or (word in _THINGS and _ANY_THINGS.search(text)) for word in counted)


def counts(text: str, counted: tuple[str, ...]) -> bool:
    """Whether a sentence gives a number of what is counted."""
    if not counted:
        return True
    told = _told(text)
    return all(same_meaning(word) & told or (word in _THINGS and _ANY_THINGS.search(text)) for word in counted)


@lru_cache(maxsize=500)
def _told(text: str) -> frozenset[str]:
    """Stems of the words after the numbers of a text."""
    return stems(" ".join(met[1].replace("-", " ") for met in NUMBERED.finditer(text)))
