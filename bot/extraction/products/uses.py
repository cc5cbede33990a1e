"""How a text says that robots are put to use: who buys, runs or tries what, what they do there, for whom."""

from __future__ import annotations

import re

from bot.extraction.deals.clauses import nearest
from bot.extraction.products.nouns import ROBOT_NOUN
from bot.extraction.text.masking import Segment
from bot.extraction.text.typed import WORD, plain
from bot.grammar.dates import DateMention
from bot.model.when import When

_NUMBER = (
    r"(?:\d[\d,.]*|a dozen|dozens of|hundreds of|thousands of|a few|several|many|more|first|about|around|"
    r"some|another|up to|over|nearly|almost|of|sets|units|pieces|the|its|an?|one|own|each|every|lot)"
)
THINGS = (
    rf"(?<!\w)(?P<np>(?:(?:{_NUMBER}|{WORD}|<l\d+>(?:'s?|-based)?|<o\d+>(?:'s?|-built|-made)?) ){{0,9}}?)[\"“]?"
    rf"(?:<p(?P<p>\d+)>[\"”]?(?:s\b)?(?: (?P<pn>(?:{WORD} )?{ROBOT_NOUN})\b)?|(?P<n>\b{ROBOT_NOUN}\b(?!-)"
    rf"(?! {ROBOT_NOUN}\b)(?! (?:demand|markets?|industry|sector|sales|shipments|makers?|companies|company|"
    rf"startups?|business|arm\b|maker's)))(?: [\"“]?<p(?P<p2>\d+)>)?)"
    rf"(?:[\"”]? (?:and [a-z]+s )?(?:\([^()]*\) )?(?:from|by|made by|built by|supplied by|developed by|of)"
    rf"(?: (?:{WORD}|<l\d+>(?:'s?)?|<o\d+>'s)){{0,5}}? <o(?P<from>\d+)>"
    rf"|, (?:{WORD} ){{1,4}}?(?:from|by)(?: (?:{WORD}|<l\d+>(?:'s?)?|<o\d+>'s)){{0,5}}? <o(?P<from2>\d+)>)?"
)
"""A noun phrase for robots in typed text: "40 <o1> carts", "floor scrubbers from <o2>", "six of <o3>'s <p4>"."""
GOODS = THINGS.replace(
    ROBOT_NOUN,
    rf"(?:{ROBOT_NOUN}|actuators?|joints?|reducers?|sensors?|chips?|motors?|lidars?|cameras?|screws|bearings|modules|"
    rf"controllers?|wrists?|batteries|skins?)",
)
"""Robots, or what is built into them."""

BUYS = (
    r"(?:us(?:es?|ed|ing)|runs?|running|ran|run|operat(?:es?|ed|ing)|b(?:uys?|ought|uying)|orders?|ordered|"
    r"ordering|rent(?:s|ed|ing)?|leas(?:es?|ed|ing)|"
    r"deploy(?:s|ed|ing)?|hir(?:es?|ed|ing)|employ(?:s|ed|ing)?|test(?:s|ed|ing)?|trial(?:s|led|ling|ed)?|"
    r"pilot(?:s|ed|ing)?|try(?:ing)? out|tried out|tr(?:ies|y) out|"
    r"install(?:s|ed|ing)?|tak(?:es?|ing|en)|took|receiv(?:es?|ed|ing)|get|gets|got|put(?:s|ting)?|pay(?:s|"
    r"ing)?(?: <m\d+>)?(?: a (?:month|year))? for|t(?:ook|akes?|aken|aking) delivery of|purchas(?:es?|ed|ing)|"
    r"evaluat(?:es?|ed|ing)|roll(?:s|ed|ing) out|rel(?:y|ies|ied|ying) on|"
    r"cho(?:se|oses|sen)|select(?:s|ed)|adopt(?:s|ed)|ha(?:s|ve|d)|extend(?:s|ed) (?:the|its|<\w+>'s) "
    r"(?:trial|pilot|test) of|ended (?:the|its|<\w+>'s) (?:trial|pilot|test) of|"
    r"brought (?:the|its|<\w+>'s) (?:trial|pilot|test) of|confirmed an? (?:trial|pilot|test) of|plac(?:es?|"
    r"ed) an? (?:[a-z-]+ )?order for|"
    r"sign(?:s|ed) (?:an? )?(?:[\w-]+ ){0,4}(?:contract|agreement|order|deal|lease) (?:for|to buy|to "
    r"deploy|to use|over|to rent|to lease)|fit(?:s|ted|ting)|mount(?:s|ed)|introduc(?:es?|ed|ing))"
)
SUPPLIES = (
    r"(?:suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|s(?:ells?|old|elling)|ship(?:s|ped|ping)?|leas(?:es?|"
    r"ed|ing)(?: out)?|rent(?:s|ed|ing)? out|rent(?:s|ed)?|provid(?:es?|ed|ing)|"
    r"deploy(?:s|ed|ing)?|install(?:s|ed|ing)?|plac(?:es?|ed|ing)|put(?:s|ting)?|hand(?:s|ed)? over|"
    r"len[dt]s?|bring(?:s|ing)?|brought|send(?:s|ing)?|sent|export(?:s|ed)?|roll(?:s|ed)? out|ha(?:s|ve))"
)
TO_WORK = (
    r"(?:at work|in (?:everyday |daily |regular |commercial |full )?(?:use|service|operation)|on (?:trial|"
    r"duty|loan|test)|deployed|used|tested|piloted|trialled|trialed|tried out|installed|stationed|employed|"
    r"running|working|run|work|operated|operating|operate|go(?:ne|es)? on duty|begins? work|began work|"
    r"started work|starts? work|stands?|popular)"
)
_CUSTOMERS = (
    r"hospitals|hotels|schools|restaurants|laboratories|labs|pharmacies|warehouses|factories|farms|farmers|"
    r"growers|bakeries|stores|shops|supermarkets|canteens|homes|universities|plants|"
    r"kitchens|clinics|cooperatives|malls|campuses|clubs|airports|classrooms|mines|institutions|carmakers|"
    r"ports|banks|offices|museums|greenhouses|vineyards|dairies|hypermarkets|firms"
)
PLACES = re.compile(
    rf"\b(?:to|in|at|through|by) (?P<c>(?:(?:more|fewer|less) than )?"
    rf"(?:{WORD} |<l\d+> ){{0,3}}?(?:{_CUSTOMERS})(?:(?:,|,? and) "
    rf"(?:{WORD} ){{0,2}}?(?:{_CUSTOMERS})){{0,3}})\b"
)
_NOT_AFTER = (
    r"(?=,(?!\d)|;|\.(?:\s|\Z)|\s[–—-]\s|\(|:| (?:since|until|by|from|during|within|last|this) <d\d+>| (?:on|in) "
    r"<d\d+>| <d\d+>| (?:said|says|which|who|where|although|though|while|but|after|because|and has|and "
    r"have|as they|and [a-z]+ed)\b|\Z)"
)
_USES = tuple(
    re.compile(pattern + _NOT_AFTER)
    for pattern in (
        r"(?<!\bto)(?<!\bof)(?:,| for| in)? (?P<u>(?!during|including|following|signall?ing|"
        r"marking|highlighting|according|concerning|building|being|having|costing|"
        r"starting|beginning|bringing|making it)[a-z]{3,}ing (?!<d)[^;]{2,70}?)",
        r" (?:as|for use in|for use as) (?P<u>(?!<d|of |part|they|it )[^;]{3,60}?)",
        r" to (?P<u>(?!<|the |a |an |its |[a-z]+ing |be |buy |have |date|which|whom|bring|an end)[a-z]+ "
        r"[^;]{3,70}?)",
        r" for (?:the |use in |an? )?(?P<u>(?!<d|<m|<o\d+>(?:[ ,.;]|\Z)|about|more|at|a year|an hour)[^;]{3,60}?)",
        r" \((?P<u>[a-z][^()]{3,40}(?=\)))",
        r" (?:in|at|on|through|inside|into) (?:the |its |an? )?(?P<u>(?!<d|all|total|return|hand|order|coming|"
        r"next|past)[^;]{3,60}?)",
    )
)


_OTHER_CLAUSE = re.compile(r", and |; |\b(?:although|while|whereas|which|who)\b|\band (?:<n\d+>|[a-z]+s|[a-z]+ed) ")
TRIAL = re.compile(r"(?:being )?(?:test|trial|pilot|try|tries|tried)")


def use(segment: Segment, text: str, position: int) -> str | None:
    """What the words behind a place of the typed text say that robots do, or else where."""
    rest = text[position:]
    found = []
    for rank, pattern in enumerate(_USES):
        match = pattern.search(rest)
        if match and match.start() <= 100:
            words = plain(segment, position + match.start("u"), position + match.end("u"))
            if len(words) > 3:
                found.append((rank if match.start() < 40 else rank + 3, words))
    return min(found)[1] if found else None


def when(segment: Segment, position: int) -> When | None:
    """When it began, or is to begin: the nearest date that is no end."""

    def fits(date: DateMention, start: int, end: int) -> bool:
        between = segment.text[min(end, position) : max(start, position)]
        return date.relation not in {"within", "until", "before"} and not _OTHER_CLAUSE.search(between)

    return nearest(position, (found for found in segment.times() if fits(*found)))


_OWNER = re.compile(r"<o\d+>(?:['’]s?|-built|-made)? ")


def thing_name(segment: Segment, np: str, noun: str, base: int) -> str:
    """What to call robots without a name: the words before the noun, without numbers, owners and articles."""
    whose = list(_OWNER.finditer(np))
    begin = base + (whose[-1].end() if whose else 0)
    words = plain(segment, begin, base + len(np)) if begin < base + len(np) else ""
    tail = re.split(
        r"(?:^|\s)(?:\d[\d,.]*|[A-Za-z-]*(?:dozen|hundred|thousand|million|two|three|four|five|six|seven|eight|"
        r"nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)|first|more|of|the|its|"
        r"an?|one|own|sets|units|some|another|makes|builds|sells|develops|\S+['’]s?)(?=\s|$)",
        words,
        flags=re.IGNORECASE,
    )[-1].strip()
    return f"{tail} {noun}".strip()


def tried(verb: str, told: str | None) -> str | None:
    """A trial is a use of its own: "testing", "trial in <l0>"."""
    if not TRIAL.match(verb):
        return told
    word = "trial" if " of" in verb else verb
    if not told:
        return word
    return f"{word} in {told}" if told[0].isupper() else f"{word} {told}"
