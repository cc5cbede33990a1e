"""What is said where nothing answers a message: why not, and what is known instead."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.decline import decline, written_as_names
from bot.answers.desk import Desk
from bot.answers.intents.time import is_news
from bot.answers.legs.between import says_untied, stands_alone
from bot.answers.legs.known_instead import known_instead
from bot.answers.query import Ids
from bot.answers.sentences.meanings.of_questions import is_word
from bot.answers.several import SOURCES_AGREE
from bot.answers.text import echo
from bot.grammar.dates import format_when
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer
from bot.model.when import When
from bot.names.folding import fold

_FIRST = Pattern(r"[A-Z][a-z]{4,}(?![\w.-])")


def not_told(desk: Desk, message: str, parts: list[Clause]) -> Answer:
    """The plain no to a message that was read as these parts."""
    near = list(dict.fromkeys(name.ids for clause in parts for name in _meant(desk, clause).names if name.ids))
    unknown = [word for clause in parts for word in clause.unknown] or (
        [] if near else _written_as_names(desk, message)
    )
    since = next((clause.narrow.when for clause in parts if is_news(clause) and clause.narrow.when), None)
    if since is not None and not near:
        return decline(desk.facts, _nothing_new(desk, since))
    if near and not unknown and any(SOURCES_AGREE.search(clause.shape) for clause in parts):
        names = " and ".join(dict.fromkeys(desk.facts.name(sorted(ids)[0]) for ids in near))
        return decline(desk.facts, f"No two articles tell anything of {names} differently.", near)
    two = len(parts) == 1 and stands_alone(desk, parts[0])
    why = says_untied(desk, parts[0]) if two else no_article_answers(message)
    declined = decline(desk.facts, why, near, unknown, "/ask")
    known = next(filter(None, (known_instead(desk, clause) for clause in parts)), "")
    return replace(declined, hints=(known, *declined.hints)) if known else declined


def _written_as_names(desk: Desk, message: str) -> list[str]:
    """Words written as names are; the first word of a message, which has a capital anyway, where it is no word."""
    found = written_as_names(message)
    first = _FIRST.match(message)
    if not found and first and not (is_word(first[0].casefold()) or desk.lookup.spotter.ordinary(fold(first[0]))):
        found = [first[0]]
    return found


def not_told_of(desk: Desk, message: str, clause: Clause, spoken_of: Ids) -> Answer:
    """The plain no to a message that names nobody and was about those whom the turns before were about."""
    spelled = next((word for word in desk.memory.spelled() if word[:1].isupper()), "")  # whom no fact knows
    ids = next(iter(_meant(desk, clause).groups()), spoken_of if not spelled else frozenset())
    name = next((desk.facts.name(one) for one in sorted(ids)), spelled)
    told = f"Nothing in the articles answers that of {name}: “{echo(message)}”." if name else ""
    return decline(desk.facts, told or no_article_answers(message), [ids] if ids else [], (), "/ask")


def _meant(desk: Desk, clause: Clause) -> Clause:
    """A clause with whom its pronoun means, where it names nobody itself."""
    if clause.names or clause.unknown or not clause.pronoun:
        return clause
    return next(iter(desk.resolver.readings(clause, desk.memory)), clause)


def no_article_answers(text: str) -> str:
    """What is said of a question, or of a part of one, that stays open."""
    return f"Nothing in the articles answers “{echo(text)}”."


def _nothing_new(desk: Desk, since: When) -> str:
    """Why there is no news: how old the newest article is."""
    newest = desk.facts.newest
    told = f"; the newest article is of {format_when(When.from_iso(newest))}" if newest else ""
    time = f"since {format_when(When.day(since.start))}" if since.open == "after" else f"for {format_when(since)}"
    return f"No article tells anything new {time}{told}."
