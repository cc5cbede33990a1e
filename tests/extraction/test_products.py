"""Products, launches, deployments, partnerships: makers and kinds, lists of organisations, and what is none of them."""

from __future__ import annotations

import pytest

from bot.extraction.consolidate import consolidate
from bot.extraction.kind import all_kinds
from bot.extraction.products.products import Products
from bot.extraction.products.things import is_thing
from bot.extraction.text.context import Context
from bot.extraction.text.masking import all_segments
from bot.extraction.text.typed import orgs_after, orgs_before, typed
from bot.extraction.validate import validate
from tests.extraction.reading import read


def segment_of(context: Context) -> tuple[list[str], str]:
    """The names of a text of one segment by their number, and the text with tokens for them."""
    (segment,) = all_segments(context)
    return [m.cluster.name for m in segment.names], typed(segment)


def facts(kind: str, text: str) -> list[dict[str, object]]:
    context = read(text)
    this = all_kinds()[kind]
    found = consolidate([d for d in this.extract(context) if this.complete(d.slots)])
    return [s.to_json() for s in (validate(d, context.article) for d in found) if s is not None]


def test_tokens_tell_kinds_and_keep_their_places() -> None:
    context = read("Halvorn Robotics sold 40 carts to Osterby Group in Germany.")
    (segment,) = all_segments(context)
    assert typed(segment) == "<o0> sold 40 carts to <o1> in <l2>."
    assert len(typed(segment)) == len(segment.text)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("They work with Osterby Group, Harrow Robotics and Calder Robotics.", 3),
        ("They work with the logistics group Osterby Group and the startup Harrow Robotics.", 2),
        ("They work with Osterby Group's research lab.", 1),
        ("They work with Osterby Group (2,000 employees) and Harrow Robotics.", 2),
        ("They work with nobody in particular.", 0),
    ],
)
def test_a_list_of_organisations_is_read_whole(text: str, listed: int) -> None:
    _, masked = segment_of(read(text))
    found, _ = orgs_after(masked, masked.index("with ") + 5)
    assert len(found) == listed


@pytest.mark.parametrize(
    ("text", "verb", "names"),
    [
        ("Osterby Group and Harrow Robotics have signed a contract.", "signed", ["Osterby Group", "Harrow Robotics"]),
        ("Osterby Group, a Danish retailer, will also sign.", "sign", ["Osterby Group"]),
        ("For Osterby Group the robots sort parcels.", "sort", []),
    ],
)
def test_a_list_before_a_verb(text: str, verb: str, names: list[str]) -> None:
    by_number, masked = segment_of(read(text))
    assert [by_number[n] for n in orgs_before(masked, masked.index(verb))] == names


@pytest.mark.parametrize(
    ("text", "product", "maker"),
    [
        ("Harrow Robotics's humanoid Brisko can climb. Nobody bought it.", "Brisko", "Harrow Robotics"),
        ("The humanoid Brisko from Harrow Robotics can climb stairs.", "Brisko", "Harrow Robotics"),
        ("Harrow Robotics, maker of the humanoid Brisko, moved to Leeds.", "Brisko", "Harrow Robotics"),
        ("The Brisko humanoid can climb stairs.", "Brisko", None),
    ],
)
def test_the_maker_of_a_product_is_read_off_the_text(text: str, product: str, maker: str | None) -> None:
    context = read(text)
    cluster = next(c for c in context.clusters if c.name == product)
    found = Products(context).maker(cluster)
    assert (found.name if found else None) == maker


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("humanoid", "robot"), ("foundation model", "model"), ("simulator", "platform"), ("gripper", "component")],
)
def test_the_kind_of_a_product_is_that_of_the_noun_beside_it(noun: str, kind: str) -> None:
    found = facts("launch", f"In May 2024 Harrow Robotics launched a {noun} called Brisko.")
    assert [f["product_kind"] for f in found] == [kind]


def test_a_launch_without_a_name_takes_it_from_the_next_sentence() -> None:
    found = facts("launch", "Harrow Robotics unveiled its first humanoid robot in May 2024. It is called Brisko.")
    assert [(f["product"], f.get("maker"), f.get("date")) for f in found] == [("Brisko", "Harrow Robotics", "2024-05")]


def test_the_same_launch_told_twice_is_one() -> None:
    text = "Harrow Robotics unveiled the humanoid Brisko. The humanoid Brisko was unveiled in May 2024."
    assert [(f["product"], f.get("date")) for f in facts("launch", text)] == [("Brisko", "2024-05")]


def test_customers_of_one_sentence_are_one_list() -> None:
    (found,) = facts("deployment", "The humanoid Brisko is used by Osterby Group and Calder Foods.")
    assert found["customer"] == ["Osterby Group", "Calder Foods"]


def test_customers_of_two_sentences_are_two_deployments() -> None:
    text = "Osterby Group uses 40 carts from Harrow Robotics. Calder Foods rents nine carts from Harrow Robotics."
    assert [f["customer"] for f in facts("deployment", text)] == [["Osterby Group"], ["Calder Foods"]]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("launch", "Harrow Robotics makes the humanoid Brisko."),
        ("launch", "Harrow Robotics leased the humanoid Brisko to a museum."),
        ("launch", "Harrow Robotics never released the humanoid Brisko."),
        ("deployment", "Osterby Group bought a stake in Harrow Robotics, which makes carts."),
        ("deployment", "The humanoid Brisko can carry boxes at Osterby Group."),
        ("deployment", "Osterby Group denied that it uses 40 carts from Harrow Robotics."),
        ("partnership", "Osterby Group together with Calder Capital invested $5 million in Harrow Robotics."),
        ("partnership", "Osterby Group does not work with Harrow Robotics."),
        ("partnership", "Osterby Group competes with Harrow Robotics."),
    ],
)
def test_what_is_none(kind: str, text: str) -> None:
    assert facts(kind, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harrow Robotics showed the Brisko robot. A Brisko costs $900. Each Brisko weighs 40 kg.", "Brisko"),
        ("The accelerator chip Velm-2 does 40 TOPS.", "Velm-2"),
        ("Harrow Robotics marketed its gripper under the name Nubbin, a gripper for eggs.", "Nubbin"),
    ],
)
def test_what_is_said_of_a_name_tells_that_it_is_a_thing(text: str, name: str) -> None:
    context = read(text)
    (cluster,) = [c for c in context.clusters if c.name == name]
    assert is_thing(context, cluster)


@pytest.mark.parametrize(
    "text",
    [
        "Brisko raised $4 million. Brisko's founder Ada Lund said that the startup Brisko will hire.",
        "The robot maker Brisko hired 40 engineers.",
    ],
)
def test_who_acts_is_no_thing(text: str) -> None:
    context = read(text)
    assert not any(is_thing(context, c) for c in context.clusters if c.name == "Brisko")


@pytest.mark.parametrize(
    ("text", "product", "date"),
    [
        ("Harrow Robotics is also training a grasping model named 'Velm-2'.", "Velm-2", None),
        ("The depth camera Brisko came to market in May 2024.", "Brisko", "2024-05"),
        ("Its first product, the inspection robot Brisko, was delivered in 2013.", "Brisko", "2013"),
        ("Harrow Robotics pulled back the curtain on the humanoid Brisko in May 2024.", "Brisko", "2024-05"),
    ],
)
def test_a_launch_in_other_words(text: str, product: str, date: str | None) -> None:
    assert [(f["product"], f.get("date")) for f in facts("launch", text)] == [(product, date)]


def test_a_second_customer_behind_the_use_is_found() -> None:
    text = "The humanoid Brisko is used by Osterby Group for inspection and by Calder Foods in its dairies."
    customers = {c for f in facts("deployment", text) for c in f["customer"]}  # type: ignore[attr-defined]
    assert customers == {"Osterby Group", "Calder Foods"}


@pytest.mark.parametrize(
    "text",
    [
        "Harrow Robotics is designing an inference chip of its own with Osterby Group.",
        "Harrow Robotics has a deal with Osterby Group to film in 400 flats.",
    ],
)
def test_making_something_with_somebody_is_a_partnership(text: str) -> None:
    assert [f["parties"] for f in facts("partnership", text)] == [["Harrow Robotics", "Osterby Group"]]


def test_a_chip_of_somebody_is_no_partner() -> None:
    assert facts("partnership", "Harrow Robotics trained its model with Osterby Group chips.") == []
