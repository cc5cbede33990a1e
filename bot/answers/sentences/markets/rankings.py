"""Who comes first of a field: rows of a table by what is asked, and sentences that tell an order one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, spelled, stem, stems
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.forms import names_somebody
from bot.answers.sentences.meanings.loose import means
from bot.answers.sentences.retrieval import Sentences, narrows
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_ASKS = Pattern(
    r"\btop (?:\d{1,2}|two|three|four|five|six|ten|[a-z]+s\b)|\b(?:ranking|ranks?|ranked)\b|\bmarket leader|"
    r"\b(?:which|what|who)\b.*\b(?:most|largest|biggest|highest|cheapest|priciest|lowest|smallest|best|fastest|"
    r"heaviest)\b|\bwho (?:leads|led)\b.*\b(?:market|field|ranking|segment|list|table|industry|sector)\b"
)
_OF_DEALS = Pattern(
    r"<round>|<sum>|\b(?:rounds?|financings?|raised?|raising|funding|investors?|backers?|deals?|acquisitions?|"
    r"takeovers?|valuations?|valued|ipos?|grants?|loans?)\b"
)
"""What facts are ranked of."""
_LEAST = Pattern(r"\b(?:cheapest|lowest|smallest|least|fewest|lightest|slowest)\b")
_PRICES = Pattern(r"\b(?:cheapest|priciest|most expensive)\b")
_MANY = Pattern(
    r"\btop (\d{1,2}|two|three|four|five|six|ten)\b|\b(two|three|four|five|six|ten|\d) (?:\w+ )?(?:largest|biggest)"
)
_PLURAL = Pattern(
    r"\branking|\bwho are\b|\btop [a-z-]+s\b|\b(?:which|what) (?:[\w-]+ ){0,3}?(?:makers|vendors|companies|firms|"
    r"models|robots|machines|players|producers|suppliers|brands|sellers|manufacturers|start-?ups|countries|customers)\b"
)
"""What asks for more than the first."""
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 8}
_ORDERING = stems(
    "top rank ranking ranked most largest biggest highest cheapest priciest lowest smallest lead leads led leader best "
    "fastest heaviest first market maker company firm share number many much score scored list vendor according two "
    "three four five six ten buy sell cost"
)
_FIRST = Pattern(
    r"\b(?:led|leads|tops|topped|first (?:place|with)|comes? first|came first|in front|number one|no\. ?1|leader|"
    r"biggest|largest|highest|the most|cheapest|lowest|top)\b|第一|居首",
    re.I,
)
_NEXT = Pattern(
    r"\b(?:second|third|fourth|fifth|followed|follows?|ahead of|behind|next|then|runner-up|podium|complete|trail\w*|"
    r"also|places?)\b|第[二三四五]",
    re.I,
)
_FIGURE = Pattern(r"\d")
_COLUMNS = r"\s*\|\s*"
_TELLING_ORDER = "first second third led largest biggest share"
_SAID, _EACH = 0.7, 0.1
"""The share of the words that what is ranked is said by, and what each one counts that comes next."""
_OTHERS = Pattern(r"^\W*(?:others?|rest|total|sum|all|average|mean|median|human)\b", re.I)
"""What a row is called that is none of those ranked."""
_HITS, _ARTICLES, _LEAST_ROWS, _MOST_ROWS = 40, 3, 3, 8
_BACK = 2
_SUM = re.compile(r"(\d[\d,]*(?:\.\d+)?) ?(k|m|bn|thousand|million|billion)?\b", re.I)
_TIMES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}


RANKED = "ranked"
"""What sentences and rows are found by that tell who comes first."""


def ranked(sentences: Sentences, clause: Clause) -> list[Passage]:
    """The sentences or rows that tell who comes first in what a clause asks about, in their order."""
    if not _ASKS.search(clause.shape) or _OF_DEALS.search(clause.shape):
        return []
    if clause.pronoun or any(not is_place(clause.names[i].ids) for i in clause.asked_about):
        return []
    weights = {w: k for w, k in sentences.evidence.weights(clause).items() if w not in _ORDERING}
    if not weights:
        return []
    total = sum(weights.values())
    meant = [(weight / total, same_meaning(word)) for word, weight in weights.items()]
    tellers = [clause.names[i].ids for i in clause.tellers]
    found: list[tuple[float, list[Passage]]] = []
    hits = sentences.facts.search(f"{clause.unmarked} {_TELLING_ORDER}", _HITS)
    for article in dict.fromkeys(p.article for p in hits):
        every = sentences.discourse.article(article)
        if not all(any(sentences.discourse.calls(p, ids) for p in every) for ids in tellers):
            continue
        if clause.unknown and not spelled(" ".join(p.text for p in every), clause.unknown):
            continue
        # A single word is met anywhere; a column of a table asks for more than that word.
        told = [*_rows(every, clause), *(_sentences(every, clause) if len(weights) > 1 else ())]
        for around, passages in told:
            said = stems(f"{every[0].text} {around}")
            held = sum(weight for weight, words in meant if words & said)
            if held >= _SAID and narrows(passages[0], clause):
                found.append((held + _EACH * min(len(passages), _asked_for(clause)), passages))
        if len(found) >= _ARTICLES:
            break
    return max(found, key=lambda row: row[0], default=(0.0, []))[1]


def _asked_for(clause: Clause) -> int:
    """How many of them are asked for."""
    met = _MANY.search(clause.shape)
    told = (met[1] or met[2]) if met is not None else ""
    if told:
        return int(told) if told.isdigit() else _NUMBERS[told]
    return _LEAST_ROWS if _PLURAL.search(clause.shape) else 1


def _rows(every: Sequence[Passage], clause: Clause) -> Iterator[tuple[str, list[Passage]]]:
    """The first rows of each table of an article, by the column that is asked for, with what stands above them."""
    at = 0
    while at < len(every):
        if " | " not in every[at].text:
            at += 1
            continue
        end = at
        while end < len(every) and " | " in every[end].text:
            end += 1
        rows = every[at + 1 : end]
        cells = {len(re.split(_COLUMNS, row.text)) for row in every[at:end]}
        column = len(cells) == 1 and _column(re.split(_COLUMNS, every[at].text), clause)
        if len(rows) >= _LEAST_ROWS and column:
            own = [row for row in rows if not _OTHERS.search(row.text)]
            valued = [(value, row) for row in own if (value := _value(row.text, column)) is not None]
            valued.sort(key=lambda row: row[0], reverse=not _LEAST.search(clause.shape))
            if valued:
                kept = [row for _, row in valued[: min(_asked_for(clause), _MOST_ROWS)]]
                # With its heading a row says what its figures are.
                yield " ".join(p.text for p in every[max(0, at - _BACK) : at + 1]), [every[at], *kept]
        at = end


def _column(heads: Sequence[str], clause: Clause) -> int:
    """The number of the column whose heading says what is asked for; 0 where none does."""
    asked = frozenset().union(*(means(stem(word)) | {stem(word)} for word in clause.unmarked.split()))
    asked |= stems("price cost") if _PRICES.search(clause.shape) else frozenset()
    return next((n for n, head in enumerate(heads) if n and asked & stems(head)), 0)


def _value(row: str, column: int) -> float | None:
    cells = re.split(_COLUMNS, row)
    met = _SUM.search(cells[column]) if column < len(cells) else None
    if met is None:
        return None
    return float(met[1].replace(",", "")) * _TIMES.get((met[2] or "").lower(), 1.0)


def _sentences(every: Sequence[Passage], clause: Clause) -> Iterator[tuple[str, list[Passage]]]:
    """The sentences that tell who comes first, each with those that say who is next, and what stands before."""
    most = _asked_for(clause)
    for at, passage in enumerate(every):
        text = passage.text
        if at == 0 or " | " in text or is_furniture(text) or not (_FIRST.search(text) and _FIGURE.search(text)):
            continue
        if not names_somebody(f". {text}"):
            continue
        run = [passage]
        for after in every[at + 1 : at + most]:
            if not _NEXT.search(after.text):
                break
            run.append(after)
        yield " ".join(p.text for p in every[max(0, at - _BACK) : at + 1]), run
