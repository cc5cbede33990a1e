"""The day on which the digests of these tests are due."""

from __future__ import annotations

from datetime import UTC, datetime

MONDAY = datetime(2025, 10, 6, 9, 0, tzinfo=UTC)
