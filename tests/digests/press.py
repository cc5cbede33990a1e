"""Articles that tests write, read as if extraction had understood every word of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.build import build
from bot.model.article import Article
from bot.model.statement import Quote, SlotValue, Statement
from bot.store.read import Facts


@dataclass(frozen=True)
class _Told:
    sentence: str
    kind: str
    slots: dict[str, SlotValue]


class Press:
    """Publishes articles into a folder and builds stores from it."""

    def __init__(self, folder: Path) -> None:
        self.seeds = folder / "seeds"
        self.db = folder / "facts.db"
        self.seeds.mkdir()
        self._told: dict[str, list[_Told]] = {}

    def publish(self, name: str, day: str, sentence: str, kind: str, **slots: SlotValue) -> None:
        """Adds one sentence, and the fact that stands in it, to an article; the first one makes the article."""
        told = self._told.setdefault(f"{name}.md", [])
        told.append(_Told(sentence, kind, slots))
        text = " ".join(one.sentence for one in told)
        published = f"published: {day}\n" if day else ""
        (self.seeds / f"{name}.md").write_text(f"---\ntitle: About {name}\n{published}---\n\n{text}\n", "utf-8")

    def withdraw(self, name: str) -> None:
        (self.seeds / f"{name}.md").unlink()

    def build(self) -> Facts:
        """The store of everything published by now."""
        build([self.seeds], self.db, extract=self._extract)
        return Facts.open(self.db)

    def _extract(self, article: Article) -> list[Statement]:
        found = []
        for told in self._told[Path(article.source).name]:
            start = article.raw.index(told.sentence)
            quote = Quote(start, start + len(told.sentence), told.sentence)
            found.append(Statement(article.id, told.kind, told.slots, quote))
        return found
