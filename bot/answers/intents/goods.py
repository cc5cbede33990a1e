"""What a company makes and sells, asked in a few words: "acme robots", "what does Acme sell", "products of Acme"."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.intents.intent import Rule, narrowed, part, rule
from bot.answers.query import Query
from bot.grammar.patterns import Pattern

_ANY = r"(?:robots|products?|humanoids|machines|hardware|models|devices|vehicles|drones)"
_GOODS = (
    rf"(?:(?:humanoid |new |other |current |main |flagship |existing |different ){{0,2}}{_ANY}|(?:product |robot )"
    r"(?:list|range|line|line-?up|portfolio)|line-?up|catalog(?:ue)?)"
)
_MAKE = r"(?:make|build|sell|produce|offer|manufacture|design|develop)"
_HOUSE = r"(?:the )?<\d+>(?:'s)?"
_NOW = r"(?: (?:now|today|currently|actually|exactly|so far|right now|at all|on offer|on sale|on the market))?"
_ASKED = (
    rf"^(?:so |and |ok )?(?:(?:what|which) (?:are|is) |(?:list|show me|show|name|give me) )?(?:all )?(?:of )?{_HOUSE} "
    rf"{_GOODS}{_NOW}\W*$|"
    rf"^(?:so |and |ok )?(?:what|which)(?: (?:kinds?|sorts?|types?) of)?(?: else| {_GOODS})?(?: (?:does|do))? {_HOUSE} "
    rf"(?:actually |currently |even |also |really )?{_MAKE}s?{_NOW}\W*$|"
    rf"^(?:so |and |ok )?(?:what|which)(?: else| {_GOODS})? (?:is|has) {_HOUSE} (?:currently |actually )?"
    rf"(?:making|building|selling|producing|offering|made|built)(?: so far)?{_NOW}\W*$|"
    rf"^(?:what|which) {_GOODS} (?:(?:does|do) {_HOUSE} (?:have|own)|has {_HOUSE}(?: got)?){_NOW}\W*$|"
    rf"^(?:(?:what|which) (?:are|is) |(?:list|show me|show|name|give me) )?(?:all )?(?:the )?{_GOODS} "
    rf"(?:of|from|by|at|(?:made|built|sold) by) {_HOUSE}\W*$"
)
_PATTERN = Pattern(_ASKED)


def asks_goods(clause: Clause) -> bool:
    """Whether a clause asks what the one company that it names makes or sells."""
    groups = clause.groups()
    house = len(groups) == 1 and all(one.startswith("org-") for one in groups[0])
    return house and not clause.unknown and bool(_PATTERN.search(clause.shape))


@rule("goods", _ASKED, final=True)
def goods(clause: Clause) -> list[Query]:
    """What a company presented; else what is told of its products at all."""
    if not asks_goods(clause):
        return []
    made = part(clause.groups()[0], "maker", units=True)
    shown = Query(("launch",), (made,), (), ("product",), asked=("product",), limit=8, order="newest")
    told = Query(
        ("price", "deployment"), (replace(made, slots=("maker", "product")),), (), ("product",), asked=("product",)
    )
    return [replace(narrowed(clause, query), needs=("product",), topic=()) for query in (shown, told)]


RULES: tuple[Rule, ...] = (goods,)
