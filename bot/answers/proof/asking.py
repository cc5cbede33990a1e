"""What a question takes for granted or asks for in particular, and what an answer to it has to hold for that."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.asked.words import STOP, stem, stems
from bot.answers.intents.people import OF_ROUNDS, asked_post
from bot.answers.proof import said
from bot.answers.proof.proofs import (
    After,
    At,
    Before,
    Counted,
    Does,
    Invested,
    Money,
    Percents,
    Post,
    Proof,
    Said,
    Words,
)
from bot.answers.sentences.counting import must
from bot.answers.titles import POST
from bot.grammar.patterns import Pattern

_DONE = Pattern(
    r"\b(?:has|have|had|did) (?:the )?(?:<\d+>|it|they) (?:\w+ )?(?:sold|sell|shipped|ship|deliver(?:ed)?|made|make|"
    r"built|build|"
    r"produced?|installed?|deployed?|placed?)\b"
)
_ANY = Pattern(r"")
_OF_SALARY = Pattern(r"\b(?:time|longer|weigh\w*|carry|lift|energy|power|water|space|room|data)\b")
_ASKS_INVESTED = Pattern(
    r"\b(?:how much|what)\b.*\b(?:did|does|has|have|had|will|is|was) (?:the )?<(\d+)>.*\b(?:invest\w*|put\w*|"
    r"contribut\w*|pa(?:y|id)|chip\w*|pour\w*|"
    r"inject\w*|commit\w*|give|gave)\b.*\b(?:in|into|to|for|towards?)\b.*<\d+>"
)
_ASKS_FOUNDED = Pattern(
    r"\bwhen (?:was|were|did|is) (?:the )?(?:company |start-?up |firm )?<\d+> (?:\w+ )?(?:(?:co-?)?found(?:ed)?|"
    r"set up|"
    r"start(?:ed)?|establish\w*|incorporat\w*|created|formed|come into being|begin|born)\b[ ?]*$|"
    r"\bfounding (?:year|date)\b|\b(?:which|what) year\b.*\b(?:founded|set up|established)\b"
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
_PAID_FOR = Pattern(
    r"\b(?:did (?:the )?<\d+> (?:\w+ )?(?:pay|buy|acquire|purchase)|(?:was|were) .*\b(?:sold|bought|acquired) for)\b"
)
_LED_PART = Pattern(
    r"\b(?:leads?|led|runs?|ran|heads?|in charge of|responsible for|manages?|oversees?|"
    r"looks? after)\b (?:up )?(?:the )?(?:<\d+>(?:'s)? |its |their )?"
    r"(?P<part>[a-z][\w-]+(?: [a-z][\w-]+)?)(?: (?:at|of|for|in|there)(?: (?:the )?<\d+>)?)?[ ?]*$"
)
_FUNCTIONS = stems(
    "finance finances financial sales marketing engineering research hardware software hr personnel legal operations "
    "production manufacturing design communications press safety logistics procurement purchasing strategy"
)
"""Parts of a company that somebody leads; of any other word a title may say it otherwise."""
_IS_TAKEN = Pattern(
    r"\b(?:who|when (?:was|did|has))\b.*\b(?:bought|acquired|buy|acquire|taken over|took over|take over|"
    r"purchased|taken private|took private|take private)\b"
)
_WAS_TAKEN = Pattern(
    r"^(?:and )?(?:which|what) (?:[\w-]+ ){1,4}?(?:was|were) (?:taken over|taken private|bought|acquired|purchased)\b"
)
_PERCENT = Pattern(r"(?<![\d.])(\d[\d.]*) ?(?:%|per ?cent\b|percent\b)")
_COMES_IN = Pattern(r"\b(?:take|takes|took|taken) over\b")
"""Said of somebody, it is a post that they take over."""
_ASKS_TAKEN = Pattern(
    r"\b(?:buy|buys|bought|acquir\w+|acquisition|(?:take|took|taken) over(?! (?:from|as|at|for)\b)|takeover|"
    r"(?:take|took|taken) private|"
    r"purchase[ds]?|buyout)\b"
)


_KIN = (
    r"(?:wife|husband|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|grandfather|grandmother|nephew|niece)"
)
_OF_KIN = Pattern(rf"(?:'s?|\bhis|\bher|\btheir) (?:[\w-]+ )?(?P<kin>{_KIN})\b")
_EARNS = Pattern(r"\bsalar(?:y|ies)\b|\b(?:does|do|did|much)\b.*\bearns?[ ?]*$")
_ANY_EARNED = Pattern(r"\b(?:salar\w+|earn\w*|pa(?:id|ys?)|compensation|wages?|income|bonus\w*)\b", re.I)
_DOES = Pattern(
    r"^(?:and |so )?(?:who|which (?:[\w-]+ )?(?:bank|firm|agency|lawyers?|consultancy|auditor|"
    r"broker))(?: (?:has|have|is|are|was|were|will|would|also))* "
    r"(?P<verb>[a-z]{4,}(?:s|es|ed|ing))(?= (?:the |its |their |an? )?[<a-z])"
)
"""Somebody is asked for who does something."""
_KNOWN_DOING = stems(
    "invests joins succeeds follows starts leads founded backs replaces handles owns acquires heads chairs takes comes "
    "manages advises sells makes builds supplies buys funds finances runs creates launches controls"
)
"""What there are rules for, or more ways to say than a table has."""
_DID = Pattern(
    r"\b(?:did|does|do|has|have|had|will|would) (?:the )?(?:<\d+>(?:'s)?|it|they)(?: [a-z-]+)?? (?P<verb>[a-z]{3,})\b"
)
_OF_STAFF = stems("people employees employee staff workers persons employ employed work working team payroll headcount")
_UNDOING = stems(
    "cancel cancelled canceled return returned recall recalled scrap scrapped reject rejected refuse refused decline "
    "lose lost fold folded break broke crash crashed repair repaired replace replaced steal stole destroy destroyed "
    "retire retired withdraw withdrew drop dropped rent rented lease leased lend lent donate donated give gave borrow"
)
"""What a number of things made, sold or used says nothing of."""
_PAID_OBJECT = Pattern(r"\b(?:pay|paid|give|gave)\b.{0,60}?\bfor (?:the )?[\w<> ]{2,40}'s (?P<what>[a-z-]{4,})[ ?]*$")
_ANY_OBJECT = stems("stake share business company unit division arm shares part half remaining operations assets")


_OF_A_POST = Pattern(rf"\b{POST} (?:of|at) (?:the )?<\d+>|<\d+>'s? (?:[\w-]+ )?{POST}\b|\bborn\b|\bbirthday\b", re.I)


def asks_before(shape: str) -> bool:
    """Whether it is asked where somebody was before."""
    return bool(_ASKS_BEFORE.search(shape))


def proofs_of(clause: Clause, people: bool, parties: int) -> list[Proof]:
    """What a fact or a sentence has to hold beside the kind of thing that is asked for.

    `people`: whether the clause names somebody; `parties`: how many companies it names.
    """
    shape, found = clause.shape, list[Proof]()
    post = asked_post(shape) if clause.wants == "who" and parties and not OF_ROUNDS.search(shape) else ""
    if post:
        found.append(Post(post))
        part = _LED_PART.search(shape)
        led = map(stem, part["part"].split()) if part is not None else ()
        if words := tuple(one for one in led if one in _FUNCTIONS):
            found.append(Words(words))
    if (clause.wants == "money" or "pay" in shape) and _PAID_FOR.search(shape):
        found.append(Said(_ANY, done=True))
    if clause.wants == "money" and not _OF_SALARY.search(shape):
        found.append(Money())
    if parties and _ASKS_FOUNDED.search(shape):
        found.append(Said(said.FOUNDED))
    if people and _ASKS_STUDIED.search(shape):
        found.append(Said(said.STUDIED, ("education",)))
    if people and _ASKS_BEFORE.search(shape):
        found.append(Before(frozenset().union(*(name.ids for name in clause.names))))
    if people and parties and _ASKS_JOINED.search(shape):
        found.append(At(frozenset().union(*clause.groups())))
    if people and _ASKS_AFTER.search(shape):
        found.append(After(frozenset().union(*(name.ids for name in clause.names))))
    if (shares := _PERCENT.compiled.findall(shape)) and clause.wants in ("money", "when", "who", "thing"):
        found.append(Percents(tuple(shares)))
    if (
        (
            clause.wants == "who"
            or (parties + bool(clause.unknown) > 1 and clause.wants in ("when", "money", "yes", "why"))
        )
        and _ASKS_TAKEN.search(shape)
        and not ((people or post) and _COMES_IN.search(shape))
    ) or (parties and _WAS_TAKEN.search(shape)):
        found.append(Said(said.TAKEN, ("acquisition",), bool(_IS_TAKEN.search(shape) or _WAS_TAKEN.search(shape))))
    if clause.wants == "why":
        found.append(Said(said.CAUSE, ("statement",)))
    if clause.wants == "count" and "how many" in shape:
        staff = bool(clause.content or "people" in shape) and set(clause.content) <= _OF_STAFF
        found.append(Counted(tuple(must(clause)), clause.narrow.when is None and bool(_DONE.search(shape)), staff))
    if not clause.lists and (backed := _ASKS_INVESTED.search(shape)) and int(backed[1]) < len(clause.names):
        found.append(Invested(clause.names[int(backed[1])].ids, shape))
    if _EARNS.search(shape):
        found.append(Said(_ANY_EARNED))
    if kin := _OF_KIN.search(shape):
        found.append(Said(Pattern(rf"\b{kin['kin']}", re.I)))
    if (does := _DOES.search(shape)) and does["verb"] not in STOP and stem(does["verb"]) not in _KNOWN_DOING:
        found.append(Does(stem(does["verb"])))
    if clause.wants == "count" and (done := _DID.search(shape)) and stem(done["verb"]) in _UNDOING:
        found.append(Does(stem(done["verb"])))
    if (bought := _PAID_OBJECT.search(shape)) and stem(bought["what"]) not in _ANY_OBJECT:
        found.append(Does(stem(bought["what"])))
    if _ASKS_AGE.search(shape):
        found.append(Said(said.AGE_OF_SOMEBODY if people or _OF_A_POST.search(shape) else said.AGE))
    return found
