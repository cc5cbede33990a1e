"""Names of the field and how they are recognised: folding, the curated registry, finding in text. No facts."""

from bot.names.entry import Entry, NamesError, default_folder, entity_id
from bot.names.finder import NameHit
from bot.names.folding import bare, fold
from bot.names.registry import Registry, default_registry

__all__ = [
    "Entry",
    "NameHit",
    "NamesError",
    "Registry",
    "bare",
    "default_folder",
    "default_registry",
    "entity_id",
    "fold",
]
