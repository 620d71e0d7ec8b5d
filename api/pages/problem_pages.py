"""What goes wrong, told to whoever asks: a page to people, a problem to programs."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

from api.http.languages import words_of
from api.http.problems import STATUSES, ProblemError, problem
from api.pages.rendering import HTML, plain_page

_PROGRAMS = ("/api/", "/static/")


def problem_answer(error: ProblemError, request: HTTPConnection) -> Response:
    """Return the answer that tells of a problem."""
    answer = problem(error, words_of(request))
    if not wants_page(request):
        return answer
    title = words_of(request)(f"problem.{error.code}")
    candidates = error.more.get("candidates", ())
    detail = error.detail or title
    if candidates:  # which follow as links
        detail = detail.partition("\n")[0]
    told = {"title": title, "detail": detail, "candidates": candidates}
    page = plain_page(request, "problem.html", told, STATUSES[error.code])
    for name, value in answer.headers.items():
        if name not in {"content-type", "content-length"}:
            page.headers[name] = value
    return page


def wants_page(request: HTTPConnection) -> bool:
    """Tell whether a person with a browser asks, and not for a resource of the API."""
    path = request.scope["path"]
    return HTML in request.headers.get("accept", "") and not path.startswith(_PROGRAMS)
