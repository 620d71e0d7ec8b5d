"""Reviews by anniversaries for people and for calendars: told as derived, apart from deadlines."""

from collections.abc import Mapping
from dataclasses import replace

import click

from api.labels import document_name, documents_by_key, full_day, one_line
from api.tables import Column, print_table
from api.words import Words
from graph.answer_types import Answer, DocumentRow, MilestoneRow, TaskRow
from graph.store import Store

_SHOWN = (Column("due", 11), Column("milestone", 28), Column("task"), Column("lead", 20))


def milestone_rows(answer: Answer) -> tuple[MilestoneRow, ...]:
    """Return the rows of an answer that are milestones."""
    return tuple(row for row in answer.rows if isinstance(row, MilestoneRow))


def show_milestones(answer: Answer, store: Store, words: Words) -> None:
    """Print milestones as a table under words that say what they are; nothing without any."""
    rows = milestone_rows(answer)
    if not rows:
        return
    click.echo(words("milestones.title", total=answer.total))
    names = documents_by_key(store, (row.reviews for row in rows))
    shown = [
        (
            full_day(row.day),
            words("milestones.years", years=row.years, document=_name(row, names)),
            one_line(row.work.text) if row.work else row.title,
            "; ".join(row.work.lead) if row.work else "",
        )
        for row in rows
    ]
    notes = (
        f"“{one_line(row.hop.quote)}” {row.work.task if row.work else row.document}" for row in rows
    )
    print_table(_SHOWN, shown, words, notes)
    click.echo()


def as_tasks(answer: Answer, words: Words) -> tuple[TaskRow, ...]:
    """Return the tasks of milestones for a file of tasks, each saying how its day was derived."""
    return tuple(
        replace(
            row.work,
            due=(row.day, row.day),
            due_text=words(
                "milestones.derived", quote=one_line(row.hop.quote), since=full_day(row.since)
            ),
        )
        for row in milestone_rows(answer)
        if row.work is not None
    )


def _name(row: MilestoneRow, names: Mapping[str, DocumentRow]) -> str:
    return document_name(names[row.reviews]) if row.reviews in names else row.reviews
