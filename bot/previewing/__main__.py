"""Requests in, replies out, until standard input ends."""

from __future__ import annotations

import json
import logging
import os
import sys
from typing import Any

from bot.articles import UnreadableArticle
from bot.previewing.reading import ReadingDesk

log = logging.getLogger("bot.previewing")


def answer(desk: ReadingDesk, line: bytes) -> dict[str, Any]:
    """The reply to one request; what goes wrong with an article is told in it and costs no other."""
    try:
        return desk.answer(json.loads(line))
    except UnreadableArticle as error:
        return {"error": error.reason, "refused": True}
    except Exception as error:
        log.exception("an article could not be read")
        return {"error": f"it could not be read ({type(error).__name__}): see the log"}


def main() -> None:
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand among the replies
    desk = ReadingDesk()
    for line in sys.stdin.buffer:
        replies.write(json.dumps(answer(desk, line)).encode() + b"\n")
        replies.flush()


if __name__ == "__main__":
    main()
