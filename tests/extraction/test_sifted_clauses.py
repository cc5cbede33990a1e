"""Whose clause and whose house: pasts and studies of the name before them, whole names, makers apart from users."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft
from bot.extraction.people import seats
from bot.extraction.sifting import sift
from bot.model.statement import SlotValue
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_sifting import told, usd

HOUSE = "Veltrix Robotics"


def sifted(text: str, *drafts: tuple[str, dict[str, SlotValue]]) -> list[dict[str, SlotValue]]:
    context = read(text)
    return [d.slots for d in sift(context, [Draft(kind, slots, 0, len(text)) for kind, slots in drafts])]


@pytest.mark.parametrize(
    ("text", "person", "kept"),
    [
        ("Jane Holloway, who ran sales at Orbis Dynamics, and Paul Merritt set up Veltrix.", "Paul Merritt", False),
        ("Jane Holloway, who ran sales at Orbis Dynamics, and Paul Merritt set up Veltrix.", "Jane Holloway", True),
        ("Paul Merritt and Jane Holloway, who both worked at Orbis Dynamics, set up Veltrix.", "Paul Merritt", True),
        (
            "Paul Merritt joins Veltrix, the lab started last year by former Orbis Dynamics people.",
            "Paul Merritt",
            False,
        ),
        ("Veltrix was set up by former Orbis Dynamics engineers Ann Bo and Paul Merritt.", "Paul Merritt", True),
        ("Paul Merritt succeeds Jane Holloway, who led Orbis Dynamics for years.", "Paul Merritt", True),
    ],
)
def test_a_past_is_that_of_the_name_before_it(text: str, person: str, kept: bool) -> None:
    assert (told(text, "role", person=person, organization="Orbis Dynamics") is not None) is kept


def test_studies_are_those_of_the_name_before_them() -> None:
    text = "Jane Holloway, a Harborside University graduate, and Paul Merritt, formerly of Orbis, set up Veltrix."
    assert told(text, "education", person="Paul Merritt", school="Harborside University") is None
    assert told(text, "education", person="Jane Holloway", school="Harborside University") is not None
    assert told(text, "role", person="Jane Holloway", organization="Harborside University") is None


@pytest.mark.parametrize(
    ("text", "title", "left"),
    [
        ("The founder (Jane Holloway, formerly Orbis Dynamics' test pilot) sells a rover.", "founder", None),
        ("Chief scientist Jane Holloway left in May for Orbis Dynamics.", "Chief scientist", None),
        ("Jane Holloway left Hartwell to join Orbis Dynamics as CTO.", "CTO", "CTO"),
        ("Jane Holloway joined us from Orbis Dynamics as vice president.", "vice president", None),
        ("She entered Hartwell as engineer, in 2020 joined Orbis Dynamics.", "engineer", None),
        ("CEO Jane Holloway was an agronomist at Orbis Dynamics.", "CEO", None),
        ("CEO Jane Holloway, a founder of the chain Orbis Dynamics, is open about it.", "CEO", None),
        ("CEO Jane Holloway of Orbis Dynamics was an engineer.", "CEO", "CEO"),
        ("Dr. Jane Holloway, founder Dr. of Orbis Dynamics, sells a rover.", "founder Dr", "founder"),
    ],
)  # fmt: skip
def test_a_title_is_that_of_its_own_house(text: str, title: str, left: str | None) -> None:
    assert (told(text, "role", person="Jane Holloway", organization="Orbis Dynamics", title=title) or {}).get(
        "title"
    ) == left


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Veltrix Robotics: Jane Holloway becomes CEO – results for 2024", "2024"),
        ("Jane Holloway took her PhD at Harborside in 2017 and was an engineer at Veltrix Robotics.", "2017"),
        ("Jane Holloway returns to Veltrix Robotics, which led a round of Orbis Dynamics in 2024.", "2024"),
    ],
)
def test_no_post_begins_with_the_date_of_another_thing(text: str, start: str) -> None:
    left = told(text, "role", person="Jane Holloway", organization=HOUSE, start=When.from_iso(start))
    assert left is not None
    assert "start" not in left


def test_the_whole_name_of_a_house() -> None:
    text = "Veltrix Robotics builds arms. Supervisory Board of Veltrix Robotics appoints Jane Holloway."
    board: dict[str, SlotValue] = {"person": "Jane Holloway", "organization": f"Supervisory Board of {HOUSE}"}
    assert [d["organization"] for d in sifted(text, ("role", board))] == [HOUSE]
    assert told("Jane Holloway is Head of Field Operations.", "role", person="Jane Holloway",
                organization="Field Operations") is None  # fmt: skip


def test_one_title_for_a_post() -> None:
    text = "Jane Holloway ran sales at Veltrix Robotics."
    post: dict[str, SlotValue] = {"person": "Jane Holloway", "organization": HOUSE}
    both = [("role", {**post, "title": title}) for title in ("ran sales", "head of sales")]
    assert [d["title"] for d in sifted(text, *both)] == ["head of sales"]


def test_robots_of_another_maker_are_not_the_product() -> None:
    text = (
        "Veltrix Robotics sells the Krabo. Hartwell uses the Krabo. Foodline has cleaning robots from Orbis Dynamics."
    )
    context = read(text)
    own = Draft("deployment", {"product": "Krabo", "maker": HOUSE, "customer": ("Hartwell",)}, 0, 58)
    other = Draft(
        "deployment", {"product": "Krabo", "maker": "Orbis Dynamics", "customer": ("Foodline",)}, 59, len(text)
    )
    left = [d.slots for d in sift(context, [own, other])]
    assert left[1] == {"maker": "Orbis Dynamics", "customer": ("Foodline",)}


def test_whose_robots_are_used_is_no_customer() -> None:
    text = "Hartwell has put 16 welding robots from Orbis Dynamics to work in Leeds."
    left = told(text, "deployment", maker="Hartwell", customer=("Orbis Dynamics",))
    assert left == {"maker": "Orbis Dynamics", "customer": ("Hartwell",)}
    text = "Veltrix Robotics' model runs in the cleaning robots of Orbis Dynamics."
    assert told(text, "deployment", maker=HOUSE, customer=("Orbis Dynamics",)) is not None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The price of the Krabo was cut to $42 million from $56 million.", [42]),
        ("The Krabo, at $42 million, is dearer than the Tarn at $56 million.", [42, 56]),
        ("To reserve a Krabo takes a deposit of $42 million.", []),
        ("Pre-orders for the Krabo began, at $42 million apiece.", [42]),
    ],
)
def test_a_price_of_before(text: str, kept: list[int]) -> None:
    left = sifted(text, *(("price", {"product": "Krabo", "amount": usd(m)}) for m in (42, 56) if f"${m}" in text))
    assert left == [{"product": "Krabo", "amount": usd(m)} for m in kept]


def test_who_buys_a_business_or_is_a_place_is_no_user() -> None:
    text = "Veltrix Robotics sold its arms to Hartwell for $58 million."
    assert told(text, "deployment", maker=HOUSE, customer=("Hartwell",)) is None
    text = "Foodline has Krabo robots at its shops in Leeds and Graz."
    left = told(text, "deployment", product="Krabo", customer=("Foodline", "Graz"))
    assert left == {"product": "Krabo", "customer": ("Foodline",)}
    left = told("The Krabo sorts parcels in Foodline's halls.", "deployment", product="Krabo", customer=("Foodline",))
    assert left == {"product": "Krabo", "customer": ("Foodline",)}


def test_words_of_a_headline_are_no_house() -> None:
    title = "Jane Holloway, Who Taught Robots to Paint Cars, Is 80"
    text = f"{title}\n\nJane Holloway built arms in Leeds. {'She still builds arms every day. ' * 12}"
    context = read(text, title)
    for name in {c.name for c in context.clusters if c.kind == "org" and c.name in title}:
        draft = Draft("role", {"person": "Jane Holloway", "organization": name}, 0, len(context.text))
        assert sift(context, [draft]) == []


def test_a_longer_variant_of_a_product() -> None:
    assert told("The Krabo lists at $42 million.", "price", product="Krabo SP", amount=usd(42)) == {
        "product": "Krabo", "amount": usd(42)}  # fmt: skip
    card = told("Veltrix Robotics launched its Krabo card.", "launch", product="Krabo", product_kind="robot")
    assert card is not None
    assert card["product_kind"] == "component"


def test_seat_told_in_passing() -> None:
    context = read("Veltrix Robotics raised money. The Munich company sells arms.")
    found = seats.told(context, [Draft("funding", {"company": HOUSE}, 0, 30)])
    assert [d.slots for d in found[1:]] == [{"organization": HOUSE, "place": "Munich"}]
