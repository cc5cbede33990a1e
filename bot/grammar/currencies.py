"""How currencies are written: symbols and codes before a figure, words and codes after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from bot.grammar.patterns import Pattern

CODES = frozenset((
    "USD", "EUR", "GBP", "CNY", "JPY", "KRW", "INR", "HKD", "SGD", "AUD", "CAD", "NZD", "TWD", "SEK",
    "NOK", "DKK", "CHF", "ILS", "AED", "SAR", "QAR", "BRL", "MXN", "ZAR", "KES", "NGN", "PLN", "CZK",
    "HUF", "RUB", "THB", "MYR", "IDR", "VND", "KWD", "EGP", "CLP", "ISK", "UAH",
))  # fmt: skip
"""ISO 4217 codes that are read as currencies beside a figure; those that are also words (TRY, COP, PHP) are not."""

_SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "US $": "USD",
    "U.S. $": "USD",
    "U.S.$": "USD",
    "USD$": "USD",
    "＄": "USD",
    "HK$": "HKD",
    "S$": "SGD",
    "SG$": "SGD",
    "A$": "AUD",
    "AU$": "AUD",
    "Aus$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAN$": "CAD",
    "CAD$": "CAD",
    "NZ$": "NZD",
    "NT$": "TWD",
    "R$": "BRL",
    "MX$": "MXN",
    "€": "EUR",
    "£": "GBP",
    "¥": "¥",
    "￥": "¥",
    "CN¥": "CNY",
    "JP¥": "JPY",
    "₩": "KRW",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "₪": "ILS",
    "NIS": "ILS",
    "RM": "MYR",
    "Dh": "AED",
    "Dhs": "AED",
    "Rp": "IDR",
    "KSh": "KES",
    "Ksh": "KES",
    "KSh.": "KES",
    "W": "KRW",
    "R": "ZAR",
    "Sh": "KES",
    "P": "PHP",
    "Php": "PHP",
    "₱": "PHP",
    "₺": "TRY",
    "฿": "THB",
    "₽": "RUB",
    "₫": "VND",
    "zł": "PLN",
    "RMB": "CNY",
    "RMB¥": "CNY",
    "Rmb": "CNY",
    "SFr": "CHF",
    "SFr.": "CHF",
    "人民币": "CNY",
    "人民幣": "CNY",
    "新台币": "TWD",
    "新台幣": "TWD",
    "新臺幣": "TWD",
    "台币": "TWD",
    "台幣": "TWD",
    "港币": "HKD",
    "港幣": "HKD",
    "美金": "USD",
}

_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "buck": "USD",
    "bucks": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "pounds sterling": "GBP",
    "pound sterling": "GBP",
    "sterling": "GBP",
    "quid": "GBP",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "yen": "JPY",
    "won": "KRW",
    "rupee": "INR",
    "rupees": "INR",
    "franc": "CHF",
    "francs": "CHF",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "krone",
    "kroner": "krone",
    "shekel": "ILS",
    "shekels": "ILS",
    "nis": "ILS",
    "dirham": "AED",
    "dirhams": "AED",
    "riyal": "SAR",
    "riyals": "SAR",
    "reais": "BRL",
    "rand": "ZAR",
    "shilling": "KES",
    "shillings": "KES",
    "naira": "NGN",
    "zloty": "PLN",
    "zlotys": "PLN",
    "koruna": "CZK",
    "korunas": "CZK",
    "forint": "HUF",
    "forints": "HUF",
    "lira": "TRY",
    "rouble": "RUB",
    "roubles": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "dong": "VND",
    "peso": "MXN",
    "pesos": "MXN",
}

_NATIONS = {
    ("us", "dollar"): "USD",
    ("u.s.", "dollar"): "USD",
    ("american", "dollar"): "USD",
    ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD",
    ("hong kong", "dollar"): "HKD",
    ("singapore", "dollar"): "SGD",
    ("singaporean", "dollar"): "SGD",
    ("new taiwan", "dollar"): "TWD",
    ("taiwan", "dollar"): "TWD",
    ("taiwanese", "dollar"): "TWD",
    ("new zealand", "dollar"): "NZD",
    ("british", "pound"): "GBP",
    ("egyptian", "pound"): "EGP",
    ("chinese", "yuan"): "CNY",
    ("japanese", "yen"): "JPY",
    ("korean", "won"): "KRW",
    ("south korean", "won"): "KRW",
    ("indian", "rupee"): "INR",
    ("indonesian", "rupiah"): "IDR",
    ("swiss", "franc"): "CHF",
    ("swedish", "krona"): "SEK",
    ("swedish", "crown"): "SEK",
    ("icelandic", "krona"): "ISK",
    ("norwegian", "krone"): "NOK",
    ("norwegian", "crown"): "NOK",
    ("danish", "krone"): "DKK",
    ("danish", "crown"): "DKK",
    ("czech", "crown"): "CZK",
    ("czech", "koruna"): "CZK",
    ("israeli", "shekel"): "ILS",
    ("emirati", "dirham"): "AED",
    ("uae", "dirham"): "AED",
    ("saudi", "riyal"): "SAR",
    ("qatari", "riyal"): "QAR",
    ("brazilian", "real"): "BRL",
    ("polish", "zloty"): "PLN",
    ("mexican", "peso"): "MXN",
    ("south african", "rand"): "ZAR",
    ("kenyan", "shilling"): "KES",
    ("turkish", "lira"): "TRY",
    ("russian", "rouble"): "RUB",
    ("thai", "baht"): "THB",
    ("malaysian", "ringgit"): "MYR",
}

_MILLIONS = {f"M{code}": code for code in ("SEK", "NOK", "DKK", "EUR", "USD", "CHF", "GBP")}
_THOUSANDS = {"TSEK": "SEK", "KSEK": "SEK", "kSEK": "SEK", "TNOK": "NOK", "TEUR": "EUR", "KEUR": "EUR", "kEUR": "EUR"}
IN_CODE = {**dict.fromkeys(map(str.lower, _MILLIONS), 10**6), **dict.fromkeys(map(str.lower, _THOUSANDS), 1000)}
"""How much one is where the scale is written before the code, as Nordic houses do: "MSEK 31.4"."""
LETTERS = frozenset(("w", "r", "p", "sh"))
"""Signs that are letters of names, too: currencies only right before a figure with a scale ("W421.2bn")."""

_PLURALS = {"krona": "kronor", "krone": "kroner", "real": "reais", "won": "won", "yuan": "yuan", "yen": "yen"}

_CJK_WORDS = {
    "元人民币": "CNY",
    "元人民幣": "CNY",
    "人民币": "CNY",
    "人民幣": "CNY",
    "元": "元",
    "块钱": "CNY",
    "美元": "USD",
    "美金": "USD",
    "欧元": "EUR",
    "歐元": "EUR",
    "英镑": "GBP",
    "英鎊": "GBP",
    "日元": "JPY",
    "日圆": "JPY",
    "日圓": "JPY",
    "円": "JPY",
    "韩元": "KRW",
    "韩圆": "KRW",
    "韓元": "KRW",
    "韓圜": "KRW",
    "韓圓": "KRW",
    "港元": "HKD",
    "港币": "HKD",
    "港幣": "HKD",
    "元港币": "HKD",
    "元港幣": "HKD",
    "新台币": "TWD",
    "新台幣": "TWD",
    "新臺幣": "TWD",
    "元新台币": "TWD",
    "元新台幣": "TWD",
    "元新臺幣": "TWD",
    "台币": "TWD",
    "台幣": "TWD",
    "新加坡元": "SGD",
    "新元": "SGD",
    "坡币": "SGD",
    "加元": "CAD",
    "加拿大元": "CAD",
    "澳元": "AUD",
    "澳大利亚元": "AUD",
    "瑞士法郎": "CHF",
    "瑞郎": "CHF",
    "瑞典克朗": "SEK",
    "挪威克朗": "NOK",
    "丹麦克朗": "DKK",
    "卢比": "INR",
    "印度卢比": "INR",
    "盧比": "INR",
    "新谢克尔": "ILS",
    "谢克尔": "ILS",
    "迪拉姆": "AED",
    "里亚尔": "SAR",
    "沙特里亚尔": "SAR",
    "卢布": "RUB",
    "泰铢": "THB",
    "林吉特": "MYR",
    "雷亚尔": "BRL",
}


def _nation_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for (nation, unit), code in _NATIONS.items():
        words[f"{nation} {unit}"] = code
        words[f"{nation} {_PLURALS.get(unit, unit + 's')}"] = code
    return words


def _alternatives(forms: set[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


_WITH_SCALE = _MILLIONS | _THOUSANDS
_BEFORE = {**_SYMBOLS, **{code: code for code in CODES}, **_WITH_SCALE}
_LATIN_AFTER = {
    **_WORDS, **_nation_words(), **{code.lower(): code for code in CODES},
    **{written.lower(): code for written, code in _WITH_SCALE.items()},
}  # fmt: skip
_SIGNS_AFTER = {"€": "EUR", "£": "GBP", "$": "USD", "₩": "KRW", "zł": "PLN", "₪": "ILS"}
_FIRST_LETTER = {form for form in _BEFORE if form[0].isascii() and form[0].isalpha()}

# A page that loses its spaces glues the sign of a dollar to a name ("VantorA$11.5M").
_BEFORE_RE = Pattern(
    rf"(?:(?:(?<![A-Za-z$])|(?<=[a-z])(?=[A-Z]{{1,2}}\$))(?P<word>{_alternatives(_FIRST_LETTER)})"
    rf"|(?P<sign>{_alternatives(set(_BEFORE) - _FIRST_LETTER)}))"
    r"[ \u00a0\u202f-]?\Z"
)
_AFTER_RE = Pattern(
    rf"[ \u00a0\u202f-]?(?:(?P<word>{_alternatives(set(_LATIN_AFTER))})(?![A-Za-z])"
    rf"|(?P<cjk>{_alternatives(set(_CJK_WORDS))})(?![素旦宇])|(?P<sign>{_alternatives(set(_SIGNS_AFTER))})(?!\d))",
    re.IGNORECASE | re.ASCII,
)
_OWNER_RE = Pattern(r"[ \u00a0]\(?(?P<code>USD|CAD|AUD|HKD|SGD|NZD|TWD|US|Canadian|Australian)\b\)?")
_OWNERS = {"US": "USD", "Canadian": "CAD", "Australian": "AUD"}
_LONGEST_BEFORE = max(map(len, _BEFORE)) + 2

_CONTEXT = {
    "¥": (("CNY", r"yuan|rmb|renminbi|chin(?:a|ese)|beijing|shanghai|shenzhen|hangzhou|suzhou|人民币|万元|亿元|中国"),
          ("JPY", r"\byen\b|japan|tokyo|osaka|kyoto|nagoya|yokohama|okinawa|fukuoka|kobe|nikkei|日元|円|日本")),
    "krone": (("NOK", r"norw|oslo|bergen|trondheim|\bnok\b"), ("DKK", r"danish|denmark|copenhagen|odense|\bdkk\b")),
    "元": (("CNY", r"人民币|人民幣|中国大陆"), ("TWD", r"新台幣|新臺幣|台灣|臺灣|新台币|台北|新竹|台中")),
}  # fmt: skip
"""What an ambiguous sign may stand for, the usual reading first, with the words around that speak for each."""

_CONTEXT_RES = {
    sign: tuple((code, Pattern(words, re.IGNORECASE)) for code, words in readings)
    for sign, readings in _CONTEXT.items()
}


@dataclass(frozen=True, slots=True)
class CurrencyMark:
    """A currency found beside a figure; `word` is how it was written, lower case."""

    start: int
    end: int
    currency: str
    word: str


def currency_before(text: str, position: int) -> CurrencyMark | None:
    """The currency sign or code that ends at `position`, such as the "US$" of "US$140m"."""
    offset = max(0, position - _LONGEST_BEFORE)
    window_start = max(0, offset - 1)
    found = _BEFORE_RE.search(text[window_start:position])
    if found is None:
        return None
    form = found["word"] or found["sign"]
    if found[0].endswith("-") and not form.isalpha():
        return None
    start = window_start + found.start()
    return CurrencyMark(start, position, _settle(_BEFORE[form], text, start), form.lower())


def currency_after(text: str, position: int) -> CurrencyMark | None:
    """The currency word or code that starts at `position`, such as the "yuan" of "380 billion yuan"."""
    found = _AFTER_RE.match(text, position)
    if found is None:
        return None
    if found["word"]:
        form = found["word"].lower()
        currency = _LATIN_AFTER[form]
        if (form.upper() in CODES or form in IN_CODE) and not found["word"][1:].isupper():
            return None
    elif found["cjk"]:
        form = found["cjk"]
        currency = _CJK_WORDS[form]
    else:
        form = found["sign"].lower()
        currency = _SIGNS_AFTER[form]
    return CurrencyMark(position, found.end(), _settle(currency, text, position), form)


def dollar_owner_after(text: str, position: int) -> CurrencyMark | None:
    """Whose dollars, said after the figure: the "CAD" of "$20 million CAD"."""
    found = _OWNER_RE.match(text, position)
    if found is None or found[0].count("(") != found[0].count(")"):
        return None
    code = found["code"]
    return CurrencyMark(position, found.end(), _OWNERS.get(code, code), code.lower())


def _settle(currency: str, text: str, position: int) -> str:
    """The code of an ambiguous sign: the reading whose words stand nearest, else the usual one."""
    if currency not in _CONTEXT_RES:
        return currency
    cues = _cues(currency, text)
    if not cues:
        return _CONTEXT_RES[currency][0][0]
    i = bisect_left(cues, (position, ""))
    return min(cues[max(0, i - 1) : i + 1], key=lambda cue: abs(cue[0] - position))[1]


@lru_cache(maxsize=8)
def _cues(currency: str, text: str) -> list[tuple[int, str]]:
    """Where in a text something speaks for one reading of an ambiguous sign; kept, as a text has many such signs."""
    return sorted((found.start(), code) for code, words in _CONTEXT_RES[currency] for found in words.finditer(text))
