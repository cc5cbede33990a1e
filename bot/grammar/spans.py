"""What every grammar finds: something that stands in the text at a place."""

from __future__ import annotations

from typing import Protocol


class Spanned(Protocol):
    """`text` is what stands in the text that was read from `start` to before `end`."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def text(self) -> str: ...
