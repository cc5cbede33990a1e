"""Free questions: typed facts first, sentences second, else a plain no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.described import only_describes
from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, clauses
from bot.answers.beside_the_point import is_beside
from bot.answers.composing import composed
from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.explain import explained
from bot.answers.finding import is_of_nobody, sought_of
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.bound import is_open
from bot.answers.followups.named_anew import asked_anew, looked_at, name_alone, spelled_before, tells_of
from bot.answers.followups.of_the_list import of_the_list
from bot.answers.followups.on_subject import (
    by_fragment,
    goes_first,
    is_beside_answer,
    is_beside_facts,
    is_fragment,
    is_sure,
    on_subject,
)
from bot.answers.followups.others import others
from bot.answers.followups.subject import Subject, leans, on_it, subject_of
from bot.answers.followups.told_figures import held_against
from bot.answers.found import Found
from bot.answers.in_place import asks_for_all, in_place
from bot.answers.legs.between import BETWEEN
from bot.answers.legs.biography import OF_LIFE
from bot.answers.legs.closest import closest
from bot.answers.legs.closest_article import in_articles_before, of_closest_article
from bot.answers.legs.denials import denied
from bot.answers.legs.descriptions import (
    as_answer,
    described_instead,
    proves,
    remember,
    totals_alone,
    with_described,
    with_totals,
)
from bot.answers.legs.foremost import foremost
from bot.answers.legs.fragments_beside import without_fragments
from bot.answers.legs.frames import asks_whether_somebody_answered
from bot.answers.legs.happenings import happened_nowhere
from bot.answers.legs.left_open import untold
from bot.answers.legs.matters import OF_MATTERS, is_untold
from bot.answers.legs.matters_of_nobody import matter_of_nobody
from bot.answers.legs.nobody_there import nobody_there
from bot.answers.legs.open_words import with_alongside, with_sentences
from bot.answers.legs.reasons import is_of_another_mind
from bot.answers.legs.sayings import asks_what_is_thought, is_not_theirs, words_asked, words_instead
from bot.answers.legs.terms import OF_TERMS, what_it_means
from bot.answers.legs.topics import listed_on
from bot.answers.legs.undisclosed import UNDISCLOSED, undisclosed
from bot.answers.not_told import no_article_answers, not_told, not_told_of
from bot.answers.parts_read import Reading, read_apart
from bot.answers.proof.deeds import says_what_is_asked
from bot.answers.proof.told_of_them import tells_everyday
from bot.answers.relevance import OF_LISTS
from bot.answers.sentences.markets.field import OF_FIELD
from bot.answers.sentences.markets.rankings import RANKED
from bot.answers.several import found_for
from bot.answers.text import echo, read
from bot.answers.whereabouts import only_places
from bot.answers.whether.first import yes_or_no
from bot.answers.wide.answering import answered_widely
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer, Line

_WIDELY = Pattern(
    r"\b(?:what is (?:up|new|going on|happening) (?:with|at)|tell me|what about|anything on|know about)\b"
)
"""What asks for everything on somebody."""
_IN_ORDER = (FOLLOWS, OF_LIFE, RANKED, OF_FIELD, BETWEEN, OF_MATTERS, OF_TERMS, UNDISCLOSED, *OF_LISTS)
"""Ways of finding sentences that put them in an order of their own."""
_ONLY_NAMED = Pattern(r"^(?:(?:and|so|but|ok|what|how|about|on|of|with)\b ?)*<0>[ ?.!]*$")
"""What names somebody and says nothing besides."""
_OTHERS = Pattern(r"\b(?:other|another)\b(?! than\b)")
"""What asks for others than those told before."""
_CITED = 3
"""Citations of an answer that are looked up again."""
_EXPLAIN = Pattern(r"\s*(?:--|—|–)\s*explain\b\s*", re.I)


def answer_free(desk: Desk, message: str) -> Answer:
    """The answer to one message in free words, with the verdict first where it may be answered by yes or no."""
    return yes_or_no(desk, message, _answer(desk, message))


def _answer(desk: Desk, message: str) -> Answer:
    before = desk.memory.foci
    if (words := words_asked(desk, message)) is not None:
        return words
    own = asks_what_is_thought(message) or _goes_on(desk, message)
    if not own and (wide := answered_widely(desk, message, before)) is not None:
        return wide
    answer = without_fragments(_answered(desk, message))
    if answer.answered:
        _remember_cited(desk, message, answer, before)
    asks_wide = not (answer.answered or asks_what_is_thought(message))
    if asks_wide and (wide := answered_widely(desk, message, before, last=True)) is not None:
        return wide
    if answer.answered and is_not_theirs(desk, message, answer):
        answer = not_told(desk, message, clauses(read(message), desk.lookup.spotter, desk.today))
    if not answer.answered:
        return words_instead(desk, message, answer)
    if asks_for_all(message):
        return answer
    asked = [focus.clause for focus in desk.memory.foci if not any(focus is known for known in before)]
    return in_place(desk, answer, asked)


def _goes_on(desk: Desk, message: str) -> bool:
    """Whether a message asks, in the few words of a fragment, of what was told before."""
    parts = clauses(read(message), desk.lookup.spotter, desk.today) if desk.memory.foci else []
    return len(parts) == 1 and not parts[0].names and is_fragment(parts[0])


def _remember_cited(desk: Desk, message: str, answer: Answer, before: Sequence[Focus]) -> None:
    """Has the sentences that an answer cites be what the next message goes on from, where nothing else was kept."""
    new = [focus for focus in desk.memory.foci if not any(focus is known for known in before)]
    if any(focus.told or focus.passages or focus.answer for focus in new):
        return
    met = [(c.source, p) for c in answer.citations[:_CITED] for p in desk.facts.search(c.quote, 1)]
    remember(
        desk,
        clauses(read(message), desk.lookup.spotter, desk.today)[-1:],
        tuple(p for source, p in met if p.citation.source == source),
    )


def _answered(desk: Desk, message: str) -> Answer:
    explain = bool(_EXPLAIN.search(message))
    message = _EXPLAIN.sub(" ", message).strip()
    answer, found = _told(desk, message)
    answer = _best_first(desk, message, answer, found)
    if not explain:
        return answer
    read_as = tuple(Line(f"Read as: {text}") for one in found for text in explained(desk.facts, one.query, one.rule))
    return replace(answer, lines=(*answer.lines, *read_as))


def _best_first(desk: Desk, message: str, answer: Answer, found: Sequence[Found]) -> Answer:
    """The answer to a message of one part with the sentence first that says best what was asked."""
    ordered = any(one.rule in _IN_ORDER or one.card for one in found)
    if not answer.answered or len(found) > 1 or ordered or asks_for_all(message):
        return answer
    parts = [one.clause for one in found] or clauses(read(message), desk.lookup.spotter, desk.today)
    return foremost(desk, parts[0], answer) if len(parts) == 1 else answer


def _told(desk: Desk, message: str) -> tuple[Answer, Sequence[Found]]:
    """The answer to a message, and what it was put together from."""
    spoken_of = desk.memory.foci
    subject = subject_of(desk, spoken_of)
    if (listed := _of_the_list(desk, message, spoken_of)) is not None:
        return (listed, ()) if isinstance(listed, Answer) else (composed(desk, [listed]), [listed])
    reading = _read(desk, message, spoken_of)
    if not reading.parts:
        return decline(desk.facts, "There is no question in that."), ()
    if subject is not None and (told_of := _of_a_name(desk, message, reading, subject, spoken_of)) is not None:
        return told_of
    if subject is not None and leans(reading.parts, subject):
        return _on_subject(desk, message, reading, subject, spoken_of)
    in_order = any(one.rule == RANKED for one in reading.found)  # by the words of the question alone
    if not in_order and is_beside(desk, message, reading, spoken_of):
        reading = replace(reading, found=[])
    sure = bool(spoken_of) or in_order
    if not reading.found and any(happened_nowhere(desk, one) or nobody_there(desk, one) for one in reading.parts):
        return not_told(desk, message, reading.parts), ()
    if (described := _of_described(desk, message, reading, spoken_of, sure)) is not None:
        return described
    if (on_topic := _on_topic(desk, message, reading, spoken_of)) is not None:
        return on_topic, ()
    if not reading.found and not spoken_of and (totals := totals_alone(desk, reading.parts)) is not None:
        return totals, ()
    if not reading.found:
        reading = _closest(desk, message, reading, spoken_of)
        if not reading.found:
            return not_told(desk, message, reading.parts), ()
    elif not sure:
        instead = described_instead(desk, message, reading.found, reading.missing)
        if instead is not None:
            return instead, ()
    if len(reading.parts) == len(reading.found) == 1:
        before = held_against(reading.parts[0], reading.found[0], spoken_of)
        reading = replace(reading, found=[before, *reading.found]) if before is not None else reading
    return _whole(desk, message, reading, spoken_of), reading.found


def _read(desk: Desk, message: str, spoken_of: list[Focus]) -> Reading:
    """What is found for a message as it is read; for one that only names somebody, all that is told of them."""
    reading = read_apart(desk, message)
    if reading.parts and not reading.found and (about := _all_about(reading.parts, spoken_of)):
        desk.memory.foci = spoken_of
        told = read_apart(desk, about)
        reading = told if told.found else reading
    return reading


def _on_topic(desk: Desk, message: str, reading: Reading, spoken_of: Sequence[Focus]) -> Answer | None:
    """The list that a message asks for which is nothing but a topic, where no fact answers it."""
    found = reading.found
    if found and (spoken_of or any(one.events or one.card or one.lead or one.rule == RANKED for one in found)):
        return None
    parts = clauses(read(message), desk.lookup.spotter, desk.today)
    return listed_on(desk, parts[0], [p for one in found for p in one.passages]) if len(parts) == 1 else None


def _all_about(parts: Sequence[Clause], spoken_of: Sequence[Focus]) -> str:
    """A message that only names somebody, first of all or after one that asked for all of another: "and Acme?".

    Empty where a message asks for anything else.
    """
    one = parts[0]
    if len(parts) != 1 or not one.bare or len(one.names) != 1 or one.narrow.given or not one.names[0].text:
        return ""
    if not spoken_of:
        return f"tell me about {one.names[0].text}" if _ONLY_NAMED.match(one.shape) else ""
    before = spoken_of[0].clause
    widely = (len(before.names) == 1 and not before.content) or _WIDELY.search(before.shape)
    return f"tell me about {one.names[0].text}" if widely else ""


def _of_a_name(
    desk: Desk, message: str, reading: Reading, subject: Subject, spoken_of: list[Focus]
) -> tuple[Answer, Sequence[Found]] | None:
    """The answer to a message that only names somebody: the question before asked of that name, where no fact knows it.

    Else the sentences just told from which write the name. None for all other messages.
    """
    name = name_alone(reading.parts)
    anew = asked_anew(name, spoken_of) if name else ""
    if any(one.clause.content for one in reading.found) and name:
        return None  # it was asked so
    if anew:
        desk.memory.foci = []
        answer, found = _told(desk, anew)
        if tells_of(name, answer):
            desk.memory.foci = [*desk.memory.foci, *spoken_of]
            return answer, found
    name = name if anew else looked_at(reading.parts) if not reading.found else ""
    if not name:
        return None
    desk.memory.foci = spoken_of
    spelled = spelled_before(desk, name, subject)
    if spelled is None:
        return (not_told(desk, anew, reading.parts), ()) if anew else None
    remember(desk, (spelled.clause,), spelled.passages)
    return composed(desk, [spelled]), [spelled]


def _of_the_list(desk: Desk, message: str, spoken_of: Sequence[Focus]) -> Found | Answer | None:
    """What a message asks of several that were just told, remembered as the last answer."""
    parts = clauses(read(message), desk.lookup.spotter, desk.today) if spoken_of else []
    listed = of_the_list(desk, parts[0], spoken_of) or others(desk, parts[0], spoken_of) if len(parts) == 1 else None
    if isinstance(listed, Found):
        quotes = tuple(s.quote for told in listed.events for s in told.statements)[:4]
        desk.memory.add(Focus(listed.clause, listed.asked, quotes, listed.events, listed.passages, listed.query))
    return listed


def _on_subject(
    desk: Desk, message: str, reading: Reading, subject: Subject, spoken_of: list[Focus]
) -> tuple[Answer, Sequence[Found]]:
    """The answer to a message that names nobody: of those whom the turns before were about, or of nobody."""
    clause = reading.parts[0]
    if is_open(desk, clause, spoken_of):
        return _left_open(desk, message, clause, subject, spoken_of)
    found = [on for one in reading.found if (on := on_it(desk, clause, one, subject)) is not None]
    if len(found) == len(reading.found) == 1 and found != reading.found:
        desk.memory.keep_only(found[0].events, found[0].passages)
    if _OTHERS.search(clause.shape):
        known = {one.id for focus in spoken_of[:_CITED] for one in focus.told}
        found = [one for one in found if not one.events or any(told.id not in known for told in one.events)]
    if is_beside_facts(clause):
        found = [one for one in found if one.rule == FOLLOWS]
    found = [by_fragment(clause, one) for one in found]
    sure = any(is_sure(clause, one, subject) for one in found)
    if not sure and not subject.at and is_beside_answer(clause):
        found = []
    if not found or goes_first(clause) or (not sure and is_fragment(clause)):
        told = on_subject(desk, clause, subject)
        if told is not None:
            desk.memory.foci = spoken_of
            remember(desk, (told.clause,), told.passages)
            return composed(desk, [told]), [told]
    if not found:
        desk.memory.foci = spoken_of
        near, _ = in_articles_before(desk, reading.parts, sought_of)
        found = [on for one in near if (on := on_it(desk, clause, one, subject)) is not None]
    if not found:
        return _left_open(desk, message, clause, subject, spoken_of)
    return _whole(desk, message, Reading(reading.parts, found, []), spoken_of), found


def _left_open(
    desk: Desk, message: str, clause: Clause, subject: Subject, spoken_of: list[Focus]
) -> tuple[Answer, Sequence[Found]]:
    """The plain no to a message on those whom the turns before were about."""
    desk.memory.foci = spoken_of
    declined = not_told_of(desk, message, clause, subject.named)
    desk.memory.add(Focus(clause))
    return declined, ()


def _of_described(
    desk: Desk, message: str, reading: Reading, spoken_of: Sequence[Focus], sure: bool
) -> tuple[Answer, Sequence[Found]] | None:
    """The answer on whom a message describes, where what was found may be no more than what it describes them by.

    That is so where what is asked of them is missing, or where sentences on the place that it names are all there is.
    """
    found = reading.found
    aside = not found or (bool(reading.missing) and all(only_describes(one.clause) for one in found))
    unsure = not sure and not any(one.events or one.card or not only_places(one.clause.ids) for one in found)
    points_back = spoken_of and any(one.pronoun for one in reading.parts)
    if points_back or not (aside or unsure):
        return None
    return _by_name(desk, message, surely=not aside) or _by_description(desk, message, surely=not aside)


def _by_name(desk: Desk, message: str, surely: bool) -> tuple[Answer, Sequence[Found]] | None:
    """The answer with the name that the articles have for whom a message describes. `surely`: where facts tell it."""
    asked, spoken_of = read(message), desk.memory.foci
    named = desk.descriptions.named(asked, desk.today)
    if named is None:
        return None
    found, missing = found_for(desk, clauses(read(named.message), desk.lookup.spotter, desk.today, apart=True))
    told_there = all(not named.within or named.within in one.articles for one in found)
    surer = any(one.events for one in found) or (not surely and desk.nameless.telling(asked, desk.today) is None)
    if not found or missing or not told_there or not surer:
        desk.memory.foci = spoken_of
        return None
    answer = composed(desk, found)
    answer = replace(answer, title=f"{answer.title} (taken for “{echo(named.text)}”)")
    return with_described(desk, asked, answer), found


def _by_description(desk: Desk, message: str, surely: bool) -> tuple[Answer, Sequence[Found]] | None:
    """The answer of sentences that hold what a message describes."""
    asked = read(message)
    parts = clauses(asked, desk.lookup.spotter, desk.today)
    if surely or any(asks_whether_somebody_answered(desk, one) for one in parts):
        return None
    said = desk.nameless.telling(asked, desk.today)
    return (as_answer(desk, asked, said), ()) if said is not None and proves(desk, asked, said) else None


def _closest(desk: Desk, message: str, reading: Reading, spoken_of: list[Focus]) -> Reading:
    """What comes closest to a message that nothing else answers; nothing where it asks of somebody nobody tells of."""
    if any(is_of_nobody(desk, one) or is_untold(desk, one) for one in reading.parts):
        return reading
    desk.memory.foci = spoken_of
    if len(reading.parts) == 1:
        one = reading.parts[0]
        meant = what_it_means(desk, one) or undisclosed(desk, one)
        meant = meant or (None if spoken_of else matter_of_nobody(desk, one))
        if meant is not None:
            return Reading(reading.parts, [meant], [])
    discourse = desk.sentences.discourse
    found, missing = closest(desk, reading.parts)
    if not all(tells_everyday(discourse, one.clause, one.passages) for one in found):
        return reading
    if not found and spoken_of:
        found, missing = in_articles_before(desk, reading.parts, sought_of)
    if not found:
        found = of_closest_article(desk, read(message), sought_of)
        found = found or (denied(desk, read(message)) if not spoken_of else [])
        found = [one for one in found if says_what_is_asked(discourse, one.clause, one.passages)]
        found = [one for one in found if not is_of_another_mind(desk, one)]
        missing = [] if found else missing
    return Reading(reading.parts, found, missing)


def _whole(desk: Desk, message: str, reading: Reading, spoken_of: Sequence[Focus]) -> Answer:
    """What was found as one answer, with totals, what comes closest beside it, and what stays open."""
    parts, found, missing = reading.parts, reading.found, reading.missing
    answer = composed(desk, found)
    if not spoken_of:
        answer = with_totals(desk, message, answer, found)
    open_parts = [clause for clause in parts if (clause.asked or clause.text) in missing]
    answer = with_alongside(desk, answer, found, open_parts)
    answer = replace(answer, hints=(*answer.hints, *map(no_article_answers, missing)))
    more, is_open = untold(desk, parts, found) if len(parts) > 1 else ([], False)
    if more:
        answer = with_sentences(answer, more, aside=False)
    if missing or is_open:
        answer = in_place(desk, answer, [one.clause for one in found] + open_parts, of_facts=True)
    return answer
