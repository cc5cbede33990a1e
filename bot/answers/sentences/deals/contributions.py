"""How much one of several who gave money gave: the sum of a whole round is no answer to that."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.intents.intent import INVEST
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_HAS = "is|was|are|were|did|does|do|will|would|has|have|can|could"
_PUTS = r"(?:put\w*|chip\w*|contribut\w*|invest\w*|add\w*|throw\w*|pay\w*|commit\w*|give|giving|gave|bring\w*|good)"
_ASKED = Pattern(
    rf"\bhow (?:much|big|large)\b.{{0,120}}<(\d+)>(?:'s)? .{{0,60}}(?:{INVEST}).{{0,120}}<\d+>|"
    r"\bhow (?:much|big|large)\b.{0,120}\b(?:cheque|check|"
    rf"ticket|"
    r"part|contribution)\b.{0,60}<(\d+)>.{0,120}<\d+>|\bhow (?:much|big|large) (?:a )?(?:part |share )?of (?:the "
    r")?<\d+>.{0,120}\b(?:c[ao]mes?|is|was|"
    r"put (?:in|up)|paid|given|provided|contributed) (?:from|by) (?:the )?<(\d+)>|"
    rf"\bhow (?:much|big|large) (?:a )?(?:part |share |"
    rf"slice )?of .{{1,40}}? (?:{_HAS}) (?:the )?<(\d+)> (?:[a-z]+ ){{0,3}}?{_PUTS}\b|"
    r"\bhow (?:much|big|large) (?:a )?(?:part |share |slice )?of .{1,40}? (?:comes?|came|coming) from (?:the )?<(\d+)>|"
    rf"\bhow much (?:money |cash )?(?:{_HAS}) (?:the )?<(\d+)> (?:[a-z]+ ){{1,3}}?{_PUTS}\b.{{0,60}}\b(?:in|"
    rf"into|to)\b.{{0,40}}<\d+>"
)
_OF_SEVERAL = Pattern(
    r"\b(?:investors? (?:including|such as|like)|including|among (?:them|others|which|the)|participation|participat\w+|"
    r"joined by|together with|alongside|led by|leads|leading)\b",
    re.I,
)
"""What stands between a sum and one of those who gave it together."""
_ITEMS = " · "
"""What stands between the items of a column."""
_AND_ANOTHER = Pattern(r"[A-Z][\w’'.&-]+(?: [A-Z][\w’'.&-]+)*,? and (?:the )?$")
"""Another name right before it: both gave it."""
_BETWEEN = 90
"""Letters that may stand between whoever gives money and how much it is."""


def contributor(clause: Clause) -> Ids:
    """Whose part of a round is asked for; nobody where that is not asked."""
    met = _ASKED.search(clause.shape) if clause.wants == "money" and _ASKED.is_in(clause.shape) else None
    index = int(next(filter(None, met.groups()))) if met else -1
    together = any(index in members for members in clause.lists)  # what several gave is as good as the whole
    return frozenset() if met is None or together else clause.names[index].ids


def is_of_whole(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence tells no sum beside the one whose part is asked for, or that of somebody else."""
    asked = contributor(clause)
    if not asked:
        return False
    spoken_of = frozenset().union(*(name.ids for name in clause.names))
    named = discourse.named(passage)
    for mention in (m for m in named if m.ids & asked):
        for money in find_money(passage.text):
            low, high = min(mention.end, money.end), max(mention.start, money.start)
            if _ITEMS in passage.text[low:high]:
                continue
            between = (i for m in named if low <= m.start < high for i in m.ids - spoken_of)
            if high - low > _BETWEEN or any(discourse.kind(i) == "org" for i in between):
                continue
            if not (_OF_SEVERAL.search(passage.text[low:high]) or _AND_ANOTHER.search(passage.text[low:high])):
                return False
    return True
