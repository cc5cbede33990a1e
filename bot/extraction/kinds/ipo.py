"""Listings: a company goes public, files for it, plans it, or drops the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context
from bot.extraction.deals import date_by, predicate_at, status, subject_names
from bot.extraction.financing import looks_like_investor
from bot.extraction.kind import Draft, Kind
from bot.extraction.masking import Segment, all_segments
from bot.extraction.sums import role
from bot.model.money import Money

_CUE = re.compile(
    r"\b(?:IPO|initial public offering|initial offering|stock[- ]market (?:listing|debut|flotation)|go(?:es|ing)? public|went public|gone public|flotation|"
    r"(?:public|planned|long-delayed|its own|own|second|dual|a|the|<n\d+>'s?|of|<n\d+>) listing\b(?! price)|listing (?:application|in|on|at|plans?|committee|tutoring)|"
    r"prospectus|pre-listing tutoring|listing tutoring|tutoring (?:filing|for)|SPAC\b|blank-che(?:ck|que)|go-public|back-door listing|backdoor listing|"
    r"(?:to|will|would|and|or|the|be|was|were|been|<n\d+>) (?:list(?:ed)?|float(?:ed)?) (?:<n\d+>'s? |shares |itself )?(?:on|in|at) |floated in|"
    r"(?:list(?:ed)?|float(?:ed)?) (?:on|in) (?=(?:the )?<n)|stock exchange debut|filed confidentially|confidentially (?:filed|submitted)|draft registration|public offering|"
    r"started trading|(?:first|opening) day (?:of trading|on)|debut(?:ed|s)? on|went up on)\b"
)
_NOT = re.compile(r"\bnon-listed|SPAC-era\b")
_OWNER = re.compile(r"<n(\d+)>(?:'s?|s') (?:(?!and\b)[\w'-]+ |<[dmn]\d+>(?:'s?)? ){0,4}\Z")
_OF = re.compile(r" (?:application |plans? |process |prospectus )?(?:of|by|for) (?:[a-z][\w'-]* ){0,5}<n(\d+)>")
_TAKEN = re.compile(
    r"\b(?:took|take|taking|list|float|tutoring|takes) (?:the )?(?:[a-z]+ ){0,2}<n(\d+)>(?: public| separately| for| on| in)?"
)
_LISTED_ON = re.compile(
    r"\b(?:on|in|at|with|to|for) (?:the )?(?:main board of the |main board of |growth (?:market|board) of |Main Board of )?(?:<n\d+>'s? )?<n(\d+)>(?: (?:stock|main|exchange|Exchange|Stock)[\w ]{0,20})?"
)
_EXCHANGE = re.compile(
    r"(?i)\b(?:exchange|nasdaq|nyse|hkex|sehk|kosdaq|kospi|star market|star board|sci-tech (?:innovation )?board|chinext|euronext|tadawul|borsa|bolsa|"
    r"bourse|b[oö]rse|sgx|tsx|asx|lse|aim|nse|bse|sebi|prime market|growth market|mothers|stock market|main board|oslo b)\b"
)
_CITIES = {"hong kong", "shanghai", "shenzhen", "frankfurt", "new york", "london", "paris", "amsterdam", "tokyo", "oslo", "stockholm", "zurich",
           "milan", "madrid", "singapore", "sydney", "toronto", "mumbai", "beijing", "seoul", "copenhagen", "helsinki", "brussels"}  # fmt: skip
_RAISED = re.compile(
    r"\b(?:rais(?:e|es|ed|ing)|collect(?:ed)?|gather(?:s|ed)?|proceeds of|offering of|size of|offer(?:ing)?|sale of|for|seek(?:s|ing)?|with|at about|between|brings?[^<;]{0,60}) "
    r"(?:[\w-]+ ){0,4}\Z|<m\d+> (?:to|and) \Z"
)
_DONE = re.compile(
    r"\b(?:went public|gone public|floated|was listed|were listed|listed (?:on|in)|debuted|has been public|rose|fell|opened|started trading|first day|"
    r"first trading|took (?:the )?[\w<>]+ public|raised|went up on|shares in|sold [\d.]+ million)\b"
)
_DENIED = re.compile(
    r"\b(?:withdr[ae]w\w*|pulled|denied|denies|untrue|not (?:something|seeking|considering|been decided|planning|to list)|no plans|dropped|abandoned|shelved|scrapped|"
    r"lapsed|terminated|never|does not constitute|not constitute|reject\w*)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|plans?|planned|planning|intends?|aims?|wants?|prepar\w+|files?|filed|filing|submit\w*|registered|expected|next year|agreed|hand in|due|set|"
    r"application|prospectus|draft|approval|tutoring|accepted|examination|ahead of|before|postponed|own listing|merg\w+|would|could|is going|hopes?)\b"
)


def _company(ctx: Context, segment: Segment, cue: re.Match[str], current: Cluster | None) -> Iterator[Cluster]:
    text, names = segment.text, segment.names
    if owner := _OWNER.search(text[: cue.start()]):
        yield names[int(owner[1])].cluster
    if cue.group().startswith("<n"):
        yield names[int(cue.group()[2 : cue.group().index(">")])].cluster
    if of := _OF.match(text[cue.end() :]):
        yield names[int(of[1])].cluster
    if taken := _TAKEN.search(text[max(0, cue.start() - 60) : cue.end() + 5]):
        yield names[int(taken[1])].cluster
    verbs = [
        p
        for p in segment.sentence.predicates
        if not p.noun and p.lemma not in {"say", "report", "write", "tell", "be", "accord", "have", "go"}
    ]
    here = segment.origin(cue.start())
    for predicate in sorted(
        (p for p in verbs if p.clause_start <= here < p.clause_end), key=lambda p: abs(p.start - here)
    ):
        for arg in predicate.objects if predicate.passive else predicate.subjects:
            yield from (m.cluster for m in arg.mentions)
    for token, (start, _) in sorted(segment.at.items(), key=lambda item: -item[1][0]):
        if token[0] == "n" and start < cue.start():
            yield names[int(token[1:])].cluster
    if current is not None:
        yield current
    if ctx.main is not None:
        yield ctx.main


def is_exchange(cluster: Cluster) -> bool:
    return cluster.subkind == "exchange" or bool(_EXCHANGE.search(cluster.name))


def _exchange(segment: Segment) -> str | None:
    """The exchange named in a segment, else the city where the shares are listed."""
    for mention in segment.names:
        if is_exchange(mention.cluster) and not mention.anaphoric:
            return mention.cluster.name
    for match in _LISTED_ON.finditer(segment.text):
        mention = segment.names[int(match[1])]
        if mention.text.lower() in _CITIES:
            return mention.text
    return None


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


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each segment that speaks of a listing."""
    current: Cluster | None = None
    last: tuple[int, Draft] | None = None
    for segment in all_segments(ctx):
        index = segment.sentence.index
        cue = _CUE.search(segment.text)
        if not cue or _NOT.search(segment.text):
            if (
                last is not None
                and index - last[0] <= 1
                and "amount" not in last[1].slots
                and re.search(r"\b(?:offer|rais|proceeds|shares|sold|issue)", segment.text)
            ):
                amount = _amount(segment)
                if amount is not None:
                    last[1].slots["amount"] = amount
            continue
        company = next(
            (
                c
                for c in _company(ctx, segment, cue, current)
                if c.kind in {"org", "unknown", "person", "product"}
                and not is_exchange(c)
                and not looks_like_investor(c)
                and c.subkind not in {"bank", "outlet"}
                and not re.search(r"\b(?:Securities|Acquisition|Bank|Commission|Times|News)\b", c.name)
            ),
            None,
        )
        if company is None:
            continue
        done = _DONE.search(segment.text)
        if _DENIED.search(segment.text):
            state = "denied"
        elif done and not (_PLANNED.search(segment.text[: done.start()][-40:])):
            state = "completed"
        elif _PLANNED.search(segment.text):
            rumored = status(segment.text) == "rumored"
            state = "rumored" if rumored else "announced"
        else:
            state = "announced"
        draft = ctx.draft(
            "ipo", segment.sentence, 0.9, company=company.name, exchange=_exchange(segment), amount=_amount(segment),
            date=date_by(segment, cue.start(), 0, len(segment.text)), status=state,
        )  # fmt: skip
        current, last = company, (index, draft)
        yield draft


KIND = Kind(
    name="ipo",
    identity=("company",),
    slots=("date", "exchange", "amount", "status"),
    extract=extract,
    merge=("status",),
)
