"""Figures in little room."""

from __future__ import annotations

_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K"))


def compact(value: float) -> str:
    """1.23B, 750M, 0."""
    for scale, letter in _SCALES:
        if value >= scale * 0.9995:
            part = value / scale
            return f"{part:.3g}{letter}" if part < 999.5 else f"{part:.0f}{letter}"
    return f"{value:.3g}"
