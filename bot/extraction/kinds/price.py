"""What a product costs: to buy, to rent, by the month."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.extraction.figures.figures import Figure, Stretch, stretches
from bot.extraction.figures.measures import measure
from bot.extraction.figures.whose import governors
from bot.extraction.kind import Draft, Kind
from bot.extraction.products.things import is_thing
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context, Mention
from bot.model.money import Money

_FILL = r"[^<;.]{0,28}?(?:<[nd]\d+>(?:'s)?[^<;.]{0,20}?){0,2}"
_SAID = (
    rf"(?:\bcost(?:s|ing|ed)?{_FILL}|\b(?<!share )pric(?:e|ed|es|ing)(?: tag)?\b(?! of it){_FILL}|"
    rf"\b(?:starts?|starting|begins?|available|sells?|sold|selling|retails?|goe?s?|went|on sale|tag|"
    rf"listed?|lists it|published|came out|reaches shops|brought out|marked|ordered|offered|leased|"
    rf"rent(?:s|ed)?(?: out)?|hired|launched|pre-?orders?|orders?|buy|bought|deliveries|unveiled|comes down|fell|"
    rf"falls|rises|cut|remains|stays|keeps|changed)\b{_FILL}\b(?:at|for|from|to|as)|"
    rf"\b(?:asks?|charges?|charging|wants)\b(?! (?:a |the )?(?:fee|fine))[^<;.]{{0,22}}?|"
    rf"\b(?:pays?|paid|pay|lists? (?:it |them )?at|goes under|gone under|is down to)|"
    rf"\b(?:rent|fee|subscription|rate|receives)\b{_FILL}|\bpre-?orders? \()"
)
_MUCH = r" ?(?:as much as |from |at |of |only |just |below |under )?\Z"
_TOLD = re.compile(_SAID + _MUCH, re.IGNORECASE)
_BEFORE = re.compile(rf"(?:{_SAID}|\b(?:from|is|at|for|was|or|and|now|keeps|list|below|under)){_MUCH}", re.IGNORECASE)
_MODEL_NUMBER = re.compile(r"<n\d+> \Z")
_GOODS = re.compile(
    r"\b(?:machine|robot|version|model|dog|arm|hand|kit|set|device|suit|one)\b[^<;.]{0,25} (?:is|was|stays at|"
    r"comes to|at) \Z"
)
_ON = re.compile(r",? (?:to|or|and|then) \Z")
_ORDER = re.compile(r"[^.;]{0,60}\b(?:order|buy|get|lease|rent|reserve|have) (?:[\w-]+ ){0,3}<n(\d+)>")
_MOST = {"CNY": 5e6, "HKD": 5e6, "INR": 5e7, "KRW": 1e9, "JPY": 3e8, "TWD": 3e7, "NOK": 2e7, "SEK": 2e7}
_MOST_ELSE = 3e6
"""Above this a sum is hardly the price of one machine."""
_STRONG = re.compile(
    r"\b(?:costs?|costing|priced?|prices|pricing|price tag|starts at|starting (?:at|from|price)|"
    r"sells? for|sold (?:at|for)|selling for|retails?|goes for|list price|listed at|lists it|"
    r"charges|asks|rent(?:s|ed)?|per unit|on sale (?:at|for)|receives)\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\)?,? ?(?:a|an|per|each|every|/) ?(?:month|unit|piece|robot|machine|pair|kit|set|hour|"
    r"day|acre|kilo\w*|metre|motion|card|gripper|arm|device|seat|year|week|night|hand)\b(?! of)|,? (?:each|"
    r"apiece)\b|,? excluding tax|,? plus (?:tax|VAT)",
    re.IGNORECASE,
)
_BARE_PACE = re.compile(r" ?(?:a|per) (?:year|week|day|month)\b")
"""Behind a number without a currency: how many are made ("aims for 5,000 a year")."""
_NOT_BEFORE = re.compile(
    r"\b(?:rais(?:e|ed|ing)|valu\w+|revenues?|sales of|turnover|invest\w*|round|funding|loss\w*|"
    r"profits?|orders? (?:worth|of)|contract\w*|deal|acqui\w+|buys|stake|shares?|fine\w*|market|"
    r"saved?|savings|salary|wages?|worth|bid|raises?|"
    r"spen[dt]\w*|debts?|cost (?:him|her|them|<n\d+>|the company|around)|deposit|damages|budget|"
    r"labou?r|cash|capital|report|ticket|course|company value|offer price|market cap\w*|subsid\w+|average|owed|loan|"
    r"grant|lost|earn\w*|settle\w*|plant|factory)\b",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"[ -](?:to (?:make|build|produce|develop)|dearer|cheaper|more\b|less\b|extra|below|above|"
    r"(?:in |of )?(?:revenue|sales|funding|orders|contract|"
    r"valuation|round|investment|loss|profit|stake|savings|deposit|market|deal|fee|fund|share|"
    r"plant|factory|turnover)|a share|per share|apiece, a premium|for the (?:company|business|"
    r"firm|stake))",
    re.IGNORECASE,
)
_NAMES = re.compile(r"<n(\d+)>")
_COSTS = {"cost", "start", "sell", "retail", "go", "price", "rent", "be", "list"}
_LIMIT = 12_000_000
_TRADED = re.compile(
    r"\b(?:shares?|stake|bid|offer|takeover|acqui\w+|licen[cs]e|plant|factory|company|building|startup|bankruptcy|business)\b"
)
_ANY_ONE = re.compile(
    r"\b[Aa]n? (?:[\w-]+ ){0,2}(?:robot|humanoid|model|machine|dog|quadruped|arm|hand)\b|\brate for\b|"
    r"\b(?:humanoid|robot|hardware|component|labou?r|production|manufacturing|operating|unit|part)s? (?:costs|prices)\b"
)
_ANY = re.compile(r"\b(?:robots|humanoids)\b")
"""One of a sort, not the product in hand."""
_A_SORT = re.compile(r"(?:[Aa]n?|[Ss]uch|[Mm]ost|[Oo]ther) ")
_IN_LIST = re.compile(r"<n(\d+)>(?: \(?<n\d+>\)?)?\"?(?:,? [\w.-]+){0,4}[ ,:(|–-]*(?:from |at |price |is |was |\")*\Z")
_FOR_PRODUCT = re.compile(
    r"(?: (?:a|per) \w+)?(?: or <m\d+>(?: (?:a|per) \w+)?)? (?:for|per) "
    r"(?:the |its |a |an |each (?:of )?)?(?:<q\d+> )?(?:[\w-]+ ){0,3}<n(\d+)>"
)


def _strength(ctx: Context, figure: Figure) -> float:
    """How sure the wording is that a sum is a price, 0 where it is not."""
    before, after, text = figure.before, figure.after, figure.stretch.text
    if not figure.currency and (not _bare(figure) or _MODEL_NUMBER.search(before)):
        return 0.0
    near = before[-70:]
    if _NOT_AFTER.match(after) or _NOT_BEFORE.search(near):
        return 0.0
    value = figure.value
    if value > _MOST.get(figure.currency or figure.lent, _MOST_ELSE):
        return 0.0
    if figure.before and _ON.fullmatch(figure.before) and (last := _previous(figure)) is not None:
        return _strength(ctx, last)
    if _STRONG.search(near) and _BEFORE.search(near):
        return 1.0
    if (
        (figure.currency or not _BARE_PACE.match(after))
        and _PER.match(after)
        and not re.search(r"\b(?:at least|revenue|cost of living)\b", near)
    ):
        return 0.9
    if _BEFORE.search(near) and _product_before(ctx, figure):
        return 0.8
    behind = _FOR_PRODUCT.match(text, figure.end) or _ORDER.match(text, figure.end)
    if _BEFORE.search(near) and behind and is_thing(ctx, figure.stretch.named(behind[1]).cluster):
        return 0.8
    if figure.currency and (_TOLD.search(near) or _GOODS.search(near)) and not _TRADED.search(text):
        return 0.7
    if _IN_LIST.search(near) and _product_before(ctx, figure):
        return 0.6
    return (
        0.5
        if _STRONG.search(text[: figure.start]) and value < _LIMIT and figure.before != text[: figure.start]
        else 0.0
    )


def _previous(figure: Figure) -> Figure | None:
    """The figure before this one in its stretch."""
    at = figure.stretch.figures.index(figure)
    return figure.stretch.figures[at - 1] if at else None


def _bare(figure: Figure) -> bool:
    """Whether a number without its currency may still be a price ("from 9,997 to 7,997 yuan", "list 39,900")."""
    return (
        bool(figure.lent) and figure.value >= 500 and not figure.noun and not figure.scaled and measure(figure) is None
    )


def _product_before(ctx: Context, figure: Figure) -> Mention | None:
    stretch = figure.stretch
    fits = [m for m in stretch.names if m.end <= figure.origin and is_thing(ctx, m.cluster)]
    return fits[-1] if fits else None


def _product(ctx: Context, figure: Figure, focus: Cluster | None, score: float) -> Cluster | None:
    """The product a price belongs to: what is said to cost it, the one named before it, behind it, or last."""
    stretch = figure.stretch
    if figure.before and _ON.fullmatch(figure.before) and (last := _previous(figure)) is not None:
        return _product(ctx, last, focus, score)
    if (match := _ORDER.match(stretch.text, figure.end)) and is_thing(ctx, stretch.named(match[1]).cluster):
        return stretch.named(match[1]).cluster
    if (match := _FOR_PRODUCT.match(stretch.text, figure.end)) and stretch.named(match[1]).kind not in {
        "person",
        "place",
    }:
        return stretch.named(match[1]).cluster
    low = stretch.edge_before(figure.start)
    before = [stretch.named(n).cluster for n in _NAMES.findall(stretch.text[low : figure.start])]
    listed = [c for c in before if is_thing(ctx, c)]
    if listed:
        return listed[-1]
    for predicate in governors(stretch.sentence, figure.origin)[:2]:
        costs = predicate.lemma in _COSTS and score >= 0.9
        for arg in predicate.surface_subjects:
            if _A_SORT.match(arg.text) and not arg.mentions and not arg.inside:
                return None
            for mention in [*arg.mentions, *arg.inside]:
                named = is_thing(ctx, mention.cluster) or (
                    costs and mention.kind in {"unknown", "org"} and not mention.anaphoric
                )
                if named and not mention.start <= figure.origin < mention.end:
                    return mention.cluster
    if earlier := _product_before(ctx, figure):
        return earlier.cluster
    after = [m for m in stretch.names if m.start >= figure.origin and is_thing(ctx, m.cluster)]
    if after:
        return after[0].cluster
    if _ANY_ONE.search(stretch.text, low, figure.start):
        return None
    if focus is not None or score < 0.7 or _ANY.search(stretch.text, low, figure.start):
        return focus
    return _main_product(ctx)


def _main_product(ctx: Context) -> Cluster | None:
    """The product that an article speaks of most, where one stands out."""
    counts = sorted(
        (
            (sum(3 if m.start < len(ctx.title) else 1 for m in c.mentions), -c.id, c)
            for c in ctx.clusters
            if is_thing(ctx, c)
        ),
        key=lambda row: row[:2],
        reverse=True,
    )
    if not counts or (len(counts) > 1 and counts[0][0] < counts[1][0] + 1):
        return None
    return counts[0][2]


def extract(ctx: Context) -> Iterable[Draft]:
    """Every price of an article with the product it is asked for."""
    focus: Cluster | None = None
    seen = 0
    for stretch in stretches(ctx):
        for figure in stretch.figures:
            score = _strength(ctx, figure)
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
    for sentence in reversed(ctx.sentences[max(0, stretch.sentence.index - 2) : stretch.sentence.index + 1]):
        products = [m for m in sentence.mentions if is_thing(ctx, m.cluster) and m.start < stretch.start]
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
