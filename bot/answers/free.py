"""Free questions: clause by clause, typed facts first, sentences second, else a plain no."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.described import only_describes
from bot.answers.asked.question import Clause, clauses
from bot.answers.decline import decline, written_as_names
from bot.answers.desk import Desk
from bot.answers.explain import explained
from bot.answers.finding import is_of_nobody, sought_of
from bot.answers.found import Found
from bot.answers.in_place import asks_for_all, in_place
from bot.answers.intents.frames import frame_of
from bot.answers.intents.time import is_news
from bot.answers.legs.adding import adds
from bot.answers.legs.closest import closest
from bot.answers.legs.closest_article import in_articles_before, of_closest_article
from bot.answers.legs.denials import denied
from bot.answers.legs.descriptions import (
    as_answer,
    described_instead,
    is_aside,
    proves,
    totals_alone,
    with_described,
    with_totals,
)
from bot.answers.legs.frames import asks_whether_somebody_answered
from bot.answers.legs.known_instead import known_instead
from bot.answers.legs.left_open import untold
from bot.answers.legs.open_words import with_alongside, with_sentences
from bot.answers.legs.two_sides import both_sides
from bot.answers.lines import cited_by, event_line, event_text, passage_line
from bot.answers.quoted import is_quoted, spaced
from bot.answers.sentences.markets.rankings import RANKED
from bot.answers.several import SOURCES_AGREE, found_for
from bot.answers.text import echo, read
from bot.answers.whereabouts import only_places
from bot.grammar.dates import format_when
from bot.grammar.patterns import Pattern
from bot.model.answer import Action, Answer, Line
from bot.model.when import When
from bot.store.read import Passage

_EXPLAIN = Pattern(r"\s*(?:--|—|–)\s*explain\b\s*", re.I)
_APPOSED = Pattern(r"(?<=\w), (?:the|an?|that|those|one of the|whose) [^,?!;:]{5,90}(?=[,?!]|$)")
"""What is said of somebody right after the name."""
_MOST_LINES = 8


def answer_free(desk: Desk, message: str) -> Answer:
    """The answer to one message in free words."""
    before = desk.memory.foci
    answer = _answered(desk, message)
    if asks_for_all(message):
        return answer
    asked = [focus.clause for focus in desk.memory.foci if not any(focus is known for known in before)]
    return in_place(desk, answer, asked)


def _answered(desk: Desk, message: str) -> Answer:
    explain = bool(_EXPLAIN.search(message))
    message = _EXPLAIN.sub(" ", message).strip()
    parts = clauses(read(message), desk.lookup.spotter, desk.today, apart=True)
    if not parts:
        return decline(desk.facts, "There is no question in that.")
    spoken_of = desk.memory.foci
    found, missing = found_for(desk, parts)
    if not found and not spoken_of and (found := both_sides(desk, parts)):
        missing = []
    if not found:
        # What was taken for several things may be one, or its first thing may be more than was taken for it.
        before, parts = parts, clauses(read(message), desk.lookup.spotter, desk.today)
        if [_core(one) for one in parts] != [_core(one) for one in before]:
            desk.memory.foci = spoken_of
            found, missing = found_for(desk, parts[:1])
            if found and len(parts) > 1:
                found, missing = found_for(desk, parts)
    if not found and (plain := _APPOSED.sub("", message)) != message:
        # "Acme, the gripper maker from Leeds": who is named need not be told to be what is said of them.
        desk.memory.foci = spoken_of
        named = clauses(read(plain), desk.lookup.spotter, desk.today, apart=True)
        found, missing = found_for(desk, named) if any(one.names for one in named) else ([], missing)
        parts = named if found else parts
    in_order = any(one.rule == RANKED for one in found)  # by the words of the question alone
    if found and not in_order and not any(one.names or one.unknown or (one.pronoun and spoken_of) for one in parts):
        told_texts = [t for one in found for t in (*map(event_text, one.events), *_around(one))]
        beside = not spoken_of and is_aside(desk, message, found)
        if beside or not desk.descriptions.holds(read(message), told_texts):
            found = []
    # What was told may be only what the question is about, or no more than a sentence on the place that it names.
    aside = (missing and all(only_describes(one.clause) for one in found)) or not found
    sure = bool(spoken_of) or in_order
    unsure = not sure and not any(one.events or one.card or not only_places(one.clause.ids) for one in found)
    points_back = spoken_of and any(one.pronoun for one in parts)
    if (
        (aside or unsure)
        and not points_back
        and (meant := _of_described(desk, message, not aside, explain)) is not None
    ):
        return meant
    if not found and not spoken_of and (totals := totals_alone(desk, parts)) is not None:
        return totals
    last = not found
    open_still = last and not any(is_of_nobody(desk, one) for one in parts)
    if open_still:
        desk.memory.foci = spoken_of
        found, missing = closest(desk, parts)
    if open_still and not found and spoken_of:
        found, missing = in_articles_before(desk, parts, sought_of)
    if open_still and not found and (found := of_closest_article(desk, read(message), sought_of)):
        missing = []
    if open_still and not found and not spoken_of and (found := denied(desk, read(message))):
        missing = []
    if not found:
        near = list(dict.fromkeys(name.ids for clause in parts for name in clause.names if name.ids))
        unknown = [word for clause in parts for word in clause.unknown] or ([] if near else written_as_names(message))
        since = next((clause.narrow.when for clause in parts if is_news(clause) and clause.narrow.when), None)
        if since is not None and not near:
            return decline(desk.facts, _nothing_new(desk, since))
        if near and not unknown and any(SOURCES_AGREE.search(clause.shape) for clause in parts):
            names = " and ".join(dict.fromkeys(desk.facts.name(sorted(ids)[0]) for ids in near))
            return decline(desk.facts, f"No two articles tell anything of {names} differently.", near)
        declined = decline(desk.facts, f"Nothing in the articles answers “{echo(message)}”.", near, unknown, "/ask")
        known = next(filter(None, (known_instead(desk, clause) for clause in parts)), "")
        return replace(declined, hints=(known, *declined.hints)) if known else declined
    if not (last or sure) and (instead := described_instead(desk, message, found, missing)) is not None:
        return instead
    answer = _composed(desk, found)
    if not spoken_of:
        answer = with_totals(desk, message, answer, found)
    open_parts = [clause for clause in parts if (clause.asked or clause.text) in missing]
    answer = with_alongside(desk, answer, found, open_parts)
    if missing:
        told_not = tuple(f"Nothing in the articles answers “{echo(text)}”." for text in missing)
        answer = replace(answer, hints=(*answer.hints, *told_not))
    more, is_open = untold(desk, parts, found) if len(parts) > 1 else ([], False)
    if more:
        answer = with_sentences(answer, more, aside=False)
    if missing or is_open:
        answer = in_place(desk, answer, [one.clause for one in found] + open_parts, of_facts=True)
    return _with_reading(desk, answer, found) if explain else answer


def _with_reading(desk: Desk, answer: Answer, found: list[Found]) -> Answer:
    told = tuple(Line(f"Read as: {text}") for one in found for text in explained(desk.facts, one.query, one.rule))
    return replace(answer, lines=(*answer.lines, *told))


def _of_described(desk: Desk, message: str, surely: bool, explain: bool) -> Answer | None:
    """The answer to a message that describes whom it asks about, with the name that the articles have for it.

    `surely`: only where facts tell it.
    """
    asked, spoken_of = read(message), desk.memory.foci
    named = desk.descriptions.named(asked, desk.today)
    if named is not None:
        parts = clauses(read(named.message), desk.lookup.spotter, desk.today, apart=True)
        found, missing = found_for(desk, parts)
        told_there = all(not named.within or named.within in one.articles for one in found)
        surer = any(one.events for one in found) or (not surely and desk.nameless.telling(asked, desk.today) is None)
        if found and not missing and told_there and surer:
            answer = _composed(desk, found)
            answer = replace(answer, title=f"{answer.title} (taken for “{echo(named.text)}”)")
            answer = with_described(desk, asked, answer)
            return _with_reading(desk, answer, found) if explain else answer
        desk.memory.foci = spoken_of
    parts = clauses(asked, desk.lookup.spotter, desk.today)
    surely = surely or any(asks_whether_somebody_answered(desk, one) for one in parts)
    said = None if surely else desk.nameless.telling(asked, desk.today)
    if said is not None and proves(desk, asked, said):
        return as_answer(desk, asked, said)
    return None


def _around(one: Found) -> list[str]:
    """What is said around the facts of an answer: its sentences, and the titles of the articles."""
    titles = [s.citation.title for told in one.events for s in told.statements]
    return [*titles, *(text for p in one.passages for text in (p.text, p.citation.title))]


def _core(clause: Clause) -> tuple[object, ...]:
    """What a clause asks, wherever it stands in its message."""
    narrow = replace(clause.narrow, spans=())
    return clause.shape.rstrip(" ?.!"), clause.names, narrow, clause.unknown, clause.again


def _nothing_new(desk: Desk, since: When) -> str:
    """Why there is no news: how old the newest article is."""
    newest = next((article.published for article in desk.facts.articles() if article.published), "")
    told = f"; the newest article is of {format_when(When.from_iso(newest))}" if newest else ""
    time = f"since {format_when(When.day(since.start))}" if since.open == "after" else f"for {format_when(since)}"
    return f"No article tells anything new {time}{told}."


def _composed(desk: Desk, found: list[Found]) -> Answer:
    lines: list[Line] = []
    per_clause = max(3, _MOST_LINES // len(found))
    for one in found:
        lines += [line for line in one.lead if line not in lines]
        lines += one.card.lines[: per_clause if len(found) > 1 else None] if one.card else ()
        for told in () if one.card else one.events[: per_clause if len(found) > 1 else 12]:
            line = event_line(told)
            if line.event not in {known.event for known in lines}:
                lines.append(line)
        lines += [line for line in one.sums if line not in lines]
        quotes = [spaced(c.quote) for c in cited_by(lines, 2)]
        shown: list[Passage] = []
        listed = asks_for_all(one.clause.text) and not one.events
        by_facts = bool(one.events) and frame_of(one.clause) is not None  # else looked at where it was found
        for passage in one.passages:
            titles = passage.ordinal == 0 and passage.citation.source in {c.source for c in cited_by(lines)}
            if titles or is_quoted(passage.text, quotes):
                continue  # the title of an article that is cited is shown with it
            if listed or adds(desk, one.clause, passage, shown, by_facts):
                lines.append(passage_line(passage))
                quotes.append(spaced(lines[-1].citations[0].quote))
                shown.append(passage)
    ids = tuple(dict.fromkeys(i for one in found for i in (*one.asked, *one.clause.ids)))
    told_by = [i for one in found for n in sorted(one.clause.tellers) for i in sorted(one.clause.names[n].ids)]
    names = [desk.facts.name(i) for i in (*(i for one in found for i in one.clause.ids), *told_by)]
    facts_told = any(one.events for one in found)
    title = ", ".join(list(dict.fromkeys(names))[:3])
    if not title and found[0].rule == "news":
        title = "What is new"
    known = next((one.clause.narrow.known for one in found if one.clause.narrow.known), None)
    if known is not None and facts_told:
        title = f"{title or 'What was known'}, as told by {format_when(When.day(known))}"
    title = (title or "What is known") if facts_told else f"What the articles say: {title}".rstrip(": ")
    actions = tuple(
        Action("timeline", f"Timeline of {name}", f"/timeline {name}") for name in list(dict.fromkeys(names))[:1]
    )
    card = found[0].card if len(found) == 1 else None
    if card is not None:
        title, actions = title.replace(names[0], card.title, 1), card.actions or actions
    return Answer(True, title, tuple(lines), actions=actions, entities=ids[:20])
