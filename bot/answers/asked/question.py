"""One message taken apart: its clauses, the names in them, what narrows them down, what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from bot.answers.asked.bracketed import told_in_brackets, with_apart
from bot.answers.asked.chatter import without_chatter
from bot.answers.asked.chinese import in_english, is_chinese, without_cut
from bot.answers.asked.common import FIELD, NO_NAME, PLAIN
from bot.answers.asked.everyday import in_plain_words
from bot.answers.asked.indirect import at_present, directly
from bot.answers.asked.kept import kept
from bot.answers.asked.list_words import in_list_words
from bot.answers.asked.narrowing import Narrowing, narrowing
from bot.answers.asked.parting import Part, parted
from bot.answers.asked.periods import is_half_year
from bot.answers.asked.plainly import plainly
from bot.answers.asked.pronouns import pronoun_of
from bot.answers.asked.spotting import Mention, Spotter
from bot.answers.asked.wanted import Wants as Wants
from bot.answers.asked.wanted import wanted
from bot.answers.asked.words import STOP, content, stem, stems
from bot.answers.query import Ids
from bot.grammar.patterns import Pattern

_START = r"(?:how|who|what|when|where|which|whom|whose|do|does|did)\b"
_SPLIT = Pattern(
    rf",?\s{{1,9}}and\s{{1,9}}(?=why (?:did|does|is|was|has|do|are|were|had)\b)|"
    rf"\s{{0,9}}(?:[;?]+|,?\s{{1,9}}(?:and|but|or)\b|,)\s{{1,9}}(?:(?:at|for|as|over|in|to|with|by|also|"
    rf"then)\s+)?(?={_START})"
    r"|\?\s{0,9}(?=[^\s?])(?!\s{0,3}(?:i\.?e\b|that is|meaning|i mean|or rather))|"
    r"(?<![\s>]),\s{1,9}(?:and\s+)?(?![^,?]{0,12}<\d)"
    r"(?=[^,?<]{1,30}\b(?:who|where|when|how (?:much|many))\b|[^,?]*\b(?:which|what)\b[^,?]{0,12}\??\s*$)"
    r"|(?<=[^\x00-\x7f])\s*[,;]\s*(?=[^\x00-\x7f].*(?:多少|谁|誰|什么|什麼|哪|何))",
)
_LEAD_IN = Pattern(
    r"^\W*(?:(?:hey|hi|hello|ok|okay|quick (?:one|question)|question|so|well|sorry|thanks|btw|fyi|"
    r"hmm+|guys|all|team(?! (?:of|at|from)\b)|please|pls)\b[\s,:;!.-]{1,4})+(?=\w|<)",
    re.I,
)
"""What opens a message and asks nothing."""
_LIST = Pattern(
    r"^\s*(?:,|&|\+|/|和|与|與|跟|、|,?\s*(?:and|or|vs\.?|versus)(?: of| at| for| by| from| in)?|or through|or via)\s*$"
)
_ASPECT = (
    r"(?:(?:co-?)?founders?|ceos?|ctos?|cfos?|coos?|chairman|boss|headquarters|hq|home town|valuations?|revenues?|"
    r"profits?|"
    r"loss(?:es)?|sales|headcount|employees|staff|investors|backers|shareholders|owners?|customers|partners|"
    r"prices?|products|"
    r"robots|founding year|(?:last|latest|newest) round|total (?:raised|funding)|orders|shipments|capacity|lead(?: "
    r"investor)?s?|amount|size|"
    r"(?:pre|post)-money valuation|participants|use of proceeds|sellers?|buyers?|purchase price|terms|round)"
)
_ASPECTS = Pattern(rf"\b{_ASPECT}(?:\s*(?:,|/|&|\+|,?\s*and|,?\s*plus)\s*(?:the |its |their |and )?{_ASPECT})+\b", re.I)
"""Several things asked of one: "Acme: founder, CEO, headquarters"."""
_THROUGH = Pattern(r"\bor (?:through|via)(?: its| his| her)?$")
_LEFT_OUT = Pattern(
    r"(?:besides|except(?: for)?|apart from|other than|aside from|before|"
    r"before (?:(?:he|she|they) )?(?:joining|joined|founding|"
    r"founded|starting|started|setting up|set up|creating|created|"
    r"leading|running|moving to|becoming|launching|coming to|came to)(?: the)?|除了|除)\s*$"
)
_TELLER_BEFORE = Pattern(r"(?:according to|as told by|cited by|reported by|据|根据)\s*$")
_TELLER_AFTER = Pattern(
    r"^\s*(?:thinks?|believes?|expects?|predicts?|forecasts?|estimates?|sees?|reckons?|projects?|pencils? in|"
    r"counts? on|looks? for|认为|预测|预计|預測|預計)"
)
_SPENDING = Pattern(
    r"\b(?:do with|use|spend) (?:the|its|this|that|all that) (?:\w+ )?(?:<sum>|money|proceeds|funds|"
    r"cash|capital)"
)
_MARK = Pattern(r"<(?=\w+>)")
_ANY_MARK = Pattern(r"<\w+>")
_NAME = Pattern(r"<\d+>")
_NARROWED = Pattern(r"<(?:when|sum|round)>")
_FRAGMENT = Pattern(
    r"^(?:and\s+)?(?:(?:when|where|why|who|how|what|how long|how much|how many|which|what \w+)"
    r"(?: each| exactly| in total| apiece| precisely)?|(?:please |pls )?(?:give|list|show|name|tell) (?:me |us )?"
    r"(?:all|any|every|the|each|both)?\s?(?:of (?:them|it) )?\w{0,20}(?: you (?:know|have))?)\s*\?*$"
)
_VERSUS = Pattern(r"<\d+>.*\b(?:vs\.?|versus|compared (?:to|with)|against)\b.*<\d+>")
_ONLY_NAMES = Pattern(r"^(?:<\d+>|and|or|vs\.?|versus|[,&/\s])+$", re.I)
_LEGAL_FORM = Pattern(r"(?<=>),? (?:inc|corp|corporation|ltd|llc|plc|gmbh)\b\.?")
"""What is written behind the name of a house and belongs to it."""
_CAPITAL = Pattern(r"(?<![\w.\-&])([A-Z][\w+\-.]*\w(?: \d[\w.]*)?|(?<!Series )[A-Z](?!&))(?:'s)?(?![\w])")


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked. `shape` is its lower-case text with `<0>` for the first name, `<when>`, `<sum>`, `<round>`."""

    text: str
    shape: str
    names: tuple[Mention, ...]
    narrow: Narrowing
    wants: Wants
    pronoun: str = ""
    """`person`, `thing` or `many`, where the clause speaks of what was spoken of before."""
    unknown: tuple[str, ...] = ()
    """Words written like names that no known name holds."""
    tellers: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()
    lists: tuple[tuple[int, ...], ...] = field(default_factory=tuple)
    again: bool = False
    """Whether it asks what was asked right before it, of another time."""
    leans: bool = False
    """Whether it asks more of what was asked right before it: where that is not known, a sentence tells nothing."""
    asked: str = ""
    """Its own words, where it shares a name with what was asked before it."""
    otherwise: Clause | None = None
    """The clause without the name that it shares."""

    @property
    def asked_about(self) -> tuple[int, ...]:
        """The names that are neither the teller nor left out."""
        return tuple(i for i in range(len(self.names)) if i not in self.tellers and i not in self.left_out)

    def groups(self) -> tuple[Ids, ...]:
        """Ids that must each be met, each once; the members of "A, B and C" are one group."""
        if not (self.lists or self.tellers or self.left_out):  # as in nearly every question; asked for every sentence
            return tuple(dict.fromkeys(name.ids for name in self.names))
        out: list[Ids] = []
        listed = {i: members for members in self.lists for i in members}
        done: set[int] = set()
        for i in self.asked_about:
            if i not in done:
                members = [m for m in listed.get(i, (i,)) if m in self.asked_about]
                done.update(members)
                out.append(frozenset().union(*(self.names[m].ids for m in members)))
        return tuple(dict.fromkeys(out))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all groups, one after another."""
        return tuple(i for group in self.groups() for i in sorted(group))

    @property
    def unmarked(self) -> str:
        """Its shape without the marks of names and of what narrows it down."""
        return _unmarked(self.shape)

    @property
    def content(self) -> tuple[str, ...]:
        """Stems of the words that say what is asked, names and narrowings aside."""
        return _content(self.shape, self.unknown)

    @property
    def bare(self) -> bool:
        """Whether it holds nothing but names and narrowings: "and Figure?", "in 2024?"."""
        if self.pronoun or self.asked:
            return False
        rest = re.sub(r"<\w+>|'s\b", " ", self.shape)
        left = [w for w in re.findall(r"[\w'+-]+", rest) if w not in STOP and w not in ("what", "how", "about", "and")]
        return not left and not re.search(r"[㐀-鿿]{2}", re.sub("那么?|呢|和", "", rest))


@lru_cache(maxsize=500)
def _unmarked(shape: str) -> str:
    return _ANY_MARK.sub(" ", shape)


@lru_cache(maxsize=500)
def _content(shape: str, unknown: tuple[str, ...]) -> tuple[str, ...]:
    """Stems of the words of a clause that say what is asked, but for those of some names: looked at for every
    sentence."""
    names = stems(" ".join(unknown))
    return tuple(word for word in _words(shape) if word not in names)


def _words(shape: str) -> tuple[str, ...]:
    if _SPENDING.search(shape):
        return content("proceeds")
    told = re.sub(r"\b(?:go(?:es|ing)?|went) public\b", " listing ", shape)
    told = re.sub(r"\bin (?:us )?(?:dollars?|euros?|pounds?|yuan|usd|eur|rmb|won|yen)\b", " ", told)
    return content(re.sub(r"<\w+>|\bper [a-z]+\b", " ", told))


def members(clause: Clause) -> list[Clause]:
    """A clause about "A, B and C" as one clause for each of them; any other clause as it is."""
    if not clause.lists:
        return [clause]
    listed = clause.lists[0]
    out = []
    for one in listed:
        left = frozenset(i for i in listed if i != one)
        out.append(replace(clause, lists=(), left_out=clause.left_out | left, tellers=clause.tellers - left))
    return out


@kept
def clauses(message: str, spotter: Spotter, today: date, apart: bool = False) -> list[Clause]:
    """The clauses of a message that was read by `text.read`.

    `apart`: each thing asked as a question of its own, with the name that it shares with the others.
    """
    message = plainly(
        in_list_words(at_present(without_chatter(_MARK.sub(" ", message))))
    )  # nobody but this module may write marks
    found = [one for one in spotter.asked(message) if not is_half_year(one.text, message)]
    if is_chinese(message):
        message, found = in_english(*told_in_brackets(message, without_cut(message, found), spotter))
        found = with_apart(message, found, spotter)
    narrow = narrowing(message, today)
    spans = [(m.start, m.end, f"<{i}>") for i, m in enumerate(found)]
    taken = [(s, e) for s, e, _ in spans]
    spans += [(s, e, f"<{what}>") for s, e, what in narrow.spans if not any(s < b and a < e for a, b in taken)]
    out, at = [], 0
    for start, end, mark in sorted(spans):
        if start >= at:
            out.append((message[at:start], f" {mark} "))
            at = end
    marked = "".join(text + mark for text, mark in out) + message[at:]
    marked = directly(_LEAD_IN.sub("", marked))
    marked = in_plain_words(" ".join(marked.split()), [one.ids for one in found])
    if apart:
        written = {mark: message[start:end] for start, end, mark in sorted(spans, reverse=True)}
        return [_apart(part, found, written, spotter, today) for part in parted(" ".join(marked.split()))]
    parts = [part for part in _SPLIT.split(marked) if part and part.strip(" ?!.,;。")]
    parts = _joined(parts)
    parts = [one for part in parts for one in _by_aspect(part)]
    return [_clause(part, found, narrow, spotter, alone=len(parts) == 1) for part in parts[:4]]


def _apart(part: Part, found: Sequence[Mention], written: dict[str, str], spotter: Spotter, today: date) -> Clause:
    """The clause of one of several things asked; what narrows it down is read in it alone."""

    def read(text: str) -> Clause:
        plain = _NARROWED.sub(lambda m: written[m[0]], text)
        narrow = narrowing(plain, today)
        for start, end, what in reversed(narrow.spans):
            plain = f"{plain[:start]} <{what}> {plain[end:]}"
        return _clause(plain, found, narrow, spotter, alone=True)

    own = _ANY_MARK.sub(lambda m: written[m[0]], part.own)
    clause = read(part.text)
    if not part.handed and not part.again:
        return clause
    return replace(
        clause, again=part.again, leans=part.leans, asked=own, otherwise=None if part.again else read(part.own)
    )


def _by_aspect(part: str) -> list[str]:
    """A part that asks for nothing but several things of one name, as a part for each of them."""
    match = _ASPECTS.search(part)
    if not match or len(re.findall(r"<\d+>", part)) != 1:
        return [part]
    rest = re.sub(r"<\w+>|'s\b", " ", f"{part[: match.start()]} {part[match.end() :]}")
    if content(rest.replace("who", "").replace("what", "")):
        return [part]
    asked = re.findall(_ASPECT, match[0], re.I)
    return [f"{part[: match.start()]}{one}{part[match.end() :]}" for one in asked[:4]]


def _joined(parts: list[str]) -> list[str]:
    """A part of one question word ("and where?"), or of names alone ("Acme or Bolt?"), belongs to the one before it."""
    out: list[str] = []
    for part in parts:
        listed = out and "<" not in out[-1] and len(_NAME.findall(part)) > 1 and _ONLY_NAMES.match(part.strip(" ?."))
        if out and (_FRAGMENT.match(part.strip(" ?.").lower()) or _ONLY_NAMES.match(out[-1]) or listed):
            out[-1] = f"{out[-1]} {part.strip()}"
        else:
            out.append(part.strip())
    return out


def _clause(part: str, found: Sequence[Mention], narrow: Narrowing, spotter: Spotter, alone: bool) -> Clause:
    order = [int(n) for n in re.findall(r"<(\d+)>", part)]
    for new, old in enumerate(order):
        part = part.replace(f"<{old}>", f"<\0{new}>", 1)
    part = re.sub(r"(<\d+>) ?'s?(?=\s|$)", r"\1's", part.replace("\0", ""))
    names = tuple(found[i] for i in order)
    shape = _LEGAL_FORM.sub("", " ".join(part.casefold().split()))
    marks = set(re.findall(r"<(when|sum|round)>", shape))
    lists = _lists(shape)
    mine = narrow if alone else _share(narrow, marks)
    return Clause(
        text=" ".join(re.sub(r"<(\d+)>", lambda m: names[int(m[1])].text, part).split()),
        shape=shape,
        names=names,
        narrow=mine,
        wants=wanted(shape),
        pronoun=pronoun_of(shape),
        unknown=(*_unknown(part), *_small_names(shape, spotter)),
        tellers=_tellers(shape, len(names), lists),
        left_out=_left_out(shape, len(names)),
        lists=lists,
    )


def _share(narrow: Narrowing, marks: set[str]) -> Narrowing:
    """What of the narrowing stands in this clause."""
    return Narrowing(
        narrow.when if "when" in marks else None,
        narrow.month if "when" in marks else 0,
        narrow.least if "sum" in marks else None,
        narrow.most if "sum" in marks else None,
        narrow.about if "sum" in marks else None,
        narrow.round if "round" in marks else "",
        narrow.status,
        narrow.spans,
        narrow.known,
        narrow.as_said if "when" in marks else "",
        narrow.below and "sum" in marks,
    )


def reread(clause: Clause, names: tuple[Mention, ...]) -> Clause:
    """The clause with other names, and all that follows from its shape read anew."""
    lists = _lists(clause.shape)
    return replace(
        clause,
        names=names,
        tellers=_tellers(clause.shape, len(names), lists),
        left_out=_left_out(clause.shape, len(names)),
        lists=lists,
    )


def _unknown(part: str) -> tuple[str, ...]:
    plain = re.sub(r"<\w+>", " · ", part)
    words = list(_CAPITAL.finditer(plain))
    kept = []
    for match in words:
        first = not plain[: match.start()].strip(" ·") and not re.match(r"\s+[A-Z]", plain[match.end() :])
        lone_start = first and match[1].casefold() in STOP | {"is", "are", "did", "does", "compare", "tell"}
        if (
            match[1].casefold().removesuffix("s") in NO_NAME
            or match[1].casefold() in NO_NAME
            or match[1].casefold() in STOP
            or (match[1].casefold() in FIELD and "·" in plain[: match.start()])
            or lone_start
            or first
        ):
            continue
        kept.append(match[1])
    return tuple(kept)


def _small_names(shape: str, spotter: Spotter) -> tuple[str, ...]:
    """Words in small letters that the articles know as parts of names only: "szekeres dynamics"."""
    words = re.findall(r"[a-z]{4,}\b(?! to\b)", re.sub(r"<\w+>", " ", shape))  # who "hopes to" is nobody called Hope
    return tuple(w for w in dict.fromkeys(words) if stem(w) not in PLAIN and spotter.proper(w))


def _left_out(shape: str, count: int) -> frozenset[int]:
    return frozenset(i for i in range(count) if _LEFT_OUT.search(shape.partition(f"<{i}>")[0]))


def _tellers(shape: str, count: int, lists: tuple[tuple[int, ...], ...]) -> frozenset[int]:
    """Whose word it is; with one of "A and B" all of them."""
    out: set[int] = set()
    for i in range(count):
        before, _, after = shape.partition(f"<{i}>")
        if _TELLER_BEFORE.search(before) or _TELLER_AFTER.search(after):
            out.add(i)
    for members in lists:
        if out & set(members):
            out.update(members)
    return frozenset(out)


def _lists(shape: str) -> tuple[tuple[int, ...], ...]:
    if _VERSUS.search(shape):
        return (tuple(int(n) for n in re.findall(r"<(\d+)>", shape)),)
    pieces = re.split(r"<(\d+)>", shape)
    runs: list[list[int]] = []
    for k in range(1, len(pieces), 2):
        index, between = (
            int(pieces[k]),
            re.sub(r"^'s|\b(?:himself|herself|the|both|either)\b", "", pieces[k - 1]).strip(),
        )
        if runs and k > 1 and (_LIST.match(between or "-") or _THROUGH.search(between)):
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(tuple(run) for run in runs if len(run) > 1)
