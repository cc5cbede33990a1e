"""Where each page lies: file names that depend on nothing but what the page is about, and addresses safe to follow."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from urllib.parse import urlsplit

from bot.grammar.cjk import is_cjk

_PLAIN = re.compile(r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LONGEST = 80
DIGITS, CHINESE, OTHER = "digits", "cjk", "other"
LETTERS = {**{letter: letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}, DIGITS: "0–9", CHINESE: "中日韓"}
LETTERS[OTHER] = "Other"
"""The pages of the index in their order, with what each is called."""


def file_name(name: str) -> str:
    """The name of a file for an id: the id itself where any file system takes it, else with a hash at its end."""
    if len(name) <= _LONGEST and _PLAIN.match(name):
        return f"{name}.html"
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    start = re.sub(r"[^a-z0-9]+", "-", ascii_only)[: _LONGEST // 2].strip("-")
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{start}-{digest}.html" if start else f"{digest}.html"


def entity_page(entity: str) -> str:
    return f"entity/{file_name(entity)}"


def event_page(event: str) -> str:
    return f"event/{file_name(event)}"


def source_page(article: str) -> str:
    return f"source/{file_name(article)}"


def letter(name: str) -> str:
    """The page of the index on which a name stands."""
    first = next((char for char in unicodedata.normalize("NFKD", name).casefold() if char.isalnum()), "")
    if first and first in LETTERS:
        return first
    return DIGITS if first.isdecimal() else CHINESE if first and is_cjk(first) else OTHER


def outside(address: str) -> str:
    """The address of an article if it may be linked to, a plain page of the web; else nothing."""
    if not address or any(ord(char) <= 32 or unicodedata.category(char).startswith(("C", "Z")) for char in address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else ""
