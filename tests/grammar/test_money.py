"""Sums of money: what is read, what is left alone, and that what is printed is read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grammar.currencies import CODES
from bot.grammar.money import find_money, format_money, parse_money
from bot.grammar.rates import to_usd
from bot.model.money import Money
from tests.grammar.spans import check_spans

M = 10**6
BN = 10**9
TN = 10**12


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$5.4bn", 5.4 * BN, "USD"),
        ("$5.4 billion", 5.4 * BN, "USD"),
        ("$1.4b", 1.4 * BN, "USD"),
        ("$675 mln", 675 * M, "USD"),
        ("$1-billion", BN, "USD"),
        ("US$140m", 140 * M, "USD"),
        ("USD 140 million", 140 * M, "USD"),
        ("USD1.5bn", 1.5 * BN, "USD"),
        ("140 million dollars", 140 * M, "USD"),
        ("140 million US dollars", 140 * M, "USD"),
        ("30,000 U.S. dollars", 30_000, "USD"),
        ("three million dollars", 3 * M, "USD"),
        ("twenty-two million dollars", 22 * M, "USD"),
        ("half a billion dollars", 500 * M, "USD"),
        ("a quarter of a billion dollars", 250 * M, "USD"),
        ("two and a half million dollars", 2.5 * M, "USD"),
        ("$0.99", 0.99, "USD"),
        ("$5", 5, "USD"),
        ("$80,000", 80_000, "USD"),
        ("$950K", 950_000, "USD"),
        ("€15m", 15 * M, "EUR"),
        ("15 million euros", 15 * M, "EUR"),
        ("EUR 15 million", 15 * M, "EUR"),
        ("16 000 euros", 16_000, "EUR"),
        ("£3.2m", 3.2 * M, "GBP"),
        ("2 million pounds", 2 * M, "GBP"),
        ("RMB 1 billion", BN, "CNY"),
        ("RMB10,000", 10_000, "CNY"),
        ("380 billion yuan", 380 * BN, "CNY"),
        ("CNY 200m", 200 * M, "CNY"),
        ("5 hundred million yuan", 500 * M, "CNY"),
        ("50 billion yen", 50 * BN, "JPY"),
        ("JPY 5bn", 5 * BN, "JPY"),
        ("four hundred and twenty thousand yen", 420_000, "JPY"),
        ("1.5 trillion won", 1.5 * TN, "KRW"),
        ("140 bn won", 140 * BN, "KRW"),
        ("KRW 267 billion", 267 * BN, "KRW"),
        ("₩60 billion", 60 * BN, "KRW"),
        ("Rs 120 crore", 1.2 * BN, "INR"),
        ("Rs 61-crore", 610 * M, "INR"),
        ("₹1,150 crore", 11.5 * BN, "INR"),
        ("120 crore rupees", 1.2 * BN, "INR"),
        ("5 lakh rupees", 500_000, "INR"),
        ("HK$1.2 billion", 1.2 * BN, "HKD"),
        ("S$3.2m", 3.2 * M, "SGD"),
        ("A$40 million", 40 * M, "AUD"),
        ("C$21 million", 21 * M, "CAD"),
        ("CA$21 million", 21 * M, "CAD"),
        ("$20 million CAD", 20 * M, "CAD"),
        ("15 Canadian dollars", 15, "CAD"),
        ("NT$150 million", 150 * M, "TWD"),
        ("R$95 million", 95 * M, "BRL"),
        ("SEK 250 million", 250 * M, "SEK"),
        ("250 million kronor", 250 * M, "SEK"),
        ("NOK 64m", 64 * M, "NOK"),
        ("20 million Danish kroner", 20 * M, "DKK"),
        ("CHF 20 million", 20 * M, "CHF"),
        ("CHF 1'200", 1_200, "CHF"),
        ("20 million Swiss francs", 20 * M, "CHF"),
        ("12 million shekels", 12 * M, "ILS"),
        ("NIS 12 million", 12 * M, "ILS"),
        ("730 million dirhams", 730 * M, "AED"),
        ("1.4 billion riyals", 1.4 * BN, "SAR"),
        ("210m zloty", 210 * M, "PLN"),
        ("6 million rand", 6 * M, "ZAR"),
        ("6 trillion 411.2 billion won", 6.4112 * TN, "KRW"),
        ("2 billion 300 million yen", 2.3 * BN, "JPY"),
        ("2025 yuan", 2025, "CNY"),
        ("10亿元", BN, "CNY"),
        ("3亿5000万元", 350 * M, "CNY"),
        ("一千万元", 10 * M, "CNY"),
        ("26.8万元", 268_000, "CNY"),
        ("9999元", 9_999, "CNY"),
        ("5000万元人民币", 50 * M, "CNY"),
        ("1.4亿美元", 140 * M, "USD"),
        ("3,200萬美元", 32 * M, "USD"),
        ("500万欧元", 5 * M, "EUR"),
        ("3000万港元", 30 * M, "HKD"),
        ("12亿日元", 1.2 * BN, "JPY"),
        ("100万円", M, "JPY"),
        ("新台幣6.8億元", 680 * M, "TWD"),
        ("1兆日圓", TN, "JPY"),
    ],
)
def test_one_exact_sum(text: str, value: float, currency: str) -> None:
    assert parse_money(text) == Money(value, currency)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("nearly $1B", BN, "USD"),
        ("about $280 million", 280 * M, "USD"),
        ("around $280 million", 280 * M, "USD"),
        ("roughly €1 billion", BN, "EUR"),
        ("close to $1.4 billion", 1.4 * BN, "USD"),
        ("some 40 million francs", 40 * M, "CHF"),
        ("over $1B", BN, "USD"),
        ("more than half a billion dollars", 500 * M, "USD"),
        ("at least $2 billion", 2 * BN, "USD"),
        ("as much as $600 million", 600 * M, "USD"),
        ("up to $1bn", BN, "USD"),
        ("upwards of $500 million", 500 * M, "USD"),
        ("just under $500 million", 500 * M, "USD"),
        ("~$50M", 50 * M, "USD"),
        ("$280m-plus", 280 * M, "USD"),
        ("$5.5B+", 5.5 * BN, "USD"),
        ("$1 billion or more", BN, "USD"),
        ("近10亿元人民币", BN, "CNY"),
        ("近亿元", 100 * M, "CNY"),
        ("超5亿元", 500 * M, "CNY"),
        ("10余亿元", BN, "CNY"),
        ("1亿多元", 100 * M, "CNY"),
        ("100亿元以上", 10 * BN, "CNY"),
        ("逾9億港元", 900 * M, "HKD"),
    ],
)
def test_a_blurred_sum_is_approximate(text: str, value: float, currency: str) -> None:
    assert parse_money(text) == Money(value, currency, approximate=True)


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("US$30,000-50,000", 30_000, 50_000, "USD"),
        ("$30,000 to $50,000", 30_000, 50_000, "USD"),
        ("between $10 million and $15 million", 10 * M, 15 * M, "USD"),
        ("between 300 and 500 million yuan", 300 * M, 500 * M, "CNY"),
        ("$2-3 billion", 2 * BN, 3 * BN, "USD"),
        ("$2 to $3 billion", 2 * BN, 3 * BN, "USD"),
        ("$500,000-$1 million", 500_000, M, "USD"),
        ("30–50 million yuan", 30 * M, 50 * M, "CNY"),
        ("14,000–17,000 won", 14_000, 17_000, "KRW"),
        ("2至3亿元", 200 * M, 300 * M, "CNY"),
    ],
)
def test_a_range(text: str, low: float, high: float, currency: str) -> None:
    assert parse_money(text) == Money(low, currency, high=high)


@pytest.mark.parametrize(
    ("text", "money", "also"),
    [
        ("RMB 1 billion ($140M)", Money(BN, "CNY"), Money(140 * M, "USD")),
        ("1 billion yuan (about $140 million)", Money(BN, "CNY"), Money(140 * M, "USD", approximate=True)),
        ("$140 million (1 billion yuan)", Money(140 * M, "USD"), Money(BN, "CNY")),
        ("US$5m (HK$39m, at the time)", Money(5 * M, "USD"), Money(39 * M, "HKD")),
        ("210m zloty, or just over $52m", Money(210 * M, "PLN"), Money(52 * M, "USD", approximate=True)),
        ("1.5亿美元（约合10.8亿元人民币）", Money(150 * M, "USD"), Money(1.08 * BN, "CNY", approximate=True)),
    ],
)
def test_a_conversion_belongs_to_the_sum_before_it(text: str, money: Money, also: Money) -> None:
    (mention,) = find_money(text)
    assert (mention.money, mention.also) == (money, also)
    # the word that introduces a conversion may blur it; the span covers everything to the closing bracket
    assert mention.text == text


def test_a_sum_in_brackets_in_the_same_currency_is_another_sum() -> None:
    assert [m.money.value for m in find_money("It raised $5 million ($2 million of it as debt).")] == [5 * M, 2 * M]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Orrery raised nearly $140 million in a round.", ["nearly $140 million"]),
        ("a $140 million round", ["$140 million"]),
        ("a three million dollar round", ["three million dollar"]),
        ("the $16,000-a-piece arm", ["$16,000"]),
        ("It costs 1,000 yuan a month.", ["1,000 yuan"]),
        ("Revenue rose from $5m to $7m.", ["$5m", "$7m"]),
        ("gave $5 to 10 people", ["$5"]),
        ("A 4.5-million-euro seed came in April.", ["4.5-million-euro"]),
        ("售价为26.8万元起，较上一代的32万元下调", ["26.8万元", "32万元"]),
        ("$1,000 and €900", ["$1,000", "€900"]),
        ("Revenue for 2025 RMB 1.71 billion", ["RMB 1.71 billion"]),
        ("In 2026 USD 3 million was spent.", ["USD 3 million"]),
        ("It fell from 271,000 yuan in 2024 to 188,000 yuan.", ["271,000 yuan", "188,000 yuan"]),
        ("Spending was raised by $20 million to $190 million.", ["$20 million", "$190 million"]),
        ("It sells for $20 million to $190 million.", ["$20 million to $190 million"]),
        ("3 billion, 5 billion yen", ["5 billion yen"]),
    ],
)
def test_spans_in_running_text(text: str, spans: list[str]) -> None:
    assert [mention.text for mention in find_money(text)] == spans


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose from 150 to 410 billion won.", [150 * BN, 410 * BN]),
        ("The price was cut from 9,999 yuan to 6,666.", [9_999, 6_666]),
        ("It grew from $200 to $300 million.", [200 * M, 300 * M]),
        ("priced from $20,000 to $30,000", [20_000]),
    ],
)
def test_a_change_is_two_sums_that_share_scale_and_currency(text: str, values: list[float]) -> None:
    assert [mention.money.value for mention in find_money(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "trillions of dollars",
        "tens of millions of dollars",
        "hundreds of millions of yuan",
        "several hundred million yuan",
        "a few million dollars",
        "a six-figure sum",
        "multi-million-dollar round",
        "数亿元",
        "数千万元",
        "上亿元",
        "亿元级",
        "The arm lifts 50 pounds.",
        "The team of 5 won the cup.",
        "Park In-won took 3 of them.",
        "1 million robots",
        "The won fell against the yen.",
        "COP 28 begins",
        "",
    ],
)
def test_no_sum(text: str) -> None:
    assert find_money(text) == []


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Fuji Arms of Osaka raised ¥500 million.", "JPY"),
        ("The Shenzhen firm raised ¥500 million.", "CNY"),
        ("It raised ¥500 million.", "CNY"),
        ("The Nagoya maker was founded in 1988." + " It makes arms." * 60 + " It raised ¥500 million.", "JPY"),
        ("The Copenhagen firm raised 20 million kroner.", "DKK"),
        ("The Oslo firm raised 20 million kroner.", "NOK"),
        ("總部位於台北，募資6億元。", "TWD"),
        ("总部位于北京，融资6亿元。", "CNY"),
    ],
)
def test_an_ambiguous_sign_is_settled_by_the_words_around(text: str, currency: str) -> None:
    assert [mention.money.currency for mention in find_money(text)] == [currency]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("$1B", Money(BN, "USD")),
        (" $1b? ", Money(BN, "USD")),
        ("1bn dollars", Money(BN, "USD")),
        ("usd 5m", Money(5 * M, "USD")),
        ("rmb 2bn", Money(2 * BN, "CNY")),
        ("1 billion", None),
        ("raised $1B", None),
        ("$1B and $2B", None),
        ("hello", None),
    ],
)
def test_a_whole_text_that_is_a_sum(text: str, money: Money | None) -> None:
    assert parse_money(text) == money


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(140 * M, "USD"), "$140 million"),
        (Money(380 * BN, "CNY"), "380 billion yuan"),
        (Money(267 * BN, "KRW"), "267 billion won"),
        (Money(50 * BN, "JPY"), "50 billion yen"),
        (Money(15 * M, "EUR"), "€15 million"),
        (Money(80_000, "USD"), "$80,000"),
        (Money(30_000, "USD", high=50_000), "$30,000–50,000"),
        (Money(2 * BN, "USD", high=3 * BN), "$2–3 billion"),
        (Money(900 * M, "USD", high=1.2 * BN), "$900 million–1.2 billion"),
        (Money(280 * M, "USD", approximate=True), "about $280 million"),
        (Money(314.5 * M, "USD"), "$314.5 million"),
        (Money(123_456_789, "USD"), "$123,456,789"),
        (Money(0.99, "USD"), "$0.99"),
        (Money(250 * M, "SEK"), "SEK 250 million"),
        (Money(5, "KRW"), "₩5"),
    ],
)
def test_how_a_sum_is_printed(money: Money, text: str) -> None:
    assert format_money(money) == text


_VALUES = st.one_of(
    st.integers(1, 999_999),
    st.integers(1, 9_999).map(lambda n: n * 100_000),
    st.integers(1, 9_999).map(lambda n: n * 10**8),
    st.integers(100, 99_999).map(lambda n: n / 100),
).map(float)


@st.composite
def _moneys(draw: st.DrawFn) -> Money:
    low = draw(_VALUES)
    high = draw(st.none() | _VALUES.filter(lambda value: value > low))
    return Money(low, draw(st.sampled_from(sorted(CODES))), draw(st.booleans()), high)


@given(_moneys())
def test_what_is_printed_is_read_back(money: Money) -> None:
    assert parse_money(format_money(money)) == money


@given(_moneys())
def test_what_is_printed_is_found_inside_a_sentence(money: Money) -> None:
    printed = format_money(money)
    assert [(m.text, m.money) for m in find_money(f"Quillon raised {printed}, it said.")] == [(printed, money)]


_PIECES = st.lists(
    st.sampled_from(
        [
            "$",
            "€",
            "¥",
            "US$",
            "RMB",
            "5",
            "1.5",
            "2,000",
            "30-50",
            "million",
            "bn",
            "k",
            "%",
            "to",
            "and",
            "between",
            "from",
            "(",
            ")",
            "（",
            "）",
            "亿",
            "万",
            "元",
            "近",
            "余",
            "数",
            "一",
            "两",
            "a",
            "half",
            "quarter",
            "of",
            "dollars",
            "yuan",
            "won",
            "pounds",
            "kroner",
            "crore",
            "000",
            "'",
            ",",
            ".",
            "-",
            "–",
            "+",
            "or",
            "about",
        ]
    )
    | st.just(" "),
    max_size=14,
).map("".join)


@given(st.text() | _PIECES)
def test_any_text_gives_ordered_exact_spans(text: str) -> None:
    check_spans(text, find_money(text))


@given(st.text() | _PIECES)
def test_parsing_never_raises(text: str) -> None:
    money = parse_money(text)
    assert money is None or money.value >= 0


def test_rates_put_sums_in_order_and_know_every_code() -> None:
    assert [code for code in sorted(CODES) if to_usd(Money(1, code)) is None] == []
    assert to_usd(Money(5, "USD")) == 5
    assert to_usd(Money(5, "XXX")) is None


def test_the_sign_of_a_dollar_glued_to_a_name() -> None:
    assert [found.money for found in find_money("VeltrixA$40 million, Series A")] == [Money(40 * M, "AUD")]
