"""Figures with their scale, in digits, English words and Chinese: the common base of numbers and money."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.grammar.number_words import FIRST_WORDS, WORD_SCALES, read_words
from bot.grammar.patterns import Pattern

_SHORT_SCALES = {
    "k": 1_000,
    "m": 10**6,
    "mn": 10**6,
    "mm": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "mil": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "bil": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "t": 10**12,
    "cr": 10**7,
}
SCALES = WORD_SCALES | _SHORT_SCALES
SHORT_SCALES = frozenset(_SHORT_SCALES)
"""Scales that are also units or letters of a name: safe beside a currency, doubtful elsewhere."""

_CJK_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_CJK_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
BARE_SCALES = frozenset("百千万萬亿億兆")
"""Chinese scales that may stand without a figure: 亿元级 is vague, 近亿元 is nearly one hundred million."""
_BIG_CJK = "万萬亿億兆"

_START = Pattern(
    rf"\d|(?<![A-Za-z])(?:{'|'.join(FIRST_WORDS)})(?![A-Za-z])|[零一二三四五六七八九〇两兩十百千万萬亿億兆]",
    re.IGNORECASE,
)
_DIGITS = Pattern(r"\d[\d,，]{0,30}")
_MORE_DIGITS = Pattern(r"\d*")
_SPACED = Pattern(r"[\u00a0\u202f\u2009'’]\d{3}(?!\d)| 000(?!\d)| \d{3}(?= 000(?!\d))")
_DECIMALS = Pattern(r"\.\d+")
_LAKHS = Pattern(r"\d{1,2}(?:,\d\d){1,6},\d{3}")
"""Thousands as India groups them: 1,45,000."""
_SPACED_COUNT = Pattern(r"(?: \d{3})+(?= [a-z]{2,}| [€£$]|[.,;:)](?:\s|\Z)|\Z)")
_NO_COUNT_BEFORE = Pattern(r"(?:[A-Z][\w.'’-]*|\d,?|#|no\.) ?\Z")
"""Before figures that are no one number: "Figure 02 500 units", "May 12 400 robots"."""
_COMMA_DECIMALS = Pattern(
    r",\d{1,2}(?=[ \u00a0]?(?:million|billion|trillion|thousand|per ?cent|mio|mln|mn|bn)(?![a-z])|[ \u00a0]?%)"
)
_DOTTED_THOUSANDS = Pattern(
    r"(?:\.\d{3})+(?![\d.,]\d)(?= (?:euros?|employees|people|robots|units|jobs|workers|machines|customers|"
    r"kron(?:er|or)|"
    r"pesos|reais|liras?|zloty|francs)\b)"
)
_DOTTED_EUROS = Pattern(r"(?:\.\d{3})+(?!\d|[.,]\d| ?(?:million|billion|bn|mn|m|k)\b)")
_LONG_SCALE = Pattern(
    r"[ \u00a0\u202f-]?(hundred|thousand|million|billion|trillion|quadrillion|dozen|lakh|crore)s?(?![A-Za-z])",
    re.IGNORECASE | re.ASCII,
)
_LONG_REST = Pattern(
    r"[ \u00a0](?P<figure>\d{1,3}(?:\.\d{1,3})?)[ \u00a0](?P<scale>billion|million|thousand)(?![A-Za-z])",
    re.IGNORECASE | re.ASCII,
)
"""The second part of "6 trillion 411.2 billion", as it is counted in Korea and Japan."""
_SHORT_SCALE = Pattern(
    r"[ \u00a0]?(mln|mio|mil|mn|mm|bln|bil|bn|trn|tn|cr|k|m|b|t)(?![A-Za-z\d/²³])", re.IGNORECASE | re.ASCII
)
_CJK_SCALE = Pattern(r"[ \u00a0]?([余餘多]?)([十百千万萬亿億兆]{1,4})([余餘多]?)")
_CJK_RUN = Pattern(r"[零一二三四五六七八九〇两兩十百千万萬亿億兆点點]+")
_TOO_MUCH = Decimal(10**18)
_LONGEST = 18
"""Digits beyond this are identifiers, not figures."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """text[start:end] is the figure with its scale; text[start:bare_end] and `bare` are the figure without it."""

    start: int
    end: int
    value: Decimal
    bare: Decimal
    bare_end: int
    scale: str
    factor: Decimal
    words: bool = False
    approximate: bool = False
    grouped: bool = False
    """Thousands were set apart, as in 30,000: such a figure takes no scale from its neighbour."""

    def unscaled(self) -> Quantity:
        """The same figure without the scale after it, where that turned out to be something else."""
        return replace(self, end=self.bare_end, value=self.bare, scale="", factor=Decimal(1))


def scaled_like(first: Quantity, second: Quantity) -> Decimal:
    """The value of the first figure of a pair, with the scale of the second where it has none: "2-3 billion"."""
    if first.factor != 1 or first.grouped or first.bare >= 1000 or second.factor == 1:
        return first.value
    shared = first.bare * second.factor
    return shared if shared <= second.value else first.value


def find_quantities(text: str) -> list[Quantity]:
    """Every figure, left to right; whether it counts something is for the caller to judge."""
    out: list[Quantity] = []
    position = 0
    while (hit := _START.search(text, position)) is not None:
        first = hit[0]
        if first.isdigit() and first not in _CJK_DIGITS:
            quantity, position = _digits_at(text, hit.start())
        elif first in _CJK_DIGITS or first in _CJK_SCALES:
            quantity, position = _cjk_at(text, hit.start())
        else:
            quantity, position = _words_at(text, hit.start(), hit.end())
        if quantity is not None and quantity.value < _TOO_MUCH:
            out.append(quantity)
    return out


def _digits_at(text: str, start: int) -> tuple[Quantity | None, int]:
    run = _DIGITS.match(text, start)
    assert run is not None  # the caller saw a digit here
    whole = run[0].replace("，", ",")
    end = start + _grouped_length(whole)
    if end - start <= 3:
        while (group := _SPACED.match(text, end)) is not None:
            end = group.end()
        if end == run.end() and text[start] != "0" and (group := _SPACED_COUNT.match(text, end)) is not None:
            end = end if _NO_COUNT_BEFORE.search(text, max(0, start - 24), start) else group.end()
        euros = _DOTTED_EUROS if text[max(0, start - 2) : start].rstrip().endswith("€") else _DOTTED_THOUSANDS
        if text[start] != "0" and (group := euros.match(text, end)) is not None:
            end = group.end()
    written = text[start:end]
    digits = "".join(sign for sign in written if sign.isdigit())
    grouped = digits != written
    if (comma := _COMMA_DECIMALS.match(text, end)) is not None and not grouped and text[max(0, start - 1)] != ",":
        end = comma.end()
        digits += comma[0].replace(",", ".")
    elif (fraction := _DECIMALS.match(text, end)) is not None:
        end = fraction.end()
        digits += fraction[0]
        if _DECIMALS.match(text, end):
            return None, _after_version(text, end)
    if len(digits) > _LONGEST or digits.startswith("00"):
        rest_of_it = _MORE_DIGITS.match(text, end)
        return None, rest_of_it.end() if rest_of_it else end
    bare = Decimal(digits)
    scale, factor, scale_end, approximate = _scale_at(text, end)
    rest = Decimal(0)
    if scale and scale[0] in _CJK_SCALES:
        rest, scale_end = _cjk_remainder(text, scale_end, factor)
    elif scale in WORD_SCALES and (more := _LONG_REST.match(text, scale_end)) is not None:
        part = Decimal(more["figure"]) * SCALES[more["scale"].lower()]
        rest, scale_end = (part, more.end()) if part < factor else (rest, scale_end)
    value = bare * factor + rest
    return Quantity(start, scale_end, value, bare, end, scale, factor, False, approximate, grouped), scale_end


def _after_version(text: str, end: int) -> int:
    while (more := _DECIMALS.match(text, end)) is not None:
        end = more.end()
    return end


def _grouped_length(whole: str) -> int:
    """How much of a run of digits and commas is one figure: all of 7,000, but the 1 of 1,2,3."""
    if _LAKHS.fullmatch(whole):
        return len(whole)
    parts = whole.split(",")
    length = len(parts[0])
    if length > 3:
        return length
    for part in parts[1:]:
        if len(part) != 3:
            break
        length += 4
    return length


def _scale_at(text: str, end: int) -> tuple[str, Decimal, int, bool]:
    """Name, factor and end of the scale that follows, and whether it was blurred (10余亿)."""
    if (cjk := _CJK_SCALE.match(text, end)) is not None:
        factor = Decimal(1)
        for sign in cjk[2]:
            factor *= _CJK_SCALES[sign]
        return cjk[2], factor, cjk.end(), bool(cjk[1] or cjk[3])
    if (long := _LONG_SCALE.match(text, end)) is not None:
        name, factor, stop = long[1].lower(), Decimal(SCALES[long[1].lower()]), long.end()
        second = _LONG_SCALE.match(text, stop)
        if second is not None and name in ("hundred", "thousand", "lakh"):
            factor *= SCALES[second[1].lower()]
            stop = second.end()
        return name, factor, stop, False
    if (short := _SHORT_SCALE.match(text, end)) is not None:
        name = short[1].lower()
        return name, Decimal(SCALES[name]), short.end(), False
    return "", Decimal(1), end, False


def _cjk_remainder(text: str, end: int, factor: Decimal) -> tuple[Decimal, int]:
    """The second part of 3亿5000万: its value and where it ends."""
    run = _DIGITS.match(text, end)
    if run is None or len(run[0]) > 4 or factor < 10**8:
        return Decimal(0), end
    scale = _CJK_SCALE.match(text, run.end())
    if scale is None or scale[2][-1] not in "万萬":
        return Decimal(0), end
    value = Decimal(run[0].replace(",", "").replace("，", ""))
    for sign in scale[2]:
        value *= _CJK_SCALES[sign]
    return (value, scale.end()) if value < factor else (Decimal(0), end)


def _cjk_at(text: str, start: int) -> tuple[Quantity | None, int]:
    """三千万, 一点五亿, 十亿; a bare scale (亿, 千万) has no figure and counts as one only where it is blurred."""
    run = _CJK_RUN.match(text, start)
    assert run is not None  # the caller saw a numeral here
    word, end = run[0].rstrip("点點"), run.end()
    end = start + len(word)
    value = cjk_value(word)
    if value is None or (start and text[start - 1] in "数數几幾第上"):
        return None, end
    factor = Decimal(1)
    for sign in reversed(word):
        if sign not in _CJK_SCALES:
            break
        factor *= _CJK_SCALES[sign]
    approximate = end < len(text) and text[end] in "余餘多" and bool(factor > 1)
    stop = end + 1 if approximate else end
    return Quantity(start, stop, value, value / factor, end, word, factor, True, approximate), stop


def cjk_value(word: str) -> Decimal | None:
    """The value of a Chinese numeral, None where it is none."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    fraction: Decimal | None = None
    for sign in word:
        if sign in "点點":
            if fraction is not None or digit is None:
                return None
            fraction = Decimal(1)
        elif sign in _CJK_DIGITS:
            if fraction is not None:
                fraction /= 10
                digit = (digit or Decimal(0)) + _CJK_DIGITS[sign] * fraction
            elif digit and sign not in "零〇":
                return None
            else:
                digit = Decimal(_CJK_DIGITS[sign])
        elif sign in _BIG_CJK:
            section = (section + (digit or 0)) or Decimal(1)
            total = total * _CJK_SCALES[sign] if total and not section else total + section * _CJK_SCALES[sign]
            section, digit, fraction = Decimal(0), None, None
        else:
            section += (Decimal(1) if digit is None else digit) * _CJK_SCALES[sign]
            digit, fraction = None, None
    return total + section + (digit or 0)


def _words_at(text: str, start: int, first_end: int) -> tuple[Quantity | None, int]:
    figure, end = read_words(text, start)
    if figure is None:
        return None, max(end, first_end)
    value, bare, bare_end = figure.value, figure.bare, figure.bare_end
    return Quantity(start, end, value, bare, bare_end, figure.scale, figure.factor, words=True), end
