"""The tables that a graph is imported from: their names, labels and columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

Row = dict[str, Any]

ARRAY_DELIMITER: Final = "\x1f"
"""Parts what a list holds: it counts as a blank, and what is listed has no blank but the usual."""

ID: Final = ":ID"
START: Final = ":START_ID"
END: Final = ":END_ID"
TYPE: Final = ":TYPE"


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of nodes of these labels, or of relationships where it has none.

    `columns` are the types by the names, as `neo4j-admin` calls both; text has no type.
    """

    name: str
    labels: str
    columns: Mapping[str, str]

    @property
    def option(self) -> str:
        """The option by which `neo4j-admin` reads the table; names need a folder before them."""
        files = f"./{self.header},./{self.data}"
        return f"--nodes={self.labels}={files}" if self.labels else f"--relationships={files}"

    @property
    def header(self) -> str:
        """The file with the names of the columns."""
        return f"{self.name}.header.csv"

    @property
    def data(self) -> str:
        """The file with the rows."""
        return f"{self.name}.csv"

    @property
    def heads(self) -> str:
        """The names of the columns as a line."""
        heads = (f"{name}:{kind}" if kind else name for name, kind in self.columns.items())
        return ",".join(heads) + "\n"

    def line(self, row: Row) -> str:
        """Return a row as a line; raise `ValueError` if it has what the table has not."""
        unknown = row.keys() - self.columns.keys()
        if unknown:
            reason = f"no column for {min(unknown)} in {self.name}"
            raise ValueError(reason)
        values = map(row.get, self.columns)
        return ",".join(["" if value is None else cell(value) for value in values]) + "\n"


def cell(value: object) -> str:
    r"""Return a value as it stands in a file: nothing for None, text always in quotes.

    >>> cell('số "A" ...'), cell(""), cell(None), cell(True), cell(["a", "b"]) == cell("a\x1fb")
    ('"số ""A"" ..."', '""', '', 'true', True)
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return cell(_listed(value))
    return f'"{value.replace(chr(34), chr(34) * 2)}"' if isinstance(value, str) else str(value)


def _listed(values: list[str]) -> str:
    """Return a list as text; one that is empty cannot be told from none."""
    if not all(values) or any(ARRAY_DELIMITER in value for value in values) or not values:
        reason = f"a list that cannot be read back: {values!r}"
        raise ValueError(reason)
    return ARRAY_DELIMITER.join(values)


def _nodes(name: str, label: str, columns: str) -> Table:
    return Table(name, f"Chidao:{label}", {ID: "", **_columns(columns)})


def _columns(text: str) -> dict[str, str]:
    """Return the types of columns by their names, which stand with a colon between them."""
    return {name: kind for name, _, kind in (one.partition(":") for one in text.split())}


DOCUMENTS: Final = _nodes(
    "documents",
    "Document",
    "key id:long standing authority type number symbol date:date issuer term jurisdiction title"
    " status source confidence accounts:string[] family place issuer_slug name_words title_words",
)
BODIES: Final = _nodes(
    "bodies",
    "Body",
    "key id:long name aliases:string[] kind level jurisdiction parent valid_from:date"
    " valid_to:date successor successor_date:date source confidence registered:boolean body_words"
    " called",
)
SOURCES: Final = _nodes(
    "sources",
    "Source",
    "name location format sha256 reader length:long type number symbol title issuer jurisdiction"
    " place date:date period_from:date period_to:date text facts digest issuer_start:long"
    " issuer_stop:long issuer_rule",
)
CITATIONS: Final = _nodes(
    "citations",
    "Citation",
    "key name ordinal:long start:long stop:long type number symbol date:date issuer term rule"
    " title quote named_family mention by:date status method candidates:string[]"
    " disagreements:string[]",
)
TASKS: Final = _nodes(
    "tasks",
    "Task",
    "key id:long name kind path parent_path start:long stop:long text rule due_earliest:date"
    " due_latest:date recurs:boolean waits:boolean done:boolean done_on:date changed:boolean"
    " phrase_roles:string[] phrases:string[] task_words",
)
RECURRENCES: Final = _nodes(
    "recurrences",
    "Recurrence",
    "ordinal:long frequency month_day:long weekday:long month:long rrule first_day:date"
    " last_day:date text start:long stop:long rule rule_bounds",
)
EVIDENCE: Final = _nodes(
    "evidence",
    "Evidence",
    "edge source:long relation target:long registered:boolean document told_by:long start:long"
    " stop:long rule words origin",
)
CHANGES: Final = _nodes(
    "changes", "StatusChange", "of_document of_task text status on:date by note at"
)
STORE: Final = _nodes(
    "store", "Store", "key version:long generation:long next:long writer unindexed:boolean"
)
RELATIONSHIPS: Final = Table(
    "relationships",
    "",
    {START: "", END: "", TYPE: ""}
    | _columns(
        "document start:long stop:long quote rule ordinal:long relation text method status"
        " date:date derived:boolean"
    ),
)

_BUFFER: Final = 4 << 20
"""Characters that `neo4j-admin` reads at once when nobody says otherwise."""


def options(tables: Iterable[Table], longest: int) -> tuple[str, ...]:
    """Return the options with which tables are imported whose longest row has so many letters.

    No value may be longer than the buffer, in units of which a rare letter takes two.
    """
    return (
        "--multiline-fields=true",
        "--legacy-style-quoting=false",
        "--trim-strings=false",
        "--ignore-empty-strings=false",
        f"--array-delimiter=U+{ord(ARRAY_DELIMITER):04X}",
        f"--read-buffer-size={max(_BUFFER, 2 * longest)}",
        *(table.option for table in tables),
    )
