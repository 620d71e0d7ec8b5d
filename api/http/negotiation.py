"""Which of the forms of an answer a client wants, by RFC 9110."""

from collections.abc import Sequence

from api.http.problems import Code, ProblemError


def chosen(accept: str | None, offered: Sequence[str]) -> str:
    """Return the form that is wanted most, the first of equals; raise `ProblemError` for none.

    >>> chosen("text/csv;q=0.5, application/*", ("application/json", "text/csv"))
    'application/json'
    """
    if accept is None or not accept.strip():
        return offered[0]
    ranges = [_range(part) for part in accept.split(",")]
    best = max(offered, key=lambda media: _quality(media, ranges))
    if _quality(best, ranges) <= 0:
        raise ProblemError(Code.NOT_ACCEPTABLE, offered=list(offered))
    return best


def _range(part: str) -> tuple[str, float]:
    """Return a media range and its quality; one that is not understood is not wanted."""
    media, *parameters = (piece.strip() for piece in part.lower().split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            return media, _number(value.strip())
    return media, 1.0


def _number(text: str) -> float:
    digits = text.replace(".", "", 1)
    return min(float(text), 1.0) if digits.isascii() and digits.isdigit() else 0.0


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return how much a form is wanted: what the most exact range says."""
    kind = media.partition("/")[0]
    for pattern in (media, f"{kind}/*", "*/*"):
        found = [quality for asked, quality in ranges if asked == pattern]
        if found:
            return max(found)
    return 0.0
