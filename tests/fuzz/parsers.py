"""Every parser of the package that gets text from outside, each as a function that must give something or its word.

A parser that refuses does so with the errors named here; anything else that it raises is a fault.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

from bot.answers import Answerer, plain
from bot.answers.asked.periods import period
from bot.answers.text import echo
from bot.articles import UnreadableArticle, article_from_text
from bot.articles.dating import date_line, dateline, from_file_name, published_from
from bot.articles.decoding import decode
from bot.articles.frontmatter import read_head
from bot.articles.junk import is_junk
from bot.articles.markdown import links_of
from bot.digests import wanting
from bot.extraction.chinese.page import Page
from bot.grammar.dates import find_dates, parse_period
from bot.grammar.money import find_money, parse_money
from bot.grammar.numbers import find_numbers
from bot.grammar.quantities import find_quantities
from bot.grammar.rounds import find_rounds
from bot.grammar.tense import tense
from bot.intake.addresses import target
from bot.intake.errors import NotTaken, Refused
from bot.intake.feeds_file import FeedsError, read_feeds
from bot.intake.robots import Robots
from bot.model import judgement
from bot.model.when import When
from bot.names import default_registry
from bot.names.folding import bare, fold
from bot.store.read import Facts
from tests.answers.answer_shelf import put_together

TODAY = date(2025, 12, 1)
Parser = Callable[[str], object]


class Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def _in_order(found: Collection[Spanned], text: str) -> None:
    edge = 0
    for one in found:
        assert edge <= one.start < one.end <= len(text), "spans lie apart, in order, within the text"
        edge = one.end


def _refusing(parse: Parser, *errors: type[Exception]) -> Parser:
    """A refusal is one line that says something."""

    def parsed(text: str) -> object:
        try:
            return parse(text)
        except errors as error:
            said = str(error)
            assert said.strip(), "a refusal says why"
            assert "\n" not in said, "a refusal is one line"
            return None

    return parsed


def _article(fmt: str) -> Parser:
    return _refusing(lambda text: article_from_text(f"a.{fmt}", text, fmt), UnreadableArticle)


def _dates(text: str) -> None:
    _in_order(find_dates(text, When.day(TODAY)), text)
    for read in (published_from, date_line, dateline, from_file_name):
        read(text)


def _sums(text: str) -> None:
    _in_order(find_money(text), text)
    parse_money(text)


def _numbers(text: str) -> None:
    _in_order(find_numbers(text), text)
    _in_order(find_quantities(text), text)


def _names(text: str) -> None:
    _in_order(list(default_registry().find(text)), text)
    assert fold(fold(text)) == fold(text)
    bare(text)


def _periods(text: str) -> None:
    for found in (parse_period(text, TODAY), getattr(period(text, TODAY), "when", None)):
        assert found is None or found.start <= found.end


def _feeds(text: str) -> None:
    with tempfile.NamedTemporaryFile("wb", suffix=".toml") as file:
        file.write(text.encode("utf-8", "surrogatepass"))
        file.flush()
        read_feeds(Path(file.name))


@cache
def _answerer() -> Answerer:
    return Answerer(Facts.open(put_together(Path(tempfile.mkdtemp()))), today=TODAY)


def _chinese(text: str) -> None:
    page = Page(article_from_text("a.txt", f"奎隆机器人完成一亿元融资，由海洋资本领投。{text}", "txt"))
    _in_order(page.sentences, page.text)


def _question(text: str) -> None:
    answer = _answerer().reply([text])
    assert 0 < len(plain(answer)) <= 2500


def _asked_after(text: str) -> None:
    assert plain(_answerer().reply(["/deal Quillon", text]))


PARSERS: dict[str, Parser] = {
    "bytes": _refusing(lambda text: decode(text.encode("utf-8", "surrogatepass")), UnreadableArticle),
    "front matter": _refusing(lambda text: read_head(f"---\n{text}\n---\nIt makes arms."), UnreadableArticle),
    "markdown": _article("md"),
    "plain text": _article("txt"),
    "page": _article("html"),
    "lines of a site": lambda text: (is_junk(text), links_of(text)),
    "dates": _dates,
    "periods": _periods,
    "sums": _sums,
    "numbers": _numbers,
    "rounds": lambda text: _in_order(find_rounds(text), text),
    "tenses": lambda text: tense(text, text),
    "names": _names,
    "Chinese": _refusing(_chinese, UnreadableArticle),
    "addresses": _refusing(target, Refused, NotTaken),
    "robots": lambda text: Robots().keep("a.example", text),
    "feeds": _refusing(_feeds, FeedsError),
    "judgements": _refusing(judgement.parse, ValueError),
    "digests": _refusing(lambda text: wanting.read(f"weekly {text}"), wanting.Unclear),
    "echo": echo,
    "questions": _question,
    "deals": lambda text: _question(f"/deal {text}"),
    "people": lambda text: _question(f"/who {text}"),
    "timelines": lambda text: _question(f"/timeline {text}"),
    "follow-ups": _asked_after,
}

_WORDS = """
$ € ¥ US$ RMB million bn 1.5 2,000 9月 2025年 10月8日 亿 万元 since until between and or not over under Q3 H1
who invested in raised Series A Quillon Tallow Mira Aldane 奎隆 compare with as of yesterday /deal chart csv
"""
DICTIONARY = [
    *_WORDS.split(),
    *[
        "<@U1>",
        "](",
        "**",
        "---\n",
        "title: ",
        "published: ",
        "&a ",
        "*a",
        "!!python/",
        "\ud800",
        "\u202e",
        "\0",
        "\n\n",
    ],
    *['"', "'", "{", "}", '{"a":', "[[feed]]\n", "url = ", "https://", "http://[::1]", "@", "<p>", "<!--", "|", "> "],
    *["same ", "retract ", "correct ", "weekly ", "Monday ", "9:00 ", "Europe/Berlin ", "a" * 70, " " * 70, "1" * 70],
]
"""What parsers look for, for those who try them."""
