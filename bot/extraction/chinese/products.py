"""The products that an article names: quoted names beside a product noun, and names with a Latin code."""

from __future__ import annotations

import re

NOUNS: tuple[tuple[str, str], ...] = (
    (
        "robot",
        r"(?:机器人|机械臂|机器狗|机械狗|无人机|割草机|叉车|拖车|清洁机|配送车|机械手|"
        r"扫地机|整机|人形|四足|外骨骼|无人车|样机)",
    ),
    ("model", r"(?:大模型|模型|算法|VLA|世界模型|数据集)"),
    (
        "component",
        r"(?:灵巧手|传感器|关节|模组|芯片|减速器|电机|相机|雷达|控制器|夹爪|执行器|电池|域控|皮肤|手套|丝杠|视觉模块)",
    ),
    ("platform", r"(?:平台|操作系统|系统|框架|社区|引擎|工具链|软件|仿真器|底座|套件)"),
    ("service", r"(?:服务|应用|方案|租赁)"),
)
_NOUN = "|".join(noun for _, noun in NOUNS)
VERBS = (
    r"(?:发布|推出|亮相|开源|展出|首次公开|公开|上线|首发|开售|预售|面世|问世|揭晓|公布|"
    r"预告|发售|上市销售|带来|展示|登场|上新|推出市场|"
    r"开放下载|迭代至|升级|全球首秀|首秀|首次展示)"
)
_OPEN, _CLOSE = '“「『"《', '”」』"》'
_QUOTED = re.compile(rf"[{_OPEN}](?P<name>[\u4e00-\u9fffA-Za-z0-9.\-+ ]{{1,16}})[{_CLOSE}]")
_CODE = (
    r"(?:[A-Za-z\u03b1-\u03c9][A-Za-z0-9\u03b1-\u03c9.]{0,40}(?:[-·][A-Za-z0-9.]{1,40}){0,6}"
    r"(?> (?:[A-Z][A-Za-z]{2,40}|[A-Z0-9]{1,4}[A-Za-z0-9.\-]{0,40}|mini)(?![A-Za-z0-9])){0,6})"
)
_AFTER_NOUN = re.compile(rf"(?:{_NOUN}|产品|系列|新品|作品)(?P<name>{_CODE})(?![A-Za-z0-9])")
_GENERATION = re.compile(rf"(?:上一代|前代|上代|新一代|前一代)(?P<name>{_CODE})(?![A-Za-z0-9])")
_HAN_CODE = re.compile(
    rf"(?:{_NOUN})(?P<name>(?!{_NOUN})[\u4e00-\u9fff]{{2,4}}[A-Za-z]{{1,4}}\d[\dA-Za-z]{{0,3}})(?![A-Za-z0-9])"
)
_AFTER_VERB = re.compile(rf"{VERBS}(?:了)?(?P<name>{_CODE})(?![A-Za-z0-9])")
_ADVERBS = r"(?:已|将|也|正式|首次|发布于|同步|即将){0,5}"
_BEFORE_VERB = re.compile(
    rf"(?<![A-Za-z0-9])(?P<name>{_CODE})(?={_ADVERBS}(?:于[^，。]{{1,12}}{_ADVERBS}){{0,2}}{VERBS})"
)
_VERSION = re.compile(
    r"(?<![A-Za-z0-9.])[A-Z][A-Za-z]{2,}(?:[- ][A-Z][A-Za-z]*)*[- ]?(?:[A-Z]?\d[\dA-Za-z.]*)(?![A-Za-z0-9%])"
)
_NOT = re.compile(
    r"(?:GPU|CEO|CTO|CFO|COO|IPO|PPT|IDC|NLP|SaaS|RaaS|API|VLA|VLM|LLM|AI|AGI|Apache.*|"
    r"MIT|L[1-5]|5G|TOPS|Hugging Face|GitHub|WAIC|WRC|"
    r"CES|PK|Pre-?[A-H]|[A-H]\+*|Q[1-4]|H[12]|APP|App|Demo|tokens?|Token|A股|H股|B端|C端|"
    r"Wi-?Fi|USB|kg|km|cm|mm|Nm|ETF|CVC|DoF|Day|Series.*)\Z"
)  # fmt: skip


def _fit(name: str) -> bool:
    return len(name) > 1 and _NOT.match(name) is None


def product_names(text: str, taken: frozenset[str]) -> dict[str, str]:
    """Every product's name with the one it is filed under; `taken` are names of organisations and people."""
    names: dict[str, str] = {}
    for found in _QUOTED.finditer(text):
        name = found["name"].strip()
        before, after = text[max(0, found.start() - 8) : found.start()], text[found.end() : found.end() + 8]
        if name in taken or not _fit(name) or re.search(r"[所谓称]$|声明$|简称$", before):
            continue
        verb = re.search(rf"{VERBS}了?$|产品$|系列$|代号$|自研$|旗下$|名为$", before)
        noun = re.search(rf"(?:{_NOUN})$", before) or re.match(rf"(?:系列)?(?:{_NOUN}|系列)", after)
        if verb or noun or (re.search(r"[A-Za-z0-9一二三四五六七八九十]号?$", name) and len(name) <= 10):
            names[name] = name
    for rule in (_AFTER_NOUN, _GENERATION, _HAN_CODE, _AFTER_VERB, _BEFORE_VERB, _VERSION):
        for found in rule.finditer(text):
            name = (found["name"] if "name" in rule.groupindex else found[0]).strip()
            known = any(name == t or name in t.split() for t in taken)
            if not known and _fit(name) and (rule is not _VERSION or len(name) > 4):
                names.setdefault(name, name)
    for name in list(names):
        stem = re.match(r"[\u4e00-\u9fff]{2,}(?=[A-Z0-9])", name)  # 果壳 of 果壳G2
        if stem and f"{stem[0]}系列" not in text and stem[0] not in taken and stem[0] not in names:
            names[stem[0]] = name
        words = name.split()
        code = words[-1]
        if len(words) > 1 and re.fullmatch(r"[A-Z]{1,3}\d+[A-Za-z]?", code) and code not in names:
            names[code] = name  # X3 of RhinoStep X3
            family = f"{' '.join(words[:-1])} {code[0]}"
            for other in re.findall(rf"(?<![A-Za-z0-9]){code[0]}\d+(?![A-Za-z0-9%])", text):
                if other != code:
                    names.setdefault(other, family + other[1:])
    return {name: full for name, full in names.items() if name not in taken}


def product_kind(text: str, start: int, end: int) -> str | None:
    """The kind of product by the noun nearest before its name, else behind it, inside the clause."""
    before = re.split(r"[，。；！？\n]", text[max(0, start - 30) : start])[-1]
    nearest = max(
        ((match.end(), kind) for kind, noun in NOUNS for match in re.finditer(noun, before)), default=None
    )  # fmt: skip
    if nearest is not None:
        return nearest[1]
    after = re.split(r"[，。；！？\n]", text[end : end + 12])[0]
    hits = sorted((match.start(), kind) for kind, noun in NOUNS for match in re.finditer(noun, after))
    return hits[0][1] if hits else None
