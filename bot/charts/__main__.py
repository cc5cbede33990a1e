"""One chart in as JSON on standard input, one PNG out on standard output."""

from __future__ import annotations

import sys
from contextlib import suppress

MEMORY = 768 * 1024 * 1024
"""Bytes of address space; a drawing takes some 100 MB of it."""
SECONDS = 10
"""Of the processor."""


def limited() -> None:
    """Bounds what this process may take, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def main() -> int:
    """0 with a picture; 2 with a line on standard error where what was given cannot be drawn."""
    limited()
    try:
        from bot.charts.drawing import drawn
        from bot.charts.spec import BadSpec, from_json
    except ImportError as error:
        print(f"charts need what is not installed ({error}): install the project again", file=sys.stderr)
        return 1
    try:
        picture = drawn(from_json(sys.stdin.buffer.read()))
    except BadSpec as error:
        print(f"bot.charts: {error}", file=sys.stderr)
        return 2
    sys.stdout.buffer.write(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
