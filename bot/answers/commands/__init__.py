"""Every command, in the order they are offered."""

from bot.answers.commands.ask import ASK
from bot.answers.commands.command import Command
from bot.answers.commands.deal import DEAL
from bot.answers.commands.help import HELP, listed
from bot.answers.commands.map import MAP
from bot.answers.commands.timeline import TIMELINE
from bot.answers.commands.who import WHO

COMMANDS: tuple[Command, ...] = (DEAL, WHO, TIMELINE, MAP, ASK, HELP)
listed(COMMANDS)

__all__ = ["COMMANDS", "Command"]
