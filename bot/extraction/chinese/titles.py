"""Posts in Chinese: what a person is called by office."""

from __future__ import annotations

import re

_CORE = (
    r"(?:联合创始人|共同创始人|创始人|发起人|首席[\u4e00-\u9fff]{1,5}?官|首席科学家|"
    r"首席研究员|首席架构师|首席顾问|首席分析师|"
    r"C[A-Z]O|(?:联席|副|执行|荣誉)?(?:董事长|主席|总裁|总经理|行政总裁)|执行长|技术长|"
    r"财务长|营运长|运营长|策略长|总监|总工程师|总工|"
    r"合伙人|(?:执行|独立|非执行)?董事|(?:副)?院长|(?:副)?所长|(?:副)?主任|(?:副|助理|"
    r"客座|讲座|讲席|特聘)?教授|研究员|工程师|"
    r"科学家|负责人|分析师|(?:产品|项目|总|投资|大区|市场|客户|销售)?经理|高管|顾问|院士|"
    r"讲师|架构师|掌门人|一号位|秘书长|发言人|董事会秘书|董秘|部长|组长|主管|校长|理事长)"
)
_BEFORE = r"(?:[\u4e00-\u9fffA-Za-z\ue004\ue005\ue00c\ue00d]{0,10}?)"
_FURTHER = rf"(?>(?:兼|、|及|和|暨|/)(?:[\u4e00-\u9fff]{{0,6}}?){_CORE})*"  # atomic: one way to read each post
TITLE = rf"(?:{_BEFORE}{_CORE}{_FURTHER})"
"""A post with what stands before it (感知算法负责人) and with further posts (创始人、董事长兼CEO)."""

PLAIN_TITLE = rf"(?:{_CORE}{_FURTHER})"

_LEAD_WORDS = re.compile(
    r"^.*(?:公司|企业|团队|其|该|本|新任|现任|首任|时任|曾任|方面|一起|以及|联合体|同时|"
    r"并|宣布|表示|此外|其中|据|对|向|由|与|和|、|的|聘请|任命|聘任|委任|是|为|"
    r"任|担任|出任|兼|获|请来|挖来|还有|包括|随后|目前|会上|称|集团)(?=.)"
)


def bare_title(text: str) -> str:
    """The post without the words before it that belong to the sentence."""
    core = re.search(PLAIN_TITLE, text)
    head = text[: core.start()] if core else ""
    cut = _LEAD_WORDS.match(head + "|") if head else None
    return (text[min(cut.end(), len(head)) :] if cut else text).strip()
