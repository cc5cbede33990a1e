"""What a question of a word or two asks of a company or a product, and which sentences give it.

"acme customers" is answered by who uses what Acme makes, and by no other sentence on Acme.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answers.asked.question import Clause
from bot.answers.intents.goods import asks_goods
from bot.answers.proof.kinds import asked_thing
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_KIND = r"(?:(?!<)[a-z-]+ ){0,2}"


def _nouns(nouns: str) -> str:
    """How something of theirs is asked for in a few words: "acme's first customers", "customers of Acme"."""
    return (
        rf"^(?:(?:what|who|which) (?:are|is|were) )?(?:the )?<\d+>(?:'s)? {_KIND}(?:{nouns})\W*$|"
        rf"^(?:(?:what|who|which) (?:are|is|were) )?(?:the |any )?{_KIND}(?:{nouns}) (?:of|for|at) (?:the )?<\d+>\W*$|"
        rf"^(?:what|who|which|how (?:much|many)) (?:{nouns}) (?:does|do|did|has) <\d+> (?:have|has|had|got|own)?\W*$"
    )


_GOOD = (
    r"(?:robots?|humanoids?|machines?|units?|arms?|hands?|trucks?|drones?|systems?|products?|software|carts?|kits?|"
    r"vehicles?|hundreds|thousands|dozens?|sets|pieces|\d[\d,]*)"
)
_MAKES = Pattern(
    r"\b(?:makers?|developers?|creators?|producers?|manufacturers?|builders?|suppliers?|sellers?|providers?)\b|"
    r"\b(?:makes|builds|develops|sells|produces|manufactures|designs|offers|supplies|is building|is developing|"
    r"build|sell|develop|produce) (?!up\b|it\b|out\b|off\b)|"
    r"\b(?:known|famous|noted) (?:above all |mainly |mostly |best )?(?:for|as)\b|"
    r"\bits? (?:[\w-]+ )?(?:products?|robots?|humanoids?)\b|\bbehind (?:the|an?) |"
    rf"\b(?:launch|unveil|releas|introduc|show|present)\w* (?:[\w-]+ ){{0,4}}?{_GOOD}\b",
    re.I,
)
_WHO_USES = (
    r"hospitals?|farms?|warehouses?|restaurants?|hotels?|universit(?:y|ies)|laborator(?:y|ies)|labs?|schools?|airports?|"
    r"car ?makers?|automakers?|retailers?|factories|plants?|growers?|farmers?|compan(?:y|ies)|firms?|giants?|groups?|"
    r"utilit(?:y|ies)|mines?|shipyards?|homes?|researchers|shops?|stores?|operators?|households|parks?|ports?|sites?"
)
_USED = Pattern(
    r"\b(?:customers?|clients?|buyers?|users?|uses|using|in use|deploy\w*|operates?|rents?|rented|rental|"
    r"leas(?:es|ed|ing)|trial\w*|pilot\w*|adopt\w*|install\w*|in service|on duty|at work|employs|fleet)\b|"
    rf"\b(?:bought|buys?|buying|orders?|ordered|purchas\w+|takes|taken|tests?|tested|testing|has|have|had|runs?|"
    rf"owns?) (?:[\w,-]+ ){{0,5}}?{_GOOD}\b|\b{_GOOD} (?:[\w-]+ ){{0,4}}?(?:work(?:s|ed|ing)?|run(?:s|ning)?|moving|"
    r"stand|went|go|sold|delivered|shipped|are|were) (?:[\w-]+ ){0,3}?(?:at|in|for|to|by)\b|"
    r"\b(?:orders?|contracts?|deals?|agreement|signed) (?:[\w,-]+ ){0,6}?(?:from|with|by)\b|"
    r"\b(?:suppl(?:y|ies|ied)|deliver(?:s|ed)?|sells?|sold|ships?|shipped) (?:[\w,$-]+ ){0,5}?to\b",
    re.I,
)
_SORT_OF_USER = Pattern(rf"\b(?:{_WHO_USES})\b", re.I)
_OF_STAKES = Pattern(
    r"\b(?:stakes?|shareholders?|invest(?:ed|ors?|ment)|rounds?|valu(?:ed|ation)|acqui\w+|takeover|ipo|shares?)\b", re.I
)
_GOODS_SOLD = Pattern(rf"\b(?:customers?|clients?|{_GOOD})\b", re.I)
_CUSTOMERS = Pattern(
    r"\b(?:customers?|clients?) (?:are|is|were|include\w*|come|range|such as|like|in|from|among)\b", re.I
)
_MADE_AT = Pattern(
    r"(?i:\b(?:its|own|their|new|second|first|third|an?|the|'s|’s)) (?:[a-z][a-z-]{1,20} ){0,3}(?:factory|factories|"
    r"plants?|workshop|assembly|production (?:line|site|hall|base|facility))\b|"
    r"\b(?:[Mm]anufactur|[Aa]ssembl|[Pp]roduc)\w* (?:[\w-]+ ){0,5}?(?:in|at|near|outside) |"
    r"\b(?:built|builds?|made|makes?) (?:[\w-]+ ){0,4}?(?:in|at|near|outside|by) (?:an? |the )?(?:[a-z-]+ ){0,3}[A-Z]|"
    r"\b(?:[Ff]actory|[Pp]lant|[Hh]all|[Ww]orks|[Bb]ase) (?:[\w-]+ ){0,2}?(?:in|at|near|outside) [A-Z]|"
    r"\b(?:[Hh]all|[Pp]lant|[Ff]actory) (?:in|at) \w+ (?:will|makes?|builds?)\b"
)
_NUMBER = r"\b(?:\d[\d,.]*|dozens|hundreds|thousands|two|three|four|five|six|seven|eight|nine|ten)\b"
_CAPACITY = Pattern(
    rf"^(?=.*{_NUMBER}).*\b(?:capacit\w+|an? (?:year|month|week)|per (?:year|month|annum)|annual\w*|turns? out|output|"
    r"yearly|monthly)\b",
    re.I,
)
_SHIPPED = Pattern(rf"^(?=.*{_NUMBER}).*\b(?:ship\w*|deliver\w*|sold|sells?|sales|units|sets|placed|handed)\b", re.I)
_SUPPLIED = Pattern(
    r"\bsuppl\w+|\bprovid(?:es?|ed|ers?|ing)\b|\bsourc\w+|\bvendors?\b|\b(?:buys|bought|gets|comes?|come) "
    r"(?:[\w-]+ ){0,6}?from\b|\bmade by\b|\bfrom [A-Z]\w+ (?:come|comes)\b",
    re.I,
)
_TOGETHER = Pattern(
    r"\bpartner\w*|\btogether\b|\bjoint\w*|\balliance\b|\bcollaborat\w+|\bcooperat\w+|\bco-operat\w+|\bagree(?:d|ment|s)?\b|"
    r"\bteam(?:s|ed|ing)? up\b|\bsign(?:s|ed)?\b|\bworks? with\b|\bworking with\b|\bcontract\b|\bdeal with\b",
    re.I,
)
_PATENTS = Pattern(r"\bpatents?\b|专利", re.I)
_SOLD_TO = Pattern(
    r"\b(?:export\w*|abroad|overseas|international\w*|countr(?:y|ies)|markets?|sells?|sold|ship\w*|deliver\w*|"
    r"available|customers?)\b",
    re.I,
)


def _kind(discourse: Discourse, passage: Passage, kinds: tuple[str, ...]) -> Ids:
    return frozenset(i for i in discourse.ids(passage) if discourse.kind(i) in kinds)


def _asked(discourse: Discourse, clause: Clause) -> Ids:
    """Those who are asked about, with whoever makes them."""
    asked = frozenset[str]().union(*clause.groups())
    return asked | frozenset(k for i in asked if discourse.kind(i) == "product" for k in discourse.facts.kin(i))


def _names_goods(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence names a product of those asked about, or says what they make."""
    asked = _asked(discourse, clause)
    made = _kind(discourse, passage, ("product",))
    return any(discourse.facts.kin(one) & asked for one in made) or bool(_MAKES.search(passage.text))


def _names_user(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence tells that somebody uses or buys what they make, and who."""
    text = passage.text
    if " | " in text:
        return True
    if not _USED.search(text) or (_OF_STAKES.search(text) and not _GOODS_SOLD.search(text)):
        return False
    asked = _asked(discourse, clause)
    others = _kind(discourse, passage, ("org",)) - asked
    if len(others) > 1 and not discourse.names_one(passage, asked):
        return False  # one of the others uses what another makes
    return bool(others) or bool(_CUSTOMERS.search(text)) or bool(_SORT_OF_USER.search(text))


def _names_other(pattern: Pattern) -> Callable[[Discourse, Clause, Passage], bool]:
    """A sentence has to say so, and to name another company."""

    def given(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
        others = _kind(discourse, passage, ("org",)) - _asked(discourse, clause)
        return bool(others) and bool(pattern.search(passage.text))

    return given


def _says(pattern: Pattern) -> Callable[[Discourse, Clause, Passage], bool]:
    return lambda discourse, clause, passage: bool(pattern.search(passage.text))


def _says_where(pattern: Pattern) -> Callable[[Discourse, Clause, Passage], bool]:
    """A sentence has to say so, and to name a place."""
    return lambda discourse, clause, passage: bool(
        pattern.search(passage.text) and _kind(discourse, passage, ("place",))
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked in a word, and whether a sentence gives it."""

    asked: Pattern
    given: Callable[[Discourse, Clause, Passage], bool]


_ROWS = (
    _Asked(
        Pattern(
            _nouns("customers?|clients?|users?|buyers|customer (?:list|base)")
            + r"|^who (?:uses|operates|deploys|rents) (?:the )?"
            r"<\d+>(?:'s)?(?: robots?| machines?| products?)?\W*$"
        ),
        _names_user,
    ),
    _Asked(
        Pattern(
            _nouns("factory|factories|plants?|production (?:sites?|plants?)|manufacturing")
            + r"|^where (?:does|do|did|will|is|are|was|were) (?:the )?<\d+>(?:'s)? (?:[a-z]+ ){0,3}?(?:build|make|"
            r"manufacture|produce|assemble|built|made|produced|manufactured|assembled)\b"
        ),
        _says(_MADE_AT),
    ),
    _Asked(Pattern(_nouns("capacity|output|production capacity")), _says(_CAPACITY)),
    _Asked(Pattern(_nouns("shipments?|deliveries|units sold|sales volume|unit sales")), _says(_SHIPPED)),
    _Asked(
        Pattern(
            _nouns("suppliers?|vendors?") + r"|^(?:who|which \w+) (?:suppl(?:y|ies)|provides|delivers to) (?:parts |"
            r"components |\w+ )?(?:for |to )?<\d+>\W*$"
        ),
        _names_other(_SUPPLIED),
    ),
    _Asked(Pattern(_nouns("partners?|partnerships?|collaborations?|alliances?")), _names_other(_TOGETHER)),
    _Asked(Pattern(_nouns("patents?")), _says(_PATENTS)),
    _Asked(
        Pattern(
            r"^(?:(?:in|to) )?(?:which|what) (?:countries|markets) (?:does|do|is|are|has) (?:the )?<\d+>|"
            r"^where (?:does|do) <\d+> (?:sell|ship|deliver)\b|^<\d+>(?:'s)? (?:markets|exports|countries)\W*$"
        ),
        _says_where(_SOLD_TO),
    ),
)


def giving(discourse: Discourse, clause: Clause, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Of some sentences those that give what is asked in a word; all of them where something else is asked."""
    test = _test(clause)
    if test is None:
        return tuple(passages)
    return tuple(p for p in passages if _HAN.search(p.text) or test(discourse, clause, p))


def _test(clause: Clause) -> Callable[[Discourse, Clause, Passage], bool] | None:
    """What a sentence has to give; None where something else is asked than what is known here."""
    if len(clause.groups()) != 1 or clause.pronoun or clause.asked or clause.again:
        return None
    if asks_goods(clause):
        return _names_goods
    row = next((row for row in _ROWS if row.asked.search(clause.shape)), None)
    if row is not None:
        return row.given
    thing = asked_thing(clause.shape) if _IN_A_WORD.search(clause.shape) else None
    if thing is None:
        return None
    return lambda discourse, clause, passage: " | " in passage.text or thing.in_text(passage.text)


_HAN = Pattern("[\u4e00-\u9fff]{3}")
"""Chinese, which these English words do not weigh."""
_IN_A_WORD = Pattern(r"^<\d+>(?:'s)? (?:[a-z-]+ )?[a-z-]+\W*$")
