"""Listings: a company goes public, files for it, plans it, or drops the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.extraction.deals.clauses import clause_subject, date_by, status
from bot.extraction.deals.financing import looks_like_investor
from bot.extraction.deals.listings import DONE, TO_COME, exchange_in, is_done, is_exchange
from bot.extraction.deals.sums import role
from bot.extraction.kind import Draft, Kind
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment, all_segments
from bot.model.money import Money
from bot.model.when import When
from bot.names import default_registry

_CUE = re.compile(
    r"\b(?:IPO\b|Listing (?:of|on|in|at)\b|"
    r"(?:go(?:es)?|went|gone|going) (?:[a-z]+ ){0,4}to the (?:stock exchange|bourse)\b|"
    r"initial public offering|initial offering|stock[- ]market (?:listing|debut|flotation)|go(?:es|"
    r"ing)? public|went public|"
    r"gone public|flotation|(?:public|planned|long-delayed|own|second|dual|full|special|an?|the|of|"
    r"for) listing\b(?! (?:price|through))|"
    r"listing (?:application|in|on|at|plans?|committee|tutoring)|"
    r"(?:fil\w+|submit\w+|hand\w* in|publish\w*|updat\w+) (?:an? |<n\d+>'s |the )?(?:A1 |draft |"
    r"listing )?(?:prospectus|form|application)|"
    r"tutoring|(?:back-?door|restructuring) listing|merg\w+ with (?:an? |the |\w+ different )?"
    r"(?:blank-che(?:ck|que)|SPAC|special[- ]purpose acquisition|"
    r"<n\d+>,? (?:an? )?(?:SPAC|blank|special[- ]purpose))|go-public|"
    r"(?:(?:to|will|would|and|or|be|was|were|been) (?:list(?:ed)?|float(?:ed)?)|the (?:listed|float(?:ed)?))"
    r"(?: <n\d+>(?:'s)?| shares|"
    r" the [a-z]+| separately)*,? (?:on|in|at)\b|"
    r"(?:list(?:ed)?|float(?:ed)?) (?:on|in)(?= (?:the )?<n)|(?:listed|floated)(?= in <d)|"
    r"been on(?= the <n\d+> since <d)|"
    r"passed (?:the|<n\d+>'s) (?:listing )?hearing|stock exchange debut|filed confidentially|"
    r"confidentially (?:filed|submitted)|"
    r"draft registration|public offering|spun off and (?:floated|listed)|SME issue|examination of(?= <n)|"
    r"t(?:ook|ake|akes|aking|aken) <n\d+> public|(?:started|began) trading|"
    r"since (?:the|<n\d+>'s) (?:listing|IPO|float|flotation)(?= (?:in|on) <d)|(?:first|"
    r"opening) day (?:of trading|on)|"
    r"(?:is|are|were|was) offering [\d.,]+ (?:million )?shares\b|"
    r"first trading day|(?:strong|weak|solid|muted|flat|brisk|good|poor) start on(?= (?:the )?<n)|"
    r"debut(?:ed|s)? on(?= (?:the )?<n)|debut of (?:its |the )?(?:shares|stock)|went up on|"
    r"offering on|offering price|to (?:list|float)\b(?=[ ,.])(?! of| price))\b|<n\d+>(?:'s?)? (?:listing|flotation|"
    r"float)\b"
)
_ASIDE = re.compile(
    r"\b(?:declined to say|asked (?:whether|when)|could not say|refused to say|quoted in|since (?:the|"
    r"<n\d+>'s) (?:float|flotation|listing|IPO)(?! (?:in|on) <d)|could have|list the (?:unit|division|business)|"
    r"[Bb]efore (?:the )?IPO)\b"
)
_OWNER = re.compile(r"<n(\d+)>(?:'s?|s') (?:(?!and\b)[\w'-]+ |<[dmn]\d+>(?:'s?)? ){0,4}\Z")
_OF = re.compile(r" (?:application |plans? |process |prospectus )?(?:of|by|for) (?:[a-z][\w'-]* ){0,5}<n(\d+)>")
_TAKEN = re.compile(r"\b(?:took|take|taking|list|float|tutoring|takes) (?:the )?(?:[a-z]+ ){0,2}<n(\d+)>")
_GIVEN = re.compile(r"\b(?:granted|given|awarded) to (?:the )?(?:[a-z]+ ){0,3}<n(\d+)>")
_SPLIT = re.compile(
    r"\b(?:split off|spin off|spun off|list|float) (?:<n\d+>'s )?(?:[a-z]+ ){0,3}(?:subsidiary|unit|division|"
    r"arm) <n(\d+)>"
)
_RAISED = re.compile(
    r"\b(?:rais(?:e|es|ed|ing)|collect(?:ed)?|gather(?:s|ed)?|proceeds of|offering of|size of|offer(?:ing)?|sale of|"
    r"for|seek(?:s|ing)?|with|at about|between|brings?[^<;]{0,60}) "
    r"(?:[\w-]+ ){0,4}\Z|<m\d+> (?:to|and) \Z"
)
_DENIED = re.compile(
    r"\b(?:withdr[ae]w\w*(?! nothing\b)|"
    r"pulled|den(?:ied|ies) (?:(?:the |such )?(?:reports|rumou?rs?|claims|speculation|talk)|"
    r"that|to|plan|a)|untrue|no plans|dropped|abandoned|shelved|"
    r"scrapped|lapsed|terminated|(?<!or )never|"
    r"not (?:something|seeking|considering|been decided|planning|to list|constitute)|reject\w*)\b|"
    r"\b(?:is|are) not (?:an? |for )<d\d+>",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:(?:second|third|fourth|new|fresh|renewed|another) (?:[a-z]+ )?(?:application|filing|prospectus|"
    r"attempt|bid)|"
    r"again (?:filed|submitted|applied)|re-?(?:submitted|filed|applied))\b[^.;]{1,160}\blapsed\b"
)
"""What lapsed before another application was handed in."""
_DENIED_ASIDE = re.compile(
    r"\b(?:reject\w*|den(?:ied|ies)|dismiss\w*) (?:[a-z]+ ){0,2}?(?:reports?|rumou?rs?|claims?|speculation|talk) "
    r"(?:that|of) [^.;]{1,120} (?:its|their|<n\d+>'s?) "
    r"(?:planned|coming|upcoming|proposed|future|forthcoming) ",
    re.IGNORECASE,
)
"""What is denied is something about a listing that stays planned."""
_UNTRUE = re.compile(
    r"\b(?:[Uu]ntrue|den(?:ied|ies)|groundless|wrong|dismissed|no such plans?|not true|terminated|withdrawn)\b"
)
_BARE = re.compile(r"listed|floated")
_WHEN_LISTED = re.compile(r"(?: (?:the )?<n\d+>(?: [a-z]+){0,2},?)?(?: (?:since|in|on|at the end of))? <d")
"""Behind "listed": when that was; without a time it tells what a house is, or what stands in a catalogue."""
_SINCE = re.compile(r" (?:the )?<n\d+>,? since <d(\d+)>")
_ANY_HOUSE = re.compile(
    r"\b(?:[Cc]ompanies|[Ss]tartups|[Ss]tart-ups|[Ff]irms|[Mm]akers|[Bb]usinesses|[Pp]layers) "
    r"(?:[\w-]+ ){0,7}?(?:to )?(?:go|went|going|get|list|float|prepar\w+ (?:for|an?) (?:an? )?(?:listing|IPO))\b|"
    r"\btake (?:it|them|one|companies|a [a-z ]{0,20}company) public\b"
)
"""What is told of how houses go public, of none of them."""
_NO_ISSUER = re.compile(r"\b(?:Securities|Acquisition|Bank|Commission|Times|News|Wire|Exchange|Press)\b")


def _company(segment: Segment, cue: re.Match[str], topic: Cluster | None) -> Iterator[Cluster]:
    """Whose listing a segment may speak of, the likeliest first."""
    text, names = segment.text, segment.names
    for match in (
        _OWNER.search(text[: cue.start()]),
        _OF.match(text[cue.end() :]),
        _SPLIT.search(text),
        _GIVEN.search(text),
        _TAKEN.search(text[max(0, cue.start() - 60) : cue.end() + 5]),
    ):
        if match and not (names[int(match[1])].anaphoric and match.re is _OWNER):
            yield names[int(match[1])].cluster
    if names and names[0].text == "It" and topic is not None:
        yield topic
    subjects = clause_subject(segment, cue.start() + 1)
    yield from (m.cluster for m in subjects if not m.anaphoric)
    yield from (m.cluster for m in subjects if m.text.startswith("The ") and m.cluster.named)
    before = [names[int(t[1:])] for t, (start, _) in segment.at.items() if t[0] == "n" and start < cue.start()]
    if before and segment.position("n0") < 6 and not before[0].anaphoric:
        yield before[0].cluster
    yield from (m.cluster for m in reversed(before) if not m.anaphoric)
    yield from (m.cluster for m in reversed(before))


def _issuer(cluster: Cluster) -> bool:
    return (
        cluster.kind in {"org", "unknown"}
        and not is_exchange(cluster)
        and not default_registry().is_place(cluster.name)
        and not looks_like_investor(cluster)
        and cluster.subkind not in {"bank", "outlet"}
        and not _NO_ISSUER.search(cluster.name)
    )


def _amount(segment: Segment) -> Money | None:
    for number, mention in enumerate(segment.money):
        start, _ = segment.at[f"m{number}"]
        if (
            mention.money.value >= 1_000_000
            and role(segment, number) != "value"
            and _RAISED.search(segment.text[:start])
        ):
            return mention.money
        if re.match(
            r" (?:[\w-]+ ){0,2}(?:IPO|offering|listing|flotation|issue|of public offering|float)",
            segment.text[segment.at[f"m{number}"][1] :],
        ):
            return mention.money
    return None


def _since(segment: Segment, cue: re.Match[str]) -> When | None:
    """Since when shares are traded ("listed in <n0> since <d0>")."""
    since = _SINCE.match(segment.text, cue.end())
    return segment.dates[int(since[1])].when if since else None


def _state(text: str) -> str:
    if _DENIED_ASIDE.search(text) or _AGAIN.search(text):
        return "announced"
    if _DENIED.search(text):
        return "denied"
    if is_done(text):
        return "completed"
    return "rumored" if status(text) == "rumored" else "announced"


def _continue(segment: Segment, draft: Draft) -> None:
    """What the sentence behind adds: the size of the issue, its exchange, or that there is nothing to it."""
    other = _topic(segment, None)
    if other is not None and other.name != draft.slots["company"]:
        return
    named = [m.cluster.name for m in segment.names if m.kind not in {"place", "person"} and not is_exchange(m.cluster)]
    of_another = bool(named) and named[0] != draft.slots["company"]
    if not of_another and re.search(r"\b(?:offer|rais|proceeds|shares|sold|issue|collect|size|mention)", segment.text):
        amount = _amount(segment)
        if amount is not None:
            draft.slots.setdefault("amount", amount)
    if re.search(r"\b(?:ticker|list|trad|shares|debut)", segment.text):
        exchange = exchange_in(segment)
        if exchange is not None:
            draft.slots.setdefault("exchange", exchange)
    if _UNTRUE.search(segment.text) and draft.slots.get("status") != "completed":
        draft.slots["status"] = "denied"


def _topic(segment: Segment, before: Cluster | None) -> Cluster | None:
    """The organisation that a segment is about, else the one before."""
    first = [m for m in segment.names[:1] if segment.position("n0") < 12]
    found = [*first, *clause_subject(segment, len(segment.text) - 1)]
    return next(
        (m.cluster for m in found if not m.anaphoric and m.cluster.kind == "org" and _issuer(m.cluster)), before
    )


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each segment that speaks of a listing."""
    topic: Cluster | None = None
    before: Cluster | None = None
    last: tuple[int, Draft] | None = None
    drafts: list[Draft] = []
    for segment in all_segments(ctx):
        index, text = segment.sentence.index, segment.text
        cue = _CUE.search(text)
        if not cue or _ASIDE.search(text):
            if last is not None and index - last[0] <= 1:
                _continue(segment, last[1])
            topic = _topic(segment, topic)
            continue
        denied = _DENIED.search(text)
        if re.search(r"\bback-?door\b", text) and not denied:
            continue
        if _ANY_HOUSE.search(text) and not any(m.kind == "org" and not m.anaphoric for m in segment.names):
            continue
        choices = [*_company(segment, cue, topic), before, ctx.main]
        exchange = exchange_in(segment)
        company = next((c for c in choices if c is not None and _issuer(c) and c.name != exchange), None)
        if company is None:
            continue
        if _BARE.match(cue.group()) and not _WHEN_LISTED.match(text, cue.end()):
            continue
        state = _state(text)
        again = _AGAIN.search(text)
        before_lapse = again.start() if again else len(text)
        draft = ctx.draft(
            "ipo",
            segment.sentence,
            0.7 if segment.sentence.title else 0.9,
            company=company.name,
            exchange=exchange,
            amount=_amount(segment),
            date=date_by(segment, cue.start(), 0, before_lapse, planned=state != "completed") or _since(segment, cue),
            status=state,
        )
        topic = company
        if draft.slots.keys() <= {"company", "status"} and not (denied or TO_COME.search(text) or DONE.search(text)):
            continue
        last, before = (index, draft), company
        drafts.append(draft)
    return drafts


KIND = Kind(
    name="ipo",
    identity=("company",),
    slots=("date", "exchange", "amount", "status"),
    extract=extract,
    merge=("status",),
    examples=(
        (
            "Palmetto Robotics filed for an IPO on the Hong Kong Stock Exchange and aims to raise $300 million.",
            {
                "company": "Palmetto Robotics",
                "exchange": "Hong Kong Stock Exchange",
                "amount": {"value": 300_000_000, "currency": "USD"},
                "status": "announced",
            },
        ),
        (
            "Palmetto Robotics went public on Nasdaq in 2021.",
            {"company": "Palmetto Robotics", "exchange": "Nasdaq", "date": "2021", "status": "completed"},
        ),
        (
            "Palmetto Robotics plans to list in Hong Kong in 2027.",
            {"company": "Palmetto Robotics", "exchange": "Hong Kong", "date": "2027", "status": "announced"},
        ),
        (
            "Palmetto Robotics, which is preparing for an IPO in 2026, employs 400 people.",
            {"company": "Palmetto Robotics", "date": "2026", "status": "announced"},
        ),
        (
            "Palmetto Robotics denied that it plans to go public.",
            {"company": "Palmetto Robotics", "status": "denied"},
        ),
        (
            "Palmetto Robotics rejected reports that regulators had halted the review of its planned IPO in Shanghai.",
            {"company": "Palmetto Robotics", "exchange": "Shanghai", "status": "announced"},
        ),
        (
            "Palmetto Robotics denied reports that it was preparing a listing in Shanghai.",
            {"company": "Palmetto Robotics", "exchange": "Shanghai", "status": "denied"},
        ),
        (
            "Palmetto Robotics raised $410 million in its Nasdaq IPO in June 2023.",
            {
                "company": "Palmetto Robotics",
                "exchange": "Nasdaq",
                "amount": {"value": 410_000_000, "currency": "USD"},
                "date": "2023-06",
                "status": "completed",
            },
        ),
        (
            "Palmetto Robotics withdrew its IPO application.",
            {"company": "Palmetto Robotics", "status": "denied"},
        ),
        (
            "Preliminary approval for a KOSDAQ listing was granted to Palmetto Robotics.",
            {"company": "Palmetto Robotics", "exchange": "KOSDAQ", "status": "announced"},
        ),
    ),
)
