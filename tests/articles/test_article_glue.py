"""Glued words are mended where both halves are plain, and what only looks glued is left alone."""

from __future__ import annotations

import pytest

from bot.articles import article_from_text


def mended(text: str, *names: str) -> str:
    return article_from_text("a.txt", f"A title\n\n{text}", "txt", known_names=names).text.split("\n\n", 1)[1]


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        # the name stands elsewhere in the article
        ("Quillondropped a bomb, and Quillon knew it.", "Quillon dropped a bomb, and Quillon knew it."),
        ("Then Harrowhas left. Before that, Harrow had paid.", "Then Harrow has left. Before that, Harrow had paid."),
        ("The Wenqiteam grew, as Wenqi told us.", "The Wenqi team grew, as Wenqi told us."),
        ("Models of theQuillon kind. We met Quillon.", "Models of the Quillon kind. We met Quillon."),
        # capitals end where the word begins
        ("This is a physical AIsystem of theirs.", "This is a physical AI system of theirs."),
        ("They asked NRQto launch it.", "They asked NRQ to launch it."),
        ("Its hand XHAND1is popular.", "Its hand XHAND1 is popular."),
        # common last words of names
        ("He left Bergen Universityin 2019.", "He left Bergen University in 2019."),
        ("It was Harrow Capitalleads that paid.", "It was Harrow Capital leads that paid."),
        # a Chinese given name after a surname
        ("Founder Chen Jianyuwas born in 1992.", "Founder Chen Jianyu was born in 1992."),
        ("His partner Yan Weixinis a professor.", "His partner Yan Weixin is a professor."),
        ("CEO Wu Yongmingpreviously said so.", "CEO Wu Yongming previously said so."),
        # two lower-case words
        ("It serves manufacturingto create value.", "It serves manufacturing to create value."),
        # a sum behind a name
        ("It went to Vale Robotics£4.5M of it.", "It went to Vale Robotics £4.5M of it."),
        # the number of a point in a circle
        ("\u2461Quillon Drive took money.", "\u2461 Quillon Drive took money."),
        # lost spaces after a stop, around brackets
        ("It runs manufacturing.The company grew.", "It runs manufacturing. The company grew."),
        ("What does it rely on?Firstly the hand.", "What does it rely on? Firstly the hand."),
        ("A round of financing,nearly 1 billion yuan.", "A round of financing, nearly 1 billion yuan."),
        ("The firm Xinglu(ROBOTERA)announces it.", "The firm Xinglu (ROBOTERA) announces it."),
        ("It got 200 million yuan.This is new.", "It got 200 million yuan. This is new."),
    ],
)
def test_glued_words_come_apart(glued: str, apart: str) -> None:
    assert mended(glued) == apart


def test_a_name_that_was_handed_in_is_known() -> None:
    assert mended("Then Vornecwants more.") == "Then Vornecwants more."
    assert mended("Then Vornecwants more.", "Vornec Labs") == "Then Vornec wants more."


def test_a_lost_full_stop_breaks_the_paragraph() -> None:
    assert mended("It has human-like functionality The second robot indicates more.") == (
        "It has human-like functionality\n\nThe second robot indicates more."
    )


def test_a_line_break_that_is_written_as_letters_is_one() -> None:
    assert mended("It grew.\\n\\nQuillon paid.\\r\\n- Harrow left.") == "It grew.\n\nQuillon paid.\n\nHarrow left."
    assert mended("It lies in C:\\new.") == "It lies in C:\\new."


def test_a_heading_is_never_broken() -> None:
    assert mended("New human-like functionality The second robot brings") == (
        "New human-like functionality The second robot brings"
    )


@pytest.mark.parametrize(
    "whole",
    [
        "Theresa met a Singaporean who writes Pythonic code on an iPhone.",
        "DeepMind, OpenAI, SoftBank, HongShan and GitHub stay whole, as do xArm, nuTonomy and eBay.",
        "UBTech, ANYmal, NVentures, JPMorgan, XPeng and ONExia are names.",
        "The Figure01 robot and the H1 and G1 exist.",
        "Martin, Austin, Dublin, Texas, Paris, Toronto, Roland and Finland are no glue.",
        "Martin met Mart. Robotis met Robot. Alexis met Alex. Thomas met Thom.",
        "Washington, Wellington, Princeton and Darmstadt are towns.",
        "Within the island, the husband and the season of demand began nearby, therefore hitherto.",
        "Undisclosed sums were a Breakthrough; Unexpected, Reopened and Outsold are words.",
        "The Boisbriand plant, Samarkand, Zealand and Iceland.",
        "It costs 1,500 yuan, i.e. $200 (e.g. in the U.S. or the U.K.), see No.1 and 2.5 million.",
        "Write to anna@quillon.example or see https://quillon.example/News,all.Things(here)and more.",
        "CEOs and PhDs of LLMs, IPOs, GmbH and Co. KG.",
        "He told The New York Times and The Information about it.",
        "Quillon Robotics hired Ada Quill. Ms Quill joined Quillon Robotics in May.",
        "Olivia met Oli. Tanmay Quill met Ms Tan, and Tan left.",
        "One robot(s) of f(x) and 3D(2) kind.",
        "Till then, Rosemary Tillis, the chair, stays.",
        "A Hand is shown by Handover with a friend.",
    ],
)
def test_what_only_looks_glued_stays(whole: str) -> None:
    assert mended(whole) == whole


def test_a_name_that_is_handed_in_is_never_cut() -> None:
    text = "Quillonhas announced it, Quillon did not."
    assert mended(text) == "Quillon has announced it, Quillon did not."
    assert mended(text, "Quillonhas") == text


@pytest.mark.parametrize(
    ("word", "known"), [("Orionis", "Orion"), ("Fieldin", "Field"), ("Middleby", "Middle"), ("Rockchip", "Rock")]
)
def test_a_name_that_ends_like_a_word_is_glued_only_where_spaces_are_lost_elsewhere(word: str, known: str) -> None:
    whole = f"The {word} arm is new, said Ms Harrow."
    assert mended(whole, known) == whole
    gluey = f"{whole}\n\nIt sells arms,and more.The firm grew.\n\nIt lost money,she said."
    assert mended(gluey, known).startswith(f"The {known} {word.removeprefix(known)} arm")


def test_chinese_text_is_not_mended() -> None:
    text = "星路科技(ROBOTERA)完成融资,AIsystem不动。公司成立于2021年,总部位于北京,主要生产机器人。"
    article = article_from_text("a.txt", text, "txt")
    assert (article.lang, article.text) == ("zh", text)


@pytest.mark.parametrize("text", ["Rokon got money from Xianghe Capital.", "Xianghe Robotics raised money."])
def test_a_surname_and_a_pronoun_before_a_capital_are_one_name(text: str) -> None:
    assert mended(text) == text
