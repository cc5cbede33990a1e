"""What the articles say beside the facts of a command: of deals, of posts, of a life, of what happened when.

The sentences come out of the threads of whoever is asked about, so that "she", "the company" and a heading count; each
kind has its words, and what tells most is shown, in the order of the articles and never more than there is room for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import spelled
from bot.answers.commands.asked_name import in_period
from bot.answers.commands.deal_words import (
    DEAL,
    GIVES,
    MAYBE_DEAL,
    MONEY_WORDS,
    NO_DEAL,
    PARTIES,
    PUT_IN,
    SURELY_DEAL,
    TAKEN_OVER,
    is_taken_by,
)
from bot.answers.desk import Desk
from bot.answers.legs.unknown_names import looks_like_name
from bot.answers.lines import passage_line
from bot.answers.query import WRITTEN, Ids
from bot.answers.quoted import is_quoted, spaced
from bot.answers.sentences.signs import WHOLE_NAME, YEAR
from bot.answers.sentences.threads import AT_THE_START, Threads, Told, Whom
from bot.answers.text import echo
from bot.answers.titles import POST, fits, posts
from bot.grammar.money import find_money, tells_sum
from bot.grammar.patterns import Pattern
from bot.grammar.rates import to_usd
from bot.model.answer import Answer, Citation
from bot.store.read import Passage

Rank = Callable[[Told], int]
"""How much a sentence tells of what is asked; 0 where it tells nothing of it."""

_LOOKED_AT, _LOOKED_AT_OF_MANY = 80, 12
"""Sentences that name somebody, by which the articles are found."""
_ARTICLES, _ARTICLES_OF_MANY = 12, 3
_ROOM = 1400
"""Characters of all sentences beside the facts of one answer."""
_LONGEST = 520
_PRICE = 100_000
"""Dollars below which a sum is what something costs, not what a house raises or is bought for."""
_SHORTEST = 4
"""Blanks in a sentence that tells by itself what happened."""
_HAPPENS = Pattern(
    r"\b(?:found(?:ed|s)|set up|establish\w+|launch\w*|unveil\w*|releas\w+|open(?:ed|s)|start(?:ed|s)|join(?:ed|s)|"
    r"appointed|named|became|left|quits?|moved|bought|acquired|raised|sold|closed|filed|listed|signed|order(?:ed|s)|"
    r"deliver\w*|won|led|laid off|cut)\b",
    re.I,
)
_APPOSED = Pattern(r"(?<=[a-z,] )[A-Z][a-z]{2,}, (?:an?|the|who|formerly|previously)\b")
"""A name of one word that goes before what somebody is: "her sister Ada, an accountant"."""
_LIFE = Pattern(
    rf"\b(?:joined|joins|became|appointed|named|promoted|hired|stud(?:y|ied)|graduat\w+|degree|doctorate|ph\.?d|"
    rf"master(?:'s)?|bachelor|mba|professor|lecturer|formerly|previously|former|worked|works|left|leav(?:es|ing)|quit|"
    rf"founded|co-?founded|set up|started|"
    rf"resigned|retire\w*|stepp\w+ down|spent|employee|headed|heads|led|leads|ran|runs|worked|veteran|alumn\w+|earned|"
    rf"years? (?:at|with)|was at|came from|comes from|came to|moved|served|taught|teaches|trained|born|grew up|"
    rf"succeed\w*|replac\w+|hand\w* over|chairs?|owns?|holds?|universit\w+|college|institute)\b|\b{POST}\b|"
    rf"毕业|曾任|加入|博士|硕士|创立|创办",
    re.I,
)
_ARTICLE = len("“The ")
_OF_THING = Pattern(r"^\W*(?:it|its|they|their)\b", re.I)
_POST = Pattern(rf"(?<!\w){POST}(?!\w)", re.I)
_TAKES_POST = Pattern(
    r"\b(?:join(?:s|ed)|appoint\w*|named|becom(?:es|ing)|became|promot\w+|hired|serves|succe(?:eds|eded)|replac\w+|"
    r"t(?:akes|ook) over|hand\w* over)\b",
    re.I,
)
_SPEAKS_FOR = Pattern(r"\bspokes(?:person|man|woman)\b|\banalysts?\b|发言人|分析师", re.I)
_MONTH = Pattern(
    r"\b(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|May)\b(?= (?:\d|of|last|this)|[,.]|$)|"
    r"\b(?:in|since|last|this|of) (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b|月"
)
_AHEAD = Pattern(r"\b(?:by (?:19|20)\d\d|expect\w*|forecast\w*|predict\w*|estimat\w*|will (?:reach|hit|grow))\b", re.I)
_QUOTE_MARKS = ('"', "“", "‘", "「")
_NEAR = 90
"""Characters from a post to the name of whoever holds it."""
_NOT_NOW = Pattern(r"\b(?:former|ex|deputy|vice|previous|then|assistant)[ -]*$", re.I)
_ELSEWHERE = Pattern(r"^[^.;]{0,25}?\b(?:of|at|for|with|from) (?:the )?(?:[\w-]+ )?(?-i:[A-Z一-鿿])")
_WHOSE = Pattern(r"(?:['’]s?)?[\s,(]*(?:whose )?(?:(?:former|new|current|then) |(?<=['’]s )[A-Z][\w-]+ )?$")
"""What stands between a house and a post of it: "Acme's former CEO"."""
_OWN_POST = re.compile(
    rf"^\W*(?P<its>(?:its|the company's|the firm's) )?(?:former )?(?P<post>{POST}(?: and {POST})?)\b", re.I
)
_LEADING = frozenset({"ceo", "founder", "chair", "president"})
_ITS_HOUSE = Pattern(
    r"\b(?:chairs?|chaired|runs|heads|leads|founded|joined) (?:the|this) (?:company|firm|start-?up|group|outfit)\b"
)
"""A house of which only a sentence before tells the name."""
_BACK, _JUST_BEFORE = 6, 2
_THE_HOUSE = Pattern(
    r"\b(?:bought|acquir\w+|approached|led|co-?led|invest\w+|back\w+|offer\w*|bid|put|into|in|for) "
    r"(?:[\w$€£.-]+ ){0,3}?"
    r"the (?:[\w.'’-]+ ){0,4}?(?:company|start-?up|firm|maker|developer|group|manufacturer|outfit|business)\b"
)
"""A house that is bought or backed, and not named."""


class Said:
    """What the articles say of one name beside what is told already."""

    def __init__(
        self, desk: Desk, whom: Whom, cited: Iterable[Citation], words: str = "", on_them: frozenset[str] = frozenset()
    ) -> None:
        self._desk = desk
        self._whom = whom
        self._quotes = [spaced(citation.quote) for citation in cited]
        threads, large = Threads(desk.sentences.discourse), desk.facts.is_large
        looked_at, most = (_LOOKED_AT_OF_MANY, _ARTICLES_OF_MANY) if large else (_LOOKED_AT, _ARTICLES)
        self._told = list(threads.of(whom, threads.articles(whom, words, looked_at, most), on_them))

    @property
    def of_person(self) -> bool:
        """Whether it is, or may be, a person of whom this is said."""
        return self._whom.person

    def names(self, text: str) -> bool:
        """Whether a text names whoever is asked about."""
        return Threads.names(self._whom, text)

    def deals(
        self, clause: Clause | None, limit: int, groups: tuple[Ids, ...] = (), loosely: bool = False
    ) -> list[Passage]:
        """The sentences on rounds, purchases and listings, of a period or a round where that is asked for.

        `loosely`: without sums and other names too, for somebody of whom hardly anything is told.
        """

        def rank(told: Told) -> int:
            if told.heading or (clause is not None and not in_period(told.passage, clause)):
                return 0
            if not all(self._desk.sentences.discourse.names_one(told.passage, ids) for ids in groups):
                return 0
            if told.of_another:
                text = told.passage.text
                given = PUT_IN.search(text) and find_money(text)
                return int(bool(given or (GIVES.search(text) and self._is_after_deal(told.passage))))
            if not (told.surely or told.within):
                return 0
            found = self._of_deal(told.passage, told.surely)
            if not found and loosely and told.surely and not NO_DEAL.search(told.passage.text):
                text = told.passage.text
                written = any(one.startswith(WRITTEN) for one in self._whom.ids)
                met = (PARTIES, MONEY_WORDS) if written else (TAKEN_OVER,)
                found = int(any(pattern.search(text) for pattern in met) or (written and tells_sum(text)))
            return found and 2 * found + told.surely

        chosen = self._most(rank, limit)
        return [p for p in dict.fromkeys(q for p in chosen for q in (*self._whose(p), p)) if not self._is_told(p)]

    def life(self, limit: int, held: frozenset[str] = frozenset()) -> list[Passage]:
        """The sentences on a person's posts and schools, and a heading that has more than the name.

        `held`: the kinds of post of which it is told already where they are held.
        """

        def rank(told: Told) -> int:
            text = told.passage.text
            if told.heading:
                return 4 if WHOLE_NAME.search(text) and len(text.split()) > 2 else 0
            if not _LIFE.search(text) or (not told.surely and self._begins_with_thing(text)):
                return 0
            return 2 + told.surely

        chosen = self._most(rank, limit)
        return [p for p in dict.fromkeys((*self._houses_before(chosen, held), *chosen)) if not self._is_told(p)]

    def posts(self, limit: int, named: Ids = frozenset(), held: frozenset[str] = frozenset()) -> list[Passage]:
        """The sentences that say of somebody with a name that they hold a post there.

        `named`, `held`: of whom and of which kinds of post it is told already.
        """

        def rank(told: Told) -> int:
            text = told.passage.text
            if told.heading or not (told.surely or told.within) or _SPEAKS_FOR.search(text):
                return 0
            if not (told.surely or _TAKES_POST.search(text)):
                return 0
            others_posts = frozenset().union(*(posts(met[0]) for met in _POST.finditer(text))) - held
            if not self._has_person(told.passage, frozenset() if others_posts else named):
                return 0
            here = any(self._is_ours(told, met) for met in _POST.finditer(text))
            return 2 + told.surely if here else 0

        return self._most(rank, limit)

    def holders(self, post: str, limit: int) -> list[Passage]:
        """The sentences that say who holds a post there."""

        def rank(told: Told) -> int:
            text = told.passage.text
            for met in _POST.finditer(text):
                around = text[max(0, met.start() - _NEAR) : met.end() + _NEAR]
                if not fits(met[0], post) or _NOT_NOW.search(text[: met.start()]) or not self._is_ours(told, met):
                    continue
                if WHOLE_NAME.search(around) or _APPOSED.search(around) or self._has_person(told.passage):
                    return 2 + told.surely
            return 0

        return self._most(rank, limit)

    def happened(self, clause: Clause | None, limit: int) -> list[Passage]:
        """The sentences that say when something was, within a period where one is asked for."""

        def rank(told: Told) -> int:
            text = told.passage.text
            if told.heading or not (told.surely or told.within) or not (YEAR.search(text) or _MONTH.search(text)):
                return 0
            if text.count(" ") < _SHORTEST:
                return 0
            if clause is not None and clause.narrow.when is not None and not in_period(told.passage, clause):
                return 0
            if _AHEAD.search(text):
                return 1
            return 2 + told.surely + 2 * bool(_HAPPENS.search(text) or DEAL.search(text)) + bool(YEAR.search(text))

        return self._most(rank, limit)

    def is_of_others(self, quote: str) -> bool:
        """Whether a quoted sentence stands in no thread and names another house, or its paragraph begins with one."""
        wanted = spaced(quote)
        if any(wanted == spaced(told.passage.text) for told in self._told):
            return False
        discourse = self._desk.sentences.discourse
        for passage in self._desk.facts.search(quote, 1):
            opens = self._desk.facts.openings(passage.article)
            first = max((n for n in opens if n <= passage.ordinal), default=passage.ordinal)
            beside = (passage, *(p for p in discourse.near(passage, _BACK) if p.ordinal >= first))
            named = {one for p in beside for one in p.entities if self._desk.facts.kind(one) == "org"}
            return bool(named) and not named & self._whom.ids
        return False

    def _most(self, rank: Rank, limit: int) -> list[Passage]:
        rows = [
            (-found, n, told.passage)
            for n, told in enumerate(self._told)
            if len(told.passage.text) <= _LONGEST and (found := rank(told)) and not self._is_told(told.passage)
        ]
        chosen: list[tuple[int, Passage]] = []
        room = _ROOM
        for _, n, passage in sorted(rows, key=lambda row: row[:2]):
            if len(chosen) == limit or len(passage.text) > room:
                break
            chosen.append((n, passage))
            room -= len(passage.text)
        return list({spaced(passage.text): passage for _, passage in sorted(chosen, key=lambda row: row[0])}.values())

    def _is_told(self, passage: Passage) -> bool:
        return is_quoted(passage.text, self._quotes)

    def _is_after_deal(self, passage: Passage) -> bool:
        """Whether the sentence before one tells of a deal of whoever is meant."""
        before = self._desk.sentences.discourse.near(passage, 1)
        told = [t for t in self._told if before and t.passage.ordinal == before[0].ordinal and not t.of_another]
        return any(t.passage.article == passage.article and self._of_deal(t.passage, t.surely) > 1 for t in told)

    def _of_deal(self, passage: Passage, surely: bool = True) -> int:
        """How surely a sentence tells of a deal: with its sum, or with somebody else who is in it."""
        text, sum_told = passage.text, tells_sum(passage.text)
        if NO_DEAL.search(text) and not SURELY_DEAL.search(text):
            return 0
        if self._is_raised_by_another(passage, surely):
            return 0
        if sum_told and not (text.startswith(_QUOTE_MARKS) and not SURELY_DEAL.search(text)):
            if all((to_usd(mention.money) or _PRICE) < _PRICE for mention in find_money(text)):
                return 0
            return 3 if DEAL.search(text) else 2 if MAYBE_DEAL.search(text) else 0
        return 1 if self._orgs(passage) - self._whom.ids and PARTIES.search(text) else 0

    def _whose(self, passage: Passage) -> list[Passage]:
        """Where a sentence on somebody's deal only says "the maker of …": the one before it that names the house."""
        if not _THE_HOUSE.search(passage.text) or self._orgs(passage) - self._whom.ids:
            return []
        before = reversed(self._desk.sentences.discourse.near(passage, _JUST_BEFORE))
        return [p for p in before if p.ordinal > 0 and self._orgs(p) - self._whom.ids][:1]

    def _is_raised_by_another(self, passage: Passage, surely: bool) -> bool:
        """Whether the money is somebody else's: "Acme, founded in 2015, took $80 million", "Acme, which raised …"."""
        starts = {self._desk.facts.name(one).split()[0] for one in self._orgs(passage) - self._whom.ids}
        return any(is_taken_by(start, passage.text, surely) for start in starts)

    def _orgs(self, passage: Passage) -> Ids:
        return frozenset(one for one in passage.entities if self._desk.facts.kind(one) == "org")

    def _has_person(self, passage: Passage, but: Ids = frozenset()) -> bool:
        """Whether a sentence names somebody, other than those of whom it is told already."""
        known = {one for one in passage.entities if self._desk.facts.kind(one) == "person"}
        if known or _APPOSED.search(passage.text):
            return not known or bool(known - but)
        text = passage.text
        for mention in self._desk.lookup.spotter.find(text):
            text = text.replace(mention.text, " ")
        return WHOLE_NAME.search(text) is not None

    def _begins_with_thing(self, text: str) -> bool:
        """Whether a sentence that names no person begins with a house, or with what points to one."""
        firsts = (m for m in self._desk.lookup.spotter.find(text) if m.start <= _ARTICLE)
        return _OF_THING.match(text) is not None or any(self._are_orgs(m.ids) for m in firsts)

    def _is_ours(self, told: Told, post: re.Match[str]) -> bool:
        """Whether a post may be one of the house: not "Acme's CEO", nor, where Acme begins the sentence, before it."""
        text = told.passage.text
        others = self._names_of(self._orgs(told.passage) - self._whom.ids)
        if self._elsewhere(text, post) or _WHOSE.sub("", text[: post.start()]).endswith(others):
            return False
        orgs = [m for m in self._desk.lookup.spotter.find(text) if self._are_orgs(m.ids)]
        if not orgs or orgs[0].ids & self._whom.ids or orgs[0].start > AT_THE_START:
            return True
        return any(m.end <= post.start() for m in orgs if m.ids & self._whom.ids)

    def _are_orgs(self, ids: Ids) -> bool:
        return any(self._desk.facts.kind(one) == "org" for one in ids)

    def _elsewhere(self, text: str, post: re.Match[str]) -> bool:
        """Whether a post is one of another house: "director of industrials at Acme"."""
        after = text[post.end() :]
        if _ELSEWHERE.match(after) is None:
            return False
        own = {_first_of(name) for name in self._names_of(self._whom.ids)}
        return not any(spelled(after[:_NEAR], (name,)) for name in own)

    def _names_of(self, ids: Ids) -> tuple[str, ...]:
        """All that some are called."""
        known = [one for one in sorted(ids) if not one.startswith(WRITTEN)]
        aliases = (alias for one in self._desk.facts.entities_of(known) for alias in one.aliases)
        return (*map(self._desk.facts.name, known), *aliases)

    def _houses_before(self, chosen: list[Passage], held: frozenset[str]) -> list[Passage]:
        """Where a sentence says "Its founder Jo Roe …", "… chairs the company": the one before that names the house."""
        found = []
        surely = [told.passage for told in self._told if told.surely]
        for passage in [p for p in surely if p in chosen or self._is_told(p)]:
            own = _OWN_POST.match(passage.text)
            its = own is not None and own["its"]
            if not its and (held & _LEADING or not self._leaves_open(own, passage, held)):
                continue
            before = self._desk.sentences.discourse.near(passage, _BACK)
            opens = self._desk.facts.openings(passage.article)
            begins = max((n for n in opens if n <= passage.ordinal), default=0)
            # The first of its paragraph says whose it is; without one, the nearest.
            ordered = [*(p for p in before if p.ordinal >= begins), *reversed(before)]
            house = next((p for p in ordered if any(self._desk.facts.kind(one) == "org" for one in p.entities)), None)
            if house is not None and house.ordinal > 0 and len(house.text) <= _LONGEST:
                found.append(house)
        return list(dict.fromkeys(found))[:2]

    @staticmethod
    def _leaves_open(own: re.Match[str] | None, passage: Passage, held: frozenset[str]) -> bool:
        """Whether a sentence tells of a post, but not where it is held."""
        if own is None:
            return _ITS_HOUSE.search(passage.text) is not None
        return not (posts(own["post"]) <= held or _ELSEWHERE.match(passage.text[own.end() :]))


def _first_of(name: str) -> str:
    """The first word of a name, or all of it where that is no more than a letter."""
    first = name.split()[0] if name.split() else name
    return first if len(first) > 1 else name


def with_said(
    desk: Desk, answer: Answer | None, name: str, tell: Callable[[Said], list[Passage]], person: bool = False
) -> Answer | None:
    """An answer about a name that only the articles write, with what they go on to tell; None where nothing is."""
    named = name.strip(" ?.！？。")
    if answer is None and not looks_like_name(desk, named):
        return None
    told = answer.citations if answer is not None else ()
    more = tell(Said(desk, Threads(desk.sentences.discourse).written(named, person), told))
    if answer is None:
        if not any(spelled(p.text, named.split()) for p in more):
            return None  # a stem of it is another's: "Figur" of "Figure"
        title = f"What the articles say: {echo(named)}"
        return Answer(True, title, tuple(map(passage_line, more))) if more else None
    return replace(answer, lines=(*answer.lines, *map(passage_line, more)))
