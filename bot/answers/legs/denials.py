"""Of "did Acme …" and "has she said when …": the sentence that says no, where nothing says yes.

A denial stands in other words than the question, and says no more of it than that it is not so. It answers as long as
it is on all who are named, and on what is asked about them. Who denies something was asked about it, so a near miss
seldom has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answers.asked.question import Clause, clauses
from bot.answers.asked.words import spelled, stems
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.intents.frames import ASKS_ANY_DENIAL, FRAMES
from bot.answers.legs.closest import share_said
from bot.answers.legs.figures import Side
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.meanings.loose import PLAIN
from bot.answers.sentences.meanings.of_questions import meanings
from bot.answers.sentences.retrieval import narrows
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

DENIED = "denied"
"""What sentences are found by that say no."""
_WHETHER_TOLD = Pattern(
    r"^(?:did|has|have|does|do|will|would) (?:the )?<\d+>(?:'s [\w-]+)? (?:ever |already |really |yet )?(?:disclos\w+|"
    r"sa(?:y|id)|reveal\w*|tell|told|give|given|name[d]?|publish\w*|explain\w*|specif\w+|mention\w*|announc\w+)\b"
)
_UNTOLD = Pattern(
    r"\b(?:would|will|did|does|do|has|have|could)(?: not|n['’]t) (?:be |been |yet )?(?:sa(?:y|id)|disclos\w+|reveal\w*|"
    r"tell|told|give|given|named?|comment\w*|specif\w+|publish\w*|drawn|discuss|identify|shared?)\b|\bundisclosed\b|"
    r"\bdeclin\w+|\b(?:named|gave|gives|set|offered) no\b|\bneither\b[^.]{0,30}\b(?:disclos\w+|sa(?:y|id)|reveal\w*)\b|"
    r"\bnot (?:been )?(?:disclosed|revealed|named|published)\b|\brefus\w+|\bkept? (?:\w+ ){0,2}(?:secret|quiet)\b|"
    r"\bwithout (?:naming|saying|giving)\b|\bno (?:comment|date|figure|details?|price)\b|\bsilent\b",
    re.I,
)
_NO = Pattern(
    r"\b(?:not|never|neither|nor|no longer|no (?:such|plans?|talks|intention|deal|decision|acquisition|negotiations?|"
    r"longer|one)|nobody|none|den(?:y|ies|ied|ial)|reject(?:s|ed)|dismiss(?:es|ed)|declin(?:es|ed)|refus(?:es|ed)|"
    r"contradict\w*|untrue|false|fiction|nonsense|ruled? out|called off|scrapped|dropped|abandoned|withdr\w+|"
    r"exit(?:ed)?|walked away|fell through|unfounded|rumou?rs?|cannot)\b|n['’]t\b",
    re.I,
)
_DENIED = Pattern(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|dismiss(?:es|ed)|contradict(?:s|ed|ing)|disput(?:es|ed)|rul(?:es|ed) "
    r"out|call(?:s|ed) [^.;]{1,60}(?:untrue|false|fiction|nonsense|unfounded|baseless))\b",
    re.I,
)
"""What somebody does who denies something."""
_DENIES = Pattern(
    r"\b(?:den(?:y|ies|ied|ial)|reject(?:s|ed)|dismiss(?:es|ed)|contradict\w*|disput(?:es|ed)|untrue|not true|false|"
    r"fiction|nonsense|no such|unfounded|rul(?:es|ed) out|no (?:plans?|talks|intention|negotiations?))\b",
    re.I,
)
"""What denies what the sentences before it told."""
_REPORTS = Pattern(r"^(?:'s)? (?:had )?(?:reported|reports?|wrote|writes|said|says)\b")
_SAID_ALL, _SAID_WITH_NAMES = 0.6, 0.3
"""The share of the words that a denial says with those before it, and the same where it names all who are asked of."""
_BACK, _FAR, _ARTICLES = 3, 8, 4
_SUCH = Pattern(r"\bsuch\b|\bden(?:y|ies|ied) (?:it|that|this)\b", re.I)
"""What points back to more than the sentence before."""
_OPPOSITES = (
    (Pattern(r"\b(?:stay\w*|still|remain\w*|keep\w*|kept|hold\w*|held)\b"), "exit exited left leave sold quit"),
    (Pattern(r"\b(?:profitable|profits?|in the black|money)\b"), "loss losses lost red"),
    (Pattern(r"\b(?:succeed\w*|work out|come to|go(?:ne)? through|happen\w*)\b"), "failed fell collapsed cancelled"),
)
"""What is asked, and the opposite that a sentence tells of those who are named."""


def denied(desk: Desk, message: str) -> list[Found]:
    """The sentence that denies what a message asks whether it is so, or says that it was not told."""
    asked = clauses(message, desk.lookup.spotter, desk.today)[:1]
    found = []
    for clause in asked:
        if ASKS_ANY_DENIAL.search(clause.shape):
            if denials := _of_anything(desk, clause):
                found.append(Found(clause, (), denials, clause.ids, rule=DENIED))
            continue
        told = bool(_WHETHER_TOLD.search(clause.shape))
        if not ((clause.names or clause.unknown) and (told or clause.wants == "yes")):
            continue
        best = max(_denying(desk, clause, told), key=lambda row: row[0], default=None)
        if best is not None:
            passage = best[1]
            before = desk.sentences.discourse.near(passage, 1) if desk.sentences.discourse.goes_on(passage) else []
            passages = (*(p for p in before if p.ordinal > 0), passage)
            found.append(Found(clause, (), passages, clause.ids, rule=DENIED))
    return found


def _of_anything(desk: Desk, clause: Clause) -> tuple[Passage, ...]:
    """The sentences in which somebody denies something: of all who are named before the word that does, the last."""
    discourse, ids = desk.sentences.discourse, frozenset[str]().union(*clause.groups())
    out: list[Passage] = []
    for article in _articles(desk, [ids], ()):
        for passage in discourse.article(article):
            says_no = _DENIED.search(passage.text)
            named = discourse.named(passage) if says_no is not None else []
            before = [m for m in named if says_no is not None and m.start < says_no.start()]
            if before and before[-1].ids & ids and not is_furniture(passage.text):
                out.append(passage)
    return tuple({p.article: p for p in out}.values())[:_BACK]


def _denying(desk: Desk, clause: Clause, told: bool) -> Iterator[tuple[float, Passage]]:
    """The sentences that say no of all who are named, and what share of the words they say."""
    discourse, says_no = desk.sentences.discourse, _UNTOLD if told else _NO
    weights = _words(desk, clause, told)
    opposite = stems(" ".join(words for asked, words in _OPPOSITES if asked.search(clause.shape)))
    tellers = (clause.names[i].ids for i in clause.tellers)
    groups = [ids for ids in (*clause.groups(), *tellers) if not is_place(ids)]
    for article in _articles(desk, groups, clause.unknown):
        every = discourse.article(article)
        for at, passage in enumerate(every):
            text = passage.text
            opposed = bool(opposite & stems(text))
            if at == 0 or not (says_no.search(text) or opposed) or is_furniture(text) or not narrows(passage, clause):
                continue
            own = [ids for ids in groups if _named(desk, passage, ids)]
            near = [ids for ids in groups if ids in own or _named_in(desk, every[max(1, at - _BACK) : at], ids)]
            if len(own) < len(groups) and _of_others(desk, passage, groups):
                continue  # it denies that of somebody else
            far = every[max(1, at - _FAR) : at]
            if not all(ids in near or discourse.opens_on(article, ids) or _named_in(desk, far, ids) for ids in groups):
                continue
            beside = far if _SUCH.search(text) else every[max(1, at - _BACK) : at]
            around = " ".join((*(p.text for p in beside), text))
            if not spelled(around, clause.unknown) or not (near or clause.unknown):
                continue
            whole = len(groups) > 1 and len(own) == len(groups)
            surely = whole or any(_is_not(desk, text, ids) for ids in own)
            plainly = surely or told or (_DENIES.search(text) and len(near) == len(groups))
            if not plainly and len(groups) > 1 and not opposed:
                continue  # what is not so of one of them says nothing of both
            said = meanings(around if plainly else text)
            held = share_said(weights, said) if weights and not opposed else 1.0
            if held >= (_SAID_WITH_NAMES if surely else _SAID_ALL) and (own or not opposed):
                yield held + len(own) / (len(groups) or 1), passage


def _articles(desk: Desk, groups: Sequence[Ids], unknown: Sequence[str]) -> list[str]:
    """The articles that name all who are asked about."""
    naming = [Side(ids).articles(desk) for ids in groups]
    naming += [Side(frozenset(), word).articles(desk) for word in dict.fromkeys(unknown)]
    return [article for article in (naming[0] if naming else ()) if all(article in some for some in naming)][:_ARTICLES]


def _is_not(desk: Desk, text: str, ids: Ids) -> bool:
    """Whether a sentence says that it is not somebody."""
    first = (desk.facts.name(one).split(" ")[0] for one in ids)
    return any(re.search(rf"(?:\bnot|n['’]t) (?:be |been )?{re.escape(name)}(?!\w)", text) for name in first)


def _of_others(desk: Desk, passage: Passage, groups: Sequence[Ids]) -> bool:
    """Whether a sentence names others than those who are asked about, whoever reported it left out."""
    asked = frozenset().union(*groups)
    named = (m for m in desk.sentences.discourse.named(passage) if not m.ids & asked)
    others = [m for m in named if any(desk.facts.kind(i) in ("org", "person") for i in m.ids)]
    return any(not _REPORTS.match(passage.text[m.start + len(m.text) :]) for m in others)


def _named_in(desk: Desk, passages: Sequence[Passage], ids: Ids) -> bool:
    return any(_named(desk, passage, ids) for passage in passages)


def _named(desk: Desk, passage: Passage, ids: Ids) -> bool:
    """Whether a sentence names one of some, somebody by the last word of the name alone."""
    if desk.sentences.discourse.calls(passage, ids):
        return True
    people = (one for one in ids if desk.facts.kind(one) == "person")
    return any(spelled(passage.text, (desk.facts.name(one).split(" ")[-1],)) for one in people)


def _words(desk: Desk, clause: Clause, told: bool) -> dict[str, float]:
    """The words that say what is asked about; those that only ask whether it is so are none."""
    asking = next(frame for frame in FRAMES if frame.name == "settled").asked
    said = next(frame for frame in FRAMES if frame.name == "said").asked
    shape = asking.compiled.sub(" ", clause.shape)
    shape = said.compiled.sub(" ", shape) if told else shape
    weights = desk.sentences.closeness.weights(clause)
    kept = desk.sentences.evidence.word_weights(tuple(w for w in weights if " " not in w and w in stems(shape)))
    return {word: weight for word, weight in kept.items() if word not in PLAIN}
