"""How people ask in a chat: mistyped, terse, for the biggest, for both, for what was known, for what is new."""

from __future__ import annotations

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.mending import Mender
from bot.answers.asked.spotting import Spotter
from bot.store.read import Facts

ANSWERED: list[tuple[str, tuple[str, ...]]] = [
    ("how mcuh did quillon rasie", ("$112 million", "read “mcuh” as “much”")),
    ("quilon funding", ("Quillon Robotics raised",)),
    ("quillon hq", ("Tromsø",)),
    ("kestrel price", ("$48,000",)),
    ("Mira Aldane's CV", ("senior engineer", "doctorate in control engineering")),
    ("biggest round", ("$112 million",)),
    ("biggest acquisition of 2025", ("Nymph Dynamics", "$1.4 billion")),
    (
        "how much has Quillon raised so far",
        ("raised in total $165 million", "add up to $142 million (a sum, not a stated"),
    ),
    ("how many companies has Bexley Capital backed", ("2 funding rounds of 2 companies known here",)),
    ("who invested in both Quillon and Tallow", ("Bexley Capital",)),
    ("which companies did both Bexley Capital and Ostrel Cloud back", ("Quillon Robotics",)),
    ("who left Vantor Motion for another robot company", ("Mira Aldane", "until 2019", "Quillon Robotics")),
    ("which founders used to work at Vantor Motion", ("Mira Aldane", "was founded by Mira Aldane")),
    ("what changed since 1 September 2025", ("What is new", "Nymph Dynamics")),
    ("deals between july and september 2025", ("Nymph Dynamics",)),
    ("what is planned until 2027", ("second factory in Bergen",)),
    ("which reports disagree?", ("Quillon Robotics", "another article gives the amount as $120 million")),
    ("did Vantor Motion sell Nymph Dynamics", ("agreed to acquire Nymph Dynamics from Vantor Motion",)),
    ("who said robots will be as common as lamps", ("Mira Aldane",)),
    ("what did Ilka Thorne say about Nymph Dynamics", ("last missing finger",)),
    ("latest on Quillon", ("Quillon Robotics",)),
    ("compare Quillon and Tallow funding", ("$112 million", "Tallow raised $9 million")),
    ("Quillon vs Tallow", ("Quillon Robotics", "Tallow")),
]


@pytest.mark.parametrize(("question", "said"), ANSWERED, ids=[q for q, _ in ANSWERED])
def test_is_understood(answerer: Answerer, question: str, said: tuple[str, ...]) -> None:
    answer = answerer.reply([question])
    text = plain(answer)
    assert answer.answered, text
    assert [word for word in said if word not in text] == []
    assert all(line.citations for line in answer.lines)


@pytest.mark.parametrize(
    "question",
    [
        "what stake does Vantor Motion hold in Nymph Dynamics",
        "who invested in both Quillon and Nymph Dynamics",
        "which companies did both Merrin Bank and Bexley Capital back",
        "who left Tallow for another robot company",
        "what changed since last week",
        "oldest robot",
        "did Tallow buy Quillon?",
        "how many cars does Quillon make",
    ],
)
def test_is_declined(answerer: Answerer, question: str) -> None:
    answer = answerer.reply([question])
    assert not answer.answered, plain(answer)


def test_the_smallest_comes_first(answerer: Answerer) -> None:
    lines = answerer.reply(["smallest rounds of Quillon"]).lines
    assert [("$30 million" in line.text, "$112 million" in line.text) for line in lines[:2]] == [
        (True, False),
        (False, True),
    ]


def test_what_was_known_on_a_day_leaves_out_what_was_told_later(answerer: Answerer) -> None:
    before = plain(answerer.reply(["how much did Quillon raise in its Series B as of 31 March 2025"]))
    assert "$120 million" in before
    assert "112" not in before
    assert "as told by 31 March 2025" in before
    assert "112" in plain(answerer.reply(["how much did Quillon raise in its Series B as of 30 April 2025"]))


def test_what_was_not_known_yet_is_declined(answerer: Answerer) -> None:
    assert answerer.reply(["who is buying Nymph Dynamics?"]).answered
    assert not answerer.reply(["who was buying Nymph Dynamics as of 1 September 2025?"]).answered


def test_no_news_says_how_old_the_newest_article_is(answerer: Answerer) -> None:
    answer = answerer.reply(["what's new since last month"])
    assert answer.title == (
        "Nothing is known of the time since 1 November 2025; the newest article is of 2 September 2025."
    )


EXPLAINED = [
    ("/ask who invested in both Quillon and Tallow --explain", ("investors = investors", "rule “join”")),
    ("biggest acquisition of 2025 --explain", ("acquisition", "date = 2025", "largest first by amount", "rule “rank”")),
    ("how many rounds has Tallow closed --explain", ("funding", "company = Tallow", "count", "rule “rounds”")),
    ("tell me about Tallow — explain", ("rule “overview”",)),
]


@pytest.mark.parametrize(("question", "said"), EXPLAINED, ids=[q for q, _ in EXPLAINED])
def test_explains_how_it_was_read(answerer: Answerer, question: str, said: tuple[str, ...]) -> None:
    read_as = [line.text for line in answerer.reply([question]).lines if line.text.startswith("Read as: ")]
    assert len(read_as) == 1
    assert [word for word in said if word not in read_as[0]] == []


def test_explaining_changes_nothing_else(answerer: Answerer) -> None:
    asked, explained = (
        answerer.reply(["who is the CEO of Quillon?"]),
        answerer.reply(["who is the CEO of Quillon? --explain"]),
    )
    assert explained.lines[: len(asked.lines)] == asked.lines
    assert explained.title == asked.title


MENDED = [
    ("who founded quilon", "who founded quillon"),
    ("valution of quillon", "valuation of quillon"),
    ("what is its top speed", "what is its top speed"),  # a word of its own, though near "spend"
    ("/deal quilon", "/deal quilon"),  # a command offers what may be meant
    ("who runs Zephyrine", "who runs Zephyrine"),
    ("is Quillon stopping its arm", "is Quillon stopping its arm"),  # no slip of "stepping"
]


@pytest.mark.parametrize(("typed", "meant"), MENDED)
def test_mends_slips_of_the_finger_only(facts: Facts, typed: str, meant: str) -> None:
    assert Mender(facts).mended(typed)[0] == meant


SHORTENED = [
    ("quillon's robots", ["Quillon Robotics"]),
    ("kestrel price", ["Kestrel 2"]),
    ("what does the Kestrel 1 cost", []),
    ("aldane", ["Mira Aldane"]),
    ("robots and groups", []),
]


@pytest.mark.parametrize(("text", "names"), SHORTENED)
def test_names_are_known_by_their_parts(facts: Facts, text: str, names: list[str]) -> None:
    found = [facts.name(one) for mention in Spotter(facts).find(text) for one in sorted(mention.ids)]
    assert found == names
