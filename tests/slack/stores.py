"""What the Slack tests answer from: the gold facts of the corpus as a store, and a shelf in place of the state."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.build import build
from bot.model.article import Article
from bot.model.statement import Quote, Statement, slots_from_json

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests/corpus/gold"


class Shelf:
    """Keeps long button values as `bot.state` does, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def shorten(self, value: str, ttl: timedelta) -> str:
        key = hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
        self.kept[key] = value
        return key

    def lengthen(self, key: str) -> str | None:
        return self.kept.get(key)


def _first(value: Any) -> Any:
    """Gold names several values where any of them counts; a store holds one."""
    if isinstance(value, dict) and set(value) == {"any"}:
        return next((_first(one) for one in value["any"] if one is not None), None)
    if isinstance(value, dict):
        return {key: _first(part) for key, part in value.items()}
    if isinstance(value, list):
        found = [_first(part) for part in value]
        return [one for part in found if part is not None for one in (part if isinstance(part, list) else [part])]
    return value


_MANY = ("parties", "founders", "customer", "investors")


def _slots(fact: dict[str, Any]) -> Any:
    raw = {key: _first(value) for key, value in fact.items()}
    for key, value in list(raw.items()):
        if isinstance(value, list) and key in _MANY and key != "investors":
            raw[key] = [one["name"] if isinstance(one, dict) else one for one in value]
        elif isinstance(value, list) and key not in _MANY:
            raw[key] = value[0] if value else None
    return slots_from_json(raw)


def told(article: Article) -> list[Statement]:
    """The gold facts of an article in place of extracted ones: no language model has to be loaded."""
    out = []
    for fact in json.loads((GOLD / f"{Path(article.source).stem}.json").read_text("utf-8"))["facts"]:
        quote = re.search(r"\s+".join(re.escape(word) for word in fact["quote"].split()), article.raw)
        if quote:
            where = Quote(quote.start(), quote.end(), quote[0])
            out.append(Statement(article.id, fact["kind"], _slots(fact), where))
    return out


def build_corpus(path: Path) -> Path:
    """The store of the whole corpus."""
    build([ROOT / "seeds"], path, extract=told)
    return path
