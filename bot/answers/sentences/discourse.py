"""What the sentences of an article speak of: whom they name, whom they go on about, whom the article is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from bot.answers.asked.common import ORDINARY
from bot.answers.asked.spotting import Mention, Spotter
from bot.answers.asked.words import is_weekday, stems
from bot.answers.query import Ids
from bot.answers.sentences.meanings.of_questions import meanings
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import stands_in
from bot.store.read import Facts, Passage

_MOST_KEPT, _KEPT_OF_MANY = 5000, 500
"""Sentences of which it is kept what was read of them; in a large store hardly one comes again for another question."""
_NAMED_KEPT, _NAMED_KEPT_OF_MANY = 20_000, 2000
"""Sentences with somebody of whom it is kept whether they are named there."""
_READ_AHEAD = 4000
"""Sentences of the largest store that is read before anybody asks: two seconds of it."""
_LOOK_BACK = 4
"""Sentences in which what one speaks of may have been named last."""
_OFTEN = 2
"""Sentences that name what their article is about above all, at least."""
_OPENING = 3
"""Sentences at the start of an article that tell whom it is about."""
_OPENS_WITHIN = 8
_FIRST_BELOW = 2
_TELLING = 4
"""Letters of a word that may stand for the whole name."""
_ANSWERED_IN = 3
"""Sentences after a question that answer it."""
_ASKS = Pattern(r"^.{8,160}[?？][\"”’')\]]*\s*$")
_OPENS = Pattern(rf"{_ASKS.pattern}|^.{{8,80}}[^.!。！…\"”’')\]\s]\s*$")
"""A question, or a heading."""
_SECTION = 12
"""Sentences after a heading that are still looked upon as under it."""
_HEADS = Pattern(r"^\W*(?:[\w.&’'+-]+ ){0,4}[\w.&’'+-]+\W*$")
"""A few words and no more, as over a section."""
_NAMES = 6
"""Other names of somebody that are searched for."""
_SENTENCE = Pattern(r"^.{30,}[.!?。！？…][\"”’')\]]*\s*$|[㐀-鿿]{8}", re.S)
_GOES_ON = Pattern(
    r"^\W*(?:(?:in|on|by|since|after|before|last|this|next|at|for|with|until|among|now|today|"
    r"meanwhile)\b[^,]{0,40},? )?"
    r"(?:and |but |so |when |as )?(?:it|its|they|their|he|she|his|her|both|"
    r"the (?:[\w.&'-]+,? ){0,5}?(?:company|start-?up|firm|group|maker|manufacturer|developer|business|team|lab|unit|"
    r"outfit|venture|spin-?(?:off|out)|robots?|machines?|humanoid|model|arm|device|chairman|founders?|boss|"
    r"chief executive|"
    r"round|financing|funding|deal|transaction|takeover|purchase|price|valuation|listing|offer(?:ing)?|shares?|"
    r"stock|orders?|"
    r"contract|capital|money|proceeds|loss|profit|result|main product|product|investors?|backers?|customers?|"
    r"investment|project|agreement|acquisition|partnership|joint venture|programme|use cases?|"
    r"founding team)|"
    r"(?:other |among (?:the |its )?)?(?:customers?|clients?|investors?|backers?|shareholders?|revenues?|sales|"
    r"turnover|headcount|"
    r"orders?|shares|production|deliveries|subscription|co-?founders?|founders?))\b|"
    r"^\W*(?:(?:some|about|around|more than|over|nearly|the first|another) )?(?:\d[\d,.]*|(?:two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|dozens?|[\w-]+ (?:hundred|thousand)|(?:twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety)(?:-\w+)?)(?: and [\w-]+)?) "
    r"(?:units?|robots?|machines?|systems?|carts?|of (?:them|these|those|its)|are|were|have)\b|"
    r"^\W*(?:该|其|这家|公司|他|她|它)",
    re.I,
)
"""How a sentence begins that goes on about whom the one before it spoke of."""
_AMONG = Pattern(r"^.{0,80}\b(?:are|is|were|was) among (?:its|their|the)\b", re.I)
"""The same of those that it tells to be among theirs."""
_OF_SOMEBODY = Pattern(
    r"^\W*(?:(?:in|on|by|since|after|before|last|at|for|with|until)\b[^,]{0,40},? )?(?:and |but |so |when |as )?"
    r"(?:he|she|his|her)\b|^\W*[他她]",
    re.I,
)
"""How one begins that goes on about a person, not about a company."""
_OF_SORT = Pattern(
    r"^\W*(?:[^,]{0,40}, )?(?:and |but |so |when |as )?the (?:[\w.&'-]+,? ){0,5}?"
    r"(?:(?P<product>robots?|machines?|humanoid|model|arm|device|main product|product)|"
    r"(?P<org>company|start-?up|firm|group|maker|manufacturer|developer|business))\b",
    re.I,
)
"""How one begins that says of what sort it is that it goes on about."""


_FURNITURE = Pattern(
    r"\bmin(?:ute)?s?[ -]read\b|\b(?:cookies?|privacy|newsletter|subscribe|advertis\w+|sign up|log in|"
    r"all rights reserved|conference pass|read more|share to|isn't investment advice|not investment advice|"
    r"has no position in|positions? in (?:any of )?the (?:stocks|shares)|stay up-to-date|next story|most liked|"
    r"join the conversation|other news:|text version|data protection)\b(?!.{80})|"
    r"\bclick here\b|^\W*(?:home|news|start) (?:>|›|»|/) |(?: · | \| |   )(?:listen|share|save|comments?|print)\W*$|"
    r"^\W*(?:share|listen|save|print|comments?(?: \(\d+\))?|advertisement|image|photo|source|sources?:? \w+)\W*$|"
    r"^\W*\d{4}-\d\d-\d\d \d\d:\d\d\b|: (?:upgrade|log ?in|sign (?:in|up)|subscribe) to (?:see|view|unlock|read)\W*$|"
    r"The post .{5,300}? (?:first )?appeared (?:first )?on \S",
    re.I,
)
"""What stands about an article on a web page."""
_OF_FURNITURE = (
    *("read", "cookie", "privacy", "newsletter", "subscribe", "advertis", "sign up", "log in"),
    *("all rights reserved", "conference pass", "share", "investment advice", "position", "stay up-to-date"),
    *(
        "next story",
        "most liked",
        "conversation",
        "other news",
        "text version",
        "data protection",
        "click here",
        "home",
    ),
    *("home", "news", "start", "listen", "save", "comment", "print", "image", "photo", "source", "appeared", ":"),
)
"""Letters without which it is not there: every sentence is looked at, and hardly one has any of them."""
_BYLINE = Pattern(r"^\W*(?:by|updated|published|image credits?)\b[^.]{0,60}$", re.I)


@lru_cache(maxsize=4096)
def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to the article."""
    low = text.casefold()
    likely = any(letters in low for letters in _OF_FURNITURE)
    return (likely and bool(_FURNITURE.search(text))) or bool(_BYLINE.match(text))


@lru_cache(maxsize=4096)
def _points_back(text: str) -> bool:
    return bool(_GOES_ON.match(text)) or (" among " in text.casefold() and bool(_AMONG.match(text)))


class Discourse:
    """Reads the articles of one store sentence by sentence, and keeps what it read."""

    def __init__(self, facts: Facts, spotter: Spotter) -> None:
        self.facts = facts
        self.spotter = spotter
        self._ids: dict[tuple[str, int], Ids] = {}
        self._stems: dict[tuple[str, int], frozenset[str]] = {}
        self._articles: dict[str, list[Passage]] = {}
        self._main: dict[str, Ids] = {}
        self._asked: dict[tuple[str, int], str] = {}
        self._openings: dict[str, list[Passage]] = {}
        self._opens_on: dict[tuple[str, Ids], bool] = {}
        self._names_one: dict[tuple[str, int, Ids], bool] = {}
        self._most_kept = _KEPT_OF_MANY if facts.is_large else _MOST_KEPT
        self._most_named = _NAMED_KEPT_OF_MANY if facts.is_large else _NAMED_KEPT

    def read_ahead(self) -> None:
        """Looks for the names and the words of every sentence of a small store, so that no question waits for it.

        A third of what a question takes when it is the first to meet its sentences; 0.5 ms a sentence.
        """
        if self.facts.counts()["passages"] <= _READ_AHEAD:
            self.facts.read_ahead()
            for article in self.facts.articles():
                for passage in self.article(article.id):
                    self.ids(passage)
                    self.stems(passage)
                    meanings(passage.text)

    def named(self, passage: Passage) -> list[Mention]:
        """The names in a sentence."""
        # A sentence without any other capital is still no chat message: "figure" names nobody in it.
        return [m for m in self.spotter.find(passage.text) if not (m.text.islower() and m.text in ORDINARY)]

    def ids(self, passage: Passage) -> Ids:
        """Whom a sentence names."""
        key = (passage.article, passage.ordinal)
        known = self._ids.get(key)
        if known is None:
            if len(self._ids) > self._most_kept:
                self._ids.clear()
            # What reading the article told too: "Acme" alone may be nobody's name anywhere else.
            # A name that is a day of the week as well counts only where it is written as a name.
            told = frozenset(i for i in passage.entities if not is_weekday(self.facts.name(i)))
            named = self.named(passage)
            known = self._ids[key] = told.union(*(m.ids for m in named), *(self._makers(m) for m in named))
        return known

    def all_names(self, ids: Ids, most: int = _NAMES) -> str:
        """What some go by, to be searched for: their names, then what else they are called."""
        known = [entity for one in sorted(ids) if (entity := self.facts.entity(one)) is not None]
        others = [alias for entity in known for alias in entity.aliases]
        return " ".join(dict.fromkeys((*(entity.name for entity in known), *others[:most])))

    def _makers(self, mention: Mention) -> Ids:
        """Who makes what is named after its maker: "Acme carts"."""
        first, _, last = mention.text.rpartition(" ")
        if not first or not last.islower() or not any(self.kind(i) == "product" for i in mention.ids):
            return frozenset()
        return frozenset(entity.id for entity in self.facts.lookup(first) if entity.kind == "org")

    def names_one(self, passage: Passage, ids: Ids) -> bool:
        """Whether a sentence names one of some: nearly always told without looking for every name in it."""
        key = (passage.article, passage.ordinal, ids)
        known = self._names_one.get(key)
        if known is None:
            if len(self._names_one) >= self._most_named:
                self._names_one.clear()
            known = any(not is_weekday(self.facts.name(i)) for i in ids.intersection(passage.entities)) or (
                self.spotter.may_name(passage.text, ids) and bool(ids & self.ids(passage))
            )
            self._names_one[key] = known
        return known

    def stems(self, passage: Passage) -> frozenset[str]:
        """The stems of the words of a sentence."""
        key = (passage.article, passage.ordinal)
        known = self._stems.get(key)
        if known is None:
            if len(self._stems) > self._most_kept:
                self._stems.clear()
            before = self.asked_before(passage)
            known = self._stems[key] = stems(f"{before} {passage.text}" if before else passage.text)
        return known

    def asked_before(self, passage: Passage) -> str:
        """The question or the heading that a sentence answers: what it says need not be said again."""
        if passage.ordinal < _FIRST_BELOW:
            return ""
        key = (passage.article, passage.ordinal)
        if key not in self._asked:
            if len(self._asked) > self._most_kept:
                self._asked.clear()
            self._asked[key] = self._asked_above(passage)
        return self._asked[key]

    def _asked_above(self, passage: Passage) -> str:
        for back, (ordinal, text) in enumerate(self._texts_before(passage, _ANSWERED_IN)):
            if ordinal > 0 and (_ASKS if back else _OPENS).match(text):
                return "" if is_furniture(text) else text
        return ""

    def _texts_before(self, passage: Passage, count: int) -> list[tuple[int, str]]:
        """The numbers and texts of the sentences before one, the nearest first; no article is read for them alone."""
        if passage.article in self._articles:
            return [(p.ordinal, p.text) for p in reversed(self.near(passage, count))]
        return self.facts.texts_before(passage, count)

    def article(self, article: str) -> list[Passage]:
        """The sentences of an article in their order."""
        if article not in self._articles:
            if len(self._articles) > self._most_kept // 10:
                self._articles.clear()
            self._articles[article] = self.facts.passages(article)
        return self._articles[article]

    def opens_section(self, passage: Passage, ids: Ids) -> bool:
        """Whether some are the first company named below the heading under which a sentence stands."""
        every = self.article(passage.article)
        first = passage.ordinal
        while first > 1 and passage.ordinal - first < _SECTION and not _HEADS.match(every[first - 1].text):
            first -= 1
        if first <= 1 or not _HEADS.match(every[first - 1].text):
            return False
        for p in every[first - 1 : passage.ordinal]:
            for mention in self.named(p):
                if any(self.kind(i) == "org" for i in mention.ids):
                    return bool(mention.ids & ids)
        return False

    def near(self, passage: Passage, before: int, after: int = 0) -> list[Passage]:
        """The sentences around one, the sentence itself left out."""
        every, at = self.article(passage.article), passage.ordinal  # each stands at its number
        return every[max(0, at - before) : at] + every[at + 1 : at + 1 + after]

    def subjects(self, article: str) -> Ids:
        """Whom an article is about: the names of its title and its first sentences."""
        return frozenset(i for p in self._opening(article) for i in self.ids(p))

    def opens_on(self, article: str, ids: Ids) -> bool:
        """Whether an article is about one of some, told without looking for every name."""
        key = (article, ids)
        if key not in self._opens_on:
            if len(self._opens_on) > self._most_kept:
                self._opens_on.clear()
            self._opens_on[key] = any(self.names_one(p, ids) for p in self._opening(article))
        return self._opens_on[key]

    def _opening(self, article: str) -> list[Passage]:
        """The title and the first sentences; what stands about them on a web page is no sentence."""
        if article not in self._openings:
            if len(self._openings) > self._most_kept:
                self._openings.clear()
            first = self.article(article)[:_OPENS_WITHIN]
            self._openings[article] = [p for p in first if p.ordinal == 0 or _SENTENCE.search(p.text)][:_OPENING]
        return self._openings[article]

    def spoken_of(self, passage: Passage, kinds: frozenset[str]) -> Ids:
        """Whom of some kinds a sentence names or, where it names none, the last sentence before it that does."""
        for p in (passage, *reversed(self.near(passage, _LOOK_BACK - 1))):
            named = frozenset(i for i in self.ids(p) if self.kind(i) in kinds)
            if named:
                return named
        return frozenset()

    def goes_on(self, passage: Passage) -> bool:
        """Whether a sentence points back with its first words: "It …", "The company …", "Last year the firm …"."""
        return _points_back(passage.text)

    def goes_on_about(self, passage: Passage, ids: Ids, kinds: frozenset[str]) -> bool:
        """Whether a sentence points back to one of some, who are of these kinds."""
        if not self.goes_on(passage) or bool(_OF_SOMEBODY.match(passage.text)) is not ("person" in kinds):
            return False
        sort = _OF_SORT.match(passage.text)
        pointed = (frozenset((str(sort.lastgroup),)),) if sort else (kinds, kinds & frozenset(("product",)))
        return any(ids & self.topic(passage, told) for told in pointed)

    def goes_on_about_main(self, passage: Passage, ids: Ids) -> bool:
        """Whether a sentence points back to what its whole article is about, and nobody else begins the one before."""
        if not self.goes_on(passage) or _OF_SOMEBODY.match(passage.text) or not ids & self.main(passage.article):
            return False
        before = self.near(passage, 1)
        first = self.named(before[0])[:1] if before else []
        opens = [m for m in first if not re.search(r"\w", before[0].text[: m.start])]
        return not any(self.kind(i) == "org" for mention in opens for i in mention.ids - ids)

    def goes_on_about_another(self, passage: Passage, ids: Ids) -> bool:
        """Whether a sentence points back to a company, and not to one of some that are companies."""
        if passage.ordinal == 0 or not any(self.kind(i) == "org" for i in ids) or not self.goes_on(passage):
            return False
        if any(self.calls(title, ids) for title in self.article(passage.article)[:1]):
            return False  # "the company" of an article is the one in its title
        other = self.opener(passage)
        return bool(other) and not other & ids

    def opener(self, passage: Passage) -> Ids:
        """The company with whose name the sentence begins from which one goes on; nobody where it begins otherwise."""
        for before in reversed(self.near(passage, _LOOK_BACK - 1)):
            if not self.goes_on(before):
                first = next(iter(self.named(before)), None)
                if first is None or re.search(r"\w", before.text[: first.start]):
                    return frozenset()
                return frozenset(i for i in first.ids if self.kind(i) == "org")
        return frozenset()

    def main(self, article: str) -> Ids:
        """What an article is about above all: what it names far more often than anything else of that kind."""
        if article not in self._main:
            if len(self._main) > self._most_kept:
                self._main.clear()
            told = Counter(i for p in self.article(article) for i in p.entities)
            titled = frozenset(i for p in self.article(article)[:1] for i in p.entities)
            self._main[article] = self._foremost(told, "org", titled) | self._foremost(told, "product", titled)
        return self._main[article]

    def is_about(self, article: str, ids: Ids) -> bool:
        """Whether an article is about one of some above all, or has one in its title."""
        return bool(ids & self.main(article)) or any(self.calls(title, ids) for title in self.article(article)[:1])

    def calls(self, passage: Passage, ids: Ids) -> bool:
        """Whether a sentence names one of some, be it by the first word of the name alone."""
        return self.names_one(passage, ids) or any(
            stands_in(passage.text, first) for one in ids if (first := self._first(one))
        )

    def _first(self, one: str) -> str:
        """The first word of a name of several, where it is no word of its own; else nothing."""
        words = self.facts.name(one).split()
        first = words[0] if len(words) > 1 and self.kind(one) == "org" else ""
        return first if len(first) >= _TELLING and first.casefold() not in ORDINARY else ""

    def _foremost(self, told: Counter[str], kind: str, titled: Ids) -> Ids:
        """What of a kind is told of most often, and of nothing else as often unless the title names that alone."""
        ranked = Counter({one: times for one, times in told.items() if self.kind(one) == kind}).most_common()
        most = [one for one, times in ranked if times == ranked[0][1] >= _OFTEN]
        foremost = most if len(most) == 1 else [one for one in most if one in titled]
        return frozenset(foremost) if len(foremost) == 1 else frozenset()

    def topic(self, passage: Passage, kinds: frozenset[str]) -> Ids:
        """Whom of some kinds a sentence is about: whom it names first, or whom the one before is about."""
        for p in (passage, *reversed(self.near(passage, _LOOK_BACK - 1))):
            if self.goes_on(p):
                named = frozenset(i for m in self.named(p) for i in m.ids if self.kind(i) in kinds)
                if p is not passage and kinds == frozenset(("product",)) and len(named) == 1:
                    return named  # "The main product is …"
                continue
            first = next((m for m in self.named(p) if any(self.kind(i) in kinds for i in m.ids)), None)
            if first is not None:
                return first.ids
            told = frozenset(i for i in p.entities if self.kind(i) in kinds)
            if told:
                return told if len(told) == 1 else frozenset()
        return frozenset()

    def kinds_of(self, ids: Ids) -> frozenset[str]:
        """The kinds of entity that compete with some for being spoken of."""
        found = frozenset(self.kind(one) for one in ids)
        return found if "person" in found else frozenset(("org", "product"))

    def has_person(self, ids: Ids) -> bool:
        """Whether one of some is a person."""
        return any(self.kind(one) == "person" for one in ids)

    def kind(self, one: str) -> str:
        return self.facts.kind(one)
