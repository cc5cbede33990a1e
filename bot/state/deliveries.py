"""Every digest that was due: claimed by one process, sent, marked. A row is never made twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.state.database import ALL, Database, Row, stamp

Status = Literal["claimed", "sent", "empty", "failed"]
Kind = Literal["digest", "arrivals", "watch"]
"""A channel's digest at its time; its news soon after they came; news of what is watched. Each counts for itself."""

LEASE = timedelta(seconds=60)
"""How long a claim holds. Whoever sends must be done, or have given up, well before."""

_LONGEST = timedelta(days=1)
"""A claim that is to hold for longer was noted by a clock that was wrong."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message for one channel, or for one person (`@` and the id).

    It tells what came with the builds after `since` until `until`, by their numbers.
    """

    id: int
    platform: str
    channel: str
    kind: Kind
    period: datetime
    """When it was due."""
    token: str
    """Goes out with the message, by which it is found again: 20 letters and digits."""
    since: int
    until: int
    status: Status
    tries: int
    """How often it was tried and could not be posted. A process that died in the middle does not count."""
    claimed: datetime
    """When it was first claimed."""
    done: str = ""
    message: str = ""
    """Id of the message on the platform, once sent."""
    events: tuple[str, ...] = ()
    """Ids of the events it told."""
    reason: str = ""
    """Why it failed."""


class Deliveries:
    """Shared by all processes on one state: each delivery is in the hands of one of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(
        self,
        platform: str,
        channel: str,
        kind: Kind,
        period: datetime,
        since: int,
        owner: str,
        lease: timedelta = LEASE,
        known: int | None = None,
    ) -> Delivery | None:
        """Takes a period in hand that nobody took before; None where somebody did.

        It is to tell what came after the build `since`, or after the newest that the channel was told of, until the
        build `known`, the one that whoever tells it serves; None: until the newest.
        """
        now = self._database.now()
        newest = "(SELECT coalesce(max(number), 0) FROM build)"
        made = self._database.rows(
            "INSERT INTO delivery (platform, channel, kind, period, token, since, until, status, owner, lease, claimed)"
            " VALUES (?1, ?2, ?3, ?4, ?5, (SELECT max(n) FROM (SELECT ?6 AS n UNION ALL SELECT until FROM delivery"
            " WHERE platform = ?1 AND channel = ?2 AND kind = ?3 AND status IN ('sent', 'empty')) AS told),"
            f" {newest if known is None else '?10'}, 'claimed', ?7, ?8, ?9) ON CONFLICT DO NOTHING RETURNING *",
            (
                platform,
                channel,
                kind,
                stamp(period),
                _token(platform, channel, kind, period),
                since,
                owner,
                stamp(now + lease),
                stamp(now),
                *(() if known is None else (known,)),
            ),
        )
        return next(iter(_deliveries(made)), None)

    def retake(
        self,
        owner: str,
        most: int,
        lease: timedelta = LEASE,
        known: int | None = None,
        platforms: Collection[str] | None = None,
    ) -> list[Delivery]:
        """Takes over some claims that ran out, the oldest first: their process died, or never heard of the message.

        Not those that are to tell of builds after `known`: whoever does not serve them would leave that out; nor those
        of other `platforms` than the owner posts to, which would wait for another lease.
        """
        now = self._database.now()
        # Looked at twice: who was waited for may have taken or finished a row meanwhile.
        out = "status = 'claimed' AND (lease <= ?3 OR lease > ?4)"
        marks = ", ".join(f"?{number}" for number, _ in enumerate(platforms or (), 7))
        posted = "" if platforms is None else f" AND platform IN ({marks or 'NULL'})"
        taken = self._database.rows(
            f"UPDATE delivery SET owner = ?1, lease = ?2 WHERE {out} AND id IN (SELECT id FROM delivery"
            f" WHERE {out} AND until <= ?5{posted} ORDER BY lease, id LIMIT ?6) RETURNING *",
            (
                owner, stamp(now + lease), stamp(now), stamp(now + _LONGEST), ALL if known is None else known, most,
                *(platforms or ()),
            ),
        )  # fmt: skip
        return sorted(_deliveries(taken), key=lambda delivery: delivery.id)

    def holds(self, delivery: Delivery, owner: str, least: timedelta) -> bool:
        """Whether a claim is still this owner's and goes on for some time."""
        until = stamp(self._database.now() + least)
        return bool(
            self._database.rows(
                "SELECT 1 FROM delivery WHERE id = ? AND status = 'claimed' AND owner = ? AND lease >= ?",
                (delivery.id, owner, until),
            )
        )

    def put_off(self, delivery: Delivery, wait: timedelta, reason: str) -> None:
        """Leaves a delivery that was tried for later, a day at the most; its claim runs out then."""
        self._database.write(
            "UPDATE delivery SET lease = ?, reason = ?, tries = tries + 1 WHERE id = ? AND status = 'claimed'",
            (stamp(self._database.now() + min(wait, _LONGEST)), reason, delivery.id),
        )

    def sent(self, delivery: Delivery, message: str, events: Sequence[str] | None = None) -> None:
        """Marks that it arrived, under which id, and what it told (None: as planned)."""
        self._finish(delivery, "sent", message, "", events)

    def plan(self, delivery: Delivery, events: Sequence[str]) -> None:
        """Notes what the message is about to tell, in case that it arrives and nobody is left to hear of it."""
        self._database.write("UPDATE delivery SET events = ? WHERE id = ?", (json.dumps(list(events)), delivery.id))

    def empty(self, delivery: Delivery) -> None:
        """Marks that there was nothing to tell and nothing was posted."""
        self._finish(delivery, "empty", "", "", ())

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Gives it up."""
        self._finish(delivery, "failed", "", reason, ())

    def open(self, platform: str, channel: str, kind: Kind) -> bool:
        """Whether a delivery is under way: the next one waits for it, since it begins where that ends."""
        return bool(
            self._database.rows(
                "SELECT 1 FROM delivery WHERE platform = ? AND channel = ? AND kind = ? AND status = 'claimed'",
                (platform, channel, kind),
            )
        )

    def under_way(self) -> frozenset[tuple[str, str, Kind]]:
        """Platform, channel and kind of every delivery that is: the next one waits for it."""
        rows = self._database.rows("SELECT platform, channel, kind FROM delivery WHERE status = 'claimed'")
        return frozenset((row["platform"], row["channel"], row["kind"]) for row in rows)

    def last_digests(self, before: datetime) -> dict[tuple[str, str], datetime]:
        """When the newest digest of each subscribed channel was due, by a moment; whatever became of it."""
        rows = self._database.rows(
            "SELECT s.platform, s.channel, (SELECT max(d.period) FROM delivery d WHERE d.platform = s.platform"
            " AND d.channel = s.channel AND d.kind = 'digest' AND d.period <= ?) AS period FROM subscription s",
            (stamp(before),),
        )
        return {
            (row["platform"], row["channel"]): datetime.fromisoformat(row["period"]) for row in rows if row["period"]
        }

    def notices_until(self) -> dict[tuple[str, str, Kind], int]:
        """The newest build that each place was told of, by platform, channel and kind; all kinds but digests."""
        rows = self._database.rows(
            "SELECT platform, channel, kind, max(until) AS until FROM delivery"
            " WHERE kind <> 'digest' AND status IN ('sent', 'empty') GROUP BY platform, channel, kind"
        )
        return {(row["platform"], row["channel"], row["kind"]): int(row["until"]) for row in rows}

    def told_until(self, platform: str, channel: str, kind: Kind) -> int:
        """The newest build that was told of, 0 where none was."""
        row = self._database.row(
            "SELECT max(until) AS until FROM delivery"
            " WHERE platform = ? AND channel = ? AND kind = ? AND status IN ('sent', 'empty')",
            (platform, channel, kind),
        )
        return int(row["until"] or 0) if row is not None else 0

    def posted(self, platform: str, channel: str) -> frozenset[str]:
        """Ids of all events that a channel was told of."""
        rows = self._database.rows(
            "SELECT events FROM delivery WHERE platform = ? AND channel = ? AND status = 'sent'", (platform, channel)
        )
        return frozenset(event for row in rows for event in json.loads(row["events"]))

    def of(self, platform: str, channel: str, kind: Kind = "digest", limit: int = 10) -> list[Delivery]:
        """The deliveries of a channel, the newest first."""
        return _deliveries(
            self._database.rows(
                "SELECT * FROM delivery WHERE platform = ? AND channel = ? AND kind = ? ORDER BY period DESC LIMIT ?",
                (platform, channel, kind, limit),
            )
        )

    def forget(self, platform: str, user: str) -> int:
        """Removes what was sent to a person; how many messages that were."""
        return self._database.write("DELETE FROM delivery WHERE platform = ? AND channel = ?", (platform, f"@{user}"))

    def prune(self, before: datetime) -> int:
        """Removes old ones that told nothing, but for the newest of each channel; how many they were."""
        return self._database.write(
            "DELETE FROM delivery WHERE status IN ('empty', 'failed') AND claimed < ? AND EXISTS"
            " (SELECT 1 FROM delivery n WHERE n.platform = delivery.platform AND n.channel = delivery.channel"
            " AND n.kind = delivery.kind AND n.status IN ('sent', 'empty') AND n.until >= delivery.until"
            " AND n.period > delivery.period)",
            (stamp(before),),
        )

    def _finish(
        self, delivery: Delivery, status: Status, message: str, reason: str, events: Sequence[str] | None
    ) -> None:
        self._database.write(
            "UPDATE delivery SET status = ?, message = ?, reason = ?, done = ?, events = coalesce(?, events)"
            " WHERE id = ? AND status = 'claimed'",
            (
                status,
                message,
                reason,
                self._database.stamp(),
                None if events is None else json.dumps(list(events)),
                delivery.id,
            ),
        )


def _token(platform: str, channel: str, kind: Kind, period: datetime) -> str:
    text = f"{platform}\n{channel}\n{kind}\n{stamp(period)}"
    return hashlib.blake2b(text.encode(), digest_size=10).hexdigest()


def _deliveries(rows: Sequence[Row]) -> list[Delivery]:
    return [
        Delivery(
            row["id"],
            row["platform"],
            row["channel"],
            row["kind"],
            datetime.fromisoformat(row["period"]),
            row["token"],
            row["since"],
            row["until"],
            row["status"],
            row["tries"],
            datetime.fromisoformat(row["claimed"]),
            row["done"],
            row["message"],
            tuple(json.loads(row["events"])),
            row["reason"],
        )
        for row in rows
    ]
