"""How a fact of each kind is told in one line."""

from __future__ import annotations

from collections.abc import Callable

from bot.answers.view import View, joined

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
        text += f"; valuation {view.text('valuation')}"
    return text


def acquisition(view: View) -> str:
    did = _status(view, "acquired", "agreed to acquire", "is said to be in talks to acquire", "denies acquiring")
    text = f"{view.text('buyer')} {did} {view.text('target')}"
    if view.text("seller"):
        text += f" from {view.text('seller')}"
    if view.text("amount"):
        text += f" for {view.text('amount')}"
    return _dated(text, view) + (" (announced, not reported as closed)" if view.text("status") == "announced" else "")


def ipo(view: View) -> str:
    did = _status(
        view, "went public", "plans to go public", "is said to be planning to go public", "denies plans to go public"
    )
    text = f"{view.text('company')} {did}"
    if view.text("exchange"):
        text += f" on {view.text('exchange')}"
    if view.text("amount"):
        text += f", raising {view.text('amount')}"
    return _dated(text, view)


def partnership(view: View) -> str:
    text = f"{joined(view.names('parties'))} work together"
    if view.text("topic"):
        text += f": {view.text('topic')}"
    return _dated(text, view)


def role(view: View) -> str:
    title = view.text("title") or "has a post"
    text = f"{view.text('person')}: {title}"
    if view.text("organization"):
        text += f" at {view.text('organization')}"
    start = view.text("start").removeprefix("since ")
    end = view.text("end").removeprefix("by ")
    if start and end:
        return f"{text}, {start} to {end}"
    return f"{text}, since {start}" if start else f"{text}, until {end}" if end else text


def education(view: View) -> str:
    text = f"{view.text('person')}: {view.text('degree') or 'studied'}"
    if view.text("field"):
        text += f" in {view.text('field')}" if view.text("degree") else f" {view.text('field')}"
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
    text = f"{maker} presented {product}" if maker else f"{product} was presented"
    return _dated(text + (f" ({what})" if what else ""), view)


def price(view: View) -> str:
    return _dated(f"{view.text('product')} costs {view.text('amount')}", view)


def metric(view: View) -> str:
    measure, unit = view.text("measure"), view.text("unit")
    value = view.quantity()
    label = _MEASURE.get(measure, "")
    if label and (label == unit or label in value or (measure == "rounds" and "round" in unit)):
        label = ""
    text = f"{view.text('subject')}: {f'{label} ' if label else ''}{value}"
    return _dated(text, view)


def forecast(view: View) -> str:
    measure = _MEASURE.get(view.text("measure"), "")
    return _dated(
        f"{view.text('source')} expects "
        f"{f'a {measure} of ' if measure == 'market size' else f'{measure} of ' if measure else ''}{view.quantity()}",
        view,
        mark=" by " if not view.text("date").startswith("by") else " ",
    )


def plan(view: View) -> str:
    text = f"{view.text('organization')} plans"
    if view.text("action"):
        text += f": {view.text('action')}"
    if view.quantity():
        text += f" ({view.quantity()})"
    return _dated(text, view)


def deployment(view: View) -> str:
    text = view.text("product") or f"{view.text('maker')} robots"
    if view.text("product") and view.text("maker"):
        text += f" ({view.text('maker')})"
    text += f" in use at {view.text('customer')}" if view.text("customer") else " in use"
    if view.text("use"):
        text += f": {view.text('use')}"
    return _dated(text, view)


def statement(view: View) -> str:
    text = view.text("text").rstrip(".")
    return _dated(f"{view.text('speaker')}: “{text}”", view)


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
