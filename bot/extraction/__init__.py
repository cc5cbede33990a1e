"""Reads an article into statements: parse, names, discourse, then every kind of fact, checked and told once."""

from __future__ import annotations

import os

# Numpy reads these when it is loaded. The matrices are small: a second thread would spin more than it computes, and two
# reading processes would take the CPUs from each other.
for _setting in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_setting, "1")

from bot.extraction.run import extract  # noqa: E402 (numpy is loaded below it)

__all__ = ["extract"]
