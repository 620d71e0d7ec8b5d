"""The best statements that we know for each question: few, and each gives the first page whole.

A file of `by_hand/` is named as its question in `bench.asking`; of a server it is one statement, of
the embedded store one or two, the last with the rows. Their rows are made into the same answer as
the store gives, which the bench and a test see to. What they leave out: no reader is told of what
others write meanwhile, and nothing but this one question of a made-up country can be asked with
them: of whom it is asked, of what kinds, and in what state stands in the statement itself. Like
those of the store they are sent by themselves, outside of any transaction.
"""

import json
import re
import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from neo4j import Driver

from bench.asking import AS_OF, MONTH, Asked
from bench.by_hand_rows import MAKERS, page_of_due
from graph.answer_types import Answer

_FOLDER: Final = Path(__file__).parent / "by_hand"
_PART: Final = re.compile(r"\{\{(\w+)\}\}")

Work = Callable[[], Answer]


@cache
def statements(name: str, ending: str) -> tuple[str, ...]:
    """Return the statements for a question, their parts such as `{{task}}` put in."""
    file = f"{name.replace(',', '').replace(' ', '-')}.{ending}"
    return tuple(filter(None, map(str.strip, _read(file).split(";\n"))))


def _read(file: str) -> str:
    text = (_FOLDER / file).read_text(encoding="utf-8")
    return _PART.sub(lambda part: _read(f"part_{part[1]}{Path(file).suffix}").strip(), text)


def on_server(driver: Driver, name: str, asked: Asked) -> Work:
    """Return what answers a question by Cypher."""
    first, *then = statements(name, "cypher")
    values, make = _values(name, asked), MAKERS[name]

    def work() -> Answer:
        with driver.session() as session:
            ((total, rows),) = session.run(first, values).values()
            if then:
                total, pairs = page_of_due(total, rows)
                ((rows,),) = session.run(then[0], values, pairs=pairs).values()
        return Answer(tuple(make(rows)), total)

    return work


def connect(path: str) -> sqlite3.Connection:
    """Return a connection of the bench's own to the file of a store, with as much memory."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def embedded(connection: sqlite3.Connection, name: str, asked: Asked) -> Work:
    """Return what answers a question by SQL; without a statement for the total rows are counted."""
    *first, last = statements(name, "sql")
    values, make = _values(name, asked), MAKERS[name]

    def work() -> Answer:
        found = [connection.execute(text, values).fetchall() for text in first]
        given = dict(values)
        if len(found) > 1:
            total, pairs = page_of_due(*found)
            given["pairs"] = json.dumps(pairs)
        rows = tuple(make(connection.execute(last, given).fetchall()))
        if len(found) == 1:
            ((total,),) = found[0]
        elif not found:
            total = len(rows)
        return Answer(rows, total)

    return work


def is_same(answer: Answer, by_hand: Answer) -> bool:
    """Tell whether an answer by hand is that of a store, where the next page begins left out."""
    return (answer.rows, answer.total) == (by_hand.rows, by_hand.total)


def _values(name: str, asked: Asked) -> dict[str, Any]:
    return {
        "document": asked.popular if "popular" in name else asked.middling,
        "plan": asked.plan,
        "task": asked.task,
        "source": asked.source,
        "day": AS_OF.isoformat(),
        "month": MONTH.isoformat(),
    }
