"""Sentences that hold what a question asks of somebody else: the post of another company, a sum paid the other way."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.fitting import title_of
from bot.answers.intents.people import asked_post
from bot.answers.query import Ids
from bot.answers.sentences.deals.contributions import is_of_whole
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.signs import WHOLE_NAME
from bot.answers.titles import POST, fits, posts
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.store.read import EventQuery, Passage

_PAYER = Pattern(
    r"<(\d+)>(?:'s)? (?:(?:has|have|had|will) )?(?:pay|pays|paid|paying) (?:to )?(?:the )?<\d+>|"
    r"\b(?:did|does|do|will|has|have) (?:the )?<(\d+)> (?:pay|paid) (?:to )?(?:the )?<\d+>"
)
_SELLS = Pattern(r"(?:'s|’s)?[^.;,]{0,30}?\b(?:sold|sells|(?:will|to) sell|selling|parted with|licensed out)\b", re.I)
_POST_AFTER = Pattern(rf"(?:'s|’s)?,? (?:(?:new|former|current|interim|acting|its) )?(?P<post>{POST})\b", re.I)
_POST_BEFORE = Pattern(rf"(?P<post>{POST}) (?:of|at) (?:the )?$", re.I)
_OPENS = Pattern(rf"\W{0, 4}(?:the )?(?P<post>{POST}) (?-i:[A-Z])", re.I)
"""A sentence that begins with somebody's post and says not where."""
_CERTAIN = frozenset(
    (
        "ceo",
        "cto",
        "cfo",
        "coo",
        "cmo",
        "cpo",
        "cco",
        "chro",
        "counsel",
        "board",
        "chief-scientist",
        "chair",
        "secretary",
    )
)
"""Posts of which a company has one, and that have a name of their own."""
_INSTEAD_OF = Pattern(
    r"\b(?:now that|after|since|instead of|before|succeed\w*|replac\w*|follow\w*|took over (?:from|for)|"
    r"takes over (?:from|for)) (?:the )?<(\d+)>"
)
_COMES_AFTER = Pattern(
    r"(?:–|\b(?:he|she))\s+(?:will |is to |has )?(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|follow(?:s|ed)?|"
    r"(?:take|takes|took|taking) over (?:from|for))\b(?!\s*–)",
    re.I,
)
"""Whoever is gone came after somebody else: that says nothing of who came after them."""
_RANK = Pattern(
    r"\b(?:Senior|Executive|Vice|President|Chief|Officer|Director|Managing|Chairman|General|Manager|Financial|"
    r"Operating|Technology)\b"
)
_ARTICLE = Pattern(r"\b(?:The|An?|Its|Our|This|In|On|At) (?=[A-Z])")
_PRONOUN = Pattern(r"\b(?:he|she)\b|[他她]", re.I)
_RUNS = Pattern(r"\b(?:runs?|ran|leads?|led|heads?|headed|boss|helm|interim|charge)\b", re.I)
_SERVED = Pattern(
    r"^(?:and |so )?who (?:has |have |is |was |also ){0,2}(?:advis(?:ed|es|ing)|represent(?:ed|s|ing)) (?:the )?<(\d+)>"
)
_SERVES = Pattern(r"\b(?:advis\w+|counsel\w*|represent\w*|bank\w*|law\w*|act(?:s|ed|ing) for|securities)\b", re.I)
_HANDS_OVER = Pattern(
    r"–\s+(?:will |is to |has |then )?(?:(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?) (?:[\w’']+ ){0,6}?(?:over|on|to)\b|"
    r"mak(?:es|ing) way|made way|(?:is|was|will be|has been) (?:succeeded|replaced|followed) by\b)",
    re.I,
)
"""Whoever hands over is followed by somebody: that says nothing of who was there before."""
_BEFORE_THEM = Pattern(r"\bbefore (?:the )?<\d+>")
_REPLACED = Pattern(
    r"\bwho (?:has |have |will |is )?(?:replac\w+|succeed\w*|follow(?:s|ed)?|took over (?:from|for)|"
    r"takes over (?:from|for)) (?:the )?<(\d+)>"
)
_ANY_POST = Pattern(POST, re.I)
_HELD = 10
"""Posts of somebody that are looked at."""
_BACK = 2


def told_of_another(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether what a sentence seems to answer is told in it of somebody else than whom a clause asks about."""
    return (
        is_of_whole(discourse, clause, passage)
        or _paid_to(discourse, clause, passage)
        or _post_elsewhere(discourse, clause, passage)
        or _another_post(discourse, clause, passage)
        or only_of_before(discourse, clause, passage)
        or serves_another(discourse, clause, passage)
        or in_another_seat(discourse, clause, passage)
    )


def in_another_seat(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether it is asked who replaced somebody, and a sentence that does not name them fills another post, or one at
    another house."""
    met = _REPLACED.search(clause.shape) if clause.wants == "who" else None
    gone = clause.names[int(met[1])].ids if met is not None else frozenset[str]()
    if not discourse.has_person(gone) or discourse.names_one(passage, gone):
        return False
    held = discourse.facts.events(EventQuery(kinds=("role",), any_entities=tuple(sorted(gone)), limit=_HELD))
    houses = frozenset[str]().union(clause.ids, *(ids_by_slot(one).get("organization", ()) for one in held))
    named = {i for i in discourse.ids(passage) if discourse.kind(i) == "org"}
    if held and named and not any(i in houses or discourse.facts.kin(i) & houses for i in named):
        return True
    theirs = frozenset[str]().union(*(posts(title_of(one.event)) for one in held)) & _CERTAIN
    filled = frozenset[str]().union(*(posts(one[0]) for one in _ANY_POST.finditer(passage.text))) & _CERTAIN
    return bool(theirs and filled) and not theirs & filled


def serves_another(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether it is asked who advised one of two, and a sentence does not tell it with that one's name."""
    met = _SERVED.search(clause.shape) if clause.wants == "who" and len(clause.groups()) > 1 else None
    if met is None:
        return False
    served = clause.names[int(met[1])].ids
    return not (_SERVES.search(passage.text) and discourse.names_one(passage, served))


def _paid_to(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """ "What did A pay B" where A is told to sell: the money went to A."""
    met = _PAYER.search(clause.shape)
    if met is None:
        return False
    payer = clause.names[int(next(filter(None, met.groups())))].ids
    return any(m.ids & payer and _SELLS.match(passage.text, m.end) for m in discourse.named(passage))


def _another_post(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a certain post is asked for that neither a sentence nor those beside it speak of."""
    post = asked_post(clause.shape) if clause.wants == "who" else ""
    if not posts(post) & _CERTAIN or not any(discourse.kind(i) == "org" for ids in clause.groups() for i in ids):
        return False
    texts = (passage.text, *(p.text for p in discourse.near(passage, 1, 1)))
    return not any(fits(text, post) or ("ceo" in posts(post) and _RUNS.search(text)) for text in texts)


def only_of_before(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether it is asked who came instead of somebody, and a sentence names nobody else."""
    met = _INSTEAD_OF.search(clause.shape) if clause.wants == "who" else None
    gone = clause.names[int(met[1])].ids if met is not None else frozenset[str]()
    if met is None or not all(discourse.kind(one) == "person" for one in gone):
        return False
    text = passage.text
    for mention in reversed(discourse.named(passage)):
        if mention.ids & gone or not discourse.has_person(mention.ids):
            text = f"{text[: mention.start]} – {text[mention.end :]}"
    for first in {n.text.split()[0] for n in clause.names if n.text and n.ids & gone}:
        text = re.sub(rf"(?<!\w){re.escape(first)}(?![\w-]| [A-Z])", " – ", text)
    if (_HANDS_OVER if _BEFORE_THEM.search(clause.shape) else _COMES_AFTER).search(text):
        return True
    return not (WHOLE_NAME.search(_RANK.sub(" ", _ARTICLE.sub("", text))) or _PRONOUN.search(text))


def _post_elsewhere(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """The post that is asked for, held at another company."""
    post = asked_post(clause.shape) if clause.wants in ("who", "thing") else ""
    asked: Ids = frozenset().union(*clause.groups())
    if not post or post == "lead" or not any(discourse.kind(i) == "org" for i in asked):
        return False
    elsewhere = False
    for mention in discourse.named(passage):
        after = _POST_AFTER.match(passage.text, mention.end)
        before = _POST_BEFORE.search(passage.text[max(0, mention.start - 60) : mention.start])
        if any(near and fits(near["post"], post) for near in (after, before)):
            if mention.ids & asked:
                return False
            elsewhere = elsewhere or any(discourse.kind(i) == "org" for i in mention.ids)
    opens = _OPENS.match(passage.text)
    if elsewhere or opens is None or not fits(opens["post"], post) or asked & discourse.ids(passage):
        return elsewhere
    for before_it in reversed(discourse.near(passage, _BACK)):
        orgs = {i for i in discourse.ids(before_it) if discourse.kind(i) == "org"}
        if orgs:
            return not asked & orgs
    return False
