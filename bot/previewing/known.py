"""The articles that are known already: those of the store, and files that wait for the next build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.articles import FORMATS, UnreadableArticle, read_article
from bot.articles.likeness import Originals
from bot.intake.findings import Copy
from bot.intake.seeds import bare_address
from bot.model.article import Article
from bot.store.read import Facts

_SENTENCES = 8
_HITS = 4


@dataclass(frozen=True, slots=True)
class Kin:
    """What a new article has to do with those that are known."""

    same_as: Copy | None = None
    copy_of: Copy | None = None
    replaced: str = ""
    """Id of that known one, where its text is another."""
    original: str = ""
    """Id of the article it copies."""


@dataclass
class Waiting:
    """Files of some folders, each read once for as long as it does not change."""

    _read: dict[Path, tuple[tuple[int, int], Article | None]] = field(default_factory=dict)

    def articles(self, folders: Sequence[Path]) -> Iterator[Article]:
        """Every article below the folders."""
        found = {path: path.relative_to(folder) for folder in folders for path in folder.rglob("*")}
        for path, inside in sorted(found.items()):
            hidden = any(part.startswith(".") for part in inside.parts)
            if path.suffix.lower() not in FORMATS or hidden or path.is_symlink() or not path.is_file():
                continue
            status = path.stat()
            mark = (status.st_mtime_ns, status.st_size)
            if path not in self._read or self._read[path][0] != mark:
                try:
                    self._read[path] = (mark, read_article(path))
                except UnreadableArticle:
                    self._read[path] = (mark, None)
            article = self._read[path][1]
            if article is not None:
                yield article


def kin(article: Article, facts: Facts | None, waiting: Sequence[Article]) -> Kin:
    """Which known article is this one already, and of which one is it a copy."""
    originals = Originals()
    known: dict[str, Copy] = {}
    same: Copy | None = None
    address = bare_address(article.url)
    for other in waiting:
        known[other.id] = Copy(other.source, other.title, other.url)
        originals.add(other.id, other.text)
    for stored in facts.articles() if facts is not None else ():
        known.setdefault(stored.id, Copy(stored.source, stored.title, stored.url))
    replaced = ""
    if article.id in known:
        same = known[article.id]
    elif address:
        replaced = next((key for key, one in known.items() if bare_address(one.url) == address), "")
        same = known.get(replaced)
    if facts is not None:
        for key in _candidates(article, facts):
            originals.add(key, " ".join(passage.text for passage in facts.passages(key)))
    like = originals.original(article.text, apart=article.id)
    if like is None or known[like.key] == same:
        return Kin(same, replaced=replaced)
    found = known[like.key]
    return Kin(same, Copy(found.source, found.title, found.url, round(like.share, 2)), replaced, like.key)


def _candidates(article: Article, facts: Facts) -> list[str]:
    """Articles of the store that hold sentences like the longest ones of this article."""
    sentences = sorted((s for p in article.text.split("\n\n") for s in p.split(". ")), key=len, reverse=True)
    hits = (passage.article for s in sentences[:_SENTENCES] for passage in facts.search(s[:300], _HITS))
    return list(dict.fromkeys(hits))
