"""What people did and set: kept in a database of its own that no rebuild of the facts touches."""

from bot.state.database import StateError
from bot.state.state import State

__all__ = ["State", "StateError"]
