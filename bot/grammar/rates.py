"""Coarse rates to the US dollar, for putting sums in order and for filters such as "over $1B"; never shown as facts."""

from __future__ import annotations

from bot.model.money import Money

_DOLLARS = {
    "USD": 1.0,
    "EUR": 1.1,
    "GBP": 1.3,
    "CNY": 0.14,
    "JPY": 0.0068,
    "KRW": 0.00072,
    "INR": 0.0118,
    "HKD": 0.128,
    "SGD": 0.76,
    "AUD": 0.66,
    "CAD": 0.72,
    "NZD": 0.6,
    "TWD": 0.032,
    "SEK": 0.1,
    "NOK": 0.095,
    "DKK": 0.15,
    "CHF": 1.2,
    "ILS": 0.28,
    "AED": 0.272,
    "SAR": 0.267,
    "QAR": 0.275,
    "BRL": 0.18,
    "MXN": 0.053,
    "ZAR": 0.056,
    "KES": 0.0077,
    "NGN": 0.00065,
    "PLN": 0.26,
    "CZK": 0.045,
    "HUF": 0.0028,
    "TRY": 0.026,
    "RUB": 0.012,
    "THB": 0.03,
    "MYR": 0.23,
    "IDR": 0.000061,
    "VND": 0.000039,
    "KWD": 3.25,
    "EGP": 0.0205,
    "CLP": 0.00105,
    "ISK": 0.0078,
    "UAH": 0.024,
}


def to_usd(money: Money) -> float | None:
    """Roughly what the sum (the lower end of a range) is in US dollars; None for a currency without a rate."""
    rate = _DOLLARS.get(money.currency)
    return None if rate is None else money.value * rate
