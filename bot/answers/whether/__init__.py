"""Whether something is so: the verdict before an answer that may be given by yes or no."""

from __future__ import annotations
