"""What stands around a name and tells what it is: "CEO X", "startup X", "the X humanoid", "X, a maker of …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.extraction.text.mentions import Mention
from bot.grammar.date_words import MONTH_FULL
from bot.model.entity import EntityKind

ORG_NOUNS = {
    "company", "startup", "start-up", "firm", "group", "maker", "developer", "manufacturer", "business", "outfit",
    "unicorn", "supplier", "vendor", "carmaker", "automaker", "giant", "chipmaker", "conglomerate", "lab",
    "laboratory", "institute", "university", "investor", "fund", "bank", "retailer", "subsidiary", "integrator",
    "builder", "operator", "distributor", "newcomer", "specialist", "spinoff", "spin-off", "spinout", "spin-out",
    "rival", "competitor", "provider", "producer", "consultancy", "brokerage", "insurer", "utility", "airline",
    "grocer", "chain", "publisher", "corporation", "enterprise", "incumbent", "scale-up", "scaleup", "venture",
    "organisation", "organization", "agency", "ministry", "shipbuilder", "exchange", "foundation", "nonprofit",
    "accelerator", "incubator", "brand", "contractor", "roboticist's", "platform's", "parent", "owner", "backer",
    "underwriter", "bookrunner", "partner", "customer", "client", "hospital", "wholesaler", "logistician",
    "forwarder", "foundry", "plant", "bakery", "brewery", "farm", "studio", "think-tank", "watchdog",
}  # fmt: skip
PERSON_NOUNS = {
    "ceo", "cto", "coo", "cfo", "cmo", "cio", "president", "chairman", "chairwoman", "chair", "director", "chief",
    "executive", "officer", "professor", "prof", "dr", "mr", "mrs", "ms", "founder", "co-founder", "cofounder",
    "head", "manager", "minister", "analyst", "partner", "engineer", "scientist", "spokesman", "spokeswoman",
    "spokesperson", "boss", "roboticist", "entrepreneur", "economist", "researcher", "billionaire", "student",
    "veteran", "lead", "leader", "investor", "adviser", "advisor", "colleague", "successor", "predecessor",
    "treasurer", "secretary", "mayor", "governor", "designer", "lecturer", "inventor", "lawyer", "journalist",
    "editor", "strategist", "banker", "son", "daughter", "brother", "sister", "wife", "husband", "father", "mother",
    "alumnus", "graduate", "postdoc", "supervisor", "vice-president", "vp", "dean",
}  # fmt: skip
PRODUCT_NOUNS = {
    "robot", "humanoid", "model", "platform", "system", "arm", "gripper", "hand", "quadruped", "exoskeleton", "dog",
    "biped", "cobot", "drone", "chip", "sensor", "simulator", "software", "app", "service", "actuator", "controller",
    "device", "vehicle", "machine", "product", "line", "series", "version", "prototype", "sdk", "dataset", "toolkit",
    "framework", "assistant", "mower", "vacuum", "cleaner", "picker", "truck", "forklift", "kit", "suite", "engine",
    "brain", "os", "family", "generation", "shuttle", "rover", "barista", "walker", "foundation-model", "module",
    "lidar", "camera", "wheelchair",
}  # fmt: skip
GOODS_NOUNS = PRODUCT_NOUNS | {
    "board", "cart", "weapon", "system-on-chip", "soc", "library", "api", "muscle", "finger", "segment", "tool",
    "skin", "exosuit", "suit", "console", "processor", "motor", "gearbox", "reducer", "joint", "headset", "glove",
    "robotaxi", "van", "chassis", "llm", "network", "benchmark", "language", "interface", "architecture",
}  # fmt: skip
"""More nouns of things, too common to stand for a product by themselves."""


def kind_of_noun(word: str) -> EntityKind | None:
    """What is named by a name that such a noun introduces; None for nouns that do not tell."""
    word = word.lower()
    if word not in ORG_NOUNS | PERSON_NOUNS | GOODS_NOUNS:
        word = word.rstrip("s")
    if word in GOODS_NOUNS:
        return "product"
    if word in PERSON_NOUNS:
        return "person"
    return "org" if word in ORG_NOUNS else None


_HONORIFICS = {"mr", "mrs", "ms"}
_BEFORE = re.compile(r"([\w'’.&-]+)[\s\"“'(]*\Z")
_NAMED = re.compile(
    r"\b(?:called|named|dubbed|christened|codenamed|code-named|nicknamed|known as)[\s,\"“']*\Z", re.IGNORECASE
)
_PERSON_AFTER = re.compile(
    r"[\"”']?,? ?(?:\(?\d{2}\)?,|(?:who|whose)\b|,? (?:a |an |the |its |their |his |her |then |now |former |also |"
    r"both )?"
    r"(?:[\w'&.-]+ ){0,5}?(?:"
    + "|".join(sorted(PERSON_NOUNS - {"lead", "investor", "partner", "leader", "son", "head"}))
    + r")\b)",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    r"(?: ?\([^()]{1,40}\)|[\"”')]{1,2})?,? ?(?:,|\(|-|–|—) ?"
    r"(?:a|an|the|which|itself a|one of|another|its|their|formerly|whose)\b([^,.;:()]{0,90})",
    re.IGNORECASE,
)
_POST_OF = re.compile(
    r"\b(?:C[A-Z]O|[SE]?VP|[Pp]resident|[Hh]ead|[Dd]irector|[Mm]anager) (?:of|for) "
    r"(?:[A-Z][\w&]*,? (?:(?:and|&) )?){1,4}\Z"
)
"""In "vice president of Software Engineering" it is the person who is named next."""
_SAID = re.compile(
    r"[\"”']? (?:said|says|told|added|explained|recalled|argued|wrote|joked|joined|studied|graduated|"
    r"resigned|left|quit)\b"
)
_ORG_VERBS = re.compile(
    r"(?:'s|’s)? (?:has |had |have |is |was |will |would |also |itself |recently |said it |says it |announced it )*"
    r"(?:raised|raises|raise|acquired|acquires|"
    r"acquire|acquiring|bought|buys|launched|launches|unveiled|unveils|closed|secured|secures|landed|lands|employs|filed|files|sells|sold|"
    r"makes|builds|shipped|ships|opened|opens|invested|invests|develops|plans|operates|hired|hires|valued|owns|reported|"
    r"announced|announces|snapped up|merged|listed|floated|deployed|signed|appointed|agreed|led)\b"
)
_DATELINE = re.compile(r"(?:, [^\W\d_]\w*\.?| \d{1,2})*(?:, \d{4})?(?: ?\([^()]{2,30}\))? ?(?:--|[-–—])\s")
_ORG_PREP = re.compile(
    r"\b(?:into|for|of|by|with|joined|joins|left|acquired|acquire|acquiring|buy|buying|bought|backed by|led by|"
    r"founded|owns|owned by|rival|like|via|through|than|including|and|behind|between) \Z", re.IGNORECASE
)  # fmt: skip
_ORG_POSS = re.compile(
    r"(?:'s|’s|s'|s’|') (?:[\w-]+ ){0,3}?(?:ceo|cto|coo|cfo|chief|founders?|co-founders?|boss|president|chair\w*|"
    r"valuation|revenues?|sales|shares?|board|series|round|backers|investors|customers|plants?|factory|factories|robots?|humanoids?|staff|employees|"
    r"headquarters|fund|arm|unit|division|subsidiary|head|spokes\w+|shareholders|first|own|latest|debut|products?|largest)\b",
    re.IGNORECASE,
)  # fmt: skip
_OF_HOUSES_TOO = {"lead", "head", "partner", "director", "graduate"}
"""Nouns of people that others are called, too."""
_HEAD_AFTER = re.compile(r"[\"”']? ((?:[\w-]+ ){0,2}?)([a-z][\w-]*)")
_SMALL_WORD = re.compile(
    r"\b(?:is|was|has|and|or|to|the|a|an|of|in|for|its|said|says|will|with|on|at|that|as|can|by)\b"
)
_DETERMINED = re.compile(
    r"(?:\b(?:the|its|a|an|their|new|our|his|her|named|two|three|\d+)|'s|’s) (?:[\w-]+ ){0,3}\Z", re.IGNORECASE
)
_BASED_IN = re.compile(
    r"\b([A-Z][\w-]+(?: [A-Z]\w+)?)[- ]based|based in ([A-Z][\w-]+(?: [A-Z]\w+)?)|"
    rf"(?:from|in) (?!(?:{MONTH_FULL}|Series|English|Chinese)\b)([A-Z]\w+)"
)
_BASED_BEFORE = re.compile(r"\b([A-Z][\w'-]*(?: [A-Z]\w+)?)[- ]based (?:[\w-]+ ){0,4}\Z")
_BASED_AFTER = re.compile(r"[- ]based\b")
_SEAT_BEFORE = re.compile(r"\bbased (?:in|out of) \Z|\bheadquartered in \Z")
_WITHIN = re.compile(
    r"\b(?:in|near|outside|across|throughout|around) (?:the (?:city|town|state|province|region) of )?\Z"
)
_ROUND_AFTER = re.compile(r"(?:'s|’s)? (?:Series [A-H]|seed round|A\+ round)")
_TICKER_AFTER = re.compile(r"[,;]? ?\((?:NASDAQ|NYSE|HKEX|TSE|SSE|KRX|Nasdaq)\b")


@dataclass(slots=True)
class _Cast:
    """What the surroundings of one mention say."""

    votes: dict[EntityKind, float]
    nouns: set[str] = field(default_factory=set)
    place: str = ""

    def vote(self, kind: EntityKind, weight: float, noun: str = "") -> None:
        self.votes[kind] = self.votes.get(kind, 0.0) + weight
        if noun:
            self.nouns.add(noun)


def cast_votes(mention: Mention, text: str) -> tuple[set[str], str]:
    """Adds the votes of a mention's surroundings; returns the nouns that describe it and the place it is based in."""
    before = text[max(0, mention.start - 80) : mention.start].split("\n")[-1]
    after = text[mention.end : mention.end + 160].split("\n")[0]
    cast = _Cast(mention.votes)
    _by_noun_before(cast, before)
    _by_naming(cast, before)
    _by_noun_after(cast, before, after)
    _by_apposition(cast, after)
    _by_place(cast, mention, before, after)
    deeds: tuple[tuple[EntityKind, float, re.Match[str] | None], ...] = (
        ("person", 1.2, _PERSON_AFTER.match(after) if len(mention.text.split()) > 1 else None),
        ("person", 0.6, _SAID.match(after)),
        ("person", 4.0, _POST_OF.search(before) if len(mention.text.split()) > 1 else None),
        ("org", 0.8, _ORG_VERBS.match(after)),
        ("org", 1.5, _ORG_POSS.match(after)),
        ("org", 0.3, _ORG_PREP.search(before)),
        ("org", 2.0, _ROUND_AFTER.match(after)),
        ("org", 4.0, _TICKER_AFTER.match(after)),
    )
    for kind, weight, told in deeds:
        if told:
            cast.vote(kind, weight)
    return cast.nouns, cast.place


def _by_noun_before(cast: _Cast, before: str) -> None:
    """ "CEO X", "startup X", "the robot X"."""
    match = _BEFORE.search(before)
    if match is None:
        return
    word = match[1].lower().rstrip(".").removesuffix("'s")
    glued = before.endswith(("(", '"', "“"))
    if word in ORG_NOUNS and not glued and word not in {"investor", "partner"}:
        cast.vote("org", 2.5, word)
    elif word in PERSON_NOUNS and not glued:
        cast.vote("person", 8 if word in _HONORIFICS else 1 if word in _OF_HOUSES_TOO else 3, word)
    elif word in PRODUCT_NOUNS:
        cast.vote("product", 1.5, word)


def _by_naming(cast: _Cast, before: str) -> None:
    """ "a humanoid called X"."""
    if naming := _NAMED.search(before):
        introduced = (kind_of_noun(w) for w in reversed(re.findall(r"[\w-]+", before[: naming.start()])[-6:]))
        sort = next((kind for kind in introduced if kind), None)
        cast.vote(sort or "product", 4.0 if sort else 1.0)


def _by_noun_after(cast: _Cast, before: str, after: str) -> None:
    """ "the X humanoid"."""
    head = _HEAD_AFTER.match(after)
    if head is None or head[2].rstrip("s") not in PRODUCT_NOUNS or head[1].strip().endswith(("'s", "s'")):
        return
    fits = not head[1] or (all(w.islower() for w in head[1].split()) and not _SMALL_WORD.search(head[1]))
    if fits and _DETERMINED.search(before):
        cast.vote("product", 1.5, head[2].rstrip("s"))


def _by_apposition(cast: _Cast, after: str) -> None:
    """ "X, a maker of robots based in Y"."""
    match = _APPOSITION.match(after)
    if match is None:
        return
    for word in re.findall(r"[\w-]+", match[1].lower())[:12]:
        noun = word if word in ORG_NOUNS | PERSON_NOUNS | PRODUCT_NOUNS else word.rstrip("s")
        if noun in PERSON_NOUNS:
            cast.vote("person", 2.0, noun)
        elif noun in ORG_NOUNS:
            cast.vote("org", 2.0, noun)
        elif noun in PRODUCT_NOUNS:
            cast.vote("product", 1.0, noun)
        else:
            continue
        break
    if based := _BASED_IN.search(match[1]):
        cast.place = next(g for g in based.groups() if g)


def _by_place(cast: _Cast, mention: Mention, before: str, after: str) -> None:
    """ "the Y-based X", "X-based", "in the city of X", a dateline."""
    if based := _BASED_BEFORE.search(before):
        cast.vote("org", 2.0)
        cast.place = based[1]
    if mention.text.isupper() and not before.strip() and _DATELINE.match(after):
        cast.vote("place", 6)
    if _BASED_AFTER.match(after) or _SEAT_BEFORE.search(before):
        cast.vote("place", 6)
    elif mention.label in {"GPE", "LOC"} and _WITHIN.search(before):
        cast.vote("place", 1.0)
