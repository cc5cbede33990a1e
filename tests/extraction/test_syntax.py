"""Who does what: understood subjects, passives, event nouns, and how certain a sentence is."""

from __future__ import annotations

import pytest

from bot.extraction.text.syntax import Predicate
from tests.extraction.reading import read


def predicate(text: str, lemma: str) -> Predicate:
    return next(p for s in read(text).sentences for p in s.predicates if p.lemma == lemma)


def names(args: object) -> list[str]:
    return [m.cluster.name for arg in args for m in arg.mentions]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "lemma", "subjects", "objects"),
    [
        ("Vantor Robotics acquired Kestrel Systems.", "acquire", ["Vantor Robotics"], ["Kestrel Systems"]),
        ("Kestrel Systems was acquired by Vantor Robotics.", "acquire", ["Vantor Robotics"], ["Kestrel Systems"]),
        ("Vantor Robotics plans to acquire Kestrel Systems.", "acquire", ["Vantor Robotics"], ["Kestrel Systems"]),
        ("Vantor Robotics, which acquired Kestrel Systems, grew.", "acquire", ["Vantor Robotics"], ["Kestrel Systems"]),
        ("Vantor Robotics and Kestrel Systems founded Tandem Labs.", "found", ["Vantor Robotics", "Kestrel Systems"],
         ["Tandem Labs"]),
    ],
)  # fmt: skip
def test_subjects_and_objects(text: str, lemma: str, subjects: list[str], objects: list[str]) -> None:
    found = predicate(text, lemma)
    assert (names(found.subjects), names(found.objects)) == (subjects, objects)


@pytest.mark.parametrize(
    ("text", "lemma", "mood"),
    [
        ("Vantor Robotics acquired Kestrel Systems.", "acquire", "fact"),
        ("Vantor Robotics will acquire Kestrel Systems.", "acquire", "future"),
        ("Vantor Robotics plans to acquire Kestrel Systems.", "acquire", "planned"),
        ("Vantor Robotics is in talks to acquire Kestrel Systems.", "acquire", "rumored"),
        ("Vantor Robotics reportedly acquired Kestrel Systems.", "acquire", "rumored"),
        ("Vantor Robotics did not acquire Kestrel Systems.", "acquire", "denied"),
        ("Vantor Robotics denied acquiring Kestrel Systems.", "acquire", "denied"),
        ("Vantor Robotics could acquire Kestrel Systems.", "acquire", "possible"),
    ],
)
def test_how_certain_it_is(text: str, lemma: str, mood: str) -> None:
    assert predicate(text, lemma).mood == mood


def test_a_startup_is_no_verb() -> None:
    context = read("The startup Vantor Robotics raised 92 billion won.")
    assert [p.lemma for p in context.sentences[0].predicates if not p.noun] == ["raise"]
