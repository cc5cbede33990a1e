"""Which of the values that were said is told first, and which stand against each other."""

from __future__ import annotations

import pytest

from bot.knowledge.changes import print_value
from tests.knowledge.telling import cny, merged, says, usd


def funding(source, **changes):
    slots = {"company": "Quillon", "round": "Series A", "date": "2025-09-08"} | changes
    return says(source, "funding", **{k: v for k, v in slots.items() if v is not None})


NAMED = ("Tokyo", "Tokyo Stock Exchange")


def ranks(*told, slot, **published):
    """Printed value → rank, of one slot of the one event told."""
    (known,) = merged(*told, **published)
    return {print_value(v): v.rank for v in known.event.values if v.slot == slot}


def test_what_more_articles_say_is_preferred_and_the_other_stays_visible():
    told = [funding("a", amount=usd(100)), funding("b", amount=usd(140)), funding("c", amount=usd(140))]
    assert ranks(*told, slot="amount") == {"140,000,000 USD": "preferred", "100,000,000 USD": "normal"}


def test_one_article_that_repeats_itself_does_not_outvote_two():
    once = [funding("a", amount=usd(140)), funding("b", amount=usd(140))]
    often = [
        says("c", "funding", at, company="Quillon", round="Series A", amount=usd(100), date="2025-09-08")
        for at in range(3)
    ]
    assert ranks(*once, *often, slot="amount")["140,000,000 USD"] == "preferred"


def test_the_other_currency_of_one_sum_is_no_conflict():
    told = [funding("a", amount=usd(140)), funding("b", amount=usd(140)), funding("c", amount=cny(1000))]
    assert ranks(*told, slot="amount") == {"140,000,000 USD": "preferred", "1,000,000,000 CNY": "deprecated"}


@pytest.mark.parametrize(
    ("one", "other", "best", "rank_of_other"),
    [
        ("2025-09-08", "2025", "2025-09-08", "deprecated"),
        ("2025", "2025-09", "2025-09", "deprecated"),
        ("2025-09-08", "2025-09-10", "2025-09-10", "normal"),
    ],
)
def test_the_preciser_date_is_told_and_disjoint_dates_conflict(one, other, best, rank_of_other):
    found = ranks(funding("a", date=one), funding("b", date=other), slot="date", a="2025-09-09", b="2025-09-11")
    assert found == {best: "preferred", ({one, other} - {best}).pop(): rank_of_other}


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (usd(100), usd(101.5), False),
        (usd(100), usd(103), True),
        (usd(100), usd(108, approximate=True), False),
        (usd(100), usd(120, approximate=True), True),
        (usd(30, high=50e6), usd(45), False),
        (usd(30, high=50e6), usd(60), True),
    ],
)
def test_when_sums_conflict(one, other, conflict):
    (known,) = merged(funding("a", amount=one), funding("b", amount=other))
    assert bool(known.event.conflicting("amount")) == conflict


def test_two_names_of_a_round_for_one_sum_conflict():
    investors = [{"name": "Brisk Capital", "lead": True}]
    a = funding("a", amount=usd(140), round="Series A", investors=investors)
    b = funding("b", amount=usd(140), round="Series B", investors=investors)
    (known,) = merged(a, b)
    assert len(known.event.conflicting("round")) == 2


def test_a_unit_is_told_before_the_group_it_belongs_to_and_nothing_conflicts():
    told = [
        says("a", "acquisition", buyer="Tessaro", target="Brisk"),
        says("b", "acquisition", buyer="Tessaro Cloud", target="Brisk"),
    ]
    assert ranks(*told, slot="buyer") == {"org-tessaro-cloud": "preferred", "org-tessaro-group": "deprecated"}


def test_investors_are_joined_those_that_lead_first_the_unit_for_its_group():
    a = funding("a", investors=[{"name": "Brisk Capital"}, {"name": "Tessaro"}])
    b = funding("b", investors=[{"name": "Tessaro Cloud", "lead": True}, {"name": "Lumen Fund"}])
    (known,) = merged(a, b)
    (value,) = [v for v in known.event.values if v.slot == "investors"]
    assert print_value(value) == "org-tessaro-cloud, org-brisk-capital, org-lumen-fund"
    assert len(value.statements) == 2


def test_who_was_only_in_talks_put_nothing_in_once_it_is_told_who_did():
    talks = funding("a", status="rumored", investors=[{"name": "Brisk Capital"}, {"name": "Lumen Fund"}])
    done = funding("b", status="completed", investors=[{"name": "Brisk Capital", "lead": True}])
    silent = funding("b", status="completed")
    published = {"a": "2025-09-08", "b": "2025-09-20"}
    assert list(ranks(talks, done, slot="investors", **published)) == ["org-brisk-capital"]
    assert list(ranks(talks, silent, slot="investors", **published)) == ["org-brisk-capital, org-lumen-fund"]


def test_a_group_and_its_unit_both_stay_where_one_article_names_both():
    both = funding("a", investors=[{"name": "Tessaro"}, {"name": "Tessaro Cloud"}])
    (known,) = merged(both)
    assert [print_value(v) for v in known.event.values if v.slot == "investors"] == [
        "org-tessaro-group, org-tessaro-cloud"
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            {"a": ("2025-06-01", "rumored"), "b": ("2025-09-09", "completed")},
            {"completed": "preferred", "rumored": "deprecated"},
        ),
        (
            {"a": ("2025-06-01", "rumored"), "b": ("2025-06-03", "denied")},
            {"denied": "preferred", "rumored": "deprecated"},
        ),
        (
            {"a": ("2025-06-01", "denied"), "b": ("2025-09-09", "completed")},
            {"completed": "preferred", "denied": "deprecated"},
        ),
        (
            {"a": ("2025-06-01", "completed"), "b": ("2025-06-20", "denied")},
            {"denied": "preferred", "completed": "normal"},
        ),
        (
            {"a": ("2025-06-01", "announced"), "b": ("2025-06-20", "completed"), "c": ("2025-05-01", "rumored")},
            {"completed": "preferred", "announced": "deprecated", "rumored": "deprecated"},
        ),
    ],
)
def test_what_a_deal_has_come_to(told, expected):
    statements = [
        says(source, "acquisition", buyer="Lumen Co", target="Brisk", status=s) for source, (_, s) in told.items()
    ]
    assert ranks(*statements, slot="status", **{source: day for source, (day, _) in told.items()}) == expected


def test_the_figure_of_a_rumour_gives_way_to_that_of_the_deal():
    rumour = funding("a", amount=usd(200), status="rumored", date="2025-08-20")
    done = funding("b", amount=usd(140), status="completed")
    assert ranks(rumour, done, slot="amount", a="2025-08-20", b="2025-09-09") == {
        "140,000,000 USD": "preferred",
        "200,000,000 USD": "deprecated",
    }


@pytest.mark.parametrize(
    ("later", "rank_of_the_sum_talked_of"),
    [
        ({"status": "completed"}, "deprecated"),
        ({"status": "announced"}, "deprecated"),
        ({"status": "rumored"}, "preferred"),
        ({"status": "denied"}, "preferred"),
    ],
)
def test_the_sum_of_talks_is_not_that_of_the_deal(later, rank_of_the_sum_talked_of):
    talks = funding("a", amount=usd(100), status="rumored")
    found = ranks(talks, funding("b", **later), slot="amount", a="2025-09-08", b="2025-10-08")
    assert found == {"100,000,000 USD": rank_of_the_sum_talked_of}


def test_the_sum_of_an_announced_deal_stays_when_it_is_closed():
    told = [funding("a", amount=usd(100), status="announced"), funding("b", status="completed")]
    assert ranks(*told, slot="amount", a="2025-09-08", b="2025-10-08") == {"100,000,000 USD": "preferred"}


def test_other_words_for_a_post_are_no_conflict():
    told = [
        says(source, "role", person="Ines Okafor", organization="Brisk", title=title)
        for source, title in [("a", "CEO"), ("b", "chief executive officer"), ("c", "CEO")]
    ]
    assert ranks(*told, slot="title") == {"CEO": "preferred", "chief executive officer": "deprecated"}


def test_sites_of_a_robot_and_names_of_an_exchange_contradict_nothing():
    site = {"product": "Strider", "customer": ["Brisk Stores"]}
    told = [
        says("a", "deployment", **site, maker="Brisk", date="2024"),
        says("b", "deployment", **site, maker="Brisk Stores", date="2025-09"),
    ]
    assert all("normal" not in ranks(*told, slot=slot).values() for slot in ("maker", "date"))
    listed = [says(source, "ipo", company="Brisk", exchange=name) for source, name in zip("ab", NAMED, strict=True)]
    assert "normal" not in ranks(*listed, slot="exchange").values()


def test_unit_and_doubt_belong_to_the_figure_they_were_told_with():
    metric = {"subject": "Brisk", "measure": "units", "date": "2025"}
    told = [
        says("a", "metric", **metric, value=5500, unit="robots"),
        says("b", "metric", **metric, value=5500, unit="robots"),
        says("c", "metric", **metric, value=4200, unit="humanoid robots", approximate=True),
    ]
    assert ranks(*told, slot="value") == {"5,500": "preferred", "4,200": "normal"}
    assert ranks(*told, slot="unit")["robots"] == "preferred"
    assert ranks(*told, slot="approximate") == {"True": "deprecated"}


def test_every_value_keeps_those_who_said_it():
    a, b = funding("a", amount=usd(100)), funding("b", amount=usd(140))
    (known,) = merged(a, b)
    assert {v.statements for v in known.event.values if v.slot == "amount"} == {(a.id,), (b.id,)}


def test_two_wordings_are_no_disagreement():
    role = {"person": "Mara Voss", "organization": "Quillon"}
    titles = [says("a", "role", title="head of research", **role), says("b", "role", title="research head", **role)]
    topics = [
        says(source, "partnership", parties=["Quillon", "Brisk Motion"], topic=topic)
        for source, topic in (("a", "hands for kitchens"), ("b", "joint laboratory"))
    ]
    assert not any(known.event.disputed for told in (titles, topics) for known in merged(*told))


def test_an_event_is_disputed_once_however_many_of_its_values_are():
    (known,) = merged(
        funding("a", amount=usd(100), date="2025-09-08"), funding("b", amount=usd(140), date="2025-09-10")
    )
    assert known.event.disputed
    assert [slot for slot in ("amount", "date") if known.event.conflicting(slot)] == ["amount", "date"]
