"""What an answer has to hold by the verb, the noun or the manner of a question: who does it, how many, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.asked.words import STOP, stem, stems
from bot.answers.proof import said
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.proofs import Counted, Deed, Does, Particular, Proof, Said, SaidBy
from bot.answers.sentences.counting import must
from bot.answers.sentences.things.aspects import told_by_measure
from bot.grammar.patterns import Pattern

_DONE = Pattern(
    r"\b(?:has|have|had|did) (?:the )?(?:<\d+>|it|they) (?:\w+ )?(?:sold|sell|shipped|ship|deliver(?:ed)?|made|make|"
    r"built|build|"
    r"produced?|installed?|deployed?|placed?)\b"
)
_COUNTS_BY_NAME = Pattern(r"\bhow many (?:more |other |new |of (?:the |its )?)?<\d+>(?:'s)?(?: ([a-z]+s)\b)?")
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
_WHO_LED = Pattern(
    r"^(?:and |so |but )?(?:who|which (?:[\w-]+ ){1,2}?)(?: ?(?:has|have|was|were|also|is))* ?"
    r"(?:co-?)?(?:led|leads?|leading) [^?]{0,60}"
    r"(?:\brounds?|<round>|\bfinancing|\bfunding|\braise|\bseries [a-h]\b|\bseed|\binvestments?|<sum>)"
)
"""It is asked who leads a round: what only tells of the round is no answer."""
_WHO_SAID = Pattern(
    r"^(?:and |so |but )?who (?:else |also |has |had |have )*(?:sa(?:id|ys?)|claim(?:s|ed)|believe[sd]|thinks?|thought|"
    r"argue[sd]|warn(?:s|ed)|predict(?:s|ed)|expects?|called|calls|wrote|told|put)\b"
)
_FIGURE = Pattern(r"(?<![\d<.,])\d(?:[\d.,]*\d)?(?![\w>])")
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
_OWNED = Pattern(
    r"\bhow (?:many|much) (?:[a-z-]+ ){1,3}?(?:does|do|did|has|have|had) (?:the |its |their )?"
    r"(?:(?P<of>[a-z-]{4,}) of (?:the )?<\d+>|<\d+>'s (?P<own>[a-z-]{4,})) (?:have|had|has|contain|run|take|last|get)\b"
)
"""What is counted is that of something of theirs: "how many pages does the ruling on <0> have"."""
_OF_POSTS = stems("leave quit resign depart exit become buy acquire purchase hire appoint")
"""Deeds that are told in many words, for which there are particulars of their own."""
_WHEN_DONE = Pattern(
    r"^(?:and |so )?when (?:did|does|will|has|had) (?:the )?<\d+>(?: \.)? (?P<verb>[a-z]{3,}) "
    r"(?:(?:the|its|a|an|with) )?<\d+>[ ?]*$"
)
"""It is asked when one of two did what with the other."""
_UNDOING = stems(
    "cancel cancelled canceled return returned recall recalled scrap scrapped reject rejected refuse refused decline "
    "lose lost fold folded break broke crash crashed repair repaired replace replaced steal stole destroy destroyed "
    "retire retired withdraw withdrew drop dropped rent rented lease leased lend lent donate donated give gave borrow"
)
"""What a number of things made, sold or used says nothing of."""
_ASKED_NOUN = Pattern(
    r"^(?:and |so |but )?(?:(?:what|which) (?!would|will|could|might|should)(?P<a>(?:[a-z-]+ ){1,3}?)(?:is|are|was|"
    r"were|did|does|do|has|have|had|will|would|"
    r"can)\b(?! (?:it|that|this) (?:that|who))|what (?:is|was|are|were) (?:the |its |their |his |her "
    r")?(?P<b>(?:[a-z-]+ ){1,3}?)"
    r"(?:of|for|at|in|on)\b|what (?:is|was|are|were) (?:<\d+>(?:'s)?|its|their) (?P<c>[a-z-]+(?: [a-z-]+){0,2})[ ?]*$|"
    r"<\d+>(?:'s)? (?P<d>[a-z-]+(?: [a-z-]+)?)[ ?]*$|(?:which|what) (?P<e>bank|lawyer|law firm|auditor|court|agency|"
    r"insurer)\b)"
)
"""The noun by which something is asked for."""
ANY_NOUN = stems(
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
        "" if noun in ANY_NOUN or (noun in _OF_SOMETHING and len(phrase) < 2) else noun
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


def of_words(clause: Clause) -> Iterator[Proof]:
    """By what a clause wants and the words it asks in."""
    shape = clause.shape
    if clause.wants == "why":
        yield Said(said.CAUSE, ("statement",))
    if clause.wants == "when":
        yield Said(said.DURATION if _HOW_LONG.search(shape) else said.TIME, any_fact=True)
        if (deed := _WHEN_DONE.search(shape)) and stem(deed["verb"]) not in _KNOWN_DOING | _OF_POSTS:
            verb = stem(deed["verb"])
            yield Deed(verb, alone=False, itself=verb in _UNDOING)
    if clause.wants == "count":
        yield from _of_counts(clause)
    if clause.wants == "who" and _WHO_LED.search(shape):
        yield Said(said.LEADS_ROUND, ("funding",))
    if clause.wants == "who" and _WHO_SAID.search(shape):
        yield SaidBy(tuple(_FIGURE.findall(shape)))
    owned = _OWNED.search(shape)
    if owned is not None and (theirs := stem(owned["of"] or owned["own"])) not in ANY_NOUN:
        yield Deed(theirs, alone=False)
    noun = _asked_noun(shape) if clause.wants == "thing" and asked_thing(shape) is None else ""
    if noun and noun not in told_by_measure(shape):
        yield Particular(noun)
    does = _DOES.search(shape)
    verb = (does["verb"] or does["will"]) if does is not None else ""
    if verb and verb not in STOP and stem(verb) not in _KNOWN_DOING:
        yield Does(stem(verb))


def _of_counts(clause: Clause) -> Iterator[Proof]:
    """What is counted, and what was undone with it where that is counted."""
    shape = clause.shape
    counted = must(clause)
    told = told_by_measure(shape)
    left = tuple(word for word in counted if word not in told)
    if "how many" in shape and (left or not counted):
        staff = bool(clause.content or "people" in shape) and set(clause.content) <= _OF_STAFF
        done_already = clause.narrow.when is None and bool(_DONE.search(shape))
        yield Counted(left or _by_name(shape), done_already, staff)
    done = _DID.search(shape) or _WAS_UNDONE.search(shape)
    if done is not None and stem(done["verb"]) in _UNDOING:
        yield Does(stem(done["verb"]))
