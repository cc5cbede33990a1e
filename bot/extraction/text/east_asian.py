"""Korean and Chinese names with a syllable that is an English word: "Chae Won-bin", "Ok Hye-jin", "Kou Yuan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.articles.words import PINYIN, SURNAMES
from bot.extraction.text.lexicon import is_word
from bot.extraction.text.name_words import HYPHEN_TAILS
from bot.names.people import is_given_name

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KOREAN = frozenset(
    """
    Kim Lee Yi Rhee Park Pak Choi Choe Jung Jeong Chung Kang Cho Jo Yoon Yun Jang Chang Lim Im Rim Han Oh Seo Suh Shin
    Sin Kwon Hwang Ahn An Song Ryu Yoo Yu Hong Jeon Chun Ko Koh Go Moon Mun Son Sohn Yang Bae Pae Baek Paik Heo Hur Huh
    Nam Shim Sim Noh No Roh Ha Kwak Sung Seong Cha Joo Ju Chu Woo Koo Gu Ku Na Ra Min Jin Ji Um Eom Won Chae Cheon Pyo
    Bang Kong Gong Hyun Ham Byun Byeon Yeom Do Ok Wang Seok Suk Sun Ma Wi Wee Myung Ki Gi Pan Geum Mo Namgung Jegal Tak
    Kook Guk Eun Ye Maeng Pi Dong Bong Kyung Ohm Sagong Seonwoo Hwangbo Kye Mok Pyun So Chin Tae
    """.split()  # noqa: SIM905 (reads better than 130 quoted words)
)
_SYLLABLE = re.compile(r"[A-Z][a-z]{0,5}")
_TAIL = re.compile(r"[A-Za-z]?[a-z]{1,6}")
_NO_TAILS = HYPHEN_TAILS | {"new", "house", "site", "line", "time", "founder", "door", "core", "kind", "long"}
_SURNAMES = SURNAMES | frozenset(
    "Kou Bu Chu Miao Ming Mu Lan Ling Lou Luan Tong Weng Wen Xi Xiang Yue Yun Zha Ju".split()  # noqa: SIM905
)


def _hyphenated(doc: Doc, i: int) -> bool:
    """Whether a given name of two syllables begins at a token ("Won-bin", "Do-hoon")."""
    if i + 2 >= len(doc) or doc[i + 1].text != "-" or doc[i].whitespace_ or doc[i + 1].whitespace_:
        return False
    first, tail = doc[i].text, doc[i + 2].text
    fits = _SYLLABLE.fullmatch(first) is not None and _TAIL.fullmatch(tail) is not None
    return fits and tail.lower() not in _NO_TAILS and not is_word(f"{first}-{tail}")


def goes_on(doc: Doc, first: int, j: int) -> bool:
    """Whether a plain word behind a surname is a given name or its first syllable."""
    surname, word = doc[j - 1].text, doc[j].text
    if j - 1 != first or not word[:1].isupper():
        return False
    if surname in _KOREAN and _hyphenated(doc, j):
        return True
    return surname in _SURNAMES and PINYIN.fullmatch(word) is not None and word.istitle()


def is_called_like_a_person(words: list[str]) -> bool:
    """Whether the words of a name are those of a person: a given name first, a surname of Korea or China, no words."""
    if is_given_name(words[0]) or words[0] in _KOREAN or words[0] in _SURNAMES or words[0].endswith("."):
        return True
    return len(words) == 2 and not any(map(is_word, words))


def begins(doc: Doc, i: int, *, opens: bool) -> bool:
    """Whether a plain word is a surname, by the given name behind it; `opens` where it stands first in a sentence."""
    word = doc[i].text
    if i + 1 >= len(doc) or not doc[i].whitespace_:
        return False
    following = doc[i + 1].text
    if word in _KOREAN and _hyphenated(doc, i + 1):
        return not opens or word in {"Ok", "Do", "An", "Won"}
    if word not in {"He", "Yuan", "An", "You"} or not following.istitle() or PINYIN.fullmatch(following) is None:
        return False
    if word == "Yuan" and i and (doc[i - 1].like_num or doc[i - 1].lower_ in {"chinese", "digital", "billion"}):
        return False
    if word == "You" and (opens or len(following) < 5):
        return False
    return word in {"He", "Yuan"} or not is_word(following)
