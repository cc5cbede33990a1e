"""From lines to paragraphs: Markdown marks, bullets, tables and hard-wrapped lines become plain reading text."""

from __future__ import annotations

import re

from bot.articles.columns import barred
from bot.articles.traced import Traced, join

_COMMENT = re.compile(r"<!--[^<]{0,5000}?-->")
_BREAK = re.compile(r"</?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|blockquote)\b[^<>\n]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>\n]{0,300})?/?>")
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{0,2000}(?:\s[^()\n]{0,200})?\)")
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\n]{1,300})\]\((?P<url>[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)(?:\s[^()\n]{0,200})?\)"
)
_AUTOLINK = re.compile(r"<(?P<url>https?://[^<>\s]{1,2000})>")
_FOOTNOTE = re.compile(r"(?<=[\w.,;:!?\"')])\[\^?\d{1,3}\](?!\()")
_STRONG = re.compile(r"(?<!\\)(?P<mark>\*\*\*|\*\*|__|~~)(?=\S)(?P<text>[^\n]{1,300}?)(?<=\S)(?P=mark)")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?P<mark>[*_])(?=[^\s*_])(?P<text>[^\n*_]{1,300}?)(?<=[^\s*_\\])(?P=mark)(?![\w*])"
)
_CODE = re.compile(r"`{1,3}(?P<text>[^`\n]{1,300})`{1,3}")
_ESCAPE = re.compile(r"\\(?P<text>[\\`*_{}\[\]()#+.!|~>-])")

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?=\S)|(?<!\s)\s+#+\s*$")
_RULE = re.compile(r"^\s*(?:[-*_=#~•·■]\s*){3,}$|^\s*(?:```|~~~)\S*\s*$")
_TABLE_RULE = re.compile(r"^\s{0,9}\|?\s{0,9}:?-{2,}:?\s{0,9}(?:\|\s{0,9}:?-{2,}:?\s{0,9})*\|?\s{0,9}$")
_TABLE_ROW = re.compile(r"^\s*\|(?P<row>.*?)\|?\s{0,9}$")
_CELLS = re.compile(r"\S \| [^|\n]{1,200} \| \S")
_BULLET = re.compile(r"^\s*(?:>\s?)*(?:[-*+•·▪●◦■▶►‣]\s+|(?P<number>\d{1,2})[.)]\s+(?=\S))")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_SPACES = re.compile(r" {3,}")
_ENDS = re.compile(r"[.!?:;。！？：；…][\"')\]]*$")


def links_of(text: str) -> list[str]:
    """The web addresses that the Markdown text links to."""
    found = [(m.start(), m["url"]) for p in (_LINK, _AUTOLINK) for m in p.finditer(text)]
    return [url for _, url in sorted(found) if url.startswith(("http://", "https://"))]


def paragraphs(body: Traced, marked: bool) -> list[Traced]:
    """The paragraphs of a folded body; `marked` for Markdown, otherwise only bullets and wrapping are looked at.

    Two spaces in a row are left: in the line under a title they part its columns.
    """
    body = barred(body).sub(_SPACES, "  ").sub(_IMAGE, "")  # pasted web pages carry images, too
    if marked:
        body = body.sub(_COMMENT, "").sub(_AUTOLINK, "").sub(_BREAK, "\n").sub(_TAG, "")
        body = body.keep(_LINK, "text").sub(_FOOTNOTE, "").keep(_CODE, "text")
        body = body.keep(_STRONG, "text").keep(_EMPHASIS, "text").keep(_ESCAPE, "text")
    out: list[Traced] = []
    block: list[Traced] = []
    for line in body.lines():
        item = _own_paragraph(line, marked)
        if item is None:
            block.append(line.sub(_QUOTE, "").strip() if marked else line.strip())
            continue
        out += _unwrapped(block)
        block = []
        if item.text:
            out.append(item)
    out += _unwrapped(block)
    return out


def _own_paragraph(line: Traced, marked: bool) -> Traced | None:
    """A line that stands for itself (blank, rule, heading, bullet, table row), cleaned; None for running text."""
    text = line.text
    if not text.strip() or _RULE.match(text):
        return Traced("", ())
    if marked:
        if _TABLE_RULE.match(text):
            return Traced("", ())
        if row := _TABLE_ROW.match(text):
            return line.cut(*row.span("row")).strip()
        if _HEADING.match(text):
            return line.sub(_HEADING, "").strip()
    if _CELLS.search(text):
        return line.strip()
    bullet = _BULLET.match(text)
    if bullet and (marked or not bullet["number"]):
        return line.cut(bullet.end(), len(line)).strip()
    return None


def _unwrapped(block: list[Traced]) -> list[Traced]:
    """Lines of a block: joined where an editor wrapped them, else a paragraph each."""
    if len(block) < 2:
        return block
    inner = block[:-1]
    wrapped = all(45 <= len(line) <= 110 for line in inner) and any(
        not _ENDS.search(line.text) and following.text[:1].islower()
        for line, following in zip(inner, block[1:], strict=True)
    )
    if wrapped:
        return [join(block, " ")]
    groups = [[block[0]]]
    for line in block[1:]:
        before = groups[-1][-1]
        broken = len(before) >= 45 and not _ENDS.search(before.text) and line.text[:1].islower()
        if broken:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [join(group, " ") for group in groups]
