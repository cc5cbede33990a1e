"""`bot digest`: what is new since a day."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bot.answers.render import COMMAND, plain
from bot.commandline.asking import opened
from bot.commandline.days import day
from bot.commandline.output import Refusal, print_json
from bot.commandline.picturing import picture_of
from bot.digests.charting import charted
from bot.digests.content import news
from bot.digests.topics import Topics
from bot.digests.wording import MOST, as_answer, as_json
from bot.locales import speaking
from bot.store.read import Facts


def digest(
    db: Path,
    since: str | None,
    until: str | None,
    names: Sequence[str],
    json: bool,
    language: str,
    chart: Path | None = None,
) -> None:
    """Prints the digest of the days from `since` on and before `until`; as JSON in no language's forms."""
    first = day(since, "--since", "bot digest") if since else date.today() - timedelta(days=7)
    end = day(until, "--until", "bot digest") if until else None
    if end is not None and end <= first:
        raise Refusal(f"bot digest: --until {end} is not after --since {first}: no day lies between")
    with opened(db) as app:
        facts = app.facts
        topics = Topics(entities=frozenset(one for name in names for one in _ids(facts, name)))
        built = date.fromisoformat(facts.built_at()[:10])
        learned = facts.changes() if first <= built and (end is None or built < end) else []
        if json:
            print_json(as_json(news(facts, first, end, learned, topics)))
            return
        with speaking(language):
            told = news(facts, first, end, learned, topics, most=MOST)
            answer = charted(as_answer(told), told, facts)
            if not answer.answered and not since and not until:
                answer = replace(answer, hints=_older(facts))
            text = plain(answer, COMMAND)
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()
    picture_of(answer, chart, "bot digest")


def _older(facts: Facts) -> tuple[str, ...]:
    """Where the newest article is older than the days that were looked at: how to have it told."""
    newest = max((article.published for article in facts.articles()), default="")
    return (f"The newest article is of {newest}: bot digest --since {newest[:7]}",) if newest else ()


def _ids(facts: Facts, name: str) -> list[str]:
    """The entities of a name and what belongs to them; Refusal where nothing goes by it."""
    found = facts.lookup(name)
    if not found:
        meant = ", ".join(entity.name for entity in facts.suggest(name))
        raise Refusal(f"bot digest: nothing is known of {name!r}" + (f": is it {meant}?" if meant else ""))
    return [one.id for entity in found for one in (entity, *facts.children(entity.id))]
