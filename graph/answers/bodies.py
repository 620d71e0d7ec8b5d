"""Bodies as a question names them."""

from graph.answers.asking import Asking
from graph.store import NotFoundError
from ontology.keys import slug


def bodies_named(asking: Asking, body: str | None) -> list[int] | None:
    """Return the bodies that a question names with all that are part of them.

    `body` is a key, or a name or alias in any spelling; raises `NotFoundError` when there is none.
    """
    if body is None:
        return None
    meant = asking.body_names().resolve(body, None, None).name
    names = sorted({slug(body), slug(meant)})
    found = [number for (number,) in asking.rows("bodies_named", key=body, names=names)]
    if not found:
        reason = f"không có cơ quan, tổ chức nào tên là '{body}' trong kho"
        raise NotFoundError(reason)
    return found
