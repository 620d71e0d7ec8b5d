"""What is told of tasks in words, whatever it is written into: days, documents, ways up."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from api.labels import document_name, documents_by_key, full_day, one_line
from api.words import Words
from graph.answer_types import Answer, DocumentRow, Hop, MilestoneRow, TaskRow, Tie
from graph.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """Tasks to be handed out as a file, with what is said once for all of them.

    `total` is how many there are where `rows` are only a page of them; `names` are the documents
    of the rows, of their chains and of the milestones by key; `link` returns the address of the
    page of a task or document by its key. `milestones` are derived: no file shows them as tasks.
    """

    rows: tuple[TaskRow, ...]
    total: int
    title: str
    as_of: dt.date
    words: Words
    names: Mapping[str, DocumentRow]
    link: Callable[[str], str] | None = None
    milestones: tuple[MilestoneRow, ...] = ()


def task_list(  # noqa: PLR0913  (all that is said once)
    answer: Answer,
    store: Store,
    *,
    title: str,
    as_of: dt.date,
    words: Words,
    link: Callable[[str], str] | None = None,
    milestones: tuple[MilestoneRow, ...] = (),
) -> TaskList:
    """Return the tasks of an answer, and milestones, with the documents that they name."""
    rows = tuple(row for row in answer.rows if isinstance(row, TaskRow))
    reviews = [key for row in milestones for key in (row.document, row.reviews)]
    return TaskList(
        rows=rows,
        total=answer.total,
        title=title,
        as_of=as_of,
        words=words,
        names=documents_by_key(store, [*keys_of(rows), *reviews]),
        link=link,
        milestones=milestones,
    )


def keys_of(rows: Sequence[TaskRow]) -> list[str]:
    """Return the keys of the documents that tasks and their chains name, and of the tasks."""
    keys = [row.document for row in rows]
    return keys + [key for row in rows for hop in row.chain for key in (hop.from_, hop.to)]


def document_label(document: DocumentRow | None, key: str) -> str:
    """Return a document's name, title and issuer in one line."""
    if document is None:
        return key
    name = document_name(document)
    title = one_line(document.title or "")
    about = f": {title}" if title and title not in name else ""
    place = document.jurisdiction or ""
    issuer = document.issuer or ""
    told = ", ".join(one for one in (issuer, "" if place in issuer else place) if one)
    issuer = f" ({told})" if told else ""
    return f"{name}{about}{issuer}"


def chain_in_words(chain: Sequence[Hop], names: Mapping[str, DocumentRow], words: Words) -> str:
    """Return the steps from a task up to the directive, each with the words that prove it."""
    return " ".join(steps_in_words(chain, names, words))


def steps_in_words(
    chain: Sequence[Hop], names: Mapping[str, DocumentRow], words: Words
) -> list[str]:
    """Return each step from a task up to the directive, with the words that prove it."""
    return [f"← {_step(hop, names, words)}" for hop in chain]


def _step(hop: Hop, names: Mapping[str, DocumentRow], words: Words) -> str:
    relation = words.known(f"relation.{hop.relation}")
    name = document_name(names[hop.to]) if hop.to in names else hop.to
    if hop.relation == Tie.PART_OF:  # its quote is the task itself, which stands above
        return f"{relation}: {name}"
    return f"{relation}: {name} “{one_line(hop.quote)}”"


def due_in_words(row: TaskRow, words: Words) -> str:
    """Return when a task is due: its deadline, its interval, or how often it comes round."""
    if row.occurrence is not None:
        return full_day(row.occurrence)
    if row.due is not None:
        return interval(row.due, words)
    if row.recurrence:
        return ", ".join(words.known(f"recurrence.{name}") for name in row.recurrence)
    return ""


def interval(due: tuple[dt.date | None, dt.date | None], words: Words) -> str:
    """Return the days of an interval, on two lines where it has two ends."""
    earliest, latest = due
    if earliest is None and latest is not None:
        return words("due.until", day=full_day(latest))
    if latest is None and earliest is not None:
        return words("due.from", day=full_day(earliest))
    if earliest == latest:
        return full_day(latest)
    return f"{full_day(earliest)} – {full_day(latest)}"
