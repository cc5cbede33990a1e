"""Traditional characters read as simplified ones, each for one, so that every position stays what it was."""

from __future__ import annotations

from bot.names.chinese import traditional

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
    folded = text.translate(traditional())
    for there, here in _WORDS:
        folded = folded.replace(there, here)
    return folded
