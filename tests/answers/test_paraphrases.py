"""Questions whose words the article does not use: which sentence answers them all the same, and which does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings, other_words, turns_in
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

TEXT = (
    "Tamsin Labs folds after a winter without orders\n"
    "Tamsin Labs, which builds weeding robots in Tampere, has registered insolvency. Liabilities stand at 14 million "
    "euros. It had spent 90,000 euros a month on its hall beside the harbour. In May the board turned Halberd Fund's "
    "bid down because the price was too low. The packs swelled in the cold, and replacing them cost 3 million euros. "
    "Forty temps were taken on to weed by hand. Its robot sorts two tonnes of beets an hour. The arm is steered from a "
    "trailer 200 metres away. A tenth of the output went to Paraguay.\n"
)
NAMES: tuple[tuple[str, EntityKind], ...] = (("Tamsin Labs", "org"), ("Halberd Fund", "org"), ("Paraguay", "place"))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("paraphrases"), TEXT, NAMES, [])) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much does Tamsin Labs owe?", "14 million"),
        ("why did Tamsin Labs reject the offer of Halberd Fund?", "too low"),
        ("what did it cost Tamsin Labs to swap the batteries?", "3 million"),
        ("how many temporary workers did Tamsin Labs hire?", "Forty"),
        ("from how far away is the arm of Tamsin Labs controlled?", "200 metres"),
    ],
)
def test_other_words_find_the_sentence(ledger: Answerer, question: str, told: str) -> None:
    answer = ledger.reply([question])
    assert answer.answered, question
    assert told in plain(answer)


@pytest.mark.parametrize(
    "question",
    [
        "how much does Halberd Fund owe?",
        "how many patents does Tamsin Labs hold?",
        "who audits Tamsin Labs?",
        "how loud is the robot of Tamsin Labs?",
        "why did Tamsin Labs leave Tampere?",
        "what does the Tamsin Labs 04 arm cost?",
    ],
)
def test_what_no_sentence_tells_in_any_words_is_declined(ledger: Answerer, question: str) -> None:
    assert not ledger.reply([question]).answered, question


@pytest.mark.parametrize(
    ("asked", "sentence", "means"),
    [
        ("owe", "Liabilities stand at 14 million euros.", True),
        ("snap up", "The group bought the maker in May.", True),
        ("turn down", "It refused both suitors.", True),
        ("hir", "Sixty people were taken on in spring.", True),
        # A word within a turn of phrase, and an irregular form of it.
        ("snap up", "Tamsin snapped its old rival up.", True),
        ("tak", "The second was taken in June.", True),
        # What is asked among colleagues, and what articles have for it.
        ("financial", "Tamsin Labs lost 3 million euros in 2031.", True),
        ("dependent", "Halberd Fund accounts for 37% of its sales.", True),
        ("penalty", "It has to pay a break fee of 2 million euros.", True),
        ("takeov", "The bank counts 140 deals.", True),
        ("brok", "It picked Orrery Securities in May.", True),
        ("brok", "The arm broke in May.", True),
        ("cash last", "The money is enough until autumn.", True),
        ("leav the factory", "It counts 1,480 units worldwide.", True),
        ("new nam", "Customers pronounced it like a cough.", True),
        ("subscrib", "Two thirds had been taken up by the deadline.", True),
        ("penalty", "It has to pay its suppliers.", False),
        ("dependent", "Halberd Fund has an office in Tampere.", False),
        # What only stands in sentences asks for nothing.
        ("brother-in-law", "All her relatives came.", False),
        ("owe", "It owns two plants.", False),
    ],
)
def test_a_sentence_says_it_in_other_words(asked: str, sentence: str, means: bool) -> None:
    assert bool(meaning_of(asked) & meanings(sentence)) is means


def test_the_turns_of_phrase_of_a_question_are_found() -> None:
    assert turns_in("which firm did it snap up when it got rid of its rival") == [("snap", "up"), ("got", "rid", "of")]


def test_what_is_searched_for_is_written_as_articles_write_it() -> None:
    assert {"debts", "liabilities"} <= set(other_words("owe", 24))
