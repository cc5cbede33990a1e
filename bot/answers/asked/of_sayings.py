"""Questions for somebody's words: what did they say on something, who said so, who thinks so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.grammar.patterns import Pattern

Way = Literal["by", "who", "why"]

_LEAD = (
    r"^(?:(?:and|so|but|ok|then|give me|show me|any|a|an|the|some|all|best|find|good|famous|do you have|"
    r"is there) ){0,4}"
)
_SAY = (
    r"(?:say(?:ing)?|said|think(?:ing)?|thinks|write|wrote|written|expect|expects|believe|believes|predict|predicts|"
    r"claim|"
    r"claims|argue|argues|comment|post|tweet|make of|feel|reckon|warn|joke|tell|told)"
)
_SOMEBODY_OF = (
    r"(?:woman|lady|man|guy|person|speaker|boss|ceo|chief|chief executive|founder|head|manager|executive|exec|director|"
    r"engineer|spokes(?:man|woman|person)|representative|chair(?:man|woman)?|president|professor|analyst)"
)
_WHO = rf"(?:(?:mr|ms|mrs|dr|prof|professor|sir)\.? )?(?P<who><\d+>|the <\d+>(?:'s?)? {_SOMEBODY_OF}|"
_WHO += r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*)?)"
_VIEW = r"(?:quot(?:es?|ations?)|words|opinions?|views?|takes?|thoughts|comments?|statements?|stance)"
_REST = r"(?P<rest>.*)$"
_BY = tuple(
    Pattern(shape)
    for shape in (
        rf"{_LEAD}(?:what|anything) (?:else |all )?(?:did|does|do|has|have|had) {_WHO} "
        rf"(?:(?:ever|actually|really|just|exactly|have|has) )*{_SAY}\b{_REST}",
        rf"{_LEAD}<(?P<number>\d+)>(?:'s?)? {_VIEW}\b{_REST}",
        rf"{_LEAD}{_VIEW} (?:from|by|of) (?P<who><\d+>)(?!\w){_REST}",
        rf"^(?:what|how) (?:is|are|was|were) {_WHO} {_VIEW}\b{_REST}",
        rf"^(?:what|how) (?:is|are|was|were) <(?P<number>\d+)>(?:'s?)? {_VIEW}\b{_REST}",
        rf"{_LEAD}what (?:is|was) {_WHO} (?:saying|thinking)\b{_REST}",
    )
)
_WHY = Pattern(
    rf"^(?:and |so |but )?why (?:does|did|do|is|was) {_WHO} (?:think|believe|say|feel|argue|expect|claim|predict|"
    rf"reckon|convinced|sure|confident|optimistic|pessimistic|sceptical|skeptical|worried|bullish)\b{_REST}"
)
"""Why somebody thinks so is told in their own words."""
_WHOSE = tuple(
    Pattern(shape)
    for shape in (
        r"^(?:and |so |but )?what (?:do|does|did|have|are) (?:the )?(?:people|others|experts|analysts|everyone|"
        r"everybody|anyone|"
        r"investors|founders|ceos|executives|they all) (?:say|said|think|saying|thinking|feel|make of)\b (?P<rest>.+)$",
        r"^(?:(?:the|any|some|best|good|great|give me|find|show me|famous) ){0,4}(?:quotes?|quotations|opinions|views) "
        r"(?:on|about) (?P<rest>.+)$",
        r"^(?:and |so |but )?who (?:else |all )?(?:thinks?|believes?|says?|said|called|calls|claims?|claimed|argues?|"
        r"argued|"
        r"expects?|predicts?|predicted|warns?|warned|wrote|reckons?)(?: that)? (?P<rest>.+)$",
        r"^(?:and |so |but |is |are )?(?:there )?(?:who|anyone|anybody|someone) (?:else )?(?:is |are |was )?"
        r"(?:also |most |more |so |very |the most )?"
        r"(?P<mood>critical|scep?tical|skeptical|doubtful|worried|concerned|pessimistic|optimistic|bullish|"
        r"bearish|"
        r"positive|negative|afraid|against|cautious)(?: (?:of|about|on|towards?|to))?(?P<rest>.*)$",
        r"^(?:and |so |but )?who (?:else )?(?P<mood>doubts?|questions?|criticis\w+|criticiz\w+|dismisses|mocks?|warns? "
        r"(?:about|of|against)) (?P<rest>.+)$",
        r"^(?:and |so |but )?what (?:do|does|did|have|are) (?:the |its |their )?(?P<mood>critics?|scep?tics?|skeptics?|"
        r"doubters?) (?:of <\d+> )?(?:say|said|think|saying|object)\b (?P<rest>.+)$",
    )
)
_OF_ANYBODY = 2
"""Of those the first, which ask for anybody's words on something."""
_ABOUT = Pattern(
    r"^[\s,]*(?:(?:about|on|of|regarding|concerning|to|for|in|at|after|as|that|with|the|his|her|their|its|pls|please|"
    r"own) )*"
)
_ASIDE = Pattern(
    r"(?:\b(?:when|while|if|once|as soon as) (?:you|he|she|they|we|i|asked)\b.*|\b(?:pls|please)\b|[?.! ]+)$"
)
_QUOTED = Pattern(r"[\"“”„«»]([^\"“”„«»]{12,})[\"“”„«»]|(?<!\w)['‘]([^'‘’]{16,})['’](?!\w)")
_ASKS_WHOSE = Pattern(r"\b(?:who|whose|whom)\b|谁|誰")


@dataclass(frozen=True, slots=True)
class OfSayings:
    """How somebody's words are asked for: `who` is a name as it stands in the shape, `topic` what they are on."""

    way: Way
    who: str = ""
    topic: str = ""
    mood: str = ""


@lru_cache(maxsize=64)
def asked_of_sayings(shape: str) -> OfSayings | None:
    """How a question asks for words; None where it asks for something else."""
    for pattern in _WHOSE:
        if (met := pattern.match(shape)) is not None:
            mood = met.groupdict().get("mood") or ("" if pattern in _WHOSE[_OF_ANYBODY:] else "any")
            return OfSayings("who", "", _topic(met["rest"]), mood)
    for pattern in _BY:
        if (met := pattern.match(shape)) is not None:
            part = met.groupdict()
            who = f"<{part['number']}>" if part.get("number") else part.get("who") or ""
            return OfSayings("by", who, _topic(met["rest"]))
    if (met := _WHY.match(shape)) is not None:
        return OfSayings("why", met["who"], _topic(met["rest"]))
    return None


def quoted_words(message: str) -> str:
    """The words in quotation marks of a message that asks whose they are; empty without any."""
    met = _QUOTED.search(message)
    return (met[1] or met[2]) if met is not None and _ASKS_WHOSE.search(message.casefold()) else ""


def _topic(rest: str) -> str:
    return _ABOUT.sub("", _ASIDE.sub("", rest)).strip()
