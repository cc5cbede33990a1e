"""The connection to an endpoint, and what goes wrong with it in one line. The libraries come with the extra `llm`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.llm.endpoint import KEY, Endpoint, Form, NoExtra, NotAsked, Spent, key

_REASON = 200


def load() -> None:
    """Imports the libraries, which takes a second or two; NoExtra where they are missing."""
    try:
        import openai  # noqa: F401
        import pydantic_ai
        import pydantic_ai.models.openai  # noqa: F401
    except ImportError:
        raise NoExtra from None


@asynccontextmanager
async def connected(endpoint: Endpoint) -> AsyncIterator[Any]:
    """The model behind an endpoint, for one event loop; its connections end with it."""
    load()
    from openai import AsyncOpenAI
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    async with AsyncOpenAI(base_url=endpoint.url, api_key=key(), timeout=endpoint.seconds, max_retries=1) as client:
        yield OpenAIChatModel(endpoint.model, provider=OpenAIProvider(openai_client=client))


def formed(output: Any, form: Form) -> Any:
    """An output type, asked for in one of the forms that endpoints know."""
    from pydantic_ai import NativeOutput, PromptedOutput, ToolOutput

    return {"tool": ToolOutput, "schema": NativeOutput, "prompt": PromptedOutput}[form](output)


def spent(usage: Any) -> Spent:
    """What a run of the library used."""
    return Spent(usage.requests, usage.input_tokens or 0, usage.output_tokens or 0)


def reason(error: BaseException, endpoint: Endpoint) -> NotAsked:
    """The one line for whatever a run raised."""
    if isinstance(error, NotAsked):
        return error
    at = f"{endpoint.model} at {endpoint.url}"
    status = getattr(error, "status_code", None)
    cause = error.__cause__ or error
    if isinstance(error, TimeoutError) or "Timeout" in type(cause).__name__:
        return NotAsked(f"{at} did not answer in time: try again, or raise BOT_LLM_SECONDS")
    if status in (401, 403):
        return NotAsked(f"{at} refused the key (status {status}): check {KEY}")
    if status == 404:
        return NotAsked(f"{at} is not known there (status 404): check BOT_LLM_URL and BOT_LLM_MODEL")
    if isinstance(status, int):
        return NotAsked(f"{at} answered with status {status}: see its log, and try again")
    if "Connection" in type(cause).__name__ or "Connection" in type(error).__name__ or "onnection" in str(error)[:60]:
        return NotAsked(f"{at} cannot be reached: check BOT_LLM_URL and that it runs")
    said = " ".join(str(error).split())[:_REASON]
    return NotAsked(f"{at} gave no usable answer ({type(error).__name__}: {said}): try again or another model")
