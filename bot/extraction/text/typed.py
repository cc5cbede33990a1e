"""Masked text whose name tokens tell what they name, and lists of organisations in it.

"<n0> sold 40 <n1> arms to <n2>" reads "<o0> sold 40 <p1> arms to <o2>": `o` an organisation, `p` a product, `h` a
person, `l` a place, `x` a name that is none ("MoU"). Tokens keep their length, so offsets are those of the masked text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bot.extraction.deals.clauses import predicate_at
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.cues import ORG_NOUNS
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

_LETTERS = {"org": "o", "unknown": "o", "product": "p", "person": "h", "place": "l"}
_NO_NAMES = {"MOU", "LOI", "JV", "CEO", "AMR", "AMRS", "AGV", "AGVS", "AI", "VLA", "R&D"}
_DEMONYM = re.compile(
    r"(?:[A-Z]\w+(?:ese|ish|ian|ean)|German|French|Dutch|Swiss|Czech|Greek|Thai|Korean|American|European|Asian)\Z"
)

STOPS = (
    r"and|or|but|with|in|at|to|on|for|who|whose|which|that|was|is|were|are|has|had|have|said|says|say|"
    r"after|before|as|while|from|by|into|of|"
    r"will|would|when|where|it|they|also|not|because|if|during|since|until|over|about|than|through|under|"
    r"be|been|can|could|may|"
    r"might|should|then|so|off|did|does|do|only|we|i|he|she|you|them|there|this|these|those|their"
)
WORD = rf"(?!(?:{STOPS})\b)[\w&%.'’-]*\w"
"""One word of a noun phrase in masked text."""
WORDS = rf"(?:{WORD} ){{0,6}}?"
FILL = (
    r"(?>(?:have|has|had|will|would|are|is|was|were|be|been|being|also|now|already|today|both|each|to|just|"
    r"recently|since|first|once|together|jointly|"
    r"finally|then|later|instead|yesterday|formally|officially|say|said|says|can|may|could|\w+ly|<d\d+>|"
    r"(?:on|in|at|since|from|as of|by) <d\d+>|"
    r"(?:in|at) (?:the )?<[lo]\d+>)[ ,]+)*"
)
"""What may stand between a subject and its verb."""
_ORG_NOUN = "|".join(sorted({*ORG_NOUNS, "house", "maker", "dealer", "contractor"}, key=lambda w: (-len(w), w)))
_ITEM = re.compile(
    rf"[\"“*]*(?:(?:both|the|an?|from|with|by|at) )?(?:(?:{WORD}|<l\d+>(?:'s?|-based)?|<[ou]\d+>-based) )"
    rf"{{0,7}}?[\"“*]*<o(\d+)>[\"”*]*"
)
_OWNED = re.compile(
    rf"'s? (?:<[ol]\d+>-based )?(?:{WORD} ){{0,5}}?<o(\d+)>(?!-based)|(?:-based)? (?:{WORD} )"
    rf"{{0,4}}?(?:{_ORG_NOUN}) <o(\d+)>"
)
_TAIL = re.compile(rf"'s? (?:<l\d+> )?(?:{WORD}(?: |(?=[,.;)])|\Z)){{1,4}}|'s?(?=(?:,|,? and)(?: at)? <o)")
_OF_PLACE = re.compile(r" (?:(?:of|in|from) (?:the )?<[lo]\d+>|<l\d+>)(?=[ ,.;)]|\Z)")
_BRACKET = re.compile(r"\s*\([^()]{0,60}\)")
_ASIDE = re.compile(
    r", (?:an?|the|which|who|whose|itself|one|its|formerly|part|already|both|<[lo]\d+>'s?)"
    r"\b[^,;.]{0,90}(?:,(?! (?:<|and (?:the )?<))|(?= and (?:the )?(?:[\w-]+ ){0,4}<o))"
)
_SEPARATOR = re.compile(
    r"(?:,? and|,? as well as|,? along with|,? together with|,? alongside|,? plus|,| &| /|/|、|,? or) "
    r"?(?:also |then |notably |with )?"
)
_BEHIND = re.compile(
    r"\b(?:[Ii]n|[Aa]t|of|[Ff]or|[Tt]o|[Ww]ith|[Ff]rom|[Bb]y|near|into|through|[Oo]n|between) (?:the )?\Z"
)
_BEFORE_VERB = re.compile(
    rf"(?:'s?)?(?: \([^()]*\))?(?:,? (?:an?|the|which|who|itself|both|already|based|of|from|<l\d+>|"
    rf"<o\d+>'s)\b[^;]{{0,90}},?)?[\s,]*{FILL}\Z"
)


def typed(segment: Segment, products: Collection[int] = ()) -> str:
    """The masked text of a segment with the kinds of its names; `products` are ids of clusters to take for products."""

    def token(match: re.Match[str]) -> str:
        mention = segment.named(match[1])
        letter = _LETTERS[mention.cluster.kind]
        if id(mention.cluster) in products:
            letter = "p"
        elif mention.text.upper() in _NO_NAMES:
            letter = "x"
        elif letter == "o" and _DEMONYM.match(mention.text):
            letter = "l"
        return f"<{letter}{match[1]}>"

    return re.sub(r"<n(\d+)>", token, segment.text)


def plain(segment: Segment, start: int, end: int) -> str:
    """A stretch of the masked text with its names, sums and dates as printed; anaphors by the name they stand for."""

    def token(match: re.Match[str]) -> str:
        number = int(match[2])
        if match[1] == "m":
            return segment.money[number].text
        if match[1] == "r":
            return segment.rounds[number].text
        if match[1] == "d":
            return segment.dates[number].text
        mention = segment.names[number]
        return mention.cluster.name if mention.anaphoric else mention.text

    return re.sub(r"\s+", " ", re.sub(r"<([a-z])(\d+)>", token, segment.text[start:end])).strip(" ,;:.\"“”'()–—-")


def orgs_after(text: str, position: int) -> tuple[list[int], int]:
    """The organisations listed from a place of a typed text on, by number, and where the list ends."""
    found: list[int] = []
    end = position
    while match := _ITEM.match(text, position):
        number, position = match[1], match.end()
        while owned := _OWNED.match(text, position):
            number, position = owned[1] or owned[2], owned.end()
        for pattern in (_TAIL, _OF_PLACE, _BRACKET):
            if more := pattern.match(text, position):
                position = more.end() - (text[more.end() - 1] == " ")
        found.append(int(number))
        end = position
        separator = _SEPARATOR.match(text, position)
        aside = _ASIDE.match(text, position)
        if aside and not (
            separator and _ITEM.match(text, separator.end()) and not re.match(r",? (?:an?|its|which) ", text[position:])
        ):
            position = aside.end()
            separator = _SEPARATOR.match(text, position) or re.compile(r" and | ").match(text, position)
        if not separator or separator.end() == position:
            break
        position = separator.end()
    return found, end


def orgs_before(text: str, position: int) -> list[int]:
    """The organisations of the longest list that ends before a place of a typed text, asides and auxiliaries apart."""
    for match in re.finditer(r"<o\d+>", text[:position]):
        if _BEHIND.search(text, 0, match.start()):
            continue
        found, end = orgs_after(text, match.start())
        if end <= position and found and _BEFORE_VERB.fullmatch(text, end, position):
            return found
    return []


def is_party(cluster: Cluster) -> bool:
    """Whether a cluster may act in a deal."""
    return cluster.kind in {"org", "unknown"} and cluster.subkind not in {"outlet", "exchange"}


def is_actor(mention: Mention) -> bool:
    """Whether a name acts in a deal, and is not that of a town or country taken for a company."""
    return is_party(mention.cluster) and (
        mention.anaphoric or bool(mention.entity_id) or mention.label not in {"GPE", "LOC", "NORP", "DATE"}
    )


def understood(segment: Segment, position: int) -> list[Cluster]:
    """The organisations that the parse takes for the subject of the verb at a place of the masked text."""
    predicate = predicate_at(segment.sentence, segment.origin(position))
    if predicate is None:
        return []
    args = predicate.surface_subjects
    return unique(m.cluster for arg in args for m in arg.mentions if is_party(m.cluster))


def actors(segment: Segment, text: str, position: int) -> list[Cluster]:
    """The organisations that do what the verb at a place of the masked text says."""
    listed = unique(segment.names[n].cluster for n in orgs_before(text, position))
    parsed = understood(segment, position)
    return parsed if len(parsed) > len(listed) or not listed else [c for c in listed if is_party(c)]


def unique(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Each cluster once, in order."""
    return list({id(c): c for c in clusters}.values())
