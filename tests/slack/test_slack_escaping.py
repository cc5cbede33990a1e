"""What people and articles write: into Slack harmless, out of Slack plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.escaping import fitted, link, mrkdwn, plain, safe_url, said
from bot.platforms.slack.message import parted
from tests.slack.double.blocks import harmless


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("AT&T <b>", "AT&amp;T &lt;b&gt;"),
        ("<!channel> <@U1>", "&lt;!channel&gt; &lt;@U1&gt;"),
        ("@channel @Here @ada", "＠channel ＠Here @ada"),
        ("a\nb\tc", "a b c"),
        ("a\u202eb\u200bc", "abc"),
        ("*bold* _it_ ~$5~ `x`", "∗bold∗ ˍitˍ ∼$5∼ ˋxˋ"),
        ("o1_preview 3*4", "o1_preview 3*4"),
    ],
)
def test_text_is_shown_as_it_is_written(written: str, shown: str) -> None:
    assert mrkdwn(written) == shown


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        ("HTTP://example.org", "http://example.org"),
        ("https://example.org/a|b>c d", "https://example.org/a%7Cb%3Ec%20d"),
        ("https://example.org/王", "https://example.org/%E7%8E%8B"),
        ("https://example.org/@channel", "https://example.org/%40channel"),
        ("javascript:alert(1)", ""),
        ("ftp://example.org", ""),
        ("https://user:secret@example.org", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("https://exämple.org", ""),
        ("https://example.org/" + "x" * 3000, ""),
    ],
)
def test_only_addresses_that_may_be_followed_become_links(url: str, safe: str) -> None:
    assert safe_url(url) == safe


def test_a_link_cannot_be_broken_out_of() -> None:
    assert link("a|b> <!here>", "https://example.org/?a&b") == ("<https://example.org/?a&amp;b|a|b&gt; &lt;!here&gt;>")


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("<@U0BOT> who leads Figure?", "who leads Figure?"),
        ("<@U0BOT|embodied> who leads Figure?", "who leads Figure?"),
        ("ask <@U1|ada> in <#C1|general> <!here>", "ask @ada in #general"),
        ("see <https://example.org|this page> &amp; <https://example.org/x>", "see this page & example.org/x"),
        ("&lt;b&gt; &amp;amp;", "<b> &amp;"),
    ],
)
def test_what_people_write_is_read_out_of_slacks_form(sent: str, text: str) -> None:
    assert said(sent, "U0BOT") == text


@given(text=st.text(), longest=st.integers(5, 60))
def test_a_cut_text_is_still_escaped(text: str, longest: int) -> None:
    cut = fitted(plain(text), longest)
    assert len(cut) <= longest
    harmless(cut, "it")


@given(
    words=st.lists(st.sampled_from(["<https://e.org/a|b c>", "&amp;&lt;", "word", "x" * 70, "a b\nc"]), max_size=60),
    longest=st.integers(40, 120),
)
def test_a_long_text_is_parted_between_words_and_links_stay_whole(words: list[str], longest: int) -> None:
    text = " ".join(words)
    pieces = parted(text, longest)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    for piece in pieces:
        assert 0 < len(piece) <= longest
        harmless(piece, "it")
