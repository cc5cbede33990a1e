"""Names in running text. The registry here is invented, so that nothing depends on what happens to ship."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names import Registry, default_registry, fold

NAMES = """
- {name: Quill AI, kind: org, aliases: [Quill], common_word: true}
- {name: Quill 01, kind: product, parent: Quill AI}
- {name: Quill 01.5, kind: product, parent: Quill AI}
- {name: Robot Dawn, kind: org, aliases: [星晨纪元], common_word: true}
- {name: Galvo, kind: org, aliases: [Galvo Robotics, 银石通用, 银石, lone variable robot]}
- {name: V1, kind: product, parent: Galvo, aliases: [Galvo V1], also_ambiguous: [V1]}
- {name: 1Q, kind: org}
- {name: Marlow's Yard, kind: org}
- {name: MOST, kind: org}
- {name: North Harbour Fund, kind: org}
- {name: North Harbour, kind: place}
- {name: Sunday Works, kind: org, aliases: [Sunday], common_word: true, also_ambiguous: [Sunday]}
- {name: Vega Motors, kind: org, aliases: [Vega], also_ambiguous: [Vega]}
- {name: Vega Labs, kind: org, aliases: [Vega], also_ambiguous: [Vega]}
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    folder: Path = tmp_path_factory.mktemp("names")
    (folder / "names.yaml").write_text(NAMES, encoding="utf-8")
    return Registry.load(folder)


def found(registry: Registry, text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], registry.entities[hit.entity_id].name) for hit in registry.find(text)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        # the longest name wins
        ("the Quill 01.5 robot", [("Quill 01.5", "Quill 01.5")]),
        ("the Quill 01 robot", [("Quill 01", "Quill 01")]),
        ("from North Harbour Fund in North Harbour", [("North Harbour Fund",) * 2, ("North Harbour",) * 2]),
        # a quotation that ends inside a name ends the name
        ('the "Galvo" Robotics fair', [("Galvo", "Galvo")]),
        ('the "Galvo Robotics" fair', [("Galvo Robotics", "Galvo")]),
        # word boundaries for Latin script, none for CJK
        ("Galvos and Galvonic", []),
        ("Galvo-backed Galvo's Galvo’s", [("Galvo", "Galvo")] * 3),
        ("昨天银石通用机器人宣布", [("银石通用", "Galvo")]),
        ("银石Galvo融资", [("银石", "Galvo"), ("Galvo", "Galvo")]),
        # the first letter decides, unless the name is told in lower case or has three words
        ("a galvo scanner", []),
        ("the lone variable robot raised money", [("lone variable robot", "Galvo")]),
        ("north harbour fund and north harbour", [("north harbour fund", "North Harbour Fund")]),
        ("1Q, not 1q", [("1Q", "1Q")]),
        ("Most of MOST", [("MOST", "MOST")]),
        # a possessive ends a name that has none of its own
        ("Galvo's Robotics", [("Galvo", "Galvo")]),
        ("at Marlow's Yard, at Marlow Yard", [("Marlow's Yard",) * 2, ("Marlow Yard", "Marlow's Yard")]),
        ("a Galvo robotics lab", [("Galvo", "Galvo")]),
        # a common word
        ("He joined Quill in May", [("Quill", "Quill AI")]),
        ("a quill pen", []),
        ("Quill pens are old.", []),
        ("Old. Quill pens", []),
        ("Quill raised money", [("Quill", "Quill AI")]),
        ("Quill's robot", [("Quill", "Quill AI")]),
        ("as Quill 3 shows", []),
        ("Quill AI grows. Quill pens too", [("Quill AI", "Quill AI"), ("Quill", "Quill AI")]),
        ("The robot dawn, Robot dawn", []),
        ("At Robot Dawn and 星晨纪元", [("Robot Dawn", "Robot Dawn"), ("星晨纪元", "Robot Dawn")]),
        # a name that several bear, or that means something else
        ("the V1 rocket", []),
        ("Galvo showed the V1", [("Galvo", "Galvo"), ("V1", "V1")]),
        ("Galvo grew in V1 2025", [("Galvo", "Galvo")]),
        ("Galvo fell behind the 1Q V1", [("Galvo", "Galvo"), ("1Q", "1Q")]),
        ("in Vega", []),
        ("Vega Labs grew; in Vega", [("Vega Labs", "Vega Labs"), ("Vega", "Vega Labs")]),
        ("Vega Labs met Vega Motors in Vega", [("Vega Labs",) * 2, ("Vega Motors",) * 2]),
        # a day of the week
        ("Home robot maker Sunday raised money on Sunday.", [("Sunday", "Sunday Works")]),
        ("Sunday, a robotics startup, grew. Sunday's arm", [("Sunday", "Sunday Works")] * 2),
        ("The CEO of Sunday left Sunday morning, Sunday said.", [("Sunday", "Sunday Works")] * 2),
        ("Sunday Works said Sunday it grew", [("Sunday Works", "Sunday Works")]),
        ("The startup Sunday announced that it grew", []),
        ("", []),
    ],
)
def test_find(registry: Registry, text: str, hits: list[tuple[str, str]]) -> None:
    assert found(registry, text) == hits


_PIECES = st.sampled_from(
    [
        "Figure",
        "Figure AI",
        "Figure 03",
        "宇树",
        "科技",
        "Unitree",
        "G1",
        "π0",
        "’s",
        " ",
        ".",
        "-",
        "N1.5",
        "GR00T",
        "US",
    ]
)


SHIPPED = default_registry()


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join)))
def test_hits_are_exact_ordered_and_apart(text: str) -> None:
    registry = SHIPPED
    end = 0
    for hit in registry.find(text):
        assert end <= hit.start < hit.end <= len(text)
        assert fold(text[hit.start : hit.end]) == fold(hit.alias)
        entity = registry.entities[hit.entity_id]
        assert hit.alias in (entity.name, *entity.aliases)
        end = hit.end


def test_time_grows_with_the_text_only() -> None:
    """Ten times the text takes about ten times as long; a quadratic search would take a hundred times."""
    text = "Figure said that Unitree Robotics and 宇树科技 met in Shenzhen. " * 200

    def seconds(sample: str) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            SHIPPED.find(sample)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(text * 10) < 40 * seconds(text)
