"""What may be asked of somebody in a language that is read word by word, and the same in English.

A row has the things that are asked for, what may stand beside them and asks the same, and the English of it: `<n>` for
whom it is asked of, `<when>` for the time. The first row that holds all that was said is what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass

_POSTS = ("ceo", "cfo", "cto", "coo", "chairman", "co-founder")
_ALSO = "?who ?what ?which name company now"


@dataclass(frozen=True, slots=True)
class Row:
    """What is asked where all of `needs` is said, and nothing but that and some of `also`."""

    needs: frozenset[str]
    also: frozenset[str]
    english: str
    role: str = ""
    """The part that the name must play: `into`, `by` or `object`; any where empty."""
    of: str = ""
    """The kind of entity that must be named; any where empty."""


def _row(needs: str, also: str, english: str, role: str = "", of: str = "") -> Row:
    return Row(frozenset(needs.split()), frozenset(also.split()), english, role, of)


ROWS: tuple[Row, ...] = (
    _row("founded ?who", "", "who founded <n>"),
    _row("founder", _ALSO, "who founded <n>"),
    _row("founded", "?when ?what year day", "when was <n> founded"),
    *(_row(post, _ALSO, f"who is the {post} of <n>") for post in _POSTS),
    _row("ceo former", "?who", "who was the ceo of <n> before"),
    _row("led", "?who round raised latest investor", "who led the latest round of <n>"),
    _row("led series", "?who round raised investor", "who led <n>'s <round>"),
    _row("raised series", "?much ?what amount round", "how much did <n> raise in <round>"),
    _row("series", "?much ?what amount round", "<n> <round>"),
    _row("investor", "?who ?what ?which list company", "who invested in <n> <when>"),
    _row("invested company", "?who ?which ?what list", "who invested in <n> <when>", "into"),
    _row("invested ?who", "?which company", "who invested in <n> <when>", "into"),
    _row("invested ?who", "?which company", "what did <n> invest in <when>", "by"),
    _row("invested ?who", "?which company", "who invested in <n> <when>"),
    _row("launched", "?when ?what day", "when was <n> launched"),
    _row("invested ?where", "company", "what did <n> invest in <when>"),
    _row("invested company", "?which ?what list", "what did <n> invest in <when>", "by"),
    _row("invested", "?much ?what amount", "how much did <n> invest <when>", "by"),
    _row("invested amount", "?much ?what", "how much did <n> invest <when>"),
    _row("raised ?who", "?which company", "who invested in <n> <when>"),
    _row("raised ?where", "", "who invested in <n> <when>"),
    _row("raised ?when", "latest round", "when did <n> raise money"),
    _row("raised total", "?much ?what amount", "how much has <n> raised in total"),
    _row("raised latest", "?much ?what amount round", "how much did <n> raise in the latest round"),
    _row("raised biggest", "?much ?what ?which amount round list company ?who", "biggest rounds <when>", of="nobody"),
    _row("round biggest", "?much ?what ?which amount list company", "biggest rounds <when>", of="nobody"),
    _row("raised", "?much ?what amount", "how much did <n> raise <when>"),
    _row("round latest", "?much ?what ?when amount", "latest round of <n>"),
    _row("round", "?what ?much list", "funding rounds of <n>"),
    _row("valuation", "?much ?what amount now", "valuation of <n>"),
    _row("market-value", "?much ?what amount now", "market value of <n>"),
    _row("revenue", "?much ?what amount", "revenue of <n> <when>"),
    _row("profit", "?much ?what amount", "profit of <n> <when>"),
    _row("loss", "?much ?what amount", "loss of <n> <when>"),
    _row("price", "?much ?what amount one now", "how much does <n> cost"),
    _row("?much", "one", "how much does <n> cost", of="product"),
    _row("employees", "?many ?much ?what number now", "how many employees does <n> have"),
    _row("headquarters", "?where ?what", "where is <n> based"),
    _row("?where", "company", "where is <n> based", of="org"),
    _row("ipo plan", "?what", "does <n> plan to go public"),
    _row("ipo ?when", "plan", "when does <n> go public"),
    _row("ipo", "?what plan already", "did <n> go public"),
    _row("target-price", "?much ?what amount", "target price of <n>"),
    _row("share-price", "?much ?what now", "share price of <n>"),
    _row("shareholder", "?who ?what ?which list", "shareholders of <n>"),
    _row("customer", "?who ?what ?which list", "who are the customers of <n>"),
    _row("supplier", "?who ?what ?which list", "who are the suppliers of <n>"),
    _row("partner", "?who ?what ?which list", "partners of <n>"),
    _row("competitor", "?who ?what ?which list", "competitors of <n>"),
    _row("acquired ?who", "?which company", "whom did <n> acquire <when>", "by"),
    _row("acquired ?who", "?which company", "who acquired <n> <when>", "object"),
    _row("acquired ?who", "?which company", "who acquired <n> <when>"),
    _row("acquired amount", "?much ?what", "how much was paid for <n>"),
    _row("acquired", "?when", "acquisition of <n>"),
    _row("stake", "?much ?what number", "stake of <n>"),
    _row("left ?who", "", "who left <n> <when>"),
    _row("acquired ?what", "?which company", "what did <n> acquire <when>"),
    _row("acquired company", "?which ?what list", "what did <n> acquire <when>", "by"),
    _row("acquired company", "?which ?what", "who acquired <n> <when>", "object"),
    _row("orders", "?much ?many ?what amount number", "orders of <n>"),
    _row("sold ?many", "robot number", "how many robots did <n> sell <when>"),
    _row("shipments", "?many ?much ?what number", "shipments of <n> <when>"),
    _row("delivered ?many", "robot number", "how many robots did <n> deliver <when>"),
    _row("capacity", "?much ?many ?what number", "capacity of <n>"),
    _row("factory", "?where ?what", "where is the factory of <n>"),
    _row("product", "?what ?which list", "products of <n>"),
    _row("plan", "?what", "plans of <n>"),
    _row("news", "?what latest", "news <when>", of="nobody"),
    _row("news", "?what latest", "what is new at <n>"),
    _row("?who", "", "who is <n>", of="person"),
    _row("?what", "company", "what is <n>", of="org"),
    _row("?what", "robot product", "what is <n>", of="product"),
)
