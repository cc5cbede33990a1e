"""The names, dates, sums, rounds and numbers of a Chinese text, each at its place; where two claim one, one is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.extraction.chinese.masks import MarkKind
from bot.extraction.chinese.organizations import organization_names
from bot.extraction.chinese.people import given_forms, person_names
from bot.extraction.chinese.products import product_names
from bot.grammar.dates import find_dates
from bot.grammar.money import find_money
from bot.grammar.quantities import find_quantities
from bot.grammar.rounds import find_rounds
from bot.model.article import Article
from bot.names import NameHit, Registry

_INVESTING = ("资本", "创投", "基金", "产投", "投资", "风投", "恒旭")
_TEACHING = ("大学", "学院", "理工")
_OPENING, _CLOSING = '“「『《【"', '”」』》】"'
_CLAUSES = re.compile("[，：；]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A name, date, sum, round or number at its place; `value` is what the grammars read, for names the one filed."""

    kind: MarkKind
    start: int
    end: int
    value: Any
    subkind: str = ""


def _subkind(name: str) -> str:
    if name.endswith(_TEACHING):
        return "university"
    return "investor" if name.endswith(_INVESTING) else ""


class Marks:
    """Those of one article; `text` is it in simplified characters, `places` are the spans of places in it."""

    def __init__(self, article: Article, text: str, registry: Registry) -> None:
        self.article, self.text, self.registry = article, text, registry
        self.places: list[tuple[int, int]] = []
        self.found = self._found()

    def _names(self) -> Iterator[tuple[int, str, MarkKind, str, str]]:
        """Every name that may stand in the text: how much it counts, its form, kind, filed name and subkind."""
        orgs = organization_names(self.text)
        orgs = {form: name for form, name in orgs.items() if form == name or not self.registry.candidates(form)}
        known = {self.text[hit.start : hit.end] for hit in self._known()}
        people = person_names(self.text, frozenset(orgs) | known)
        taken = frozenset(orgs) | known | people
        for form, name in orgs.items():
            yield 1, form, "org", self._print(name), _subkind(name)
        for name in people:
            yield 2, name, "person", self._print(name), ""
            for form in given_forms(name):
                yield 2, form, "person", self._print(name), ""
        for form, name in product_names(self.text, taken).items():
            yield 0, form, "product", self._print(name), ""

    def _known(self) -> list[NameHit]:
        """The registry's names, as the article prints them and in simplified characters."""
        printed = self.registry.find(self.article.text) if self.text != self.article.text else []
        return [*printed, *self.registry.find(self.text)]

    def _print(self, name: str) -> str:
        """A name as the article prints it where it stands first."""
        at = self.text.find(name)
        return name if at < 0 else self.article.text[at : at + len(name)]

    def _found(self) -> tuple[Mark, ...]:
        spans: list[tuple[int, int, int, Mark]] = []
        for rank, form, kind, name, sub in self._names():
            edge = r"(?<![A-Za-z0-9])" if form[0].isascii() else ""
            stop = r"(?![A-Za-z0-9])" if form[-1].isascii() else ""
            for at in re.finditer(edge + re.escape(form) + stop, self.text):
                spans.append((at.end() - at.start(), rank, -at.start(), Mark(kind, at.start(), at.end(), name, sub)))
        for hit in self._known():
            entity = self.registry.entities[hit.entity_id]
            if entity.kind == "place":
                self.places.append((hit.start, hit.end))
            elif entity.kind in ("org", "person", "product"):
                mark = Mark(entity.kind, hit.start, hit.end, self.article.text[hit.start : hit.end], entity.subkind)
                spans.append((hit.end - hit.start, 1, -hit.start, mark))
        figures: list[Mark] = []
        # 将 in one clause says nothing of the date in the next: every clause is read as a sentence
        for date in find_dates(_CLAUSES.sub("。", self.text), self.article.published):
            if date.when is not None:
                figures.append(Mark("date", date.start, date.end, date.when))
        figures += [Mark("money", m.start, m.end, m.money) for m in find_money(self.text)]
        figures += [
            Mark("round", r.start, r.end, re.sub("(?<=[轮輪])(?:融资|融資)$", "", self.article.text[r.start : r.end]))
            for r in find_rounds(self.text)
            if r.text != "战略投资"  # what an investor does, not what a round is called
        ]
        numbers = [Mark("number", q.start, q.end, float(q.value)) for q in find_quantities(self.text)]
        taken = [False] * len(self.text)
        kept: list[Mark] = []

        def keep(mark: Mark) -> None:
            if not any(taken[mark.start : mark.end]):
                kept.append(mark)
                taken[mark.start : mark.end] = [True] * (mark.end - mark.start)

        for figure in (f for f in figures if f.kind in ("round", "money")):
            keep(figure)
        for *_, mark in sorted(spans, key=lambda s: (-s[0], -s[1], -s[2], s[3].value)):
            keep(mark)
        for figure in (*figures, *numbers):
            keep(figure)
        return tuple(sorted(self._widened(kept), key=lambda m: m.start))

    def _widened(self, marks: list[Mark]) -> Iterator[Mark]:
        """Marks of names over the quotation marks around them and the Latin name in brackets behind them."""
        swallowed: set[int] = set()
        by_start = {mark.start: mark for mark in marks}
        wide: list[Mark] = []
        for mark in sorted(marks, key=lambda m: m.start):
            if mark.start in swallowed:
                continue
            start, end = mark.start, mark.end
            if mark.kind in ("org", "person", "product"):
                if start and self.text[start - 1] in _OPENING and self.text[end : end + 1] in tuple(_CLOSING):
                    start, end = start - 1, end + 1
                aside = re.compile(
                    r"(?:[（(][\u4e00-\u9fff]{2,3}[）)])?(?:(?:股份)?有限公司)"
                    r"?[（(](?:以下)?(?:简称|英文名)?[^，。；（()）]{1,30}(?:，[A-Za-z ]+)"
                    r"?[）)]"
                ).match(self.text, end)
                if mark.kind == "org" and aside and re.search(r"[A-Za-z]|简称", aside[0]):
                    for at in range(end, aside.end()):
                        if at in by_start:
                            swallowed.add(at)
                    end = aside.end()
            wide.append(Mark(mark.kind, start, end, mark.value, mark.subkind))
        return iter(wide)
