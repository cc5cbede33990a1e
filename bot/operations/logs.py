"""The form of the log: a line each, as text or as JSON, with a mask over whatever is secret."""

from __future__ import annotations

import json
import logging
import sys
import time
import traceback
import unicodedata
from types import TracebackType
from typing import Any

from bot.operations.interactions import Form
from bot.operations.secrets import Masking


def escaped(text: str) -> str:
    """Text for one line: line breaks and control or bidirectional characters escaped."""
    return "".join(c if c == " " or _harmless(c) else c.encode("unicode_escape").decode() for c in text)


def _harmless(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _fill_in(record: logging.LogRecord) -> None:
    """Sets what a message lacks behind it where the two do not fit, as in discord.py's word of a loop that was held up.

    Python would print such a record on standard error itself, in many lines and without a mask.
    """
    try:
        record.getMessage()
    except (TypeError, ValueError, KeyError):
        record.msg, record.args = f"{record.msg} {record.args!r}", ()


class Lines(logging.Formatter):
    """A record on one line whatever stands in it; a traceback below, both without secrets."""

    def __init__(self, form: str | None = None, masking: Masking | None = None) -> None:
        super().__init__(form)
        self._masking = masking or Masking()

    def format(self, record: logging.LogRecord) -> str:
        _fill_in(record)
        return self._masking(super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name that logging calls
        return escaped(super().formatMessage(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - as above
        """Indented and escaped: what an error says of a text of others is no line of the log."""
        return "\n".join(f"  {escaped(line)}" for line in super().formatException(ei).split("\n"))


class Objects(logging.Formatter):
    """A record as one JSON object on one line, its traceback within."""

    def __init__(self, masking: Masking | None = None) -> None:
        super().__init__()
        self._masking = masking or Masking()

    def format(self, record: logging.LogRecord) -> str:
        _fill_in(record)
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        told: dict[str, object] = {
            "at": f"{moment}.{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        message = self._masking(record.getMessage())
        if record.name == "bot.interactions":
            told |= json.loads(message)
        else:
            told["message"] = message
        if record.exc_info:
            told["traceback"] = self._masking(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace").decode()


def handler(form: Form, masking: Masking) -> logging.Handler:
    """What writes the log on standard error."""
    made = logging.StreamHandler(sys.stderr)
    text = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
    made.setFormatter(Objects(masking) if form == "json" else Lines(text, masking))
    return made


def mask_crashes(masking: Masking) -> None:
    """What nobody caught is printed without secrets, whatever an error message holds."""

    def told(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        print(masking("".join(traceback.format_exception(kind, error, at))), file=sys.stderr, end="", flush=True)

    sys.excepthook = told
