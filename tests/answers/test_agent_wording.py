"""Answers worded by a language model: looked up by typed queries, shown where they hold, else the plain answer."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from typing import Any

import pytest

from bot.answers import Answerer
from bot.answers.agent import Wording
from bot.answers.agent.shelf import Shelf
from bot.answers.agent.tools import Tools
from bot.answers.agent.wording import Limits, is_free
from bot.llm.endpoint import MISSING, Endpoint
from bot.model.answer import Answer
from tests.llm.endpoint_double import endpoint, tool_answers

QUESTION = "who led the Series B of Quillon Robotics?"
HOLDS = {"text": "Bexley Capital led the Series B of $120 million.", "facts": ["F1"]}
NOWHERE = Endpoint("http://127.0.0.1:9/v1", "maker/model-7", seconds=5)


@pytest.fixture
def tools(answerer: Answerer) -> Tools:
    desk = answerer.desk()
    return Tools(desk, Shelf(desk.lookup.spotter))


def told(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


# The tools, which need no library


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"kinds": ["funding"], "roles": {"company": "Quillon"}, "round": "Series B"}, ["$112 million"]),
        ({"kinds": ["funding"], "roles": {"investors": "Bexley Capital"}, "until": "2024"}, ["Tallow"]),
        ({"kinds": ["funding"], "since": "2025", "order": "largest"}, ["Quillon Robotics"]),
        ({"kinds": ["funding"], "least_usd": 100e6}, ["$112 million"]),
        ({"kinds": ["ipo"], "status": "rumored"}, ["Oslo"]),
        ({"names": ["奎隆"], "kinds": ["founding"]}, ["2019"]),
        (
            {"kinds": ["funding"], "roles": {"company": "Quillon"}, "aggregate": "count"},
            ["2 funding rounds known here"],
        ),
        ({"kinds": ["funding"], "roles": {"company": "Quillon"}, "aggregate": "sum"}, ["add up to $142 million"]),
    ],
)
async def test_a_typed_query_finds(tools: Tools, asked: dict[str, Any], says: list[str]) -> None:
    facts = told(await tools.find_facts(**asked))["facts"]
    assert [fact["fact"] for fact in facts] == [f"F{n}" for n in range(1, len(facts) + 1)]
    assert all(part in facts[0]["says"] for part in says)


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ({"names": ["Zorblatt"]}, "nobody is known by the name 'Zorblatt'"),
        ({"roles": {"sqlite_master": "Quillon"}}, "there is no part 'sqlite_master'"),
        ({"since": "last year"}, "since and until are"),
        ({"since": "2025", "until": "2024"}, "since and until are"),
        ({"names": ["Quillon' OR 1=1 --"]}, "nobody is known"),
        ({"kinds": ["price"], "names": ["Tallow"]}, "nothing is known of that"),
    ],
)
async def test_what_cannot_be_looked_up_is_said(tools: Tools, asked: dict[str, Any], note: str) -> None:
    found = told(await tools.find_facts(**asked))
    assert found["facts"] == []
    assert note in found["note"]


async def test_somebody_is_looked_up(tools: Tools) -> None:
    known = told(await tools.look_up("Aldane"))["known"]
    assert [one["name"] for one in known] == ["Mira Aldane"]
    assert known[0]["facts"]["education"] == 1
    assert "nobody is known" in told(await tools.look_up("Zorblatt"))["note"]


async def test_sentences_are_searched(tools: Tools) -> None:
    facts = told(await tools.search_sentences("robots common lamps"))["facts"]
    assert "as common as lamps" in facts[0]["says"]


@pytest.mark.parametrize(
    ("message", "free"),
    [
        ("who leads Quillon?", True),
        ("/ask who leads Quillon?", True),
        ("/q who leads Quillon?", True),
        ("/ask", False),
        ("/deal Quillon", False),
        ("who leads Quillon? --explain", False),
        ("  ", False),
    ],
)
def test_free_questions_alone_are_worded(message: str, free: bool) -> None:
    assert is_free(message) is free


# Without the extra


def test_without_the_extra_the_plain_answer_comes_and_the_log_says_what_to_install(
    answerer: Answerer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("pydantic_ai", "openai"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    plain = answerer.reply([QUESTION])
    answer = Wording(NOWHERE, Limits()).instead(answerer, [QUESTION], plain)
    assert answer.lines == plain.lines
    assert answer.hints[0] == "Plain answer: the language model gave none in time."
    assert [record.getMessage() for record in caplog.records if MISSING in record.getMessage()] != []


# With it: the library's doubles


def worded(answerer: Answerer, replies: list[Any], turns: list[str] | None = None, **limits: Any) -> tuple[Answer, Any]:
    """The answer of a model that does one thing after the other, and what it saw at each."""
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    from pydantic_ai.messages import ModelResponse, ToolCallPart
    from pydantic_ai.models.function import FunctionModel

    seen: list[Any] = []

    def act(messages: Any, info: Any) -> Any:
        seen.append(messages)
        said = replies[min(len(seen), len(replies)) - 1]
        if isinstance(said, Exception):
            raise said
        name, arguments = said if isinstance(said, tuple) else (info.output_tools[0].name, {"sentences": said})
        return ModelResponse(parts=[ToolCallPart(name, arguments)])

    asked = turns or [QUESTION]
    wording = Wording(NOWHERE, Limits(**limits), FunctionModel(act))
    return wording.instead(answerer, asked, answerer.reply(asked)), seen


def test_what_holds_is_shown_with_its_sources_and_with_the_tools(answerer: Answerer) -> None:
    find = ("find_facts", {"kinds": ["funding"], "names": ["Quillon Robotics"]})
    answer, _ = worded(answerer, [find, [HOLDS]])
    assert [line.text for line in answer.lines] == [HOLDS["text"]]
    assert answer.lines[0].citations[0].quote.startswith("Quillon Robotics of Tromsø has raised $120 million")
    assert answer.lines[0].event
    assert answer.hints == (
        "Worded by model-7 (tools used: find_facts); every number, name and date stands in the facts cited.",
    )


def test_the_question_and_the_conversation_go_as_data(answerer: Answerer) -> None:
    turns = ["who leads Quillon Robotics?", 'and its "Series B"?']
    _, seen = worded(answerer, [[HOLDS]], turns)
    prompt = json.loads(seen[0][0].parts[-1].content)
    assert prompt["asked_before"] == turns[:1]
    assert prompt["question"] == turns[1]
    assert "Mira Aldane" in json.dumps(prompt["last_answer"])


def test_what_does_not_hold_may_be_corrected_once(answerer: Answerer) -> None:
    made_up = {"text": "Bexley Capital put in $70 million.", "facts": ["F1"]}
    answer, seen = worded(answerer, [[made_up], [HOLDS]])
    assert [line.text for line in answer.lines] == [HOLDS["text"]]
    assert "$70 million" in str(seen[1][-1])


@pytest.mark.parametrize(
    "sentences",
    [
        [{"text": "Bexley Capital put in $70 million.", "facts": ["F1"]}],
        [HOLDS, {"text": "Zorblatt joined.", "facts": ["F1"]}],
        [{"text": HOLDS["text"], "facts": []}],
        [{"text": HOLDS["text"], "facts": ["F77"]}],
        [HOLDS] * 9,
        [],
    ],
)
def test_else_the_plain_answer_is_shown_and_says_so(answerer: Answerer, sentences: list[Any]) -> None:
    plain = answerer.reply([QUESTION])
    answer, _ = worded(answerer, [("look_up", {"name": "Quillon"}), sentences])
    assert answer.lines == plain.lines
    assert answer.hints[0] == "Plain answer: what model-7 wrote did not hold (tools used: look_up)."


@pytest.mark.parametrize(("limits", "steps"), [({"steps": 3}, 3), ({"tokens": 1}, 1)], ids=["requests", "tokens"])
def test_an_endless_search_ends(answerer: Answerer, limits: dict[str, int], steps: int) -> None:
    answer, seen = worded(answerer, [("search_sentences", {"words": "robots"})], **limits)
    assert len(seen) == steps
    assert answer.hints[0].startswith("Plain answer: what model-7 wrote did not hold")


def test_a_model_that_takes_too_long_is_left(answerer: Answerer) -> None:
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    from pydantic_ai.models.function import FunctionModel

    async def never(messages: Any, info: Any) -> Any:
        await asyncio.Event().wait()

    wording = Wording(NOWHERE, Limits(seconds=0.05), FunctionModel(never))
    plain = answerer.reply([QUESTION])
    answer = wording.instead(answerer, [QUESTION], plain)
    assert answer.lines == plain.lines
    assert answer.hints[0] == "Plain answer: the language model gave none in time."


def test_any_tool_may_be_called_as_the_model_likes(answerer: Answerer) -> None:
    """The library's own double calls every tool with whatever fits its form, and answers nonsense."""
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    from pydantic_ai.models.test import TestModel

    plain = answerer.reply([QUESTION])
    answer = Wording(NOWHERE, Limits(), TestModel()).instead(answerer, [QUESTION], plain)
    assert answer.lines == plain.lines
    assert answer.hints[0].startswith("Plain answer")


def test_a_question_asked_again_by_a_button_has_the_same_answer(answerer: Answerer) -> None:
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    from pydantic_ai.models.test import TestModel

    wording = Wording(NOWHERE, Limits(), TestModel(call_tools=[], custom_output_args={"sentences": [HOLDS]}))
    plain = answerer.reply([QUESTION])
    assert wording.instead(answerer, [QUESTION], plain) is wording.instead(answerer, [QUESTION], plain)


def test_those_who_ask_while_it_is_busy_get_the_plain_answer_at_once(answerer: Answerer) -> None:
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    from pydantic_ai.models.function import FunctionModel

    begun, go_on = threading.Event(), threading.Event()

    def waits(messages: Any, info: Any) -> Any:
        begun.set()
        go_on.wait(30)
        raise OSError("gone")

    async def asks(messages: Any, info: Any) -> Any:
        return await asyncio.to_thread(waits, messages, info)

    wording = Wording(NOWHERE, Limits(at_once=1, seconds=30), FunctionModel(asks))
    plain = answerer.reply([QUESTION])
    first = threading.Thread(target=wording.instead, args=(answerer, [QUESTION], plain))
    first.start()
    assert begun.wait(30)
    answer = wording.instead(answerer, [QUESTION], plain)
    go_on.set()
    first.join()
    assert answer.hints[0] == "Plain answer: the language model is busy."


# With it: an endpoint


@pytest.fixture
def asked(answerer: Answerer) -> Callable[..., tuple[Answer, Any]]:
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")

    def ask(reply: Any) -> tuple[Answer, Any]:
        with endpoint(reply) as double:
            wording = Wording(Endpoint(double.url, "model-7", seconds=20), Limits(seconds=30))
            return wording.instead(answerer, [QUESTION], answerer.reply([QUESTION])), double

    return ask


def test_over_http(asked: Callable[..., tuple[Answer, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_LLM_API_KEY", "sk-invented-key")

    def reply(request: dict[str, Any]) -> dict[str, Any]:
        if not tool_answers(request):
            return {"call": "find_facts", "with": {"kinds": ["funding"], "roles": {"company": "Quillon"}}}
        return {"sentences": [HOLDS]}

    answer, double = asked(reply)
    assert [line.text for line in answer.lines] == [HOLDS["text"]]
    assert set(double.keys) == {"Bearer sk-invented-key"}
    assert {tool["function"]["name"] for tool in double.requests[0]["tools"]} >= {
        "find_facts",
        "look_up",
        "search_sentences",
    }
    assert "$120 million" in tool_answers(double.requests[1])[0]


@pytest.mark.parametrize("form", ["schema", "prompt"])
def test_in_the_forms_of_other_endpoints(answerer: Answerer, form: Any) -> None:
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")

    def reply(request: dict[str, Any]) -> dict[str, Any]:
        if not tool_answers(request):
            return {"call": "search_sentences", "with": {"words": "lamps"}}
        return {"sentences": [HOLDS]}

    with endpoint(reply) as double:
        wording = Wording(Endpoint(double.url, "model-7", seconds=20, form=form), Limits(seconds=30))
        answer = wording.instead(answerer, [QUESTION], answerer.reply([QUESTION]))
    assert [line.text for line in answer.lines] == [HOLDS["text"]]


@pytest.mark.parametrize(("status", "says"), [(401, "refused the key"), (404, "BOT_LLM_MODEL"), (400, "status 400")])
def test_an_endpoint_that_refuses_is_one_line_in_the_log(
    asked: Callable[..., tuple[Answer, Any]], status: int, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer, _ = asked(lambda request: status)
    assert answer.answered
    assert answer.hints[0].startswith("Plain answer")
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert len(lines) == 1
    assert says in lines[0]
    assert "\n" not in lines[0]
