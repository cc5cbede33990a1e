"""Whose post a title is that stands behind the name of an organisation, in lists of investors too; all is invented."""

from __future__ import annotations

import pytest

from bot.articles import article_from_text
from bot.extraction.kinds.role import KIND
from bot.extraction.run import extract
from bot.model.when import When
from tests.extraction.reading import read

RAISED = "Nordgriff Robotics raised $40 million"
MAKES = "Nordgriff Robotics makes hands in Odense."

Posts = set[tuple[str, str]]

POSTS: list[tuple[str, Posts]] = [
    (f"{RAISED} from chipmaker Calvane, Tessaro and Orlune founder Mara Voss.", {("Mara Voss", "Orlune")}),
    (f"{RAISED} from Harbor Ventures, Tessaro and former Calvane president Ben Arkell.", {("Ben Arkell", "Calvane")}),
    (f"{RAISED}. It came from Tessaro and from Calvane co-CEO Ben Arkell.", {("Ben Arkell", "Calvane")}),
    (
        f"{RAISED}, with money from Orlune founder and CEO Mara Voss and Calvane CTO Ben Arkell.",
        {("Mara Voss", "Orlune"), ("Ben Arkell", "Calvane")},
    ),
    (
        f"{RAISED}. Backers include Orlune co-founder Mara Voss, Calvane chief executive Ben Arkell and chipmaker "
        "Tessaro's CEO Lena Quist.",
        {("Mara Voss", "Orlune"), ("Ben Arkell", "Calvane"), ("Lena Quist", "Tessaro")},
    ),
    (f"{MAKES} Its backers are Harbor Ventures and Orlune's founder, Mara Voss.", {("Mara Voss", "Orlune")}),
    (
        f"{MAKES} Harbor Ventures and Orlune founders Mara Voss and Ben Arkell put money in.",
        {("Mara Voss", "Orlune"), ("Ben Arkell", "Orlune")},
    ),
    (
        "Nordgriff Robotics, Odense: $4m, seed. Who's in: Harbor Ventures, Bluewater Capital, Orlune co-founder "
        "Mara Voss and chip giant Calvane's chief scientist Ben Arkell.",
        {("Mara Voss", "Orlune"), ("Ben Arkell", "Calvane")},
    ),
    (
        "Nordgriff Robotics finished angel round. Investors are Harbor Ventures, Tessaro chairman Lena Quist and "
        "Calvane general manager Ben Arkell personally.",
        {("Lena Quist", "Tessaro"), ("Ben Arkell", "Calvane")},
    ),
    (
        "The round of Nordgriff Robotics was joined by Harbor Ventures as well as retailer Orlune's former chief "
        "executive Mara Voss.",
        {("Mara Voss", "Orlune")},
    ),
    (
        "Nordgriff Robotics counts search engine Calvane, carmaker Tessaro and retailer Orlune boss Mara Voss "
        "among its owners.",
        {("Mara Voss", "Orlune")},
    ),
    (
        "Backed by Harbor Ventures and Orlune cofounder Mara Voss, Nordgriff Robotics sells hands.",
        {("Mara Voss", "Orlune")},
    ),
    (
        f"{MAKES} Investors such as Tessaro founder Lena Quist, Calvane co-founder Ben Arkell and Orlune vice "
        "president of hardware Mara Voss bought in.",
        {("Lena Quist", "Tessaro"), ("Ben Arkell", "Calvane"), ("Mara Voss", "Orlune")},
    ),
    (
        f"{MAKES} Tessaro, Calvane and Bluewater Capital partner Mara Voss invested.",
        {("Mara Voss", "Bluewater Capital")},
    ),
    (
        f'{MAKES} "Hands are hard," said Tessaro and Orlune investor and Calvane founder Ben Arkell.',
        {("Ben Arkell", "Calvane")},
    ),
    ("Nordgriff Robotics and Tessaro CEO Lena Quist met.", {("Lena Quist", "Tessaro")}),
    (
        "Nordgriff Robotics CEO Lena Quist and Tessaro founder Ben Arkell met Calvane and Orlune engineers.",
        {("Lena Quist", "Nordgriff Robotics"), ("Ben Arkell", "Tessaro")},
    ),
    (f"{MAKES} Founder and chief executive Mara Voss thanked Tessaro.", {("Mara Voss", "Nordgriff Robotics")}),
    (f"{MAKES} Tessaro joined the round and founder Mara Voss was glad.", {("Mara Voss", "Nordgriff Robotics")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_a_post_behind_the_name_of_a_house_is_held_there(text: str, posts: Posts) -> None:
    drafts = [draft for draft in KIND.extract(read(text)) if KIND.complete(draft.slots)]
    assert {(str(d.slots["person"]), str(d.slots["organization"])) for d in drafts} == posts


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_the_learned_reader_gives_it_to_no_other_house(text: str, posts: Posts) -> None:
    article = article_from_text("a.md", text, "md", When.from_iso("2025-10-08"))
    told = {(str(s.slots["person"]), str(s.slots["organization"])) for s in extract(article) if s.kind == "role"}
    assert told
    assert told <= posts
