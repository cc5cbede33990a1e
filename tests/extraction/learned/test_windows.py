"""Articles cut into windows: every sentence is read once, whoever is named near it is seen."""

from __future__ import annotations

from collections import Counter

from bot.extraction.learned.surroundings import WIDTH, surroundings
from bot.extraction.learned.windows import MEANT, ORG, SUM, Window, windows
from tests.extraction.reading import read

_LONG = " ".join(f"Vantor Robotics sold {n} robots to Kestrel Systems, a maker of pumps, in the year {n}." for n in
                 range(1900, 1960))  # fmt: skip


def _own(window: Window) -> set[int]:
    return {s for s, own in zip(window.sentences, window.own, strict=True) if own}


def test_every_sentence_is_searched_for_facts_in_exactly_one_window() -> None:
    context = read(_LONG, title="Vantor sells")
    counted = Counter(index for window in windows(context) for index in _own(window))
    assert counted == {s.index: 1 for s in context.sentences}


def test_no_window_is_longer_than_the_encoder_can_read() -> None:
    for text in (_LONG, "Vantor Robotics " + "robot " * 3000 + ".", " ".join(["Vantor Robotics"] * 900)):
        for window in windows(read(text)):
            assert len(window.ids) <= 512
            assert len(window.ids) == len(window.places) == len(window.marks) == len(window.own)


def test_every_window_begins_with_the_title_and_shows_what_came_before() -> None:
    first, second, *_ = windows(read(_LONG, title="Vantor sells"))
    assert first.sentences[1] == second.sentences[1] == 0
    before = sorted(set(second.sentences) - {-1, 0})
    assert before[:3] == [min(_own(second)) - back for back in (3, 2, 1)]


def test_names_and_sums_are_marked_in_the_tokens() -> None:
    context = read("Vantor Robotics raised $12 million. The company builds arms.")
    (window,) = windows(context)
    text = {n.start: context.text[n.start : n.end] for n in window.names}
    assert text[0] == "Vantor Robotics"
    assert {window.marks[t] for n in window.names if n.start == 0 for t in range(n.first, n.last + 1)} == {ORG}
    assert window.marks[window.token_at[context.text.index("$12")]] == SUM
    assert any(n.anaphoric and window.marks[n.first] == MEANT for n in window.names)


def test_an_article_without_names_has_nothing_to_read() -> None:
    assert list(windows(read("robots are getting cheaper."))) == []


def test_a_name_before_the_place_is_told_from_one_behind_it() -> None:
    context = read("Vantor Robotics bought Kestrel Systems in 2024.")
    (window,) = windows(context)
    rows = surroundings(window, window.token_at[context.text.index("bought")])
    assert rows.shape == (2, WIDTH)
    assert set(rows.ravel().tolist()) == {0.0, 1.0}
    assert rows[0].tolist() != rows[1].tolist()


def test_the_kind_of_a_name_can_be_hidden() -> None:
    (window,) = windows(read("Vantor Robotics hired Jane Porter."))
    shown, hidden = (surroundings(window, 3, hide_kinds=h) for h in (False, True))
    assert (shown != hidden).any(axis=1).all()
