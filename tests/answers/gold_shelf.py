"""Stores of annotated facts: what answers make of perfect extraction. Skipped where the shared articles are missing."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.build import build
from bot.model.article import Article
from bot.model.statement import Quote, Statement, slots_from_json

SHARED = Path(os.environ.get("BOT_SHARED", Path(__file__).parents[3] / "shared"))
PRACTICE = ("t1", "t3", "t4", "t5", "t6")
FRESH = ("t20", "t21")
TRAIN = Path(__file__).parents[2] / "data" / "train"
UNSEEN = Path(__file__).parents[1] / "unseen"
QUESTIONS = Path(__file__).parents[1] / "questions"
_LISTS = ("parties", "founders", "customer", "investors")
_KEY = 150


def corpus(folder: Path) -> Path:
    """The store of the shared corpus."""
    texts = SHARED / "corpus"
    return _built([texts], {_key(f.read_text()): _gold("corpus", f.stem) for f in texts.glob("*.md")}, folder)


def practice(folder: Path) -> Path:
    """The store of the shared practice articles."""
    return _annotated([SHARED / "train" / name for name in PRACTICE], folder)


def fresh(folder: Path) -> Path:
    """The store of the dense articles that were written last."""
    return _annotated([TRAIN / name for name in FRESH], folder)


def unseen(folder: Path) -> Path:
    """The store of the articles that nobody builds with."""
    texts = folder / "unseen"
    texts.mkdir()
    for facts in UNSEEN.glob("*.json"):
        for file in (facts, facts.with_suffix(".md")):
            shutil.copy(file, texts)
    return _annotated([texts], folder)


def picked(name: str, folder: Path) -> Path:
    """The store of some articles of several folders; which ones, `tests/questions/shelves.json` says."""
    stems: dict[str, list[str]] = json.loads((QUESTIONS / "shelves.json").read_text())
    texts = folder / "picked"
    texts.mkdir()
    for stem in stems[name]:
        place, _, rest = stem.partition("-")
        for ending in (".md", ".json"):
            shutil.copy(TRAIN / place / f"{rest}{ending}", texts / f"{stem}{ending}")
    return _annotated([texts], folder)


def _annotated(texts: list[Path], folder: Path) -> Path:
    """The store of articles that lie beside their facts."""
    files = [file for place in texts for file in place.glob("*.md")]
    return _built(texts, {_key(f.read_text()): json.loads(f.with_suffix(".json").read_text()) for f in files}, folder)


def _gold(name: str, stem: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHARED / "eval/gold" / name / f"{stem}.json").read_text())
    return found


def _key(text: str) -> str:
    """An article's end without white space: files of different folders bear the same names."""
    return "".join(text.split())[-_KEY:]


def _built(texts: list[Path], gold: dict[str, dict[str, Any]], folder: Path) -> Path:
    if not all(place.is_dir() for place in texts) or not gold:
        pytest.skip("the shared articles are not here")

    def extract(article: Article) -> list[Statement]:
        facts = gold[_key(article.raw)]["facts"]
        return [told for fact in facts if (told := _statement(article, fact)) is not None]

    store = folder / "gold.db"
    build(texts, store, extract=extract)
    return store


def _statement(article: Article, fact: dict[str, Any]) -> Statement | None:
    quote = _quoted(fact["quote"], article.raw)
    if quote is None:
        return None
    raw = {slot: _first(value) for slot, value in fact.items()}
    for slot, value in raw.items():
        if isinstance(value, list) and slot in ("parties", "founders", "customer"):
            raw[slot] = [one["name"] if isinstance(one, dict) else one for one in value]
        elif isinstance(value, list) and slot not in _LISTS:
            raw[slot] = value[0] if value else None
    return Statement(article.id, fact["kind"], slots_from_json(raw), quote)


def _quoted(text: str, raw: str) -> Quote | None:
    """Where a sentence stands first in an article, whatever white space parts its words there."""
    if (at := raw.find(text)) >= 0 and not re.search(r"\s\s|[^\S ]", text):
        return Quote(at, at + len(text), text)
    match = re.search(r"\s+".join(map(re.escape, text.split())), raw)
    return None if match is None else Quote(match.start(), match.end(), match[0])


def _first(value: Any) -> Any:
    """The first of several accepted values."""
    if isinstance(value, dict) and set(value) == {"any"}:
        return next((_first(one) for one in value["any"] if one is not None), None)
    if isinstance(value, dict):
        return {slot: _first(one) for slot, one in value.items()}
    if isinstance(value, list):
        flat: list[Any] = []
        for one in map(_first, value):
            flat += one if isinstance(one, list) else [] if one is None else [one]
        return flat
    return value
