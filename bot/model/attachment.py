"""A file that comes with an answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """`name` is what it is saved as, `told` what it holds, in a few words."""

    name: str
    data: bytes
    told: str = ""
