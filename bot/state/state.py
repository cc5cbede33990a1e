"""The state as the program holds it: one attribute a noun."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.state.arrivals import Arrivals
from bot.state.audit import Audit
from bot.state.channels import Channels
from bot.state.corrections import Corrections
from bot.state.database import Clock, Database, utc_now
from bot.state.deliveries import Deliveries
from bot.state.feedback import FeedbackBook
from bot.state.judgements import Judgements
from bot.state.kept import Kept
from bot.state.migrations import migrate
from bot.state.places import Place, open_database
from bot.state.saved import Saved
from bot.state.seen import Seen
from bot.state.subscriptions import Subscriptions
from bot.state.watches import Watches

_EMPTY_DELIVERIES_FOR = timedelta(days=60)


class State:
    """Opened by every process that runs; safe to share among threads and among processes."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.feedback = FeedbackBook(database)
        self.corrections = Corrections(database)
        self.channels = Channels(database)
        self.kept = Kept(database)
        self.seen = Seen(database)
        self.watches = Watches(database)
        self.subscriptions = Subscriptions(database)
        self.deliveries = Deliveries(database)
        self.arrivals = Arrivals(database)
        self.audit = Audit(database)
        self.judgements = Judgements(database, self.audit)
        self.saved = Saved(database, self.audit)

    @classmethod
    def open(cls, place: Place, now: Clock = utc_now) -> State:
        """The state at a place, made and brought up to date where needed; StateError where that fails."""
        database = open_database(place, now)
        try:
            migrate(database)
        except BaseException as error:
            database.close()
            if (told := database.unusable(error)) is not None:
                raise told from None
            raise
        return cls(database)

    def backup(self, path: str | Path) -> None:
        """A whole copy of the state at `path`, taken while the bot runs."""
        self.database.backup(Path(path))

    def broken(self) -> str:
        """What is wrong with the file, in SQLite's words; empty where it is whole."""
        return self.database.broken()

    def forget(self, platform: str, user: str) -> dict[str, int]:
        """Removes everything kept about a person; how many of each were removed."""
        with self.database.transaction():
            return {
                "feedback": self.feedback.forget(platform, user),
                "corrections": self.corrections.forget(platform, user),
                "watches": self.watches.forget(platform, user),
                "settings": self.channels.forget(platform, user),
                "messages to them": self.deliveries.forget(platform, user),
                "digests of their own": int(self.subscriptions.remove(platform, f"@{user}")),
                "names on subscriptions": self.subscriptions.forget(platform, user),
                "names on judgements": self.judgements.forget(f"{platform}:{user}"),
                "names in the audit log": self.audit.forget(f"{platform}:{user}"),
            }

    def prune(self, feedback_for: timedelta) -> None:
        """Removes what has run out: feedback older than the time it is kept, expired values and event ids."""
        with self.database.transaction():
            self.feedback.prune(self.database.now() - feedback_for)
            self.corrections.prune(self.database.now() - feedback_for)
            self.deliveries.prune(self.database.now() - _EMPTY_DELIVERIES_FOR)
            self.kept.prune()
            self.seen.prune()

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> State:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self.close()
        if error is not None and (told := self.database.unusable(error)) is not None:
            raise told from error
