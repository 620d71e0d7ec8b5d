"""The best Cypher that we know for each question: one statement that gives the first page whole.

Each file of `by_hand/` is named as its question in `bench.asking`, and gives what the rows of the
answer need, with the state of a task by what people said and with the words that prove an edge. Two
things they leave out: no reader is told of what others write meanwhile, and nothing is made of the
rows. Like those of the store they are sent by themselves, outside of any transaction.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from neo4j import Driver

from bench.asking import AS_OF, MONTH, Asked

_FOLDER: Final = Path(__file__).parent / "by_hand"


def statement(name: str) -> str:
    """Return the statement for a question."""
    file = _FOLDER / f"{name.replace(',', '').replace(' ', '-')}.cypher"
    return file.read_text(encoding="utf-8")


def work(driver: Driver, name: str, asked: Asked) -> Callable[[], None]:
    """Return what runs the statement for a question."""
    text = statement(name)
    values: dict[str, Any] = {
        "document": asked.popular if "popular" in name else asked.middling,
        "plan": asked.plan,
        "task": asked.task,
        "source": asked.source,
        "day": AS_OF.isoformat(),
        "month": MONTH.isoformat(),
    }

    def run() -> None:
        with driver.session() as session:
            session.run(text, values).values()

    return run
