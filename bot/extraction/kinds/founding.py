"""Foundings: a company, an institute, a joint venture or a team inside one of them is set up."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.extraction.kind import Draft, Kind
from bot.extraction.people.bases import base_of
from bot.extraction.people.foundings import foundings
from bot.extraction.people.roles import roles
from bot.extraction.text.context import Context

_FOUNDER = re.compile(r"\b(?:co-?)?founders?\b", re.IGNORECASE)


def extract(ctx: Context) -> Iterable[Draft]:
    """Every founding of an article, with all whom the article calls founders of the house."""
    called = [h for h in roles(ctx) if _FOUNDER.search(h.title)]
    for told in foundings(ctx):
        founders = [*told.founders, *(h.person for h in called if h.org is told.organization)]
        yield ctx.draft(
            "founding",
            told.sentence,
            told.score,
            organization=told.organization.name,
            parent=told.parent.name if told.parent else None,
            founders=tuple(dict.fromkeys(c.name for c in founders)),
            date=told.date,
            place=told.place or base_of(ctx, told.organization),
        )


KIND = Kind(
    name="founding",
    identity=("organization",),
    slots=("parent", "founders", "date", "place"),
    extract=extract,
    merge=(),
    examples=(
        (
            "Nordhand Robotics was founded in 2019 by Ingrid Berg and Paul Keller.",
            {"organization": "Nordhand Robotics", "founders": ["Ingrid Berg", "Paul Keller"], "date": "2019"},
        ),
        (
            "Founded in 2016, Brightarm Robotics employs 80 people.",
            {"organization": "Brightarm Robotics", "date": "2016"},
        ),
        (
            "Maria Lopez set up Lumen Robotics in Toronto in 2021.",
            {"organization": "Lumen Robotics", "founders": ["Maria Lopez"], "date": "2021", "place": "Toronto"},
        ),
        (
            "Lumen Robotics was spun out of Northfield University in 2018.",
            {"organization": "Lumen Robotics", "parent": "Northfield University", "date": "2018"},
        ),
        (
            "Lumen Robotics, which Jane Porter and Ingrid Berg started in 2015, sells grippers.",
            {"organization": "Lumen Robotics", "founders": ["Jane Porter", "Ingrid Berg"], "date": "2015"},
        ),
        (
            "Lumen Robotics began in 2012 as a spin-off of Northfield University.",
            {"organization": "Lumen Robotics", "parent": "Northfield University", "date": "2012"},
        ),
        (
            "Since its founding in 2014, Brightarm Robotics has sold grippers.",
            {"organization": "Brightarm Robotics", "date": "2014"},
        ),
        (
            "Karen Whitfield quit Hannover Motors to found Lumen Robotics in 2017.",
            {"organization": "Lumen Robotics", "founders": ["Karen Whitfield"], "date": "2017"},
        ),
        (
            "Lumen Robotics, a spin-off from Northfield University founded in 2019, sells hands.",
            {"organization": "Lumen Robotics", "parent": "Northfield University", "date": "2019"},
        ),
        (
            "Headquartered in Leeds and founded by Karen Whitfield, Lumen Robotics sells hands.",
            {"organization": "Lumen Robotics", "founders": ["Karen Whitfield"], "place": "Leeds"},
        ),
        (
            "Hartwell Group set up a robotics team called Kestrel Lab in 2024.",
            {"organization": "Kestrel Lab", "parent": "Hartwell Group", "date": "2024"},
        ),
    ),
)
