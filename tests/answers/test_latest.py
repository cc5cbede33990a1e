"""What "latest on X" and "compare A and B" show: what happened last first, each side's foremost facts, no sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

SEED = "Vestrel Robotics raised $4 million in May 2023."
FOUNDED = "Ada Voss founded Vestrel Robotics in Delft in 2021."
SIGNED = "In June 2025 Vestrel agreed with Tallow to sort its parcels together."
LATER = "Vestrel wants to open a plant in Graz in 2027."
ROUND = "The company closed a $30 million Series A in March 2025."
COSTS = "Its Plover arm costs $9,000."
SHARE = "Voss holds 41% of the shares."
RIVAL = "Corran Arms raised $7 million in April 2025."
ARTICLE = "\n\n".join(
    ["Vestrel looks back", SEED, "About Vestrel", FOUNDED, SIGNED, LATER, ROUND, COSTS, SHARE, "About Corran", RIVAL]
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    names: list[tuple[str, EntityKind]] = [
        ("Vestrel Robotics", "org"),
        ("Corran Arms", "org"),
        ("Tallow", "org"),
        ("Ada Voss", "person"),
    ]
    vestrel = {"company": "Vestrel Robotics"}
    facts: list[Fact] = [
        ("funding", {**vestrel, "amount": usd(4e6), "date": "2023-05"}, SEED),
        ("founding", {"organization": "Vestrel Robotics", "founders": ["Ada Voss"], "date": "2021"}, FOUNDED),
        ("partnership", {"parties": ["Vestrel Robotics", "Tallow"], "date": "2025-06"}, SIGNED),
        ("plan", {"organization": "Vestrel Robotics", "action": "open a plant in Graz", "date": "2027"}, LATER),
        ("funding", {**vestrel, "amount": usd(30e6), "round": "Series A", "date": "2025-03"}, ROUND),
        ("price", {"product": "Plover", "maker": "Vestrel Robotics", "amount": usd(9000)}, COSTS),
        ("metric", {"subject": "Vestrel Robotics", "measure": "other", "value": 41, "unit": "percent"}, SHARE),
        ("funding", {"company": "Corran Arms", "amount": usd(7e6), "date": "2025-04"}, RIVAL),
    ]
    names.append(("Plover", "product"))
    with Facts.open(of_one(tmp_path_factory.mktemp("latest"), ARTICLE, names, facts)) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize("question", ["latest on Vestrel Robotics", "latest news on Vestrel Robotics"])
def test_what_happened_last_is_told_first_and_alone(asked: Answerer, question: str) -> None:
    assert [line.text for line in asked.reply([question]).lines] == [
        "Vestrel Robotics plans: open a plant in Graz, 2027",
        "Vestrel Robotics and Tallow work together, June 2025",
        "Vestrel Robotics raised $30 million (Series A), March 2025",
        "Vestrel Robotics raised $4 million, May 2023",
    ]


def test_where_little_happened_it_is_told_what_was_so_all_along(asked: Answerer) -> None:
    texts = [line.text for line in asked.reply(["latest on Plover"]).lines]
    assert texts[0] == "Plover costs $9,000"


@pytest.mark.parametrize("question", ["latest round of Vestrel Robotics", "what is new at Vestrel since June 2025?"])
def test_of_a_kind_or_a_period_the_rules_answer(asked: Answerer, question: str) -> None:
    assert "May 2023" not in asked.reply([question]).lines[0].text


def test_both_sides_of_a_comparison_are_told_from_their_founding_on(asked: Answerer) -> None:
    lines = asked.reply(["compare Vestrel Robotics and Corran Arms"]).lines
    texts = [line.text for line in lines if line.event]
    assert texts[0] == "Vestrel Robotics was founded by Ada Voss, 2021"
    assert any("Corran Arms raised $7 million" in text for text in texts)
    assert not any("41%" in text or "raised $4 million" in text for text in texts)


def test_a_timeline_leaves_out_what_has_no_time(asked: Answerer) -> None:
    texts = [line.text for line in asked.reply(["/timeline Vestrel Robotics"]).lines]
    assert [text for text in texts if not text.startswith("“")] == [
        "Vestrel Robotics was founded by Ada Voss, 2021",
        "Vestrel Robotics raised $4 million, May 2023",
        "Vestrel Robotics raised $30 million (Series A), March 2025",
        "Vestrel Robotics and Tallow work together, June 2025",
        "Vestrel Robotics plans: open a plant in Graz, 2027",
    ]
