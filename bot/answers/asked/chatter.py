"""What stands around a question in a chat and asks nothing: greetings, thanks, a change of subject, what it is for."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

_ALL = r"(?: (?:all|team|folks|everyone|everybody|guys|there|again|bot|both|friends|colleagues))*"
_OCCASION = (
    r"(?: (?:on|about|re|regarding|for|before|from) (?:the |my |our |this |that |a )?(?:ic |team |board |partner )?"
    r"(?:weekly|deck|call|meeting|ic|memo|report|slides?|board|team|piece|article|story|column|newsletter|boss)"
    r"(?: (?:meeting|call|memo|deck|tomorrow|today))?)?"
)
_OPENINGS = (
    rf"(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|morning|evening|greetings|dear){_ALL}",
    r"(?:ok|okay|right|alright|all right|cool|great|perfect|nice|super|got it|gotcha|understood|i see|fair enough|"
    r"makes sense|interesting|ah|oh|aha|wow|hm+|sorry|apologies|no worries|never ?mind)(?: then| again| so)?",
    r"(?:many )?(?:thanks|thank you|thx|cheers|ty)(?: (?:a lot|so much|very much|again|for (?:that|this)|all|both))*",
    r"(?:(?:a|an|the|and|on to|just) )*(?:(?:totally |completely |entirely )?(?:different|another|new|next|other)|"
    r"quick|"
    r"short|small|random|dumb|silly|stupid|last|final|related|unrelated|side|one (?:more|last|other|final|quick))"
    rf"(?: (?:quick|short|small|last|more|sanity))*(?: (?:topic|question|q|thing|one|subject|note|point|query|check))"
    rf"{_OCCASION}",
    r"one more|another one|follow-?up(?: question)?|switching gears|changing (?:topics?|(?:the )?subject)|moving on|"
    r"by the way|btw|fyi|unrelated|(?:just )?to (?:be sure|double-?check|confirm)",
    r"(?:i have |i've got |got )?(?:a |one |another )?(?:quick )?question(?: for you)?",
    r"please|pls|plz",
    r"@\w{0,20}bot\b|(?:@\w{1,20} )?(?=@\w{0,20}bot\b)",
    r"you (?:just |once )?(?:said|told (?:me|us)|wrote|claimed|mentioned)(?: (?:earlier|before))?(?: that)?"
    r"(?= [^,]{3,100}, ?(?:what is (?:the|your) )?(?:source|sources|proof|citation|link)\b)",
)
_STOPS = r"(?: (?:please|pls|plz|then))?\s*[,:;.!…–—-]+\s*|\s+(?=(?:thanks|thank|thx|sorry|cheers|quick|one more)\b)"
_ASKED = r"\s+(?=(?:who|what|when|where|which|how|why|whom|whose|is|are|did|does|do|was|were|has|have|can|could)\b)"
_OPENING = Pattern(rf"^\W*(?:{'|'.join(_OPENINGS)})(?:{_STOPS}|{_ASKED})(?=\S)", re.I)
_LONGEST = 160
"""Letters at either end of a message that are looked at."""
_MOST = 4
"""Openings one after another: "Hi all! Sorry, one more:"."""
_CLOSING = Pattern(
    r"(?P<mark>[?.!])?[\s,;–—-]{1,9}(?:(?:many )?(?:thanks|thank you|thx|cheers|ty)(?: (?:a lot|so much|in advance|all|"
    r"again))*|"
    r"(?:(?<=[,;–—-] )|(?<=[,;–—-]))(?:what is (?:the|your) )?(?:sources?|proof|citation|link)(?=\s*\?*$)|"
    r"please|pls|plz|asap|if (?:you|we|anyone|anybody) (?:happens? to )?(?:know|knows|have|has)(?: (?:it|that|this))?|"
    r"if known|when(?:ever)? you (?:get|have|find) (?:a )?(?:sec(?:ond)?|minute|moment|time|chance)|"
    r"(?:i |we )?(?:need|want|am asking|are asking|asking) (?:it |this |that )?for (?:the |my |our |a )?[\w ]{2,30}|"
    r"for (?:the|my|our) (?:deck|slides?|memo|report|weekly|call|meeting|notes?|newsletter|column|ic "
    r"memo))(?P<end>\s*[?.!]*)$",
    re.I,
)


def without_chatter(message: str) -> str:
    """A message without what opens and closes it; as it is where nothing else would be left."""
    asked = message.strip()
    for _ in range(_MOST):
        opening = _OPENING.match(asked[:_LONGEST])
        if opening is None or not re.search(r"\w", asked[opening.end() :]):
            break
        asked = asked[opening.end() :]
    for _ in range(_MOST):
        closing = _CLOSING.search(asked, max(0, len(asked) - _LONGEST))
        if closing is None or not re.search(r"\w{3}", asked[: closing.start()]):
            break
        asked = f"{asked[: closing.start()]}{closing['mark'] or closing['end'].strip()}"
    return asked
