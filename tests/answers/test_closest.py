"""The last leg: a question that says something in particular is answered by what comes closest, a plain one is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.question import clauses
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

TEXT = (
    "Vexley buys Marrow Looms\n"
    "Marrow Looms, a maker of sewing robots in Leiden, goes to Vexley Group. One alternative, a merger with Pinnock "
    "Tools, was abandoned in the spring after the two sides failed to agree on who would run the combined business. "
    "The chief executive of Marrow Looms, Ida Brandsma, will stay for at least two years. She stands to receive 22 "
    "million euros. Halberd Fund, which had reviewed the figures of Marrow Looms, did not join in the end. The first "
    "public show of its robot ended early: in front of a delegation of the savings bank it put 40 kilos of wet wool "
    "on the floor. The bank did not invest.\n"
)
NAMES: tuple[tuple[str, EntityKind], ...] = (
    ("Marrow Looms", "org"),
    ("Vexley Group", "org"),
    ("Pinnock Tools", "org"),
    ("Halberd Fund", "org"),
    ("Ida Brandsma", "person"),
)


@pytest.fixture(scope="module")
def looms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("closest"), TEXT, NAMES, [])) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("why did the merger of Marrow Looms and Pinnock Tools fall apart?", "who would run"),
        ("what does the Marrow Looms chief executive personally walk away with?", "22 million"),
        ("which investor looked at Marrow Looms and then bailed?", "Halberd Fund"),
        ("what went wrong when the savings bank people came to see the Marrow Looms robot?", "wet wool"),
    ],
)
def test_what_comes_close_answers_a_question_of_particulars(looms: Answerer, question: str, told: str) -> None:
    answer = looms.reply([question])
    assert answer.answered, question
    assert told in plain(answer)


@pytest.mark.parametrize(
    "question",
    [
        "how many people work at Marrow Looms?",
        "what is the gross margin of Marrow Looms?",
        "who is the chief financial officer of Marrow Looms?",
        "how tall is a Marrow Looms robot?",
        "how much did Halberd Fund put into Marrow Looms?",
        "why did Pinnock Tools sue its landlord?",
        "what did the heating of the Vexley Group canteen in Lodz cost last winter?",
    ],
)
def test_what_is_told_nowhere_has_nothing_close_to_it(looms: Answerer, question: str) -> None:
    assert not looms.reply([question]).answered, question


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("how much of Marrow Looms does Vexley Group own?", "percent"),
        ("how much of Marrow Looms is held by Halberd Fund?", "percent"),
        ("how much of the company will Ida Brandsma keep?", "percent"),
        ("how much did Vexley Group pay for Marrow Looms?", "money"),
        ("how much of the money does Marrow Looms have left?", "money"),
    ],
)
def test_how_much_of_somebody_is_a_share(looms: Answerer, question: str, wants: str) -> None:
    desk = looms.desk()
    assert clauses(question, desk.lookup.spotter, desk.today)[0].wants == wants
