"""How a fact of each kind is told in one line."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.answers.as_told import no_listing, worth
from bot.answers.paces import pace_of
from bot.answers.tenure import FORMER, ends, is_over
from bot.answers.view import View, joined
from bot.grammar.patterns import Pattern

Phrase = Callable[[View], str]

_MOST_BACKERS = 12
_MEASURE = {
    "total_raised": "raised in total",
    "rounds": "financing rounds",
    "valuation": "valuation",
    "revenue": "revenue",
    "profit": "profit",
    "employees": "employees",
    "units": "units",
    "orders": "orders",
    "capacity": "capacity",
    "market_size": "market size",
    "investment": "investment",
}
_DONE = r"shipped|delivered|sold|built|made|produced|deployed|installed"
_COUNTED = Pattern(
    rf"\b(?P<done>{_DONE}|put to work)\b(?: (?!(?:to|for|in|at|by|from|with)\b)[\w'’-]+){{0,3}}? <n>(?!\w)|"
    rf"(?<![\w,.])<n>(?: [\w'’-]+){{1,5}}? (?:(?:were|was|are|have been|has been|had been) )?"
    rf"(?P<then>{_DONE}|in use|in operation|in service|at work)\b"
)
"""What became of some units: the word right beside their number, which stands as `<n>`."""
_FIGURE = re.compile(r"\d[\d,.]*(?<=\d)")
_OWN = Pattern(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_TAG = re.compile(r"^(?P<said>[^\"“”]{1,600}?),?[\"”](?= )[^\"“”]{0,200}$")
"""A statement that goes on with whose it is: 'Arms are lamps," says Voss'."""
_MARKS = '"“”„ '


def _dated(text: str, view: View, slot: str = "date", mark: str = ", ") -> str:
    when = view.text(slot)
    return f"{text}{mark}{when}" if when else text


def _status(view: View, done: str, planned: str, rumored: str, denied: str) -> str:
    return {"announced": planned, "rumored": rumored, "denied": denied}.get(view.text("status"), done)


def funding(view: View) -> str:
    company, amount, name = view.text("company"), view.text("amount"), view.text("round")
    lead, rest = view.investors()
    did = _status(view, "raised", "agreed to raise", "is said to be raising", "denies raising")
    if amount:
        text = f"{company} {did} {amount}" + (f" ({name})" if name else "")
    elif name:
        verb = _status(view, "closed", "announced", "is said to be planning", "denies")
        text = f"{company} {verb} a round: {name}"
    else:
        text = f"{company} " + _status(
            view,
            "received an investment",
            "is to receive an investment",
            "is said to be in talks about an investment",
            "denies an investment",
        )
    text = _dated(text, view)
    if lead:
        text += f"; led by {joined(lead)}"
    if rest:
        text += f"; {'with' if lead else 'investors:'} {joined(rest, _MOST_BACKERS)}"
    if view.text("valuation"):
        text += f"; {worth(view)} {view.text('valuation')}"
    return text


def acquisition(view: View) -> str:
    did = _status(view, "acquired", "agreed to acquire", "is said to be in talks to acquire", "did not acquire")
    text = f"{view.text('buyer')} {did} {view.text('target')}"
    # Who buys sells nothing of its own: that was misread.
    if view.text("seller") and view.value("seller") != view.value("buyer"):
        text += f" from {view.text('seller')}"
    if view.text("amount"):
        text += f" for {view.text('amount')}"
    return _dated(text, view) + (" (announced, not reported as closed)" if view.text("status") == "announced" else "")


def ipo(view: View) -> str:
    did = _status(view, "went public", "plans to go public", "is said to be planning to go public", no_listing(view))
    text = f"{view.text('company')} {did}"
    if view.text("exchange"):
        text += f" {'in' if str(view.value('exchange')).startswith('place-') else 'on'} {view.text('exchange')}"
    if view.text("amount"):
        text += f", raising {view.text('amount')}"
    return _dated(text, view)


def partnership(view: View) -> str:
    text = f"{joined(view.names('parties'))} work together"
    if view.text("topic"):
        text += f": {view.text('topic')}"
    return _dated(text, view)


def role(view: View) -> str:
    house = f"at {view.text('organization')}" if view.text("organization") else ""
    post = f"{view.text('title')} {house}".strip()
    text = f"{view.text('person')}: {post or 'has a post'}"
    start = view.text("start").removeprefix("since ")
    end = view.text("end").removeprefix("by ") if ends(view.told) else ""
    if start and end:
        return f"{text}, {start} to {end}"
    if not end and is_over(view.told) and not FORMER.search(post):
        return f"{view.text('person')}: formerly {post}" + (f", from {start}" if start else "")
    return f"{text}, since {start}" if start else f"{text}, until {end}" if end else text


_IS_SENTENCE = Pattern(r"\b(?:will|would|makes?|is|are|was|were|has|had|who|which|moved|continues?)\b")
_DROPS_OUT = Pattern(r"\bdropp(?:ed|ing) out\b|\b(?:did not|didn['’]t|never) (?:finish|complete)", re.I)


def education(view: View) -> str:
    degree, field = view.text("degree"), view.text("field")
    if _IS_SENTENCE.search(field):
        field = ""  # "in makes sortation robots": no subject that anybody studies
    if any(_DROPS_OUT.search(one.quote) for one in view.told.statements):
        degree = f"dropped out of {degree or 'studies'}"
    text = f"{view.text('person')}: {degree or 'studied'}"
    if field:
        text += f" in {field}" if degree else f" {field}"
    if view.text("school"):
        text += f", {view.text('school')}"
    return _dated(text, view)


def founding(view: View) -> str:
    text = f"{view.text('organization')} was founded"
    if view.text("founders"):
        text += f" by {view.text('founders')}"
    if view.text("parent"):
        text += f" within {view.text('parent')}"
    if not (view.text("founders") or view.text("parent") or view.text("date")) and view.text("place"):
        return f"{view.text('organization')} is based in {view.text('place')}"
    text = _dated(text, view)
    return text + (f"; based in {view.text('place')}" if view.text("place") else "")


def launch(view: View) -> str:
    maker, product, what = view.text("maker"), view.text("product"), view.text("product_kind")
    did, was = ("is to present", "is to be presented") if view.is_ahead() else ("presented", "was presented")
    text = f"{maker} {did} {product}" if maker else f"{product} {was}"
    return _dated(text + (f" ({what})" if what else ""), view)


def price(view: View) -> str:
    return _dated(f"{view.text('product')} costs {view.text('amount')} {pace_of(view.told)}".rstrip(), view)


def metric(view: View) -> str:
    measure, unit = view.text("measure"), view.text("unit")
    lost = measure == "profit" and view.is_below_zero()
    value = view.quantity(unsigned=lost)
    label = "loss" if lost else worth(view) if measure == "valuation" else _MEASURE.get(measure, "")
    if measure == "units" and value:
        label, value = "", f"{value if unit else f'{value} units'} {counted(view)}".strip()
    elif label and (label == unit or label in value or (measure == "rounds" and "round" in unit)):
        label = ""
    subject = "" if view.text("subject") == unit else f"{view.text('subject')}: "  # all of a thing, no house's
    return _dated(f"{subject}{f'{label} ' if label else ''}{value}", view)


def counted(view: View) -> str:
    """What the units of a figure are told to have become, shipped or in use; empty where it is not told right there."""
    value = view.value("value")
    figure = f"{value:,.0f}" if isinstance(value, float | int) else ""
    quotes = (re.sub(rf"(?<![\d,.]){re.escape(figure)}(?![\d,.]*\d)", "<n>", s.quote) for s in view.told.statements)
    found = {met["done"] or met["then"] for quote in quotes if figure and (met := _COUNTED.search(quote))}
    return found.pop() if len(found) == 1 else ""


def forecast(view: View) -> str:
    measure = _MEASURE.get(view.text("measure"), "")
    return _dated(
        f"{view.text('source')} expects "
        f"{f'a {measure} of ' if measure == 'market size' else f'{measure} of ' if measure else ''}{view.quantity()}",
        view,
        mark=" by " if not view.text("date").startswith("by") else " ",
    )


def plan(view: View) -> str:
    action, quantity = view.text("action"), view.quantity()
    if set(_FIGURE.findall(quantity)[:1]) & set(_FIGURE.findall(action)):
        quantity = ""
    if quantity and action and not action.isalpha():
        quantity = f"({quantity})"
    told = " ".join(part for part in (action, quantity) if part)
    return _dated(f"{view.text('organization')} plans" + (f": {told}" if told else ""), view)


_AGREED = Pattern(
    r"\b(?:agreed (?:to|on)|(?:has |have )?ordered|plac(?:ed|es) an order|order (?:for|of|from|to)|"
    r"sign(?:ed|s) (?:an? |its |the )?[^.;]{0,60}?\b(?:agreement|contract|deal|letter|customer|order)|"
    r"(?:won|clinched|bagged|secured|landed|received) an? [^.;]{0,60}?\b(?:order|contract)|will (?:be )?\w+|plans? to|"
    r"is to|are to|to (?:buy|supply|deliver|deploy|install|equip)|chosen to|picked to|selected to)\b",
    re.I,
)
_AT_WORK = Pattern(
    r"\b(?:in (?:use|service|operation)|us(?:es?|ed|ing)|runs?|running|operat(?:es?|ed|ing)|already|works?|worked|"
    r"working|"
    r"deployed|installed|test(?:s|ed|ing)|trial(?:s|led|ing)?|pilot(?:s|ed|ing)?|since|has had|have had|rolled out|"
    r"put to work|went live|on duty|now|began|started|delivered|more|another|second|third|to add|total|further|"
    r"extend(?:s|ed)?|expand(?:s|ed)?)\b",
    re.I,
)
"""Robots that are only ordered or agreed on, and a word that tells of some at work already."""


def deployment(view: View) -> str:
    maker, product = view.text("maker"), view.text("product")
    text = product or f"{maker} robots"
    if product and maker and maker != product:
        text += f" ({maker})"
    ahead = view.is_ahead()
    agreed = not ahead and all(
        _AGREED.search(one.quote) and not _AT_WORK.search(one.quote) for one in view.told.statements
    )
    text += " to be in use" if ahead or agreed else " in use"
    if view.text("customer"):
        text += f" at {view.text('customer')}"
    if view.text("use"):
        text += f": {view.text('use')}"
    when = view.text("date").removeprefix("since ") if ahead or agreed else view.text("date")
    return f"{text}, {'agreed ' if agreed else ''}{when}" if when else text


def statement(view: View) -> str:
    text = view.text("text").strip(_MARKS)
    tagged = _TAG.match(text)
    text = (tagged["said"] if tagged else text).rstrip(".")
    if _is_in_own_words(view, text):
        text = f"“{text}”"
    return _dated(f"{view.text('speaker')}: {text}", view)


def _is_in_own_words(view: View, text: str) -> bool:
    """Whether an article puts a statement in quotation marks; what it only reports is in the article's words."""
    quote = next((s.quote for s in view.told.statements if text in s.quote), text)
    before = quote[: quote.find(text)]
    if quote == text or _OWN.search(text):
        return True
    return before.count('"') % 2 == 1 or before.count("“") + before.count("„") > before.count("”")


def anything(view: View) -> str:
    """A kind nobody wrote a phrase for: its slots, one by one."""
    slots = dict.fromkeys(value.slot for value in view.told.event.values)
    told = "; ".join(f"{slot.replace('_', ' ')}: {view.text(slot)}" for slot in slots if view.text(slot))
    return f"{view.kind.replace('_', ' ')}: {told}"


PHRASES: dict[str, Phrase] = {
    "funding": funding,
    "acquisition": acquisition,
    "ipo": ipo,
    "partnership": partnership,
    "role": role,
    "education": education,
    "founding": founding,
    "launch": launch,
    "price": price,
    "metric": metric,
    "forecast": forecast,
    "plan": plan,
    "deployment": deployment,
    "statement": statement,
}


def phrase(view: View) -> str:
    """The line that tells an event."""
    return PHRASES.get(view.kind, anything)(view)
