"""Free questions in many wordings: what the answer must say, and what must be declined."""

from __future__ import annotations

import pytest

from bot.answers import Answerer, plain

ANSWERED: list[tuple[str, tuple[str, ...]]] = [
    ("who invested in Quillon?", ("Bexley Capital", "Ostrel Cloud", "Harbour Street")),
    ("Who are the backers of Quillon Robotics?", ("Bexley Capital", "Harbour Street")),
    ("which companies has Bexley Capital backed?", ("Quillon Robotics", "Tallow")),
    ("what has Ostrel invested in?", ("Quillon Robotics",)),
    ("who led Quillon's Series A?", ("Harbour Street Ventures",)),
    ("who co-led the Series B of Quillon with Ostrel Cloud?", ("Bexley Capital",)),
    ("how much did Quillon raise in its Series B?", ("$120 million", "$112 million")),
    ("how much did Quillon raise in 2023?", ("$30 million",)),
    ("tell me about Quillon's newest round", ("$120 million",)),
    (
        "how many funding rounds has Quillon closed, and how much has it raised in total?",
        ("four rounds", "$165 million"),
    ),
    ("how much money has Quillon raised altogether?", ("$165 million",)),
    ("what were the biggest rounds of 2025?", ("Quillon Robotics", "$120 million")),
    ("do the reports on Quillon's Series B agree?", ("$120 million", "$112 million")),
    ("who is buying Nymph Dynamics?", ("Ostrel Group",)),
    ("what is Ostrel buying?", ("Nymph Dynamics",)),
    ("how much is Ostrel paying for Nymph Dynamics?", ("$1.4 billion",)),
    ("when did Ostrel agree to acquire Nymph Dynamics?", ("2 September 2025",)),
    ("who sold Nymph Dynamics?", ("Vantor Motion",)),
    ("was Nymph Dynamics acquired by Ostrel?", ("agreed to acquire",)),
    ("when does Quillon want to go public?", ("2026",)),
    ("where will Quillon list?", ("Oslo",)),
    ("what does the Kestrel 2 cost?", ("$48,000",)),
    ("what's the price of Kestrel 2", ("$48,000",)),
    ("how much is Quillon's Kestrel 2?", ("$48,000",)),
    ("which robot did Quillon launch in January 2025?", ("Kestrel 2",)),
    ("who makes the Kestrel 2?", ("Quillon Robotics",)),
    ("when was the Kestrel 2 released?", ("January 2025",)),
    ("what is the Kestrel 2 and who made it?", ("Quillon Robotics", "robot")),
    ("who uses the Kestrel 2?", ("Tallow",)),
    ("what is the Kestrel 2 used for?", ("parcels",)),
    ("who is the CEO of Quillon?", ("Mira Aldane",)),
    ("who runs Quillon Robotics?", ("Mira Aldane",)),
    ("who heads quillon robotics?", ("Mira Aldane",)),
    ("who founded Quillon, and when?", ("Mira Aldane", "Otto Brandvik", "2019")),
    ("who founded Quillon, the arm maker that everybody in Tromsø talks about?", ("Mira Aldane", "Otto Brandvik")),
    ("when was Quillon founded?", ("2019",)),
    ("where is Quillon based?", ("Tromsø",)),
    ("who is Mira Aldane?", ("chief executive", "Quillon")),
    ("where did Mira Aldane study?", ("Ravensholm University",)),
    ("what did Mira Aldane study and where", ("control engineering", "Ravensholm")),
    ("where did the CEO of Quillon get her doctorate?", ("Ravensholm",)),
    ("which university did Quillon's chief executive graduate from?", ("Ravensholm",)),
    ("who studied at Ravensholm University?", ("Mira Aldane",)),
    ("where did Mira Aldane work before?", ("Vantor Motion",)),
    ("what did the boss of Quillon do before she founded the company?", ("Vantor Motion", "senior engineer")),
    ("what was Mira Aldane's job at Vantor Motion?", ("senior engineer",)),
    ("what did Mira Aldane say about robots?", ("as common as lamps",)),
    ("what did Ostrel's chairwoman say about the purchase?", ("last missing finger",)),
    ("how many people work at Ostrel's robotics unit?", ("900",)),
    ("what is the revenue of Ostrel's robotics unit and how many people work there?", ("$310 million", "900")),
    ("how much revenue did Ostrel Robotics have in 2024?", ("$310 million",)),
    ("how big will the market for robot hands be in 2032?", ("$12 billion",)),
    ("what does Merrin Bank expect of the market?", ("$12 billion", "2032")),
    ("how big does Merrin Bank think the market will get?", ("$12 billion",)),
    ("what will Quillon do with the money?", ("second factory", "Bergen")),
    ("what will Quillon do with the $120 million?", ("second factory",)),
    ("how many robots a year does Quillon plan to make?", ("5,000",)),
    ("which partners does Ostrel Cloud work with?", ("Tallow",)),
    ("who does Tallow work with?", ("Ostrel Cloud",)),
    ("compare Quillon and Tallow", ("Quillon", "Tallow")),
    ("谁投资了奎隆机器人？", ("Bexley Capital",)),
    ("奎隆的CEO是谁？", ("Mira Aldane",)),
    ("Kestrel 2多少钱？", ("$48,000",)),
    ("米拉是谁？", ("Quillon",)),
]

DECLINED = [
    "who is the chief financial officer of Quillon?",
    "how many engineers does Quillon employ?",
    "how many employees does Quillon have?",
    "what does the Kestrel 1 cost?",
    "what is the top speed of the Kestrel 2?",
    "what is the battery capacity of the Kestrel 2?",
    "how much did Tallow raise in its Series B?",
    "how much did Ostrel Cloud invest in Tallow?",
    "which university did Otto Brandvik graduate from?",
    "what did Ilka Thorne study?",
    "what percentage of Quillon does Bexley Capital own?",
    "when was Mira Aldane born?",
    "which law firm advised Ostrel on the purchase of Nymph Dynamics?",
    "what was Quillon's revenue in 2024?",
    "who invested in Merrin Bank?",
    "who is buying Quillon?",
    "how much did Vantor Motion pay for Quillon?",
    "who is the CEO of Tallow?",
    "who invested in Zephyrine Automata?",
    "what is the capital of Norway?",
    "why did Otto Brandvik leave?",
]


@pytest.mark.parametrize(("question", "said"), ANSWERED, ids=[q for q, _ in ANSWERED])
def test_is_answered_with_sources(answerer: Answerer, question: str, said: tuple[str, ...]) -> None:
    answer = answerer.reply([question])
    text = plain(answer)
    assert answer.answered, text
    assert [word for word in said if word not in text] == []
    assert all(line.citations for line in answer.lines)
    assert len(text) <= 2500


@pytest.mark.parametrize("question", DECLINED)
def test_is_declined_in_one_line_with_hints(answerer: Answerer, question: str) -> None:
    answer = answerer.reply([question])
    assert not answer.answered, plain(answer)
    assert answer.lines == ()
    assert answer.hints != ()
    assert "\n" not in answer.title
