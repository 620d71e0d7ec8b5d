"""Files of one folder, written row by row, and how they are imported."""

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TextIO

from graph.neo4j.tables import END, ID, RELATIONSHIPS, START, TYPE, Row, Table, options

ARGUMENTS: Final = "import.args"
"""The file with what `neo4j-admin` must be told."""

COMMAND: Final = f"neo4j-admin database import full neo4j @{ARGUMENTS}"
"""What imports the files, run in their folder."""


class Sheets:
    """A folder that takes the rows of tables; at its end it is told how they are imported.

    A table without rows has no files.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[Table, TextIO] = {}
        self._longest = 0
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()
        if error is None:
            told = options(self._files, self._longest)
            self._write(ARGUMENTS, "".join(f"{option}\n" for option in told))

    def node(self, table: Table, name: str, row: Row) -> None:
        """Add a node; relationships know it by `name`, which no other node has."""
        self._add(table, {ID: name, **row})

    def relate(self, start: str, kind: str, end: str, /, **told: object) -> None:
        """Add a relationship between two nodes."""
        self._add(RELATIONSHIPS, {START: start, END: end, TYPE: kind, **told})

    def _add(self, table: Table, row: Row) -> None:
        line = table.line(row)
        self._longest = max(self._longest, len(line))
        if table not in self._files:
            self._write(table.header, table.heads)
            self._files[table] = self._open.enter_context(self._new(table.data))
        self._files[table].write(line)

    def _write(self, name: str, text: str) -> None:
        with self._new(name) as file:
            file.write(text)

    def _new(self, name: str) -> TextIO:
        """Open a file in which a line ends as it does in a cell, whatever the system says."""
        return (self._folder / name).open("x", encoding="utf-8", newline="\n")
