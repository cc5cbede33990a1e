"""Careers of several people in one sentence: whose title, date and house is whose, what is no degree, no founding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.sides import kind_of
from bot.extraction.sifting.spans import dated, naming, sentences, without, words
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context
    from bot.extraction.text.mentions import Mention

_OF_PAST: Final = re.compile(r"(?:\w+ )?(?:veterans?|alumn(?:us|a|i|ae)|graduates?|native)", re.IGNORECASE)
_SCHOOL: Final = re.compile(
    r"\b(?:University|Institute|College|School|Polytechnic|IIT|NIT|MIT|ETH|Academy|Universit\w+)\b"
)
_NO_TITLE: Final = re.compile(
    r"(?:staff |senior )?(?:reporter|journalist|writer|correspondent|columnist)|"
    r"(?:Text|By|Author)",
    re.IGNORECASE,
)
"""What somebody is called who holds no post there."""
_BYLINE: Final = re.compile(r"\W*(?:Author|By|Text|Words|Reporter|Reporting|Editor|Written)\b ?(?:by )?[|:]")
_TOLD: Final = re.compile(
    r"\b(?:[Tt]old|[Tt]alking to|[Ii]nterview with|[Ss]poke to|[Ss]peaking to|[Tt]ells|writes in|wrote in|"
    r"posted on|reported by|agency) (?:the )?\Z"
)
"""Before whom somebody spoke to."""
_TO_JOIN: Final = re.compile(
    r"\b(?:(?:in talks|rumou?red|tipped|said|reported|courted|declined|refused|invited) to (?:join|lead|run|"
    r"move to|go to)|"
    r"den(?:y|ies|ied) [^.;]{0,60}\b(?:joining|moving to|going to|that (?:he|she) (?:is|was|will|would) (?:join|"
    r"mov|go)\w*(?: to)?)|"
    r"(?:turned down|declined) (?:an? )?(?:offer|post|job) (?:from|at|with)) (?:the )?\Z"
)
"""Before a house where somebody may or may not begin."""
_SOUGHT: Final = re.compile(
    r"\b(?:look|search|hunt)(?:s|ing|ed)?\b[^.;]{0,25} for an? (?:new |permanent )?\Z|\bseek(?:s|ing)? an? (?:new |"
    r"permanent )?\Z|"
    r"\b(?:vacant|open) (?:post|position|role) of \Z"
)
"""Before a post that is to be filled."""
_CAME: Final = re.compile(
    r"\b(?:c[ao]mes?|came|joins?|joined|joining|moves?|moved|returns?|returned|arriv\w+|hired|poached|recruited|"
    r"hails)\b[^.;,]{0,30}? from "
    r"(?:[a-z-]+ ){0,3}\Z|\b(?:formerly|previously|earlier) (?:of|at|with|from) (?:the )?\Z|\bafter (?:\w+ years|"
    r"a career|a stint) (?:at|with|in) \Z"
)
"""Before the house from which somebody came."""
_SUCCEEDS: Final = re.compile(
    r"\b(?:succe(?:eds|eded|eding)|replac(?:es|ed|ing)|takes? over from|took over from|taking over from|"
    r"in succession to|follows) "
)
_WHO: Final = re.compile(r",? who\b")
_LED: Final = re.compile(r"\b(?:led|leads?|ran|runs?|headed|heads?|at the helm|in charge)\b")
_SAID_ON: Final = re.compile(
    r"\b(?:said|reported|announced|confirmed|wrote|posted|disclosed|learned|(?:told|informed) [^,.;]{3,40}|"
    r"news agency [^,.;]{2,30}|"
    r"in a (?:statement|filing|memo|post|letter))(?: late| early| here)?,? (?:on |dated )?\Z",
    re.IGNORECASE,
)
"""Before the day of the report."""
_OF_FIGURES: Final = re.compile(
    r"\b(?:figures|results|revenues?|sales|guidance|outlook|report|forecast|earnings|budget|accounts|statements)"
    r" (?:for|of|in) (?:the )?(?:fiscal |financial )?(?:year )?\Z",
    re.IGNORECASE,
)
_GRADUATED: Final = re.compile(
    r"\b(?:degrees?|PhD|Ph\.D\.?|doctorate|master['’]s|bachelor['’]s|MBA|MSc|BSc|graduat(?:ed|ing|ion)|diploma|"
    r"studied)\b(?:(?! (?:joined|became|has been|since|appointed|took|worked|moved|started)\b)[^.;]){0,90}? (?:in|"
    r"of) \Z"
)
_DEALT: Final = re.compile(
    r", which [^.;,]{0,80}\b(?:led|raised|bought|acquired|sold|backed|round|Series|stake|listed)\b[^.;,]{0,50} in "
    r"(?:[A-Z][a-z]+ )?\Z"
)
"""Before the date of results, of a degree and of a deal that a clause tells of the house."""
_SINCE_IT: Final = re.compile(r"\bSince \Z")
_IT_HAS: Final = re.compile(r",? (?:it|the (?:company|firm|group|startup)|we|they|[A-Z][\w-]+) (?:has|have|had)\b")
_UNTIL: Final = re.compile(
    r"\b(?:worked|was|were|been|served|spent [^,.;]{3,20}|ran|led) (?:at|for|with|"
    r"in) (?P<house>[^.;]{2,60}?) until\b"
)
_GONE_ON: Final = re.compile(
    r"\b(?:resign(?:s|ed)?|retires?|retired|retiring|steps? down|stepped down|leaves?|left|departs?|"
    r"departed)\b[^.;]{0,40}? "
    r"(?:as of|with effect from|effective|on|in|at the end of) (?:the )?\Z"
)
_OUR: Final = re.compile(r"\b(?:[Oo]ur|[Ii]ts|[Tt]heir) \Z")
_TO: Final = re.compile(r",? (?:to (?:join|become|lead|run|head|take)|for|and (?:joined|became))\b")
_REACH: Final = 70
_FAR: Final = 150
_DROPPED: Final = re.compile(
    r"\b(?:dropped out|drops out|dropping out|dropout|drop-out|(?:did|has)(?: not|n['’]t) (?:finish|complete)\w*|"
    r"never (?:finished|completed|graduated)|"
    r"without (?:finishing|completing|a degree)|quit (?:his|her|their|the|a)|abandoned (?:his|her|their|the|a)|"
    r"broke off|unfinished|on leave from)\b",
    re.IGNORECASE,
)
"""Of studies that led to no degree."""
_NO_DEGREE: Final = re.compile(
    r"(?:\w+ )?(?:alumn\w+|graduates?|students?|classmates?|dropout)|shipbuilding",
    re.IGNORECASE,
)
_NO_FIELD: Final = re.compile(
    r"(?:who|which|that|will|would|has|had|have|makes?|made|builds?|built|ran|runs?|is|was|are|were|to|for|after|"
    r"now|then|before|sells?|said|says|"
    r"and|but|with|where|when|live[sd]?|works?|worked)\b.*",
    re.IGNORECASE,
)
_OTHER_CLAUSE: Final = re.compile(
    r"\b(?:ran|runs|builds?|built|makes?|made|previously|before|sold|sells|founded|started|co-founded|set up|"
    r"gave up|architect|wants?|plans?|"
    r"joined|returned|led|worked|who|whose)\b"
)
_SET_UP_IN: Final = re.compile(r"\b(?:set up|founded|started|co-founded)\b[^.;]{0,50} in \Z")
_CAPITAL: Final = re.compile(r"[A-Z]")
_OWNED_BY: Final = re.compile(r"\bowned by (?:[a-z-]+ ){0,5}\Z")
_FOUNDS: Final = re.compile(
    r"\b(?:found|set(?:ting)? up|sets up|start|establish|launch|incorporat|spun|spin|spin-?off|creat|form|incubat|"
    r"born|began|begun|behind|"
    r"brainchild|opened|built|dates? (?:back )?to|since|got its start|began|registered|co-?found|\d{4} ?[-–]|"
    r"out of)\w*",
    re.IGNORECASE,
)
"""In a sentence on how a house began."""
_SET_UP_BY: Final = re.compile(
    r"\b(?:found\w*|set up|started|established|created|formed|launched|incubated|incorporated)\b[^.;]{0,60}?\bby\b",
    re.IGNORECASE,
)
_LED_BY: Final = re.compile(r"\b(?:led|headed|run|under|said|owned|its|told)\b")
"""Around who set up a house, and who only runs it."""
_APPOINTS: Final = re.compile(
    r"\b(?:successor|appoint\w*|serves?|served|will take|president|double as)\b",
    re.IGNORECASE,
)
"""In a sentence on who runs a house."""
_ONLY_RUNS: Final = re.compile(
    r"\b(?:general manager|president|chair(?:man|woman)?|chief executive|CEO|managing director|spokes(?:man|woman|"
    r"person)|led by|headed by|"
    r"run by|under|director|officer|adviser|advisor|manager)(?: and [A-Za-z ]{3,25})? (?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?\Z",
    re.IGNORECASE,
)
_BY_FOUNDER: Final = re.compile(
    r"\b(?:found(?:ed|er|ers|ing)?|co-?found\w+|set up|start\w*|establish\w*|creat\w*|formed|launch\w*|behind)\b",
    re.IGNORECASE,
)


def _role(context: Context, draft: Draft) -> Draft | None:
    """A post at a house of one's own, not at whom one spoke to, may join or came from; none that is only sought."""
    if draft.kind != "role":
        return draft
    title, text = draft.slots.get("title"), words(context, draft)
    person, house = str(draft.slots["person"]), str(draft.slots["organization"])
    houses = naming(context, draft, house)
    if isinstance(title, str) and _OF_PAST.fullmatch(title):
        if _SCHOOL.search(house):
            return None
        draft, title = without(draft, title=None), None
    if (_BYLINE.match(text) and not houses) or (isinstance(title, str) and _NO_TITLE.fullmatch(title)):
        return None
    main = context.main is not None and context.main.name == house
    apart = [_TO_JOIN] if main else [_TO_JOIN, _TOLD]
    if houses and all(any(_is_before(context, pattern, m.start) for pattern in apart) for m in houses):
        return None
    at = text.find(title) if isinstance(title, str) else -1
    if at >= 0 and all(
        _SOUGHT.search(text, max(0, m.start() - _REACH), m.start()) for m in re.finditer(re.escape(str(title)), text)
    ):
        return None
    if at >= 0 and text.count(str(title)) == 1 and _is_next_ones(context, draft, at, str(title)):
        return None
    came = [m.start for m in houses if _is_before(context, _CAME, m.start)]
    if houses and len(came) == len(houses):
        draft = without(draft, start=None)
        people = naming(context, draft, person)
        if at >= 0 and any(m.start == draft.start + at + len(str(title)) + 1 for m in people):
            draft = without(draft, title=None)
    return _of_predecessor(context, _dates(context, draft))


def _is_next_ones(context: Context, draft: Draft, at: int, title: str) -> bool:
    """Whether a title is that of another who is named right behind it ("our CEO, Ann Bo, and our CFO, Cy Do")."""
    end = draft.start + at + len(title)
    if not context.text.startswith(", ", end) or not _OUR.search(
        context.text, max(0, draft.start + at - _REACH), end - len(title)
    ):
        return False
    behind = [m for s in sentences(context, draft) for m in s.mentions if m.kind == "person" and m.start == end + 2]
    return bool(behind) and all(m.cluster.name != draft.slots["person"] for m in behind)


def _is_before(context: Context, pattern: re.Pattern[str], at: int) -> bool:
    return pattern.search(context.text, max(0, at - _REACH), at) is not None


def _of_predecessor(context: Context, draft: Draft) -> Draft | None:
    """Without what a clause tells of whom somebody succeeds ("She succeeds Ann Bo, who has led it since 2016")."""
    title, person = draft.slots.get("title"), draft.slots["person"]
    for sentence in sentences(context, draft):
        met = _SUCCEEDS.search(sentence.text)
        if met is None:
            continue
        begin = sentence.start + met.end()
        other = next((m for m in sentence.mentions if m.kind == "person" and begin <= m.start <= begin + 40), None)
        if other is None or other.cluster.name == person:
            continue
        who = _WHO.search(context.text, other.end, min(sentence.end, other.end + 30))
        if who is None or any(m.cluster.name == person for m in sentence.mentions if m.start > who.start()):
            continue
        start = draft.slots.get("start")
        if isinstance(start, When) and all(
            d.start > who.start() for d, s in dated(context, draft, start) if s is sentence
        ):
            draft = without(draft, start=None)
        before, behind = context.text[sentence.start : who.start()], context.text[who.start() : sentence.end]
        if isinstance(title, str) and title not in before:
            if title in behind:
                draft = without(draft, title=None)
            elif _LED.search(behind) and not _LED.search(before):
                return None
    return draft


def _dates(context: Context, draft: Draft) -> Draft:
    """Without the day of the report, of a degree, of a deal or of figures, that on which somebody left as a beginning,
    and what a house did since then."""
    start, end = draft.slots.get("start"), draft.slots.get("end")
    text = context.text
    if isinstance(start, When):
        told = [
            (start.precision == "day" and _SAID_ON.search(text, max(s.start, d.start - _REACH), d.start))
            or (_GONE_ON.search(text, max(s.start, d.start - _REACH), d.start) and not _TO.match(text, d.end))
            or _OF_FIGURES.search(text, max(s.start, d.start - _REACH), d.start)
            or _GRADUATED.search(text, s.start, d.start)
            or _DEALT.search(text, s.start, d.start)
            or (_SINCE_IT.search(text, s.start, d.start) and _IT_HAS.match(text, d.end))
            for d, s in dated(context, draft, start)
        ]
        if told and all(told):
            draft = without(draft, start=None)
        elif start == end and "since" in words(context, draft):
            draft, end = without(draft, end=None), None
    if isinstance(end, When):
        until = _UNTIL.search(words(context, draft))
        elsewhere = until is not None and str(draft.slots["organization"]) not in until["house"]
        if elsewhere and _CAPITAL.search(until["house"]):  # type: ignore[index]
            return without(draft, end=None)
        days = list(dated(context, draft, end)) if end.precision == "day" else []
        if days and all(
            _SAID_ON.search(text, max(s.start, d.start - _REACH), d.start)
            and not _GONE_ON.search(text, max(s.start, d.start - _REACH), d.start)
            for d, s in days
        ):
            return without(draft, end=None)
    return draft


def _studies(context: Context, draft: Draft) -> Draft:
    """Studies without a degree that was not taken, a field that is none, and the date of another clause."""
    if draft.kind != "education":
        return draft
    text, school = words(context, draft), str(draft.slots["school"])
    degree, field, when = draft.slots.get("degree"), draft.slots.get("field"), draft.slots.get("date")
    if isinstance(degree, str) and (_DROPPED.search(text) or _NO_DEGREE.fullmatch(degree)):
        draft = without(draft, degree=None)
    ends = [m.end for m in naming(context, draft, school)]
    if isinstance(field, str):
        at = draft.start + text.find(field) if field in text else -1
        apart = any(0 <= end <= at and _OTHER_CLAUSE.search(context.text, end, at) for end in ends[-1:])
        if _NO_FIELD.fullmatch(field) or apart:
            draft = without(draft, field=None)
        if isinstance(degree, str) and degree in field:  # "Computer Science" is no degree of "Computer"
            draft = without(draft, degree=None)
    if isinstance(when, When):
        published = context.published
        ahead = published is not None and when.start > published.end
        places = [d for d, _ in dated(context, draft, when)]
        apart = bool(places and ends) and all(
            d.start > ends[-1] and _OTHER_CLAUSE.search(context.text, ends[-1], d.start) for d in places
        )
        begun = bool(places) and all(_SET_UP_IN.search(context.text, max(0, d.start - _REACH), d.start) for d in places)
        if ahead or apart or begun:
            draft = without(draft, date=None)
    return draft


def _founding(context: Context, draft: Draft) -> Draft | None:
    """A founding that is told as one, without those who only run the house or own it."""
    if draft.kind != "founding":
        return draft
    text, founders = words(context, draft), draft.slots.get("founders")
    if not _FOUNDS.search(text) and _APPOINTS.search(text):
        return None
    if not isinstance(founders, tuple):
        return draft
    left = tuple(f for f in founders if isinstance(f, str) and not _only_runs(context, draft, f))
    if len(left) == len(founders):
        return draft
    draft = without(draft, founders=left)
    return draft if left or draft.slots.keys() & {"date", "place", "parent"} else None


def _only_runs(context: Context, draft: Draft, name: str) -> bool:
    """Whether a founder is named only as who runs the house, or as its owner."""
    places = naming(context, draft, name)
    if kind_of(context, name) == "org" and places:
        return all(_is_before(context, _OWNED_BY, m.start) for m in places)
    return bool(places) and all(
        _ONLY_RUNS.search(context.text, max(draft.start, m.start - _REACH), m.start) and not _sets_up(context, draft, m)
        for m in places
    )


def _sets_up(context: Context, draft: Draft, mention: Mention) -> bool:
    """Whether a name stands behind "founded by", or before a word of founding without another person between."""
    text = context.text
    before = [m.start() for m in _SET_UP_BY.finditer(text, draft.start, mention.start)]
    if before and not _LED_BY.search(text, before[-1], mention.start):
        return True
    others = [m.start for s in sentences(context, draft) for m in s.mentions if m.kind == "person"]
    end = min((start for start in others if start > mention.end), default=draft.end)
    return _BY_FOUNDER.search(text, mention.end, min(end, mention.end + _FAR)) is not None


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_role, _studies, _founding)
