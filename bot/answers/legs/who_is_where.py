"""Short questions on posts, answered by facts in the order in which they are asked for.

Who runs, works at, came to or left a house; where somebody is now, was before, or still is; who came after somebody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bot.answers.appointments import told_on
from bot.answers.asked.of_posts import EARLIER, IMPLIED, WHO_THEN, OfPosts, Way, asked_of_posts
from bot.answers.asked.pointing import put
from bot.answers.asked.question import Clause
from bot.answers.careers import in_order
from bot.answers.desk import Desk
from bot.answers.fitting import title_of
from bot.answers.found import Found
from bot.answers.legs.biography import OF_LIFE, life
from bot.answers.legs.changes_of_job import came_to, gone_away, gone_from
from bot.answers.legs.post_changes import after, cofounders, denials_of, preceded, starts
from bot.answers.legs.post_holders import after_them, stays
from bot.answers.legs.posts_told import (
    MANAGES,
    VICE,
    ended,
    found,
    held_at,
    is_at,
    last_told,
    leads,
    people_of_post,
    posts_of,
    since,
)
from bot.answers.proof.quotes import is_part_of
from bot.answers.query import Ids, Part, Query
from bot.answers.tenure import comes, has_gone, is_for_a_time, is_over
from bot.answers.titles import fits, posts
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.when import When
from bot.names.folding import fold
from bot.store.query import lies_in
from bot.store.read import Passage, StoredEvent

_BOARD = Pattern(
    r"\bboard\b|\bchair|\b(?:outside|independent|supervisory|non-?executive|executive) director\b|^directors?$", re.I
)
_FORMER, _FOR_A_TIME = Pattern(r"former|ex|old|previous|last|outgoing"), Pattern(r"interim|acting")
_OF_ALL = frozenset(("boss", "head", "leader", "lead", "chief"))
"""Posts of which nothing says what part of a house they lead."""
_HONORARY = Pattern(r"\b(?:honorary|emerit\w+)\b", re.I)
_STOPGAP = Pattern(
    r"\bminding (?:the shop|the store|things)\b|\bfor the time being\b|\bfill(?:s|ing) in\b|\bst(?:ands?|anding) in\b|"
    r"\b(?:interim|acting) (?:ceo|chief|head|president|boss)\b|\b(?:will succeed|succeeds|will replace|"
    r"replaces) (?:him|her)\b",
    re.I,
)
"""What is told, right behind somebody who led a house, of whoever does so in their place."""
_SUCCESSOR = Pattern(
    r"\bsuccessor (?:is|will be|was)\b|\b(?:succeeded|replaced|followed) by (?-i:[A-Z])|"
    r"\bhand(?:s|ed)? over to (?-i:[A-Z])",
    re.I,
)
_SOMEBODY = Pattern(r"[A-Z][\w’'.-]+ (?:[a-z]{2,3} )?[A-Z][\w’'-]+")
_SEVERAL = 2
_MOST, _FEW = 10, 4
_LATELY = 2
"""Years before the newest that somebody came in which they are new."""


def who_is_where(desk: Desk, clause: Clause) -> Found | None:
    """The facts that answer a short question on the posts of one house or of one person; None where none do."""
    told = (_TELLS[asked.way](desk, clause, asked) for asked in _asked(desk, clause))
    return next(filter(None, told), None)


def is_left_open(desk: Desk, clause: Clause) -> bool:
    """Whether it is asked who or whether somebody went away, and nothing tells it: no other sentence does."""
    for asked in _asked(desk, clause):
        if asked.way in _ALONE:
            return _TELLS[asked.way](desk, clause, asked) is None
    return False


def _asked(desk: Desk, clause: Clause) -> Iterator[OfPosts]:
    for asked in asked_of_posts(clause):
        sorts = {desk.facts.kind(one) for one in asked.person}
        if sorts <= {"person"} and not any(desk.facts.kind(one) == "person" for one in asked.house):
            yield asked


def told_earlier(desk: Desk, clause: Clause) -> Found | None:
    """Of "and before that?": where somebody was, or who led a house before those who were told of last."""
    if clause.names or clause.pronoun == "person" or not desk.memory.foci:
        return None
    last = desk.memory.foci[0]
    if (implied := _implied(desk, clause)) is not None:
        return implied
    if WHO_THEN.match(clause.shape):
        houses = [one.ids for one in last.clause.names if all(desk.facts.kind(i) == "org" for i in one.ids)]
        return _runs(desk, put(clause, "who runs <0>", houses[-1]), OfPosts("runs", houses[-1])) if houses else None
    if not EARLIER.match(clause.shape):
        return None
    named = next((mention.ids for mention in last.clause.names), frozenset[str]())
    meant = put(clause, f"<0> {clause.shape}", named)
    if named and {desk.facts.kind(one) for one in named} == {"person"}:
        return _before(desk, meant, OfPosts("before", person=named))
    if not any(t.kind == "role" for t in last.told):
        return None
    shown = {t.id for t in last.told}
    past = [t for t in held_at(desk, named) if is_over(t) and leads(t) and t.id not in shown]
    return found(desk, meant, past[:_FEW], "holder") if past else None


def _implied(desk: Desk, clause: Clause) -> Found | None:
    """What is asked of posts at the house that was spoken of last."""
    shape = next((meant for asked, meant in IMPLIED if asked.match(clause.shape)), "")
    last = desk.memory.foci[0]
    named = (one.ids for one in last.clause.names)
    house = next((ids for ids in named if any(desk.facts.kind(i) == "org" for i in ids)), None)
    if not shape or house is None:
        return None
    meant = put(clause, shape, house)
    told = (_TELLS[asked.way](desk, meant, asked) for asked in _asked(desk, meant))
    return next(filter(None, told), None)


def _runs(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who leads all of a house: its chief, or whoever stands in; then who did so last."""
    held = held_at(desk, asked.house)
    if area := _area(desk, clause, asked.house):
        told = [t for t in held if fits(title_of(t.event), f"head of {area}")]
        return found(desk, clause, told[:_FEW], "holder") if told else None
    leading = [t for t in held if leads(t)]
    gone = last_told([t for t in leading if is_over(t) or has_gone(t, held)])
    chiefs = [t for t in leading if "ceo" in posts(title_of(t.event)) and t not in gone]
    last = max((t.said_last for t in chiefs), default="")
    instead = [t for t in held if is_for_a_time(t) and t.said_last >= last and not is_over(t) and t not in chiefs]
    if instead or (gone and not chiefs):
        first = _in_their_place(desk, instead, gone[:1])
        followed = any(has_gone(t, held) for t in gone)
        shown = chiefs or (
            [] if first and stays(first) and not instead else gone[:1]
        )  # who came after them is told, not who went
        return found(desk, clause, shown, "holder", first=first) if first or followed else None
    others = [t for t in in_order(leading, "person") if t not in gone and t not in chiefs]
    others = [t for t in others if posts(title_of(t.event)) != {"founder"}]  # who founded a house need not run it
    shown = list({min(people_of_post(t), default=t.id): t for t in reversed([*chiefs, *others])}.values())[::-1]
    if chiefs and (instead_of := _told_instead(desk, chiefs[0])):
        return found(desk, clause, (), "holder", first=instead_of)
    return found(desk, clause, shown[:_FEW], "holder") if shown else None


def _told_instead(desk: Desk, chief: StoredEvent) -> list[Passage]:
    """The sentence right after the one on somebody's post that says who does it in their place."""
    own = desk.facts.name(min(people_of_post(chief), default="")).split(" ")[-1]
    for statement in chief.statements:
        for passage in desk.facts.search(statement.quote, 1, (statement.article,)):
            for near in desk.sentences.discourse.near(passage, 0, 1):
                if statement.quote in passage.text and _STOPGAP.search(near.text) and own not in near.text:
                    return [passage, near] if _SOMEBODY.search(near.text) else []
    return []


def _area(desk: Desk, clause: Clause, house: Ids) -> str:
    """What part of a house its name goes on with: "Acme robotics", where the house is called Acme."""
    written = next(fold(mention.text).split() for mention in clause.names if mention.ids == house)
    names = [fold(name).split() for one in desk.facts.entities_of(sorted(house)) for name in (one.name, *one.aliases)]
    known = max((name for name in names if name == written[: len(name)]), key=len, default=written)
    return " ".join(written[len(known) :])


def _holds(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who holds a post of a house: now, for a time, or before, whichever is asked."""
    if asked.post in _OF_ALL and not _FORMER.search(asked.which):
        return _runs(desk, clause, asked)
    held = held_at(desk, asked.house)
    told = [t for t in held if fits(title_of(t.event), asked.post)]
    if "ceo" in posts(asked.post):
        told = told or [t for t in held if MANAGES.search(title_of(t.event))]
    if not VICE.search(asked.post):
        told = [t for t in told if not VICE.search(title_of(t.event))]
    if not told and (beside := _beside_other_titles(desk, held, asked.post)):
        return found(desk, clause, (), "holder", first=beside)
    past = last_told([t for t in told if is_over(t) or has_gone(t, held)])
    now = [t for t in told if t not in past]
    if _FORMER.search(asked.which):
        return found(desk, clause, past, "holder") if past else None
    if _FOR_A_TIME.search(asked.which):
        now = [t for t in now if is_for_a_time(t)]
    if "founder" in asked.post:
        return _founders(desk, clause, asked, now)
    if now:
        return found(desk, clause, in_order(now, "person")[:_FEW], "holder")
    led = any(map(leads, past[:1]))  # whoever stands in does so for the chief
    first = _in_their_place(desk, held if led else (), past[:1])
    shown = [] if first and stays(first) else past[:1]
    return found(desk, clause, shown, "holder", first=first) if past and (first or not led) else None


def _beside_other_titles(desk: Desk, held: Sequence[StoredEvent], post: str) -> list[Passage]:
    """The sentence of a post of honour that tells of the post itself as well: "elected Jo Roe chairman, …"."""
    for one in held:
        title = title_of(one.event)
        for statement in one.statements if _HONORARY.search(title) else ():
            if fits(re.sub(re.escape(title), " ", statement.quote, flags=re.I), post):
                return desk.facts.search(statement.quote, 1, (statement.article,))
    return []


def _founders(desk: Desk, clause: Clause, asked: OfPosts, held: Sequence[StoredEvent]) -> Found | None:
    """Who founded a house: all of them in one fact, or one fact each."""
    part = Part(("organization",), asked.house)
    made = desk.lookup.run(Query(("founding",), (part,), needs=("founders",), limit=_FEW))
    whole = max(made, key=lambda t: len(people_of_post(t)), default=None)
    told = [] if whole is None else [whole]
    of_whole = frozenset(i for t in told for i in people_of_post(t))
    others = [t for t in held if not people_of_post(t) <= of_whole]
    alone = len(told) + len(others) < _SEVERAL and len(of_whole) < _SEVERAL
    return None if alone else found(desk, clause, [*told, *others][:_MOST], "founders")


def _in_their_place(desk: Desk, held: Sequence[StoredEvent], gone: Sequence[StoredEvent]) -> list[Passage]:
    """The sentence on whoever stands in at a house, or comes after those that went; one that says that they went."""
    instead = [t for t in held if t not in gone and is_for_a_time(t) and not is_over(t)]
    instead += [t for t in held if t not in gone and any(has_gone(one, (t,)) for one in gone)]
    told = (p for t in instead for s in t.statements for p in desk.facts.search(s.quote, 1, (s.article,)))
    return list(told)[:1] or after_them(desk, gone) or _in_their_own(desk, gone)


def _in_their_own(desk: Desk, gone: Sequence[StoredEvent]) -> list[Passage]:
    """The sentence on somebody's post that is over, where it says itself who comes after them."""
    told = (s for t in gone for s in t.statements if _SUCCESSOR.search(s.quote))
    return [p for s in told for p in desk.facts.search(s.quote, 1, (s.article,))][:1]


def _team(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who holds posts at a house, the foremost first; whoever led it last after them."""
    made = desk.lookup.run(Query(("founding",), (Part(("organization",), asked.house),), needs=("founders",), limit=1))
    founders = frozenset(i for t in made for i in ids_by_slot(t).get("founders", ()))
    held = held_at(desk, asked.house)
    now = in_order([t for t in held if not is_over(t)], "person", founders)
    past = [t for t in held if is_over(t) and leads(t)][:1]
    shown = [*now[:_MOST], *past, *made]
    title = f"People of {desk.facts.name(clause.ids[0])}"
    return found(desk, clause, shown, "team", title) if now or past else None


def _board(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    told = [t for t in held_at(desk, asked.house) if _BOARD.search(title_of(t.event))]
    shown = in_order([t for t in told if not is_over(t)], "person") + [t for t in told if is_over(t)]
    return found(desk, clause, shown[:_MOST], "board") if shown else None


def _left(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who went away from a house, the last first, with the sentences that tell it of others."""
    gone = sorted((t for t in held_at(desk, asked.house) if is_over(t)), key=ended, reverse=True)
    if clause.narrow.when is not None:
        gone = [t for t in gone if _is_of_time(t, "end", clause.narrow.when)]
    last = {min(people_of_post(t)): t for t in reversed(gone)}
    passages = gone_from(desk, asked.house)
    if (when := clause.narrow.when) is not None:
        passages = [p for p in passages if p.citation.published and lies_in(When.from_iso(p.citation.published), when)]
    if last:
        shown = [t for t in gone if t in last.values()]
        return found(desk, clause, shown[:_MOST], "leaver", last=passages)
    return found(desk, clause, (), "leaver", first=passages) if passages else None


def _joined(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who came to a house, the last first."""
    came = [t for t in held_at(desk, asked.house) if not is_over(t) and _came(t)]
    if clause.narrow.when is not None:
        came = [t for t in came if _is_of_time(t, "start", clause.narrow.when)]
    latest = max((int(since(t)[:4]) for t in came if since(t)), default=0)
    came = [t for t in came if not since(t) or int(since(t)[:4]) >= latest - _LATELY]
    passages = came_to(desk, asked.house) if clause.narrow.when is None and not came else []
    return found(desk, clause, came[:_MOST], "mover", first=passages) if came or passages else None


def _is_of_time(told: StoredEvent, slot: str, when: When) -> bool:
    """Whether somebody came or went in a period; where no day is told, whether an article of it says so."""
    time = told_on(told, slot)
    return time is not None and lies_in(time, when)


def _now(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Where somebody is now, before what is over."""
    house = desk.lookup.family(asked.house)
    told = [t for t in _life(desk, asked.person) if not is_at(t, house)]
    if house:
        begun = max((since(t) for t in _life(desk, asked.person) if is_at(t, house)), default="")
        told = [t for t in told if _may_follow(t, begun)]
        if not told:  # a post of another time is no answer, a sentence may be one
            return Found(clause, (), tuple(life(desk, clause)), rule=OF_LIFE)
    now, past = [t for t in told if not is_over(t)], [t for t in told if is_over(t)]
    if house or " go" in clause.shape:
        now = sorted(filter(since, now), key=since, reverse=True) or now
    return found(desk, clause, [*now[:_FEW], *past[: _FEW - 2 if now else _FEW]], "career") if told else None


def _may_follow(told: StoredEvent, begun: str) -> bool:
    """Whether a post or a founding may be what came after one that began then; what has no date says so itself."""
    if since(told):
        return since(told) >= begun
    named = posts(title_of(told.event)) - {"founder"}
    return told.kind == "role" and not is_over(told) and (bool(named) or any(map(comes, told.statements)))


def _still(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Whether somebody is still at a house: what they held there, and where they went."""
    told = _life(desk, asked.person)
    there = sorted((t for t in told if is_at(t, asked.house)), key=lambda t: t.kind != "role")
    if asked.house and not there:
        return None
    elsewhere = [t for t in told if t not in there and not is_over(t)]
    gone = [t for t in (there or told) if is_over(t)]
    if denied := denials_of(desk, asked.person):
        return found(desk, clause, [*gone, *there][:1], "leaver" if gone else "career", first=denied)
    begun = max(map(since, there), default="")
    went = bool(asked.house) and any(since(t) > begun for t in elsewhere)
    if not (gone or went or "still" in clause.shape):
        passages = gone_away(desk, asked.person)
        return found(desk, clause, (), "leaver", first=passages) if passages else None
    last = after_them(desk, gone[:1]) if any(map(leads, gone[:1])) else []
    return found(desk, clause, [*there, *gone, *elsewhere][:_FEW], "career", last=last)


def _before(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Where somebody was before they came to a house, or before what they are now."""
    told = _life(desk, asked.person)
    dated = [since(t) for t in told if since(t) and (not asked.house or is_at(t, asked.house))]
    begun = (min if asked.house else max)(dated, default="")
    there = [t for t in told if (is_at(t, asked.house) if asked.house else t is told[0] or since(t) == begun != "")]
    here = asked.house.union(*(ids_by_slot(t).get("organization", ()) for t in there))
    # Who is there still has been before where no time is told; who is elsewhere now may have come from there.
    stays = bool(there) and not any(map(is_over, there)) and told[0] in there
    before = [t for t in told if not is_at(t, here) and not _is_there_too(desk, clause, t)]
    before = [t for t in before if is_over(t) or "" < since(t) < begun or (stays and not since(t))]
    return found(desk, clause, before[:_FEW], "career", last=life(desk, clause)) if before else None


def _is_there_too(desk: Desk, clause: Clause, told: StoredEvent) -> bool:
    """Whether a post is at a house of the same name and more: "Acme Asia" is no house before "Acme"."""
    houses = ids_by_slot(told).get("organization", frozenset())
    return bool(houses) and all(is_part_of(desk.sentences.discourse, one, clause) for one in houses)


def _career(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    told = _life(desk, asked.person)
    studied = desk.lookup.run(Query(("education",), (Part(("person",), asked.person),), limit=_FEW))
    return found(desk, clause, [*told, *studied], "story") if told else None


_TELLS: dict[Way, Callable[[Desk, Clause, OfPosts], Found | None]] = {
    "runs": _runs, "holds": _holds, "team": _team, "board": _board, "left": _left, "joined": _joined,
    "now": _now, "still": _still, "before": _before, "career": _career, "after": after, "preceded": preceded,
    "starts": starts, "cofounders": cofounders,
}  # fmt: skip
_ALONE = frozenset(("left", "still"))
"""Ways in which no other sentence answers than one that says that somebody went."""


def _life(desk: Desk, person: Ids) -> list[StoredEvent]:
    """The posts of somebody with what they founded, before those of which nobody knows whether they last."""
    made = desk.lookup.run(Query(("founding",), (Part(("founders",), person),), limit=_FEW))
    houses = frozenset(i for t in made for i in ids_by_slot(t).get("organization", ()))
    told = posts_of(desk, person)
    told = [t for t in told if is_over(t) or not (is_at(t, houses) and posts(title_of(t.event)) <= {"founder"})]
    foremost = [t for t in told if not is_over(t) and (is_at(t, houses) or leads(t) or not made)]
    return [*foremost, *made, *(t for t in told if t not in foremost)]


def _came(told: StoredEvent) -> bool:
    """Whether it is told of a post that somebody came to it from elsewhere."""
    if "founder" in posts(title_of(told.event)):
        return False
    return bool(since(told)) or any(comes(s) for s in told.statements)
