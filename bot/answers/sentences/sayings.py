"""Whose words the sentences of an article are: who is told to say them, who is interviewed, who signs them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.people.lives import is_heading
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import beginnings, is_whole
from bot.names.folding import fold
from bot.store.read import Facts, Passage

_VERBS = (
    r"(?:said|says|say|wrote|writes|thinks|thought|believe[sd]?|argue[sd]?|warn(?:s|ed)|add(?:s|ed)|claim(?:s|ed)|"
    r"expect(?:s|ed)|admit(?:s|ted)|call(?:s|ed)|explain(?:s|ed)|insist(?:s|ed)|den(?:ies|ied)|dismiss(?:es|ed)|"
    r"jok(?:es|ed)|quip(?:s|ped)|predict(?:s|ed)|reckon(?:s|ed)|recall(?:s|ed)|tweeted|posted|repl(?:ies|ied)|"
    r"answer(?:s|ed)|laugh(?:s|ed)|not(?:es|ed)|conced(?:es|ed)|estimat(?:es|ed)|describ(?:es|ed)|prais(?:es|ed)|"
    r"reject(?:s|ed)|respond(?:s|ed)|comment(?:s|ed)|promis(?:es|ed)|vow(?:s|ed)|put it|quoted|ask(?:s|ed)|"
    r"emphasi[sz]e[sd]|stress(?:es|ed)|stat(?:es|ed)|caution(?:s|ed)|confirm(?:s|ed)|contend(?:s|ed)|assert(?:s|ed)|"
    r"fear(?:s|ed)|doubt(?:s|ed)|worr(?:ies|ied)|finds)"
)
_TELLS = r"(?:told|tells|ask(?:s|ed))"
_AFTER_NAME = Pattern(
    rf"^(?:['’]s [\w ]{{0,30}})?(?:,[^\"“”.;]{{0,80}},| \([^)]{{0,60}}\))?(?: (?:has|had|have|also|then|later|once|"
    rf"today|"
    rf"yesterday|on \w+|\w+ly|still|just|would|who|in \w+)){{0,3}},? (?:{_VERBS}|{_TELLS})\b|"
    rf"^[^.:;\"“”]{{0,60}}: ?[\"“„]",
    re.I,
)
_NO_TITLE = (
    r"it|that|this|has|had|have|will|is|was|were|he|she|they|named|hired|appointed|to|would|about|could|can|in|on"
)
_BEFORE_NAME = Pattern(
    rf"\b{_VERBS},? (?:(?!(?:{_NO_TITLE})\b)[\w’'&/,.-]+ ){{0,9}}$|"
    rf"\baccording to (?:(?!(?:{_NO_TITLE})\b)[\w’'&/,.-]+ ){{0,9}}$|[\"”“],? [—–-] ?(?:[^.;]{{0,40}} )?$",
    re.I,
)
_BY_PRONOUN = Pattern(
    rf"\b(?:he|she) (?:has |had |also |then |later |once |\w+ly )?(?:{_VERBS}|{_TELLS})\b|\b{_VERBS},? (?:he|she)\b|"
    r"\bin (?:his|her) (?:mouth|view|opinion|eyes|words|judge?ment|book)\b|\baccording to (?:him|her)\b|"
    r"^\W*(?:to|for) (?:him|her),",
    re.I,
)
_WHOLE = r"[A-Z][\w’'-]+(?: (?:bin |van |de |von |der |al |la |du |den )?[A-Z][\w’'.-]+){1,3}"
WHOLE_NAME = Pattern(rf"\b{_WHOLE}")
"""A name of at least two words."""
_UNKNOWN = (
    Pattern(rf"\b(?:{_WHOLE})(?=(?:,[^\"“”.;]{{0,80}},)? (?:{_VERBS}|told)\b)"),
    Pattern(rf"(?<=said )(?:{_WHOLE})|(?<=says )(?:{_WHOLE})"),
)
_BY_POST = Pattern(
    r"\b(?:said|says|told),? (?:[\w’'&/.-]+ ){0,8}(?:manager|partner|analyst|chief|ceo|executive|director|founder|"
    rf"president|head|professor|officer|engineer|chair\w*) (?P<name>(?-i:{_WHOLE}))",
    re.I,
)
"""Somebody whom no fact knows, behind their house and their post."""
_LABEL = Pattern(r"^\W{0,3}(?P<name>(?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]+){0,3}): (?=\S)")
_NO_LABEL = Pattern(
    r"^(?:Q|Question|Interview|Photo|Source|Note|Update|Exclusive|Related|Read|Board|Reporter|Editor)\b"
)
_NAME_ALONE = Pattern(rf"^\W*(?P<name>{_WHOLE})\W*$")
_QUOTES = ('"', "“", "„", "«", "「")
_QUOTED = Pattern(r"[\"“„«「][^\"“”„«»「」]+[\"”“»」]")
_QUOTED_SHARE = 0.3
_OPENS = Pattern(r"^\W{0,2}[\"“„«「]")
_QUESTION = Pattern(r"[?？][\"”’')\]*]*\s*$")
_INTERVIEW = Pattern(
    r"\binterview\b|\b(?:talk|conversation|chat|minutes|questions|q ?& ?a|ama) (?:with|for)\b|\[interview\]|\bAMA\b",
    re.I,
)
_BYLINE = Pattern(r"\b(?:interview(?:er)?|by|reporter|text|words|photos?|edited|author):? $", re.I)
_DESCRIBED = Pattern(
    rf"\b({_WHOLE})(?=, \d\d,|, (?:an? |the )?(?:co-?founder|founder|ceo|cto|chief|head|president|director|"
    rf"professor)\b)"
)
_HEADS_SECTION = Pattern(
    rf"^\W*(?P<name>(?-i:{_WHOLE}|[A-Z][A-Z’'-]+(?: [A-Z][A-Z.’'-]*){{1,3}})), (?=[^.!?]{{3,90}}$)"
)
"""The heading of a part that is somebody's: their name with their post."""
_FIRST_PERSON = Pattern(r"\b(?:i|we|our|ours|my|us|me)\b|\bthey['’]ll\b", re.I)
_ADDRESSED = Pattern(
    r"^\W{0,3}(?:Mr|Ms|Mrs|Dr|Prof|Professor|Herr|Frau|Madam)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, (?=\S)"
)
"""Who is spoken to does not speak."""
_SHORTEST_PART = 3
_LEAST_ASKED, _HEAD, _MOST_KEPT = 3, 8, 300


class Sayings:
    """Who says the sentences of the articles of one store."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._facts: Facts = discourse.facts
        self._kept: dict[str, list[str]] = {}

    def read_ahead(self) -> None:
        """Reads who speaks in every article of a small store, so that no question waits for it."""
        if self._facts.counts()["articles"] <= _MOST_KEPT and not self._facts.is_large:
            for article in self._facts.articles():
                self._speakers(article.id)

    def speaker(self, passage: Passage) -> str:
        """The name of whoever says a sentence; empty where that is not told."""
        return self._speakers(passage.article)[passage.ordinal]

    def of(self, names: Sequence[str], articles: Sequence[str]) -> list[Passage]:
        """The sentences of some articles that somebody says, by any of their names."""
        wanted = [frozenset(fold(name).split(" ")) for name in names if name]
        return [
            passage
            for article in articles
            for passage, said in zip(self._discourse.article(article), self._speakers(article), strict=True)
            if said and any(is_called(frozenset(fold(said).split(" ")), name) for name in wanted)
        ]

    def _speakers(self, article: str) -> list[str]:
        if article not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[article] = self._read(article)
        return self._kept[article]

    def _read(self, article: str) -> list[str]:
        every, opens = self._discourse.article(article), self._facts.openings(article)
        known = self._known(every)
        interviewed = self._interviewed(every, known)
        labels = Counter(met["name"] for p in every if (met := _LABEL.match(p.text)))
        said, last, label, section = [""] * len(every), "", "", ""
        for passage in every[1:]:
            n, text = passage.ordinal, passage.text
            met = _LABEL.match(text)
            if n in opens and is_heading(passage):
                heads = _HEADS_SECTION.match(text)
                section = _whole(known, heads["name"].title()) if heads is not None else ""
            if met is not None and self._is_label(met["name"], labels, known):
                label = _whole(known, met["name"])
            elif n in opens and not (interviewed or _OPENS.match(text)):
                label = ""
            named = _people(passage.text, known)
            by = _attributed(text, named) or (last if last and _BY_PRONOUN.search(text) else "")
            if (_QUESTION.search(text) or (interviewed and _ADDRESSED.search(text))) and not by:
                by = "" if interviewed else label
            elif not by:
                by = label or (section if _FIRST_PERSON.search(text) else "") or interviewed
            said[n] = by
            last = named[-1][1] if named else self._only_person(passage) or last
        _spread(every, opens, said, known)
        return said

    def _only_person(self, passage: Passage) -> str:
        """The one person whom reading an article found in a sentence that writes their name otherwise."""
        people = [one for one in passage.entities if self._facts.kind(one) == "person"]
        return self._facts.name(people[0]) if len(people) == 1 else ""

    def _known(self, every: Sequence[Passage]) -> dict[str, str]:
        """The people of an article by their whole names, and by the parts that only one of them has."""
        people = dict.fromkeys(i for p in every for i in p.entities if self._facts.kind(i) == "person")
        names = [self._facts.name(one) for one in people]
        parts = Counter(part for name in names for part in {name.split(" ")[0], name.split(" ")[-1]})
        known = {name: name for name in names}
        for name in names:
            for part in (name.split(" ")[-1], name.split(" ")[0]):
                if parts[part] == 1 and len(part) >= _SHORTEST_PART:
                    known.setdefault(part, name)
                    if name.isupper():
                        known.setdefault(part.title(), name)
        return known

    @staticmethod
    def _is_label(name: str, labels: Counter[str], known: dict[str, str]) -> bool:
        """Whether what stands before a colon is a speaker: somebody who is known, or said so more than once."""
        if _NO_LABEL.match(name):
            return False
        return labels[name] > 1 or any(part in known for part in (name, *name.split(" ")))

    def _interviewed(self, every: Sequence[Passage], known: dict[str, str]) -> str:
        """Who answers all through an article of questions and answers."""
        asked = sum(bool(_QUESTION.search(p.text)) for p in every[1:])
        head = every[:_HEAD]
        if asked < _LEAST_ASKED or not any(_INTERVIEW.search(p.text) for p in head):
            return ""
        if sum(bool(_LABEL.match(p.text)) for p in every) > _LEAST_ASKED * 2:
            return ""  # each says who it is
        for passage in head:
            for start, name in _people(passage.text, known):
                if not _BYLINE.search(passage.text[:start]):
                    return name
            if (met := _DESCRIBED.search(passage.text)) and not _BYLINE.search(passage.text[: met.start()]):
                return met[1]
        return ""


def is_called(said: frozenset[str], name: frozenset[str]) -> bool:
    """Whether a name is that of somebody, or a part of it: "Roe" is Jo Roe, "Al Roe" is not."""
    return said <= name or name <= said


def _people(text: str, known: dict[str, str]) -> list[tuple[int, str]]:
    """The people whom a sentence names, with their places, in order."""
    found: dict[str, int] = {}
    for written, name in known.items():
        at = next((n for n in beginnings(text, written) if is_whole(text, n + len(written))), -1)
        if at >= 0:
            found[name] = min(at, found.get(name, at))
    return sorted((at, name) for name, at in found.items())


def _spread(every: Sequence[Passage], opens: frozenset[int], said: list[str], known: dict[str, str]) -> None:
    """Gives quoted sentences that say nobody's name to whoever speaks beside them, or signs below."""
    for passage in every[1:]:
        n, text = passage.ordinal, passage.text
        after = every[n + 1] if n + 1 < len(every) else None
        if after is not None and (signed := _NAME_ALONE.match(after.text)) and after.ordinal in opens:
            said[n] = signed["name"]
        if said[n] or not _is_quotation(text) or _people(text, known):
            continue
        if after is not None and n + 1 not in opens and said[n + 1]:
            said[n] = said[n + 1]
        elif n not in opens and said[n - 1]:
            said[n] = said[n - 1]
    for n in range(len(every) - 2, 0, -1):  # a quotation of several sentences is told to be somebody's at its end
        if not said[n] and n + 1 not in opens and said[n + 1] and opens_quote(every[n].text):
            said[n] = said[n + 1]


def _is_quotation(text: str) -> bool:
    """Whether a sentence stands in quotation marks, wholly, in good part or up to one of them: no single word of it."""
    marks = sum(text.count(mark) for mark in (*_QUOTES, "”", "»", "」"))
    return marks % 2 == 1 or sum(map(len, _QUOTED.findall(text))) >= _QUOTED_SHARE * len(text) > 0


def _attributed(text: str, named: Sequence[tuple[int, str]]) -> str:
    """Who is told in a sentence to say it."""
    for start, name in named:
        written = next((w for w in (name, *reversed(name.split(" "))) if text[start:].startswith(w)), name)
        end = start + len(written)
        if _AFTER_NAME.search(text[end : end + 160]) or _BEFORE_NAME.search(text[:start]):
            return name
    if not named:
        if (behind := _BY_POST.search(text)) is not None:
            return behind["name"].rstrip(".")
        for pattern in _UNKNOWN:
            if (met := pattern.search(text)) is not None:
                return met[0]
    return ""


def _whole(known: dict[str, str], label: str) -> str:
    """The whole name of a labelled speaker, as the article writes it elsewhere."""
    return next((known[part] for part in (label, *reversed(label.split(" "))) if part in known), label)


def opens_quote(text: str) -> bool:
    """Whether a quotation begins in a sentence and does not end."""
    return bool(_OPENS.match(text)) and text.count('"') % 2 == 1
