"""What sentences say that tell a kind of fact: that somebody raised money, what something costs, who studied where."""

from __future__ import annotations

import re

from bot.answers.query import Query
from bot.answers.sentences.deals.details import CONTRIBUTION, GIVEN
from bot.answers.sentences.signs import HEADCOUNT
from bot.answers.titles import fits
from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern

NAME = "\0"
"""What stands for a name that is asked about in a sentence that is looked at."""

_FUNDING = (
    r"\b(?:rounds?|financings?|fundrais\w+|funding|(?:pre-?)?seed|series [a-h]\b|angel|venture|invest(?:s|ed|ing|"
    r"ment|"
    r"ments|or|ors)?|back(?:ed|s|ers?|ing)|(?:co-?)?led by|stakes?|shareholders?|grants?|convertible|tak(?:es|"
    r"ing) in|"
    r"put(?:s|ting)?\b[^.;]{0,40}\binto|rais(?:e|es|ed|ing)|secur(?:ed|es)|took in|taken in|brought in|pull(?:ed|"
    r"s) in|put in|award(?:ed|s)|"
    r"(?:landed|bagged|received|got|obtained|closed (?:a|an|its|the|on)|collected)\b(?=[^.;]{0,200}\d))\b|融资|投资|"
    r"领投|跟投|[ABCD种天]\+?轮"
)
_ACQUISITION = (
    r"\b(?:acqui(?:r\w+|sitions?)|bu(?:ys?|ying|yers?|yout)|bought|purchas\w+|tak(?:e|es|ing|en) over|took over|"
    r"takeover|"
    r"merg\w+|swallow\w*|absorb\w*|snap\w* up|pick(?:ed|s) up|took all|control(?:ling|led|s)?|majority|own(?:s|"
    r"ed|ers?|"
    r"ership)|belong(?:s|ed)?|pay(?:s|ing)?\b[^.;]{0,40}\bfor|paid\b[^.;]{0,40}\bfor|"
    r"sold|sale|sell(?:s|ing)?|stakes?|subsidiary|folded into|divest\w*|(?:offer(?:s|ed)?|"
    r"bids?)\b(?=[^.;]{0,60}\bfor\b)|(?:turned down|rejected|declined|refused|tabled|received|spurned|rebuffed) "
    r"[^.;]{0,40}\b(?:offers?|bids?|approach(?:es)?))\b|收购|并购|"
    r"控股|入主"
)
_IPO = (
    r"\b(?:ipo|go(?:es|ing)? public|went public|list(?:s|ed|ing|ings)?|float(?:s|ed|ation)?|flotation|debut\w*|"
    r"prospectus|spac|stock (?:exchange|market)|exchange|nasdaq|nyse|hkex|kosdaq|kospi|star market|main board|"
    r"(?:trad(?:e[sd]?|ing)) (?:on|at|under|in|starts?|began|begins?|publicly)|symbol|ticker|offer price|"
    r"going-public)\b|上市|招股|挂牌"
)
_PARTNERSHIP = (
    r"\b(?:partner\w*|collaborat\w*|co-?operat\w*|alliance|joint(?:ly)?|together|agreements?|memorand\w+|mou|signed|"
    r"team(?:s|ed|ing)? up|work(?:s|ed|ing)? with|consorti\w+|tie-?up|licen[cs]\w+|contract|pact|"
    r"develop\w* with)\b|合作|联合"
)
_ROLE = (
    r"\b(?:chief|ceo|cto|cfo|coo|president|chair(?:man|woman|person)?|director|head(?:s|ed)?|lead(?:s|er)?|led|"
    r"founder|"
    r"co-?founder|founded|professor|scientist|engineer|manager|managing|partner|vice[- ]president|vp|boss|runs|ran|"
    r"join(?:ed|s)|hired|appointed|named|became|left|works?|worked|working|researcher|adviser|analyst|editor|"
    r"secretary|commissioner|minister|executive|owner|fellow|postdoc|officer|in charge)\b|首席|创始人|董事|教授|"
    r"总裁|经理"
)
_EDUCATION = (
    r"\b(?:stud(?:y|ied|ying|ent|ies)|graduat\w+|degrees?|doctora\w+|ph\.?\s?d\.?|master'?s?|mba|m\.?sc|bachelor\w*|"
    r"alumn\w+|educated|attended|trained (?:at|as)|read \w+ at|dropped out|thesis|majored|undergraduate|(?:school|"
    r"class)mates?)\b|毕业|博士|硕士|本科"
)
_FOUNDING = (
    r"\b(?:(?:co-?)?found(?:ed|ing|ers?|s)|(?:set|sets|setting) up|started(?! (?:at|with|to|from|ship|sell))|"
    r"establish\w+|created|"
    r"incorporated|came into being|spun (?:out|off)|spin-?(?:out|off)|formed|registered|began|born)\b|创立|成立|"
    r"创办|创始"
)
_LAUNCH = (
    r"\b(?:launch\w*|unveil\w*|releas\w*|introduc\w*|present(?:ed|s)|show(?:ed|n|s|cased|ing)?|debut\w*|announc\w*|"
    r"open-?sourc\w*|br(?:ought|ing) out|on sale|ma(?:de|kes?|kers?|king)|buil(?:t|ds?)|develop(?:ed|s|er)?|designed|"
    r"revealed|unboxed|published|called|named|new)\b|发布|推出|亮相"
)
_PRICE = (
    r"\b(?:costs?|costing|pric\w+|sell(?:s|ing)?|sold|sale|charg(?:e|es|ed)|asks?|asked|pa(?:y|id)|rent\w*|leas\w+|"
    r"subscription|retail\w*|goes for|apiece|each|per (?:month|unit|robot|hour)|a month|list|tag|starts? at|"
    r"available|order\w*|cut\b[^.;]{0,30}\bto|"
    r"(?:for|at|of) (?:\w+ ){0,2}?(?=[$€£¥₩\d]|[A-Z]{2,3}\$?\s?\d))|售价|价格|定价|[元$€£]/"
)
_NO_PRICE = Pattern(
    r"\b(?:rais(?:e|es|ed|ing)|rounds?|invest\w*|valu(?:es?|ed|ation)|merge\w*|revenues?|turnover|acqui\w+|"
    r"fund(?:s|ing)|loans?|"
    r"grants?|shares?|profit|loss(?:es)?|market|budget|contract|secured|order (?:flow|book)|backlog|"
    r"sales (?:were|was|are|is|of|reached|came|rose|fell))\b|融资|估值|营收",
    re.I,
)
_FORECAST = (
    r"\b(?:forecast\w*|predict\w*|expect\w*|estimat\w*|project(?:s|ed|ions?)|sees?|reckon\w*|thinks?|believ\w*|puts?|"
    r"values?|will|outlook|by 20\d\d|in 20[2-9]\d)\b|预测|预计"
)
_PLAN = (
    r"\b(?:plan\w*|aim\w*|targets?|intend\w*|wants?|will|goals?|hop(?:es|ed|ing)|promis\w*|by (?:the end of )?20\d\d|"
    r"next year|commit\w*|expect\w*|pledg\w*|set to|is to|are to|due|would like|scheduled|earmark\w*|proceeds)\b|"
    r"计划|目标|将"
)
_DEPLOYMENT = (
    r"\b(?:deploy\w*|customers?|clients?|us(?:e|es|ed|ing|ers?)|in (?:operation|service)|at work|(?:works?|working|"
    r"running) (?:at|in|for)|install\w*|pilot\w*|trial\w*|test(?:s|ed|ing)?|order(?:ed|s)|runs|running|fleet|"
    r"operat(?:es?|ing)|"
    r"leas(?:es|ed)|rent(?:s|ed)|on duty|tending|early-access|has (?:it|them) )\b|客户|部署|上岗"
)
_STATEMENT = (
    r"[\"“”「]|\b(?:said|says|told|thinks?|believes?|argue[sd]?|according|warn(?:s|ed)|add(?:s|ed)|explain(?:s|ed)|"
    r"call(?:s|ed)|caution(?:s|ed)|quipped|insist(?:s|ed)|claim(?:s|ed))\b|表示|说|认为"
)
_FIGURES: dict[str, str] = {
    "employees": r"\d[\d,.]{0,30}\+?\s{0,9}(?:[\w-]{1,40} ){0,3}?(?:people|persons|employees|staff|staffers|workers|"
    r"engineers|researchers|colleagues)\b|\b(?:employ(?:s|ed|ees|ing)?|staff|headcount|workforce|payroll|"
    r"team)\b[^.;]{0,200}\d|"
    r"\d+人|员工",
    "revenue": r"\b(?:revenues?|sales|turnover|turned over|takings|income|annuali[sz]ed|earn(?:s|ed)?|"
    r"brought in)\b|收入|营收",
    "profit": r"\b(?:profit\w*|loss(?:es)?|los(?:es|t)|in the (?:red|black)|break[- ]?even|net income|ebit\w*|"
    r"earned)\b|利润|亏",
    "units": r"\b(?:ship(?:s|ped|ments?|ping)?|deliver(?:ed|ies|s|y)|s(?:old|ells?)|units?|installed|"
    r"in (?:operation|service|use|the field)|produced|placed|out of the|left the)\b[^.;]{0,200}\d|"
    r"\d[^.;]{0,200}\b(?:ship(?:s|ped|ments?)|deliver(?:ed|ies)|sold|units?|installed|placed|left the|"
    r"in (?:operation|"
    r"service))\b|"
    r"\d[\d,]* (?:robots|machines|humanoids|systems|pieces|sets)\b|销量|出货|交付",
    "orders": r"\b(?:orders?|ordered|backlog|order book|pre-?orders?|booked)\b[^.;]{0,200}\d|"
    r"\d[^.;]{0,200}\b(?:orders?|"
    r"backlog)\b|订单",
    "capacity": r"\b(?:capacity|capability|output|a year|per year|annual(?:ly)?|a month|per month)\b|产能",
    "valuation": r"\b(?:valu(?:e[sd]?|ation|ing)|worth|market cap\w*|pric(?:e[sd]?|ing) (?:it|the company|of|at)|"
    r"pre-money|post-money)\b|估值|市值",
    "total_raised": r"\b(?:total(?:s|led|ling)?|altogether|in all|to date|so far|since|overall|all told|combined|"
    r"(?:has|have|had) (?:now |already )?(?:raised|taken in|collected|brought in))\b|累计",
    "market_size": r"\bmarkets?\b|市场",
    "rounds": r"\brounds?\b|轮",
}  # fmt: skip
_PLACE = (
    rf"\bbased\b|\bheadquarter\w*|\bHQ\b|{NAME},? (?:is )?(?:of|in|from|based in|located in) (?:[\w-]+ )?[A-Z]|"
    rf"\b[A-Z]\w+(?:'s|’s|-based)(?: [\w-]+){{0,4}} {NAME}|{NAME}(?: \w+)? \([A-Z][a-z]+\)|总部|位于"
)
_NAMED = (
    r"\b(?:formerly|previously|originally|initially|once|first|still|renam\w+|rebrand\w+|re-?christen\w+|ex-|until|"
    r"names?|called|known as|"
    r"becomes?|became|turned into|went by|goes by|then|before that|"
    r"(?:found|start|set up|began|beg)\w{0,6}[^.;]{0,60}\bas (?-i:[A-Z]))|"
    r"原名|曾用名|前身|更名|改名"
)
_RENAMED = Pattern(
    rf"{NAME}[^.;]{{0,30}}?\b(?:formerly|previously|originally|once|until \d{{4}}|then called)\b|"
    rf"\b(?:formerly|previously|originally|initially|once|first|still) (?:\w+ )?(?:called|known|named|trading|"
    rf"operating|registered)\b|"
    rf"\b(?:renam|rebrand|re-?christen)\w+|(?:chang|switch|took|adopt)\w* (?:its|the|their|a) (?:present |current |"
    rf"new |old )?name\b|"
    rf"\bunder the name\b|\b(?:used to be|were|was) (?:called|known as|named)\b[^.]{{0,60}}\b(?:until|before|then|"
    rf"till)\b|\bused to be called\b|"
    rf"\bformer(?:ly)? {NAME}|\bex-|\b(?:old|former|previous|new|original|first) name\b|\bknown until\b|"
    rf"\b(?:found|start|set up|began|beg)\w{{0,6}}[^.;]{{0,60}}\bas (?-i:[A-Z])|{NAME},? (?:then|before that) |"
    rf"\b(?:becomes?|became|turned into|now (?:called|named|known as)|went by|goes by)\W{{0,4}}{NAME}\W{{0,3}}"
    rf"(?:$|(?=[.,;)]| (?:in|after|when|on|last|this|because|as)\b))|原名|曾用名|前身|更名|改名",
    re.I,
)
"""A sentence that tells what something was called before."""
_STAKE = (
    r"\b(?:stakes?|shares?|owns?|owned|hold(?:s|ing)?|held|interest|shareholder|percent|per cent)\b|持股|股份|%|"
    r"\b(?:keeps?|kept|retains?|retained|takes?|took|gets?|got) (?:a|one|two|three) (?:third|quarter|fifth|tenth|"
    r"half)s?\b"
)

_KINDS: dict[str, Pattern] = {
    kind: Pattern(pattern, re.I)
    for kind, pattern in {
        "funding": _FUNDING, "acquisition": _ACQUISITION, "ipo": _IPO, "partnership": _PARTNERSHIP, "role": _ROLE,
        "education": _EDUCATION, "founding": _FOUNDING, "launch": _LAUNCH, "price": _PRICE, "forecast": _FORECAST,
        "plan": _PLAN, "deployment": _DEPLOYMENT, "statement": _STATEMENT, **_FIGURES, "%": _STAKE,
        "name": _NAMED,
    }.items()
} | GIVEN  # fmt: skip
_SEAT = Pattern(_PLACE)

_TAKEN = Pattern(
    rf"\b(?:acqui\w+|b(?:uy|uys|uying|ought)|purchas\w+|tak\w+ over|took over|takeover|swallow\w*|absorb\w*|"
    rf"snap\w* up|"
    rf"pick\w* up|took all|merg\w+|sale of|sell(?:s|ing)?|sold|control of|majority|stake|"
    rf"owners? of)\b[^.;\0]{{0,60}}{NAME}|\b(?:pa(?:y|ys|id|ying)|offer\w*|bids?|bidding)\b"
    rf"[^.;\0]{{0,60}}\bfor {NAME}|"
    rf"{NAME}[^.;]{{0,60}}\b(?:(?:was|were|been|be|being|is|are|to be) (?:\w+ )?(?:bought|acquired|sold|"
    rf"taken over|absorbed|"
    rf"swallowed|picked up|snapped up|purchased|folded|merged|owned|for sale)|belong\w*|own(?:er|ers|ed)|"
    rf"subsidiary|changes? hands)|"
    rf"{NAME}(?:'s|’s)? (?:sale|takeover|acquisition|owners?|buyer)|收购",
    re.I,
)
"""A sentence in which the name is bought, not the buyer."""
_TAKES = Pattern(
    rf"{NAME}[^.;]{{0,80}}\b(?:acqui\w+|b(?:uys?|uying|ought)|purchas\w+|takes? over|took over|takeover|"
    rf"swallow\w*|absorb\w*|"
    rf"snap\w* up|pick\w* up|took all|exercis\w+|"
    rf"(?:took|takes?|taken|lift\w*|rais\w+|increas\w+) [^.;\0]{{0,40}}(?:stake|interest|holding|%|per ?cent)|"
    rf"offer(?:s|ed)?|bids?|merg\w+|pa(?:ys?|id))\b|\bby {NAME}|\b(?:to|"
    rf"into the hands of) {NAME}|收购",
    re.I,
)
_SELLS = Pattern(
    rf"{NAME}[^.;\0]{{0,80}}\b(?:sold|sells?|selling|divest\w*|parts? with|parted with|offload\w*|spun off)\b|"
    rf"\b(?:acqui\w+|bought|buys?|took over|sale)\b[^.;]{{0,80}}(?:\b(?:from|of|by) {NAME}|{NAME}['’]s?)",
    re.I,
)
"""A sentence in which the name sells something."""
_IS_TAKEN = Pattern(
    r"\b(?:was|were|been|be|being|is) (?:\w+ )?(?:bought|acquired|sold|taken over|absorbed|swallowed|snapped up|"
    r"purchased|owned)|"
    r"\b(?:bu(?:ys?|ying)|bought|acqui\w+|took over|takeover of|purchase of|sale of|stake in|control of|owns?)\b"
    r"(?: [\w%.,-]+){0,6}? (?:company|start-?up|firm|maker|business|it)\b|\bbelongs? to\b|\bowners?\b|"
    r"\b(?:turned down|rejected|declined|refused|received|spurned|rebuffed) [^.;]{0,40}\b(?:offers?|bids?|approach)\b|"
    r"\boffer(?:s|ed)? [^.;]{0,60}\bfor the (?:company|firm|whole|business|start-?up)\b|收购",
    re.I,
)
"""A sentence that goes on about whom it tells to be bought."""
_GETS = Pattern(
    rf"(?:invest\w*|stakes?|money|million|billion|round|put|financing|backers?)\b[^.;\0]{{0,60}}\b(?:in|into|for|"
    rf"of|at|by) "
    rf"(?:[\w’'-]+ ){{0,3}}?{NAME}|{NAME}[^.;\0]{{0,60}}\b(?:rais\w+|clos\w+|secur\w+|received|obtained|"
    rf"has taken|took in|"
    rf"brought in|collected|attracted|landed|bagged|pulled in|picked up|got)\b|"
    rf"{NAME}(?:['’]s?)? (?:[\w-]+ ){{0,3}}?(?:round|series|seed|financing|backers?|investors?|shareholders?|"
    rf"funding)\b|"
    rf"\b(?:back|fund)\w* {NAME}",
    re.I,
)
"""A sentence in which the name gets money."""
_GIVES = Pattern(
    rf"\b(?:led by|backed by|from|by|with|including|investors?|backers?|shareholders?)\b[^.;]{{0,80}}{NAME}|"
    rf"{NAME}[^.;\0]{{0,80}}\b(?:invest(?:s|ed|ing)|(?:co-?)?led|leads?|back(?:s|ed)|took|take part|put|join(?:ed|s)|"
    rf"particip\w+|in talks|negotiating|pour\w*|wrote|came (?:in|back))\b",
    re.I,
)
"""A sentence in which the name gives it."""


_MONEY = frozenset(("price", "valuation", "revenue", "profit", "total_raised", "market_size"))
_RESULTS = frozenset(("revenue", "profit"))
_BARE_SUM = Pattern(
    r"\b(?:revenues?|sales|turnover|income|profits?|loss(?:es)?) (?:was|were|is|are|came to|of|stood at|reached|hit|"
    r"rose to|fell to|grew to|dropped to) (?:\w+ ){0,2}?\d[\d.,]* ?(?:million|billion|bn|m)\b",
    re.I,
)
"""A result that is told without its currency: the sentence before names it."""
_NUMBERS = frozenset(("employees", "units", "orders", "capacity", "rounds"))
_NUMBER = Pattern(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b|"
    r"[二三四五六七八九十百千万]",
    re.I,
)
_FOUNDED = Pattern(
    rf"(?:{_FOUNDING})(?:(?!\bby\b)[^.;\0]){{0,60}}{NAME}|"
    rf"{NAME}(?!['’]s)[^.;]{{0,90}}(?:{_FOUNDING})",
    re.I,
)
"""A sentence in which the name is what is founded."""
_STUDIED = Pattern(
    rf"(?:{_EDUCATION})(?:(?!\b(?:and|with)\b)[^.;\0]){{0,60}}{NAME}|"
    rf"{NAME}(?:(?!\bwith\b)[^.;]){{0,110}}(?:{_EDUCATION})",
    re.I,
)
"""A sentence in which the name is who studied."""
_NO_STAFF = Pattern(r"\b(?:hir(?:e[sd]?|ing)|recruit\w*|lay(?:ing)? off|laid off|dismiss\w*|jobs)\b|裁员|招聘", re.I)


def may_tell(text: str, asked: tuple[str, ...]) -> bool:
    """Whether a sentence may tell one of some things at all, whomever it is about: soon seen."""
    return any(
        one in ("place", CONTRIBUTION) or _KINDS[one].is_in(text) or (one == "employees" and HEADCOUNT.is_in(text))
        for one in asked
    )


def is_taken(text: str) -> bool:
    """Whether a sentence tells that the name in it was bought."""
    return bool(_TAKEN.search(text))


def aspects(query: Query) -> tuple[str, ...]:
    """What sentences have to tell to answer a query: figures by their measure, all else by its kind."""
    if query.kinds == ("founding",) and query.needs == ("place",):
        return ("place",)
    if "%" in query.needs:
        return ("%",)
    if query.measures:
        return tuple(measure for measure in query.measures if measure in _KINDS)
    if query.needs == ("valuation",):
        return ("valuation",)
    return tuple(kind for kind in query.kinds if kind in _KINDS)


def tells(text: str, aspect: str, query: Query) -> bool:
    """Whether a sentence, the name that is asked about as `NAME`, tells what is asked of it."""
    if aspect == "place":
        return bool(_SEAT.search(text))
    if aspect == "employees" and HEADCOUNT.search(text):
        return True
    if not _KINDS[aspect].search(text) or not _has_its_figure(text, aspect):
        return False
    if aspect == "name":
        return bool(_RENAMED.search(text))
    if aspect == "price":
        return not _NO_PRICE.search(text)
    if aspect == "role" and query.post:
        return fits(text, query.post)
    part = query.parts[0].slots if query.parts else ()
    if aspect == "acquisition":
        return _tells_takeover(text, part)
    return NAME not in text or _has_part(text, aspect, part)


def _has_its_figure(text: str, aspect: str) -> bool:
    """Whether a sentence holds a sum where what it tells is money, a number where it is one."""
    if aspect in _MONEY and not tells_sum(text) and not (aspect in _RESULTS and _BARE_SUM.search(text)):
        return False
    if aspect in _NUMBERS and not _NUMBER.search(text):
        return False
    return not (aspect == "employees" and _NO_STAFF.search(text))


def _tells_takeover(text: str, part: tuple[str, ...]) -> bool:
    """Whether a sentence on a takeover gives the name, or where it has none whoever is meant, this part in it."""
    if NAME not in text:
        return part != ("seller",) and (part != ("target",) or bool(_IS_TAKEN.search(text)))
    ways = {("target",): _TAKEN, ("seller",): _SELLS, ("buyer",): _TAKES}
    return part not in ways or bool(ways[part].search(text))


def _has_part(text: str, aspect: str, part: tuple[str, ...]) -> bool:
    """Whether the name in a sentence is founded, has studied, raises or puts in money, as is asked."""
    if aspect == "founding" and part == ("organization",):
        return bool(_FOUNDED.search(text))
    if aspect == "education" and part == ("person",):
        return bool(_STUDIED.search(text))
    if aspect == "funding" and part in (("company",), ("investors",)):
        gets, gives = bool(_GETS.search(text)), bool(_GIVES.search(text))
        return gets == gives or (gets if part == ("company",) else gives)
    return True
