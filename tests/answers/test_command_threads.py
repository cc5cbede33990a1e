"""What a command adds from the articles beside the facts: sentences of whoever is asked about, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

ARTICLE = """Quillon Robotics moves its arms into bakeries

Quillon Robotics makes arms that ice cakes.

Tilda Marsh joined Quillon in March 2024 as its chief scientist, from the University of Bergen.

The company took $12 million from Harrow Fund in May 2024.

Its rival Brisko Arms raised $90 million from Ferrant Partners in June 2024.

She studied mechanics in Delft.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    names = [("Quillon Robotics", "org"), ("Brisko Arms", "org"), ("Tilda Marsh", "person")]
    founded = "Quillon Robotics makes arms that ice cakes."
    facts = [("founding", {"company": "Quillon Robotics", "founders": ["Tilda Marsh"]}, founded)]
    with Facts.open(of_one(tmp_path_factory.mktemp("threads"), ARTICLE, names, facts)) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("command", "said", "unsaid"),
    [
        ("/deal Quillon Robotics", "$12 million from Harrow Fund", "Ferrant Partners"),
        ("/deal Quillon Robotics 2024", "$12 million from Harrow Fund", "Ferrant Partners"),
        ("/deal Brisko Arms", "$90 million from Ferrant Partners", "Harrow Fund"),
        ("/who Tilda Marsh", "University of Bergen", "Ferrant Partners"),
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


def test_who_holds_a_post_is_told_by_a_sentence_that_no_fact_was_made_of(asked: Answerer) -> None:
    assert "Tilda Marsh" in plain(asked.reply(["/who chief scientist of Quillon Robotics"]), 4000)


@pytest.mark.parametrize("command", ["/deal Quillon Robotics 2019", "/deal Vestrel", "/who Ingo Vestrel"])
def test_what_no_article_tells_is_declined(asked: Answerer, command: str) -> None:
    assert not asked.reply([command]).answered
