"""Questions for a word, a reason, a denial, what is to come and what was before: the sentence that tells so answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer
from bot.answers.asked.question import clauses
from bot.answers.intents.frames import frame_of, topic_of
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, told

NAMES: list[tuple[str, EntityKind]] = [
    ("Orrery Motion", "org"),
    ("Tamsin Labs", "org"),
    ("Halberd Fund", "org"),
    ("Merrin Bank", "org"),
    ("Lodestar Research", "org"),
    ("Corvid", "product"),
    ("Wenna Pask", "person"),
    ("Tobiah Lune", "person"),
    ("Maud Ferrier", "person"),
    ("Ghent", "place"),
]

TEXT = """Orrery Motion halves its Corvid goal

Orrery Motion has halved the parts it buys for Corvid as it redesigns the wrist for a third time.

It now means to build 3,000 Corvids in 2027, against 6,000 in its spring plan.

"Wrists are where money goes to sleep," said Wenna Pask, who runs the company. "We should have listened to the fitters."

Tamsin Labs, its neighbour, has decided against walking machines. "Stairs are for tenants," a Tamsin Labs manager said.

A report that Halberd Fund wants to sell its shares in Orrery Motion was called "a bedtime story" by Halberd Fund.

Merrin Bank expects 40,000 walking machines to be shipped in 2027.

Lodestar Research is more careful. It puts shipments at 22,000 for 2027.

The second hall in Ghent was due to open in May. It now opens in the autumn of 2027.

Talks between Orrery Motion and Tamsin Labs on a common wrist ended in June. No agreement was reached.

Maud Ferrier left the board of Orrery Motion for Halberd Fund in March.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(tmp_path_factory.mktemp("frames"), TEXT, NAMES, [])
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "frame", "topic"),
    [
        ("why did Orrery Motion halve its parts orders?", "why", ("halv", "part", "ord")),
        ("what is behind the delay of the Corvid?", "why", ("delay",)),
        ("did Halberd Fund confirm the sale?", "settled", ("sal",)),
        ("is it true that Halberd Fund sells its shares?", "settled", ("sell", "shar")),
        ("what did Wenna Pask say about wrists?", "said", ("wrist",)),
        ("what does Merrin Bank make of the new wrist?", "said", ("wrist",)),
        ("how did Orrery Motion change its goal for 2027?", "changed", ()),
        ("what happened to the spring plan?", "changed", ("spr",)),
        ("when will the hall in Ghent open?", "ahead", ("hall", "open")),
        ("how far apart are Merrin Bank and Lodestar Research on shipments?", "apart", ("shipment",)),
        ("does Tamsin Labs make wrists?", "yes", ("wrist",)),
    ],
)
def test_a_question_is_read_by_the_way_it_asks(
    answerer: Answerer, asked: str, frame: str, topic: tuple[str, ...]
) -> None:
    desk = answerer.desk()
    clause = clauses(asked, desk.lookup.spotter, desk.today, apart=True)[0]
    found = frame_of(clause)
    assert found is not None
    assert found.name == frame
    assert topic_of(clause, found)[0] == topic


def test_a_plain_question_has_no_frame(answerer: Answerer) -> None:
    desk = answerer.desk()
    assert frame_of(clauses("who founded Orrery Motion?", desk.lookup.spotter, desk.today, apart=True)[0]) is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("why has Orrery Motion cut its orders of Corvid parts?", ("redesigns the wrist",)),
        ("why is Tamsin Labs not using walking machines?", ("Stairs are for tenants",)),
        ("what did Wenna Pask say about wrists?", ("money goes to sleep", "listened to the fitters")),
        ('who said that wrists are "where money goes to sleep"?', ("Wenna Pask",)),
        ("is it true that Halberd Fund wants to sell its Orrery Motion shares?", ("bedtime story",)),
        ("did Halberd Fund comment on the report about its shares in Orrery Motion?", ("bedtime story",)),
        ("how did Orrery Motion change its Corvid goal for 2027?", ("3,000", "6,000")),
        ("how far apart are Merrin Bank and Lodestar Research on shipments in 2027?", ("40,000", "22,000")),
        ("when will Orrery Motion's second hall in Ghent open?", ("autumn of 2027",)),
        ("what came of the talks between Orrery Motion and Tamsin Labs?", ("No agreement",)),
    ],
)
def test_the_sentence_that_tells_so_answers(answerer: Answerer, asked: str, said: tuple[str, ...]) -> None:
    told(answerer, asked, *said)


@pytest.mark.parametrize(
    "asked",
    [
        "why did Maud Ferrier leave the board of Orrery Motion?",  # where to and when are told, not why
        "what did Tobiah Lune say about wrists?",
        "what did Wenna Pask say about Halberd Fund's shares?",
        "when does Tamsin Labs plan to go public?",
        "does Tamsin Labs plan to buy Halberd Fund?",
        "what does Merrin Bank forecast for Corvid prices in Ghent?",
        "has Tamsin Labs confirmed that Halberd Fund sells its shares?",
    ],
)
def test_what_is_told_of_another_or_without_a_reason_is_no_answer(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered
