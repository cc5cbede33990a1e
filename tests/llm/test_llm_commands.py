"""The command line with a language model: what is set, what is printed, and what no line ever holds."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import run
from bot.llm.endpoint import MISSING, Endpoint, Spent
from bot.operations.secrets import MASK, Masking, needed_to_build, without_secrets
from tests.llm.endpoint_double import endpoint

ROUND = "Quillon Robotics raised $21 million in a Series B round in February 2025."
FACT = {"kind": "funding", "quote": ROUND, "company": "Quillon Robotics", "amount": {"value": 21e6, "currency": "USD"}}
KEY = "sk-invented-key-of-tests"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("BOT_LLM_MODEL", "BOT_LLM_EXTRACTION", "BOT_LLM_ANSWERS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "quillon.md").write_text(f"---\npublished: 2025-03-04\n---\n\n{ROUND}\n", "utf-8")
    return tmp_path / "seeds"


def use(monkeypatch: pytest.MonkeyPatch, url: str = "http://127.0.0.1:9/v1", **more: str) -> None:
    told = {"url": url, "model": "model-7", "api_key": KEY, "input_price": "2", "output_price": "10", **more}
    for name, value in told.items():
        monkeypatch.setenv(f"BOT_LLM_{name.upper()}", value)


def test_extract_prints_facts_alone_and_tells_what_it_cost(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    with endpoint(lambda request: {"facts": [FACT]}) as double:
        use(monkeypatch, double.url, extraction="alone")
        assert run(["extract", str(seeds / "quillon.md")]) == 0
    out, said = capsys.readouterr()
    assert [fact["kind"] for fact in json.loads(out)["facts"]] == ["funding"]
    assert said == (
        "bot extract: asked model-7: 1 request, 1,000 tokens in, 100 out, cost 0.0030, 0 answered from the cache;"
        " 1 facts kept, 0 refused\n"
    )
    assert double.keys == [f"Bearer {KEY}"]


def test_build_names_the_article_that_could_not_be_asked_about_and_never_the_key(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    with endpoint(lambda request: 401) as double:
        use(monkeypatch, double.url, extraction="beside")
        assert run(["build", "--json"]) == 0
    out, said = capsys.readouterr()
    report: dict[str, Any] = json.loads(out)
    assert report["facts"] >= 1, "what the rules found"
    assert report["asked"]["failed"][0][0] == "quillon.md"
    lines = said.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("bot build: quillon.md: the language model was not asked, what the rules found is kept")
    assert "check BOT_LLM_API_KEY" in lines[1]
    assert KEY not in out + said


@pytest.mark.parametrize("command", [["extract", "seeds/quillon.md"], ["build"]])
def test_without_the_extra_one_line_says_what_to_install(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    for name in ("pydantic_ai", "openai"):
        monkeypatch.setitem(sys.modules, name, None)
    use(monkeypatch, extraction="beside")
    assert run(command) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if MISSING in line]
    assert len(lines) == 1


def test_ask_without_the_extra_answers_plainly_and_says_what_to_install(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build"]) == 0
    for name in ("pydantic_ai", "openai"):
        monkeypatch.setitem(sys.modules, name, None)
    use(monkeypatch, answers="1")
    capsys.readouterr()
    assert run(["ask", "how much did Quillon Robotics raise?"]) == 0
    out, said = capsys.readouterr()
    assert "$21 million" in out
    assert said == f"bot ask: {MISSING}\n"


def test_ask_is_worded_where_that_is_set(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    assert run(["build"]) == 0
    said = {"sentences": [{"text": "It raised $21 million.", "facts": ["F1"]}]}
    with endpoint(lambda request: said) as double:
        use(monkeypatch, double.url, answers="1")
        capsys.readouterr()
        assert run(["ask", "how much did Quillon Robotics raise?"]) == 0
    out = capsys.readouterr().out
    assert "- It raised $21 million. [1]" in out or "It raised $21 million. [1]" in out
    assert "Worded by model-7 (tools used: none)" in out


@pytest.mark.parametrize("installed", [True, False])
def test_doctor_tells_whether_the_model_can_be_asked(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], installed: bool
) -> None:
    if installed:
        pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    else:
        for name in ("pydantic_ai", "openai"):
            monkeypatch.setitem(sys.modules, name, None)
    use(monkeypatch, extraction="beside", answers="1")
    run(["doctor", "--offline"])
    line = next(line for line in capsys.readouterr().out.splitlines() if "language model" in line)
    told = "ok     language model: model-7 at http://127.0.0.1:9/v1 reads articles (beside) and words answers"
    assert line == (told if installed else f"fault  language model: {MISSING}")


@pytest.mark.parametrize("name", ["BOT_LLM_EXTRACTION", "BOT_LLM_ANSWERS"])
def test_a_model_has_to_be_named(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.setenv(name, {"BOT_LLM_EXTRACTION": "beside", "BOT_LLM_ANSWERS": "yes"}[name])
    assert run(["build"]) == 2
    assert capsys.readouterr().err == (
        f"{name}: needs BOT_LLM_MODEL to name the model that is to be asked: correct this variable\n"
    )


def test_the_key_is_masked_and_given_to_a_build_only_where_it_asks() -> None:
    environment = {"BOT_LLM_API_KEY": KEY, "PATH": "/bin"}
    assert Masking([*environment.values()])(f"sent {KEY}") == f"sent {MASK}"
    assert without_secrets(environment, needed_to_build(environment)) == {"PATH": "/bin"}
    asks = {**environment, "BOT_LLM_EXTRACTION": "beside"}
    assert without_secrets(asks, needed_to_build(asks)) == asks


def test_what_is_spent_is_told_by_the_prices() -> None:
    endpoint = Endpoint("http://127.0.0.1/v1", "m", input_price=0.5, output_price=2)
    assert Spent(2, 1_000_000, 500_000).told(endpoint) == "2 requests, 1,000,000 tokens in, 500,000 out, cost 1.5000"
    assert Spent(1, 10, 5).told(Endpoint("http://127.0.0.1/v1", "m")) == "1 request, 10 tokens in, 5 out"
