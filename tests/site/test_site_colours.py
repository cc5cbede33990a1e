"""Text stands out from what it stands on, in light and in dark, and nothing is told by colour alone."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = files("bot.site").joinpath("static", "site.css").read_text("utf-8")
TEXT, SHAPE = 4.5, 3.0


def palette(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


LIGHT = palette(CSS.split("@media")[0])
DARK = palette(re.search(r"@media \(prefers-color-scheme: dark\) \{(.*?)\n\}", CSS, re.DOTALL)[1])  # type: ignore[index]


def brightness(colour: str) -> float:
    """Relative luminance as the Web Content Accessibility Guidelines define it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_dark_names_every_colour_that_light_names() -> None:
    assert (
        set(LIGHT) == set(DARK) == {"paper", "sheet", "ink", "faint", "rule", "accent", "warn", "warn-sheet", "focus"}
    )


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        *((text, ground, TEXT) for text in ("ink", "faint", "accent") for ground in ("paper", "sheet")),
        ("warn", "paper", TEXT),
        *((text, "warn-sheet", TEXT) for text in ("ink", "accent", "warn")),
        ("paper", "accent", TEXT),
        ("focus", "paper", SHAPE),
        ("faint", "sheet", SHAPE),
    ],
)
def test_contrast(colours: dict[str, str], text: str, ground: str, least: float) -> None:
    assert contrast(colours[text], colours[ground]) >= least


def test_colours_are_named_in_one_place() -> None:
    rules = re.sub(r":root \{.*?\n\s*\}", "", CSS, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3,8}\b(?![^{]*\{)|rgb|hsl", rules)


def test_what_has_the_focus_shows_it() -> None:
    assert re.search(r":focus-visible \{[^}]*outline: 3px solid", CSS)
    assert set(re.findall(r"([^\s{}]+) \{ outline: none; \}", CSS)) == {"main:focus"}, (
        "it takes the focus of the skip link"
    )
