"""An answer on a terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from bot.answers.render import ASIDES
from bot.model.answer import Action, Answer, Citation, Line
from bot.platforms.console.rendering import LONGEST_QUOTE, show

BRIEF = Citation("a.md", "Quillon raised $21 million.", "https://a.example/1", "The Robot Ledger", "2025-03-04")
OTHER = Citation("b.md", "Quillon raised $20 million.")


def shown(answer: Answer, terminal: bool = False) -> str:
    out = io.StringIO()
    show(answer, Console(file=out, width=100, force_terminal=terminal, color_system="standard" if terminal else None))
    return out.getvalue()


def shown_first(answer: Answer, most: int) -> str:
    out = io.StringIO()
    show(answer, Console(file=out, width=100, color_system=None), most)
    return out.getvalue()


def test_lines_point_to_numbered_sources() -> None:
    note = Line("Another article says $20 million", (OTHER,))
    answer = Answer(
        True, "Deals of Quillon", (Line("Series A, $21 million", (BRIEF,), (note,)), Line("Seed", (BRIEF,)))
    )
    lines = [line.rstrip() for line in shown(answer).splitlines()]
    assert lines == [
        "Deals of Quillon",
        "  • Series A, $21 million [1]",
        "    ! Another article says $20 million [2]",
        "  • Seed [1]",
        "",
        "Sources",
        "  [1] “Quillon raised $21 million.” The Robot Ledger, 2025-03-04 · a.md https://a.example/1",
        "  [2] “Quillon raised $20 million.” b.md",
    ]


def test_what_is_declined_shows_hints_and_actions() -> None:
    answer = Answer(
        False,
        "No article says so.",
        hints=("Did you mean Quillon?",),
        actions=(Action("ask", "Deals", "/deal Quillon"),),
    )
    assert [line.rstrip() for line in shown(answer).splitlines()] == [
        "No article says so.",
        "Did you mean Quillon?",
        "Try: /deal Quillon",
    ]


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "\u202eright to left", "[bold]loud[/bold]", "[link=x]y[/link]"])
def test_text_of_articles_is_never_markup(hostile: str) -> None:
    citation = Citation(hostile, hostile, hostile, hostile, hostile)
    out = shown(Answer(True, hostile, (Line(hostile, (citation,)),), (hostile,)))
    assert "\x1b" not in out
    assert "\u202e" not in out
    if hostile.startswith("["):
        assert out.count(hostile) >= 4


def test_only_the_first_lines_with_their_sources() -> None:
    out = shown_first(Answer(True, "Deals", (Line("A", (BRIEF,)), Line("B", (OTHER,)), Line("C", (OTHER,)))), 1)
    assert "• A [1]" in out
    assert "• B" not in out
    assert "… and 2 more" in out
    assert OTHER.quote not in out


def test_a_long_quote_is_cut() -> None:
    out = shown(Answer(True, "x", (Line("y", (Citation("a.md", "word " * 200),)),)))
    assert "…”" in out
    assert LONGEST_QUOTE // 5 - 1 <= out.count("word") <= LONGEST_QUOTE // 5


def test_colours_only_on_a_terminal() -> None:
    answer = Answer(True, "Deals", (Line("Series A", (BRIEF,)),))
    assert "\x1b[" in shown(answer, terminal=True)
    assert "\x1b[" not in shown(answer)


def test_what_only_stands_near_is_set_apart_from_the_answer() -> None:
    told = Line("Series A, $21 million", (BRIEF,))
    near = Line("“Quillon moved.”", (OTHER,), aside=True)
    lines = [line.rstrip() for line in shown(Answer(True, "Deals of Quillon", (told, near, near))).splitlines()]
    assert lines[1:5] == ["  • Series A, $21 million [1]", f"  {ASIDES}", *["  • “Quillon moved.” [2]"] * 2]
