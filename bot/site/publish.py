"""A store into a folder of pages."""

from __future__ import annotations

from pathlib import Path

from bot.site.folder import refuse_foreign, replace
from bot.site.pages import Pages
from bot.site.shelf import read
from bot.store.read import Facts


def publish(facts: Facts, folder: Path, address: str = "") -> int:
    """Writes the site and returns how many files it has; NotWritten where it cannot be put there."""
    refuse_foreign(folder)
    return replace(folder, Pages(read(facts), address).all())
