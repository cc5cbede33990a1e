"""A small store for the tests of reading and writing it."""

from __future__ import annotations

from datetime import date

from bot.model.article import Article, OffsetMap
from bot.model.entity import Entity
from bot.model.event import Event, EventValue, KnownEvent
from bot.model.money import Money
from bot.model.statement import Investor, Quote, SlotValue, Statement
from bot.model.when import When
from bot.store.records import Change
from bot.store.tables import Content

QUILLON = Entity("org-quillon", "Quillon Robotics", "org", ("Quillon", "奎隆机器人"), "company")
TESSARO = Entity("org-tessaro", "Tessaro", "org", (), "company")
CLOUD = Entity("org-tessaro-cloud", "Tessaro Cloud", "org", (), "company", "Tessaro")
LAB = Entity("org-tessaro-lab", "Tessaro Vision Lab", "org", (), "", "Tessaro Cloud")
X = Entity("org-x", "X", "org")
OKAFOR = Entity("person-ines-okafor", "Inès Okafor", "person", ("Okafor",))
HOTELS = Entity("org-hotels", "hotels", "org")
SILENT = Entity("org-quilter", "Quilter", "org")

FIRST = "Quillon Robotics raised $140 million. 奎隆机器人完成融资。 Tessaro Cloud led the round."
SECOND = "Quillon raised over $100 million, X said. Okafor runs Quillon for hotels."


def _article(source: str, raw: str, published: str) -> Article:
    when = When.from_iso(published)
    return Article(
        source, raw, raw, OffsetMap(), f"Title of {source}", when, False, "The Paper", f"https://example.org/{source}",
        id=f"id-{source}",
    )  # fmt: skip


def _statement(source: str, raw: str, quote: str, kind: str, **slots: SlotValue) -> Statement:
    start = raw.index(quote)
    return Statement(f"id-{source}", kind, slots, Quote(start, start + len(quote), quote))


RAISED = _statement(
    "one.md", FIRST, "Quillon Robotics raised $140 million.", "funding",
    company="Quillon Robotics", amount=Money(140e6, "USD"), round="Series A+",
    investors=(Investor("Tessaro Cloud", True), Investor("X")), date=When.day(date(2025, 9, 8)),
)  # fmt: skip
RAISED_TOO = _statement(
    "two.md", SECOND, "Quillon raised over $100 million", "funding",
    company="Quillon", amount=Money(100e6, "USD", True, 120e6), date=When.month(2025, 9),
)  # fmt: skip
RUNS = _statement(
    "two.md", SECOND, "Okafor runs Quillon", "role", person="Okafor", organization="Quillon", title="CEO",
    start=When(date(2020, 1, 1), date(2020, 12, 31), "year", True, "after"),
)  # fmt: skip
WORKS = _statement("two.md", SECOND, "Quillon for hotels", "deployment", maker="Quillon", customer=("hotels", "X"))

RESOLVED: dict[str, dict[str, SlotValue]] = {
    RAISED.id: {
        **RAISED.slots, "company": QUILLON.id, "investors": (Investor(CLOUD.id, True), Investor(X.id)),
    },
    RAISED_TOO.id: {**RAISED_TOO.slots, "company": QUILLON.id},
    RUNS.id: {**RUNS.slots, "person": OKAFOR.id, "organization": QUILLON.id},
    WORKS.id: {**WORKS.slots, "maker": QUILLON.id, "customer": (HOTELS.id, X.id)},
}  # fmt: skip

_ROUND = Event(
    "event-round",
    "funding",
    (
        EventValue("amount", Money(140e6, "USD"), "preferred", (RAISED.id,)),
        EventValue("amount", Money(100e6, "USD", True, 120e6), "normal", (RAISED_TOO.id,)),
        EventValue("company", QUILLON.id, "preferred", tuple(sorted((RAISED.id, RAISED_TOO.id)))),
        EventValue("date", When.day(date(2025, 9, 8)), "preferred", (RAISED.id,)),
        EventValue("date", When.month(2025, 9), "deprecated", (RAISED_TOO.id,)),
        EventValue("investors", (Investor(CLOUD.id, True), Investor(X.id)), "preferred", (RAISED.id,)),
        EventValue("round", "Series A+", "preferred", (RAISED.id,)),
    ),
    tuple(sorted((RAISED.id, RAISED_TOO.id))),
)
_POST = Event(
    "event-post",
    "role",
    (
        EventValue("organization", QUILLON.id, "preferred", (RUNS.id,)),
        EventValue("person", OKAFOR.id, "preferred", (RUNS.id,)),
        EventValue("start", RUNS.slots["start"], "preferred", (RUNS.id,)),
        EventValue("title", "CEO", "preferred", (RUNS.id,)),
    ),
    (RUNS.id,),
)
_USE = Event(
    "event-use",
    "deployment",
    (
        EventValue("customer", (HOTELS.id, X.id), "preferred", (WORKS.id,)),
        EventValue("maker", QUILLON.id, "preferred", (WORKS.id,)),
    ),
    (WORKS.id,),
)


def content(built_at: str = "2026-01-01T00:00:00+00:00") -> Content:
    round_roles = (("company", QUILLON.id), ("investors", CLOUD.id), ("investors", X.id))
    post_roles = (("organization", QUILLON.id), ("person", OKAFOR.id))
    use_roles = (("customer", HOTELS.id), ("customer", X.id), ("maker", QUILLON.id))
    start = RUNS.slots["start"]
    assert isinstance(start, When)
    return Content(
        articles=[_article("one.md", FIRST, "2025-09-09"), _article("two.md", SECOND, "2025-10-01")],
        passages={
            "id-one.md": [(0, 37, FIRST[:37]), (38, 48, FIRST[38:48]), (49, len(FIRST), FIRST[49:])],
            "id-two.md": [(0, 41, SECOND[:41]), (42, len(SECOND), SECOND[42:])],
        },
        entities=[QUILLON, TESSARO, CLOUD, LAB, X, OKAFOR, HOTELS, SILENT],
        parents={CLOUD.id: TESSARO.id, LAB.id: CLOUD.id},
        nameless=frozenset({HOTELS.id}),
        statements=[RAISED, RAISED_TOO, RUNS, WORKS],
        resolved=RESOLVED,
        events=[
            KnownEvent(_ROUND, "2025-09-09", "2025-10-01", When.day(date(2025, 9, 8)), 140e6, 140e6, 2, round_roles),
            KnownEvent(_POST, "2025-10-01", "2025-10-01", start, None, None, 1, post_roles),
            KnownEvent(_USE, "2025-10-01", "2025-10-01", None, None, None, 1, use_roles),
        ],
        changes=[Change("new", "event-round", "funding", "", "", "a round", (QUILLON.id, X.id))],
        built_at=built_at,
    )  # fmt: skip
