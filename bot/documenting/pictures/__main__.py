"""Draws docs/pictures anew from the articles that ship: `python -m bot.documenting.pictures` in the checkout."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.build import build
from bot.documenting.pictures.answers import pictures


def main(root: Path) -> int:
    """0 where the pictures are written; 1, with a line that says why, where they cannot be."""
    try:
        with TemporaryDirectory() as folder:
            build([root / "seeds"], Path(folder) / "facts.db")
            drawn = pictures(Path(folder) / "facts.db")
        for name, text in drawn.items():
            (root / "docs" / "pictures" / name).write_text(text, "utf-8")
    except (OSError, ValueError) as error:
        print(f"{error}; run this in the checkout of the project", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
