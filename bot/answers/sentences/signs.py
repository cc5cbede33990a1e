"""What sentences are seen to hold at a glance: a year, a word for somebody, a name with its surname."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern
from bot.model.when import When

YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
YEAR_ALONE = Pattern(r"(?<![\d.,])(?:19|20)\d\d(?![\d,.]*\d)")
"""A year that is no part of a sum or of a longer number."""
_QUARTER = Pattern(r"\bq([1-4])\b|\b(first|second|third|fourth)[ -]quarter\b", re.I)
_BEFORE_IT = Pattern(
    r"\b(?:after|from|than|against|versus|compared (?:to|with)) (?:[\w$.,-]+ ){0,4}?(?:q[1-4]\b|(?:first|second|third|"
    r"fourth)[ -]quarter)",
    re.I,
)
"""A quarter that another is compared with."""
_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS_OF_ONE = 3
HE_OR_SHE = Pattern(r"\b(?:he|she)\b", re.I)
HE_OR_HIS = Pattern(r"\b(?:he|she|his|her)\b|[他她]", re.I)
HE_HIS_OR_HIM = Pattern(r"\b(?:he|she|his|her|him)\b|[他她]", re.I)
WHOLE_NAME = Pattern(r"[A-Z][\w’'.-]+ (?:[a-z]{2,3} )?[A-Z][\w’'-]+|[㐀-鿿]{2}")
"""A first name with a surname; Chinese names have no capitals to be seen by."""
NAME_IN_FULL = Pattern(r"(?:[A-Z][\w’'.-]+ ){1,2}(?:[a-z]{2,3} )?[A-Z][\w’'-]+")
"""One or two first names with a surname, in Latin letters."""
HEADCOUNT = Pattern(
    r"\b(?:outfit|team|firm|company|start-?up|crew|staff|workforce|shop|house|group|band) of (?:\w+ ){0,2}?\d|"
    r"\b(?:is|are|was|were|am) (?:now |still |already )?(?:down to|up to|at) \d[\d,]*(?=[,.;)]| (?:from|people|now))|"
    r"\b\d[\d,]*[- ](?:strong|person|people|man|head)\b|\b(?:we are|there are|we were) (?:\w+ )?\d[\d,]* "
    r"(?:of us|people|here|now|today)\b|"
    r"\b(?:is|are|employs?|numbers?) (?:only |just |all of )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty) "
    r"(?:people|employees|engineers|workers|staff|souls|colleagues)\b",
    re.I,
)
"""How many work somewhere, told without a word for them: "an outfit of 34", "now down to 95"."""
CJK = Pattern(r"[㐀-鿿]")
"""A sign of a script that writes no spaces."""
ENDS_ASKING = Pattern(r"[?？]\W*$")
ASKS_WHY = Pattern(r"^\W*(?:(?:and|but|so) )?(?:why|how come|what made)\b|^\W*为什么", re.I)
"""A question of an article for a reason."""


def only_of_another_quarter(text: str, when: When | None) -> bool:
    """Whether a quarter of a year is asked about, and a text names others and not that one."""
    if when is None or when.open or when.precision != "quarter":
        return False
    asked = (when.start.month - 1) // _MONTHS_OF_ONE + 1
    named = _QUARTER.finditer(_BEFORE_IT.sub("", text))
    told = [int(met[1] or _ORDINALS.index(met[2].lower()) + 1) for met in named]
    return bool(told) and asked not in told
