"""Which languages may be chosen, and how they are called."""

from __future__ import annotations

import discord
import pytest
from babel import Locale

from bot.locales import LANGUAGES, UnknownLanguage, language, nearest


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("de-AT", "de"),
        ("de_CH", "de"),
        ("German", "de"),
        ("  traditional   chinese ", "zh-tw"),
        ("en-US", "en"),
        ("es-419", "es"),
        ("nb", "no"),
        ("pt-BR", "pt"),
        ("sv-SE", "sv"),
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-TW", "zh-tw"),
        ("zh_Hant_HK", "zh-tw"),
        ("zh-HK", "zh-tw"),
    ],
)
def test_a_language_is_known_by_its_code_or_its_name(said: str, code: str) -> None:
    assert language(said) == code


@pytest.mark.parametrize("said", ["", "-", "xx", "Klingon", "d", "ar", "deutsch!", "<@U1>"])
def test_another_is_refused_in_one_line_that_tells_what_can_be_chosen(said: str) -> None:
    assert nearest(said) is None
    with pytest.raises(UnknownLanguage) as refusal:
        language(said)
    told = str(refusal.value)
    assert "\n" not in told
    assert "<" not in told
    assert all(code in told for code in LANGUAGES)


@pytest.mark.parametrize("locale", list(discord.Locale), ids=str)
def test_every_language_of_discord_is_there(locale: discord.Locale) -> None:
    assert nearest(str(locale)) is not None


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_is_written_from_left_to_right(code: str) -> None:
    """What goes from right to left takes marks that an answer must not hold."""
    assert Locale.parse(LANGUAGES[code][1]).text_direction == "ltr"
