"""What the builds before this one corrected, carried on from store to store for whoever did not see them served."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import Any

from bot.store.read import Facts
from bot.store.records import Change, EarlierBuild

KEPT = 50
"""Builds that are carried on; who misses more has missed what came before them."""

_NO_CORRECTION = ("new", "corroborated")
"""What articles tell by being there needs no carrying."""


def build_name(facts: Facts) -> str:
    """What tells a build from every other: two of one second by what they hold and what they changed."""
    articles = sorted((article.source, article.id) for article in facts.articles())
    changes = [(change.what, change.event, change.slot, change.after) for change in facts.changes()]
    content = hashlib.blake2b(json.dumps([articles, changes]).encode(), digest_size=8).hexdigest()
    return f"{facts.built_at()} {content}"


def corrections(facts: Facts) -> tuple[Change, ...]:
    """What the build that made the store changed of what was told before."""
    return tuple(change for change in facts.changes() if change.what not in _NO_CORRECTION)


def earlier(facts: Facts) -> list[EarlierBuild]:
    """The builds before it, the oldest first."""
    return [
        EarlierBuild(one["name"], tuple(Change(**{**c, "entities": tuple(c["entities"])}) for c in one["changes"]))
        for one in facts.report().get("earlier", ())
    ]


def carried(before: Facts) -> list[dict[str, Any]]:
    """What the next store holds of the builds before it: those of this one, and this one."""
    builds = [*earlier(before), EarlierBuild(build_name(before), corrections(before))]
    return [asdict(one) for one in builds[-KEPT:]]
