"""Posts of one article put in order: each once, with its organisation where the text leaves that to the reader."""

from __future__ import annotations

import re

from bot.extraction.people.holders import Holding
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context, Sentence
from bot.extraction.text.focus import NOT_FOCUS
from bot.extraction.text.lexicon import is_word
from bot.extraction.text.mentions import Mention
from bot.extraction.text.org_tails import looks_like_org
from bot.names import fold

_TOP = {
    "ceo",
    "chief executive",
    "chief executive officer",
    "boss",
    "head",
    "chief",
    "managing director",
    "general manager",
    "president",
    "leader",
}
_SHORT = {
    "ceo": "chief executive officer", "cto": "chief technology officer", "coo": "chief operating officer",
    "cfo": "chief financial officer", "cmo": "chief marketing officer", "vp": "vice president",
    "cofounder": "founder", "co": "",
}  # fmt: skip


def _words(title: str) -> set[str]:
    words = " ".join(_SHORT.get(w, w) for w in fold(title).replace("co-founder", "founder").split()).split()
    return {w.removesuffix("s") for w in words} - {
        "and",
        "of",
        "the",
        "a",
        "an",
        "for",
        "in",
        "officer",
        "chief",
        "senior",
        "technical",
    }


def _same_office(a: Holding, b: Holding) -> bool:
    if not a.title or not b.title:
        return True
    x, y = fold(a.title), fold(b.title)
    if x in _TOP and y in _TOP:
        return True
    if a.former != b.former and x not in y and y not in x:
        return False
    p, q = _words(a.title), _words(b.title)
    return (bool(p & q) and len(p & q) >= 0.5 * min(len(p), len(q))) or p == q


def _join(a: Holding, b: Holding) -> Holding:
    first, second = (
        (a, b) if (bool(a.title), a.score, len(a.title)) >= (bool(b.title), b.score, len(b.title)) else (b, a)
    )
    first.start, first.end = first.start or second.start, first.end or second.end
    return first


_OUTSIDE = re.compile(
    r"\b(?:lawyer|architect|roboticist|teacher|tutor|mayor|minister|governor|host|banker|economist|analyst|accountant|"
    r"inspector|academician|professor|lecturer|dean|rector|researcher|scientist(?<!chief scientist)|journalist|"
    r"editor|commissioner|consultant|engineers?(?<!chief engineer)|designer(?<!chief designer)|veterans?|"
    r"employees?|staffers?|executives?(?<!chief executive)|commander|programmer|developers?|fellow|intern|"
    r"student|associate|assistant|apprentice|trainee|officer(?<!ve officer)(?<!\w[lgst] officer)|physicist|chemist|"
    r"mathematician|surgeon|physician|psychologist|historian)\Z",
    re.IGNORECASE,
)  # what a person is called without reference to the house that a passage speaks of
_LEARNED = re.compile(
    r"\b(?:professor|lecturer|dean|rector|provost|postdoc\w*|fellow|academician|tutor)\b", re.IGNORECASE
)


_BEHIND = 0.2
"""What comes behind the name of a person counts less: the house of a title said in passing is named before it."""


_TOPIC = 2.5
"""How much more likely the organisation is that an item of a round-up begins with."""


def _standing(ctx: Context, cluster: Cluster, holding: Holding) -> float:
    """How likely a title without an organisation means this one, from where it is named and what it is."""
    sentence = holding.sentence
    named = cluster.named
    score = 0.35 * min(len(named), 6) + (2.6 * _share(ctx) if cluster is ctx.main else 0.0)
    if len(named) == 1 and not cluster.entity_id and not cluster.descriptors:
        score -= 0.8
    outside = cluster.subkind in NOT_FOCUS or bool(
        cluster.descriptors & {"investor", "fund", "bank", "university", "ministry"}
    )
    if outside and not (_LEARNED.search(holding.title) and cluster.subkind == "university"):
        score -= 2.0
    said = max((m.end for m in sentence.mentions if m.cluster is holding.person), default=sentence.end)
    best = 0.0
    for mention in cluster.mentions:
        if mention.start >= sentence.end:
            break
        place = ctx.sentence_at(mention.start)
        if place is None:
            continue
        back = sentence.index - place.index
        weight = 2.2 * 0.75**back
        if place.paragraph != sentence.paragraph:
            weight *= 0.5
        weight *= 1.3 if _is_subject(mention, place) else 0.8
        if mention.anaphoric and back == 0:
            weight += 1.2
        if back == 0 and mention.start > said:
            weight *= _BEHIND
        best = max(best, weight)
    topic = ctx.once(_topics).get(sentence.index)
    if topic is not None and topic.cluster is cluster and topic.start < said:
        score += _TOPIC * (1 - _share(ctx))
    return score + best


def _topics(ctx: Context) -> dict[int, Mention]:
    """The organisation that each item of a list or paragraph begins with, by the sentences that follow it."""
    found: dict[int, Mention] = {}
    topic: Mention | None = None
    end = -1
    for sentence in ctx.sentences:
        if end < 0 or "\n" in ctx.text[end : sentence.start]:
            topic = None
            first = next((m for m in sentence.mentions if m.cluster.kind == "org"), None)
            begins = first is not None and (
                _is_subject(first, sentence) or not re.search(r"\w", ctx.text[sentence.start : first.start])
            )
            if first is not None and begins and employer(ctx, first.cluster) and first.cluster.subkind not in NOT_FOCUS:
                topic = first
        end = sentence.end
        if topic is not None:
            found[sentence.index] = topic
    return found


def _share(ctx: Context) -> float:
    """How far the article is about its main organisation: its part of the mentions, taken twofold."""
    total = sum(len(c.mentions) for c in ctx.clusters if c.kind == "org" and c.subkind not in NOT_FOCUS)
    return min(1.0, 2 * len(ctx.main.mentions) / total) if ctx.main and total else 0.0


def employer(ctx: Context, cluster: Cluster) -> bool:
    """Whether an organisation is not, by how its name stands here, a place or the first word of a sentence."""
    if cluster.kind != "org":
        return False
    if cluster.entity_id or cluster.descriptors or looks_like_org(cluster.name) or len(cluster.mentions) > 4:
        return True
    named = cluster.named
    if len(cluster.name) < (2 if cluster.name.isupper() else 3) or any(
        c.kind == "person" and c.name == cluster.name for c in ctx.clusters
    ):
        return False
    if ctx.registry.is_place(cluster.name) or any(
        ctx.text[max(0, m.start - 4) : m.start].endswith((" in ", "\nIn "))
        and " " not in m.text
        and ctx.text[m.end : m.end + 2] not in {"'s", "’s"}
        for m in named
    ):
        return False
    first = all((s := ctx.sentence_at(m.start)) is not None and m.start - s.start < 3 for m in named)
    return not (
        first
        and is_word(cluster.name)
        and not any(_APPOSED.match(ctx.text, m.end) for m in named)
        and " " not in cluster.name
        and not any(m.label == "ORG" for m in named)
        and cluster.name.isalpha()
        and not cluster.name.isupper()
    )


_APPOSED = re.compile(r"\W{0,3}(?: \(|, (?:an?|the|which|whose) )")
"""Behind a word that is set apart as a name ("Bud, a two-year-old company")."""


def _is_subject(mention: Mention, sentence: Sentence) -> bool:
    return any(mention in arg.mentions for p in sentence.predicates for arg in p.subjects)


_PRINTED = 0.95
"""How sure a post is whose house is printed beside it."""


_CAME_FROM = re.compile(
    r"\b(?:(?:hir\w+|recruit\w+|poach\w+|lur\w+|c[ao]me|joined|leaders?\w*|veterans?|talent|executives|"
    r"departure) [^.;]{0,40}"
    r"?from|former|formerly|ex-|previously|left|leaving)\b[^.;]{0,90}\Z"
)


def _only_left(ctx: Context, cluster: Cluster) -> bool:
    """Whether an organisation is named only as where people came from."""
    return bool(cluster.named) and all(
        (s := ctx.sentence_at(m.start)) is not None
        and _CAME_FROM.search(ctx.text, max(s.start, m.start - 140), m.start)
        for m in cluster.named
    )


def focus(ctx: Context, holding: Holding, kept: list[Holding]) -> Cluster | None:
    """The organisation that a passage speaks of, none that the person only comes from."""
    left = [
        h.org
        for h in kept
        if h.person is holding.person
        and (h.former or holding.comes)
        and (
            holding.comes
            or not h.title
            or (h.score >= _PRINTED and h.sentence is holding.sentence and not holding.former)
        )
    ]
    fits = [
        c
        for c in ctx.clusters
        if employer(ctx, c)
        and c.mentions
        and c.mentions[0].start < holding.sentence.end
        and c.subkind not in {"outlet", "exchange"}
        and c not in left
    ]
    fits = [c for c in fits if not _only_left(ctx, c)] or fits
    return max(fits, key=lambda c: (_standing(ctx, c, holding), -c.id)) if fits else ctx.main


def settle(ctx: Context, told: list[Holding]) -> list[Holding]:
    """The posts of an article, each once, each with its organisation."""
    kept: list[Holding] = []
    for holding in sorted((h for h in told if h.org is not None), key=lambda h: -h.score):
        _add(kept, holding)
    for holding in told:
        if holding.org is None and holding.title:
            holding.org = _house(ctx, holding, kept)
            if holding.org is not None:
                _add(kept, holding)
    for holding in told:
        if holding.org is not None or holding.title:
            continue
        other = _last(kept, holding.like) if holding.like else None
        own = _current(kept, holding.person)
        if holding.former and own is not None:
            holding.org, holding.title = own.org, own.title
        elif other is not None and other.title and not _moves_on(holding, other):
            holding.org = other.org
            holding.title = _FOR_NOW.sub("", other.title) if holding.former else other.title
        elif holding.like is not None and own is not None and own.start == holding.start:
            holding.org, holding.title = own.org, own.title
        elif holding.like is not None or holding.end is not None:
            holding.org = focus(ctx, holding, kept)
        if holding.org is not None:
            _add(kept, holding)
    return sorted(kept, key=lambda h: h.sentence.index)


_ON_TO = r",? who (?:is|will|becomes?|became|moves?|goes|leaves?|joins?)\b"


def _moves_on(holding: Holding, other: Holding) -> bool:
    """Whether the post of who goes is the next one ("succeeds Mark Dell, who becomes chairman"), not what is left."""
    if other.sentence is not holding.sentence or other.former:
        return False
    names = "|".join(re.escape(m.text) for m in other.person.named)
    return bool(names and re.search(rf"(?:{names}){_ON_TO}", other.sentence.text))


_FOR_NOW = re.compile(r"\b(?:interim|acting) ", re.IGNORECASE)
"""What only the one who fills a post for a time is called."""


def _last(kept: list[Holding], person: Cluster) -> Holding | None:
    return _current(kept, person) or next((h for h in reversed(kept) if h.person is person), None)


_FOUNDER = re.compile(r"(?:co-?)?founder\b(?! (?:and|&|,))", re.IGNORECASE)


def _current(kept: list[Holding], person: Cluster) -> Holding | None:
    fits = [h for h in kept if h.person is person and not h.former and h.end is None]
    return max(fits, key=lambda h: (bool(h.title) and not _FOUNDER.match(h.title), h.sentence.index)) if fits else None


def _house(ctx: Context, holding: Holding, kept: list[Holding]) -> Cluster | None:
    """The organisation of a title told without one: the person's own, that of the boss, or the one in focus."""
    learned = bool(_LEARNED.search(holding.title))
    own = [
        h
        for h in kept
        if h.person is holding.person and h.title and (learned or not _LEARNED.search(h.title) or not h.org)
    ]  # who is a professor somewhere and chief scientist is so of another house
    same = [h for h in own if _same_office(h, holding)]
    current = [h for h in own if not h.former and h.end is None and not holding.comes]
    if fold(holding.title) in _TOP and not same:  # who founds a house and is called "CEO" runs that one
        current = [h for h in current if _FOUNDER.match(h.title)] or current
    outside = _OUTSIDE.search(holding.title) is not None and holding.owner is None
    choice = (same or ([] if holding.former or outside else current))[:1]
    if not choice and outside:
        return _of_craft(ctx, holding)
    return choice[0].org if choice else _of_owner(holding, kept) or focus(ctx, holding, kept)


_CRAFTS = (
    (_LEARNED, {"university"}, re.compile(r"\b(?:Universit\w+|Institut\w*|College|School|Academy)\b|\bTech\Z")),
    (
        re.compile(r"\b(?:analyst|economist|strategist|research manager)\Z", re.IGNORECASE),
        {"analyst", "bank", "research"},
        re.compile(r"(?:Research|Securities|Analysis|Analytics|Insights?|Institute|Intelligence|Watch|Capital)\Z"),
    ),
)


def _of_craft(ctx: Context, holding: Holding) -> Cluster | None:
    """The university of a professor, the research house of an analyst, where the sentences just before name one."""
    for office, kinds, name in _CRAFTS:
        if not office.search(holding.title):
            continue
        for sentence in reversed(ctx.around(holding.sentence, back=3, ahead=0)):
            for mention in reversed(sentence.mentions):
                cluster = mention.cluster
                if cluster.kind == "org" and (
                    cluster.subkind in kinds or cluster.descriptors & kinds or name.search(cluster.name)
                ):
                    return cluster
    return None


def _of_owner(holding: Holding, told: list[Holding]) -> Cluster | None:
    """ "His deputy": the house of the person spoken of."""
    if holding.owner is None or "founder" in holding.title.lower():
        return None
    return next(
        (h.org for h in reversed(told) if h.person is holding.owner and h.org is not None and not h.former), None
    )


def _add(kept: list[Holding], holding: Holding) -> None:
    for i, other in enumerate(kept):
        if other.person is holding.person and other.org is holding.org and _same_office(other, holding):
            kept[i] = _join(other, holding)
            return
    kept.append(holding)
