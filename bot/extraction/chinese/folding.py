"""Traditional characters read as simplified ones, each for one, so that every position stays what it was."""

from __future__ import annotations

from functools import cache

from bot.names import NamesError, default_folder


@cache
def _table() -> dict[int, str]:
    file = default_folder() / "traditional.txt"
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise NamesError(f"{file}: cannot be read ({error.strerror}); restore data/names") from error
    return {ord(pair[0]): pair[1] for line in lines if not line.startswith("#") for pair in line.split()}


# The words of Hong Kong and Taiwan beside those of the mainland, equally long.
_WORDS = (
    ("机械人", "机器人"),
    ("创办人", "创始人"),
    ("挂牌", "上市"),
    ("集资", "融资"),
    ("注资", "投资"),
    ("创办", "创立"),
)


def simplified(text: str) -> str:
    """The text in simplified characters and mainland words, of the same length."""
    folded = text.translate(_table())
    for there, here in _WORDS:
        folded = folded.replace(there, here)
    return folded
