"""What the words and turns of phrase of a question may be called in the sentence that answers it.

Unlike the classes of `asked.words`, by which typed facts are looked for, these only tie a sentence to a question:
they may be wide, for other words, names and what kind of thing is asked for have to fit as well.
"""

from __future__ import annotations

from functools import lru_cache

from bot.answers.asked.words import STOP, same_meaning, stem, stems, words
from bot.answers.sentences.meanings.of_everyday import COMMON_ROWS
from bot.answers.sentences.meanings.of_talk import TALK_ROWS
from bot.answers.sentences.meanings.of_the_field import ROWS

_SENTENCES_KEPT = 4500
"""Sentences of which it is kept what they mean, a kilobyte each: all of a store that is read ahead."""
_GAP = 3
"""Words that may stand within a turn of phrase of two: "snapped the whole company up"."""
_PARTICLES = frozenset(("up", "down", "off", "out", "over", "under", "away", "back"))

_FORMS = """
take took taken; give gave given; fall fell fallen; rise rose risen; break broke broken; choose chose chosen;
drive drove driven; write wrote written; speak spoke spoken; steal stole stolen; shake shook shaken;
wear wore worn; tear tore torn; throw threw thrown; grow grew grown; know knew known; fly flew flown;
draw drew drawn; bear bore borne; withdraw withdrew withdrawn; sink sank sunk; begin began begun;
drink drank drunk; come came; become became; run ran; get got gotten; shoot shot; sell sold; tell told;
think thought; buy bought; bring brought; catch caught; teach taught; seek sought; fight fought; feel felt;
keep kept; sleep slept; leave left; lend lent; spend spent; send sent; build built; lose lost; mean meant;
meet met; pay paid; say said; lay laid; stand stood; understand understood; hold held; win won; hear heard;
lead led; feed fed; see saw seen; go went gone; do did done; dig dug; hang hung; stick stuck; strike struck;
swing swung; spin spun; deal dealt; burn burnt; learn learnt; forget forgot forgotten; hide hid hidden;
bite bit bitten; eat ate eaten; beat beaten; freeze froze frozen; wake woke woken; ride rode ridden;
swell swollen; shrink shrank shrunk; shine shone; swear swore sworn; forbid forbade forbidden;
die dies died dying; lie lay lain; flee fled; breed bred; make made; find found; sing sang sung;
ring rang rung; swim swam swum; slide slid; overrun overran; undergo underwent; man men; woman women;
foot feet; tooth teeth; goose geese; mouse mice
"""
_IRREGULAR = {form: plain for plain, *forms in (row.split() for row in _FORMS.split(";")) for form in forms}
"""Forms that a rough stem does not bring together."""


_IRREGULAR_STEMS = {stem(form): stem(plain) for form, plain in _IRREGULAR.items()}


def base(word: str) -> str:
    """The stem of a word, that of its plain form where it is irregular."""
    return stem(_IRREGULAR.get(word, word))


Turns = dict[str, list[tuple[tuple[str, ...], str]]]
"""Turns of phrase by the stem of their first word: the stems after it, and the mark of what they mean."""


def _rows() -> list[str]:
    out: list[str] = []
    for row in (*ROWS, *COMMON_ROWS, *TALK_ROWS):
        if row.startswith(" "):
            out[-1] += row
        else:
            out.append(row)
    return out


_MEANT = _rows()


def _indexed(halves: slice) -> tuple[dict[str, frozenset[str]], Turns]:
    single: dict[str, frozenset[str]] = {}
    turns: Turns = {}
    for number, row in enumerate(_MEANT):
        mark = f"#{number}"
        alone = frozenset((mark,))  # one for all words that mean nothing else, as most: a megabyte less
        for told in " ".join(row.split("|")[halves]).split():
            first, *rest = (base(part) for part in told.split("_"))
            if rest:
                turns.setdefault(first, []).append((tuple(rest), mark))
            else:
                single[first] = single[first] | alone if first in single else alone
    return single, turns


_ASKED, _ASKED_TURNS = _indexed(slice(1))
_SAID, _SAID_TURNS = _indexed(slice(2))


_WRITTEN = frozenset(part for row in _MEANT for word in row.split() for part in word.split("_"))
_BASES = frozenset(map(base, _WRITTEN))


@lru_cache(maxsize=_SENTENCES_KEPT)
def meanings(text: str) -> frozenset[str]:
    """The stems of a text, and marks of all that its words and turns of phrase may mean."""
    return _meant(text, _SAID, _SAID_TURNS)


@lru_cache(maxsize=_SENTENCES_KEPT)
def narrowly(text: str) -> frozenset[str]:
    """The stems of a text, and marks of what its words and turns of phrase mean where a question has them, too."""
    return _meant(text, _ASKED, _ASKED_TURNS)


def _meant(text: str, single: dict[str, frozenset[str]], turns: Turns) -> frozenset[str]:
    written = [base(word) for word in words(text)]
    found = {*stems(text), *written}
    found.update(*filter(None, map(single.get, tuple(found))), (mark for _, _, mark in _met(written, turns)))
    return frozenset(found)


def _met(told: list[str], turns: Turns) -> list[tuple[int, int, str]]:
    """The turns of phrase in a row of stems: where each begins and ends, and what it means."""
    found = []
    for at, first in enumerate(told):
        for rest, mark in turns.get(first, ()):
            end = at + 1 + len(rest)
            if tuple(told[at + 1 : end]) == rest:
                found.append((at, end, mark))
            elif len(rest) == 1 and rest[0] in _PARTICLES and rest[0] in told[at + 1 : at + 2 + _GAP]:
                found.append((at, told.index(rest[0], at + 1) + 1, mark))
    return found


@lru_cache(maxsize=8192)
def meaning_of(term: str) -> frozenset[str]:
    """What a sentence has to hold one of to say a word (its stem) or a turn of phrase (its stems, spaces between)."""
    parts = term.split(" ")
    if len(parts) > 1:
        return frozenset(mark for _, _, mark in _met(parts, _ASKED_TURNS))
    plain = _IRREGULAR_STEMS.get(term, term)
    asked = _ASKED.get(plain, frozenset()) | _ASKED.get(term, frozenset())  # a "broker" is stemmed as "broke" is
    return same_meaning(term) | {plain} | asked


def is_word(text: str) -> bool:
    """Whether a text in small letters is a word of the language that stands in the table, or a form of its verbs."""
    return text in _WRITTEN or (text.endswith(("ing", "ed")) and base(text) in _BASES)


def turns_in(text: str) -> list[tuple[str, ...]]:
    """The turns of phrase in a question, each by its words; of those that overlap the longest."""
    told = words(text)
    found: list[tuple[int, int]] = []
    for start, end, _ in sorted(_met([base(word) for word in told], _ASKED_TURNS), key=lambda met: met[0] - met[1]):
        if not any(start < other_end and other < end for other, other_end in found):
            found.append((start, end))
    return [tuple(told[start:end]) for start, end in sorted(found)]


@lru_cache(maxsize=2048)
def other_words(term: str, most: int = 12) -> tuple[str, ...]:
    """Words as articles write them that may stand for a word or a turn of phrase: what is searched for."""
    meant = sorted(meaning_of(term))
    rows = [_MEANT[int(mark[1:])] for mark in meant if mark.startswith("#")]
    each = [[word.partition("_")[0] for word in row.replace("|", " ").split()] for row in rows]
    written = (*(one for one in meant if not one.startswith("#")), *(word for row in each for word in row))
    return tuple({stem(word): word for word in written if word not in STOP}.values())[:most]
