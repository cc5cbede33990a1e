"""The statements of a shelf of articles, from memory where an article was read before by the same reader."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.llm.asking import Asked
from bot.model.article import Article
from bot.reading.cluster import read_across
from bot.reading.workers import Extractor, Outcome, how_many, outcome, read_apart
from bot.reading.written import read_back, written
from bot.store.remembered import Remembered

Progress = Callable[[int, int, str], None]
"""Called with how many articles are read, how many there are, and the name of the one being read."""


@dataclass(frozen=True, slots=True)
class Reader:
    """`load` gives what reads an article; `fingerprint` stands for all that it depends on beside the article."""

    load: Callable[[], Extractor]
    fingerprint: str = ""
    """Empty: unknown, and nothing is remembered."""
    workers: int | None = 1
    """In how many processes; None: as many as are worth it. More than one only where `load` is a module's function."""
    cluster: str = ""
    """The address of a Dask cluster that reads instead, or `local` for one on this machine; `load` as above."""

    def read(
        self, articles: Sequence[Article], memory: Remembered | None = None, progress: Progress | None = None
    ) -> tuple[list[Outcome], int]:
        """The outcome of each article, in their order, and how many had to be read."""
        if memory is None or not self.fingerprint:
            return self._read(articles, lambda place, told: None, progress, {}), len(articles)
        keys = [self._key(article) for article in articles]
        known = {place: read_back(text) for place, key in enumerate(keys) if (text := memory.get(key)) is not None}

        def remember(place: int, told: Outcome) -> None:
            if isinstance(told, str) or (isinstance(told, Asked) and told.failed):
                return  # what failed is tried again
            memory.put(keys[place], written(told))

        return self._read(articles, remember, progress, known), len(articles) - len(known)

    def _read(
        self,
        articles: Sequence[Article],
        remember: Callable[[int, Outcome], None],
        progress: Progress | None,
        known: Mapping[int, Outcome],
    ) -> list[Outcome]:
        missing = [place for place in range(len(articles)) if place not in known]
        begun = len(known)

        def begin(article: Article) -> None:
            nonlocal begun
            if progress is not None:
                progress(begun, len(articles), article.source)
            begun += 1

        outcomes = dict(known)
        for nth, told in self._outcomes([articles[place] for place in missing], begin):
            outcomes[missing[nth]] = told
            remember(missing[nth], told)
        if progress is not None:
            progress(len(articles), len(articles), "")
        return [outcomes[place] for place in range(len(articles))]

    def _outcomes(self, articles: Sequence[Article], begin: Callable[[Article], None]) -> Iterator[tuple[int, Outcome]]:
        processes = how_many(len(articles), self.workers)
        if self.cluster and articles:
            yield from read_across(articles, self.cluster, self.workers, self.load, begin)
        elif processes > 1:
            yield from read_apart(articles, processes, self.load, begin)
        elif articles:
            extract = self.load()
            for place, article in enumerate(articles):
                begin(article)
                yield place, outcome(extract, article)

    def _key(self, article: Article) -> str:
        """Of the reader and of all that is known of the article: whatever a reader may look at is in it."""
        return hashlib.sha256(f"{self.fingerprint}\n{article!r}".encode()).hexdigest()
