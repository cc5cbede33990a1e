"""Short questions on who runs, works at, came to or left a house, and where somebody is, was or still is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers import Answerer, plain
from bot.answers.tenure import is_for_a_time, is_over
from bot.model.entity import EntityKind
from bot.store.read import EventQuery, Facts
from tests.answers.answer_shelf import Fact, of_one, registry_of, shelved

NAMES: list[tuple[str, EntityKind]] = [
    ("Calder Rigs", "org"),
    ("Wexmoor Labs", "org"),
    ("Pinnow Drives", "org"),
    ("Ilse Varga", "person"),
    ("Tomas Reyk", "person"),
    ("Nora Quist", "person"),
    ("Bram Oduya", "person"),
    ("Lena Fawley", "person"),
]
_LEAVES = "Ilse Varga, chief executive of Calder Rigs, steps down on 3 March 2025."
_STANDS_IN = "Finance chief Tomas Reyk takes over for the time being."
_OUTSIDE = "In January the owner appointed Nora Quist as an outside director of Calder Rigs."
_WAS = "Bram Oduya, for years technology chief of Calder Rigs, joined Wexmoor Labs in June 2024 as head of hardware."
_RUNS = "Lena Fawley is the chief executive of Wexmoor Labs."
_ONCE = "Pinnow Drives was set up by Lena Fawley."
TEXT = f"""Changes at Calder Rigs

{_LEAVES} {_STANDS_IN} {_OUTSIDE}

{_WAS}

{_RUNS} {_ONCE} Calder Rigs said the old arm has left the hall of Pinnow Drives.
"""


def _role(person: str, house: str, title: str, quote: str, **when: str) -> Fact:
    return ("role", {"person": person, "organization": house, "title": title, **when}, quote)


FACTS: list[Fact] = [
    _role("Ilse Varga", "Calder Rigs", "chief executive", _LEAVES, end="2025-03-03"),
    _role("Tomas Reyk", "Calder Rigs", "Finance chief", _STANDS_IN),
    _role("Nora Quist", "Calder Rigs", "outside director", _OUTSIDE),
    _role("Bram Oduya", "Calder Rigs", "technology chief", _WAS),
    _role("Bram Oduya", "Wexmoor Labs", "head of hardware", _WAS, start="2024-06"),
    _role("Lena Fawley", "Wexmoor Labs", "chief executive", _RUNS),
    ("founding", {"organization": "Pinnow Drives", "founders": ["Lena Fawley"]}, _ONCE),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("posts"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


def _lines(answerer: Answerer, *turns: str) -> list[str]:
    answer = answerer.reply([*turns])
    assert answer.answered, plain(answer)
    return [line.text for line in answer.lines]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("who runs Calder Rigs", "Tomas Reyk"),
        ("who's in charge at Calder Rigs now?", "Tomas Reyk"),
        ("Calder Rigs ceo", "Tomas Reyk"),
        ("calder rigs boss", "Tomas Reyk"),
        ("former CEO of Calder Rigs", "Ilse Varga"),
        ("Calder Rigs cto", "formerly technology chief"),
        ("who runs Wexmoor Labs", "Lena Fawley: chief executive"),
        ("Calder Rigs board", "Nora Quist"),
        ("who sits on the board of Calder Rigs?", "Nora Quist"),
        ("who left Calder Rigs", "until 3 March 2025"),
        ("ex-Calder Rigs people", "until 3 March 2025"),
        ("who joined Wexmoor Labs recently", "Bram Oduya"),
        ("new people at Calder Rigs", "Nora Quist"),
        ("who took over at Calder Rigs", "Tomas Reyk"),
        ("who is taking over as CEO of Calder Rigs Inc.?", "Tomas Reyk"),
        ("who replaced Ilse Varga", "Tomas Reyk"),
        ("who replaced Ilse Varga as chief executive?", "Tomas Reyk"),
        ("Ilse Varga's successor", "Tomas Reyk"),
        ("where is Bram Oduya now", "Wexmoor Labs"),
        ("where did Bram Oduya go after Calder Rigs?", "Wexmoor Labs"),
        ("Bram Oduya career", "Wexmoor Labs"),
        ("is Bram Oduya still at Calder Rigs", "formerly technology chief at Calder Rigs"),
        ("did Ilse Varga leave?", "until 3 March 2025"),
        ("where did Bram Oduya work before Wexmoor Labs?", "Calder Rigs"),
    ],
)
def test_what_was_asked_stands_first(answerer: Answerer, asked: str, first: str) -> None:
    assert first in _lines(answerer, asked)[0]


@pytest.mark.parametrize("asked", ["Calder Rigs leadership", "who works at Calder Rigs", "people at Calder Rigs"])
def test_those_at_a_house_stand_before_who_led_it(answerer: Answerer, asked: str) -> None:
    told = _lines(answerer, asked)
    assert "Tomas Reyk" in told[0]
    assert "until 3 March 2025" in told[-1]
    assert not any("Oduya" in line for line in told)


@pytest.mark.parametrize("asked", ["who left Wexmoor Labs", "who left Pinnow Drives", "did Nora Quist leave?"])
def test_nobody_went_of_whom_nothing_tells_it(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered


def test_what_was_before_may_be_asked_next(answerer: Answerer) -> None:
    assert "Calder Rigs" in _lines(answerer, "who is Bram Oduya?", "and before that?")[0]
    assert not answerer.reply(["who runs Wexmoor Labs?", "and before that?"]).answered


@pytest.mark.parametrize(
    ("title", "quote", "over"),
    [
        ("engineer", "Jo Roe, a former Acme engineer, started Brel.", True),
        ("engineer", "Jo Roe used to be an engineer on Acme's arm.", True),
        ("chief executive", "Jo Roe, until now chief executive of Acme, becomes a partner.", True),
        ("engineer", "Jo Roe, who until this month was an engineer at Acme, is at Brel now.", True),
        ("", "Roe joined Acme in 2016 and walked out in June.", True),
        ("head of sales", "Brel has hired Jo Roe from Acme, where she was head of sales.", True),
        ("boss", "Acme has a new boss: Jo Roe hands over to Ida Lund.", True),
        ("manager", "Jo Roe began her career at Acme as a manager.", True),
        ("chief executive", "Jo Roe is the chief executive of Acme.", False),
        ("founder", "Acme has two months of cash left, founder Jo Roe said.", False),
        ("head", "Jo Roe, head of Acme, met Ida Lund, who left Brel.", False),
        ("chief executive", "Acme named Jo Roe chief executive.", False),
        ("chief", "Jo Roe, the chief of the pump programme, has announced his departure from the company.", True),
        ("head of labs", "On Monday Jo Roe, head of labs at Acme, announced her resignation in a post.", True),
        ("head of labs", "Jo Roe, who led the labs within Acme, is now parting ways with the pump firm.", True),
        ("head of labs", "The head of labs at Acme, Jo Roe, has decided to leave.", True),
        ("head", "Jo Roe, its head since 2019, has stepped down.", True),
        ("head", "Jo Roe, head of Acme, resigned from Brel in 2019.", False),
        ("chief engineer", "It follows the abrupt resignation of chief engineer Jo Roe of Acme in May.", True),
        ("founder", "Founder Jo Roe had already left in 2022 to teach at Brel.", True),
        ("partner", "She replaces our partner Jo Roe of Acme on both boards.", False),
        ("head of labs", "Jo Roe, head of labs at Acme, is leaving a good impression.", False),
        ("head of labs", "Jo Roe, head of labs at Acme, announced the departure of a rival.", False),
        ("boss", "Jo Roe, boss of Acme, is delighted to be handing the CEO reins over to Ann Poe.", True),
        ("CEO", "Acme has abruptly ousted its CEO Jo Roe.", True),
        ("chief executive", "Ida Lund succeeds chief executive Jo Roe at Acme.", True),
        ("CEO", "The first robots were fired up by Acme CEO Jo Roe.", False),
    ],
)
def test_a_sentence_says_that_a_post_is_over(tmp_path: Path, title: str, quote: str, over: bool) -> None:
    slots = {"person": "Jo Roe", "organization": "Acme", **({"title": title} if title else {})}
    names: list[tuple[str, EntityKind]] = [("Jo Roe", "person"), ("Acme", "org"), ("Brel", "org")]
    with Facts.open(of_one(tmp_path, f"A note\n\n{quote}\n", names, [("role", slots, quote)])) as facts:
        (told,) = facts.events(EventQuery(kinds=("role",)))
        assert is_over(told) is over


@pytest.mark.parametrize(
    ("quote", "for_a_time"),
    [
        ("Acme named Jo Roe interim chief executive.", True),
        ("Jo Roe, chief of sales at Acme, is filling in.", True),
        ("They call it acting, says Jo Roe, a director at Acme.", False),
        ("Jo Roe is chief executive of Acme.", False),
    ],
)
def test_a_sentence_says_that_somebody_stands_in(tmp_path: Path, quote: str, for_a_time: bool) -> None:
    names: list[tuple[str, EntityKind]] = [("Jo Roe", "person"), ("Acme", "org")]
    fact: Fact = ("role", {"person": "Jo Roe", "organization": "Acme"}, quote)
    with Facts.open(of_one(tmp_path, f"A note\n\n{quote}\n", names, [fact])) as facts:
        (told,) = facts.events(EventQuery(kinds=("role",)))
        assert is_for_a_time(told) is for_a_time


_HEADS = "Jo Roe is the CEO of Acme."
_HEADS_TOO = "Ida Lund is the CEO of Acme."


@pytest.mark.parametrize(
    ("first", "second", "published", "shown"),
    [
        (_HEADS, _HEADS_TOO, "2025-06-01", ("Ida Lund",)),  # told long after
        (_HEADS, _HEADS_TOO, "2023-03-20", ("Ida Lund", "Jo Roe")),  # one of the articles may have it wrong
        (_HEADS, "Acme announced the appointment of Ida Lund as CEO.", "2023-03-01", ("Ida Lund",)),
        (_HEADS, "Ida Lund is the new CEO of Acme.", "2023-03-20", ("Ida Lund",)),
        ("Jo Roe is the new CEO of Acme.", "Ida Lund, a former CEO of Acme, was there.", "2025-06-01", ("Jo Roe",)),
        ("Jo Roe is co-CEO of Acme.", "Ida Lund is co-CEO of Acme.", "2025-06-01", ("Ida Lund", "Jo Roe")),
    ],
)
def test_who_came_later_to_a_post_holds_it(
    tmp_path: Path, first: str, second: str, published: str, shown: tuple[str, ...]
) -> None:
    names: list[tuple[str, EntityKind]] = [("Jo Roe", "person"), ("Ida Lund", "person"), ("Acme", "org")]

    def article(day: str, text: str, person: str) -> tuple[str, str, list[Fact]]:
        title = "co-CEO" if "co-CEO" in text else "CEO"
        return day, f"A note of {day}\n\n{text}\n", [_role(person, "Acme", title, text)]

    shelf = {"one.md": article("2023-03-01", first, "Jo Roe"), "two.md": article(published, second, "Ida Lund")}
    with Facts.open(shelved(tmp_path, shelf, registry_of(names))) as facts:
        answerer = Answerer(facts)
        told = " ".join(line.text for line in answerer.reply(["who runs Acme?"]).lines)
        assert tuple(one for one in ("Ida Lund", "Jo Roe") if one in told) == shown
        if shown == ("Ida Lund",):
            assert "Ida Lund" in _lines(answerer, "who replaced Jo Roe?")[0]


def test_what_somebody_founded_once_is_not_where_they_went(tmp_path: Path) -> None:
    left, made = "Jo Roe, the boss of Acme, has stepped down.", "He co-founded Brel."
    names: list[tuple[str, EntityKind]] = [("Jo Roe", "person"), ("Acme", "org"), ("Brel", "org")]
    facts: list[Fact] = [
        _role("Jo Roe", "Acme", "boss", left),
        _role("Jo Roe", "Brel", "co-founder", made),
        ("founding", {"organization": "Brel", "founders": ["Jo Roe"]}, made),
    ]
    with Facts.open(of_one(tmp_path, f"A note\n\n{left} {made}\n", names, facts)) as opened:
        told = plain(Answerer(opened).reply(["where did Jo Roe go after Acme?"]))
        assert not any(fact in told for fact in ("Brel was founded", "co-founder at Brel"))


def test_what_somebody_started_next_is_none_of_the_house_they_left(tmp_path: Path) -> None:
    sold, made = "Acme bought Brel, which Jo Roe had founded as part of Acme.", "Roe went on to found Kelm."
    names: list[tuple[str, EntityKind]] = [(one, "org") for one in ("Acme", "Brel", "Kelm")]
    facts: list[Fact] = [
        ("founding", {"organization": "Brel", "founders": ["Jo Roe"], "parent": "Acme"}, sold),
        ("founding", {"organization": "Kelm", "founders": ["Jo Roe"]}, made),
    ]
    shelf = of_one(tmp_path, f"A note\n\n{sold} {made}\n", [*names, ("Jo Roe", "person")], facts)
    with Facts.open(shelf) as opened:
        (first, *_) = _lines(Answerer(opened), "which company did Jo Roe start after leaving Acme?")
        assert first.startswith("Kelm was founded")


def test_who_comes_may_be_told_where_they_are_named_again(tmp_path: Path) -> None:
    left = "Jo Roe, head of pumps, is leaving Acme."
    text = f"{left} The firm has 40 people. It is in Oslo. With Roe departing, pumps will be overseen by Ida Lund."
    names: list[tuple[str, EntityKind]] = [("Jo Roe", "person"), ("Acme", "org")]
    with Facts.open(of_one(tmp_path, f"A note\n\n{text}\n", names, [_role("Jo Roe", "Acme", "head", left)])) as facts:
        assert "Ida Lund" in plain(Answerer(facts).reply(["who replaced Jo Roe at Acme?"]))
