"""What Slack accepts; more is refused as a whole, so everything is cut to fit before it is sent."""

from __future__ import annotations

HOME_BLOCKS = 100
HEADER = 150
SECTION = 3000
CONTEXT = 2000
"""Characters of one element of a context block."""
ALT = 1000
"""Characters of what is told of a picture to those who do not see it."""
CONTEXT_ELEMENTS = 10
BUTTON = 75
BUTTON_VALUE = 2000
BUTTONS = 25
"""Elements of one actions block."""
ID = 255
"""Characters of an action_id or a block_id."""
OPTIONS = 100
OPTION = 75
OPTION_VALUE = 150
LINK = 3000
FALLBACK = 3000
"""Characters of the plain text beside the blocks, well below the 4,000 that Slack asks for."""
PROMPTS = 4
"""Suggested prompts of the assistant's pane."""

PAGE = 6500
"""Characters of the facts of one page: what a person reads at once, and half of what Slack takes."""
PAGE_LINES = 8
TABLE_PAGE = 6000
TABLE_PAGE_LINES = 20

RESPONSE_USES = 5
"""Times that a response_url may be used."""
RESPONSE_SECONDS = 30 * 60
