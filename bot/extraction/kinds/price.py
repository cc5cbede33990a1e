"""What a product costs: to buy, to rent, by the month."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.extraction.figures.figures import Figure, Stretch, stretches
from bot.extraction.figures.measures import measure
from bot.extraction.figures.whose import governors
from bot.extraction.kind import Draft, Kind
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context, Mention
from bot.model.money import Money

_FILL = r"[^<;.]{0,28}?(?:<[nd]\d+>(?:'s)?[^<;.]{0,20}?){0,2}"
_BEFORE = re.compile(
        rf"(?:\bcost(?:s|ing|ed)?{_FILL}|\b(?<!share )pric(?:e|ed|es|ing)(?: tag)?\b(?! of it){_FILL}|"
        rf"\b(?:starts?|starting|begins?|available|sells?|sold|selling|retails?|goes?|went|on sale|"
        rf"listed?|lists it|published|came out|"

        rf"reaches shops|brought out|marked|ordered|offered|leased|rented(?: out)?|rents?|hired|launched|"
        rf"pre-?orders?|orders?|buy|bought|deliveries|unveiled|comes down|fell|cut|remains|stays|"
        rf"keeps)\b{_FILL}\b(?:at|for|from|to)|"

        rf"\b(?:asks?|charges?|charging|wants|pays?|paid|pay)\b(?! (?:a |the )?(?:fee|fine))|\b(?:rent|"
        rf"fee|subscription|rate|receives)\b{_FILL}|\b(?:from|is|at|for|was|or|and|now)) ?(?:as much as |"
        rf"from |at |of |only |just )?\Z",
    re.IGNORECASE,
)  # fmt: skip
_STRONG = re.compile(
    r"\b(?:costs?|costing|priced?|prices|pricing|price tag|starts at|starting (?:at|from|price)|"
    r"sells? for|sold (?:at|for)|selling for|retails?|goes for|list price|listed at|lists it|"
    r"charges|asks|rent(?:s|ed)?|per unit|on sale (?:at|for)|receives)\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\)?,? ?(?:a|an|per|each|every|/) ?(?:month|unit|piece|robot|machine|pair|kit|set|hour|"
    r"day|acre|kilo\w*|metre|motion|card|gripper|arm|device|seat|year|week|night|hand)\b|,? (?:each|"
    r"apiece)\b|,? excluding tax|,? plus (?:tax|VAT)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:rais(?:e|ed|ing)|valu\w+|revenues?|sales of|turnover|invest\w*|round|funding|loss\w*|"
    r"profits?|orders? (?:worth|of)|contract\w*|deal|acqui\w+|buys|stake|shares?|fine\w*|market|"
    r"saved?|savings|salary|wages?|worth|bid|raises?|"
    r"spen[dt]\w*|debts?|cost (?:him|her|them|<n\d+>|the company|around)|deposit|damages|budget|"
    r"labou?r|cash|capital|company value|offer price|market cap\w*|subsid\w+|average|owed|loan|"
    r"grant|lost|earn\w*|settle\w*|plant|factory)\b",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"[ -](?:to (?:make|build|produce|develop)|(?:in |of )?(?:revenue|sales|funding|orders|contract|"
    r"valuation|round|investment|loss|profit|stake|savings|deposit|market|deal|fee|fund|share|"
    r"plant|factory|turnover)|a share|per share|apiece, a premium|for the (?:company|business|"
    r"firm|stake))",
    re.IGNORECASE,
)
_NAMES = re.compile(r"<n(\d+)>")
_COSTS = {"cost", "start", "sell", "retail", "go", "price", "rent", "be", "list"}
_LIMIT = 12_000_000
_IN_LIST = re.compile(
    r"<n(\d+)>(?: \(?<n\d+>\)?)?\"?(?:,? (?:[\w.-]+ ){0,4})?[ ,:(|–-]*(?:from |at |price |is |was |\")*\Z"
)
_FOR_PRODUCT = re.compile(
    r"(?: (?:a|per) \w+)?(?: or <m\d+>(?: (?:a|per) \w+)?)? for "
    r"(?:the |its |a |an |each (?:of )?)?(?:[\w-]+ ){0,3}<n(\d+)>"
)


def _strength(figure: Figure) -> float:
    """How sure the wording is that a sum is a price, 0 where it is not."""
    before, after, text = figure.before, figure.after, figure.stretch.text
    if not figure.currency and not _bare(figure):
        return 0.0
    near = before[-70:]
    if _NOT_AFTER.match(after) or _NOT_BEFORE.search(near):
        return 0.0
    value = figure.value
    if (figure.currency or figure.lent) in {"USD", "EUR", "GBP", "CHF", "CAD", "SGD", "AUD"} and value > 3_000_000:
        return 0.0
    if _STRONG.search(near) and _BEFORE.search(near):
        return 1.0
    if _PER.match(after) and not re.search(r"\b(?:at least|revenue|cost of living)\b", near):
        return 0.9
    if _BEFORE.search(near) and _product_before(figure):
        return 0.8
    if _IN_LIST.search(near) and _product_before(figure):
        return 0.6
    return (
        0.5
        if _STRONG.search(text[: figure.start]) and value < _LIMIT and figure.before != text[: figure.start]
        else 0.0
    )


def _bare(figure: Figure) -> bool:
    """Whether a number without its currency may still be a price ("from 9,997 to 7,997 yuan", "list 39,900")."""
    return (
        bool(figure.lent) and figure.value >= 500 and not figure.noun and not figure.scaled and measure(figure) is None
    )


def _product_before(figure: Figure) -> Mention | None:
    stretch = figure.stretch
    fits = [m for m in stretch.names if m.end <= figure.origin and m.kind == "product"]
    return fits[-1] if fits else None


def _product(ctx: Context, figure: Figure, focus: Cluster | None, score: float) -> Cluster | None:
    """The product a price belongs to: what is said to cost it, the one named before it, behind it, or last."""
    stretch = figure.stretch
    if (match := _FOR_PRODUCT.match(stretch.text, figure.end)) and _kind(stretch, match[1]) not in {"person", "place"}:
        return stretch.named(match[1]).cluster
    low = stretch.edge_before(figure.start)
    listed = [int(n) for n in _NAMES.findall(stretch.text[low : figure.start]) if _kind(stretch, n) == "product"]
    if listed:
        return stretch.names[listed[-1]].cluster
    wanted = {"product"}
    for predicate in governors(stretch.sentence, figure.origin)[:2]:
        costs = predicate.lemma in _COSTS and score >= 0.9
        for arg in predicate.objects if predicate.passive else predicate.subjects:
            for mention in [*arg.mentions, *arg.inside]:
                named = mention.kind in wanted or (
                    costs and mention.kind in {"unknown", "org"} and not mention.anaphoric
                )
                if named and not mention.start <= figure.origin < mention.end:
                    return mention.cluster
    if before := _product_before(figure):
        return before.cluster
    after = [m for m in stretch.names if m.start >= figure.origin and m.kind == "product"]
    if after:
        return after[0].cluster
    return focus


def _kind(stretch: Stretch, token: str) -> str:
    return stretch.named(token).kind


def extract(ctx: Context) -> Iterable[Draft]:
    """Every price of an article with the product it is asked for."""
    focus: Cluster | None = None
    seen = 0
    for stretch in stretches(ctx):
        for figure in stretch.figures:
            score = _strength(figure)
            if not score:
                continue
            near = _focus(ctx, stretch)
            if near is not None:
                focus, seen = near, stretch.sentence.index
            product = _product(ctx, figure, focus if stretch.sentence.index - seen <= 2 else None, score)
            if product is None:
                continue
            focus, seen = product, stretch.sentence.index
            amount = Money(figure.value, figure.currency or figure.lent, figure.approximate, figure.high)
            yield ctx.draft("price", stretch.sentence, score, product=product.name, amount=amount)


def _focus(ctx: Context, stretch: Stretch) -> Cluster | None:
    """The product last spoken of in the three sentences up to a stretch."""
    for sentence in reversed(ctx.sentences[max(0, stretch.sentence.index - 2) : stretch.sentence.index]):
        products = sentence.of_kind("product")
        if products:
            return products[-1].cluster
    return None


KIND = Kind(
    name="price",
    identity=("product",),
    slots=("amount",),
    extract=extract,
    merge=("amount",),
    examples=(
        (
            "The Brindle 2 humanoid costs $16,000.",
            {"product": "Brindle 2", "amount": {"value": 16000, "currency": "USD"}},
        ),
        (
            "Vantor Robotics sells the Brindle 2 robot for €24,900.",
            {"product": "Brindle 2", "amount": {"value": 24900, "currency": "EUR"}},
        ),
        (
            "The Brindle 2 robot is priced at 99,000 yuan.",
            {"product": "Brindle 2", "amount": {"value": 99000, "currency": "CNY"}},
        ),
        (
            "The Brindle 2 robot starts at $1,899.",
            {"product": "Brindle 2", "amount": {"value": 1899, "currency": "USD"}},
        ),
        (
            "The Brindle 2 humanoid costs $20,000, or $499 a month.",
            {"product": "Brindle 2", "amount": {"value": 499, "currency": "USD"}},
        ),
        (
            "Vantor Robotics unveiled the Brindle 2 robot. It costs $9,000.",
            {"product": "Brindle 2", "amount": {"value": 9000, "currency": "USD"}},
        ),
        (
            "Vantor Robotics charges $74,500 for the Brindle 2 robot.",
            {"product": "Brindle 2", "amount": {"value": 74500, "currency": "USD"}},
        ),
        (
            "The Brindle 2 robot can be rented for $290 a month.",
            {"product": "Brindle 2", "amount": {"value": 290, "currency": "USD"}},
        ),
    ),
)
