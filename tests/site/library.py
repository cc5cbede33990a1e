"""A small library for the tests of the site: rounds that disagree, names in two scripts, an article that attacks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.model.money import Money
from bot.model.statement import Investor
from bot.model.when import When
from bot.site.publish import publish
from bot.store.read import Facts
from tests.digests.press import Press

HOSTILE = 'Vile"><script>alert(1)</script><img src=x onerror=alert(2)> Robotics'
HOSTILE_SAID = f"{HOSTILE} raised $5 million, said \u202eevil\u202c & co {{{{ 7*7 }}}}."
DEAL_SAID = "Quillon Robotics raised $21 million in a Series A round led by Harbor Lane Ventures."
OTHER_SAID = "Quillon Robotics has closed a Series A round of $30 million."
WEB = "https://example.com/quillon?a=1&b=2"


def write(folder: Path) -> Press:
    """The press with everything published, nothing built."""
    press = Press(folder)
    press.publish(
        "round", "2025-03-04", DEAL_SAID, "funding", company="Quillon Robotics", amount=Money(21e6, "USD"),
        round="Series A", investors=(Investor("Harbor Lane Ventures", True),), date=When.day(date(2025, 3, 4)),
        status="completed",
    )  # fmt: skip
    press.publish(
        "round", "2025-03-04", "Ines Okafor has led Quillon Robotics since 2021.", "role",
        person="Ines Okafor", organization="Quillon Robotics", title="CEO", start=When.year(2021),
    )  # fmt: skip
    press.publish(
        "other", "2025-03-09", OTHER_SAID, "funding", company="Quillon Robotics", amount=Money(30e6, "USD"),
        round="Series A", date=When.day(date(2025, 3, 4)), status="completed",
    )  # fmt: skip
    press.publish(
        "makers", "2025-05-01", "Unitree Robotics presented the Lantern.", "launch",
        product="Lantern", maker="Unitree Robotics", product_kind="robot",
    )  # fmt: skip
    press.publish(
        "makers", "2025-05-01", "1X Technologies has about 400 employees.", "metric",
        subject="1X Technologies", measure="employees", value=400.0, unit="employees", approximate=True,
    )  # fmt: skip
    press.publish(
        "vile", "2025-06-01", HOSTILE_SAID, "funding", company=HOSTILE, amount=Money(5e6, "USD"), status="completed",
    )  # fmt: skip
    _head(press, "round", "Quillon raises", WEB)
    _head(press, "other", "Quillon: the sum", "")
    _head(press, "makers", "Makers", "https://example.com/makers")
    _head(press, "vile", "</title><script>alert(3)</script>", "javascript:alert(4)")
    return press


def _head(press: Press, name: str, title: str, url: str) -> None:
    path = press.seeds / f"{name}.md"
    head = f"title: '{title}'\npublisher: The {name.capitalize()} Ledger\nurl: '{url}'\n"
    path.write_text(path.read_text("utf-8").replace(f"title: About {name}\n", head), "utf-8")


def site(folder: Path, facts: Facts, name: str = "site", address: str = "") -> Path:
    """Where the site of a store was put."""
    publish(facts, folder / name, address)
    return folder / name
