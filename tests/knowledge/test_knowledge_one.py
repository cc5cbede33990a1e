"""One entity of several articles: what an article says is one is joined, and what only looks alike is not."""

from __future__ import annotations

import pytest

from bot.knowledge.also_known import acronyms, also_known, variants
from bot.knowledge.one import as_one
from bot.knowledge.resolve import resolve
from bot.model.article import Article, OffsetMap
from bot.model.entity import Entity
from bot.model.statement import Statement
from bot.names.entry import entity_id
from bot.names.folding import fold
from tests.knowledge.telling import REGISTRY, says

KNOWN = {
    fold(name): Entity(entity_id(kind, name), name, kind)
    for name, kind in {
        "Harrowgate Institute of Robotics": "org",
        "Pendrake AI": "org",
        "Sennen Robotics": "org",
        "Corvane": "org",
        "晨岚机器人": "org",
        "Mara Quint": "person",
        "Kestrel 2": "product",
    }.items()
}

ALSO = [
    ("The Harrowgate Institute of Robotics (HIR) is old.", [("Harrowgate Institute of Robotics", "HIR")]),
    ("Harrowgate Institute of Robotics, or HIR, is old.", [("Harrowgate Institute of Robotics", "HIR")]),
    ("Harrowgate Institute of Robotics (Leeds) is old.", []),
    ("Harrowgate Institute of Robotics (NYSE) is old.", []),
    ("Pendrake AI, formerly Old Oak Machines, is small.", [("Pendrake AI", "Old Oak Machines")]),
    ("London-based Pendrake AI (formerly known as Old Oak) is small.", [("Pendrake AI", "Old Oak")]),
    ("Mara Quint, chief executive of Pendrake AI, formerly Old Oak Bank, spoke.", []),
    ("Mara Quint, formerly Old Oak Machines, spoke.", []),
    ("Pendrake AI, formerly a maker of toys, is small.", []),
    ("Marrowby was renamed Sennen Robotics in May.", [("Sennen Robotics", "Marrowby")]),
    ("Marrowby changed its name to Sennen Robotics.", [("Sennen Robotics", "Marrowby")]),
    ("Sennen Robotics was renamed Ovingdean.", [("Sennen Robotics", "Ovingdean")]),
    ("In March renamed itself Sennen Robotics.", []),
    ("Corvane (known as Stellix until 2023) has a plant.", [("Corvane", "Stellix")]),
    ("Corvane, also known as Corv, has a plant.", [("Corvane", "Corv")]),
    ("Corvane has a plant, known as Stellix Park, in Leeds.", []),
    ("晨岚机器人（曾用名：朔风科技）位于杭州。", [("晨岚机器人", "朔风科技")]),
    ("晨岚机器人(Chenlan)位于杭州。", [("晨岚机器人", "Chenlan")]),
    ("Corvane (科凡) has a plant.", [("Corvane", "科凡")]),
    ('Corvane (科凡, also "Corv") has a plant.', [("Corvane", "Corv")]),
    ("Pendrake AI (English Oldoak) is small.", [("Pendrake AI", "Oldoak")]),
    ("Corvane (also in Leeds) has a plant.", []),
    ("The Kestrel 2 (Corvane) walks.", []),
    ("Superpendrake AI, formerly Old Oak, is another.", []),
]


@pytest.mark.parametrize(("text", "told"), ALSO)
def test_an_article_gives_other_names(text: str, told: list[tuple[str, str]]) -> None:
    found = also_known(text, lambda name: KNOWN.get(fold(name)))
    assert sorted({(entity.name, also) for entity, also in found}) == told


def test_an_acronym_is_whose_initials_it_has() -> None:
    both = [KNOWN["harrowgate institute of robotics"], KNOWN["pendrake ai"]]
    assert [(e.name, a) for e, a in acronyms("HIR said so, and the CEO of XYZ.", both)] == [
        ("Harrowgate Institute of Robotics", "HIR")
    ]


def test_an_acronym_of_two_is_nobodys() -> None:
    two = [Entity(f"org-{n}", n, "org") for n in ("Harrow Inn Robotics", "Hull Iron Rings")]
    assert list(acronyms("HIR said so.", two)) == []


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("CX-VLA2", "The CX-VLA 2 walks, as CX-VLA2 did.", ["CX-VLA 2"]),
        ("DeepHarbor", "Deep Harbor and Deep-Harbor, not deep harbors.", ["Deep Harbor", "Deep-Harbor"]),
        ("Kestrel 12", "Kestrel 1 2, Kestrel12, Kestrel 123", ["Kestrel12"]),
        ("Corvane", "Cor vane", []),
    ],
)
def test_an_article_spells_a_name_otherwise(name: str, text: str, written: list[str]) -> None:
    assert [also for _, also in variants(text, [Entity("product-x", name, "product")])] == written


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("Old Oak Machines LLC", "Old Oak Machines was founded in 1980.", ["Old Oak Machines"]),
        (
            "Pell Automation Technologies, Inc.",
            "Pell Automation Technologies grew.",
            ["Pell Automation", "Pell Automation Technologies"],
        ),
        ("Old Oak Machines LLC", "Old Oak Mills is another.", []),
        ("Heron Inc.", "A Heron is a bird.", []),
    ],
)
def test_a_name_without_its_legal_form_is_a_name_where_it_is_written_so(name, text, written):
    assert [also for _, also in variants(text, [Entity("org-x", name, "org")])] == written


def put_together(texts: dict[str, str], *told: Statement) -> list[tuple[str, tuple[str, ...]]]:
    """Those who take part, with their other names, where the articles have these texts."""
    articles = [
        Article(name, text, text, OffsetMap(), name, None, id=f"id-{name}") for name, text in sorted(texts.items())
    ]
    known = as_one(resolve(articles, told, REGISTRY), articles, REGISTRY)
    ids = {str(value) for one in known.told for value in one.slots.values() if str(value).startswith("org-")}
    return [(e.name, e.aliases) for e in known.entities if e.id in ids]


def of(source: str, name: str, **more: str) -> Statement:
    return says(source, "funding", company=name, **more)


def test_a_company_is_one_with_and_without_its_trade() -> None:
    met = put_together({"a": "", "b": ""}, of("a", "Nuvanta Robotics"), of("b", "Nuvanta"))
    assert met == [("Nuvanta Robotics", ("Nuvanta",))]


@pytest.mark.parametrize("other", ["Nuvanta Capital", "Nuvanto Robotics", "Nuvantix", "Nuvanta Ventures"])
def test_another_body_or_a_name_that_looks_alike_is_another(other: str) -> None:
    assert len(put_together({"a": "", "b": ""}, of("a", "Nuvanta Robotics"), of("b", other))) == 2


def test_a_short_name_of_two_stays_apart() -> None:
    told = [of("a", "Nuvanta Robotics"), of("b", "Nuvanta"), of("c", "Nuvanta AI")]
    assert len(put_together(dict.fromkeys("abc", ""), *told)) == 3


def test_a_word_of_the_language_is_no_short_name() -> None:
    told = [of("a", "Anvil Robotics"), of("b", "Anvil")]
    assert len(put_together({"a": "", "b": "It hit the anvil."}, *told)) == 2


def test_one_name_in_two_spellings_is_one() -> None:
    assert len(put_together({"a": "", "b": ""}, of("a", "Z Oval Robot"), of("b", "ZOval Robot"))) == 1


def test_an_acronym_that_one_article_explains_is_meant_in_another() -> None:
    texts = {"a": "The Harrowgate Institute of Robotics (HIR) is old.", "b": "HIR is old."}
    met = put_together(texts, of("a", "Harrowgate Institute of Robotics"), of("b", "HIR"))
    assert met == [("Harrowgate Institute of Robotics", ("HIR",))]


def test_a_former_name_is_the_same_company() -> None:
    texts = {"a": "Pendrake AI, formerly known as Old Oak Machines, is small.", "b": ""}
    met = put_together(texts, of("a", "Pendrake AI"), of("b", "Old Oak Machines"))
    assert met == [("Pendrake AI", ("Old Oak Machines",))]


def test_a_name_of_the_registry_is_never_taken_for_a_former_one() -> None:
    texts = {"a": "Pendrake AI, formerly known as Figure, is small.", "b": ""}
    assert len(put_together(texts, of("a", "Pendrake AI"), of("b", "Figure"))) == 2


def test_who_takes_part_in_one_statement_is_two() -> None:
    texts = {"a": "Pendrake AI, formerly known as Old Oak Machines, is small.", "b": ""}
    told = [of("a", "Pendrake AI"), says("b", "acquisition", buyer="Pendrake AI", target="Old Oak Machines")]
    assert len(put_together(texts, *told)) == 2


def test_characters_and_letters_are_one_where_both_are_told_with_the_same() -> None:
    told = [
        says("a", "role", person="赵明远", organization="Corvane"),
        says("b", "role", person="Zhao Mingyuan", organization="Corvane"),
        says("c", "role", person="Mingyuan Zhao", organization="Lodestar"),
    ]
    articles = [Article(n, "", "", OffsetMap(), n, None, id=f"id-{n}") for n in "abc"]
    known = as_one(resolve(articles, told, REGISTRY), articles, REGISTRY)
    who = [one.slots["person"] for one in known.told]
    assert who[0] == who[1]
    assert who[2] != who[0]
