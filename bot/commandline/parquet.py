"""Rows as Parquet, where the extra `export` is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.answers.tables import COLUMNS, Row
from bot.commandline.output import Refusal

_MISSING = "bot export: Parquet needs pyarrow, which is not installed: pip install -e '.[export]'"


def as_parquet(rows: Sequence[Row]) -> bytes:
    """One table with the types of the columns, lists as lists; Refusal where the extra is missing."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise Refusal(_MISSING) from None
    types: dict[str, Any] = {
        "text": pyarrow.string(),
        "number": pyarrow.float64(),
        "flag": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    schema = pyarrow.schema([(column.name, types[column.type]) for column in COLUMNS])
    numbers = {column.name for column in COLUMNS if column.type == "number"}
    cells = [{name: _wide(cell) if name in numbers else cell for name, cell in row.items()} for row in rows]
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(pyarrow.Table.from_pylist(cells, schema=schema), sink)
    return bytes(sink.getvalue().to_pybytes())


def _wide(cell: Any) -> float | None:
    return None if cell is None else float(cell)
