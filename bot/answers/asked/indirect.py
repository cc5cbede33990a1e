"""What goes before a question and asks nothing itself: "do we know …", "remind me …", "any idea …"."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

_ASKER = r"(?:i|we|you|they|one|anyone|anybody|someone|somebody|any of (?:you|us)|the team|people)"
_QUESTION = r"(?:(?:from|by|at|in|for|to|with|of|under|on|as) )?(?:how|who|what|when|where|which|whom|whose|why)\b"
_INDIRECT = Pattern(
    r"^\W*(?:"
    rf"(?:do|does|did|would|might) {_ASKER} (?:ever |even |actually |already |happen to |by any chance )*"
    r"(?:know|remember|recall|have|got|hear|learn|find out)(?: yet| already)?(?: (?:any|some|an?|the))?"
    r"(?: (?:idea|clue|inkling|info|information|data|word|news|details?|record|memory|figures?|note|notes|something|"
    r"anything))?(?: (?:on|about|of|as to|regarding))?|"
    rf"(?:has|have) {_ASKER} (?:heard|seen|read|found out|got)(?: (?:any|some)(?: word| news| info| idea)?| anything)?"
    r"(?: (?:on|about|of|as to))?|"
    r"(?:have you |got |has anyone |is there )?any (?:idea|clue|inkling|info|information|word|news|memory|details?)"
    r"(?: (?:on|about|of|as to|regarding))?|"
    r"(?:please )?(?:remind|tell|enlighten|refresh) (?:me|us|my memory)(?: (?:again|please|once more|quickly))?"
    r"(?: (?:on|about|of|as to))?|"
    rf"(?:can|could|would|will) {_ASKER}(?: please| kindly| quickly)? (?:tell|remind|say|find out|check|look up|"
    r"confirm|help)(?: (?:me|us))?(?: out)?(?: (?:with|on|about|of))?(?: again)?|"
    r"(?:i|we)(?: am| are| was| were|'m|'re)? (?:just |only |still |also )?(?:wonder(?:ing)?|curious|"
    r"trying to (?:find out|remember|recall|figure out)|looking for|asking myself|unsure|not sure)(?: (?:about|of))?|"
    r"(?:i|we)(?: would|'d)? (?:just )?(?:like|want|need|have|forget|forgot|ca(?:n ?not|n not|n't) (?:remember|recall))"
    r"(?: to (?:know|find out|learn|understand|check))?|"
    r"(?:is it|are we|is anybody|is anyone) (?:known|clear|sure|certain|aware)(?: (?:of|about))?|"
    r"(?:it would be )?(?:good|nice|interesting|useful|great) to know|"
    r"(?:just )?curious|wondering|out of (?:curiosity|interest)"
    rf")\b[\s,:—–-]*(?:again[\s,:]*)?(?:(?:if|whether) |(?={_QUESTION}))",
    re.I,
)


_TODAY = Pattern(r"\b(?:as of today|today|nowadays|at the present time|these days)\b", re.I)
_STATE = Pattern(
    r"\b(?:job|post|role|position|employer|work(?:s|ing)?|doing|runs?|leads?|heads?|boss|ceo|cto|cfo|owns?|"
    r"owners?|owned|"
    r"called|named|chairs?|(?:who|where|what) (?:is|are|does|do))\b",
    re.I,
)
_NEWS = Pattern(
    r"\b(?:new|news|happen\w*|announc\w*|rais\w*|launch\w*|publish\w*|report\w*|shares?|stock|trad\w+)\b", re.I
)


def at_present(message: str) -> str:
    """A question after what is so "today", which is no day of news, as one after what is so now."""
    return _TODAY.sub("now", message) if _STATE.search(message) and not _NEWS.search(message) else message


_YEARS = Pattern(
    r"\b(?:for )?how many (?:years|months|weeks|days)(?= (?:was|is|did|does|has|have|had|were|will)\b(?! (?:it|"
    r"they) (?:take|pass)))",
    re.I,
)
_TURNED = Pattern(
    r"^(?P<rest>(?:(?!\b(?:how|who|what|when|where|which|whom|whose|why)\b).){4,90}?)\s*[-–—,:]\s*(?P<asked>who|"
    r"what|where) "
    r"(?P<verb>is|was|are|were) (?:that|it|this|he|she|they)\b",
    re.I,
)
""" "Acme's new chief - who is that": what is asked about stands first."""


_COMPARED = Pattern(
    r"^(?:(?:and|so|but|ok) )*how (?:does|do|did|would) (?:that|it|this|they|those) (?:compare|stack up|look|"
    r"fare|stand) (?:to|"
    r"with|against|next to|versus|vs)\s{1,9}(?=<\d+>)",
    re.I,
)
""" "How does that compare to Acme's": the same of another one, to be held against the first."""


def directly(message: str) -> str:
    """A question without what only leads to it."""
    asked = _INDIRECT.sub("", message, count=1) if _INDIRECT.match(message) else message
    asked = _YEARS.sub("how long", asked)
    asked = _TURNED.sub(r"\g<asked> \g<verb> \g<rest>", asked, count=1)
    asked = _COMPARED.sub("compared to ", asked, count=1)
    return asked if asked.strip(" ?.!") else message
