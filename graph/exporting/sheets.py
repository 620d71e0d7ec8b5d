"""Nodes and edges as two tables in a folder: CSV or Parquet."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

from graph.exporting.rows import EdgeRow, NodeRow, cells, columns

_TOGETHER: Final = 4096
"""Rows of a Parquet table in memory at once."""

Rows: TypeAlias = Iterable[NodeRow] | Iterable[EdgeRow]


def write_csv(folder: Path, name: str, kind: type, rows: Rows) -> None:
    """Write a table as a CSV file with a line of names."""
    with (folder / f"{name}.csv").open("x", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns(kind))
        writer.writerows(map(cells, rows))


def write_parquet(folder: Path, name: str, kind: type, rows: Rows) -> None:
    """Write a table as a Parquet file; raises `ModuleNotFoundError` without pyarrow."""
    import pyarrow as pa  # noqa: PLC0415  an extra, and heavy
    from pyarrow import parquet  # noqa: PLC0415

    types = {str: pa.string(), int: pa.int64()}
    schema = pa.schema([(name, types[each]) for name, each in columns(kind).items()])
    with parquet.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd") as writer:
        for group in _groups(rows):
            values = zip(*map(cells, group), strict=True)
            arrays = [pa.array(each, one.type) for each, one in zip(values, schema, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _groups(rows: Rows) -> Iterator[list[Any]]:
    left = iter(rows)
    while group := list(islice(left, _TOGETHER)):
        yield group
