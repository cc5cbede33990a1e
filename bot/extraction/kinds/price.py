"""What a product costs: to buy, to rent, by the month."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context, Mention
from bot.extraction.figures import Figure, Stretch, stretches
from bot.extraction.kind import Draft, Kind
from bot.extraction.whose import governors
from bot.model.money import Money

_FILL = r"[^<;.]{0,28}?(?:<[nd]\d+>(?:'s)?[^<;.]{0,20}?){0,2}"
_BEFORE = re.compile(
    rf"(?:\bcost(?:s|ing|ed)?{_FILL}|\b(?<!share )pric(?:e|ed|es|ing)(?: tag)?\b(?! of it){_FILL}|\b(?:starts?|starting|begins?|available|sells?|sold|selling|retails?|goes?|went|on sale|listed?|lists it|published|came out|"
    rf"reaches shops|brought out|marked|ordered|offered|leased|rented(?: out)?|rents?|hired|launched|pre-?orders?|orders?|buy|bought|deliveries|unveiled|comes down|fell|cut|remains|stays|keeps)\b{_FILL}\b(?:at|for|from|to)|"
    rf"\b(?:asks?|charges?|charging|wants|pays?|paid|pay)\b(?! (?:a |the )?(?:fee|fine))|\b(?:rent|fee|subscription|rate|receives)\b{_FILL}|\b(?:from|is|at|for|was|or|and|now)) ?(?:as much as |from |at |of |only |just )?\Z",
    re.IGNORECASE,
)  # fmt: skip
_STRONG = re.compile(
    r"\b(?:costs?|costing|priced?|prices|pricing|price tag|starts at|starting (?:at|from|price)|sells? for|sold (?:at|for)|selling for|retails?|goes for|list price|listed at|lists it|charges|asks|rent(?:s|ed)?|per unit|on sale (?:at|for)|receives)\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\)?,? ?(?:a|an|per|each|every|/) ?(?:month|unit|piece|robot|machine|pair|kit|set|hour|day|acre|kilo\w*|metre|motion|card|gripper|arm|device|seat|year|week|night|hand)\b|,? (?:each|apiece)\b|,? excluding tax|,? plus (?:tax|VAT)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:rais(?:e|ed|ing)|valu\w+|revenues?|sales of|turnover|invest\w*|round|funding|loss\w*|profits?|orders? (?:worth|of)|contract\w*|deal|acqui\w+|buys|stake|shares?|fine\w*|market|saved?|savings|salary|wages?|worth|bid|raises?|"
    r"spen[dt]\w*|debts?|cost (?:him|her|them|<n\d+>|the company|around)|deposit|damages|budget|labou?r|cash|capital|company value|offer price|market cap\w*|subsid\w+|average|owed|loan|grant|lost|earn\w*|settle\w*|plant|factory)\b",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"[ -](?:to (?:make|build|produce|develop)|(?:in |of )?(?:revenue|sales|funding|orders|contract|valuation|round|investment|loss|profit|stake|savings|deposit|market|deal|fee|fund|share|plant|factory|turnover)|a share|per share|apiece, a premium|for the (?:company|business|firm|stake))",
    re.IGNORECASE,
)
_LIMIT = 12_000_000
_IN_LIST = re.compile(r"<n(\d+)>(?: \(?<n\d+>\)?)?\"?(?:,? (?:[\w.-]+ ){0,4})?[ ,:(|–-]*(?:from |at |price |is |was |\")*\Z")
_FOR_PRODUCT = re.compile(r"(?: (?:a|per) \w+)?(?: or <m\d+>(?: (?:a|per) \w+)?)? for (?:the |its |a |an |each (?:of )?)?(?:[\w-]+ ){0,3}<n(\d+)>")


def _strength(figure: Figure) -> float:
    """How sure the wording is that a sum is a price, 0 where it is not."""
    if not figure.currency or figure.token[0] != "m":
        return 0.0
    before, after, text = figure.before, figure.after, figure.stretch.text
    near = before[-70:]
    if _NOT_AFTER.match(after) or _NOT_BEFORE.search(near):
        return 0.0
    value = figure.value
    if figure.currency in {"USD", "EUR", "GBP", "CHF", "CAD", "SGD", "AUD"} and value > 3_000_000:
        return 0.0
    if _STRONG.search(near) and _BEFORE.search(near):
        return 1.0
    if _PER.match(after) and not re.search(r"\b(?:at least|revenue|cost of living)\b", near):
        return 0.9
    if _BEFORE.search(near) and _product_before(figure):
        return 0.8
    if _IN_LIST.search(near) and _product_before(figure):
        return 0.6
    return 0.5 if _STRONG.search(text[: figure.start]) and value < _LIMIT and figure.before != text[: figure.start] else 0.0


def _product_before(figure: Figure) -> Mention | None:
    stretch = figure.stretch
    fits = [m for m in stretch.names if m.end <= figure.origin and m.kind == "product"]
    return fits[-1] if fits else None


def _product(ctx: Context, figure: Figure, focus: Cluster | None) -> Cluster | None:
    """The product a price belongs to: what is said to cost it, the one named before it, behind it, or last."""
    stretch = figure.stretch
    if (match := _FOR_PRODUCT.match(stretch.text, figure.end)) and _kind(stretch, match[1]) == "product":
        return stretch.named(match[1]).cluster
    for predicate in governors(stretch.sentence, figure.origin)[:2]:
        args = predicate.objects if predicate.passive else predicate.subjects
        for arg in args:
            for mention in [*arg.mentions, *arg.inside]:
                if mention.kind == "product" and not mention.start <= figure.origin < mention.end:
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
            product = _product(ctx, figure, focus if stretch.sentence.index - seen <= 2 else None)
            if product is None:
                continue
            focus, seen = product, stretch.sentence.index
            amount = Money(figure.value, figure.currency, figure.approximate, figure.high)
            yield ctx.draft("price", stretch.sentence, score, product=product.name, amount=amount)


def _focus(ctx: Context, stretch: Stretch) -> Cluster | None:
    """The product last spoken of in the three sentences up to a stretch."""
    for sentence in reversed(ctx.sentences[max(0, stretch.sentence.index - 2) : stretch.sentence.index]):
        products = sentence.of_kind("product")
        if products:
            return products[-1].cluster
    return None


KIND = Kind(name="price", identity=("product",), slots=("amount",), extract=extract, merge=("amount",))
