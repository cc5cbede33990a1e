"""What the rules found, shown to the learned reader: at which token, of which kind, and whom they chose."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft
from bot.extraction.learned.hints import AGREED, Hint, agreement, hinted, hints
from bot.extraction.learned.layout import KINDS, NAMED
from bot.extraction.learned.windows import Window, windows
from bot.extraction.text.context import Context
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue
from tests.extraction.reading import read

_TEXT = (
    "Vantor Robotics raised $12 million from Kestrel Ventures. Jane Porter, its head of sales, left Orrin Group. "
    "It employs 300 people."
)


def _draft(context: Context, kind: str, sentence: int, **slots: SlotValue) -> Draft:
    told = context.sentences[sentence]
    return Draft(kind, slots, told.start, told.end)


def _names(context: Context, hint: Hint) -> dict[str, set[str]]:
    return {slot: {context.clusters[c].name for c in found} for slot, found in hint.named.items()}


@pytest.mark.parametrize(
    ("kind", "sentence", "slots", "at", "named"),
    [
        (
            "funding", 0,
            {"company": "Vantor Robotics", "amount": Money(12e6, "USD"), "investors": (Investor("Kestrel Ventures"),)},
            "$12 million", {"company": {"Vantor Robotics"}, "investors": {"Kestrel Ventures"}},
        ),
        (
            "role", 1, {"person": "Jane Porter", "organization": "Vantor Robotics", "title": "head of sales"},
            "head of sales", {"person": {"Jane Porter"}, "organization": {"Vantor Robotics"}},
        ),
        ("role", 1, {"person": "Jane Porter", "organization": "Orrin Group"}, "Orrin Group",
         {"person": {"Jane Porter"}, "organization": {"Orrin Group"}}),
        ("metric", 2, {"subject": "Vantor Robotics", "measure": "employees", "value": 300.0}, "300",
         {"subject": {"Vantor Robotics"}}),
        ("statement", 1, {"speaker": "Jane Porter", "text": "…"}, "Jane Porter", {"speaker": {"Jane Porter"}}),
        ("price", 0, {"product": "Somebody unnamed", "amount": Money(12e6, "USD")}, "$12 million", {"product": set()}),
    ],
)  # fmt: skip
def test_a_hint_stands_where_its_fact_is_told(
    kind: str, sentence: int, slots: dict[str, SlotValue], at: str, named: dict[str, set[str]]
) -> None:
    context = read(_TEXT)
    (hint,) = hints(context, [_draft(context, kind, sentence, **slots)])
    assert (hint.kind, hint.position) == (kind, context.text.index(at))
    assert _names(context, hint) == named


def _window(context: Context, *drafts: Draft) -> Window:
    (window,) = windows(context, hints(context, drafts))
    return window


def _staff(context: Context, subject: str) -> Draft:
    return _draft(context, "metric", 2, subject=subject, measure="employees", value=300.0)


def test_the_kinds_found_are_marked_at_their_tokens_alone() -> None:
    context = read(_TEXT)
    window = _window(context, _staff(context, "Vantor Robotics"))
    marks = hinted(window)
    at = window.token_at[context.text.index("300")]
    assert marks.shape == (len(window.ids), len(KINDS))
    assert marks[at, KINDS.index("metric")] == marks.sum() == 1


def _said(window: Window, context: Context, name: str, at: str) -> list[float]:
    rows = agreement(window, window.token_at[context.text.index(at)], "metric")
    assert rows.shape == (len(NAMED["metric"]), len(window.names), AGREED)
    row = next(i for i, n in enumerate(window.names) if context.clusters[n.cluster].name == name and not n.anaphoric)
    return rows[0, row].tolist()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("name", "at", "said"),
    [
        ("Vantor Robotics", "300", [1, 0, 0, 0]),
        ("Orrin Group", "300", [0, 0, 1, 0]),
        ("Vantor Robotics", "people.", [1, 0, 0, 0]),  # a token or two beside the place is the same place
        ("Vantor Robotics", "$12", [0, 0, 0, 1]),
        ("Orrin Group", "$12", [0, 0, 0, 0]),
    ],
)
def test_a_name_is_said_to_be_chosen_here_nearby_or_elsewhere(name: str, at: str, said: list[float]) -> None:
    context = read(_TEXT)
    window = _window(context, _staff(context, "Vantor Robotics"))
    assert _said(window, context, name, at) == said


def test_what_the_rules_found_can_be_hidden() -> None:
    context = read(_TEXT)
    window = _window(context, _staff(context, "Vantor Robotics"))
    assert not agreement(window, window.token_at[context.text.index("300")], "metric", hide=True).any()


def test_without_rules_nothing_is_said() -> None:
    context = read(_TEXT)
    window = _window(context)
    assert not hinted(window).any()
