"""Word lists and small rules that all deals share: how sure the text is of them, whose they are, when they were."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from bot.extraction.text.context import Arg, Predicate, Sentence
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.grammar.dates import DateMention
from bot.model.when import When

Status = Literal["completed", "announced", "rumored", "denied"]

_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|untrue|groundless|(?:not|never) (?:held|hold)|pure rumou?r|no deal|"
    r"no (?:such )?(?:plans?|talks|deal|intention)|not (?:in talks|planning|considering|"
    r"consider|for sale|true)|never (?:arrived|came|closed|engaged|happened)|shelv(?:es?|ed|ing)|"
    r"abandon\w*|scrap(?:s|ped)|"
    r"called? off|calls off|"
    r"(?:dropp(?:ed|ing)|drops)(?! (?:[a-z]+ly )?(?:to|by|from|below|under|off|in|\d|<m))|fell (?:through|apart)|"
    r"fall(?:s|en) (?:through|apart)|collapsed|broke(?:n)? (?:down|off)|"
    r"came to nothing|"
    r"foundered|"
    r"failed (?=to\b|in (?:its|the|his|their)\b|(?:[a-z-]+ ){0,3}(?:bids?|attempts?|offers?|deals?|talks|takeover|"
    r"merger|"
    r"rounds?|sale|listing|IPO|float|flotation|acquisition|purchase|fund-?rais\w+|negotiations|plans?)\b)|"
    r"(?:bid|attempt|offer|deal|talks|takeover|merger|round|financing|sale|listing|IPO|acquisition|purchase|"
    r"negotiations|"
    r"plans?|efforts?|transaction)\b[^.;,]{0,40} failed|"
    r"came close to being|groundless|turned away|withdrew|rebuffed|terminat\w*|withdr[ae]w\w*|"
    r"cancel\w*|pulled (?:out|the|its|<n\d+>'s)|turned (?:it |<n\d+> |"
    r"them )?(?:down|away)|reject\w*|rebuff\w*|refus\w*|"
    r"declined (?:an? |the |<n\d+>'s )?(?:offer|bid|approach)|block(?:s|ed)|forb(?:ade|id\w*)|veto\w*|prohibit\w*|"
    r"walk(?:s|ed) away|ended without|"
    r"lapsed|rumou?red? .{0,40}(?:false|wrong))\b",
    re.IGNORECASE,
)
_RUMORED = re.compile(
    r"\b(?:in (?:early |advanced |late-stage |preliminary |exclusive |final )*(?:talks|discussions|negotiations)|"
    r"talks (?:with|about|to|over|on|for)|"
    r"talking to|discuss(?:es|ed|ing)?|negotiat\w+|reportedly|is said to|are said to|said to be|was reported to|"
    r"rumou?r\w*|sounding out|"
    r"consider(?! it(?:self)? )(?:s|ing)?(?! (?:that|how|the fact)\b)|considered (?=[a-z]+ing\b|(?:an?|the|its|"
    r"<n\d+>'s) (?:[a-z-]+ ){0,2}(?:bid|"
    r"offer|deal|sale|investment|round|stake|takeover|acquisition|purchase|merger|listing|IPO)\b)|explor(?:es|"
    r"ing)|weigh(?:s|ing)|mull(?:s|ing)|(?:is |was |has been |be )(?:seeking|after|"
    r"eyeing|looking for)|"
    r"looking to (?:invest|buy|acquire|raise|lead|sell)|look(?:s|ing) (?:at|into|for) (?:[a-z]+ "
    r"){0,3}(?:ways?|options?) to|mooted|touted|as (?:first )?reported by|"
    r"if (?:completed|closed|it (?:closes|goes through))|"
    r"wants to (?:buy|acquire|raise|take)|could (?:buy|raise|acquire|value)|close to (?:closing|a deal|raising|buying)|"
    r"interested in (?:buying|acquiring)|contacting|asks for|pitching|speculat\w+|in line for)\b|"
    r"(?:(?:<n\d+>|\b(?:startup|company|firm|maker|it|which|that|now)) (?:targets|seeks)|\b(?:seeking|hunting for|"
    r"in search of)) (?:(?:an?|up to|about|around|some|at least|nearly|over|more than|another|fresh|"
    r"as much as) ){0,3}<m\d+>",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:will|plans? to|planned to|intends? to|aims? to|agree[sd]? (?:to|on)|agreed|is to|are to|to be|would|"
    r"expected to|expects to|set to|"
    r"proposes? to|has agreed|subject to|is (?:buying|acquiring|raising|investing|merging|going public|taking over)|"
    r"are (?:buying|merging|acquiring)|(?:is|are) being (?:bought|acquired|taken over|sold)|hopes? to|"
    r"prepar(?:es|ing) (?:to(?! (?:expand|grow|scale|ship|enter|build|deliver|produce|hire|move|roll|deploy)\b)|"
    r"for|an?)|seeks? to|wants? to|promised|pledged|commit(?:s|ted) to (?:invest|buy|put|pay)|"
    r"next (?:month|year|week|quarter))\b",
    re.IGNORECASE,
)


_TOLD = re.compile(
    r"\A\W*(?:The|This|That) (?:[\w-]+ ){0,2}"
    r"(?:round|financing|raise|investment|deal|transaction|acquisition|takeover|purchase|sale|merger)"
    r"(?:,? (?:which )?(?:was|has been|is being))?,? ?"
    r"(?:made public|(?:announced|disclosed|unveiled|closed|completed|finali[sz]ed|signed|struck|sealed|reported)\b)"
)
_SOON = 30
"""Characters within which a date belongs to what was announced."""


_HEADLINE = re.compile(
    r"\b[nrd]\d+> to (?:be |jointly |fully |co-)?(?:buy|bought|acquire|take|purchase|merge|sell|sold|raise|receive|get|"
    r"close|open|invest|lead|back|list|float|go|join|spin|absorb|snap|become|pay|secure|inject|put|pour|combine|"
    r"offer|seek|hand|"
    r"swallow|divest|offload|land|bag|fund|team|form|set|launch|bring|give|issue|exit|cash|complete)"
)
"""As headlines tell what is to come: "Foo to buy Bar", not "Foo bought Bar to grow"."""


def status(text: str, mood: str = "fact") -> Status:
    """What the wording around a deal makes of it."""
    if mood == "denied" or _DENIED.search(text):
        return "denied"
    if mood == "rumored" or _RUMORED.search(text):
        return "rumored"
    if mood in {"future", "planned"} or _HEADLINE.search(text) or _ANNOUNCED.search(text):
        return "announced"
    return "completed"


def predicate_at(sentence: Sentence, position: int) -> Predicate | None:
    """The verb that stands at a place of the article."""
    return next((p for p in sentence.predicates if p.start <= position < p.end and not p.noun), None)


def subject_names(segment: Segment, verb: int) -> list[Mention]:
    """The names understood as the subject of the verb at a place of the masked text; of a passive, what is acted on."""
    predicate = predicate_at(segment.sentence, segment.origin(verb))
    if predicate is None:
        return []
    return [m for arg in predicate.surface_subjects for m in _of(arg)]


_COMPANIES = {
    "company",
    "startup",
    "firm",
    "venture",
    "player",
    "maker",
    "business",
    "enterprise",
    "name",
    "developer",
    "group",
}


def _of(arg: Arg) -> tuple[Mention, ...]:
    """The names of an argument; of "companies like Foo and Bar" those inside."""
    return arg.mentions or (arg.inside if arg.head in _COMPANIES else ())


def clause_subject(segment: Segment, position: int) -> list[Mention]:
    """The names that are the subject of the innermost clause around a place of the masked text."""
    here = segment.origin(position)
    around = [
        p
        for p in segment.sentence.predicates
        if not p.noun and p.clause_start <= here < p.clause_end and p.start <= here
    ]
    for predicate in sorted(around, key=lambda p: p.clause_end - p.clause_start):
        found = [m for arg in predicate.surface_subjects for m in _of(arg)]
        if found:
            return found
    return []


_HORIZONS = {"by", "within", "until", "since", "before"}
_FOR_WHEN = re.compile(r"\b(?:for|until|due) ?(?:the )?\Z")
_NOT_WHEN = re.compile(
    r"\b(?:since|founded in|established in|by|until|till|before|expire\w* \w+|due|through|born in|set up in|"
    r"started in|as of|for|(?:found|establish|form|creat|incorporat|launch|start)ed(?: [a-z]+){0,2}|"
    r"(?:inception|founding|foundation|creation|birth) (?:in|on)) ?\Z"
)


_ASIDE = re.compile(
    r", (?:(?:in|of|for|to|by) )?(?:which|where|who|whose|whom)\b[^,;]*\Z|"
    r", (?:spun|founded|established|set up|formerly|launched|started)\b[^,;]*\Z"
)


def in_aside(text: str, begin: int, end: int, position: int) -> bool:
    """Whether what stands between two places belongs to a relative clause that another place does not.

    "Acme, in which Foo led a round in 2021, was bought in May": the year is none of the purchase.
    """
    if begin < position:
        return "," in text[end:position] and _ASIDE.search(text[:begin]) is not None
    return _ASIDE.search(text[position:begin]) is not None


def told_when(segment: Segment) -> When | None:
    """When the deal of a sentence before was told or done: "The round, announced on Monday, …"."""
    match = _TOLD.match(segment.text)
    return date_by(segment, match.end(), match.end(), match.end() + _SOON) if match else None


def nearest(position: int, dates: Iterable[tuple[DateMention, int, int]]) -> When | None:
    """The time nearest to a place of the masked text; what follows the place is preferred."""

    def distance(found: tuple[DateMention, int, int]) -> tuple[float, int]:
        _, start, end = found
        return (start - position if start >= position else (position - end) * 1.3), start

    chosen = min(dates, key=distance, default=None)
    return chosen[0].when if chosen is not None else None


_CLAUSE_ENDS = re.compile(
    r",? and (?:then |later |also )?(?!(?:in|on|by|at|from|the|then|later|also|early|late)\b)[a-z]+ "
)
"""Behind the date of another verb of the subject ("entered the trade in 2020 and unveiled its arm in May")."""


def date_by(
    segment: Segment, position: int, low: int, high: int, *, planned: bool = False, own: bool = False
) -> When | None:
    """The date nearest to a place of the masked text between two bounds.

    `planned`: what a thing is planned, set or due for is its date; `own`: none of a clause beside it.
    """
    no_dates = {"since"} if planned else _HORIZONS

    def fits(date: DateMention, start: int) -> bool:
        before = segment.text[:start].rstrip("(")
        told = not _NOT_WHEN.search(before) or (planned and _FOR_WHEN.search(before) is not None)
        return low <= start < high and date.relation not in no_dates and bool(told)

    dates = [found for found in segment.times() if fits(found[0], found[1])]
    beside = [found for found in dates if not in_aside(segment.text, found[1], found[2], position)]
    if any(start >= position for _, start, _ in beside):
        beside = [found for found in beside if found[2] > position or not _CLAUSE_ENDS.match(segment.text, found[2])]
    return nearest(position, beside if own else beside or dates)
