"""In what way a question asks: for a word, a reason, a denial, what is to come, what was before, a difference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.asked.words import content
from bot.grammar.patterns import Pattern

_SAYING = (
    r"say|says|said|saying|tell|tells|told|think|thinks|thinking|thought|believ\w+|comment\w*|claim\w*|argu\w+|"
    r"warn\w*|admit\w*|explain\w*|explanation|describ\w+|call(?:s|ed)?|respon[ds]\w*|react\w*|repl(?:y|ies|ied)|"
    r"view\w*|opinions?|stance|objections?|object(?:s|ed)?|critici\w+|complain\w*|concern\w*|verdict|quot\w+|"
    r"jok\w+|quip\w*|stress\w*|emphasi\w+|insist\w*|suggest\w*|recommend\w*|advice|"
    r"words|remarks?|statement|message|feel|feels|caution\w*|conced\w+|acknowledg\w+|boast\w*|brag\w*|dismiss\w*|"
    r"reckon\w*|assess\w*|judg(?:e|es|ed|ing)|rat(?:e|es|ed)|mak(?:e|es) of|regard\w*|consider\w*|see|sees|"
    r"fear\w*|worr\w+|"
    r"assur\w+|announc\w+|declar\w+|reveal\w*|disclos\w+|hint\w*|impl(?:y|ied)|respect\w*|prais\w+|mock\w*|"
    r"attack\w*|alleg\w+|"
    r"accus\w+|contend\w*|maintain\w*|assert\w*|lament\w*|urg(?:e|es|ed)|demand\w*|propos\w+|question\w*|doubt\w*|"
    r"answer\w*|pitch\w*|justif\w+|defend\w*|outlin\w+|sum(?:s|med)? up|put it"
)
HAS_ITS_WORD = (
    r"(?:[\"“”„«»「」]|\b(?:sa(?:id|ys|y)|told|tells|thinks?|believ\w+|argu\w+|warn\w*|according|claim\w*|explain\w*|"
    r"add(?:s|ed)|call(?:s|ed)|spoke|speaks|comment\w*|caution\w*|quip\w*|insist\w*|laugh\w*|reckon\w*|conced\w+|"
    r"admit\w*|declin\w+|respond\w*|answer\w*|ask(?:s|ed)|wr(?:ote|ites)|sees?|expect\w*|den(?:y|ies|ied)|"
    r"reject\w*|announc\w+|stress\w*|describ\w+|puts?|promis\w+|confirm\w*|compar\w+|joked?|contend\w*|alleg\w+|"
    r"accus\w+|maintain\w*|assert\w*|urg(?:es|ed)|demand\w*|propos\w+|question\w*|whisper\w*|texted|"
    r"not(?:es|ed)|regard\w*|consider\w*|view\w*|refus\w*|estimat\w*|forecast\w*|predict\w*|blam\w+|suggest\w*|"
    r"complain\w*|criti\w+|object\w*|prais\w+|valu(?:es|ed)|assum\w*|recall\w*|remember\w*|reveal\w*|"
    r"point(?:s|ed) out|remark\w*|(?:re)?affirm\w*|reiterat\w*|shrug\w*|grin\w*|sigh\w*|calculat\w*)\b|表示|说|认为|称)"
)
_CAUSE = (
    r"\b(?:because|due to|owing to|thanks to|in order to|so that|so as to|reasons?|cit(?:es|ed|ing)|blam\w+|amid|since|"
    r"as a result|therefore|why|given|caus\w+|led to|driven by|thank\w*|hence|explain\w*|reflect\w*|attribut\w+|"
    r"want(?:s|ed|ing)? to|need(?:s|ed)? to|order to|to (?:avoid|become|help|gain|get|enter|focus|make|cut|save|"
    r"scale|bring|be|expand|build|fund|speed|keep|protect|meet|reach|use|give|free|pay|reduce|concentrate|develop|"
    r"prevent|show|raise|return|join|start|spend|study)|lack\w*|too \w+|fell through|fail\w*|objections?|concern\w*|"
    r"fear\w*|"
    r"refus\w+|after|over (?:the|a|its|their)|problems?|shortage\w*|weigh\w* on|hurt\w*|hit by|delay\w*|overran|"
    r"but|unable|could not|cannot|couldn|higher|lower|cheaper|better|worse|more expensive|"
    r"saying|arguing|on the grounds?|kill\w*|doom\w*|scupper\w*|derail\w*|spoil\w*|thwart\w*|prevent\w*|forc(?:es|"
    r"ed)|prompt\w*|pressur\w*|"
    r"withdrew|disput\w+|quarrel\w*|instead|rather than|not (?:ready|enough|satisfied)|as (?:it|they|he|she|the|its|"
    r"their|[a-z]+s) [a-z]+|for (?:lack|want|fear|the sake))\b|因为|由于|为了|原因"
)
_SETTLES = (
    r"\b(?:confirm\w*|reaffirm\w*|reiterat\w*|den(?:y|ies|ied|ial)|comment\w*|reject\w*|not true|untrue|"
    r"inaccurate|wrong|false|respon[ds]\w*|"
    r"declin\w+|refus\w*|rumou?rs?|no talks|dismiss\w*|imagination|nonsense|speculat\w+|admit\w*|acknowledg\w*|"
    r"no plans?|ruled? out|never|premature|not be drawn|no intention|believe it|unfounded|exaggerat\w*|"
    r"invent\w*|nothing to|no such|nobody|answer\w*|said only|conced\w+|contradict\w*|disput\w+)\b|n't\b|\bnot\b|"
    r"\bno\b|"
    r"\bnone\b|否认|不属实"
)
_AHEAD = (
    r"(?:'|’)(?:ll|d like)\b|"
    r"\b(?:will|would|shall|should|plan\w*|aim\w*|targets?|goals?|intend\w*|wants?|hop(?:es|ed|ing|e)|promis\w*|"
    r"by (?:the )?(?:(?:end|middle|start|summer|autumn|spring|winter) of )?(?:[a-z]+ )?20\d\d|(?:from|until|till|in|"
    r"before|for|through) (?:[a-z]+ )?(?:20[2-9]\d)|next|coming|commit\w*|expect\w*|pledg\w*|(?:is|are|was|were) to|"
    r"set to|due|scheduled|slated|budget\w*|earmark\w*|forecast\w*|predict\w*|estimat\w*|sees?|reckon\w*|outlook|"
    r"guid(?:es?|ed|ance)|look\w* (?:for|to)|later|soon|going to|not before|no longer|target\w*|within|end of|"
    r"half of|quarter|at least|up to|roadmap|scale|ramp\w*|foresee\w*|foreseen|project(?:s|ed|ion|ions)|pencil\w*|"
    r"until [A-Z]\w+|threat\w*|ambition\w*|intention\w*|wish\w*|would like|supposed|weigh(?:s|ing)|consider\w*|mull\w*|"
    r"explor\w*|eye(?:s|ing)|talks|on (?:his|her|its|their) desk|if all goes|appointment|"
    r"begins?|starts?|opens?|launch\w*|agreed to|about to|in talks|preparing|prepares?|mid-?20\d\d|early 20\d\d|"
    r"late 20\d\d|this (?:year|month|quarter|summer|autumn|spring|winter)|from (?:[A-Z][a-z]+|next|the)|"
    r"on [A-Z][a-z]+ \d|puts?|figures? on|count\w* (?:on|with))\b|将|计划|预计|目标|\b20(?:2[6-9]|[3-9]\d)\b"
)
_BEFORE_AND_AFTER = (
    r"\b(?:from|against|instead|previous\w*|earlier|original\w*|initial\w*|slip\w*|lift\w*|cut\w*|rais\w+|rose|fell|"
    r"lower\w*|up|down|had|was|were|now|compar\w+|delay\w*|postpon\w*|reduc\w+|longer|anymore|used to|formerly|"
    r"chang\w+|revis\w+|halv\w+|doubl\w+|trebl\w+|tripl\w+|than|after|until|since|went|pushed|moved|before|once|still|"
    r"no (?:agreement|deal|decision|result)|reached|signed|collaps\w*|ended|nothing|failed|scrapp\w*|dropp\w*|"
    r"trimm\w*|upgrad\w+|downgrad\w+|increas\w+|decreas\w+)\b|原|改"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of asking: the words that ask so, and what a sentence that answers has to hold."""

    name: str
    asked: Pattern
    told: Pattern | None


def _frame(name: str, asked: str, told: str = "") -> Frame:
    return Frame(name, Pattern(asked), Pattern(told, re.I) if told else None)


FRAMES: tuple[Frame, ...] = (
    _frame(
        "apart",
        r"\b(?:how far apart|differ\w*|disagree\w*|gap|agree|at odds|compar(?:e|es|ed|ing|ison)|versus|vs|contrast\w*|"
        r"diverg\w*|"
        r"more (?:bullish|optimistic|cautious|pessimistic|bearish|conservative)|same (?:view|figure|number|"
        r"opinion))\b|分歧",
        _AHEAD + "|" + HAS_ITS_WORD,
    ),
    _frame(
        "why",
        r"\bwhy\b|\bhow come\b|\breasons?\b|\bwhat (?:made|caused|led|drove|prompted|kept|stops?|stopped|prevents?)\b|"
        r"\bwhat (?:is|was|are|were|lies) behind\b|\bon what grounds\b|\bwhat for\b|\bblam(?:e|es|ed|ing)\b|"
        r"\battribut\w+|\bbecause of what\b|为什么|為什麼|"
        r"原因",
        _CAUSE,
    ),
    _frame(
        "settled",
        r"\b(?:confirm\w*|den(?:y|ies|ied|ial|ying)|comment\w*|is it (?:true|correct|right|certain|confirmed|so)|"
        r"(?:any|some) truth|true that|correct that|really|rul(?:e|ed|es) out|respon[ds]\w*|react\w*|admit\w*|"
        r"address\w*|reject\w*|after all|actually|in fact|for sure|say anything|said anything|rumou?r\w*|"
        r"anything (?:in|to) (?:the|it)|talking about|in talks|officially)\b|否认|证实",
        _SETTLES + "|" + HAS_ITS_WORD,
    ),
    _frame(
        "said",
        rf"\b(?:{_SAYING})\b|\baccording to\b|说|表示|认为|称",
        HAS_ITS_WORD + r"|\b(?:wants?|wanted|seek\w*|sought)\b|" + _SETTLES,
    ),
    _frame(
        "changed",
        r"\b(?:chang\w+|revis\w+|cut|cuts|lower(?:s|ed)|upgrad\w+|downgrad\w+|slip(?:s|ped)?|delay\w*|postpon\w*|"
        r"original\w*|initial\w*|at first|used to|previous\w*|before|earlier|no longer|differ\w* now|from what|"
        r"by how much|"
        r"happened (?:to|with)|became of|become of|came of|come of|turn(?:ed)? out|"
        r"come true|old (?:target|goal|plan|forecast)|new (?:target|goal|plan|forecast|"
        r"guidance|date)|up from|down from|lift(?:s|ed)?|rais(?:e|ed|es) (?:its|his|her|the|their)|reduc\w+|scal\w+ "
        r"(?:back|down)|move[ds]?|push(?:ed|es)? (?:back|out))\b|改",
        _BEFORE_AND_AFTER,
    ),
    _frame(
        "ahead",
        r"\b(?:plan\w*|aim\w*|targets?|targeted|targeting|goals?|intend\w*|intention\w*|want\w*|hop(?:e|es|ed|ing)|"
        r"promis\w*|pledg\w*|commit\w*|will|would|shall|should|supposed|due|scheduled|slated|deadline|by when|"
        r"until when|"
        r"from when|budget\w*|guid(?:e|es|ed|ance)|forecast\w*|predict\w*|expect\w*|outlook|estimat\w*|project(?:ion|"
        r"ions|s|ed)|roadmap|pipeline|next|future|ambition\w*|threat\w*|wish\w*|dream\w*|vision|aspir\w*|"
        r"would like|set to|"
        r"going to|could|may|might|ahead|upcoming|coming|"
        r"until|can|foresee\w*|earmark\w*|put at|looking (?:at|for|into)|consider\w*|weigh(?:s|ing)|mull\w*|"
        r"eye(?:s|ing)|explor\w*|"
        r"preparing|prepares?|working on|think|reckon\w*|see|sees|is .{1,40} to [a-z]+|are .{1,40} to [a-z]+)\b|"
        r"计划|目标|预计|将",
        _AHEAD,
    ),
)
_REVISED = Pattern(
    r"\bhow (?:did|has|have|does) .{0,60}\b(?:change|revise|adjust|cut|raise|lift|lower|trim|move|shift)d? (?:its|"
    r"his|her|"
    r"the|their|from)\b"
)
"""A figure or a plan that was made another is asked for, whatever it is called."""
_DEED_COUNTED = Pattern(
    r"^(?:and |so )?how many (?:[a-z-]+ ){1,3}?(?:did|does|has|have|had|can) (?:the )?<\d+> (?:\w+ly |already )?[a-z]+"
    r"(?: (?:so far|to date|in total|yet))?\W*$"
)
"""How many of something somebody moved, cut or raised: nothing was another before."""
_WHAT_CHANGES = Pattern(r"\b(?:targets?|goals?|plans?|forecasts?|guidance|outlook|estimates?|deadlines?)\b")
_LISTS = Pattern(r"\b(?:be listed|list(?:ing|ed)?|go(?:es|ing)? public|float(?:ing|ed)?|flotation)\b")
"""What a word that is mostly idle means here: shares come to an exchange."""
_LONGEST_ASKING = 25
SAID = next(frame for frame in FRAMES if frame.name == "said")
ASKS_ANY_DENIAL = Pattern(
    r"\b(?:did|does|do|has|have) (?:the )?<\d+> (?:ever )?den(?:y|ied) (?:any|some)thing\b|"
    r"\bwhat (?:has|have|did|does|do) (?:the )?<\d+> (?:ever )?den(?:y|ied)[ ?]*$"
)
"""Whatever somebody denied is asked for."""
ASKS_WORD = Pattern(
    r"\b(?:what|how) (?:else )?(?:did|does|do|has|have|"
    r"had) (?:the )?(?:\w+ ){0,2}?<\d+>(?:'s (?:\w+ ){1,3}?)?(?: ?(?:and|or) <\d+>)? "
    r"?(?:say|said|tell|told|think|thought|comment\w*|respond\w*|react\w*|answer\w*|repl(?:y|ied)|make of|put it|"
    r"describe|"
    r"argue|warn|claim|explain|call)\b|\bwhat (?:was|is|were) <\d+>'s (?:\w+ )?(?:view|opinion|take|comment|reaction|"
    r"response|answer|reply|verdict|word)s?\b"
)
"""Nothing but somebody's word is asked for."""
_YES = Frame("yes", Pattern(r"^\b$"), None)
_POSTS = (
    r"ceos?|cfos?|ctos?|coos?|boss|chiefs?|heads?|founders?|co-founders?|directors?|managers?|management|executives?|"
    r"analysts?|spokes\w+|chair\w*|presidents?|partners?|officials?|bank|banks|broker\w*|economists?|professors?|"
    r"minister|owner|owners|head|engineer|engineers|scientist|company's|firm's|people|team|news|story|media"
)
_IDLE = Pattern(
    rf"\b(?:{_POSTS}|do we know|remind|remember|any idea|idea|know|figure|figures|number|exact\w*|precise\w*|"
    r"happen\w*|mean|way|way|word|turn|believe|find|there|anything|something|true|truth|question|whether|"
    r"reported(?:ly)?|alleged(?:ly)?|supposed|so-called|using|uses?|full|whole|itself|himself|herself|themselves|"
    r"main|currently|right|ever)\b"
)
"""Words beside those of a frame that no sentence need hold."""


def frame_of(clause: Clause) -> Frame | None:
    """How a clause asks; None where it asks for a plain fact."""
    return _frame_of(clause.shape, clause.wants, bool(clause.lists))


@lru_cache(maxsize=200)
def _frame_of(shape: str, wants: str, lists: bool) -> Frame | None:
    if _REVISED.search(shape) and not FRAMES[1].asked.search(shape):
        return next(frame for frame in FRAMES if frame.name == "changed")
    for frame in FRAMES:
        if frame.name == "apart" and not lists:
            continue
        if frame.name == "changed" and (wants == "who" or _DEED_COUNTED.search(shape)):
            continue
        if frame.asked.search(shape):
            return frame
    return _YES if wants == "yes" else None


def topic_of(clause: Clause, frame: Frame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Stems of what is asked about, and those of the words that only ask."""
    asks = [frame.asked, *((SAID.asked,) if frame.name in ("settled", "changed", "why", "apart") else ())]
    left = _LISTS.sub(" ipo ", clause.unmarked)
    asking: list[str] = []
    for pattern in asks:
        short = [m for m in pattern.finditer(left) if len(m[0]) < _LONGEST_ASKING]
        asking += (m[0] for m in short)
        for met in reversed(short):
            left = f"{left[: met.start()]} {left[met.end() :]}"
    if frame.name == "changed":
        left = _WHAT_CHANGES.sub(" ", left)
    unknown = content(" ".join(clause.unknown))
    topic = tuple(word for word in content(_IDLE.sub(" ", left)) if word not in unknown)
    return topic, tuple(word for word in content(" ".join(asking)) if word not in topic)
