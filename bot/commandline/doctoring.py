"""`bot doctor`: one line a check, and for each fault what to do."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.admin.command import moment
from bot.commandline.output import one_line
from bot.llm.client import load
from bot.llm.endpoint import NoExtra
from bot.operations.secrets import Masking
from bot.platforms.shared.checks import Finding, check_discord, check_slack_app, check_slack_bot
from bot.running import half_set
from bot.settings import Settings
from bot.state import State, StateError
from bot.state.places import Place, is_there, shown
from bot.store.read import Facts, NoStore


def examine(settings: Settings, offline: bool = False) -> int:
    """Prints what every check found; the exit status, 1 where there is a fault."""
    findings = [
        check_facts(settings.db),
        check_state(settings.state_place),
        *check_set_up(settings),
        *check_model(settings),
    ]
    if not offline:
        findings += asyncio.run(check_tokens(settings))
    mask = Masking.of_environment()
    for finding in findings:
        print(mask(one_line(f"{finding.level:5}  {finding.what}: {finding.told}")))
    return 1 if any(finding.level == "fault" for finding in findings) else 0


def check_facts(db: Path) -> Finding:
    """Whether the fact store can be read, and what is in it."""
    try:
        with Facts.open(db) as facts:
            counts, built = facts.counts(), moment(facts.built_at())
    except NoStore as error:
        return Finding("facts", "fault", str(error))
    except Exception as error:  # a damaged file fails in as many ways as there are queries
        return Finding("facts", "fault", f"{db} is damaged ({type(error).__name__}: {error}): run `bot build` again")
    if not counts["facts"]:
        return Finding("facts", "fault", f"{db} holds no fact: put articles into seeds/ and run `bot build`")
    return Finding("facts", "ok", f"{counts['facts']:,} from {counts['articles']:,} articles, built {built}, {db}")


def check_state(place: Place) -> Finding:
    """Whether the state can be opened and written, and is whole."""
    if not is_there(place):
        return Finding("state", "note", f"{place} is not there yet: `bot run` makes it")
    try:
        with State.open(place) as state:
            broken = state.broken()
    except StateError as error:
        return Finding("state", "fault", str(error))
    if broken:
        return Finding("state", "fault", f"{place} is damaged ({broken}): put back a copy with `bot restore`")
    return Finding("state", "ok", shown(place))


def check_set_up(settings: Settings) -> list[Finding]:
    """Which platforms are set up."""
    half = half_set(settings)
    if half:
        return [Finding("platforms", "fault", half)]
    names = [
        name
        for name, token in (("Slack", settings.slack_bot_token), ("Discord", settings.discord_token))
        if token is not None
    ]
    if not names:
        told = "none is set up: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or DISCORD_TOKEN (see docs/settings.md)"
        return [Finding("platforms", "note", told)]
    return [Finding("platforms", "ok", " and ".join(names))]


def check_model(settings: Settings) -> list[Finding]:
    """Whether the language model can be asked, where one is; without asking it."""
    uses = [
        *([f"reads articles ({settings.llm_extraction})"] if settings.llm_extraction != "off" else []),
        *(["words answers"] if settings.llm_answers else []),
    ]
    if not uses:
        return []
    try:
        load()
    except NoExtra as error:
        return [Finding("language model", "fault", str(error))]
    endpoint = settings.endpoint
    return [Finding("language model", "ok", f"{endpoint.model} at {endpoint.url} {' and '.join(uses)}")]


async def check_tokens(settings: Settings) -> list[Finding]:
    """What the platforms say to the tokens that are set."""
    checks = []
    if settings.slack_bot_token:
        from bot.platforms.slack.manifest import NEEDED, SCOPES

        token = settings.slack_bot_token.get_secret_value()
        checks.append(check_slack_bot(settings.slack_api_url, token, NEEDED, SCOPES))
    if settings.slack_app_token:
        checks.append(check_slack_app(settings.slack_api_url, settings.slack_app_token.get_secret_value()))
    if settings.discord_token:
        checks.append(check_discord(settings.discord_api_url, settings.discord_token.get_secret_value()))
    return list(await asyncio.gather(*checks))
