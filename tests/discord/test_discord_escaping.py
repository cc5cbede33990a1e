"""Text of articles and users shows as it is written and does nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.platforms.discord.escaping import escape, link, retold, safe_url
from bot.platforms.discord.limits import length, shortened

GAP = "\u200b"


def read(markdown: str) -> str:
    """What a reader sees of escaped text."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markdown).replace(GAP, "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quillon raised $21 million.", "Quillon raised $21 million."),
        ("**bold** _it_ ~~gone~~ `code` ||hidden||", r"\*\*bold\*\* \_it\_ \~\~gone\~\~ \`code\` \|\|hidden\|\|"),
        ("[click](https://evil.example)", r"\[click\]\(https\://evil.example\)"),
        ("<@123> <@!123> <@&9>", rf"\<@{GAP}123\> \<@{GAP}!123\> \<@{GAP}&9\>"),
        ("@everyone and @HERE", rf"@{GAP}everyone and @{GAP}HERE"),
        ("<#5> <:smile:1> <t:0:R> </deal:7>", rf"\<\#{GAP}5\> \<:smile:1\> \<t:0:R\> \</deal:7\>"),
        ("discord.gg/abc", f"discord{GAP}.gg/abc"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("2025. A year", f"2025{GAP}. A year"),
        ("2.5 billion", "2.5 billion"),
        ("> quoted", r"\> quoted"),
        ("two\nlines\u202e\x00", "two lines"),
        (r"back\slash", r"back\\slash"),
    ],
)
def test_what_discord_would_act_on_is_taken_out_of_force(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_what_a_question_repeats_is_not_escaped_twice() -> None:
    assert retold(r"Nothing is known about “\*x\*”.") == r"Nothing is known about “\*x\*”."


_WILD = st.text(st.sampled_from("ab1 @<>#&!*_~`|[]()\\/:.-+\n\u202eeveryone王"), max_size=60)


@given(_WILD)
@example("https://evil.example")
@example("\\://")
def test_nothing_in_it_works(text: str) -> None:
    shown = escape(text)
    assert not re.search(r"@(?:everyone|here|[!&\d])", shown, re.IGNORECASE)
    assert not re.search(r"<#\d", shown)
    assert not re.search(r"(?<!\\)://", shown)
    assert "\n" not in shown
    bare = re.sub(r"\\[^0-9A-Za-z\s]", "", shown)
    assert not re.search(r"[*_~`|<>\[\]()#\\]", bare)
    assert read(shown).split() == " ".join(char for char in [text.replace("\u202e", "")]).split()


@given(_WILD, st.integers(5, 40))
def test_what_is_shortened_fits_and_ends_in_no_half_escape(text: str, most: int) -> None:
    cut = shortened(escape(text), most)
    assert length(cut) <= most
    body = cut.removesuffix("…")
    assert (len(body) - len(body.rstrip("\\"))) % 2 == 0 or cut == escape(text)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://example.org/(x)", "http://example.org/%28x%29"),
        ("https://example.org/a b>c", "https://example.org/a%20b%3Ec"),
        ("https://example.org/王", "https://example.org/%E7%8E%8B"),
        ("javascript:alert(1)", ""),
        ("discord://x", ""),
        ("//example.org", ""),
        ("https://user:pass@example.org", ""),
        ("https://exаmple.org", ""),
        ("https://[broken", ""),
        ("https://example.org/" + "x" * 600, ""),
        ("", ""),
    ],
)
def test_only_plain_links_are_followed(url: str, target: str) -> None:
    assert safe_url(url) == target
    assert link("The [Paper]", url) == (rf"[The \[Paper\]](<{target}>)" if target else r"The \[Paper\]")
