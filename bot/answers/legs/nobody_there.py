"""Whether the deals of a place are asked for of which no article tells one: other sentences only name the place."""

from __future__ import annotations

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.intents.lists import listed
from bot.answers.whereabouts import is_place

_DEALS = ("funding", "acquisition", "ipo")


def nobody_there(desk: Desk, clause: Clause) -> bool:
    """Whether a clause asks for the deals of a place and says nothing else, and no fact tells one."""
    places = clause.groups()
    if not places or not all(map(is_place, places)) or clause.narrow.known:
        return False
    asked = listed.queries(clause)
    if not asked or asked[0].kinds[0] not in _DEALS or asked[0].described:
        return False
    return not desk.lookup.run(asked[0], 1)
