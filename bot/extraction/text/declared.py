"""Names that a text declares for one just printed: "Acme Robot Co., Ltd. (hereinafter "Acme", 艾科 in Chinese)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extraction.text.mentions import Mention
from bot.extraction.text.org_tails import looks_like_org
from bot.names.people import is_given_name

if TYPE_CHECKING:
    from bot.names.registry import Registry

_LEGAL = (
    r"(?:Inc|Ltd|Co|Corp|LLC|L\.L\.C|PLC|plc|GmbH|AG|SE|KG|S\.?A|S\.p\.A|N\.?V|B\.?V|Pte|Limited|Incorporated|"
    r"Corporation)\b\.?"
)
_LEGAL_TAIL = rf"(?:,? ?{_LEGAL})"
_LEGAL_END = re.compile(rf".*\W{_LEGAL}\Z")
_OPENS = re.compile(
    rf"(?P<legal>{_LEGAL_TAIL}*)[\"”]?(?P<noun> (?:era|times|group|company|corporation|technology|robot|robotics|"
    r"capital|investment|fund)\b)?(?:\s?\([^()\n:]{2,30}: ?[^()\n]{2,30}\))?\s*[(（]"
)
"""What stands between a name and a bracket: its legal form, the noun that translators write small ("Ningde era"),
the exchange and its code."""
_ASIDE = re.compile(
    rf"(?P<legal>{_LEGAL_TAIL}*), "
    r"(?=(?:here(?:in)?after|abbreviated|shortened|(?:better|also|formerly|previously|otherwise) (?:known|called) as|"
    r"trading as|doing business as|or [\"“]?\w+(?: \w+)?[\"”]? for short)\b)"
)
"""The same without brackets, where the words leave no doubt."""
_CLOSES = re.compile(r"[^()（）\n]{1,200}?[)）]")
_STOPS = re.compile(r"[.;\n]|, (?!or |and )|\Z")
_DELIMITER = re.compile(r"[,;/|，；、]\s*|\s*\b(?:or|and)\b\s*")
_CUE_WORDS = frozenset(
    """
    hereinafter hereafter herein below henceforth referred refer to as called known simply just also formerly previously
    aka a k or the in english chinese korean japanese german french latin name named brand short shortened abbreviated
    abbreviation abbr form for trading trades under doing business dba from now on officially commonly acronym alias
    trade is its we it earlier translated better otherwise stock security ticker code
    """.split()  # noqa: SIM905 (reads better than 60 quoted words)
)
_CUE = re.compile(
    r"\b(?:here(?:in)?after|henceforth|referred|called|known|formerly|previously|aka|a\.k\.a|name|named|brand|short|"
    r"shortened|abbreviated|abbreviation|abbr|translated|trading|dba|acronym|alias|"
    r"(?:english|chinese|korean|japanese|german|french)(?= ?:))(?![a-z])",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\"”'’]?\s*(?:(?:for|in) short|below|hereinafter|hereafter|from here on|for short in English|"
    r"in (?:English|Chinese|Korean|Japanese|German|French))\s*",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b(?:stock|ticker|securit(?:y|ies)|share) (?:code|symbol)\b|\b\d{6}\b|\b\d{4,6}\.[A-Z]{2}\b")
_CJK = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_TERM = re.compile(
    r"[\"“'](?:the |our )?(?:Company|Group|Issuer|Firm|Bank|Fund|Buyer|Seller|Purchaser|Corporation|Investor)[\"”']|"
    r"\b[Tt]he (?:Company|Group|Issuer)\b"
)
"""What contracts call a house beside its name."""
_SENTENCE = 300
_STOP = re.compile(r"[.!?][\"”)]?\s|\n")
_LEGAL_GAP = re.compile(rf"\A{_LEGAL_TAIL}+")
_GENERIC = {
    "company", "group", "parties", "issuer", "firm", "bank", "fund", "buyer", "seller", "purchaser", "corporation",
    "investor", "investors", "offering", "transaction", "agreement",
}  # fmt: skip
_PLACE_END = re.compile(r"\b(?:City|Prefecture|Province|County|District|State|Region|Island|Town|Village)\Z")
_PLACES = {"GPE", "LOC", "FAC", "NORP"}
_NO_HOUSE = {"exchange", "outlet", "government"}


def is_full(name: str) -> bool:
    """Whether a name ends with its legal form ("Acme Robot Co.")."""
    return _LEGAL_END.fullmatch(name) is not None


def like_person(mention: Mention) -> bool:
    """Whether a name of two words or more seems a person's."""
    words = mention.text.split()
    named = len(words) > 1 and not mention.entity_id and not is_full(mention.text) and not looks_like_org(mention.text)
    return named and (mention.label == "PERSON" or is_given_name(words[0]))


def without_place(name: str, registry: Registry) -> str:
    """A full legal name without the town before it ("Hangzhou Acme Robot Co."); empty for any other name."""
    first, _, rest = name.partition(" ")
    return rest if is_full(name) and " " in rest and registry.is_place(first) else ""


def told_apart(a: list[Mention], b: list[Mention], text: str) -> bool:
    """Whether a sentence names both of two: it would not call one house by two names."""
    for x in a:
        for y in b:
            first, last = (x, y) if x.start < y.start else (y, x)
            between = text[first.end : last.start]
            if len(between) < _SENTENCE and not _STOP.search(_LEGAL_GAP.sub("", between)):
                return True
    return False


def _like_place(mention: Mention) -> bool:
    """Whether a name in a bracket seems to say where the house is."""
    return mention.label in _PLACES or _PLACE_END.search(mention.text) is not None


@dataclass(frozen=True, slots=True)
class _Beside:
    """A name in a bracket behind another: what stands before it and behind it there, and the bracket as a whole."""

    before: Mention
    named: Mention
    lead: str
    tail: str
    bracket: str
    acronym: bool
    """It is written like the initials of the other."""

    @property
    def own(self) -> str:
        """What stands before the name since the last comma or "or", without quotation marks."""
        return _DELIMITER.split(self.lead)[-1].strip("\"“' ")

    @property
    def rest(self) -> str:
        """What stands behind it up to the next comma or "or"."""
        return _DELIMITER.split(self.tail)[0]

    @property
    def alone(self) -> bool:
        """Whether nothing stands beside the name between two commas."""
        return not self.own and not self.rest.strip("\"”'’ ")

    @property
    def quoted(self) -> bool:
        """Whether the name stands in quotation marks of its own."""
        return self.lead.rstrip().endswith(('"', "“", "'")) and self.tail[:1] in {'"', "”", "'"}

    def declares(self) -> bool:
        """Whether the name is another of the one before the bracket."""
        person, numbered = like_person(self.before), _CODE.search(self.bracket) is not None
        words = re.findall(r"[\w.]+", _TERM.sub("", self.lead))
        if not all(word.lower().strip(".") in _CUE_WORDS for word in words):
            return numbered and self.alone and not person
        cue = _CUE.search(self.lead) is not None
        if _CJK.search(self.named.text):
            return self.alone or cue
        if person != like_person(self.named) and (person or not self.quoted):
            return False
        if self.acronym:
            return self.alone or cue
        if _TAIL.fullmatch(self.rest):
            return True
        shut = not self.rest.strip("\"”'’ ")
        if shut and (cue or (self.quoted and self.own in {"", "the"})):
            return True
        listed = numbered or (_CJK.search(self.bracket) is not None and len(_DELIMITER.split(self.bracket)) == 2)
        return self.alone and listed and not person and not _like_place(self.named)


def _may_be_declared(before: Mention, named: Mention, registry: Registry) -> bool:
    """Whether nothing that the registry knows forbids two names to be one's."""
    entity = registry.entities.get(named.entity_id)
    if named.text.lower() in _GENERIC or (before.entity_id and named.entity_id) or registry.is_place(named.text):
        return False
    return entity is None or (entity.kind in {"org", "person", "product"} and entity.subkind not in _NO_HOUSE)


def declared(mentions: list[Mention], text: str, registry: Registry) -> Iterator[tuple[Mention, Mention, bool]]:
    """Pairs of a name and another that is declared for it right behind; and whether the first is a full legal name."""
    for number, before in enumerate(mentions):
        opens = _OPENS.match(text, before.end)
        aside = None if opens else _ASIDE.match(text, before.end)
        if opens:
            begin, ends = opens.end(), _CLOSES.match(text, opens.end())
            end = ends.end() - 1 if ends else begin
        elif aside:
            begin, stop = aside.end(), _STOPS.search(text, aside.end())
            end = stop.start() if stop else len(text)
        else:
            continue
        inside = [m for m in mentions[number + 1 : number + 8] if begin <= m.start and m.end <= end]
        lows, highs = [begin, *(m.end for m in inside)], [*(m.start for m in inside[1:]), end]
        full = bool((opens or aside or {"legal": ""})["legal"]) or is_full(before.text)
        for named, low, high in zip(inside, lows, highs, strict=False):
            acronym = _is_acronym(before.text, named.text) or bool(opens and opens["noun"] and named.text.isupper())
            lead = text[low : named.start].replace("d/b/a", "dba").replace("a.k.a.", "aka")
            beside = _Beside(before, named, lead, text[named.end : high], text[begin:end], acronym)
            if _may_be_declared(before, named, registry) and beside.declares():
                yield before, named, full


def _is_acronym(full: str, short: str) -> bool:
    initials = "".join(word[0] for word in re.findall(r"\w+", full) if word[0].isupper())
    return short.isupper() and len(short) > 1 and (short in initials or initials in short)
