"""What answers tells just what is asked, the leader, the speaker, the share, the reason, and nothing idle beside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.of_sayings import asked_of_sayings
from bot.answers.asked.plainly import plainly
from bot.answers.legs.fragments_beside import without_fragments
from bot.answers.proof.proofs import SaidBy
from bot.answers.sentences.counting import numbers_goods
from bot.answers.sentences.discourse import is_furniture
from bot.model.answer import Answer, Citation, Line
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    ("Tarn Robotics", "org"),
    ("Selvedge Labs", "org"),
    ("Pellow", "org"),
    ("Oxbow", "org"),
    ("Harrow Arms", "org"),
    ("Brindle Capital", "org"),
    ("Lark", "product"),
    ("Wenna Pask", "person"),
    ("Tobiah Lune", "person"),
    ("Ghent", "place"),
]
SUM = "Harrow Arms has raised $30 million, the company said."
LED = "The $30 million for Harrow Arms were put up by Brindle Capital, Tobiah Lune and Selvedge Labs."
TEXT = f"""Tarn Robotics goes its own way

Tarn Robotics left its alliance with Selvedge Labs last week, citing a breakthrough in its own wrist control.

The works of Tarn Robotics in Ghent runs in two shifts.

Key factors behind the end of the alliance include cheaper motors and better cameras of Tarn Robotics.

Household robot maker Pellow closed a $165 million round, and truck company Oxbow added $103 million.

{SUM}

{LED}

Wenna Pask, who runs Tarn Robotics, said in a call that there are orders for nearly 2,000 units of the Lark.

Apart from a 98 per cent success rate at Selvedge Labs, the robots of Tarn Robotics never rest.

Of all humanoids shipped in 2025, nearly 80% came from Chinese makers.

The Lark carries totes at a depot in Ghent.

Tobiah Lune finds the launch of the Lark premature.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    investors = [{"name": name, "lead": False} for name in ("Brindle Capital", "Tobiah Lune", "Selvedge Labs")]
    round_told = {"company": "Harrow Arms", "amount": usd(30_000_000), "investors": investors}
    store = of_one(tmp_path_factory.mktemp("point"), TEXT, NAMES, [("funding", round_told, SUM)])
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("why did Tarn Robotics end its alliance with Selvedge Labs?", "Key factors"),
        ("who said Tarn Robotics has orders for almost 2,000 Larks?", "Wenna Pask: "),
        ("what share of humanoids shipped in 2025 came from Chinese makers?", "80%"),
        ("what is the Lark doing in Ghent?", "carries totes"),
        ("what does Tobiah Lune think of the launch?", "premature"),
    ],
)
def test_the_sentence_that_tells_it_comes_first(answerer: Answerer, question: str, first: str) -> None:
    answer = answerer.reply([question])
    assert answer.answered, question
    assert first in answer.lines[0].text, plain(answer)


@pytest.mark.parametrize(
    "question",
    [
        "who led Pellow's $165 million round?",
        "who gave Pellow the $165 million?",
        "who said Tarn Robotics has orders for 3,000 Larks?",
        "how many robots has Selvedge Labs bought from Tarn Robotics?",
        "what is the Lark doing in Leeds?",
        "why does Wenna Pask think the launch of humanoids in Ghent is premature?",
    ],
)
def test_what_lacks_what_is_asked_does_not_answer(answerer: Answerer, question: str) -> None:
    answer = answerer.reply([question])
    assert not answer.answered, plain(answer)


def test_a_reason_stands_before_what_only_tells_of_it(answerer: Answerer) -> None:
    answer = answerer.reply(["why did Tarn Robotics leave the alliance with Selvedge Labs?"])
    told = [line.text for line in answer.lines]
    assert any("Key factors" in text for text in told), told
    assert any("citing a breakthrough" in text for text in told), told
    assert not any("two shifts" in text or "Pellow" in text for text in told), told


def test_a_deal_is_shown_with_the_sentence_that_tells_most_of_it(answerer: Answerer) -> None:
    answer = answerer.reply(["who invested in Harrow Arms?"])
    assert [citation.quote for citation in answer.lines[0].citations] == [LED, SUM]


def _line(text: str) -> Line:
    return Line(f"“{text}”", (Citation(quote=text, source="a.md", title="Of wrists"),))


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Tarn Robotics makes wrists in Ghent.", True),
        ("Who bets on wrists?", False),
        ("Wrists and what comes of them", False),
        ("The investors are:", False),
        ("Tarn Robotics aims to achieve mas", False),
        ("Lark: 900 units", True),
        ("Tarn Robotics ships 900 Larks", True),
        ("The post Of wrists appeared first on Wrist Weekly.", False),
    ],
)
def test_a_line_that_is_no_sentence_does_not_stand_beside_one(text: str, stays: bool) -> None:
    answer = without_fragments(Answer(True, "Told", (_line("Tarn Robotics sells wrists."), _line(text))))
    assert len(answer.lines) == 1 + stays


def test_several_items_of_an_article_are_a_list() -> None:
    lines = (_line("Tarn Robotics sells these."), _line("Wrists and hands"), _line("Arms and legs"))
    assert without_fragments(Answer(True, "Told", lines)).lines == lines


def test_what_points_to_the_page_of_a_post_is_furniture() -> None:
    assert is_furniture("The post Tarn Robotics goes its own way appeared on Wrist Weekly.")
    assert not is_furniture("The post of Wenna Pask appeared secure.")


def test_a_percentage_is_no_number_of_robots() -> None:
    assert not numbers_goods("They reach a 98 per cent success rate with robots that they use")
    assert numbers_goods("They bought 99 per month and used them")


def test_who_said_so_says_the_number() -> None:
    assert SaidBy(("2,000",)).in_text("Pask said that 2,000 are on order.")
    assert not SaidBy(("2,000",)).in_text("Pask said that 12,000 are on order.")
    assert not SaidBy(()).in_text("Orders rose.")


def test_control_is_taken_over() -> None:
    assert plainly("when did Acme gain control of Roe") == "when did Acme take over Roe"


def test_who_else_doubts_is_asked_of_what_was_told() -> None:
    asked = asked_of_sayings("who else is sceptical")
    assert asked is not None
    assert (asked.way, asked.mood, asked.topic) == ("who", "sceptical", "")
