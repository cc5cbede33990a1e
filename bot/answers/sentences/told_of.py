"""Whether what a sentence tells is told of somebody: beside their name, going on about them, or by its article."""

from __future__ import annotations

import re

from bot.answers.asked.words import spelled
from bot.answers.query import WRITTEN, Ids, Query
from bot.answers.sentences.deals.details import DETAILS
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.kinds_told import NAME, tells
from bot.answers.sentences.signs import HE_HIS_OR_HIM, WHOLE_NAME
from bot.answers.titles import POST
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_HERE, GOES_ON, _POINTS, _ABOUT, BESIDE = 1.0, 0.9, 0.85, 0.8, 0.6
"""How surely one speaks of a name: beside what it tells, going on, pointing back, by its article, in another part."""
_POINTS_BACK = Pattern(
    r"\b(?:in|into|of|for|to|by|with|at|on|from|chairs?|runs?|leads?|led|heads?|owns?|bought|buys?|joined|founded|"
    r"manages?|controls?) the (?:[\w-]+ )?(?:company|start-?up|firm|group|maker|business)\b"
    r"(?! (?:of|that|which|behind|whose))",
    re.I,
)
"""Words within a sentence that point back to whom the one before it was about."""
ITS_POST = Pattern(
    rf"^\W*(?:his|her|its|their|the (?:company|firm|start-?up|group|maker)(?:'s|’s)) (?:[\w-]+ ){{0,3}}?{POST}\b|"
    r"\b(?:chairs?|chaired|runs?|leads?|heads?|manages?|steers?) the (?:[\w-]+ )?(?:company|firm|start-?up|group)\b",
    re.I,
)
"""A post at whom the section of an article is about."""
_OF_THAT = Pattern(
    r"^\W*(?:(?:in|of) )?(?:the|this|that|its|their|those|lead|new|old|existing|other|earlier) (?:[\w-]+ ){0,2}?"
    r"(?:rounds?|series|financing|deal|investors?|backers?|shareholders?|customers?|clients?|listing|shares|stock)\b|"
    r"\b(?:the stock|the shares) (?:is|are|will)\b",
    re.I,
)
"""How a sentence begins that names others beside what was spoken of."""
OURS = Pattern(r"\b(?:we|our|ours|us)\b|我们", re.I)
"""In an article on somebody, what they say of themselves, as in an interview."""
_UNIT = Pattern(
    rf"{NAME}(?:'s|’s)? (?:[\w-]+ ){{0,3}}?(?:division|unit|business|arm|subsidiary|lab|plant|factory)\b", re.I
)
"""A part of what is asked about: its figures are not those of the whole."""
_SITE = Pattern(
    r"\b(?:expan\w+|enlarge\w*) (?:of )?(?:[\w’'-]+ ){0,5}?(?:cent(?:er|re)|office|site|lab|plant)\b[^.;]{0,30}\d", re.I
)
"""A place of theirs that grows to some number."""
_PARTS = Pattern(r"[;|•]|\s[—–-]\s")
_OF_OWN = Pattern(
    r"^\W*(?:(?:[A-Z][\w&.’'-]*|of|and|the|de) ){1,5}(?:(?:\([^)]*\)|, [^,]{2,80},) )?(?:(?:also|has|have|had|"
    r"recently) )?"
    r"(?:raised|went public|listed|filed|completed|bought|acquired|sold|closed|shut|gained|launched|took in|(?:\w+ "
    r"){1,3}?(?:its|"
    r"their) )"
)
"""A sentence that begins with a company and tells of a deal of its own."""
_ROW = Pattern(rf"^\W*(?:[^|A-Za-z]{{0,12}}\|\s*)?{NAME}[^|]{{0,20}}\|")
"""A row of a table that begins with the name: every cell is told of it."""
_NAMESAKE = Pattern(rf"(?<!^)\b(?!Mr|Ms|Mrs|Dr|Prof|Sir|But|And|The)[A-Z][\w'’-]+ {NAME}|{NAME} [A-Z][\w'’-]+")
"""A single name with another before or after it: somebody else of that name."""
_SOMEBODY_ELSE = Pattern(
    rf"{NAME}(?:'s|’s) (?:[\w-]+ )?(?:competitor|rival|neighbou?r|peer|predecessor|namesake)\b", re.I
)
"""Whoever is told of here is known by the name, and is not it."""


class ToldOf:
    """Tells of whom the sentences of one store tell what they tell."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def names(self, passage: Passage, ids: Ids) -> bool:
        """Whether a sentence names one of some."""
        if not ids.isdisjoint(passage.entities):
            return True
        if any(one.startswith(WRITTEN) for one in ids):
            return any(spelled(passage.text, (one.removeprefix(WRITTEN),)) for one in ids)
        may = self._discourse.spotter.may_name(passage.text, ids)
        return may and bool(ids & self._discourse.ids(passage))

    def marked(self, passage: Passage, ids: Ids) -> str:
        """A sentence with `NAME` for each of their names in it."""
        text = passage.text
        for one in ids:
            if one.startswith(WRITTEN):
                text = re.sub(rf"(?<!\w){re.escape(one.removeprefix(WRITTEN))}(?!\w)", NAME, text, flags=re.I)
        if not self._discourse.spotter.may_name(text, ids):
            return text
        person = self._discourse.has_person(ids)
        for mention in reversed(self._discourse.named(passage)):
            marked = f"{text[: mention.start]}{NAME}{text[mention.end :]}"
            namesake = person and " " not in mention.text and _NAMESAKE.search(marked)
            if mention.ids & ids and not namesake and not _SOMEBODY_ELSE.search(marked):
                text = marked
        return text

    def surely(self, passage: Passage, ids: Ids, marked: str, asked: tuple[str, ...], query: Query) -> float:
        """How surely what a sentence tells is told of somebody; `marked`: the sentence with `NAME` for their names."""
        kinds = self._discourse.kinds_of(ids)
        if query.measures and _SITE.search(marked):
            return BESIDE
        if NAME in marked:
            return self._named(passage, ids, marked, asked, query)
        its = query.post and "person" not in kinds and WHOLE_NAME.search(passage.text) and ITS_POST.search(marked)
        if its and self._discourse.opens_section(passage, ids):
            return _ABOUT
        if passage.ordinal == 0 or self._discourse.goes_on_about_another(passage, ids):
            return 0.0
        if ids & frozenset(passage.entities):
            return GOES_ON
        if any(one.startswith(WRITTEN) for one in ids):
            before = self._discourse.near(passage, 1)
            return GOES_ON if self._discourse.goes_on(passage) and any(self.names(p, ids) for p in before) else 0.0
        return self._unnamed(passage, ids, asked, query)

    def _named(self, passage: Passage, ids: Ids, marked: str, asked: tuple[str, ...], query: Query) -> float:
        """How surely a sentence that names somebody tells it of them."""
        if query.measures and _UNIT.search(marked):
            return BESIDE
        if _ROW.match(marked):
            return _HERE
        parts = _PARTS.split(marked)
        if any(tells(part, aspect, query) for part in parts if NAME in part for aspect in asked):
            return _HERE
        kinds = self._discourse.kinds_of(ids)
        own = self._discourse.topic(passage, kinds) & ids
        return _HERE if own and (len(parts) == 1 or self._alone(passage, ids, kinds)) else BESIDE

    def _unnamed(self, passage: Passage, ids: Ids, asked: tuple[str, ...], query: Query) -> float:
        """How surely a sentence that does not name somebody tells it of them all the same."""
        kinds = self._discourse.kinds_of(ids)
        rivals = any(self._discourse.kind(i) in kinds for i in self._discourse.ids(passage))
        if "person" in kinds and not HE_HIS_OR_HIM.search(passage.text):
            return 0.0
        if rivals and query.measures:
            return 0.0  # a figure is rather theirs
        if self._discourse.goes_on_about(passage, ids, kinds):
            return GOES_ON
        on_topic = bool(ids & self._discourse.topic(passage, kinds))
        if on_topic and "person" not in kinds and not rivals and not self._discourse.goes_on(passage):
            return GOES_ON
        if not on_topic and _POINTS_BACK.search(passage.text):
            before = self._discourse.near(passage, 1)
            if before and ids & self._discourse.topic(before[0], kinds):
                return _POINTS
        return _ABOUT if self._is_of_its_article(passage, ids, asked, query, rivals) else 0.0

    def _is_of_its_article(
        self, passage: Passage, ids: Ids, asked: tuple[str, ...], query: Query, rivals: bool
    ) -> bool:
        """Whether a sentence tells it of somebody because its article is about them; `rivals`: it names others."""
        if self._discourse.goes_on_about_main(passage, ids):
            return True
        kinds = self._discourse.kinds_of(ids)
        if query.post and "person" not in kinds and ids & self._discourse.main(passage.article):
            return bool(WHOLE_NAME.search(passage.text))
        if "person" not in kinds and self._follows(passage, ids, kinds):
            alone = not rivals and not self._discourse.goes_on(passage)
            if alone or (asked[0] in ("funding", "ipo", "deployment") and _OF_THAT.search(passage.text)):
                return True
        if ids & self._discourse.subjects(passage.article) and OURS.search(passage.text):
            return True
        return asked[0].startswith(DETAILS) and self._is_of_deal(passage, ids)

    def _alone(self, passage: Passage, ids: Ids, kinds: frozenset[str]) -> bool:
        """Whether a sentence names nobody else who competes with some for what it tells."""
        others = (m.ids for m in self._discourse.named(passage) if not m.ids & ids)
        return not any(self._discourse.kind(i) in kinds for found in others for i in found)

    def _is_of_deal(self, passage: Passage, ids: Ids) -> bool:
        """Whether an article tells of a deal of one of some: it is about them, and no other tells its own."""
        return self._discourse.is_about(passage.article, ids) and not _OF_OWN.match(passage.text)

    def _follows(self, passage: Passage, ids: Ids, kinds: frozenset[str]) -> bool:
        """Whether a sentence of an article that is about some above all stands right after what is told of them."""
        before = self._discourse.near(passage, 1)
        if not before or not ids & self._discourse.main(passage.article):
            return False
        rivals = (
            m.ids for m in self._discourse.named(before[0]) if any(self._discourse.kind(i) in kinds for i in m.ids)
        )
        return bool(next(rivals, ids) & ids)
