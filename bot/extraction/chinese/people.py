"""The people that an article names: beside a post, before a verb of saying, in the argument of a verb for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.extraction.chinese.titles import PLAIN_TITLE
from bot.extraction.chinese.words import COMPOUND_SURNAMES, GENERIC, NO_NAMES, SURNAMES

_HAN = r"[\u4e00-\u9fff]"
_SURNAME = f"(?:{'|'.join(COMPOUND_SURNAMES)}|[{''.join(sorted(SURNAMES))}])"
_SAYS = r"(?:表示|透露|认为|坦言|指出|强调|回应|补充|告诉|介绍|解释|直言|坚称|预计|称|说|道|指|判断|写道|笑|摇头)"
_NEXT = (
    r"(?:\d|[，。、；：！？“”「」（）()\s]|\Z|表示|透露|认为|坦言|指出|强调|回应|补充|"
    r"告诉|介绍|解释|直言|对|向|说|称|则|现|曾|此前|"
    r"目前|毕业|本科|硕士|博士|担任|出任|加入|离职|离任|离开|卸任|辞|负责|接任|接替|来自|"
    r"持股|持有|任|于|在|从|与|和|及|的|是|为|也|将|"
    r"已|未|因|出席|等|今年|去年|同时|同样|还|又|由|以|并|先后|获|宣布|主导|创立|创办|"
    r"共同|联合|联手|一起|最终|率|带领|进入|就职|到|被|汇报|教授|博士|先生|女士|院士|亲自|"
    r"率队|带队|创业|携|分享|发文|签|致辞|发表|公布|预告|掌舵|出走|接棒|执掌|牵头|加盟|"
    r"升任|博士毕业|出生|生于|赴|师从|身为|作为|不|没|掌管|分管|主管|兼任|兼|发来|致信|"
    r"发布|在内|一行|两人|三人|夫妇|领衔|控制|通过|直接|间接|合计|所|都|有|拥有|认购|拿|"
    r"只|再|才|就|仍|正|刚|最|其|撰写|执笔|主笔)"
)
_GLUE = "则已于在曾将说称表为是和与及的也未现对向从由等任因以并还又先出来加离接担回认"
_AFTER_POST = re.compile(
    rf"(?:{PLAIN_TITLE}|师弟|师兄|校友|丈夫|妻子|搭档|同事|博士)[“「]?(?P<at>)(?={_SURNAME}{_HAN})"
)
_BEFORE_SAYS = re.compile(
    rf"(?:^|(?<=[，。！？；：\n”」、）]))(?P<name>{_SURNAME}{_HAN}{{1,2}}?)(?=(?:同时|也|"
    rf"还|则|又|进一步|随后|并)?(?:对[^，。]{{1,8}})?{_SAYS})",
    re.MULTILINE,
)
_ARGUMENT = re.compile(
    r"(?:聘任|任命|委任|聘请|聘|任用|提拔|由|专访|对话|见到|采访|与|和|、|长为|官为|人为|"
    r"理为|裁为|EO为|人是|官是|任由|长由|理由|裁由|EO由|妻子|丈夫|迎来|挖来|选举|换成|"
    rf"接替)(?P<at>)(?={_SURNAME}{_HAN})"
)
_STRONG = re.compile("[为是由]$|妻子|丈夫|聘|任命|委任")
_REPEATED = re.compile(
    rf"(?:^|(?<=[，。；：\n]))(?P<name>{_SURNAME}{_HAN}{{1,2}}?)(?=\d{{4}}年(?:出生|生于|"
    r"毕业|加入)|出生|生于|本科|硕士|博士|毕业|与|回国|辞职|辞去|离开|离职|宣布辞|现年|"
    r"是[^，。]{2,12}人|在\d{4}年|于\d{4}年)",
    re.MULTILINE,
)
_COFOUNDED = re.compile(
    rf"[与和、](?P<name>{_SURNAME}{_HAN}{{1,2}})(?<![在于共联一两二])(?=(?:两人|二人|一起|"
    r"一道)?(?:在|于|共同|联合)?[^，。；]{0,12}?(?:创立|创办|成立|创建|发起))"
)
_FOREIGN = re.compile(
    rf"(?:{PLAIN_TITLE}|^|(?<=[，。；\n与和]))(?P<name>{_HAN}{{1,6}}(?:·{_HAN}{{1,7}}?)"
    r"{1,2}?)(?=[（(，。、]|表示|称|说|担任|出任|已|将|上月|在|离|加|宣|透|认|指)",
    re.MULTILINE,
)
_NO_PERSON = re.compile("公司|机器|团队|方面|投资|先生|毕业|任职|任期|成员|公告|企业|记者|总经|董事|创始")
_ARGUMENT_END = (
    r"(?:为|担任|出任|任|负责|接任|接替|于|共同|联合|创立|创办|一起|在|等|[：:，。]|\Z|是|、|与|和|兼任|独立|及)"
)
_APPOSED = re.compile(
    rf"(?:^|(?<=[，。；：\n的]))(?P<name>{_SURNAME}{_HAN}{{1,2}}?)(?=(?:现任|现为|曾任|曾在|历任|"
    r"出任|担任|升任|接任|退任|卸任|辞任|辞去|不再担任|改任|转任|调任|当选|获委任|获任|"
    r"接棒|跳槽|离开|离职|宣布离|宣布辞|重返|回归|入职|就任|毕业于|此前|本科|博士毕业|"
    r"硕士毕业|目前担任|加入|于|将|任[^务何意]))",
    re.MULTILINE,
)
_LATIN = re.compile(rf"(?:{PLAIN_TITLE}|由|与|和|及)(?P<name>[A-Z][a-z]+(?: [A-Z][A-Za-z.\-]*){{1,2}})(?![A-Za-z])")
_LATIN_BEFORE = re.compile(
    r"(?<![A-Za-z])(?P<name>[A-Z][a-z]+(?: [A-Z][a-z.\-]+){1,2})(?=(?:表示|称|说|担任|"
    r"出任|加入|现任|认为|透露|指出|将|离职))"
)


def _name_at(text: str, start: int, ends: str) -> str | None:
    """The name of two to four characters that begins here and is followed by what follows people."""
    surname = next((s for s in COMPOUND_SURNAMES if text.startswith(s, start)), text[start : start + 1])
    fits = []
    for given in (1, 2):
        end = start + len(surname) + given
        word = text[start:end]
        if len(word) == len(surname) + given and re.fullmatch(rf"{_HAN}+", word) and re.match(ends, text[end:]):
            fits.append(word)
    if not fits:
        return None
    if len(fits) == 2 and fits[1][-1] in _GLUE:
        return fits[0]
    return fits[-1]


def _candidates(text: str) -> Iterator[str]:
    for found in _AFTER_POST.finditer(text):
        if (name := _name_at(text, found.end("at"), _NEXT)) is not None:
            yield name
    for found in _ARGUMENT.finditer(text):
        if (name := _name_at(text, found.end("at"), _ARGUMENT_END)) is not None and (
            text.count(name) >= 2 or _STRONG.search(found[0])
        ):
            yield name
    for found in re.finditer(rf"(?:聘任|任命|委任|聘请|由|选举)(?P<at>)(?={_SURNAME}{_HAN})", text):
        ends = r"(?:为|担任|出任|任(?!何|务|意)|负责|接任|接替|于|共同|与|和)"
        if (name := _name_at(text, found.end("at"), ends)) is not None:
            yield name
    for rule in (_BEFORE_SAYS, _APPOSED, _REPEATED, _COFOUNDED, _FOREIGN):
        for found in rule.finditer(text):
            yield found["name"]


def person_names(text: str, taken: frozenset[str]) -> set[str]:
    """The names of people in a simplified text; `taken` are names of something else."""
    counted = Counter(_candidates(text))
    names = {
        name
        for name in counted
        if name not in taken and name not in GENERIC and name not in NO_NAMES
        and not any(name in other for other in taken) and not name.endswith(("公", "企", "系"))
        and _NO_PERSON.search(name) is None
    }  # fmt: skip
    # 白芷 beside 白芷珊: the longer one, where the shorter stands nowhere alone.
    names = {n for n in names if not any(o != n and o.startswith(n) and text.count(o) >= text.count(n) for o in names)}
    for rule in (_LATIN, _LATIN_BEFORE):
        names.update(found["name"] for found in rule.finditer(text) if found["name"] not in taken)
    return names


def given_forms(name: str) -> Iterator[str]:
    """Further forms of a Latin name: the last word (Raman)."""
    words = name.split()
    if len(words) > 1 and name.isascii() and len(words[-1]) > 3:
        yield words[-1]
