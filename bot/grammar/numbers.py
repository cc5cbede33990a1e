"""Counts, levels and shares in running text: "eight", "approximately 7,000", "two dozen", "35%", "10万台"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.grammar.approximators import approximator_after, approximator_before
from bot.grammar.patterns import Pattern
from bot.grammar.quantities import SHORT_SCALES, Quantity, find_quantities, scaled_like


@dataclass(frozen=True, slots=True)
class NumberMention:
    """`high` is the upper end of a range; `percent` is true for "35%" but not for "4.3 percentage points"."""

    start: int
    end: int
    text: str
    value: float
    high: float | None
    approximate: bool
    percent: bool


_TENTHS = Pattern(r"成(?![立为為功本员員长長果熟交都就分])")
_PERCENT = Pattern(r"[ \u00a0]?(?:[%％]|(?:percent|per cent|pct)(?![A-Za-z]))", re.IGNORECASE)
_CJK_PERCENT = Pattern(r"百分之\Z")
_GAP = Pattern(r"-| ?[–—] ?| (?:to|or) |-to-|-or-|[~～至到]")
_BETWEEN = Pattern(r"(?<![A-Za-z])between (?:about |roughly |around )?\Z", re.IGNORECASE)
_CHANGE = Pattern(r"(?<![A-Za-z])(?<!ranging )(?<!ranges )(?<!anywhere )from [a-z ]{0,14}\Z", re.IGNORECASE)

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_MONTH_BEFORE = Pattern(rf"(?<![A-Za-z]){_MONTH}\.? (?:\d{{1,2}}(?:–|-| and | to | or ))?\Z")
_MONTH_AFTER = Pattern(rf"(?:(?:–|-| and | to | or )\d{{1,2}})?(?: of)? {_MONTH}(?![a-z])")
_YEAR_PART_BEFORE = Pattern(rf"(?<![A-Za-z]){_MONTH}\.?(?: \d{{1,2}})?,? \Z")
_DATE_SIGN_AFTER = Pattern(r"[ ]?(?:年|月|日|号|时|点|季度|周年|后\b)|年代")
_CLOCK_BEFORE = Pattern(r"\d:\Z")
_NUMERIC_DATE = Pattern(r"[-/]\d{1,2}[-/]\d")
_NUMERIC_DATE_MIDDLE = Pattern(r"[-/]\d")
_NUMERIC_DATE_BEFORE = Pattern(r"\d[-/]\Z")
_NUMERIC_DATE_END = Pattern(r"\d[-/]\d{1,2}[-/]\Z")
_COUNTED = Pattern(r" (?:units|robots|pieces|sets|people|users|customers|employees|vehicles)\b")
"""Behind "100 k", a thousand each."""
_CLOCK = Pattern(r":\d\d| ?[ap]\.?m\b\.?| o['’]clock", re.IGNORECASE)
_YEAR_BEFORE = Pattern(
    r"(?<![A-Za-z])(?:in|since|by|until|till|from|during|of|late|early|mid|through|before|after|year|fiscal|FY|to|and|for|"
    r"spring|summer|autumn|fall|winter|quarter|half|Q[1-4]|H[12]|CES|WRC|GTC|ICRA|than|at|end-|mid-|late-|early-|and|"
    r"around|circa|about)[ -]?\Z",
    re.IGNORECASE,
)
_BLURRED = Pattern(r"(?:than|about|around) \Z")
_COUNTED_AFTER = Pattern(
    r"[ \u00a0](?!(?:is|was|has|years|this|its|as|thus|us|plus)\b)[a-z]+s\b"
    r"|[台套件人个個家辆輛名张張平米次款种只条吨小余多]"
)
_LABEL_BEFORE = Pattern(
    r"(?<![A-Za-z])(?:version|phase|page|chapter|article|section|rule|no\.|nos\.|number|gen|generation|level|tier|model|"
    r"step|part|appendix|table|figure|fig\.|vol\.|volume|issue|episode|day|week|grade|class|type|mark|room|hall|booth|"
    r"gate|route|highway|flight|form|item|stage|line|building|area|zone|district) \Z",
    re.IGNORECASE,
)
_NAME_BEFORE = Pattern(r"(?P<word>[A-Z][\w.'’+-]{0,60}) \Z")
_PLAIN_WORDS = Pattern(
    r"(?:a|about|above|after|all|almost|also|an|and|approximately|are|around|as|at|barely|because|before|"
    r"below|between|both|but|by|close|each|even|every|exactly|except|fewer|first|for|from|had|has|have|his|"
    r"however|if|in|into|is|it|its|just|last|less|made|more|most|nearly|no|not|now|of|on|only|or|our|out|"
    r"over|per|perhaps|roughly|sells|ships|since|so|sold|some|still|than|that|the|their|then|there|these|"
    r"they|this|those|though|through|to|total|under|until|up|upwards|was|we|were|when|where|which|while|"
    r"who|with|within|without|yet)",
    re.IGNORECASE,
)
_UNIT_AFTER = Pattern(
    r"(?:kg|km/h|km|cm|mm|nm|m/s|m|g|h|s|ms|kWh|Wh|kW|W|Hz|kHz|MHz|GHz|TOPS|TFLOPS|GB|TB|MB|V|Ah|mAh|Nm|N|fps|lbs?|"
    r"in|ft|rpm|x)(?![A-Za-z\d])"
)
_HYPHENED = Pattern(r"-[A-Za-z]")
_HYPHENED_COUNT = Pattern(r"-(?:to-|or-|unit|robot|person|member|strong|employee|vehicle|machine|company|plus|odd)")
_PRONOUN_ONE_AFTER = Pattern(
    r"(?:[,.;:!?)'’\"”-]|\Z| (?:of|or|and|who|that|which|is|was|in|on|at|to|by|for|from|with|as|could|can|day|thing|"
    r"has|had|might|another|such|more|way|side|hand|may|would|will|should|must|does|the|a|an|I|he|she|it|they|we|where)\b)"
)
_DETERMINED_ONE = Pattern(
    r"(?i)(?<![A-Za-z])(?:the|this|that|which|no|any|every|each|another|an?|some|first|good|new) \Z"
)
_LISTED_AFTER = Pattern(r"[,;.](?!\d)|\Z")
_COUNTED_NOUN = Pattern(r"[ -][a-z]")
_INSIDE_SENTENCE = Pattern(r"[\w,]['’]? \Z")
_ITEM_BEFORE = Pattern(r"(?:\A|\n)[ *#>-]*\Z")
_ITEM_AFTER = Pattern(r"[.)/、](?: |\*)|\*\* ?[.)]")
_FRACTION_AFTER = Pattern(
    r"[ -](?:half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?(?![A-Za-z])"
)
_NAMED_AFTER = Pattern(r"氪| Krypton|-[Ss]eries(?![a-z])")
_SHORT_OK = Pattern(r" (?:[a-z]+ )?[a-z]+s(?![A-Za-z])")


def find_numbers(text: str) -> list[NumberMention]:
    """Every number that counts or measures something; not dates, ordinals, parts of names or vague figures."""
    figures = [kept for quantity in find_quantities(text) if (kept := _counting(text, quantity)) is not None]
    out: list[NumberMention] = []
    floor = i = 0
    while i < len(figures):
        first = figures[i]
        mention = _pair(text, first, figures[i + 1], floor) if i + 1 < len(figures) else None
        i += 2 if mention is not None else 1
        mention = mention or _mention(text, first.start, first.end, float(first.value), None, first.approximate, floor)
        out.append(mention)
        floor = mention.end
    return out


def _pair(text: str, first: Quantity, second: Quantity, floor: int) -> NumberMention | None:
    """A range: "3-5", "between 300 and 500", "two or three"."""
    end = first.end
    gap_start = percent.end() if (percent := _PERCENT.match(text, end)) else end
    gap = text[gap_start : second.start]
    start = first.start
    window = max(floor, start - 40)
    before = text[window:start]
    if gap == " and ":
        between = _BETWEEN.search(before)
        if between is None:
            return None
        start = window + between.start()
    elif _GAP.fullmatch(gap) is None or (gap == " to " and _CHANGE.search(before)):
        return None
    elif gap == " to " and percent is not None and not _PERCENT.match(text, second.end):
        return None  # "rose 64 percent to 2.12 million" tells a change and a level
    low = scaled_like(first, second)
    if not low < second.value:
        return None
    return _mention(text, start, second.end, float(low), float(second.value), gap == " or ", floor)


def _mention(
    text: str, start: int, end: int, low: float, high: float | None, approximate: bool, floor: int
) -> NumberMention:
    if (blur := approximator_before(text, start, floor)) is not None:
        start, approximate = blur, True
    is_percent = False
    if (tenths := _TENTHS.match(text, end)) is not None and low <= 10:
        end, is_percent, low, high = tenths.end(), True, low * 10, None if high is None else high * 10
    elif (percent := _PERCENT.match(text, end)) is not None:
        end, is_percent = percent.end(), True
    elif (share := _CJK_PERCENT.search(text[max(floor, start - 3) : start])) is not None:
        start, is_percent = max(floor, start - 3) + share.start(), True
    if (blur_end := approximator_after(text, end)) is not None:
        end, approximate = blur_end, True
    return NumberMention(start, end, text[start:end], low, high, approximate, is_percent)


def _counting(text: str, quantity: Quantity) -> Quantity | None:
    """The quantity if it counts something; without its letter scale where that is a unit ("5m tall")."""
    if quantity.words:
        return quantity if _word_counts(text, quantity) else None
    before = text[max(0, quantity.start - 24) : quantity.start]
    if quantity.scale in SHORT_SCALES and not _scale_counts(text, quantity):
        quantity = quantity.unscaled()
    after_char = text[quantity.end : quantity.end + 1]
    attached = not quantity.scale and after_char.isascii() and after_char.isalpha()
    if attached and not _UNIT_AFTER.match(text, quantity.end):
        return None  # an ordinal, or a name such as 1X
    if _glued(before) or _is_date(text, quantity, before) or _is_label(text, quantity, before):
        return None
    return quantity


def _scale_counts(text: str, quantity: Quantity) -> bool:
    attached = text[quantity.bare_end : quantity.bare_end + 1].isalpha()
    if quantity.scale in ("mn", "mln", "mio", "bn", "bln", "trn"):
        return True
    if quantity.scale == "k":
        return quantity.bare >= 10 and (attached or _COUNTED.match(text, quantity.end) is not None)
    if text[quantity.bare_end] in "MB":
        return True
    return attached and quantity.scale in ("m", "b") and _SHORT_OK.match(text, quantity.end) is not None


def _glued(before: str) -> bool:
    """Whether the figure is the tail of a name: G1, RT-2, π0.5, #3."""
    if not before:
        return False
    last = before[-1]
    if last in "'’" and before[-2:-1] in ("", " ", "("):
        return True  # the '19 of a class
    if last in "#@_/.\\" or (last.isalpha() and not _is_han(last)):
        return not (last == "." and not before[-2:-1].isdigit())
    return (
        last in "-–"
        and len(before) > 1
        and (before[-2].isalnum() and not _is_han(before[-2]) and not before[-2].isdigit())
    )


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _is_date(text: str, quantity: Quantity, before: str) -> bool:
    if quantity.scale:
        return False
    end = quantity.end
    if _DATE_SIGN_AFTER.match(text, end) or _CLOCK.match(text, end) or _CLOCK_BEFORE.search(before):
        return True
    if _NUMERIC_DATE_BEFORE.search(before) and _NUMERIC_DATE_MIDDLE.match(text, end):
        return True
    whole = quantity.bare == int(quantity.bare) and not quantity.grouped
    if _NUMERIC_DATE.match(text, end) or _NUMERIC_DATE_END.search(before):
        return whole
    if not whole:
        return False
    if 1 <= quantity.bare <= 31 and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, end)):
        return True
    if 1900 <= quantity.bare <= 2100 and end - quantity.start == 4:
        if _YEAR_PART_BEFORE.search(before) or text[end : end + 1] == "s":
            return True
        counted = _COUNTED_AFTER.match(text, end) is not None
        said_as_year = _YEAR_BEFORE.search(before) is not None and _BLURRED.search(before) is None
        return said_as_year or not counted
    return False


def _is_label(text: str, quantity: Quantity, before: str) -> bool:
    """Whether the figure names rather than counts: "Figure 02", "Gen 3", "phase 2"."""
    if quantity.scale or quantity.grouped:
        return False
    written = text[quantity.start : quantity.end]
    if len(written) > 1 and written[0] == "0" and written[1].isdigit():
        return True
    if _LABEL_BEFORE.search(before) or _NAMED_AFTER.match(text, quantity.end):
        return True
    if _ITEM_BEFORE.search(before) and _ITEM_AFTER.match(text, quantity.end):
        return True
    name = _NAME_BEFORE.search(before)
    if quantity.bare >= 20 and _LISTED_AFTER.match(text, quantity.end):
        return False  # "then UBTech 131, Leju 97"
    if name is None or _PLAIN_WORDS.fullmatch(name["word"]) or _PERCENT.match(text, quantity.end):
        return False
    return quantity.bare < 20 or not _COUNTED_NOUN.match(text, quantity.end)


def _word_counts(text: str, quantity: Quantity) -> bool:
    written = text[quantity.start : quantity.end]
    if not written.isascii():
        return _cjk_counts(text, quantity)
    before = text[max(0, quantity.start - 24) : quantity.start]
    if _LABEL_BEFORE.search(before) or _CLOCK.match(text, quantity.end) or _FRACTION_AFTER.match(text, quantity.end):
        return False
    if before[-1:] == "-" or before[-1:].isdigit() or before[-1:] in ("'", "’", "&"):
        return False
    if not quantity.scale and _HYPHENED.match(text, quantity.end):
        return _HYPHENED_COUNT.match(text, quantity.end) is not None
    if written[0].isupper() and _INSIDE_SENTENCE.search(before) and not quantity.scale:
        return False  # a capital inside a sentence: part of a name
    if quantity.value == 1:
        return _PRONOUN_ONE_AFTER.match(text, quantity.end) is None and _DETERMINED_ONE.search(before) is None
    return True


def _cjk_counts(text: str, quantity: Quantity) -> bool:
    """What has both a digit and a scale, or counts tenths: 三千万, 六成, but not the 一 of 一家 or the 万 of 万科."""
    written = text[quantity.start : quantity.bare_end]
    if len(written) == 1 and written in "一二两三四五六七八九" and _TENTHS.match(text, quantity.end):
        return True
    return written[0] in "一二三四五六七八九两兩十" and quantity.factor > 1 and len(written) > 1
