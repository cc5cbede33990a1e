"""An organisation, a person, a product: what statements of many articles are about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EntityKind = Literal["org", "person", "product", "place", "unknown"]


@dataclass(frozen=True, slots=True)
class Entity:
    """`name` is what a reader files it under; `aliases` every other name it goes by, in any script."""

    id: str
    name: str
    kind: EntityKind = "unknown"
    aliases: tuple[str, ...] = field(default_factory=tuple)
    subkind: str = ""
    """For orgs: company, investor, university, outlet, government …; for products: robot, model, platform …"""
    parent: str = ""
    """Canonical name of what it belongs to (Qwen → Alibaba); a name, no fact."""
