"""The languages whose forms may be chosen: those that Discord has. Every one of them is written from left to right."""

from __future__ import annotations

DEFAULT = "en"

LANGUAGES: dict[str, tuple[str, str]] = {
    "bg": ("Bulgarian", "bg"),
    "cs": ("Czech", "cs"),
    "da": ("Danish", "da"),
    "de": ("German", "de"),
    "el": ("Greek", "el"),
    "en": ("English", "en"),
    "es": ("Spanish", "es"),
    "fi": ("Finnish", "fi"),
    "fr": ("French", "fr"),
    "hi": ("Hindi", "hi"),
    "hr": ("Croatian", "hr"),
    "hu": ("Hungarian", "hu"),
    "id": ("Indonesian", "id"),
    "it": ("Italian", "it"),
    "ja": ("Japanese", "ja"),
    "ko": ("Korean", "ko"),
    "lt": ("Lithuanian", "lt"),
    "nl": ("Dutch", "nl"),
    "no": ("Norwegian", "nb"),
    "pl": ("Polish", "pl"),
    "pt": ("Portuguese", "pt"),
    "ro": ("Romanian", "ro"),
    "ru": ("Russian", "ru"),
    "sv": ("Swedish", "sv"),
    "th": ("Thai", "th"),
    "tr": ("Turkish", "tr"),
    "uk": ("Ukrainian", "uk"),
    "vi": ("Vietnamese", "vi"),
    "zh": ("Chinese", "zh_Hans"),
    "zh-tw": ("Traditional Chinese", "zh_Hant"),
}
"""What it is called in English, and its name in the Unicode CLDR."""

_ALSO = {"nb": "no", "zh-hk": "zh-tw", "zh-mo": "zh-tw", "zh-hant": "zh-tw"}
_NAMES = {name.casefold(): code for code, (name, _) in LANGUAGES.items()}


class UnknownLanguage(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """No language of that name; one line with those there are."""


def nearest(text: str) -> str | None:
    """The language of a code such as `de`, `de-AT` or `zh_Hant_TW`, or of an English name; None where there is none."""
    wanted = " ".join(text.split()).casefold()
    if wanted in _NAMES:
        return _NAMES[wanted]
    parts = wanted.replace("_", "-").split("-")
    for length in range(min(len(parts), 3), 0, -1):
        code = "-".join(parts[:length])
        if (found := _ALSO.get(code, code)) in LANGUAGES:
            return found
    return None


def language(text: str) -> str:
    """The language that somebody chose; UnknownLanguage tells what can be chosen."""
    found = nearest(text)
    if found is None:
        shown = "".join(char for char in " ".join(text.split())[:20] if char.isalnum() or char in " -_")
        raise UnknownLanguage(f"“{shown}” is no language that I know; I know {', '.join(LANGUAGES)}")
    return found
