"""What articles tell of products and companies: of the sentences on one those that tell what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.common import ORDINARY
from bot.answers.asked.question import Clause
from bot.answers.asked.words import is_weekday, same_meaning, spelled, stem, stems
from bot.answers.query import Ids
from bot.answers.sentences.counting import counted_in, counts, counts_goods
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.retrieval import Sentences, narrows
from bot.answers.sentences.signs import CJK
from bot.answers.sentences.things.aspects import Aspect, aspects_of
from bot.answers.sentences.things.reader import CELL, RIVALLED, SORTS, ThingReader, Told
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_ENOUGH, _ENOUGH_GIVEN, _ENOUGH_SAID = 0.74, 0.62, 0.9
"""Of the words that ask, weighted, and how surely it is on the thing: alone, and where it gives a particular,
and where it is asked whether."""
_AROUND = 0.65
"""What a word counts that stands in the sentence before or after."""
_ABOVE = 0.5
"""The same of the title of its article."""
_NEARLY, _NEARLY_OF_USERS = 0.2, 0.35
"""How much less another sentence may have that is told with the best one; each tells of another user."""
_WORDS = 0.2
"""The part of the order of sentences that all words of the question decide."""
_USER = 0.15
"""How much more a sentence has that names somebody, where it is asked who uses a thing, or where."""
_SAYS_WHAT, _MOST_DESCRIBING = 0.9, 2
_IT_IS = Pattern(r"\W*(?:it|this|the (?:robot|machine|model|hand|arm|device)) (?:is|was)\b", re.I)
_DESCRIBES = Pattern(
    r"(?:^\W*(?:it|this|the \w+)|\w) (?:is|was) (?:an?|the|our|its|their) [a-z]|, (?:an?|the|its|their) [a-z][^,.]{8,}|"
    r"\b(?:designed|built|made|meant) (?:to|for)\b",
    re.I,
)
"""How a sentence says what something is."""
_CAN = Pattern(
    r"(?:\b(?:[Ii]t|[Tt]hat|[Ww]hich|robots?|droid|machine|humanoid|dog|quadruped|model|system|arm|hand|device|software)|"
    r"[A-Z][\w-]*(?: \d[\w.]*)?)[”\"’]?(?:,? (?:also|currently|now|even|basically|reportedly|then)){0,2},? "
    r"(?:can(?! (?:\w+ )?be (?:bought|ordered|purchased|pre-?ordered|rented))|(?:is|are|will be|will also be) able to|"
    r"(?:is |are )?capable of|lets|(?:is|are|was|were) (?:used|designed|built|made|meant) (?:for|to))\b"
    r"(?! (?:produc|mak|manufactur|sell|ship|deliver)(?:e|ing)?\b)"
)
"""How a sentence says what something does."""
_ABLE = 0.9
_SHORTEST = 3
_MOST = 4
_OPENING = 4
"""Sentences at the start of an article that tell whom it is about, its title among them."""
_NEAR = 3
_SOME = Pattern(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b", re.I
)
_SITE = Pattern(
    r"\b(?:sites?|plants?|factor(?:y|ies)|warehouses?|buildings?|halls?|depots?|shops?|stores?|campus)\b", re.I
)
_NAMES = Pattern(r"(?<=[a-z,;] )[A-Z][\w&-]+")
_ASIDE = Pattern(
    r"\b(?:told|tells|spun (?:out|off) (?:of|from)|according to|reported by|invested by|backed by) (?:the )?$", re.I
)
"""What stands before a company that uses nothing: a newspaper, a university."""
_OF_PAST = Pattern(r"\b(?:has|have|had|did|were|was|so far|to date|until now|already|by now)\b")
_TO_COME = Pattern(
    r"\b(?:will|would|expects?|plans?|hopes?|wants?|targets?|aims?|due|next (?:year|month|spring|summer|autumn|fall)|"
    r"should|"
    r"begins?|start(?:s|ing)?|intends?|by (?:the end of )?20\d\d|pencil\w*)\b",
    re.I,
)
_DONE = Pattern(
    r"\b(?:sold|shipped|delivered|built|made|produced|manufactured|assembled|rolled|placed|installed|deployed|placed|"
    r"ordered|booked|reserved|signed|bought|in (?:operation|use|service|the field)|running|runs|operates?)\b",
    re.I,
)
_AHEAD = Pattern(r"\bwhen (?:will|is .{0,40}\bgoing to)\b")
_NEXT = Pattern(
    r"\b(?:next|later|soon|coming|from (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)|slated|scheduled|set to|until|to (?:be|start|begin|ship)|follows)\b",
    re.I,
)
_PARTS = Pattern(r"[;,]\s|\b(?:and|but)\b ")
_OF_OTHER_KINDS = Pattern(
    r"\b(?:invest\w*|back(?:s|ed|ers?)|rounds?|<round>|rais(?:e|es|ed|ing)|fund(?:s|ed|ing)|valu(?:ation|ed)|acqui\w+|"
    r"takeover|ipo|"
    r"stakes?|shares|stock|go(?:es|ing)? public|who owns|owners?|owned by|shareholders?|(?:co-?)?found(?:er|ers|ed)|"
    r"ceo|cto|cfo|coo|chief|head(?:s|ed)|leads|led|boss|"
    r"president|chair(?:man|woman)?|stud(?:y|ied)|degree|universit\w+|born|joined|hired|appointed|resigned|successor|"
    r"succeed\w*|"
    r"who (?:runs|ran|left|leaves)|how many (?:people|employees|staff|workers|persons|jobs|engineers)|head ?count|"
    r"employees)\b"
)
"""What is no question on a thing, but on money, ownership or people."""
_DEALT = Pattern(r"\b(?:buy|buys|bought|merge\w*|sell|sells|sold)\b")
_PAID = Pattern(r"\b(?:pay|pays|paid|paying|spend|spent|buy|bought)\b.*\bfor\b|\bhow much (?:for|did)\b")
_RENTED = Pattern(
    r"\b(?:rent\w*|leas\w+|hire[sd]?|subscri\w+|fees?|per|each|apiece|an? (?:hour|day|week|month|year|piece))\b"
)
_OF_DEALS = Pattern(
    r"\b(?:rais(?:e|es|ed|ing)|rounds?|invest\w*|valu(?:es?|ed|ation)|revenues?|turnover|acqui\w+|fund(?:s|ing)|loans?|"
    r"grants?|profit|loss(?:es)?|budget|backlog|fined?|damages|salary|stake)\b|融资|估值|营收",
    re.I,
)
_CHANGED_HANDS = Pattern(
    r"\b(?:was|were|been|be) (?:sold|bought|acquired) (?:by|to|in|for)\b(?! (?:customers|hospitals|farmers))|"
    r"\bsold (?:the|its) (?:unit|business|company|division|stake)\b",
    re.I,
)
_PRICED = Pattern(
    r"\b(?:costs?|pric\w+|sell(?:s|ing)?|sold|charg\w+|asks?|asking|pa(?:y|ys|id)|rent\w*|leas\w+|hire[sd]?|retail\w*|"
    r"apiece|each|per|a (?:month|day|year|piece|unit|robot)|subscription|tag|starts? at|list)\b|售价|价格|[元$€£]/",
    re.I,
)
_GOODS = stems("robots machines units sets pieces humanoids systems")
_COUNTS_GOODS = Pattern(
    r"\bhow many (?:robots|machines|units|sets|pieces|humanoids|systems)\b|^when (?:robots|machines|units|sets|"
    r"pieces)\b"
)
_TITLES = stems(
    "robot robots hand arm chip model humanoid machine exoskeleton mower dog system app vehicle car truck drone board "
    "kit "
    "platform gripper company startup firm maker unit spin-off"
)


class Things:
    """Finds in the articles of one store what they tell of products and companies."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._discourse = sentences.discourse
        self.reader = ThingReader(sentences)

    def best(self, clause: Clause) -> list[Passage]:
        """The sentences that tell what a clause asks of the first thing it names; none where no sentence does."""
        if clause.wants == "why" or _OF_OTHER_KINDS.search(clause.shape):
            return []
        asked = aspects_of(clause.shape)
        named = clause.groups() or tuple(clause.names[i].ids for i in sorted(clause.tellers))
        groups = [ids for ids in named if self.reader.sort(ids) in SORTS]
        for thing in sorted(groups, key=lambda ids: SORTS.index(self.reader.sort(ids))):
            others = [ids for ids in named if not ids & thing]
            if clause.wants == "who" and self.reader.sort(thing) == "org" and not asked:
                continue
            if _DEALT.search(clause.shape) and len(groups) > 1 and not asked:
                continue
            if _PAID.search(clause.shape) and self.reader.sort(thing) != "product":
                continue  # what a company paid, or was paid for, is no price of a thing
            written = frozenset(m.text for m in clause.names if m.ids & thing and _is_name(m.text))
            lines = self.reader.lines(thing, written)
            found = self._told_in(clause, lines, others, _first(asked, clause), _explained(asked))
            if found:
                return found
        return []

    def describing(self, thing: Ids) -> list[Passage]:
        """The sentences that say what a product is: "…, a robot that …", "It is a quadruped"."""
        lines = [told for told in self.reader.lines(thing) if told.head is None and not told.of_others]
        sure = [told for told in lines if told.surely >= _SAYS_WHAT or _IT_IS.match(told.passage.text)]
        return [told.passage for told in sure if _DESCRIBES.search(told.passage.text)][:_MOST_DESCRIBING]

    def abilities(self, thing: Ids) -> list[Passage]:
        """The sentences that say what a product can do, those first that begin with its name."""
        lines = [told for told in self.reader.lines(thing) if told.head is None and not told.of_others]
        able = [told for told in lines if told.surely >= _ABLE and _CAN.search(told.passage.text)]
        return [told.passage for told in sorted(able, key=lambda told: -told.surely)][:_MOST]

    def of_written(self, clause: Clause, word: str) -> list[Passage]:
        """The same of what only the articles write, and no fact knows: "Rovers" is several of it."""
        asked = aspects_of(clause.shape)
        alone = replace(clause, unknown=tuple(w for w in clause.unknown if w.casefold() != word.casefold()))
        others = list(clause.groups())
        return self._told_in(alone, self.reader.of_written(word), others, _first(asked, clause), _explained(asked))

    def _told_in(
        self,
        clause: Clause,
        lines: list[Told],
        others: list[Ids],
        asked: tuple[Aspect, ...],
        explained: frozenset[str],
    ) -> list[Passage]:
        """Of the sentences on a thing those that tell what a clause asks."""
        titles = _titles(clause, bool(asked))
        plain = titles | _GOODS if asked and _COUNTS_GOODS.search(clause.shape) else titles
        rest = tuple(w for w in clause.content if w not in explained and len(w) > 1 and w not in plain)
        if not asked and not rest:
            return []
        weights = self._sentences.evidence.word_weights(rest)
        total = sum(weights.values())
        rows: list[tuple[float, int]] = []
        paid = bool(_PAID.search(clause.shape)) and not _RENTED.search(clause.shape)
        if clause.wants == "count" and clause.narrow.known is not None:  # "sold as of May" is told after May
            clause = replace(clause, narrow=replace(clause.narrow, known=None))
        for at, told in enumerate(lines):
            if told.of_others and not (others or any(one.of_others for one in asked)):
                continue
            if not self._may_answer(told, clause, asked):
                continue
            here = self._discourse.stems(told.passage) | (
                stems(told.head.text) if told.head is not None else frozenset()
            )
            near = stems(" ".join(p.text for p in self._discourse.near(told.passage, 1, 1)))
            above = stems(told.passage.citation.title)
            held = sum(w * _share(same_meaning(s), here, near, above) for s, w in weights.items())
            share = held / total if total else 1.0
            if share * told.surely < (_ENOUGH_GIVEN if asked else _ENOUGH_SAID if clause.wants == "yes" else _ENOUGH):
                continue
            if others and not all(self._names(told.passage, ids, paid) for ids in others):
                continue
            words = sum(bool(same_meaning(word) & here) for word in clause.content) / max(1, len(clause.content))
            of_users = bool(asked) and asked[0].of_others and bool(self._users(told, clause))
            user = _USER * (of_users + told.of_others) if of_users else 0.0
            rows.append((-((1 - _WORDS) * share * told.surely + _WORDS * words + user), at))
        rows.sort()
        nearly = _NEARLY_OF_USERS if any(one.of_others for one in asked) else _NEARLY
        best = [at for score, at in rows if score <= rows[0][0] + nearly][:_MOST]
        kept: dict[tuple[str, int], Passage] = {}
        for at in best:
            kept |= {(p.article, p.ordinal): p for p in lines[at].shown}
        return list(kept.values())

    def _may_answer(self, told: Told, clause: Clause, asked: tuple[Aspect, ...]) -> bool:
        text = told.text
        if told.surely <= RIVALLED and any(one.sure for one in asked):
            return False  # a weight beside two names is that of the other as likely
        if not all(self._is_given(told, one, clause) for one in asked) or not self._spells(told, clause.unknown):
            return False
        if clause.wants == "who" and any(one.of_others for one in asked) and not self._somebody(told, clause):
            return False
        money = any(one.given is None for one in asked)
        if money and (_CHANGED_HANDS.search(text) or (_OF_DEALS.search(text) and not _PRICED.search(text))):
            return False
        if _AHEAD.search(clause.shape) and not (_TO_COME.search(text) or _NEXT.search(text)):
            return False
        if clause.wants == "when" or (not asked and clause.wants in ("money", "percent", "count", "where", "who")):
            if not of_the_kind(told.passage, clause, ()):
                return False
        elif clause.wants == "count" and not (_SOME.search(text) and _is_past(text, clause.shape)):
            return False
        if not narrows(told.passage, clause):
            return False
        counted = counted_in(clause)
        return counts_goods(text, clause) and (not counted or bool(asked) or counts(text, counted))

    def _is_given(self, told: Told, asked: Aspect, clause: Clause) -> bool:
        """Whether a sentence holds what is asked; of a table the cell below the heading that says it."""
        if clause.wants == "where" and asked.of_others and _SITE.search(told.text):
            return True
        if told.head is None or CELL not in told.passage.text or _SOME.search(told.head.text):
            return asked.given_in(told.text)
        headings = [stems(cell) for cell in told.head.text.split(CELL)]
        cells = told.passage.text.split(CELL)
        for heading, cell in zip(headings, cells, strict=False):
            if heading & asked.words and (asked.given_in(cell) or bool(_SOME.search(cell))):
                return True
        priced = zip(told.head.text.split(CELL), cells, strict=False)
        return asked.given is None and any(asked.given_in(c) and not _OF_DEALS.search(h) for h, c in priced)

    def _users(self, told: Told, clause: Clause) -> Ids:
        """Companies that a sentence names besides those who are asked about and those who make it."""
        asked = frozenset().union(*clause.groups())
        asked |= frozenset(kin for one in asked for kin in self.reader.makers(one))
        text = told.passage.text
        aside = frozenset(
            i for m in self._discourse.named(told.passage) if _ASIDE.search(text, 0, m.start) for i in m.ids
        )
        return frozenset(
            i for i in self._discourse.ids(told.passage) - asked - aside if self._discourse.kind(i) == "org"
        )

    def _somebody(self, told: Told, clause: Clause) -> bool:
        """Whether a sentence names somebody besides those who are asked about, if only the article knows them."""
        return bool(self._users(told, clause)) or bool(_NAMES.search(told.passage.text))

    def _spells(self, told: Told, words: tuple[str, ...]) -> bool:
        """Whether a sentence, one before it or the opening of its article writes some words, of one or of several."""
        if not words:
            return True
        around = [*self._discourse.near(told.passage, _NEAR), *self._discourse.article(told.passage.article)[:_OPENING]]
        text = " ".join((told.text, *(p.text for p in around)))
        return all(any(spelled(text, (form,)) for form in _forms(word)) for word in words)

    def _names(self, passage: Passage, ids: Ids, itself: bool) -> bool:
        """Whether a sentence, one beside it or what its article is about names one of some; `itself`: the sentence."""
        if itself:
            return self._discourse.names_one(passage, ids)
        around = [*self._discourse.near(passage, 2, 2), *self._discourse.article(passage.article)[:_OPENING]]
        if ids & self._discourse.main(passage.article):
            return True
        return any(self._discourse.names_one(p, ids) for p in (passage, *around))


def gives_particular(clause: Clause, texts: Sequence[str]) -> bool:
    """Whether some of the sentences that are to be shown hold the particular that a clause asks of a thing, if any."""
    asked = _first(aspects_of(clause.shape), clause)
    if not asked or _OF_OTHER_KINDS.search(clause.shape) or any(map(_is_chinese, texts)):
        return True
    if asked[0].sure:
        headings = frozenset().union(*(stems(text) for text in texts if CELL in text and not _SOME.search(text)))
        in_rows = bool(headings & asked[0].words) and any(CELL in text and _SOME.search(text) for text in texts)
        cells = [cell for text in texts if CELL in text for cell in text.split(CELL)]
        cells = [cell for cell in cells if stems(_label(cell)) & asked[0].words]
        plain = [text for text in texts if CELL not in text]
        return in_rows or any(map(asked[0].given_in, (*plain, *cells)))
    if asked[0].counted and clause.wants == "count":
        given = [text for text in texts if asked[0].given_in(text)]
        return any(_is_past(text, clause.shape) and counts_goods(text, clause) for text in given)
    return True


def _label(cell: str) -> str:
    """What a cell of a table says before its number: "Weight 3.9 kg"."""
    return re.split(r"\d", cell, maxsplit=1)[0]


def _is_chinese(text: str) -> bool:
    """Whether a sentence is Chinese, and not only has a Chinese name in it: particulars are known in English."""
    return 3 * len(CJK.findall(text)) > len(text)


def _is_past(text: str, shape: str) -> bool:
    """Whether a sentence may tell what was done, where that is asked for: what is to come was not."""
    if not _OF_PAST.search(shape) or not _TO_COME.search(text):
        return True
    parts = _PARTS.split(text)
    return any(_SOME.search(part) and _DONE.search(part) and not _TO_COME.search(part) for part in parts)


def _share(word: frozenset[str], here: frozenset[str], near: frozenset[str], above: frozenset[str]) -> float:
    """What a word counts that stands in a sentence, beside it or in the title of its article."""
    return 1.0 if word & here else _AROUND if word & near else _ABOVE if word & above else 0.0


def _forms(word: str) -> tuple[str, ...]:
    """A name with those of several of it, and of one: "Orderly" in "85 Orderlies"."""
    return (word, word.removesuffix("s"), f"{word}s", f"{word[:-1]}ies" if word.endswith("y") else word)


def _is_name(text: str) -> bool:
    """Whether a name may be looked for as it is written: it is long enough, or has a number, and is no common word."""
    if is_weekday(text) or text.casefold() in ORDINARY:
        return False
    return len(text) > _SHORTEST or (len(text) > 1 and any(char.isdigit() for char in text))


def _first(asked: tuple[Aspect, ...], clause: Clause) -> tuple[Aspect, ...]:
    """What a sentence has to give: the first that is asked for, a sum before all else where one is."""
    return asked[:1] if clause.wants != "money" else tuple(sorted(asked, key=lambda one: one.given is not None)[:1])


def _explained(asked: tuple[Aspect, ...]) -> frozenset[str]:
    return frozenset(word for one in asked for word in one.words)


def _titles(clause: Clause, particular: bool) -> frozenset[str]:
    """Words beside a name that only say what it is: "the Rover robot", "the hand Lir"; of a particular any after it."""
    beside = list(re.finditer(r"(?:\b([\w-]+) )?<\d+>(?:'s)?(?: ([\w-]+))?", clause.shape))
    said = frozenset(stem(word) for met in beside for word in met.groups() if word) & _TITLES
    after = re.finditer(r"<\d+>(?:'s)? ([a-z-]+s)\b", clause.shape) if particular else ()
    version = re.finditer(r"<\d+> ?-([\w.]+)", clause.shape)
    return said | frozenset(stem(met[1]) for met in (*after, *version))
