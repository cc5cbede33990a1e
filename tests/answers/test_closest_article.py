"""A message that says much finds its article by all of its words together; a short one on the same things does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.text import read
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import registry_of, shelved
from tests.answers.test_closest import TEXT

FERRY = (
    "The quiet yard at Brekke\n"
    "Torvald Sund builds hull brushes in a former herring hall. His crawler, the Eel, has scrubbed ferries since May. "
    "The harbour office says it got 391 letters of complaint on the noise in the first quarter. "
    "Grimstad Line has put the brushes on 38 ships and wants 120 by the end of 2027. "
    "The shipyard of Brekke holds 24.9 percent; the rest is his. "
    "In spring the creditors stood at the door, and Nordahl Fund put up 4 million euros in convertible notes. "
    "If you paid a deposit for the small crawler, refunds are available through May 31st. "
    "His letter to the ministry was framed by his wife and hangs in the canteen.\n"
)
NAMES: tuple[tuple[str, EntityKind], ...] = (
    ("Torvald Sund", "person"),
    ("Grimstad Line", "org"),
    ("Nordahl Fund", "org"),
    ("Marrow Looms", "org"),
    ("Vexley Group", "org"),
)


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    articles = {"ferry.md": ("2026-07-01", FERRY, ()), "looms.md": ("2026-05-01", TEXT, ())}
    with Facts.open(shelved(tmp_path_factory.mktemp("yard"), articles, registry_of(NAMES))) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many gripes did the harbour office get about the noise, and in what period was that?", "391"),
        ("i put money down for the small hull crawler. til when can i get my money back?", "May 31st"),
        ("who bailed out the herring hall yard when creditors came, and with how much money?", "4 million"),
        ("how many ferries of Grimstad Line have the brushes, and how many more are planned?", "120"),
        (
            "what does the herring hall builder of ferry brushes give back on deposits for the crawler?",
            "May 31st",
        ),
    ],
)
def test_a_long_message_is_answered_from_the_article_that_holds_most_of_it(
    yard: Answerer, question: str, told: str
) -> None:
    answer = yard.reply([question])
    assert answer.answered, question
    assert told in plain(answer)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what did Nordahl Fund do about the creditors at the door?", "4 million"),
        ("why on earth was the ministry letter of Torvald Sund framed?", "hangs in the canteen"),
        ("how did the brushes of Torvald Sund spread at Grimstad Line?", "38 ships"),
    ],
)
def test_a_short_one_is_where_one_sentence_says_all_of_it(yard: Answerer, question: str, told: str) -> None:
    answer = yard.reply([question])
    assert answer.answered, question
    assert told in plain(answer)


@pytest.mark.parametrize(
    "question",
    [
        "who audits Grimstad Line?",
        "why did Nordahl Fund leave Grimstad Line?",
        "what share of Grimstad Line did Nordahl Fund get for its money?",
        "what does the Eel weigh?",
        "how old is Torvald Sund?",
        "which bank advised Nordahl Fund?",
        "what is the weather like in Oslo today and will it rain tomorrow on the Stokkvik parade?",
    ],
)
def test_a_short_one_and_one_on_nobody_are_not(yard: Answerer, question: str) -> None:
    assert not yard.reply([question]).answered, question


def test_a_follow_up_is_answered_from_the_article_before_where_it_says_something_of_it(yard: Answerer) -> None:
    first = "i put money down for the small hull crawler. til when can i get my money back?"
    answer = yard.reply([first, "and what became of the letter he wrote to the ministry?"])
    assert answer.answered
    assert "framed" in plain(answer)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Who'll head it?", "Who will head it?"),
        ("wheres the plant", "where is the plant"),
        ("they didnt sell", "they did not sell"),
        ("why'd he go through it thru May", "why did he go through it through May"),
        ("open til June", "open until June"),
        ("Til Brandt's U.S. business", "Til Brandt's US business"),
        ("what've they built", "what have they built"),
        ("why on earth did it sell", "why did it sell"),
    ],
)
def test_what_is_written_short_is_written_out(written: str, meant: str) -> None:
    assert read(written) == meant
