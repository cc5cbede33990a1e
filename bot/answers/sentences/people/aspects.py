"""What questions ask of a person (from where, whereto, under whom, born where), and how sentences tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.asked.words import stems
from bot.grammar.patterns import Pattern

_ORIGIN = (
    r"\buntil (?:recently|lately|then|now|that)\b|\bfrom (?:where|which|what|whom)\b|\bwhere (?:does|did|do|is|"
    r"was|were|are|has|had)\b.*\b(?:from|before|earlier|"
    r"previously|work(?:ed)?|come)\b|\bcom(?:e|es|ing) (?:\w+ )?from\b|\bcame from\b|\bbefore\b(?! <when>)|"
    r"\b(?:previous(?:ly)?|former(?:ly)?|earlier|prior|past|old|last|first) (?:\w+ )?(?:jobs?|posts?|roles?|employers?|"
    r"positions?|work|career|company|companies|life)\b|\bpreviously\b|\bformerly\b|\bused to\b|\bbackground\b|"
    r"\bpoach\w*\b|\blur(?:e|ed) away\b|\bcareer\b|\bcv\b|\bresum[eé]\b|"
    r"\bhired? (?:\w+ )*(?:from|away)\b|\bfor wh(?:om|ich)\b.*\bwork|\bwork(?:ed)? (?:at|for|with)\b|"
    r"\bwhat (?:did|was|had)\b.*\b(?:do|be|done|been)\b.*\b(?:at|before)\b"
)
_FROM = (
    r"\buntil\b|\bformer(?:ly)?\b|\bprevious(?:ly)?\b|\bex-|\bearlier\b|\bbefore (?:that|this|joining|founding|"
    r"starting|setting)|"
    r"\bbefore\b[^.]{0,40}\b(?:was|spent|worked|ran|led|headed)\b|\bhad been\b|\bhe'd been\b|\bshe'd been\b|"
    r"\bused to\b|"
    r"\bspent\b|\b(?:had )?work(?:ed|ing) (?:at|for|as|on|in|under)\b|\bcareer\b|\bveteran\b|\bcomes? (?:\w+ )?from\b|"
    r"\bcame (?:\w+ )?from\b|\bjoin(?:ed|s|ing)?\b[^.]{0,60}\bfrom\b|\b(?:hired|poached|recruited|lured)\b|"
    r"\b(?:was|were|been|served as|serving as|acted as)\b (?!(?:founded|set|established|started|born|bought|"
    r"acquired|sold|formed|"
    r"created|based|raised|valued|listed)\b)[^.,;]{0,60}\b(?:at|of|for|in|with) (?:the |a |an |"
    r"its )?(?:[\w-]+ ){0,4}?(?-i:[A-Z])|"
    r"\b(?:years|months|decades?) (?:at|in|with|as|on)\b|\bbegan\b|\bstarted (?:out|at|as|in|his|her)\b|"
    r"\bpassed through\b|\b(?:pair|duo|trio|team|m[ae]n|wom[ae]n|people|engineers?|founders?) from (?-i:[A-Z])|"
    r"\b(?:left|quit|departed) (?:the |a |his |her )?(?!(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b)(?-i:[A-Z])|\bfrom \d{4} (?:to|until)\b|\bonce\b|\bthen\b|"
    r"\b(?:entered|joined|went (?:in)?to)\b[^.]{0,40}(?-i:[A-Z])|\bfirst job\b|"
    r"\b(?:ran|led|headed|managed|oversaw|directed|built|taught|designed)\b[^.;]{0,50} (?:at|for) (?:the )?(?-i:[A-Z])|"
    r"\bas (?:an? |the )?(?:[\w-]+ )?(?:head|director|engineer|chief|manager|lead|leader|vice|president|partner|"
    r"researcher|consultant)\b|"
    r"曾|前|此前|之前|原"
)
_WHERETO = (
    r"\b(?:now|today|nowadays|these days|currently|at present|next|present)\b(?! <when>)|\bbec(?:a|o)me of\b|"
    r"\bhead(?:ed|ing)\b(?! by)|"
    r"\bhappened (?:to|with)\b|\bend(?:s|ed)? up\b|\bup to\b|\bgo(?:es|ne|ing)?\b|\bwent\b|\bleave for\b|"
    r"\bleft for\b|\bmov(?:e|ed|es|ing)\b|\b(?:stay|stays|stayed|remains?|remained)\b(?! at)|"
    r"\bafter (?:<\d+>|leaving|he|she|that|this)\b|\bafterwards?\b|\blater\b|\bthen\b(?=[?. ]*$)|\bnew (?:job|"
    r"post|role|employer|company|venture)\b|\bsince\b"
)
_TO = (
    r"\bnow\b|\btoday\b|\bcurrently\b|\b(?:left|leaves?|leav\w+|quit|gave up|gives up|resigned|step\w+ down|"
    r"depart\w*)\b"
    r"[^.]{0,90}\b(?:to|for|after|and)\b|\bjoin(?:s|ed|ing)?\b|\b(?:takes?|taking|took|taken) (?:up|over|on)\b|"
    r"\bmov(?:e|es|ed|ing) (?:to|on|into|back|with)\b|\bwent (?:to|on|back)\b|\bretire[sd]?\b|\bdied\b|"
    r"\breturn(?:s|ed)?\b|"
    r"\b(?:started|founded|co-founded|set up|launched|opened)\b|\bbec(?:ame|omes?|oming)\b|\b(?:works?|"
    r"working) (?:at|for|on|as)\b|"
    r"\b(?:runs?|leads?|heads?|chairs?|teaches|advises|manages)\b|\bis (?:a|an|the|now|vice|head|chief|director|"
    r"partner|professor|"
    r"in|at|on|still|responsible)\b|\bwill\b[^.]{0,40}\b(?:join|leave|become|take|move|run|lead|head|stay|remain|"
    r"serve|keep|return)\b|"
    r"\b(?:appointed|named|promoted|hired|poached)\b|\bto (?:join|run|lead|head|found|start|set up|become)\b|"
    r"\bstay(?:s|ed)?\b|"
    r"\bremains?\b|现|如今|加入|加盟|出任"
)
_AFTER_WORDS = (
    "now today nowadays currently present next become became head heading headed happen happened end ended go goes "
    "gone going went leave left move moved moving job post role employer company venture do doing since work works "
    "working up former predecessor afterward afterwards later then"
)
KIN = (
    r"(?:wife|husband|spouse|partner|married|son|daughter|sons|daughters|child|children|brothers?|sisters?|siblings?|"
    r"father|mother|parents?|dad|mum|mom|family|uncle|aunt|cousins?|grand\w+|twins?|widow|fianc\w+)"
)
_ASKED_AND_GIVEN: tuple[tuple[str, str, str], ...] = (
    (
        r"\b(?:thesis|doctoral|phd|academic) (?:adviser|advisor|supervisor|father)\b|\bsupervis\w+|"
        r"\bunder (?:whom|which)\b|"
        r"\bmentor\w*|\b(?:adviser|advisor)\b(?= (?:at|of|in|for|during)? ?(?:<|the|his|her|\?|$))|\bwho(?:m|"
        r"se)?\b.*\b(?:advised|supervised|taught)\b|"
        r"\bstudent of\b|导师",
        r"\bsupervis\w*|\badvis[eo]rs?\b|\badvised\b|\bmentor\w*|\bunder (?:the )?(?:Prof|Dr|(?-i:[A-Z]))|"
        r"\bstudent of\b|\bpupil\b|"
        r"\bdisciple\b|\bwith (?:Prof|Dr)|\btaught (?:him|her)\b|导师|师从",
        "thesis doctoral phd academic adviser advisor supervisor supervise supervised mentor student advised taught "
        "doctorate professor teacher under father",
    ),
    (
        r"\b(?:new|next|own|latest|second|other|current|first) (?:\w+ )?(?:company|firm|start-?up|venture|"
        r"business|outfit)\b|"
        r"\b(?:what|which) (?:\w+ ){0,3}?(?:company|companies|firms?|start-?ups?|business|ventures?)\b.*"
        r"\b(?:start(?:ed)?|found|set up|launch(?:ed)?|created?|register(?:ed)?)\b|"
        r"\b(?:start(?:ed)?|found(?:ed)?|set up|launch(?:ed)?|created?) (?:his|her|the|a|an) (?:own )?(?:company|"
        r"firm|start-?up|business)\b",
        r"\b(?:start(?:s|ed|ing)?|found(?:s|ed|ing|er)?|co-?found\w+|set(?:s|ting)? up|launch\w*|register\w*|"
        r"creat(?:es|ed)|establish\w*|"
        r"(?:new|next|own|latest) (?:company|firm|start-?up|venture|business|outfit)|of (?:his|her) own|began|"
        r"behind)\b|创办|创立|成立",
        "new next own latest second other current first company companies firm start startup venture business "
        "outfit started "
        "found founded set up launch launched create created register registered",
    ),
    (
        r"\b(?:stud(?:y|ied|ies|ying)|graduat\w+|degrees?|doctor(?:ate|al)?|ph\.?d|masters?|mba|bsc|msc|"
        r"bachelor\w*|diploma|thesis|"
        r"universit(?:y|ies)|alumn\w+|alma mater|educat\w+|school|college|postdoc\w*|read|major(?:ed)?|"
        r"trained)\b|毕业|大学|博士|硕士",
        r"\b(?:stud(?:y|ied|ying|ies)|student (?:at|of|in)|doctoral student|graduat\w+|degrees?|doctor(?:ate|al)|"
        r"doctor (?:in|at|of|from|degree)|"
        r"ph\.?\s?d|master['’]?s?|mba|m\.?sc|b\.?sc|bachelor\w*|diploma|alumn\w+|educated|attended|trained (?:at|"
        r"as)|read \w+ at|"
        r"dropped out|thesis|major(?:ed)? in|undergraduate|postdoc\w*|postgraduate|schooled|(?:school|"
        r"class)mates?)\b|毕业|博士|硕士|本科",
        "study studied studying graduate graduated degree doctor doctorate doctoral phd master masters mba bsc "
        "msc bachelor diploma "
        "university universities alumnus alumni alma mater educated education school college read major majored "
        "trained title get got where",
    ),
    (
        r"\bsince when\b|\bhow long (?:has|have|had|was|were|did)\b",
        r"\b(?:since|appointed|joined|became|named|started|elected|took (?:over|up)|from|in|for|after|until|"
        r"lasted|spent)\b[^.]{0,60}"
        r"(?:\b(?:19|20)\d\d\b|years?|months?|weeks?|decades?)|\b(?:years?|months?|decades?) (?:at|in|as|with|"
        r"on)\b|自|以来",
        "since long join joined become start started take took board",
    ),
    (
        r"\bborn\b|\bbirth\w*|\bgr[eo]w up\b|\bnative\b|\bhail\w*|\bchildhood\b|\bnationality\b|"
        r"\bwhich country\b|出生|籍贯",
        r"\bborn\b|\bbirth|\bgrew up\b|\bnative of\b|\bhails?\b|\bchildhood\b|-born\b|\braised (?:in|by|on)\b|"
        r"出生|生于",
        "born birth birthplace grow grew native hail childhood nationality country",
    ),
    (
        r"\b(?:di(?:e|ed|es)|death|dead|passed away|alive|pass away)\b|去世",
        r"\b(?:died|dies|death|dead|passed away|killed|late|obituary|funeral|survived by|cause (?:was|"
        r"of death))\b|\d{4}\s?[-–]\s?\d{4}|去世",
        "die died death dead passed away alive",
    ),
    (rf"\b{KIN}\b|妻子|丈夫|儿子|女儿", rf"\b{KIN}\b|妻子|丈夫|儿子|女儿", ""),
    (
        r"\b(?:meet|met|got to know|get to know|know each other)\b",
        r"\b(?:meet|met|meeting|introduced|knew each other)\b",
     "meet met know each"),
    (r"\b(?:now|nowadays|currently|at present|bec(?:a|o)me of)\b(?! <when>)(?!.*\bbefore\b)", _TO, _AFTER_WORDS),
    (_ORIGIN, _FROM,
     "come came previous previously former formerly earlier prior past old job post role employer position work career "
     "company life used background poach poached lure lured hire hired before first do cv worked away firm institute "
     "institution employ where"),
    (_WHERETO, _TO, _AFTER_WORDS),
    (
        r"\b(?:leav(?:e|es|ing)|left|quits?|resign\w*|depart\w*|step\w* (?:down|aside)|sack(?:ed)?|fired|oust\w*|"
        r"out at|g[ai]ve[sn]? up)\b",
        r"\b(?:leav\w+|left|quits?|resign\w*|depart\w*|step\w* (?:down|aside|back)|sack(?:ed)?|fired|oust\w*|"
        r"part\w* (?:ways|company)|"
        r"gone|retir\w+|until|exit\w*|dismiss\w*|walked out|gave up|no longer|lured?|poached|hired away|"
        r"moved to)\b|离|辞",
        "give gave up leave left leaving quit resign resigned depart departed step stepped aside down sacked "
        "fired ousted",
    ),
    (
        r"\bhobb(?:y|ies)\b|\bfree time\b|\bspare time\b|\bweekends?\b",
        r"\bhobb|\bspare time|\bfree time|\bweekend|\bplays?\b|\bcollects?\b|"
     r"\bkeeps? (?:bees|a)\b|\bsails?\b|\bclimbs?\b|\bruns marathons\b", "hobby hobbies free spare time weekend"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that may be asked of a person."""

    given: Pattern
    words: frozenset[str]
    """Stems of the words that ask for it; a sentence need not hold them."""

    def given_in(self, text: str) -> bool:
        """Whether a sentence tells it."""
        return bool(self.given.search(text))

    def fits(self, text: str) -> int:
        """How often a sentence speaks of it."""
        return min(3, sum(1 for _ in self.given.finditer(text)))


_ASPECTS = tuple(
    (Pattern(asked), Aspect(Pattern(given, re.I), stems(words))) for asked, given, words in _ASKED_AND_GIVEN
)


_ASIDE = Pattern(
    r"(?<=\S),? (?:since|after|when|once|while|as soon as|before|now that|until|till|by the time|"
    r"(?<!for )as)\b (?!<when>|that\b|this\b|then\b)"
    r"\S.*$|(?<=\S) (?:in order )?to (?:found|start|set up|join|launch|build|create|establish)\b.*$"
)
_ASIDE_FIRST = Pattern(r"^(?:since|after|when|once|while|before|until|prior to)\b [^,]{3,80}, (?=\S)")
_AND_OTHERS = Pattern(
    r",? and (?:his|her|their|the other) (?:[\w-]+ )?(?:co-?founders?|colleagues?|team|partners?|staff|friends?)\b"
)
_LOOSE = stems(
    "involve involved role part play job do done doing work call called name named exactly actually title "
    "position post "
    "profession stay stayed last lasted spend spent remain time living person life story describe tell known"
)
"""Words of a question on somebody's life that no sentence need hold."""


def main_part(shape: str) -> str:
    """A question without what only says of when it asks: "what has she done since <1> bought the firm"."""
    return _ASIDE.sub("", _ASIDE_FIRST.sub("", _AND_OTHERS.sub("", shape)), count=1)


def asking_words(shape: str) -> frozenset[str]:
    """Stems of the words of a question that ask for what sentences tell otherwise."""
    return frozenset().union(_LOOSE, *(one.words for one in aspects_of(shape)))


_OF_KIN = Pattern(rf"\b{KIN}\b")


def is_of_kin(shape: str) -> bool:
    """Whether a question is about somebody's relatives."""
    return bool(_OF_KIN.search(shape))


@lru_cache(maxsize=256)
def aspects_of(shape: str) -> tuple[Aspect, ...]:
    """What a question of that shape asks of a person, beside its words; the first decides."""
    return tuple(aspect for asked, aspect in _ASPECTS if asked.search(shape))
