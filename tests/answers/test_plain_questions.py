"""Plain questions of few words are answered by what says just that, of just those, and no word passes for another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.words import is_derived, same_meaning, stem
from bot.answers.proof import said
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.plain import doing_asked
from bot.answers.proof.proofs import Counted, Post
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("founded", "foundation"),
        ("office", "officer"),
        ("cars", "care"),
        ("engineer", "engine"),
        ("former", "formed"),
        ("quit", "quite"),
        ("customers", "customs"),
        ("sum", "summer"),
        ("plans", "planes"),
        ("cap", "cape"),
        ("spac", "space"),
        ("commit", "committee"),
        ("stations", "steer"),
        ("donation", "don"),
    ],
)
def test_words_that_only_look_alike_are_two(word: str, other: str) -> None:
    assert stem(word) != stem(other)
    assert stem(other) not in same_meaning(stem(word))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("founded", "founders"),
        ("officer", "officers"),
        ("cared", "care"),
        ("engineers", "engineer"),
        ("formerly", "former"),
        ("centre", "centers"),
        ("plans", "planned"),
        ("summers", "summer"),
    ],
)
def test_forms_of_one_word_are_one(word: str, other: str) -> None:
    assert stem(word) == stem(other)


@pytest.mark.parametrize(
    ("word", "other", "derived"),
    [
        ("consult", "consultancy", True),
        ("audit", "auditor", True),
        ("recruit", "recruitment", True),
        ("walk", "walkout", True),
        ("start", "startup", False),
        ("invest", "investigated", False),
        ("organ", "organised", False),
        ("stock", "stockholm", False),
        ("founded", "foundation", False),
        ("count", "country", False),
    ],
)
def test_a_word_is_made_from_another(word: str, other: str, derived: bool) -> None:
    assert is_derived(stem(word), stem(other)) is derived


@pytest.mark.parametrize(
    ("shape", "is_plain"),
    [
        ("who founded <0>?", True),
        ("who bought <0> in <when>", True),
        ("which company acquired <0>?", True),
        ("who invested in <0>", True),
        ("who succeeded <0> at <1>", True),
        ("when was <0> sold?", True),
        # More is asked than who did it.
        ("who bought <0>'s shares?", False),
        ("who founded the lab that <0> left", False),
        ("when was <0> founded", False),
    ],
)
def test_which_questions_are_plain(shape: str, is_plain: bool) -> None:
    assert (doing_asked(shape) is not None) is is_plain


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Halberd Fund said on Tuesday it would pay about $90 million for Vexel Works.", True),
        ("Vexel Works was passed on to Halberd Fund in May.", True),
        ("Halberd Fund agreed to acquire Vexel Works.", True),
        ("Halberd Fund pays its staff well.", False),
        ("Halberd Fund and Vexel Works share a quay.", False),
    ],
)
def test_what_tells_that_somebody_was_bought(sentence: str, holds: bool) -> None:
    told = doing_asked("who bought <0>?")
    assert told is not None
    assert bool(told.search(sentence)) is holds


@pytest.mark.parametrize(
    ("shape", "sentence", "holds"),
    [
        ("how many people work at <0>?", "It expects to hire 600 people by May.", False),
        ("how many people work at <0>?", "Eleven engineers walked out with her.", False),
        ("how many people work at <0>?", "It laid off 70 people and is now down to 95 employees.", True),
        ("what does <0> earn a year?", "In July it took in $47 million from Halberd Fund.", False),
        ("what does <0> earn a year?", "In July it took in $47 million at the tills.", True),
        ("purchase price of <0>?", "The Corvid, priced at $9,000, shipped in May.", False),
        ("purchase price of <0>?", "Vexel Works paid $9 million in all.", True),
        ("how much did <0> raise?", "A $190 million contract brings human drivers back.", False),
    ],
)
def test_a_number_is_that_of_the_noun_asked_for(shape: str, sentence: str, holds: bool) -> None:
    thing = asked_thing(shape)
    assert thing is not None
    assert thing.in_text(sentence) is holds


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("It plans a line capable of making 9,000 units a year.", True),
        ("It has sold 40 and plans to make 9,000.", False),
        ("It made 40 units.", False),
    ],
)
def test_what_is_planned_is_not_done(text: str, planned: bool) -> None:
    assert said.only_planned(text) is planned
    assert Counted(("robot",), done=True).in_text(text) is not planned


@pytest.mark.parametrize(
    ("text", "jointly"),
    [
        ("The round of $80 million was jointly led by Halberd Fund and Merrow.", True),
        ("It raised $80 million from Halberd Fund, Merrow and Tarn.", True),
        ("Vexel Works, backed by Halberd Fund, has raised $33 million.", True),
        ("Halberd Fund put in $4 million.", False),
        ("It took $4 million from Halberd Fund, at a low price.", False),
    ],
)
def test_what_several_gave_is_no_share_of_one(text: str, jointly: bool) -> None:
    assert bool(said.JOINTLY.search(text)) is jointly


@pytest.mark.parametrize(
    ("post", "sentence", "holds"),
    [
        (Post("lead", whole=True), "Ilmo Ruark is head of hand development.", False),
        (Post("lead", whole=True), "Ilmo Ruark is head of the company.", True),
        (Post("lead", whole=True), "Ilmo Ruark has run it since May.", True),
        (Post("lead"), "Ilmo Ruark is head of hand development.", True),
        (Post("lead", now=True), "Before that Ilmo Ruark stood for years at the head of it.", False),
        (Post("lead", now=True), "Ilmo Ruark, now the chief, had led a bank.", True),
    ],
)
def test_whoever_leads_leads_all_of_it_at_the_time_asked(post: Post, sentence: str, holds: bool) -> None:
    assert post.in_text(sentence) is holds


NAMES: list[tuple[str, EntityKind]] = [
    ("Orrery Motion", "org"),
    ("Tamsin Labs", "org"),
    ("Halberd Fund", "org"),
    ("Vexel Works", "org"),
    ("Wenna Pask", "person"),
    ("Ilmo Ruark", "person"),
]
TEXT = """Three sheds and a quay

Orrery Motion of Tampere trains a foundation model for cranes. Orrery Motion set up a school in Turku.
Its chief engineer is Wenna Pask, once of Vexel Works, whose licence Halberd Fund bought in May.

Tamsin Labs was founded in 2019 by Ilmo Ruark. Halberd Fund acquired Tamsin Labs in March.

Vexel Works sells a crane for $9,500. Tamsin Labs asks less. The former has raised $64 million; the latter made a
profit of $1.1 million last year.

Tamsin Labs delivered cranes to three ports, and Vexel Works has 12 of them on trial.

Vexel Works, whose chief executive Wenna Pask is no friend of cranes, is older than Orrery Motion.
"""
FACTS: list[Fact] = [
    (
        "role",
        {"person": "Wenna Pask", "title": "chief executive", "organization": "Vexel Works", "change": "holds"},
        "Vexel Works, whose chief executive Wenna Pask is no friend of cranes, is older than Orrery Motion.",
    )
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("plainly"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    "asked",
    [
        "who founded Orrery Motion?",
        "who bought Orrery Motion?",
        "when was Orrery Motion sold?",
        "who is Orrery Motion's finance chief?",
        "what profit did Vexel Works make last year?",
        "how many cranes does Orrery Motion have from Tamsin Labs?",
    ],
)
def test_what_is_told_of_another_is_declined(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("who founded Tamsin Labs?", "Ruark"),
        ("who bought Tamsin Labs?", "Halberd"),
        ("who is the chief executive of Vexel Works?", "Wenna Pask"),
        ("what profit did Tamsin Labs make last year?", "1.1 million"),
        ("how many cranes does Vexel Works have from Tamsin Labs?", "12"),
    ],
)
def test_the_same_is_answered_where_it_is_told(answerer: Answerer, asked: str, told: str) -> None:
    answer = answerer.reply([asked])
    assert answer.answered
    assert told in plain(answer)
