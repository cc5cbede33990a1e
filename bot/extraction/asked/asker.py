"""An article read by a language model: instead of the rules, or beside them, where the rules win."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from bot.extraction.asked.cache import Frozen
from bot.extraction.asked.form import INSTRUCTIONS, Facts
from bot.extraction.asked.grounding import Ground
from bot.extraction.asked.prompting import prompts
from bot.extraction.consolidate import consolidate, same_fact
from bot.extraction.kind import Draft, all_kinds
from bot.extraction.run import extract
from bot.extraction.validate import validate
from bot.llm.asking import Asked, Asking, Tally
from bot.llm.client import connected, formed, load, reason, spent
from bot.llm.endpoint import NoExtra, NotAsked, Spent
from bot.model.article import Article
from bot.model.statement import Statement
from bot.names import Registry

LANGUAGES = ("en", "zh")
"""In which there are grammars to check figures and dates by."""
_ATTEMPTS = 3
"""Articles in a row that may fail before an endpoint is left alone."""


class Asker:
    """Reads articles as `bot.extraction.extract` does. `model` stands for the endpoint's where others are measured."""

    def __init__(
        self,
        asking: Asking,
        model: Any = None,
        rules: Callable[[Article], list[Statement]] = extract,
        registry: Registry | None = None,
    ) -> None:
        self._asking = asking
        self._model = model
        self._rules = rules
        self._registry = registry
        self._frozen = Frozen(asking.cache, asking.endpoint.model)
        self._failures = 0
        self._given_up: NotAsked | None = None

    def __call__(self, article: Article) -> Asked:
        """The facts; those of the rules alone where the model cannot be asked, with the reason in `failed`."""
        if article.lang not in LANGUAGES:
            return Asked(self._rules(article))
        told, tally, failed = self._told(article)
        known = self._rules(article) if failed or self._asking.mode == "beside" else []
        ground = Ground(article, self._registry)
        drafts = [draft for fact in told for draft in [ground.draft(fact)] if draft is not None]
        added = [] if failed and self._asking.mode == "alone" else _new(drafts, known, article)
        tally += Tally(kept=len(added), known=_shared(drafts, known), refused=len(told) - len(drafts))
        found = sorted((*known, *added), key=lambda s: (s.quote.start, s.quote.end, s.kind, s.id)) if added else known
        return Asked(found, tally, failed)

    def _told(self, article: Article) -> tuple[list[Any], Tally, str]:
        """What the model says of an article, what that took, and why it could not be asked where it could not."""
        told: list[Any] = []
        tally = Tally()
        for prompt in prompts(article):
            facts = self._frozen.get(prompt)
            if facts is None:
                try:
                    facts, used = self._ask(prompt)
                    self._frozen.put(prompt, facts, article.source)
                except NotAsked as error:
                    return told, tally, str(error)
                except OSError as error:
                    return told, tally, f"{self._asking.cache} cannot be written ({error.strerror}): set BOT_LLM_CACHE"
                tally += Tally(used)
            else:
                tally += Tally(replayed=1)
            told += facts.facts
        return told, tally, ""

    def _ask(self, prompt: str) -> tuple[Facts, Spent]:
        if self._given_up is not None:
            raise self._given_up
        try:
            answer = asyncio.run(self._asked(prompt))
        except NoExtra as error:
            self._given_up = error
            raise
        except Exception as error:
            told = reason(error, self._asking.endpoint)
            self._failures += 1
            if self._failures >= _ATTEMPTS:
                self._given_up = told
            raise told from None
        self._failures = 0
        return answer

    async def _asked(self, prompt: str) -> tuple[Facts, Spent]:
        load()
        if self._model is not None:
            return await self._run(self._model, prompt)
        async with connected(self._asking.endpoint) as model:
            return await self._run(model, prompt)

    async def _run(self, model: Any, prompt: str) -> tuple[Facts, Spent]:
        """One conversation of its own for each window: no article is seen together with another."""
        from pydantic_ai import Agent, UsageLimits

        endpoint = self._asking.endpoint
        agent: Any = Agent(
            model,
            output_type=formed(Facts, endpoint.form),
            instructions=INSTRUCTIONS,
            retries=1,
            model_settings={"temperature": 0.0},
        )
        run = await asyncio.wait_for(agent.run(prompt, usage_limits=UsageLimits(request_limit=2)), 2 * endpoint.seconds)
        return run.output, spent(run.usage)


def _new(drafts: list[Draft], known: list[Statement], article: Article) -> list[Statement]:
    """The statements of the drafts that tell what is not known yet, each once."""
    fresh = [draft for draft in drafts if not _is_known(draft, known)]
    statements = (validate(draft, article) for draft in consolidate(fresh))
    return [statement for statement in statements if statement is not None]


def _shared(drafts: list[Draft], known: list[Statement]) -> int:
    return sum(_is_known(draft, known) for draft in drafts)


def _is_known(draft: Draft, known: list[Statement]) -> bool:
    """Whether the rules tell the same fact: what they say of it stands."""
    kind = all_kinds()[draft.kind]
    return any(s.kind == draft.kind and same_fact(kind, Draft(s.kind, dict(s.slots), 0, 0), draft) for s in known)
