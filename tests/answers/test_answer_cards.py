"""Profile cards: what is told of a company, a person or a product, in which order, and never more than is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answers import Answerer, plain
from bot.answers.render import FREE
from bot.model.answer import Answer
from bot.model.article import Article
from bot.model.statement import Quote, Statement, slots_from_json
from bot.store.read import Facts
from tests.answers.answer_shelf import REGISTRY, usd


def told(answer: Answer) -> list[str]:
    assert answer.answered, answer
    return [line.text for line in answer.lines]


@pytest.mark.parametrize("asked", ["what is Quillon Robotics?", "tell me about Quillon", "Quillon", "奎隆"])
def test_a_company_from_its_founding_to_its_products(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert answer.title == "Quillon Robotics, also 奎隆, 奎隆机器人"
    assert told(answer) == [
        "Quillon Robotics was founded by Mira Aldane and Otto Brandvik, 2019; based in Tromsø",
        "Mira Aldane: chief executive at Quillon Robotics",
        "Quillon Robotics: raised in total $165 million (as stated)",
        "The 2 rounds whose amounts are told here add up to $142 million (a sum, not a stated total)",
        "Last round: Quillon Robotics raised $112 million (Series B), March 2025; led by Bexley Capital; "
        "with Ostrel Cloud",
        "Quillon Robotics is said to be planning to go public on Oslo, 2026",
        "Quillon Robotics presented Kestrel 2 (robot), January 2025",
        "Kestrel 2 (Quillon Robotics) in use at Tallow: sorting parcels",
    ]


def test_every_line_of_a_card_has_its_source_and_conflicts_are_shown(answerer: Answerer) -> None:
    answer = answerer.reply(["what is Quillon Robotics?"])
    assert all(line.citations for line in answer.lines)
    notes = [(note.text, note.citations[0].source) for line in answer.lines for note in line.notes]
    assert notes == [("another article gives the amount as $120 million", "a-round.md")]


def test_the_sum_rests_on_the_sentences_with_its_sums(answerer: Answerer) -> None:
    answer = answerer.reply(["what is Quillon Robotics?"])
    (line,) = (line for line in answer.lines if "add up to" in line.text)
    assert ["$112 million" in c.quote or "$30 million" in c.quote for c in line.citations] == [True, True]


def test_a_person(answerer: Answerer) -> None:
    answer = answerer.reply(["who is Mira Aldane?"])
    assert answer.title == "Mira Aldane, also 米拉"
    assert told(answer) == [
        "Mira Aldane: chief executive at Quillon Robotics",
        "Quillon Robotics was founded by Mira Aldane and Otto Brandvik, 2019; based in Tromsø",
        "Mira Aldane: senior engineer at Vantor Motion, until 2019",
        "Mira Aldane: doctorate in control engineering, Ravensholm University",
        "Mira Aldane: “Robots will be as common as lamps”, 11 March 2025",
    ]


@pytest.mark.parametrize("asked", ["what is the Kestrel 2?", "/who Kestrel 2", "/whois Kestrel 2"])
def test_a_robot(answerer: Answerer, asked: str) -> None:
    assert told(answerer.reply([asked])) == [
        "Quillon Robotics presented Kestrel 2 (robot), January 2025",
        "Kestrel 2 costs $48,000",
        "Kestrel 2 (Quillon Robotics) in use at Tallow: sorting parcels",
    ]


def test_where_little_is_known_the_card_is_short(answerer: Answerer) -> None:
    assert told(answerer.reply(["what is Nymph Dynamics?"])) == [
        "Ostrel Group agreed to acquire Nymph Dynamics from Vantor Motion for $1.4 billion, 2 September 2025 "
        "(announced, not reported as closed)"
    ]


def test_what_was_told_later_is_on_no_card_of_an_earlier_day(answerer: Answerer) -> None:
    answer = answerer.reply(["tell me about Quillon as of 1 April 2025"])
    text = plain(answer)
    assert answer.title.endswith("as told by 1 April 2025")
    assert "Last round: Quillon Robotics raised $120 million" in text
    assert "add up to $150 million" in text
    assert not {c.source for c in answer.citations} - {"a-round.md"}


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("what is Quillon?", ["/timeline Quillon Robotics", "/deal Quillon Robotics", "/who Quillon Robotics"]),
        ("who is Mira Aldane?", ["/timeline Mira Aldane"]),
        ("what is the Kestrel 2?", ["/timeline Kestrel 2"]),
        ("/who Quillon", ["/timeline Quillon Robotics", "/ask what is Quillon Robotics"]),
    ],
)
def test_more_is_a_button_away(answerer: Answerer, asked: str, offered: list[str]) -> None:
    answer = answerer.reply([asked])
    assert [action.command for action in answer.actions] == offered
    assert [answerer.reply([command]).answered for command in offered] == [True] * len(offered)


def test_a_question_may_follow_on_a_card(answerer: Answerer) -> None:
    assert "Mira Aldane" in plain(answerer.reply(["what is Quillon?", "who founded it?"]))


def test_two_cards_share_the_room(answerer: Answerer) -> None:
    answer = answerer.reply(["who is Ilka Thorne? what is Quillon?"])
    text = plain(answer)
    assert "Ilka Thorne: chairwoman at Ostrel Group" in text
    assert "Quillon Robotics was founded by" in text
    assert len(answer.lines) <= 8


def test_a_card_of_a_company_with_very_much_told_of_it_fits(tmp_path: Path) -> None:
    sentences = [
        f"Quillon Robotics, in words that go on and on for a long while{' and on' * 30}, launched the Robot{n}X."
        for n in range(40)
    ]
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    head = "---\ntitle: Robots\npublished: 2025-03-11\n---\n\n"
    (shelf / "a.md").write_text(head + "\n\n".join(sentences), encoding="utf-8")

    def extract(article: Article) -> list[Statement]:
        made = []
        for n, sentence in enumerate(sentences):
            start = article.raw.index(sentence)
            quote = Quote(start, start + len(sentence), sentence)
            slots = {"product": f"Robot{n}X", "maker": "Quillon Robotics", "date": "2025"}
            made.append(Statement(article.id, "launch", slots_from_json(slots), quote))
            deal = {"company": "Quillon Robotics", "amount": usd(1e6 + n), "round": f"Round {n}", "date": "2025"}
            made.append(Statement(article.id, "funding", slots_from_json(deal), quote))
        return made

    from bot.build import build

    build([shelf], tmp_path / "facts.db", extract=extract, registry=REGISTRY)
    with Facts.open(tmp_path / "facts.db") as facts:
        answer = Answerer(facts, date(2025, 12, 1)).reply(["what is Quillon Robotics?"])
    assert len(plain(answer)) <= FREE
    assert 2 <= len(answer.lines) <= 15


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/deal Quilon", "Quillon Robotics"),
        ("/timeline Quilon", "Quillon Robotics"),
        ("/map Quilon", "Quillon Robotics"),
    ],
)
def test_what_must_have_been_meant_is_answered(answerer: Answerer, asked: str, meant: str) -> None:
    answer = answerer.reply([asked])
    assert answer.answered
    assert answer.title.endswith(f"(taken to mean {meant})")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/who Aldain", "/who Mira Aldane"),
        ("/who CEO of Quilon", "/who CEO of Quillon Robotics"),
        ("/who Mira Aldne", "/ask Mira Aldane"),
    ],
)
def test_what_may_have_been_meant_is_a_button_away(answerer: Answerer, asked: str, meant: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered
    assert answer.actions[0].command == meant
    assert "Did you mean" in answer.hints[0]
    assert answerer.reply([meant]).answered


@pytest.mark.parametrize("asked", ["/deal Zephyrine", "/who Foobar", "what is the weather in Paris?"])
def test_what_is_like_nothing_known_gets_no_guess(answerer: Answerer, asked: str) -> None:
    assert not any("Did you mean" in hint for hint in answerer.reply([asked]).hints)
