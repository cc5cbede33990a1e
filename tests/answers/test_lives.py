"""What articles tell of somebody's life: by name, by "she", under a heading; of moves, and of whoever holds a post."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.indirect import at_present, directly
from bot.answers.sentences.people.aspects import aspects_of, main_part
from bot.answers.titles import fits
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Ottoline Brask", "person"),
    ("Ruben Salk", "person"),
    ("Ferdinand Oake", "person"),
    ("Wilma Teasdale", "person"),
    ("Pellucid Arms", "org"),
    ("Gravel Motion", "org"),
    ("Harrow Institute", "org"),
    ("Noctule", "org"),
    ("Stavanger Drives", "org"),
]
TEXT = """Ottoline Brask and the arm that waits

Ottoline Brask founded Pellucid Arms in Trondheim. She was born in Narvik, the daughter of a ferry pilot.

A scholarship took her to the Harrow Institute. Her adviser there was Edmund Quarles, a patient man. She spent nine \
years at Stavanger Drives before that.

Her husband, the baker Tor Brask, runs the canteen. In 2019 she quit as chief executive. "I had been in meetings about \
meetings," she told us.

**Pellucid Arms gets a new chief.** Ruben Salk, who came from Gravel Motion, takes over in May.

Ferdinand Oake, who ran the test lab of Gravel Motion until March, has joined Pellucid Arms as well.

Wilma Teasdale, the finance chief of Pellucid Arms, leaves in June to start a vineyard.

Noctule of Hamar makes lamps. Ines Halder, who has run the place since 2016, likes the dark.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("lives"), TEXT, NAMES, [])) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("where was Ottoline Brask born?", "Narvik"),
        ("do we know where Ottoline Brask was born", "Narvik"),
        ("who was Ottoline Brask's adviser?", "Quarles"),
        ("how long was Ottoline Brask with Stavanger Drives?", "nine years"),
        ("who is Ottoline Brask's husband?", "Tor Brask"),
        ("why did Ottoline Brask quit?", "meetings"),
        ("who takes over at Pellucid Arms?", "Ruben Salk"),
        ("who came to Pellucid Arms from Gravel Motion?", "Oake"),
        ("what will Wilma Teasdale do next?", "vineyard"),
        ("where does the finance chief of Pellucid Arms go?", "vineyard"),
        ("who runs Noctule?", "Halder"),
    ],
)
def test_the_sentences_on_somebody_answer(answerer: Answerer, asked: str, said: str) -> None:
    answer = answerer.reply([asked])
    assert answer.answered, plain(answer)
    assert said in plain(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "where was Wilma Teasdale born?",
        "who was Wilma Teasdale's adviser?",
        "where did Ferdinand Oake study?",
        "what did Wilma Teasdale do before she came to Pellucid Arms?",
        "when did Ferdinand Oake join Gravel Motion?",
        "who is the general counsel of Pellucid Arms?",
        "who is Ruben Salk's wife?",
    ],
)
def test_what_is_told_of_somebody_else_answers_nothing(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("do we know who runs Acme", "who runs Acme"),
        ("remind me again who founded Acme?", "who founded Acme?"),
        ("any idea where he went?", "where he went?"),
        ("could you find out whether Acme bought Brel", "Acme bought Brel"),
        ("tell me about Acme", "tell me about Acme"),
        ("who knows Acme", "who knows Acme"),
        ("Acme's new chief - who is that", "who is Acme's new chief"),
    ],
)
def test_what_leads_to_a_question_is_left_out(message: str, meant: str) -> None:
    assert directly(message) == meant


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("where does she work today?", "where does she work now?"),
        ("what is new today?", "what is new today?"),
    ],
)
def test_today_may_mean_now(message: str, meant: str) -> None:
    assert at_present(message) == meant


@pytest.mark.parametrize(
    ("title", "asked", "holds"),
    [
        ("General Counsel", "top lawyer", True),
        ("Chief Financial Officer", "finance chief", True),
        ("Chief Technology Officer", "tech chief", True),
        ("responsible for sales", "sales boss", True),
        ("Chief Product Officer", "product director", True),
        ("Chief Financial Officer", "chief technology officer", False),
        ("head of sales", "finance chief", False),
    ],
)
def test_a_post_has_many_names(title: str, asked: str, holds: bool) -> None:
    assert fits(title, asked) is holds


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        ("where was <0> born", "She was born in Narvik."),
        ("what did <0> do before joining <1>", "He spent nine years at Acme."),
        ("where is <0> now", "She left to start a vineyard."),
        ("under whom did <0> write a thesis", "Her adviser was Jo Roe."),
        ("what is the name of <0>'s new company", "He registered a firm in May."),
    ],
)
def test_an_aspect_of_a_life_is_told_in_its_words(shape: str, told: str) -> None:
    first = aspects_of(shape)[0]
    assert first.given_in(told)
    assert not first.given_in("Sales were flat.")


def test_what_only_says_of_when_is_left_aside() -> None:
    assert main_part("what has <0> done since <1> bought her firm") == "what has <0> done"
    assert main_part("after he left <1>, where did <0> go") == "where did <0> go"
