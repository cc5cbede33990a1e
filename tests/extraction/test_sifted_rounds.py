"""Of rounds told in one breath each keeps what its own part says; who led, who only backs, whose state is hearsay."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.extraction.deals.parts import cuts
from bot.extraction.kind import Draft
from bot.extraction.sifting import sift
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_sifting import backed_by, told, usd


def _parts(text: str, sums: list[str], names: list[str]) -> list[str]:
    """A text in the parts of its sums."""

    def spans(words: list[str]) -> list[tuple[int, int]]:
        return [(text.index(word), text.index(word) + len(word)) for word in words]

    begins = [*cuts(text, spans(sums), spans(names)), len(text)]
    return [text[a:b] for a, b in pairwise(begins)]


@pytest.mark.parametrize(
    ("text", "sums", "names", "parts"),
    [
        (
            "a $3m seed from Foo and, this June, a $15m round led by Bar",
            ["$3m", "$15m"],
            ["Foo", "Bar"],
            ["a $3m seed from Foo", " and, this June, a $15m round led by Bar"],
        ),
        (
            "$9m from Foo in 2021, $60m from Bar in 2023",
            ["$9m", "$60m"],
            ["Foo", "Bar"],
            ["$9m from Foo in 2021", ", $60m from Bar in 2023"],
        ),
        (
            "$25m came from Foo in 2020; Bar led the $90m round",
            ["$25m", "$90m"],
            ["Foo", "Bar"],
            ["$25m came from Foo in 2020; ", "Bar led the $90m round"],
        ),
        (
            "$55m from Foo and Baz, with Bar adding a loan of $20m",
            ["$55m", "$20m"],
            ["Foo", "Baz", "Bar"],
            ["$55m from Foo and Baz", ", with Bar adding a loan of $20m"],
        ),
        ("$9m and $60m", ["$9m", "$60m"], [], ["$9m", " and $60m"]),
        ("$9m of Foo $60m", ["$9m", "$60m"], ["Foo"], ["$9m of Foo ", "$60m"]),
    ],
)
def test_a_part_ends_behind_the_names_of_its_sum(
    text: str, sums: list[str], names: list[str], parts: list[str]
) -> None:
    assert _parts(text, sums, names) == parts


def _rounds(text: str, *rounds: dict[str, SlotValue]) -> list[dict[str, SlotValue]]:
    context = read(text)
    drafts = [Draft("funding", {"company": "Veltrix Robotics", **slots}, 0, len(context.text)) for slots in rounds]
    return [{k: v for k, v in draft.slots.items() if k != "company"} for draft in sift(context, drafts)]


def test_rounds_of_one_sentence_keep_the_backers_and_the_date_of_their_own_part() -> None:
    text = (
        "Veltrix Robotics got $9 million from Bluewater Capital in 2021 "
        "and $60 million from Quarry Partners in 2023."
    )  # fmt: skip
    both = (Investor("Bluewater Capital"), Investor("Quarry Partners"))
    left = _rounds(
        text,
        {"amount": usd(9), "investors": both, "date": When.year(2021)},
        {"amount": usd(60), "investors": both, "date": When.year(2021)},
    )
    assert left == [
        {"amount": usd(9), "investors": (Investor("Bluewater Capital"),), "date": When.year(2021)},
        {"amount": usd(60), "investors": (Investor("Quarry Partners"),), "date": When.year(2023)},
    ]


def test_who_stands_before_the_first_sum_backs_them_all() -> None:
    text = "Bluewater Capital put $9 million and then $60 million into Veltrix Robotics."
    backer = (Investor("Bluewater Capital"),)
    left = _rounds(text, {"amount": usd(9), "investors": backer}, {"amount": usd(60), "investors": backer})
    assert [slots.get("investors") for slots in left] == [backer, backer]


def test_who_gives_a_part_of_a_round_backs_the_round() -> None:
    text = "Veltrix Robotics raised $38 million, $25 million of which stems from Bluewater Capital."
    backer = (Investor("Bluewater Capital"),)
    left = _rounds(text, {"amount": usd(38), "investors": backer}, {"amount": usd(25), "investors": backer})
    assert [slots.get("investors") for slots in left] == [backer, backer]


@pytest.mark.parametrize(
    ("behind", "leads"),
    [
        ("Bluewater Capital led the round, with Quarry Partners taking part.", ["Bluewater Capital"]),
        ("Lead: Bluewater Capital. Quarry Partners came along.", ["Bluewater Capital"]),
        ("Lead investor is Bluewater Capital, Quarry Partners and Hartwell follow.", ["Bluewater Capital"]),
        ("The investors were Bluewater Capital (lead) and Quarry Partners.", ["Bluewater Capital"]),
        ("It was led last year by Bluewater Capital and Quarry Partners.", ["Bluewater Capital", "Quarry Partners"]),
        ("Bluewater Capital and Quarry Partners joined.", []),
    ],
)
def test_who_led_is_marked_wherever_it_is_said(behind: str, leads: list[str]) -> None:
    text = "Veltrix Robotics raised $42 million."
    context = read(f"{text} {behind}")
    investors = (Investor("Bluewater Capital"), Investor("Quarry Partners"))
    slots: dict[str, SlotValue] = {"company": "Veltrix Robotics", "amount": usd(42), "investors": investors}
    (draft,) = sift(context, [Draft("funding", slots, 0, len(text))])
    assert [item.name for item in draft.slots["investors"] if item.lead] == leads  # type: ignore[union-attr]


def test_who_led_another_round_is_not_marked() -> None:
    first, second = (
        "Veltrix Robotics raised $42 million from Bluewater Capital.",
        "A year before, Bluewater Capital had led its $9 million seed.",
    )
    context = read(f"{first} {second}")
    slots: dict[str, SlotValue] = {"company": "Veltrix Robotics", "investors": (Investor("Bluewater Capital"),)}
    new = Draft("funding", {**slots, "amount": usd(42)}, 0, len(first))
    old = Draft("funding", {**slots, "amount": usd(9)}, len(first) + 1, len(context.text))
    left = [draft.slots["investors"] for draft in sift(context, [new, old])]
    assert left == [(Investor("Bluewater Capital"),), (Investor("Bluewater Capital", lead=True),)]


def test_whose_name_only_describes_the_company_is_no_backer_of_this_round() -> None:
    text = "Hartwell-backed Veltrix Robotics pockets $42 million from Bluewater Capital."
    assert backed_by(text, "Hartwell", "Bluewater Capital") == ["Bluewater Capital"]
    text = "Hartwell-backed Veltrix Robotics pockets $42 million, most of it from Hartwell."
    assert backed_by(text, "Hartwell") == ["Hartwell"]


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Veltrix Robotics will raise $42 million, people familiar with the matter said.", "funding", "rumored"),
        ("Veltrix Robotics is raising $42 million, per The Ledger.", "funding", "rumored"),
        ("A report said that Veltrix Robotics wanted to float in Hong Kong.", "ipo", "rumored"),
        ("Veltrix Robotics is preparing a Paris listing, if you believe Les Temps.", "ipo", "rumored"),
        ("Veltrix Robotics will raise $42 million, the company reported strong sales.", "funding", "announced"),
        ("Veltrix Robotics plans to list in Paris, its chief executive said.", "ipo", "announced"),
    ],
)
def test_what_others_say_is_to_come_is_a_rumour(text: str, kind: str, state: str) -> None:
    left = told(text, kind, company="Veltrix Robotics", amount=Money(42e6, "USD"), status="announced")
    assert left is not None
    assert left["status"] == state


@pytest.mark.parametrize(
    ("text", "exchange"),
    [
        ("Veltrix Robotics raised $42 million in its Hong Kong listing in June.", "Hong Kong"),
        ("Veltrix Robotics floated in Paris.", "Paris"),
        ("Veltrix Robotics, which has a plant in Paris, is to go public.", None),
    ],
)
def test_a_listing_has_the_exchange_that_its_sentence_names(text: str, exchange: str | None) -> None:
    left = told(text, "ipo", company="Veltrix Robotics", status="announced")
    assert left is not None
    assert left.get("exchange") == exchange


@pytest.mark.parametrize(
    ("text", "buyer", "kept"),
    [
        ("Hartwell, backed by Bluewater Capital, takes control of Veltrix Robotics.", "Bluewater Capital", False),
        ("Hartwell, backed by Bluewater Capital, takes control of Veltrix Robotics.", "Hartwell", True),
        ("Hartwell paid $42 million for 14.7% of Veltrix Robotics.", "Hartwell", False),
        ("Hartwell paid $42 million for 14.7% of Veltrix Robotics, giving it control.", "Hartwell", True),
        ("Hartwell paid $42 million for 80% of Veltrix Robotics.", "Hartwell", True),
    ],
)
def test_who_only_backs_and_who_pays_for_a_minority_takes_nothing_over(text: str, buyer: str, kept: bool) -> None:
    assert (told(text, "acquisition", buyer=buyer, target="Veltrix Robotics") is not None) is kept


def test_the_date_of_a_founding_is_none_of_a_takeover() -> None:
    slots: dict[str, SlotValue] = {"buyer": "Hartwell", "target": "Veltrix Robotics", "date": When.year(2022)}
    text = "Hartwell bought Veltrix Robotics, a startup founded in 2022."
    assert "date" not in (told(text, "acquisition", **slots) or {})
    assert "date" in (told("Hartwell bought Veltrix Robotics in 2022.", "acquisition", **slots) or {})
    assert "date" in (told("Veltrix Robotics has been Hartwell's since 2022.", "acquisition", **slots) or {})


@pytest.mark.parametrize(
    ("text", "seller", "kept"),
    [
        ("Hartwell bought Veltrix Robotics for $42 million, Jane Porter said.", "Jane Porter", False),
        ("Hartwell bought Veltrix Robotics from its founder, Jane Porter.", "Jane Porter", True),
    ],
)
def test_a_person_who_is_only_named_sells_nothing(text: str, seller: str, kept: bool) -> None:
    left = told(text, "acquisition", buyer="Hartwell", target="Veltrix Robotics", seller=seller)
    assert left is not None
    assert ("seller" in left) is kept


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Veltrix Robotics got $42 million from Bluewater Capital.", ["Veltrix Robotics"]),
        (
            "Orbis Dynamics and Veltrix Robotics got $42 million from Bluewater Capital.",
            ["Veltrix Robotics", "Orbis Dynamics"],
        ),
        ("$42 million went to Veltrix Robotics and $42 million elsewhere.", ["Veltrix Robotics", "Orbis Dynamics"]),
    ],
)
def test_the_one_sum_of_a_sentence_is_not_of_a_company_that_it_does_not_name(text: str, left: list[str]) -> None:
    context = read(text)
    drafts = [
        Draft("funding", {"company": company, "amount": usd(42)}, 0, len(text))
        for company in ("Veltrix Robotics", "Orbis Dynamics")
    ]
    assert [draft.slots["company"] for draft in sift(context, drafts)] == left


def test_who_puts_the_sum_in_does_not_raise_it() -> None:
    text = "Bluewater Capital led the $42 million round of Veltrix Robotics."
    context = read(text)
    backer = (Investor("Bluewater Capital", lead=True),)
    own = Draft("funding", {"company": "Veltrix Robotics", "amount": usd(42), "investors": backer}, 0, len(text))
    its = Draft("funding", {"company": "Bluewater Capital", "amount": usd(42)}, 0, len(text))
    assert sift(context, [own, its]) == [own]


@pytest.mark.parametrize(("millions", "kept"), [(300, False), (90, True)])
def test_what_a_listing_is_to_bring_in_is_no_round(millions: float, kept: bool) -> None:
    context = read(
        "Veltrix Robotics passed the hearing in Oslo and could raise $300 million, after $90 million in May."
    )
    end = len(context.text)
    drafts = [
        Draft("ipo", {"company": "Veltrix Robotics", "status": "announced", "amount": usd(300)}, 0, end),
        Draft("funding", {"company": "Veltrix Robotics", "amount": usd(millions)}, 0, end),
    ]
    assert any(draft.kind == "funding" for draft in sift(context, drafts)) is kept


@pytest.mark.parametrize(
    "said",
    [
        "founded by former Hartwell researchers, raised $42 million.",
        "which counts Hartwell among its customers, raised $42 million.",
        "whose team came from Bluewater Labs and worked at Hartwell, raised $42 million.",
        "which raised $42 million, is recruiting engineers from Hartwell.",
        "which raised $42 million, works with Lumen Fund. Hartwell is the largest shareholder of Tessaro Dynamics.",
    ],
)
def test_whose_people_or_goods_a_company_has_is_no_backer(said: str) -> None:
    assert backed_by(f"Veltrix Robotics, {said}", "Hartwell") == []


def test_who_stands_behind_a_backer_and_what_a_round_is_called_back_nothing() -> None:
    text = "Veltrix Robotics got $42 million in a Pre-A+ round from Quarry Fund, backed by the carmaker Hartwell."
    assert backed_by(text, "Quarry Fund", "Hartwell", "Pre-A+") == ["Quarry Fund"]


@pytest.mark.parametrize(
    "text",
    [
        "Veltrix Robotics, founded roughly two years ago, is in talks to raise $42 million.",
        "Veltrix Robotics is raising $42 million, as much as since its inception in 2023.",
        "Veltrix Robotics, which built robots after the Hartwell deal in 2023, raised $42 million.",
    ],
)
def test_when_a_company_began_is_no_date_of_its_round(text: str) -> None:
    (left,) = _rounds(text, {"amount": usd(42), "date": When.year(2023), "status": "rumored"})
    assert "date" not in left


def test_backers_of_the_round_may_be_named_paragraphs_later() -> None:
    text = "Veltrix Robotics raised $42 million.\n\nIt lifts.\n\nIt walks.\n\nIt runs.\n\nIt sells.\n\n"
    context = read(text + "Quarry Partners led the new round. Bluewater Capital invested too.")
    investors = (Investor("Quarry Partners", lead=True), Investor("Bluewater Capital"))
    slots: dict[str, SlotValue] = {"company": "Veltrix Robotics", "amount": usd(42), "investors": investors}
    (draft,) = sift(context, [Draft("funding", slots, 0, 36)])
    assert draft.slots["investors"] == investors


def _worths(text: str, *rounds: tuple[float, str, float]) -> list[tuple[object, object]]:
    """What is left of rounds of one company, each with its sum, its name and how sure it is; all worth $900m."""
    drafts = [
        Draft("funding", {"company": "Veltrix Robotics", "amount": usd(sum_), "round": name, "valuation": usd(900)},
              0, len(text), score)
        for sum_, name, score in rounds
    ]  # fmt: skip
    return [(d.slots.get("round"), "valuation" in d.slots) for d in sift(read(text), drafts)]


def test_what_only_the_reader_calls_a_round_changes_no_name_and_one_worth_is_that_of_one_round() -> None:
    text = (
        "Veltrix Robotics raised $30 million in a Series A and $50 million in a Series B at a $900 million valuation."
    )
    left = _worths(text, (30, "Series A", 1.0), (50, "Series B", 1.0), (50, "Series A", 0.3))
    assert left == [("Series A", False), ("Series B", True)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Veltrix Robotics listed. Cornerstone investors took $42 million of its shares.", False),
        ("Veltrix Robotics listed. Before, Quarry had put in $42 million.", True),
    ],
)
def test_what_is_sold_ahead_of_a_listing_is_no_round(text: str, kept: bool) -> None:
    listing = Draft("ipo", {"company": "Veltrix Robotics", "status": "completed"}, 0, len(text), 1.0)
    raised = Draft("funding", {"company": "Veltrix Robotics", "amount": usd(42)}, 0, len(text), 1.0)
    assert ("funding" in {d.kind for d in sift(read(text), [listing, raised])}) == kept


def test_backers_of_the_new_round_may_be_told_far_behind_it() -> None:
    text = (
        "Veltrix Robotics raised $42 million. It makes arms.\n\nIts arm is used in Ghent. It is light. It is cheap. "
        "It is red.\n\nQuarry led the new round. So did Hartwell."
    )
    investors = (Investor("Quarry"), Investor("Hartwell"))
    slots: dict[str, SlotValue] = {"company": "Veltrix Robotics", "amount": usd(42), "investors": investors}
    left = [
        len(d.slots.get("investors", ()))  # type: ignore[arg-type]
        for era in ("new", "old")
        for d in sift(read(text), [Draft("funding", slots, 0, 36, 1.0, era)])  # type: ignore[arg-type]
    ]
    assert left == [2, 0]
