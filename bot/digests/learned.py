"""What several builds changed, put together: for a channel that was told of none of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.state.arrivals import Arrivals
from bot.store.earlier import earlier
from bot.store.read import Facts
from bot.store.records import Change, EarlierBuild

_SECONDS = len("2025-10-06T09:00:00")


def missed_builds(facts: Facts, arrivals: Arrivals) -> list[EarlierBuild]:
    """The builds before this one that came after the last one noted, the oldest first; none where none was noted."""
    newest = arrivals.newest_name()
    if not newest:
        return []
    builds = earlier(facts)
    known = [number for number, build in enumerate(builds) if arrivals.knows(build.name)]
    if known:
        return builds[known[-1] + 1 :]
    return [build for build in builds if build.name[:_SECONDS] > newest[:_SECONDS]]


def in_all(changes: Iterable[Change]) -> list[Change]:
    """Several corrections of one value as one, from what was told first to what is told now; none where that is the
    same again. A dispute that a later build ended is none."""
    found: dict[tuple[str, str, str], Change] = {}
    for change in changes:
        key = (change.event, change.slot, change.what)
        if change.what == "corrected":
            found.pop((change.event, change.slot, "conflicting"), None)
            before = found.pop(key, None)
            if before is not None:
                change = replace(change, before=before.before)
                if change.before == change.after:
                    continue
        found[key] = change
    return list(found.values())
