"""One message in, one answer out; knows no platform."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers.asked.heard import Conversations, Heard
from bot.answers.asked.meant import meant_instead, taken_for
from bot.answers.asked.memory import Memory
from bot.answers.asked.mending import Mender
from bot.answers.asked.question import clauses
from bot.answers.asked.reasked import reasked
from bot.answers.asked.resolve import Resolver
from bot.answers.asked.spotting import Spotter
from bot.answers.asked.tongues.reading import in_english
from bot.answers.commands import COMMANDS, Command
from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.free import answer_free
from bot.answers.lookup import Lookup
from bot.answers.picturing import chart_word
from bot.answers.sentences.described import Descriptions
from bot.answers.sentences.frames.windows import Windows
from bot.answers.sentences.markets.totals import Totals
from bot.answers.sentences.nameless.passages import Nameless
from bot.answers.sentences.people.lives import Lives
from bot.answers.sentences.retrieval import Sentences
from bot.answers.sentences.sayings import Sayings
from bot.answers.sentences.tellings import Tellings
from bot.answers.sentences.things.told import Things
from bot.answers.text import echo, read
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer
from bot.store.read import Facts

_LEAD_IN = Pattern(r"^\W*(?:and|but|or|so|then|what about|how about|what|how)\b\s*(?:about\s+)?", re.IGNORECASE)
_OTHER_ROUND = Pattern(
    r"^\W*(?:(?:and|but|so|ok|okay|then)\b[, ]*)*(?:(?:what|how) about |for |in )?(?:the |its |their )?(?P<pre>pre-)?"
    r"(?P<round>[a-h]\d?\+{0,2})(?:[ -]?(?:round|one))?\s*[?.!]*$",
    re.I,
)
"""Nothing but the letter of another round than the one that was asked about."""
_TIMELINE = Pattern(
    r"^(?:(?:please|can you|could you|show|give|me|us|what is) )*(?:the |a )?timeline (?:of|for|on) (?P<of>[^?!]{2,80})"
    r"[?! ]*$|^(?:(?:please|show|give|me|us) )*(?P<whose>[^?!/]{2,60}?)(?:['’]s)? timeline[?! ]*$",
    re.I,
)
_TURNS_READ = 6
"""Turns of a conversation that are read again; older ones are forgotten."""

_FIRST_ASKED = ("/deal {}", "/who {}", "/timeline {}", "/ask who leads {}?")


class Answerer:
    """Answers messages from the facts of one store."""

    def __init__(self, facts: Facts, today: date | None = None) -> None:
        self.facts = facts
        self._today = today
        self._conversations = Conversations()
        spotter = Spotter(facts)
        lookup = Lookup(facts, spotter)
        sentences = Sentences(facts, spotter)
        self._desk = Desk(
            facts,
            lookup,
            sentences,
            Tellings(sentences),
            Descriptions(sentences),
            Nameless(sentences),
            Totals(sentences),
            Lives(sentences),
            Things(sentences),
            Windows(sentences),
            Sayings(sentences.discourse),
            Resolver(lookup),
            Memory(facts),
            date.today(),
        )
        self._mender = Mender(facts)
        lookup.read_ahead()
        self._mender.mended("Zzyx")  # a word that is none is looked for among all names
        spotter.asked("某某某")  # and characters by how they are read
        # What is read once is read before anybody waits for it.
        self.reply(["who invested in anything at all?"])
        best_known = facts.best_known()
        for message in _FIRST_ASKED if best_known else ():
            self.reply([message.format(best_known)])

    def read_ahead(self) -> None:
        """Looks at every sentence of a small store once, for a process that will be asked more than one question."""
        self._desk.sentences.discourse.read_ahead()
        self._desk.sayings.read_ahead()
        self._desk.lookup.whereabouts.read_ahead()
        self.reply(["某某某是谁？"])  # for the words of the other language

    def reply(self, turns: Sequence[str]) -> Answer:
        """The answer to the last turn; the earlier ones are the conversation so far."""
        if not turns:
            return decline(self.facts, "There is no question in that.")
        turns = turns[-_TURNS_READ:]
        desk = self.desk()
        heard, before = self._conversations.longest(turns[:-1], desk.today)
        desk.memory.foci, last = list(before.foci), before.last
        for place in range(heard, len(turns)):
            written = read(turns[place])
            said, named = in_english(written, desk.lookup.spotter, desk.today)
            asked, slips = self._mender.mended(said)
            mended = (*named, *slips)
            if again := reasked(last, asked):
                asked = again
                desk.memory.foci = list(self._conversations.longest(turns[: max(place - 1, 0)], desk.today)[1].foci)
            last = self._continued(desk, last, asked)
            answer = self._as_meant(desk, last, self._answer(desk, last))
            self._conversations.keep(turns[: place + 1], desk.today, Heard(tuple(desk.memory.foci), last))
        if said != written and not answer.answered:  # in the words of who asked
            answer = replace(answer, title=answer.title.replace(f"“{echo(said)}”", f"“{echo(written)}”"))
        if answer.answered and mended:
            told = ", ".join(f"“{wrong}” as “{right}”" for wrong, right in mended)
            return replace(answer, title=f"{answer.title} (read {told})")
        return answer

    def desk(self) -> Desk:
        """What an answer is made with, for a conversation that has not begun."""
        return replace(self._desk, memory=Memory(self.facts), today=self._today or date.today())

    def _continued(self, desk: Desk, last: str, turn: str) -> str:
        """A message as it is meant after a command: "and in 2023?" asks the command again, narrowed."""
        text = _as_command(desk, read(turn))
        asked = desk.memory.last()
        if asked is not None and asked.narrow.round and (other := _OTHER_ROUND.match(text)):
            return f"and {'Pre-' if other['pre'] else 'Series '}{other['round'].upper()}?"
        if not last.startswith("/") or text.startswith("/"):
            return text
        parts = clauses(text, desk.lookup.spotter, desk.today)
        if len(parts) != 1 or not parts[0].bare or parts[0].pronoun or parts[0].unknown:
            return text
        word, _, argument = last.partition(" ")
        wish = _LEAD_IN.sub("", text).rstrip("?!. ")
        if parts[0].names:
            return " ".join(filter(None, (word, chart_word(argument), wish)))
        return f"{word} {argument} {wish}" if parts[0].narrow.given else text

    def _as_meant(self, desk: Desk, message: str, answer: Answer) -> Answer:
        """An answer, or where none was found that to the one name that may have been meant."""
        meant = meant_instead(message, answer) if not answer.answered else None
        if meant is None:
            return answer
        again, name = meant
        spoken_of = desk.memory.foci
        told = self._answer(desk, again)
        if told.answered:
            return taken_for(told, name)
        desk.memory.foci = spoken_of
        return answer

    def _answer(self, desk: Desk, message: str) -> Answer:
        text = read(message)
        if not text.startswith("/"):
            return answer_free(desk, text)
        word, _, argument = text[1:].partition(" ")
        command = command_named(word)
        if command is None:
            names = ", ".join(f"/{known.name}" for known in COMMANDS)
            return Answer(False, f"There is no command “/{echo(word, 20)}”.", hints=(f"The commands are {names}.",))
        return command.handler(desk, argument.strip())


def _as_command(desk: Desk, text: str) -> str:
    """A message that asks for the timeline of a name, as the command for it; else the message as it is."""
    met = _TIMELINE.match(text)
    if met is None:
        return text
    whose = met["of"] or met["whose"]
    parts = clauses(whose, desk.lookup.spotter, desk.today)
    plainly = len(parts) == 1 and len(parts[0].names) == 1 and not (parts[0].content or parts[0].unknown)
    return f"/timeline {whose}" if plainly else text


def command_named(word: str) -> Command | None:
    """The command of a name or of another name it goes by."""
    wanted = word.casefold()
    return next((known for known in COMMANDS if wanted == known.name or wanted in known.also), None)
