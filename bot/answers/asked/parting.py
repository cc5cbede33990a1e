"""Where a message asks several things: each put apart, as a question of its own about the same name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.asked.coordinated import NOUN as _NOUN
from bot.answers.asked.coordinated import QUESTION as _QUESTION
from bot.answers.asked.coordinated import WHEN as _WHEN
from bot.answers.asked.coordinated import spread
from bot.grammar.patterns import Pattern

_NOW = (
    r"(?:now|today|currently|at present|at the moment|these days|then|before|earlier|so far|until now|in total|exactly)"
)
_PER = r"(?:an?|per|each|every) (?:month|year|day|hour|week|quarter|piece|unit|set|robot|person)"
_UNIT = r"(?:pieces|units|robots|sets|people|machines|hours|humanoids|tons|tonnes|arms|hands|joints|actuators|screws)"
_WHETHER = (
    r"(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could)(?:n't| not)? "
    r"(?:he|she|it|they|that|this|there|anyone|anybody|<\d+>|the \w+|(?:[a-z]+ )?(?:people|customers|users|buyers|"
    r"investors|shareholders|employees|workers|founders|analysts|rivals|others))(?!\w)"
)
"""How a question begins that is answered with yes or no."""
_ASKS = Pattern(
    rf"\b{_QUESTION}\b|^{_WHETHER}|"
    rf"^(?:(?:and|or|its|their|the|{_WHEN}|<\d+>(?:'s)?) )*(?:[a-z-]+ )?{_NOUN}"
    rf"(?: (?:{_NOW}|<when>|{_PER}|of <\d+>))*$|"
    rf"^(?:(?:and|the|its|their) )*(?:[a-z-]+ )?{_NOUN} (?:of|for|at) (?:the )?<\d+>.{{0,40}}$|"
    rf"^(?:<\d+>(?:'s)? )?{_UNIT} {_PER}$",
    re.I,
)
_ENDS = Pattern(r"\s*[?;]+\s*(?=\S)(?!(?:i\.?e\b|that is|meaning|i mean|or rather))", re.I)
_COMMA = Pattern(r"(?<!\d),\s+(?:(?:and|but|or|then|also|plus|as well as)\s+)?|,(?=[^\s\d])")
_AND = Pattern(
    rf"\s+(?:and|but|&|plus|/)\s+(?=(?:(?:at|for|as|over|in|to|with|by|from|under|of|on|through|until|since|after|into|"
    rf"also|then) )?{_QUESTION}\b|{_WHETHER}|"
    rf"(?:{_WHEN} )?(?:[a-z]+ ){{0,2}}how (?:much|many)\b)",
    re.I,
)
_LEAD = Pattern(rf"^(?P<lead>(?:(?!\b{_QUESTION}\b)[^:?;]){{1,80}}?)\s*:\s+(?=\S)", re.I)
_TOLD_FIRST = Pattern(
    rf"^(?P<lead>(?:(?!\b(?:{_QUESTION})\b)[^?;:])*?<\d+>(?:(?!\b(?:{_QUESTION})\b)[^?;:])*?)(?:\s[–—-]\s+|[.!]\s+|"
    rf",\s+(?=(?:can|could) ))"
    r"(?:(?:can|could|would|do) (?:you|anyone|anybody|someone|we) (?:please )?(?:tell|remind|say|check|confirm|"
    r"know)(?: me| us)?\s+)?"
    rf"(?=(?:(?:by|from|at|in|for|to|with) )?(?:{_QUESTION})\b)",
    re.I,
)
"""What somebody tells of a name before a question about it: "Reading up on Acme - who runs it?"."""
_LONGEST_OPENING = 300
"""Letters of a message in which a question has to follow what is told first."""
_LONGEST_LEAD = 5
"""Words of what stands before a question from which on only its names count."""
_PREP = r"(?:at|for|as|to|by|with|from|in|until|since|on|over|about|of|under|against|into)"
_OPENS = Pattern(
    r"^\W*(?:(?:please |pls )?(?:remind|tell|help) me(?: please| pls)?|(?:two|three|a few|some) (?:quick )?"
    r"(?:things|questions)|(?:a )?(?:quick )?(?:one|question)s?|i need|need|"
    r"for (?:my|the|our) (?:memo|notes?|weekly|deck|report|file))\s*:\s+",
    re.I,
)
"""What opens a message and is about nobody."""
_DASHED = Pattern(r"^(?P<lead>(?:(?! [–—-] )[^:?;,])*?<\d+>(?:(?! [–—-] )[^:?;,]){0,40}?)\s[–—-]\s+(?=\S)", re.I)
_SHARED_END = Pattern(
    rf"^(?:{_PREP} )?{_QUESTION}(?P<all>\b(?:.*?(?P<name>(?:\b(?:of|at|in|for|by|from|with|to|on|the) )*<\d+>.*)|.*))$",
    re.I,
)
_ONCE = Pattern(
    r"^(?:when|once|after|since|now that) (?P<what>(?!(?:do|does|did|is|are|was|were|will|would|has|have|had|can|could|"
    r"should|exactly|in|on|and|or)\b)(?=.*<\d+>).*\b(?:[a-z]+ed|left|went|fell|lost|ran|came|broke|quit|sold|bought|died|"
    r"took|gave|got|began|won|withdrew|is gone|are gone)(?: [a-z]+| <\d+>){0,3})$",
    re.I,
)
"""What has happened before that which is asked: "when its lead investor vanished, who stepped in"."""
_ONLY_ASKS = Pattern(rf"^(?:{_PREP} )?{_QUESTION}(?: exactly)?$", re.I)
_KIND_ASKED = Pattern(
    r"^(?:which|what|how many) (?:[\w-]+ ){1,3}?(?=(?:do|does|did|is|are|was|were|has|have|had|will|would)\b)", re.I
)
"""What kind of thing the question before asks for: not what the next one does."""
_IF_SO = Pattern(r"^(?:and )?if (?:so|yes|not|it (?:is|does|did|has)),? ", re.I)
_MOST = 5
"""Things asked of which each is answered."""
_PRONOUN = Pattern(
    r"\b(?:he|she|him|his|her|it|its|they|their|them|there|"
    r"(?:this|that|those|these)(?! (?:year|month|week|quarter|summer|spring|autumn|winter))|"
    r"the (?:company|startup|firm|robot|model|business|team|other))\b",
    re.I,
)
_PREPOSED = (
    rf"(?:until|till|in|by|since|for|at|so far|now|today|each|to|from|before|after|this|last|next|up to|{_WHEN})"
)
_JOINED = Pattern(r"\s+(?:and|plus|as well as|[&+])\s+(?:also )?", re.I)
_FRAGMENT = Pattern(
    rf"^(?:(?:{_PREP} )?(?P<asked>when|where|why|whom?|how long|how much|how many|"
    r"(?:what|which) (?:price|valuation|position|post|value|sum|year|date|reason|purpose|total|stake|share|role|title|"
    r"country|city|province|state|university|law firm|bank|currency|terms|conditions))|"
    rf"(?!as\b){_PREP} (?P<which>(?!.*\b(?:do|does|did|is|are|was|were|will|would|has|have|had|can|could|it|he|she|"
    r"they)\b)(?:what|which|whose)(?: [a-z-]+){0,3}?))"
    r"(?P<more>(?: (?:exactly|in total|all together|together|with .*))?)$",
    re.I,
)
"""A question that only makes sense with the verb of the one before it: "and in which province"."""
_TIME = (
    rf"(?:(?:in|by|for|until|at|as of) )?(?:{_WHEN}|now|today|currently|before|earlier|previously|then|next year|"
    r"last year|this year|year-end|the year (?:before|after)|"
    rf"(?:the )?(?:first half of|second half of|end of|beginning(?: of)?|start of|mid[- ]?|early|late) {_WHEN})"
)
_OF_TIME = Pattern(
    rf"^(?:(?:and|what about|how about|vs|versus) )*(?:(?:how (?:much|many)|what) )?(?P<time>{_TIME})"
    r"(?: (?:how (?:much|many)|what))?$",
    re.I,
)
"""Nothing but another time: what was asked before is asked again, of then."""
_WRITTEN = Pattern(
    r"(?<![\w.<])(?!(?:CEO|CFO|CTO|COO|IPO|HQ|Series|Q[1-4]|H[12]|"
    r"Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|January|February|March|April|"
    r"August|September|October|November|December|I|Who|What|When|Where|Which|How|Why|Is|Does|Did|And|The)\b)"
    r"[A-Z][\w.-]*\w(?: [A-Z0-9][\w.-]*){0,2}"
)
"""What is written as a name, known or not."""
_WHOSE_WORD = Pattern(
    r"\b(?:according to|as told by|reported by|per|in|on) <\d+>(?:'s (?:\w+ ){0,3}(?:list|ranking|report|"
    r"tally|count|survey|study|table|tracker|article))?(?=[\s,]*$)",
    re.I,
)
_WHERE_NOW = Pattern(r"^(?:now where|where now|where today)(?: is| does)?$", re.I)
_AFTERTHOUGHT = Pattern(
    r"^(?:(?:and )?how (?:much|many) each|"
    r"(?:please |pls )?(?:give|list|show|name|tell) (?:me |us )?(?:all|any|every|the|each|both)\b.{0,40}|"
    r"all (?:\w+ )?(?:you (?:know|have)|of them)|each|exactly|please|pls|thanks?(?: you)?)$",
    re.I,
)
"""What only says how the question before it is meant."""


_COUNTED = Pattern(
    r"\bhow many ((?!(?:do|does|did|is|are|was|were|has|have|had|will|would|of|more|can|in|at|by)\b)(?:<\d+>|[a-z-]+)"
    r"(?: (?:robots|machines|units|humanoids|sets))?)(?!\w)",
    re.I,
)
_COUNTS_NOTHING = Pattern(r"\bhow many(?= (?:do|does|did|is|are|was|were|has|have|had|will|would|can)\b)", re.I)
"""What counts as the question before it does: "… and how many does it want in 2028?"."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked. `text` names what it is about, `own` is as it was written."""

    text: str
    own: str
    again: bool = False
    """Whether it asks what was asked before it, of another time."""
    leans: bool = False
    """Whether it asks more of what was asked before it: "and from whom"."""
    handed: bool = False
    """Whether it shares the name of another part."""


def parted(marked: str) -> list[Part]:
    """The things asked in a message in which names are `<0>`, periods `<when>`: each with the name that it is about."""
    lead, rest = "", re.sub(r"(<\d+>) (?='s)", r"\1", marked.strip())
    rest = _OPENS.sub("", rest)
    opened = _LEAD.match(rest) or _named_first(rest)
    if opened:
        lead, rest = opened["lead"].strip(), rest[opened.end() :]
    elif told := _TOLD_FIRST.match(rest[:_LONGEST_OPENING]):
        lead, rest = told["lead"].strip(), rest[told.end() :]
    if len(lead.split()) > _LONGEST_LEAD:
        lead = " ".join(dict.fromkeys(re.findall(r"<\d+>", lead)))
    said = [s.strip(" ,;?.!。") for s in _segments(rest) if s.strip(" ?.!,;。")]
    if not said:
        return [Part(marked, marked)]
    if not lead and len(said) > 1 and (once := _ONCE.match(said[0])) and f"{said[0]}, {said[1]}" in rest:
        said = [f"after {once['what']} {said[1]}", *said[2:]]
    if not lead and len(said) > 1 and not _asks(said[0]) and "?" not in rest.partition(said[1])[0]:
        lead, said = said[0], said[1:]
    if not lead:
        said = _with_shared_end(said)
    said = [one for own in said for one in spread(_IF_SO.sub("", own))]
    parts: list[Part] = []
    for own in said[:_MOST]:
        again = False
        fragment, turn = _FRAGMENT.match(own), _OF_TIME.match(own)
        named = bool(re.search(r"<\d+>", own))
        if parts and turn:
            text, again = _at_another_time(parts[-1].text, turn["time"]), True
        elif parts and fragment:
            before = _without_question(_KIND_ASKED.sub("", parts[-1].text) if fragment["which"] else parts[-1].text)
            text = f"{fragment['asked'] or fragment['which']} {before}{fragment['more']}"
        elif lead and not named:
            text = _put(own, lead)
        elif lead and not re.search(r"<\d+>", lead):
            text = f"{lead} {own}"
        elif parts and not named and not _PRONOUN.search(own):
            text = _with_name(parts[0].own if "<" in parts[0].own else parts[0].text, own)
        else:
            text = own
        if parts and (noun := _COUNTED.search(parts[-1].text)):
            text = _COUNTS_NOTHING.sub(f"how many {noun[1]}", text)
        parts.append(Part(plain(text), own, again, bool(parts and fragment), text != own))
    return parts


def _named_first(text: str) -> re.Match[str] | None:
    """What stands before a dash behind which nothing but names of things asked for stand: "Acme - price and weight"."""
    opened = _DASHED.match(text)
    rest = text[opened.end() :].strip(" ?.!") if opened else ""
    if not rest or re.search(rf"\b{_QUESTION}\b", rest, re.I):
        return None
    return opened if all(_asks(one) for part in _segments(rest) for one in spread(part)) else None


def _with_shared_end(said: list[str]) -> list[str]:
    """A first question that ends as the second does with what it ends with: "who led and who joined <0>'s round"."""
    if len(said) < 2 or "<" in said[0] or _PRONOUN.search(said[0]) or _WRITTEN.search(said[0]):
        return said
    end = _SHARED_END.match(said[1])
    if end is None or not re.match(rf"(?:{_PREP} )?{_QUESTION}\b", said[0], re.I):
        return said
    shared = end["all"] if _ONLY_ASKS.match(said[0]) else end["name"]
    return [f"{said[0]} {shared.strip()}", *said[1:]] if shared else said


def _put(own: str, subject: str) -> str:
    """A question with what it is about: behind a question word in front, else before it."""
    return (
        f"{own} {subject}"
        if re.match(rf"(?:(?:at|for|by|to|from|in) )?{_QUESTION}\b", own, re.I)
        else f"{subject} {own}"
    )


def _without_question(text: str) -> str:
    """A question without the words that ask."""
    return " ".join(re.sub(rf"\b(?:{_QUESTION})\b", " ", text, flags=re.I).split())


def _at_another_time(text: str, time: str) -> str:
    """A question with another time in place of its own."""
    rest = re.sub(
        rf"\b(?:{_NOW})\b|(?:\b(?:in|by|at|for|until) )?(?:<when>|(?<!\d)20\d\d(?!\d))", " ", text, flags=re.I
    )
    return " ".join(f"{rest} {time}".split())


def _segments(text: str) -> list[str]:
    """A text cut where a new thing is asked; what asks nothing stays with what it stands beside."""
    out: list[str] = []
    for sentence in _ENDS.split(text):
        if len(several := spread(sentence.strip(" ?.!"))) > 1:
            out += several
            continue
        pieces: list[str] = []
        for piece in _COMMA.split(sentence):
            pieces += _AND.split(piece) if _asks(piece) else _named(piece)
        merged: list[str] = []
        if out and _AFTERTHOUGHT.match(sentence.strip(" ?.!")):
            out[-1] = f"{out[-1]} {sentence}"
            continue
        for piece in (p for p in pieces if p and p.strip()):
            after = bool(_AFTERTHOUGHT.match(piece.strip(" ?.!")))
            asks = (_asks(piece) and not after) or (len(pieces) > 1 and merged and _OF_TIME.match(piece.strip(" ?.")))
            if merged and not (asks and (_asks(merged[-1]) or len(merged) == 1)):
                merged[-1] = f"{merged[-1]}, {piece}"
            else:
                merged.append(piece)
        out += merged
    return out


def _named(piece: str) -> list[str]:
    """What is asked for by name alone, one by one: "last round and fleet target"."""
    several = _JOINED.split(piece)
    return several if len(several) > 1 and all(map(_asks, several)) else [piece]


def _asks(text: str) -> bool:
    return bool(_ASKS.search(text.strip(" ?.!,;")))


def _with_name(first: str, own: str) -> str:
    """A part about the name that the first one begins with or has alone, and of the same round."""
    names = list(dict.fromkeys(re.findall(r"<\d+>", _WHOSE_WORD.sub(" ", first))))
    written = _WRITTEN.search(first) if not names else None
    if len(names) > 1 and not first.startswith(names[0]):
        return own
    name = names[0] if names else written[0] if written else ""
    if not name or _WRITTEN.search(own):
        return own
    if _WHERE_NOW.match(own):
        return f"where is {name} now"
    of_round = "<round>" in first and "<round>" not in own
    same = " <round>" if of_round and re.search(r"\bled?a?d?\b|how much|valuation|investors?", own) else ""
    return _put(own, f"{name}{same}")


def plain(text: str) -> str:
    """A question as those ask it whose language puts the question word last: "HQ where", "delivered how many"."""
    text = re.sub(r"^(?:and|but|so|then|also)\s+(?=\S)", "", text.strip(), flags=re.I)
    if len(re.findall(rf"\b{_QUESTION}\b", text, re.I)) > 1:
        return text
    for pattern, order in _ORDERS:
        met = pattern.match(text)
        if met:
            return " ".join(order.format(**{k: v or "" for k, v in met.groupdict().items()}).split())
    return text


_ORDERS: tuple[tuple[Pattern, str], ...] = tuple(
    (Pattern(pattern, re.I), order)
    for pattern, order in (
        # "Series B led by who", "first money from whom"
        (
            rf"^(?!{_QUESTION}\b)(?P<rest>.*\S)\s+(?P<did>[a-z]+ed|led|bought|built|made|paid|sold|run) by who(?:m)?"
            rf"(?P<now>\s+{_NOW})?$",
            "who {did} {rest}{now}",
        ),
        (rf"^(?!{_QUESTION}\b)(?P<rest>.*\S)\s+(?:by|from|with) who(?:m)?(?P<now>\s+{_NOW})?$", "who {rest}{now}"),
        # "CEO now", "<0> CFO"
        (
            rf"^(?P<name><\d+>)(?:'s)?\s+(?P<post>ceo|cfo|cto|coo|boss|chairman|chief \w+)(?P<now>\s+{_NOW})?$",
            "who is the {post} of {name}{now}",
        ),
        (
            r"^(?P<name><\d+>)(?:'s)?\s+(?P<post>(?:new |current |former )?(?:ceo|cfo|cto|coo|boss|chairman|president|"
            rf"head|leader|chief [a-z]+))(?P<now>\s+{_NOW})?\s+(?:is )?who$",
            "who is the {post} of {name}{now}",
        ),
        (
            r"^(?P<name><\d+>)(?:'s)?\s+(?P<post>(?:co-?)?founders?|owner|lead investor|buyer)\s+(?:is |are )?who$",
            "who is the {post} of {name}",
        ),
        (r"^(?!how)(?P<rest>.*\b(?:price|cost|rent|fee))\s+how much$", "{rest}"),
        (
            r"^(?!how)(?P<rest>.*\b(?:weight|height|speed|payload|runtime|uptime|score|share|stake|date|year))"
            r"\s+how (?:much|many)$",
            "{rest}",
        ),
        (
            r"^(?!how)(?P<rest>.*(?:\b(?:valuation|revenue|sales|profit|loss|amount|sum|round|series [a-h])|<round>))"
            r"\s+how much$",
            "how much {rest}",
        ),
        (r"^(?P<name><\d+>)(?:'s)?\s+(?P<post>founders?|co-?founders?)$", "who founded {name}"),
        # "<0> how much", "the skin how much now"
        (
            rf"^(?!.*\b(?:paid|pays?|rais\w+|invest\w*|offer\w*|bid|put|got|sold|cut)\b)(?!{_QUESTION}\b)"
            r"(?!(?:at|for|by|to|from|with|in) how\b)"
            rf"(?P<rest>.*<\d+>.*|[\w -]{{3,40}})\s+how much(?P<now>\s+{_NOW})?$",
            "how much is {rest}{now}",
        ),
        # "HQ where", "founded when", "operation from when"
        (
            rf"^(?!{_QUESTION}\b)(?P<rest>.*\S)\s+"
            rf"(?:from |since |until |till |in |to )?(?P<asked>where|when|why|how much|how many)(?P<now>\s+{_NOW})?$",
            "{asked} {rest}{now}",
        ),
        # "delivered how many until end July", "sells how many robots a year"
        (
            rf"^(?!{_QUESTION}\b)(?P<rest>.*\S)\s+(?P<asked>how many|how much)\s+"
            rf"(?P<after>(?:{_PREPOSED}|{_PER})\b.*)$",
            "{asked} have {rest} {after}",
        ),
        (
            rf"^(?!{_QUESTION}\b)(?!(?:from|in|at|by|for|to|with|on|of|under|since|until|as) (?:what|which))"
            r"(?P<rest>.*\S)\s+(?P<asked>how many|what|which)\s+(?P<what>[\w-]+)(?P<after>.*)$",
            "{asked} {what} {rest} {after}",
        ),
        # "pieces a month"
        (rf"^(?P<name><\d+>)(?:'s)?\s+(?P<unit>{_UNIT} {_PER})$", "how many {unit} {name}"),
        (rf"^(?P<unit>{_UNIT} {_PER})$", "how many {unit}"),
    )
)
