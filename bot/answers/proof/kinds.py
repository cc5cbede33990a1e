"""The kinds of thing that are asked for: a bid, what was paid, a valuation, revenue, a price, a headcount, a sum."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.proof.things import Thing
from bot.grammar.patterns import Pattern

_HOW_MUCH = r"\b(?:how (?:much|big|large|high|low|expensive|cheap)|what|which|any|sum|figures?|amount|at)\b"
_DEAL = (
    r"(?:deals?|acquisitions?|takeovers?|purchases?|buyouts?|mergers?|rounds?|stakes?|shares?|plants?|factory|"
    r"factories|"
    r"sites?|campus|buildings?|projects?|programmes?|programs?|production lines?|repairs?|lawsuits?|recalls?|strikes?|"
    r"headquarters|cent(?:er|re)s?|trials?|tests?|training|move|expansion|development|layoffs|restructuring|"
    r"<round>|listing|ipo)"
)
_FOR_A_SUM = (
    r"\b(?:for|at|of|below|under|above|around|about|only|from) (?:(?:about|around|some|an?|roughly|nearly|just|only|"
    r"up to|more than|less than|over|as little as) )*(?:[$€£¥₩]|US\$|HK\$|[A-Z]{2,3}\$? ?\d|\d)"
)
_NUM = (
    r"(?:(?<![$€£¥₩.,\d])\d[\d,.]{0,15}(?![\d,.]{0,15} ?(?:million|billion|trillion|bn|m\b|%|per ?cent|"
    r"kg|km|won|yuan|yen))|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|dozens?|hundreds?|thousands?)\b)"
)
_STAFF = (
    r"(?:people|persons|employees|staff(?:ers|s)?|workers|engineers|researchers|colleagues|strong|jobs|souls|heads|"
    r"developers|scientists|specialists|technicians|men|women|on (?:the|its) (?:payroll|books)|names on|full-time|"
    r"salaried|payslips|team|workforce|headcount|payroll)"
)
_PAY = (
    r"(?:pa(?:y|ys|id|ying)|spen[dt]|put down|fork(?:s|ed)? out|shell(?:s|ed)? out|hand(?:s|ed)? over|cough(?:s|"
    r"ed)? up|"
    r"(?:give|gave|giving)(?= (?:up )?for (?:the )?<))"
)
_SOLD = r"(?:sold|bought|acquired|taken over|purchased|snapped up|picked up|go|went|change hands)"
_GOES_FOR = r"(?:costs?|sells? for|goes? for|retails?(?: for)?|charges?|rents? for|leases? for|price tag)"
_OTHER_SUMS = (
    r"\b(?:rais(?:e|es|ed|ing)|rounds?|invest\w*|valu(?:es?|ed|ation)|acqui\w+|takeovers?|stakes?|loans?|grants?|"
    r"funds?|"
    r"funding|damages|fin(?:e|es|ed) (?:of|by)|settle\w*|budget|shares?|revenues?|turnover|turned over|profits?|"
    r"loss(?:es)?|in the red|backlog|order book|salary|market (?:is|was|will|of|would|reached|volume)|burn\w*|debts?|"
    r"clos(?:ed|ing) at|contracts?|limit|gained|put\b[^.;]{0,60}\binto|series [a-h]|seed|swallow\w*|bought)\b|融资|营收"
)
_GIVEN_TO = (
    r"\b(?:rais(?:e|es|ed|ing)|rounds?|invest(?!ig)\w*|fund(?!ament)\w*|seed|series [a-h]|ventures?|backers?)\b|融资"
)
"""What tells that a sum was put into somebody, who did not earn it."""
_TAKEN_ON = (
    rf"\b(?:hir(?:e|es|ed|ing)|recruit\w*|creat\w+|lay(?:s|ing)? off|laid off|let(?:ting)? go|dismiss\w*|sack\w*|"
    rf"train\w*|manag(?:ed|ing))\b(?: (?:of|some|about|around|up to|more|than|over|an|additional|roughly|nearly|"
    rf"another)){{0,3}} {_NUM}(?: [\w-]+){{0,3}} {_STAFF}\b|"
    rf"{_NUM}(?: [\w-]+){{0,2}} {_STAFF}(?: [\w-]+){{0,2}} (?:walked out|left|quit|resigned|joined|followed|came|"
    rf"lost|died)\b|"
    rf"{_NUM}(?: [\w-]+){{0,2}} {_STAFF} (?:were|was|are|have been|will be|to be) (?:laid|let|hired|taken|hurt|injured|"
    rf"trained|dismissed|sacked|recruited)\b"
)
"""Those who are taken on or let go: no number of all who work somewhere."""
_UNTOLD = (
    r"\bundisclosed (?:sum|amount|valuation|price|terms)\b|\b(?:price|sum|valuation|terms|amount) (?:was|is|were|has|"
    r"have)(?: been)?(?:n['’]t| not| never) (?:been )?(?:disclosed|revealed|told|named)\b"
)


def _thing(
    name: str,
    asked: str,
    given: str,
    unless: str = "",
    perhaps: str = "",
    never: str = "",
    not_even: str = "",
    money: bool = True,
    most: float = 0.0,
    slots: tuple[tuple[str, str], ...] = (),
    near: int = 0,
    aside: str = "",
) -> Thing:
    def compiled(pattern: str) -> Pattern | None:
        return Pattern(pattern, re.I) if pattern else None

    told = (compiled(unless), compiled(perhaps), compiled(never), compiled(not_even))
    return Thing(name, Pattern(asked), Pattern(given, re.I), *told, money, most, near, compiled(aside), slots)


_SUM_NEAR = 70
"""Letters between a sum and the word for what it is: a price stands further from the damages that are asked for."""


def _sum(nouns: str, given: str = "") -> Thing:
    """A sum that is asked for by what it is for: damages, a fine, a loan."""
    said = given or nouns
    return _thing(
        nouns,
        rf"(?:{_HOW_MUCH}|<\d+>'s).*\b(?:{nouns})\b",
        rf"\b(?:{said})",
        unless=r"\bwho\b|\bwhen\b|\bwhy\b",
        near=_SUM_NEAR,
    )


KINDS: tuple[Thing, ...] = (
    _thing(
        "bid",
        rf"{_HOW_MUCH}.*\b(?:bids?|bidding|offer(?:s|ed|ing)?|tabled?|propos\w+)\b",
        r"\b(?:bids?|offer\w*|ready|willing|prepared|tabled|propos\w+|pa(?:ys?|id)|price|per share|a share|"
        r"takeover|worth|"
        r"buy|bought|acqui\w+)\b|要约|报价",
        unless=r"\b(?:who|when|why|sa(?:y|id)|think|comment|about|jobs?|services?|offering)\b|"
        r"\b(?:does|do|did) .* offer (?:its|to)\b(?!.*\bfor\b)",
        perhaps=_FOR_A_SUM,
        slots=(("acquisition", "amount"), ("funding", "amount")),
    ),
    _thing(
        "paid",
        r"\b(?:purchase|acquisition|takeover|buyout|sale|selling) (?:price|sum|cost)\b|"
        r"\b(?:price|cost|sum|value|size|worth) (?:tag )?(?:of|for) (?:the )?(?:[\w<>']+ )?(?:acquisition|takeover|"
        r"purchase|buyout|deal|merger|sale|transaction)\b",
        r"\b(?:acqui\w+|b(?:uys?|uying|ought)|purchas\w+|takeover|tak\w+ over|took over|sold|sells?|pa(?:y|ys|id|ying)|"
        r"deal|consideration|stakes?|shares?|merg\w+|spen[dt]|transaction|bid|offer\w*|changed hands|worth|valu\w+)\b|"
        r"收购|出资|售",
        unless=r"\bwho\b|\bwhen\b",
        never=r"\b(?:revenues?|turnover|profits?|loss(?:es)?|raised|rounds?)\b",
        slots=(("acquisition", "amount"), ("funding", "amount")),
    ),
    _thing(
        "paid",
        rf"{_HOW_MUCH}.*\b{_PAY}\b.*\b(?:for|to)\b|{_HOW_MUCH} (?:did|does|will|would|has|have|is|was) (?:the )?<\d+> "
        rf"(?:\w+ )?{_PAY}\b|{_HOW_MUCH}.*\b(?:buy|acquire|take over|purchase|sell)\b.*\bfor\b[ ?]*$|"
        rf"{_HOW_MUCH}.*\b(?:was|were|is|did)\b.*\b{_SOLD} for\b|{_HOW_MUCH} (?:did|does|will|has) (?:the )?<\d+> "
        r"(?:get|got|receive|make) (?:for|from|by) (?:.*\b(?:sale|shares?|stakes?|holdings?|interest)\b|"
        r"(?:its|their) <)",
        r"\b(?:acqui\w+|b(?:uys?|uying|ought)|purchas\w+|takeover|tak\w+ over|took over|sold|sells?|pa(?:y|ys|id|ying)|"
        r"price\w*|deal|consideration|stakes?|shares?|merg\w+|spen[dt]|cost\w*|transaction|bid|offer\w*|changed hands|"
        r"charg\w+|a year|a month|per|each|apiece|fees?|licen[cs]\w+|rent\w*|fin(?:e|es|ed)|invest\w*|settle\w*|"
        r"salar\w+|"
        r"owes?|bill|subscrib\w+|came in)\b|收购|出资|售",
        unless=r"\bwho\b|\bwhen\b|\bproceeds\b|\bon\b[ ?]*$|\bspend (?:the|its|their|all)\b|\bspend\b.*\bon\b",
        perhaps=_FOR_A_SUM,
        never=r"\b(?:revenues?|turnover|sales|profits?|loss(?:es)?|lost|raised|rounds?|valu\w+)\b",
        not_even=r"\bcontracts\b[^.;]{0,40}\bworth\b",
        slots=(("acquisition", "amount"), ("price", "amount"), ("funding", "amount"), ("partnership", "amount")),
    ),
    _thing(
        "valuation",
        r"\b(?:valuations?|valued|(?:is|was|are|were|be|been) .{0,60}\bworth\b|worth (?:is|was)|how much (?:is|was) "
        r".{0,40}\bworth|market (?:cap\w*|value)|pre-money|post-money)\b|估值|市值",
        r"\b(?:valu\w+|worth|market cap\w*|pre-money|post-money|pric(?:e[sd]?|ing) (?:it|the|of)|unicorn|"
        r"capitali[sz]ation|"
        r"\w+ cap)\b|估值|市值|独角兽|\bat (?:an? )?(?:[$€£¥]|US\$)",
        unless=r"\b(?:deals?|contracts?|orders?|agreements?|parts?|components?|units?|machines?|robots|acquisition|"
        r"purchase|takeover|market for|savings?|goods|prize)\b.*\bworth\b|\bworth (?:of|buying|it|the)\b|"
        r"\b(?:why|when|who)\b",
        not_even=_UNTOLD,
        slots=(("funding", "valuation"), ("metric", "valuation"), ("ipo", "valuation"), ("acquisition", "valuation")),
    ),
    _thing(
        "revenue",
        rf"(?:{_HOW_MUCH}|\bhow did\b|<\d+>'s).*\b(?:revenues?|turnover|takings|(?:annual|net|total|yearly|"
        rf"quarterly|its|"
        r"their|in|s) sales|(?:does|did|do) (?:the )?<\d+> (?:earn|make|take in|bring in) (?:a|per|each|"
        r"every) (?:year|month)|"
        r"turn(?:ed)? over|sales (?:figures?|of|in|for|last|did|does|this|reach))\b|营收|营业收入",
        r"\b(?:revenues?|sales|turnover|turned over|turns over|takings|income|annuali[sz]ed|earn(?:s|ed)?|booked|"
        r"billings?|ARR)\b|收入|营收",
        unless=r"\b(?:share|percent\w*|part|fraction|who|when|why|chief|head|director|boss|multiple|market)\b|"
        r"\bhow (?:many|fast)\b",
        perhaps=r"\b(?:took in|takes in|brought in|made|sold)\b",
        never=_GIVEN_TO,
        slots=(("metric", "revenue"),),
    ),
    _thing(
        "profit",
        rf"(?:{_HOW_MUCH}|\bhow did\b|<\d+>'s).*\b(?:profits?|net income|ebit\w*|(?:net |operating |"
        rf"annual )?loss(?:es)?|"
        r"(?:did|does|has|have) (?:the )?<\d+> (?:\w+ )?(?:lose|lost)|losing|in the red|earnings)\b(?! (?:warning|"
        r"sharing))|净利|亏损|利润",
        r"\b(?:profit\w*|loss(?:es)?(?! of (?:business|orders|sales|trade|face|life|control|power|signal|jobs|"
        r"time|data))|"
        r"los(?:es|t|ing)|net income|ebit\w*|in the (?:red|black)|break[- ]?even|earn\w*|burn\w*|deficit|bottom line|"
        r"plus|minus|shortfall|made)\b|利润|亏",
        unless=r"\b(?:who|when|why|percent\w*|jobs|people|staff|customers?|investors?|warning|margin|case|lawsuit|"
        r"court|"
        r"contract|order|race|market share|share|chief|ceo|founder)\b|\bhow many\b",
        slots=(("metric", "profit"),),
    ),
    _thing(
        "price",
        rf"\bhow (?:much|expensive) (?:do|does|did|will|would|is|are)\b(?!.*\b{_DEAL}\b).*\b(?:cost|costs|"
        rf"sell for|go for|"
        r"retail|charge|to buy|per unit|apiece|rent for|lease for|a piece|a unit|a month|per month|per hour|to rent)\b|"
        rf"\bwhat (?:do|does|did|will|would|is|are)\b(?!.*\b{_DEAL}\b).*\b(?:cost|costs|sell for|go for|"
        rf"retail for|price|"
        rf"charge|rent for|price tag)\b|\b(?:what|how much) (?:the |an? |its )?(?!.*\b{_DEAL}\b)(?:[\w<>'’-]+ ){{1,4}}?"
        rf"{_GOES_FOR}[ ?]*$|^(?!.*\b(?:acquisition|takeover|purchase|sale|selling|share|offer|issue|stock|"
        rf"per share)\b)"
        rf"(?!.*\b{_DEAL}\b).*\b(?:(?:list|retail|unit|entry|launch|starting|target) price|price tag|"
        rf"prices? (?:of|for)|"
        r"priced at|<\d+>'s? prices?)\b|^<\d+>(?:'s)? (?:prices?|costs?)\b|售价|定价|多少钱",
        r"\b(?:apiece|a piece|each|per (?:unit|robot|hour|head)|an hour|by the hour|a month|per month|retail\w*|"
        r"price tag|list price|"
        r"priced|target price|price target)\b|"
        r"\b(?:sells?|rents?|retails?|goes) for (?:about |some |around )?(?:[$€£¥₩]|[A-Z]{2,3} ?)?\d|"
        r"售价|定价|[元$€£]/",
        unless=r"\b(?:who|when|why|ship)\b|\bcosts? (?:cut|savings?|target)|\bhow much of\b|\bprice for <|"
        r"\bcost (?:the )?<\d+>(?: to\b|[ ?]*$)|\bcosts? of \w+ing\b|\b(?:does|did|will|would) \w+ing\b.*\bcost",
        perhaps=rf"{_FOR_A_SUM}|\b(?:costs?|costing|pric\w+|sell(?:s|ing)?|sold|charg\w+|asks?|asked|asking|"
        r"pa(?:y|ys|id|ying)|rent\w*|leas\w+|hire[sd]?|goes? for|went for|per|a (?:year|unit|day|robot|head|week)|"
        r"an acre|"
        r"subscription|tag|starts? at|list\w*|available|reserv\w+|shops?|order\w*|fee|deliver\w*|buys?|bill)\b|"
        r"售|价|元",
        never=_OTHER_SUMS,
        most=5_000_000.0,
        slots=(("price", "amount"),),
    ),
    _thing(
        "raised",
        rf"{_HOW_MUCH}.*\b(?:rais(?:e|ed|es)|bring in|brought in|t[ao]k(?:e|en) in|collect\w*|secured?|attract\w*)\b.*|"
        r"\b(?:how (?:big|large)|size of) .*(?:<round>|\brounds?\b)",
        r"\b(?:rais(?:e|es|ed|ing)|rounds?|financ\w+|fund\w*|invest(?!ig)\w*|put|back(?:s|ed|ers?|ing)|secur\w+|took|"
        r"taken|takes|"
        r"collect\w*|"
        r"brought|series [a-h]|seed|capital|equity|stake|bagged|landed|pulled|receiv\w+|got|closed|proceeds|offering|"
        r"total|pre-series|venture|angel|shares|cheque|check|money|loan|grant|attract\w*|led|debt|bond\w*|note)\b|"
        r"融|募|投",
        unless=r"\b(?:who|when|why|price|prices|target|guidance|forecast|wages?|doubts?|issue|concerns?|stakes?)\b|"
        r"\bhow many\b",
        slots=(("funding", "amount"), ("metric", "total_raised"), ("ipo", "amount")),
    ),
    _thing(
        "employees",
        r"\b(?:how many (?:people|employees|staff|workers|persons|staffers|engineers|colleagues) (?:are |is |now |"
        r"still |"
        r"currently )?(?:work|employed|does|do|did|has|have|are|on|at|in|there|will|left|remain)|how (?:big|large) "
        r"(?:is|was) .{0,40}\b(?:team|staff|workforce|payroll|headcount)|head ?counts?|(?:number|size) of (?:the |"
        r"its )?"
        r"(?:employees|staff|people|workforce|team)|how many (?:does|do|did) <\d+> employ|"
        r"how many .{0,30}\bon (?:the|its) "
        r"payroll|staff (?:size|numbers?|count)|employees (?:does|do|did|has|have)|team size|workforce (?:of|at)|"
        r"<\d+>'s? (?:workforce|staff|payroll))\b|多少(?:员工|人)|员工(?:人数|数)",
        rf"{_NUM}\+?(?:[\s-]{{1,2}}\w[\w’'-]{{0,30}}){{0,4}}?[\s-]{{1,2}}{_STAFF}\b|\b(?:employ\w*|staff|"
        rf"headcount|workforce|payroll|team|"
        rf"people|work(?:s|ed|ing)? (?:for|at)|numbers|crew|counts|outfit)\b[^.;]{{0,60}}{_NUM}|{_NUM} (?:strong|"
        rf"of them|"
        rf"now|today|at the end|before|after)\b|\bfrom \d[\d,]* to \d[\d,]*\b|\d+[多余]?(?:名|人)|员工",
        unless=r"\b(?:laid|lay|layoffs?|cut|fired?|lost|lose|los(?:es|ing)|dismiss\w*|hire|hired|hiring|recruit\w*|"
        r"redundan\w*|tak(?:e|en|ing) on|took on|leave|left the|injured|hurt|killed|died|trained|go|going|let go|"
        r"axe\w*|robots)\b",
        money=False,
        aside=_TAKEN_ON,
        slots=(("metric", "employees"),),
    ),
    _sum("damages|compensation", "damages|compensation|sue[sd]?|claim\\w*|award\\w*|jury|pay"),
    _sum("fines?|penalty", "fin(?:e|es|ed)|penalt\\w+|sanction\\w*|pay"),
    _sum("salary|salaries|bonus", "salar\\w+|bonus\\w*|pa(?:y|ys|id)|earn\\w*|compensation|wage\\w*"),
    _sum("break fee|termination fee|break-up fee", "fee|penalty|owes?|pay\\w*"),
    _sum(
        "grants?|subsid(?:y|ies)",
        "grant\\w*|applied for|subsid\\w+|award\\w*|fund\\w*|support\\w*|Horizon|ministry|state|public",
    ),
    _sum("loans?|borrow(?:ed)?(?! [a-z]+s\\b)", "loan\\w*|lend\\w*|lent|borrow\\w*|credit|debt|facility|bond\\w*"),
)
PAID, RAISED = (next(one for one in reversed(KINDS) if one.name == name) for name in ("paid", "raised"))
_NARROWED = Pattern(r"<(?:when|sum)>")
_WHILE = Pattern(r"(?<=[\w>]) (?:when|while|once) (?:it|they|the|its|he|she|<\d+>)\b.*")
"""What only says of what time something is asked."""


@lru_cache(maxsize=128)
def asked_thing(shape: str) -> Thing | None:
    """The kind of thing that a question of that shape asks for; None where it asks for none that is known here."""
    shape = _WHILE.compiled.sub("", shape)
    plain = _NARROWED.compiled.sub("<>", shape)
    for one in KINDS:
        if one.asked.search(shape) and not (one.unless is not None and one.unless.search(plain)):
            return one
    return None
