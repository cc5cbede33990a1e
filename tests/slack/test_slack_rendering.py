"""Every payload that leaves for Slack is within its limits and mentions nobody, whatever articles and people write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers import Answerer
from bot.answers.render import ASIDES
from bot.model.answer import Action, Answer, Citation, Line
from bot.platforms.shared.desk import Reply
from bot.platforms.slack import facts, limits
from bot.platforms.slack.rendering import Rendering, choices
from bot.store.read import Facts
from tests.slack.double.blocks import check_message, check_options, strings
from tests.slack.stores import Shelf

QUESTIONS = json.loads((Path(__file__).parents[1] / "corpus/questions.json").read_text("utf-8"))

ARTICLE = Citation(
    "2025-09-08-quillon.md",
    "Quillon Robotics said on Monday it had raised $140 million.",
    "https://example.org/quillon?a=1&b=2",
    "The Paper",
    "2025-09-08",
    "Quillon & friends",
)
OTHER = Citation("2025-09-10-quillon.md", "Quillon raised over $100 million.", "", "Ledger", "2025-09-10")
ROUND = Line(
    "Quillon Robotics raised $140 million, 8 September 2025",
    (ARTICLE, OTHER),
    (Line("another article gives the amount as over $100 million", (OTHER,)),),
    "2025-09-08",
    "event-round",
)


@pytest.fixture
def rendering() -> Rendering:
    return Rendering(Shelf())


def reply(answer: Answer, *turns: str) -> Reply:
    return Reply(answer, turns or ("/deal Quillon",))


def texts(message: object) -> str:
    return "\n".join(strings(list(message.blocks)))  # type: ignore[attr-defined]


def elements(message: object) -> list[dict[str, object]]:
    return [e for b in message.blocks if b["type"] == "actions" for e in b["elements"]]  # type: ignore[attr-defined]


def all_pages(rendering: Rendering, answered: Reply) -> list[object]:
    """Every page as a list and as a table, with and without a button to share, and every page of the sources."""
    made: list[object] = []
    share = False
    for number in range(1, len(answered.answer.lines) + 2):
        share = not share
        message = rendering.answer(answered, number, share, by="" if share else "<!channel> & Co")
        made += [message, *([message.plainer] if message.plainer else [])]
        if not any(element["action_id"] == "more" for element in elements(message)):
            break
    for number in range(1, len(answered.answer.citations) + 2):
        made.append(rendering.sources(answered, number))
        if not elements(made[-1]):
            break
    return made


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_every_question_of_the_corpus_is_answered_within_the_limits(
    question: dict[str, object], rendering: Rendering, corpus: Facts
) -> None:
    turns = question.get("turns") or [question["question"]]
    answered = Reply(Answerer(corpus).reply(turns), tuple(turns))  # type: ignore[arg-type]
    for message in all_pages(rendering, answered):
        check_message(message.payload())  # type: ignore[attr-defined]
    check_options({"options": rendering.options(answered.answer)})


def test_a_fact_stands_with_its_sentence_its_link_and_what_contradicts_it(rendering: Rendering) -> None:
    message = rendering.answer(reply(Answer(True, "Deals: Quillon Robotics", (ROUND,))))
    head, fact, sources, *_ = message.blocks
    assert head["text"]["text"] == "Deals: Quillon Robotics"
    assert fact["text"]["text"] == (
        "• Quillon Robotics raised $140 million, 8 September 2025\n"
        "⚠ another article gives the amount as over $100 million (Ledger, 2025-09-10)"
    )
    assert sources["elements"][0]["text"] == (
        "“Quillon Robotics said on Monday it had raised $140 million.” — "
        "<https://example.org/quillon?a=1&amp;b=2|The Paper, 2025-09-08> · also Ledger, 2025-09-10"
    )


def test_the_plain_text_tells_notifications_and_screen_readers_the_same(rendering: Rendering) -> None:
    message = rendering.answer(reply(Answer(True, "Deals: Quillon & Co", (ROUND,))))
    assert message.text == (
        "Deals: Quillon &amp; Co\n• Quillon Robotics raised $140 million, 8 September 2025; "
        "another article gives the amount as over $100 million"
    )


def test_buttons_carry_the_messages_they_are_about(rendering: Rendering) -> None:
    timeline = Action("timeline", "Timeline of Quillon", "/timeline Quillon")
    answer = Answer(True, "Quillon", (ROUND,), actions=(timeline,), entities=("org-quillon",))
    made = elements(rendering.answer(reply(answer, "who leads Quillon?", "and its deals?"), share=True))
    assert [e["text"]["text"] for e in made] == [  # type: ignore[index]
        "Sources", "Timeline of Quillon", "Watch Quillon", "👍", "👎", "Share with channel",
    ]  # fmt: skip
    pressed = {e["action_id"]: rendering.decode(e["value"]) for e in made}  # type: ignore[arg-type]
    assert pressed["good"].turns == ("who leads Quillon?", "and its deals?")  # type: ignore[union-attr]
    assert pressed["timeline:0"].text == "/timeline Quillon"  # type: ignore[union-attr]
    assert pressed["watch"].text == "Quillon"  # type: ignore[union-attr]


def test_many_facts_are_paged_and_none_is_lost(rendering: Rendering) -> None:
    lines = tuple(Line(f"Fact number {n}", (ARTICLE,)) for n in range(30))
    shown: list[str] = []
    number, more = 1, True
    while more:
        message = rendering.answer(reply(Answer(True, "Many", lines)), number)
        shown += [row[2:] for row in texts(message).splitlines() if row.startswith("• ")]
        more = any(e["action_id"] == "more" for e in elements(message))
        number += 1
    assert shown == [line.text for line in lines]


def test_a_timeline_is_a_table_with_a_list_for_where_tables_are_refused(rendering: Rendering) -> None:
    lines = tuple(Line(f"Step {n}", (ARTICLE,), (), f"20{20 + n}-01-01") for n in range(6))
    message = rendering.answer(reply(Answer(True, "Timeline of Quillon", lines), "/timeline Quillon"))
    (table,) = [block for block in message.blocks if block["type"] == "table"]
    assert [cell["text"] for cell in table["rows"][1][:2]] == ["2020", "Step 0"]
    assert len(table["rows"]) == 7
    assert message.plainer is not None
    assert [b["type"] for b in message.plainer.blocks].count("section") == 6


def test_an_ambiguous_name_is_chosen_from_a_select_that_knows_the_question(rendering: Rendering) -> None:
    actions = tuple(Action("ask", name, f"/who {name}") for name in ("Ada Quill", "Bo Quill"))
    answer = Answer(
        False, "Nothing is known about “Quill”.", hints=("Did you mean Ada Quill or Bo Quill?",), actions=actions
    )
    message = rendering.answer(reply(answer, "/who Quill"))
    (select,) = [block for block in message.blocks if "accessory" in block]
    assert select["accessory"]["type"] == "external_select"
    assert rendering.decode(select["block_id"]).turns == ("/who Quill",)  # type: ignore[union-attr]
    options = rendering.options(answer)
    assert [option["text"]["text"] for option in options] == ["Ada Quill", "Bo Quill"]
    assert rendering.decode(options[1]["value"]).text == "/who Bo Quill"  # type: ignore[union-attr]
    typed = rendering.completions(["Cy Quillon"], answer)
    assert rendering.decode(typed[0]["value"]).text == "/who Cy Quillon"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("prefix", "told"),
    [
        ("", "Try /deal COMPANY, /whois PERSON, /embodied help"),
        ("er-", "Try /er-deal COMPANY, /er-whois PERSON, /er-embodied help"),
    ],
)
def test_hints_name_the_commands_as_they_are_typed_in_slack(prefix: str, told: str) -> None:
    cited = Line("an article on /who and /help", (ARTICLE,))
    answer = Answer(
        True, "T", (cited, Line("/who PERSON — who somebody is")), ("Try /deal COMPANY, /who PERSON, /help",)
    )
    shown = texts(Rendering(Shelf(), prefix).answer(reply(answer)))
    assert told in shown
    assert f"/{prefix}whois PERSON — who" in shown
    assert "an article on /who and /help" in shown


def test_sources_give_the_whole_of_each_sentence(rendering: Rendering) -> None:
    long = Citation("long.md", "Word " * 200 + "end.", "https://example.org/long")
    message = rendering.sources(reply(Answer(True, "Deals", (Line("A", (ARTICLE, long)),))))
    assert "Word end.”" in texts(message)
    assert "<https://example.org/quillon?a=1&amp;b=2|The Paper, 2025-09-08> — Quillon &amp; friends" in texts(message)


SENTENCE = "A first sentence of some forty characters or more."
CLAUSE = "One clause that goes on for forty characters,"


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("Short.", "Short."),
        (f"{SENTENCE} " + "Then more " * 50, f"{SENTENCE} …"),
        (f"{CLAUSE} " + "and Boston Dynamics " * 30, f"{CLAUSE} …"),
        ("no place to stop " * 40, ""),
    ],
)
def test_a_long_sentence_ends_where_a_sentence_or_a_clause_does(quote: str, shown: str) -> None:
    assert facts.shortened(quote, 200) == shown


FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

PIECES = (  # noqa: SIM905 - a list of them would be no easier to read
    "<!channel> <!here|here> <@U024BE7LH> <#C024BE7LH|general> <!subteam^S1> @channel @HERE @everyone & < > &amp;"
    " &lt;!channel&gt; *bold* _it_ ~x~ `code` ``` | \\ https://evil.example/|x> javascript:alert(1)"
    " <javascript:alert(1)|click> é 王兴兴 BostonDynamics word :smile:"
).split()
PIECES += ["\u202e", "\u200b", "\x00", "\ud800", "\n", "\n> quote", " ", "x" * 90]
LONG = ["x" * 3500, "word " * 4000, "&" * 5000, "<" * 3001, "@channel " * 900, "王" * 7000]
HOSTILE = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.sampled_from(LONG)

ADDRESSES = HOSTILE | st.sampled_from(["https://example.org/a?b=1&c=2", "ftp://x", "http://a b|c>"])
CITATIONS = st.builds(Citation, HOSTILE, HOSTILE, ADDRESSES, HOSTILE, HOSTILE, HOSTILE)
NOTES = st.builds(Line, HOSTILE, st.lists(CITATIONS, max_size=2).map(tuple))
WHEN = st.sampled_from(["", "2020-01-01", "2021-01-01", "2022-02-02"])
LINES = st.builds(
    Line, HOSTILE, st.lists(CITATIONS, max_size=3).map(tuple), st.lists(NOTES, max_size=2).map(tuple), WHEN, st.text(),
    st.booleans(),
)  # fmt: skip
ACTIONS = st.builds(Action, st.sampled_from(["more", "sources", "timeline", "watch", "ask"]), HOSTILE, HOSTILE)
ANSWERS = st.builds(
    Answer,
    st.booleans(),
    HOSTILE,
    st.lists(LINES, max_size=6).map(tuple),
    st.lists(HOSTILE, max_size=12).map(tuple),
    st.lists(ACTIONS, max_size=6).map(tuple),
)


@FEW
@given(answer=ANSWERS, turns=st.lists(HOSTILE, min_size=1, max_size=3))
def test_hostile_texts_stay_within_the_limits_and_mention_nobody(answer: Answer, turns: list[str]) -> None:
    rendering = Rendering(Shelf())
    for message in all_pages(rendering, Reply(answer, tuple(turns))):
        check_message(message.payload())  # type: ignore[attr-defined]
    check_options({"options": rendering.options(answer)})


@FEW
@given(lines=st.lists(st.builds(Line, HOSTILE, st.lists(CITATIONS, max_size=2).map(tuple)), min_size=5, max_size=9))
def test_hostile_texts_in_tables(lines: list[Line]) -> None:
    dated = tuple(Line(line.text, line.citations, line.notes, f"20{20 + n}-01-01") for n, line in enumerate(lines))
    for message in all_pages(Rendering(Shelf()), reply(Answer(True, "Timeline", dated))):
        check_message(message.payload())  # type: ignore[attr-defined]


@FEW
@given(turns=st.lists(HOSTILE, min_size=1, max_size=6))
def test_what_a_button_carries_comes_back(turns: list[str]) -> None:
    rendering = Rendering(Shelf())
    made = elements(rendering.answer(Reply(Answer(True, "T", (ROUND,)), tuple(turns))))
    value = next(e["value"] for e in made if e["action_id"] == "good")
    assert len(value) <= limits.BUTTON_VALUE  # type: ignore[arg-type]
    assert rendering.decode(value).turns == tuple(turns)  # type: ignore[arg-type, union-attr]


def test_choices_are_names_only_where_nothing_was_answered() -> None:
    ask = Action("ask", "Deals", "/deal Quillon")
    assert choices(Answer(True, "T", (ROUND,), actions=(ask, ask))) == ()
    assert choices(Answer(False, "T", actions=(ask, Action("timeline", "x", "/timeline x")))) == (ask,)


@pytest.mark.parametrize("line", ["The hands never tire, says Aldane.", "“The hands never tire, says Aldane.”"])
def test_a_line_that_is_the_sentence_itself_is_not_followed_by_it(line: str) -> None:
    cited = Citation("a.md", "The hands never  tire, says Aldane.", publisher="Robot Post", published="2025-03-01")
    assert facts.sources(Line(line, (cited,))) == "Robot Post, 2025-03-01"


def test_what_only_stands_near_is_set_apart_on_each_page(rendering: Rendering) -> None:
    near = tuple(Line(f"“Sentence {n}.”", (OTHER,), aside=True) for n in range(limits.PAGE_LINES + 1))
    answered = reply(Answer(True, "Quillon", (ROUND, *near)))
    for number in (1, 2):
        told = texts(rendering.answer(answered, number))
        assert told.count(ASIDES) == 1
    first = texts(rendering.answer(answered))
    assert first.index("$140 million") < first.index(ASIDES) < first.index("Sentence 0.")
    assert ASIDES not in texts(rendering.answer(reply(Answer(True, "Quillon", near[:3]))))
