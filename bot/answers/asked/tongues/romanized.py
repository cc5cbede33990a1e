"""Hangul and kana in Latin letters, as the names of companies are mostly written: 솔비 is "solbi", ツカミ "tsukami"."""

from __future__ import annotations

from itertools import islice, product

from bot.grammar.patterns import Pattern

_HANGUL, _SYLLABLES = 0xAC00, 11172
_VOWELS, _ENDS = 21, 28
_INITIAL = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "-", "j", "jj", "ch", "k", "t", "p", "h"]
_VOWEL = tuple("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split())  # noqa: SIM905
_END = tuple("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split())  # noqa: SIM905
_ALSO = {"si": "shi", "sin": "shin", "gim": "kim", "bak": "park", "u": "woo"}
"""Syllables that are often written otherwise in names."""
_KANA = """
アa イi ウu エe オo カka キki クku ケke コko サsa シshi スsu セse ソso タta チchi ツtsu テte トto ナna ニni ヌnu ネne
ノno ハha ヒhi フfu ヘhe ホho マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn
ガga ギgi グgu ゲge ゴgo ザza ジji ズzu ゼze ゾzo ダda ヂji ヅzu デde ドdo
バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo ヴvu
"""
_SOUND = {one[0]: one[1:] for one in _KANA.split()}
_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo"}
_SMALL_VOWELS = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_IS_HANGUL = Pattern("[\uac00-\ud7a3]{2,8}")
_IS_KANA = Pattern("[\u3041-\u3096\u30a1-\u30faー]{2,12}")
_MOST = 8
_SHORTEST = 4


def romanized(run: str) -> list[str]:
    """The ways in which a run of hangul or kana may stand in Latin letters; none for anything else."""
    if _IS_HANGUL.fullmatch(run):
        syllables = [_syllable(char) for char in run]
        ways = ["".join(way) for way in islice(product(*syllables), _MOST)]
    elif _IS_KANA.fullmatch(run):
        ways = [_of_kana(run)]
    else:
        return []
    return [way for way in ways if len(way) >= _SHORTEST]


def _syllable(char: str) -> tuple[str, ...]:
    number = ord(char) - _HANGUL
    first, rest = divmod(number, _VOWELS * _ENDS)
    vowel, end = divmod(rest, _ENDS)
    said = f"{_INITIAL[first]}{_VOWEL[vowel]}{_END[end]}".replace("-", "")
    return (said, _ALSO[said]) if said in _ALSO else (said,)


def _of_kana(run: str) -> str:
    out, doubled = "", False
    for char in run:
        kana = chr(ord(char) + 0x60) if "\u3041" <= char <= "\u3096" else char
        if kana in _SMALL and out:
            glide = _SMALL[kana]
            out = out[:-1] + (glide[1:] if out.endswith(("shi", "chi", "ji")) else glide)
        elif kana in _SMALL_VOWELS and out:
            out = out[:-1] + _SMALL_VOWELS[kana]
        elif kana == "ッ":
            doubled = True
            continue
        elif kana != "ー":
            sound = _SOUND.get(kana, "")
            out += sound[:1] + sound if doubled else sound
        doubled = False
    return out
