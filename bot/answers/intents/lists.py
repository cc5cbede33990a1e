"""Rules for lists: which companies raised, were bought, listed, launched or were founded, wherever and whenever."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers.absences import NEGATED
from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stems
from bot.answers.intents.intent import Rule, money_named, narrowed, rule
from bot.answers.intents.ranks import BY_WHOM, how_many_asked, how_paid, sort_priced
from bot.answers.paces import OF_PACE
from bot.answers.peoples import countries_within
from bot.answers.query import Ids, Order, Part, Query
from bot.answers.whereabouts import is_place
from bot.answers.wide.wanting import is_fine
from bot.grammar.patterns import Pattern

_LISTING = (
    r"\b(?:ipos?|listings?|flotations?|floats?|go(?:es|ing)? public|went public|gone public|floated|listed|"
    r"to list|debuted|prospectus\w*|stock market debuts?)\b|\blist (?:on|in|its)\b|上市|招股|IPO"
)
_BOUGHT = (
    r"\b(?:acquisitions?|takeovers?|buyouts?|mergers?|m&a|acquir\w+|bought|buys?|buying|took over|taken over|"
    r"snapped up|swallowed|purchased|changed hands|merged)\b|收购|并购"
)
_RAISED = (
    r"\b(?:rais(?:e|es|ed|ing)|rounds?|fundings?|fundrais\w+|financings?|funded|secured|closed|investments?|"
    r"got money|megarounds?)\b|<round>|融资"
)
_LAUNCHED = r"\b(?:launch\w*|unveil\w*|releas\w+|introduc\w+|debut\w*|presented|open[- ]?sourc\w+)\b|发布|推出"
_FOUNDED = r"\b(?:founded|set up|started|established|created|foundings?)\b|成立|创立"
_USED = (
    r"\b(?:us(?:e|es|ed|ing)|deploy\w*|employ|operat\w+|bought|order(?:s|ed)?|adopt\w*|run|test(?:s|ed|ing)?)\b|部署"
)
_TEAMED = r"\b(?:partnerships?|collaborations?|alliances?|teamed up|joint ventures?|partnered)\b|合作"
_LEFT = r"\b(?:left|leav\w+|stepp\w+ down|resign\w+|quit|depart\w+|departures?)\b|离职"
_CAME = (
    r"\b(?:joined|appointed|hired|named|appointments?|hires?|became|(?:new|newest|latest) (?:ceos?|ctos?|cfos?|bosses|"
    r"chiefs|executives)|new (?:an? )?(?:ceo|cto|cfo|boss)|(?:ceo|cto|cfo|executive) changes|promot(?:ed|ions?))\b"
)


@dataclass(frozen=True, slots=True)
class _Sort:
    """One sort of fact that may be listed, and whose entities the list is of."""

    said: Pattern
    kinds: tuple[str, ...]
    asked: tuple[str, ...]
    needs: tuple[str, ...] = ()


def _sort(said: str, kinds: str, asked: str, needs: str = "") -> _Sort:
    return _Sort(Pattern(said), tuple(kinds.split()), tuple(asked.split()), tuple(needs.split()))


_SORTS = (
    _sort(_LISTING, "ipo", "company"),
    _sort(_RAISED, "funding", "company", "company"),
    _sort(_BOUGHT, "acquisition", "target buyer"),
    _sort(_TEAMED, "partnership", "parties"),
    _sort(_LAUNCHED, "launch", "maker product", "product"),
    _sort(_FOUNDED, "founding", "organization", "organization"),
    _sort(_LEFT, "role", "person organization", "end"),
    _sort(_CAME, "role", "person organization", "start"),
    _sort(r"\b(?:deployments?|roll-?outs?)\b|部署", "deployment", "customer product maker"),
    _sort(r"\bdeals?\b|\btransactions?\b|交易", "funding acquisition ipo", "company target buyer", "company target"),
)
_GOODS = r"\b(?:robots?|humanoids?|machines?|models?|hands?|arms?|cobots?|quadrupeds?|products?|actuators?|reducers?)\b"
_ANY_GOODS = stems(
    "make maker making build builder sell seller two three product machine model unit cheap affordable budget buy get"
)
"""Words that say nothing of what sort of thing it is that is priced."""
_USERS = Pattern(rf"^(?:which|what|who)\b(?!.*\bmakers?\b).*(?:{_USED}).*{_GOODS}")
_PRICED = Pattern(r"\b(?:cost|costs|priced?|prices?|cheaper|dearer|under|below|less than|up to|above|over|more than)\b")
_AT_LARGE = Pattern(
    rf"^(?:so |and )?(?:(?:what are|list|show|give)(?: me| us)? (?:all )?(?:the )?|all )?prices?(?: list)?"
    rf"(?: (?:of|for) (?:the |all )?(?:\w+ )?{_GOODS})?\W*$|"
    rf"^(?:so |and )?(?:how much|what) (?:do|does|would) (?:an? )?(?!the |th[eo]se |this )(?:\w+ )?{_GOODS} "
    r"(?:\w+ )?cost\W*$|"
    rf"^(?:so |and )?how (?:expensive|much) (?:are|is) (?:an? )?(?!the |th[eo]se |this )(?:\w+ )?{_GOODS}\W*$"
)
"""All prices are asked for, whatever the sum."""
_TO_BUY = Pattern(
    r"\b(?:can|could|should|do) (?:i|we|you|one|people) (?:buy|get|purchase)\b|\b(?:to|for) (?:buy|get|sale)\b"
)
"""Goods are bought, and no company."""
_CENT = 0.01
_ASKS = Pattern(
    r"^(?:(?:so|and|but|ok|please|pls|can you|could you|tell me|tell us|give me|give us|show me|show us|show|list|"
    r"name)\b ?)*"
    r"(?:me |us )?(?:<\d+> |<when> |\w+ )*?"
    r"(?:which|what|who|whose|list|name|show|all|any|every|\w+s\b|m&a|"
    r"(?:(?:robotics?|humanoid|startup|vc|venture) )?(?:funding|fundraising|investment|dealmaking|money raised) "
    r"(?:in|of|for|from) (?:the )?<)|^<round>(?:(?: in| of|"
    r" since)? <when>)?[?. ]*$|哪些|哪家|谁"
)
_STATES = (
    ("denied", r"\b(?:denied|denies|fell through|fallen through|collapsed|called off|dropped|abandoned|scrapped|"
               r"did not happen|failed|broke down|cancell?ed|withdrawn|withdrew|shelved|came to nothing)\b"),
    ("rumored", r"\b(?:rumou?red|rumou?rs?|in talks|said to|reported(?:ly)?|speculat\w+)\b"),
    ("planned", r"\b(?:plan\w*|want\w*|fil(?:e|es|ed|ing)|going|will|intend\w*|prepar\w+|hop\w+|aim\w*|about to|"
                r"upcoming|pending|heading|appl(?:y|ied|ying)|apply\w*|field for|to list|seek\w*|eye\w*)\b|计划|申请"),
)  # fmt: skip
_DESCRIBED_ANYWAY = stems(
    "robot robotics robotic humanoid embodied ai intelligence startup maker firm company investor fund vendor "
    "developer "
    "money sum amount many list name show deal round big industry sector field world global database data pls please "
    "announce announced report reported tell know known new recent latest stock exchange market share everything ever "
    "average median mean total sum overall come still ahead every each "
    "two three four five six seven eight nine ten "
    "overview table public private shop product house player business group far venture capital"
)
"""Words that every company here may be called by, or that only ask."""
_ABSENT = {"funding": ("company",), "acquisition": ("buyer",), "launch": ("maker",), "ipo": ("company",)}
_COMPARES = Pattern(r"\b(?:more|less|fewer|bigger|larger|smaller|higher|lower|cheaper|better|else|other|another)\b")
_DOWN = Pattern(r"\b(?:down|flat|up)[- ]?rounds?\b")
_POST = Pattern(r"\b(ceo|cto|cfo|coo|chairman|chairwoman|president|founder)s?\b")
_NEWEST = Pattern(r"\b(?:new|newest|newly|latest|recent|recently|last|lately)\b")
_LONG_NUMBER = re.compile(r"(?<![<\w.,])\d{3,}(?![\w>])")
_ORDINALS = Pattern(r"\b(?:first|only|single)\b")


def _is_exchange(clause: Clause, ids: Ids) -> bool:
    """Whether a place is where the listing is, not where the company is at home: "companies from <0>"."""
    index = next(i for i in clause.asked_about if clause.names[i].ids & ids)
    before, _, after = clause.shape.partition(f"<{index}>")
    makers = r"(?:compan(?:y|ies)|start-?ups?|firms?|makers?)"
    return not (
        re.search(rf"\b{makers} (?:from|of|based in) $", before)
        or re.match(rf"(?:'s|-based)? (?:\w+ )?{makers}\b", after)
    )


def _is_part_of_the_world(ids: Ids) -> bool:
    """Whether a name is that of a part of the world, in which no single exchange is: "ipos in Europe"."""
    return any(countries_within(one.removeprefix("place-").replace("-", " ")) for one in ids)


def _explained(clause: Clause, sort: _Sort) -> frozenset[str]:
    words = " ".join(match[0] for match in sort.said.finditer(clause.shape))
    words += " " + " ".join(match[0] for _, state in _STATES for match in re.finditer(state, clause.shape))
    return stems(words) | _DESCRIBED_ANYWAY


def described(clause: Clause, explained: frozenset[str]) -> tuple[str, ...]:
    """The words of a question for a list that say what kind of company is meant."""
    return tuple(word for word in clause.content if not (same_meaning(word) | {word}) & explained)


def _asks_for_list(clause: Clause) -> bool:
    """Whether facts of nobody in particular are asked for, and not those that were spoken of before."""
    shape = clause.shape
    if clause.pronoun or clause.unknown or clause.tellers or not _ASKS.search(shape):
        return False
    if _DOWN.search(shape):
        return False  # no fact tells it: only a sentence does
    if clause.wants in ("when", "where", "why", "percent", "count", "yes") or _ORDINALS.search(shape):
        return False
    if _LONG_NUMBER.search(shape):
        return False  # a year long past, or a number that nothing here narrows by
    if _COMPARES.search(shape) and not (clause.narrow.least or clause.narrow.most):
        return False
    return clause.wants != "money" or bool(re.search(r"\b(?:which|who|list|each)\b", shape))


@rule("list", "")
def listed(clause: Clause) -> list[Query]:
    """All facts of a sort, of nobody in particular: narrowed by period, sum, round, state, place and description."""
    shape, groups = clause.shape, clause.groups()
    if not _asks_for_list(clause):
        return []
    sort = next((one for one in _SORTS if one.said.search(shape)), None)
    if sort is None or not all(is_place(ids) or sort.kinds == ("ipo",) for ids in groups):
        return []
    exchanges = tuple(
        ids for ids in groups if sort.kinds == ("ipo",) and (_is_exchange(clause, ids) or not is_place(ids))
    )
    home = tuple(ids for ids in groups if ids not in exchanges)
    if any(not any(one.startswith(("place-", "org-")) for one in ids) for ids in exchanges):
        return []
    if any(map(_is_part_of_the_world, exchanges)):
        exchanges, home = (), groups
    words = described(clause, _explained(clause, sort))
    if clause.wants == "who" and sort.kinds == ("funding",) and re.search(r"\binvest|\bback|\bled\b|\bput\b", shape):
        return []  # whoever gives money is asked for
    state = next((name for name, said in _STATES if re.search(said, shape)), "")
    if not state and sort.kinds[0] in ("acquisition", "funding"):
        state = "made"
    if not state and sort.kinds == ("ipo",) and re.search(r"\b(?:went|gone|listed|debuted|floated)\b", shape):
        state = "completed"
    if state == "planned" and sort.kinds == ("launch",):
        return []  # what was presented is no plan
    negated = bool(NEGATED.search(shape)) and state != "denied"
    if negated and (clause.narrow.when is None or sort.kinds[0] not in _ABSENT):
        return []
    if sort.kinds == ("role",) and not (clause.narrow.given or _NEWEST.search(shape)):
        return []
    asked = sort.asked
    if sort.kinds == ("acquisition",) and not re.search(
        r"\b(?:acquisitions?|takeovers?|buyouts?|mergers?|m&a)\b", shape
    ):
        passive = re.search(
            r"\b(?:was|were|been|being|got|is|are) (?:\w+ )?(?:acquired|bought|taken over|merged|purchased)|hands",
            shape,
        )
        asked = ("target",) if passive else ("buyer",)
    if BY_WHOM.search(shape):
        asked = {"funding": ("investors",), "acquisition": ("buyer",)}.get(sort.kinds[0], asked)
    held = _POST.search(shape) if sort.kinds == ("role",) else None
    words = tuple(word for word in words if not (held and word in stems(held[0])))
    query = Query(
        sort.kinds, tuple(Part(("exchange",), ids) for ids in exchanges), (), sort.needs, asked=asked,
        described=words, home=home, limit=how_many_asked(shape) or 12,
        post=held[1] if held else "",
        status=clause.narrow.status or state,
        ahead=state == "planned" and sort.kinds == ("ipo",),
        currency=money_named(clause) if sort.kinds[0] in ("funding", "acquisition", "ipo") else "",
    )  # fmt: skip
    # Of a post the start is the date; of a founding without a date nobody knows when it was.
    surely = (is_fine(clause.narrow.when) and sort.kinds != ("role",)) or sort.kinds == ("founding",)
    out = replace(narrowed(clause, query), topic=(), counted=False, needs=sort.needs, surely=surely)
    if sort.kinds[0] not in ("funding", "acquisition", "ipo"):
        out = replace(out, status="")  # "partnerships announced in 2026" are no deals in some state
    if negated:
        return [
            replace(out, absent=True, asked=_ABSENT[sort.kinds[0]], status="made" if state != "completed" else state)
        ]
    return [out]


@rule("users", _USED)
def users(clause: Clause) -> list[Query]:
    """Which customers of a kind use robots: hospitals, car makers."""
    if clause.groups() or clause.pronoun or clause.unknown or not _USERS.search(clause.shape):
        return []
    if clause.wants not in ("who", "thing"):
        return []
    explained = stems(" ".join(m[0] for m in re.finditer(rf"{_USED}|{_GOODS}", clause.shape))) | _DESCRIBED_ANYWAY
    words = described(clause, explained)
    query = Query(("deployment",), (), (), ("customer",), asked=("customer",), must=words, limit=12)
    return [replace(narrowed(clause, query), topic=(), needs=("customer",))] if words else []


@rule("priced", rf"{_PRICED.pattern}|<sum>|{_AT_LARGE.pattern}")
def priced(clause: Clause) -> list[Query]:
    """What costs less or more than a sum, or whatever a price is known of: "robot hands below $3,000"."""
    narrow = clause.narrow
    at_large = bool(_AT_LARGE.search(clause.shape))
    if clause.groups() or clause.pronoun or clause.unknown or not (at_large or narrow.least or narrow.most):
        return []
    goods = at_large or re.search(_GOODS, clause.shape)
    money = rf"{_RAISED}|{_BOUGHT}|{_LISTING}|\b(?:deals?|valu\w+|worth|revenues?|sales|market)\b"
    if not goods or re.search(money, _TO_BUY.sub(" ", clause.shape)):
        return []
    explained = stems(" ".join(m[0] for m in _PRICED.finditer(clause.shape))) | _DESCRIBED_ANYWAY | _ANY_GOODS | OF_PACE
    words = described(clause, explained)
    order: Order = "largest" if narrow.least and narrow.most is None else "smallest"
    query = Query(
        ("price",), (), (), ("amount",), asked=("product",), described=words, order=order, by=("amount",), limit=12,
        of_kind=sort_priced(clause.shape), paid=how_paid(clause.shape),
        most=narrow.most - _CENT if narrow.most and narrow.below else narrow.most,
    )  # fmt: skip
    return [replace(narrowed(clause, query), topic=(), needs=("amount",), counted=False)]


RULES: tuple[Rule, ...] = (priced, users, listed)
