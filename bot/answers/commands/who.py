"""`/who`: a person, who holds a post, or the people of a company."""

from __future__ import annotations

import re

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, clauses
from bot.answers.commands.command import Command
from bot.answers.decline import decline, nobody
from bot.answers.desk import Desk
from bot.answers.free import answer_free
from bot.answers.legs.unknown_names import written
from bot.answers.lines import cited_by, event_line, passage_line
from bot.answers.overview import whole
from bot.answers.query import Ids, Part, Query
from bot.answers.titles import POST
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.answer import Action, Answer
from bot.store.read import StoredEvent

_MOST = 14
_PERSON = ("role", "education", "founding", "funding", "statement", "forecast")
_LIFE = Pattern(
    rf"\b(?:joined|became|appointed|named|promoted|stud(?:y|ied)|graduat\w+|degree|doctorate|ph\.?d|master|bachelor|professor|formerly|"
    rf"previously|former|worked|left|founded|co-?founded|resigned|stepp\w+ down|"
    rf"universit\w+|college)\b|\b{POST}\b|毕业|曾任|加入|博士|硕士",
    re.I,
)
_POSTS = Pattern(rf"\b{POST}\b|创始人|首席|董事长", re.I)
_BARE = Pattern(
    r"^(?:who )?(?:(?:is|was|are|works at|works for) )?(?:the )?(?:people (?:of|at) )?<\d+>(?:'s "
    r"people|'s team)?[?. ]*$"
)


def who(desk: Desk, argument: str) -> Answer:
    if not argument:
        return Answer(False, "Who?", hints=(f"For example: {WHO.example}",))
    parts = clauses(argument, desk.lookup.spotter, desk.today)
    clause = parts[0] if parts else None
    if clause is None or not clause.names:
        return written(desk, argument) or nobody(desk.facts, argument, "/who")
    if len(parts) > 1 or not _BARE.match(clause.shape):
        question = argument if re.match(r"(?i)who\b|谁|.*谁", argument) else f"who {_verb(argument)}{argument}"
        answer = answer_free(desk, question)
        return answer if answer.answered else written(desk, argument) or answer
    ids = clause.groups()[0]
    entity = desk.facts.entity(sorted(ids, key=lambda i: desk.facts.entity(i) is None)[0])
    person = entity is not None and entity.kind == "person"
    told = _person(desk, ids) if person else _people(desk, ids)
    if not told and not person:
        told = _person(desk, ids)
    desk.memory.add(_focus(clause, told, ids, person))
    if not told:
        name = desk.facts.name(sorted(ids)[0])
        seen = whole(desk, ids, clause)
        if seen is not None and seen.card is not None:
            made = seen.card
            return Answer(True, made.title, tuple(made.lines), actions=made.actions, entities=tuple(sorted(ids)))
        return written(desk, argument) or decline(
            desk.facts, f"No article says who {name} is." if person else f"No people of {name} are known.", (ids,)
        )
    name = desk.facts.name(sorted(ids)[0])
    lines = [event_line(t) for t in told[:_MOST]]
    cited = cited_by(lines)
    tell = desk.sentences
    more = tell.of_person(ids, _LIFE, cited) if person else tell.also(ids, _POSTS, clause, cited)
    lines += [passage_line(p) for p in more]
    title = name if person else f"People of {name}"
    return Answer(
        True,
        title,
        tuple(lines),
        actions=(
            Action("timeline", f"Timeline of {name}", f"/timeline {name}"),
            *(() if person else (Action("ask", f"Profile of {name}", f"/ask what is {name}"),)),
        ),
        entities=tuple(sorted(ids)),
    )


def _verb(argument: str) -> str:
    """ "CEO of X" asks who is the CEO; "leads X's team" is a verb already."""
    first = argument.split()[0].casefold()
    return (
        ""
        if re.match(
            r"(?:is|was|are|leads?|led|heads?|headed|runs?|ran|founded|invest\w+|back\w+|funds?|owns?|bought|"
            r"works?|said|studied)$",
            first,
        )
        else "is the "
        if re.search(rf"\b{POST}\b", argument, re.I)
        else "is "
    )


def _person(desk: Desk, ids: Ids) -> list[StoredEvent]:
    told = desk.lookup.sketches(
        Query(_PERSON, (Part(("person", "founders", "speaker", "source", "investors"), ids),), limit=60)
    )
    ordered = sorted(told, key=lambda t: _PERSON.index(t.kind))
    spoken = [t for t in ordered if t.kind in ("statement", "forecast")][:4]
    chosen = [t for t in ordered if t.kind not in ("statement", "forecast")][:10] + spoken
    return desk.facts.events_of([t.id for t in chosen])


def _people(desk: Desk, ids: Ids) -> list[StoredEvent]:
    posts = desk.lookup.run(Query(("role",), (Part(("organization",), ids),), needs=("person",), limit=40))
    made = desk.lookup.run(Query(("founding",), (Part(("organization",), ids),), needs=("founders",), limit=2))
    posts.sort(key=lambda t: t.event.best("end") is not None)
    return [*posts, *made]


def _focus(clause: Clause, told: list[StoredEvent], ids: Ids, person: bool) -> Focus:
    if person:
        return Focus(clause, tuple(sorted(ids)), told=tuple(told))
    people = tuple(dict.fromkeys(i for t in told for i in sorted(ids_by_slot(t).get("person", ()))))
    return Focus(clause, people, told=tuple(told))


WHO = Command(
    "who",
    "PERSON, or a post (CEO of COMPANY), or COMPANY",
    "who somebody is, who holds a post, or a company's people",
    who,
    ("whois",),
    "/who PERSON",
)
