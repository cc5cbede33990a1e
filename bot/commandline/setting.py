"""The settings for a command: a variable that makes no sense is refused in one line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.commandline.output import Refusal

if TYPE_CHECKING:
    from bot.settings import Settings


def read_settings(db: Path | None = None, state: Path | None = None) -> Settings:
    """The settings of the environment, overridden by options that were given."""
    from pydantic import ValidationError  # takes longer to load than `bot --help` may take

    from bot.settings import Settings, variable

    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = str(first["loc"][0])
        name = variable(where) if where in Settings.model_fields else where
        raise Refusal(f"{name}: {first['msg'][:1].lower()}{first['msg'][1:]}: correct this variable") from None
    given: dict[str, object] = {} if db is None else {"db": db}
    if state is not None:
        given |= {"state": state, "state_url": None}
    return settings.model_copy(update=given)
