"""Posts: who holds or held which office where, told by a title, a verb of hiring and leaving, or in passing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.extraction.kind import Draft, Kind
from bot.extraction.people.roles import roles
from bot.extraction.text.context import Context


def extract(ctx: Context) -> Iterable[Draft]:
    """Every post of an article."""
    for holding in roles(ctx):
        if holding.org is not None:
            yield ctx.draft(
                "role", holding.sentence, holding.score, person=holding.person.name, organization=holding.org.name,
                title=_single(holding.title) or None, start=holding.start, end=holding.end,
            )  # fmt: skip


def _single(title: str) -> str:
    """A title said of several persons in the singular."""
    text = re.sub(r"\s+", " ", title).strip(' ,"“”')
    return re.sub(
        r"(?<!board of )\b((?:co)?founder|engineer|scientist|researcher|professor|partner|executive|director|manager|"
        r"veteran|president)s\b",
        r"\1",
        text,
        flags=re.IGNORECASE,
    )


KIND = Kind(
    name="role",
    identity=("person", "organization"),
    slots=("title", "start", "end"),
    extract=extract,
    merge=("title",),
    examples=(
        (
            "Nordhand CEO Ingrid Berg said the factory would open in May.",
            {"person": "Ingrid Berg", "organization": "Nordhand", "title": "CEO"},
        ),
        (
            "Lumen Robotics said its chief operating officer, Karen Whitfield, would leave in June 2024.",
            {"person": "Karen Whitfield", "organization": "Lumen Robotics", "title": "chief operating officer"},
        ),
        (
            "Ingrid Berg, founder and chief executive of Nordhand Robotics, declined to comment.",
            {"person": "Ingrid Berg", "organization": "Nordhand Robotics", "title": "founder and chief executive"},
        ),
        (
            "Maria Lopez joined Lumen Robotics in 2021 as vice president of hardware engineering.",
            {
                "person": "Maria Lopez",
                "organization": "Lumen Robotics",
                "title": "vice president of hardware engineering",
                "start": "2021",
            },
        ),
        (
            "Tom Reeves left Brightarm Robotics in March 2024.",
            {"person": "Tom Reeves", "organization": "Brightarm Robotics", "end": "2024-03"},
        ),
        (
            "Lumen Robotics appointed Karen Whitfield as chief financial officer in June 2023.",
            {
                "person": "Karen Whitfield",
                "organization": "Lumen Robotics",
                "title": "chief financial officer",
                "start": "2023-06",
            },
        ),
        (
            "Paul Keller was general manager of Brightarm Robotics from 2018 to 2021.",
            {
                "person": "Paul Keller",
                "organization": "Brightarm Robotics",
                "title": "general manager",
                "start": "2018",
                "end": "2021",
            },
        ),
        (
            "Ingrid Berg, once a researcher at Hannover Motors, runs Nordhand Robotics.",
            {"person": "Ingrid Berg", "organization": "Hannover Motors", "title": "researcher"},
        ),
        (
            "Karen Whitfield succeeds Paul Keller as chief executive of Lumen Robotics.",
            {"person": "Paul Keller", "organization": "Lumen Robotics", "title": "chief executive"},
        ),
        (
            "Its general manager is Paul Keller, and Brightarm Robotics employs 80 people.",
            {"person": "Paul Keller", "organization": "Brightarm Robotics", "title": "general manager"},
        ),
        (
            "Paul Keller, previously at Hannover Motors, wrote the software.",
            {"person": "Paul Keller", "organization": "Hannover Motors"},
        ),
        (
            "Professor Anna Lindqvist of Northfield University advises the team.",
            {"person": "Anna Lindqvist", "organization": "Northfield University", "title": "Professor"},
        ),
        (
            "Paul Keller heads Lumen Robotics' perception team.",
            {"person": "Paul Keller", "organization": "Lumen Robotics", "title": "head of perception team"},
        ),
        (
            "Jane Porter sits on the board of Brightarm Robotics.",
            {"person": "Jane Porter", "organization": "Brightarm Robotics", "title": "board member"},
        ),
        (
            "The supervisory board of Brightarm Robotics is chaired by Jane Porter.",
            {"person": "Jane Porter", "organization": "Brightarm Robotics", "title": "chair"},
        ),
        (
            '"It works," said Jane Porter, who covers robots at Hartwell Securities.',
            {"person": "Jane Porter", "organization": "Hartwell Securities"},
        ),
        (
            "Jane Porter is leaving Brightarm Robotics for Lumen Robotics.",
            {"person": "Jane Porter", "organization": "Lumen Robotics"},
        ),
        (
            "Paul Keller, who joined Lumen Robotics from Brightarm Robotics in 2021, designs the hands.",
            {"person": "Paul Keller", "organization": "Brightarm Robotics"},
        ),
        (
            "Anna Weber was responsible for motion control at Brightarm Robotics from 2015 to 2019.",
            {
                "person": "Anna Weber",
                "organization": "Brightarm Robotics",
                "title": "head of motion control",
                "start": "2015",
                "end": "2019",
            },
        ),
        (
            "Lumen Robotics's board consists of Karen Whitfield (chair), Paul Keller and Jane Porter.",
            {"person": "Jane Porter", "organization": "Lumen Robotics", "title": "board member"},
        ),
        (
            "Before founding Lumen Robotics, Karen Whitfield spent ten years at Hannover Motors, most recently as head "
            "of assembly.",
            {"person": "Karen Whitfield", "organization": "Hannover Motors", "title": "head of assembly"},
        ),
        (
            "Karen Whitfield has resigned from her post as head of robotics at Hartwell Group.",
            {"person": "Karen Whitfield", "organization": "Hartwell Group", "title": "head of robotics"},
        ),
        (
            "Nordhand Robotics opened a plant in Leeds. Chief executive Jane Porter cut the ribbon.",
            {"person": "Jane Porter", "organization": "Nordhand Robotics", "title": "Chief executive"},
        ),
    ),
)
