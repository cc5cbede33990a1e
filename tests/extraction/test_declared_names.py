"""Names that a text declares beside a full one, in brackets and without: all are one house's; all is invented."""

from __future__ import annotations

import pytest

from bot.articles import article_from_text
from bot.extraction.run import extract
from bot.model.when import When
from tests.extraction.reading import read

DECLARED: list[tuple[str, set[str]]] = [
    (
        'Beijing Velbot Universal Robot Co., Ltd.(hereinafter referred to as "Velbot Universal", Velbofor short in '
        "English) recently finished a new round. Velbot Universal sells arms. Velbo is young.",
        {"Beijing Velbot Universal Robot Co.", "Velbot Universal", "Velbo"},
    ),
    (
        'Suzhou Nordling Intelligent Technology Co., Ltd. (hereinafter "the Company" or "Tessaro") raised money. '
        "Tessaro grew.",
        {"Suzhou Nordling Intelligent Technology Co.", "Tessaro"},
    ),
    (
        'Suzhou Nordling Intelligent Technology Co., Ltd. (hereinafter "the Company" / "Tessaro") grew. Tessaro paid.',
        {"Suzhou Nordling Intelligent Technology Co.", "Tessaro"},
    ),
    (
        "Quillon Motion Systems GmbH (referred to as Calvane below) raised money. Calvane grew.",
        {"Quillon Motion Systems GmbH", "Calvane"},
    ),
    (
        "Quillon Motion Systems GmbH (Calvane for short) raised money. Calvane grew.",
        {"Quillon Motion Systems GmbH", "Calvane"},
    ),
    (
        "Suzhou Lingdong Robot Co., Ltd. (English name Tessaro) raised money. Tessaro grew.",
        {"Suzhou Lingdong Robot Co.", "Tessaro"},
    ),
    ('Quillon Motion Systems, Inc. ("Calvane") raised money. Calvane grew.', {"Quillon Motion Systems", "Calvane"}),
    (
        "Quillon Motion Systems, Inc. (the “Company” or “Calvane”) raised money. Calvane grew.",
        {"Quillon Motion Systems", "Calvane"},
    ),
    (
        'Quillon Motion Systems (NASDAQ: QMSX) ("Calvane" or the "Company") raised money. Calvane grew.',
        {"Quillon Motion Systems", "Calvane"},
    ),
    (
        "Suzhou Lingdong Robot Co., Ltd. (stock code 688999, Tessaro) rose by 4%. Tessaro sells arms.",
        {"Suzhou Lingdong Robot Co.", "Tessaro"},
    ),
    ("Lingdong Robot (Tessaro, 688999.SH) rose by 4%. Tessaro sells arms.", {"Lingdong Robot", "Tessaro"}),
    (
        "Suzhou Lingdong Robot (English: Tessaro; formerly Orlune) raised money. Tessaro was Orlune before.",
        {"Suzhou Lingdong Robot", "Tessaro", "Orlune"},
    ),
    ('Lingdong (hereafter called "Tessaro") raised money. Tessaro grew.', {"Lingdong", "Tessaro"}),
    ('Lingdong Robot, abbreviated as "Tessaro", raised money. Tessaro grew.', {"Lingdong Robot", "Tessaro"}),
    ("Lingdong Robot, better known as Tessaro, raised money. Tessaro grew.", {"Lingdong Robot", "Tessaro"}),
    ("Lingdong Robot (brand name Tessaro) raised money. Tessaro grew.", {"Lingdong Robot", "Tessaro"}),
    ("Lingdong Robot Inc. (d/b/a Tessaro) raised money. Tessaro grew.", {"Lingdong Robot Inc.", "Tessaro"}),
    (
        "Lingdong Robot (灵动机器人, Tessaro for short)finished angel round. 灵动机器人 is young. Tessaro grew.",
        {"Lingdong Robot", "灵动机器人", "Tessaro"},
    ),
    ("Lingdong Robot (Tessaro, 灵动机器人) finished angel round. Tessaro grew.", {"Lingdong Robot", "Tessaro"}),
    ("Lingdong era (LDX)and its Puquan Capital led the round. LDX is big.", {"Lingdong", "LDX"}),
    ("The Quillon Institute of Motion (short: QIMO) is new. QIMO grew.", {"Quillon Institute of Motion", "QIMO"}),
    (
        'Public information:Velbo("Nimble Fox",the English brand Vixen Hands)was founded in 2023. Velbo grew.',
        {"Velbo", "Nimble Fox"},
    ),
    (
        "Hangzhou Velbo Robot Technology Co., Ltd. raised money. Velbo was founded in 2021.",
        {"Hangzhou Velbo Robot Technology Co.", "Velbo"},
    ),
]

APART: list[tuple[str, str, str]] = [
    ("Calvane (Nasdaq: CLVN) and Tessaro (Orlune holds a part of it) grew. Orlune paid.", "Tessaro", "Orlune"),
    ('Calvane and Tessaro (together "the Parties") signed a contract.', "Calvane", "Tessaro"),
    ("Mara Voss (formerly Calvane) joined Tessaro (a unit of Orlune). Calvane, Orlune grew.", "Mara Voss", "Calvane"),
    ("Mara Voss (formerly Calvane) joined Tessaro (a unit of Orlune). Calvane, Orlune grew.", "Tessaro", "Orlune"),
    ("Calvane (2019, Tessaro) sold arms. Tessaro grew, Calvane shrank.", "Calvane", "Tessaro"),
    ("Lingdong Robot (灵动, Fukushima Prefecture) sells arms.", "Lingdong Robot", "Fukushima Prefecture"),
    ("Calvane (with Tessaro and 1200 staff) grew. Tessaro is older than Calvane.", "Calvane", "Tessaro"),
    (
        "Velbo set up Hangzhou Velbo Robot Technology Co., Ltd. in May. Velbo grew.",
        "Velbo",
        "Hangzhou Velbo Robot Technology Co.",
    ),
]


@pytest.mark.parametrize(("text", "forms"), DECLARED)
def test_a_declared_name_is_another_of_the_one_before_it(text: str, forms: set[str]) -> None:
    clusters = [{m.text for m in cluster.named} for cluster in read(text).clusters]
    assert any(forms <= names for names in clusters)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_what_else_stands_in_brackets_is_no_name_of_it(text: str, one: str, other: str) -> None:
    named = {m.text: cluster for cluster in read(text).clusters for m in cluster.named}
    assert named[one] is not named[other]


def test_a_full_name_joins_the_short_one_that_is_known() -> None:
    context = read(
        "Beijing Galaxy Universal Robot Co., Ltd. raised money. Galaxy Universal grew. Its English name is Galbot."
    )
    assert [c.name for c in context.clusters if c.kind == "org"] == ["Galbot"]


def test_facts_are_filed_under_the_declared_name_that_is_used() -> None:
    text = (
        'Suzhou Lingdong Intelligent Robot Co., Ltd. (hereinafter referred to as "Tessaro") raised $40 million led by '
        "Harbor Ventures.\n\nTessaro was founded in 2021 by Mara Voss. Tessaro has 80 employees."
    )
    article = article_from_text("a.md", text, "md", When.from_iso("2025-10-08"))
    slots = ("company", "organization", "subject")
    whose = {str(s.slots[slot]) for s in extract(article) for slot in slots if slot in s.slots}
    assert whose == {"Tessaro"}
