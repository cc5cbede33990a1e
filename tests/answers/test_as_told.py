"""A worth before the money is called so, and a listing that was put off is not told as denied."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from bot.answers.as_told import no_listing, worth
from bot.answers.view import View


def _view(*quotes: str) -> View:
    told = SimpleNamespace(statements=[SimpleNamespace(quote=quote) for quote in quotes])
    return cast("View", SimpleNamespace(told=told))


@pytest.mark.parametrize(
    ("quotes", "called"),
    [
        (["Veltrix got $2 million at a pre-money valuation of $9 million."], "pre-money valuation"),
        (["It was worth $9 million pre-money.", "It is worth $9 million."], "valuation"),
        (["$9 million pre-money, $11 million post-money"], "valuation"),
        (["It is worth $9 million."], "valuation"),
    ],
)
def test_what_a_valuation_is_called(quotes: list[str], called: str) -> None:
    assert worth(_view(*quotes)) == called


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("The planned listing of Veltrix has been put off.", "put off plans to go public"),
        ("Veltrix withdrew its application for a listing.", "called off plans to go public"),
        ("Veltrix denied that its listing was put off; it has no plans.", "denies plans to go public"),
        ("Asked about a listing, Veltrix said no.", "denies plans to go public"),
    ],
)
def test_how_a_listing_that_is_none_is_told(quote: str, told: str) -> None:
    assert no_listing(_view(quote)) == told
