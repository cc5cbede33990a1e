"""Matters that are asked of companies: whose they are, how they do, what they expect, who rivals and supplies them."""

from __future__ import annotations

from bot.answers.sentences.things.matter import Matter, matter

_OF_BOOKS = (
    r"\b(?:revenues?|turnover|sales|profits?|loss(?:es)?|margins?|ebit\w*|earnings|eps|order (?:book|intake)|orders|"
    r"backlog|"
    r"(?:net )?cash|shipp?\w+|units|deliver\w+|dividend)\b"
)
_RIVALRY = (
    r"\b(?:rivals?(?! (?:counts?|reports?|estimates?|bids?|offers?|forecasts?))|rivall?ing|compet(?:e|es|ing|itors?|"
    r"ition)|"
    r"alternatives?|challengers?|(?:second|third|fourth|fifth|just|ranks?\w*) (?:only )?(?:behind|after))\b"
)

OF_HOUSES: tuple[Matter, ...] = (
    matter(
        "recurring revenue",
        r"\b(?:arr|annual(?:ly)? recurring(?: revenues?)?|run[- ]rate)\b",
        r"\b(?-i:ARR)\b|\b(?:annual(?:ly)?|annuali[sz]ed) (?:recurring|run)|\brecurring revenues?\b|\brun[- ]rate\b",
        "number",
        sure=True,
    ),
    matter(
        "burn",
        r"\b(?:cash )?burn(?:s|ed|ing|[- ]rate)?\b(?=\W*$|.*\b(?:cash|money|month|rate|how much)\b)|"
        r"\b(?:cash )?runway\b|"
        r"\bhow much\b.*\bburn",
        r"\bburn\w*\b|\brunway\b|\bcash (?:lasts|will last|would last|out)\b",
        "number",
        sure=True,
    ),
    matter(
        "turnover",
        r"\bturn(?:s|ed)? ?over\b(?! in (?:staff|management))",
        r"\b(?:turnover|turn(?:s|ed|ing)? over|revenues?|sales)\b",
        "sum",
        sure=True,
    ),
    matter(
        "profit",
        r"^(?:and |so )?(?:the |its )?(?:<\d+>(?:'s)? )?(?:net )?(?:profits?|break[- ]?even|profitability)\W*$|"
        r"\bwhen (?:does|will|did|is|do) (?:<\d+>|it|they) (?:\w+ ){0,2}(?:break even|profitable)\W*$",
        r"\b(?:profit\w*|break(?:s|ing)?[- ]even|broke even|in the black|loss(?:es)?|lost [$€£¥]|loss-making)\b",
    ),
    matter(
        "outlook",
        r"\b(?:guidance|outlook|guiding)\b|\bguides? (?:for|to)\b|\bwhat does <\d+> expect for (?:the )?(?:year|"
        r"rest)\b",
        r"\b(?:guidance|outlook|guid(?:es|ed|ing)|expects?|expected|anticipat\w+|foresees?|forecasts?|sees|"
        r"is aiming for|aims? for|targets?)\b.{0,160}?(?:revenues?|sales|turnover|ebit\w*|margins?|profits?|orders|"
        r"earnings|units|guidance)|\b(?:revenues?|sales|turnover|ebit\w*|margins?|profits?|orders|earnings|units)\b"
        r".{0,100}?\b(?:expect\w*|guidance|outlook|anticipat\w+|foresee\w*|forecasts?)\b",
        "number",
        heading=r"outlook|guidance|what (?:we|the company|they) expects?|(?:our |the )?(?:forecast|expectations)",
        most=3,
        never=r"\b(?:actual results may differ|forward-looking|consensus)\b",
        sure=True,
    ),
    matter(
        "owner",
        r"\bwho (?:really |actually |ultimately )?(?:owns?|controls?)\b|\bwho is (?:the )?(?:parent|owner) of\b|"
        r"\b(?:parent(?: company| firm| group)?|owners?|ownership|main shareholders?|controlling shareholder)\W*$|"
        r"\bwhose (?:subsidiary|company|unit) is\b|\b(?:belong\w* to|owned by) (?:whom?|anyone)\b|"
        r"\bwhom? does <\d+> belong to\b|\bpart of (?:which|what) (?:group|company)\b",
        r"\b(?:belong\w* to|portfolio company of|(?:wholly )?owned by|subsidiary of|(?:a |the )?unit of|"
        r"(?:the )?\w+ (?:arm|division) of|parent(?: company| group)?|majority(?: stake)? (?:in|of|owner|shareholder)?|"
        r"majority|controlling (?:stake|shareholder|interest)|(?:biggest|largest|main|sole) (?:owner|shareholder)|"
        r"(?:holds?|owns?|kept|keeps|held) (?:about |around |some |over )?(?:\d[\d.]* ?(?:%|per ?cent)|a majority|"
        r"all of|half|the rest)|part of (?:the )?[A-Z]\w+ (?:group|family)|took (?:it )?over|taken private)\b",
        "name",
        never=r"\b(?:would|wants? to|plans? to|talks|fails?|failed|refused|denie[sd]|nobody)\b",
    ),
    matter(
        "backlog",
        r"\b(?:back ?log|order ?book|orders in hand)\b",
        r"\b(?:back ?log|order ?book|orders (?:in hand|on hand|on the books)|unfilled orders)\b",
        "number",
        sure=True,
    ),
    matter(
        "target met",
        r"\b(?:met|meets?|missed|hit|reached?|reach|on track for|achieved?|beat)\b.{0,40}\b(?:targets?|goals?|plans?|"
        r"promises?)\b",
        r"\b(?:miss(?:ed|es)?|fell short|short of (?:the|its|that)|(?:met|beat|exceeded|reached|hit|achieved|"
        r"surpassed)\b.{0,60}\b(?:target|goal|"
        r"plan|promise)|(?:targets?|goals?) (?:of|was|were|had|is)\b)",
    ),
    matter(
        "results",
        r"^(?!.*\b(?:who|tests?|trials?|pilots?|study|survey|benchmarks?)\b).*\b(?:(?:results?|numbers|figures|"
        r"earnings|financials|sum up|report(?:ed)?)\b(?=.*(?:\bq[1-4]\b|"
        r"\bquarter\b|\bh[12]\b|\bhalf\b|\bmonths\b|<when>|\W*$))|(?:\bq[1-4]\b|\bquarter\b|\bh[12]\b|<when>).{0,20}"
        r"\b(?:results?|numbers|figures|earnings|financials)\b|how did <\d+> (?:do|perform|fare)\b)",
        _OF_BOOKS,
        "number",
        heading=r"(?:\w+ ){0,3}(?:highlights|key figures|(?:financial )?results|in figures|by the numbers|numbers)",
        most=7,
        sure=True,
        never=r"\b(?:consensus|analysts? (?:expect|see|forecast)|is due to|will report|expected to report|"
        r"per cent of the "
        r"(?:sample|respondents)|filed? (?:for|with))\b",
    ),
    matter(
        "bear case",
        r"\b(?:bear(?:ish)? (?:case|view|argument)s?|bears\b|downsides?|short (?:case|thesis)|case against)\b",
        r"\b(?:bears?|bearish|short[- ]?sell\w*|sceptic\w*|skeptic\w*|downside|critics?|doubts?)\b",
        sure=True,
    ),
    matter(
        "bull case",
        r"\b(?:bull(?:ish)? (?:case|view|argument)s?|bulls\b|upsides?)\b",
        r"\b(?:bulls?|bullish|upside|optimists?)\b",
        sure=True,
    ),
    matter(
        "risks",
        r"\b(?:risks?|headwinds|threats?|challenges)\b(?=.{0,20}(?:<\d+>|\W*$))",
        r"\b(?:risks?|headwinds?|threat\w*|warn(?:s|ed|ing)|depend(?:s|ence|ent) (?:on|upon)|shortages?|exposed to|"
        r"vulnerab\w+)\b",
        heading=r"(?:\w+ ){0,3}(?:risks?|challenges|headwinds|risk factors)(?: and \w+)?",
        most=4,
    ),
    matter(
        "rivals",
        r"\b(?:alternatives? (?:to|for) (?:the )?<\d+>|(?:who|which \w+|what) (?:else )?(?:competes?|is competing|"
        r"rivals?) )|"
        r"\b(?:competitors?|rivals?|competition) (?:of|to|for) (?:the )?<\d+>\W*$|"
        r"^(?:and |so )?(?:(?:who|what|which) (?:is|are) )?(?:the |its |their )?(?:<\d+>(?:'s)? )?(?:main |biggest |"
        r"closest |"
        r"other ){0,2}(?:competitors?|rivals?|competition)\W*$",
        _RIVALRY,
        "name",
        sure=True,
        most=3,
    ),
    matter(
        "suppliers",
        r"\bwho (?:\w+ )?(?:supplie[sd]|delivers?|provides?|sells)\b.*\b(?:to|for|of) <\d+>|"
        r"\bwho (?:supplies|supplied|is supplying) <\d+>|\bsuppliers? (?:of|to|for) <\d+>|<\d+>(?:'s)? suppliers?\W*$|"
        r"\bwhere does <\d+> (?:get|source|buy) (?:its|the)\b",
        r"\b(?:supplie[sd]|suppliers?|supply|supplying|licen[cs]ed from|(?:come|comes|came|bought|sourced|"
        r"procured) from|"
        r"provided by|made by|delivers?|vendors?)\b",
        "name",
        never=r"\b(?:to supply|will supply|would supply|supplies \d|supplied \d)",
    ),
    matter(
        "alive",
        r"\b(?:still (?:alive|around|in business|trading|operating|exist\w*|going|active)|(?:closed|shut|wound) down|"
        r"(?:gone|went|go|going) (?:bust|under|bankrupt)|out of business|bankrupt|insolvent|alive|defunct|"
        r"liquidated)\b",
        r"\b(?:(?:ceas|stopp|suspend|end)ed (?:\w+ )?(?:operat\w+|trading|business|work)|clos(?:ed|ing|es) (?:down|"
        r"its doors)|"
        r"shut(?:s|ting)?(?: down| its| the)?|insolv\w+|bankrupt\w*|wound (?:up|down)|wind(?:s|ing) (?:up|down)|"
        r"liquidat\w+|administrat(?:ion|or)|went (?:bust|under)|out of business|dissolved|defunct)\b",
        sure=True,
    ),
    matter(
        "share price",
        r"\b(?:(?:share|stock) prices?|(?:shares?|stock) (?:now|today|trad\w+)|how (?:is|"
        r"are) (?:the )?<\d+>(?:'s)? (?:shares?|stock))\b",
        r"\b(?:shares?|stock)\b(?=.{0,120}\b(?:rose|fell|fall|jump\w*|climb\w*|drop\w*|slid|sank|soar\w*|gain\w*|lost|"
        r"clos\w+|trad\w+|down|up|plung\w*|at|to)\b)",
        "number",
        never=r"\b(?:market share|share of|values the|price target|capital raising|listed on|per share for|placing|"
        r"subscri\w+)\b",
    ),
    matter(
        "market share",
        r"\bmarket[- ]shares?\b",
        r"\b(?:market[- ]shares?|shares? (?:of|in|for|at)\b|(?:its|their|a|the) share\b|(?:of|"
        r"in) the (?:\w+ ){0,3}market|shares? (?:rose|fell|slipped|grew|was|"
        r"is|stood|"
        r"reached|of|to|at)|per ?cent share|% share|with \d[\d.]* ?(?:%|per ?cent))",
        "percent",
        never=r"\b(?:shares? of (?:its|the|a|their) (?:company|stock|common)|NASDAQ|NYSE|closed at|a share\b(?! of))",
        sure=True,
    ),
    matter(
        "debut",
        r"^(?!.*\bwhen\b).*\b(?:(?:trading |market |stock |trading )?debut pop|first[- ]day (?:pop|gain)|ipo pop|"
        r"(?:stock |market |trading )?debut\W*$)|\bhow did\b.*\b(?:debut|first day)\b",
        r"\b(?:debut\w*|first (?:day|session|trading)|opened|closed|clos(?:es|ing)|rose|jumped|soared|up)\b",
        "percent",
        never=r"\b(?:revenue|sales|profit|margin)\b",
        sure=True,
    ),
    matter(
        "proceeds",
        r"\b(?:ipo|listing|offering|float(?:ation)?) (?:proceeds|raise|size|sum)\b"
        r"(?!.*\b(?:for|us(?:e|ed)|spen[dt])\b)|"
        r"\bhow much\b.*\bproceeds\b",
        r"\b(?:proceeds|rais(?:e|es|ed|ing)|br(?:ought|ings?) in|collected|netted)\b(?=.*\b(?:ipo|listing|listed|"
        r"offering|"
        r"float\w*|debut|shares?|stock exchange)\b)|\b(?:ipo|listing|listed|offering|float\w*|debut|shares?|"
        r"stock exchange)\b"
        r".*\b(?:proceeds|rais(?:e|es|ed|ing)|br(?:ought|ings?) in|collected|netted)\b",
        "money",
        sure=True,
    ),
    matter(
        "head",
        r"^(?:and |so )?who (?:is running|runs|leads|heads|is in charge of|is heading|is leading|"
        r"is the boss of) (?:the )?<\d+>"
        r"(?: now| today| these days| right now)?\W*$",
        r"\b(?:ran|(?:has|have|had) (?:run|led)|chief executive|ceo|heads?|headed|boss|president|runs|leads|"
        r"(?:am|is|are|was|now) running|run by|"
        r"led by|managing director|"
        r"chair(?:man|woman|person)?|(?:co-?)?founders?|director|general manager|helm|interim|minding|in charge|"
        r"takes? over|"
        r"took over|succe\w+|appointed)\b|总裁|董事长|首席执行官|创始人|CEO",
        "person",
        sure=True,
        never=r"\bco-?led\b|\bled the\b|\bwhich led\b|\blead investor\b|\bseries [a-h]\b|\b(?:round|financing|"
        r"funding|raise)\b"
        r".{0,60}\bled by\b|\bled by\b.{0,40}\b(?:ventures|capital|partners|fund|investments?)\b",
    ),
    matter(
        "public",
        r"^(?:has|have|is|are|did|was|will|does|do)\b.*\b(?:gone public|go(?:ing|es)? public|went public|"
        r"publicly (?:traded|"
        r"listed)|listed|listing|ipo)\b",
        r"\b(?:ipos?|went public|go(?:es|ing|ne)? public|listing|listed|lists|float\w*|flotation|stock (?:exchange|"
        r"market)|"
        r"initial public offering|nasdaq|nyse|kosdaq|kospi|spac|prospectus|bourse|privately held|debut\w*)\b|上市|招股",
        sure=True,
        never=r"\bparent\b|-listed\b",
    ),
    matter(
        "invested",
        r"^(?!.*\b(?:how much|return|pay|paid|pays)\b)(?:did|does|do|has|have|is|was)\b.*\b(?:invest(?:ed|s|ing)?|"
        r"investors?|"
        r"back(?:ed|s)?|stakes?)\b",
        r"\b(?:invest\w*|stakes?|rounds?|back(?:s|ed|ers?|ing)|sharehold\w+|fund(?:s|ed|ing)|put(?:s|"
        r"ting)? .{0,40}into|put in|bought|"
        r"acquir\w*|led|"
        r"holds|owns|owned|portfolio|series [a-h]|seed|joined|participat\w+|bet)\b|投|融资|股东",
        sure=True,
    ),
)
