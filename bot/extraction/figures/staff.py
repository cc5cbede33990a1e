"""How many people work somewhere, and how many were hired or let go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.figures.cue import Cue, start_of
from bot.extraction.figures.figures import Figure
from bot.extraction.kind import Draft
from bot.extraction.text.context import Context

STAFF_BEFORE = re.compile(
    r"\b(?:employ(?:s|ed|ing)?|headcount|workforce|payroll|(?:staff|team|number of employees|"
    r"employees|head count)(?: has| of| is| numbers| now| at the group)?)\b"
    r"(?:: ?|[^<;:.]{0,40}(?:<[nd]\d+>[^<;:.]{0,20})?(?:: ?)?)\Z",
    re.IGNORECASE,
)
STAFF_AFTER = re.compile(
    r"(?:-strong| strong\b| of us\b| (?:[\w-]+ )?(?:on (?:the|its) payroll|on staff)|-(?:person|people|"
    r"member|employee)\b(?! (?:jury|board|panel|committee|council|delegation|crew|cabin|car|van|shuttle|boat|household|"
    r"home|survey|poll|trial)\b))",
    re.IGNORECASE,
)
WE_ARE = re.compile(r"\b(?:[Ww]e|[Tt]hey)(?:['’]re| are)(?: (?:now|only|just|about|some|already|still|around))* \Z")
ALL_OF_US = re.compile(r" (?:now|today|in total|altogether|in all|all told|strong)\b|[.,;]? of whom\b|\W*\Z")
"""Around the number of those who speak: "we're 38 now"."""
_STAFF_HAVE = re.compile(
    r"(?:\b(?:(?:we|they)(?: are|['’]re)|has|have|had|with|team of|there are|of (?:its|the|once|some)?|some|"
    r"all|the|from|to|now|counts?|counted|at|today|and)|[,;:(]|<n\d+>'s(?: once)?)[^\w<>]*\Z",
    re.IGNORECASE,
)
_STAFF_WORK = re.compile(
    r" [^<;.]{0,20}\b(?:work\w*|are employed|now|today|change employer|in all|on (?:the|its) payroll)\b"
)
_GOING = re.compile(
    r"[^<;.]{0,30}\b(?:to go|were (?:told|dismissed|let go|laid off)|lose their jobs|job cuts|are to go)"
)
_GONE = re.compile(
    r"\b(?:cut(?:s|ting)?|laid off|lay(?:s|ing)? off|let(?:s|ting)? go(?: of)?|dismiss\w*|fir(?:es|"
    r"ed|ing)|axe[sd]?|shed(?:s|ding)?|slash\w*|hired|recruited|took on)\b[^<;.]{0,30}\Z",
    re.IGNORECASE,
)
_OF_ITS = re.compile(r"\b(?:of|from) (?:its|their|our) \Z")
_HIRING = re.compile(r"\b(?:is|are|be) (?:now )?(?:hiring|recruiting|looking for)\b[^<;.]{0,20}\Z")


_SIZED = re.compile(
    r"[- ](?:person|people|strong|member|employee|man|woman)\b[^.;]{0,60}"
    r"\b(?:company|start-?up|firm|outfit|maker|house|lab|business|shop|studio|developer|builder|supplier|manufacturer|"
    r"spin-?(?:off|out)|unicorn|enterprise|chain)(?: of [\w ,-]{1,40})?\Z"
)
"""What an organisation is called by, with its size: "The 19-person company"."""


def sized(ctx: Context) -> Iterator[Draft]:
    """How many people work at those whom the article calls by it, unnamed: the figure stands inside of who is meant."""
    for sentence in ctx.sentences:
        for mention in sentence.mentions:
            if not mention.anaphoric or mention.kind != "org":
                continue
            for number in sentence.numbers:
                inside = mention.start <= number.start and number.end <= mention.end
                if inside and _SIZED.match(ctx.text[number.end : mention.end]):
                    yield ctx.draft(
                        "metric", sentence, 0.9, subject=mention.cluster.name, measure="employees", value=number.value,
                        unit="employees",
                    )  # fmt: skip


def staff(figure: Figure) -> Cue | None:
    """The cue of a number of people: those employed, or those who came or went."""
    before, after = figure.before, figure.after
    at = start_of(figure, STAFF_BEFORE) if STAFF_BEFORE.search(before) else figure.start
    if (_GONE.search(before) or _GOING.match(after)) and not _OF_ITS.search(before):
        return Cue("other", at, figure.start)
    plain = re.sub(r"<d\d+>", "", before).replace("'s the ", "'s ")
    if not (
        STAFF_BEFORE.search(before)
        or STAFF_AFTER.match(after)
        or _STAFF_HAVE.search(plain)
        or _STAFF_WORK.match(after)
        or not plain.strip(" -–•*(,\"'")
    ):
        return None
    if _HIRING.search(before):
        return None
    if re.match(r" of (?:them|whom|which)\b|[^<;.]{0,12} who\b(?! (?:still )?work)", after) or re.search(
        r"\bper \Z", before
    ):
        return None
    if figure.scaled and figure.value >= 1_000_000:
        return None
    if re.match(r" (?:(?!and\b|or\b)[\w-]+ ){0,3}(?:unfilled|vacant|open|said|say|told|have|led|from)\b", after) or (
        figure.value < 5 and not STAFF_BEFORE.search(before)
    ):
        return None
    return Cue("employees", at, figure.start)
