"""What administrators do with the facts: look after them, judge them, rebuild them. Knows no platform."""

from bot.admin.command import Command, Refused
from bot.admin.desk import FactsDesk
from bot.admin.reload import Reloader, build_command

__all__ = ["Command", "FactsDesk", "Refused", "Reloader", "build_command"]
