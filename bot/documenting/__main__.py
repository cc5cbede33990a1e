"""Writes what the documentation tells of the code: `python -m bot.documenting` in the checkout."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.documenting.environment import environment_example
from bot.documenting.kinds import kinds_page


def main(root: Path) -> int:
    """0 where both files are written; 1, with a line that says why, where they cannot be."""
    page = root / "docs" / "kinds.md"
    try:
        page.write_text(kinds_page(page.read_text("utf-8")), "utf-8")
        (root / ".env.example").write_text(environment_example(), "utf-8")
    except (OSError, ValueError) as error:
        print(f"{error}; run this in the checkout of the project", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
