"""Matters that are asked of products: where they work, what they run on, how a trial goes, whether they are out."""

from __future__ import annotations

from bot.answers.sentences.things.matter import Matter, matter

_LATER = (
    r"\b(?:delay\w*|slip(?:s|ped|ping)?|push(?:ed|es)|postpon\w+|put off|put back|held up|behind schedule|later than|"
    r"not before|not until|until|instead of|not ready|will (?:now )?(?:come|follow|launch|start)|pulled|called off|"
    r"on hold|shelved|waiting for|moved to|(?:it's|it is) (?:now )?going to be)\b"
)

OF_GOODS: tuple[Matter, ...] = (
    matter(
        "temperature",
        r"\b(?:temps?|temperatures?|how (?:cold|hot)|freez\w+|cold (?:store|storage|rooms?|chain)|deep[- ]freeze)\b",
        r"\d ?°|\bdegrees? (?:celsius|fahrenheit|below|c\b)|\bminus \d+|\d+ degrees\b(?! of)|\bdeep[- ]?freez\w*|"
        r"\bfreez(?:er|ing)\w*|\bfrozen\b|\bcold (?:stores?|storage|rooms?|chain)\b|\bchill\w*",
        sure=True,
    ),
    matter(
        "outdoors",
        r"\b(?:outdoors?|outside(?=\W*$)|(?:works?|drives?|runs?) outside(?! of)|in (?:the )?(?:rain|snow)|"
        r"weather(?:proof)?|waterproof)\b",
        r"\b(?:outdoors?|outside|rain\w*|snow\w*|weather\w*|waterproof|when (?:it is|it's) (?:dry|wet)|wet|IP ?\d\d)\b",
        sure=True,
    ),
    matter(
        "certificate",
        r"\b(?:certifi\w+|atex|ce[- ]mark\w*|ul[- ]listed|explosion[- ]proof|ip ?(?:rating|\d\d)|type[- ]approved|"
        r"safety (?:rating|approval))\b",
        r"\b(?:certif\w+|atex|ce[- ]mark\w*|explosion[- ]?(?:proof|protected)|type[- ](?:examination|approv\w+)|tüv|"
        r"tuv|ip ?\d\d|iso \d+|approval|cleared|ul listed)\b",
        sure=True,
    ),
    matter(
        "frames",
        r"\b(?:fps|frames? (?:per|a) second|frame ?rate)\b",
        r"\bfps\b|\bframes? (?:per|a|every) second\b|\d ?hz\b|\btimes (?:per|a) second\b",
        "number",
        sure=True,
    ),
    matter(
        "runtime",
        r"\bbattery life\b|\b(?:battery(?: time)?|run-?time|endurance)(?= (?:of|for|on) (?:the )?<|\W*$)",
        r"\d ?(?:h|hrs?|hours?|min|minutes?)\b[^.;]{0,40}?(?:batter|charg|runs?\b|runtime|lasts?\b)|"
        r"(?:batter\w*|charg\w+|run-?times?|lasts?|works?|runs?|walks?|flies) [^.;]{0,50}?"
        r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve) ?(?:h|hrs?|hours?|minutes?|min)\b",
        sure=True,
    ),
    matter(
        "payload",
        r"\bpayload\b",
        r"\bpayloads?\b|\b(?:carr(?:y|ies|ied|ying)|lifts?|lifting|loads?|tows?|holds?)\b[^.;,]{0,40}?\d[\d.,]*[ -]?"
        r"(?:kg|kilo\w*|pounds?|lbs?|grams?|t|tonnes?|tons?)\b",
        sure=True,
    ),
    matter(
        "licence",
        r"^.{0,50}\blicen[cs]e(?: of| for)?(?: the)?(?: <\d+>)?\W*$",
        r"\blicen[cs]\w+|\bapache\b|\bmit license|\bcc[ -]by|\bopen[- ]?(?:source|weights?)\w*|\bpublic domain\b",
    ),
    matter(
        "materials",
        r"\b(?:bom|bills? of materials?)\b",
        r"\bbills? of materials?\b|\b(?-i:BOM)\b|\bcosts? of (?:the )?(?:parts|materials|components)\b|"
        r"\bmaterials? costs?\b|"
        r"\bparts (?:for|of|in) (?:a|one|each)\b",
        "number",
        sure=True,
    ),
    matter(
        "launched yet",
        r"^(?:has|have|is|are|did|was|were)\b.*\b(?:launch\w*|releas\w*|ship\w*|out|available|on sale|come out)\b"
        r".{0,30}\b(?:yet|already|by now)\b",
        rf"{_LATER}|\b(?:not yet|yet to|launch(?:ed|es|ing)?|releas\w*|available|on sale|on the market|(?:goes|"
        rf"went) on sale|"
        r"ships?|shipping|started shipping|hit the market)\b",
    ),
    matter(
        "closed yet",
        r"^(?:has|have|is|are|did|was|were)\b.*\b(?:clos\w+|complet\w+|finish\w*|done|over|sign\w*)\b.{0,40}\b(?:yet|"
        r"already|by now)\b",
        r"\b(?:not yet|yet to|still (?:needs?|subject|waiting|open)|clos(?:ed|es|ing)|complet\w+|finish\w*|ended|"
        r"sign(?:s|ed|ing)|(?:runs?|run|continues?) until|until|subject to|approv\w+)\b",
    ),
    matter(
        "delay",
        r"\bwhy\b.*\b(?:delay\w*|late|postpon\w*|put off|pushed back|slipp\w+|taking so long)\b|\bwhat is (?:delaying|"
        r"holding up)\b",
        _LATER,
    ),
    matter(
        "trial",
        r"\bhow (?:is|are|was|were|did|does|do|has|have)\b.*\b(?:pilots?|trials?|tests?|roll-?out|deployment)\b"
        r".*\b(?:go|goes|going|gone|went|doing|do|turn(?:ed)? out|work(?:ed|ing)? out)\b|"
        r"\b(?:results?|outcome) of (?:the )?(?:<\d+>(?:'s)? )?(?:\w+ ){0,2}(?:pilots?|trials?|tests?)\b",
        r"\b(?:pilots?|trials?|tests?|testing)\b.{0,120}?(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|ended|"
        r"success\w*|fail\w*)\b)|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty) "
        r"(?:seconds?|minutes?)\b|\b(?:slower|faster) than\b|\b(?:stood still|idle|downtime|uptime)\b|\bthroughput\b",
        most=4,
    ),
    matter(
        "trouble",
        r"\bwhat (?:has |have |had )?(?:went|gone|goes) wrong\b|\bwhat (?:is|was) (?:the )?(?:problem|trouble|"
        r"issue)s? (?:with|at)\b|"
        r"\bwhy did <\d+> (?:fail|collapse|go (?:bust|under|bankrupt))\b",
        r"\b(?:fail(?:s|ed|ure|ures|ing)?|broke|breaks?|broken|problems?|wrong|stopped|returned|scrapped|damag\w+|fell|"
        r"collaps\w+|defects?|faults?|recall\w*|withdr\w+|insolven\w+|bankrupt\w*|too (?:slow|heavy|expensive|dear)|"
        r"crash\w*|could not|couldn't|mistakes?|errors?|complain\w*|ran out|lost)\b",
        most=3,
    ),
    matter(
        "pulled",
        r"\bwhy\b.*\b(?:pull\w*|postpon\w*|withdr\w*|cancel\w*|call\w* off|shelv\w*|scrap\w*|abandon\w*|gave up|"
        r"give up|"
        r"stopp?\w*|end(?:ed)?)\b",
        r"\b(?:pull\w*|postpon\w*|withdr\w*|cancel\w*|call(?:s|ed) off|shelv\w*|scrap\w*|abandon\w*|gave up|stopp\w*|"
        r"ended)\b.*\b(?:citing|because|due to|owing to|blam\w+|amid|reasons?|after|since|as)\b|"
        r"\b(?:because|citing|due to|owing to|blam\w+|reason)\b.*\b(?:pull\w*|postpon\w*|withdr\w*|cancel\w*|shelv\w*|"
        r"scrap\w*|abandon\w*|gave up|stopp\w*|ended)\b",
        over=True,
    ),
    matter(
        "price",
        r"^(?:and |so )?(?:how much (?:is|are|does|do|for|would|will) (?:the |an? )?<\d+>(?: (?:cost|sell for|"
        r"go for|robots?))?|"
        r"(?:the )?(?:prices?|costs?|pricing) (?:of|for) (?:the |an? )?<\d+>|<\d+>(?:'s)? (?:prices?|pricing|"
        r"costs?))\W*$",
        r"\b(?:costs?|priced?|prices|sells? for|sold for|starts? at|rents?|leas(?:es?|ed)|list price|each|apiece|"
        r"(?:per|an?) (?:month|year|hour|day|unit|piece|robot|vehicle|machine|license|seat)|asking|goes for)\b",
        "money",
        never=r"\b(?:rais(?:e|es|ed|ing)|rounds?|invest\w*|valu(?:es?|ed|ation)|revenues?|turnover|acqui\w+|"
        r"fund(?:s|ing)|"
        r"loans?|grants?|profit|loss(?:es)?|budget|backlog|fined?|damages|salary|stakes?|sales|lost|market|contract|"
        r"orders?|shares?)\b",
    ),
    matter(
        "payback",
        r"\bpay ?back\b|\bpays? (?:back|off|for itself)\b|\bamorti[sz]\w+|\breturn on investment\b|\broi\b",
        r"\b(?:pay ?back|pa(?:y|ys|id|ying) (?:back|off|for (?:it|them)sel(?:f|ves))|amorti[sz]\w+|"
        r"return on investment|"
        r"(?-i:ROI)|recoup\w*|break[- ]even|breaks even|earns? (?:itself|its (?:cost|price))\b)",
        "number",
        sure=True,
    ),
)
