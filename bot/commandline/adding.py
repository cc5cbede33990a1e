"""`bot add`: what an article would bring, and whether it is kept."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from bot.commandline.administering import me
from bot.commandline.output import Failure, Refusal, one_line, print_json, warn
from bot.intake.errors import NotTaken, Refused
from bot.intake.findings import Fact, Preview, What
from bot.intake.preview import Shelf, accept, preview_file, preview_url
from bot.intake.reader import Reader
from bot.intake.set_up import fetcher, shelf
from bot.settings import Settings
from bot.state import State, StateError
from bot.state.places import is_there

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:(?!\\)")
_TITLES: dict[What, str] = {
    "conflicting": "contradict what is known",
    "corrected": "change what is known",
    "new": "new",
    "corroborated": "confirm what is known",
    "known": "known already",
    "retracted": "were retracted before and stay so",
}


def add(settings: Settings, what: str, yes: bool, json: bool, into: Path | None = None) -> None:
    """Shows the preview; writes the article into the inbox, or another folder, where it is wanted."""
    inbox = settings.inbox
    if into is not None:
        settings = settings.model_copy(update={"inbox": into})
    try:
        preview = asyncio.run(_preview(settings, what))
    except Refused as error:
        raise Refusal(f"bot add: {one_line(what)}: {error.reason}") from None
    except NotTaken as error:
        raise Failure(f"bot add: {one_line(what)}: {error.reason}") from None
    if json:
        print_json({name: value for name, value in preview.to_json().items() if name != "text"})
    else:
        print("\n".join(map(one_line, told(preview))))
    if preview.same_as is not None and not preview.updated:
        warn(f"bot add: not saved: it is there already as {preview.same_as.source}")
        return
    if not yes and not (sys.stdin.isatty() and _wanted()):
        warn("bot add: not saved: say yes, or give --yes")
        return
    file = accept(preview, settings.inbox)
    if file is None:
        warn(f"{settings.inbox / preview.name} is there already")
        return
    warn(f"saved as {file}: the next build reads it")
    _note(settings, preview, file, inbox)


async def _preview(settings: Settings, what: str) -> Preview:
    known = _shelf(settings)
    async with Reader() as reader:
        if _ADDRESS.match(what) and not Path(what).exists():
            return await preview_url(what, fetcher(settings), reader, known)
        return await preview_file(Path(what), reader, known)


def _note(settings: Settings, preview: Preview, file: Path, inbox: Path) -> None:
    """In the audit log, so that `bot facts undo` takes it back; from another folder than the inbox it takes nothing."""
    what = preview.url or preview.name
    try:
        with State.open(settings.state_place) as state:
            if file.parent.resolve() != inbox.resolve():
                state.audit.record(me(), "add", what, f"saved as {file}")
                return
            action = state.saved.note(me(), what, file.name)
    except StateError as error:
        warn(f"bot add: the audit log does not tell of it: {error}")
        return
    warn(f"`bot facts undo {action}` takes it back")


def _shelf(settings: Settings) -> Shelf:
    """What it is compared with; where nobody did anything yet, nobody judged anything."""
    if not is_there(settings.state_place):
        return shelf(settings)
    try:
        with State.open(settings.state_place) as state:
            return shelf(settings, state.judgements.standing())
    except StateError as error:
        raise Refusal(f"bot add: {error}") from None


def told(preview: Preview) -> list[str]:
    """The preview, line by line."""
    about = ", ".join(filter(None, (preview.publisher, preview.published or "no date found", preview.url)))
    lines = [preview.title or "(no title)", about, ""]
    if preview.same_as is not None:
        known = "A later version of" if preview.updated else "Known already:"
        lines += [f"{known} {preview.same_as.source}", ""]
    if preview.copy_of is not None:
        lines += [f"A copy of {preview.copy_of.source} ({preview.copy_of.share:.0%}): no second source", ""]
    for what, title in _TITLES.items():
        if facts := preview.of(what):
            lines += [f"{len(facts)} {title}:", *(line for fact in facts for line in _fact(fact)), ""]
    return lines if preview.facts else [*lines, "No facts were found in it.", ""]


def _fact(fact: Fact) -> list[str]:
    return [f"  - {fact.text}", *(f"      {note}" for note in fact.notes)]


def _wanted() -> bool:
    print("Save it? [y/N] ", end="", flush=True, file=sys.stderr)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
