"""From what is asked to the table that answers it; what wants networkx is imported when asked."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from graph.analysis.asked import Analyse, Name
from graph.analysis.tables import Asker, Table


def table_of(asker: Asker, question: Analyse) -> Table:
    """Return the whole answer of an analysis.

    Raises `NotFoundError` for what is not in the store, `ModuleNotFoundError` without the extra.
    """
    return _MAKERS[question.analysis](asker, question)


def _coverage(asker: Asker, asked: Analyse) -> Table:
    from graph.analysis.reach import coverage  # noqa: PLC0415  (an extra, as for all)

    return coverage(asker, asked.document or "", asked.level, asked.jurisdiction)


def _gap(asker: Asker, asked: Analyse) -> Table:
    from graph.analysis.reach import gap  # noqa: PLC0415

    return gap(asker, asked.document or "", asked.level, asked.jurisdiction)


def _lag(asker: Asker, asked: Analyse) -> Table:
    from graph.analysis.lags import lag  # noqa: PLC0415

    return lag(asker, asked.document or "")


def _depth(asker: Asker, asked: Analyse) -> Table:
    from graph.analysis.shape import depth  # noqa: PLC0415

    return depth(asker, asked.document)


def _relied(asker: Asker, _: Analyse) -> Table:
    from graph.analysis.shape import relied  # noqa: PLC0415

    return relied(asker)


def _orphans(asker: Asker, _: Analyse) -> Table:
    from graph.analysis.shape import orphans  # noqa: PLC0415

    return orphans(asker)


def _cycles(asker: Asker, _: Analyse) -> Table:
    from graph.analysis.contradictions import cycles  # noqa: PLC0415

    return cycles(asker)


def _workload(asker: Asker, asked: Analyse) -> Table:
    from graph.analysis.work import workload  # noqa: PLC0415

    return workload(asker, asked.body or "", *asked.window, with_history=asked.with_history)


def _compare(asker: Asker, asked: Analyse) -> Table:
    from graph.analysis.sides import compare  # noqa: PLC0415

    return compare(asker, asked.first or "", asked.second or "")


_MAKERS: Final[MappingProxyType[Name, Callable[[Asker, Analyse], Table]]] = MappingProxyType(
    {
        Name.COVERAGE: _coverage,
        Name.GAP: _gap,
        Name.LAG: _lag,
        Name.DEPTH: _depth,
        Name.RELIED: _relied,
        Name.ORPHANS: _orphans,
        Name.CYCLES: _cycles,
        Name.WORKLOAD: _workload,
        Name.COMPARE: _compare,
    }
)
