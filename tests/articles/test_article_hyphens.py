"""Compounds that translations spread out are joined; dashes stay dashes."""

from __future__ import annotations

import pytest

from bot.articles import article_from_text


def read(text: str) -> str:
    return article_from_text("a.md", text, "md", known_names=frozenset({"Vant-Orr Robotics"})).text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("It was co - founded by Ann Moss in 2019.", "It was co-founded by Ann Moss in 2019."),
        ("Nortal raised a Pre - A round.", "Nortal raised a Pre-A round."),
        ("It closed a 100 - million - level Series A.", "It closed a 100-million-level Series A."),
        ("Sales grew year - on - year.", "Sales grew year-on-year."),
        ("State - owned funds came in early.", "State-owned funds came in early."),
        ("The spin - off makes multi - modal two - wheeled arms.", "The spin-off makes multi-modal two-wheeled arms."),
        ("The latest, the QR - 60, is out.", "The latest, the QR-60, is out."),
        ("Its self - made MS - T3 beats Nortal - Max.", "Its self-made MS-T3 beats Nortal-Max."),
        ("Of the self - made robots, FQW - Nortal has six.", "Of the self-made robots, FQW-Nortal has six."),
        ("Vant - Orr Robotics makes arms.", "Vant-Orr Robotics makes arms."),
    ],
)
def test_a_spread_compound_is_one_word(written: str, meant: str) -> None:
    assert read(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "It bought two peers lately - Nortal Dynamics, which makes arms, and Kestrel.",
        "Prices hit a new high - the best in years.",
        "The funds - led by Quarry Partners - came late.",
        "Sales - up five percent - were fine.",
        "From 2026 - 2030 it sees 1,000 - 2,000 of them.",
        "Nortal - Kestrel was the final.",
        "Its backers - KX - Kestrel and MS - T3 - left.",
        "It sold most in the US - 60 percent.",
        "Our co-founded firm hired CTO - Max Moss.",
    ],
)
def test_a_dash_stays_a_dash(written: str) -> None:
    assert read(written) == written


def test_what_is_joined_leads_back_to_the_page() -> None:
    article = article_from_text("a.md", "It was co - founded by Ann Moss.", "md", known_names=())
    start = article.text.index("co-founded")
    assert article.quote(start, start + len("co-founded"))[2] == "co - founded"
