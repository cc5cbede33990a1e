"""How the bot behaves in a channel."""

from __future__ import annotations

from dataclasses import dataclass

from bot.state.database import Database


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """`public`: answers to commands are seen by everybody there, not only by who asked."""

    public: bool = False
    language: str = ""
    """In whose forms dates, sums and numbers are written there; empty where nobody chose."""


class Channels:
    """The settings of every channel that has some; the others have the defaults. `@` and an id: with a person alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, platform: str, channel: str) -> ChannelSettings:
        row = self._database.row(
            "SELECT public, language FROM channel WHERE platform = ? AND id = ?", (platform, channel)
        )
        return ChannelSettings() if row is None else ChannelSettings(bool(row["public"]), row["language"])

    def set_public(self, platform: str, channel: str, public: bool) -> ChannelSettings:
        """Whether answers are for everybody there; the settings as they are now."""
        self._database.write(
            "INSERT INTO channel (platform, id, public, changed) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (platform, id) DO UPDATE SET public = excluded.public, changed = excluded.changed",
            (platform, channel, int(public), self._database.stamp()),
        )
        return self.get(platform, channel)

    def set_language(self, platform: str, channel: str, language: str) -> ChannelSettings:
        """In which forms messages there are written, empty for the bot's own; the settings as they are now."""
        self._database.write(
            "INSERT INTO channel (platform, id, language, changed) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (platform, id) DO UPDATE SET language = excluded.language, changed = excluded.changed",
            (platform, channel, language, self._database.stamp()),
        )
        return self.get(platform, channel)

    def language(self, platform: str, channel: str) -> str:
        """The language chosen in a channel, for a thread that in its channel; empty where nobody chose."""
        for place in dict.fromkeys((channel, channel.partition("/")[0])):
            if chosen := self.get(platform, place).language:
                return chosen
        return ""

    def forget(self, platform: str, user: str) -> int:
        """Removes the settings of a person's direct conversation; how many there were."""
        return self._database.write("DELETE FROM channel WHERE platform = ? AND id = ?", (platform, f"@{user}"))
