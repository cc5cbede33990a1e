"""What is asked of those who raise money: who lent, who came in anew, at which price, what it is for."""

from __future__ import annotations

_MONEY = r"(?:money|proceeds|funds|cash|capital|funding|financing|investment|round|raise|millions?|<sum>|<round>|seed)"
RAISING: tuple[tuple[str, str, str], ...] = (
    # name, how it is asked for, what a sentence says that gives it
    (
        "lender",
        r"\b(?:lent|lends?|lending|lenders?|loans?|loaned|borrow\w*|credit (?:lines?|facilit\w+)|venture debt|"
        r"debt)\b|\bhow much\b.* (?:is|was|are|were|comes?|came) (?:an? |in |as )<round>",
        r"\b(?:lent|lends?|lending|lenders?|loans?|loaned|borrow\w*|credit|debt|facility|mezzanine|bonds?)\b",
    ),
    (
        "secondary",
        r"\bsecondary\b|\b(?:sell|sold|selling|cash(?:ed|ing)? out|cash in|liquidity)\b.*\b(?:employees?|staff|"
        r"founders?|early (?:investors?|backers?))\b|\b(?:employees?|staff|founders?|early (?:investors?|"
        r"backers?))\b.*\b(?:sell|sold|cash(?:ed|ing)? out|cash in)\b.*\b(?:shares|stock|stakes?|<round>|rounds?)\b|"
        r"\btender offer\b|\bbuy-?back\b",
        r"\bsecondary\b|\bexisting shares\b|\btender\b|\bcash(?:ed|ing)? out\b|\bbuy-?back\b|\b(?:sell|sold|selling|"
        r"sale of) (?:\w+ ){0,3}?(?:shares|stock)\b|\b(?:employees?|founders?|staff)\b.*\b(?:sell|sold|selling|"
        r"cash)\b|\bgo(?:es|ing)? to (?:\w+ )?(?:employees|founders|early)\b",
    ),
    (
        "terms",
        r"\bconvertible\b|\bsafes?\b|\bvaluation cap\b|\bdiscount\b|\bcoupon\b|\binterest rate\b|\bpreferences?\b|"
        r"\bwarrants?\b|\bpay-to-play\b|\bratchet\b|\bstructured?\b(?=.*\b(?:deal|round|note|financing|sale)\b)|"
        r"\bmaturity\b|\bmatures?\b|\bconver(?:t|ts|sion)\b",
        r"\bconver\w+|\bsafes?\b|\bcap\b|\bdiscount\w*|\bcoupon|\binterest\b|\bpreferences?\b|\bwarrants?\b|"
        r"\bpay-to-play\b|\bratchet|\bstructured?\b|\bmatur\w+|\bnotes?\b|\bper ?cent\b|%",
    ),
    (
        "per-share",
        r"\b(?:per|each) share\b|\ba share\b(?! of)|\b(?:offer|issue|ipo|listing|offering) price\b|"
        r"\bprice (?:range|band)\b|"
        r"\b(?:at )?(?:what|which) price\b.*\bshares?\b|\bprice\b.*\bplac(?:e|ed|ement|ing)\b|\b(?:range|"
        r"band)\b.*\b(?:ipo|listing|share|offering|float)\b|\b(?:ipo|listing|offering|float|shares?)\b.*\b(?:range|"
        r"band|priced)\b",
        r"\b(?:per|a|each) (?:\w+ )?share\b(?! of)|\bapiece\b|\bshares? (?:\w+ )?(?:at|for|to) \S*\d|\b(?:price|"
        r"indicative) range\b|\bband\b|\b(?:offer|issue|offering|ipo|listing) price\b|"
        r"\bpriced? (?:\w+ ){0,3}(?:shares|ipo|offering|it)\b|每股|\bshares?\b[^.;]{0,60}\b(?:at|"
        r"to) [A-Z]{0,3}[$€£¥]\d|\b(?:placement|placing|offering|ipo|float|stock)\b[^.;]{0,80}\b(?:at|"
        r"to) [A-Z]{0,3}[$€£]\d{1,4}(?:\.\d+)?(?! ?(?:million|billion|mn?\b|bn|k\b|,\d))",
    ),
    (
        "cheque",
        r"\b(?:size|sizes|how (?:big|large|much|small)|what|range)\b.*\b(?:cheques?|checks?|tickets?)\b|\b(?:cheque|"
        r"check|ticket) sizes?\b",
        r"\b(?:cheques?|checks?|tickets?)\b",
    ),
    (
        "fund",
        r"\bfunds?\b.*\b(?:targets?|hard cap|final close|first close|lps?|limited partners?|anchors?|size)\b|"
        r"\b(?:lps?|limited partners?)\b|\b(?:how (?:big|large)|size of|anchors?|target)\b.*\bfund\b",
        r"\bfund\b[^.;]{0,80}\d|\btarget\b|\banchor\w*|\bcommitted\b|\blimited partners\b|\bLPs?\b|"
        r"\bclose[ds]? (?:of|on|at)\b",
    ),
    (
        "board",
        r"\bboard\b(?=.*(?:seats?|join|get|got|take|took|who|observer|gain|add|elect|appoint|sit))|\b(?:join\w*|"
        r"seats?|elected|appointed|sits?|sat|taking|takes?|took|gets?|got) .*\bboard\b",
        r"\bboard\b|\bdirectors?\b|\bsupervisory\b|董事",
    ),
    (
        "first-money",
        r"\b(?:first|earliest|initial|original) (?:outside |institutional |external )?(?:checks?|cheques?|money|"
        r"investors?|backers?|funding|ticket)\b|\bseeded\b|\b(?:early|earliest) (?:backers?|investors?)\b|"
        r"\b(?:backed|invested in|believed in) .{0,30}\b(?:first|early|earliest|originally)\b",
        r"\bfirst\b|\bseed\w*|\bearl(?:y|iest)\b|\bangels?\b|\binitial\b|\boriginal\w*|\bpre-seed\b|\bbeginning\b|"
        r"\bfrom the start\b|\bwrote\b|\balready\b|\bsince\b",
    ),
    (
        "newcomers",
        r"\bnew (?:investors?|backers?|shareholders?|names|money came from)\b|\bnewcomers?\b|\bfirst[- ]time\b|"
        r"\bfor the first time\b",
        r"\bnew\b|\bfirst[- ]time\b|\bfirst time\b|\bjoin\w*|\bcame (?:in|on board)\b|\bnewcomers?\b|\balongside\b",
    ),
    (
        "returning",
        r"\b(?:existing|returning|old|current|previous|earlier|prior) (?:\w+ )?(?:investors?|backers?|shareholders?|"
        r"holders?)\b|\binsiders?\b|\bcame back\b|\b(?:went|go|goes) along\b|\bre-?up(?:ped)?\b|\bpro[- ]rata\b|"
        r"\bfollow(?:ed)?[- ]on\b|\bdoubled down\b|\b(?:invest\w*|put money|participat\w+|came in) again\b",
        r"\bexisting\b|\breturn\w*|\binsiders?\b|\bpro[- ]rata\b|\bearlier\b|\bagain\b|\bcame back\b|\bprevious\w*|"
        r"\bholders?\b|\bre-?up\w*|\bfollow\w*|\bcontinu\w+|\balready\b|\bcurrent\b|\bprior\b|\balso\b|\btopped up\b|"
        r"\b(?:goes|went|going|go) along\b|\bin since\b|\bstayed\b|\bonce more\b",
    ),
    (
        "cornerstone",
        r"\bcornerston\w*|\banchor (?:investors?|backers?)\b|\banchored\b",
        r"\bcornerston\w*|\banchor\w*",
    ),
    (
        "lock-up",
        r"\block-?ups?\b|\blocked (?:up|in)\b",
        r"\block(?:ed|-?up)",
    ),
    (
        "demand",
        r"\boversubscri\w+|\bsubscri(?:bed|ption)\b(?=.*\b(?:ipo|offering|shares?|round|listing|times)\b)|"
        r"\btimes covered\b|\bdemand for (?:the |its )?(?:shares?|stock|ipo|offering)\b",
        r"\boversubscri\w+|\bsubscri\w+|\btimes\b|\bcovered\b|\bbid for\b|\bdemand\b|\borders\b",
    ),
    (
        "debut",
        r"\b(?:first day|debut|first session)\b|\bhow (?:did|do|have|has|had|are|is|were|was) .{0,40}\b(?:shares|"
        r"stock)\b|\b(?:shares|stock)\b.*\b(?:open|opened|close|closed|perform\w*|react\w*|jump\w*|fall|fell|fallen|"
        r"rise|rose|risen|drop\w*|gain\w*|lost|trad(?:e|es|ed|ing)|mov(?:e|ed)|slid|doing|soar\w*|plung\w*|tumbl\w*|"
        r"since)\b(?!.*\b(?:buy|bought|sell|sold)\b)",
        r"\b(?:rose|rises?|risen|fell|falls?|fallen|jump\w*|drop\w*|clos(?:e|ed|ing)|open(?:ed|s)|climb\w*|gain\w*|"
        r"lost|loses?|up|down|slid\w*|tumbl\w*|surg\w*|plung\w*|soar\w*|doubl\w+|halv\w+|pop\w*|sank|shed|add(?:ed|"
        r"s)|debut\w*|below|above)\b",
    ),
    (
        "grant",
        r"\bgrants?\b|\bsubsid(?:y|ies)\b|\b(?:public|government|state|eu|taxpayers?'?) (?:money|funding|support|"
        r"aid)\b",
        r"\bgrants?\b|\bsubsid\w+|\bpublic\b|\bgovernment\b|\bstate\b|\baward\w*|\bministry\b|\bHorizon\b|\bEIC\b|补贴|"
        r"补助",
    ),
    (
        "runway",
        r"\brunway\b|\bcash (?:left|in the bank|pile|position|reserves?)\b|\bburn(?:s|ed|ing|t)?\b(?=.*\b(?:cash|"
        r"money|<sum>|month|year|through|rate|much)\b)|\b(?:money|cash) (?:will )?last\b|\brun out of (?:money|"
        r"cash)\b",
        r"\brunway\b|\bburn\w*|\bin the bank\b|\bcash\b|\blast\b|\benough\b|\bmonths\b|\brun out\b",
    ),
    (
        "crowd",
        r"\bcrowd-?fund\w*|\bkickstarter\b|\bindiegogo\b|\bmakuake\b",
        r"\bcrowd-?fund\w*|\bkickstarter\b|\bindiegogo\b|\bmakuake\b|\bbackers?\b|\bpledg\w+",
    ),
    (
        "use-of-money",
        rf"\b(?:spend|use|used|using|earmark\w*|channel|deploy)\b.{{0,40}}\b{_MONEY}\b(?!.* (?:into|"
        rf"in) (?:the )?<\d)(?=.*(?:\b(?:on|for|to|towards?)\b|\?|$))|"
        rf"(?<!how much )\b(?:{_MONEY})\b.{{0,40}}\b(?:spent|used|go|goes|going|meant|for|pay for)(?: (?:on|to|for|"
        rf"towards?))?\s*\?*\s*$|\bwhat (?:does|did|do|will) .{{0,40}}\b(?:need|want) .{{0,30}}\b(?:money|cash|funds|"
        rf"capital|funding) for\b|\bdo with\b.{{0,40}}(?:\b(?:money|proceeds|funds|cash|capital|funding|it|round)\b|"
        rf"<)|\bwhat (?:is|was|are|will be|were) (?:the|its|this|that|all (?:the|that)) (?:\w+ )?(?:money|cash|funds|"
        rf"capital|funding|financing) (?:\w+ )?for\b|\buse of (?:proceeds|funds|the money)\b|\bproceeds\b|"
        rf"\bwhere (?:will|does|is|did) (?:the|all that|that|its) (?:\w+ )?(?:money|cash|funds|capital|funding|"
        rf"proceeds) go\b|\b(?:money|funding|cash|capital|round|raise) (?:is |was |will be )?(?:earmarked|intended|"
        rf"destined)\b",
        r"\bproceeds\b|\bearmark\w*|\b(?:money|funds?|funding|cash|capital|investment|financing|sum|round|it|this|"
        r"that|half|third|rest|most)\b[^.;]{0,40}\b(?:will|would|is to|are to|to|goes|go|going|is for|is meant|"
        r"allows?|lets?|helps?)\b|\b(?:use|uses|spend|put|invest|plough|pour|channel)s? (?:the|it|its|this|that|them|"
        r"half|most|some)\b|\b(?:plans?|wants?|intends?|aims?|hopes?) to (?:use|spend|expand|build|hire|open|grow|"
        r"scale|double|triple|set up|launch|enter|put|develop|speed)\b|\bto (?:expand|fund|finance|build|scale|"
        r"accelerate|hire|open|pay for|develop)\b|\bwill (?:be used|be spent|go|help|fund|finance|pay|support|"
        r"bankroll)\b|\bused (?:to|for)\b|\bwith (?:the|this|that|its|these) (?:\w+ )?(?:money|proceeds|funds|cash|"
        r"capital|funding|financing)\b|用于|资金",
    ),
)  # fmt: skip
