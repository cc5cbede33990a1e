"""An answer worded by a language model where that holds, else the plain one, with a line that says which it is."""

from __future__ import annotations

import asyncio
import logging
import re
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.answers.agent.asking import Declined, Drafted, draft
from bot.answers.agent.shelf import Shelf
from bot.answers.agent.tools import Tools
from bot.answers.answerer import Answerer
from bot.answers.text import read
from bot.llm.client import reason
from bot.llm.endpoint import Endpoint, NotAsked
from bot.locales import forms
from bot.model.answer import Answer, Citation, Line

log = logging.getLogger(__name__)

_FREE = re.compile(r"/(?:ask|q)\s+\S|[^/\s]", re.IGNORECASE)
_EXPLAIN = re.compile(r"(?:--|—|–)\s*explain\b", re.IGNORECASE)
_TURNS = 6
_KEPT = 200
_CITED = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may take: seconds in all, requests, tokens in all of them; and how many are made at a time."""

    seconds: float = 8.0
    steps: int = 6
    tokens: int = 40_000
    at_once: int = 2


class Failed(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The model gave no answer; the next who asks may have one."""


class Wording:
    """One for a process. `model` stands for the endpoint's where others are tried."""

    def __init__(self, endpoint: Endpoint, limits: Limits, model: Any = None) -> None:
        self._endpoint = endpoint
        self._limits = limits
        self._model = model
        self._free = threading.BoundedSemaphore(limits.at_once)
        self._lock = threading.Lock()
        self._worded: OrderedDict[tuple[object, ...], Answer] = OrderedDict()

    def instead(self, answerer: Answerer, turns: Sequence[str], plain: Answer) -> Answer:
        """What is said in place of the plain answer to the last of some messages. Blocks, for as long as is allowed."""
        if not turns or not is_free(turns[-1]) or plain.picture is not None or plain.file is not None:
            return plain
        recent = tuple(turns[-_TURNS:])
        key = (answerer.facts.built_at(), forms(), recent)
        with self._lock:
            if key in self._worded:  # a button shows an answer again: it must not come out differently
                self._worded.move_to_end(key)
                return self._worded[key]
        if not self._free.acquire(blocking=False):
            return _noted(plain, "Plain answer: the language model is busy.")
        try:
            answer = self._tried(answerer, recent, plain)
        except Failed:
            return _noted(plain, "Plain answer: the language model gave none in time.")
        finally:
            self._free.release()
        with self._lock:
            self._worded[key] = answer
            while len(self._worded) > _KEPT:
                self._worded.popitem(last=False)
        return answer

    def _tried(self, answerer: Answerer, turns: tuple[str, ...], plain: Answer) -> Answer:
        desk = answerer.desk()
        tools = Tools(desk, Shelf(desk.lookup.spotter))
        before = answerer.reply(turns[:-1]) if len(turns) > 1 else None
        try:
            made = asyncio.run(self._drafted(tools, turns, plain, before))
        except Declined as error:
            log.info("answer of the language model not shown: %s", error)
            return _noted(plain, f"Plain answer: what {self._called} wrote did not hold{_by(tools)}.")
        except Exception as error:
            told = error if isinstance(error, NotAsked) else reason(error, self._endpoint)
            log.warning("the language model was not asked, the plain answer is shown: %s", told)
            raise Failed from None
        log.info("answer worded by %s: %s", self._called, made.spent.told(self._endpoint))
        return self._answer(made, plain, tools)

    async def _drafted(self, tools: Tools, turns: tuple[str, ...], plain: Answer, before: Answer | None) -> Drafted:
        limits = self._limits
        work = draft(self._endpoint, tools, turns, plain, before, limits.steps, limits.tokens, self._model)
        return await asyncio.wait_for(work, limits.seconds)

    def _answer(self, made: Drafted, plain: Answer, tools: Tools) -> Answer:
        lines: list[Line] = []
        for text, cited in made.sentences:
            citations: dict[tuple[str, str], Citation] = {}
            for shown in cited:
                for citation in shown.line.citations[: 1 if len(cited) > 1 else 2]:
                    citations.setdefault((citation.source, citation.quote), citation)
            event = cited[0].line.event if len(cited) == 1 else ""
            when = cited[0].line.when if len(cited) == 1 else ""
            notes = tuple(dict.fromkeys(note for shown in cited for note in shown.line.notes))[:2]
            lines.append(Line(text, tuple(citations.values())[:_CITED], notes, when, event))
        title = plain.title if plain.answered else "What the facts say"
        ids = tuple(sorted(frozenset().union(*(shown.ids for _, cited in made.sentences for shown in cited))))
        entities = plain.entities or ids[:20]
        worded = Answer(True, title, tuple(lines), actions=plain.actions if plain.answered else (), entities=entities)
        note = f"Worded by {self._called}{_by(tools)}; every number, name and date stands in the facts cited."
        return _noted(worded, note)

    @property
    def _called(self) -> str:
        """The model, by what is left of its name in a message."""
        return re.sub(r"[^\w.:-]+", " ", self._endpoint.model.rpartition("/")[2]).strip()[:40] or "a language model"


def is_free(message: str) -> bool:
    """Whether a message is a question in free words, and no command and no request to be told how it was read."""
    text = read(message)
    return bool(_FREE.match(text)) and not _EXPLAIN.search(text)


def _by(tools: Tools) -> str:
    """Which tools were used, in brackets."""
    used = ", ".join(f"{name} ×{count}" if count > 1 else name for name, count in sorted(tools.used.items()))
    return f" (tools used: {used or 'none'})"


def _noted(answer: Answer, note: str) -> Answer:
    return replace(answer, hints=(note, *answer.hints))
