"""Questions in Chinese on English articles: what they are in English, and what answers them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.chinese import in_english, without_cut
from bot.answers.asked.spotting import Mention
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one


def _read(message: str, *names: str) -> str:
    found = [Mention(at, at + len(name), name, frozenset((name,))) for name in names if (at := message.find(name)) >= 0]
    said, moved = in_english(message, sorted(found, key=lambda m: m.start))
    assert [said[m.start : m.end] for m in moved] == [m.text for m in moved]
    return said


@pytest.mark.parametrize(
    ("message", "names", "said"),
    [
        # Who: before and behind the verb, as "is", as whom something went to.
        ("谁领投了奎隆的B轮", ("奎隆",), "who led 奎隆's Series B"),
        ("奎隆B轮由谁领投", ("奎隆",), "who led 奎隆 Series B"),
        ("奎隆的创始人是谁", ("奎隆",), "who is 奎隆's founder"),
        ("誰是奎隆的執行長", ("奎隆",), "who is 奎隆's ceo"),
        ("谁收购了Vantor", ("Vantor",), "who acquired Vantor"),
        # Sums: a price, what was paid, what a round brought in, a figure.
        ("Kestrel 2多少钱", ("Kestrel 2",), "how much does Kestrel 2"),
        ("奎隆A轮多少钱", ("奎隆",), "how much was raised in 奎隆 Series A"),
        ("奎隆2024年营收多少", ("奎隆",), "how much 奎隆 2024 revenue"),
        ("奎隆估值多少", ("奎隆",), "how much 奎隆 valuation"),
        # Numbers of things, shares, times, places, reasons.
        ("奎隆交付了多少台机器人", ("奎隆",), "how many robots 奎隆 delivered"),
        ("奎隆融了几轮", ("奎隆",), "how many rounds 奎隆 raised"),
        ("米拉持有奎隆多少股份", ("米拉", "奎隆"), "what percentage stake 米拉 holds stake 奎隆"),
        ("奎隆什么时候成立的", ("奎隆",), "when 奎隆 founded"),
        ("奎隆总部在哪", ("奎隆",), "where is 奎隆 headquarters"),
        ("奎隆在哪", ("奎隆",), "where is 奎隆 headquarters"),
        ("为什么米拉离开了奎隆", ("米拉", "奎隆"), "why 米拉 left 奎隆"),
        # Goods are ordered, not taken over; who raised most; to whom something is supplied; what something is.
        ("奎隆买了多少台机器人", ("奎隆",), "how many robots 奎隆 ordered"),
        ("今年谁融资最多", (), "who raised the most this year"),
        ("融资最多的公司是哪家", (), "who raised the most"),
        ("奎隆给谁供货", ("奎隆",), "who are the customers of 奎隆"),
        ("奎隆年产多少台", ("奎隆",), "奎隆 annual output units"),
        ("奎隆中标金额", ("奎隆",), "奎隆 won the bid worth"),
        ("Kestrel是什么", ("Kestrel",), "what is Kestrel"),
        # Whether; and several questions in one message.
        ("奎隆上市了吗", ("奎隆",), "did 奎隆 ipo"),
        ("奎隆估值多少？现在呢", ("奎隆",), "how much 奎隆 valuation? and now"),
        # Traditional characters, sums that stay as they are, a character that is part of a name.
        ("奎隆的估值超過10億美元嗎", ("奎隆",), "did 奎隆's valuation 超过10亿美元"),
        ("谁投了三花", (), "who invested in 三花"),
        # What is not Chinese stays.
        ("who leads 奎隆?", ("奎隆",), "who leads 奎隆?"),
    ],
)
def test_a_question_is_put_in_english(message: str, names: tuple[str, ...], said: str) -> None:
    assert _read(message.replace("？", "?"), *names) == said


@pytest.mark.parametrize(
    ("message", "kept"),
    [("奎隆的创始人", True), ("奎隆什么时候上市", True), ("奎隆森林的创始人", False), ("乌鲁奎隆的创始人", False)],
)
def test_part_of_a_longer_name_is_no_name(message: str, kept: bool) -> None:
    at = message.find("奎隆")
    assert bool(without_cut(message, [Mention(at, at + 2, "奎隆", frozenset(("org-quillon",)))])) is kept


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["谁领投了奎隆的B轮？"], "Bexley Capital"),
        (["奎隆B輪是誰領投的"], "Bexley Capital"),
        (["奎隆A轮多少钱？谁领投的？"], "Harbour Street Ventures"),
        (["奎隆A轮多少钱？", "谁领投的"], "Harbour Street Ventures"),
        (["Kestrel 2卖多少钱"], "$48,000"),
        (["奎隆的创始人是谁"], "Otto Brandvik"),
        (["奎隆累计融资多少"], "$165 million"),
        (["奎隆什么时候成立的，总部在哪"], "Tromsø"),
        (["米拉在哪里读的博士"], "Ravensholm University"),
        (["谁收购了Nymph Dynamics，花了多少钱"], "$1.4 billion"),
    ],
)
def test_english_articles_answer_it(answerer: Answerer, asked: list[str], said: str) -> None:
    answer = answerer.reply(asked)
    assert answer.answered
    assert said in plain(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "奎隆的首席财务官是谁",
        "奎隆C轮谁领投",
        "奎隆森林的创始人是谁",
        "Nymph Dynamics的估值多少",
        "乌鲁智能的创始人是谁",
    ],
)
def test_what_no_article_tells_stays_open(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)


NAMES: list[tuple[str, EntityKind]] = [("Orlu Rent", "org"), ("Tavel Hands", "org"), ("Corvid", "product")]
TEXT = """A robot for a day

The platform Orlu Rent (乌鲁租) lends robots. Orlu Rent asks 8,000 yuan a day for Corvid on New Year's Eve. Now: 1,400.

Tavel Hands (塔维手) sold 1,900 hands in 2025. The goal for 2026 is 12,000.
"""


@pytest.fixture(scope="module")
def of_brackets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(tmp_path_factory.mktemp("brackets"), TEXT, NAMES, [])
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("乌鲁租的Corvid除夕一天多少钱", "8,000"),
        ("烏魯租的Corvid除夕一天多少錢？現在呢", "1,400"),
        ("塔维手2025年卖了多少", "1,900"),
        ("塔维手2025年卖了多少？2026年呢", "12,000"),
    ],
)
def test_a_name_that_articles_have_in_brackets_is_known(of_brackets: Answerer, asked: str, said: str) -> None:
    answer = of_brackets.reply([asked])
    assert answer.answered
    assert said in plain(answer)


def test_a_name_that_no_article_has_is_nobody(of_brackets: Answerer) -> None:
    assert not of_brackets.reply(["塔维脚2025年卖了多少"]).answered


CHINESE = """奥鲁机器人完成新一轮融资

奥鲁机器人是一家人形机器人公司，总部位于苏州。奥鲁机器人去年交付了320台机器人，订单超过2000台。
公司在常州的工厂年产能为5000台。奥鲁机器人的机器人售价为9.8万元。首席技术官是韦若琳。
"""


@pytest.fixture(scope="module")
def in_chinese(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    names: list[tuple[str, EntityKind]] = [("奥鲁机器人", "org"), ("韦若琳", "person")]
    with Facts.open(of_one(tmp_path_factory.mktemp("chinese"), CHINESE, names, [])) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("how many robots has 奥鲁机器人 delivered?", "320台"),
        ("奥鲁机器人 capacity", "5000台"),
        ("what do the robots of 奥鲁机器人 cost?", "9.8万元"),
        ("where is 奥鲁机器人 based?", "苏州"),
        ("who is the CTO of 奥鲁机器人?", "韦若琳"),
        ("奧魯機器人的首席技術官是誰", "韦若琳"),
    ],
)
def test_chinese_articles_answer_it(in_chinese: Answerer, asked: str, said: str) -> None:
    answer = in_chinese.reply([asked])
    assert answer.answered
    assert said in plain(answer)


@pytest.mark.parametrize(
    "asked",
    ["who led the round of 奥鲁机器人", "who is the CFO of 奥鲁机器人", "奥鲁机器人估值多少", "奥鲁机器人的创始人是谁"],
)
def test_what_no_chinese_article_tells_stays_open(in_chinese: Answerer, asked: str) -> None:
    answer = in_chinese.reply([asked])
    assert not answer.answered, plain(answer)
