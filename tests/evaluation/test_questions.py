"""How answers are judged."""

from __future__ import annotations

from typing import Any

import pytest

from bot.evaluation.questions import fold, judge, mentions, score_questions


@pytest.mark.parametrize(
    ("text", "item", "found"),
    [
        ("It raised $1.1 billion", "1.1bn", True),
        ("It raised $675M", "675 million", True),
        ("It raised $1,675 million", "675 million", False),
        ("It raised 21.5 million", "1.5 million", False),
        ("valued at 39 billion", "39.5 billion|39 billion", True),
        ("valued at 39.5 billion", "39", False),
        ("shipped 4,200 units", "4200", True),
        ("the MIT lab", "MIT", True),
        ("a committee", "mit", False),
        ("its **bold** name", "bold name", True),
        ("ByteDance led", "bytedance|字节", True),
        ("字节跳动领投", "bytedance|字节", True),
        ("nothing", "|", False),
    ],
)
def test_mentions(text: str, item: str, found: bool) -> None:
    assert mentions(fold(text), item) is found


FIGURE: dict[str, Any] = {
    "id": "q",
    "question": "who led?",
    "must_mention": ["Parkway"],
    "must_not_mention": ["Musk"],
    "cites": ["a-brief"],
    "answerable": True,
}
GOOD: dict[str, Any] = {"answered": True, "text": "Parkway led.", "citations": [{"source": "a-brief.md"}]}


@pytest.mark.parametrize(
    ("question", "answer", "why"),
    [
        (FIGURE, GOOD, ""),
        (FIGURE, None, "no answer came"),
        (FIGURE, {**GOOD, "answered": False}, "declined"),
        (FIGURE, {**GOOD, "text": "Musk led."}, "lacks ['Parkway']"),
        (FIGURE, {**GOOD, "text": "Parkway and Musk led."}, "has ['Musk']"),
        (FIGURE, {**GOOD, "citations": [{"source": "other.md"}]}, "right words, no right citation"),
        (FIGURE, {**GOOD, "text": " " * 2500 + "Parkway"}, "lacks ['Parkway']"),
        ({**FIGURE, "question": "/deal Figure"}, {**GOOD, "text": "." * 2500 + " Parkway"}, ""),
        ({**FIGURE, "answerable": False}, GOOD, "made up"),
        ({**FIGURE, "answerable": False}, {"answered": False, "text": "I do not know."}, ""),
    ],
)
def test_judge(question: dict[str, Any], answer: dict[str, Any] | None, why: str) -> None:
    assert judge(question, answer) == why


def test_questions_are_counted_by_group() -> None:
    questions = [
        {**FIGURE, "id": "slash", "question": "/deal Figure"},
        {**FIGURE, "id": "free"},
        {**FIGURE, "id": "follow", "question": None, "turns": ["/deal Figure", "who led?"]},
        {**FIGURE, "id": "none", "answerable": False},
    ]
    answers = {"slash": GOOD, "free": {**GOOD, "citations": []}, "follow": GOOD, "none": GOOD}
    score = score_questions(questions, answers)
    assert score.groups == {"slash": [1, 1], "free": [0, 1], "follow-up": [1, 1], "unanswerable": [0, 1]}
    assert (score.right, score.total, score.made_up, score.uncited) == (2, 4, 1.0, 1)
    assert score.errors == ["free: 'who led?': right words, no right citation", "none: 'who led?': made up"]
