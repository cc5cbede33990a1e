"""Text of articles and of users made harmless for Discord: shown as it is written, never as markup, link or mention."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from bot.answers.text import visible

_MARKUP = re.compile(r"([\\*_~`|<>\[\]()#])")
_MENTION = re.compile(r"@(?=everyone|here|[!&\d])|(?<=<)#(?=\d)", re.IGNORECASE)
_LINK = re.compile(r":(?=//)")
_DISCORD = re.compile(r"(discord)(\.(?:gg|com|new|gift)\b)", re.IGNORECASE)
_OPENING = re.compile(r"^([-+]|\d+(?=[.)](?:\s|$)))")
_ESCAPED = re.compile(r"\\([*_~`|<>\[\]])")
_GAP = "\u200b"
"""Parts what only works in one piece; takes no room."""


def escape(text: str) -> str:
    """One line of text, with everything that Discord gives a meaning taken out of force."""
    line = " ".join((text if text.isprintable() else visible(text)).split())
    line = _MENTION.sub(lambda met: met[0] + _GAP, line)
    line = _DISCORD.sub(rf"\1{_GAP}\2", line)
    line = _MARKUP.sub(r"\\\1", line)
    line = _LINK.sub(r"\\:", line)
    return _OPENING.sub(_opened, line)


def retold(text: str) -> str:
    """`escape` for a text that may repeat a question: what was escaped for a plain reader is not escaped twice."""
    return escape(_ESCAPED.sub(r"\1", text))


def _opened(met: re.Match[str]) -> str:
    """A number and its point would begin a list, and so would a dash."""
    return f"{met[0]}{_GAP}" if met[0].isdigit() else f"\\{met[0]}"


def link(label: str, url: str) -> str:
    """A masked link; the label alone where the address is none that may be followed."""
    target = safe_url(url)
    return f"[{escape(label)}](<{target}>)" if target else escape(label)


def safe_url(url: str, longest: int = 512) -> str:
    """`url` fit for a link, or nothing: http(s) only, a plain host, no password, no character that ends it."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or not host.isascii() or "@" in parts.netloc:
        return ""
    fit = quote(url.strip(), safe="/:?#&=%+,;~-._!$'*[]@")
    return fit if len(fit) <= longest else ""
