"""Bodies as a question names them, and those that answer for them by a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers.asking import Asking
from graph.questions import Due, Tasks
from graph.store import NotFoundError
from ontology.folding import fold_search
from ontology.keys import CENTRE_NAME, slug


@dataclass(frozen=True, slots=True)
class Successor:
    """The body that answers for another."""

    key: str
    name: str


def bodies_asked(asking: Asking, question: Tasks | Due) -> list[int] | None:
    """Return the bodies that a question is about, None where it is about all."""
    history = question.with_history
    return bodies_named(asking, question.body, question.as_of, history=history)


def bodies_named(
    asking: Asking, body: str | None, as_of: dt.date, *, history: bool = False
) -> list[int] | None:
    """Return the bodies that a question names with all that are part of them.

    `body` is a key, or a name or alias in any spelling; raises `NotFoundError` when there is none.
    With their history: those that came before and after by `as_of`, with their parts.
    """
    if body is None:
        return None
    meant = asking.body_names().resolve(body, None, None).name
    names = sorted({slug(body), slug(meant)})
    asked = {"key": body, "names": names, "history": history, "as_of": as_of.isoformat()}
    found = [number for (number,) in asking.rows("bodies_named", **asked)]
    if not found:
        reason = f"không có cơ quan, tổ chức nào tên là '{body}' trong kho"
        raise NotFoundError(reason)
    return found


def present_bodies(asking: Asking, keys: Iterable[str], as_of: dt.date) -> dict[str, Successor]:
    """Return the bodies that answer by a day for those that are no more, by the keys of these."""
    gone = sorted(set(keys))
    rows = asking.rows("present_bodies", keys=gone, as_of=as_of.isoformat()) if gone else ()
    return {key: Successor(now, full_name(name, place)) for key, now, name, place in rows}


def full_name(name: str, jurisdiction: str | None) -> str:
    """Return a body's name with its province, where the name does not say it.

    >>> full_name("Ban Dân vận Tỉnh ủy", "Lâm Đồng"), full_name("Bộ Tài chính", "Trung ương")
    ('Ban Dân vận Tỉnh ủy Lâm Đồng', 'Bộ Tài chính')
    """
    if jurisdiction in {None, CENTRE_NAME} or fold_search(jurisdiction or "") in fold_search(name):
        return name
    return f"{name} {jurisdiction}"
