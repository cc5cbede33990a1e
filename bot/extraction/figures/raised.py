"""What a company has raised in all its rounds together, told from what one of them brought."""

from __future__ import annotations

import re

from bot.extraction.figures.cue import Cue, start_of
from bot.extraction.figures.figures import Figure

_TOTAL_BEFORE = re.compile(
    r"\b(?:total(?:s|l?ing|l?ed)?\b(?! (?:investment in|output))[^<;]{0,50}(?:<[nd]\d+>(?:'s)?[^<;]{0,30})?|"
    r"(?:cumulative|accumulated|cumulatively|accumulative)[^<;]{0,50}(?:<n\d+>[^<;]{0,25})?|"
    r"amassed |accumulated |(?:has|have) now (?:raised|collected) |since (?:its |<n\d+>'s )?(?:birth|"
    r"start|founding|inception|foundation)[^<;]{0,30}|"
    r"bring(?:s|ing)? (?:its|the|<n\d+>'s|their) (?:[\w-]+ ){0,3}(?:funding|financing|capital|"
    r"raised|money)[^<;]{0,30}|taken (?:up|in)|so far collected )[^<;.]{0,15}\Z",
    re.IGNORECASE,
)
_TOTAL_SINCE = re.compile(r"\b[Tt]otal since <d\d+>: \Z")
_CARD = re.compile(r"(?:\A|[|•·–—] ?)\W*(?:total )?(?:funding|raised)(?: (?:to date|so far))?: \Z", re.IGNORECASE)
_ON_CARDS = re.compile(r"\b(?:Employees|Founded|HQ|Headquarters|Team size|Total (?:funding|raised))\b")
"""A field of a card that tells a house in short, and the others that stand beside it."""
_SUMMED = re.compile(
    r"\b(?:amassed|accumulated|bring(?:s|ing)? the total to|total stands at|(?:cumulative|accumulated|"
    r"total|aggregate) (?:financing|funding|investment|procurement|fundraising)(?: amount)?"
    r"[^<;.]{0,25}(?:<n\d+>[^<;.]{0,20})?)[^<;.]{0,12}\Z",
    re.IGNORECASE,
)
RAISING = re.compile(
    r"\b(?:rais(?:ed|ing)|received|collected|attracted|secured|absorbed|obtained|t(?:aken|ook) in|"
    r"put in|gathered|drawn|committed|banked|pulled in|"
    r"funding|financing|financed|capital|investors?|backed|procurement|investment|money)\b",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(
    r"(?: (?:in|of) (?:[\w-]+ )?(?:funding|capital|equity|financing|investments?|money))?,?"
    r"(?: from [^.;<]{0,40}(?:<n\d+>[^.;<]{0,20}){0,4}?)?,? ?"
    r"\(?(?:to date|so far|in total|in all|overall|altogether|all told|in sum|in hand|since\b|"
    r"(?:during|over|in) <n\d+>'s (?:<q\d+>|\w+) years|"
    r"over its|during its|(?:across|over|in) (?:<q\d+>|\w+) (?:funding |financing )?rounds)\b",
    re.IGNORECASE,
)
_TOTAL_RIGHT_AFTER = re.compile(
    r" (?:in|of) (?:total|cumulative|lifetime|overall|combined) (?:equity |venture )?"
    r"(?:funding|financing|capital|investment)\b"
)
_BRINGS = re.compile(
    r"\b(?:bring|tak)(?:s|ing) (?:(?:its|the|<n\d+>'s|their|total|equity|overall|all) ){0,3}"
    r"(?:funding|financing|capital|fundraising|haul|allocation|(?:money|amount|sum) (?:it|they|<n\d+>) ha(?:s|ve) "
    r"(?:taken|raised))(?: raised)?(?: so far| to date)? to (?:above |over |about )?\Z",
    re.IGNORECASE,
)
_ALREADY = re.compile(
    r"(?:\bhad (?:only |previously |already |so far |by then )*|\bha(?:s|ve) (?:only |previously |"
    r"already |so far |now |thus far )+|\bsince then <n\d+> has )(?:raised|received|taken in|"
    r"collected|secured|attracted)\b[^<;.]{0,20}\Z|\b[Ii]nvestors\b[^;.]{0,90} put in \Z",
    re.IGNORECASE,
)
_FRESH = re.compile(
    r"\b(?:round|series|seed|led|fresh|new|in (?:a|its|the) \w+ (?:round|financing)|extension|"
    r"bridge|in a deal|said (?:on )?<d\d+>|announced|own money)\b|<n\d+>'s round",
    re.IGNORECASE,
)
_ABOUT = (
    r"(?:(?:more than|over|close to|nearly|about|around|some|almost|upwards of|at least|roughly|an estimated|just over|"
    r"just shy of|in excess of|a total of) )?"
)
_PERFECT = re.compile(
    rf"(?:\b(?:has|have|had)|['’](?:s|ve|d))(?: (?:now|since|also|itself|thus far))* (?:raised|taken(?: in)?|"
    rf"brought in|pulled in|collected|attracted|amassed|drawn(?: in)?) {_ABOUT}\Z"
)
_NOTHING_ELSE = re.compile(
    r"(?:,? (?:to date|so far|since|in all|all told|altogether|and|but|per|in (?:venture |outside |total |equity )?"
    r"(?:capital|funding|money))\b(?! (?:round|led|from))|[,.;:)]|\Z)(?![^;.]{0,40}\b(?:led by|co-led|round)\b)"
)
_NEWS = re.compile(
    r"\b(?:today|announc(?:es|ed|ing)|(?:said|says) (?:on |that )?<d\d+>)|<d\d+> (?:that )?(?:it|<n\d+>) ha[sd]\b"
)
"""A sum that somebody "has raised", with nothing that would make it one round's: no series, no leader, no date."""


def raised(figure: Figure) -> Cue | None:
    """The cue of a sum of all rounds."""
    after, before = figure.after, figure.before
    wide = figure.stretch.text[max(0, figure.start - 140) : figure.start]
    start = figure.start
    if _TOTAL_RIGHT_AFTER.match(after):
        return Cue("total_raised", figure.end, figure.end + 1)
    if _CARD.search(figure.stretch.text[:start]) and _ON_CARDS.search(figure.stretch.sentence.text):
        return Cue("total_raised", start, start)
    for pattern in (_BRINGS, _SUMMED):
        if pattern.search(before):
            return Cue("total_raised", start_of(figure, pattern), start)
    near = RAISING.search(before) or RAISING.search(after[:40]) or _TOTAL_SINCE.search(before)
    if near and _TOTAL_BEFORE.search(before):
        return Cue("total_raised", start_of(figure, _TOTAL_BEFORE), start)
    if _TOTAL_AFTER.match(after) and RAISING.search(wide):
        return Cue("total_raised", start, start)
    if _ALREADY.search(before) and not _FRESH.search(before + after):
        return Cue("total_raised", start, start)
    if _PERFECT.search(before) and not _NEWS.search(wide) and _NOTHING_ELSE.match(figure.stretch.text, figure.end):
        return Cue("total_raised", start, start)
    return None
