"""Short questions on posts, answered by facts in the order in which they are asked for.

Who runs, works at, came to or left a house; where somebody is now, was before, or still is; who came after somebody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.answers.asked.of_posts import EARLIER, OfPosts, Way, asked_of_posts
from bot.answers.asked.pointing import put
from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.careers import in_order
from bot.answers.desk import Desk
from bot.answers.fitting import title_of
from bot.answers.found import Found
from bot.answers.legs.biography import OF_LIFE, life, with_whom
from bot.answers.legs.changes_of_job import gone_away, gone_from
from bot.answers.legs.post_holders import after_them
from bot.answers.lines import cited_by, event_lines, passage_line
from bot.answers.query import Ids, Part, Query
from bot.answers.quoted import is_quoted, spaced
from bot.answers.tenure import came_after, comes, has_gone, is_for_a_time, is_over
from bot.answers.titles import fits, posts
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.answer import Action
from bot.model.when import When
from bot.names.folding import fold
from bot.store.read import Passage, StoredEvent

_TOP = frozenset({"ceo", "chair", "president", "founder"})
_MANAGES = Pattern(
    r"^(?:sole |general |managing |representative |executive )+(?:director|manager|partner)\b(?! of)|"
    r"^(?:the |its )?(?:boss|head|leader|chief|at the (?:top|helm)|in charge)$",
    re.I,
)
_VICE = Pattern(r"\b(?:vice|deputy)[- ]\w+", re.I)
_BOARD = Pattern(
    r"\bboard\b|\bchair|\b(?:outside|independent|supervisory|non-?executive|executive) director\b|^directors?$", re.I
)
_FORMER, _FOR_A_TIME = Pattern(r"former|ex|old|previous|last|outgoing"), Pattern(r"interim|acting")
_OF_ALL = frozenset(("boss", "head", "leader", "lead", "chief"))
"""Posts of which nothing says what part of a house they lead."""
_MOST, _FEW, _READ = 10, 4, 60
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
    if clause.names or clause.pronoun == "person" or not desk.memory.foci or not EARLIER.match(clause.shape):
        return None
    last = desk.memory.foci[0]
    named = next((mention.ids for mention in last.clause.names), frozenset[str]())
    meant = put(clause, f"<0> {clause.shape}", named)
    if named and {desk.facts.kind(one) for one in named} == {"person"}:
        return _before(desk, meant, OfPosts("before", person=named))
    if not any(t.kind == "role" for t in last.told):
        return None
    shown = {t.id for t in last.told}
    past = [t for t in _held(desk, named) if is_over(t) and _leads(t) and t.id not in shown]
    return _found(desk, meant, past[:_FEW], "holder") if past else None


def _runs(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who leads all of a house: its chief, or whoever stands in; then who did so last."""
    held = _held(desk, asked.house)
    if area := _area(desk, clause, asked.house):
        told = [t for t in held if fits(title_of(t.event), f"head of {area}")]
        return _found(desk, clause, told[:_FEW], "holder") if told else None
    leading = [t for t in held if _leads(t)]
    gone = _last_told([t for t in leading if is_over(t) or has_gone(t, held)])
    chiefs = [t for t in leading if "ceo" in posts(title_of(t.event)) and t not in gone]
    last = max((t.said_last for t in chiefs), default="")
    instead = [t for t in held if is_for_a_time(t) and t.said_last >= last and not is_over(t) and t not in chiefs]
    if instead or (gone and not chiefs):
        first = _in_their_place(desk, instead, gone[:1])
        followed = any(has_gone(t, held) for t in gone)
        return _found(desk, clause, chiefs or gone[:1], "holder", first=first) if first or followed else None
    others = [t for t in in_order(leading, "person") if t not in gone and t not in chiefs]
    others = [t for t in others if posts(title_of(t.event)) != {"founder"}]  # who founded a house need not run it
    shown = [*chiefs, *others][:_FEW]
    return _found(desk, clause, shown, "holder") if shown else None


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
    held = _held(desk, asked.house)
    told = [t for t in held if fits(title_of(t.event), asked.post)]
    if "ceo" in posts(asked.post):
        told = told or [t for t in held if _MANAGES.search(title_of(t.event))]
    if not _VICE.search(asked.post):
        told = [t for t in told if not _VICE.search(title_of(t.event))]
    past = _last_told([t for t in told if is_over(t) or has_gone(t, held)])
    now = [t for t in told if t not in past]
    if _FORMER.search(asked.which):
        return _found(desk, clause, past, "holder") if past else None
    if _FOR_A_TIME.search(asked.which):
        now = [t for t in now if is_for_a_time(t)]
    if "founder" in asked.post:
        return None
    if now:
        return _found(desk, clause, in_order(now, "person")[:_FEW], "holder")
    leads = any(map(_leads, past[:1]))  # whoever stands in does so for the chief
    first = _in_their_place(desk, held if leads else (), past[:1])
    return _found(desk, clause, past[:1], "holder", first=first) if past and (first or not leads) else None


def _in_their_place(desk: Desk, held: Sequence[StoredEvent], gone: Sequence[StoredEvent]) -> list[Passage]:
    """The sentence on whoever stands in at a house, or comes after those that went; one that says that they went."""
    instead = [t for t in held if t not in gone and is_for_a_time(t) and not is_over(t)]
    instead += [t for t in held if t not in gone and any(has_gone(one, (t,)) for one in gone)]
    told = (p for t in instead for s in t.statements for p in desk.facts.search(s.quote, 1, (s.article,)))
    return list(told)[:1] or after_them(desk, gone)


def _team(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who holds posts at a house, the foremost first; whoever led it last after them."""
    made = desk.lookup.run(Query(("founding",), (Part(("organization",), asked.house),), needs=("founders",), limit=1))
    founders = frozenset(i for t in made for i in ids_by_slot(t).get("founders", ()))
    held = _held(desk, asked.house)
    now = in_order([t for t in held if not is_over(t)], "person", founders)
    past = [t for t in held if is_over(t) and _leads(t)][:1]
    shown = [*now[:_MOST], *past, *made]
    title = f"People of {desk.facts.name(clause.ids[0])}"
    return _found(desk, clause, shown, "team", title) if now or past else None


def _board(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    told = [t for t in _held(desk, asked.house) if _BOARD.search(title_of(t.event))]
    shown = in_order([t for t in told if not is_over(t)], "person") + [t for t in told if is_over(t)]
    return _found(desk, clause, shown[:_MOST], "board") if shown else None


def _left(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who went away from a house, the last first, with the sentences that tell it of others."""
    gone = sorted((t for t in _held(desk, asked.house) if is_over(t)), key=_ended, reverse=True)
    last = {min(_people(t)): t for t in reversed(gone)}
    passages = gone_from(desk, asked.house)
    if last:
        shown = [t for t in gone if t in last.values()]
        return _found(desk, clause, shown[:_MOST], "leaver", last=passages)
    return _found(desk, clause, (), "leaver", first=passages) if passages else None


def _joined(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who came to a house, the last first."""
    came = [t for t in _held(desk, asked.house) if not is_over(t) and _came(t)]
    latest = max((int(_since(t)[:4]) for t in came if _since(t)), default=0)
    came = [t for t in came if not _since(t) or int(_since(t)[:4]) >= latest - _LATELY]
    return _found(desk, clause, came[:_MOST], "mover") if came else None


def _now(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Where somebody is now, before what is over."""
    house = desk.lookup.family(asked.house)
    told = [t for t in _life(desk, asked.person) if not _is_at(t, house)]
    if house:
        begun = max((_since(t) for t in _life(desk, asked.person) if _is_at(t, house)), default="")
        told = [t for t in told if _may_follow(t, begun)]
        if not told:  # a post of another time is no answer, a sentence may be one
            return Found(clause, (), tuple(life(desk, clause)), rule=OF_LIFE)
    now, past = [t for t in told if not is_over(t)], [t for t in told if is_over(t)]
    if house or " go" in clause.shape:
        now = sorted(filter(_since, now), key=_since, reverse=True) or now
    return _found(desk, clause, [*now[:_FEW], *past[: _FEW - 2 if now else _FEW]], "career") if told else None


def _may_follow(told: StoredEvent, begun: str) -> bool:
    """Whether a post or a founding may be what came after one that began then; what has no date says so itself."""
    if _since(told):
        return _since(told) >= begun
    named = posts(title_of(told.event)) - {"founder"}
    return told.kind == "role" and not is_over(told) and (bool(named) or any(map(comes, told.statements)))


def _still(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Whether somebody is still at a house: what they held there, and where they went."""
    told = _life(desk, asked.person)
    there = sorted((t for t in told if _is_at(t, asked.house)), key=lambda t: t.kind != "role")
    if asked.house and not there:
        return None
    elsewhere = [t for t in told if t not in there and not is_over(t)]
    gone = [t for t in (there or told) if is_over(t)]
    begun = max(map(_since, there), default="")
    went = bool(asked.house) and any(_since(t) > begun for t in elsewhere)
    if not (gone or went or "still" in clause.shape):
        passages = gone_away(desk, asked.person)
        return _found(desk, clause, (), "leaver", first=passages) if passages else None
    return _found(desk, clause, [*there, *gone, *elsewhere][:_FEW], "career")


def _before(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Where somebody was before they came to a house, or before what they are now."""
    told = _life(desk, asked.person)
    dated = [_since(t) for t in told if _since(t) and (not asked.house or _is_at(t, asked.house))]
    begun = (min if asked.house else max)(dated, default="")
    there = [t for t in told if (_is_at(t, asked.house) if asked.house else t is told[0] or _since(t) == begun != "")]
    here = asked.house.union(*(ids_by_slot(t).get("organization", ()) for t in there))
    # Who is there still has been before where no time is told; who is elsewhere now may have come from there.
    stays = bool(there) and not any(map(is_over, there)) and told[0] in there
    before = [t for t in told if not _is_at(t, here)]
    before = [t for t in before if is_over(t) or "" < _since(t) < begun or (stays and not _since(t))]
    return _found(desk, clause, before[:_FEW], "career", last=life(desk, clause)) if before else None


def _career(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    told = _life(desk, asked.person)
    studied = desk.lookup.run(Query(("education",), (Part(("person",), asked.person),), limit=_FEW))
    return _found(desk, clause, [*told, *studied], "story") if told else None


def _after(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who came after somebody: by what is told of their post, else the sentence next to the one that they went."""
    held = [t for t in _posts_of(desk, asked.person) if not asked.house or _is_at(t, asked.house)]
    houses = frozenset(i for t in held for i in ids_by_slot(t).get("organization", ()))
    after = [t for t in _held(desk, houses) if any(came_after(t, one) for one in held)] if houses else []
    gone = [t for t in held if is_over(t)]
    if after:
        return _found(desk, clause, after[:1], "stand-in", last=after_them(desk, gone))
    passages = with_whom(desk, tuple(after_them(desk, gone)), clause)
    return _found(desk, clause, gone[:1], "stand-in", first=passages) if passages else None


_TELLS: dict[Way, Callable[[Desk, Clause, OfPosts], Found | None]] = {
    "runs": _runs, "holds": _holds, "team": _team, "board": _board, "left": _left, "joined": _joined,
    "now": _now, "still": _still, "before": _before, "career": _career, "after": _after,
}  # fmt: skip
_ALONE = frozenset(("left", "still"))
"""Ways in which no other sentence answers than one that says that somebody went."""


def _found(
    desk: Desk,
    clause: Clause,
    told: Sequence[StoredEvent],
    rule: str,
    title: str = "",
    first: Sequence[Passage] = (),
    last: Sequence[Passage] = (),
) -> Found:
    """Facts in their order, with sentences before them and sentences after them that they do not quote."""
    told = list({t.id: t for t in told}.values())
    facts = event_lines(told)
    quotes = [spaced(c.quote) for c in cited_by(facts)]
    after = [p for p in last if not is_quoted(p.text, quotes) and p not in first]
    lines = [*map(passage_line, first), *facts, *map(passage_line, after)]
    name = desk.facts.name(clause.ids[0])
    card = Card(title or name, lines, told, (Action("timeline", f"Timeline of {name}", f"/timeline {name}"),))
    answer = (i for t in told for ids in (_people(t), ids_by_slot(t).get("organization", ())) for i in sorted(ids))
    asked = tuple(dict.fromkeys(i for i in answer if i not in clause.ids))
    return Found(clause, tuple(told), (*first, *after), asked, rule=rule, card=card)


def _held(desk: Desk, house: Ids) -> list[StoredEvent]:
    """The posts of a house of which it is told who holds them, the last first."""
    return _newest(desk.lookup.run(Query(("role",), (Part(("organization",), house),), needs=("person",), limit=_READ)))


def _posts_of(desk: Desk, person: Ids) -> list[StoredEvent]:
    """The posts of somebody, the foremost first; those that are over after the others, the last first."""
    held = desk.lookup.run(Query(("role",), (Part(("person",), person),), limit=_READ))
    ordered = in_order(held, "organization")
    return [*(t for t in ordered if not is_over(t)), *_newest(t for t in ordered if is_over(t))]


def _life(desk: Desk, person: Ids) -> list[StoredEvent]:
    """The posts of somebody with what they founded, before those of which nobody knows whether they last."""
    made = desk.lookup.run(Query(("founding",), (Part(("founders",), person),), limit=_FEW))
    houses = frozenset(i for t in made for i in ids_by_slot(t).get("organization", ()))
    told = _posts_of(desk, person)
    told = [t for t in told if is_over(t) or not (_is_at(t, houses) and posts(title_of(t.event)) <= {"founder"})]
    foremost = [t for t in told if not is_over(t) and (_is_at(t, houses) or _leads(t) or not made)]
    return [*foremost, *made, *(t for t in told if t not in foremost)]


def _newest(held: Iterable[StoredEvent]) -> list[StoredEvent]:
    return sorted(held, key=_last_of, reverse=True)


def _last_told(gone: Iterable[StoredEvent]) -> list[StoredEvent]:
    """Posts that are over, those first that lasted longest, as far as it is told."""
    return sorted(gone, key=lambda t: _ended(t) or t.said_last, reverse=True)


def _last_of(told: StoredEvent) -> str:
    return _ended(told) or _since(told) or told.said_last


def _ended(told: StoredEvent) -> str:
    end = told.event.best("end")
    return end.start.isoformat() if isinstance(end, When) else ""


def _since(told: StoredEvent) -> str:
    start = told.event.best("date" if told.kind == "founding" else "start")
    return start.start.isoformat() if isinstance(start, When) else ""


def _leads(told: StoredEvent) -> bool:
    """Whether a post is at the top of all of a house."""
    title = title_of(told.event)
    return bool(posts(_VICE.sub("", title)) & _TOP) or bool(_MANAGES.search(title))


def _came(told: StoredEvent) -> bool:
    """Whether it is told of a post that somebody came to it from elsewhere."""
    if "founder" in posts(title_of(told.event)):
        return False
    return bool(_since(told)) or any(comes(s) for s in told.statements)


def _people(told: StoredEvent) -> Ids:
    return frozenset(i for slot in ("person", "founders") for i in ids_by_slot(told).get(slot, ()))


def _is_at(told: StoredEvent, house: Ids) -> bool:
    return bool(ids_by_slot(told).get("organization", frozenset()) & house)
