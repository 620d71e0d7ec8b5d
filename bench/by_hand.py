"""The best Cypher that we know for each question: one statement that gives the first page whole.

Each file of `by_hand/` is named as its question in `bench.asking`. They are as short as somebody
would write them who knows this graph: no reader is told of what others write meanwhile, no state is
looked up in a history that is empty, and nothing is made of the rows.
"""

from pathlib import Path
from typing import Any, Final

from neo4j import Driver

from bench.asking import AS_OF, MONTH, Asked, timed

_FOLDER: Final = Path(__file__).parent / "by_hand"


def statement(name: str) -> str:
    """Return the statement for a question."""
    file = _FOLDER / f"{name.replace(',', '').replace(' ', '-')}.cypher"
    return file.read_text(encoding="utf-8")


def milliseconds(driver: Driver, name: str, asked: Asked) -> tuple[float, float]:
    """Return the median and the 95th percentile of the time that a statement takes."""
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

    return timed(run)
