"""The question files as a specification: what answers reach on facts that were extracted without fault."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.answers import Answerer, plain
from bot.answers.render import limit_for
from bot.evaluation.questions import score_questions
from bot.store.read import Facts
from tests.answers import gold_shelf

FILES = Path(__file__).parents[1] / "questions"
SHELVES: dict[str, Callable[[Path], Path]] = {"corpus": gold_shelf.corpus, "practice": gold_shelf.practice}


def questions(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FILES / f"{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module", params=sorted(SHELVES))
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    return request.param, SHELVES[request.param](tmp_path_factory.mktemp(request.param))


def test_there_are_three_hundred_questions_and_each_stands_in_one_file() -> None:
    every = [question for file in sorted(FILES.glob("*.json")) for question in questions(file.stem)]
    assert len(every) >= 300
    assert len({question["id"] for question in every}) == len(every)
    asked = [tuple(question.get("turns") or [question["question"]]) for question in every]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("name", sorted(file.stem for file in FILES.glob("*.json")))
def test_an_answerable_question_says_what_its_answer_must_mention(name: str) -> None:
    for question in questions(name):
        assert bool(question["must_mention"]) is question["answerable"], question["id"]


@pytest.mark.parametrize(("part", "right", "made_up"), [("build", 0.85, 0.03), ("scored", 0.80, 0.08)])
def test_answers_reach_the_bars(shelf: tuple[str, Path], part: str, right: float, made_up: float) -> None:
    name, store = shelf
    asked = questions(f"{name}-{part}")
    replies: dict[str, dict[str, Any]] = {}
    taken: list[float] = []
    with Facts.open(store) as facts:
        answerer = Answerer(facts)
        for question in asked:
            turns = question.get("turns") or [question["question"]]
            start = time.perf_counter()
            answer = answerer.reply(turns)
            text = plain(answer, limit_for(turns[-1]))
            taken.append(time.perf_counter() - start)
            assert len(text) <= limit_for(turns[-1])
            citations = [{"source": cited.source, "quote": cited.quote} for cited in answer.citations]
            replies[question["id"]] = {"answered": answer.answered, "text": text, "citations": citations}
    score = score_questions(asked, replies)
    # Only the mistakes of the part to build with may be looked at.
    assert score.share >= right, score.errors if part == "build" else f"{score.share:.2f}"
    assert score.made_up <= made_up, score.errors if part == "build" else f"{score.made_up:.2f}"
    assert score.uncited == 0
    assert sorted(taken)[len(taken) // 2] < 0.5  # far above what it takes, for machines that are busy
