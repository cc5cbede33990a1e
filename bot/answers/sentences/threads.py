"""What an article tells of somebody from sentence to sentence: those that name them, and those that go on from there.

A heading that names them opens a part that is theirs; where the article is about them above all, every paragraph is
that does not begin with somebody else. "She", "the company" and what stands in the same paragraph go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.answers.asked.common import BODIES, ORDINARY, TRADES
from bot.answers.query import WRITTEN, Ids
from bot.answers.sentences.discourse import Discourse, is_furniture
from bot.answers.sentences.people.lives import is_heading
from bot.answers.sentences.signs import HE_OR_HIS
from bot.grammar.patterns import Pattern
from bot.names.folding import fold
from bot.store.read import Passage

_ELSEWHERE = Pattern(
    r"^\W*(?:(?:its |the |many |other |most |some |several )?(?:rivals?|competitors?|peers)\b|competition\b|"
    r"elsewhere\b|globally\b|closer (?:to )?home\b|"
    r"by contrast\b|separately\b|in other news\b|other (?:start-?ups|companies|firms|makers|players)\b|"
    r"(?:the )?(?:sector|industry|field|market)\b)",
    re.I,
)
"""How a paragraph begins that turns to others."""
_OF_RIVALS = Pattern(r"^\W*(?:its |the |other |among (?:its |the )?)?(?:rivals|competitors)\b", re.I)
"""How a sentence begins that names somebody as one of several."""
_COMPETES = Pattern(r"\b(?:competes?|competing|rivals?|competitors?)\b", re.I)
_OPENS_ON_NAME = Pattern(
    r"^\W*(?!(?:Series|The|An?|In|On|At|By|Its?|This|That|Chief|Since|After|Before|Under|From|For|With|Founder|"
    r"Co-founder|President|Chair\w*|Dr|Mr|Ms|Mrs|Professor|CEO|CFO|CTO|COO)\b)[A-Z][\w&'’-]+ [A-Z][a-z]"
)
"""A name of two words at the start, known or not."""
_RUN_IN = Pattern(r"^[^*.!?]{2,48}\*{1,2}(?!\w)")
"""A name in bold type with which an item of a list begins."""
_SAYS_ANOTHER = Pattern(r"\b(?:said|says|adds|added|according to) (?:Dr\.? |Mr\.? |Ms\.? )?[A-Z][\w’'-]+ [A-Z]")
_OF_PERSON = Pattern(r"^\W*(?:and |but |so |when |as )?(?:he|she|his|her)\b", re.I)
_OF_FIELD = Pattern(r"\b(?:field|market|landscape|industry|sector|rivals|competition|crowded|neighbou?rs?)\b", re.I)
"""What a heading says that turns to others."""
_GIVES = Pattern(
    r"\b(?:led|joined|participat\w+|took part) (?:the|in the) (?:round|financing|deal)\b|\bled\b[;,]", re.I
)
"""How a sentence on somebody who gives money goes on about the deal."""
_BEGINS_WITH_ANOTHER = Pattern(
    r"^\W*(?!(?:He|She|His|Her|It|They|The|This|That|There|One|Now|Today)\b)[A-Z][a-z’'-]+"
    r"(?:, who\b|, \d\d,| also\b| said\b| says\b)"
)
_NUMBER = Pattern(r"^\W*\d{1,3}\W*$")
AT_THE_START = 28
"""Characters within which somebody begins a sentence."""
_UNNAMED = 3
"""Sentences on a person that neither name nor point to them, one after the other."""
_ORDINARY_PARTS = 3
"""Letters of a part of a name that may stand for the whole, at least."""
_OFTEN = 4
_ONE_IN = 6
"""Of so many sentences one names whom the title names, where the article is on them and not on several things."""
_ONE_IN_FIRST, _ONE_IN_ALONE = 7, 12
"""The same where the title names them first, and where it names nobody else."""
_FIRST_OF = 2.5
"""The part of an article, one in so many, beyond which it names whom it is on."""
_OPENS_WITH = 60
"""Characters within which a sentence names whom those after it are on."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody as they are looked for: by ids, or by a name that no fact knows."""

    ids: Ids
    person: bool
    names: re.Pattern[str] | None
    """The name and what else it is called."""
    parts: re.Pattern[str] | None
    """The parts of the name by which articles shorten it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a thread. `surely`: it names them or points to them; else it stands where they are spoken of.

    `of_another`: it does not name them and begins with somebody else. `within`: it stands in an article, under a
    heading or in a paragraph that is theirs.
    """

    passage: Passage
    surely: bool
    heading: bool = False
    of_another: bool = False
    within: bool = True


class Threads:
    """Finds the sentences that articles tell of somebody."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._facts = discourse.facts

    def whom(self, ids: Ids) -> Whom:
        """Somebody whom facts know."""
        person = any(self._facts.kind(one) == "person" for one in ids)
        names = [self._facts.name(one) for one in sorted(ids)]
        known = [alias for entity in self._facts.entities_of(sorted(ids)) for alias in (entity.name, *entity.aliases)]
        return Whom(ids, person, _either(known), _shortened(names) if person else self._first_words(ids, names))

    def _first_words(self, ids: Ids, names: Iterable[str]) -> re.Pattern[str] | None:
        """The first words of names of several, each where it is no word of its own and nobody else's name."""
        firsts = {words[0] for name in names for words in [name.split()] if len(words) > 1}
        own = [
            one
            for one in sorted(firsts)
            if len(one) > _ORDINARY_PARTS
            and one.casefold() not in ORDINARY
            and {entity.id for entity in self._facts.lookup(one)} <= ids
        ]
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, own))})(?!\w)") if own else None

    def written(self, name: str, person: bool) -> Whom:
        """Somebody whom the articles name and no fact does: a person where the name may be one's."""
        words = name.split()
        person = person and len(words) > 1 and fold(words[-1]) not in TRADES | BODIES
        ids = frozenset((f"{WRITTEN}{name}",))
        short = _shortened([name]) if person else self._first_words(frozenset(), [name])
        return Whom(ids, person, _either([name]), short)

    def of(self, whom: Whom, articles: Iterable[str], on_them: frozenset[str] = frozenset()) -> Iterator[Told]:
        """The sentences on somebody, article by article; `on_them`: articles that are known to be on them."""
        for article in articles:
            yield from self._in(whom, article, article in on_them)

    def articles(self, whom: Whom, words: str, looked_at: int, most: int) -> list[str]:
        """The articles that name somebody, those first whose sentences hold some words best."""
        names = " ".join(one.removeprefix(WRITTEN) for one in sorted(whom.ids) if one.startswith(WRITTEN))
        known = self._discourse.all_names(frozenset(one for one in whom.ids if not one.startswith(WRITTEN)))
        met = self._facts.search(f"{names} {known} {words}".strip(), looked_at)
        return list(dict.fromkeys(p.article for p in met if self._names(p, whom, shortened=False)))[:most]

    def _in(self, whom: Whom, article: str, known: bool) -> Iterator[Told]:
        passages, opens = self._discourse.article(article), self._facts.openings(article)
        naming = {p.ordinal for p in passages if self._names(p, whom)}
        about = (known and not whom.person) or self._is_about(whom, passages, sorted(naming))
        on, part, theirs, unnamed, numbered, away = about, False, False, 0, False, False
        for passage in passages[1:]:
            if is_furniture(passage.text) or _NUMBER.match(passage.text):
                numbered = passage.ordinal in opens
                continue
            begins, named, numbered = passage.ordinal in opens or numbered, passage.ordinal in naming, False
            if not named and (passage.ordinal in opens) and _RUN_IN.match(passage.text):
                on = part = False
                continue
            if begins and is_heading(passage) and passage.ordinal + 1 in opens:
                apart = whom.person or self._others(passage, whom) or bool(_OF_FIELD.search(passage.text))
                part, on, unnamed = named, named or (about and not apart), 0
                if named:
                    yield Told(passage, True, heading=True)
                continue
            if passage.ordinal in opens:
                theirs = named and self._begins(passage, whom)
                away = away and not about
            away = away and not named
            if named and not whom.person and _OF_RIVALS.match(passage.text):
                continue
            if named:
                # "Its finance chief came from Acme": what follows in the paragraph is not on Acme.
                goes_on = part or about or whom.person or self._begins(passage, whom)
                on, unnamed = goes_on and not _COMPETES.search(passage.text), 0
                yield Told(passage, True)
                continue
            if begins and not part:
                on = self._still(passage, whom, on, about)
            if not on:
                continue
            if not whom.person and _ELSEWHERE.match(passage.text):
                on = False
                continue
            other = self._others(passage, whom)
            # What goes on from a sentence on others points to them.
            away = away or (other and not whom.person)
            points = bool(HE_OR_HIS.search(passage.text)) if whom.person else self._points(passage) and not away
            unnamed = 0 if points else unnamed + 1
            if other and whom.person:
                on = False
            elif not whom.person or points or unnamed <= _UNNAMED:
                yield Told(
                    passage, points and not other, of_another=other, within=part or about or theirs or whom.person
                )

    def _still(self, passage: Passage, whom: Whom, on: bool, about: bool) -> bool:
        """Whether a new paragraph that does not name somebody may be on them."""
        if _ELSEWHERE.match(passage.text):
            return False
        if self._others(passage, whom):
            return about and not whom.person and bool(_GIVES.search(passage.text))
        if whom.person:
            return on and bool(HE_OR_HIS.search(passage.text))
        return about or (on and self._points(passage))

    def _points(self, passage: Passage) -> bool:
        """Whether a sentence points back to a house or a product, not to a person."""
        return self._discourse.goes_on(passage) and not _OF_PERSON.match(passage.text)

    def _is_about(self, whom: Whom, passages: list[Passage], named: list[int]) -> bool:
        """Whether an article is on somebody above all, so that paragraphs need not name them.

        `named`: the numbers of the sentences that name them.
        """
        if whom.person or not named:
            return False
        orgs = [m for m in self._discourse.named(passages[0]) if any(self._facts.kind(one) == "org" for one in m.ids)]
        titled = named[0] == 0
        if titled and not any(m.ids - whom.ids for m in orgs) and len(named) * _ONE_IN_ALONE >= len(passages):
            return True
        # What is one of several things in an article is named in a part of it.
        if named[-1] * _FIRST_OF < len(passages):
            return False
        if any(one.startswith(WRITTEN) for one in whom.ids):
            return len(named) >= _OFTEN
        share = _ONE_IN_FIRST if orgs and orgs[0].ids & whom.ids else _ONE_IN
        main = bool(whom.ids & self._discourse.main(passages[0].article))
        return main or (titled and len(named) * share >= len(passages))

    def _names(self, passage: Passage, whom: Whom, shortened: bool = True) -> bool:
        if any(one.startswith(WRITTEN) for one in whom.ids):
            name = next(iter(whom.ids)).removeprefix(WRITTEN)
            return name in passage.text or bool(shortened and whom.parts and whom.parts.search(passage.text))
        if self._discourse.names_one(passage, whom.ids):
            return True
        return bool(shortened and whom.parts is not None and whom.parts.search(passage.text))

    @staticmethod
    def names(whom: Whom, text: str) -> bool:
        """Whether a text has a name of somebody, whole or shortened."""
        return any(pattern is not None and pattern.search(text) for pattern in (whom.names, whom.parts))

    def _begins(self, passage: Passage, whom: Whom) -> bool:
        """Whether a sentence begins with somebody, so that the next ones may go on about them."""
        return self.names(whom, passage.text[:_OPENS_WITH])

    def _others(self, passage: Passage, whom: Whom) -> bool:
        """Whether a sentence is on somebody else: another person, or another company with which it begins."""
        kind = "person" if whom.person else "org"
        others = [one for one in passage.entities if one not in whom.ids and self._facts.kind(one) == kind]
        if whom.person:
            return bool(others or _SAYS_ANOTHER.search(passage.text) or _BEGINS_WITH_ANOTHER.match(passage.text))
        if _OPENS_ON_NAME.match(passage.text):
            return True
        if not others:
            return False
        start = passage.text[:AT_THE_START].casefold()
        return any(_first_word(self._facts.name(one)) in start for one in others)


def _either(names: Iterable[str]) -> re.Pattern[str] | None:
    written = sorted({name for name in names if name}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, written))})(?!\w)", re.I) if written else None


def _first_word(name: str) -> str:
    return name.casefold().split()[0] if name.split() else name.casefold()


def _shortened(names: Iterable[str]) -> re.Pattern[str] | None:
    """The first and the last words of people's names, where no other name goes before or follows."""
    parts = {part for name in names for words in [name.split()] if len(words) > 1 for part in (words[0], words[-1])}
    either = "|".join(re.escape(part) for part in sorted(parts) if len(part) >= _ORDINARY_PARTS or not part.isascii())
    return re.compile(rf"(?<![A-Z][a-z] )(?<!\w)(?:{either})(?!\w)(?! [A-Z][a-z])") if either else None
