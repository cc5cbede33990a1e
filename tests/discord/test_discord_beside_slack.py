"""`bot run` with both platforms: one that goes away takes nothing from the other, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.outage import Name, outage


@pytest.mark.parametrize("away", ["discord", "slack"])
async def test_one_goes_away_the_other_answers_both_come_back_and_end_cleanly(
    corpus_db: Path, tmp_path: Path, away: Name
) -> None:
    outcome = await outage(corpus_db, tmp_path, away, seconds=1.0, answers=3)
    assert outcome.wrong == []
    assert outcome.answered_meanwhile >= 3
    assert outcome.status == 0, outcome.log
    assert outcome.ended_after <= 10  # five, on a machine that does nothing else
