"""Copies are known again; reports of their own are not taken for copies."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import article_from_text
from bot.articles.library import walk
from bot.articles.likeness import Originals, copies, likeness, repeated, shingles
from bot.model.article import Article
from bot.model.statement import Quote, Statement, slots_from_json

ROOT = Path(__file__).parents[2]
CORPUS = [a for a in walk([ROOT / "seeds"], ()) if isinstance(a, Article)]
WORDS = ("plant", "robot", "gripper", "hall", "parcel", "firm", "order", "trial", "spring", "wheel", "battery", "arm")


def prose(seed: int, words: int = 300) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(50)}" for _ in range(words))


def article(name: str, text: str, day: str = "") -> Article:
    head = f"---\npublished: {day}\n---\n\n" if day else ""
    return article_from_text(f"{name}.md", f"{head}{text}", "md", known_names=())


def test_articles_of_the_corpus_are_no_copies_of_each_other() -> None:
    assert len(CORPUS) > 20
    assert copies(CORPUS) == {}


def test_none_of_them_is_anywhere_near() -> None:
    found = [shingles(a.text) for a in CORPUS]
    assert max(likeness(a, b) for a in found for b in found if a is not b) < 0.1


@pytest.mark.parametrize("original", CORPUS, ids=lambda a: a.source)
def test_a_copy_in_another_dress(original: Article) -> None:
    """Another title, an agency's line, other quotation marks and breaks, a cut end and an appended notice."""
    body = original.text.split("\n\n")[1:]
    kept = body[: max(1, len(body) * 4 // 5)]
    text = " ".join(kept).replace("“", '"').replace("’", "'").upper()
    text = f"LONDON (Example Wire) - {text} All rights reserved. Follow us for more news of this kind every day."
    originals = Originals()
    for one in CORPUS:
        originals.add(one.id, one.text)
    like = originals.original(text)
    assert like is not None
    assert like.key == original.id
    assert like.share > 0.8


def test_every_tenth_word_may_be_another() -> None:
    words = prose(1).split()
    edited = [f"x{n}" if n % 10 == 0 else word for n, word in enumerate(words)]
    assert likeness(shingles(" ".join(edited)), shingles(" ".join(words))) >= 0.5


def test_a_shared_quotation_makes_no_copy() -> None:
    quoted = prose(9, 60)
    one, other = (article(str(n), f"{prose(n, 120)} {quoted} {prose(n + 50, 120)}") for n in (1, 2))
    assert copies([one, other]) == {}


def test_a_round_up_that_holds_a_short_report_is_no_copy_of_it() -> None:
    report = article("report", prose(1, 100), "2025-03-04")
    roundup = article("roundup", " ".join(prose(n, 100) for n in (2, 1, 3, 4)), "2025-03-05")
    assert copies([roundup, report]) == {}


def test_the_earliest_is_the_original_and_no_copy_of_a_copy_is() -> None:
    text = prose(1)
    third = article("c", f"{text} {prose(4, 30)}", "2025-03-06")
    first = article("b", text, "2025-03-04")
    second = article("a", f"{text} {prose(3, 30)}", "2025-03-05")
    undated = article("0", f"{prose(5, 30)} {text}")
    assert copies([third, undated, second, first]) == {third.id: first.id, second.id: first.id, undated.id: first.id}


def test_short_texts_say_too_little() -> None:
    assert copies([article("a", "Quillon raises money."), article("b", "Quillon raises money. Read on.")]) == {}


def test_chinese_text() -> None:
    text = (
        "宇树科技宣布完成新一轮融资，金额超过十亿元人民币，由多家产业资本共同投资，资金将用于人形机器人的研发与量产。"
        * 1
    )
    longer = f"本报讯 {text} 编辑：某某"
    assert likeness(shingles(longer), shingles(text)) > 0.8
    assert (
        likeness(shingles("智元机器人发布了面向工业场景的新一代轮式机器人，并表示已经获得首批订单。"), shingles(text))
        < 0.1
    )


@given(st.text(max_size=400))
def test_any_text_is_like_itself_or_too_short(text: str) -> None:
    found = shingles(text)
    assert likeness(found, found) == (1.0 if len(found) >= 20 else 0.0)


def test_the_key_apart_is_passed_over() -> None:
    originals = Originals()
    originals.add("a", prose(1))
    assert "a" in originals
    assert originals.original(prose(1), apart="a") is None


def test_what_a_copy_says_beside_its_original_is_its_own() -> None:
    first = article("a", f"{prose(1)} Quillon raised “$21 million”, it said.", "2025-03-04")
    copy = article("b", f'{prose(1)} Quillon raised "$21 million", it said. Orlo was bought.', "2025-03-05")
    apart = article("c", prose(2), "2025-03-05")

    def said(of: Article, kind: str, words: str) -> Statement:
        return Statement(of.id, kind, {"company": "Quillon"}, Quote(0, 1, words))

    told = [
        said(first, "funding", "Quillon raised “$21 million”, it said."),
        said(copy, "funding", 'Quillon raised "$21 million", it said.'),
        said(copy, "acquisition", "Orlo was bought."),
        said(copy, "metric", 'Quillon raised "$21 million", it said.'),
        said(apart, "funding", "Quillon raised “$21 million”, it said."),
    ]
    assert repeated([copy, apart, first], told) == {told[1].id}


@pytest.mark.parametrize(
    ("copied", "again"),
    [
        ({"company": "Quillon", "amount": {"value": 21e6, "currency": "USD"}}, True),
        ({"company": "Quillon"}, True),
        ({"company": "Quillon", "amount": {"value": 35e6, "currency": "USD"}}, False),
        ({"company": "Quillon", "amount": {"value": 21e6, "currency": "USD"}, "round": "Series A"}, False),
        ({"company": "Tamsin", "amount": {"value": 21e6, "currency": "USD"}}, False),
    ],
    ids=["the same", "less", "another sum", "more", "another company"],
)
def test_a_sentence_that_is_worded_anew_is_no_second_source(copied: dict[str, object], again: bool) -> None:
    text = prose(5)
    first, copy = article("first", text, "2025-01-01"), article("copy", f"{text} Really.", "2025-01-03")

    def said(by: Article, quote: str, slots: dict[str, object]) -> Statement:
        return Statement(by.id, "funding", slots_from_json(slots), Quote(0, len(quote), quote))

    original = {"company": "Quillon", "amount": {"value": 21e6, "currency": "USD"}, "date": "2025-01"}
    told = [
        said(first, "Quillon raised $21 million in January.", original),
        said(copy, "The sum that the robot maker collected came to $21 million, one heard.", copied),
    ]
    assert repeated([first, copy], told) == ({told[1].id} if again else frozenset())
