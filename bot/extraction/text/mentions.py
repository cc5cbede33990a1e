"""Where names stand in a text: spans proposed by the registry, by capital letters and by the parser's entity tagger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.extraction.text.capitals import (
    LABELS,
    OPENERS,
    capital_runs,
    is_capital,
    is_plain,
    only_a_capital,
    split_run,
    starts_sentence,
)
from bot.extraction.text.east_asian import is_called_like_a_person
from bot.extraction.text.headings import headings, legal_names
from bot.extraction.text.joined_names import joined_names
from bot.extraction.text.lexicon import is_plural, is_word
from bot.extraction.text.name_words import (
    HEADLINE_VERBS,
    LABELS_OF_LINES,
    PARTICLES,
    POST_FIELDS,
    POSTS_AHEAD,
    RELATIONS,
)
from bot.extraction.text.org_tails import looks_like_org
from bot.extraction.text.small_names import small_names
from bot.model.entity import EntityKind
from bot.names.people import is_given_name

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from bot.extraction.text.clusters import Cluster
    from bot.names.registry import Registry


@dataclass(slots=True, eq=False)
class Mention:
    """One place of the article where an entity is named or meant. `anaphoric` for "the startup", "it", "he"."""

    start: int
    end: int
    text: str
    first: int
    """Index of the first token."""
    last: int
    """Index of the last token."""
    root: int
    """Index of the token that heads the name in the parse."""
    entity_id: str = ""
    """Id in the registry, empty for names it does not hold."""
    label: str = ""
    """What the entity tagger said."""
    anaphoric: bool = False
    votes: dict[EntityKind, float] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    """Nouns the text puts beside this mention ("carmaker")."""
    place: str = ""
    """Where the text says, right here, that it is based."""
    cluster: Cluster = field(init=False, repr=False)

    @property
    def kind(self) -> EntityKind:
        """The kind of its entity; known once the mentions are gathered."""
        return self.cluster.kind


_ROUND_LETTER = re.compile(r"\b[Ss]eries[ -][A-H]\d?\+*\Z")
_ROUND_SHORT = re.compile(
    r"(?![B-H] (?!(?:Round|Share|Series|Extension|Financing)s?\b)[A-Z][a-z]|[B-H]\.\d)"  # "E Fund" and "H.8" are names
    r"(?:[A-H]\+{0,3}|[A-H]\d?\+{0,3}(?= (?:round|financing|extension)))(?![\w&-]|\.(?:[A-Z]\.){1,2} [A-Z][a-z])"
)
_LEGAL = re.compile(r"(?:Inc|Ltd|Co|Corp|LLC|L\.L\.C|PLC|plc|GmbH|AG|LP|Pte|Limited)\.?")
"""A legal form behind a comma ("Lineage, Inc."): no name by itself."""
_CJK_RUN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af·]{2,}")
_QUOTED = re.compile(r"[\"“]([A-Z0-9][^\"“”\n]{1,60}?)[,.]?[\"”]")
_TICKER = re.compile(
    r"[(\[](?:(?:NASDAQ|NYSE|AMEX|OTC[A-Z]*|HKEX|SEHK|HKSE|LSE|TSX|TSE|TYO|SSE|SZSE|KRX|KOSDAQ|KOSPI|ASX|NSE|BSE|FRA|EPA|"
    r"STO|SIX|SWX|FWB|ETR|XETRA|BIT|BME|CNSX|NEO|PINK|T|PA|NS)(?:[ -][A-Za-z]{2,8}){0,2} ?[:：] ?"
    r"[A-Z0-9][A-Z0-9.-]{0,9}"
    r"(?:[,;/] ?(?:[A-Z]{1,8} ?[:：] ?)?[A-Z0-9.]{1,9}){0,3}|"
    r"[A-Z0-9]{1,6}\.(?:[ONKTLF]|PA|HK|KS|KQ|SS|SZ|DE|TW|SW|AX|TO|ST|HE|NS|BO|OQ)|0\d{4})[)\]]",
    re.IGNORECASE,
)
"""Where shares are traded, by which letters: no name of anybody."""


def find_mentions(
    doc: Doc, text: str, registry: Registry, title_end: int = 0, taken: Sequence[tuple[int, int]] = ()
) -> list[Mention]:
    """Every named mention of a text, left to right, not overlapping; where proposals meet, the longer one stands.

    `taken` are spans of dates and sums, which are no names.
    """
    known = {(hit.start, hit.end): hit.entity_id for hit in registry.find(text)}
    taken = [(x, y) for x, y in taken if not any(a <= x and y <= b and (a, b) != (x, y) for a, b in known)]
    taken += [match.span() for match in _TICKER.finditer(text)]
    inside = frozenset(
        t.text for k, t in enumerate(doc) if k and not t.is_sent_start and t.idx >= title_end and doc[k - 1].text != "•"
    )
    headings_ = headings(text, title_end, registry)
    spans: set[tuple[int, int]] = set(known)
    for first, last in capital_runs(doc):
        for a, b in split_run(doc, first, last):
            start, end = doc[a].idx, doc[b].idx + len(doc[b])
            if any(x <= start < y for x, y in headings_) or only_a_capital(doc, a, b, inside):
                continue
            row = _row_of_known(start, end, known) and not _is_arm_abroad(start, end, known, text, registry)
            if registry.demonym(text[start:end]) is None and not row:
                spans.add((start, end))
    spans = {span if span in known else _before_known(text, *span, known) for span in spans}
    spans = {_without_opener(doc, text, a, b, spans) if (a, b) not in known else (a, b) for a, b in spans}
    spans = {
        part for a, b in spans for part in ([(a, b)] if (a, b) in known else _of_nation(text, a, b, spans, registry))
    }
    spans = {part for a, b in spans for part in (_apart(text, a, b, spans) if (a, b) not in known else [(a, b)])}
    for name in {text[a:b] for a, b in spans if text[a:b].split()[0].lower() in OPENERS}:
        spans |= {m.span() for m in re.finditer(rf"\b{re.escape(name)}\b", text)}
    body_names = {text[a:b] for a, b in spans if b - a > 2}
    for x, y in headings_:
        spans |= set(legal_names(text, x, y))
        for name in body_names:
            for found in re.finditer(rf"\b{re.escape(name)}\b", text[x:y]):
                spans.add((x + found.start(), x + found.end()))
    for match in _QUOTED.finditer(text):
        words = [w for w in match[1].split() if w.lower() not in PARTICLES | {"of", "and", "the", "for"}]
        if len(words) <= 6 and all(is_capital(w) or w.isdigit() for w in words) and not is_plain(match[1]):
            spans.add(match.span(1))
    spans |= {*joined_names(doc, text, known), *small_names(text)}
    spans |= {match.span() for match in _CJK_RUN.finditer(text)}
    spans = {_behind_dateline(text, a, b) for a, b in spans}
    spans = {_without_figure(text, a, b, known) for a, b in spans if not any(a < y and x < b for x, y in taken)}
    spans = {(a, b) for a, b in spans if not _is_of_officer(text, a, b)}
    chosen = _disjoint(spans, known, text)
    return [m for m in (_mention(doc, text, a, b, known.get((a, b), "")) for a, b in chosen) if m]


_CHIEF: Final = re.compile(r"\bChief (?:[A-Z]\w+,? (?:and|&) )?\Z")
_OFFICER: Final = re.compile(r" (?:(?:and|&) [A-Z]\w+ )?Officers?\b")


def _is_of_officer(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals is but the field of an officer ("Chief Strategy Officer")."""
    ahead = _CHIEF.search(text, max(0, start - 30), start)
    return ahead is not None and _OFFICER.match(text, end) is not None


_WIRE = re.compile(r".*(?:--|\)-|\)—)")
_POINT = re.compile(r"\d{1,2}(?=[A-Z][a-z]{3,} )|No\. ?\d{1,2} (?=[A-Z])")
"""The number of a point of a list before the name that it begins with ("• 1Vantor says", "No.2 Vantor Arm")."""
_STOPPED = re.compile(r"(?:[A-Z]\w*[a-z]\w*[A-Z]|[^.]{0,60}[A-Z]&[A-Z])(?=\.\Z)")


_GLUED_COMMA = re.compile(r"[^,\"”\[]{2,}?(?=,[a-z]|[\"”][a-z]|\.?\[)")
"""A name to which the next word is glued by a comma or a quotation mark, or a footnote ("RX-1,a model", "RX-1[2]")."""
_OPENED = re.compile(r"[^()]{2,}?(?=[(（][^()（）]*\Z)")
"""A name to which a bracket is glued that it does not close ("Linghu(\"Nimble")."""


def _behind_dateline(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what is glued to it: dateline, full stop, bracket ("OSLO--(NEWSWIRE)--Vantor", "DeepX.").

    Nor does a name begin with the letter of a round that ended the sentence before it ("a Series B. Vantor led").
    """
    ends = text.startswith(". ", start + 1) and end > start + 3
    if ends and _ROUND_LETTER.search(text, max(0, start - 8), start + 1):
        start += 3
    if (point := _POINT.match(text, start, end)) and text[max(0, start - 2) : start].startswith(("•", "\n", "-", "*")):
        start = point.end()
    if glued := _WIRE.match(text, start, end):
        start = glued.end() if glued.end() < end else start
    if _STOPPED.match(text[start:end]):
        end -= 1
    if comma := _GLUED_COMMA.match(text, start, end):
        end = comma.end()
    if opened := _OPENED.match(text, start, end):
        end = opened.end()
    return start, end


_NAMING = re.compile(r"\b(?:the|called|named|its|a|an|new) [\"“]?\Z")
_NUMBERED = re.compile(r"(.*\S) (\d{1,2}(?:\.\d)?)")


def _without_figure(text: str, start: int, end: int, known: dict[tuple[int, int], str]) -> tuple[int, int]:
    """The span without a number that is a figure of a list ("Kestrel 15.1, Vantor 9.8") and no part of the name."""
    numbered = _NUMBERED.fullmatch(text[start:end])
    if numbered is None or (start, end) in known:
        return start, end
    part = (
        len(numbered[2]) == 1
        or numbered[2].startswith("0")
        or text.count(numbered[0]) > 1
        or ("." in numbered[2] and "-" in numbered[1])
        or _NAMING.search(text, max(0, start - 12), start) is not None
    )
    return (start, end) if part else (start, start + numbered.end(1))


def _before_known(text: str, start: int, end: int, known: dict[tuple[int, int], str]) -> tuple[int, int]:
    """The span without the beginning of a known name that goes on behind it ("the Oslo Vantor 02 robots")."""
    cut = next((a for a, b in known if start < a < end < b and text[a - 1] == " "), None)
    return (start, end) if cut is None else (start, len(text[:cut].rstrip()))


_EX = re.compile(r"[Ee]x[-‑](?=[A-Z])")
_OF = re.compile(r"\b(?:of|at|by|from|with) \Z")
"""Before a name that begins like a past of somebody ("CEO of Ex-Robot")."""
_IN_COUNTRY = re.compile(r"\b[Ii]n the \Z")
_PERSON_BEHIND = re.compile(r"(.*\S) ([A-Z][a-z]+ [A-Z][a-z]+-[a-z]+|[A-Z][a-z]+ [A-Z][\w'’-]+)")
_TIES = "Investor|Backer|Advis[eo]r|Veteran|Alum"
_PARTNER = re.compile(
    rf"(.{{2,60}}?) (?:(?:(?:General|Managing|Operating) )?Partner|{_TIES}) ([A-Z][\w'’-]+ [A-Z][\w'’-]+)"
)
"""A partner of a house behind its name ("Vantor Capital Partner Jane Doe"), or what else somebody is to it."""
_TIED = re.compile(rf"(.{{2,60}}) (?:{_TIES})")
_POST_OF = re.compile(
    r"\b(?:[SE]?VP (?:(?:of|for) )?|"
    r"(?:C[A-Z]O|Minister|Secretary|Commissioner|"
    r"[Pp]resident|[Hh]ead|[Dd]irector|[Mm]anager|[Ll]ead(?:er)?|[Cc]hief) (?:of|for) )"
    r"(?:[A-Z]\w+,? (?:and|&) )?\Z"
)
_POST_REACH = 50


def _behind_field(name: str) -> int:
    """Where the person begins in a run behind "vice president of" ("Software Engineering Jane Doe"); 0 for no such."""
    words = name.split(" ")
    fields = next((i for i, word in enumerate(words) if word.lower() not in POST_FIELDS), len(words))
    person = words[fields:]
    if not fields or not 2 <= len(person) <= 4 or any(word.lower() in POST_FIELDS for word in person):
        return 0
    return len(name) - len(" ".join(person))


_POST_BEHIND = re.compile(
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}?),? "
    r"(?:MEP|MSP|MP|MLA|MBE|OBE|CBE|PhD|Ph\.D\.?|FRS|FREng|CPA|USN|USMC|Esq\.?)"
)
"""A person with an office or a degree in letters behind the name ("Jane Doe MEP")."""


def _without_post(name: str) -> tuple[int, int]:
    """Where a person's name begins and ends in a run that tells the post, too ("MD Jane Doe", "Jane Doe MEP")."""
    behind = _POST_BEHIND.fullmatch(name)
    words = (behind[1] if behind else name).split(" ")
    posts = next((i for i, word in enumerate(words) if word.lower() not in POSTS_AHEAD), 0)
    person = words[posts:]
    seems_person = len(person) > 1 and not looks_like_org(" ".join(person)) and is_called_like_a_person(person)
    start = len(" ".join(words[:posts])) + 1 if posts and seems_person else 0
    return start, behind.end(1) if behind else len(name)


_IMPERATIVES = {
    "compare", "meet", "ask", "enter", "consider", "remember", "watch", "forget", "recall", "imagine", "get",
    "formerly", "previously", "broker", "introducing",
}  # fmt: skip
_MADE = {
    "appointed", "promoted", "hired", "elected", "welcome", "congratulations", "introducing", "photo", "under", "like",
}  # fmt: skip
"""What stands before a person's name without a verb ("Appointed Jane Doe as chief operating officer")."""


def _apart(text: str, start: int, end: int, spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The names of which a run of capitals is made: "Ex-Vantor", "in the U.S. Vantor", "Vantor Jane Doe"."""
    if (ex := _EX.match(text, start, end)) and not (
        is_word(text[ex.end() : end]) and _OF.search(text, max(0, start - 6), start)
    ):
        return [(ex.end(), end)]
    if text.startswith("U.S. ", start) and end - start > 5 and _IN_COUNTRY.search(text, max(0, start - 8), start):
        return [(start, start + 4), (start + 5, end)]
    if _POST_OF.search(text, max(0, start - _POST_REACH), start) and (at := _behind_field(text[start:end])):
        return [(start + at, end)]
    if (part := _without_post(text[start:end])) != (0, end - start):
        return [(start + part[0], start + part[1])]
    partner = _PARTNER.fullmatch(text[start:end])
    if partner and is_called_like_a_person(partner[2].split()):
        return [(start, start + partner.end(1)), (start + partner.start(2), end)]
    tied = _TIED.fullmatch(text, start, end)
    if tied and any(text[a:b] == tied[1] for a, b in spans):
        return [tied.span(1)]
    both = _PERSON_BEHIND.fullmatch(text[start:end])
    if both and (is_given_name(both[2].split()[0]) or "-" in both[2]):
        written = {text[a:b] for a, b in spans if b <= start or a >= end}
        if both[1] in written and both[2] in written:
            return [(start, start + both.end(1)), (end - len(both[2]), end)]
    return [(start, end)]


_AGED = re.compile(r"[\w-]+-(?:year-old|rival|owned|backed|based|listed|founded|led|maker)")
_COUNTS = {
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "several", "most", "many",
}  # fmt: skip
_SEVERAL = re.compile(r" (?:[a-z-]+ )?[a-z]{3,}(?<!s)s\b")
"""Several things of a name behind it: "Thirty Brisko humanoids"."""


def _without_opener(doc: Doc, text: str, start: int, end: int, spans: set[tuple[int, int]]) -> tuple[int, int]:
    """The span without a plain word that only the start of a sentence made a part of it ("Parent Vantor said")."""
    first, _, rest = text[start:end].partition(" ")
    before_person = first.lower() in _MADE and is_given_name(rest.partition(" ")[0])
    if rest and (_AGED.fullmatch(first) or before_person):
        return start + len(first) + 1, end
    if first in HEADLINE_VERBS and any(text[a:b] == rest for a, b in spans):
        return start + len(first) + 1, end
    token = doc.char_span(start, start + len(first))
    if not rest or token is None or not starts_sentence(doc, token.start) or not is_word(first):
        return start, end
    if (start, start + len(first)) in spans:  # "Bosch China"
        return start, end
    inner = start + len(first) + 1
    counts = first.lower() in _COUNTS and not is_plural(rest.split()[0])  # "Nine Rivers Institute" is a name
    if first.lower() in _IMPERATIVES or (counts and _SEVERAL.match(text, end)):
        return inner, end
    whole = text[start:end]
    if any(text[a:b] == whole and not starts_sentence(doc, t.start) for a, b in spans if (t := doc.char_span(a, b))):
        return start, end
    named = not is_word(rest) or (inner, end) in spans  # "Turnstone Surgical" is whole beside "Surgical robots"
    alone = named and any(text[a:b] == rest and a != inner for a, b in spans) and not is_given_name(first)
    return (inner, end) if alone or first.lower() in RELATIONS else (start, end)


_WHAT_IT_IS = re.compile(
    r" (?:platform|giant|company|firm|startup|start-up|maker|group|operator|service|retailer|developer|investor|fund|"
    r"conglomerate|player|provider|portal|business) (?=[A-Z])"
)
"""Behind what a house does, before its name ("Chinese Ecommerce platform Vantor")."""


def _of_nation(
    text: str, start: int, end: int, spans: set[tuple[int, int]], registry: Registry
) -> list[tuple[int, int]]:
    """The span without the adjective of a nation before a name that stands elsewhere, too; none where it only tells
    what the name behind it is."""
    first, _, rest = text[start:end].partition(" ")
    if not rest or registry.demonym(first) is None:
        return [(start, end)]
    if " " not in rest and _WHAT_IT_IS.match(text, end):
        return []
    inner = start + len(first) + 1
    head = rest.split()[0]
    alone = any(text[a:b] == rest or text[a:b].startswith(rest + " ") for a, b in spans if a != inner) or (
        len(head) > 3 and head.isalpha() and not is_word(head)  # "the German Quillonik"
    )
    return [(inner, end)] if alone else [(start, end)]


def _row_of_known(start: int, end: int, known: dict[tuple[int, int], str]) -> bool:
    """Whether a run of capitals is nothing but known names side by side ("Alibaba Tongyi Qianwen")."""
    at = start
    for a, b in sorted(k for k in known if start <= k[0] and k[1] <= end):
        if a - at > 1:
            return False
        at = b
    return at == end and (start, end) not in known


def _is_arm_abroad(start: int, end: int, known: dict[tuple[int, int], str], text: str, registry: Registry) -> bool:
    """Whether two known names are that of a house and of the land of its arm ("Siemens China")."""
    parts = sorted(k for k in known if start <= k[0] and k[1] <= end)
    house, land = (registry.entities.get(known[part]) for part in (parts[0], parts[-1]))
    if len(parts) != 2 or house is None or land is None or text[parts[0][1] : parts[1][0]] != " ":
        return False
    return house.kind == "org" and land.kind == "place" and land.subkind in {"country", "region"}


def _disjoint(spans: set[tuple[int, int]], known: dict[tuple[int, int], str], text: str) -> list[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0] - s[1], s not in known, s)):
        if any(start < b and a < end for a, b in taken):
            continue
        name = text[start:end]
        if (start, end) not in known and (
            is_plain(name)
            or name.lower() in LABELS_OF_LINES
            or name.endswith("-based")
            or _LEGAL.fullmatch(name)
            or _ROUND_LETTER.search(text, max(0, start - 8), end)
            or _ROUND_SHORT.match(text, start)
        ):
            continue
        taken.append((start, end))
    return sorted(taken)


def _mention(doc: Doc, text: str, start: int, end: int, entity_id: str) -> Mention | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not text[start:end].strip():
        return None
    label = next((t.ent_type_ for t in span if t.ent_type_ in LABELS), "")
    root = span[-1] if span.root.text in {".", "-", "'s", "'", '"'} else span.root
    return Mention(start, end, text[start:end], span.start, span.end - 1, root.i, entity_id, label)
