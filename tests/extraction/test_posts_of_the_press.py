"""Posts as press releases and headlines tell them: fields run into names, boards, terms told in years, odd titles."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft, all_kinds
from bot.extraction.kinds.education import extract as studies
from bot.extraction.people.foundings import foundings
from bot.extraction.sifting import sift
from bot.model.statement import SlotValue
from bot.model.when import When
from tests.extraction.reading import kinds_of, read
from tests.extraction.test_comings_and_goings import Post, posts_of
from tests.extraction.test_sifting import told


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "SVP of Software Engineering Anna Weber was a director at Nordhand Robotics.",
            ("Anna Weber", "Nordhand Robotics", "director", None, None),
        ),
        (
            "Lumen Robotics grew. VP of Finance Paul Keller, formerly head of finance at Hartwell Group, left.",
            ("Paul Keller", "Hartwell Group", "head of finance", None, None),
        ),
        (
            "Lumen Robotics grew. Head of Sales and Marketing Karen Whitfield said so.",
            ("Karen Whitfield", "Lumen Robotics", "Head of Sales and Marketing", None, None),
        ),
    ],
)
def test_the_field_of_a_post_is_no_part_of_the_name_behind_it(text: str, post: Post) -> None:
    assert post in posts_of(text)


def test_a_house_behind_a_field_keeps_its_name() -> None:
    kinds = kinds_of(read("Ann Moss is head of Research Robotics, a maker of arms, and said so."))
    assert kinds.get("Research Robotics") == "org"


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "The chairman of Lumen Robotics' board of directors, Paul Keller, said so.",
            ("Paul Keller", "Lumen Robotics", "chairman", None, None),
        ),
        (
            "Lumen Robotics names former Hartwell head Anna Weber as CEO",
            ("Anna Weber", "Lumen Robotics", "CEO", None, None),
        ),
        (
            "Anna Weber worked as a lawyer at Hartwell Group before becoming CEO of Lumen Robotics in 2015.",
            ("Anna Weber", "Lumen Robotics", "CEO", "2015", None),
        ),
        (
            "Last July, Paul Keller, Lumen Robotics' Chief Technology Officer, also stepped down.",
            ("Paul Keller", "Lumen Robotics", "Chief Technology Officer", None, "2025-07"),
        ),
        (
            "Lumen Robotics looked for a new boss after CEO Paul Keller. It is a change from Keller, "
            "a founder of the company who held the role from 2011 until January of this year.",
            ("Paul Keller", "Lumen Robotics", "CEO", "2011", "2025-01"),
        ),
    ],
)
def test_posts_and_their_terms(text: str, post: Post) -> None:
    assert post in posts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber founded the industry-leading Lumen Robotics.",
        "Anna Weber of Lumen Robotics oversaw the development of the new hand.",
        "Before she joined Lumen Robotics, Anna Weber led design and development of complex arms.",
    ],
)
def test_leading_a_trade_or_making_a_thing_is_no_post(text: str) -> None:
    assert not any(str(title).startswith("head") for _, _, title, _, _ in posts_of(text))


def test_who_is_head_of_development_stays_so() -> None:
    text = "Anna Weber oversaw the development of arms at Lumen Robotics."
    assert ("Anna Weber", "Lumen Robotics", "head of development of arms", None, None) in posts_of(text)


def test_a_pronoun_behind_a_post_with_its_field_means_who_holds_it() -> None:
    text = (
        "Lumen Robotics hired Paul Keller. VP of Finance Anton Weber was a director at Hartwell Group. "
        "He also worked at Nordhand Robotics."
    )
    assert ("Anton Weber", "Nordhand Robotics", None, None, None) in posts_of(text)


def test_a_term_that_starts_founds_no_house() -> None:
    assert not foundings(read("Paul Keller will be an adviser to Lumen Robotics, the company starting in 2020."))


@pytest.mark.parametrize(
    ("text", "slots", "left"),
    [
        (
            "Ann Moss stays at Hartwell through 2019 and will be its adviser from 2020.",
            {"title": "adviser", "start": When.from_iso("2020"), "end": When.from_iso("2019")},
            {"title": "adviser", "start": When.from_iso("2020")},
        ),
        ("Ann Moss held the chief executive role at Hartwell.", {"title": "chief executive role"},
         {"title": "chief executive"}),
        ("Ann Moss will oversee the arms of Hartwell.", {"title": "oversee"}, {}),
        ("Ann Moss, ex-Nordhand CEO Paul Keller said, is at Hartwell.", {"title": "CEO"}, {}),
        ("Ann Moss of Hartwell met President Paul Keller.", {"title": "President"}, {}),
        ("Hartwell CEO Ann Moss said so.", {"title": "CEO"}, {"title": "CEO"}),
    ],
)  # fmt: skip
def test_a_title_and_a_term_that_the_sentence_gives(
    text: str, slots: dict[str, SlotValue], left: dict[str, SlotValue]
) -> None:
    kept = told(text, "role", person="Ann Moss", organization="Hartwell", **slots)
    assert kept == {"person": "Ann Moss", "organization": "Hartwell", **left}


def test_an_office_is_not_told_again_at_a_house_that_is_not_spoken_of() -> None:
    context = read("Ann Moss is the CEO of Hartwell. Nordhand sells bearings. The CEO was first in the office.")
    first, last = context.sentences[0], context.sentences[-1]
    kept = sift(context, [
        Draft("role", {"person": "Ann Moss", "organization": house, "title": "CEO"}, s.start, s.end)
        for house, s in (("Hartwell", first), ("Nordhand", last))
    ])  # fmt: skip
    assert [d.slots["organization"] for d in kept] == ["Hartwell"]


def test_founders_of_other_houses_and_the_year_of_a_birth_belong_to_no_founding() -> None:
    text = "Ann Moss founded Nordhand Robotics. Born in 1990, she sat beside Hartwell founder Paul Keller."
    context = read(text)
    draft = Draft(
        "founding",
        {"organization": "Nordhand Robotics", "founders": ("Ann Moss", "Paul Keller"), "date": When.from_iso("1990")},
        0,
        context.sentences[0].end,
    )
    (kept,) = sift(context, [draft])
    assert kept.slots == {"organization": "Nordhand Robotics", "founders": ("Ann Moss",)}


def test_a_house_may_be_born() -> None:
    text = "Nordhand Robotics was born in 2019 in a garage."
    kept = told(text, "founding", organization="Nordhand Robotics", date=When.from_iso("2019"))
    assert kept is not None
    assert "date" in kept


def test_who_leaves_founds_nothing() -> None:
    text = "Ann Moss announced her retirement from Nordhand Robotics on 10 February."
    assert told(text, "founding", organization="Nordhand Robotics", founders=("Ann Moss",)) is None


def test_a_unit_of_a_party_is_no_party() -> None:
    text = "Hartwell's robotics division and Nordhand agreed on a licence."
    kept = told(text, "partnership", parties=("Hartwell", "Nordhand", "Hartwell's robotics division"))
    assert kept is not None
    assert kept["parties"] == ("Hartwell", "Nordhand")


def test_a_school_with_its_short_name_has_graduates() -> None:
    context = read("Paul Keller, a Massachusetts Institute of Technology (MIT) graduate, runs Lumen Robotics.")
    assert [d.slots["person"] for d in studies(context)] == ["Paul Keller"]


def test_a_degree_is_not_of_a_school_named_long_before() -> None:
    context = read(
        "She met him at Northfield University. They built arms. They sold hands. They hired staff. They moved. "
        "Paul Keller has a PhD in robotics."
    )
    assert not list(studies(context))


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Lumen Robotics board chair and Hartwell Group CEO Anna Weber said so.",
            {
                ("Anna Weber", "Lumen Robotics", "board chair", None, None),
                ("Anna Weber", "Hartwell Group", "CEO", None, None),
            },
        ),
        (
            "Paul Keller, Lumen Robotics' former SVP of Kestrel, retired.",
            {("Paul Keller", "Lumen Robotics", "SVP of Kestrel", None, None)},
        ),
        (
            "Nordhand Robotics was founded by Karen Whitfield. Anna Weber, the ex-CTO of Hartwell Group, serves as "
            "chairman.",
            {
                ("Karen Whitfield", "Nordhand Robotics", "founder", None, None),
                ("Anna Weber", "Hartwell Group", "CTO", None, None),
                ("Anna Weber", "Nordhand Robotics", "chairman", None, None),
            },
        ),
        (
            "Anna Weber joined Lumen Robotics, which was founded in 2019.",
            {("Anna Weber", "Lumen Robotics", None, None, None)},
        ),
        (
            "Lumen Robotics grew. Hartwell Group hired its rivals. Anna Weber of Lumen Robotics is leader of the "
            "XQRP (Quick Rig) program team.",
            {("Anna Weber", "Lumen Robotics", "leader of the XQRP (Quick Rig) program team", None, None)},
        ),
    ],
)
def test_whose_post_it_is_among_several_names(text: str, posts: set[Post]) -> None:
    assert posts <= posts_of(text)
    assert not any(house == "XQRP" for _, house, *_ in posts_of(text))


def test_the_startup_of_who_left_a_house_is_another() -> None:
    text = (
        "Hartwell lost people. The young startup was founded by Ann Moss, the former head of Hartwell's arms division, "
        "and Paul Keller."
    )
    slots: dict[str, SlotValue] = {"organization": "Hartwell", "founders": ("Ann Moss", "Paul Keller")}
    assert told(text, "founding", **slots) is None
    assert told("Hartwell was founded by Ann Moss and Paul Keller.", "founding", **slots) is not None


def test_what_a_house_begins_is_not_the_house() -> None:
    text = "Hartwell's venture into robots began in 2020."
    assert told(text, "founding", organization="Hartwell", date=When.from_iso("2020")) is None
    assert not foundings(read(text))


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("executive in", "executive"),
        ("Chief Operating", "Chief Operating Officer"),
        ("co-founded live", None),
        ("head of sales", "head of sales"),
    ],
)
def test_a_title_is_whole(title: str, left: str | None) -> None:
    text = "Ann Moss, Chief Operating Officer and executive in charge of sales at Hartwell, co-founded live shows."
    kept = told(text, "role", person="Ann Moss", organization="Hartwell", title=title)
    assert kept is not None
    assert kept.get("title") == left


def test_who_is_spoken_of_did_not_buy_what_another_bought() -> None:
    text = "Ann Moss led its growth and acquisition by Hartwell."
    assert told(text, "acquisition", buyer="Ann Moss", target="Nordhand") is None
    assert told(text, "acquisition", buyer="Hartwell", target="Nordhand") is not None


def test_a_month_is_no_seat() -> None:
    context = read("Nordhand Robotics, a maker of arms established in July of last year, grew.")
    assert all("July" not in cluster.places for cluster in context.clusters)


def test_a_robot_that_debuts_floats_nothing() -> None:
    context = read("Nordhand Robotics said its humanoid robot will debut on October 24, before the winter.")
    assert not list(all_kinds()["ipo"].extract(context))


def test_a_house_may_be_called_like_a_field() -> None:
    text = "Ann Moss is co-founder and CEO of Physical Intelligence."
    assert told(text, "role", person="Ann Moss", organization="Physical Intelligence", title="co-founder and CEO")
    assert told("Ann Moss leads Physical AI.", "role", person="Ann Moss", organization="Physical AI") is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("We spoke with Oriel Dunn, co-founder and CEO of Vanterra, in May. Dunn sang.", "Oriel Dunn", "person"),
        ("They work with Oriel Robotics, founder of Vanterra Alliance, in May.", "Oriel Robotics", "org"),
        ("Machines got cheaper, analyst Rob Tarrant at RW Barr said.", "RW Barr", "org"),
        ("He joined C&T Wholesale Grocers in 1989.", "C&T Wholesale Grocers", "org"),
        ("It grew under the leadership of Lianchuan Mo in 2020.", "Lianchuan Mo", "person"),
    ],
)
def test_kinds_of_names_beside_a_post(text: str, name: str, kind: str) -> None:
    assert kinds_of(read(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Anna Weber is Chief Strategy Officer of Lumen Robotics.",
            {("Anna Weber", "Lumen Robotics", "Chief Strategy Officer", None, None)},
        ),
        (
            "Anna Weber was a Staff Research Scientist at Lumen Robotics.",
            {("Anna Weber", "Lumen Robotics", "Staff Research Scientist", None, None)},
        ),
        (
            "Lumen Robotics named Paul Keller as head of the Discrete Motion and Drives Division.",
            {("Paul Keller", "Lumen Robotics", "head of the Discrete Motion and Drives Division", None, None)},
        ),
        (
            "In 2024 Karen Whitfield left Hartwell Group to co-found Nordhand Robotics. The team reads like a roster: "
            "Whitfield as CEO, alongside Paul Keller.",
            {("Karen Whitfield", "Nordhand Robotics", "CEO", None, None)},
        ),
    ],
)
def test_titles_in_capitals_and_units_without_a_name(text: str, posts: set[Post]) -> None:
    found = posts_of(text)
    assert posts <= found
    assert not any(person == "Paul Keller" and title == "CEO" for person, _, title, _, _ in found)


def test_no_house_sells_for_less_than_a_thousand() -> None:
    text = "The return on $100 in Hartwell was $107.55."
    assert told(text, "metric", subject="Hartwell", measure="total_raised", value=107.55, unit="USD") is None


def test_a_loss_is_a_figure() -> None:
    text = "Hartwell lost $19 million in 2023."
    assert told(text, "metric", subject="Hartwell", measure="profit", value=-19e6, unit="USD") is not None


def test_cash_is_not_what_was_raised() -> None:
    text = "Hartwell still has a billion dollars on its balance sheet."
    kept = told(text, "metric", subject="Hartwell", measure="total_raised", value=1e9, unit="USD")
    assert kept is not None
    assert kept["measure"] == "other"


def test_severance_is_no_plan() -> None:
    text = "Hartwell said that staff who are laid off will get 12 weeks of pay."
    assert told(text, "plan", organization="Hartwell", value=12, unit="weeks", action="pay") is None


def test_a_seat_is_left_on_the_day_it_takes_effect() -> None:
    text = (
        "Anna Weber resigned from the board of autonomous truck technology company Lumen Robotics, effective Dec. 31."
    )
    assert ("Anna Weber", "Lumen Robotics", "board member", None, "2025-12-31") in posts_of(text)


def test_an_officer_behind_the_ticker_of_his_house_is_none_of_another() -> None:
    text = "Hartwell Technologies (NYSE: HRT) CEO Ann Moss resigned from the board of Nordhand."
    kept = told(text, "role", person="Ann Moss", organization="Nordhand", title="CEO")
    assert kept == {"person": "Ann Moss", "organization": "Nordhand"}


def test_a_board_is_no_title() -> None:
    text = "Hartwell's board of directors named Ann Moss."
    kept = told(text, "role", person="Ann Moss", organization="Hartwell", title="board of directors")
    assert kept == {"person": "Ann Moss", "organization": "Hartwell"}
