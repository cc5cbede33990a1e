"""Lists by day, brackets, shares that change hands and words in marks, as translated and wire news tell them."""

from __future__ import annotations

import pytest

from bot.articles import article_from_text
from bot.extraction.kind import Draft
from bot.extraction.kinds.role import KIND as ROLE
from bot.extraction.run import extract
from bot.extraction.sifting import sift
from bot.extraction.text.spoken import quotations
from bot.model.statement import Investor, slots_to_json
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_deals import deals
from tests.extraction.test_sifting import told, usd


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"Hands come first," said Ann Lee.', ["Hands come first"]),
        ('and we hire," said Ann Lee of Quillon, which has "field brains."', ["and we hire", "field brains"]),
        ('It is "overheated" and has yet to "cool down."', ["overheated", "cool down"]),
        ("It is “overheated” and has yet to “cool down.”", ["overheated", "cool down"]),
        ('He said "we go on', ["we go on"]),
        ("A robot of 6'2\" walked by.", []),
        ("No marks at all.", []),
    ],
)  # fmt: skip
def test_what_stands_between_two_quotations_is_none(text: str, words: list[str]) -> None:
    assert quotations(text) == words


def test_items_of_a_list_by_day_happened_on_their_day() -> None:
    text = (
        "A busy week.\n\n- July 7: Veltrix Robotics raised $42 million.\n\n"
        "- July 8: Quarry Robotics went public in Oslo.\n\nHartwell Robotics raised $9 million."
    )  # fmt: skip
    found = extract(article_from_text("a.md", f"---\ntitle: Deals\npublished: 2025-07-13\n---\n{text}", "md"))
    dates = {str(s.slots["company"]): s.slots.get("date") for s in found if "company" in s.slots}
    assert dates["Veltrix Robotics"] == When.from_iso("2025-07-07")
    assert dates["Quarry Robotics"] == When.from_iso("2025-07-08")
    assert dates.get("Hartwell Robotics") is None


def test_a_bracket_tells_of_the_company_before_it() -> None:
    first, second = deals(
        "Companies such as Quillon (which received a financing of 1.1 billion yuan led by Harrow Capital on June 23) "
        "and Veltrix (which completed its Series C financing on June 19) did well.",
        "funding",
    )
    assert (first["company"], first["amount"]) == ("Quillon", {"value": 1_100_000_000, "currency": "CNY"})
    assert (second["company"], second["round"]) == ("Veltrix", "Series C")
    assert "amount" not in second


@pytest.mark.parametrize(
    ("text", "company", "investors"),
    [
        (
            "Harrow Robotics' strategic investment in Veltrix Robotics rests on what its hands can do.",
            "Veltrix Robotics",
            ["Harrow Robotics"],
        ),
        (
            "Veltrix Robotics raised $9 million. In addition to Harrow, the investors also include Bluewater Capital.",
            "Veltrix Robotics",
            ["Harrow", "Bluewater Capital"],
        ),
    ],
)
def test_who_put_money_in(text: str, company: str, investors: list[str]) -> None:
    (deal,) = deals(text, "funding")
    assert deal["company"] == company
    assert [item["name"] for item in deal["investors"]] == investors


@pytest.mark.parametrize(
    "text",
    [
        "Harrow Robotics grows, following investments in firms including a $60 million stake in U.S.-based startup "
        "Veltrix Robotics last year.",
        "Harrow Robotics secured a 35 percent stake in Graz-based Veltrix Robotics through a $60 million investment.",
    ],
)
def test_a_stake_is_money_for_the_house_that_it_is_a_stake_of(text: str) -> None:
    assert [deal["company"] for deal in deals(text, "funding")] == ["Veltrix Robotics"]


def test_who_leads_a_group_backs_no_round() -> None:
    text = "Veltrix Robotics raised $60 million. Hartwell Group, led by Ann Lee, makes rival robots."
    (deal,) = deals(text, "funding")
    assert "Ann Lee" not in [item["name"] for item in deal.get("investors", [])]


def test_what_a_house_opens_is_not_its_own_founding() -> None:
    opens = "Veltrix Robotics launched its new robotics innovation center in Graz."
    when = When.from_iso("2025-09-01")
    assert told(opens, "founding", organization="Veltrix Robotics", date=when, place="Graz") is None
    own = "Veltrix Robotics was founded in Graz."
    assert told(own, "founding", organization="Veltrix Robotics", date=when, place="Graz") is not None


def test_what_a_figure_comes_to_is_no_plan() -> None:
    text = "The net proceeds of Veltrix Robotics will be approximately HKD 7.2 billion."
    slots = {"organization": "Veltrix Robotics", "value": 7.2e9, "unit": "HKD"}
    assert told(text, "plan", action="be approximately HKD 7.2 billion", **slots) is None
    other = "Veltrix Robotics will build 5,000 robots a year."
    assert told(other, "plan", organization="Veltrix Robotics", action="build 5,000 robots", value=5000.0) is not None


def test_who_something_is_done_with_is_no_employer() -> None:
    text = "Ann Lee flew in from Graz, where she works on a project with Hartwell Petrol."
    assert told(text, "role", person="Ann Lee", organization="Hartwell Petrol") is None
    assert (
        told("Ann Lee works at Hartwell Petrol.", "role", person="Ann Lee", organization="Hartwell Petrol") is not None
    )


def test_a_word_that_was_cut_is_no_degree() -> None:
    text = "Ann Lee got into Graz University but spent her time on projec"
    left = told(text, "education", person="Ann Lee", school="Graz University", degree="pro")
    assert left == {"person": "Ann Lee", "school": "Graz University"}


def test_what_was_accumulated_is_no_round() -> None:
    assert (
        deals("Veltrix Robotics, founded in 2017, has accumulated nearly $200 million in financing.", "funding") == []
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Veltrix Robotics denied rumors of a Hong Kong IPO.", "denied"),
        ("Veltrix Robotics denied the speculation of a Hong Kong IPO.", "denied"),
        ("Veltrix Robotics is preparing a Hong Kong IPO.", "announced"),
    ],
)
def test_a_listing_that_is_only_rumoured_is_denied(text: str, status: str) -> None:
    (deal,) = deals(text, "ipo")
    assert deal["status"] == status


def test_a_listing_takes_no_sum_from_another_companys_sentence() -> None:
    (deal,) = deals("Veltrix Robotics went public in Hong Kong. Quarry Robotics raised over $100 million.", "ipo")
    assert "amount" not in deal


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("Veltrix Robotics said it completed a Series A+ funding round.", ["Series A+"]),
        ("Veltrix Robotics announced a Series B round worth several hundred million yuan.", ["Series B"]),
        ("Veltrix Robotics is preparing a Series B round.", []),
        ("The Series B round of Veltrix Robotics was much talked about.", []),
    ],
)
def test_a_round_that_was_closed_is_told_without_its_sum(text: str, rounds: list[str]) -> None:
    assert [deal["round"] for deal in deals(text, "funding")] == rounds


def test_subsidies_that_a_town_holds_ready_are_no_round() -> None:
    text = (
        "The town pledged up to $9 million (8 million euros) in subsidies for robotics firms such as Veltrix Robotics."
    )
    assert told(text, "funding", company="Veltrix Robotics", amount=usd(9)) is None
    assert told("Veltrix Robotics got $9 million in grants from the town.", "funding", company="Veltrix Robotics",
                amount=usd(9)) is not None  # fmt: skip


RAISED, OTHER = "Veltrix Robotics raised $42 million.", "Quarry Robotics completed a Series A+ round."


def test_the_name_of_another_companys_round_is_taken_back() -> None:
    context = read(f"{RAISED} {OTHER}")
    mine = Draft("funding", {"company": "Veltrix Robotics", "amount": usd(42), "round": "Series A+"}, 0, len(RAISED))
    (left,) = sift(context, [mine])
    assert "round" not in left.slots
    theirs = {"company": "Quarry Robotics", "round": "Series A+", "investors": (Investor("Harrow"),)}
    start, end = len(RAISED) + 1, len(context.text)
    both = [
        Draft("funding", {**theirs, "company": "Veltrix Robotics"}, start, end),
        Draft("funding", theirs, start, end),
    ]
    assert [draft.slots["company"] for draft in sift(context, both)] == ["Quarry Robotics"]


@pytest.mark.parametrize("behind", ["It was a Series A+ round.", "Bluewater Capital led the Series A+ round."])
def test_the_name_of_its_own_round_stays(behind: str) -> None:
    context = read(f"{RAISED} {behind}")
    mine = Draft("funding", {"company": "Veltrix Robotics", "amount": usd(42), "round": "Series A+"}, 0, len(RAISED))
    (left,) = sift(context, [mine])
    assert left.slots["round"] == "Series A+"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Veltrix Robotics, part of the group Hartwell, raised $42 million from an initial public offering.", None),
        ("Veltrix Robotics raised $42 million from Hartwell.", ["Hartwell"]),
        ("Veltrix Robotics, part of the conglomerate Hartwell, raised $42 million.", []),
    ],
)  # fmt: skip
def test_what_a_listing_brought_is_no_round_and_a_group_no_backer(text: str, left: list[str] | None) -> None:
    found = told(text, "funding", company="Veltrix Robotics", amount=usd(42), investors=(Investor("Hartwell"),))
    names = None if found is None else [item.name for item in found.get("investors", ())]  # type: ignore[union-attr]
    assert names == left


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "It begins with Harrow acquiring a 30% stake from shareholders. It bids for a stake in Veltrix Labs.",
            "Veltrix Labs",
        ),
        ("It begins with Harrow acquiring a 30% stake from shareholders.", None),
        ("Ann Lee keeps a 30% stake of Harrow.", "Harrow"),
    ],
)
def test_a_share_is_not_that_of_who_takes_it(text: str, subject: str | None) -> None:
    context = read(text)
    draft = Draft("metric", {"subject": "Harrow", "measure": "other", "value": 30.0, "unit": "percent"}, 0, 60)
    assert next((d.slots["subject"] for d in sift(context, [draft])), None) == subject


def test_a_name_with_a_clause_of_its_own_was_not_bought() -> None:
    text = "With Orlune joining Harrow, which acquired Veltrix, and Calvane, which builds its own robot, it will grow."
    assert told(text, "acquisition", buyer="Harrow", target="Calvane", status="completed") is None
    assert told(text, "acquisition", buyer="Harrow", target="Veltrix", status="completed") is not None


NOW = "Harrow will become the largest shareholder of Veltrix."


@pytest.mark.parametrize(
    ("before", "amount"),
    [
        ("Harrow had previously invested $42 million in 2023 to get the initial 14.7% stake.", None),
        ("Harrow pays $42 million this time.", usd(42)),
    ],
)
def test_the_price_of_an_earlier_stake_is_not_that_of_a_takeover(before: str, amount: object) -> None:
    context = read(f"{before} {NOW}")
    slots = {"buyer": "Harrow", "target": "Veltrix", "amount": usd(42), "status": "announced"}
    (left,) = sift(context, [Draft("acquisition", slots, len(before) + 1, len(context.text))])
    assert left.slots.get("amount") == amount


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Harrow Robotics named Ann Lee as head of product, design and sales.", "head of product, design and sales"),
        (
            'said Ann Lee, director for science, technology, and innovation at Harrow.',
            "director for science, technology, and innovation",
        ),
        ("Work has slowed at Harrow, despite CEO Ann Lee's promise.", "CEO"),
        ("Ann Lee, head of design at Harrow, resigned, moved and left.", "head of design"),
    ],
)  # fmt: skip
def test_a_title_ends_where_its_list_does(text: str, title: str) -> None:
    posts = [slots_to_json(d.slots) for d in ROLE.extract(read(text)) if d.slots["person"] == "Ann Lee"]
    assert title in [post.get("title") for post in posts]


def test_a_product_with_its_price_is_that_of_who_launched_it() -> None:
    text = "Veltrix Robotics closed a round, while Quarry Labs launched its $299 open-source robot Teachy Mini."
    (found,) = deals(text, "launch")
    assert found["maker"] == "Quarry Labs"
