"""What is wrong with a draft: it is read, checked and forgotten; nothing is written."""

import asyncio
from dataclasses import dataclass, replace
from typing import Annotated, Final

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from starlette.responses import Response

from api.checking import Checked, Wanted, checked, checked_record, knowing
from api.http.described import ANY, plain, problems
from api.http.drafts import PASTED
from api.http.languages import words_of
from api.http.negotiation import chosen
from api.http.problems import Code, Place, ProblemError
from api.http.queries import CheckQuery, WordQuery
from api.http.replies import JSON, json_bytes
from api.http.serving import serving_of
from api.http.shapes.texts import CheckAnswer
from api.reported import Report, docx_file, sarif_file
from api.words import Words
from checks.findings import Finding
from graph.store import Store

router: Final = APIRouter(prefix="/api", tags=["drafts"])

SARIF: Final = "application/sarif+json"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_REFUSED: Final = (
    *(Code.NOT_ALLOWED, Code.BAD_REQUEST, Code.TOO_LARGE, Code.REFUSED, Code.UNKNOWN_PLACE),
)
_KEPT_BY_NOBODY: Final = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class Sent:
    """A draft as it was sent: the bytes of its file and the name of it."""

    data: bytes
    name: str


class WordFile(Response):
    """A Word file."""

    media_type = DOCX


DraftFile = Annotated[UploadFile | None, File(description="A .txt, .md, .docx or .pdf file.")]
DraftText = Annotated[str | None, Form(description="The text itself, in place of a file.")]


@router.post(
    "/check",
    responses=plain(CheckAnswer, *ANY, *_REFUSED, more={SARIF: {"schema": {"type": "object"}}}),
)
async def check(
    request: Request,
    query: Annotated[CheckQuery, Query()],
    file: DraftFile = None,
    text: DraftText = None,
) -> Response:
    """Check a draft: a file or a text. Places are code points of the text as it was read."""
    media = chosen(request.headers.get("accept"), (JSON, SARIF))
    found = await found_in(request, await sent(file, text, words_of(request)), query)
    words = words_of(request)
    if media == SARIF:
        content = sarif_file(Report([found], []), words)
    else:
        content = json_bytes(checked_record(found, words))
    return Response(content, media_type=media, headers=_KEPT_BY_NOBODY)


@router.post(
    "/check.docx",
    response_class=WordFile,
    responses={
        200: {
            "description": "The same file with comments, and tracked changes where asked for.",
            "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}},
        },
        **problems(*ANY, *_REFUSED),
    },
)
async def commented(
    request: Request,
    query: Annotated[WordQuery, Query()],
    file: Annotated[UploadFile, File(description="A .docx file.")],
) -> Response:
    """Give a Word file back with a comment at each finding."""
    return await word_file(request, await sent(file, None, words_of(request)), query)


async def word_file(request: Request, draft: Sent, query: WordQuery) -> Response:
    """Return a draft's Word file with comments; raise `ProblemError` for another file."""
    words = words_of(request)
    found = await found_in(request, draft, query)
    if found.source.format != "docx":
        raise ProblemError(Code.REFUSED, words("check.only_docx"), place=Place("body", "file"))
    only = taken(found, query.take)

    def make() -> bytes:
        return docx_file(draft.data, found, words, suggest=query.suggest, only=only)

    content = await asyncio.to_thread(make)
    headers = {"Content-Disposition": 'attachment; filename="du-thao.docx"', **_KEPT_BY_NOBODY}
    return WordFile(content, headers=headers)


async def sent(file: UploadFile | None, text: str | None, words: Words) -> Sent:
    """Return what was sent, a file or a text; raise `ProblemError` for neither and for both."""
    is_file = file is not None and bool(file.filename or file.size)
    if is_file == bool(text):
        raise ProblemError(Code.BAD_REQUEST, words("check.one"), place=Place("body", "file"))
    if file is not None and is_file:
        return Sent(await file.read(), file.filename or "")
    return Sent((text or "").encode("utf-8", "replace"), PASTED)


async def found_in(request: Request, draft: Sent, query: CheckQuery) -> Checked:
    """Return what is wrong with a draft, by what the server's store knows."""
    serving = serving_of(request)
    facts = await serving.drafts.read(draft.data, draft.name)
    source = replace(facts.source, location=facts.source.name)
    facts = replace(facts, source=source)
    wanted = Wanted(query.date, query.jurisdiction, words_of(request))

    def find(store: Store) -> Checked:
        with knowing(store) as known:
            return checked(facts, known, wanted)

    return await serving.pool.run(find)


def taken(found: Checked, named: list[str]) -> frozenset[Finding] | None:
    """Return the findings that are named `CODE@START`, None where none is named."""
    wanted = set(named)
    chosen_ones = {one for one in found.open if f"{one.code}@{one.span.start}" in wanted}
    return frozenset(chosen_ones) if named else None
