"""Rules for what people ask in a word or two: stakes, sales, life stories, whoever said it, views on something."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.intents.intent import Rule, Verb, agent, figures, narrowed, others, part, rule
from bot.answers.query import Ids, Query
from bot.grammar.patterns import Pattern

_SELL = r"(?:sell|sells|selling|sold|spun off|divest\w*|part(?:s|ed)? with|offload\w*)"
_SELLS = Verb(_SELL)
_STAKE = (
    r"\b(?:stakes?|shareholding|holding|interest in|equity share)\b|"
    r"\bhow (?:much|big) (?:a (?:share|part|slice) )?of <\d+>(?!'s)|\bwhat (?:will|does|do|did|would) (?:the )?<\d+> "
    r"(?:\w+ )?"
    r"(?:hold|own|control|keep|have left)\b|"
    r"\b(?:what|which|how (?:large|big|much|many)) (?:an? )?(?:percent\w*|per cent|share|stake|part|fraction)\b|"
    r"\bshares? (?:of|in) (?:the )?<|\b(?:owns?|owned|holds?|held|keeps?|kept|controls?|controlled) (?:of|in) (?:the "
    r")?<|"
    r"持股|股份|占股"
)
_STORY = (
    r"\b(?:cv|c\.v\.|resum[eé]|career|bio|biography|background|track record|life story|job history|work history|"
    r"past (?:jobs|posts|roles|employers)|previous (?:jobs|posts|"
    r"roles|employers|companies)|profile|where (?:is|was) <\d+> "
    r"(?:from|before)|come from)\b|履历|简历|背景|经历"
)
_WHO_SAID = (
    r"\bwho\b.*\b(?:said|says|thinks?|believes?|call(?:s|ed)|predict\w*|warn\w*|claim\w*|described?|compared?|"
    r"expects?|"
    r"promised|admitted|complained|joked|told|argue[sd]?|reckons?)\b|谁说|谁认为"
)


@rule("stake", _STAKE, also="ipo listing float round deal keep own hold still left investor shareholder outside")
def stake(clause: Clause) -> list[Query]:
    """What share of one somebody holds or buys, in per cent."""
    groups = clause.groups()
    if not groups or clause.wants in ("when", "where", "why"):
        return []
    if clause.wants == "money" and not re.search(r"\bhow (?:much|big)\b.*\b(?:of <|share|stake|part)", clause.shape):
        return []
    kinds = ("metric", "acquisition", "funding")
    asked = ("subject", "target", "company")
    words = ("stak",)
    held = Query(kinds, (part(groups[-1], *asked),), groups[:-1], ("%",), asked=asked, topic=words, strict=1.0, limit=4)
    if len(groups) == 1:
        return [narrowed(clause, held)]
    turned = Query(kinds, (part(groups[0], *asked),), groups[1:], ("%",), asked=asked, topic=words, strict=1.0, limit=4)
    any_role = Query(kinds, (), groups, ("%",), asked=asked, limit=4)
    # Whose share it is has to stand in so many words: the parent of a company need not be the one told of.
    each = ((held, groups[0]), (turned, groups[-1]), (any_role, groups[0]))
    return [_spelling(narrowed(clause, query), clause, holder) for query, holder in each]


def _spelling(query: Query, clause: Clause, ids: Ids) -> Query:
    """A query whose facts write a name as a clause does, the first word of it at least."""
    written = [mention.text.split()[0] for mention in clause.names if mention.ids == ids and mention.text.split()]
    return replace(query, spelled=(*query.spelled, *written[:1]))


@rule("sale", rf"\b{_SELL}\b")
def sale(clause: Clause) -> list[Query]:
    """What an owner sold, or did not sell, and to whom."""
    groups = clause.groups()
    if not groups or re.search(r"\b(?:how many|units|robots)\b", clause.shape):
        return []
    doer = agent(clause, _SELLS)
    if doer is None and re.search(rf"\bwho(?:'s| is| was| were| has| had| are)? (?:\w+ )?{_SELL}\b", clause.shape):
        return []  # the rule for sellers needs one to be told
    needs = ("amount",) if clause.wants == "money" else ()
    if doer is None:
        target = Query(("acquisition",), (part(groups[0], "target"),), groups[1:], needs, asked=("seller", "buyer"))
        return [narrowed(clause, target)]
    rest = tuple(others(clause, doer))
    seller = part(frozenset(clause.names[doer].ids), "seller", units=True)
    sold = Query(("acquisition",), (seller,), rest, needs, asked=("buyer", "target"))
    whole = Query(("acquisition",), (), (seller.ids, *rest), needs, asked=("buyer", "target"))
    founder = Query(("acquisition",), (part(seller.ids),), rest, needs, asked=("buyer", "target"))
    return [narrowed(clause, q) for q in ((sold, whole) if rest else (sold, founder))]


@rule("story", _STORY)
def story(clause: Clause) -> list[Query]:
    """A person's posts and studies."""
    groups = clause.groups()
    if len(groups) != 1:
        return []
    query = Query(
        ("role", "education", "founding"), (part(groups[0], "person", "founders"),), limit=8, asked=("person",)
    )
    return [narrowed(clause, query)]


@rule("who-said", _WHO_SAID)
def who_said(clause: Clause) -> list[Query]:
    """Whose word it is that holds most of the words of the question."""
    words = tuple(
        w for w in clause.content if w not in ("think", "believ", "predict", "warn", "claim", "expect", "call")
    )
    if clause.tellers or len(words) < 2 or clause.wants != "who":
        return []
    told = Query(
        ("statement", "forecast"),
        (),
        clause.groups(),
        ("text", "value"),
        topic=words,
        order="fit",
        strict=0.6,
        limit=2,
        asked=("speaker", "source"),
    )
    here = narrowed(clause, told)
    return [replace(here, spelled=(*here.spelled, *figures(clause)))]


_VIEW = (
    r"\b(?:views?|opinions?|takes?|stance|position|thoughts?|"
    r"comments?|remarks?|words|quotes?|reaction|verdict|assessment)"
    r"(?: (?:was|were|is))?\b.*\b(?:on|about|of|regarding|to|for)\b|"
    r"\bquote <|\bwhat (?:did|does|has) (?:the )?<\d+> (?:\w+ )?"
    r"(?:say|said|think|tell|told|comment)\b|\bhow (?:did|does) <\d+> (?:see|view|comment|react|describe)\b|"
    r"怎么看|评价"
)


@rule("view", _VIEW)
def view(clause: Clause) -> list[Query]:
    """What one said of another: the other may stand elsewhere in the article."""
    groups = clause.groups()
    if len(groups) < 2 or clause.lists or clause.wants in ("money", "percent", "count"):
        return []
    words = tuple(
        w for w in clause.content if w not in ("view", "opinion", "tak", "quot", "comment", "remark", "thought")
    )
    speaker, rest = part(groups[0], "speaker"), groups[1:]
    strict = 0.34 if words else 0.0
    said = Query(
        ("statement",),
        (speaker,),
        rest,
        ("text",),
        topic=words,
        order="fit",
        strict=strict,
        asked=("speaker",),
        limit=3,
    )
    beside = Query(
        ("statement",), (speaker,), (), ("text",), topic=words, order="fit", near=rest, asked=("speaker",), limit=2
    )
    return [narrowed(clause, query) for query in (said, beside)]


_DISAGREE = (
    r"\b(?:disagree\w*|agree|differ\w*|conflict\w*|contradict\w*|inconsisten\w*|discrepanc\w*|at odds|"
    r"(?:different|diverging|divergent) (?:figures?|numbers?|amounts?|accounts?|valuations?|sums?|dates?))\b"
    r"|不一致|矛盾|分歧"
)
_SOURCES = Pattern(
    r"\b(?:reports?|sources?|articles?|accounts?|papers?|outlets?|"
    r"media|news|press|conflict\w*|disagree\w*|contradict\w*|"
    r"discrepanc\w*)\b|报道|媒体"
)


@rule("disagreement", _DISAGREE)
def disagreement(clause: Clause) -> list[Query]:
    """What articles tell differently: of the names of the clause, or at all."""
    groups = clause.groups()
    if not _SOURCES.search(clause.shape):
        return []
    parts = (part(groups[0]),) if groups else ()
    differing = Query((), parts, groups[1:], order="told", limit=6, conflicting=True)
    return [replace(narrowed(clause, differing), needs=(), counted=False, topic=())]


@rule("figures", r"^figures of <\d+>\W*$")
def known_figures(clause: Clause) -> list[Query]:
    """Whatever somebody is told to come to: revenue, staff, what it shipped."""
    return [
        replace(narrowed(clause, Query(("metric",), (part(ids, "subject"),), limit=8)), topic=())
        for ids in clause.groups()
    ]


@rule(
    "renamed",
    r"\b(?:used to be|formerly|previously|once|originally) (?:called|known|named)\b|\b(?:former|old|previous|"
    r"earlier) names?\b|"
    r"\b(?:called|named|known as)\b.*\b(?:before|previously|formerly|earlier|originally|at first)\b|原名|曾用名|"
    r"以前叫",
    final=True,
)
def renamed(clause: Clause) -> list[Query]:
    """What something was called before: no kind of fact tells it, only a sentence does."""
    groups = clause.groups()
    return [Query(("name",), (part(groups[0]),))] if groups else []


RULES: tuple[Rule, ...] = (renamed, known_figures, disagreement, stake, sale, story, who_said, view)
