"""`bot slack-manifest`: what Slack makes the app from."""

from __future__ import annotations

import json
from typing import cast, get_args

from bot.commandline.output import Refusal
from bot.platforms.slack.manifest import Pane, manifest
from bot.settings import Settings

_NAME = 35


def print_manifest(settings: Settings, http: str | None, prefix: str | None, pane: str, name: str) -> None:
    """The manifest as JSON on standard output; Refusal where Slack would not take it."""
    if pane not in get_args(Pane):
        raise Refusal(f"bot slack-manifest: --pane {pane[:40]} is none: choose {', '.join(get_args(Pane))}")
    if not 0 < len(name.strip()) <= _NAME:
        raise Refusal(f"bot slack-manifest: --name has {len(name)} characters: Slack takes 1 to {_NAME}")
    wanted = prefix if prefix is not None else settings.slack_prefix or ""
    try:
        made = manifest(wanted, http or "", cast(Pane, pane), name.strip())
    except ValueError as error:
        raise Refusal(f"bot slack-manifest: {error}") from None
    print(json.dumps(made, ensure_ascii=False, indent=2))
