"""Whether a sentence tells what it tells of those, of the round and of the year that a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.asked.question import Clause
from bot.answers.asked.spotting import Mention
from bot.answers.asked.words import spelled, stem
from bot.answers.proof.kinds import PAID, RAISED
from bot.answers.proof.said import TAKEN
from bot.answers.proof.things import PARTS
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings
from bot.answers.sentences.people.aspects import KIN
from bot.answers.titles import POST
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_NEAR = 3
"""Sentences before one in which it may be said of whom it tells."""
_LONG = 4
_OF_IT = Pattern(r"\b(?:it|them|its|of the (?:robots?|machines?|arms?|hands?))\b", re.I)
_POINTS_BACK = Pattern(r"\W*(?:it|its|they|the (?:company|firm|start-?up|maker))\b", re.I)
_DATED = Pattern(r"\W*(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?(?:19|20)\d\d ?(?:\*\*|[:–—]|\*\* [–—])")
"""How an item of a timeline begins."""
_FIRST_IT = Pattern(r"\W*It\b")
_OF_TWO = Pattern(r"\bthe (?:former|latter)\b(?! [a-z]+ (?:of|at)\b)", re.I)
_FIRST_WORD = Pattern(r"(?!The |A |An |In |Its? )[A-Z][\w-]+")
_TWO = ("former", "latter")
_OURS = Pattern(r"\b(?:we|our|us)\b", re.I)
_BESIDE_A_NAME = 10
"""Letters that a heading has beside the name that it is, at most."""
_OPENING = 30
"""Letters within which a name at the start of a sentence or of a part of it is what that is about."""
_SUBJECT = Pattern(r"\b(?:did|does|do|has|have|had|will|would|is|was|were|are) (?:the )?<(\d+)>")
_DOES_IT = Pattern(
    r"\b(?:did|does|do|has|have|had|will|would) (?:the )?<\d+> (?:also |already |now |ever |then "
    r")?(?P<verb>[a-z]{4,})\b"
)
_NEXT_WORDS = Pattern(r"(?: (?:has|have|had|will|also|already|now|then|itself|later|recently))* [a-z]+\b")
_PAYS = Pattern(
    r"\b(?:did|does|do|has|have|had|will|would) (?:the )?<(\d+)> (?:[a-z]+ )?"
    r"(?P<verb>pay|paid|give|gave|donate|lend|lent)\b"
)
_GETS = Pattern(
    r"\b(?:what|how much)\b.*\b(?:did|does|will|has|have) (?:the )?<(\d+)> (?:[a-z]+ )?"
    r"(?:get|got|receive[d]?|make|made|earn|pocket) (?:for|from|on|with|by) "
)
_POST_BEFORE = Pattern(rf"\b{POST},? (?:of|at|for|with) (?:the )?$", re.I)
_POST_AFTER = Pattern(rf"(?:'s|’s)?,? (?:(?:new|former|current|interim|acting) )?{POST}\b", re.I)
_WITH_SOMEBODY = Pattern(
    r"(?:\b(?i:and|with|alongside|by|names|hired|joined by)|,) ([A-Z][\w’'-]+ (?:(?:van|de|der|den|von|al|"
    r"bin) )*[A-Z][\w’-]+)"
    r"(?=, (?!where|which|in |on |at )[a-z]| \()"
)
"""Somebody else of whom something is said right after the name."""
_KINSMAN = Pattern(rf"\b(?:his|her|their|whose) (?:[\w-]+ )?{KIN},? ([A-Z][\w’'-]+(?: [A-Z][\w’-]+)?)")
"""A relative, who may have the same surname."""
_COMES_BACK = Pattern(r"\b(?:he|she)\b|[他她]", re.I)


def is_of_those(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence speaks of one of those whom a clause names, and stands where all the others are spoken of.

    Who is said to have done something has to be spoken of in any case: "how much did <0> raise from <1>".
    """
    groups = [ids for ids in clause.groups() if not is_place(ids) and not _is_spelled(clause, ids, passage)]
    doing = _SUBJECT.search(clause.shape)
    doer = clause.names[int(doing[1])].ids if doing and int(doing[1]) < len(clause.names) else frozenset()
    if len(groups) < len(clause.groups()) and not (doer and any(doer <= ids for ids in groups)):
        pass  # the sentence writes one of the names, and who is said to do something is not another
    elif doer and any(doer <= ids for ids in groups) and len(groups) > 1:
        if not is_spoken_of(discourse, passage, doer):
            return False
    elif groups and not any(is_spoken_of(discourse, passage, ids) for ids in groups):
        return False
    if doer and _is_done_by_another(discourse, clause, passage, doer):
        return False
    every = frozenset[str]().union(*groups)
    if points_to_another(discourse, passage, every) or is_before_named(discourse, passage, every):
        return False
    if not all(
        _is_near(discourse, passage, ids)
        or discourse.opens_section(passage, ids)
        or _is_within(discourse, passage, ids)
        for ids in groups
    ):
        return False
    return writes_unknown(discourse, clause, passage)


def writes_unknown(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether names of a clause that no fact knows are written in a sentence, right before it or where it opens."""
    if not clause.unknown:
        return True
    near = (*_since_dated(discourse, passage), passage, *discourse.article(passage.article)[:_NEAR])
    said = " ".join((passage.citation.title, *(p.text for p in near)))
    return all(spelled(said, (word,)) or (len(word) > _LONG and _one_of(word, said)) for word in clause.unknown)


def _since_dated(discourse: Discourse, passage: Passage) -> list[Passage]:
    """The sentences right before one; in a timeline those of the same day or year alone."""
    before = discourse.near(passage, _NEAR)
    dated = [n for n, one in enumerate((*before, passage)) if _DATED.match(one.text)]
    return before[dated[-1] :] if dated else before


def is_before_named(discourse: Discourse, passage: Passage, asked: Ids) -> bool:
    """Whether an article opens with "It was …" before it names those asked about: that is something else."""
    if passage.ordinal > _NEAR or not asked or not _FIRST_IT.match(passage.text):
        return False
    before = (passage.citation.title, *(p.text for p in discourse.near(passage, _NEAR)))
    return not any(discourse.spotter.may_name(text, asked) for text in before)


def points_to_another(discourse: Discourse, passage: Passage, asked: Ids) -> bool:
    """Whether a sentence begins with "it" or "the company", and that is another company than those asked about."""
    if not _POINTS_BACK.match(passage.text) or any(discourse.names_one(p, asked) for p in discourse.near(passage, 2)):
        return False
    return discourse.goes_on_about_another(passage, asked)


def is_of_both_sides(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence on what somebody paid speaks of them, and of whom they paid where it names others.

    One on what somebody got for something names them.
    """
    got = _GETS.search(clause.shape)
    if got is not None and int(got[1]) < len(clause.names):
        return discourse.names_one(passage, clause.names[int(got[1])].ids)
    paid = _PAYS.search(clause.shape)
    if paid is None:
        return True
    payer = clause.names[int(paid[1])].ids if int(paid[1]) < len(clause.names) else frozenset[str]()
    beside = (passage, *discourse.near(passage, 2))
    if not payer & discourse.main(passage.article) and not any(discourse.names_one(p, payer) for p in beside):
        return False
    groups = [ids for ids in clause.groups() if not is_place(ids) and not ids & payer]
    asked = payer.union(*groups)
    given = (PAID,) if paid["verb"] in ("pay", "paid") else (RAISED, PAID)
    if groups and not (any(one.given.search(passage.text) for one in given) or TAKEN.search(passage.text)):
        return False  # a price of something is not what one of two paid the other
    others = {i for i in discourse.ids(passage) if discourse.kind(i) == "org"} - asked
    if all(discourse.facts.kin(i) & asked for i in others):
        return True
    return all(any(discourse.names_one(p, ids) for p in beside) for ids in groups)


def _is_done_by_another(discourse: Discourse, clause: Clause, passage: Passage, doer: Ids) -> bool:
    """Whether a sentence says of somebody else alone that they did what is asked of one."""
    met = _DOES_IT.search(clause.shape)
    if met is None or discourse.names_one(passage, doer):
        return False
    verb = meaning_of(stem(met["verb"]))
    theirs = discourse.kinds_of(doer)
    for mention in discourse.named(passage):
        if any(discourse.facts.kin(i) & doer for i in mention.ids) or not theirs & {
            discourse.kind(i) for i in mention.ids
        }:
            continue
        after = _NEXT_WORDS.match(passage.text, mention.end)
        if after is not None and verb & meanings(after[0]):
            return True
    return False


def _one_of(word: str, said: str) -> bool:
    """Whether one is written of what a question names as several: "Rovers" is the "Rover"."""
    return word.endswith("s") and spelled(said, (word[:-1],))


def own_parts(discourse: Discourse, clause: Clause, passage: Passage) -> str:
    """What a sentence says but for those parts that begin with somebody else: "A makes hands; B sold 40 of them"."""
    text = of_person_alone(discourse, clause, passage)
    if text == passage.text and clause.wants == "who":
        text = _without_posts_elsewhere(discourse, clause, passage)
    if text != passage.text:
        return text
    breaks = [(m.start(), m.end()) for m in PARTS.compiled.finditer(text)]
    asked = frozenset[str]().union(*clause.groups())
    if breaks and (other := _other_of_two(discourse, clause, passage)):
        return "; ".join(part for part in PARTS.compiled.split(text) if not re.match(rf"\W*the {other}\b", part, re.I))
    if not breaks or not asked:
        return text
    named = discourse.named(passage)
    kept: list[str] = []
    for start, end in zip([0, *(e for _, e in breaks)], [*(s for s, _ in breaks), len(text)], strict=True):
        here = [m for m in named if start <= m.start < end and not is_place(m.ids)]
        others = here and here[0].start - start < _OPENING and not any(m.ids & asked for m in here)
        if not others or any(discourse.facts.kin(i) & asked for m in here for i in m.ids):
            kept.append(text[start:end])
    return "; ".join(kept)


def _other_of_two(discourse: Discourse, clause: Clause, passage: Passage) -> str:
    """Which of "the former" and "the latter" is not who is asked about; empty where a sentence says neither."""
    if not _OF_TWO.search(passage.text):
        return ""
    firsts = [m[0] for p in discourse.near(passage, 2) if (m := _FIRST_WORD.match(p.text)) is not None]
    asked = [word.casefold() for word in (*clause.unknown, *(name.text for name in clause.names))]
    if len(firsts) < len(_TWO) or firsts[0] == firsts[-1]:
        return ""
    theirs = [any(first.casefold() in word for word in asked) for first in (firsts[0], firsts[-1])]
    return "" if theirs[0] == theirs[1] else _TWO[theirs.index(False)]


def _without_posts_elsewhere(discourse: Discourse, clause: Clause, passage: Passage) -> str:
    """A sentence without the posts that it says are held at other companies than those asked about."""
    asked, text = frozenset[str]().union(*clause.groups()), passage.text
    if not any(discourse.kind(i) == "org" for i in asked):
        return text
    for mention in reversed(discourse.named(passage)):
        if mention.ids & asked or not any(discourse.kind(i) == "org" for i in mention.ids):
            continue
        before = _POST_BEFORE.search(text[max(0, mention.start - 60) : mention.start])
        after = _POST_AFTER.match(text, mention.end)
        if before is not None:
            cut = max(0, mention.start - 60) + before.start()
            text = f"{text[:cut]}{text[mention.start :]}"
        elif after is not None:
            text = f"{text[: mention.end]}{text[after.end() :]}"
    return text


def of_person_alone(discourse: Discourse, clause: Clause, passage: Passage) -> str:
    """What a sentence says of the person who is asked about: not what stands with the name of somebody else."""
    asked = frozenset(i for ids in clause.groups() for i in ids if discourse.kind(i) == "person")
    text = passage.text
    if not asked:
        return text
    named = discourse.named(passage)
    kin = {m.end(1) for m in _KINSMAN.finditer(text)}
    own = [(m.start, m.end) for m in named if m.ids & asked and m.end not in kin]
    others = {
        (m.start, m.end) for m in named if discourse.has_person(m.ids) and not m.ids & asked and _is_somebody(text, m)
    }
    others |= {m.span(1) for m in _KINSMAN.finditer(text)} if own or kin else set()
    taken = [(m.start, m.end) for m in named]
    for met in _WITH_SOMEBODY.finditer(text):
        if not any(start < met.end(1) and met.start(1) < end for start, end in taken):
            others.add(met.span(1))
    while own and (beside := next((one for one in others if _are_listed(text, one, own)), None)) is not None:
        others.remove(beside)
        own = sorted((*own, beside))
    if not others:
        return text
    if not own:
        start = min(others)[0]
        back = _COMES_BACK.search(text, max(others)[1])
        return text[:start] + (text[back.start() :] if back is not None else "")
    start = max((end for _, end in others if end <= own[0][0]), default=0)
    if start and re.match(r", (?:who|whose|an?|the|[a-z])", text[start:]):
        start = own[0][0]
    end = min((begin for begin, _ in others if begin >= own[-1][1]), default=len(text))
    return text[start:end]


def _is_somebody(text: str, mention: Mention) -> bool:
    """Whether a name is surely that of a person: it is whole, or what follows says something of them."""
    return " " in mention.text or re.match(r", (?:who|an?|formerly|previously)\b", text[mention.end :]) is not None


def _are_listed(text: str, one: tuple[int, int], own: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing but "and" or a comma stands between a name and the first or last of some others."""
    between = text[one[1] : own[0][0]] if one[1] <= own[0][0] else text[own[-1][1] : one[0]]
    return re.fullmatch(r",? (?:and |& )?", between) is not None


def _is_spelled(clause: Clause, ids: Ids, passage: Passage) -> bool:
    return any(name.ids & ids and name.text and spelled(passage.text, (name.text,)) for name in clause.names)


def is_spoken_of(discourse: Discourse, passage: Passage, ids: Ids) -> bool:
    """Whether a sentence names one of some, or goes on about them and is not about somebody else."""
    if discourse.names_one(passage, ids) or " | " in passage.text:
        return True
    here = discourse.ids(passage)
    if any(discourse.facts.kin(one) & here for one in ids) or any(discourse.facts.kin(one) & ids for one in here):
        return True  # a maker for its product, and a product for its maker
    if discourse.opens_section(passage, ids):
        return True
    if _is_under_another(discourse, passage, ids):
        return False
    if _OURS.search(passage.text) and discourse.opens_on(passage.article, ids):
        return True  # what somebody says of themselves in an interview
    if _points_to(discourse, passage, ids):
        return _is_near(discourse, passage, ids)
    kinds = discourse.kinds_of(ids)
    rivals = kinds - {"product"} if "org" in {discourse.kind(one) for one in ids} else kinds
    if all(discourse.kind(one) == "product" for one in ids) and _OF_IT.search(passage.text):
        rivals = frozenset(("product",))  # whoever uses it begins the sentence
    first = next((m for m in discourse.named(passage) if any(discourse.kind(i) in rivals for i in m.ids)), None)
    if first is None or discourse.goes_on(passage):
        return _is_near(discourse, passage, ids)
    if first.start < _OPENING:
        return False
    # Others are named: whom the article is about may be meant, or whom the sentence before names.
    before = discourse.near(passage, 2)
    return bool(ids & discourse.main(passage.article)) or any(discourse.names_one(p, ids) for p in before)


def _is_under_another(discourse: Discourse, passage: Passage, ids: Ids) -> bool:
    """Whether a sentence stands right below a heading that is hardly more than the name of another company."""
    heading = next((p for p in discourse.near(passage, 1) if p.ordinal), None)
    first = next(iter(discourse.named(heading)), None) if heading is not None else None
    if heading is None or first is None or first.text.islower():
        return False
    if len(heading.text) - len(first.text) > _BESIDE_A_NAME:
        return False
    return any(discourse.kind(i) == "org" for i in first.ids) and not first.ids & ids


def _points_to(discourse: Discourse, passage: Passage, ids: Ids) -> bool:
    """Whether a sentence says "the alliance" of an alliance by name: the last word of a name stands for it."""
    last = {discourse.facts.name(one).rpartition(" ")[2] for one in ids if " " in discourse.facts.name(one)}
    return any(len(word) > _LONG and re.search(rf"\bthe {re.escape(word.casefold())}\b", passage.text) for word in last)


def _is_near(discourse: Discourse, passage: Passage, ids: Ids) -> bool:
    """Whether some are named in a sentence or right before it, or are what it or its article is about."""
    beside = (passage, *discourse.near(passage, _NEAR, int(not discourse.goes_on(passage))))
    if ids & discourse.main(passage.article) or any(discourse.names_one(p, ids) for p in beside):
        return True
    if any(discourse.names_one(p, ids) for p in discourse.article(passage.article)[:1]):
        return True
    of_org = "org" in {discourse.kind(one) for one in ids}
    topic = discourse.topic(passage, frozenset(("org",))) if of_org else frozenset()
    return bool(topic & ids) if topic else discourse.opens_on(passage.article, ids)


def _is_within(discourse: Discourse, passage: Passage, ids: Ids) -> bool:
    return any(ids & frozenset(p.entities) for p in discourse.article(passage.article))
