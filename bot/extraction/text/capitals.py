"""Runs of capitals in a parsed text: where a name may begin, how far it goes, where a run is more than one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.extraction.text import east_asian
from bot.extraction.text.lexicon import is_plural, is_word
from bot.extraction.text.name_words import (
    FIELDS,
    HYPHEN_TAILS,
    MONTH_NAMES,
    NEVER_ALONE,
    NOT_NAMES,
    OF_HEADS,
    ORDINALS,
    PARTICLES,
    SOFT_TITLES,
    TITLE_WORDS,
    UNIT_WORDS,
)
from bot.names.people import is_family_name, is_given_name

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = {"ORG", "PERSON", "PRODUCT", "GPE", "LOC", "NORP", "FAC", "WORK_OF_ART", "EVENT"}
"""What the entity tagger calls things that have names."""
_MODEL_CODE = re.compile(r"[A-Za-zα-ωπ]+[-.]?\d[\w.+-]*|\d+[A-Z]\w*")
_OF_PAIR = re.compile(r"\b(?:University|Institute|Ministry|Academy|School|Department|College) (?:of|for) [A-Z]\w+\Z")
_FOR_HEAD = re.compile(
    r"(?:Institutes?|Cent(?:er|re)s?|Council|Association|Agency|Foundation|Ministry|Laboratory|Department|Office|Bank|"
    r"Hospital|Organi[sz]ation|Fund|Society|School|Alliance|Federation|Commission|Bureau|Academy|Committee|Angels)\Z"
)
_OF_THE_HEAD = re.compile(
    r"(?:University|Cent(?:er|re)|Bank|Ministry|Department|Museum|Office|Council|Court|Academy)\Z"
)
_SCIENCE_AND = frozenset({"Technology", "Innovation", "Engineering", "Art", "Industry"})
"""What is named with "Science and" before it ("Chengdu Science and Technology Venture Capital")."""
_PEOPLES_OWN = frozenset({"Congress", "Bank", "Government", "Hospital", "Court", "Republic", "Daily", "Insurance"})
_NUMBERED_ONE = frozenset({"Fund", "Corp", "Corp.", "Acquisition", "Capital", "Partners", "Ventures", "Holdings"})
"""What is numbered in Roman figures from one on ("Meridian Robotics Fund I")."""
_OF_HEAD = re.compile(OF_HEADS)
_ENDS_SENTENCE = re.compile(
    r"[A-Z]{1,3}&[A-Z]{1,3}\.|(?!(?:Corp|Prof|Univ|Dept|Bros|Mssrs|Assoc|Intl|Tech)\.)[A-Z]\w*[a-z]\w*[A-Z]\."
)
"""A token with a stop behind an inner capital ("DeepX.", "F&B."): no abbreviation."""
_FIXED_PAIRS = {("&", "Partner"), ("&", "Partners"), ("Seed", "Fund")}
_MEMBERS_OWN = {"Pension", "Association", "Union", "Federation", "Retirement"}
"""What belongs to those who are named in the plural before it ("Teachers' Pension Plan")."""
_INNER_WORDS = {
    "ai", "robots", "partner", "head", "new", "humanoid", "pre", "angel", "company", "next", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten", "internet", "note", "first", "second", "series", "products",
    "news", "os", "people", "investor", "reports", "r&d", "companies", "all", "on",
    "cobot", "cobots",
}  # fmt: skip


def is_capital(text: str) -> bool:
    """Whether a word is written like a name: "Vantor", "eVantor", a model's code."""
    if text[:1].isupper() or (len(text) > 1 and text[1].isupper() and text[0].islower()):
        return True
    return bool(_MODEL_CODE.fullmatch(text))


def is_plain(text: str) -> bool:
    """Whether a capitalised word is known to be no name."""
    return text.lower().rstrip(".") in NOT_NAMES


OPENERS = {
    "first",
    "second",
    "third",
    "next",
    "all",
    "other",
    "both",
    "new",
    "two",
    "one",
    "three",
    "four",
    "open",
    "just",
}
_SMALL_OPENERS = {"do", "an", "if", "on"}
"""Words that a capital in the middle of a sentence makes part of a name ("at Second Shift")."""


def starts_sentence(doc: Doc, i: int) -> bool:
    """Whether a token stands where every word has a capital: behind a stop, a colon, a quotation mark or a break."""
    before = next((doc[k] for k in range(i - 1, -1, -1) if not doc[k].is_quote and doc[k].text not in {"*", "("}), None)
    return (
        doc[i].is_sent_start
        or before is None
        or before.is_space
        or before.text in {".", "?", "!", ":", ";", "-", "–", "—", "•", "·", "|"}
    )


def _name_starts(doc: Doc, i: int) -> bool:
    word = doc[i].text
    if doc[i].is_punct or not is_capital(word):
        return False
    if _is_own(doc, i):
        return True
    following = [doc[k].text for k in range(i + 1, min(i + 3, len(doc)))]
    if word.lower() not in ORDINALS or not following or not is_capital(following[0]) or is_plain(following[0]):
        return False
    if following[0].lower() in {"year", "year's", "years"}:
        return False
    if word.lower() in OPENERS and not starts_sentence(doc, i):
        return True
    same_label = bool(doc[i].ent_type_) and doc[i].ent_type_ == doc[i + 1].ent_type_ and doc[i].ent_type_ in LABELS
    return same_label or (len(following) > 1 and is_capital(following[1]) and not is_plain(following[1]))


def _is_own(doc: Doc, i: int) -> bool:
    """Whether a word in capitals is no plain one, or one that begins a name all the same."""
    if not is_plain(doc[i].text):
        return True
    opens = starts_sentence(doc, i)
    if doc[i].lower_ in _SMALL_OPENERS and not opens and i + 1 < len(doc):
        return doc[i + 1].text[:1].isupper() and not is_plain(doc[i + 1].text)  # "backed by Do Ventures"
    return _is_letter_of_name(doc, i) or east_asian.begins(doc, i, opens=opens)


def _is_letter_of_name(doc: Doc, i: int) -> bool:
    """Whether a letter or a short given name that is also a plain word begins a name ("A-Frame", "Jan Ottens")."""
    if i + 2 >= len(doc):
        return False
    word, behind, following = doc[i].text, doc[i + 1].text, doc[i + 2].text
    if len(word) == 1:
        glued = behind == "-" and not doc[i].whitespace_ and not doc[i + 1].whitespace_
        return glued and following.istitle() and len(following) > 2 and following not in _OF_SHARES
    if word not in {"Jan", "Jun", "Gen", "Will"} or (word == "Will" and starts_sentence(doc, i)):
        return False
    if behind == "-":
        return following.isalpha() and not doc[i].whitespace_
    return behind.istitle() and len(behind) > 3 and not is_plain(behind) and not is_word(behind)


_OF_SHARES = frozenset({"Share", "Shares", "Series", "Round", "Level", "Class", "Side", "Grade", "Stock", "Type"})
"""What a letter and a hyphen tell the sort of ("A-Shares")."""


def _particles_end(doc: Doc, j: int) -> int:
    """Index of the capital word behind a row of name particles that begins at j; j where there is none."""
    k = j
    while k < len(doc) and k - j < 3 and (doc[k].text.lower() in PARTICLES):
        k += 1
        if k + 1 < len(doc) and doc[k].text == "-" and not doc[k].whitespace_:
            k += 1
    return k if k > j and k < len(doc) and is_capital(doc[k].text) and not is_plain(doc[k].text) else j


def _is_model_number(doc: Doc, first: int, j: int, last: int) -> bool:
    """Whether a number of three or four digits belongs to the name before it, and is no year and counts nothing."""
    text = doc[j].text
    following = doc[j + 1] if j + 1 < len(doc) else None
    return (
        re.fullmatch(r"(?!(?:19|20)\d\d)\d{3,4}", text) is not None
        and last == j - 1
        and first > 0
        and doc[first - 1].lower_ in {"the", "a", "an", "its", "called", "named"}
        and (following is None or (following.tag_ not in {"NNS", "NNPS"} and following.lower_ not in UNIT_WORDS))
    )


def capital_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans (first, last) of names by their capitals, joined over "of", "&", hyphens, particles, codes."""
    i, n = 0, len(doc)
    while i < n:
        if not _name_starts(doc, i):
            i += 1
            continue
        last, j = i, i
        while j + 1 < n and (grown := _grown(doc, i, last, j + 1)) is not None:
            last, j = grown
        yield i, last
        i = last + 1


def _grown(doc: Doc, first: int, last: int, j: int) -> tuple[int, int] | None:
    """A name's last token once it goes on at `j`, and the last token looked at for that; None where it ends before.

    The two differ behind "of" and "&", which are part of a name only if more of it follows.
    """
    text, glued = doc[j].text, not doc[j - 1].whitespace_
    if (doc[j].is_sent_start and not glued) or _ENDS_SENTENCE.fullmatch(doc[j - 1].text):
        return None
    following = doc[j + 1].text if j + 1 < len(doc) else ""
    begun = doc[first : last + 1].text
    named_next = is_capital(following) and not is_plain(following)
    if is_capital(text) and (not is_plain(text) or _is_plain_inside(doc, first, last, j)):
        return j, j
    if text in {"-", "–", "/", "’", "'"} and glued and not doc[j].whitespace_ and following:
        return (j + 1, j + 1) if _is_glued_on(doc, first, last, j) else None
    if text == "." and glued and len(doc[j - 1].text) == 1:
        return j, j
    if (text in {"'", "’"} and glued and following in _MEMBERS_OWN) or (text, following) in _FIXED_PAIRS:
        return j + 1, j + 1  # "Ontario Teachers' Pension Plan", "Brinkmann & Partner", "Science Seed Fund"
    if text in {"'s", "’s"} and begun.endswith("People") and following in _PEOPLES_OWN:
        return j + 1, j + 1  # "Sichuan Provincial People's Congress"
    if text == "&" and named_next:
        return last, j
    if text in {"of", "for"} and (head := _behind_of(doc, begun, j)):
        return head
    pair = following.lower() in FIELDS and _OF_PAIR.search(begun)
    if text == "and" and (pair or (begun.endswith("Science") and following in _SCIENCE_AND)):
        return j + 1, j + 1  # "University of Aeronautics and Astronautics"
    if (end := _particles_end(doc, j)) > j:
        return end, end
    is_number = _is_small_number(doc, last, j) or _is_model_number(doc, first, j, last)
    return (j, j) if is_number else None  # "Figure 02", "Optimus 3", "the Vantor 100"


def _behind_of(doc: Doc, begun: str, j: int) -> tuple[int, int] | None:
    """As `_grown`, where the name goes on behind "of" or "for" at `j`."""
    if not (_FOR_HEAD if doc[j].text == "for" else _OF_HEAD).search(begun):
        return None
    following = [doc[k].text for k in range(j + 1, min(j + 3, len(doc)))]
    if len(following) == 2 and is_capital(following[1]) and not is_plain(following[1]):
        if following[0] == "New":
            return j + 1, j + 1  # "University of New Castleton"
        if following[0] == "the" and _OF_THE_HEAD.search(begun):
            return j + 2, j + 2
    named = bool(following) and is_capital(following[0]) and not is_plain(following[0])
    return (j - 1, j) if named else None


def _is_plain_inside(doc: Doc, first: int, last: int, j: int) -> bool:
    """Whether a word that makes no name alone is part of the one before it."""
    word = doc[j].text
    if word == "Market" and j + 1 < len(doc) and is_capital(doc[j + 1].text) and not is_plain(doc[j + 1].text):
        return True  # "Northgate Market Intelligence"
    if word.lower() in _INNER_WORDS or _is_month_in_name(doc, last, j):
        return True
    if word == "I" and last == j - 1 and doc[last].text in _NUMBERED_ONE:
        return True
    return last == j - 1 and (east_asian.goes_on(doc, first, j) or _is_surname(doc, first, j))


_SHORT_SURNAMES = frozenset({"Du", "Le", "Van", "Di", "La", "Da", "Do"})


def _is_surname(doc: Doc, first: int, j: int) -> bool:
    """Whether a plain word or a particle is the last name of whoever is called by the word before it ("Colin Read")."""
    word = doc[j].text
    if j != first + 1 or not word.istitle() or not is_given_name(doc[first].text):
        return False
    ends = j + 1 >= len(doc) or not is_capital(doc[j + 1].text)
    return ends and (word in _SHORT_SURNAMES or is_family_name(word))


def _is_month_in_name(doc: Doc, last: int, j: int) -> bool:
    """Whether a month right behind a name is part of it and no date."""
    following = doc[j + 1].text if j + 1 < len(doc) else ""
    is_month = doc[j].text.lower() in MONTH_NAMES and last == j - 1
    return is_month and not following[:1].isdigit() and doc[j - 1].ent_type_ != "DATE"


def _is_glued_on(doc: Doc, first: int, last: int, j: int) -> bool:
    """Whether what follows a hyphen or its like belongs to the name before it."""
    text, following = doc[j].text, doc[j + 1].text
    if is_capital(following) or (following.isdigit() and text == "-"):
        return True
    if text != "-" or not following.isalpha():
        return False
    if len(following) <= 6 and following not in HYPHEN_TAILS:
        return True  # "Jun-ho", "Min-jae"
    return following in {"in", "on", "up"} and last > first and len(doc[j - 1].text) < 6


def _is_small_number(doc: Doc, last: int, j: int) -> bool:
    """Whether a number of one or two digits right behind a name is part of it: it counts and dates nothing."""
    if not re.fullmatch(r"\d{1,2}(?:\.\d)?", doc[j].text) or last != j - 1 or not doc[j - 1].whitespace_:
        return False
    following = doc[j + 1].text if j + 1 < len(doc) else ""
    return following.lower() not in UNIT_WORDS and doc[j].ent_type_ not in {"DATE", "MONEY", "PERCENT"}


_TENS = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}


def only_a_capital(doc: Doc, first: int, last: int, inside: frozenset[str]) -> bool:
    """Whether a single word is capitalised only because a sentence starts with it."""
    token = doc[first]
    if token.text.lower() in _TENS and last - first == 2 and doc[first + 1].text == "-":
        return True  # "Sixty-four of them"
    if first == last and token.text.lower() in NEVER_ALONE:
        return True
    if first != last or token.text in inside or not starts_sentence(doc, first):
        return False
    word = token.text.lower()
    if word in inside or word + "s" in inside:
        return True
    if is_plural(word) and not token.ent_type_:
        return True
    if "-" in token.text or (first + 2 < len(doc) and doc[first + 1].text == "-" and doc[first + 2].text.islower()):
        return is_word(word)
    if token.pos_ in {"PROPN", "X"} or (token.pos_ == "NOUN" and token.ent_type_):
        return False
    return is_word(word) or not _is_unheard(doc, first)


_SHAPED = re.compile(r"(?!FY\d|[QH]\d\b|spk\d)[A-Z]\w*[A-Z0-9]\w*|[A-Z]{2,}")
"""Written as no word is that only begins a sentence ("XBot", "CVS", "FX3")."""


def _is_unheard(doc: Doc, i: int) -> bool:
    """Whether a word that is no English one is a name, though it stands first in its sentence."""
    token = doc[i]
    if _SHAPED.fullmatch(token.text):
        return True
    if len(token.text) < _UNHEARD or token.pos_ not in {"NOUN", "VERB", "ADJ", "ADV"} or not token.text.isalpha():
        return False
    if token.pos_ == "VERB" and token.text.endswith(
        "ing"
    ):  # "Oceaneering made an offer", but "Teleoperating robots is hard"
        return i + 1 < len(doc) and (doc[i + 1].text == "," or doc[i + 1].pos_ in {"VERB", "AUX"})
    return token.tag_ not in {"JJR", "JJS", "RBR", "RBS", "VBD", "VBN"}


_UNHEARD = 6
"""Letters of a word that is no English one, at which it is taken for a name at the beginning of a sentence, too."""


_DEPARTMENTS = {
    "operations", "sales", "applications", "field", "software", "hardware", "product", "program", "project", "senior",
    "principal", "staff", "communications", "finance", "legal", "account", "quality", "safety", "strategy", "customer",
    "marketing",
}  # fmt: skip
"""What stands between a house and the title of who works there ("Vantor Field Operations Engineer Jane Doe")."""


def _without_department(doc: Doc, first: int, last: int) -> int:
    """The last token of a house behind which a department and a title are printed."""
    if last + 1 >= len(doc) or not doc[last + 1].text[:1].isupper() or doc[last + 1].lower_ not in TITLE_WORDS:
        return last
    end = last
    while end > first and doc[end].lower_ in _DEPARTMENTS:
        end -= 1
    return end


def split_run(doc: Doc, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A run of capitals cut at titles ("Alibaba CEO Eddie Wu") and possessives ("Alibaba's Qwen")."""
    pieces: list[tuple[int, int]] = []
    start: int | None = None
    for i in range(first, last + 1):
        word = doc[i].text
        hyphen_before = i > first and doc[i - 1].text == "-"
        next_is_title = i + 1 < len(doc) and doc[i + 1].text.lower() in TITLE_WORDS
        if (
            word.lower() in TITLE_WORDS
            and not hyphen_before
            and not (word.lower() in SOFT_TITLES and not next_is_title and i < last + (start is not None))
        ) or (word in {"'s", "’s", "'", "’"} and not (i < last and doc[i + 1].text in _MEMBERS_OWN | _PEOPLES_OWN)):
            if start is not None:
                pieces.append((start, i - 1))
            start = None
        elif start is None:
            start = i
    if start is not None:
        pieces.append((start, last))
    for a, b in pieces:
        while b > a and (
            (
                doc[b].text.lower() in PARTICLES | {"of", "and", "&"}
                and doc[b - 1].text != "-"  # "Hyun-bin" is whole
                and not (b - a == 1 and (east_asian.goes_on(doc, a, b) or _is_surname(doc, a, b)))  # and "Kang Le"
            )
            or (doc[b].is_punct and doc[b].text != ".")
        ):
            b -= 1
        b = _without_department(doc, a, b)
        while a < b and (doc[a].is_punct or not (_is_own(doc, a) or doc[a].text.lower() in ORDINALS)):
            a += 1
        if not doc[a].is_punct and not (a == b and is_plain(doc[a].text)):
            yield a, b
