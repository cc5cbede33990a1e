"""How the two platforms look, in light and in dark: colours, sizes, shapes."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for, as `#rrggbb`."""

    paper: str
    box: str
    """Behind what stands in a frame."""
    rule: str
    ink: str
    faint: str
    link: str
    button: str
    edge: str
    """Around a button."""
    tag: str
    """Behind the word that says that this is a program."""
    tagged: str
    """That word."""

    def variables(self) -> str:
        """As variables of a style sheet."""
        return "".join(f"--{one.name}:{getattr(self, one.name)};" for one in fields(self))


@dataclass(frozen=True, slots=True)
class Look:
    """One platform."""

    name: str
    light: Palette
    dark: Palette
    title: float
    fact: float
    small: float
    leading: float
    """Height of a line in sizes of its letters."""
    between: float
    """Room between paragraphs."""
    avatar: float
    """Radius of its corners; 18 and it is round."""
    corner: float
    """Radius of the corners of a button."""
    aside: str
    """What stands beside the name of the bot."""


SLACK = Look(
    "Slack",
    Palette(
        "#ffffff", "#ffffff", "#dddddd", "#1d1c1d", "#616061", "#1264a3", "#ffffff", "#b8b8b8", "#e8e8e8", "#454447"
    ),
    Palette(
        "#1a1d21", "#1a1d21", "#3c3f43", "#d1d2d3", "#a8a9ab", "#4fb1e0", "#1a1d21", "#696b6f", "#35373b", "#c4c5c7"
    ),
    title=18, fact=15, small=13, leading=1.46, between=7, avatar=8, corner=4, aside="Only visible to you",
)  # fmt: skip
DISCORD = Look(
    "Discord",
    Palette(
        "#ffffff", "#f2f3f5", "#d9dadd", "#2e3035", "#5c5e66", "#0060c7", "#e3e5e8", "#e3e5e8", "#4752c4", "#ffffff"
    ),
    Palette(
        "#313338", "#2b2d31", "#45474d", "#dbdee1", "#bcbfc6", "#43b5fc", "#4a4c52", "#4a4c52", "#4752c4", "#ffffff"
    ),
    title=19, fact=15, small=12.5, leading=1.42, between=4, avatar=18, corner=8, aside="",
)  # fmt: skip
