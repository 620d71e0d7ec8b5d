"""Rows as CSV, for the standard output and for programs."""

import csv
import io
from collections.abc import Iterable
from typing import Any


def csv_text(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> str:
    """Return rows with a line of names above them."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
