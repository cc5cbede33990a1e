"""The parts of the intake as the settings have them."""

from __future__ import annotations

from collections.abc import Iterable

from bot.intake.addresses import PORTS
from bot.intake.feeds import Feeds
from bot.intake.feeds_file import read_feeds
from bot.intake.fetching import Fetcher
from bot.intake.preview import Shelf
from bot.intake.reader import Reader
from bot.model.judgement import Judgement
from bot.settings import Settings
from bot.state import State


def ports(settings: Settings) -> frozenset[int]:
    """The ports that may be fetched from."""
    return PORTS | {int(port) for port in (settings.fetch_ports or "").split(",") if port.strip()}


def fetcher(settings: Settings) -> Fetcher:
    """What fetches pages."""
    return Fetcher(ports=ports(settings))


def shelf(settings: Settings, judgements: Iterable[Judgement] = ()) -> Shelf:
    """What new articles are compared with, as administrators judged it."""
    return Shelf(settings.db, settings.folders, tuple(judgements))


def feeds(settings: Settings, reader: Reader, state: State, fetched_by: Fetcher) -> Feeds:
    """What reads the feeds; FeedsError where their file makes no sense."""
    named = read_feeds(settings.feeds, ports(settings))
    return Feeds(named, fetched_by, reader, state, settings.inbox, shelf(settings))
