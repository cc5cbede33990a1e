"""The scorers give what the reference scorers give, where those are at hand."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.facts import score_facts
from bot.evaluation.questions import score_questions, turns_of

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / os.environ.get("BOT_SHARED", "../shared")).resolve() / "eval"
GOLD = ROOT / "tests/corpus/gold"
TEXTS = (ROOT / "seeds",)

pytestmark = pytest.mark.skipif(not (REFERENCE / "score.py").is_file(), reason="the reference scorers are not here")


def first_option(value: Any) -> Any:
    if isinstance(value, dict) and "any" in value:
        return next((option for option in value["any"] if option is not None), None)
    return [first_option(item) for item in value] if isinstance(value, list) else value


def spoiled(facts: list[dict[str, Any]], dice: random.Random) -> list[dict[str, Any]]:
    """Gold as a careless reader would give it: facts lost, doubled and mixed up, slots lost and swapped."""
    read = []
    for fact in facts:
        copy = {slot: first_option(value) for slot, value in fact.items() if dice.random() > 0.15 or slot == "kind"}
        if dice.random() < 0.3:
            other = dice.choice(facts)
            copy.update({s: first_option(v) for s, v in other.items() if s in copy and s != "kind"})
        read.extend([copy] * dice.choice([0, 1, 1, 1, 2]))
    return read


@pytest.mark.parametrize("seed", range(3))
def test_facts(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    golds = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*.json"))}
    preds = {name: spoiled(gold["facts"], dice) for name, gold in golds.items()}
    files = {path.stem: path for folder in TEXTS for path in folder.iterdir()}
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, path in files.items():
        (texts / f"{name}.md").write_bytes(path.read_bytes())
    (tmp_path / "pred.jsonl").write_text(
        "".join(json.dumps({"source": f"{name}.md", "facts": facts}) + "\n" for name, facts in preds.items())
    )
    arguments = ["--gold", str(GOLD), "--pred", str(tmp_path / "pred.jsonl"), "--text", str(texts)]
    expected = reference("score.py", *arguments, "--json")
    score = score_facts(golds, preds, {name: path.read_text("utf-8") for name, path in files.items()})
    table = {kind: [f.precision, f.recall, f.f1, f.gold, s.precision, s.recall, s.f1] for kind, f, s in score.rows()}
    assert 0.2 < table["all"][2] < 0.95, "neither empty nor perfect, or nothing is compared"
    assert table == expected["kinds"]
    assert score.grounded_share == expected["grounded"]
    assert score.articles == expected["articles"]


def test_questions(tmp_path: Path) -> None:
    file = ROOT / "tests/corpus/questions.json"
    questions = json.loads(file.read_text("utf-8"))
    dice = random.Random(7)
    answers = []
    for question in questions:
        words = [
            str(dice.choice(item.split("|"))) for item in question.get("must_mention", ["x"]) if dice.random() > 0.1
        ]
        words += question.get("must_not_mention", [])[: dice.choice([0, 0, 0, 1])]
        cited = [{"source": f"{source}.md", "quote": ""} for source in question.get("cites", []) if dice.random() > 0.3]
        answered = dice.random() < (0.9 if question.get("answerable", True) else 0.3)
        answers.append({"id": question["id"], "answered": answered, "text": ", ".join(words), "citations": cited})
    answers.pop()
    (tmp_path / "answers.jsonl").write_text("".join(json.dumps(answer) + "\n" for answer in answers))
    expected = reference(
        "qa_score.py", "--questions", str(file), "--answers", str(tmp_path / "answers.jsonl"), "--json"
    )
    score = score_questions(questions, {answer["id"]: answer for answer in answers})
    assert 0 < score.right < score.total == len(questions)
    assert all(turns_of(q)[-1] for q in questions)
    assert {
        "right": score.share,
        "total": score.total,
        "groups": score.groups,
        "made_up": score.made_up,
        "uncited": score.uncited,
    } == expected


def reference(script: str, *arguments: str) -> Any:
    result = subprocess.run(
        [sys.executable, str(REFERENCE / script), *arguments], capture_output=True, text=True, check=True
    )
    return json.loads(result.stdout)
