"""What an answer to a question about people and their posts has to hold: the post, the time of life, whose kin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stem, stems
from bot.answers.intents.people import OF_ROUNDS, asked_post
from bot.answers.proof import said
from bot.answers.proof.proofs import After, At, Before, Post, Proof, Said, Words
from bot.answers.titles import POST
from bot.grammar.patterns import Pattern

_ASKS_DONE_AT = Pattern(
    r"\bwhat (?:did|has|had|was|is|does) .{1,50} (?:do|done|doing) (?:at|for|in|with) (?:the )?<\d+>[ ?]*$"
)
_OF_SOMEBODY = Pattern(rf"'s (?:[\w-]+ )?{POST}\b|\b(?:he|she)\b", re.I)
_BEFORE_DEGREE = Pattern(
    r"\b(?:stud(?:y|ied)|degree|graduat\w+|major\w*)\b.*\b(?:before|prior to|ahead of) (?:his|her|their|the) "
    r"(?:doctorate|ph\.?d|master\w*)"
)
_ASKS_AGE = Pattern(r"\bhow old (?:is|was)\b|\b(?:his|her|'s) age\b|\bage of\b|\bborn\b|\bbirth(?:day| year| date)\b")
_ASKS_STUDIED = Pattern(
    r"\b(?:stud(?:y|ied)|graduat\w+|degrees?|university|universities|alma mater|college|educat\w+|ph\.?d|doctorate|"
    r"thesis)\b"
)
_ASKS_BEFORE = Pattern(
    r"\b(?:where|what|which|who(?:m|se)?)\b.*\b(?:work\w*|do|doing|employ\w*|jobs?|come from|came from|earlier|be|"
    r"was)\b.*\bbefore\b|"
    r"\bprevious (?:job|employer|post|role|position)\b|\bformer employer\b|\bwhere (?:did|does|has) <\d+> (?:come|"
    r"came) from\b|"
    r"\bbefore (?:joining|that|he|she|starting|founding)\b.*\b(?:where|what|who|which)\b"
)
_ASKS_JOINED = Pattern(
    r"\bwhen\b.*\b(?:join(?:ed)?|start(?:ed)? (?:at|with|working)|c[ao]me to|move[ds]? to|leave|left|quit|"
    r"depart(?:ed)?|arrived?)\b"
)
_ASKS_AFTER = Pattern(
    r"\b(?:where|what|which|whom)\b.*\b(?:go|gone|went|move[ds]?|land(?:ed)?|end(?:ed)? up|do|doing|join(?:ed)?|"
    r"work\w*)\b.*\bafter\b"
)
_LED_PART = Pattern(
    r"\b(?:leads?|led|runs?|ran|heads?|in charge of|responsible for|manages?|oversees?|"
    r"looks? after)\b (?:up )?(?:the )?(?:<\d+>(?:'s)? |its |their )?"
    r"(?P<part>[a-z][\w-]+(?: [a-z][\w-]+)?)(?: (?:at|of|for|in|there)(?: (?:the )?<\d+>)?)?[ ?]*$"
)
_LEADS_WHOLE = Pattern(
    r"^(?:and |so )?who (?:now |currently )?(?:(?:leads?|runs?|heads?|led|ran|headed)|(?:is|was) (?:the (?:boss|head|"
    r"leader)|in charge) (?:of|at)|bosses) (?:the )?<\d+>[ ?]*$"
)
_LEADS_NOW = Pattern(
    r"^(?:and |so )?who (?:leads|runs|heads|manages) (?!.*<when>)|"
    r"\bwho(?:'s| is| leads| runs| heads| chairs)\b.*\b(?:now|today|currently|at present)\b"
)
LEADS_SITE = Pattern(
    r"\bwho (?:leads|runs|heads|manages|is (?:the )?(?:head|boss|manager|director) of) (?:the |<\d+>'s )?<(?P<at>\d+)> "
    r"(?:plant|factory|office|site|branch|works|lab|laboratory|hub|workshop|warehouse)\b"
)
"""It is asked who leads what a house has at some place."""
_ANY_BEFORE = Pattern(
    r"\bwhat (?:did|was|had|has) .{2,40} (?:do|doing|done|be) before (?:he|she|they) (?:became|joined|came|was|took)\b"
)
"""What somebody did before, whoever it is."""
_FUNCTIONS = stems(
    "finance finances financial sales marketing engineering research hardware software hr personnel legal operations "
    "production manufacturing design communications press safety logistics procurement purchasing strategy"
)
"""Parts of a company that somebody leads; of any other word a title may say it otherwise."""
_KIN = (
    r"(?:wife|husband|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|grandfather|grandmother|nephew|niece|"
    r"supervisor|mentor|teacher|roommate|classmate|landlord|assistant|secretary)"
)
_OF_KIN = Pattern(rf"(?:'s?|\bhis|\bher|\btheir) (?:[\w-]+ )?(?P<kin>{_KIN})\b")
_EARNS = Pattern(r"\bsalar(?:y|ies)\b|\b(?:does|do|did|much)\b.*\bearns?[ ?]*$")
_ANY_EARNED = Pattern(r"\b(?:salar\w+|earn\w*|pa(?:id|ys?)|compensation|wages?|income|bonus\w*)\b", re.I)
_OF_A_POST = Pattern(rf"\b{POST} (?:of|at) (?:the )?<\d+>|<\d+>'s? (?:[\w-]+ )?{POST}\b|\bborn\b|\bbirthday\b", re.I)


def asks_before(shape: str) -> bool:
    """Whether it is asked where somebody was before."""
    return bool(_ASKS_BEFORE.search(shape))


def post_of(clause: Clause, parties: int) -> str:
    """The post that somebody is asked for who holds it; empty where none is."""
    return asked_post(clause.shape) if clause.wants == "who" and parties and not OF_ROUNDS.search(clause.shape) else ""


def of_people(clause: Clause, people: bool, parties: int) -> Iterator[Proof]:
    """`people`: whether the clause names somebody; `parties`: how many companies it names."""
    shape = clause.shape
    if post := post_of(clause, parties):
        yield Post(post, bool(_LEADS_WHOLE.search(shape)), bool(_LEADS_NOW.search(shape)))
        part = _LED_PART.search(shape)
        led = map(stem, part["part"].split()) if part is not None else ()
        if words := tuple(one for one in led if one in _FUNCTIONS):
            yield Words(words)
    if not parties and LEADS_SITE.search(shape):
        yield Post("lead", now=True)
    if people:
        yield from _of_named_people(clause, parties)
    elif _ANY_BEFORE.search(shape):
        yield Before(frozenset())
    if _EARNS.search(shape):
        yield Said(_ANY_EARNED)
    if kin := _OF_KIN.search(shape):
        yield Said(Pattern(rf"\b{kin['kin']}", re.I))
    if (people or _OF_SOMEBODY.search(shape)) and _ASKS_DONE_AT.search(shape):
        yield Said(said.WORKED_AS)
    if _BEFORE_DEGREE.search(shape):
        yield Said(said.FIRST_DEGREE)
    if _ASKS_AGE.search(shape):
        yield Said(said.AGE_OF_SOMEBODY if people or _OF_A_POST.search(shape) else said.AGE)


def _of_named_people(clause: Clause, parties: int) -> Iterator[Proof]:
    """What is asked of the life of those who are named."""
    shape, named = clause.shape, frozenset[str]().union(*(name.ids for name in clause.names))
    if _ASKS_STUDIED.search(shape):
        yield Said(said.STUDIED, ("education",))
    if _ASKS_BEFORE.search(shape):
        yield Before(named)
    if parties and _ASKS_JOINED.search(shape):
        yield At(frozenset().union(*clause.groups()))
    if _ASKS_AFTER.search(shape):
        yield After(named, clause.unknown)
