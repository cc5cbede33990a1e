""".env.example: every setting with what it means and its default, to copy and fill in."""

from __future__ import annotations

import textwrap

from bot.settings import Settings, variable

_HEAD = """\
# Every setting of the bot, made from the code by `make docs`; docs/settings.md says more of each.
# Copy it to .env, which git ignores, take the # off what you set, and load it before the bot starts:
#     set -a; . ./.env; set +a
"""
_WIDTH = 110


def environment_example() -> str:
    """The whole file: nothing in it is set until a # is taken off, and then to the default."""
    return _HEAD + "".join(_setting(name) for name in Settings.model_fields)


def _setting(name: str) -> str:
    field = Settings.model_fields[name]
    meaning = textwrap.wrap(field.description or "", _WIDTH)
    default = "" if field.default is None else str(field.default)
    return "\n" + "".join(f"# {line}\n" for line in meaning) + f"#{variable(name)}={default}\n"
