"""What sentences say that tell of a post, a founding, studies, a purchase, a reason, an age, a number."""

from __future__ import annotations

import re

from bot.answers.intents.frames import HAS_ITS_WORD
from bot.answers.titles import POST
from bot.grammar.date_words import MONTH_FULL, MONTH_NAMES
from bot.grammar.patterns import Pattern

LEADING = Pattern(
    r"\b(?:ceo|chief executive|chief|president|managing director|general manager|chair(?:man|woman|person)?|"
    r"(?:co-?)?founders?|"
    r"boss|head(?:s|ed)?|director|leader|runs?|ran|at the helm|in charge|took over|takes over|steers?|manag(?:es|ed|"
    r"er|ing)|"
    r"oversees|responsible for|captain|principal|owner|top job|promoted|appointed|succe(?:eds?|eded|ssor)|set up|"
    r"started|"
    r"founded|interim|acting)\b|\b(?:leads?|led)\b(?! (?:the|a|an|its|this|that|"
    r"their) (?:[\w$€£¥.-]+ ){0,4}?(?:rounds?|financing|"
    r"series|investment|funding|raise|seed))(?! by [A-Z][\w ]{0,30}(?:Capital|Ventures|Partners))|负责|"
    r"创始人|总裁|董事长|"
    r"首席|总经理",
    re.I,
)
PERSON = Pattern(
    r"(?<![\w-])(?!The |A |In |On |At |It |But |And |Its |For )[A-Z][\w’'.-]* (?:(?:bin|van|de|von|der|al|la|"
    r"du) )*[A-Z][\w’-]+|[㐀-鿿]{2}"
)
PRONOUN = Pattern(r"\b(?:he|she|his|her|i|my)\b|[他她我]", re.I)
FOUNDED = Pattern(
    r"\b(?:(?:co-?)?found(?:ed|ing|s)|(?:set|sets|setting) up|start(?:ed|s|ing)|establish\w*|creat\w+|"
    r"incorporated|"
    r"spun (?:out|off)|spin-?(?:out|off)|formed|registered|began|born|since|year-old|launched|dates? (?:back|from)|"
    r"dreamt|"
    r"dreamed|years? (?:ago|old|earlier|later|before)|entered|opened|came into being|of (?:19|20)\d\d|from (?:19|"
    r"20)\d\d|in its \w+ year|"
    r"birthday|anniversary|emerged|came out of|first \w+ years)\b|创立|成立|创办|创始",
    re.I,
)
STUDIED = Pattern(
    r"\b(?:stud(?:y|ied|ying|ent|ies)|graduat\w+|degrees?(?<!\d degrees)(?<!\d degree)|doctora\w+|ph\.?\s?d\.?|"
    r"master'?s?|mba|m\.?sc|b\.?sc|"
    r"bachelor\w*|"
    r"alumn\w+|educated|attended|trained|read \w+ at|dropped out|thesis|dissertation|majored|undergraduate|"
    r"classmates?|"
    r"schoolmates?|roommates?|university|college|school|institute|diploma|professor|caltech|mit|eth|stanford)\b|毕业|"
    r"博士|硕士|本科|大学",
    re.I,
)
BEFORE = Pattern(
    r"\b(?:before|former(?:ly)?|previous(?:ly)?|ex-|earlier|until|used to|c(?:a|o)me (?:to \w+ )?from|com(?:es|"
    r"ing) from|"
    r"comes (?:to \w+ )?from|join(?:s|ed|ing)?|left|leav(?:es|ing)|hired|alumn\w+|veteran|years (?:at|with|in)|"
    r"spent|had been|"
    r"(?:he|she|who|who[’']d) (?:was|had|has been|ran|led|headed|spent|worked)|worked|started out|poach\w*|lured|"
    r"career|moved|let (?:\w+ ){1,3}go|"
    r"last seen|went from|switch\w*|quit\w*|resign\w*|once)\b|曾|前",
    re.I,
)
AFTER = Pattern(
    r"\b(?:join(?:s|ed|ing)?|now|mov(?:es|ed|ing)|bec(?:ame|omes?)|went|gone|goes|appointed|since|retir\w*|"
    r"switch\w*|took|takes|"
    r"started|founded|set up|hired|landed|next|new (?:job|post|role|employer|firm)|current\w*|today|works|is at|"
    r"leaves? for|left (?:for|to)|pursu\w+|return\w*|ventures?|"
    r"head(?:s|ed)|lead(?:s|ing)?)\b|加入|现任",
    re.I,
)
RETIRED = Pattern(r"\b(?:retir\w*|died|nowhere|no new (?:job|post)|time off|sabbatical)\b", re.I)
"""Where somebody went who took no other post."""
WORKED_AS = Pattern(
    rf"\b(?:{POST}|engineer\w*|work(?:s|ed) (?:as|on|in)|head(?:s|ed)?|led|leads|ran|runs|manag\w+|responsible|in "
    rf"charge|"
    r"built|develop\w+|design\w+|research\w*|scientist|intern\w*|sold|sales(?:man|woman|person)?|position|team|desk|"
    r"programm\w+|analyst|consultant|technician|mechanic|driver|professor|taught)\b",
    re.I,
)
"""What somebody did where they worked."""
FIRST_DEGREE = Pattern(
    r"\b(?:bachelor\w*|undergrad\w*|b\.?(?:sc|eng|a)\b|first degree|diploma|master[’']?s|majored|read \w+|stud(?:y|"
    r"ied))\b|"
    r"本科|学士",
    re.I,
)
TAKEN = Pattern(
    r"\b(?:acqui\w+|bu(?:ys?|ying|yers?|yout)|bought|purchas\w+|tak(?:e|es|ing|en) over|took over|takeover|merg\w+|"
    r"swallow\w*|"
    r"absorb\w*|snap\w* up|pick\w* up|took all|control\w*|majority|own(?:s|ed|er|ers|ership)|belong\w*|pa(?:ys?|id)|"
    r"sold|sale|"
    r"sell(?:s|ing)?|stakes?|subsidiary|folded into|divest\w*|bids?|offer\w*|deal|part of|parent|went to|shares|"
    r"per ?cent|%)\b|"
    r"收购|并购|控股|\d%",
    re.I,
)
ONLY_TALKED_OF = Pattern(
    r"\b(?:gossip|rumou?r\w*|wants? to|wanted to|would like|in talks|talks (?:about|on|with|of|over)|denied|denies|"
    r"fantasy|might|collapsed|"
    r"sniffing|exploring|considering|weigh(?:s|ing)|walked away|turned (?:it|him|her|them) down|said no|"
    r"fell through|broke down|called off|ready to|willing to|prepared to|offered|bids?|bidding)\b",
    re.I,
)
CAUSE = Pattern(
    r"\b(?:because|due to|owing to|thanks to|in order to|so that|so as to|so |reasons?|cit(?:es|ed|ing)|blam\w+|"
    r"amid|since (?:it|they|he|she|the|its|their)|given|"
    r"as a result|therefore|why|caus\w+|factors?|motivat\w+|prompt(?:s|ed)|trigger\w*|conclud\w+|"
    r"led to|driven by|hence|explain\w*|reflect\w*|attribut\w+|wants? to|wanted to|"
    r"wanting to|need\w* to|lack\w*|too \w+|fell through|"
    r"fail\w*|"
    r"objections?|concern\w*|fear\w*|refus\w+|after|over (?:the|a|its|their)|problems?|shortage\w*|instead|"
    r"rather than|not \w+|"
    r"as (?:it|they|he|she|the|its|their)|for (?:lack|want|fear|the sake|\w+ing)|with \w+ing|if|without|no longer|"
    r"\w+n[’']t|unless|"
    r"nobody|whose|which|hit by|hurt|weigh\w* on|low-price|cheap\w*|competition|pressure)\b|: |^\W*[\"“”]|"
    r"因为|由于|为了|"
    r"原因",
    re.I,
)
ASKS_SETTLED = Pattern(
    r"^(?:and |so |but )?(?:did|does|has|have) (?:the )?<\d+> (?:ever |already )?"
    r"(?:den(?:y|ied)|confirm(?:ed)?|rule[d]? out|reject(?:ed)?)\b"
)
SETTLES = Pattern(
    r"\b(?:confirm\w*|den(?:y|ies|ied|ials?)|reject\w*|dismiss\w*|declin\w+|comment|respon[ds]\w*|untrue|not true|"
    r"rul(?:es?|ed|ing) out|false|groundless|unfounded|premature|nonsense|contradict\w*|disput\w+|admit\w*|"
    r"acknowledg\w+|no (?:plans?|talks|such|intention|decision)|nothing has|announced?|official\w*)\b|否认|证实",
    re.I,
)
"""What somebody says who says yes or no to a report."""
_RETAINED = (
    r"advis\w+|arrang\w+|mandat\w+|hire[sd]?|appoint\w+|pick(?:s|ed)|chos\w+|retain\w+|engag\w+|act(?:s|ed|ing) for|"
    r"represent\w*"
)
LEADS_ROUND = Pattern(
    r"\b(?:co-?)?(?:led|lead(?:s|ing)?)\b|\b(?:spear)?head(?:s|ed|ing)\b|\banchor\w*|"
    r"\b(?:sole|only) (?:investor|backer)\b|领投",
    re.I,
)
"""That somebody leads a round."""
SAYS = Pattern(HAS_ITS_WORD, re.I)
SERVES = {
    "advis": Pattern(
        rf"\b(?:{_RETAINED}|counsel\w*|bank\w*|law\w*|consult\w*|placement agents?|bookrunners?|underwr\w+|"
        r"(?:sole|exclusive|financial|legal) \w+|securities)\b",
        re.I,
    )
}
"""What somebody does for another that sentences tell by many names."""
BODIES = {
    noun: Pattern(rf"\b(?:{told}|{_RETAINED})\b", re.I)
    for noun, told in (
        ("bank", r"bank\w*|underwrit\w+|bookrunners?|lead manag\w+|lenders?|lent|loans?|sponsors?|securities"),
        ("lawy", r"law\w*|attorneys?|counsel|solicitors?|barristers?"),
        ("audit", r"audit\w*|accountan\w*"),
        (
            "agency",
            r"agenc(?:y|ies)|office|authorit(?:y|ies)|administration|ministry|commission|department|regulators?|bureau",
        ),
        ("court", r"courts?|judges?|tribunals?|jury|justice|ruled"),
        ("insur", r"insur\w+|underwrit\w+"),
        ("burn", r"burn\w*|spend\w*|los(?:es|ing)|runs? through|eats? (?:up|through)|outgoings|cash out"),
        ("lif", r"li(?:fe|ves)\w*|lasts?|lasting|charge\w*|hours?|minutes|cycles"),
    )
}
"""Bodies that are asked for by what they do ("which bank"), the life of a battery, and what a sentence says of each."""
AGE = Pattern(
    r"\baged?\b|\bborn\b|\b\d\d?[- ](?:year|month)s?[- ]old\b|"
    r"(?<!\d)(?<!january )(?<!february )(?<!march )(?<!april )(?<!may )(?<!june )"
    r"(?<!july )(?<!august )(?<!september )(?<!october )(?<!november )(?<!december )(?<!round )"
    r"(?<!series )(?<!top )\b[2-9]\d(?=[,.)] )|\((?:now )?\d\d\)|"
    r"\b(?:is|turn\w+|was|at) [2-9]\d\b|\bbirth|post-\d0s|\bin (?:his|her) (?:\w+ )?\w+ties\b|"
    r"\b(?:since|founded|established|started|set up) (?:in )?(?:19|20)\d\d|岁|出生",
    re.I,
)
"""An age, or the year from which one follows."""
AGE_OF_SOMEBODY = Pattern(
    r"\baged?\b|\bborn\b|\b\d\d?[- ](?:year|month)s?[- ]old\b|"
    r"(?<!\d)(?<!january )(?<!february )(?<!march )(?<!april )(?<!may )(?<!june )"
    r"(?<!july )(?<!august )(?<!september )(?<!october )(?<!november )(?<!december )(?<!round )"
    r"(?<!series )(?<!top )\b[2-9]\d(?=[,.)] )|\((?:now )?\d\d\)|"
    r"\b(?:is|turn\w+|was|at) [2-9]\d\b|\bbirth|post-\d0s|\bin (?:his|her) (?:\w+ )?\w+ties\b|"
    r"岁|出生",
    re.I,
)
"""The same of a person, who is not founded."""
SURELY_NOT_DONE = Pattern(
    r"\b(?:(?:was|were|been|had been|is|are) (?:prepared|ready|willing) to|withdrew (?:its|the|their|his|her) (?:bid|"
    r"offer)|"
    r"walked away|fell through|broke down|called off|turned (?:it|him|her|them) down|said no)\b",
    re.I,
)
WAS_DONE = Pattern(
    r"\b(?:s(?:old|ells?|ales)|ship\w*|deliver\w*|install\w*|placed?|built|builds?|produc\w+|made|makes|rolled|left|"
    r"units|deploy\w*|at work|"
    r"in (?:use|service|operation|the field)|running|runs?|fleet|out there|bought|buys?|order\w*|ha(?:s|ve|d)|"
    r"so far|to date|customers|"
    r"output|works?|th\b|total\w*|turned out|handed|pass(?:ed|es)|stands?|count\w*|took|takes|went|gone|use[sd]?)\b|"
    r"销|交付|出货|台",
    re.I,
)
_PLANNED = Pattern(
    r"\b(?:plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|hop(?:es|ed|ing)|target\w*|goal|capable of|capacity|annual\w*|will|"
    r"would|intend\w*|wants?|expects?|expected to)\b",
    re.I,
)
_SURELY_DONE = Pattern(
    r"\b(?:s(?:old|hipped)|delivered|installed|placed|built|produced|rolled|so far|to date|already|at work|in (?:use|"
    r"service|operation|the field)|last year|th (?:unit|robot|machine))\b|销|交付|出货",
    re.I,
)
NUMBER = Pattern(
    r"(?<![\d.,$€£¥₩])(?<!NIS )(?<!rmb )(?<!aed )(?<!chf )(?<!eur )(?<!usd )(?<!vnd )(?<!US\$)"
    r"(?<!january )(?<!february )(?<!march )(?<!april )(?<!may )(?<!june )(?<!july )"
    r"(?<!august )(?<!september )(?<!october )(?<!november )(?<!december )(?!(?:19|"
    r"20)\d\d\b)\d[\d,.]*+(?!(?-i:[AC-JLN-Z])\w*)"
    r"(?! ?(?:%|per ?cent|(?:million|billion|trillion) (?:won|yuan|yen|euros?|dollars|rupees|kron\w+|francs|rubles|"
    r"pounds)|won|yuan|yen|"
    r"euros?|dollars|january|february|march|april|may\b|june|july|august|september|october|november|december|(?:-|"
    r"more |full )?(?:years?|"
    r"months?|weeks?|days?|hours?|minutes?|seconds?)|th\b|st\b|nd\b|rd\b|kg|km|p\.?m|a\.?m))|"
    r"(?<!-)\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|"
    r"hundreds?|thousands?|none|"
    r"both|pair|couple|(?:\d\w*)?th)\b(?! (?:of the people|years?|months?|weeks?|days?|hours?|minutes?|"
    r"seconds?|per ?cent))|[一二三四五六七八九十百千万]",
    re.I,
)
TIME = Pattern(
    rf"(?<!\d)(?:19|20)\d\d(?!\d)|\b(?:{MONTH_FULL}|{'|'.join(f'{one[:3]}' for one in MONTH_NAMES)}|\w+day|today|"
    r"tomorrow|yesterday|tonight|ago|later|earlier|since|until|soon|once|when|after|before|during|"
    r"spring|summer|autumn|fall|winter|quarter|half|Q[1-4]|H[12]|months?|weeks?|years?|days?|hours?|minutes?|decades?|"
    r"centur(?:y|ies)|morning|evening|night|christmas|easter|immediately|\d+(?:st|nd|rd|th)|\d\ds|"
    r"\d\d?[./]\d\d?[./]\d\d)\b|[年月日周]",
    re.I,
)
DURATION = Pattern(
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|"
    r"several|few|many|an?|half|couple of|dozen|hundred)[ -](?:(?:and|more|full|long|short|whole|half|of|or so|a|"
    r"working) )*"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|generations?|season)\b|"
    r"\b(?:since|until|till|for (?:decades|years|months|weeks|hours|ever|life)|from .{1,40} (?:to|until)|between|"
    r"always|"
    r"indefinitely|permanent\w*|all (?:day|night|year)|overnight|(?:week|year|month|day|decade)(?:-| )?long)\b|"
    r"(?<!\d)(?:19|20)\d\d\W{1,3}(?:19|20)\d\d|[年月日周]",
    re.I,
)
_OF_PEOPLE = (
    r"\b(?:[\d,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:of (?:us|our) )?(?:[\w-]+ )?"
    r"(?:people|employees|staff|workers|engineers|researchers|colleagues|men|women)\b"
    r"(?:[^.;]{0,40}\bto be (?:about |some )?\d[\d,]*)?"
)
OF_PEOPLE = Pattern(_OF_PEOPLE, re.I)
"""A number of people."""
OF_OTHERS = Pattern(
    rf"{_OF_PEOPLE}|"
    r"\b(?-i:[A-Z])[a-z]+ \d{1,2}(?:st|nd|rd|th)\b|"
    r"\bwith (?:its |their |only )?(?:\w+ )?\w+ (?:arms?|hands?|legs?|fingers?|wheels?|joints?|eyes?|cameras?)\b|"
    r"(?:[$€£¥₩]|US\$) ?[\d,.]+(?: ?(?:million|billion|k|m|bn)\b)?",
    re.I,
)
"""Numbers of people, days, sums and parts: none of things that are counted."""
SOME_SUM = Pattern(
    r"\b(?:figure|million|billion|thousand|hundred)\b|\d [A-Z]|[万亿]|\bfree\b|\bnothing\b|\d(?:k|m|bn)\b|\d,\d{3}\b|"
    r"[$€£¥₩]",
    re.I,
)
SHARE = Pattern(r"\d ?(?:%|per ?cent\b)", re.I)
EACH = Pattern(
    r"\b(?:of which|of that|alone|itself|own|each|apiece|contribut\w+|chipped in|put in|put up|provided|"
    r"respectively)\b",
    re.I,
)
JOINTLY = Pattern(
    r"\b(?:[Jj]ointly|[Cc]o-?led by|group (?:that|which) include[sd]?|group of (?:investors|backers)|backed by|"
    r"ha(?:s|ve|d) (?:so far |now |already )?raised)\b|\bled by [^.;,()]{2,50} and (?:the )?[A-Z]|"
    r"\bfrom (?:[a-z]+ ){0,3}[A-Z][\w’'. &-]{1,40}(?:,|,? and) (?:the )?[A-Z]"
)
"""Several gave a sum together."""
HELD_BEFORE = Pattern(
    r"\b(?:before that|previously|experienced (?:as )?the|former(?:ly)?|"
    r"had (?:last |earlier |previously )?(?:led|been|run|headed|managed)|"
    r"until (?:then|recently|last|his|her|(?:19|20)\d\d))\b[^,;.]{0,80}",
    re.I,
)
"""A post that somebody held before."""
OF_A_PART = Pattern(
    r"\b(?:heads?|director|lead(?:er)?|boss|manager|vp|vice[ -]president|responsible|in charge)\b,? (?:of|for) "
    r"(?:(?:the|its|their|all) )?(?!the|its|their|all|company|firm|group|start-?up|whole|house|business)(?-i:[a-z])\w+",
    re.I,
)
"""A post at the head of a part of a house: "head of hand development"."""
LEADS_ALL = Pattern(
    r"^(?:(?:the|its|sole|general|managing|executive|representative|acting|interim|co-?)[ -]?){0,3}(?:head|boss|leader|"
    r"lead|director|manager|chief|principal|owner|partner|captain|commander|administrator|supremo|in charge|"
    r"at the (?:top|helm)|(?:runs?|ran|running|led|leads|leading|heads|headed|manages|managed)(?: (?:it|"
    r"the \w+))?)$|[^\x00-\x7f]",
    re.I,
)
"""A post at the head of all of a house, that names no part of it."""
POSTS = {
    "financ": "cfo",
    "operation": "coo",
    "oper": "coo",
    "market": "cmo",
    "sal": "cco",
    "hr": "chro",
    "legal": "counsel",
}
"""Parts of a house that whoever leads them has a title for."""
RATIO = Pattern(
    r"\b(?:\d+|one|two|three|four|five|nine) (?:out )?(?:of|in) (?:every |each )?(?:\d+|two|three|four|five|"
    r"ten)\b(?! (?:of|which))",
    re.I,
)
"""Some of so many, which is no number of them."""


def only_planned(text: str) -> bool:
    """Whether a text tells what will be made or sold, and of nothing that is done."""
    return bool(_PLANNED.search(text)) and not _SURELY_DONE.search(text)
