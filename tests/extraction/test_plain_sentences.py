"""Plain sentences of business news, each with the facts that a reader takes from it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extraction.test_people import told

JANE, PAUL = {"person": "Jane Porter"}, {"person": "Paul Keller"}
LUMEN, CORVANE = {"organization": "Lumen Robotics"}, {"organization": "Corvane Robotics"}
CHIEF = {"title": "chief executive"}
SOLD = {"product": "Brindle"}
BACKED = {"company": "Lumen Robotics", "investors": [{"name": "Bluewater Capital", "lead": False}]}
PARTIES = {"parties": ["Lumen Robotics", "Harbor Foods"]}
STUDIED = {"person": "Jane Porter", "school": "Northfield University"}

FACTS: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("role", "Jane Porter follows Paul Keller as chief executive of Lumen Robotics.",
     [JANE | LUMEN | CHIEF, PAUL | LUMEN | CHIEF]),
    ("role", "Paul Keller was succeeded as chief executive of Lumen Robotics by Jane Porter.",
     [JANE | LUMEN | CHIEF, PAUL | LUMEN | CHIEF]),
    ("role", "Lumen Robotics has poached Jane Porter from Corvane Robotics.", [JANE | CORVANE, JANE | LUMEN]),
    ("role", "Jane Porter resigned as chief executive of Lumen Robotics in March 2024.",
     [JANE | LUMEN | CHIEF | {"end": "2024-03"}]),
    ("role", "Paul Keller joined the board of Lumen Robotics in 2021.",
     [PAUL | LUMEN | {"title": "board member", "start": "2021"}]),
    ("role", "The director of sales at Lumen Robotics, Jane Porter, spoke.",
     [JANE | LUMEN | {"title": "director of sales"}]),
    ("role", "Jane Porter and Paul Keller are chief executive and chief scientist of Lumen Robotics, respectively.",
     [JANE | LUMEN | CHIEF, PAUL | LUMEN | {"title": "chief scientist"}]),
    ("role", "Jane Porter worked for Corvane Robotics from 2015 to 2019.",
     [JANE | CORVANE | {"start": "2015", "end": "2019"}]),
    ("role", "Jane Porter left Corvane Robotics in 2019 to found Lumen Robotics.",
     [JANE | CORVANE | {"end": "2019"}, JANE | LUMEN | {"title": "founder"}]),
    ("role", "Paul Keller was replaced by Jane Porter at Lumen Robotics.", [JANE | LUMEN, PAUL | LUMEN]),
    ("role", "Jane Porter and Paul Keller sit on the board of Lumen Robotics.",
     [JANE | LUMEN | {"title": "board member"}, PAUL | LUMEN | {"title": "board member"}]),
    ("role", "The board of Lumen Robotics includes Jane Porter and Paul Keller.",
     [JANE | LUMEN | {"title": "board member"}, PAUL | LUMEN | {"title": "board member"}]),
    ("role", "Jane Porter is in charge of hardware at Lumen Robotics.", [JANE | LUMEN | {"title": "head of hardware"}]),
    ("role", "Lumen Robotics, led by former Corvane Robotics engineer Jane Porter, makes arms.",
     [JANE | CORVANE | {"title": "engineer"}, JANE | LUMEN]),
    ("role", "Lumen Robotics appointed Jane Porter chief executive in June 2024.",
     [JANE | LUMEN | CHIEF | {"start": "2024-06"}]),
    ("role", "Former Corvane Robotics chief scientist Paul Keller advises Lumen Robotics.",
     [PAUL | CORVANE | {"title": "chief scientist"}, PAUL | LUMEN | {"title": "adviser"}]),
    ("role", "Jane Porter, formerly of Corvane Robotics, is now vice president of hardware at Lumen Robotics.",
     [JANE | CORVANE, JANE | LUMEN | {"title": "vice president of hardware"}]),
    ("role", "Jane Porter was chief executive of Lumen Robotics from 2018 until 2022.",
     [JANE | LUMEN | CHIEF | {"start": "2018", "end": "2022"}]),
    ("role", "Paul Keller retired as chairman of Lumen Robotics at the end of 2023.",
     [PAUL | LUMEN | {"title": "chairman", "end": "2023"}]),
    ("role", "Jane Porter takes over from Paul Keller as chief executive of Lumen Robotics.",
     [JANE | LUMEN | CHIEF, PAUL | LUMEN | CHIEF]),
    ("role", "Paul Keller is leaving Lumen Robotics after ten years; Jane Porter replaces him.",
     [JANE | LUMEN, PAUL | LUMEN]),
    ("role", "Lumen Robotics hired Jane Porter as its chief financial officer in May 2025.",
     [JANE | LUMEN | {"title": "chief financial officer", "start": "2025-05"}]),
    ("role", "Jane Porter, head of robotics at Corvane Robotics, is moving to Lumen Robotics.",
     [JANE | CORVANE | {"title": "head of robotics"}, JANE | LUMEN]),
    ("role", "Jane Porter was appointed to the board of Lumen Robotics.", [JANE | LUMEN | {"title": "board member"}]),
    ("role", "Jane Porter chairs the supervisory board of Lumen Robotics.", [JANE | LUMEN | {"title": "chair"}]),
    ("role", "Paul Keller quit the supervisory board of Lumen Robotics in May 2024.",
     [PAUL | LUMEN | {"title": "member of the supervisory board", "end": "2024-05"}]),
    ("deployment", "Lumen Robotics has put 40 of its Brindle robots into service with Harbor Foods in Leeds.",
     [SOLD | {"maker": "Lumen Robotics", "customer": ["Harbor Foods"]}]),
    ("deployment", "The Brindle robots are in service with Harbor Foods and with Quayside Foods.",
     [SOLD | {"customer": ["Harbor Foods", "Quayside Foods"]}]),
    ("deployment", "Lumen Robotics delivered 30 Brindle robots to Harbor Foods in May 2025.",
     [SOLD | {"maker": "Lumen Robotics", "customer": ["Harbor Foods"], "date": "2025-05"}]),
    ("deployment", "Harbor Foods ordered 200 robots from Lumen Robotics.",
     [{"maker": "Lumen Robotics", "customer": ["Harbor Foods"]}]),
    ("deployment", "Harbor Foods is testing robots from Lumen Robotics in its kitchens.",
     [{"maker": "Lumen Robotics", "customer": ["Harbor Foods"]}]),
    ("funding", "Bluewater Capital has invested in Lumen Robotics.", [BACKED]),
    ("funding", "Bluewater Capital took a 12% stake in Lumen Robotics.", [BACKED]),
    ("funding", "Tessaro Industries sold 10% of Lumen Robotics to Bluewater Capital.", [BACKED]),
    ("funding", "Lumen Robotics received backing from Bluewater Capital.", [BACKED]),
    ("funding", "Bluewater Capital became a shareholder of Lumen Robotics.", [BACKED]),
    ("partnership", "Lumen Robotics and Harbor Foods set up a joint venture for kitchen robots.",
     [PARTIES | {"topic": "kitchen robots"}]),
    ("partnership", "Lumen Robotics teamed up with Harbor Foods and Quayside Foods.",
     [{"parties": ["Lumen Robotics", "Harbor Foods", "Quayside Foods"]}]),
    ("partnership",
     "Under a partnership announced on Tuesday, Lumen Robotics and Harbor Foods will build kitchen robots.",
     [PARTIES | {"topic": "build kitchen robots", "date": "2025-10-07"}]),
    ("partnership", "Lumen Robotics entered a strategic alliance with Harbor Foods in 2024.",
     [PARTIES | {"date": "2024"}]),
    ("partnership", "Lumen Robotics denied that it is working with Harbor Foods.", []),
    ("deployment", "Harbor Foods bought 30 robots from Lumen Robotics to stack crates.",
     [{"maker": "Lumen Robotics", "customer": ["Harbor Foods"], "use": "stack crates"}]),
    ("deployment", "The Brindle robot is used for inspection.", [SOLD | {"use": "inspection"}]),
    ("partnership", "Lumen Robotics is working with Harbor Foods on kitchen robots.",
     [PARTIES | {"topic": "kitchen robots"}]),
    ("partnership", "Lumen Robotics signed a memorandum of understanding with Harbor Foods in May 2025.",
     [PARTIES | {"date": "2025-05"}]),
    ("education", "Jane Porter studied at Northfield University.", [STUDIED]),
    ("education", "Jane Porter, who holds a doctorate in physics from Northfield University, founded Lumen Robotics.",
     [STUDIED | {"degree": "doctorate", "field": "physics"}]),
    ("education", "Jane Porter did her PhD under Paul Keller at Northfield University.", [STUDIED | {"degree": "PhD"}]),
    ("price", "The Brindle robot from Lumen Robotics sells for between $20,000 and $25,000.",
     [SOLD | {"amount": {"value": 20_000, "high": 25_000, "currency": "USD"}}]),
    ("price", "Lumen Robotics rents out its Brindle robot for $900 a month.",
     [SOLD | {"amount": {"value": 900, "currency": "USD"}}]),
    ("forecast", "Hartwell Securities expects Lumen Robotics to ship 5,000 robots in 2027.",
     [{"source": "Hartwell Securities", "measure": "units", "value": 5000, "date": "2027"}]),
    ("forecast", "Hartwell Securities forecasts a market for humanoids of $38 billion by 2035.",
     [{"source": "Hartwell Securities", "measure": "market_size", "value": 38_000_000_000, "date": "2035"}]),
    ("metric", "Lumen Robotics lost $8 million last year.",
     [{"subject": "Lumen Robotics", "measure": "profit", "value": -8_000_000, "date": "2024"}]),
    ("metric", "Lumen Robotics holds a 30% share of the market for kitchen robots.",
     [{"subject": "Lumen Robotics", "value": 30, "unit": "percent"}]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "facts"), FACTS)
def test_a_sentence_tells_these_facts_and_no_others(kind: str, text: str, facts: list[dict[str, Any]]) -> None:
    found = told(kind, text)
    assert len(found) == len(facts)
    for fact in facts:
        assert any(fact.items() <= one.items() for one in found), fact
