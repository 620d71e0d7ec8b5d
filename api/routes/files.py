"""Tasks as files for other programs: calendars and workbooks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.asking import tasks_question, tasks_title
from api.calendar import calendar_file
from api.http.described import CITED, file
from api.http.languages import words_of
from api.http.queries import FileQuery, whole
from api.http.remembered import Body
from api.http.replies import kept
from api.http.serving import serving_of
from api.meanings import Asker
from api.reviews import milestones_among
from api.spreadsheet import spreadsheet_file
from api.task_words import TaskList, task_list
from api.words import Words
from graph.store import Store

router: Final = APIRouter(prefix="/api", tags=["files"])

ICS: Final = "text/calendar"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Calendar(Response):
    media_type = ICS


class _Workbook(Response):
    media_type = XLSX


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which tasks, how many at most, in which words, and where the pages of tasks are."""

    query: FileQuery
    most: int
    words: Words
    base: str

    def found(self, store: Store, *, milestones: bool = False) -> TaskList:
        """Return the tasks, with milestones beside them, and what is said once for all."""
        query, words = self.query, self.words
        asker = Asker(query.as_of, query.jurisdiction, words)
        wanted = query.wanted(implements=query.implements, document=query.document)
        question, _ = tasks_question(wanted, whole(query), store, asker)
        return task_list(
            store.ask(replace(question, limit=self.most)),
            store,
            title=tasks_title(question, store, words),
            as_of=query.as_of,
            words=words,
            link=self._link,
            milestones=milestones_among(replace(question, limit=self.most), store)
            if milestones
            else (),
        )

    def _link(self, key: str) -> str:
        return f"{self.base}{'tasks' if '#' in key else 'documents'}/{quote(key, safe='')}"


@dataclass(frozen=True, slots=True)
class _File:
    """How tasks are written, and what the file is called."""

    write: Callable[[TaskList], bytes]
    media: str
    name: str
    milestones: bool = False


_CALENDAR_FILE: Final = _File(calendar_file, ICS, "nhiem-vu.ics", milestones=True)
_WORKBOOK_FILE: Final = _File(spreadsheet_file, XLSX, "nhiem-vu.xlsx")


@router.get(
    "/calendar.ics",
    response_class=_Calendar,
    responses=file(ICS, "To-dos and events (RFC 5545).", CITED),
)
async def calendar(request: Request, query: Annotated[FileQuery, Query()]) -> Response:
    """Give the tasks that have days as a calendar; what comes round does so by a rule.

    The reviews that fall due by the years since a document are events that say so.
    """
    return await _written(request, query, _CALENDAR_FILE)


@router.get(
    "/tasks.xlsx",
    response_class=_Workbook,
    responses=file(XLSX, "The tasks on one sheet, the four counters on another.", CITED),
)
async def workbook(request: Request, query: Annotated[FileQuery, Query()]) -> Response:
    """Give tasks as an Excel workbook, with the four counters by the body that leads."""
    return await _written(request, query, _WORKBOOK_FILE)


async def _written(request: Request, query: FileQuery, file: _File) -> Response:
    """Give the tasks as a file, to be kept under its name."""
    most = serving_of(request).settings.caps.rows
    wanted = _Wanted(query, most, words_of(request), str(request.base_url))
    headers = (("Content-Disposition", f'attachment; filename="{file.name}"'),)

    def make(store: Store) -> Body:
        tasks = wanted.found(store, milestones=file.milestones)
        return Body(file.write(tasks), file.media, headers)

    return await kept(request, make, "Accept-Language, ")
