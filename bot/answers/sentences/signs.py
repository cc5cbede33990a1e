"""What sentences are seen to hold at a glance: a year, a word for somebody, a name with its surname."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
YEAR_ALONE = Pattern(r"(?<![\d.,])(?:19|20)\d\d(?![\d,.]*\d)")
"""A year that is no part of a sum or of a longer number."""
HE_OR_SHE = Pattern(r"\b(?:he|she)\b", re.I)
HE_OR_HIS = Pattern(r"\b(?:he|she|his|her)\b|[他她]", re.I)
HE_HIS_OR_HIM = Pattern(r"\b(?:he|she|his|her|him)\b|[他她]", re.I)
WHOLE_NAME = Pattern(r"[A-Z][\w’'.-]+ (?:[a-z]{2,3} )?[A-Z][\w’'-]+|[㐀-鿿]{2}")
"""A first name with a surname; Chinese names have no capitals to be seen by."""
ASKS_WHY = Pattern(r"^\W*(?:(?:and|but|so) )?(?:why|how come|what made)\b|^\W*为什么", re.I)
"""A question of an article for a reason."""
