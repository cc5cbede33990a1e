"""What is asked of nobody in particular: news, periods, companies, and a first word with the one who answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers import Answerer
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

RAISED = "Vestrel Robotics raised $4 million in May 2023."
FOUNDED = "Ada Voss founded Vestrel Robotics in Delft in 2021."
BOUGHT = "In December 2024 Corran Arms raised $7 million."
ARTICLE = "\n\n".join(["Vestrel looks back", RAISED, FOUNDED, BOUGHT])


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    names: list[tuple[str, EntityKind]] = [("Vestrel Robotics", "org"), ("Corran Arms", "org"), ("Ada Voss", "person")]
    facts: list[Fact] = [
        ("funding", {"company": "Vestrel Robotics", "amount": usd(4e6), "date": "2023-05"}, RAISED),
        (
            "founding",
            {"organization": "Vestrel Robotics", "founders": ["Ada Voss"], "date": "2021", "place": "Delft"},
            FOUNDED,
        ),
        ("funding", {"company": "Corran Arms", "amount": usd(7e6), "date": "2024-12"}, BOUGHT),
    ]
    with Facts.open(of_one(tmp_path_factory.mktemp("wide"), ARTICLE, names, facts)) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize("message", ["what happened in december 2024", "december 2024", "/timeline december 2024"])
def test_a_period_tells_what_surely_lies_in_it(asked: Answerer, message: str) -> None:
    answer = asked.reply([message])
    assert [line.text for line in answer.lines] == ["Corran Arms raised $7 million, December 2024"]


@pytest.mark.parametrize("message", ["what happened in 1999", "news of may 1999"])
def test_a_time_of_which_nothing_is_known_is_told_so(asked: Answerer, message: str) -> None:
    answer = asked.reply([message])
    assert not answer.answered
    assert "1999" in answer.title


@pytest.mark.parametrize(
    "message",
    [
        "hi", "hey bot!", "@bot hello???", "thanks", "help", "what can you do?", "hi, what can you tell me about",
        "sources", "where do you get this from", "are you a bot", "how fresh", "hey is this thing up to date?",
        "what's the newest article you have", "fuck you", "this bot is useless", "hola", "안녕하세요", "こんにちは",
        "danke", "merci beaucoup", "감사합니다", "ok cool thx", "thanks bye", "你是谁", "你能做什么", "was kannst du",
        "数据更新到什么时候", "when was your last update", "which period do you cover", "can I trust this",
        "what languages do you speak", "你会说中文吗", "what commands are there", "can you make charts",
    ],
)  # fmt: skip
def test_a_first_word_is_answered(asked: Answerer, message: str) -> None:
    assert asked.reply([message]).answered


@pytest.mark.parametrize("message", ["who helped Corran Arms", "what can Vestrel Robotics do about thanks"])
def test_what_only_begins_like_one_is_none(asked: Answerer, message: str) -> None:
    assert asked.reply([message]).title not in ("Hello", "You are welcome", "What you can ask")


def test_publishers_are_counted_only_where_they_are_told(asked: Answerer) -> None:
    assert not any(" by 0 " in hint for hint in asked.reply(["where do you get this from"]).hints)


@pytest.mark.parametrize(
    "message",
    [
        "can you write me a linkedin message to Ada Voss",
        "draft an email for me",
        "please book a meeting",
        "tell me a joke",
        "what time is it",
        "can you browse the web",
        "i want to talk to a human",
    ],
)
def test_work_that_is_no_answer_is_declined(asked: Answerer, message: str) -> None:
    answer = asked.reply([message])
    assert not answer.answered
    assert "answers questions" in answer.title


@pytest.mark.parametrize("message", ["make me a list of the biggest rounds", "write me a summary of Vestrel Robotics"])
def test_a_list_or_a_summary_is_an_answer(asked: Answerer, message: str) -> None:
    assert asked.reply([message]).answered


@pytest.mark.parametrize("message", ["/who ceo", "/who the CFO?"])
def test_a_post_alone_is_asked_back(asked: Answerer, message: str) -> None:
    answer = asked.reply([message])
    assert not answer.answered
    assert "of which company" in answer.title


@pytest.mark.parametrize(
    ("message", "offered"),
    [("/timeline VR", "Vestrel Robotics"), ("/timeline Vestrell", "Vestrel Robotics")],
)
def test_what_was_meant_is_offered(asked: Answerer, message: str, offered: str) -> None:
    answer = asked.reply([message])
    assert answer.answered or offered in " ".join(answer.hints)


@pytest.mark.parametrize("message", ["any SPACs", "is there a COROM", "what of VESTS"])
def test_letters_that_are_no_slip_in_a_name_are_none(asked: Answerer, message: str) -> None:
    assert "Did you mean" not in " ".join(asked.reply([message]).hints)


def test_who_changed_jobs_lately_is_told_with_the_last_day_there_is(asked: Answerer) -> None:
    answer = asked.reply(["who changed jobs in may 1999"])
    assert not answer.answered
    assert "1999" in answer.title


def test_a_doubt_shows_again_what_the_answer_rests_on(asked: Answerer) -> None:
    assert not asked.reply(["are you sure?"]).answered
    again = asked.reply(["who founded Vestrel Robotics", "are you sure?"])
    assert FOUNDED in [citation.quote for citation in again.citations]


def test_companies_are_listed(asked: Answerer) -> None:
    lines = " ".join(line.text for line in asked.reply(["which companies do you know"]).lines)
    assert "Vestrel Robotics" in lines
    assert "Corran Arms" in lines
    assert not asked.reply(["companies from brazil"]).answered


@pytest.mark.parametrize(
    "turns",
    [
        ["which companies are german?", "and dutch ones?"],
        ["french robot companies", "what about the dutch?"],
        ["any german robot makers?", "and german ones?", "dutch companies?"],
    ],
)
def test_the_same_is_asked_of_another_people(tmp_path: Path, turns: list[str]) -> None:
    raised = ["German robot maker Vestrel raised $4 million.", "Dutch robot maker Corran Arms raised $7 million."]
    names: list[tuple[str, EntityKind]] = [("Vestrel", "org"), ("Corran Arms", "org")]
    facts: list[Fact] = [
        ("funding", {"company": name, "amount": usd(value)}, quote)
        for (name, _), value, quote in zip(names, (4e6, 7e6), raised, strict=True)
    ]
    with Facts.open(of_one(tmp_path, "\n\n".join(["Two rounds", *raised]), names, facts)) as opened:
        answer = Answerer(opened).reply(turns)
    assert [line.text.partition(":")[0] for line in answer.lines] == ["Corran Arms"]


@pytest.mark.parametrize(
    "message", ["timeline of Corran Arms", "show me Corran Arms's timeline", "Corran Arms timeline?"]
)
def test_a_timeline_may_be_asked_for_in_words(asked: Answerer, message: str) -> None:
    assert asked.reply([message]).title == "Timeline of Corran Arms"
    assert asked.reply([message, "and in 1999?"]).title != "Timeline of Corran Arms"


def test_the_timeline_of_something_of_theirs_is_none(asked: Answerer) -> None:
    assert asked.reply(["timeline of the Corran Arms merger"]).title != "Timeline of Corran Arms"
