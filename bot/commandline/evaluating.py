"""`bot eval`: reads the gold's articles, asks the questions, and prints how well both went."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bot.articles import FORMATS, UnreadableArticle, read_article
from bot.commandline.output import Progress, Refusal
from bot.evaluation.compare import stem
from bot.evaluation.facts import FactScore, score_facts
from bot.evaluation.questions import QuestionScore, score_questions, turns_of

GOLD = Path("tests/corpus/gold")
QUESTIONS = Path("tests/corpus/questions.json")
TRAINING = Path("data/train")
TEXTS = (Path("seeds"),)


def evaluate(gold: Path | None, texts: Sequence[Path] | None, questions: Path | None, errors: bool) -> None:
    """Scores facts, questions or, where neither is named, both of the corpus that ships."""
    both = gold is None and questions is None
    folders = list(texts or TEXTS)
    for folder in folders:
        if not folder.is_dir():
            raise Refusal(f"bot eval: {folder}: no such folder: name the folder of the articles with --text")
    if gold is not None or both:
        print_facts(_score_facts(gold or GOLD, folders), errors)
    if both:
        print()
    if questions is not None or both:
        print_questions(_score_questions(questions or QUESTIONS, folders), errors)


def cross_validate(texts: Sequence[Path] | None, epochs: int) -> None:
    """Prints the score of each folder with the models trained on the others, and the mean."""
    folders = list(texts or sorted(p for p in TRAINING.glob("*") if any(p.glob("*.md"))))
    for folder in folders:
        if not folder.is_dir():
            raise Refusal(f"bot eval: {folder}: no such folder: name folders of annotated articles with --text")
    if len(folders) < 2:
        raise Refusal("bot eval: cross-validation leaves out one folder of several: name two or more with --text")
    from bot.training import cross_validation

    scores: list[FactScore] = []
    try:
        for name, score in cross_validation.cross_validate(folders, epochs):
            print(f"== {name}")
            print_facts(score, errors=False)
            scores.append(score)
    except ModuleNotFoundError as error:
        raise Refusal(
            f"bot eval: {error.name} is missing: pip install -e '.[train]' brings what training needs"
        ) from None
    rows = [next(row for row in score.rows() if row[0] == "all") for score in scores]
    means = [sum(getattr(part, what) for part in column) / len(rows)
             for column in zip(*[(facts, slots) for _, facts, slots in rows], strict=True)
             for what in ("precision", "recall", "f1")]  # fmt: skip
    print("== mean of all\nfacts P {:.2f} R {:.2f} F1 {:.2f}   slots P {:.2f} R {:.2f} F1 {:.2f}".format(*means))


def print_facts(score: FactScore, errors: bool) -> None:
    if errors:
        for miss in score.misses:
            print(f"{miss.what:8} {miss.article} {json.dumps(miss.fact, ensure_ascii=False)}")
    print(f"{'kind':12} {'P':>5} {'R':>5} {'F1':>5} {'gold':>5}   slots {'P':>5} {'R':>5} {'F1':>5}")
    for kind, facts, slots in score.rows():
        of_facts = f"{facts.precision:5.2f} {facts.recall:5.2f} {facts.f1:5.2f} {facts.gold:5d}"
        print(f"{kind:12} {of_facts}         {slots.precision:5.2f} {slots.recall:5.2f} {slots.f1:5.2f}")
    if score.grounded_share is not None:
        print(f"grounded {score.grounded_share:.3f} of {score.quoted}")


def print_questions(score: QuestionScore, errors: bool) -> None:
    if errors:
        for error in score.errors:
            print(error)
    for name, (right, total) in score.groups.items():
        if total:
            print(f"{name:13} {right:4d}/{total:<4d} {right / total:.2f}")
    print(
        f"{'all':13} {score.right:4d}/{score.total:<4d} {score.share:.2f}"
        f"   made up {score.made_up:.2f}   answered without a citation {score.uncited}"
    )


def _score_facts(folder: Path, texts: Sequence[Path]) -> FactScore:
    golds = {path.stem: _json(path) for path in sorted(folder.glob("*.json"))}
    golds = {name: gold for name, gold in golds.items() if isinstance(gold, dict) and "facts" in gold}
    if not golds:
        raise Refusal(f"bot eval: {folder}: no gold in it: name a folder of JSON files with --gold")
    articles = _articles(texts)
    missing = sorted(set(golds) - set(articles))
    if missing:
        raise Refusal(f"bot eval: no article for {missing[0]}.json below {_listed(texts)}: add its folder with --text")
    from bot.extraction import extract

    progress = Progress("reading")
    preds: dict[str, list[dict[str, Any]]] = {}
    read: dict[str, str] = {}
    for done, name in enumerate(golds):
        progress(done, len(golds), name)
        try:
            article = read_article(articles[name])
        except UnreadableArticle as error:
            raise Refusal(f"bot eval: {articles[name]}: {error.reason}") from None
        preds[name] = [statement.to_json() for statement in extract(article)]
        read[name] = articles[name].read_text(encoding="utf-8", errors="replace")
    progress.done()
    return score_facts(golds, preds, read)


def _score_questions(file: Path, texts: Sequence[Path]) -> QuestionScore:
    listed = _json(file)
    if not isinstance(listed, list) or not all(isinstance(q, dict) and turns_of(q)[-1] for q in listed):
        raise Refusal(f"bot eval: {file}: not a list of questions: each is an object with question or turns")
    questions = [{**q, "id": str(q.get("id") or f"{file.stem}-{n}")} for n, q in enumerate(listed)]
    from bot.build import build
    from bot.commandline.asking import opened, respond

    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "facts.db"
        progress = Progress("building")
        build(texts, db, progress=progress)
        progress.done()
        with opened(db) as app:
            requests = (json.dumps({"id": q["id"], "turns": turns_of(q)}).encode() for q in questions)
            answers = {str(reply["id"]): reply for reply in (respond(app, request) for request in requests)}
    return score_questions(questions, answers)


def _articles(folders: Iterable[Path]) -> dict[str, Path]:
    """The articles below some folders by their stem."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in FORMATS:
                found.setdefault(stem(path.name), path)
    return found


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        raise Refusal(f"bot eval: {path}: {error.strerror}: name another file") from None
    except ValueError as error:
        raise Refusal(f"bot eval: {path}: not JSON: {error}") from None


def _listed(folders: Sequence[Path]) -> str:
    return ", ".join(map(str, folders))
