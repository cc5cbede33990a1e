"""What stands around a sentence: the question above it, what goes on below it, whom its article is about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.sentences.discourse import is_furniture
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Tessellate", "org"),
    ("Tessellate carts", "product"),
    ("Brightwell Post", "org"),
    ("Ovid Sarrow", "person"),
    ("Copperfield Bank", "org"),
]
TEXT = """Tessellate sorts letters

By Staff Writer • 3 min read • 12 people like this

Tessellate of Aarhus makes sorting robots. Brightwell Post uses 150 Tessellate carts at four sites.

Why did your co-founder leave? Ovid Sarrow was head of research until Christmas. He wanted legs, I wanted margins.

Has Tessellate sold its unit in Malmö? No: that is a rumour, a spokesman wrote.

Tessellate took its time. The largest customer is Brightwell Post, with a fifth of sales.

Tessellate works nights. Some 2,600 letter arms left the works between April and July.

Tessellate is not alone. Uptime went from 61% in the first quarter to 94% in the last.

Tessellate has owners. Copperfield Bank took ten per cent of their company for 12 million kroner.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(tmp_path_factory.mktemp("surroundings"), TEXT, NAMES, [])
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        # "Tessellate carts" are of Tessellate.
        ("how many robots does Brightwell Post use from Tessellate?", "150"),
        # An interview: what is below a question answers it, and the next sentence goes on.
        ("why did Ovid Sarrow leave?", "He wanted legs"),
        # A question in an article is shown with its answer.
        ("did Tessellate sell the unit in Malmö?", "rumour"),
        # Somebody else is asked for: another name in the sentence is the answer.
        ("who is Tessellate's largest customer?", "Brightwell Post"),
        ("what was the uptime of Tessellate carts?", "94%"),
        # Ten per cent are a tenth.
        ("which company bought a tenth of Tessellate?", "Copperfield Bank"),
        # "pls" and "hey" ask for nothing.
        ("hey, Tessellate uptime pls", "94%"),
    ],
)
def test_what_stands_around_a_sentence_counts(answerer: Answerer, asked: str, said: str) -> None:
    answer = answerer.reply([asked])
    assert answer.answered
    assert said in plain(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "how many people work at Tessellate?",  # the line about the page counts readers
        "who succeeded Ovid Sarrow at Tessellate?",
        "how old is Ovid Sarrow?",
        "who is Brightwell Post's largest supplier?",
        "how many jobs will go at Tessellate?",
        "what is the battery life of Tessellate carts?",
    ],
)
def test_what_stands_around_a_sentence_makes_nothing_up(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)


@pytest.mark.parametrize(
    ("line", "does"),
    [
        ("By Staff Writer • 3 min read • Updated 2 hours ago", True),
        ("Sign up to our newsletter", True),
        ("Save $600 on your conference pass", True),
        ("Tessellate updated its forecast on Friday.", False),
        (
            "The newsletter of Tessellate, which goes to 4,000 readers in all of Denmark and Sweden, says that it has "
            "sold 150 carts since the spring of the year before.",
            False,
        ),
    ],
)
def test_a_line_of_the_page_is_no_sentence_of_the_article(line: str, does: bool) -> None:
    assert is_furniture(line) is does
