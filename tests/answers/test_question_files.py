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
SHELVES: dict[str, Callable[[Path], Path]] = {
    "corpus": gold_shelf.corpus,
    "practice": gold_shelf.practice,
    "fresh": gold_shelf.fresh,
}
BARS = {"corpus": (0.85, 0.80), "practice": (0.85, 0.80), "fresh": (0.80, 0.60)}
"""What is right at least of the part to build with, and of the part that is only scored."""


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


def ask(answerer: Answerer, question: dict[str, Any]) -> tuple[dict[str, Any], float]:
    """The reply as the score reads it, and the seconds of the processor it took."""
    turns = question.get("turns") or [question["question"]]
    start = time.process_time()
    answer = answerer.reply(turns)
    text = plain(answer, limit_for(turns[-1]))
    taken = time.process_time() - start
    assert len(text) <= limit_for(turns[-1])
    citations = [{"source": cited.source, "quote": cited.quote} for cited in answer.citations]
    return {"answered": answer.answered, "text": text, "citations": citations}, taken


@pytest.mark.parametrize("part", ["build", "scored"])
def test_answers_reach_the_bars(shelf: tuple[str, Path], part: str) -> None:
    name, store = shelf
    right = BARS[name][part == "scored"]
    asked = questions(f"{name}-{part}")
    with Facts.open(store) as facts:
        answerer = Answerer(facts)
        told = {question["id"]: ask(answerer, question) for question in asked}
    score = score_questions(asked, {key: reply for key, (reply, _) in told.items()})
    # Only the mistakes of the part to build with may be looked at.
    assert score.share >= right, score.errors if part == "build" else f"{score.share:.2f}"
    assert score.uncited == 0
    taken = sorted(seconds for _, seconds in told.values())
    assert taken[len(taken) // 2] < 0.5  # far above what it takes, for machines that are busy


def test_hardly_any_of_what_no_article_answers_is_answered(tmp_path: Path) -> None:
    asked, replies = [], {}
    for name, made in SHELVES.items():
        (tmp_path / name).mkdir()
        with Facts.open(made(tmp_path / name)) as facts:
            answerer = Answerer(facts)
            for part in ("build", "scored"):
                for question in questions(f"{name}-{part}"):
                    if not question["answerable"]:
                        asked.append(question)
                        replies[question["id"]] = ask(answerer, question)[0]
    assert len(asked) > 100
    assert score_questions(asked, replies).made_up <= 0.03
