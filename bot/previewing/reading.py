"""From what came in to the article that a build would read, and to its preview."""

from __future__ import annotations

import base64
import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.articles import FORMATS, UnreadableArticle, article_from_text
from bot.articles.decoding import decode
from bot.articles.page import read_page
from bot.intake.findings import Fact, Preview
from bot.intake.seeds import Draft, compose, file_name
from bot.model.article import Article
from bot.model.judgement import parse
from bot.model.statement import Statement
from bot.names.registry import default_registry
from bot.previewing.comparing import compared
from bot.previewing.feed import parsed
from bot.previewing.known import Kin, Waiting, kin
from bot.store.read import Facts, NoStore

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,200}\bcharset|\?xml\b[^>]{0,100}\bencoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FEWEST = 200
"""Characters below which a page is no article: a consent form, a notice that scripts are needed."""


_PAGE = (
    "<!doctype html><html><head><title>Quillon raises money</title></head><body><article><h1>Quillon raises money</h1>"
    "<p>Quillon Robotics raised $1 million in 2024, it said. The money goes into a plant near Aarhus.</p>"
    "</article></body></html>"
)
"""What is read to load all that reading needs, the language model and what takes pages apart."""


class ReadingDesk:
    """Answers requests; keeps between them what is slow to load."""

    def __init__(self) -> None:
        self._waiting = Waiting()
        self._told: dict[str, list[Statement]] = {}
        """What the articles tell of which something was retracted."""

    def answer(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The reply to a request.

        To `{"do": "warm"}`, `{"do": "read", …}` of `bot.intake.preview`, or `{"do": "feed", …}` of `bot.intake.feeds`.
        """
        if request["do"] == "feed":
            return {"feed": parsed(base64.b64decode(request["body"]), str(request["type"]), str(request["url"]))}
        if request["do"] == "warm":
            self._facts_of(article_from_text("warm.html", _PAGE, "html"))
            return {"warm": True}
        draft, article, name, text = _article(request)
        folders = [Path(folder) for folder in request["folders"]]
        with _store(Path(request["db"])) as facts:
            waiting = list(self._waiting.articles(folders))
            known = kin(article, facts, waiting)
            told = self._compared(request, article, facts, known, waiting) if request["facts"] else []
        if draft is not None and known.copy_of is not None:
            text = compose(_syndicated(draft, known.copy_of.url or known.copy_of.source))
        preview = Preview(
            title=article.title,
            published=article.published.iso() if article.published else "",
            publisher=article.publisher,
            url=article.url,
            characters=len(article.text),
            facts=tuple(told),
            copy_of=known.copy_of,
            same_as=known.same_as,
            updated=bool(known.replaced),
            name=name,
            text=text,
        )
        return {"preview": preview.to_json()}

    def _compared(
        self, request: Mapping[str, Any], article: Article, facts: Facts | None, known: Kin, waiting: Sequence[Article]
    ) -> list[Fact]:
        judgements = [parse(line).judgement for line in request.get("judgements", ())]
        if any(j.verdict == "retract-article" and j.targets[0] == article.id for j in judgements):
            raise UnreadableArticle("an administrator retracted this article: no build reads it until that is undone")
        retracted: list[tuple[Article, list[Statement]]] = []
        if facts is not None and any(j.verdict == "retract-event" for j in judgements):
            withheld = facts.withheld()
            for other in waiting:
                if other.id in withheld:
                    if other.id not in self._told:
                        self._told[other.id] = self._facts_of(other)
                    retracted.append((other, self._told[other.id]))
        statements = self._facts_of(article)
        return compared(article, statements, facts, default_registry(), known, judgements, retracted)

    @staticmethod
    def _facts_of(article: Article) -> list[Statement]:
        from bot.extraction import extract  # loads the language model: only where facts are wanted

        return extract(article)


def _article(request: Mapping[str, Any]) -> tuple[Draft | None, Article, str, str]:
    """The article, the file it would become, and the draft where that file is not the one that was given."""
    name = str(request["name"])
    fmt = FORMATS[Path(name).suffix.lower()]
    text = _decoded(base64.b64decode(request["body"]), str(request.get("encoding", "")), fmt)
    url = str(request.get("url", ""))
    if not url and fmt != "html":
        return None, article_from_text(name, text, fmt), name, text
    draft = _page(request, text) if fmt == "html" else _plain(request, name, text, fmt)
    if url and sum(map(len, draft.paragraphs)) < _FEWEST:
        raise UnreadableArticle("there is too little text on that page to be an article: save its text as a file")
    name, text = file_name(draft), compose(draft)
    return draft, article_from_text(name, text, "md"), name, text


def _page(request: Mapping[str, Any], html: str) -> Draft:
    head, text = read_page(html)
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if paragraphs and paragraphs[0].strip() == head.title:
        del paragraphs[0]
    published = head.published.iso() if head.published else ""
    return _draft(request, head.title, published, head.publisher, head.url, paragraphs)


def _plain(request: Mapping[str, Any], name: str, text: str, fmt: str) -> Draft:
    article = article_from_text(name, text, fmt)
    paragraphs = article.text.split("\n\n")
    if article.title and paragraphs[0] == article.title:
        del paragraphs[0]
    published = article.published.iso() if article.published and not article.published_inferred else ""
    return _draft(request, article.title, published, article.publisher, article.url, paragraphs)


def _draft(
    request: Mapping[str, Any], title: str, published: str, publisher: str, url: str, paragraphs: list[str]
) -> Draft:
    """What a feed says of its article goes before what the page says; the address is the one it was fetched from."""
    fetched = str(request.get("fetched", ""))
    return Draft(
        title=str(request.get("title") or title),
        paragraphs=paragraphs,
        published=str(request.get("published") or published),
        publisher=str(request.get("publisher") or publisher),
        url=str(request.get("url") or url),
        fetched=datetime.fromisoformat(fetched) if fetched else None,
    )


def _syndicated(draft: Draft, original: str) -> Draft:
    return Draft(draft.title, draft.paragraphs, draft.published, draft.publisher, draft.url, draft.fetched, original)


def _decoded(data: bytes, told: str, fmt: str) -> str:
    """The text, by the character set that the server or the page names, else as files are decoded."""
    named = _CHARSET.search(data[:4096]) if fmt == "html" else None
    for name in (told, named[1].decode("ascii", "replace") if named else ""):
        try:
            if name and not data.startswith(_MARKS) and codecs.lookup(name).name not in ("utf-8", "ascii"):
                return data.decode(name)
        except (LookupError, ValueError):
            continue
    return decode(data)


@contextmanager
def _store(db: Path) -> Iterator[Facts | None]:
    """The running store, None where there is none yet."""
    try:
        facts = Facts.open(db)
    except NoStore:
        yield None
        return
    with facts:
        yield facts
