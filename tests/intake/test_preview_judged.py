"""What a new article would bring is told as administrators judged, whether the store was rebuilt since or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.build import build
from bot.intake.errors import Refused
from bot.intake.findings import Preview
from bot.intake.preview import Shelf, preview_bytes
from bot.model.judgement import Judgement
from bot.names.entry import Entry
from bot.names.registry import Registry
from bot.store.query import EventQuery
from bot.store.read import Facts
from tests.intake.near import NearReader

QUILLON = "Quillon Robotics raised $21 million in a Series A round led by Halvern Capital, it said on March 4, 2025."
TOLD_AGAIN = "For years nobody knew. Quillon Robotics raised $21 million in a Series A round led by Halvern Capital."
KUILONG = "Kuilong Robots raised $21 million in a Series A round led by Halvern Capital, it said on March 4, 2025."
LARGER = "Quillon Robotics raised $35 million in a Series A round led by Halvern Capital in March 2025, it was said."


@pytest.fixture(scope="module")
def reader() -> NearReader:
    return NearReader()


class Library:
    def __init__(self, root: Path, reader: NearReader) -> None:
        self.seeds, self.db, self.reader = root / "seeds", root / "facts.db", reader
        self.seeds.mkdir()
        self.judgements: list[Judgement] = []
        self.put("quillon.md", QUILLON)
        self.build()

    def put(self, name: str, text: str) -> None:
        (self.seeds / name).write_text(f"---\ntitle: News of {name}\npublished: 2025-03-05\n---\n\n{text}\n")

    def build(self) -> None:
        build([self.seeds], self.db, judgements=self.judgements, registry=Registry(()))

    def event(self, verdict: str, slot: str = "", value: str = "") -> Judgement:
        with Facts.open(self.db) as facts:
            (event,) = facts.events(EventQuery(kinds=("funding",)))
        return Judgement(verdict, (event.id,), ("x",), slot, value)  # type: ignore[arg-type]

    def statement(self) -> str:
        with Facts.open(self.db) as facts:
            (event,) = facts.events(EventQuery(kinds=("funding",)))
        return event.statements[0].id

    async def preview(self, text: str, name: str = "new.txt") -> Preview:
        shelf = Shelf(self.db, [self.seeds], self.judgements)
        return await preview_bytes(name, text.encode(), self.reader, shelf)

    async def round(self, text: str) -> str:
        (what,) = [fact.what for fact in (await self.preview(text)).facts if "Series A" in fact.text]
        return what


@pytest.fixture
def library(tmp_path: Path, reader: NearReader, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setattr("bot.previewing.reading.default_registry", lambda: Registry(()))
    return Library(tmp_path, reader)


def as_it_is(library: Library) -> None:
    """Judged, and not built yet."""


WAYS = pytest.mark.parametrize("then", [as_it_is, Library.build], ids=["not built yet", "built"])


def same(one: str, other: str) -> Judgement:
    ids = tuple(f"org-{name.casefold().replace(' ', '-')}" for name in (one, other))
    return Judgement("same", ids, (one, other))


async def test_without_judgements(library: Library) -> None:
    assert await library.round(TOLD_AGAIN) == "corroborated"
    assert await library.round(KUILONG) == "new"
    assert await library.round(LARGER) == "conflicting"


@WAYS
async def test_another_name_of_the_same(library: Library, then: Callable[[Library], None]) -> None:
    library.judgements = [same("Quillon Robotics", "Kuilong Robots")]
    then(library)
    assert await library.round(KUILONG) == "corroborated"


async def test_two_that_an_entry_makes_one(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.model.entity import Entity

    registry = Registry([Entry(Entity("org-quillon-robotics", "Quillon Robotics", "org", ("Kuilong Robots",)))])
    monkeypatch.setattr("bot.previewing.reading.default_registry", lambda: registry)
    for _ in ("not built yet", "built"):
        build([library.seeds], library.db, judgements=library.judgements, registry=registry)
        library.judgements = []
        assert await library.round(KUILONG) == "corroborated"
        ids = ("org-quillon-robotics", "org-quillon-robotics")
        library.judgements = [Judgement("different", ids, ("Quillon Robotics", "Kuilong Robots"))]
        assert await library.round(KUILONG) == "new"
        assert await library.round(TOLD_AGAIN) == "corroborated"


@WAYS
async def test_a_retracted_event_stays_retracted(library: Library, then: Callable[[Library], None]) -> None:
    library.judgements = [library.event("retract-event")]
    then(library)
    assert await library.round(TOLD_AGAIN) == "retracted"


@WAYS
async def test_a_retracted_statement_may_be_told_by_another(library: Library, then: Callable[[Library], None]) -> None:
    library.judgements = [Judgement("retract-statement", (library.statement(),), ("x",))]
    then(library)
    assert await library.round(TOLD_AGAIN) == "new"


@WAYS
async def test_a_value_that_was_put_right_ends_the_dispute(library: Library, then: Callable[[Library], None]) -> None:
    library.judgements = [library.event("correct", "amount", '{"value": 21000000, "currency": "USD"}')]
    then(library)
    assert await library.round(LARGER) == "corroborated"


@WAYS
async def test_a_retracted_article_is_refused(library: Library, then: Callable[[Library], None]) -> None:
    with Facts.open(library.db) as facts:
        (article,) = facts.articles()
    library.judgements = [Judgement("retract-article", (article.id,), (article.source,))]
    then(library)
    text = (library.seeds / "quillon.md").read_text()
    (library.seeds / "quillon.md").unlink()
    with pytest.raises(Refused, match="an administrator retracted this article"):
        await library.preview(text, "quillon.md")
