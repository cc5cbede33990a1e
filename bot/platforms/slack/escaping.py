"""Text of articles and of users made harmless for Slack: shown as it is written, never as mention, link or markup."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from bot.answers.text import visible
from bot.platforms.slack import limits

_EVERYBODY = re.compile(r"@(?=channel|here|everyone|group)", re.IGNORECASE)
_LOOK_ALIKE = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_AT_AN_EDGE = re.compile(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)")
"""Marks of formatting count at the edge of a word only: `o1_preview` is left as it is."""
_HOST = re.compile(r"[A-Za-z0-9.:-]+")


def plain(text: str) -> str:
    """One line for a plain_text element or the text beside the blocks. No mention of everybody survives."""
    line = " ".join(visible(text).split())
    line = _EVERYBODY.sub("＠", line)
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def mrkdwn(text: str) -> str:
    """One line for a mrkdwn element: as `plain`, and nothing in it turns bold or into code."""
    return _AT_AN_EDGE.sub(lambda met: met[0].translate(_LOOK_ALIKE), plain(text))


def literal(text: str) -> str:
    """One line for elements that Slack takes literally (cells of tables): no sequence of `plain` needs escaping there,
    so what could begin one is replaced."""
    line = _EVERYBODY.sub("＠", " ".join(visible(text).split()))
    return line.replace("<", "‹").replace(">", "›")


def link(label: str, url: str) -> str:
    """A link of mrkdwn; the label alone where the address is none that may be followed."""
    target, shown = safe_url(url), mrkdwn(label)
    return f"<{target.replace('&', '&amp;')}|{shown}>" if target and shown else shown


def safe_url(url: str) -> str:
    """`url` fit for a link, or nothing: http and https only, a host, no user name or password, no character that would
    end the link."""
    url = visible(url).strip()
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or not _HOST.fullmatch(host) or "@" in parts.netloc:
        return ""
    rest = url[len(parts.scheme) :]
    fit = parts.scheme + quote(rest, safe="/:?#&=%+,;~-._!$'()*[]")
    return fit if len(fit) <= limits.LINK // 2 else ""


_SEQUENCE = re.compile(r"<([^<>]*)>")
_BARE_ADDRESS = re.compile(r"^(?:https?|mailto|tel):", re.IGNORECASE)


def said(text: str, me: str = "") -> str:
    """What a person wrote, out of Slack's form: links by their labels, mentions of `me` left out, entities undone."""

    def undone(met: re.Match[str]) -> str:
        target, _, label = met[1].partition("|")
        if target.startswith("@"):
            return "" if target[1:] == me else f"@{label or 'somebody'}"
        if target.startswith("!"):
            return ""
        if target.startswith("#"):
            return f"#{label}" if label else ""
        return label or _BARE_ADDRESS.sub("", target).removeprefix("//")

    plainly = _SEQUENCE.sub(undone, text)
    return " ".join(plainly.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split())


def fitted(text: str, longest: int) -> str:
    """An escaped text cut between words where it is too long, never inside an entity such as `&amp;`."""
    if len(text) <= longest:
        return text
    head = text[: longest - 2]
    cut = head.rfind(" ")
    if cut < longest // 2:
        cut = len(head)
        broken = re.search(r"&[a-z]{0,3}$", head)
        if broken:
            cut = broken.start()
    return head[:cut].rstrip() + " …"
