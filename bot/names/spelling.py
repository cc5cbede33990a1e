"""The same name in other spellings: glued, hyphenated, turned round, in pinyin, without its last word, as an acronym.

A name is kept with its keys, and a name that nobody bears as it is written is looked for by its own. Keys are exact:
what only looks alike has none in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from bot.names.chinese import readings, traditional
from bot.names.folding import bare, fold

_TAILS = {
    "robot": "robot robots robotic robotics bot bots jiqiren 机器人 機器人",
    "mind": "ai intelligence intelligent smart zhineng 智能",
    "dynamics": "dynamics dynamic power dongli 动力 動力",
    "motion": "motion motions",
    "motors": "motor motors",
    "kinetics": "kinetics kinetic",
    "automation": "automation automations",
    "systems": "systems system",
    "machines": "machines machine",
    "ventures": "ventures venture",
    "capital": "capital",
    "partners": "partners partner",
    "fund": "fund funds",
    "labs": "labs lab",
}
"""Last words of names, by what they say: in one name one may stand for another of its row."""

_TRADES = ("robot", "mind")
"""Those that only say what a company does: without them it is still meant."""

_OF_TAIL = {word: what for what, words in _TAILS.items() for word in words.split()}
_CJK_TAILS = tuple(sorted((word for word in _OF_TAIL if not word.isascii()), key=len, reverse=True))
_IN_ENGLISH = {
    "机器人": "robot robotics robots", "智能": "intelligence intelligent ai smart", "具身": "embodied",
    "具身智能": "embodied embodiedai embodiedintelligence", "动力": "dynamics power", "齿轮": "gear gears",
    "精密": "precision", "机械": "machinery machine mechanical", "伺服": "servo", "传动": "drive transmission",
    "电机": "motor motors", "轴承": "bearing bearings", "丝杠": "screw screws",
    "重工": "heavyindustry heavyindustries heavy", "资本": "capital", "医疗": "medical", "视觉": "vision",
    "灵巧": "dexterity dexterous", "灵巧手": "hand hands", "仿生": "bionic bionics", "自动化": "automation",
    "机电": "mechatronics", "电子": "electronics", "数据": "data", "半导体": "semiconductor",
    "工业": "industrial industries", "汽车": "auto automobile automotive motors", "手": "hand hands",
    "夹爪": "gripper", "租赁": "rental", "证券": "securities", "实验室": "lab labs", "农机": "agri",
    "物流": "logistics",
}  # fmt: skip
"""Last words of names in characters, and what the same name may have there in English: nothing else is read so."""
_CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_SMALL = frozenset(["the", "and", "of", "for", "de", "la", "du", "des", "in", "at", "on", "und", "et"])
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_SPELT_OUT = str.maketrans(
    {"å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "Å": "Aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_SHORTEST = 4
"""Letters of a key: fewer tell nobody from another."""
_SHORTEST_PART = 5
"""The same where a name's last word was left out."""
_MOST_WORDS = 8
_INITIALS = range(2, 7)

GLUED, KIND, WHOLE, INITIALS = "=", "~", "~", "#"


@lru_cache(maxsize=20_000)
def kept(name: str, kind: str) -> frozenset[str]:
    """The keys by which a name is found when it is not written so."""
    keys: set[str] = set()
    written = fold(name)
    if not written or written.count(" ") >= _MOST_WORDS:
        return frozenset()
    for words in _spelt(name):
        if kind == "person":
            keys.update(GLUED + glued(turned) for turned in _turned(_without_initials(words)))
            continue
        keys.add(GLUED + glued(words))
        if kind == "org":
            head, tail = _parted(words)
            keys.add(GLUED + glued(head) + (KIND + tail if tail else WHOLE))
            # A single word of a name is known as that.
            if tail and len(glued(head)) >= _SHORTEST_PART and (len(head) > 1 or head[0] not in written):
                keys.add(GLUED + glued(head))
        elif len(words) > 2 and any(c.isdigit() for c in words[-1]) and words[-2].isalpha():
            keys.add(GLUED + glued(words[-2:]))
    if not name.isascii() and not _CJK.search(name):
        plain = written.split(" ")
        keys.update(GLUED + word for words in _spelt(name) for word in words if word not in plain)
    if kind == "org" and (short := initials(name)):
        keys.add(INITIALS + short)
    return frozenset(key for key in keys if _is_enough(key) and key != GLUED + written)


def asked(name: str) -> frozenset[str]:
    """The keys of a name as somebody writes it."""
    keys: set[str] = set()
    for words in _in_english(name):
        keys.add(GLUED + glued(words))
    for words in _spelt(name):
        keys.update((GLUED + glued(words), GLUED + glued(_without_initials(words))))
        head, tail = _parted(words)
        if tail and len(glued(head)) >= _SHORTEST:
            keys.add(GLUED + glued(head) + KIND + tail)
            if tail in _TRADES:
                keys.add(GLUED + glued(head) + WHOLE)
    return frozenset(filter(_is_enough, keys))


@lru_cache(maxsize=20_000)
def whole(name: str, kind: str) -> frozenset[str]:
    """The keys of all of a name: those of a part of it, or of its initials, say nothing of whether two are one."""
    own = asked(name)
    return frozenset(
        key
        for key in kept(name, kind) | own
        if key.startswith(GLUED) and (kind == "person" or key in own) and not key.endswith(WHOLE)
    )


def _is_enough(key: str) -> bool:
    """Whether a key tells somebody from another: a few letters do where a number is beside them."""
    letters = key[1:].rstrip(WHOLE)
    return key[0] == INITIALS or len(letters) >= (_SHORTEST - 1 if any(map(str.isdigit, letters)) else _SHORTEST)


def is_parted(key: str) -> bool:
    """Whether a key is that of a name with its last word told apart."""
    return KIND in key


def glued(words: Iterable[str]) -> str:
    """Words without the gaps between them; numbers stay apart, and a nought before one goes."""
    out = ""
    for word in words:
        part = re.sub(r"(?<![\d.])0+(?=\d)", "", word)
        out += f".{part}" if out[-1:].isdigit() and part[:1].isdigit() else part
    return out


def initials(name: str) -> str:
    """ "Harbin Institute of Technology" is HIT; empty where there are too few words, or it is no Latin name."""
    words = [word for word in fold(name).split(" ") if word not in _SMALL]
    if len(words) not in _INITIALS or not all(word[0].isascii() and word[0].isalpha() for word in words):
        return ""
    return "".join(word[0] for word in words)


def has_characters(name: str) -> bool:
    """Whether a name, or a part of it, is in Chinese characters."""
    return _CJK.search(name) is not None


def is_short_for(one: str, other: str) -> bool:
    """Whether a name in characters is another without a last word that only tells the trade: 长安 for 长安汽车."""
    short, long = bare(one.translate(traditional())), bare(other.translate(traditional()))
    return len(short) > 1 and long.startswith(short) and long.removeprefix(short) in _IN_ENGLISH


def differs(one: str, other: str) -> bool:
    """Whether two names that have a key in common are two all the same: both in characters, and not in the same."""
    if not (_CJK.search(one) and _CJK.search(other)):
        return False
    return _characters(one) != _characters(other)


def _characters(name: str) -> str:
    text = bare(name.translate(traditional()))
    tail = next((tail for tail in _CJK_TAILS if text.endswith(tail) and len(text) > len(tail) + 1), "")
    return text.removesuffix(tail)


def _spelt(name: str) -> Iterator[list[str]]:
    """The words of a name without legal suffixes, in every way they may be spelt in plain letters."""
    forms = {bare(name), fold(name)}
    if not name.isascii():
        forms |= {form(name.translate(_SPELT_OUT)) for form in (bare, fold)}
    for form in sorted(forms):
        plain = form.translate(_LETTERS)
        if plain.isascii():
            yield plain.split(" ")
        else:
            yield from _read(plain)


def _in_english(name: str) -> Iterator[list[str]]:
    """A name in characters as it is read, with its last word in English."""
    if not _CJK.search(name):
        return
    form = bare(name.translate(traditional()))
    for tail, words in _IN_ENGLISH.items():
        head = form.removesuffix(tail)
        if head != form and len(head) > 1 and _CJK.fullmatch(head):
            for syllables in readings(head):
                yield from ([*syllables, word] for word in words.split())


def _read(name: str) -> Iterator[list[str]]:
    """A name in characters as it is read, its last word kept for what it says."""
    tail = next((tail for tail in _CJK_TAILS if name.endswith(tail) and len(name) > len(tail) + 1), "")
    pieces = _CJK.split(name.removesuffix(tail))
    runs = _CJK.findall(name.removesuffix(tail))
    for said in product(*(readings(run) for run in runs)):
        words = pieces[0].split()
        for syllables, after in zip(said, pieces[1:], strict=True):
            words += [*syllables, *after.split()]
        yield [*words, tail] if tail else words
        if tail:
            yield from ([*words, *syllables] for syllables in readings(tail)[:1])


def _parted(words: Sequence[str]) -> tuple[Sequence[str], str]:
    """A name without what says the trade, and which trade that is."""
    for size in (1, 2, 3):
        tail = "".join(words[-size:])
        if len(words) > size and tail in _OF_TAIL:
            return words[:-size], _OF_TAIL[tail]
    return words, ""


def _without_initials(words: Sequence[str]) -> Sequence[str]:
    """A name without the single letters in the middle of it."""
    inner = [word for word in words[1:-1] if len(word) > 1 or not word.isalpha()]
    return [words[0], *inner, words[-1]] if len(words) > 2 else words


def _turned(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """A person's name with the family name first, last, or as it is."""
    yield words
    for at in {1, len(words) - 1} if len(words) > 1 else ():
        yield [*words[at:], *words[:at]]
