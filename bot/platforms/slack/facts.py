"""One line of an answer for Slack: the fact with its doubts, and the sentence and article it rests on."""

from __future__ import annotations

import re

from bot.model.answer import Citation, Line
from bot.platforms.slack import limits
from bot.platforms.slack.escaping import fitted, link, literal, mrkdwn, plain, safe_url
from bot.platforms.slack.message import Block

LONGEST = 6000
"""Characters of one fact with its notes; no article tells a fact in that many."""

_QUOTE = 360
_ORIGIN = 200
_TITLE = 300
_SENTENCE = re.compile(r"[.!?。！？][\"'”’»)]*(?=\s|$)|[。！？]")
_CLAUSE = re.compile(r"[,;:](?=\s)|[，；：]")


def fact(line: Line) -> str:
    """The fact and, below it, what does not agree with it."""
    rows = [f"• {fitted(mrkdwn(line.text), LONGEST)}"]
    for note in line.notes:
        origins = ", ".join(_linked(citation) for citation in note.citations)
        row = f"⚠ {mrkdwn(note.text)}{f' ({origins})' if origins else ''}"
        if sum(map(len, rows)) + len(row) <= LONGEST:
            rows.append(row)
    return "\n".join(rows)


def sources(line: Line) -> str:
    """The sentence that says most with its article, the other articles after it; empty where there is none."""
    if not line.citations:
        return ""
    first, *others = line.citations
    said = mrkdwn(shortened(first.quote, _QUOTE))
    repeated = " ".join(first.quote.split()) in line.text
    told = f"“{said}” — {_linked(first)}" if said and not repeated else _linked(first)
    also = [_linked(other) for other in others if _linked(other) != _linked(first)]
    whole = " · also ".join((told, *dict.fromkeys(also)))
    return whole if len(whole) <= limits.CONTEXT else _linked(first)


def compact(line: Line) -> str:
    """The fact with its doubts and links, without the sentences."""
    told = fact(line)
    origins = ", ".join(dict.fromkeys(_linked(citation) for citation in line.citations))
    return f"{told}\n{origins}" if origins and len(told) + len(origins) < LONGEST else told


def spoken(line: Line) -> str:
    """The fact and its doubts in one line of plain text, for notifications and screen readers."""
    return "; ".join(plain(part.text) for part in (line, *line.notes))


def table_row(line: Line) -> list[Block]:
    """The fact as a row of a table: year, what happened, where it is told."""
    rows = [fitted(literal(line.text), LONGEST) or "—"]
    for note in line.notes:
        row = f"⚠ {literal(note.text)}"
        if sum(map(len, rows)) + len(row) <= LONGEST:
            rows.append(row)
    return [_cell(line.when[:4] or "—"), _cell("\n".join(rows)), _linked_cell(line)]


def cited(citation: Citation, number: int) -> str:
    """A source with the whole of its sentence."""
    title = fitted(mrkdwn(citation.title), _TITLE)
    about = f" — {title}" if title else ""
    return f"*{number}.* “{fitted(mrkdwn(citation.quote), LONGEST)}”\n{_linked(citation)}{about}"


def origin(citation: Citation) -> str:
    """Who published it and when, the article's title, or its file, where nobody is named."""
    named = ", ".join(
        part for part in (citation.publisher or citation.title or citation.source, citation.published) if part
    )
    return fitted(named, _ORIGIN)


def shortened(quote: str, longest: int) -> str:
    """A sentence that is not too long: the whole, or its beginning up to the end of a sentence or of a clause, never
    cut inside a name; nothing where it has no such place."""
    if len(quote) <= longest:
        return quote
    for end, mark in ((_SENTENCE, " …"), (_CLAUSE, " …")):
        ends = [met.end() for met in end.finditer(quote, 0, longest)]
        if ends and ends[-1] >= 40:
            return quote[: ends[-1]] + mark
    return ""


def _linked(citation: Citation) -> str:
    return link(origin(citation), citation.url)


def _cell(text: str) -> Block:
    return {"type": "raw_text", "text": text}


def _linked_cell(line: Line) -> Block:
    elements: list[Block] = []
    for citation in {origin(c): c for c in reversed(line.citations)}.values():
        label, url = literal(origin(citation)), safe_url(citation.url)
        if not label:
            continue
        if elements:
            elements.insert(0, {"type": "text", "text": "; "})
        elements.insert(0, {"type": "link", "url": url, "text": label} if url else {"type": "text", "text": label})
    if not elements:
        return _cell("—")
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}
