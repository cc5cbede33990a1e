"""One file to one Article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from pathlib import Path

from bot.articles.dating import dateline, from_file_name, published_from
from bot.articles.decoding import decode
from bot.articles.errors import UnreadableArticle, printable
from bot.articles.folding import fold
from bot.articles.frontmatter import Head, read_head
from bot.articles.heading import split_heading
from bot.articles.inferring import inferred_date
from bot.articles.junk import without_junk
from bot.articles.markdown import links_of, paragraphs
from bot.articles.mending import mend
from bot.articles.opening import read_bytes
from bot.articles.page import read_page
from bot.articles.traced import Traced, join
from bot.model.article import Article
from bot.model.when import When
from bot.names import default_registry

FORMATS = {".md": "md", ".markdown": "md", ".txt": "txt", ".html": "html", ".htm": "html"}
"""The suffixes of articles and the format each stands for."""

MAX_CHARS = 500_000
MAX_LINES = 20_000
"""Longer than any article; a page of HTML may be longer before its text is taken out."""


_WRITTEN_BREAK = re.compile(r"(?<!\\n)(?:\\r\\n|(?<!\\r)\\n)(?:(?:\\r)?\\n)*+(?=[A-Z\d\"“‘(*#-]|\s|\Z)")
"""Line breaks that a feed wrote as a backslash and a letter: "robots.\\nVantor said"; all that stand in a row."""
_SPACES = re.compile(r" {2,}")
_HALVES = re.compile(r"[\ud800-\udfff]")
"""Halves of characters, as escapes of JSON, YAML and HTML can bring them: no file and no database takes them."""
_MAX_PUBLISHER = 80
_STAMP = re.compile(r"\s{0,20}(?:date|published(?: on)?|posted(?: on)?):? (\d{4}-\d\d-\d\d)\s{1,20}", re.IGNORECASE)
"""The day that a page was saved with, glued to the first sentence of its text."""


def read_article(path: Path, published: When | None = None, known_names: Collection[str] | None = None) -> Article:
    """The article in a file; UnreadableArticle says in one line why it is none. `published` overrides the file's date.

    `known_names` are names that glued words may be split at, beside those that the article itself writes; those of the
    registry unless others are given.
    """
    fmt = FORMATS.get(path.suffix.lower())
    if fmt is None:
        raise UnreadableArticle(f"not an article's suffix: name it {', '.join(FORMATS)}")
    return article_from_text(printable(path.name), decode(read_bytes(path)), fmt, published, known_names)


def article_from_text(
    source: str, raw_text: str, fmt: str, published: When | None = None, known_names: Collection[str] | None = None
) -> Article:
    """The article in a decoded file named `source`; `fmt` is "md", "txt" or "html"."""
    if fmt not in FORMATS.values():
        raise ValueError(f"not a format: {fmt!r}")
    if fmt == "html":
        head, raw = read_page(raw_text)
    else:
        head, raw = (read_head(raw_text) if fmt == "md" else Head()), raw_text
    raw = _HALVES.sub("\ufffd", raw)
    if len(raw) > MAX_CHARS or raw.count("\n") > MAX_LINES:
        raise UnreadableArticle(f"longer than {MAX_CHARS:,} characters or {MAX_LINES:,} lines: keep only the article")

    body = fold(Traced.of(raw, head.end)).sub(_WRITTEN_BREAK, "\n\n")
    stamp = _STAMP.match(body.text)
    body = body.cut(stamp.end(), len(body)) if stamp else body
    found = paragraphs(body, marked=fmt == "md")
    heading = split_heading(without_junk(found), pasted=fmt == "txt", title=head.title)
    title = heading.title or _title_in_head(raw, head)
    lang = _language(body.text, head.lang)
    texts = [title, *heading.body] if title is not None else heading.body
    texts = [t.sub(_SPACES, " ").strip() for t in texts if t.text.strip()]
    if not texts or not (heading.body or heading.title):
        raise UnreadableArticle("no article text in it: paste the body, too")
    texts = mend(texts, default_registry().spellings if known_names is None else known_names) if lang == "en" else texts
    clean = join(texts, "\n\n")
    stamped = published_from(stamp[1]) if stamp else None
    told = published or head.published or stamped or heading.published or _dated(source, [t.text for t in heading.body])
    inferred = None if told else inferred_date(clean.text)
    links = dict.fromkeys((*head.links, *links_of(body.text if fmt == "md" else "")))
    return Article(
        source=source,
        raw=raw,
        text=clean.text,
        offsets=clean.offsets(),
        title=texts[0].text if title is not None else _plain(head.title),
        published=told or inferred,
        published_inferred=inferred is not None,
        publisher=_plain(head.publisher)[:_MAX_PUBLISHER] or heading.publisher,
        url=head.url,
        lang=lang,
        links=tuple(links),
        id=hashlib.sha256(clean.text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
    )


def _plain(line: str) -> str:
    """What the head says, without what is invisible or turns the direction of writing around."""
    return fold(Traced.of(line)).text.strip()


def _dated(source: str, body: list[str]) -> When | None:
    """A dateline's day, its year from the file name where it has none; else the file name's date."""
    named = from_file_name(source)
    year = named.start.year if named else None
    day = next((d for p in body[:3] if (d := dateline(p, year))), None)
    return day or named


def _title_in_head(raw: str, head: Head) -> Traced | None:
    """The title where the front matter writes it, so that it can be quoted; None where YAML spells it otherwise."""
    if not head.title:
        return None
    key = re.search(r"^[ \t]*[\"']?title[\"']?[ \t]*:", raw[: head.end], re.MULTILINE)
    if not key:
        return None
    at, origin = key.end(), []
    for char in head.title:
        while at < head.end and raw[at] != char and (raw[at] in "\\\"'>|" or raw[at].isspace()):
            at += 1
        if at >= head.end or raw[at] != char:
            if char != " ":
                return None
            at -= 1  # a folded line: its white space was passed already
        origin.append(at)
        at += 1
    return fold(Traced(head.title, origin)).strip()


def _language(text: str, stated: str) -> str:
    """The language by script (zh, ja, ko), else what the head states ("en-GB" is en), else en.

    A head that states an Asian language above Latin text speaks of what was translated.
    """
    written = _by_script(text)
    if written != "en":
        return written
    short = re.split(r"[-_\s]", stated.strip().lower(), maxsplit=1)[0][:2]
    return short if short.isalpha() and short not in {"", "zh", "ja", "ko"} else "en"


def _by_script(text: str) -> str:
    """A coarse guess: zh, ja, ko, else en."""
    sample = text[:20_000]
    han = sum(1 for c in sample if "\u4e00" <= c <= "\u9fff")
    kana = sum(1 for c in sample if "\u3041" <= c <= "\u30ff")
    hangul = sum(1 for c in sample if "\uac00" <= c <= "\ud7a3")
    latin = sum(1 for c in sample if c.isascii() and c.isalpha()) / 4  # a Latin word takes about as many letters
    if max(han, kana, hangul) <= latin:
        return "en"
    if hangul > han:
        return "ko"
    return "ja" if kana > 0.1 * han else "zh"
