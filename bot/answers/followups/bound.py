"""What binds to the very thing just told: who leads a project of two houses, what one of them paid, who was before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS, Following
from bot.answers.followups.fragments import fragment_of, opened
from bot.answers.followups.other_times import places
from bot.answers.followups.sources import source_lines
from bot.answers.found import Found
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.whereabouts import is_place
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_LEADS = Pattern(
    r"^who (?:leads?|heads?|runs?|directs?|manages?|led|headed|ran|chairs?|oversees?|(?:is|was) (?:leading|heading|"
    r"running|in charge of|responsible for|behind)) (?:it|that|this|the (?:project|work|team|partnership|effort|"
    r"programme|program|lab|research|joint venture|jv|alliance|venture))$"
)
_TOGETHER = Pattern(
    r"\b(?:team(?:s|ed|ing)? up|partner\w*|project|work(?:s|ed|ing)? (?:together|with|on)|collaborat\w*|cooperat\w*|"
    r"alliance|joint|jv|consortium|join(?:s|ed|ing)? forces|tie-?up|together)\b"
)
"""What is asked of something that houses do with one another."""
_LED = Pattern(
    r"\b(?:led|headed|run|directed|managed|overseen|chaired|steered|coordinated) (?:jointly |together )?by\b|"
    r"\b(?:leads?|heads?|runs?|directs?|oversees|coordinates?|chairs?) (?:the|this|it)\b|"
    r"\b(?:project|programme|program|consortium|team)(?:'s)? (?:leader|manager|head|lead|coordinator|director)\b|"
    r"\b(?:in charge of|at the head of|responsible for) (?:the|this|it)\b",
    re.I,
)
_OF_A_ROUND = Pattern(r"\b(?:series|rounds?|rais(?:e|ed|es|ing)|seed|funding|financing)\b", re.I)
_PAID = Pattern(
    r"^(?:what|how much(?: money)?) (?:did|does|has|will|is|would) <0> (?:pay(?:ing|s)?|paid|spend|spent|give|given|"
    r"offer(?:ed|ing)?)(?: (?:for|on) (?:it|that|this|them|him|her|the (?:deal|company|firm|team|people|lot)))?$"
)
_OF_PRICE = Pattern(
    r"\b(?:pa(?:id|ys?|ying|yment)|price|sum|worth|cost|spent|terms|amount|consideration|value|deal)\b", re.I
)
_UNTOLD = Pattern(
    r"\b(?:undisclosed|(?:not|n[o']t|never|nothing|without|no|neither|declin\w+)\b.{0,40}\b(?:disclos\w+|reveal\w*|"
    r"made public|named?|told|giv(?:e|en|ing)|announced|published)|(?:disclos\w+|reveal\w*|gave|named|told) (?:no|"
    r"neither|nothing))\b",
    re.I,
)
"""A sentence that says that a sum is not told."""
_LED_IT = Pattern(r"^who (?:co-?)?led (?:it|that|this)$")
_WHOSE = Pattern(
    r"^who (?:made|makes|did|gave|gives|predict(?:s|ed)|forecasts?|expects?|estimate[sd]|is behind|came up with|"
    r"puts? (?:it|that) (?:so|at that))(?: (?:it|that|this|the (?:forecast|estimate|figure|number|prediction)))?$|"
    r"^whose(?: (?:forecast|estimate|figure|number|prediction|guess|word))?(?: (?:is|was) (?:it|that|this))?$|"
    r"^(?:made |predicted |forecast |estimated )?by whom$"
)
"""Whose forecast it is."""
_OPINIONS = ("forecast", "statement")
_BEFORE_THEM = Pattern(
    r"^(?:who (?:was|had|held|did|ran|led|headed)(?: (?:it|that|the job|the post))? )?before (?:him|her|them)$|"
    r"^(?:who (?:was|is) )?(?:his|her|their|the) predecessor$"
)
_TOOK_OVER = Pattern(
    r"\b(?:inherit(?:s|ed)|(?:succeed|succeeds|succeeded|replaces|replaced)(?! by)|takes? over|took over|steps? in|"
    r"stepped in|(?:now )?fills? in|takes? the reins|took the reins)\b"
)
_WENT = Pattern(
    r"\b(?:left|leaves|leaving|walked (?:out|away)|quit|quits|resign\w*|stepp\w+ (?:down|aside)|departed|departure|"
    r"retire[ds]?|retiring|fired|ousted|dismissed|last day|gone)\b"
)
"""Somebody took up a post, and somebody went from one."""
_FAR, _FOCI, _MOST = 8, 3, 2


def bound(desk: Desk, clause: Clause) -> Following | None:
    """What a clause asks of what two houses do together, or of the sum of the deal just told; None for all else."""
    last = desk.memory.answered()
    if not desk.memory.foci or clause.unknown or clause.narrow.given or clause.asked:
        return None
    shape = opened(clause.shape)
    if not clause.names and _LEADS.match(shape) and _of_several(desk.memory.foci[0]):
        return Following(_beside(desk, last, _who_leads) if last is not None else None)
    if last is None:
        return None
    if not clause.names and _WHOSE.match(shape) and any(told.kind in _OPINIONS for told in last.told[:_MOST]):
        again = Found(last.clause, last.told, last.passages, last.answer, last.query, FOLLOWS)
        return Following(replace(again, lead=source_lines(desk, last)))
    if not clause.names and _BEFORE_THEM.match(shape) and (handed := _handed_over(desk, last)) is not None:
        return Following(handed)
    if len(clause.names) == 1 and _PAID.match(shape) and _was_spoken_of(desk, clause.names[0].ids):
        told = _beside(desk, last, _tells_price)
        return Following(told) if told is not None or not last.told else None
    return None


def is_open(desk: Desk, clause: Clause, foci: Sequence[Focus]) -> bool:
    """Whether nothing tells whom or what a few words are about.

    That is so of those for whom the question before was not answered, and of "who led it" after several houses.
    """
    if not foci or clause.names:
        return False
    before, fragment = foci[0], fragment_of(clause.shape)
    if fragment is not None and fragment.person and before.clause.wants == "who":
        return not (before.told or before.passages or before.clause.names or before.clause.pronoun)
    houses = [one for one in before.answer if desk.facts.kind(one) == "org"]
    of_houses = len(houses) > _MOST and not before.clause.names
    return of_houses and bool(_LED_IT.match(opened(clause.shape))) and not any(t.kind == "funding" for t in before.told)


def _of_several(last: Focus) -> bool:
    """Whether the question before was on what two houses or more do together."""
    houses = {name.ids for name in last.clause.names if not is_place(name.ids)}
    return len(houses) > 1 and bool(_TOGETHER.search(last.clause.shape))


def _was_spoken_of(desk: Desk, ids: Ids) -> bool:
    """Whether the last questions or their answers named somebody."""
    return any(ids & frozenset((*focus.clause.ids, *focus.answer)) for focus in desk.memory.foci[:_FOCI])


def _handed_over(desk: Desk, last: Focus) -> Found | None:
    """Of an answer that no fact gave: who took a post up, with the sentence before it on who went from it."""
    for passage in last.passages if not last.told else ():
        before = desk.sentences.discourse.near(passage, 1, 0) if _TOOK_OVER.search(passage.text) else ()
        if went := [one for one in before if one.ordinal > 0 and _WENT.search(one.text)]:
            return Found(last.clause, (), (went[-1], passage), rule=FOLLOWS)
    return None


def _who_leads(passage: Passage) -> bool:
    return bool(_LED.search(passage.text)) and not _OF_A_ROUND.search(passage.text)


def _tells_price(passage: Passage) -> bool:
    text = passage.text
    return bool(_OF_PRICE.search(text)) and bool(find_money(text) or _UNTOLD.search(text))


def _beside(desk: Desk, last: Focus, tells: Callable[[Passage], bool]) -> Found | None:
    """The sentences near those that answered before that tell something, of nobody else."""
    discourse = desk.sentences.discourse
    named = frozenset((*last.clause.ids, *last.answer))
    told: list[tuple[int, Passage]] = []
    for at in places(desk, Found(last.clause, last.told, last.passages)):
        for near in (at, *discourse.near(at, _FAR, _FAR)):
            if near.ordinal == 0 or is_furniture(near.text) or not tells(near):
                continue
            first = next(iter(discourse.named(near)), None)
            strange = frozenset() if first is None or first.start else first.ids - named - discourse.ids(at)
            if any(discourse.kind(i) == "org" for i in strange):
                continue  # it begins with another house
            told.append((abs(near.ordinal - at.ordinal), near))
    told.sort(key=lambda row: row[0])
    passages = tuple(dict.fromkeys(passage for _, passage in told))[:_MOST]
    return Found(last.clause, (), passages, last.answer, rule=FOLLOWS) if passages else None
