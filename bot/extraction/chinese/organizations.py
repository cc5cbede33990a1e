"""The organisations that an article names, known ones and new ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.extraction.chinese.words import (
    DESCRIPTORS,
    FOLLOWERS,
    GENERIC,
    NO_NAMES,
    STRONG_SUFFIXES,
    SURNAMES,
    WEAK_SUFFIXES,
)

_HAN = r"[\u4e00-\u9fff]"
_SUFFIX = "|".join(sorted({*STRONG_SUFFIXES, *WEAK_SUFFIXES}, key=len, reverse=True))
_BY_SUFFIX = re.compile(
    rf"(?:{_SUFFIX})(?!化|型|类|商|(?<=控股)(?:股东|子公司|权)|(?<=灵巧)手|(?<=具身)(?:智|大|模|本|机|操|数|领|赛))"
    r"(?:科技|集团|控股|技术|智能|机器人|动力)*(?:创新中心|研究院|研究所|实验室|集团|"
    r"股份有限公司|有限责任公司|有限公司|控股(?!股东|子公司|权))?"
)
_BRACKETED = re.compile(
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9（]{0,24}?[\u4e00-\u9fffA-Za-z0-9）])"
    r"[”」』]?[（(](?P<also>[A-Z][A-Za-z0-9.&\- ]{2,30})[）)，,]"
)
_CALLED = re.compile(r"[（(](?:以下)?简称[：:]?[“「『\"]?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,12})[”」』\"]?[）)，,]")
_LATIN = re.compile(
    r"(?<![A-Za-z0-9])[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2} (?:Robotics|AI|Labs?|"
    r"Technologies|Robot|Capital|Ventures|Dynamics|Partners|"
    r"Automation|Systems|Intelligence|Group|Fund)(?![A-Za-z])"
)
_LATIN_COMPANY = re.compile(
    r"(?:公司|企业|初创|厂商|品牌|制造商|机构|开发商|供应商)"
    r"(?P<name>[A-Z][A-Za-z]*[a-z][A-Za-z]*(?: [A-Z][A-Za-z]+){0,2})(?![A-Za-z])"
)
_HARD = re.compile(
    r"获得|[在得由向对被获给让将从跟同等与和及以把等称即前原任于赴位该为了其至]|成为|回到|"
    r"首家|这家|那家|一家|取得|拿到|前往|以及|担任|其中|联合|包括|投资者|加入|加盟|出任|"
    r"收购|入股|来自|任职|就读|毕业|作为|携手|联手|旗下|专访|对话|采访|独家|首发|揭秘|起底|探访|走进|离开|辞去|进驻|入驻|是"
)
_BEGINS_NAMES = "原向同至位由从任"
"""Words of one letter that names begin with, too: 原力具身."""
_HARD_BEFORE = re.compile(
    r"(?:[由与和及获向前原]|加入|出任|担任|收购|入股|来自|携手|联手|公司|企业|厂商|初创|新创|投资|进驻|入驻|走进)$"
)
_DESCRIBED = re.compile(DESCRIPTORS)
_FOLLOWER = re.compile(FOLLOWERS)
_CLAUSE = re.compile(rf"(?:^|(?<=[，。！？；：、\n｜|“「]))(?P<run>{_HAN}{{3,12}})", re.MULTILINE)
_ARGUED = re.compile(rf"(?:传出|传闻|有消息称|消息称|据传)(?P<name>{_HAN}{{2,5}}?)(?:有意|拟|欲|洽购|考虑|正在)")
_BOUGHT = re.compile(
    rf"(?:收购|并购|控股|入股|取得|受让|购买|拿下|转让|持有)(?:了|其持有的|旗下)?(?P<name>{_HAN}{{2,8}}?(?:股份)?)"
    r"(?:的)?(?=\d[\d.]*[%％]|全部股|控股权|控制权|多数股|全部权益)"
)
_WITH = re.compile(
    rf"与(?P<name>{_HAN}{{2,8}}?)(?=(?:正式|在[^，。；]{{2,8}})?(?:达成|签署|签订|签约|"
    r"联合|携手|建立|开展)[^，。；]{0,12}(?:合作|协议|伙伴|备忘录|合同|实验室))"
)
_MEETS = re.compile(
    rf"(?:^|(?<=[，。；】\n]))(?P<name>{_HAN}{{2,7}}?)(?=(?:上月|上周|今日|昨日|近日|日前|"
    r"\d+月(?:\d+日)?|已|正式)?与[^，。；]{2,16}(?:签署|签订|签约|达成|建立|携手|联合))",
    re.MULTILINE,
)
_DESCRIBED_NAME = re.compile(
    rf"(?:公司|企业|厂商|独角兽|制造商|开发商|供应商|新创|初创)(?P<name>{_HAN}{{2,6}}?)"
    r"(?=宣布|近日|日前|今日|昨日|正式|完成|获得|获|任命|发布|推出|[一二三四五六七八九十\d]{1,2}月|[（(])"
)
"""What a description stands before: 具身智能公司智行无界宣布."""
_RAISES = re.compile(
    rf"(?:^|(?<=[，。；：、｜|]))(?:\d+[、.．] ?)?(?P<name>{_HAN}{{2,7}}?)"
    r"(?=(?:宣布|近日|日前|已|正式|再度?|连续|今年初?|去年底?|上月|上周|本周|本月|年初)*"
    r"(?:完成|获|获得|拿下)[^，。；]{0,14}(?:融资|[A-D]\+*轮|天使轮|种子轮))",
    re.MULTILINE,
)
"""Who raises money at the beginning of a clause."""
_QUOTED = re.compile(
    r"(?:(?<=公司)|(?<=企业)|(?<=厂商)|(?<=品牌)|(?<=商)|(?<=团队)|(?<=新创))"
    r"[“「『\"](?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,8})[”」』\"]|"
    r"(?:^|(?<=[，。；\n】]))[“「『\"【](?P<bare>[\u4e00-\u9fffA-Za-z0-9]{2,8})"
    r"[”」』\"】](?=宣布|完成|获|近日|日前|创始|联合创|CEO|董事|完|正式)",
    re.MULTILINE,
)
_VERB = re.compile(
    r"公司|我们|公开|进行|持股|宣布|完成|获|发布|推出|表示|披露|计划|投资|融资|收购|成立|"
    r"出货|营收|净利|员工|估值|订单|首次|正式|显示|数据|[的了在是将]"
)
_DATED = re.compile(r"^(?:[\d一二三四五六七八九十]+[年月日]|今日|近日|日前|昨日|消息|目前|此前)+")
_TIME = re.compile("[今去前明][年日]|年[初底末中]|[上本下][月周]|[0-9一二三四五六七八九十]月")
_LEGAL = re.compile(r"^(?P<place>北京|上海|深圳|广州|杭州|苏州|南京|合肥|武汉|成都|天津|重庆|西安|宁波|东莞|"
r"佛山|珠海|浙江|江苏|广东)?"
                    r"(?P<core>.+?)(?:（..）)?(?:股份有限公司|有限责任公司|有限公司)$")  # fmt: skip


def _tail(run: str) -> str:
    """What is left of a run of characters behind the last word that cannot be inside of a name."""
    for cut in (_HARD, _DESCRIBED):
        ends = [found.end() for found in cut.finditer(run)]
        if ends and ends[-1] == len(run) - 1 and run[-2] in _BEGINS_NAMES:
            ends[-1] -= 1
        run = run[ends[-1] :] if ends else run
    return _DATED.sub("", run)


def _named(prefix: str, suffix: str) -> bool:
    if not prefix or prefix in GENERIC or prefix + suffix in NO_NAMES:
        return False
    # 人形机器人 and 国内具身智能 end in a word that is no name.
    if suffix.endswith(("中心", "研究院", "研究所", "实验室")) and len(prefix) + len(suffix) > 6:
        return True
    return not any(prefix.endswith(word) for word in GENERIC if len(word) > 1)


def _by_suffix(text: str) -> Iterator[tuple[str, bool]]:
    """Names by their suffix, and whether the left end is sure."""
    for found in _BY_SUFFIX.finditer(text):
        begin = found.start()
        while begin > 0 and found.start() - begin < 16 and re.match(_HAN, text[begin - 1]):
            begin -= 1
        if begin and text[begin - 1].isdigit() and text[begin] in "年月日台套只部名家个件":
            begin += 1
        whole = text[begin : found.start()]
        if "大学" in whole and found[0].endswith("学院"):
            continue  # a school of a university that is named
        prefix = _tail(whole)
        longest = (
            12
            if found[0].endswith(("中心", "研究院", "研究所", "实验室"))
            else 6
            if found[0].endswith(("大学", "学院", "有限公司", "基金"))
            else 4
        )
        sure = bool(prefix) and len(prefix) <= longest
        if not sure:
            prefix = prefix[-2:]
        strong = found[0].endswith(STRONG_SUFFIXES)
        if _named(prefix, found[0]) and len(prefix) >= (1 if strong else 2):
            yield prefix + found[0], sure


def _by_repetition(text: str) -> Iterator[str]:
    """What opens several clauses, or the title and one more, with words behind it that follow a name."""
    openings: Counter[str] = Counter()
    for found in _CLAUSE.finditer(text):
        for length in range(3, min(7, len(found["run"]) + 1)):
            name = found["run"][:length]
            if _FOLLOWER.match(text, found.start() + length) and name not in NO_NAMES and _tail(name) == name:
                openings[name] += 1
    for name, opened in openings.items():
        if opened >= 2 and text.count(name) >= 2 and _VERB.search(name) is None and not _like_a_person(name):
            yield name


def _like_a_person(name: str) -> bool:
    return len(name) <= 3 and name[0] in SURNAMES and not name.endswith((*STRONG_SUFFIXES, *WEAK_SUFFIXES))


def _described(text: str) -> Iterator[re.Match[str]]:
    """Names behind a description or before 完成…融资, by nothing of their own."""
    every = (*(f for f in _DESCRIBED_NAME.finditer(text) if text.count(f["name"]) > 1), *_RAISES.finditer(text))
    yield from (f for f in every if not (_like_a_person(f["name"]) or f["name"] in GENERIC or _TIME.search(f["name"])))


def organization_names(text: str) -> dict[str, str]:
    """Every name with the name it is filed under: the short name goes under the long one."""
    names: dict[str, str] = {found["name"]: found["name"] for found in _CALLED.finditer(text)}
    for name, also in _in_brackets(text):
        names[name] = name
        names.setdefault(also, name)
    suffixed = list(_by_suffix(text))
    sure = Counter(name for name, is_sure in suffixed if is_sure)
    for name in (*_written_as_names(text), *(name for name, met in sure.items() if _is_certain(text, name, met))):
        names.setdefault(name, name)
    for name, is_sure in suffixed:
        known = any(name.endswith(other) or other.endswith(name) for other in names)
        if not is_sure and name.endswith(STRONG_SUFFIXES) and not known:
            names[name] = name
    for name in _by_repetition(text):
        if not any(name != known and (name.startswith(known) or known in name) for known in names):
            names.setdefault(name, name)
    return {**names, **_short_names(names)}


def _in_brackets(text: str) -> Iterator[tuple[str, str]]:
    """Names with what stands in brackets behind them: another name."""
    for found in _BRACKETED.finditer(text):
        name, also = _tail(re.split(r"[）（]", found["name"])[-1]), found["also"].strip()
        if "·" in text[max(0, found.start("name") - 1) : found.end()]:
            continue  # a person's name
        if re.fullmatch(r"[A-Z]{2,4}", also) and _VERB.search(found["name"]):
            continue  # what the letters are short for: 首次公开募股（IPO）
        if 2 <= len(name) <= 10 and name not in GENERIC and name not in NO_NAMES and re.search(_HAN, name):
            yield name, also


def _written_as_names(text: str) -> Iterator[str]:
    """Names in Latin letters, in quotation marks, and where a sentence has a name: who argues, buys, meets, raises."""
    yield from (found[0] for found in _LATIN.finditer(text))
    yield from (found["name"] for found in _LATIN_COMPANY.finditer(text))
    for found in _QUOTED.finditer(text):
        name = found["name"] or found["bare"]
        if name not in NO_NAMES and name not in GENERIC:
            yield name
    for found in (*_ARGUED.finditer(text), *_BOUGHT.finditer(text), *_WITH.finditer(text), *_MEETS.finditer(text),
                  *_described(text)):  # fmt: skip
        name = found["name"]
        if _tail(name) == name and name not in NO_NAMES and _VERB.search(name) is None:
            yield name


def _is_certain(text: str, name: str, met: int) -> bool:
    """Whether the end of a name, or how it is used, leaves no doubt; `met`: how often it stands there."""
    return name.endswith(STRONG_SUFFIXES) or met >= 2 or (len(name) >= 4 and _opens(text, name))


def _opens(text: str, name: str) -> bool:
    return any(
        ((at.start() == 0 or text[at.start() - 1] in '，。；：、\n｜|“「（"【】') and _FOLLOWER.match(text, at.end()))
        or _HARD_BEFORE.search(text, max(0, at.start() - 4), at.start()) is not None
        for at in re.finditer(re.escape(name), text)
    )


def _short_names(names: dict[str, str]) -> dict[str, str]:
    """The names without their suffix, where the text uses them so: 澄隅 of 澄隅智能; and the core of a legal name."""
    short: dict[str, str] = {}
    for name in sorted(names, key=len, reverse=True):
        legal = _LEGAL.match(name)
        core = legal["core"] if legal else name
        known = next((other for other in names if other != name and core.startswith(other)), None) if legal else None
        if known is not None:
            short[name] = names[known]
            continue
        suffix = next(
            (s for s in sorted({*STRONG_SUFFIXES, *WEAK_SUFFIXES}, key=len, reverse=True) if core.endswith(s)), ""
        )
        stem = core[: len(core) - len(suffix)] if suffix else ""
        if 2 <= len(stem) <= 4 and stem not in GENERIC and stem not in names:
            short[stem] = names[name]
    return short
