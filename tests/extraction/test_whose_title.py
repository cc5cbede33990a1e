"""Whose title, beginning and founding it is where others stand beside; all is invented."""

from __future__ import annotations

import pytest

from bot.articles import article_from_text
from bot.extraction.kinds.education import KIND as STUDIES
from bot.extraction.kinds.founding import KIND as FOUNDING
from bot.extraction.kinds.ipo import KIND as LISTING
from bot.extraction.kinds.role import KIND as ROLE
from bot.extraction.run import extract
from bot.extraction.sifting import sift
from bot.model.when import When
from tests.extraction.reading import read

Posts = set[tuple[str, str, int | None]]

POSTS: list[tuple[str, Posts]] = [
    (
        "Orlune announced the appointments of Mara Voss as Head of Legal and Ben Arkell as Head of Operations.",
        {("Mara Voss", "Orlune", "Head of Legal"), ("Ben Arkell", "Orlune", "Head of Operations")},
    ),
    (
        "Orlune named Mara Voss head of sales in May 2024 and Ben Arkell as chief of staff.",
        {("Mara Voss", "Orlune", "head of sales"), ("Ben Arkell", "Orlune", "chief of staff")},
    ),
    (
        "Tessaro Medical, led by founder and CEO Mara Voss with Ben Arkell as chairman, raised $5 million.",
        {("Mara Voss", "Tessaro Medical", "founder and CEO"), ("Ben Arkell", "Tessaro Medical", "chairman")},
    ),
    (
        "Calvane Robotics raised $5 million. With Foxbay it will work on new arms, the company led by CEO Mara Voss "
        "said.",
        {("Mara Voss", "Calvane Robotics", "CEO")},
    ),
    (
        "Mara Voss, director general and chairman of the Orlune Roads Authority, opened the line.",
        {("Mara Voss", "Orlune Roads Authority", "director general and chairman")},
    ),
    (
        "Mara Voss, head of Asia Industrial Technology research at Tessaro Securities, expects more.",
        {("Mara Voss", "Tessaro Securities", "head of Asia Industrial Technology research")},
    ),
    (
        "Mara Voss spent eight years at Tessaro, where she was the founding designer of DriveKore.",
        {("Mara Voss", "Tessaro", "founding designer of DriveKore")},
    ),
    (
        "Mara Voss has joined Orlune Robotics and has taken on the position of Head of the Deft Hand team.",
        {("Mara Voss", "Orlune Robotics", "Head of the Deft Hand team")},
    ),
    (
        "Orlune Robotics makes hands in Odense. Mara Voss, newly appointed chief sales officer, previously managed "
        "the launch of taxis at Tessaro.",
        {("Mara Voss", "Orlune Robotics", "chief sales officer"), ("Mara Voss", "Tessaro", None)},
    ),
    (
        "Orlune Surgical raised $5 million in a round led by Sofimo Partners. Ben Arkell, a partner at Sofimo "
        "Partners, joins the board.",
        {("Ben Arkell", "Sofimo Partners", "partner"), ("Ben Arkell", "Orlune Surgical", "board member")},
    ),
    (
        "Orlune Robotics named Mara Voss as interim CEO. She replaces Ben Arkell, who steps down after four years.",
        {("Mara Voss", "Orlune Robotics", "interim CEO"), ("Ben Arkell", "Orlune Robotics", "CEO")},
    ),
    (
        "Mara Voss joined Calvane in 2006 and later became project manager at its Leeds office. Tessaro hired her. "
        "Tessaro makes robots. Tessaro is big.",
        {("Mara Voss", "Calvane", "project manager"), ("Mara Voss", "Tessaro", None)},
    ),
    (
        "Mara Voss left Orlune in 2024. She served as interim CEO when Ben Arkell was ousted in May 2023, before "
        "returning to her COO role following his return.",
        {("Mara Voss", "Orlune", "interim CEO"), ("Mara Voss", "Orlune", "COO"), ("Ben Arkell", "Orlune", None)},
    ),
    ("Orlune hired Colin Read as chief counsel.", {("Colin Read", "Orlune", "chief counsel")}),
    ("Helene Du, an analyst at Tessaro Securities, agrees.", {("Helene Du", "Tessaro Securities", "analyst")}),
]  # fmt: skip


def told(kind: object, text: str, title: str = "") -> list[dict[str, object]]:
    """What the rules of a kind find in a text, sifted."""
    context = read(text, title)
    return [dict(d.slots) for d in sift(context, kind.extract(context))]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "posts"), POSTS, ids=[text[:50] for text, _ in POSTS])
def test_a_title_is_the_one_of_whom_it_is_said(text: str, posts: Posts) -> None:
    found = told(ROLE, text)
    assert {(str(d["person"]), str(d["organization"]), d.get("title")) for d in found} == posts


def test_a_departure_with_its_day_ends_the_post() -> None:
    found = told(
        ROLE, "Mara Voss will retire as CEO of Orlune. Her departure, effective February 27, 2026, comes late."
    )
    assert [str(d["end"]) for d in found] == [str(When.from_iso("2026-02-27"))]


FOUNDINGS: list[tuple[str, list[tuple[str, tuple[str, ...], int | None]]]] = [
    (
        "Ben Arkell joined Orlune Robotics in 1994, just two years after Mara Voss founded the company.",
        [("Orlune Robotics", ("Mara Voss",), None)],
    ),
    (
        "Since leaving Tessaro in fall 2024, Mara Voss has moved to establish what will be called Thinking Labs.",
        [("Thinking Labs", ("Mara Voss",), None)],
    ),
    (
        "Mara Voss left Tessaro in 2021 to found Orlune Robotics.",
        [("Orlune Robotics", ("Mara Voss",), 2021)],
    ),
    ("At the World Robot Fair in Beijing, which began on Sep 3, Orlune showed hands.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "foundings"), FOUNDINGS, ids=[text[:50] for text, _ in FOUNDINGS])
def test_who_is_named_beside_a_founding_is_no_founder(
    text: str, foundings: list[tuple[str, tuple[str, ...], int | None]]
) -> None:
    found = told(FOUNDING, text)
    dated = [(d["organization"], d.get("founders"), d["date"].start.year if "date" in d else None) for d in found]  # type: ignore[attr-defined]
    assert dated == foundings


def test_what_came_months_before_is_not_of_the_date() -> None:
    found = told(LISTING, "Mara Voss resigned from Orlune in May, two months after the company filed for an IPO.")
    assert all("date" not in slots for slots in found)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("holds a degree in Chemical Engineering from Northfield University", "Chemical Engineering"),
        ("studied Computer Science at Northfield University", "Computer Science"),
        (
            "graduated from Northfield University, majoring in optics, robotics, and automation engineering",
            "optics, robotics, and automation engineering",
        ),
    ],
)
def test_a_field_of_study_is_told_whole(words: str, field: str) -> None:
    assert [slots.get("field") for slots in told(STUDIES, f"Mara Voss {words}.")] == [field]


@pytest.mark.parametrize(
    "text",
    [
        "Supply chain analyst Ben Arkell reported that Orlune is planning a robot.",
        "Ben Arkell is a former CTO of Orlune. A senior executive responsible for driving at a big carmaker has "
        "also joined his startup.",
    ],
)
def test_whoever_tells_of_a_house_or_has_no_name_holds_no_post_there(text: str) -> None:
    found = extract(article_from_text("a.md", text, "md", When.from_iso("2025-10-08")))
    titles = {s.slots.get("title") for s in found if s.kind == "role"}
    assert titles <= {"CTO"}


def test_a_shared_surname_is_that_of_whom_the_article_is_about() -> None:
    text = (
        "Wang Xingwen was born in 1990. Wang Xingwen founded Orlune in 2016. Wang Xingwen sat near Wang Chuanlu of "
        "Tessaro.\n\nWang said humanoids would reach a new level."
    )
    said = [m.cluster.name for s in read(text).sentences for m in s.mentions if m.text == "Wang"]
    assert said == ["Wang Xingwen"]
