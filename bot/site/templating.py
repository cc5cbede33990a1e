"""What the templates stand on: all that is printed is cleaned and escaped, and a name that is missing fails."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.answers.text import visible
from bot.locales import forms


def environment() -> Environment:
    """A fresh one for each site; it keeps nothing between sites."""
    made = Environment(
        loader=PackageLoader("bot.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["figure"] = lambda number: forms().number(float(number))
    made.tests["plural"] = lambda number: number != 1
    return made


def _printed(value: Any) -> Any:
    """What articles say holds no control or bidirectional character on a page; what templates made stays."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
