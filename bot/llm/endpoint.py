"""Who is asked: any endpoint that speaks OpenAI's chat completions, and what asking it came to."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

KEY = "BOT_LLM_API_KEY"
"""The variable that holds the key; it is read where the endpoint is called, and kept nowhere."""

MISSING = "language models need the extra llm, which is not installed: pip install -e '.[llm]'"

Form = Literal["tool", "schema", "prompt"]
"""How an answer in a form is asked for: as the call of a tool, by a JSON schema, or by words in the prompt."""


class NotAsked(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """There is no answer; the message says in one line why and what to do."""


class NoExtra(NotAsked):
    """The libraries are not installed."""

    def __init__(self) -> None:
        super().__init__(MISSING)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`url` is the base of the API, such as http://127.0.0.1:11434/v1; prices are for a million tokens."""

    url: str
    model: str
    seconds: float = 60.0
    form: Form = "tool"
    input_price: float = 0.0
    output_price: float = 0.0


@dataclass(frozen=True, slots=True)
class Spent:
    """What some requests came to, in tokens as the endpoint counts them."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0

    def __add__(self, other: Spent) -> Spent:
        return Spent(
            self.requests + other.requests,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
        )

    def cost(self, endpoint: Endpoint) -> float:
        """By the prices that are set; 0 where none are."""
        return (self.input_tokens * endpoint.input_price + self.output_tokens * endpoint.output_price) / 1_000_000

    def told(self, endpoint: Endpoint) -> str:
        """In words: "3 requests, 4,200 tokens in, 310 out, cost 0.0042"."""
        words = f"{self.requests} request{'' if self.requests == 1 else 's'}, {self.input_tokens:,} tokens in, "
        words += f"{self.output_tokens:,} out"
        cost = self.cost(endpoint)
        return f"{words}, cost {cost:.4f}" if cost else words


def key(environment: Mapping[str, str] | None = None) -> str:
    """The key of the endpoint; a word that is none where none is set, for endpoints that need none."""
    return (os.environ if environment is None else environment).get(KEY, "").strip() or "none"
