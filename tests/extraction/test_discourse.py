"""Who "the startup", "the Munich-based firm", "its" and "he" are."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Quillon Robotics raised $21 million. The startup employs 40 people.", "The startup", "Quillon Robotics"),
        ("Quillon Robotics said it had raised $21 million.", "it", "Quillon Robotics"),
        (
            "Munich-based Vantor Robotics bought Kestrel Systems of Lyon. The Munich-based company paid cash.",
            "The Munich-based company",
            "Vantor Robotics",
        ),
        ("Mara Voss left Vantor Robotics in May. She now advises a fund.", "She", "Mara Voss"),
        ("Vantor Robotics launched a humanoid called Tallis X1. The robot costs $30,000.", "The robot", "Tallis X1"),
        (
            "Vantor Robotics grew. Mara Voss, chief executive of Kestrel Systems, said the company would hire.",
            "the company",
            "Kestrel Systems",
        ),
        ("Vantor Robotics makes a robot called Tallis X1. It weighs 40 kg.", "It", "Tallis X1"),
        ("Vantor Robotics rented them out. The company is Kestrel Systems.", "The company", "Kestrel Systems"),
        ("Vantor Robotics won. Among those who complained was Kestrel. Its chief left.", "Its", "Kestrel"),
        ("Ms Voss met Mr Brandt. Mr Brandt left. She founded a firm.", "She", "Voss"),
        (
            "Vantor Robotics grew. Ms Voss was hired by Kestrel Systems, where she stayed until "
            "Quillon Robotics bought the company.",
            "the company",
            "Kestrel Systems",
        ),
        (
            "Vantor Robotics grew. Voss, an alumna of Quillonia University, started the business in a garage.",
            "the business",
            "Vantor Robotics",
        ),
        ("Vantor Robotics, backed by Harbor Lane Ventures, grew. The firm sells arms.", "The firm", "Vantor Robotics"),
        (
            "Vantor Robotics grew. Vantor Robotics hired. Vantor Robotics sold arms.\n\nPrices fall. Nobody knows why. "
            "Steel is cheap. Copper is not.\n\nKestrel Systems sold two plants in Turin. The company has staff of 90.",
            "The company",
            "Kestrel Systems",
        ),
        (
            "Vantor Robotics grew. Vantor Robotics hired.\n\nKestrel Systems: the Series A that Vantor Robotics joined "
            "came to $9 million. Founded in Leeds in 2016, the company sells arms.",
            "the company",
            "Kestrel Systems",
        ),
        (
            "Vantor Robotics uses robots by its subsidiary Kestrel Systems. The carmaker, which took over Kestrel "
            "Systems from Softfund, will spend more.",
            "The carmaker",
            "Vantor Robotics",
        ),
        (
            "Yaskawa Electric bought two plants in Turin. Boston Dynamics was sold on in May. The Japanese group paid.",
            "The Japanese group",
            "Yaskawa Electric",
        ),
        (
            "Yaskawa Electric bought two plants in Turin. Boston Dynamics was sold on in May. The Waltham firm paid.",
            "The Waltham firm",
            "Boston Dynamics",
        ),
    ],
)  # fmt: skip
def test_what_a_description_means(text: str, words: str, name: str) -> None:
    found = {m.text: m.cluster.name for s in read(text).sentences for m in s.mentions if m.anaphoric}
    assert found.get(words) == name


def test_a_house_of_another_country_is_not_meant() -> None:
    context = read("Boston Dynamics was sold on in May. The Japanese group paid $2 billion.")
    assert [m.text for s in context.sentences for m in s.mentions if m.anaphoric and m.kind == "org"] == []


def test_a_unit_without_a_name_of_its_own_is_an_entity() -> None:
    context = read("Vantor agreed to buy Kestrel's robotics division. Kestrel's robotics business has 700 people.")
    unit = next(c for c in context.clusters if c.owner is not None)
    assert unit.owner is not None
    assert (unit.name, unit.owner.name, len(unit.mentions)) == ("Kestrel's robotics division", "Kestrel", 2)


@pytest.mark.parametrize("said", ["clear", "worth mentioning"])
def test_an_empty_it_means_nobody(said: str) -> None:
    context = read(f"Vantor Robotics grew. It is {said} that prices fall.")
    assert [m.text for m in context.sentences[1].mentions] == []


@pytest.mark.parametrize(
    "text",
    [
        "Vantor Robotics grew. The flagship customer cancelled an order.",
        "Vantor Robotics grew. The chief executive, Mara Voss, spoke.",
        "Vantor Robotics sold the Tallis robot. The Kestrel robot cost more.",
    ],
)
def test_what_no_description_of_the_one_in_focus_means(text: str) -> None:
    assert [m.text for m in read(text).sentences[1].mentions if m.anaphoric] == []


@pytest.mark.parametrize(
    ("text", "main"),
    [
        (
            "Former Kestrel boss Jo Voss left Kestrel in May and has founded Vantor Robotics. Kestrel is big.",
            "Vantor Robotics",
        ),
        ("Kestrel's former boss Jo Voss has founded a start-up. She left Kestrel in May.", "Kestrel"),
        ("Kestrel grew. Kestrel's boss Jo Voss, who had left Vantor Robotics, spoke.", "Kestrel"),
    ],
)
def test_a_piece_is_about_the_new_house_rather_than_the_old(text: str, main: str) -> None:
    context = read(text)
    assert context.main is not None
    assert context.main.name == main


def test_a_roundup_is_about_nobody() -> None:
    makers = ("Vantor", "Kestrel", "Tallis", "Quillon", "Brightleaf", "Ostrand", "Marlow", "Pelham", "Dunmore", "Hask")
    context = read("\n\n".join(f"{name} Robotics raised $5 million." for name in makers))
    assert context.main is None
    assert len(context.clusters) == len(makers)


def test_no_sentence_ends_behind_a_word_or_a_comma() -> None:
    context = read("Sahra Autonomy, an outfit that teaches trucks to patrol pipelines, announced two appointments.")
    assert len(context.sentences) == 1


def test_whose_house_another_is_does_not_speak_for_it() -> None:
    context = read("Vantor Robotics is growing. The Quillon Motor-backed startup hired ten people.")
    assert [m.cluster.name for m in context.sentences[1].mentions if m.anaphoric] == ["Vantor Robotics"]
