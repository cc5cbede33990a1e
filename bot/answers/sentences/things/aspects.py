"""What is asked of products and their makers (what it weighs, costs, runs on), and what gives it in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.asked.words import stems
from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern

_N = (
    r"(?:(?<![\d.,])\d[\d.,]{0,15}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|thirty|forty|fifty)"
)
_HOURS = r"(?:hours?|minutes?|hrs?|h|min)\b"
_RUNS = (
    r"\b(?:batter\w{1,3}|(?:re)?charg\w{1,5}|run-?times?|endurance|autonomy|runs?|ran|running|works?|working|"
    r"operat\w{1,5}|lasts?|lasted|lasting|fl(?:y|ies|ight)|flying|airborne|stays?|continuous(?:ly)?|power(?:s|ed)?|"
    r"keeps?|up to|good for)\b"
)
_LOAD = (
    r"(?<!\bwho )\b(?:payload|lift\w*|carr(?:y|ies|ied|ying)|load\w*|haul\w*|h[oe]ld(?:s|ing)?|tow(?:s|ing)?|handl\w+|"
    r"grip\w*|pull\w*|push\w*|mov(?:e|es|ed|ing)\b(?=.{0,40}\bup to\b))\b"
)
_LOADED = Pattern(rf"{_LOAD}[^.;,]{{0,40}}?{_N}[\s-]?(?:kg|kilo\w*|pounds?|lbs?|grams?|tonnes?|tons?)\b", re.I)
"""So much is carried: that is no weight."""
_HYPHENS = {0x2010: "-", 0x2011: "-"}
"""How web pages write "66-lb" so that no line breaks there."""
_MONEY = "money"
"""A given of the sentence that no pattern tells: a sum."""
_C = (
    r"(?<![\d.,$€£¥₩])(?!(?:19|20)\d\d\b)(?:\d[\d,]{0,15}(?:\.\d{1,9} (?:million|billion))?|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w{1,9})?|"
    r"dozens?|hundreds?|thousands?|a hundred)"
    r"(?![\d.,]{0,15}\s?(?:%|per ?cent|won\b|yuan|euros?|yen|dollars|(?:million|billion) (?:won|yuan|euros?|yen|"
    r"dollars|pounds)))"
)
"""A number of things: no year, no share and no sum."""
_ANY = r"\bhow many (?:\S+ ){1,7}?(?:\S+ )??"
_OTHERS = "(of others)"

_TABLE: tuple[tuple[str, str, str], ...] = (
    (
        r"\bhow (?:heavy|light)\b(?! an? \w)|\bweigh(?:s|t|ing)?\b|\bmass\b|\b(?:kilos?|kilograms?|kg|pounds|grams)\b",
        rf"(?<![\d.,]){_N}[\s-]?(?:kg|kilo\w*|pounds?|lbs?|(?-i:g)|grams?|tonnes?|tons?)\b(?! (?:payload|load|boxes))|"
        r"\bweigh(?:s|ed|ing)\b",
        "heavy light weigh weighs weight weighing mass kilos kilograms kg pounds grams much",
    ),
    (
        r"\bhow (?:tall|high|long|wide|big|large|small)\b(?! (?:an? \w+|can|could|did|does|do|has|have|will|was|were|"
        r"after|before|ago|is the (?:deal|round|market|order|contract|team|company|fund|stake|loss)))|"
        r"\b(?:height|length|width|dimensions|size)\b",
        rf"{_N}[\s-]?(?:cm|centimet\w+|mm|millimet\w+|m|met(?:re|er)s?|ft|feet|foot|inch\w*)\b|"
        r"\bthe size of\b|\b(?:knee|waist|shoulder|fist|palm|shoebox)[- ]\w+",
        "tall high height long wide big large small length width dimension dimensions size",
    ),
    (
        r"\bhow fast\b|\b(?:top |walking |running |driving |max\w* )?speed\b|\bhow quickly (?:can|does)\b",
        rf"{_N}[\s-]?(?:km/h|kph|mph|m/s|knots|(?:(?:kilo)?met\w+|miles)[\s-](?:an?|per)[\s-](?:hour|second|minute))|"
        rf"\bspeeds?\b(?! up (?!to\b))|\b(?:in|within|takes?) {_N}\s?(?:seconds?|minutes?)|"
        rf"(?<![$€£¥₩\d.,]){_N}(?: [\w-]+){{1,3}} (?:an?|per|each) (?:minute|hour)\b",
        "fast speed top walking running driving max maximum quickly move walk run drive",
    ),
    (
        r"\bbattery\b(?!.*\b(?:maker|company|supplier|suppl(?:y|ies|ied)|costs?|factory|comes?|from|replac\w+)\b)|"
        r"\brun-?time\b|\bendurance\b|"
        r"\b(?:on|per) (?:a|one|a single|each) charge\b|\bhow long (?:does|do|can|will)\b.{0,40}\b(?:last|run|work|"
        r"operate|fly|walk|charge|recharge)\b|\b(?:re)?charg(?:e|es|ing)\b.{0,20}\b(?:time|take)|\bswap\w*\b",
        rf"{_RUNS}[^.;]{{0,60}}?{_N}[\s-]?{_HOURS}|{_N}[\s-]?{_HOURS}[^.;]{{0,50}}?{_RUNS}|{_N}[\s-]?(?:kwh|wh|watt-hours?)\b|"
        r"\bswap|\bround the clock\b|\b24/7\b",
        "battery run runtime run-time endurance last life charge recharge charging long time work operate capacity "
        "hours swap",
    ),
    (
        r"\bpayload\b|\b(?:carry|carries|lift|lifts|carrying|lifting|haul|hauls|hold|holds|tow|tows|load|grip)\b"
        r"(?=.*\b(?:how (?:much|heavy|many kilos)|what weight|maximum|max|up to|capacity)\b)|"
        r"\bhow (?:much|heavy)\b.*\b(?:carry|lift|haul|hold|tow|load|pull|push)\b|\bhow strong\b",
        rf"{_LOAD}[^.;]{{0,50}}?{_N}[\s-]?(?:kg|kilo\w*|pounds?|lbs?|g|grams?|tonnes?|tons?|litres?|liters?)\b|"
        rf"{_N}[\s-]?(?:kg|kilo\w*|pounds?|lbs?|g|grams?|tonnes?|tons?|litres?|liters?)\b[^.;]{{0,30}}{_LOAD}",
        "payload carry carries lift lifts carrying lifting haul hold tow load heavy much weight max maximum pull push "
        "grip strong",
    ),
    (
        r"\bdegrees? of freedom\b|\bdofs?\b|\baxes\b|\b(?:actuated |moving )?joints\b(?=.*\b(?:have|has|does|many|"
        r"number)\b)",
        r"\bdegrees?[- ]of[- ]freedom\b|\bdofs?\b|\baxes\b|\baxis\b|\bjoints?\b|\bactuated\b",
        "degree degrees freedom dof dofs axes joints actuated",
    ),
    (
        r"\bparameters?\b|\bhow (?:big|large) is\b.{0,40}\bmodel\b|\bmodel size\b",
        rf"{_N}[\s-]?(?:billion|million|trillion|[bm])(?:illion)?[\s-]param|\bparameters?\b|\b\d[\d.]*\s?[BM]\b",
        "parameter parameters big large model size",
    ),
    (
        r"\bpower (?:draw|consum\w+|use|usage|budget|need)|\b(?:power|electricity|energy|watts?)\b.{0,40}\b(?:draw|use|"
        r"consum\w*|need|burn|require|take|run on|eat)s?\b|\b(?:draw|consume|use)s? .{0,20}\b(?:power|energy|watts?)\b|"
        r"\bhow many (?:kilo)?watts\b|\bwattage\b",
        rf"{_N}[\s-]?(?:k?w|(?:kilo)?watts?|kwh|volts?)\b|\bwatt",
        "power draw draws consumption consume consumes use usage need needs energy electricity watts watt wattage much",
    ),
    (
        r"\b(?:train(?:ed|ing)?|data ?sets?|data)\b.*\b(?:on|data|hours|size|much|many)\b|\bhow (?:much|many hours of) "
        r"(?:\w+ )?(?:data|teleoperation|demonstrations?|footage|video)\b",
        rf"{_N}\s?(?:thousand |million |billion |trillion )?(?:(?:\w+[ -]){{0,3}}?(?:hours?|tokens?|episodes?|"
        rf"demonstrations?|"
        r"trajector\w+|clips?|frames?|samples?|images?|videos?|gpu))|\btrained (?:on|with)\b|\bH100",
        "train trained training data dataset datasets hours teleoperation demonstrations footage video much size",
    ),
    (
        r"\blicen[cs]e[ds]?\b(?=.*\b(?:under|what|which|open|releas\w+)\b)|\bunder (?:what|which) licen[cs]e\b|"
        r"\bopen[- ]?(?:source|weights?)d?\b",
        r"\bApache\b|\bMIT\b(?! (?:spin|grad|prof|lab))|\bBSD\b|\bGPL\b|\bCC[ -]BY\b|\bopen[- ]?(?:source|weights?)d?|"
        r"\blicen[cs]e|\bpublic domain\b|\bclosed\b|\bproprietary\b",
        "license licence licensed open source sourced open-source open-sourced weights released under free",
    ),
    (
        r"\b(?:success rate|accura\w+|benchmark\w*|scor(?:e|es|ed|ing)|how (?:good|well|reliable|precise|accurate)|"
        r"error "
        r"rate|fail(?:s|ure)? rate|reliab\w+|uptime|precision)\b",
        rf"\d\s?%|\bper ?cent\b|{_N} (?:out )?of (?:the )?{_N}|\bpoints?\b|\bscor|\bmillimet|\b\d[\d.]* mm\b|\bin "
        rf"\d+\b|"
        r"\bonce (?:in|every)\b|\buptime\b",
        "success rate accuracy accurate benchmark benchmarks score scores scored good well reliable reliability error "
        "failure uptime precise precision do does perform",
    ),
    (
        r"\b(?:inference|control|clock|frame|refresh)\b.{0,20}\b(?:speed|rate|frequency|fast)\b|\bhertz\b|\bhz\b|"
        r"\blatency\b|"
        r"\bfrequency\b|\bframe rate\b",
        rf"{_N}[\s-]?(?:k|m|g)?hz\b|\bhertz\b|{_N}\s?(?:ms|milliseconds?|microseconds?)\b|\blatency\b|times (?:a|per) "
        rf"second",
        "inference control clock frame refresh speed rate frequency fast hertz hz latency",
    ),
    (
        r"\b(?:compute|computing power|teraflops|tops|tflops|flops|performance)\b",
        rf"{_N}\s?(?:t(?:era)?(?:fl)?ops|tops|petaflops|flops)\b|\bteraflops\b|\bTOPS\b",
        "compute computing power teraflops tops tflops flops performance much many",
    ),
    (
        r"\b(?:what|which) (?:\w+ )?(?:node|process)\b|\b(?:on|in) (?:what|which) (?:\w+ )?(?:node|process)\b|"
        r"\bnanomet\w+\b|\bnm\b",
        r"\d+[\s-]?(?:nm|nanomet\w+)\b|\bnode\b",
        "node process nanometer nanometre nm technology",
    ),
    (
        r"\bhow (?:loud|noisy|quiet)\b|\bnoise\b|\bdecibels?\b",
        rf"{_N}\s?(?:db|decibels?)\b|\bloud|\bnois|\bquiet|\bsilent",
        "loud noisy quiet noise decibel decibels",
    ),
    (
        r"\bhow (?:long|many \w+) (?:does|do|will|did|can) .{0,40}\b(?:last|survive|live|hold up|endure)s?\b|"
        r"\blifetime\b|"
        r"\bservice life\b|\blifespan\b|\bcycles\b|\bhow durable\b|\bwarranty\b|\bguarantee\b",
        rf"{_N}\s?(?:thousand |million )?(?:\w+ )?(?:cycles?|years?|hours?|grasps?|months?|kilomet\w+|km)\b|\bwarrant|"
        rf"\bguarant",
        "long last lasts survive lifetime life lifespan service durable cycles warranty guarantee",
    ),
    (
        r"\b(?:how many|how much|what|at what) .{0,60}\b(?:an?|per|each|every) (?:hour|minute|shift|day|night|"
        r"second)\b|"
        r"\bthroughput\b|\bpick rate\b|\bhow (?:many|much) .{0,30}\b(?:pick|sort|clean|weed|handle|process|cover)\w*\b",
        rf"{_N}\b.{{0,60}}\b(?:an?|per|each|every|in \d+|the) (?:hour|minute|shift|day|night|second|hours)\b|/h\b|"
        r"\bhours\b|\bnight|\bdaily\b",
        "throughput pick rate hour minute shift day night second",
    ),
    (
        r"\b(?:range|reach|how far)\b(?!.*\b(?:price|ipo|agreement|deal|break-?even)\b)",
        rf"{_N}[\s-]?(?:km|kilomet\w+|miles?|m|met(?:re|er)s?|cm|centimet\w+|feet)\b",
        "range reach far go travel fly drive",
    ),
    (
        r"\bwhat\b.{0,30}\b(?:made|built) (?:of|from|out of)\b|\bmaterials?\b",
        r"\b(?:made|built|braided|printed|cast|woven|forged|milled) (?:of|from|out|in|with)\b|\b(?:carbon|steel|"
        r"alumini?um|"
        r"plastic|silicone|nylon|titanium|magnesium|fib(?:re|er)|rubber|textile|polymer|alloy|wire|ceramic|glass)\b",
        "made built material materials",
    ),
    (
        r"\b(?:chip|processor|computer|brain|gpu|soc|operating system|software)\b(?=.*\b(?:run|runs|use|uses|inside|"
        r"powers?|"
        r"powered)\b)|\b(?:what|which)\b.{0,40}\b(?:powers?|runs? on|powered by|driven by|inside)\b|"
        r"\bruns? on\b(?! (?:an?|one|each|a single|its) )",
        r"\b(?:run(?:s|ning)?|built) on\b|\bpower(?:s|ed)\b|\bJetson\b|\bNvidia\b|\bQualcomm\b|\bchip|\bprocessor|"
        r"\bmodel\b|"
        r"\bdriven by\b|\bbased on\b|\bbrain\b|\bhydraul|\belectric|\bbatter|\bhydrogen|\bdiesel|\bsolar",
        "chip processor computer brain gpu software run runs use uses inside power powers powered driven",
    ),
    (
        r"^(?!.*\b(?:(?:shares?|stock|ipo|offer|issue|listing|unit) prices?|prices? (?:targets?|range|band|to pay for)|"
        r"per share|"
        r"valuation|stakes?|rounds?|rais\w+|invest\w*|acqui\w+|patents?|licen\w+|settle\w*|fined?)\b).*(?:"
        r"\bpric\w+\b|\bcosts?\b|\bcosting\b|\bexpensive\b|\bcheap\w*\b|\bretails?\b|\bhow much (?:is|are|was|were|for|"
        r"does .* (?:sell"
        r"|go) for|do .* (?:sell|go) for|would|will)\b|\b(?:sells?|retails?|goes?|list(?:s|ed)?) (?:for|at)\b|"
        r"\b(?:sells?|selling|sold|goes|going|went|charg\w+|ask(?:s|ing)?|pay|pays|"
        r"paid|list(?:s|ed)?) (?:for|price)?\b(?=.*\bhow much\b)|\bhow much\b.*\b(?:sells?|sold|charg\w+|ask(?:s|ing)?|"
        r"pay|paid|"
        r"hire|rent|rents|lease|rental|subscription|fee|month|hour)\b|\bwhat\b.{0,60}\b(?:pay|pays|charge|charges|"
        r"sells? for|"
        r"sold for|sell for|fees?|rent|rental|lease|subscription|monthly)\b|\b(?:rent|rental|lease|subscription|hire) "
        r"(?:price|fee|cost|rate)?s?\b)",
        _MONEY,
        "price prices priced pricing cost costs costing expensive cheap cheaper retail retails sell sells sold selling "
        "go "
        "goes charge charges charged ask asks pay pays paid list tag customer buyer much hire rent rents rental lease "
        "leases subscription fee fees monthly customers buyers user users household households hospital hospitals "
        "farmer "
        "farmers grower growers down up fall fell fallen drop dropped cut cuts reduced lowered rise risen rose raised "
        "change changed far "
        "consumer consumers restaurant restaurants store stores factory factories europe america",
    ),
    (
        r"\bwhen\b.*\b(?:launch\w*|releas\w*|ship\w*|sale|sales|sold|available|availab\w+|com(?:e|es|ing) (?:out|to "
        r"market|onto)|"
        r"came out|hit|arriv\w*|deliver\w*|debut\w*|unveil\w*|show(?:n|ed)?|present\w*|introduc\w*|reveal\w*|appear\w*|"
        r"roll\w* out|go live|order|preorders?|pre-orders?|due|out|start of)\b|\b(?:release|launch|ship\w*|delivery|"
        r"sale|sales|"
        r"start|availability|on sale|debut) date\b|\b(?:is|are) .{0,40}\b(?:available|out|on sale|shipping) (?:yet|"
        r"already|now)\b",
        r"\b(?:launch\w*|releas\w*|ship\w*|sale|sales|available|availab\w+|comes? out|coming|came out|hit\w*|arriv\w*|"
        r"deliver\w*|debut\w*|unveil\w*|show(?:n|ed|s)?|present\w*|introduc\w*|reveal\w*|appear\w*|roll\w* out|orders?|"
        r"preorders?|pre-orders?|due|out|start\w*|begin\w*|brought out|put out|stores|market|follows?|planned|"
        r"expected)\b",
        "launch launched release released ship ships shipping shipped sale sales sold available availability come "
        "comes "
        "coming out market came hit arrive arrives deliver delivered deliveries delivery debut unveil unveiled show "
        "shown "
        "present presented introduce introduced reveal revealed appear roll live order orders preorder due start "
        "started "
        "starts begin date yet already go goes customers public first",
    ),
    (
        r"\b(?:who|which (?:company|firm|supplier|contract manufacturer|factory|plant)|where|what "
        r"factory)\b.{0,60}\b(?:builds?|"
        r"built|makes?|made|manufactur\w*|assembl\w*|produc\w*|fabricat\w*|contract manufacturer)\b",
        _OTHERS
        + r"\b(?:buil(?:d|ds|t|ding)|mak(?:e|es|ing)|made|manufactur\w*|assembl\w*|produc\w*|fabricat\w*|plant|factory|"
        r"foundry|workshop|hall)\b",
        "assemble assembles assembled build builds built make makes made manufacture manufactures manufactured "
        "manufacturer "
        "produce produces produced production contract factory plant supplier where",
    ),
    (
        r"\b(?:capacit\w+|output)\b(?!.*\b(?:battery|memory|storage|tank)\b)|\bhow "
        r"many\b.{0,60}\bcan\b.{0,40}\b(?:ma[dk]e|"
        r"build|produce|turn out)\b|\bhow many\b.{0,60}\b(?:an?|per|each|every) (?:year|month|week|quarter)\b",
        rf"\b(?:capacit\w+|output|annual\w*|yearly|designed for|room for|set up for|turn\w* out|able to (?:make|build|"
        rf"produce))\b.{{0,80}}"
        rf"{_C}|{_C}.{{0,80}}\b(?:capacit\w+|an? (?:year|month|week|quarter)|per (?:year|month|week|annum)|annual\w*|"
        rf"yearly|monthly|"
        r"each (?:year|month))\b",
        "capacity capacities output plant plants factory factories facility unit line hall site new year month annual "
        "annually "
        "yearly make build produce turn today compared against",
    ),
    (
        rf"{_ANY}(?:sold|sell|sells|shipp\w+|(?<!many )(?<!> )ship|deliver\w*|placed)\b|"
        rf"{_ANY}(?:did|does|do|will|to) <\d+> ship\b|"
        r"\b(?:unit |robot )?(?:shipments?|deliveries|sales volume|units? sold)\b",
        rf"{_C}.{{0,60}}\b(?:sold|sells?|shipp?\w*|deliver\w*|placed|left the|handed|units)\b|"
        rf"\b(?:sold|sells?|shipp?\w*|deliver\w*|placed|handed over|sales)\b.{{0,60}}{_C}",
        "sold sell sells ship shipped shipments shipment deliver delivered deliveries delivery placed sales unit units "
        "volume robots robot machines far total date",
    ),
    (
        rf"{_ANY}(?:buil[dt]|made|make|produc\w*|manufactur\w*|assembl\w*|roll\w*)\b|"
        r"\b(?:production|output)\b(?=.*\b(?:volume|number|how many|so far)\b)",
        rf"{_C}.{{0,60}}\b(?:buil(?:t|ds?|d)|made|makes?|produc\w*|manufactur\w*|assembl\w*|roll\w*|turn\w* out)\b|"
        rf"\b(?:buil(?:t|ds?|d)|made|makes?|produc\w*|manufactur\w*|assembl\w*|roll\w*|turn\w* out)\b.{{0,60}}{_C}",
        "build built made make makes produce produced production manufacture manufactured assemble assembled roll "
        "rolled output volume number far",
    ),
    (
        rf"{_ANY}(?:order\w*|book\w*|reserv\w*|pre-?order\w*|backlog|commit\w*|contract\w*|agreed)\b|"
        r"\b(?:back ?log|order book|orders (?:in hand|on the books|on hand)|on order|wait(?:ing)?[- ]?list)\b|"
        r"\bwaiting for\b",
        r"\b(?:order\w*|book\w*|reserv\w*|backlog|commit\w*|contract\w*|covering|wait(?:ing|s)?)\b",
        "order orders ordered book booked reserve reserved reservations preorder preorders backlog hand books commit "
        "committed contract agreed waiting wait list line",
    ),
    (
        r"\b(?:who|which|what|where)\b.{0,60}\b(?:us(?:e|es|ed|ing)|operat\w+|runs?|running|deploy\w*|in use|"
        r"install\w*|at "
        r"work|on duty|customers?|clients?|users?|bought|buys?|buyers?|order(?:ed|s)?|adopt\w*|test(?:s|ed|ing)?|"
        r"trial\w*|"
        r"pilot\w*|employ(?:s|ed)?|works?|working|rents?|rented|leas\w+|ha(?:s|ve) (?:<|an? )|stands?)\b|"
        rf"{_ANY}(?:us(?:e|es|ed|ing)|operat\w+|runs?|running|deploy\w*|in use|install\w*|at work|on duty|stands?|have|"
        rf"has|owns?|keeps?|belong\w*|"
        r"bought|buy|work|working|there)\b|\b(?:customers?|clients?|users?|references?)\b",
        _OTHERS
        + r"\b(?:us(?:e|es|ed|ing)|operat\w+|runs?|running|deploy\w*|install\w*|at work|on duty|customers?|clients?|"
        r"users?|"
        r"bought|buys?|buyers?|order(?:ed|s)?|adopt\w*|test(?:s|ed|ing)?|trial\w*|pilot\w*|employ(?:s|ed)?|work\w*|"
        r"rents?|"
        r"rented|leas\w+|own(?:s|ed)?|belong\w*|keeps?|"
        r"(?:has|have|had) (?:had )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)|stands?|"
        r"tending|went to|goes to|"
        r"sorting|carrying|fleet|mapping|on site)\b",
        "use uses used using operate operates operated run runs running deploy deployed deployment deployments install "
        "installed work works working duty customer customers client clients user users bought buy buys buyer buyers "
        "order "
        "orders ordered adopt adopted test tests tested testing trial trials pilot pilots employ employs employed rent "
        "rents "
        "rented lease leases stand stands have own owns keep keeps belong already service commercial commercially "
        "world live reference chain chains "
        "hospital hospitals factory factories restaurant restaurants hotel hotels warehouse warehouses retailer "
        "retailers "
        "carmaker carmakers site sites place places operator operators",
    ),
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that may be asked of a product, and what a sentence has to hold that gives it."""

    given: Pattern | None
    """None: a sum of money."""
    words: frozenset[str]
    """Stems of the words that only ask for it."""
    of_others: bool = False
    """Whether somebody else is asked for, who uses it."""
    sure: bool = False
    """Whether no sentence without it answers: a weight is told in kilograms."""
    weighs: bool = False
    """Whether a weight is asked for: what is carried is none."""
    counted: bool = False
    """Whether a number of things is asked for: how many were sold, built or ordered."""

    def given_in(self, text: str) -> bool:
        if self.given is None:
            return tells_sum(text)
        text = text.translate(_HYPHENS)
        return bool(self.given.search(_LOADED.compiled.sub(" ", text) if self.weighs else text))


_SURE = ("heavy", "fast", "battery", "payload", "degree", "parameter", "power", "node", "loud", "inference")
_COUNTS = ("sold", "build", "order")
"""What rows of the table begin with of which no sentence without it answers, and which count things."""


def _aspect(given: str, words: str) -> Aspect:
    if given == _MONEY:
        return Aspect(None, stems(words))
    first = words.partition(" ")[0]
    given_by = Pattern(given.removeprefix(_OTHERS), re.I)
    return Aspect(given_by, stems(words), given.startswith(_OTHERS), first in _SURE, first == "heavy", first in _COUNTS)


_ASPECTS = tuple((Pattern(asked, re.I), _aspect(given, words)) for asked, given, words in _TABLE)


@lru_cache(maxsize=256)
def aspects_of(shape: str) -> tuple[Aspect, ...]:
    """What a question of that shape asks of a thing; none where it asks for nothing in particular."""
    return tuple(aspect for asked, aspect in _ASPECTS if asked.search(shape))


def told_by_measure(shape: str) -> frozenset[str]:
    """Stems that a sentence need not say that gives what they ask for in its measure: "3 km/h" is a top speed."""
    return frozenset[str]().union(*(aspect.words for aspect in aspects_of(shape) if aspect.sure))
