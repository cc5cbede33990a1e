"""What may be set from outside: environment variables that start with `BOT_`. Options of the command line override."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read anew each time it is made; a variable that is empty counts as not set."""

    model_config = SettingsConfigDict(env_prefix="BOT_", env_ignore_empty=True)

    db: Path = Field(default=Path("data/facts.db"), description="the fact store")
