"""What a command adds from the articles beside the facts: sentences of whoever is asked about, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers import Answerer, plain
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

ARTICLE = """Quillon Robotics moves its arms into bakeries

Quillon Robotics makes arms that ice cakes.

Tilda Marsh joined Quillon in March 2024 as its chief scientist, from the University of Bergen.

The company took $12 million from Harrow Fund in May 2024.

At the company's yearly dinner, Brisko Arms CEO Hanne Orr praised the sector.

Its rival Brisko Arms raised $90 million from Ferrant Partners in June 2024.

She studied mechanics in Delft.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    names = [("Quillon Robotics", "org"), ("Brisko Arms", "org"), ("Tilda Marsh", "person"), ("Hanne Orr", "person")]
    founded = "Quillon Robotics makes arms that ice cakes."
    held = {"person": "Tilda Marsh", "organization": "Quillon Robotics", "title": "chief scientist"}
    joined = "Tilda Marsh joined Quillon in March 2024 as its chief scientist, from the University of Bergen."
    facts = [
        ("founding", {"company": "Quillon Robotics", "founders": ["Tilda Marsh"]}, founded),
        ("role", held, joined),
    ]
    with Facts.open(of_one(tmp_path_factory.mktemp("threads"), ARTICLE, names, facts)) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("command", "said", "unsaid"),
    [
        ("/deal Quillon Robotics", "$12 million from Harrow Fund", "Ferrant Partners"),
        ("/deal Quillon Robotics 2024", "$12 million from Harrow Fund", "Ferrant Partners"),
        ("/deal Brisko Arms", "$90 million from Ferrant Partners", "Harrow Fund"),
        ("/who Tilda Marsh", "University of Bergen", "Ferrant Partners"),
        ("/who Quillon Robotics", "chief scientist", "Hanne Orr"),
        ("/timeline Quillon Robotics", "May 2024", "Ferrant Partners"),
    ],
)
def test_a_command_tells_what_the_articles_say_of_whom_it_names(
    asked: Answerer, command: str, said: str, unsaid: str
) -> None:
    answer = asked.reply([command])
    assert answer.answered
    assert answer.citations
    assert said in plain(answer, 4000)
    assert unsaid not in plain(answer, 4000)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Quillon Robotics is leading in the sector of directory services, says Ada Voss.", False),
        ("Quillon Robotics named Ada Voss director of sales.", True),
        ("Quillon Robotics named Ada Voss, its CTO.", True),
    ],
)
def test_a_post_is_a_word_of_its_own(tmp_path: Path, text: str, told: bool) -> None:
    names = [("Quillon Robotics", "org"), ("Ada Voss", "person")]
    founded = "Quillon Robotics was founded by Ada Voss."
    article = f"A baker's dozen\n\n{founded}\n\n{text}\n"
    held = {"person": "Ada Voss", "organization": "Quillon Robotics", "title": "founder"}
    with Facts.open(of_one(tmp_path, article, names, [("role", held, founded)])) as opened:
        assert (text in plain(Answerer(opened).reply(["/who Quillon Robotics"]))) is told


def test_what_an_event_rests_on_is_not_told_again_beside_it(tmp_path: Path) -> None:
    first, again = "Quillon Robotics raised $12 million.", "So Quillon Robotics raised $12 million from Harrow Fund."
    third = "Its Series A brought $12 million to Quillon Robotics from Harrow Fund."
    names = [("Quillon Robotics", "org"), ("Harrow Fund", "org")]
    deal = {"company": "Quillon Robotics", "amount": "$12 million", "investors": ["Harrow Fund"]}
    facts = [("funding", deal, one) for one in (first, again, third)]
    article = f"Cakes, iced\n\n{first}\n\n{again}\n\n{third}\n"
    with Facts.open(of_one(tmp_path, article, names, facts)) as opened:
        answer = Answerer(opened).reply(["/deal Quillon Robotics"])
    assert [line.text for line in answer.lines if not line.event] == []


def test_who_holds_a_post_is_told_by_a_sentence_that_no_fact_was_made_of(asked: Answerer) -> None:
    assert "Tilda Marsh" in plain(asked.reply(["/who chief scientist of Quillon Robotics"]), 4000)


@pytest.mark.parametrize("command", ["/deal Quillon Robotics 2019", "/deal Vestrel", "/who Ingo Vestrel"])
def test_what_no_article_tells_is_declined(asked: Answerer, command: str) -> None:
    assert not asked.reply([command]).answered
