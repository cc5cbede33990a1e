"""What the trade press says of robots, prices and results: whose a robot is, what is a share's, what names none."""

from __future__ import annotations

import pytest

from bot.articles import article_from_text
from bot.extraction.kind import Draft
from bot.extraction.run import extract
from bot.extraction.sifting import sift
from tests.extraction.reading import kinds_of, read
from tests.extraction.test_sifting import backed_by, told, usd


@pytest.mark.parametrize(
    ("text", "maker", "left"),
    [
        ("Hartwell is testing Walker S2 robots at its Tilbury hall.", "Hartwell", ("UBTech Robotics", ("Hartwell",))),
        ("Walker S2 robots have been at work for Hartwell since May.", "Hartwell", ("UBTech Robotics", None)),
        ("Hartwell has begun using Digit at two sites.", "Hartwell", ("Agility Robotics", ("Hartwell",))),
        ("Hartwell is testing Torvo robots at its Tilbury hall.", "Hartwell", ("Hartwell", None)),
    ],
)
def test_a_known_product_is_made_by_its_maker_and_used_by_who_tests_it(
    text: str, maker: str, left: tuple[str, tuple[str, ...] | None]
) -> None:
    product = "Torvo" if "Torvo" in text else "Digit" if "Digit" in text else "Walker S2"
    slots = told(text, "deployment", product=product, maker=maker) or {}
    assert (slots.get("maker"), slots.get("customer")) == left


@pytest.mark.parametrize(
    ("text", "product", "kept"),
    [
        ("Since shipping to customers, Walker S2 robots have moved nine million boxes.", "Walker S2", False),
        ("Drivers learn to handle a Walker S2 in under an hour.", "Walker S2", False),
        ("UBTech unveiled the Walker S2, a robot for lorries.", "Walker S2", True),
        ("Hartwell builds arms in a new factory called Brightyard.", "Brightyard", False),
        ("Hartwell builds arms and a new robot called Brightyard.", "Brightyard", True),
        ("Carmakers resist a Tier-1 supplier of arms.", "Tier-1", False),
    ],
)
def test_a_launch_is_of_what_comes_out(text: str, product: str, kept: bool) -> None:
    assert (told(text, "launch", 0.5, product=product) is not None) is kept


@pytest.mark.parametrize(
    ("text", "measure", "value", "kept"),
    [
        ("Hartwell had EPS of $1.20 on $31 million in revenue.", "revenue", 1.20, False),
        ("Hartwell had EPS of $1.20 on $31 million in revenue.", "revenue", 31e6, True),
        ("Hartwell posted a loss per share of $0.40.", "profit", -0.40, False),
        ("Hartwell stock fell 9% to $14.80 on Friday.", "revenue", 14.80, False),
        ("Revenue of Hartwell was $31 million, missing the consensus estimate of $35 million.", "revenue", 35e6, False),
        ("Revenue of Hartwell was $31 million, missing the consensus estimate of $35 million.", "revenue", 31e6, True),
        ("Revenue of Hartwell was $31 million in the quarter.", "revenue", 31e6, True),
    ],
)
def test_figures_of_a_share_and_of_the_analysts_are_not_told(text: str, measure: str, value: float, kept: bool) -> None:
    assert (told(text, "metric", subject="Hartwell", measure=measure, value=value, unit="USD") is not None) is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hartwell has cash and investments of $31 million.", False),
        ("Hartwell sold goods for $31 million.", True),
    ],
)
def test_sales_that_only_the_reader_sees_need_a_word_for_them(text: str, kept: bool) -> None:
    left = told(text, "metric", 0.25, subject="Hartwell", measure="revenue", value=31e6, unit="USD")
    assert (left is not None) is kept


@pytest.mark.parametrize(
    ("text", "subject", "value", "measure", "kept"),
    [
        ("Vendors sold 9,400 robots last year.", "Orbis Dynamics", 9400, "units", False),
        ("Orbis Dynamics was among the vendors that sold 9,400 robots.", "Orbis Dynamics", 9400, "units", True),
        ("Food makers bought 940 of them.", "Orbis Dynamics", 940, "units", True),
    ],
)
def test_what_all_vendors_sold_is_no_single_ones(
    text: str, subject: str, value: float, measure: str, kept: bool
) -> None:
    told_at = read(f"{text} Later {subject} spoke.")
    assert subject in {c.name for c in told_at.clusters}
    assert (told(text, "metric", subject=subject, measure=measure, value=value, unit="robots") is not None) is kept


@pytest.mark.parametrize(("noun", "kept"), [("pizzas", False), ("boxes", False), ("forklifts", True)])
def test_what_robots_carry_is_no_count_of_robots(noun: str, kept: bool) -> None:
    text = f"Hartwell has delivered 6,400 {noun}."
    left = told(text, "metric", 0.25, subject="Hartwell", measure="units", value=6400, unit=noun)
    assert (left is not None) is kept


def test_a_loss_has_not_the_date_of_the_one_it_is_held_against() -> None:
    context = read("Hartwell reported a net loss of $31 million, compared to a $27 million loss last year.")
    dates = {s.slots["value"]: s.slots.get("date") for s in extract(context.article) if s.kind == "metric"}
    assert dates.get(-31e6) is None
    assert -27e6 in dates


@pytest.mark.parametrize("label", ["Key Takeaways", "Net Loss", "Financial Highlights", "Robot-as-a-Service"])
def test_a_label_names_nobody(label: str) -> None:
    assert label not in kinds_of(read(f"Hartwell Robotics grew.\n\n{label}: $31 million, up from $27 million."))


@pytest.mark.parametrize(
    ("text", "house", "title"),
    [
        (
            "Boston Dynamics Field Operations Engineer Jane Moss said the arm held.",
            "Boston Dynamics",
            "Field Operations Engineer",
        ),
    ],
)
def test_a_department_before_a_title_is_no_part_of_the_house(text: str, house: str, title: str) -> None:
    posts = [s.slots for s in extract(read(text).article) if s.kind == "role"]
    assert [(p["organization"], p["title"]) for p in posts] == [(house, title)]


def test_who_is_asked_for_an_opinion_is_at_no_house_of_the_article() -> None:
    text = "AI researcher Jane Moss was not impressed."
    assert told(text, "role", person="Jane Moss", organization="Hartwell", title="AI researcher") is None
    text = "AI researcher Jane Moss of Hartwell was not impressed."
    assert told(text, "role", person="Jane Moss", organization="Hartwell", title="AI researcher") is not None


def test_a_price_and_a_rent_in_brackets_are_both_told() -> None:
    text = "Veltrix Robotics unveiled the humanoid Torvo and opened pre-orders ($9,000 early access or $290/month)."
    prices = [s.slots["amount"] for s in extract(read(text).article) if s.kind == "price"]
    assert sorted(p.value for p in prices) == [290, 9000]  # type: ignore[union-attr]


def test_a_company_founded_out_of_a_school_has_neither_its_date_nor_its_money_from_there() -> None:
    text = "Veltrix Robotics, which spun out of research at Hartwell University, raised $31 million in April 2024."
    facts = {s.kind: s.slots for s in extract(read(text).article)}
    assert "investors" not in facts["funding"]
    assert "date" not in facts.get("founding", {})


@pytest.mark.parametrize(
    ("text", "millions", "kept"),
    [
        ("Fans may purchase the Torvo Edition at 9,999 yuan.", 0.009999, False),
        ("Veltrix bought Orbis Dynamics for $42 million.", 42, True),
    ],
)
def test_what_is_bought_in_a_shop_is_no_takeover(text: str, millions: float, kept: bool) -> None:
    left = told(text, "acquisition", buyer="Veltrix", target="Orbis Dynamics", amount=usd(millions))
    assert (left is not None) is kept


def test_products_are_no_partners_nor_are_those_who_bargain() -> None:
    text = "Veltrix Robotics and Orbis Dynamics pair the Walker S2 robot with software."
    left = told(text, "partnership", parties=("Veltrix Robotics", "Orbis Dynamics", "Walker S2"))
    assert left == {"parties": ("Veltrix Robotics", "Orbis Dynamics")}
    text = "Robots were an issue in the contract negotiations of Orbis Dynamics with Veltrix Robotics."
    assert told(text, "partnership", parties=("Orbis Dynamics", "Veltrix Robotics")) is None


def test_what_a_company_is_to_make_is_its_plan_and_no_forecast() -> None:
    text = "Veltrix Robotics expects to ship between 4,000 and 6,000 units in 2026."
    kinds = [s.kind for s in extract(read(text).article) if s.kind in {"plan", "forecast"}]
    assert kinds == ["plan"]


def test_what_two_have_sold_together_is_neither_ones() -> None:
    text = "Veltrix and Orbis alone accounted for more than 4,000 robots."
    assert told(text, "metric", subject="Veltrix", measure="units", value=4000, unit="robots") is None


def test_the_number_of_a_point_is_no_part_of_the_name_behind_it() -> None:
    assert "Veltrix Robotics" in kinds_of(read("Shipments\n\n• 1Veltrix Robotics says it shipped 400 robots."))


def test_an_event_is_no_customer() -> None:
    text = "The Walker S2 of UBTech at a Hartwell Forum event in December."
    left = told(text, "deployment", product="Walker S2", maker="UBTech Robotics", customer=("Hartwell Forum",))
    assert left is None or "customer" not in left


def test_robots_meant_for_work_and_in_pictures_are_not_at_work() -> None:
    text = "The Torvo was designed to work in big warehouses."
    use = "work in big warehouses"
    assert told(text, "deployment", product="Torvo", customer=("big warehouses",), use=use) is None
    assert told("Veltrix's Torvo robotic system.", "deployment", product="Torvo", maker="Veltrix") is None
    text = "The Torvo is at work in big warehouses."
    assert told(text, "deployment", product="Torvo", customer=("big warehouses",), use="at work") is not None


def test_a_rule_is_believed_of_a_known_maker_and_known_customers() -> None:
    text = "Digit robots are tackling that work every day with customers like GXO Logistics and Schaeffler."
    facts = [s.slots for s in extract(read(f"Agility Robotics moves totes.\n\n{text}").article)]
    at_work = [f for f in facts if "customer" in f]
    assert [(f["maker"], f["customer"]) for f in at_work] == [("Agility Robotics", ("GXO Logistics", "Schaeffler"))]


def test_a_price_is_that_of_the_product_named_right_before_it() -> None:
    text = "The Walker S2 is no pet like the Aibo, which once fetched $2,500."
    assert told(text, "price", 0.25, product="Walker S2", amount=usd(0.0025)) is None
    assert told(text, "price", 0.25, product="Aibo", amount=usd(0.0025)) is not None


def test_whose_shares_move_puts_no_money_into_another() -> None:
    text = "Hartwell rose 15%, and Veltrix Robotics received a strategic investment of $42 million."
    assert backed_by(text, "Hartwell") == []


def test_partners_of_other_sentences_are_none_of_this_one() -> None:
    text = "Veltrix Robotics and Orbis Dynamics agreed to work together."
    context = read(f"{text} Hartwell sells shoes.")
    draft = Draft("partnership", {"parties": ("Veltrix Robotics", "Orbis Dynamics", "Hartwell")}, 0, len(text))
    assert [d.slots["parties"] for d in sift(context, [draft])] == [("Veltrix Robotics", "Orbis Dynamics")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Torvo Robotics secured over $42 million as the company moves toward an initial public offering.", True),
        ("Torvo Robotics raised $42 million ahead of its listing.", True),
        ("Hartwell Robotics took in $30 million before going public.", True),
        ("Torvo Robotics raised $42 million in its initial public offering.", False),
    ],
)
def test_money_before_a_listing_is_a_round(text: str, kept: bool) -> None:
    assert any(s.kind == "funding" for s in extract(read(text).article)) is kept


def test_whose_money_a_partner_has_is_no_partner() -> None:
    text = "Orbis and Hartwell-backed Torvo Robotics agreed to work with Veltrix Robotics."
    left = told(text, "partnership", parties=("Orbis", "Hartwell", "Torvo Robotics", "Veltrix Robotics"))
    assert left == {"parties": ("Torvo Robotics", "Veltrix Robotics")}


def test_a_question_plans_nothing() -> None:
    text = "So how did Veltrix get to 4,000 robots with such a young arm?"
    assert told(text, "plan", organization="Veltrix", action="get to 4,000 robots", value=4000) is None


def test_what_a_report_expects_its_publisher_foresees() -> None:
    text = (
        "International Federation of Robotics releases its report\n\nThe report of the International Federation of "
        "Robotics shows a record. Annual installations of robots worldwide are expected to reach 640,000 units in 2027."
    )
    forecasts = [s.slots for s in extract(read(text).article) if s.kind == "forecast"]
    assert [(f["source"], f["value"]) for f in forecasts] == [("International Federation of Robotics", 640000)]


def test_a_page_without_a_day_foresees_what_is_to_be_by_a_year() -> None:
    article = article_from_text("a.md", "A Morgan Stanley report sees a robot market of $5 trillion by 2050.", "md")
    assert article.published is None
    forecasts = [s.slots for s in extract(article) if s.kind == "forecast"]
    assert [(f["source"], f["date"].iso()) for f in forecasts] == [("Morgan Stanley", "2050")]  # type: ignore[union-attr]
