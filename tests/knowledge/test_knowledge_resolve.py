"""Who is meant by a name: the registry decides, articles explain their own short forms, likeness decides nothing."""

from __future__ import annotations

import pytest

from bot.knowledge.resolve import resolve
from bot.names.registry import Registry
from tests.knowledge.telling import ENTRIES, article, org, resolved, says


def ids(*told, slot="company"):
    """The entity ids of one slot, in the order of the statements."""
    known = {t.id: t.slots for t in resolved(*told).told}
    return [known[s.id].get(slot) for s in told]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tessaro Group", "org-tessaro-group"),
        ("tessaro", "org-tessaro-group"),
        ("Tessaro Inc.", "org-tessaro-group"),
        ("泰萨罗", "org-tessaro-group"),
        ("Figure", "org-figure-ai"),
        ("Tessaro Cloud", "org-tessaro-cloud"),
    ],
)
def test_the_registry_decides(name, expected):
    assert ids(says("a", "funding", company=name)) == [expected]


@pytest.mark.parametrize(
    ("slot", "kind", "expected"),
    [
        ("company", "funding", "org-lumen"),
        ("product", "launch", "product-lumen"),
        ("person", "role", "person-lumen"),
    ],
)
def test_the_slot_says_which_bearer_of_a_name_is_meant(slot, kind, expected):
    assert ids(says("a", kind, **{slot: "Lumen"}), slot=slot) == [expected]


def test_a_name_of_two_in_the_registry_is_given_to_neither():
    (found,) = ids(says("a", "funding", company="Dupla"))
    assert found not in ("org-double-one", "org-double-two")


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Quillon Robotics", "Quillon"),
        ("Quillon Robotics Inc.", "Quillon"),
        ("Quillon AI", "Quillon"),
        ("Quillon Seiki", "Quillon"),
        ("Quillon Robotics", "Quillon Robotics Co., Ltd."),
        ("Quillon Robotics", "QUILLON ROBOTICS"),
    ],
)
def test_a_short_form_follows_the_full_name_of_its_article(full, short):
    first, second = ids(says("a", "funding", company=full), says("a", "ipo", company=short))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quillon Ventures", "Quillon"),
        ("Quillon Cloud", "Quillon"),
        ("Zhiyuan Robotics", "Ziyuan Robotics"),
        ("Quillon Robotics", "Quillan Robotics"),
    ],
)
def test_what_only_looks_alike_stays_two(one, other):
    first, second = ids(says("a", "funding", company=one), says("a", "ipo", company=other))
    assert first != second


def test_a_short_form_that_fits_two_full_names_is_neither():
    told = (
        says("a", "funding", company="Quillon Robotics"),
        says("a", "funding", 1, company="Quillon Motors"),
        says("a", "ipo", company="Quillon"),
    )
    robotics, motors, short = ids(*told)
    assert len({robotics, motors, short}) == 3


def test_short_forms_do_not_reach_into_other_articles():
    first, second = ids(says("a", "funding", company="Quillon Robotics"), says("b", "funding", company="Quillon"))
    assert first != second


def test_equal_names_are_one_across_articles():
    first, second = ids(
        says("a", "funding", company="Quillon Robotics"), says("b", "funding", company="Quillon Robotics Ltd")
    )
    assert first == second


def test_a_surname_follows_the_whole_name():
    told = (
        says("a", "role", person="Ines Okafor", organization="Quillon"),
        says("a", "statement", speaker="Okafor", text="Robots are hard."),
    )
    known = {t.id: t.slots for t in resolved(*told).told}
    assert known[told[1].id]["speaker"] == known[told[0].id]["person"] == "person-ines-okafor"


def test_a_surname_of_two_people_is_neither():
    told = (
        says("a", "role", person="Ines Okafor", organization="Quillon"),
        says("a", "role", 1, person="Tom Okafor", organization="Quillon"),
        says("a", "education", person="Okafor", school="Delft"),
    )
    assert len(set(ids(*told, slot="person"))) == 3


def test_an_investor_who_is_known_as_a_person_is_that_person():
    told = (
        says("a", "role", person="Ines Okafor", organization="Quillon"),
        says("b", "funding", company="Brisk", investors=[{"name": "Ines Okafor", "lead": True}]),
    )
    known = {t.id: t.slots for t in resolved(*told).told}
    assert known[told[1].id]["investors"][0].name == "person-ines-okafor"


def test_the_makers_name_before_a_product_changes_nothing():
    told = (
        says("a", "launch", product="Quillon Walker", maker="Quillon"),
        says("a", "price", product="Walker", amount={"value": 9000, "currency": "USD"}),
    )
    first, second = ids(*told, slot="product")
    assert first == second


def test_the_same_short_name_of_two_makers_is_two_products():
    told = (
        says("a", "launch", product="Quillon Walker", maker="Quillon"),
        says("b", "launch", product="Brisk Walker", maker="Brisk"),
    )
    first, second = ids(*told, slot="product")
    assert first != second


def test_versions_of_a_product_are_products_of_their_own():
    told = (says("a", "launch", product="Strider N1"), says("a", "launch", 1, product="Strider N1.5"))
    first, second = ids(*told, slot="product")
    assert first != second


def test_names_met_become_aliases_and_units_know_their_parents():
    known = resolved(says("a", "funding", company="Quillon Robotics"), says("a", "ipo", company="Quillon"))
    entity = next(e for e in known.entities if e.name == "Quillon Robotics")
    assert entity.aliases == ("Quillon",)
    assert known.parents["org-tessaro-vision-lab"] == "org-tessaro-cloud"
    assert known.parents["org-tessaro-cloud"] == "org-tessaro-group"


def test_an_arm_in_a_country_belongs_to_its_house():
    told = [
        says("a", "funding", at, company=n) for at, n in enumerate(("Tessaro Canada", "Brisk Canada", "Tessaro Oak"))
    ]
    known = resolve([article("a")], told, Registry([*ENTRIES, org("Canada", kind="place", subkind="country")]))
    assert {known.parents.get(e.id) for e in known.entities if e.name == "Tessaro Canada"} == {"org-tessaro-group"}
    assert not {"org-brisk-canada", "org-tessaro-oak"} & set(known.parents)


def test_descriptions_are_told_from_names():
    known = resolved(says("a", "deployment", maker="Quillon", customer=["hotels", "Brisk Hotels"]))
    assert known.descriptions == {"org-hotels"}


def test_the_order_of_statements_changes_nothing():
    told = [
        says("a", "funding", company="Quillon Robotics"),
        says("a", "ipo", company="Quillon"),
        says("b", "role", person="Ines Okafor", organization="Quillon Robotics"),
    ]
    assert resolved(*told).entities == resolved(*reversed(told)).entities
