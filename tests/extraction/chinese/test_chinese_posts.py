"""Posts in Chinese sentences: by which words they are told, of whom where nobody is named, and what is no post."""

from __future__ import annotations

import pytest

from tests.extraction.chinese.test_chinese_kinds import told

Post = tuple[str, str, str, str, str]
"""Person, organisation, title, start, end."""


OTHER = "霜桥机器人宣布完成融资。"
"""Makes the other house known as one."""


def posts(text: str, title: str = "") -> set[Post]:
    facts = told(text, "role", title)
    return {
        (f["person"], f["organization"], f.get("title", ""), f.get("start", ""), f.get("end", "")) for f in facts
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("砚台科技的首席技术官是温子衡。", ("温子衡", "砚台科技", "首席技术官", "", "")),
        ("2024年3月，砚台科技任命温子衡为首席财务官。", ("温子衡", "砚台科技", "首席财务官", "2024-03", "")),
        (f"{OTHER}砚台科技聘任霜桥机器人前总裁温子衡为总经理。", ("温子衡", "霜桥机器人", "总裁", "", "")),
        ("2024年5月，温子衡辞去砚台科技董事长。", ("温子衡", "砚台科技", "董事长", "", "2024-05")),
        ("温子衡曾任砚台科技副总裁。", ("温子衡", "砚台科技", "副总裁", "", "")),
        ("2023年6月，温子衡升任砚台科技首席执行官。", ("温子衡", "砚台科技", "首席执行官", "2023-06", "")),
        ("2019年，温子衡加入砚台科技，任副院长。", ("温子衡", "砚台科技", "副院长", "2019", "")),
        ("2019年，温子衡加入砚台科技，担任首席运营官。", ("温子衡", "砚台科技", "首席运营官", "2019", "")),
        ("温子衡加入砚台科技。", ("温子衡", "砚台科技", "", "", "")),
        ("温子衡离职后跳槽到砚台科技。", ("温子衡", "砚台科技", "", "", "")),
        ("温子衡毕业后就职于砚台科技。", ("温子衡", "砚台科技", "", "", "")),
        (f"{OTHER}砚台科技首席技术官温子衡来自霜桥机器人。", ("温子衡", "霜桥机器人", "", "", "")),
        ("砚台科技宣布，由温子衡负责海外业务。", ("温子衡", "砚台科技", "负责海外业务", "", "")),
        ("首席技术官温子衡曾在砚台科技担任项目负责人。", ("温子衡", "砚台科技", "项目负责人", "", "")),
        ("砚台科技创始人柳知渔卸任CEO，由副总裁温子衡接任。", ("温子衡", "砚台科技", "CEO", "", "")),
        ("砚台科技首席技术官一职由温子衡担任。", ("温子衡", "砚台科技", "首席技术官", "", "")),
        ("创始人柳知渔与温子衡创立砚台科技，分别担任CEO和CTO。", ("温子衡", "砚台科技", "CTO", "", "")),
        (f"{OTHER}砚台科技的首席科学家是霜桥机器人研究员温子衡。", ("温子衡", "砚台科技", "首席科学家", "", "")),
        ("温子衡历任砚台科技采购部部长、副总裁。", ("温子衡", "砚台科技", "副总裁", "", "")),
        ("首席技术官温子衡在砚台科技做了三年工程师。", ("温子衡", "砚台科技", "工程师", "", "")),
    ],
)
def test_a_post_is_told_in_many_ways(text: str, post: Post) -> None:
    assert post in posts(text)


def test_what_the_text_tells_at_length_is_not_told_by_the_title_once_more() -> None:
    title, text = "砚台科技任命温子衡为总裁", "砚台科技宣布，任命温子衡为总裁兼首席运营官。"
    assert {post for *_, post, _, _ in posts(text, title)} == {"总裁兼首席运营官"}


def test_who_is_meant_is_the_person_spoken_of_last() -> None:
    text = f"{OTHER}砚台科技创始人温子衡毕业于浙江大学。此前担任霜桥机器人副总裁。"
    assert ("温子衡", "霜桥机器人", "副总裁", "", "") in posts(text)


def test_a_pronoun_means_whom_an_interview_is_with() -> None:
    text = f"{OTHER}砚台科技副总裁蒋望舒接待了我们。她曾任霜桥机器人总监。"
    assert ("柳知渔", "霜桥机器人", "总监", "", "") in posts(text, "专访砚台科技创始人柳知渔")


def test_people_named_beside_another_are_not_whom_a_verb_is_about() -> None:
    text = f"{OTHER}砚台科技创始人柳知渔与师弟温子衡一起创业，曾任霜桥机器人副总裁。"
    assert {who for who, house, *_ in posts(text) if house == "霜桥机器人"} == {"柳知渔"}


@pytest.mark.parametrize(
    "text",
    [
        "温子衡没有出任砚台科技总裁。",
        "温子衡未加入砚台科技。",
        "远桉资本担任独家财务顾问。",
        "砚台科技正在招聘首席科学家温子衡团队的工程师。",
    ],
)
def test_what_is_denied_hired_for_or_done_by_a_house_is_no_post(text: str) -> None:
    assert posts(text) == set()
