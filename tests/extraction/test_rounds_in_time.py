"""Rounds of one article kept apart by when they were: the news and what came before it; every name is invented."""

from __future__ import annotations

from typing import Any

import pytest

from bot.articles import article_from_text
from bot.extraction.consolidate import consolidate
from bot.extraction.deals.eras import eras
from bot.extraction.kind import Draft, Era
from bot.extraction.kinds.funding import KIND
from bot.extraction.run import extract
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue, slots_to_json
from bot.model.when import When
from tests.extraction.reading import read

N, HARBOR, BLUE, QUARRY, TALLIS = (
    "Nordgriff Robotics", "Harbor Ventures", "Bluewater Capital", "Quarry Partners", "Tallis Partners"
)  # fmt: skip

Told = tuple[float | None, str | None, str | None, frozenset[str]]
"""Millions, name, date and backers of a round."""


def rounds(text: str, title: str = "") -> set[Told]:
    """The rounds that are told of a text, by rules and reader together."""
    head = f"---\ntitle: {title!r}\n---\n\n" if title else ""
    found = extract(article_from_text("a.md", head + text, "md", When.from_iso("2025-10-08")))
    slots: list[dict[str, Any]] = [slots_to_json(s.slots) for s in found if s.kind == "funding"]
    return {
        (
            s["amount"]["value"] / 1e6 if "amount" in s else None,
            s.get("round"),
            s.get("date"),
            frozenset(i["name"] for i in s.get("investors", ())),
        )
        for s in slots
    }


def a_round(millions: float | None, name: str | None, date: str | None, *backers: str) -> Told:
    return millions, name, date, frozenset(backers)


ARTICLES: list[tuple[str, set[Told]]] = [
    (
        f"{N} has recently finished a new round of financing, scale exceeds 1.1 billion yuan. The round is led by "
        f"{HARBOR}. {BLUE} and {QUARRY} also entered the bureau.\n\nIn May 2023 the company was established, and seed "
        "round was finished soon. June of last year, angel round of 700 million yuan landed, Tessaro is one of the "
        "strategic investors.",
        {
            a_round(1100, None, None, HARBOR, BLUE, QUARRY),
            a_round(None, "Seed", "2023-05"),
            a_round(700, "Angel", "2024-06", "Tessaro"),
        },
    ),
    (
        f"{N} announced a new financing led by {HARBOR} today. Before that, {BLUE} had led its Series A.",
        {a_round(None, None, "2025-10-08", HARBOR), a_round(None, "Series A", None, BLUE)},
    ),
    (
        f"{N} today announced a new round led by {HARBOR}. In 2022 the company took $5 million from {QUARRY}.",
        {a_round(None, None, "2025-10-08", HARBOR), a_round(5, None, "2022", QUARRY)},
    ),
    (
        f"{N} has closed a new financing of $60 million. Its seed round was completed in June 2022.",
        {a_round(60, None, None), a_round(None, "Seed", "2022-06")},
    ),
    (
        f"{N} closed its Series B. The earlier rounds were backed by {QUARRY} and {TALLIS}. The new money comes from "
        f"{HARBOR}.",
        {a_round(None, "Series B", None, HARBOR), a_round(None, None, None, QUARRY, TALLIS)},
    ),
    (
        f"{N} raised $30 million, led by {HARBOR}. It raised $8 million in 2023 from {BLUE}. This time {QUARRY} also "
        "joined the round.",
        {a_round(30, None, None, HARBOR, QUARRY), a_round(8, None, "2023", BLUE)},
    ),
    (
        f"In March 2024, {N} raised a seed round from {TALLIS}. Today it announced another $25 million. {HARBOR} led "
        "the new round.",
        {a_round(None, "Seed", "2024-03", TALLIS), a_round(25, None, "2025-10-08", HARBOR)},
    ),
    (
        f"{N} recently completed a round of several hundred million yuan. Investors are {HARBOR} and Tessaro. In "
        f"February 2024 it completed the angel round led by {QUARRY}.",
        {a_round(None, None, None, HARBOR, "Tessaro"), a_round(None, "Angel", "2024-02", QUARRY)},
    ),
    (
        f"Money for {N}: the gripper maker gets $12 million, {HARBOR} leads. In 2024 {TALLIS} had invested in the "
        "company.",
        {a_round(12, None, None, HARBOR), a_round(None, None, "2024", TALLIS)},
    ),
    (
        f"The company {N} has completed three rounds of financing within one year. In January the angel round was from "
        f"{QUARRY}; in May the Pre-A from {TALLIS}; and now the A round of 300 million yuan, led by {HARBOR}.",
        {
            a_round(None, "Angel", "2025-01", QUARRY),
            a_round(None, "Pre-A", "2025-05", TALLIS),
            a_round(300, "Series A", None, HARBOR),
        },
    ),
    (
        f"{N}, maker of warehouse arms, landed $22M led by {HARBOR}, with {QUARRY} along for the ride. It's been a "
        f"long road: a $3M pre-seed in 2021 ({BLUE}), then nothing.",
        {a_round(22, None, None, HARBOR, QUARRY), a_round(3, "Pre-Seed", "2021", BLUE)},
    ),
    (
        f"Recently, this reporter learned that {N} obtained nearly one hundred million yuan of angel+ round financing, "
        f"exclusively invested by {HARBOR}. Before this, in September 2023, the company obtained tens of millions of "
        f"seed round from {QUARRY}.",
        {a_round(100, "Angel+", None, HARBOR), a_round(None, "Seed", "2023-09", QUARRY)},
    ),
    (
        f"On June 3, 2023 {N} closed a Series A led by {QUARRY}. On October 2, 2025 it closed another round led by "
        f"{HARBOR}.",
        {a_round(None, "Series A", "2023-06-03", QUARRY), a_round(None, None, "2025-10-02", HARBOR)},
    ),
    (
        f"{N} has raised $25 million from {HARBOR}. The $25 million round was closed in March 2025, the company said.",
        {a_round(25, None, "2025-03", HARBOR)},
    ),
    (
        f"{N} has raised a Series A of $25 million. The Series A closed in March 2025 and was led by {HARBOR}.",
        {a_round(25, "Series A", "2025-03", HARBOR)},
    ),
]

LEAKS: list[tuple[str, float, str]] = [
    (
        f"{N} said on Monday it has raised $40 million in a round led by {HARBOR}. The previous round, in 2023, was "
        f"led by {BLUE}.",
        40,
        BLUE,
    ),
    (f"{N} has raised $40 million. The startup had raised money from {QUARRY} in March 2023.", 40, QUARRY),
    (f"{N} raised $30 million from {HARBOR}. Last year's round was led by {BLUE}.", 30, BLUE),
    (f"{N} raised $30 million from {HARBOR}. Before that, {BLUE} had led the round of 2021.", 30, BLUE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ARTICLES)
def test_the_news_and_rounds_of_before_are_told_apart(text: str, told: set[Told]) -> None:
    assert rounds(text) == told


@pytest.mark.parametrize(("text", "millions", "backer"), LEAKS)
def test_who_backed_an_older_round_did_not_back_the_new_one(text: str, millions: float, backer: str) -> None:
    backers = [names for amount, _, _, names in rounds(text) if amount == millions]
    assert backers
    assert not any(backer in names for names in backers)


def test_a_round_that_is_talked_of_has_neither_date_nor_valuation_of_the_last() -> None:
    context = read(f"{N}, valued at $900 million in its last round in 2024, is in talks to raise $200 million.")
    assert [slots_to_json(draft.slots) for draft in KIND.extract(context)] == [
        {"company": N, "amount": {"value": 200_000_000, "currency": "USD"}, "status": "rumored"}
    ]


@pytest.mark.parametrize(
    ("sentence", "era"),
    [
        (f"It recently took money from {HARBOR}.", "new"),
        (f"{HARBOR} led the latest financing.", "new"),
        (f"This time {HARBOR} led.", "new"),
        (f"The round was announced on Monday by {HARBOR}.", "new"),
        (f"The previous round was led by {HARBOR}.", "old"),
        (f"Before that, {HARBOR} had put money in.", "old"),
        (f"Last year's round was led by {HARBOR}.", "old"),
        (f"{HARBOR} invested in March 2023.", "old"),
        (f"The round closed in March 2023 and was led by {HARBOR}.", ""),
        (f"{HARBOR}, founded in 2019, led the round.", ""),
        (f"Earlier investors such as {HARBOR} took part.", ""),
        (f"{HARBOR} led the round.", ""),
    ],
)
def test_words_and_dates_place_a_round_in_time(sentence: str, era: Era) -> None:
    context = read(f"{N} makes grippers. It sells them in Odense. Many of them are blue.\n\n{sentence}")
    last = context.sentences[-1]
    assert eras(context).at(last, last.end) == era


def test_what_the_lead_tells_is_news() -> None:
    context = read(f"{N} raised money from {HARBOR}.")
    assert eras(context).at(context.sentences[0], 0) == "new"


MILLION = Money(1_000_000, "USD")


@pytest.mark.parametrize(
    ("new", "old", "facts"),
    [
        ({"investors": (Investor(HARBOR),)}, {"date": When.from_iso("2023")}, 2),
        ({"amount": MILLION}, {"date": When.from_iso("2023"), "round": "Seed"}, 2),
        ({"amount": MILLION}, {"date": When.from_iso("2023"), "amount": MILLION}, 1),
        ({"round": "Seed"}, {"date": When.from_iso("2023"), "round": "Seed"}, 1),
        ({"amount": MILLION, "round": "Seed"}, {"amount": Money(900_000, "EUR")}, 2),
    ],
)
def test_two_eras_are_one_round_only_by_sum_or_name(
    new: dict[str, SlotValue], old: dict[str, SlotValue], facts: int
) -> None:
    drafts = [
        Draft("funding", {"company": N, **new}, 0, 10, era="new"),
        Draft("funding", {"company": N, **old}, 20, 30, era="old"),
    ]
    assert len(consolidate(drafts)) == facts
