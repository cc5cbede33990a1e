"""Characters: odd white space, invisible and control characters, curly quotes, hyphens. One to one, or dropped."""

from __future__ import annotations

import re
import unicodedata

from bot.articles.traced import Edit, Traced

_ODD = re.compile(r"\r\n?|[^\n\x20-\x7e\u3041-\u9fff\uac00-\ud7a3À-ÖØ-öø-ÿ—–…、。，]")
_QUOTES = dict.fromkeys("‘’‚‛ʼ´＇", "'") | dict.fromkeys("“”„‟«»＂〝〞", '"')
_HYPHENS = "\u2010\u2011"
_NEWLINES = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ENTITY = re.compile(r"&(?:amp|nbsp|quot|lt|gt|apos|#39|#160|#8217|rsquo|lsquo|ldquo|rdquo|mdash|ndash);")
_ENTITIES = {"amp": "&", "quot": '"', "lt": "<", "gt": ">", "nbsp": " ", "#160": " ", "mdash": "—", "ndash": "–"}
_ENTITIES |= {"ldquo": '"', "rdquo": '"'}


def fold(text: Traced) -> Traced:
    """`\\n` for every line end, a plain space for every other white space, straight quotes, nothing invisible."""
    edits: list[Edit] = []
    for match in _ODD.finditer(text.text):
        odd = match[0]
        new = _folded(odd)
        if new != odd:
            edits.append((match.start(), match.end(), new))
    return text.edited(edits).sub(_ENTITY, lambda m: _ENTITIES.get(m[0][1:-1], "'"))


def _folded(odd: str) -> str:
    if odd in _QUOTES:
        return _QUOTES[odd]
    if odd in _HYPHENS:
        return "-"
    if odd[0] == "\r" or odd in _NEWLINES:
        return "\n"
    if odd == "\t":
        return " "
    category = unicodedata.category(odd)
    if category == "Zs":
        return " "
    return "" if category in ("Cc", "Cf", "Cs", "Cn") else odd
