"""A question in Chinese put into the English that the rules read: names stay, question words go to the front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bot.answers.asked.glossary import english
from bot.answers.asked.spotting import Mention
from bot.grammar.patterns import Pattern
from bot.names.chinese import traditional

IDEOGRAPH = Pattern("[\u3400-\u4dbf\u4e00-\u9fff]")
_FIRST = 0xE000
_NAME = "[\ue000-\uf8ff]"
"""What stands for a name while the words around it are moved."""
_KEPT = (
    r"(?:超过|低于|少于|不超过|至少|大于)?\d[\d,.]*\s*(?:万亿|亿|万|千)(?:美元|人民币|元|港元|日元|韩元|欧元)?|"
    r"(?:超过|低于|少于|不超过|至少|大于)?\d[\d,.]*\s*(?:美元|人民币|元|港元|日元|韩元|欧元)|"
    r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}[日号])?(?:以来|之后|以前|之前)?|(?:19|20)\d\d年?(?:以来|之后|以前|之前)|\d{1,2}月(?:\d{1,2}[日号])?"
)
"""Sums and days, which are read as they are written."""
_SPOKEN = {
    "这家公司": "it", "该公司": "it", "这公司": "it", "这家企业": "it", "这家": "it", "他们": "they", "它们": "they",
    "她": "she", "他": "he", "它": "it", "和": "and", "与": "and", "跟": "and", "及": "and", "以及": "and", "、": "and",
    "或": "or", "还是": "or", "从": "from", "给了": "to", "给": "to", "对": "to", "被": "by", "由": "by", "为": "for",
    "要": "will", "将": "will", "会": "will", "到": "to", "在": "in", "不": "not", "没": "not", "没有": "not",
    "除了": "besides ", "根据": "according to", "据": "according to", "加起来": "total", "全部": "all", "所有": "all",
    "占": "share", "占比": "percentage", "比例": "percentage", "百分比": "percentage", "介绍": "tell me about",
}  # fmt: skip
_SILENT_WORDS = """
一共 总共 到底 请问 究竟 大概 大约 具体 目前 我想知道 想知道 告诉我 帮我 查一下 查查 问一下
能不能 可以 知道 关于 方面 情况 时候 期间 的话 一下 有没有 是不是 是否 已经 曾经 可能 需要 宣布
宣布了 进行 进行了 获得 获得了 得到 完成 完成了 拥有 拥有了 的 了 过 着 吧 啊 呀 吗 呢 嘛 是
有 都 还 也 已 就 才 又 再 只 很 上 中 里 下 个 这 那 其 该 所 得 地 等 们 把 共 达 多
家 间 名 位 台 款 种 件 套 元 来 去 让 向 于 以 并 而 且 被 出 起 完 掉 些 能 做 叫 当
内 后 时 更 本 此 至 第 次 人 要 号
"""
_SILENT = _SILENT_WORDS.split()
_CALLED = Pattern(f"({_NAME})(?:机器人|机械人|公司|科技|集团|企业)")
"""What a name is called in Chinese and not in English."""
_PARTICLES = frozenset("的了吗呢吧是在有和与被把给从对由将会要不过都也")
_CUT_AFTER = re.compile("([\u3400-\u4dbf\u4e00-\u9fff]{2,4}?)(?=的|机器人|科技|智能|公司|资本|动力|集团)")
_CUT_BEFORE = re.compile("(?:^|[\\s,?;])([\u3400-\u4dbf\u4e00-\u9fff]{2,4})$")
_PIECE = Pattern(r"[?;。!]|,\s*|\s{2,}")
_MONEY = Pattern(r"多少(?:钱|元|美元|人民币|资金)|什么价|啥价|几钱|几多钱|几块钱")
_MOST_RAISED = Pattern(
    "(?:哪家公司|哪个公司|哪家企业|哪些公司|谁|哪家)?(?:融资|募资|融|融到|拿|拿到)(?:额|金额|了)?(?:的?(?:钱|资金))?最(?:多|高|大)"
    "(?:的(?:公司|企业)?)?(?:是?(?:谁|哪家公司|哪家|哪个|哪些))?"
)
"""Who raised most of all."""
_LARGEST = Pattern(
    r"最大的?(?P<n>[一二两三四五六七八九十]|\d{1,2})(?:笔|轮|个|次|家)的?融资(?:事件|交易)?(?:是?(?:什么|哪些|哪几个|哪几笔))?"
)
_NUMBERS = dict(zip("一二两三四五六七八九十", map(str, (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10)), strict=True))
_BOUGHT = Pattern("买了?|购买了?|采购了?|下单了?|订了")
"""What is done with goods that are counted, and with a house is another thing."""
_SPENT = Pattern("融|募|筹|花|付|收购|买|投|拿|赔|罚|赚|亏|捐|集资|注资")
_ROUND = Pattern("轮|融资")
_MEASURED = Pattern(
    "(?:多少|几|几多)(?P<of>个百分点|台|套|件|辆|只|个|款|支|块|人|名|位|家|轮|次|条|项|篇|小时|天|年|岁|公斤|厘米|平方米)"
)
_OF = {
    "人": "people", "名": "people", "位": "people", "家": "companies", "轮": "rounds", "次": "times", "小时": "hours",
    "天": "days", "年": "years", "公斤": "kilograms", "厘米": "centimetres", "岁": "years old", "个百分点": "percent",
    "平方米": "square metres",
}  # fmt: skip
_OUTPUT = Pattern("[年月]产")
_SUPPLY = Pattern("^(?:供货|供应|供貨|供應|发货|卖|提供|销售)")
_GOODS = frozenset("台套件辆只支款块")
_COUNTED = Pattern(
    "卖(?!价)|(?<!起)售(?!价)|生产|员工|人数|产能|出货|销量|产量|交付|订单|台数|数量|专利|机器人|客户|下载"
)
_SHARED = Pattern("股份|股权|持股|比例|份额|毛利率|占比|股比|市占")
_ASKED: tuple[tuple[Pattern, str], ...] = tuple(
    (Pattern(pattern), front)
    for pattern, front in (
        ("(?:是)?(?:什么时候|什么时间|啥时候|何时|几时|哪一年|哪年|哪一天|哪天|几月份?|多会儿)", "when"),
        (
            "(?:是)?在?(?:哪里|哪儿|哪个城市|哪座城市|什么地方|什么城市|哪个国家|何处|哪个地方)|在哪(?![家个些款种])",
            "where",
        ),
        ("为什么|为何|为啥|何以|(?:是)?什么原因|因何", "why"),
        ("多久|多长时间", "how long"),
        ("多大", "how big"),
        ("多高", "how tall"),
        ("多重", "how heavy"),
        ("多快", "how fast"),
        ("百分之几|百分之多少", "what percentage"),
        ("哪几家公司|哪些公司|哪家公司|哪个公司|哪家企业|哪些企业|哪几家|哪家|哪些家", "which company"),
        ("哪几个|哪几款|哪些|哪个|哪款|哪种|哪一个|哪一款|哪支|哪位|哪", "which"),
        ("怎么样|怎样|如何|怎么", "how"),
        ("(?:是)?(?:什么|啥)", "what"),
    )
)
_HOW_SAID = Pattern("(?:怎么|如何|怎样|作何|有何)(?:说|看待|看|回应|评价|表示|讲|解释)的?")
_COMPANY = Pattern(r"(?<![\u4e00-\u9fff])(?:那|那么)?公司(?!.{0,3}(?:哪|谁))")
"""A company that is not named: the one that was spoken of."""
_WORDS = Pattern("[\\w\ue000-\uf8ff]")
_GOES = Pattern("(?:要|会|将|打算)?(?:去|跳槽到|转去)了?(?:哪里|哪儿|哪家公司|哪)")
_WHO = Pattern("(?P<is>是|由|被|让|给|跟|和|找|向|从)?了?(?:谁|哪位|哪些人|什么人|哪个人|何人)")
_WHETHER = Pattern("[吗嘛么]$|了没有?$|没有$|是否|有没有|是不是|是真的")


def is_chinese(text: str) -> bool:
    """Whether a text holds a Chinese character."""
    return bool(IDEOGRAPH.search(text))


def in_english(message: str, found: Sequence[Mention]) -> tuple[str, list[Mention]]:
    """A message with its Chinese words in English, and the names in it where they now stand."""
    held = [m for n, m in enumerate(found) if not any(m.start < other.end for other in found[:n])]
    text, at = "", 0
    for n, mention in enumerate(held):
        text += f"{message[at : mention.start]}{chr(_FIRST + n)}"
        at = mention.end
    text += message[at:]
    if not is_chinese(text):
        return message, list(found)
    text = _CALLED.sub(r"\1", text.translate(traditional()))
    text = _HOW_SAID.sub("说什么", text)
    if not held:
        text = _COMPANY.sub("该公司", text)
    pieces: list[str] = []
    at = 0
    for mark in _PIECE.finditer(text):
        pieces += [_turned(text[at : mark.start()]), f"{mark[0]} "]
        at = mark.end()
    pieces.append(_turned(text[at:]))
    said = " ".join("".join(pieces).split())
    said = re.sub(r"\s+(?=[?;,.!])", "", said)
    said = re.sub(rf"({_NAME}) 's(?= |$)", r"\1's", said)
    out = ""
    mentions: list[Mention] = []
    known = {chr(_FIRST + n): m for n, m in enumerate(held)}
    for char in said:
        named = known.get(char)
        if named:
            mentions.append(replace(named, start=len(out), end=len(out) + len(named.text)))
            out += named.text
        else:
            out += char
    return out, mentions


def _turned(piece: str) -> str:
    """One clause with its question words in front and every word it is known by in English."""
    if not is_chinese(piece):
        return piece
    if piece.strip().endswith("呢") and not re.search("谁|什么|多少|几|哪|何", piece):
        return f"and {_words(piece)}"
    front, rest = _front(piece.strip())
    if not _WORDS.search(rest):
        front = re.sub(r" (?:does|did|is|was raised in|have)$", "", front)
    return " ".join(f"{front} {_words(rest)}".split())


def _front(piece: str) -> tuple[str, str]:
    """The question word of a clause in English, and what is left without it."""
    topmost = _MOST_RAISED.search(piece)
    if topmost:
        return "who raised the most", f"{piece[: topmost.start()]} {piece[topmost.end() :]}"
    largest = _LARGEST.search(piece)
    if largest:
        return f"{_NUMBERS.get(largest['n'], largest['n'])} biggest rounds", (
            f"{piece[: largest.start()]} {piece[largest.end() :]}"
        )
    money = _MONEY.search(piece)
    if money:
        rest = f"{piece[: money.start()]} {piece[money.end() :]}"
        return (
            "how much was raised in"
            if _ROUND.search(rest)
            else "how much did"
            if _SPENT.search(rest)
            else "how much does"
        ), rest
    goes = _GOES.search(piece)
    if goes:
        return "where is", f"{piece[: goes.start()]} going {piece[goes.end() :]}"
    who = _WHO.search(piece)
    if who:
        return _of_whom(piece, who)
    if measured := _MEASURED.search(piece):
        return _measured(piece, measured)
    plain = re.search("多少|几多", piece)
    if plain:
        rest = f"{piece[plain.end() :]} {piece[: plain.start()]}"
        if _SHARED.search(rest):
            return "what percentage", rest
        return ("how many" if piece[plain.end() :].strip(" 了的") else "how many have") if _COUNTED.search(
            rest
        ) else "how much was raised in" if _ROUND.search(rest) else "how much", rest
    for pattern, front in _ASKED:
        met = pattern.search(piece)
        if met:
            rest = f"{piece[: met.start()]} {piece[met.end() :]}"
            if front == "what" and met[0].startswith("是") and not piece[met.end() :].strip():
                return "what is", piece[: met.start()]
            if front == "where" and re.fullmatch(rf"\s*{_NAME}\s*(?:公司|总部)?\s*", rest):
                return "where is", f"{rest.replace('总部', ' ')} 总部"
            if front in ("how big", "how tall", "how heavy", "how fast"):
                front = f"{front} is"
            return front, rest
    if _WHETHER.search(piece.strip()):
        return "did", _WHETHER.sub(" ", piece.strip())
    return "", piece


def _of_whom(piece: str, who: re.Match[str]) -> tuple[str, str]:
    """The front of a clause that asks who, and what is left."""
    before, after = piece[: who.start()], piece[who.end() :]
    if who["is"] == "是" and not after.strip(" 的"):
        return "who is", before
    if after.startswith("是") or (who["is"] == "是" and after.strip()):
        return "who is", f"{after.removeprefix('是')} {before}"
    if who["is"] in ("给", "向") and _SUPPLY.search(after.strip()):
        return "who are the customers of", before
    if who["is"] in ("给", "跟", "和", "找", "向", "从") and not after.strip(" 的了"):
        return "who", f"{before}{who['is']}"
    return "who", f"{after} {before}" if after.strip(" 的了") else before


def _measured(piece: str, measured: re.Match[str]) -> tuple[str, str]:
    """The front of a clause that asks how many there are, and what is left."""
    if measured["of"] in _GOODS:
        if _OUTPUT.search(piece):
            return "", f"{piece[: measured.start()]} {piece[measured.end() :]}"
        head, tail = (_BOUGHT.sub("订购了", part) for part in (piece[: measured.start()], piece[measured.end() :]))
    else:
        head, tail = piece[: measured.start()], piece[measured.end() :]
    return f"how many {_OF.get(measured['of'], '' if tail.strip(' 了的') else 'have')}", f"{tail} {head}"


@cache
def _lexicon() -> tuple[dict[str, str], re.Pattern[str]]:
    said = {**dict.fromkeys(_SILENT, ""), **english(), **_SPOKEN}
    said = {word.translate(traditional()): meaning for word, meaning in said.items()}
    longest = sorted(said, key=len, reverse=True)
    rounds = r"(?P<pre>[Pp]re-?)?(?P<round>[A-Ha-h])(?P<mark>\+{0,3}\d?)轮"
    year = r"(?P<year>(?:19|20)\d\d)(?:财年|年度|年)"
    return said, re.compile(
        rf"(?P<own>{_NAME})(?P<of>的)|(?P<kept>{_KEPT})|{rounds}|{year}|(?P<word>{'|'.join(map(re.escape, longest))})"
    )


def _words(text: str) -> str:
    """A text with every Chinese word that is known in English, in the order it has; names are set apart."""
    said, pattern = _lexicon()
    out, at = "", 0
    for met in pattern.finditer(text):
        out += text[at : met.start()]
        at = met.end()
        word = met["word"]
        if word and len(word) == 1 and word not in _PARTICLES and _in_longer(text, met, pattern):
            out += word  # "三花" is a name, though 花 is a word
        else:
            out += f" {_meant(met, said)} "
    return re.sub(rf"({_NAME})", r" \1 ", out + text[at:])


def _meant(met: re.Match[str], said: dict[str, str]) -> str:
    if met["own"]:
        return f"{met['own']} 's"
    if met["kept"]:
        return met["kept"]
    if met["round"]:
        return f"{'Pre-' if met['pre'] else 'Series '}{met['round'].upper()}{met['mark']}"
    return met["year"] or said[met["word"]]


def _in_longer(text: str, met: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether a single character stands right beside one that is no word: the two may be a name."""
    before, after = text[: met.start()][-1:], text[met.end() :][:1]
    if IDEOGRAPH.match(after or " ") and not pattern.match(text, met.end()):
        return True
    known_before = any(m.end() == met.start() for m in pattern.finditer(text, max(0, met.start() - 6), met.start()))
    return bool(IDEOGRAPH.match(before or " ")) and not known_before


def without_cut(message: str, found: Sequence[Mention]) -> list[Mention]:
    """The names of a message but those that are only part of a longer one in Chinese: "宇树" in "宇树森林的"."""
    _, pattern = _lexicon()
    text = message.translate(traditional())
    for mention in found:  # a name beside a name cuts nothing
        text = f"{text[: mention.start]}{chr(_FIRST) * (mention.end - mention.start)}{text[mention.end :]}"
    kept = []
    for mention in found:
        after = _CUT_AFTER.match(text, mention.end) if IDEOGRAPH.match(mention.text[-1]) else None
        before = _CUT_BEFORE.search(text[: mention.start]) if IDEOGRAPH.match(mention.text[0]) else None
        cut = any(
            run and not any(pattern.match(run, at) for at in range(len(run)))
            for run in (after and after[1], before and before[1])
        )
        if not cut:
            kept.append(mention)
    return kept
