"""The state of a post: who holds it now, who came before and after, whether it is denied that somebody goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Harrow Cells", "org"),
    ("Lindqvist Drives", "org"),
    ("Mott Grippers", "org"),
    ("Tarn Rovers", "org"),
    ("Quarry Lifts", "org"),
    ("Gwen Abara", "person"),
    ("Jasper Holt", "person"),
    ("Silke Norden", "person"),
    ("Owen Pradel", "person"),
    ("Rhea Dunmore", "person"),
    ("Felix Ostler", "person"),
    ("Ada Merrow", "person"),
    ("Karl Venn", "person"),
]
_NAMED = "Harrow Cells has named Gwen Abara as chief executive."
_SUCCEEDS = "She succeeds Jasper Holt, who ran the company for nine years."
_CHIEF = "Lindqvist Drives: chief executive Silke Norden, to sail around the world."
_MINDS = "Board member Owen Pradel is minding the shop."
_BOTH = "With us are our chief executive, Rhea Dunmore, and our interim chief financial officer, Felix Ostler."
_DENIES = "Ada Merrow denied that she is leaving Tarn Rovers."
_HEADS = "Ada Merrow is the chief executive of Tarn Rovers."
_BRIEF = "Karl Venn, from Harrow Cells, took office in May and left in December; the successor is Silke Norden."
_MADE = "Tarn Rovers was founded by Ada Merrow and Karl Venn in 2021."
TEXT = f"""Who sits where

{_NAMED} {_SUCCEEDS} Abara begins on 1 June.

{_CHIEF} {_MINDS}

Mott Grippers held its call on Thursday. {_BOTH}

{_HEADS} {_DENIES} {_MADE}

Its plant had three managers. {_BRIEF}
"""


def _role(person: str, house: str, title: str, quote: str) -> Fact:
    return ("role", {"person": person, "organization": house, "title": title}, quote)


FACTS: list[Fact] = [
    _role("Gwen Abara", "Harrow Cells", "chief executive", _NAMED),
    _role("Jasper Holt", "Harrow Cells", "head", _SUCCEEDS),
    _role("Gwen Abara", "Harrow Cells", "head", _SUCCEEDS),
    _role("Silke Norden", "Lindqvist Drives", "chief executive", _CHIEF),
    _role("Rhea Dunmore", "Mott Grippers", "chief executive", _BOTH),
    _role("Rhea Dunmore", "Mott Grippers", "interim chief financial officer", _BOTH),
    _role("Felix Ostler", "Mott Grippers", "interim chief financial officer", _BOTH),
    _role("Ada Merrow", "Tarn Rovers", "chief executive", _HEADS),
    _role("Ada Merrow", "Tarn Rovers", "chief executive", _DENIES),
    _role("Karl Venn", "Quarry Lifts", "general manager", _BRIEF),
    ("founding", {"organization": "Tarn Rovers", "founders": ["Ada Merrow", "Karl Venn"]}, _MADE),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("changes"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (["who runs Harrow Cells"], ["Gwen Abara: chief executive"], ["Abara: head"]),
        (["who was ceo before Gwen Abara"], ["succeeds Jasper Holt"], []),
        (["who did Gwen Abara replace"], ["succeeds Jasper Holt"], []),
        (["when does Abara start"], ["begins on 1 June"], []),
        (["who is running Lindqvist Drives"], ["Owen Pradel is minding the shop"], []),
        (["is there a permanent cfo at Mott Grippers"], ["Felix Ostler: interim"], ["Rhea Dunmore: interim"]),
        (["who is the cfo of Mott Grippers"], ["Felix Ostler: interim"], ["Rhea Dunmore: interim"]),
        (["is Ada Merrow leaving Tarn Rovers"], ["denied that she is leaving"], ["formerly"]),
        (["who are Ada Merrow's cofounders"], ["Karl Venn"], []),
        (["who is gm of Quarry Lifts now"], ["the successor is Silke Norden"], ["formerly"]),
        (["founders of Tarn Rovers"], ["Ada Merrow", "Karl Venn"], []),
        (["does Karl Venn run Tarn Rovers", "who does then"], ["Ada Merrow: chief executive"], []),
    ],
)
def test_the_state_of_a_post(answerer: Answerer, turns: list[str], said: list[str], unsaid: list[str]) -> None:
    answer = answerer.reply(turns)
    told = "\n".join(line.text for line in answer.lines)
    assert answer.answered, turns
    assert [words for words in said if words not in told] == [], told
    assert [words for words in unsaid if words in told] == [], told
