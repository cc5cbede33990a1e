"""What a few words after an answer ask, "prize?", "and customers", "who does then", and what a sentence that tells it
says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.grammar.patterns import Pattern

_OPENS = Pattern(
    r"^(?:(?:and|but|so|or|ok|okay|then|also|what about|how about|(?:what|how) (?:is|was|are|were)|any|the|its|their|"
    r"his|her|a|an)\b[ ,]*)+|[ ?.!,]+$"
)
_DIGIT = (
    r"(?:\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|third|twice|double[ds]?|tripled?)\b)"
)
_COMPARED = (
    r"\b(?:up|down|from (?=[^a-z]{0,6}\d)|against|compared|versus|vs|rose|risen|grew|grown|fell|fallen|dropped|"
    r"lowered|"
    r"previous\w*|earlier|before|formerly|opposed to|(?:year[- ])?on[- ]year|last year|a year ago|instead of|"
    r"now|today|"
    r"in \w+, (?:it|they) saw|currently|at present|more than in|fewer than in|less than in|doubled|tripled|"
    r"times)(?!\w)"
)
_TIME = (
    r"(?:\b(?:19|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|"
    r"spring|summer|autumn|winter|(?:next|this|last) (?:week|month|year|quarter)|(?:first|second|third|"
    r"fourth) quarter)\b|\b[QH][1-4]\b)"
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """What is asked by some words, and what tells it."""

    asks: Pattern
    """The words, as they stand in a message without what opens it."""
    tells: Pattern
    near: int = 40
    """Sentences from those that answered to one that tells it."""

    person: bool = False
    """Whether the sentence has to speak of somebody who was spoken of."""

    by_facts: bool = True
    """Whether a fact may tell it as well."""

    first: bool = False
    """Whether its sentence goes before whatever else was found."""

    def of(self, shape: str) -> str:
        """The word that a sentence has to say besides: "who paid for shipping"; empty where any will do."""
        met = self.asks.match(opened(shape))
        return (met.groupdict().get("of") or "") if met else ""


def _one(
    asks: str, tells: str, near: int = 40, person: bool = False, by_facts: bool = True, first: bool = False
) -> Fragment:
    return Fragment(Pattern(rf"^(?:{asks})$"), Pattern(tells, re.I), near, person, by_facts, first)


CHANGE = _one(
    r"(?:what (?:was|were) (?:it|that|they|the (?:figure|number|price))|(?:was|were|is|are) (?:it|they|that|"
    r"this)) (?:(?:lower|higher|more|less|bigger|smaller|better|worse) )?(?:before|earlier|previously|last year|up|"
    r"down|then)|before|earlier|previously|last year|(?:the )?year before|now|today|currently|at present|"
    r"(?:and )?by now|(?:vs|versus|compared (?:to|with)) (?:last year|before|the year before)|up|down|"
    r"up or down|(?:up|"
    r"down) from(?: what)?|from what|is (?:it|that|this) (?:up|down|more|less|growing|falling|"
    r"rising)(?: (?:than )?(?:before|last year))?|(?:a )?(?:rise|fall|increase|decrease|drop|change)",
    rf"^(?>.*?{_DIGIT}).*{_COMPARED}|^(?>.*?{_COMPARED}).*{_DIGIT}|[+−–-]\d+(?:[.,]\d+)? ?(?:%|percent|per cent)|"
    r"\(\d[\d.,]*\)",
    near=2,
    by_facts=False,
)
"""How a figure that was told stands to an earlier or a later one."""

GROWTH = _one(
    r"(?:vs\.?|versus|compared (?:to|with)|against|on|over|from) (?:the |its |their )?(?:last|previous|earlier|prior) "
    r"(?:round|one|time|quarter|valuation)|"
    r"yoy|y/y|year[- ](?:on|over)[- ]year|qoq|growth(?: rate)?|growing(?: how much)?|up how much|down how much|"
    r"by how much(?: (?:is it |was it |did it )?(?:lower|higher|more|less|growth|up|down|grow|rise|fall))?|"
    r"how (?:much|"
    r"fast) (?:is|did|does|has|was) (?:it|that|this|they) (?:grow\w*|ris\w*|rise|fall\w*|up|down|chang\w*)|"
    r"how much (?:of a (?:change|rise|fall|drop|jump|step up)|growth|(?:more|less|higher|lower))(?: is (?:it|that))?",
    r"\d ?(?:%|per ?cent\b|percent\b)|\b(?:doubled|tripled|halved|quadrupled|twice|by half|by a (?:third|quarter|"
    r"fifth))\b|\b(?:twofold|threefold|fivefold|tenfold)\b|\d(?:\.\d)? times\b|\bfewer\b.*\d|\d.*\bfewer\b",
    near=2,
    by_facts=False,
)
"""By how much a figure that was told has changed."""

REASON = _one(
    r"why(?: (?:is|was|are|were|did|does|do|has|have|the|so|that)\b.*)?|why not|how come|what (?:is |"
    r"was )?the reason|"
    r"reasons?|what for|because of what|what (?:caused|drove|drives|explains) (?:it|that|this|them)",
    r"\b(?:because|due to|owing to|as a result|reasons?|thanks to|blam\w+|cit(?:es|ed|ing)|attribut\w+|so that|"
    r"in order to|driven by|after (?=(?:a|an|the|its|their|weak|slow|poor|strong)\b)|amid|explain\w*|"
    r"since (?=(?:it|they|"
    r"he|she|the)\b)|lack(?:s|ed|ing)? (?:of )?\w+|fail(?:s|ed)? to|would not|won't|isn't|aren't|wasn't|didn't|too \w+|"
    r"that(?:'s| is| was) why|which (?:is|was) why|complain\w* (?:of|about|that)|accus\w+|alleg\w+|"
    r"(?:dispute|row|lawsuit|suit|sued|fight|clash\w*) (?:\w+ ){0,3}?over|counts? .*\btoo\b|not count\w*|"
    r"excludes?|includes?)\b",
    near=3,
)

AMOUNT = _one(r"amount|size|sum|how much(?: (?:was|is) (?:it|that|the (?:round|deal)))?|round size|worth|what (?:is|"
     r"was) (?:it|that) worth|how big(?: (?:is|was) (?:it|that|the (?:round|deal)))?|value|price(?: tag)?|"
     r"order value",
     r"(?:[$€£¥₩]|\b(?:Rs|USD|EUR|RM|CNY|RMB|NT\$|S\$))\s?\d|\d[\d.,]{0,15}\s?(?:million|billion|bn|mn|m|crore|lakh|"
     r"trillion|yuan|won|yen|euros?|dollars?|pounds?|crowns|rupees|ringgit)\b", 3)  # fmt: skip
"""The sum of what was told."""

_SUM_OF_MONEY = (
    r"(?:it|that|this|them|(?:the |that |all that |this )?(?:money|cash|proceeds|funds|capital|funding|sum))"
)
_FORESEEN = r"(?:forecast|target|plan|promise|goal|guidance|estimate|prediction|projection|outlook|aim)s?"

PURPOSE = _one(
    r"what for|for what(?: purpose)?|(?:use|purpose) of (?:the )?(?:proceeds|funds|money)|purpose|what (?:is|was) "
    rf"{_SUM_OF_MONEY} for|what (?:will|do|does|are|is|would|did) (?:they|it|he|she) (?:going to |want to |plan to )?"
    rf"(?:do with|use|spend) {_SUM_OF_MONEY}(?: (?:on|for))?|where (?:will|does|did) {_SUM_OF_MONEY} go",
    r"\b(?:proceeds|funds|money|capital|cash|financing|investment|funding|loan|sum)\b.{0,40}\b(?:(?:will|would|"
    r"to|shall) "
    r"(?:be (?:used|spent|put|invested)|go|fund|help|pay|finance|flow|support)|goes (?:in)?to|earmarked|(?:is|"
    r"are|was|were|be) "
    r"(?:meant|intended|planned|used|spent)(?: (?:for|to|on))?|for (?:the|a|an|its|new|more))\b|\b(?:us|spend|"
    r"invest)(?:es?|ing)?"
    r" (?:the|its|this|that) (?:new |fresh |\w+ )?(?:money|proceeds|funds|capital|cash|sum|investment|"
    r"funding)\b|\bearmarked\b|"
    r"\bpurpose: |\bwith (?:the|this|that|its|these) (?:new |fresh |raised )?(?:money|proceeds|funds|cash|capital|"
    r"funding|financing)\b(?! from)",
    by_facts=False,
    first=True,
)
"""What the money of a deal, or a thing, is for."""

SAID_BEFORE = _one(
    r"what (?:did|had|was) (?:they|it|he|she|that|the (?:company|firm|bank|analysts?)) (?:say|said|promised?|"
    r"predict(?:ed)?|"
    r"expect(?:ed)?|forecast|plan(?:ned)?|pledged?|targeted|guided?(?: for)?|want(?:ed)?|project(?:ed)?|see|"
    r"seen|aim(?:ed)? "
    r"for|hop(?:e|ed) for) (?:before|earlier|previously|originally|at first|initially|in the past|last time)|"
    rf"(?:old|earlier|previous|original|former|prior|initial) {_FORESEEN}",
    r"\bhad (?:\w+ )?(?:pledged|promised|said|planned|expected|forecast|predicted|projected|targeted|aimed|"
    r"guided|wanted|"
    r"hoped|announced|been planned)\b|\b(?:previous(?:ly)?|originally|formerly|initially|instead of|"
    r"than in its previous)\b|"
    r"\bearlier (?:forecast|plan|target|estimate|guidance)|\b(?:19|20)\d\d\b.{0,60}\b(?:predicted|forecast|"
    r"expected|promised|"
    r"pledged|planned)\b|\b(?:predicted|forecast|expected|promised|pledged|planned)\b.{0,60}\bin (?:19|20)\d\d\b",
    near=6,
    by_facts=False,
    first=True,
)
"""What was promised or foreseen before what is now."""

SAID_NOW = _one(
    rf"(?:new|current|revised|updated|latest) {_FORESEEN}(?: (?:then|now|instead))?",
    r"\b(?:now|instead|new|revised|rather|currently|(?<!which )will)\b|['’]ll\b",
    near=4,
    first=True,
)
"""What takes the place of a plan that was told."""

_TABLE: tuple[Fragment, ...] = (
    PURPOSE,
    SAID_BEFORE,
    SAID_NOW,
    CHANGE,
    GROWTH,
    REASON,
    _one(r"licen[cs]e[ds]?(?: (?:is it|terms))?|open[- ]?source(?:d)?|under what licen[cs]e|is it open(?: source)?",
         r"\blicen[cs]\w*|\bopen[- ]?source\w*|\bApache\b|\bMIT licen\w+|\bCC[- ]BY\b|non-?commercial"),
    _one(r"(?:is (?:it|that|this) |are they |any |the )?(?:listed|listing|ipo|float|flotation|filing|debut)"
         r"(?: (?:now|yet|date|when|where|status|still on|plans?|then|again))*|(?:do|did|will) (?:they|"
         r"it) (?:list|float|go "
         r"public)(?: (?:yet|now|then))?",
         r"\b(?:lists?|listed|listing|IPO|prospectus|filed|re-?fil\w+|lapsed?|floats?|floated|(?:go|went|going) public|"
         r"stock exchange|bourse|trading debut)\b"),
    _one(r"premium(?: .*)?|discount(?: .*)?", r"\bpremiums?\b|\bdiscount\w*\b", 12),
    _one(r"prizes?(?: money)?|reward|what do(?:es)? (?:they|the winner) (?:get|win)|what is the prize",
         r"\bprize\w*|\breward\w*|\bwinners?\b"),
    _one(r"(?:how (?:big|large|much) (?:is |was )?(?:a |the )?)?(?:stakes?|shares? of it|holding|"
         r"shareholding)(?: (?:is it|size|bought|sold))?|how much stake|what stake",
         r"\b(?:stakes?|holding|shareholding|owns?|shares?)\b.*(?:%|per ?cent|percent)|(?:%|per ?cent|"
         r"percent)\b.*\b(?:stakes?|shares|capital|holding|owned|company)", 12),
    _one(r"(?:who are |do they have )?(?:(?:its|their|the|first|paying|any) )*(?:customers|clients|buyers|"
         r"users)(?: yet)?|who (?:buys|bought|uses|ordered|orders|pays for|paid for|has bought|is buying|"
         r"is using) (?:it|them|those|these)",
         r"\b(?:customers?|clients?|buyers?|ordered|orders?|rents?|rented|leas(?:e[sd]?|ing)|bought|buys?|"
         r"signed|uses|"
         r"used by|employs|works? at|runs at|delivered to|sold to|contract|operates?)\b"),
    _one(r"(?:together )?with (?:whom|who|which (?:companies|firms|houses|partners))|who with|(?:any )?partners?",
         r"\b(?:(?:together|jointly|work\w*|team\w*|agree\w*|sign\w*|collaborat\w*|cooperat\w*|deal|pact|alliance|"
         r"partner\w*|venture|forces) with|partners?|alongside|(?:put|puts) money into|invest\w+ in|stakes? in)"
         r" (?:[a-z]\S{0,15} ){0,2}?(?-i:[A-Z])", 12),
    _one(r"target price|price targets?", r"\btarget(?: price)?\b", 60),
    _one(r"(?:by )?(?:which|what|whose) (?:broker|brokerage|analysts?|bank)(?: (?:is|was) (?:it|that))?|broker|analyst",
         r"\b(?:target|analysts?|ratings?|coverage|researcher|securities)\b", 3, first=True),
    _one(r"(?:full[- ]year |new |sales |revenue |profit |earnings )?guidance(?: for .*)?|what (?:do|does|did) (?:they|"
         r"it|the company|management) (?:guide(?: for)?|expect)(?: (?:this|next) year)?",
         r"\bguid(?:es?|ed|ance|ing)\b|\b(?:company|management|group|board|firm|executives?)\b.{0,40}\b(?:expects?|"
         r"anticipates?|forecasts?|sees|projects)\b|\b(?:now|full-year|full year)\b.{0,30}\b(?:expects?|"
         r"anticipates?)\b", 40),
    _one(r"(?:full[- ]year |sales |revenue |profit |earnings )?(?:outlook|forecasts?|projections?|expectations?)"
         r"(?: for (?:the (?:full |whole )?year|this year|next year|20\d\d))?",
         r"\b(?:outlook|anticipat\w+|forecasts?|expects?|projects|projections?|guid(?:es?|ed|ance|ing))\b", 12),
    _one(r"(?:new |next |this year's |his |sales )?(?:targets?|goals?|aims?|plans?)|what (?:is|are) (?:the |its |"
         r"their )?(?:next )?(?:target|goal|plan)s?|what next|next(?: (?:step|target|goal|job|one|up))?",
         r"^(?!.*\b(?:cancel\w*|scrapped|shelved|called off|abandoned)\b).*\b(?:targets?|goals?|aims?|wants? to|"
         r"plans? to|planned|hopes? to|intends? to|will|by the end of|by 20\d\d|next|booked|scheduled)\b",
         12),
    _one(r"(?:any |were any |did any |how many )?(?:of them )?(?:returned|sent back|returns|come back|came back)|"
         r"did (?:anyone|anybody|any) (?:return|send) (?:it|them|one|any)(?: back)?",
         r"\breturn(?:ed|s)? (?!to\b|for a\b)|\b(?:sent|sends|gave|took|take|taken)\b.{0,40}\bback\b|\brefund\w*"),
    _one(r"who (?:integrated|installed|fitted|set up|put in|deployed|implemented) (?:it|them|that|this)|integrators?|"
         r"installer",
         r"\bintegrat(?:or|ors|ed|es|ion)\b|\binstalled by\b|\bset (?:it|them) up\b|\bset up by\b|\bfitted by\b"),
    _one(r"(?:did (?:they|he|she|it|any|the lead|anyone) (?:take|get) (?:a |any )?board seats?|board(?: seats?|"
         r" members?)?|who (?:is|sits|joined|joins|are) (?:on |in )?(?:the |its |their )?board|"
         r"(?:any )?(?:other )?board members?|directors?)",
         r"\bboards?\b|\bdirectors?\b(?! of)"),
    _one(r"(?:is |was |has |did )?(?:it |that |this |the deal |they )?(?:been )?(?:clos(?:ed|e|ing)|done|completed?|"
         r"final|approved|through)(?: yet| already| now| when)?|when (?:does|will|did) (?:it|that|this|"
         r"the deal) close|"
         r"closing",
         r"\b(?:(?<!the )clos(?:e|es|ed)(?! (?:at|to|up|higher|lower|down)\b)|complet(?:e[ds]?|ion|ing)|approvals?|"
         r"approved?|finali[sz]ed|subject to|await\w*|antitrust|takes? effect|took effect|went through|lapsed|"
         r"fell through)\b", 12),
    _one(r"(?:is |was |has |did )?(?:it |that |this |the deal |they )?(?:been )?sign(?:ed)?(?: yet| already| now| when|"
         r" it)?",
         r"\b(?:signed|sign(?: an?| the)|signing|agreed|agreement|letter of intent)\b", 12),
    _one(r"outcome|result|verdict|ruling|how did it (?:end|go)|who won|what (?:did|has) (?:the )?(?:court|"
         r"judge) (?:say|said|decide|rule)d?|what happened(?: then| next| after(?: that)?)?",
         r"\b(?:rul(?:ed|ing)|verdict|court|judge|dismiss\w+|settle[dm]\w*|injunction|won|lost|denied|granted|"
         r"decision|"
         r"decided)\b", 12),
    _one(r"sector|field|industry|business|what (?:do|does|did) (?:they|it|he|she) (?:make|do|build|sell)(?: exactly)?|"
         r"(?:its |their )?products?|what sector|what field|which (?:sector|industry)|what is it (?:for|used for|"
         r"making)",
         r"\b(?:makes?|maker of|maker|builds?|develops?|developer|produces?|sells?|robots? (?:that|which|for)|"
         r"supplier|"
         r"specialis\w+|specializ\w+|start-?up that)\b", 12),
    _one(r"(?:what (?:is|was) the )?multiples?|how many times (?:sales|revenue|earnings)|times (?:sales|revenue|"
         r"earnings)",
         r"\bmultiples?\b|\d(?:\.\d)?x\b|\btimes (?:its |their |annual |last year's |expected )?(?:sales|revenues?|"
         r"earnings|ebitda|turnover)\b"),
    _one(r"(?:avg|average|mean)(?: .*)?|on average", r"\baverage[ds]?\b|\bmean\b|\bmedian\b|\bapiece\b|\beach\b"),
    _one(r"(?:how much (?:do|did|does) (?:they|it) )?(?:burn|spend|burning|spent|lose)(?: rate| a (?:year|month)| now|"
         r" so far)?|cash burn|burn rate",
         rf"\b(?:spent|spends?|burn\w*|outlays?|loss(?:es)?|lost)\b.*{_DIGIT}|{_DIGIT}.*\b(?:spent|burn\w*|"
         rf"loss(?:es)?)\b"),
    _one(r"who (?:did|have|has) (?:they|it) (?:lose|lost)|who (?:left|quit|went|is gone|has left)(?: (?:it|them|then|"
         r"first))?|any(?:one|body)? (?:left|gone|departures?)|departures?",
         r"\b(?:left|leaves|leaving|quit|quits|resign\w*|departed|isn't there|stepp\w+ down|went to|gone|moved to|"
         r"ousted|fired)\b"),
    _one(r"who (?:fabs|makes|made|builds|built|produces|manufactures|supplies|supplied|assembles) (?:it|them|those|"
         r"these|that)|(?:made|built|produced|manufactured) (?:by|where)(?: whom| who)?|whose(?: (?:is it|are they|"
         r"robots?))?|maker|supplier",
         r"\b(?:made|built|produced|manufactured|supplied|assembled|developed) (?:by|at|for it by)\b|\b(?:makes|"
         r"builds|"
         r"produces|supplies|manufactures|maker|supplier|supplied|foundry|fabs?|tap(?:es|ed) out)\b|"
         r"'s .{0,20}\bline\b"
         r"(?!\w)", 4),
    _one(r"who (?:paid|pays|is paying|footed|funds?|funded|financed|finances|sponsors?|sponsored|"
         r"gave)(?: for)?(?: (?:it|that|this|them|(?:the )?(?P<of>[a-z-]{3,})))?",
         r"\b(?:paid (?:by|for)|pays?|paying|funded|finance[ds]?|sponsor\w*|footed|covered|donated|grant|came from|"
         r"subsid\w+|money (?:came )?from|buys?|bought|agreement to buy|signed)\b"),
    _one(r"(?:is |was |were )?(?:any(?:one|body)|somebody|who(?: is| was)?|any) (?:unhappy|against(?: (?:it|that|"
         r"this))?|critic(?:s|al|ism)?|oppos\w+|complain\w*|angry|not happy|objects?|objected|worried|sceptical|"
         r"skeptical|negative)|(?:any )?(?:critics|criticism|complaints?|opposition|objections|problems|downsides?)|"
         r"(?:did|does|has|have) (?:any(?:one|body)|some(?:one|body)|they|locals|customers|buyers|users|workers|staff) "
         r"(?:complain|object|protest|oppose|criticis|criticiz)\w*(?: (?:about )?(?:it|that|this|them))?|"
         r"what do (?:the )?critics say|who is against(?: (?:it|that|this))?",
         r"\b(?:against(?! [^a-z]{0,6}\d)|oppos\w+|critic\w*|complain\w*|persuaded|no votes?|unhappy|worr(?:y|"
         r"ied|ies)|"
         r"protest\w*|object(?:s|ed|ion|ions)|angry|fears?|feared|sceptic\w*|skeptic\w*|petition|disappoint\w*|"
         r"annoy\w*|"
         r"refus\w+)\b"),
    _one(r"(?:any(?:one|body)|somebody|who(?: is)?|any) (?:positive|happy|pleased|in favou?r|for it|optimistic)|"
         r"any praise|upsides?",
         r"\b(?:prais\w+|happy|pleased|glad|likes?|liked|love[ds]?|optimis\w+|welcom\w+|convinced|delighted|"
         r"satisfied)\b"),
    _one(r"where (?:are|is|was|were) (?:they|it|he|she|that|this|those) (?:based|located|headquartered|at home)"
         r"(?: now)?|(?:based|located)(?: where| in)?|headquarters|hq",
         r"\b(?:based|headquartered|headquarters|located|at home|seat) (?:is |are )?(?:in|at|near)\b|"
         r"(?-i:[A-Z])[\w-]+-based\b|\b(?:company|maker|manufacturer|firm|start-?up|supplier|developer|builder)\b"
         r"[^.;]{0,40} (?:of|from|in) (?-i:[A-Z])", 12),
    _one(r"where (?:are|is|was|were) (?:they|it|he|she|that|this|those)(?: (?:based|located|made|built|from|now))?|"
         r"where(?: (?:exactly|is that|are those|based))?|(?:based|located)(?: where)?|headquarters|hq|(?:which|"
         r"what) (?:city|country|site|place|town)",
         r"\b(?:based|headquarter\w*|located|sites?|offices?|plants?|born|built|lives?|at|in|near|from)\b(?: the|"
         r" a)? (?-i:[A-Z])|(?-i:[A-Z])[\w-]+-based\b|(?-i:[A-Z])\w+'s (?-i:[A-Z])", 12),
    _one(r"where(?: (?:did|does|do|is|are|was|were|has|have|will) (?:he|she|they))? (?:to|go(?:es)?|gone|going|"
         r"going to|went|headed|now|end up|land|work now|moving)(?: (?:to|now|next|then|instead))?|to where|"
         r"where next|"
         r"what (?:is|are) (?:he|she|they) doing(?: now)?|what (?:do|does) (?:he|she|they) do now",
         r"\b(?:joined|joins?|(?<!before )joining|(?:went|goes|going|moved|moves|moving|switch\w*|returns?|returned|"
         r"back) to|left for|leaving for|is now|now (?:at|works|runs|leads|heads)|be?comes?|became|takes? over|"
         r"works for|runs|will (?:join|become|move))\b(?=.*\b(?-i:[A-Z]))|"
         r"\bto (?:spend (?:more )?time|retire|study|start|found)\b|(?-i:[A-Z])[\w-]+ to (?-i:[A-Z])", 8, True),
    _one(r"(?:from )?where(?: (?:did|does|do|is|was) (?:he|she|they))?(?: (?:come|came|work|worked|"
         r"be))?(?: from)?(?: before)?|from (?:where|"
         r"(?:which|what) (?:compan(?:y|ies)|firms?|houses?|schools?|employers?)|whom)|(?:which|"
         r"what) (?:company|firm) (?:was|were|is) (?:he|she|they) (?:at|with)|(?:his|her|their)? ?(?:former|previous|"
         r"old|last) (?:employer|job|post|company|house)",
         r"\b(?:from|formerly|former|previous\w*|currently|until now|earlier|came|ex-|worked|"
         r"was (?:at|with)|served|spent|poached|left)\b(?=.*\b(?-i:[A-Z]))",
         4, True),
    _one(r"(?:at |for |with )?(?:what|which) (?:company|firm|house|employer|start-?up)(?: (?:is|was) (?:it|that|this)|"
         r" (?:is|does|do) (?:he|she) (?:at|with|in|run|lead|work (?:for|at)))?|(?:current |present )?employer",
         r"\b(?:founder|founded|chief|CEO|head|president|director|manager|chair\w*|professor|engineer|scientist|works?|"
         r"runs|leads)\b(?=.*\b(?-i:[A-Z]))", 4, True),
    _one(r"when (?:did|does|do|will|is|was) (?:it|they|that|this) (?:start|begin|come out|open|launch|ship|out|"
         r"released|available)\w*|(?:start|opening|launch|release|delivery|shipping)(?: date| when)?|"
         r"released?(?: when)?|(?:delivery|available) when",
         rf"\b(?:start\w*|begin\w*|began|open\w*|launch\w*|ship\w*|deliver\w*|available|releas\w+|come out|"
         rf"(?:is|be) out|production|assemble|market)\b.{{0,60}}{_TIME}|{_TIME}.{{0,60}}\b(?:start\w*|"
         r"begin\w*|began|open\w*|launch\w*|ship\w*|deliver\w*|available|releas\w+|production)\b", 4),
    _one(r"who (?:does|is|did|was|has|runs it|leads it|heads it)(?: it)?(?: then| now| instead)?|who else|who then|"
         r"who instead",
         r"\b(?!(?:the|an?|this|its?)\b)(?-i:[A-Z])[\w'’-]+ (?-i:[A-Z])[\w'’-]+", 3),
    _one(r"(?:fleet|fleet size|how many (?:are there|do they have|of them|of those|in all|exist|in use|units?|sold|"
         r"robots?)|installed base|number)(?: (?:so far|now|today|in total))?",
         r"\d[\d,.]*\+? (?:[\w-]+ ){0,3}?(?:robots?|machines?|units?|aircraft|drones?|vehicles?|humanoids?|systems?|"
         r"sets?|pieces|installed|in (?:use|service|operation|the field))\b|\bfleet of \d", 12),
    AMOUNT,
)  # fmt: skip


def fragment_of(shape: str) -> Fragment | None:
    """What the few words of a message ask; None where they are others."""
    plain = opened(shape)
    return next((one for one in _TABLE if one.asks.match(plain)), None) if plain else None


def opened(shape: str) -> str:
    """A message without the words that only open it, and without its marks."""
    plain = re.sub(r"['’]s\b", " is", shape)
    return _OPENS.sub("", _OPENS.sub("", plain)).strip()
