"""What an answer to a question about houses, deals and money has to hold: a sum that was paid, who took whom over."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.asked.question import Clause
from bot.answers.asked.words import STOP, stem, stems
from bot.answers.proof import said
from bot.answers.proof.asked_in_words import ANY_NOUN
from bot.answers.proof.asked_of_people import post_of
from bot.answers.proof.proofs import Does, Money, Percents, Proof, Said
from bot.answers.proof.sums import Invested, OfOneRound, PaidSum
from bot.grammar.patterns import Pattern

_ANY = Pattern(r"")
_OF_SALARY = Pattern(r"\b(?:time|longer|weigh\w*|carry|lift|energy|power|water|space|room|data)\b")
_ASKS_INVESTED = Pattern(
    r"\b(?:how much|what)\b.*\b(?:did|does|has|have|had|will|is|was) (?:the )?<(\d+)>.*\b(?:invest\w*|put\w*|"
    r"contribut\w*|pa(?:y|id)|chip\w*|pour\w*|"
    r"inject\w*|commit\w*|give|gave)\b.*\b(?:in|into|to|for|towards?)\b.*<(?:\d+|round)>"
)
_ASKS_FOUNDED = Pattern(
    r"\bwhen (?:was|were|did|is) (?:the )?(?:company |start-?up |firm )?<\d+> (?:\w+ )?(?:(?:co-?)?found(?:ed)?|"
    r"set up|"
    r"start(?:ed)?|establish\w*|incorporat\w*|created|formed|come into being|begin|born)\b[ ?]*$|"
    r"\bfounding (?:year|date)\b|\b(?:which|what) year\b.*\b(?:founded|set up|established)\b"
)
_PAID_FOR = Pattern(
    r"\b(?:did (?:the )?(?:<\d+>|[\w&'-]+)(?: [\w&-]+)? (?:pay|buy|acquire|purchase)|"
    r"(?:was|were) .*\b(?:sold|bought|acquired) for)\b"
)
_CONTRACT = Pattern(
    r"\bhow much (?:is|was|are|were) (?:the |its )?(?:[\w<>']+ ){0,3}?"
    r"(?P<what>contract|order|licen[cs]e|prize|tender)\b"
)
"""What has a worth of its own, which is none of those who agreed on it."""
_PART_PRICED = Pattern(
    r"\b(?:do|does|did|is|are|will|would) (?:an? |the |one )?<\d+> (?P<part>(?:[a-z-]+ )?[a-z-]{4,}) "
    r"(?:costs?|sells? for|goes? for|retails?|rents? for)\b"
)
"""Something of one name that is more than the name says: "what does an <0> roller screw cost"."""
_OCCASION = Pattern(
    r"\b(?:on|in|for|during|over|with) (?:the|its|their|his|her) (?P<what>sale|takeover|acquisition|merger|ipo|listing|"
    r"flotation|lawsuit|appeal|trial|spin-off|buyback)\b"
)
"""An occasion on which somebody did something."""
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
ASKS_ANY_TAKEN = Pattern(
    r"<\d+> .{0,30}\b(?:buy|buys|bought|buying|acquir\w+|purchas\w+|(?:take|took|taken|taking) over|snapp?\w* up) "
    r"(?:(?!<)\w+ ){0,2}?(?:anyone|anybody|someone|somebody|(?:any|some|other|another|more) (?:(?!<)[\w-]+ )?"
    r"(?:compan(?:y|ies)|firms?|start-?ups?|rivals?|business(?:es)?|makers?)|companies|start-?ups|firms|rivals)\b"
    r"|^(?:was|is|has|were|did) (?:the )?<\d+> (?:\w+ ){0,2}?(?:acquired|bought|taken over|bought out)[ ?.!]*$"
)
"""It is asked whether somebody takes over companies at all, or was taken over."""
TAKEN_OVER = Pattern(
    r"\b(?:[Aa]cqui(?:re[sd]?|ring|sitions?)|[Tt]akeovers?|took over|taken over|tak(?:es|ing) over|[Bb]uyouts?|"
    r"[Mm]erge[drs]?)\b|"
    r"\b(?:bought|buys?|buying) (?:the [\w-]+ (?:\w+ )?(?:maker|company|firm|start-?up) )?(?:out )?(?=[A-Z])|"
    r"\bsold (?:\w+ )?to (?=[A-Z])|收购|并购"
)
_PAID_OBJECT = Pattern(r"\b(?:pay|paid|give|gave)\b.{0,60}?\bfor (?:the )?[\w<> ]{2,40}'s (?P<what>[a-z-]{4,})[ ?]*$")
_PAID_STAKE = Pattern(
    r"\b(?:pay|paid|spen[dt]|give|gave)\b.{0,60}\bfor (?:the |its |their |an? )?(?:[\w%.-]+ ){0,2}?"
    r"(?:stakes?|majority|minority|holding)\b"
)
_ANY_OBJECT = stems("stake share business company unit division arm shares part half remaining operations assets")

_ONE_ROUND = Pattern(
    r"\b(?:first|1st|second|2nd|third|3rd|fourth|fifth|last|latest|newest|previous|next|opening|initial|that|this) "
    r"(?:(?!<)[\w-]+ ){0,2}?(?:rounds?|raise|financing|fundrais\w+|tranche)\b"
)
"""One round is asked for: what all came to is no sum of it."""


def of_deals(clause: Clause, people: bool, parties: int) -> Iterator[Proof]:
    """`people`: whether the clause names somebody; `parties`: how many companies it names."""
    shape = clause.shape
    if (clause.wants == "money" or "pay" in shape) and _PAID_FOR.search(shape):
        yield Said(_ANY, done=True)
    if clause.wants == "money" and _PAID_STAKE.search(shape):
        yield PaidSum()
    if clause.wants == "money" and _ONE_ROUND.search(shape):
        yield OfOneRound()
    if clause.wants == "money" and not _OF_SALARY.search(shape):
        yield Money()
    if parties and _ASKS_FOUNDED.search(shape):
        yield Said(said.FOUNDED)
    if (shares := _PERCENT.compiled.findall(shape)) and clause.wants in ("money", "when", "who", "thing"):
        yield Percents(tuple(shares))
    was_taken = bool(_WAS_TAKEN.search(shape))
    if (parties and was_taken) or _asks_for_takeover(clause, people, parties):
        yield Said(said.TAKEN, ("acquisition",), was_taken or bool(_IS_TAKEN.search(shape)))
    if not clause.lists and (backed := _ASKS_INVESTED.search(shape)) and int(backed[1]) < len(clause.names):
        backer = clause.names[int(backed[1])]
        yield Invested(backer.ids, shape, backer.text)
    if (bought := _PAID_OBJECT.search(shape)) and stem(bought["what"]) not in _ANY_OBJECT:
        yield Does(stem(bought["what"]))
    if clause.wants == "money" and (contract := _CONTRACT.search(shape)):
        yield Does(stem(contract["what"]))
    part = _PART_PRICED.search(shape)
    if part is not None and stem(part["part"].split()[-1]) not in ANY_NOUN:
        yield from (Does(stem(word)) for word in part["part"].split() if word not in STOP)
    if parties and ASKS_ANY_TAKEN.search(shape):
        yield Said(TAKEN_OVER, ("acquisition",))
    if clause.wants == "who" and (occasion := _OCCASION.search(shape)):
        yield Does(stem(occasion["what"]))


def _asks_for_takeover(clause: Clause, people: bool, parties: int) -> bool:
    """Whether it is asked who took whom over, or when and for what one of two took over the other."""
    of_two = parties + bool(clause.unknown) > 1 and clause.wants in ("when", "money", "yes", "why")
    if not (clause.wants == "who" or of_two) or not _ASKS_TAKEN.search(clause.shape):
        return False
    return not ((people or post_of(clause, parties)) and _COMES_IN.search(clause.shape))
