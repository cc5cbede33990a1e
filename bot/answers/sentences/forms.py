"""The form in which a question wants its answer (a sum, a span of time, a reason), and whether a sentence has it."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.sentences.counting import must
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings
from bot.answers.sentences.signs import YEAR_ALONE
from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern

_NUMBER = (
    r"(?:\d[\d.,]{0,15}|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|"
    r"sixty|eighty|hundred|half|several|some)(?:[ -](?:hundred|thousand|dozen|and a half))?)"
)


def _measured(units: str) -> str:
    return rf"\b{_NUMBER}[\s-]?(?:(?:to|and|or|[-–]) ?{_NUMBER}[\s-]?)?(?:{units})\b"


_TIMES = r"seconds?|minutes?|min|hours?|hrs?|days?|nights?|weeks?|months?|years?|decades?|shifts?|summers?|winters?"
_FORMS: tuple[tuple[str, str], ...] = (
    (
        r"\bhow (?:heavy|light)\b|\bwhat weight\b|\b(?:the )?weight of\b|\bhow much (?:does|do|did|can|could) .{1,60}\b"
        r"(?:weigh|lift|carry|bear|hoist|hold)\b|\bpayload\b",
        _measured(r"kg|kilo\w*|grams?|tonnes?|tons?|pounds?|lbs?|stone|litres?|liters?")
        + r"|\b\d[\d.,]* ?[gt]\b|公斤|千克|吨",
    ),
    (
        r"\bhow (?:tall|high|deep|wide|long|thick|far)\b(?= (?:is|are|was|does|do|can|did)\b.{0,60}\b(?:reach|robot|"
        r"arm|"
        r"hand|track|line|pipe|cable|range|drive|travel|go|walk|jump|stand|machine|hall|hull)\b)|\bheight\b|"
        r"\brange of\b",
        _measured(
            r"mm|millimet\w+|cm|centimet\w+|met(?:re|er)s?|km|kilomet\w+|ft|feet|foot|inch\w*|miles?|yards?|storeys?"
        )
        + r"|\b\d[\d.,]* ?m\b|厘米|米",
    ),
    (
        r"\bhow (?:big|large|much (?:space|room|area)) (?:is|are|was|will be|does) .{0,60}\b(?:site|plant|factory|"
        r"hall|office|lab|"
        r"warehouse|campus|farm|area|centre|center|field|workshop|facility|headquarters|showroom|room)\b|"
        r"\bfloor (?:area|space)\b|\bsquare (?:met\w+|feet)\b",
        _measured(r"square[ -]\w+|sq\.? ?\w+|sqm|m2|m²|hectares?|acres?|pitches|places|people|workers|robots")
        + r"|平方米",
    ),
    (
        r"\bhow (?:fast|quick|quickly|slow|slowly|rapidly)\b|\b(?:top |walking |maximum )?speed\b|\bhow soon\b|"
        r"\bpace of\b",
        _measured(rf"km/h|kph|mph|m/s|knots|met\w+ (?:a|an|per)|kilomet\w+|miles|times|{_TIMES}|per|a \w+|an hour")
        + r"|\b(?:an?|per|each|every) (?:second|minute|hour|day|shift)\b|公里|秒|分钟",
    ),
    (
        r"\bbattery li(?:fe|ves)\b|\b(?:on|per) (?:a|one) charge\b|\bruntime\b|\bhow long (?:does|do|can|"
        r"will) .{1,50}\b(?:last|run|"
        r"work|go|operate)\b|\bendurance\b",
        _measured(_TIMES) + r"|小时|分钟|\b(?:until|through|to) \d{4}",
    ),
    (
        r"\bhow long\b|\bfor how (?:long|many years)\b",
        _measured(_TIMES) + r"|\b(?:since|until|till|through|from (?:19|20)\d\d)\b|"
        r"\b(?:all|a|an|the whole|another|every|last) (?:year|month|week|day|night|hour|"
        r"summer|winter|decade)\b|\b\d{4}[-–]\d{2,4}|\bovernight\b|\bdecades?\b|[年月天周]",
    ),
    (
        r"\bhow often\b|\bhow many times\b|\bhow frequently\b|\bwhat frequency\b",
        rf"\btimes\b|\btwice\b|\bonce\b|\bevery\b|\b(?:a|an|per|each) (?:{_TIMES})\b|\bdaily|\bweekly|\bmonthly|"
        rf"\byearly|\bhourly",
    ),
    (
        r"\bhow (?:accurate|accurately|precise|precisely|reliable|reliably)\b|\baccuracy\b|\bprecision\b|"
        r"\bsuccess rate\b|\berror rate\b",
        r"%|\bper ?cent\b|\bpercent\b|\bmicrons?\b|\bmillimet|\bmm\b|\bout of\b|\btimes out\b|\bone in\b|\bin (?:ten|"
        r"a hundred)\b",
    ),
    (r"\bhow (?:hot|cold|warm)\b|\btemperatures?\b", r"\bdegrees?\b|°|\bcelsius\b|\bminus \d|\bfahrenheit\b"),
    (r"\bhow (?:loud|noisy|quiet)\b|\bdecibels?\b", r"\bdecibels?\b|\bdb\b"),
    (
        r"\bhow old\b|\b(?:age|birthday|birth year)\b|\bborn\b",
        r"\baged?\b|\bborn\b|\b\d\d[- ]year[- ]old\b|,? (?:now )?\d\d(?=[,.)])|\(\d\d\)|\b(?:is|turn\w+|am) \d\d\b|"
        r"\bbirth|"
        r"\byears old\b|\b(?:thirty|forty|fifty|sixty|twenty)-\w+\b|岁|出生",
    ),
    (
        r"\bwhat (?:is|was|are|were|does|do|did|will|would|salary|wage|rent|fee|price) .{0,80}\b(?:charges?|charged|"
        r"costs?|fees?|rents?|rental|price[ds]?|bill|"
        r"owes?|earns?|salary|salaries|wages?|subscription|hourly rate|budget|turnover|revenues?|lease)\b|"
        r"\bhow (?:expensive|cheap|costly)\b|"
        r"\bat what (?:price|cost|valuation)\b|\bwhat price\b|\bby how much did .{1,60}\b(?:cut|lower|raise|reduce|"
        r"increase)\b.{1,30}\bprices?\b",
        r"[$€£¥₩₹]|\b(?:dollars?|euros?|pounds?|yuan|rmb|won|yen|francs?|rupees?|crore|lakh|shekels?|kroner|kronor|"
        r"real|reais|"
        r"usd|eur|gbp|krw|jpy|chf|aed|sek|nok|cents?|pence|pesos?|baht|dong|ringgit|rupiah|dirhams?|riyals?|rand|"
        r"lira|zlotys?|[\d,]+k)\b|元",
    ),
    (
        r"\bwhat (?:percentage|per ?cent|share|proportion|fraction|part|portion)\b|\bhow (?:big|large|much) (?:a |"
        r"of a )?(?:share|part|"
        r"percentage|proportion|stake)\b",
        r"%|\bper ?cent\b|\bpercent\b|\b(?:half|third|quarter|thirds|quarters|tenths?|fifths?|majority)\b|"
        r"\b\w+ (?:in|out of) \w+\b|成",
    ),
    (r"\bpatents?\b", r"\bpatent"),
    (r"\b(?:awards?|prizes?|medals?)\b", r"\b(?:award|prize|medal|won|winner|honou?r)"),
    (
        r"\bhow did\b.*\b(?:meet|know each other|get to know)\b",
        r"\bmet\b|\bmeet|\bknew\b|\bknown\b|\bclassmates?\b|\broommates?\b|\bcolleagues?\b|\bwedding\b|\bintroduc|"
        r"\btogether\b|\bboth\b|\bhired me\b",
    ),
)
_COMPILED = tuple((Pattern(asked), Pattern(given, re.I)) for asked, given in _FORMS)
FORM = Pattern("|".join(f"(?:{asked})" for asked, _ in _FORMS[:-4] if "price" not in asked))
"""Words of a question that only say in which form it wants its answer."""
_PERCENT = Pattern(
    r"\d\s*(?:%|％|per ?cent\b|percent\b)|百分之\d|\b(?:half|a third|a quarter|two[- ]thirds|three[- ]quarters|"
    r"\w+ tenths?|"
    r"\w+ (?:in|out of) (?:two|three|four|five|ten|\d+)|(?:half|third|quarter|fifth) of)\b",
    re.I,
)
_ANY_NUMBER = Pattern(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|"
    r"hundreds?|"
    r"thousands?|million|billion|none|no|single|half|both|twice)\b|[一二三四五六七八九十百千万]",
    re.I,
)
_MUCH = Pattern(
    r"\bhow much (?:more |of the |of its )?([a-z]+) (?:is|was|are|were|does|did|do|can|could|has|have|had|will|would)\b"
)
_OF_MONEY = frozenset(
    (
        *("money", "cash", "capital", "funding", "financing", "debt", "revenue", "profit", "loss", "tax", "rent"),
        *("subsidy", "turnover", "it", "this", "that"),
    )
)
_TIME = Pattern(
    r"\b(?:19|20)\d\ds?\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|tonight|spring|summer|autumn|"
    r"winter|"
    r"christmas|easter|new year)\b|\b(?:next|last|this|past|coming|within|over the|in|after|before|since|"
    r"for) (?:[\w-]+ )?"
    r"(?:years?|months?|weeks?|quarters?|decades?|days?|night|week|hours?)\b|\bago\b|\d+月|\d{4}年|明年|去年|今年",
    re.I,
)
_REASON = Pattern(
    r"\b(?:because|since|due to|as a result|so that|so as to|in order to|owing to|reasons?|thanks to|given|blam\w+|"
    r"cit(?:es|ed|ing)|"
    r"cause[sd]?|led to|therefore|hence|why|wanted|too|lack\w*|shortage|fear\w*|concern\w*|refus\w+|fail\w*|hit by|"
    r"hurt by|matter of|"
    r"rather than|instead|cheaper|dearer|impossible|no longer|can't|cannot|couldn't|won't|didn't|doesn't|not enough|"
    r"nobody|"
    r"for (?:lack|want|fear|the sake)|disagree\w*|quarrel\w*|dispute\w*|overran|explain\w*|brings no|without|"
    r"need(?:s|ed))\b|因为|由于|原因",
    re.I,
)
_PERHAPS_REASON = Pattern(
    r"\b(?:as (?:it|they|he|she|the|its|their)|to (?:avoid|become|help|gain|get|make|cut|save|bring|be|expand|keep|"
    r"protect|meet|reach|"
    r"give|free|reduce|prevent|raise|fund|build|develop|speed)|after|over|wants?)\b|[—–:]",
    re.I,
)
"""What may give a reason, in a sentence that holds all else."""
_PLACE = Pattern(
    r"\b(?:in|at|near|from|to|outside|of|across|on|beside|behind|above|around|into|inside|through) (?:the |its |a |"
    r"an |their |his |"
    r"her )?(?:[\w'’-]+ ){0,3}?[A-Z]|\b[A-Z]\w+[-’'](?:based|s)\b|\b(?:in|at|on|beside|above|inside) (?:a|an|the|his|"
    r"her|their|its) |[㐀-鿿]"
)
_NAME_WITHIN = Pattern(r"(?<=[\w,;:\"“(*’'] )(?!I\b|I[’'])[A-Z][\w-]+|[㐀-鿿]{2,}")
_SOMEBODY = Pattern(
    r"\b(?:brother|sister|father|mother|wife|husband|son|daughter|uncle|aunt|cousin|in-law|friend|customer|client|"
    r"investors?|bank|"
    r"government|state|city|university|ministry|court|judge|union|landlord|supplier|employees|staff|professor|"
    r"students?|family|"
    r"founders?|themselves|himself|herself|itself|owner|contractor|council|company's own)\b",
    re.I,
)


def is_of_form(text: str, clause: Clause, others: bool, full: bool) -> bool:
    """Whether a sentence holds the form of answer that a clause wants.

    `others`: whether it names whom nobody asked about; `full`: whether it says all the words of the question.
    """
    shape = clause.shape
    formed = _formed(shape)
    if not all(given.is_in(text) for given in formed):
        return False
    if clause.wants == "percent":
        return _PERCENT.is_in(text)
    if clause.wants == "count":
        return _tells_number(text) and _counts(text, clause)
    if formed:
        return True
    if clause.wants == "money":
        of = _MUCH.search(shape)
        if of is not None and of[1] not in _OF_MONEY:
            return _tells_number(text)
        return tells_sum(text)
    if clause.wants == "when":
        return _TIME.is_in(text)
    if clause.wants == "why":
        return _REASON.is_in(text) or (full and _PERHAPS_REASON.is_in(text))
    if clause.wants == "where":
        return _PLACE.is_in(text)
    if clause.wants == "who":
        return others or _NAME_WITHIN.is_in(text) or _SOMEBODY.is_in(text)
    return True


@lru_cache(maxsize=64)
def _formed(shape: str) -> tuple[Pattern, ...]:
    """What the questions of a shape want a sentence to hold."""
    return tuple(given for asked, given in _COMPILED if asked.search(shape))


@lru_cache(maxsize=4096)
def _tells_number(text: str) -> bool:
    """Whether a sentence tells a number that is no year."""
    return bool(_ANY_NUMBER.search(YEAR_ALONE.sub(" ", text)))


def names_somebody(text: str) -> bool:
    """Whether a sentence writes a name within it."""
    return _NAME_WITHIN.is_in(text)


_NUMBERED = Pattern(
    r"(?<![\d.])(?!(?:19|20)\d\d\b)(?:\d[\d,. ]{0,20}\+?|(?:a )?(?:hundred|thousand|dozen)s?|two|three|four|five|six|"
    r"seven|eight|nine|"
    r"ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|no|a third|a quarter|half|"
    r"two[- ]thirds|three[- ]quarters)(?:[ -](?:hundred|thousand|million|billion|"
    r"odd))?((?: [\w'’-]+){1,5})",
    re.I,
)
_OF_THEM = Pattern(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) of (?:them|these|those|its|the)\b|"
    r"\d[\d,. ]{0,20}(?:(?:of|to) (?:them|these|those|each|the)\b|(?:were|was|are|have|had|in (?:all|total)|last|this|"
    r"so far|by|on)\b|[.,;:)]|$)",
    re.I,
)
"""A number of what was named before it."""


def _counts(text: str, clause: Clause) -> bool:
    """Whether a sentence gives a number of what is counted, by any word for it, or of what was named before."""
    counted = must(clause)
    told = frozenset[str]().union(*(meanings(met[1]) for met in _NUMBERED.finditer(text)))
    return all(meaning_of(word) & told for word in counted) or bool(_OF_THEM.search(YEAR_ALONE.sub(" ", text)))
