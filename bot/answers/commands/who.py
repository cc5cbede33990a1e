"""`/who`: a person, who holds a post, or the people of a company."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, clauses
from bot.answers.careers import in_order
from bot.answers.commands.asked_name import articles_on, as_one, whom
from bot.answers.commands.command import Command
from bot.answers.commands.said import Said, with_said
from bot.answers.decline import decline, nobody
from bot.answers.desk import Desk
from bot.answers.fitting import title_of
from bot.answers.free import answer_free
from bot.answers.intents.people import asked_post
from bot.answers.legs.post_holders import TAKES_POST
from bot.answers.legs.unknown_names import written
from bot.answers.lines import asides, event_line, passage_line, rest_on
from bot.answers.overview import whole
from bot.answers.query import Ids, Part, Query
from bot.answers.text import echo
from bot.answers.titles import POST, fits, posts
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.answer import Action, Answer
from bot.store.read import Passage, StoredEvent

_MOST = 14
_PERSON = ("role", "education", "founding", "funding", "statement", "forecast")
_MORE = 6
_HOLDERS = 2
_POST = Pattern(rf"(?<!\w){POST}(?!\w)", re.I)
_ONLY_POST = Pattern(rf"(?:(?:is|the|a|who) ){{0,3}}(?:{POST})[ ?!.]*", re.I)
_POST_OF = Pattern(rf"(?i:(?:who )?(?:is )?(?:the )?(?P<post>(?:[\w-]+ )?{POST}) (?:of|at) (?:the )?)(?P<house>.+)$")
_BARE = Pattern(
    r"^(?:who )?(?:(?:is|was|are|works at|works for) )?(?:the )?(?:people (?:of|at) )?<\d+>(?:'s "
    r"people|'s team)?[?. ]*$"
)


def who(desk: Desk, argument: str) -> Answer:
    if not argument:
        return Answer(False, "Who?", hints=(f"For example: {WHO.example}",))
    parts = clauses(argument, desk.lookup.spotter, desk.today)
    clause = as_one(desk, parts[0]) if parts else None
    if clause is not None and not clause.names and _ONLY_POST.fullmatch(argument):
        return _of_which(desk, argument)
    if clause is None or not clause.names:
        return _post_of_written(desk, argument) or _written(desk, argument) or nobody(desk.facts, argument, "/who")
    if len(parts) > 1 or not _BARE.match(clause.shape):
        question = argument if re.match(r"(?i)who\b|谁|.*谁", argument) else f"who {_verb(argument)}{argument}"
        answer = answer_free(desk, question)
        return _of_post(desk, clause, answer) or (answer if answer.answered else _written(desk, argument) or answer)
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
        said = Said(desk, whom(desk, ids), ())
        if more := said.life(_MORE) if person else said.posts(_MORE):
            shown = tuple(map(passage_line, more))
            return Answer(True, f"What the articles say: {name}", shown, entities=tuple(sorted(ids)))
        return _written(desk, argument) or decline(
            desk.facts, f"No article says who {name} is." if person else f"No people of {name} are known.", (ids,)
        )
    name = desk.facts.name(sorted(ids)[0])
    lines = [event_line(t) for t in told[:_MOST]]
    said = Said(desk, whom(desk, ids), rest_on(told), on_them=frozenset() if person else articles_on(desk, ids))
    held = frozenset(post for t in told if t.event.best("organization") for post in posts(title_of(t.event)))
    named = frozenset(i for t in told for slot in ("person", "founders") for i in ids_by_slot(t).get(slot, ()))
    lines += asides(said.life(_MORE, held) if person else said.posts(_MORE, named, held))
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


def _of_which(desk: Desk, argument: str) -> Answer:
    """Asks back where a post is named, and no company."""
    post = echo(re.sub(r"^(?:(?:is|the|a|who) )+", "", argument.strip(" ?!.")), 40)
    name = desk.facts.best_known()
    hints = (f"For example: /who {post} of {name}",) if name else ()
    actions = (Action("ask", f"{post} of {name}", f"/who {post} of {name}"),) if name else ()
    return Answer(False, f"The {post} of which company?", hints=hints, actions=actions)


def _of_post(desk: Desk, clause: Clause, answer: Answer) -> Answer | None:
    """Who holds a post of one house: without sentences on others, and with those of the house that say so.

    None where no post of one house is asked for, or nothing is told of it.
    """
    post = asked_post(clause.shape)
    if not post or len(clause.groups()) != 1 or desk.sentences.discourse.has_person(clause.groups()[0]):
        return None
    ids = clause.groups()[0]
    said = Said(desk, whom(desk, ids), (), on_them=articles_on(desk, ids))
    holders = said.holders(post, _HOLDERS)
    if not answer.answered:
        lines = tuple(map(passage_line, holders))
        name = desk.facts.name(sorted(ids)[0])
        return Answer(True, f"What the articles say: {name}", lines, entities=tuple(sorted(ids))) if lines else None
    own = [line for line in answer.lines if line.event or not all(said.is_of_others(c.quote) for c in line.citations)]
    if any(line.event for line in own):
        # A fact tells it: a sentence beside it is of the house, or of another.
        own = [line for line in own if line.event or said.names(line.text) or TAKES_POST.search(line.text)]
    fitting = [line for line in own if line.event or _may_be_of(post, line.text) or TAKES_POST.search(line.text)]
    return replace(answer, lines=tuple(fitting or own)) if own else None


def _may_be_of(post: str, text: str) -> bool:
    """Whether a sentence tells of a post, or at least of no other one."""
    told = [met[0] for met in _POST.finditer(text)]
    return not told or any(fits(one, post) for one in told)


def _post_of_written(desk: Desk, argument: str) -> Answer | None:
    """Who holds a post of a house that only the articles name; None where none is asked for, or told."""
    asked = _POST_OF.match(argument.strip(" ?？"))
    if asked is None:
        return None

    def tell(said: Said) -> list[Passage]:
        return said.holders(asked["post"], _HOLDERS)

    return with_said(desk, None, asked["house"], tell)


def _written(desk: Desk, argument: str) -> Answer | None:
    """What the articles say of somebody whom only they name."""

    def tell(said: Said) -> list[Passage]:
        return said.life(_MORE) if said.of_person else said.posts(_MORE)

    return with_said(desk, written(desk, argument), argument, tell, person=True)


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
    seen = desk.facts.events_of([t.id for t in chosen])
    return [*in_order([t for t in seen if t.kind == "role"], "organization"), *(t for t in seen if t.kind != "role")]


def _people(desk: Desk, ids: Ids) -> list[StoredEvent]:
    held = desk.lookup.run(Query(("role",), (Part(("organization",), ids),), needs=("person",), limit=40))
    made = desk.lookup.run(Query(("founding",), (Part(("organization",), ids),), needs=("founders",), limit=2))
    founders = frozenset(i for t in made for i in ids_by_slot(t).get("founders", ()))
    return [*in_order(held, "person", founders), *made]


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
