"""What is asked of the sources of the answer before: which article says so, who told it, when it was published."""

from __future__ import annotations

from bot.answers.asked.memory import Focus
from bot.answers.desk import Desk
from bot.answers.followups.other_times import places
from bot.answers.found import Found
from bot.answers.text import echo
from bot.grammar.patterns import Pattern
from bot.model.answer import Citation, Line

SAYS_SO = Pattern(
    r"^(?:(?:in |from )?(?:which|what) (?:article|paper|source|outlet|report)s?(?: exactly)?|"
    r"(?:which|what) (?:article|paper|source|outlet|report)s? (?:says?|said|tells?|told|is|was|reported|"
    r"wrote)(?: (?:so|that|it|this|us that))?(?: from| in)?|who (?:says?|said|told|claims?|wrote|reports?)(?: (?:so|"
    r"that|it|this))?|says who|(?:(?:what|which) (?:is|are|was|were) |(?:can|could) (?:you|i|we) (?:show|see|have|"
    r"get)(?: me| us)? |(?:please )?(?:show|give|quote|send)(?: me| us)? )?(?:the |your |its |any |a )?(?:exact |"
    r"original |full )?(?:sources?|sentences?|quotes?|citations?|links?|wording)(?: (?:for|of|behind) (?:that|this|it|"
    r"them))?|do (?:the |your |all )?(?:sources|articles|reports|papers) (?:agree|differ|disagree)(?: on (?:that|this|"
    r"it))?|where (?:does it say|do you have|did you read|is) (?:that|it|this)(?: from| written)?|according to (?:whom|"
    r"who)|who (?:reported|published) (?:that|it|this)|(?:are|r) (?:you|u) (?:really |quite |very )?(?:sure|"
    r"certain)(?: (?:about|of) (?:that|this|it))?|really|(?:any )?(?:proof|evidence)|prove it|why (?:do|"
    r"would) you (?:think|say|believe) (?:so|that|this)|how (?:do|can) you know(?: (?:that|this|it))?|(?:(?:that|this|"
    r"it) is |you are )?(?:wrong|false|incorrect|mistaken|not (?:true|right|correct)))$"
)
PUBLISHED = Pattern(
    r"^(?:when (?:was|is|were) (?:that|this|it|the (?:article|report|story|source))(?: from)? ?(?:published|written|"
    r"reported|printed|posted|out|said)?|how (?:fresh|recent|old|current|new|up[- ]to[- ]date)(?: (?:is|are) (?:that|"
    r"this|it|the (?:article|source|report|figure|number|data)))?|(?:what is )?(?:the )?(?:date|"
    r"publication date)(?: (?:of|on) (?:that|this|it|the (?:article|source)))?|(?:from|of|as of) when(?: is (?:that|"
    r"this|it))?|(?:what|which) (?:date|day|year) is (?:that|this|it) (?:from|of))$"
)
"""How old what was told is."""
_MOST = 3


def source_lines(desk: Desk, last: Focus) -> tuple[Line, ...]:
    """One line that names the articles which the answer before rests on, with their dates."""
    rests = [s.citation for told in last.told[:_MOST] for s in told.statements[:1]]
    rests += [p.citation for p in (last.passages or tuple(places(desk, Found(last.clause, last.told, ()))))[:_MOST]]
    by_article: dict[str, Citation] = {}
    for one in rests:
        by_article.setdefault(one.source, one)
    cited = list(by_article.values())[:_MOST]
    told = "; ".join(map(_named, cited))
    return (Line(f"{_left_open(desk)} in {told}", tuple(cited)),) if cited else ()


def _left_open(desk: Desk) -> str:
    """What the line on the sources begins with: with the question since the answer before, if nothing answered it."""
    since = desk.memory.foci[0] if desk.memory.foci else None
    if since is None or since.told or since.passages or since.answer or not since.clause.text:
        return "Told"
    return f"Nothing in the articles answers “{echo(since.clause.text)}”; what was told before it is told"


def _named(one: Citation) -> str:
    """An article by its title, with who published it and when."""
    title = f"“{one.title}”" if one.title else one.source
    when = one.published or "no date told"
    return f"{title} ({', '.join(filter(None, (one.publisher or one.source, when)))})"
