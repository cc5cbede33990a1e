"""Questions that name nobody: sentences that hold what they describe and tell what they ask, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.kindred import kindred
from bot.answers.asked.words import stem, words
from bot.answers.sentences.nameless.kinds_told import tells_one
from bot.answers.sentences.signs import only_of_another_quarter
from bot.model.entity import EntityKind
from bot.model.when import When
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, registry_of, shelved

NAMES: list[tuple[str, EntityKind]] = [
    ("Halmstone", "org"),
    ("Ondine Robotics", "org"),
    ("Fjellvik", "org"),
    ("Marrow Capital", "org"),
    ("Bessant Freight", "org"),
    ("Kestrelly", "org"),
    ("Surgical", "org"),
    ("Buyer", "org"),
    ("Ilka Voss", "person"),
    ("Trondheim", "place"),
    ("Norway", "place"),
]

TEXT = """Robot deals of 2025: the ledger

We logged 61 rounds worth $2.4 billion in 2025, against 48 rounds the year before.

Halmstone builds machines that shear sheep in four minutes. Each costs 48,000 euros.

Ondine Robotics sells an eel that scrubs hulls below the waterline. Marrow Capital put 9 million euros into it.

Fjellvik of Trondheim fills pill boxes in 40 pharmacies. It employs 61 people.

The tender for 300 mail sorters was decided in June. Bessant Freight won it, ahead of two rivals from Asia.

The walnut cracker from Kestrelly went bankrupt in October and 70 people lost their jobs.

A surgical robot for cats is in search of a name. The owner wants a buyer for its surgical robot workshop.

The biggest takeover of the year, at $1.9 billion, was that of a maker of crane robots.
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("nameless"), TEXT, NAMES, [])) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which company makes machines that shear sheep?", ("Halmstone",)),
        ("What does the sheep shearing machine cost?", ("48,000",)),
        ("Which company shears sheep by machine, and what does a machine cost?", ("Halmstone", "48,000")),
        ("who sells an eel that scrubs hulls?", ("Ondine",)),
        ("Who invested in the maker of the hull-scrubbing eel?", ("Marrow Capital",)),
        ("how much money went into the maker of the hull scrubbing eel", ("9 million",)),
        ("Who won the tender for mail sorters?", ("Bessant",)),
        ("who lost the tender for the mail sorters", ("rivals from Asia",)),
        ("Do we know which firm fills pill boxes in pharmacies, and how many people it employs?", ("Fjellvik", "61")),
        ("who fills pill boxes in Norwegian pharmacies?", ("Fjellvik",)),
        ("which walnut cracking company went under, and how many jobs were lost?", ("Kestrelly", "70")),
        ("how many rounds were there in 2025 and what were they worth?", ("61", "2.4 billion")),
        ("What was the biggest takeover of 2025?", ("1.9 billion", "crane")),
    ],
)
def test_is_told_by_the_sentences_that_hold_it(ledger: Answerer, question: str, told: tuple[str, ...]) -> None:
    answer = ledger.reply([question])
    text = plain(answer)
    assert answer.answered, question
    assert all(word in text for word in told), text


@pytest.mark.parametrize(
    "question",
    [
        # What is described is there, what is asked of it is not.
        "who is the finance chief of the company that fills pill boxes in pharmacies?",
        "how much does the hull-scrubbing eel weigh?",
        "when does the sheep shearing company go public?",
        "who bought the company that fills pill boxes?",
        "which hull-scrubbing startup went bankrupt?",
        # Nothing is described so.
        "which company makes machines that shear alpacas for a circus?",
        "who won the tender for hospital beds and wheelchairs?",
        "which almond peeling company went under?",
        "how many takeovers were there in 2019?",
    ],
)
def test_what_no_sentence_tells_is_declined(ledger: Answerer, question: str) -> None:
    answer = ledger.reply([question])
    assert not answer.answered, plain(answer)


@pytest.mark.parametrize("question", ["which surgical robot costs least?", "is anybody looking for a buyer?"])
def test_a_word_of_the_language_names_nobody(ledger: Answerer, question: str) -> None:
    assert not [mention.text for mention in ledger.desk().lookup.spotter.asked(question)]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("hull", "ships"),
        ("kitchen", "restaurants"),
        ("greenhouse", "tomatoes"),
        ("cod", "fishing"),
        ("army", "soldiers"),
    ],
)
def test_words_of_one_kind_stand_for_one_another(word: str, other: str) -> None:
    assert stem(other) in kindred(stem(word))
    assert stem(word) in kindred(stem(other))


@pytest.mark.parametrize(("text", "read"), [("açaí", "acai"), ("Jökull", "jokull"), ("Łódź", "lodz"), ("Øst", "ost")])
def test_letters_with_marks_belong_to_their_word(text: str, read: str) -> None:
    assert words(text) == [read]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bank has been told to find a buyer.", "sale"),
        ("It was wound up in May.", "closure"),
        ("The regulator cleared the device.", "approval"),
        ("Brel was picked over two rivals.", "award"),
        ("It was passed over for the order.", "loss"),
        ("The chief financial officer left.", "cfo"),
    ],
)
def test_a_sentence_tells_a_kind_of_thing(text: str, kind: str) -> None:
    assert tells_one(text, (kind,))
    assert not tells_one("Nine red boats lay in the bay.", (kind,))


ORDERS = """Orders for robots went up in the third quarter
Mines ordered 812 robots worth $61 million in Q3 2031, up from 790 in Q3 2030.

Remote-run machines did best: mines ordered 118 units of those in Q3 2031 alone.
"""
EARLIER = """Orders for robots are flat, says the guild
Mines bought as many robots in the first quarter of 2031 as before.

A total of 906 robots were ordered, up 0.4% from Q1 2030.
"""


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    articles = {"q3.md": ("2031-11-20", ORDERS, []), "q1.md": ("2031-05-13", EARLIER, [])}
    with Facts.open(shelved(tmp_path_factory.mktemp("orders"), articles, registry_of([("Roe", "org")]))) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("how many robots were ordered in Q3 2031?", "812", "906"),
        ("robot orders in the third quarter of 2031?", "812", "906"),
        ("how many robots were ordered in Q1 2031?", "906", "812"),
        ("how many robots were ordered in Q2 2031?", "", "906"),
    ],
)
def test_what_was_ordered_in_a_quarter_is_told_of_that_quarter(
    orders: Answerer, question: str, told: str, not_told: str
) -> None:
    answer = orders.reply([question])
    text = plain(answer)
    assert answer.answered is bool(told), text
    assert told in text
    assert not_told not in text


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Robots first: 812, after 790 in Q2.", False),
        ("812 in the second quarter.", True),
        ("812 in Q3, 790 in Q2", False),
    ],
)
def test_a_quarter_that_another_is_compared_with_is_not_the_one_told(text: str, other: bool) -> None:
    assert only_of_another_quarter(text, When(date(2031, 7, 1), date(2031, 9, 30), "quarter")) is other
