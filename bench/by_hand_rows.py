"""From the rows that statements by hand give to the rows of answers, as plainly as may be."""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from bench.asking import AS_OF, MONTH
from graph.answer_types import (
    BodyRow,
    ChainRow,
    CitingRow,
    CountRow,
    DocumentRow,
    EdgeRow,
    FoundRow,
    Hop,
    Row,
    State,
    TaskRow,
)
from graph.labels import document_label
from graph.occurrences import occurrences
from ontology.facts import Standing
from ontology.folding import collapse, fold_search
from ontology.numbers import full_symbol

Rows = Sequence[Sequence[Any]]
PAGE: Final = 100
"""How many rows a page has."""

_DAY: Final = AS_OF.isoformat()


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _list(value: Any) -> list[Any]:  # noqa: ANN401  (JSON of a store that has no lists)
    return json.loads(value) if isinstance(value, str) else value or []


def _state(row: Sequence[Any]) -> str:
    earliest, latest, recurs, waits, done, said = row[9:15]
    status, on = _list(said) or (
        ("done", done) if done is not None and done <= _DAY else ("open", "")
    )
    if status == "cancelled":
        return "cancelled"
    if status == "done":
        return "done-on-time" if latest is None or on <= latest else "done-late"
    if latest is not None and latest < _DAY:
        return "open-overdue"
    if latest is not None or earliest is not None:
        return "open-in-time"
    return "recurring" if recurs else "waiting" if waits else "undated"


def _task(row: Sequence[Any], occurrence: str | None = None) -> TaskRow:
    """Return a task; no made-up body was succeeded, so that none is told who came after."""
    text, document, title, number, symbol, path, kind, start, stop, earliest, latest = row[:11]
    told: defaultdict[str, list[str]] = defaultdict(list)
    for role, words, *_ in _list(row[15]):
        told[role].append(words)
    rules = _list(row[16])
    chain = tuple(map(_hop, _list(row[17]))) if len(row) > 17 else ()
    by_plan = bool(chain) and chain[0].relation == "part_of"
    due = told.get("due") or [words for *_, words in rules]
    return TaskRow(
        task=f"{document}#{path}",
        text=collapse(text),
        document=document,
        document_title=title or full_symbol(number, symbol) or document,
        path=path,
        kind=kind,
        start=start,
        end=stop,
        state=_state(row),
        lead=tuple(told.get("lead", ())),
        cooperating=tuple(told.get("cooperating", ())),
        due=(_day(earliest), _day(latest)) if earliest or latest else None,
        due_text="; ".join(due) or None,
        recurrence=tuple(rule[0] for rule in rules),
        rrule=tuple(rule[1] for rule in rules if rule[1]),
        within=(_day(rules[0][2]), _day(rules[0][3])) if rules else (None, None),
        condition=next(iter(told.get("condition", ())), None),
        status=next(iter(told.get("status", ())), None),
        relation=chain[by_plan].relation if chain else None,
        through=("plan" if by_plan else "chain" if len(chain) > 1 else "own text")
        if chain
        else None,
        implements=chain[-1].to if chain else None,
        occurrence=_day(occurrence),
        chain=chain,
    )


def _tasks(rows: Rows) -> Iterator[Row]:
    return map(_task, rows)


def _due(rows: Rows) -> Iterator[Row]:
    """Give tasks, each after the day on which it is due."""
    return (_task(row[1:], row[0]) for row in rows)


def _chain(rows: Rows) -> Iterator[Row]:
    for depth, direction, title, *hop in rows:
        yield ChainRow(depth, direction, _hop(hop), title)


def _hop(told: Sequence[Any]) -> Hop:
    """Return a hop; the words that prove it and their place may come together."""
    from_, relation, to, *proof = told
    return Hop(from_, relation, to, *(proof if len(proof) > 1 else _list(proof[0])))


def _citing(rows: Rows) -> Iterator[Row]:
    return (CitingRow(*row) for row in rows)


def _documents(rows: Rows) -> Iterator[Row]:
    for key, kind, number, symbol, date, *rest in rows:
        yield DocumentRow(key, kind, number, symbol, _day(date), *rest)


def _bodies(rows: Rows) -> Iterator[Row]:
    for row in sorted(rows, key=lambda row: (fold_search(row[1]), row[0])):
        key, name, kind, place, parent, start, end, successor, since, *counts = row
        life = _day(start), _day(end)
        yield BodyRow(key, name, kind, place, parent, *life, successor, _day(since), *counts)


def _found(rows: Rows) -> Iterator[Row]:
    for key, path, text, date in rows:
        yield FoundRow("task", f"{key}#{path}", collapse(text), _day(date))


def _edges(rows: Rows) -> Iterator[Row]:
    """Give edges: the columns of a document's name, or else the words for the other node."""
    for key, kind, number, symbol, date, words, *hop in rows:
        named = kind and (number or symbol or words)
        label = document_label(kind, number, symbol, _day(date), words) if named else words or key
        yield EdgeRow(Hop(*hop), label if kind else collapse(label))


def _counts(rows: Rows) -> Iterator[Row]:
    """Give the counts, of which some come by standing, by kind and state, or several at once."""
    values: list[Any] = [_list(value) if isinstance(value, str) else value for _, value in rows]
    documents, citations, tasks, edges, bodies, said, aside = values
    by_standing: dict[str, int] = dict(documents)
    kinds: Counter[str] = Counter()
    states: Counter[str] = Counter()
    for kind, state, many in tasks:
        kinds[kind] += many
        states[state] += many if kind != "topic" else 0
    every, ambiguous, resolved = citations
    found = {f"documents-{name}": by_standing.get(name, 0) for name in Standing}
    found |= {f"{name}s": kinds[name] for name in ("task", "assignment", "topic")}
    found |= {"citations": every, "citations-resolved": resolved}
    found |= {"citations-ambiguous": ambiguous, "citations-unknown": every - ambiguous - resolved}
    found |= {"edges": edges, "bodies": bodies, "status-changes": said, "kept_aside": aside}
    found |= {f"state:{state}": states[state] for state in State}
    return (CountRow(name, many) for name, many in found.items())


def page_of_due(dated: Rows, recurring: Rows) -> tuple[int, list[tuple[str, int]]]:
    """Return how many deadlines there are, and those of the days on which the page ends."""
    days: defaultdict[str, set[int]] = defaultdict(set)
    for latest, tasks in dated:
        days[latest].update(_list(tasks))
    for rule, first, last, several in recurring:
        tasks = _list(several)
        for day in map(dt.date.isoformat, occurrences(rule, AS_OF, MONTH)):
            if (first or "") <= day <= (last or "~"):
                days[day].update(tasks)
    pairs = ((day, task) for day in sorted(days) for task in days[day])
    found: list[tuple[str, int]] = []
    for pair in pairs:
        if len(found) >= PAGE and pair[0] != found[-1][0]:
            break
        found.append(pair)
    return sum(map(len, days.values())), found


MAKERS: Final[dict[str, Callable[[Rows], Iterable[Row]]]] = {
    "tasks that implement a middling directive": _tasks,
    "tasks that implement the most popular one": _tasks,
    "tasks of a plan": _tasks,
    "tasks of a body": _tasks,
    "overdue, whole country": _tasks,
    "due within a month, whole country": _due,
    "chain of a middling directive": _chain,
    "chain of a plan, upward": _chain,
    "who cites a middling directive": _citing,
    "relied on though replaced": _citing,
    "search for two words": _found,
    "documents of a province": _documents,
    "bodies by a word": _bodies,
    "neighbours of a plan": _edges,
    "neighbours of a task": _edges,
    "evidence of an edge": _edges,
    "counts": _counts,
}
