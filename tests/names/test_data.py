"""The files of names that ship, held to their own rules."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from bot.names import Entry, default_folder, fold
from bot.names.entry import read_file, read_folder

FILES = sorted(default_folder().glob("*.yaml"))
ENTRIES = list(read_folder(default_folder()))

COMMON_WORDS = frozenset(
    """
    agility amazon apple ant apollo atlas aurora booster bot bond byte cadence caterpillar clone codex config
    continental cosmos dexterity digit eclipse era eve figure flex ford fortune foundation gemini gecko globes helix
    horizon humanoid innate intel intrinsic iron isaac kindred magma matrix memo mentee meta moonshot nature neo newton
    oracle orange orbit pepper perplexity phoenix pickle pollen reflex reliance rethink runway sanctuary snowflake
    sparrow spirit spot starship stretch sunday tangible target thinker unity verity vertex walker weave wind wired
    """.split()  # noqa: SIM905
)


def shared(entry: Entry) -> set[str]:
    return {fold(alias) for alias in entry.also_ambiguous}


def test_there_are_names_of_every_kind() -> None:
    kinds = Counter(entry.entity.kind for entry in ENTRIES)
    assert kinds["org"] > 500
    assert kinds["person"] > 150
    assert kinds["product"] > 150
    assert kinds["place"] > 300


def test_no_name_on_two_entities_unless_marked() -> None:
    bearers: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for entry in ENTRIES:
        for name in entry.names:
            bearers[fold(name)][entry.entity.id] = fold(name) in shared(entry)
    unmarked = {name: ids for name, ids in bearers.items() if len(ids) > 1 and not all(ids.values())}
    assert unmarked == {}


def test_canonical_names_are_unique() -> None:
    assert [name for name, count in Counter(fold(entry.entity.name) for entry in ENTRIES).items() if count > 1] == []


def test_no_alias_twice_on_one_entity() -> None:
    assert [entry.entity.name for entry in ENTRIES if len(set(entry.names)) < len(entry.names)] == []


def test_parents_exist() -> None:
    known = {entry.entity.name for entry in ENTRIES}
    assert [entry.entity.name for entry in ENTRIES if entry.entity.parent and entry.entity.parent not in known] == []


def test_ambiguous_names_are_names_of_the_entity() -> None:
    stray = [e.entity.name for e in ENTRIES if not shared(e) <= {fold(name) for name in e.names}]
    assert stray == []


def test_common_words_are_flagged() -> None:
    loose = [
        (entry.entity.name, name)
        for entry in ENTRIES
        for name in entry.names
        if fold(name) in COMMON_WORDS and not entry.common_word and fold(name) not in shared(entry)
    ]
    assert loose == []


def test_names_are_no_sentences_and_hold_no_figures_of_money_or_dates() -> None:
    fact = re.compile(r"[$€£¥]|\b(?:19|20)\d\d\b|\b(?:million|billion|founded|raised)\b|\bformerly\b")
    assert [name for entry in ENTRIES for name in entry.names if fact.search(name) or len(name) > 90] == []


def test_only_places_have_demonyms() -> None:
    assert [entry.entity.name for entry in ENTRIES if entry.demonyms and entry.entity.kind != "place"] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_file_is_sorted_with_one_entity_a_line(file: Path) -> None:
    entries = list(read_file(file))
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(entries)
    order = [fold(entry.entity.name) for entry in entries]
    assert order == sorted(order)
