"""Posts: what a person is called, in the singular and by a word for a post, at a house and not a field or an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.people.titles import HEAD
from bot.extraction.sifting.sides import EVENT
from bot.extraction.sifting.spans import READ, dated, naming, sentences, speaks_of, without, words
from bot.model.when import When
from bot.names.people import is_statesperson

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.extraction.text.context import Context

_PLURAL: Final = re.compile(
    r"(?P<one>.*\b(?:professor|(?:co)?founder|director|partner|engineer|researcher|scientist|developer|adviser|advisor|"
    r"president|head|manager|analyst|chair|member|executive|student|lecturer|architect|designer))s"
    r"(?P<rest>(?: (?:of|for|at|in) .*)?)",
    re.IGNORECASE,
)
_NO_HOUSE: Final = re.compile(
    r"(?:physical|embodied|generative|agentic|artificial|general) (?:ai|intelligence)|robotics|humanoids?|ai",
    re.IGNORECASE,
)
"""A field, where nobody holds a post."""
_ONE_WORD: Final = re.compile(r"[a-z-]+")
_IS_TITLE: Final = re.compile(HEAD)
_REPORTS_TO: Final = re.compile(r"\breport(?:s|ed|ing)? (?:directly )?to (?:the )?(?:[a-z-]+ ){0,3}\Z")
"""Before whom somebody answers to, whose post the one before it is not."""
_OFFICERS: Final = re.compile(r"\b(?:Officers|Executives|Founders|Directors|Engineers|Partners|Managers)\Z")
"""At the end of what is no person's name."""
_NO_POST: Final = frozenset({
    "it", "role", "remote", "hand", "hands", "arm", "arms", "surgical", "research", "science", "robotics", "technology",
    "software", "hardware", "development", "engineering", "production", "senior positions", "board", "team",
    "board of directors", "product",
    "data", "design", "sales", "marketing", "operations", "follows", "remember", "designed", "managed", "teaching",
    "joined", "works", "worked",
    "experience", "technical", "oversee", "oversees", "overseeing", "oversaw", "tech", "titan", "tycoon",
    "mogul", "billionaire",
})  # fmt: skip
"""What somebody works on or does, by itself."""
_PROGRAMME: Final = r"[\"”]? (?:plan|program|programme|scheme|prize|award)\b"
"""Behind what is no title but what a programme is called."""
_CALLED_POST: Final = re.compile(r"(\S.*) (?:role|post|position|job)")
_FOUNDER: Final = re.compile(r"\b(?:founder|CEO|chief executive)\b", re.IGNORECASE)
_SCHOOL: Final = re.compile(r"\b(?:University|College|School of|Institute of Technology)\b")
_ADJECTIVE: Final = re.compile(r"-(?:listed|backed|owned|controlled|funded|based|trained|neighbou?r)\b")
"""Behind a name that only describes another house."""
_HEAD_OFFICE: Final = re.compile(r"\bhead (?:office|quarters)\b", re.IGNORECASE)
_ONLOOKER: Final = re.compile(
    r"(?:(?:AI|robotics|robot|industry|independent|tech|technology|automation) )+(?:researcher|expert|analyst|critic|"
    r"observer|journalist|blogger|consultant|commentator|enthusiast|investor)",
    re.IGNORECASE,
)
"""Who is asked what he thinks of a house, and is at none that is told."""
_NOT_TAKEN: Final = re.compile(
    r"\b(?:has|have|had|was|were) (?:not|never) (?:been )?(?:accepted|taken|become|appointed|joined|assumed|hired)\b|"
    r"\bdid not (?:accept|become|join|take up)\b"
)
"""Around a post that somebody does not hold after all."""


_NO_LONGER: Final = r"\bno longer (?:its |the |their |his |her |a |an |[A-Z][\w-]+['’]s? )?(?:[a-z-]+ )?"
"""Before a title that somebody has laid down."""
_TO_JOIN: Final = re.compile(
    r"\b(?:left|leaves|quit|departed)\b[^.;]{0,40} (?:to (?:join|teach at|work (?:at|for)|return to|go to)|for) "
    r"(?:the )?\Z"
)
_LEFT_ON: Final = re.compile(
    r"\b(?:left|leaves|leaving|quit|departed|resigned|stepped down) (?:(?:back |late |early )?(?:in|on) )?\Z"
)
_REACH: Final = 30
"""Around the date on which somebody left one house for another."""
_AT: Final = re.compile(r"[^.;”\"]{0,60}? (?:at|of|for|with) (?:the )?")
_LONG: Final = 12
"""Letters of a title that is no other's by chance."""
_LAST_DAY: Final = re.compile(
    r"\blast (?:working )?day (?:there |[a-z ]{0,20})?(?:(?:is|was|will be|to be|being)(?: set for)?|set for) (?:on )?"
)
_RAN_UNTIL: Final = re.compile(r"\b(?:ran|headed|led|managed|worked (?:at|for)|was (?:with|at)) [^.;]{3,60}? until \b")
"""Before the end of a post: its last day, or that of one at the house which is named."""
_WITH: Final = re.compile(
    r"\b(?:(?:project|partnership|deal|contract|agreement|cooperation|collaboration) with|"
    r"(?:company|companies|firms?|startups?|houses?|ones?) (?:like|such as)) (?:the )?\Z"
)
_BESIDE: Final = re.compile(r",? (?:\([^()]{1,40}\),? )?(?:(?:an?|the|its|former|now|then|once|long-time) ){0,3}")
"""Between a person and the title that is told behind the name."""


def _post(context: Context, draft: Draft) -> Draft | None:
    """A post at a house that the sentence names for itself, under a title that is one."""
    if draft.kind != "role":
        return draft
    house, title, text = str(draft.slots["organization"]), draft.slots.get("title"), words(context, draft)
    if (
        (_NO_HOUSE.fullmatch(house) and context.registry.lookup(house) is None)
        or EVENT.fullmatch(house)
        or _only_describes(context, draft, house)
        or _OFFICERS.search(person := str(draft.slots["person"]))
        or EVENT.fullmatch(person)
        or (title is None and is_statesperson(person))
    ):
        return None
    draft = _in_order(_left(context, draft, text))
    if not isinstance(title, str):
        return None if _only_partner(context, draft, house) else draft
    if (title == "head" and _HEAD_OFFICE.search(text)) or _NOT_TAKEN.search(text):
        return None
    if "end" not in draft.slots and re.search(_NO_LONGER + re.escape(title), text, re.IGNORECASE):
        return None
    starts = [mention.start for mention in naming(context, draft, str(draft.slots["person"]))]
    if (
        starts
        and title in text
        and all(
            (met := _REPORTS_TO.search(context.text, max(draft.start, at - _REACH), at)) is not None
            and draft.start + text.index(title) < met.start()
            for at in starts
        )
    ):
        return None
    if _FOUNDER.search(title) and _SCHOOL.search(house):
        return None
    if called := _CALLED_POST.fullmatch(title):
        return without(draft, title=called[1])
    if _ONLOOKER.fullmatch(title) and not naming(context, draft, house):
        return None
    if draft.score <= READ and _ONE_WORD.fullmatch(title) and not _IS_TITLE.search(title):
        return without(draft, title=None)
    if title.casefold() in _NO_POST and text.strip() == title:
        return None
    if title in _NO_POST or re.search(re.escape(title) + _PROGRAMME, text):
        return without(draft, title=None)
    plural = _PLURAL.fullmatch(title)
    return without(draft, title=plural["one"] + plural["rest"]) if plural is not None else draft


def _in_order(draft: Draft) -> Draft:
    """A post that does not end before it begins: such an end is that of another post of the sentence."""
    start, end = draft.slots.get("start"), draft.slots.get("end")
    turned = isinstance(start, When) and isinstance(end, When) and end.end < start.start
    return without(draft, end=None) if turned else draft


def _left(context: Context, draft: Draft, text: str) -> Draft:
    """The end of a post: the last day that is told; none that is the end of time at another house."""
    start, end, house = draft.slots.get("start"), draft.slots.get("end"), str(draft.slots["organization"])
    joined = house in text and _TO_JOIN.search(text, 0, text.index(house))
    if isinstance(end, When) and joined and (start is None or start == end):
        draft, end = without(draft, end=None), None
    if isinstance(start, When) and not joined and _all_left(context, draft, start):
        draft = without(draft, start=None)
    if not isinstance(end, When):
        return draft
    last = _LAST_DAY.search(text)
    for sentence in sentences(context, draft):
        if last is not None:
            days = [d.when for d in sentence.dates if d.when is not None and d.start >= draft.start + last.end() - 3]
            return without(draft, end=days[0]) if days else draft
        houses = {m.cluster.name for m in sentence.mentions if m.kind == "org" and not m.anaphoric}
        elsewhere = _RAN_UNTIL.search(sentence.text)
        if elsewhere is not None and houses and house not in houses:
            return without(draft, end=None)
    return draft


def _all_left(context: Context, draft: Draft, when: When) -> bool:
    """Whether the date of a post is told only as that on which somebody left one."""
    told = [
        _LEFT_ON.search(context.text, max(s.start, d.start - _REACH), d.start) is not None
        for d, s in dated(context, draft, when)
    ]
    return bool(told) and all(told)


def own(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a title that is said once, right behind a name, with that person alone."""
    kept = [
        d
        for d in drafts
        if d.kind != "role" or not (_is_other_turn(context, d, drafts) or _is_told(context, d, drafts))
    ]
    kept = [d for d in kept if d.kind != "role" or not _is_elsewhere(context, d, kept)]
    return [
        without(d, title=None) if d.kind == "role" and (_is_anothers(context, d, kept) or _is_taken(context, d)) else d
        for d in kept
    ]


def _is_told(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a title is told without a house, of who holds it at another that is named beside it elsewhere."""
    title, house = draft.slots.get("title"), draft.slots["organization"]
    if not isinstance(title, str) or any(speaks_of(s, house) for s in sentences(context, draft)):
        return False
    return any(
        other.kind == "role"
        and other.slots["person"] == draft.slots["person"]
        and other.slots["organization"] != house
        and "end" not in other.slots
        and title.casefold() in str(other.slots.get("title", "")).casefold()
        and bool(naming(context, other, str(other.slots["organization"])))
        and bool(naming(context, other, str(draft.slots["person"])))
        and title.casefold() in words(context, other).casefold()
        for other in drafts
    )


_RIGHT_AHEAD: Final = re.compile(r"(?: ?\([^()]{1,30}\))? ")
"""Between a house and the title of its officer, whose ticker may stand there."""


def _is_taken(context: Context, draft: Draft) -> bool:
    """Whether a title stands, the only time that it is told, right before the name of another person or behind another
    house with a name after it ("ex-Foo CEO Jane Doe at Bar", "President Jane Doe's guest")."""
    title, person, sentence = draft.slots.get("title"), draft.slots["person"], next(sentences(context, draft), None)
    if not isinstance(title, str) or sentence is None or words(context, draft).count(title) != 1:
        return False
    at = context.text.find(title, draft.start, draft.end)
    named = [m for s in sentences(context, draft) for m in s.mentions if not m.anaphoric]
    behind = next((m for m in named if m.kind == "person" and m.start == at + len(title) + 1), None)
    if behind is None:
        return False
    ahead = next(
        (m for m in named if m.kind == "org" and m.end < at and _RIGHT_AHEAD.fullmatch(context.text, m.end, at)), None
    )
    if behind.cluster.name != person:
        return True
    return ahead is not None and ahead.cluster.name != draft.slots["organization"] and ahead.cluster.owner is None


def _is_elsewhere(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a post is told at the house that is printed behind its title, and here at one of other sentences."""
    title, house = draft.slots.get("title"), str(draft.slots["organization"])
    if not isinstance(title, str) or len(title) < _LONG or _is_behind(context, draft, title, house):
        return False
    begin = title.split(",")[0][:_LONG]
    return any(
        d.kind == "role"
        and d.slots["person"] == draft.slots["person"]
        and d.slots["organization"] != house
        and d.start < draft.end
        and draft.start < d.end
        and begin.startswith(str(d.slots.get("title", "-"))[:_LONG])
        and _is_behind(context, d, title, str(d.slots["organization"]))
        for d in drafts
    )


def _is_behind(context: Context, draft: Draft, title: str, house: str) -> bool:
    """Whether a house is printed behind a title ("head of sales and service at Vantor")."""
    at = words(context, draft).find(title)
    end = draft.start + at + len(title)
    return at >= 0 and any(_AT.fullmatch(context.text, end, m.start) for m in naming(context, draft, house))


def _is_other_turn(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a title is that of another in turn ("Ann and Paul became CEO and CTO, respectively")."""
    text = words(context, draft)
    beside = [
        d for d in drafts if d.kind == "role" and (d.start, d.end) == (draft.start, draft.end) and "title" in d.slots
    ]
    if "respectively" not in text or "title" not in draft.slots:
        return False
    people = sorted({str(d.slots["person"]) for d in beside}, key=text.find)
    titles = sorted({str(d.slots["title"]) for d in beside}, key=text.find)
    in_turn = len(people) == len(titles) > 1 and all(name in text for name in people + titles)
    return in_turn and people.index(str(draft.slots["person"])) != titles.index(str(draft.slots["title"]))


def _is_anothers(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the title of a post is told right behind another's name, who holds it, too, and nowhere else."""
    title, person, sentence = draft.slots.get("title"), draft.slots["person"], next(sentences(context, draft), None)
    if not isinstance(title, str) or sentence is None or sentence.text.count(title) != 1:
        return False
    at = sentence.start + sentence.text.index(title)
    before = [m for m in sentence.mentions if m.kind == "person" and not m.anaphoric and m.end <= at]
    if not before or before[-1].cluster.name == person or any(m.cluster.name == person for m in before):
        return False
    house = str(draft.slots["organization"])
    beside = context.text[before[-1].end : at].replace(house, "").replace("  ", " ")
    return _BESIDE.fullmatch(beside) is not None and any(
        other.kind == "role"
        and other.slots["person"] == before[-1].cluster.name
        and other.slots["organization"] == house
        and other.slots.get("title") == title
        for other in drafts
    )


def _only_partner(context: Context, draft: Draft, house: str) -> bool:
    """Whether a house is named only as one that something is done together with."""
    starts = [mention.start for mention in naming(context, draft, house)]
    return bool(starts) and all(_WITH.search(context.text, max(draft.start, at - _REACH), at) for at in starts)


def _only_describes(context: Context, draft: Draft, house: str) -> bool:
    """Whether a house is named only to describe another ("Nasdaq-listed Vantor")."""
    ends = [mention.end for mention in naming(context, draft, house)]
    return bool(ends) and all(_ADJECTIVE.match(context.text, end) for end in ends)


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_post,)
