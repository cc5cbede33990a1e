"""What is asked of sales, mergers and listings: advisers, terms, bidders, conditions, what became of them."""

from __future__ import annotations

DEAL = (
    r"(?:deals?|rounds?|sales?|ipo|listing|float|flotation|takeover|acquisition|purchase|buyout|merger|transaction|"
    r"financing|funding|raise|offering|auction|transaction|series|<round>|spac|carve-out|divestment|bid)"
)
SALES: tuple[tuple[str, str, str], ...] = (
    # name, how it is asked for, what a sentence says that gives it
    (
        "adviser",
        rf"\bfinancial advis\w+|\badvis[eo]rs? (?:to|of|for) (?:the )?<|\brepresent(?:s|ed|ing)?\b|\bbooks of\b|"
        rf"\brun\w* the books?\b|\badvis(?:ed?|es|ers?|ors?|ing)\b.*\b{DEAL}\b|\b(?:who|which bank\w*|"
        rf"what bank\w*) (?:\w+ )?advis\w+ <|\bbookrunn\w+|\bunderwrit\w+|\blead managers?\b|\b(?:which|what|"
        rf"whose) (?:\w+ ){{0,2}}?(?:banks?|law firms?|lawyers|brokers?|bankers)\b(?! (?:account|loan|lent|lend))|"
        rf"\b(?:banks|bankers|lawyers|law firm|counsel)\b|\bsponsors? (?:of|on|for|to) .*\b{DEAL}\b|\b(?:ipo|"
        rf"listing) sponsors?\b|\b(?:run|runs|running|ran|handl\w+|manag\w+|arrang\w+|organi[sz]\w+|"
        rf"work\w* on) (?:the |its |this |that )?(?:\w+ )?{DEAL}\b",
        r"\badvi[sc]\w+|\bbookrunn\w+|\bunderwr\w+|\bmanagers?\b|\bsponsor\w*|\barrang\w+|\bmandat\w+|\bcounsel\b|"
        r"\blaw firm|\blawyers?\b|\bbrokers?\b|\bco-?ordinat\w+|\brun by\b|\btutor\w*|\bhold the pen\b|"
        r"\brepresent\w*|\bbooks\b|\bguid(?:es?|ed|ing|ance)\b|辅导|保荐|\b(?:hired|appointed|picked|engaged|chose\w*|"
        r"tapped|retained|working with|enlisted)\b(?=.*(?:\bIPO\b|listing|sale|banks?|float|options|auction|"
        r"\bto (?:find|sell)\b))|"
        r"\b(?:investment|lead|arranging|placement) banks?\b",
    ),
    (
        "seller",
        r"\bwho (?:sold|is selling|was selling) (?:the )?<\d+> to <|\bwho(?:m)? (?:did|does|is|was|has) <\d+> "
        r"(?:\w+ )?(?:buy|bought|buying|acquir\w+|purchas\w+|get|take over) (?:the )?<\d+>[^<>]{0,20} from\b|"
        r"\bfrom (?:whom|who)\b",
        r"\b(?:buy|buys|bought|buying|buyout|acquir\w+|acquisition|purchas\w+|takeover|took over|taking over)\b"
        r"[^.;]{0,90} from (?!the (?:start|outset)|scratch|\d)|"
        r"\b(?:sold|sells?|selling|sale|owned|parted with|divest\w*|offload\w*)\b",
    ),
    (
        "earn-out",
        r"\bearn-?outs?\b|\bmilestones?\b(?=.*(?:pa(?:y|id)|deal|<sum>|million|price|more))|\bcontingent\b|"
        r"\bdeferred\b|\bretention\b|\bperformance payments?\b|\b(?:more|extra|further|additional|"
        r"rest)\b.{0,30}\b(?:later|if|depend\w+)\b",
        r"\bearn-?outs?\b|\bmilestones?\b|\bcontingent\b|\bdeferred\b|\bretention\b|\b(?:up to|as much as)\b|\bif\b|"
        r"\bprovided\b|\bdepend\w+|\btargets?\b|\b(?:further|another|rest|remainder|more)\b",
    ),
    (
        "payment",
        r"\b(?:in|all|for|with) (?:cash|shares|stock|equity|paper)\b|\bcash (?:or|and) (?:shares?|stock|equity)\b|"
        r"\b(?:shares?|stock) or cash\b|\ball-(?:stock|cash|share)\b|\bcash (?:part|portion|component|deal)\b|"
        r"\bexchange ratio\b|\bhow (?:is|was|will|are|were)\b.{0,40}\b(?:paid|paying|pay)\b|\bhow much (?:of it |"
        r"of that |of the \w+ )?(?:is |was )?(?:in )?cash\b",
        r"\bcash\b|\b(?:in|of|its|new|own) (?:shares|stock|equity)\b|\ball-(?:stock|share|cash)\b|\bswap\b|\bratio\b|"
        r"\bshares\b|\bstock\b",
    ),
    (
        "payout",
        rf"\bhow much\b.*\b(?:get|gets|got|makes?|made|receives?|earns?|earned|pockets?|pocketed|walk\w* away with|"
        rf"collects?)\b.*\b(?:from|out of|for|on|in|with) (?:the |this |that |his |her |its |"
        rf"their )?(?:\w+ )?{DEAL}\b",
        r"\breceiv\w+|\bstands? to\b|\bpocket\w*|\bpayouts?\b|\bwindfall\b|\bnet(?:s|ted)?\b|\bworth\b|\bgets?\b|"
        r"\bcollect\w*|\bproceeds\b|\breturn\w*|\bpaid\b",
    ),
    (
        "called-off",
        rf"\b(?:walk\w* away|call\w* off|abandon\w*|collaps\w*|f[ae]ll(?:en|s)? through|br[eo]ak?\w* down|scrap\w*|"
        rf"shelv\w*|drop(?:s|ped|ping)?|withdr\w+|pull\w* (?:out|the)|postpon\w*|delay\w*|put (?:off|on (?:ice|"
        rf"hold))|cancel\w*|ditch\w*|(?:go|gone|goes|going|went|go) (?:ahead|through)(?: with)?|back\w* out|"
        rf"gave up on|thr[eo]w out|came to nothing)\b(?=.*\b(?:{DEAL}|talks?|plans?|offers?|merg\w+|buy\w*|list)\b)|"
        rf"\b(?:{DEAL}|talks?|plans?|offers?)\b.*\b(?:walk\w* away|call\w* off|abandon\w*|collaps\w*|f[ae]ll(?:en|"
        rf"s)? through|br[eo]ak?\w* down|scrap\w*|shelv\w*|drop(?:s|ped)?|withdr\w+|postpon\w*|delay\w*|put (?:off|"
        rf"on (?:ice|hold))|cancel\w*|fail\w*|g[oe]ne? (?:ahead|through)|went ahead|came to nothing)\b",
        r"\bwalk\w* away|\bcall\w* off|\babandon\w*|\bcollaps\w*|\bf[ae]ll(?:en|s)? through|\bbroke\w* down|"
        r"\bscrap\w*|\bshelv\w*|\bdrop(?:s|ped|ping)?\b|\bwithdr\w+|\bpull\w* (?:out|the|its|back)\b|\bpostpon\w*|"
        r"\bdelay\w*|\b(?:off|on|to) (?:ice|hold)\b|\bput off\b|\bcancel\w*|\bditch\w*|\bno longer\b|\bpaus\w+|"
        r"\bended\b|\bfail\w*|\bwithout (?:a )?(?:result|deal)\b|\bexpired\b|\brevisit\b|\bback\w* out\b|\bgave up\b|"
        r"\brejected\b|\bmust go ahead\b|\bcame to nothing\b|\bwon't\b|\bwent ahead\b",
    ),
    ("premium", r"\bpremium\b", r"\bpremium\b"),
    (
        "bidders",
        r"\b(?:other|rival|competing|losing|another|second|unsuccessful|counter) ?(?:bid\w*|offers?|suitors?|"
        r"buyers?)\b|\bbidders?\b|\bsuitors?\b|\brunner-?up\b|\bwho else (?:\w+ ){0,3}?(?:wanted|bid|looked|tried|"
        r"was interested|is interested|made)\b|\bwho (?:\w+ ){0,4}?(?:look\w* at|consider\w*|want\w* to|tried to|"
        r"thought (?:of|about)|interested in) (?:buy\w*|acquir\w+|tak\w+ over|bid\w*|the books)\b|\bcounter-?bid\w*|"
        r"\b(?:sounded out|approached|contacted|courted|in the running|interested in (?:buying|acquiring|"
        r"taking over))\b|\b(?:outbid|lost out)\b",
        r"\bbid\w*|\bsuitors?\b|\binterest(?:ed)?\b|\bcircl\w+|\bexplor\w+|\bcompeting\b|\brival offer\b|\boffer(?:s|"
        r"ed)?\b|\bnon-disclosure\b|\bwalked away\b|\blost out\b|\blosing\b|\bdata room\b|\bapproach\w*|\blooked at\b|"
        r"\boutbid\b|\bsounded out\b|\bkicked the\b|\bwalked\b|\bin talks\b|\btalks with\b|\bparties\b|"
        r"\bwanted (?:us|it|them|the company|to buy)\b|\banother offer\b|\btender\w*",
    ),
    (
        "stays",
        r"\b(?:ceo|chief|boss|founders?|managers?|management|team|staff|employees|workers|workforce|brand|name|"
        r"offices?|headquarters|jobs|people|plant|site)\b.*\b(?:stay\w*|remain\w*|keep\w*|kept|continu\w+|surviv\w+|"
        r"retain\w*|transfer\w*|taken over|move over)\b|\bwhat (?:happens|will happen|becomes|"
        r"will become)\b.*\b(?:staff|team|workers|workforce|factory|headquarters|employees|brand|name|offices?|jobs|"
        r"people|founders?|ceo|plant|site)\b",
        r"\bstay\w*|\bremain\w*|\bcontinu\w+|\bkeep\w*|\bkept\b|\bleav\w+|\bretain\w*|\bjoin\w*|\bat least\b|"
        r"\btransfer\w*|\bwill (?:be|run|lead|move|report)\b|\bnot? (?:layoffs|job cuts)\b",
    ),
    (
        "signed",
        rf"\b(?:has|have|is|was|are|were)\b.*\b(?:{DEAL}|agreement|contract|merger)\b.*\b(?:signed|sealed|closed|"
        rf"complete[d]?|final\w*|done|agreed|confirmed|gone through|official|definite|certain|binding)\b",
        r"\bsigned\b|\bseal(?:ed)?\b|\bclosed?\b|\bcomplet\w+|\bfinal\w*|\bdone\b|\bagreed\b|\bconfirm\w*|"
        r"\bcertain\w*|\bbinding\b|\bnothing has been decided\b|\bdecided\b|\bterms may\b",
    ),
    (
        "conditions",
        rf"\bconditions?\b|\bsubject to\b|\b(?:regulat\w+|antitrust|shareholders?|cfius|"
        rf"government) (?:\w+ )?(?:approv\w+|clear\w+|vote|consent)\b|\bapprov(?:al|als|ed|e)\b.*\b{DEAL}\b|"
        rf"\b{DEAL}\b.*\b(?:approv\w+|clear\w+)\b|\bbreak-?up fee\b|\btermination fee\b|\b(?:needs?|has to|have to|"
        rf"must|missing|hurdles?|stand\w* in the way|sign(?:ed)?[- ]off)\b.*\b(?:clos\w+|complet\w+|go through|"
        rf"{DEAL})\b|\b{DEAL}\b.*\b(?:still need\w*|hurdles?|stand\w* in the way|sign(?:ed)?[- ]off)\b",
        r"\bcartel\b|\bnod\b|\bgo-ahead\b|\bgreen light\b|\bsubject to\b|\bconditions?\b|\bconditional\b|\bregulat\w+|"
        r"\bantitrust\b|\bapprov\w+|\bconsent\b|"
        r"\bcfius\b|\bclear(?:ed|ance)\b|\bvote\b|\bfee\b|\bshareholders\b|\bmust\b|\bprovided\b|\bmatch\w*|"
        r"\bunless\b|\bdepend\w*|\bcontingent\b|\bclause\b|\bonly (?:once|when|if|after)\b",
    ),
    (
        "closing",
        rf"\bwhen\b.*\b(?:{DEAL})\b.*\b(?:clos(?:e|es|ed|ing)|complet\w+|go through|final\w*|done|wrap\w*)\b|"
        rf"\bwhen\b.*\b(?:clos(?:e|es|ed|ing)|complet\w+|final\w+)\b.*\b{DEAL}\b|\bexpected (?:to )?(?:clos\w+|"
        rf"complet\w+)\b",
        r"\bclos(?:e|es|ed|ing)\b|\bcomplet\w+|\bfinali[sz]\w+|\bgo through\b|\bconclude\w*",
    ),
    (
        "comment",
        r"\b(?:comment\w*|respon[sd]\w*|confirm\w*|den(?:y|ied|ies))\b(?=.*\b(?:report|rumou?r|talks?|deal|news|"
        r"story|leak|request|bid|approach|float|ipo|listing|sale)\w*\b)|\b(?:reports?|rumou?rs?|talks|"
        r"speculation)\b.*\b(?:comment\w*|respon[sd]\w*|confirm\w*|den(?:y|ied|ies)|sa(?:y|id))\b",
        r"\bsaid\b|\bsays\b|\bdeclin\w+|\bden(?:y|ied|ies|ial)\b|\bconfirm\w*|\bcomment\w*|\brespond\w*|\brefus\w+|"
        r"\bwould ?n[o'’]t\b|\bwould not\b|\btold\b|\bcalled\b|\bdismiss\w*|表示|否认",
    ),
    (
        "option",
        r"\boptions?\b(?=.*\b(?:to|buy|acquire|take|raise|more|call|right)\b)|\bcall right\b|\bfirst refusal\b|"
        r"\bright to (?:buy|acquire|raise|increase|purchase)\b",
        r"\boptions?\b|\bright\b|\brefusal\b|\bcan (?:buy|raise|acquire|lift|increase)\b|\bmay (?:buy|raise|acquire|"
        r"lift)\b|\ballow\w*",
    ),
)  # fmt: skip
