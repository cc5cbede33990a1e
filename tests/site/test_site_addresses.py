"""File names that any file system takes, and addresses that may be linked to."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.entity import Entity
from bot.names.folding import fold
from bot.site.addresses import LETTERS, file_name, letter, outside
from bot.site.naming import Entry, entries


@pytest.mark.parametrize("plain", ["org-figure-ai", "3e7456780ec440c1", "person-wang-xingxing"])
def test_an_id_is_its_own_file_name(plain: str) -> None:
    assert file_name(plain) == f"{plain}.html"


@given(st.text())
def test_any_id_gives_a_safe_name(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.html", file_name(name))
    assert len(file_name(name)) <= 90


@given(st.lists(st.text(max_size=6), unique=True, max_size=20))
def test_different_ids_have_different_names_also_where_case_is_ignored(names: list[str]) -> None:
    assert len({file_name(name).casefold() for name in names}) == len(names)


@pytest.mark.parametrize("address", ["../../etc/passwd", "a/b", "A", "", ".", "x" * 300, "宇树", "con\x00"])
def test_what_is_no_plain_id_is_told_apart_by_a_hash(address: str) -> None:
    assert re.search(r"(^|-)[0-9a-f]{16}\.html$", file_name(address))


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("Figure AI", "f"),
        ("Élan", "e"),
        ("1X Technologies", "digits"),
        ("“Quoted” name", "q"),
        ("宇树科技", "cjk"),
        ("로봇", "cjk"),
        ("ロボット", "cjk"),
        ("Яндекс", "other"),
        ("Ønsket", "other"),
        ("!!!", "other"),
        ("", "other"),
    ],
)
def test_the_letter_a_name_stands_under(name: str, page: str) -> None:
    assert letter(name) == page


@given(st.text())
def test_every_name_has_a_letter(name: str) -> None:
    assert letter(name) in LETTERS


@pytest.mark.parametrize(
    "address", ["https://example.com/a?b=c#d", "http://example.com", "https://例え.jp/x", "https://example.com:8080/"]
)
def test_pages_of_the_web_are_linked_to(address: str) -> None:
    assert outside(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " https://example.com",
        "java\nscript:alert(1)",
        "https://exa mple.com",
        "https://example.com/\u202etxt",
        "data:text/html,x",
        "//example.com",
        "/etc/passwd",
        "file:///etc/passwd",
        "https://",
        "https:///path",
        "https://user:word@example.com/",
        "https://[::1",
        "mailto:a@example.com",
    ],
)
def test_nothing_else_is(address: str) -> None:
    assert outside(address) == ""


def test_names_lead_to_the_name_they_stand_for() -> None:
    made = Entity("org-brightloom", "Brightloom", "org", ("BrightLoom", "Loom Works", "亮织"))
    other = Entity("org-lark", "Lark", "org")
    page = "entity/org-brightloom.html"
    assert entries([other, made]) == {
        "b": [Entry("Brightloom", page)],
        "l": [Entry("Lark", "entity/org-lark.html"), Entry("Loom Works", page, "Brightloom")],
        "cjk": [Entry("亮织", page, "Brightloom")],
    }


@given(st.lists(st.text(min_size=1, max_size=8), max_size=8))
def test_no_name_of_an_entity_is_lost(aliases: list[str]) -> None:
    listed = entries([Entity("org-one", "One", "org", tuple(aliases))])
    told = {fold(entry.name) for found in listed.values() for entry in found}
    assert told == {fold(name) for name in ("One", *aliases)}
