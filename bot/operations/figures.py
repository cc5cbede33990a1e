"""What is counted for Prometheus: interactions and how long they took; the rest is looked up when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.operations.interactions import Interaction

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)


class Figures:
    """One for the process. Labels are few: platform, command and outcome, never who or where."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        labels = ("platform", "command", "outcome")
        self._count = Counter(
            "bot_interactions", "Messages answered, by what came of them.", labels, registry=self._registry
        )
        self._seconds = Histogram(
            "bot_answer_seconds",
            "From a message to its answer.",
            ("command",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._facts = Counter("bot_facts_told", "Facts told in answers.", ("platform",), registry=self._registry)

    def __call__(self, interaction: Interaction) -> None:
        self._count.labels(interaction.platform, interaction.command, interaction.outcome).inc()
        self._facts.labels(interaction.platform).inc(interaction.facts)
        if interaction.outcome != "limited":
            self._seconds.labels(interaction.command).observe(interaction.seconds)

    def watch(self, look: Callable[[], dict[str, Any]]) -> None:
        """Adds what a look at the health tells."""
        self._registry.register(_Looked(look))

    def text(self) -> bytes:
        """All of it in Prometheus' form."""
        return generate_latest(self._registry)


class _Looked(Collector):
    def __init__(self, look: Callable[[], dict[str, Any]]) -> None:
        self._look = look

    def describe(self) -> list[Metric]:
        """Nothing is looked up before somebody asks."""
        return []

    def collect(self) -> Iterator[Metric]:
        told = self._look()
        yield GaugeMetricFamily("bot_healthy", "Whether answers can be had.", float(told["ok"]))
        if told["store"]["age_seconds"] is not None:
            yield GaugeMetricFamily(
                "bot_store_age_seconds", "Since the facts were built.", told["store"]["age_seconds"]
            )
        if told["last_reload"]["at"]:
            at = datetime.fromisoformat(told["last_reload"]["at"]).timestamp()
            yield GaugeMetricFamily("bot_last_reload_timestamp_seconds", "When the last reload ended.", at)
            good = float(told["last_reload"]["outcome"] == "done")
            yield GaugeMetricFamily("bot_last_reload_success", "Whether it replaced the facts.", good)
        connected = GaugeMetricFamily("bot_connected", "Whether a platform is connected.", labels=["platform"])
        for platform, there in sorted(told["connections"].items()):
            connected.add_metric([platform], float(there))
        yield connected
