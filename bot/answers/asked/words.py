"""Words of questions: which carry no content, which mean the same, and how they are cut to a stem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from bot.answers.asked.glossary import with_english
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import stands_in

_WORD = Pattern(r"[a-z0-9][a-z0-9+\-.]*[a-z0-9+]|[a-z0-9]")
_CJK = Pattern(r"[㐀-鿿]+")

_STOP_WORDS = """
a about above according actually after again all also am among an and any anyone anything are around as ask at
be became because been before being besides between both but by can could currently did different do does doing
done during each else ever exactly far few first for from further get gets give given go goes going got had has
have he her here hers him his how i if in into is it its itself just know last latest let like made make makes
many may me might mine more most much must my named near new newer newest next no nor not now of off on once one
only or other our out over own part per please possible really same say says she should since so some someone
something still such tell than that the their them then there these they thing things think thinks this those
through till to together too two under until up upon us use used very want wants was way we well were what when
where which while who whom whose why will with within without would year years yet you your month months week
day days time times today tomorrow yesterday company companies firm firms startup startups maker business name
person people man woman old big large great long kind type number amount recent recently early earlier late
later january february march april june july august september october november december total overall come came
take takes took taken put show shows said called so-called anybody somebody lot back happen happened happens
explain describe list latest info information details news does difference differ compare compared comparison
already fy fiscal
percentage percent proportion fraction
against versus vs pls hey hi quick quickly ago having each often comes supposed anyway roughly approximately
anywhere somewhere nowhere lately nowadays guy guys lady gentleman fellow chap dude folks went gone idea clue
"""
STOP = frozenset(_STOP_WORDS.split())
"""Words that narrow nothing down; entities, periods and sums are taken out of a question before."""

_CLASSES = (
    "invest investment investor backed backer backing fund funding financing raise raised raising round",
    "buy bought buying buyer acquire acquired acquiring acquisition purchase purchased takeover",
    "sell sold selling sale sales seller",
    "stake buy bought acquire acquired",
    "price cost costs priced costing pay paid paying sells retail",
    "launch launched unveil unveiled release released announce announced introduce introduced debut open-sourced",
    "study studied graduate graduated degree university doctorate phd master bachelor alumni educated school college",
    "revenue sales turnover income",
    "employee employees staff workforce headcount employs employ",
    "biggest largest greatest top main",
    "heavy weigh weighs weight",
    "suppl supplies supplier suppliers supplied provides provided delivers",
    "chair chairs chairman chairwoman",
    "lead leads led leader head heads headed run runs ran boss chief charge helm",
    "founded founder founders co-founder established set-up",
    "ipo listing list listed float flotation",
    "license licence licensing licensed licenses licences non-exclusive",
    "customer customers client clients",
    "partner partners partnership collaborate collaborated collaboration teamed cooperate cooperation alliance",
    "ship shipped shipments shipment shipping deliver delivered deliveries delivery",
    "produce production produced manufacture manufacturing manufactured mass-production make output",
    "valuation valued worth value",
    "market markets",
    "stake share shares shareholding owns own ownership holds",
    "percent percentage % share",
    "robot robots robotic robotics machine machines",
    "humanoid humanoids",
    "battery batteries",
    "patent patents",
    "damages compensation",
    "lawsuit sue sued suing court",
    "born birth birthday age aged",
    "plan plans planned planning aim aims target targets goal goals intend intends",
    "former formerly previously previous used-to ex",
    "job post position role",
    "develop developed developing developer development built build builds building creator created",
    "deploy deployed deployment deployments work works working workplace",
    "difference differ disagree contradict conflict",
    "hire hired hiring recruit recruited recruits employ",
    "layoff layoffs laid-off dismissed dismiss cut cuts",
    "weigh weighs weight kilograms kg pounds heavy",
    "tall height high centimetres cm metres",
    "cancel cancelled canceled dropped drop withdrew withdrawn abandoned abandon ended",
    "deny denied denies denial reject rejected rejects",
    "step stepped gone resign resigned leave left leaves leaving departed quit retired",
    "expect expects expected forecast forecasts predict predicts estimate estimates projected",
    "succeed succeeds succeeded successor interim acting replace replaced replaces replacement "
    "fill filling fills predecessor predecessors",
    "split splits breakdown percent percentage share divide divided",
    "fast-track green-channel fast track green channel",
    "car cars automotive vehicle vehicles",
    "driverless autonomous self-driving unmanned",
    "factory factories plant plants",
    "license licence",
    "proceeds spend spent spending spends use used uses earmarked money capital",
    "doctor doctorate phd",
    "merge merged merger merging",
    "join joined joins joining",
    "hq headquarters headquartered headquarter seat based base",
    "supplier suppliers suppl supply supplied",
    "rent rents rental rented lease leases leased leasing",
    "offer offers offered offering bid bids tabled",
    "portfolio invest investments backed led",
    "score scored scores points",
    "capacity capability",
    "judge judges court",
    "outgoing leave left leaves stepping return departing former ousted",
    "deliver delivered deliveries handed hands-over handover shipped",
    "broke break broken failure failures",
    "file files filed filing submit submitted submits prospectus",
    "react reacted reaction climbed rose fell jumped dropped surged slipped gained",
    "advise advises advising adviser advisers sponsor sponsors tutoring underwriter underwriters bookrunner",
    "marry married marries spouse wife husband wed",
    "lawyer lawyers attorney attorneys counsel solicitor barrister",
    "quit quits resign resigned resigns resignation leave left departure",
    "job post role position",
    "colleague colleagues staff team",
    "rival rivals competitor competitors",
    "run runs running operate operates operating operation service",
    "cell cells battery",
    "reveal revealed announced broke news",
)

CLASS_WORDS = frozenset(word for line in _CLASSES for word in line.split())
"""Every word of the classes above."""

_IRREGULAR = {
    "bought": "buy", "sold": "sell", "led": "lead", "paid": "pay", "built": "build", "made": "make", "ran": "run",
    "left": "leave", "said": "say", "studied": "study", "companies": "company", "held": "hold", "wrote": "write",
    "grew": "grow", "won": "win", "lost": "lose", "quit": "quit", "became": "become", "began": "begin",
    "begun": "begin",
    "laid": "lay", "drew": "draw", "fell": "fall", "rose": "rise", "chose": "choose", "met": "meet", "kept": "keep",
    "brought": "bring", "sought": "seek", "drove": "drive", "shook": "shake", "struck": "strike",
    "withdrew": "withdraw",
    "cared": "care", "caring": "care", "centre": "center", "centres": "center",
    "found": "find", "taught": "teach", "spent": "spend", "sent": "send", "went": "go",
}  # fmt: skip

_LOOK_ALIKE = """
foundation formation donation station plantation notation medication publication former career engine officer committee
summer quarter tower poster tender trailer charter banner flower drawer counter server layer number plane
planet spine wine pine suite tone theme statue trustee quite space center care cape customs angeles superior
"""
_APART = frozenset(_LOOK_ALIKE.split())
"""Words that only look like forms of others: a foundation is not found, an officer no office, a broker not broke."""
_ENDINGS = """
ment ion or ance ence al iv ation ery y e ee eer ist ship ity abl ibl ian ic ical t at it in ur out over off
"""
_DERIVED = frozenset(_ENDINGS.split())
"""What is written to a stem to make another word of it: "recruit" and "recruitment"; "start" and "startup" are two."""
_SHORT, _LONG = 4, 7
"""Letters of a stem that others may be made from, and letters that two words hardly share by accident."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A rough stem of an English word: enough for "raises" and "raised" to meet."""
    word = _IRREGULAR.get(word, word)
    for own in (word, word.removesuffix("s")):
        if own in _APART:
            return own
    for ending, least in (("ations", 3), ("ation", 3), ("ings", 4), ("ing", 4), ("ies", 3), ("ied", 3), ("ers", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= least - 1:
            base = word[: -len(ending)]
            return base + "y" if ending in ("ies", "ied") else _undouble(base)
    for ending in ("ed", "es", "er", "ly", "s", "e"):
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= 3:
            return _undouble(word[: -len(ending)].rstrip("e") or word)
    return word


def _undouble(base: str) -> str:
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls":
        return base[:-1]
    return base.rstrip("e") if len(base) > 4 else base


_MEANING: dict[str, frozenset[str]] = {}
for _line in _CLASSES:
    _stems = frozenset(stem(word) for word in _line.split())
    for _stem in _stems:
        _MEANING[_stem] = _MEANING.get(_stem, frozenset()) | _stems


_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


_PLAIN = {
    code: plain
    for code in range(0xC0, 0x250)
    if (plain := unicodedata.normalize("NFD", chr(code))[0]).isascii() and plain.isalpha()
} | {ord(letter): plain for letter, plain in (("ø", "o"), ("ł", "l"), ("đ", "d"), ("ı", "i"), ("æ", "ae"), ("œ", "oe"))}
"""Latin letters without their marks: "açaí" is one word."""


@lru_cache(maxsize=20_000)
def same_meaning(word_stem: str) -> frozenset[str]:
    """The stems that may stand for this one."""
    return _MEANING.get(word_stem, frozenset((word_stem,))) | {word_stem}


def is_derived(word_stem: str, other: str) -> bool:
    """Whether a stem is that of a word made from another one: "consult" and "consultancy", not "invest" in a fire."""
    if other in _APART or word_stem in _APART:
        return other == word_stem
    if len(word_stem) >= _LONG:
        return other.startswith(word_stem[:_LONG])
    return len(word_stem) >= _SHORT and other.startswith(word_stem) and other[len(word_stem) :] in _DERIVED


def words(text: str) -> list[str]:
    """Words of a text in lower case; Chinese runs in overlapping pairs."""
    low = text.casefold()
    if not low.isascii():
        low = low.translate(_PLAIN)
    found = _WORD.findall(low.replace("'s", " "))
    for run in () if low.isascii() else _CJK.findall(low):
        found.extend(run[i : i + 2] for i in range(max(1, len(run) - 1)))
    return found


def is_weekday(word: str) -> bool:
    """Whether a word that may be a name is, nearly everywhere, a day of the week."""
    return word.casefold() in _WEEKDAYS


def spelled(text: str, names: Iterable[str]) -> bool:
    """Whether a text holds every one of some names as it is, in any case, marks on its letters or not."""
    plain = text if text.isascii() else text.casefold().translate(_PLAIN)
    return all(
        stands_in(plain.lower(), name.lower())
        if name.isascii()
        else re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I)
        for name in names
    )


_PHRASES = (
    (
        Pattern(
            r"\b(?:go(?:es|ing)?|went|gone|tak(?:e|es|en|ing)|took) (?:[\w-]+ ){0,2}?public\b|"
            r"\bpublic (?:listing|offering|markets?|debut|company)\b|\bgoing-public\b",
            re.I,
        ),
        ("public",),
        "ipo",
    ),
    (
        Pattern(r"\b(?:set|sets|setting) up\b|\b(?:was|were) (?:started|created|set up) (?:in|by)\b", re.I),
        (" up", "started ", "created "),
        "founded",
    ),
    (
        Pattern(r"\b(?:takes?|took|taking) over (?:for|from|as)\b|\b(?:steps?|stepp\w+|fills?) in\b", re.I),
        (" over ", "step", "fill"),
        "succeed",
    ),
    (Pattern(r"\d ?[%％]"), ("%", "％"), "percent"),
    (
        Pattern(
            r"\b(?:first|another|further|additional|took|taken|takes?|bought|buys?|holds?|held|holding|owns?|owned) "
            r"(?:about |around |nearly |some |up to )?[\w.]+ ?(?:%|per ?cent\b)",
            re.I,
        ),
        ("%", "per cent", "percent"),
        "stake",
    ),
    (Pattern(r"\b(?:ten|10) ?(?:%|per ?cent\b)", re.I), ("ten per", "10"), "tenth"),
    (Pattern(r"\b(?:twenty-five|25) ?(?:%|per ?cent\b)", re.I), ("five per", "25"), "quarter"),
    (Pattern(r"\b(?:fifty|50) ?(?:%|per ?cent\b)", re.I), ("fifty per", "50"), "half"),
)
"""What says in two words or a sign what a word of the classes says; each with letters without which it is not there."""
_PARTS = tuple((part, number) for number, (_, parts, _) in enumerate(_PHRASES) for part in parts)


@lru_cache(maxsize=1000)
def stems(text: str) -> frozenset[str]:
    """Stems of every word of a text, parts of hyphened words too."""
    if not text.isascii() and _CJK.search(text):
        text = with_english(text)
    low, told = text.casefold(), words(text)
    likely = {_PHRASES[number] for part, number in _PARTS if part in low}
    found = {stem(word) for phrase, _, word in likely if phrase.search(text)}
    found.update(map(stem, told))
    if "-" in text:
        found.update(stem(part) for word in told if "-" in word for part in word.split("-") if part)
    return frozenset(found)


_FRAME = Pattern(
    "(?:一共|总共|總共|到底|请问|請問|现在|現在)|多少(?:[钱錢台家人张張个個轮次名辆])?|[谁誰]|什[么麼](?:时候|時候|样)?|哪(?:些|里|裡|个|個|家|年|儿|位)?(?:地方|公司|企业)?|"
    "财年|財年|多[大久长高重快]|几[次年天]|[一每](?:小时|小時|天|年|月|台|个|個)|今年|去年|明年|\\d+年|"
    "怎[么麼样]+|为什么|為什麼|何[时時]|几[轮家个台]|[吗呢吧的了是有和与與在将將会會从從给給被把对對卖賣花个個]"
)
"""Chinese words that only frame a question."""


@lru_cache(maxsize=500)
def content(text: str) -> tuple[str, ...]:
    """Stems of the words of a text that say what is asked, each once, in order."""
    text = _FRAME.sub(" ", text)
    kept = [stem(w) for w in words(text) if w not in STOP and not w.isdigit() and (len(w) > 1 or w.isascii())]
    return tuple(dict.fromkeys(kept))
