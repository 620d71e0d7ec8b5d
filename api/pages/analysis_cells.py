"""Where each cell of an analysis leads: documents, bodies, tasks, and the words that prove it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias
from urllib.parse import urlencode

from dateutil.relativedelta import relativedelta

from api.analyses import are_figures
from api.analysing import Analysed
from api.pages import links
from graph.analysis.asked import Analyse, Name
from graph.analysis.tables import DOCUMENTS, Cell
from graph.answer_types import State
from graph.questions import Level
from ontology.periods import day

Row: TypeAlias = Mapping[str, Cell]

_NEVER: Final = "key"
"""A column that a page has no use for: it is where the name leads."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """What one cell says, the title of its column, and where it leads, if anywhere."""

    column: str
    text: str
    url: str | None
    is_figure: bool


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; `proof` is where the words stand that prove it."""

    cells: tuple[TableCell, ...]
    proof: str | None


@dataclass(frozen=True, slots=True)
class Cells:
    """The table of an analysis as a page shows it."""

    columns: tuple[tuple[str, bool], ...]
    rows: tuple[TableRow, ...]

    @property
    def has_proofs(self) -> bool:
        """Tell whether any row is proved by words of its own."""
        return any(row.proof for row in self.rows)


def cells_of(found: Analysed) -> Cells:
    """Return the page of a table; each row leads on."""
    analysis, table = found.analysis, found.analysis.table
    names = [name for name in table.shown if name != _NEVER]
    records = table.records()
    figures = {name: are_figures(row[name] for row in records) for name in names}
    rows = tuple(
        TableRow(
            tuple(
                TableCell(
                    analysis.column(name),
                    analysis.cell(name, row),
                    _lead(found, name, row),
                    figures[name],
                )
                for name in names
            ),
            _proof(row),
        )
        for row in found.rows()
    )
    return Cells(tuple((analysis.column(name), figures[name]) for name in names), rows)


def _lead(found: Analysed, name: str, row: Row) -> str | None:
    """Return where a cell leads; what says nothing leads nowhere."""
    value = row[name]
    if value is None:
        return None
    if name in DOCUMENTS or (name == "name" and row.get("kind") == "document"):
        return _on(found, links.document_url(str(value)))
    lead = _LEADS.get(found.question.analysis)
    return lead(found, name, row) if lead else None


def _proof(row: Row) -> str | None:
    """Return where the words of a row stand: of an edge, or of a day that is misprinted."""
    source, relation, target = (
        row.get("source", row.get("document")),
        row.get("relation"),
        row.get("target"),
    )
    start, end = row.get("start"), row.get("end")
    if isinstance(start, int) and isinstance(end, int):
        return links.place_url(str(source), start, end)
    if source is None or relation is None or target is None:
        return None
    return links.edge_url(str(source), str(relation), str(target))


def _on(found: Analysed, url: str) -> str:
    return links.with_query(url, as_of=found.question.as_of.isoformat())


def _to(path: str, found: Analysed, **asked: str | None) -> str:
    told = {name: value for name, value in asked.items() if value is not None}
    query = urlencode({**told, "as_of": found.question.as_of.isoformat()}, errors="replace")
    return f"{path}?{query}"


def _of_level(found: Analysed, name: str, row: Row) -> str | None:
    if name != "name":
        return None
    if found.question.level is Level.PROVINCE:
        return _to("/documents", found, jurisdiction=str(row["name"]), standing="loaded")
    key = str(row["key"])
    return _on(found, links.body_url(key)) if key in found.analysis.bodies else None


def _of_group(found: Analysed, name: str, row: Row) -> str | None:
    if name != "name":
        return None
    if row["group"] == "province":
        return _to("/documents", found, jurisdiction=found.analysis.cell("name", row))
    return _chain(found, found.question.document)


def _of_chain(found: Analysed, name: str, row: Row) -> str | None:
    if name not in {"layer", "below", "implemented_by"}:
        return None
    return _chain(found, str(row["document"]) if "document" in row else found.question.document)


def _chain(found: Analysed, document: str | None) -> str:
    return _to("/chain", found, document=document, way="down", tasks="false")


def _of_place(found: Analysed, name: str, row: Row) -> str | None:
    if name != "jurisdiction":
        return None
    return _to("/documents", found, jurisdiction=str(row[name]), standing="loaded")


def _of_month(found: Analysed, name: str, row: Row) -> str | None:
    states = {state.value for state in State}
    if not row[name] or name not in {"month", "total", *states}:
        return None
    year, month = map(int, str(row["month"]).split("-"))
    first = day(year, month, 1)
    if first is None:
        return None
    begin, end = found.question.window
    return _to(
        *("/tasks", found),
        body=found.question.body,
        due_from=max(first, begin).isoformat(),
        due_to=min(first + relativedelta(day=31), end).isoformat(),
        state=name if name in states else None,
        with_history="true" if found.question.with_history else None,
    )


def _of_sides(found: Analysed, name: str, row: Row) -> str | None:
    place = _side(found.question, name)
    if place is None or row["kind"] != "figure":
        return None
    if row["name"] == "documents":
        return _to("/documents", found, jurisdiction=place, standing="loaded")
    return _to("/tasks", found, province=place) if row["name"] == "tasks" else None


def _side(question: Analyse, name: str) -> str | None:
    return {"first": question.first, "second": question.second}.get(name)


_LEADS: Final[Mapping[Name, Callable[[Analysed, str, Row], str | None]]] = MappingProxyType(
    {
        Name.COVERAGE: _of_level,
        Name.GAP: _of_level,
        Name.LAG: _of_group,
        Name.DEPTH: _of_chain,
        Name.RELIED: _of_chain,
        Name.ORPHANS: _of_place,
        Name.WORKLOAD: _of_month,
        Name.COMPARE: _of_sides,
    }
)
