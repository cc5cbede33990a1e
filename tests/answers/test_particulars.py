"""What some questions ask for in particular, and which sentences give it."""

from __future__ import annotations

import pytest

from bot.answers.sentences.particulars import gives, is_particular


@pytest.mark.parametrize(
    ("asked", "sentence", "given"),
    [
        ("how old is <0>", "Wenna Pask, 44, runs Orrery Motion.", True),
        ("how old is <0>", "Wenna Pask was born in Delft.", True),
        ("how old is <0>", "Wenna Pask runs Orrery Motion since June.", False),
        ("what does the <0> weigh", "The Corvid brings 38 kg to the scales.", True),
        ("what does the <0> weigh", "The Corvid goes for $4,900.", False),
        ("how tall is <0>", "At 172 cm the Corvid looks down on nobody.", True),
        ("how fast does <0> walk", "The Corvid walks at 5 km/h.", True),
        ("how fast does <0> walk", "The Corvid walks in 12 bakeries.", False),
        ("what is the battery life of <0>", "A charge lasts 4 hours.", True),
        ("what is the battery life of <0>", "The battery comes from Oulu.", False),
        ("how long was <0> at <1>", "She left after two months.", True),
        ("how long was <0> at <1>", "She was an engineer there.", False),
        # A successor is whoever takes over, not whoever is there.
        ("who succeeds <0> at <1>", "Tobiah Lune takes over on 1 May.", True),
        ("who succeeds <0> at <1>", "Wenna Pask, the boss of Orrery Motion, said so on Friday.", False),
        ("who got <0>'s job at <1>", "Her successor is Tobiah Lune.", True),
        ("who left <0>", "The head of research, Ilmo Ruark, resigned in May.", True),
        ("who left <0>", "The department grew by half.", False),
        ("who is the largest customer of <0>", "The biggest buyer is Halberd, with 21% of sales.", True),
        ("who is the largest customer of <0>", "Halberd Fund uses the Corvid as well.", False),
        # What asks for nothing in particular is given by any sentence.
        ("who runs <0>", "The department grew by half.", True),
    ],
)
def test_a_sentence_gives_what_is_asked_for(asked: str, sentence: str, given: bool) -> None:
    assert gives(sentence, asked) is given


def test_only_some_questions_ask_for_something_in_particular() -> None:
    assert is_particular("how long was <0> at <1>")
    assert not is_particular("who founded <0>")
