"""Scores answers to questions: what must be said and cited, and what must be declined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.evaluation.compare import stem

GROUPS = ("slash", "free", "follow-up", "unanswerable")

Question = Mapping[str, Any]
Reply = Mapping[str, Any]


def turns_of(question: Question) -> list[str]:
    """The messages of a question: the earlier ones are the conversation so far."""
    return list(question.get("turns") or [question.get("question") or ""])


def fold(text: object) -> str:
    """Text without case, emphasis, thousands separators and ways of writing million and billion."""
    folded = unicodedata.normalize("NFKC", str(text)).casefold()
    folded = re.sub(r"(?<=\d),(?=\d{3})", "", folded)
    folded = re.sub(r"[*_`~]", "", folded)
    folded = re.sub(r"(?<=\d)\s*(billion|bn|b)\b", "b", folded)
    folded = re.sub(r"(?<=\d)\s*(million|mn|m)\b", "m", folded)
    folded = re.sub(r"(?<=\d)\s*(trillion|tn|t)\b", "t", folded)
    folded = re.sub(r"[‐-―-]", "-", folded).replace("’", "'")
    return re.sub(r"\s+", " ", folded)


def mentions(text: str, item: str) -> bool:
    """Whether folded text holds one of the item's alternatives: not inside a longer number, nor from mid-word."""
    return any(_holds(text, fold(option.strip())) for option in str(item).split("|"))


def _holds(text: str, option: str) -> bool:
    if not option:
        return False
    pattern = re.escape(option)
    if option[0].isdigit():
        pattern = r"(?<![\d.])" + pattern
    elif option[0].isascii() and option[0].isalnum():
        pattern = r"(?<![a-z0-9])" + pattern
    if option[-1].isdigit():
        pattern += r"(?![\d]|\.\d)"
    elif option[-1].isascii() and option[-1].isalnum() and len(option) < 4:
        pattern += r"(?![a-z0-9])"
    return re.search(pattern, text) is not None


def judge(question: Question, answer: Reply | None) -> str:
    """Why the answer is wrong, in a few words; empty where it is right."""
    if answer is None:
        return "no answer came"
    answered = bool(answer.get("answered"))
    if not question.get("answerable", True):
        return "made up" if answered else ""
    if not answered:
        return "declined"
    limit = 4000 if turns_of(question)[-1].startswith("/") else 2500
    text = fold(str(answer.get("text", ""))[:limit])
    missing = [item for item in question.get("must_mention", []) if not mentions(text, item)]
    if missing:
        return f"lacks {missing}"
    wrong = [item for item in question.get("must_not_mention") or [] if mentions(text, item)]
    if wrong:
        return f"has {wrong}"
    cites = {stem(source) for source in question.get("cites") or []}
    if cites and not cites & {stem(citation.get("source")) for citation in answer.get("citations") or []}:
        return "right words, no right citation"
    return ""


@dataclass(slots=True)
class QuestionScore:
    """Right and all by group, answers to what cannot be known, answers without a citation, and what went wrong."""

    groups: dict[str, list[int]] = field(default_factory=lambda: {group: [0, 0] for group in GROUPS})
    made_up_count: int = 0
    uncited: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def right(self) -> int:
        return sum(right for right, _ in self.groups.values())

    @property
    def total(self) -> int:
        return sum(total for _, total in self.groups.values())

    @property
    def share(self) -> float:
        return self.right / self.total if self.total else 0.0

    @property
    def made_up(self) -> float:
        """The share of questions without an answer that were answered all the same."""
        unanswerable = self.groups["unanswerable"][1]
        return self.made_up_count / unanswerable if unanswerable else 0.0


def score_questions(questions: Sequence[Question], answers: Mapping[str, Reply]) -> QuestionScore:
    """Scores answers by the id of their question."""
    score = QuestionScore()
    for question in questions:
        answer = answers.get(str(question["id"]))
        why = judge(question, answer)
        counts = score.groups[_group(question)]
        counts[0] += not why
        counts[1] += 1
        score.made_up_count += why == "made up"
        score.uncited += bool(answer and answer.get("answered") and not answer.get("citations"))
        if why:
            score.errors.append(f"{question['id']}: {turns_of(question)[-1]!r}: {why}")
    return score


def _group(question: Question) -> str:
    turns = turns_of(question)
    if not question.get("answerable", True):
        return "unanswerable"
    if len(turns) > 1:
        return "follow-up"
    return "slash" if turns[-1].startswith("/") else "free"
