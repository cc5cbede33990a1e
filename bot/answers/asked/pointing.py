"""What a follow-up points at without a pronoun: "the total", "the buyer", "the second one", "was Acme in it?"."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asked.memory import Memory
from bot.answers.asked.narrowing import Narrowing
from bot.answers.asked.question import Clause, reread
from bot.answers.asked.spotting import Mention
from bot.answers.query import Ids
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.when import When
from bot.store.read import StoredEvent

_LED = Pattern(
    r"^(?:(?:and|but|so|ok|okay) )*who (?:(?:co-?)?led|was (?:the )?lead(?: investor)?|were the lead investors)"
    r"(?: (?:it|that|this|(?:the|that|this|their|its) (?:last |latest |newest )?(?:one|round|deal|financing|raise)))?"
    r"[ ?.!]*$"
)
_OF_NTH = Pattern(
    r"^(?:(?:and|but|so) )?(?P<asked>who (?:co-?)?led|who (?:invested in|backed|joined|was in)|"
    r"how (?:much|big|large) was) the (?P<nth>first|second|third|last)(?: (?:one|round|deal))?[ ?.!]*$"
)
"""One of the rounds that were told of, by its place."""
_WHAT_COMPANY = Pattern(
    r"^(?:(?:and|but|so|ok) )?(?:at |for |with )?(?:what|which) (?:company|firm|house|employer|start-?up)"
    r"(?: (?:is|was) (?:it|that|this)| (?:is|does|do) (?:he|she) (?:at|with|in|run|lead|work (?:for|at)))?[ ?.!]*$"
)
"""Whose somebody or something is that was just told of."""
_WITH_WHOM = Pattern(r"^(?:(?:and|but|so|ok) )?(?:(?:together )?with (?:whom|who)|who with)[ ?.!]*$")
_DOES = Pattern(r"\b(?:doing|do|up to|active|busy|work(?:s|ing)?)\b")
"""With whom somebody does what was told of them in all."""
_BEFORE_A_HOUSE = Pattern(
    r"^(?:(?:and|but|so|ok|then) )*(?:(?:where|what) (?:was|did) (?:he|she)(?: (?:do|work|be))? )?"
    r"(?:before|prior to)(?: (?:he|she) (?:joined|came to|moved to|went to)| (?:joining|coming to|moving to))? <0>"
    r"[ ?.!]*$"
)
"""Where somebody who was just told of was before."""
TOTAL = Pattern(
    r"^(?:(?:and|but|so) )?(?:what (?:is|was) |how much (?:is |was )?(?:that |it )?)?(?:the |in |all )?(?:total|"
    r"sum total|grand total|altogether|overall|"
    r"together|cumulative)(?: (?:sum|amount|raised|funding|so far|to date|until now|by now|now|then))*[ ?.!]*$"
)
"""All that was raised, after what one round brought in."""
_WAS_IN = Pattern(
    r"^(?:(?:and|but|so) )?(?:was|were|is|are) (?P<who><\d+>(?: (?:and|or) <\d+>)*) (?:also |too |already )?"
    r"(?:in|part of|among|involved in|on board(?: of)?|one of) (?:it|that|this|them|those|"
    r"the (?:round|deal|investors|backers))"
)
"""Whether somebody put money into the round that was told of."""
ELLIPTIC = Pattern(
    r"^(?:(?:and|but|so|what about|how about) )*(?:(?:the|its|their) )?"
    r"(?!.*\b(?:is|are|was|were|do|does|did|has|have|had|will|can|which|who|whom|what|how|where|when|why|all|"
    r"any|every|"
    r"compare|"
    r"list|show|tell|give|biggest|largest|most|latest|top|deals?|rounds?|news|companies|startups)\b)"
    r"(?:[a-z-]+ ){0,3}[a-z-]+[ ?.!]*$"
)
"""A thing alone, as in "and the headcount?": of what was spoken of."""
SUM_ALONE = Pattern(
    r"^(?:(?:and|but|so|what about|how about) )*(?:(?:the|its|their|round|deal) )*(?:amount|size|sum|total|"
    r"worth)[ ?.!]*$"
)
"""A sum alone: of what was spoken of, which need not be what the question before asked for."""
IN_WHAT = Pattern(
    r"<\d+>'s (?:\w+ )?(?:stake|share|holding|part|contribution)[ ?.!]*$|"
    r"\b(?:much|what) (?:\w+ )?(?:did|does|has|is|will) <\d+> (?:put|putting|invest|investing|own|hold|have|chip|"
    r"chipping)"
    r"(?: in(?:to)?| up)?[ ?.!]*$|"
    r"\b(?:stake|share|per cent|percent|percentage) (?:does|did|has|have|will) <\d+> (?:own|hold|have|keep|get|"
    r"take)[ "
    r"?.!]*$|"
    r"^(?:and )?(?:did|does|has|is|was) <\d+> (?:also )?(?:put money in|invest|take part|join(?: in)?|"
    r"participate)(?: "
    r"too)?[ ?.!]*$"
)
"""What somebody holds or gave is asked, and not of what: it is of what was spoken of."""
THAT = Pattern(
    r"\b(?:that|this) (?:deal|round|takeover|purchase|acquisition|merger|sale|transaction|contract|order|agreement|"
    r"plant|"
    r"factory|site|sum|money|price|stake|share|job|post)\b"
)
"""A thing that the answer before told of."""
ASKS_ALONE = Pattern(
    r"^(?:(?:and|but|so) )*(?:since |from |by |until )?(?:when|where|why|how come|what for|for what)\b"
)
_NTH = Pattern(
    r"\bthe (?P<nth>first|former|second|third|last|latter)(?: (?:one|of (?:them|these|those|the two)|company|firm|"
    r"startup))?"
    r"(?='s\b|[ ?.!]*$| (?:is|was|does|did|do|has|have|raise[ds]?|make|cost)\b)"
)
"""One of several that were spoken of, by its place."""
_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1, "latter": -1}

_WHO_IS = Pattern(r"^(?:(?:and|but|so) )?(?:who|which \w+) (?:is|are|was|were) ")
_ROLE = Pattern(
    r"\bthe (?:new |old |only )?(?P<role>buyers?|acquirers?|purchasers?|sellers?|vendors?|target|"
    r"lead investors?|lead|"
    r"investors?|"
    r"backers?|makers?|developers?|manufacturers?|customers?|clients?|new owners?)(?P<own>'s?)?(?= |"
    r"[?.!]*$)(?! (?:of|"
    r"behind) )"
)
"""One who had a part in what the answer before told."""
_PARTS = {
    "buyer": "buyer", "acquirer": "buyer", "purchaser": "buyer", "new owner": "buyer", "seller": "seller",
    "vendor": "seller", "target": "target", "lead investor": "lead", "lead": "lead", "investor": "investors",
    "backer": "investors", "maker": "maker", "developer": "maker", "manufacturer": "maker", "customer": "customer",
    "client": "customer",
}  # fmt: skip
_OF_A_ROUND = Pattern(
    r"\b(?:pre-?|post-?)?(?:money|valu(?:ation|ed))\b|\b(?:led|leads?|backed|backers?|joined|invest\w*|took part|"
    r"participat\w+|put (?:money )?in|who (?:else )?(?:was|were|is|are) in)\b|\bhow (?:much|big|large) (?:was|"
    r"is|did|were)\b|\bthe (?:size|amount|sum)\b"
)
_IN_ALL = Pattern(r"\b(?:total|altogether|in all|overall|so far|to date|until now|now|today|currently|ever)\b")
_POST = Pattern(
    r"\bthe (?P<post>(?:co-?)?founders?|ceo|boss|chief executive|chairman|chairwoman|president|cto|cfo|coo)"
    r"(?P<own>'s?)?(?= |[?.!]*$)(?! (?:of|at|behind|from|in|for) )"
)
"""One who leads or founded what was spoken of."""


def pointed_at(clause: Clause, memory: Memory) -> Clause | None:
    """A clause with those whom it points at; None where it points at nobody that the conversation tells."""
    if TOTAL.match(clause.shape) and (ids := memory.raised() or _of_rounds(memory)):
        return put(replace(clause, wants="money"), "how much has <0> raised in total", ids)
    if _LED.match(clause.shape) and (ids := memory.raised_lately()):
        return put(clause, "who led <0>'s round", ids)
    if (nth := _OF_NTH.match(clause.shape)) and (told := memory.nth_round(_PLACES[nth["nth"]])) is not None:
        asked = {"how": "how much was <0>'s round"}.get(nth["asked"].split()[0], f"{nth['asked']} <0>'s round")
        of_it = replace(clause, narrow=_narrowed_to(clause.narrow, told))
        return put(of_it, asked, ids_by_slot(told).get("company", frozenset()))
    if (was := _WAS_IN.match(clause.shape)) and (ids := memory.raised()):
        return put(clause, f"did {was['who']} invest in <{len(clause.names)}>", ids)
    if _BEFORE_A_HOUSE.match(clause.shape) and (people := memory.people()):
        return put(clause, "where did <1> work before <0>", people[0])
    if clause.names or clause.unknown:
        return None
    if _WHAT_COMPANY.match(clause.shape) and (meant := memory.told_first()):
        asked = "where does <0> work" if memory.is_person(meant) else "who makes <0>"
        return put(replace(clause, wants="where" if memory.is_person(meant) else "who"), asked, meant)
    about = next((focus.clause for focus in memory.foci if focus.clause.names), None)
    if _WITH_WHOM.match(clause.shape) and about is not None and _DOES.search(about.shape):
        return put(replace(clause, wants="who"), "who does <0> work with", about.names[0].ids)
    if (nth := _NTH.search(clause.shape)) and (ids := memory.nth(_PLACES[nth["nth"]])):
        return put(clause, f"{clause.shape[: nth.start()]}<0>{clause.shape[nth.end() :]}", ids)
    if clause.pronoun:
        return None
    if (role := _ROLE.search(clause.shape)) and not _WHO_IS.match(clause.shape):
        ids = memory.part(_PARTS[role["role"].removesuffix("s")])
        if ids:
            own = "'s" if role["own"] else ""
            return put(clause, f"{clause.shape[: role.start()]}<0>{own}{clause.shape[role.end() :]}", ids)
    if (post := _POST.search(clause.shape)) and (things := memory.things()):
        own = "'s" if post["own"] else ""
        shape = f"{clause.shape[: post.start()]}<0>'s {post['post']}{own}{clause.shape[post.end() :]}"
        return put(clause, shape, things[0])
    return None


def _of_rounds(memory: Memory) -> Ids:
    """Of whom the last question asked, where that was about a round."""
    return next(iter(memory.things()), frozenset()) if memory.on_rounds() else frozenset()


def of_that_round(clause: Clause, reading: Clause, memory: Memory) -> Clause:
    """A reading of a clause that names nobody: "who led it?" is asked of the round or the year that was spoken of."""
    now = clause.narrow
    named = clause.names or clause.unknown or now.when or now.month or now.round or now.least or now.most
    if named or not _OF_A_ROUND.search(clause.shape) or _IN_ALL.search(clause.shape) or not memory.on_rounds():
        return reading
    last = memory.foci[0].clause
    if not memory.raised() & frozenset(reading.ids) or reading.narrow.when or reading.narrow.round:
        return reading
    then, only = last.narrow, memory.only_round()
    if only is not None and not (then.when or then.round):
        then = _narrowed_to(then, only)
    return replace(reading, narrow=replace(now, when=then.when, month=then.month, round=then.round))


def _narrowed_to(narrow: Narrowing, told: StoredEvent) -> Narrowing:
    """The period and the name of one round."""
    when, name = told.event.best("date"), told.event.best("round")
    return replace(narrow, when=when if isinstance(when, When) else None, round=name if isinstance(name, str) else "")


def put(clause: Clause, shape: str, ids: Ids) -> Clause:
    """A clause in another shape, with one more name at the end of those it has."""
    return reread(replace(clause, shape=shape, pronoun=""), (*clause.names, Mention(0, 0, "", ids)))
