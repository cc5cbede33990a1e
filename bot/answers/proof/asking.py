"""What a question takes for granted or asks for in particular, and what an answer to it has to hold for that."""

from __future__ import annotations

import re
from functools import lru_cache

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
    Particular,
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
_ASKS_DONE_AT = Pattern(
    r"\bwhat (?:did|has|had|was|is|does) .{1,50} (?:do|done|doing) (?:at|for|in|with) (?:the )?<\d+>[ ?]*$"
)
_OF_SOMEBODY = Pattern(rf"'s (?:[\w-]+ )?{POST}\b|\b(?:he|she)\b", re.I)
_BEFORE_DEGREE = Pattern(
    r"\b(?:stud(?:y|ied)|degree|graduat\w+|major\w*)\b.*\b(?:before|prior to|ahead of) (?:his|her|their|the) "
    r"(?:doctorate|ph\.?d|master\w*)"
)
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
    r"\b(?:did (?:the )?(?:<\d+>|[\w&'-]+)(?: [\w&-]+)? (?:pay|buy|acquire|purchase)|"
    r"(?:was|were) .*\b(?:sold|bought|acquired) for)\b"
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
_LEADS_NOW = Pattern(r"\bwho(?:'s| is| leads| runs| heads| chairs)\b.*\b(?:now|today|currently|at present)\b")
_OCCASION = Pattern(
    r"\b(?:on|in|for|during|over|with) (?:the|its|their|his|her) (?P<what>sale|takeover|acquisition|merger|ipo|listing|"
    r"flotation|lawsuit|appeal|trial|spin-off|buyback)\b"
)
"""An occasion on which somebody did something."""
_COUNTS_BY_NAME = Pattern(r"\bhow many (?:more |other |new |of (?:the |its )?)?<\d+>(?:'s)?(?: ([a-z]+s)\b)?")
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
    r"(?:wife|husband|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|grandfather|grandmother|nephew|niece|"
    r"supervisor|mentor|teacher|roommate|classmate|landlord|assistant|secretary)"
)
_OF_KIN = Pattern(rf"(?:'s?|\bhis|\bher|\btheir) (?:[\w-]+ )?(?P<kin>{_KIN})\b")
_EARNS = Pattern(r"\bsalar(?:y|ies)\b|\b(?:does|do|did|much)\b.*\bearns?[ ?]*$")
_ANY_EARNED = Pattern(r"\b(?:salar\w+|earn\w*|pa(?:id|ys?)|compensation|wages?|income|bonus\w*)\b", re.I)
_DOES = Pattern(
    r"^(?:and |so )?(?:who|which (?:[\w-]+ )?(?:bank|firm|agency|lawyers?|consultancy|auditor|"
    r"broker))(?: (?:has|have|is|are|was|were|also))* "
    r"(?:will (?P<will>[a-z]{4,})|(?P<verb>[a-z]{4,}(?:s|es|ed|ing)))(?= (?:the |its |their |an? )?[<a-z])"
)
"""Somebody is asked for who does something."""
_VERB_ASKED = Pattern(
    r"^(?:and |so )?(?:who|(?:which|what) (?:[a-z-]+ ){1,3}?)(?: ?(?:has|have|had|will|would|also))* ?"
    r"(?P<verb>[a-z]{4,}(?:ed|s)|bought|sold|built|made|gave|paid|won|sued|left|lent|took) (?:the |its |their )?<\d+>"
)
_KNOWN_DOING = stems(
    "invests joins succeeds follows starts leads founded backs replaces handles owns acquires heads chairs takes comes "
    "manages sells makes builds supplies buys funds finances runs creates launches controls becomes speaks represents "
    "serves works"
)
"""What there are rules for, or more ways to say than a table has."""
_DID = Pattern(
    r"\b(?:did|does|do|has|have|had|will|would) (?:the )?(?:<\d+>(?:'s)?|it|they)(?: [a-z-]+)?? (?P<verb>[a-z]{3,})\b"
)
_WAS_UNDONE = Pattern(
    r"\bhow many (?!people|jobs|employees|workers|staff)\b.* (?:was|were|has been|have been|had been|got|gets|get|is|"
    r"are|will be) (?:\w+ly |already )?"
    r"(?P<verb>[a-z]{3,})\b"
)
_HOW_LONG = Pattern(r"\bhow long (?:is|was|are|were|did|does|do|has|have|had|will|would)\b")
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


_ASKED_NOUN = Pattern(
    r"^(?:and |so |but )?(?:(?:what|which) (?!would|will|could|might|should)(?P<a>(?:[a-z-]+ ){1,3}?)(?:is|are|was|"
    r"were|did|does|do|has|have|had|will|would|"
    r"can)\b(?! (?:it|that|this) (?:that|who))|what (?:is|was|are|were) (?:the |its |their |his |her "
    r")?(?P<b>(?:[a-z-]+ ){1,3}?)"
    r"(?:of|for|at|in|on)\b|what (?:is|was|are|were) <\d+>(?:'s)? (?P<c>[a-z-]+(?: [a-z-]+)?)[ ?]*$|"
    r"<\d+>(?:'s)? (?P<d>[a-z-]+(?: [a-z-]+)?)[ ?]*$|(?:which|what) (?P<e>bank|lawyer|law firm|auditor|court|agency|"
    r"insurer)\b)"
)
"""The noun by which something is asked for."""
_ANY_NOUN = stems(
    "company companies firm firms startup startups maker makers manufacturer manufacturers developer carmaker "
    "automaker "
    "supplier suppliers customer customers client clients investor investors backer backers fund funds outfit group "
    "business organisation organization institution university school college country city town state place region "
    "person people man woman engineer researcher scientist robot robots machine machines product products model models "
    "device humanoid hand hands arm job profession role post position title occupation function degree deal deals "
    "reason "
    "reasons subject thing things kind type sort name names number date year month day time amount sum price cost "
    "value "
    "figure part step language nationality relation relationship difference problem issue point status fate outcome "
    "result "
    "use purpose plan plans idea goal target condition conditions terms background news story view opinion answer "
    "trust sector industry field market trade round share stake percentage industries competitor competitors rival "
    "rivals "
    "partner partners family hospital hospitals site sites plant factory chain retailer airline"
)
"""Nouns that sentences need not say: a name, a sum or anything they tell may be one."""
_OF_SOMETHING = stems("range size level total average spread list rest length scale extent")


@lru_cache(maxsize=256)
def _asked_noun(shape: str) -> str:
    """The stem of the noun by which a question asks for something in particular; empty where it asks for anything."""
    met = _ASKED_NOUN.search(shape)
    phrase = next(filter(None, met.groups()), "").split() if met is not None else []
    noun = stem(phrase[-1]) if phrase and phrase[-1] not in STOP else ""
    return (
        "" if noun in _ANY_NOUN or (noun in _OF_SOMETHING and len(phrase) < 2) else noun
    )  # its range, that of forecasts


def _by_name(shape: str) -> tuple[str, ...]:
    """What is counted where a name stands before it or for it: "how many <0> arms", "how many <0> has it sold"."""
    met = _COUNTS_BY_NAME.search(shape)
    return () if met is None else (stem(met[1] if met[1] and met[1] not in STOP else "robots"),)


@lru_cache(maxsize=256)
def verb_asked(shape: str) -> Proof | None:
    """What somebody is asked for who did it, whether there are rules for it or not."""
    met = _VERB_ASKED.search(shape)
    return Does(stem(met["verb"])) if met is not None and met["verb"] not in STOP else None


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
        found.append(Post(post, bool(_LEADS_WHOLE.search(shape)), bool(_LEADS_NOW.search(shape))))
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
        found.append(After(frozenset().union(*(name.ids for name in clause.names)), clause.unknown))
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
        done_already = clause.narrow.when is None and bool(_DONE.search(shape))
        found.append(Counted(tuple(must(clause)) or _by_name(shape), done_already, staff))
    if not clause.lists and (backed := _ASKS_INVESTED.search(shape)) and int(backed[1]) < len(clause.names):
        found.append(Invested(clause.names[int(backed[1])].ids, shape))
    if _EARNS.search(shape):
        found.append(Said(_ANY_EARNED))
    if kin := _OF_KIN.search(shape):
        found.append(Said(Pattern(rf"\b{kin['kin']}", re.I)))
    does = _DOES.search(shape)
    verb = (does["verb"] or does["will"]) if does is not None else ""
    if verb and verb not in STOP and stem(verb) not in _KNOWN_DOING:
        found.append(Does(stem(verb)))
    if clause.wants == "when":
        found.append(Said(said.DURATION if _HOW_LONG.search(shape) else said.TIME, any_fact=True))
    done = (_DID.search(shape) or _WAS_UNDONE.search(shape)) if clause.wants == "count" else None
    if done is not None and stem(done["verb"]) in _UNDOING:
        found.append(Does(stem(done["verb"])))
    if (bought := _PAID_OBJECT.search(shape)) and stem(bought["what"]) not in _ANY_OBJECT:
        found.append(Does(stem(bought["what"])))
    if clause.wants == "who" and (occasion := _OCCASION.search(shape)):
        found.append(Does(stem(occasion["what"])))
    if clause.wants == "thing" and (noun := _asked_noun(shape)):
        found.append(Particular(noun))
    if (people or _OF_SOMEBODY.search(shape)) and _ASKS_DONE_AT.search(shape):
        found.append(Said(said.WORKED_AS))
    if _BEFORE_DEGREE.search(shape):
        found.append(Said(said.FIRST_DEGREE))
    if _ASKS_AGE.search(shape):
        found.append(Said(said.AGE_OF_SOMEBODY if people or _OF_A_POST.search(shape) else said.AGE))
    return found
