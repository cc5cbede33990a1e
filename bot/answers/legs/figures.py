"""The sentences that give a figure of what a question is about, told of one of those whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.answers.asked.question import Clause
from bot.answers.asked.words import spelled, stems
from bot.answers.desk import Desk
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.meanings.loose import PLAIN, means
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings
from bot.answers.sentences.retrieval import narrows
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

FIGURE = Pattern(r"\d|\b(?:half|third|quarter|none|zero|nothing|two|three|four|five|six|seven|eight|nine|ten|"
                  r"eleven|twelve|dozen|hundred|thousand|million|billion|free)\b", re.I)  # fmt: skip
SUMS = Pattern(r"(?:[$€£¥₩₹]|\b(?:Rs|RMB|CHF|US\$|HK\$)\.? ?)\d|\d ?(?:million|billion|crore|lakh|m|bn)\b", re.I)
_OF_MONEY = Pattern(
    r"\b(?:cheaper|dearer|pricier|expensive|costs?|prices?|rais\w+|lost|lose|losses|earn\w*|paid|pay|sales|revenues?|worth|"
    r"valu\w+|money|funding|profits?|turnover)\b"
)
_MEANT = (
    (
        Pattern(r"\b(?:cheaper|dearer|pricier|expensive|costs?|prices?|priced|charg\w+)\b"),
        "price cost costs sell charge rent lease",
    ),
    (
        Pattern(r"\b(?:old(?:er|est)|young(?:er|est)|newer|first)\b"),
        "founded established born started since launched old",
    ),
    (Pattern(r"\b(?:lose|lost|losing|loss(?:es)?)\b"), "loss losses lost lose deficit"),
    (Pattern(r"\b(?:rais\w+|funding|money)\b"), "raised raise funding round series seed"),
    (Pattern(r"\b(?:heav(?:ier|iest)|light(?:er|est)|weigh\w*|weight)\b"), "weigh weighs weight heavy"),
    (Pattern(r"\b(?:fast(?:er|est)|slow(?:er|est)|speed)\b"), "speed fast hour second"),
    (Pattern(r"\b(?:tall(?:er|est)|high(?:er|est)|height)\b"), "tall height high stands metres meters feet"),
)
"""What is compared, and what sentences say that tell it."""
_COMPARING = stems(
    "compare compared comparison versus more less fewer most than each both apart differ difference respectively "
    "bigger larger smaller higher lower cheaper dearer pricier faster slower older younger longer shorter heavier "
    "lighter better worse "
    "tallest heaviest lightest fastest slowest strongest oldest youngest shortest longest smallest "
    "taller stronger mentioned much many machine robot humanoid one company two number figure apart far"
)
_BEFORE, _AFTER = 0.6, 0.3
"""What a word counts that only the sentence before says, or the one after."""
_BY_NAME, _GOING_ON = 1.0, 0.7
_OF_KIND = 0.4
_NAMING = 30

Words = list[tuple[float, frozenset[str]]]
"""The weights of words, and all that they may mean."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of those who are asked about: its ids, or the word that only articles know it by."""

    ids: Ids
    word: str = ""

    def is_named(self, desk: Desk, passage: Passage) -> bool:
        """Whether a sentence names it, be it by the first word of its name alone."""
        if self.word:
            return spelled(passage.text, (self.word, f"{self.word}s"))
        return desk.sentences.discourse.calls(passage, self.ids)

    def articles(self, desk: Desk) -> list[str]:
        """The articles that name it."""
        met = desk.facts.search(self.word or desk.sentences.discourse.all_names(self.ids), _NAMING)
        return list(dict.fromkeys(p.article for p in met if self.is_named(desk, p)))


def words_of(desk: Desk, clause: Clause) -> Words:
    """The words that say what is compared; those that only compare are none."""
    weights = {w: k for w, k in desk.sentences.closeness.weights(clause).items() if w not in _COMPARING | PLAIN}
    # A slip of the pen that no article holds compares nothing.
    weights = {w: k for w, k in weights.items() if " " in w or desk.facts.spread(w)} or weights
    implied = stems(" ".join(words for asked, words in _MEANT if asked.search(clause.shape)))
    meant = [(weight, means(word) | meaning_of(word) | implied) for word, weight in weights.items()]
    return meant or ([(1.0, implied)] if implied or clause.narrow.when is not None else [])


def figures_of(
    desk: Desk, clause: Clause, side: Side, others: Sequence[Side], articles: Iterable[str], least: float
) -> Iterator[tuple[float, Passage]]:
    """The sentences of some articles that give a figure on one side, and how surely; `least`: the words they share."""
    words = words_of(desk, clause)
    total = sum(weight for weight, _ in words)
    of_money = bool(_OF_MONEY.search(clause.shape))
    for article in articles if total else ():
        every = desk.sentences.discourse.article(article)
        for at, passage in enumerate(every):
            text = passage.text
            if at == 0 or not FIGURE.search(text) or is_furniture(text) or not narrows(passage, clause):
                continue
            sure = _BY_NAME if side.is_named(desk, passage) else 0.0
            if not sure and desk.sentences.discourse.goes_on(passage) and side.is_named(desk, every[at - 1]):
                sure = 0.0 if any(other.is_named(desk, passage) for other in others) else _GOING_ON
            held = _held(words, every, at) / total if sure else 0.0
            if sure and held >= least:
                of_kind = of_the_kind(passage, clause, ()) and (not of_money or bool(SUMS.search(text)))
                yield held + sure + _OF_KIND * of_kind, passage


def _held(words: Words, every: Sequence[Passage], at: int) -> float:
    """The weight of the words that a sentence says, with what those beside it say of the rest."""
    here, before = meanings(every[at].text), meanings(every[at - 1].text)
    after = meanings(every[at + 1].text) if at + 1 < len(every) else frozenset[str]()
    return sum(
        weight * (1.0 if told & here or not told else _BEFORE if told & before else _AFTER * bool(told & after))
        for weight, told in words
    )
