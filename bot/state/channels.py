"""How the bot behaves in a channel."""

from __future__ import annotations

from dataclasses import dataclass

from bot.state.database import Database


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """`public`: answers to commands are seen by everybody there, not only by who asked."""

    public: bool = False


class Channels:
    """The settings of every channel that has some; the others have the defaults."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, platform: str, channel: str) -> ChannelSettings:
        row = self._database.row("SELECT public FROM channel WHERE platform = ? AND id = ?", (platform, channel))
        return ChannelSettings() if row is None else ChannelSettings(bool(row["public"]))

    def set_public(self, platform: str, channel: str, public: bool) -> ChannelSettings:
        """Whether answers are for everybody there; the settings as they are now."""
        self._database.write(
            "INSERT INTO channel (platform, id, public, changed) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (platform, id) DO UPDATE SET public = excluded.public, changed = excluded.changed",
            (platform, channel, int(public), self._database.stamp()),
        )
        return self.get(platform, channel)
