"""`bot run`: the platforms whose tokens are set, side by side on one event loop until a signal ends them."""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from bot.admin import Reloader
from bot.app import App, serving, version
from bot.digests.composing import compose, noted
from bot.digests.delivering import Composed, Deliverer
from bot.grammar.patterns import compile_all
from bot.incoming import Incoming, missed
from bot.intake.errors import NotTaken
from bot.intake.service import Intake
from bot.llm.endpoint import NoExtra
from bot.locales import DEFAULT
from bot.model.answer import Answer
from bot.model.posting import Postman
from bot.operations.asking import Limits
from bot.operations.clock import Clock
from bot.operations.faults import Standing
from bot.operations.interactions import Keeper, Writer
from bot.operations.settling import settle
from bot.operations.threads import Threads
from bot.platforms.shared.behind import intake_of, reloader_of
from bot.platforms.shared.desk import Desk, Reword
from bot.platforms.shared.languages import Languages
from bot.platforms.shared.office import facts_of
from bot.platforms.shared.platform import Platform, Unusable
from bot.platforms.shared.servings import Serving, Servings
from bot.recovering import Recovery
from bot.settings import Settings
from bot.state import State
from bot.state.deliveries import Delivery
from bot.store.read import Facts, NoStore

log = logging.getLogger(__name__)

Factory = Callable[[Settings, Desk, State], Platform]

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds before a platform that fell is run again; doubled each time, from the first anew after a calm minute."""

_PLATFORMS_STOP = 3.2
_CANCELLED_STOP = 0.3
_DESK_STOP = 0.5
_REST_STOP = 0.3
"""Seconds that each step of the stop may take: all together under five, with what Python takes to end."""

_SALT = "salt of the log"

_SHARE_OF_TIME = 0.8
"""Of the time of an answer that a language model may take."""

_LOOK_FOR_BUILDS = 1.0
_NEW_BUILD_PATIENCE = 10.0
"""Seconds in which a new build is expected to be opened; until then the one before it answers."""
_LOOK_FOR_DIGESTS = 1.0
"""Seconds between two looks for what is due."""


class NothingToRun(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """No platform is set up, or none can be used; the message says in one line what to do."""


def factories(settings: Settings) -> dict[str, Factory]:
    """How to make each platform whose tokens are set. The libraries of the others are never imported."""
    found: dict[str, Factory] = {}
    if settings.slack_bot_token and (settings.slack_app_token or settings.slack_signing_secret):
        from bot.platforms.slack import SlackPlatform

        found["slack"] = SlackPlatform
    if settings.discord_token:
        from bot.platforms.discord import DiscordPlatform

        found["discord"] = DiscordPlatform
    return found


def half_set(settings: Settings) -> str:
    """Which variable is missing for a platform that is set up by half; empty where there is none."""
    if settings.slack_bot_token and not (settings.slack_app_token or settings.slack_signing_secret):
        return "SLACK_BOT_TOKEN is set but SLACK_APP_TOKEN is not: both are needed for Slack"
    if settings.slack_app_token and not settings.slack_bot_token:
        return "SLACK_APP_TOKEN is set but SLACK_BOT_TOKEN is not: both are needed for Slack"
    return ""


def open_desk(settings: Settings, state: State | None = None, keep: Sequence[Keeper] = ()) -> Desk:
    """The desk over the fact store of the settings; the state knows which languages were chosen."""
    servings = Servings(
        lambda: serving(settings.db, ahead=True), lambda: version(settings.db), _NEW_BUILD_PATIENCE, settled=_settled
    )
    languages = Languages(settings.locale, state.channels.language if state is not None else None)
    limits = Limits(settings.person_a_minute, settings.channel_a_minute)
    reword = reworded(settings)
    return Desk(servings, seconds=settings.answer_seconds, languages=languages, limits=limits, keep=keep, reword=reword)


def _settled() -> None:
    """What is done once a build is open, so that no question has to wait for it."""
    compile_all()
    settle()


def reworded(settings: Settings) -> Reword | None:
    """What words answers with a language model, where that is set and can be done."""
    if not settings.llm_answers:
        return None
    from bot.answers.agent import Wording
    from bot.answers.agent.wording import Limits as Most
    from bot.llm.client import load

    try:
        load()  # takes a second or two: not while somebody waits
    except NoExtra as error:
        log.warning("answers are not worded by a language model: %s", error)
        return None
    seconds = min(settings.llm_seconds, _SHARE_OF_TIME * settings.answer_seconds)
    wording = Wording(settings.endpoint, Most(seconds, settings.llm_steps, settings.llm_tokens))

    def reword(lent: Serving, turns: Sequence[str], plain: Answer) -> Answer:
        return wording.instead(lent.answerer, turns, plain) if isinstance(lent, App) else plain

    return reword


async def run(settings: Settings, state: State) -> bool:
    """Serves until SIGTERM or SIGINT; False where something would not end and its thread is still at work.

    NothingToRun where no platform is set up or none can be used.
    """
    half = half_set(settings)
    found = factories(settings)
    if not found:
        raise NothingToRun(half or "no platform is set up: set the tokens of Slack or Discord (see docs/settings.md)")
    if half:
        log.warning("%s", half)
    if version(settings.db) is None:
        log.warning("there is no fact store at %s yet: run `bot build`; it is taken up when it is there", settings.db)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    ends = 0.0
    """When what was told to stop has had its time."""

    def end() -> None:
        nonlocal ends
        ends = ends or loop.time() + _PLATFORMS_STOP
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, end)
    threads = Threads()
    loop.set_default_executor(threads)
    clean = True
    keepers: list[Keeper] = [Writer(_salt(state), settings.log_form)]
    desk = open_desk(settings, state, keepers)
    intake, reloader = intake_of(settings, desk, state), reloader_of(settings, desk, state)
    coming = asyncio.create_task(_take_in(settings, intake, reloader, stop), name="incoming")
    watched = AsyncExitStack()
    recovering: asyncio.Task[None] | None = None
    try:
        platforms = [make(settings, desk, state) for make in found.values()]
        if settings.metrics_listen:
            try:
                await watched.enter_async_context(_watched(settings, reloader, platforms, keepers))
            except ValueError as error:
                raise NothingToRun(str(error)) from None
        recovery = Recovery(settings.db, reloader, _postmen(platforms), _administrators(settings))
        recovering = asyncio.create_task(recovery.run(stop), name="recovery")
        clean = await serve(platforms, desk, state, stop, timedelta(days=settings.feedback_days), settings.locale)
    finally:
        stop.set()
        ending: list[asyncio.Task[Any]] = [coming]
        if recovering is not None:
            recovering.cancel()
            ending.append(recovering)
        await _end(ending, max(ends - loop.time(), _REST_STOP))  # told together with the platforms
        closing = {"metrics": watched.aclose(), "reloads": reloader.close(), "reading": intake.close()}
        await _end([asyncio.create_task(close, name=name) for name, close in closing.items()], _REST_STOP)
        clean = await threads.leave(_REST_STOP) and clean
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
    return clean


def _postmen(platforms: Sequence[Platform]) -> dict[str, Postman]:
    return {p.name: postman for p in platforms if (postman := getattr(p, "postman", None)) is not None}


def _administrators(settings: Settings) -> dict[str, list[str]]:
    """Whom the settings name, by platform."""
    named = {"slack": settings.slack_admins, "discord": settings.discord_admins}
    return {name: [one.strip() for one in (ids or "").split(",") if one.strip()] for name, ids in named.items()}


def _salt(state: State) -> str:
    """This installation's own, under which people are told apart in the log without being named."""
    with state.database.transaction():  # two processes that begin at once have one
        salt = state.kept.get(_SALT)
        if salt is None:
            salt = secrets.token_hex(16)
            state.kept.put(_SALT, salt)
        return salt


def _watched(
    settings: Settings, reloader: Reloader, platforms: Sequence[Platform], keepers: list[Keeper]
) -> AbstractAsyncContextManager[object]:
    """Metrics and health on their own port; what they need is loaded only where one is set."""
    from bot.operations.figures import Figures
    from bot.operations.health import Health
    from bot.operations.listening import listening

    def built() -> str:
        with Facts.open(settings.db) as facts:
            return facts.built_at()

    def reloaded() -> tuple[str, str]:
        last = reloader.last()
        return (last.done, last.outcome) if last is not None else ("", "")

    health = Health(
        built, reloaded, lambda: {platform.name: bool(getattr(platform, "connected", False)) for platform in platforms}
    )
    figures = Figures()
    figures.watch(health.look)
    keepers.append(figures)
    return listening(settings.metrics_listen or "", figures, health)


async def _take_in(settings: Settings, intake: Intake, reloader: Reloader, stop: asyncio.Event) -> None:
    """What comes in leads to reloads; a fault there costs no answer."""
    warming = asyncio.create_task(_warm(intake))
    try:
        folders = (settings.seeds, settings.inbox)
        await Incoming(intake, reloader, before=lambda: missed(folders, settings.db)).run(stop)
    except Exception as error:
        log.error("incoming: %s: %s", type(error).__name__, error, exc_info=error)
    finally:
        warming.cancel()
        await asyncio.gather(warming, return_exceptions=True)


async def _warm(intake: Intake) -> None:
    """Loads what previews need; where that fails, what comes in is taken in all the same."""
    try:
        await intake.warm()
    except NotTaken as error:
        log.error("new articles cannot be previewed: %s", error.reason)


async def serve(
    platforms: Sequence[Platform],
    desk: Desk,
    state: State,
    stop: asyncio.Event,
    feedback_for: timedelta,
    language: str = DEFAULT,
) -> bool:
    """Runs the platforms and the clock until `stop` is set; then ends all of it in order. False as in `run`."""
    digests = Digests(desk, state, _postmen(platforms), language)
    clock, now = Clock(), datetime.now(UTC)
    opening, posting = _ending("opening builds", desk.warm), _ending("posting digests", digests.tick)
    clock.add_job(opening, "interval", seconds=_LOOK_FOR_BUILDS, next_run_time=now)
    clock.add_job(state.prune, "interval", hours=1, args=[feedback_for])
    clock.add_job(posting, "interval", seconds=_LOOK_FOR_DIGESTS)
    tasks = [asyncio.create_task(supervise(platform, stop), name=platform.name) for platform in platforms]
    stopping: asyncio.Task[Literal[True]] = asyncio.create_task(stop.wait())
    clock.start()
    try:
        log.info("running: %s", ", ".join(platform.name for platform in platforms))
        running: set[asyncio.Task[bool]] = set(tasks)
        while running and not stop.is_set():
            await asyncio.wait({stopping, *running}, return_when=asyncio.FIRST_COMPLETED)
            running = {task for task in running if not task.done()}
    finally:
        clock.shutdown(wait=False)
        stopping.cancel()
        stop.set()
        await _end(tasks, _PLATFORMS_STOP)
        clean = await desk.close(_DESK_STOP)
    if not any(_served(task) for task in tasks):
        raise NothingToRun("no platform can be used: the log above says why for each; `bot doctor` checks them")
    return clean


class Digests:
    """What the clock calls: notes new builds, and posts the digests that are due."""

    def __init__(self, desk: Desk, state: State, postmen: Mapping[str, Postman], language: str = DEFAULT) -> None:
        self._desk = desk
        self._language = language
        self._state = state
        self._deliverer = Deliverer(state, postmen, self._compose)
        self._fault = Standing()

    async def tick(self) -> None:
        """Does what is due; a fault is logged once, and each tick tries again."""
        try:
            await self._deliverer.tick(await self._desk.read(lambda serving: noted(facts_of(serving), self._state)))
        except NoStore:
            return  # that was told at the start, and is told to whoever asks
        except Exception as error:
            if self._fault.is_news(error):
                log.error("digests: %s: %s", type(error).__name__, error, exc_info=error)
        else:
            self._fault.over()

    async def _compose(self, delivery: Delivery) -> Composed | None:
        return await self._desk.read(lambda serving: compose(facts_of(serving), self._state, delivery, self._language))


async def supervise(platform: Platform, stop: asyncio.Event) -> bool:
    """Runs a platform again each time it falls; False where it cannot be used as it is set up."""
    loop = asyncio.get_running_loop()
    pause = FIRST_PAUSE
    while not stop.is_set():
        began = loop.time()
        try:
            await platform.run(stop)
            if stop.is_set():
                return True
            log.warning("%s: the connection ended", platform.name)
        except Unusable as error:
            log.error("%s: %s", platform.name, error)
            return False
        except (OSError, TimeoutError) as error:
            log.error("%s: %s: %s", platform.name, type(error).__name__, error)
        except Exception as error:
            log.error("%s: %s: %s", platform.name, type(error).__name__, error, exc_info=error)
        if loop.time() - began > LONGEST_PAUSE:
            pause = FIRST_PAUSE
        log.info("%s: connecting again in %.0f s", platform.name, pause)
        try:
            await asyncio.wait_for(stop.wait(), pause)
        except TimeoutError:
            pause = min(2 * pause, LONGEST_PAUSE)
    return True


def _ending(what: str, job: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """A job that ends without a word when the clock stops and cancels it; a fault of it is logged."""

    async def run_job() -> None:
        with suppress(asyncio.CancelledError):
            try:
                await job()
            except Exception as error:
                log.error("%s: %s: %s", what, type(error).__name__, error, exc_info=error)

    return run_job


async def _end(tasks: Sequence[asyncio.Task[Any]], seconds: float) -> None:
    """Lets tasks that were told to stop finish what they are at; one that takes longer is cancelled."""
    _, late = await asyncio.wait(tasks, timeout=seconds)
    for task in late:
        log.warning("%s: did not stop in time", task.get_name())
        task.cancel()
    if late:
        await asyncio.wait(late, timeout=_CANCELLED_STOP)


def _served(task: asyncio.Task[bool]) -> bool:
    """Whether a platform was of use: it ended because it was told to, not because it could not begin."""
    return not task.done() or task.cancelled() or task.exception() is not None or task.result()
