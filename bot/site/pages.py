"""Every page of the site, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from typing import Any

from bot.site.addresses import LETTERS, entity_page
from bot.site.changed import bundles
from bot.site.feed import feed
from bot.site.naming import Entry, entries
from bot.site.searching import index
from bot.site.shelf import Shelf, Topic, topics
from bot.site.telling import Row
from bot.site.templating import environment

TITLE = "The embodied-AI landscape"
FEED = "feed.xml"
STATIC = ("site.css", "search.js", "icon.svg")
_ON_A_PAGE = 400
_NEWEST = 12
_BUSIEST = 24
_DEALS = "deals"


class Pages:
    """Renders one shelf. `address` is where the site will stand on the web, empty where that is not known."""

    def __init__(self, shelf: Shelf, address: str = "") -> None:
        self._shelf = shelf
        self._address = address
        self._templates = environment()
        self._topics = [(topic, rows) for topic in topics(shelf.rows.values()) if (rows := shelf.of_topic(topic))]
        self._disputes = shelf.disputes()

    def all(self) -> Iterator[tuple[str, str]]:
        """Where each file lies in the site, and its text."""
        yield from self._around()
        for topic, rows in self._topics:
            yield from self._lists(topic, rows)
        yield from self._names()
        for entity in self._shelf.entities.values():
            yield self._entity(entity.id)
        for event in self._shelf.events:
            yield event.row.page, self._page("event.html", event.row.page, event.row.text, event=event)
        for article in self._shelf.articles:
            source, told = self._shelf.sources[article.id], self._shelf.of_source.get(article.id, [])
            yield source.page, self._page("source.html", source.page, source.title, source=source, events=told)
        yield FEED, feed(self._templates, self._shelf, TITLE, self._address)
        yield "search-index.js", index(self._shelf)
        for name in STATIC:
            yield name, files("bot.site").joinpath("static", name).read_text("utf-8")

    def _around(self) -> Iterator[tuple[str, str]]:
        """The pages that there is one of."""
        shelf = self._shelf
        yield (
            "index.html",
            self._page(
                "home.html", "index.html", "", newest=shelf.newest(_NEWEST), disputes=self._disputes,
                busiest=[(e.name, entity_page(e.id), len(shelf.of_entity[e.id])) for e in shelf.busiest(_BUSIEST)],
                counts=(len(shelf.rows), len(shelf.entities), len(shelf.articles)),
            ),
        )  # fmt: skip
        told = [(shelf.sources[article.id], len(shelf.of_source.get(article.id, ()))) for article in shelf.articles]
        yield "sources.html", self._page("sources.html", "sources.html", "Sources", sources=told)
        yield "disputes.html", self._page("disputes.html", "disputes.html", "Disputes", disputes=self._disputes)
        yield (
            "changes.html",
            self._page(
                "changes.html", "changes.html", "What changed", built=shelf.built_at[:10],
                bundles=bundles(shelf.changes, shelf.rows),
                before=[(day, some) for day, listed in shelf.changes_before if (some := bundles(listed, shelf.rows))],
                newest=shelf.newest(2 * _NEWEST),
            ),
        )  # fmt: skip

    def _lists(self, topic: Topic, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
        """A list over as many pages as it takes, by year."""
        parts = [rows[at : at + _ON_A_PAGE] for at in range(0, len(rows), _ON_A_PAGE)]
        names = [f"{topic.page}.html", *(f"{topic.page}-{number}.html" for number in range(2, len(parts) + 1))]
        for number, (name, part) in enumerate(zip(names, parts, strict=True), 1):
            title = topic.name if number == 1 else f"{topic.name}, page {number}"
            yield (
                name,
                self._page(
                    "topic.html", name, title, topic=topic, years=by_year(part), number=number, pages=names,
                    total=len(rows), deals=topic.page == _DEALS,
                ),
            )  # fmt: skip

    def _names(self) -> Iterator[tuple[str, str]]:
        listed = entries(self._shelf.entities.values())
        letters = [(f"names/{one}.html", LETTERS[one], len(names)) for one, names in listed.items()]
        yield "names.html", self._page("names.html", "names.html", "Names", letters=letters)
        for one, names in listed.items():
            path = f"names/{one}.html"
            yield path, self._letter(path, LETTERS[one], names, letters)

    def _letter(self, path: str, label: str, names: list[Entry], letters: list[tuple[str, str, int]]) -> str:
        return self._page("letter.html", path, f"Names: {label}", label=label, names=names, letters=letters)

    def _entity(self, entity_id: str) -> tuple[str, str]:
        shelf = self._shelf
        entity, above = shelf.entities[entity_id], shelf.above[entity_id]
        path = entity_page(entity_id)
        parent = (above.name, entity_page(above.id) if above.id in shelf.entities else "") if above else None
        return path, self._page(
            "entity.html", path, entity.name, entity=entity, years=by_year(shelf.of_entity[entity_id]), parent=parent,
            parts_of=[(child.name, entity_page(child.id)) for child in shelf.below[entity_id]],
            total=len(shelf.of_entity[entity_id]),
        )  # fmt: skip

    def _page(self, template: str, path: str, title: str, **given: Any) -> str:
        return self._templates.get_template(template).render(
            site=TITLE, title=title, path=path, root="../" * path.count("/"), feed=FEED,
            menu=[(topic, len(rows)) for topic, rows in self._topics], **given,
        )  # fmt: skip


def by_year(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Rows, the latest first, under their years; those without a day at the end, under none."""
    return [(year, list(inside)) for year, inside in groupby(rows, key=lambda row: row.year)]
