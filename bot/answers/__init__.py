"""Messages to answers: commands and free questions over the fact store."""

from bot.answers.answerer import Answerer
from bot.answers.render import plain

__all__ = ["Answerer", "plain"]
