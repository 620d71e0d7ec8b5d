"""The questions that list documents, mentions and bodies, and count."""

from typing import Any

from graph.paging import Slice, answer, page_of
from graph.questions import (
    Answer,
    Bodies,
    BodyRow,
    Citing,
    CitingRow,
    CountRow,
    Counts,
    DocumentRow,
    Documents,
    ReplacedRelied,
    State,
)
from graph.sqlite.documents import need_document
from graph.sqlite.quotes import Quotes
from graph.sqlite.searching import prefixes
from graph.sqlite.session import Session, many
from graph.sqlite.values import day
from graph.words import words_of
from ontology.folding import fold_search
from ontology.keys import authority_of, slug
from ontology.kinds import kind_of_code, kind_of_word


def limits(page: Slice) -> dict[str, int]:
    """Return a page as SQLite takes it."""
    return {"limit": -1 if page.limit is None else page.limit, "offset": page.start}


def ask_documents(session: Session, question: Documents) -> Answer:
    """Answer `Documents`; the type is a code or a printed word."""
    page = page_of(question)
    asked = question.type
    filters = {
        "keys": many(question.keys) if question.keys else None,
        "type": asked and (kind_of_word(asked) or kind_of_code(asked) or asked),
        "place": authority_of(question.jurisdiction) if question.jurisdiction else None,
        "standing": question.standing,
        "issuer": slug(question.issuer) if question.issuer else None,
    }
    ((total,),) = session.rows("documents_total", **filters)
    rows = session.rows("documents_page", **filters, **limits(page))
    return answer(question, tuple(map(_document, rows)), total)


def _document(row: tuple[Any, ...]) -> DocumentRow:
    key, kind, number, symbol, date, *rest = row
    return DocumentRow(key, kind, number, symbol, day(date), *rest)


def ask_citing(session: Session, question: Citing) -> Answer:
    """Answer `Citing`."""
    page = page_of(question)
    document = need_document(session, question.document)
    ((total,),) = session.rows("citing_total", document=document)
    values = {"document": document, "key": question.document}
    as_of = question.as_of.isoformat()
    rows = session.rows("citing_page", **values, as_of=as_of, **limits(page))
    quotes = Quotes(session)
    return answer(question, tuple(_citing(quotes, row) for row in rows), total)


def ask_replaced_relied(session: Session, question: ReplacedRelied) -> Answer:
    """Answer `ReplacedRelied`, by citing document and place."""
    page = page_of(question)
    rows = session.rows("replaced_relied", as_of=question.as_of.isoformat())
    quotes = Quotes(session)
    return answer(question, tuple(_citing(quotes, row) for row in page.of(rows)), len(rows))


def _citing(quotes: Quotes, row: tuple[Any, ...]) -> CitingRow:
    key, name, document, start, stop, status, method, relies_on, successor = row
    quote = quotes.quote(document, start, stop)
    return CitingRow(key, name, quote, start, stop, status, method, relies_on, successor)


def ask_bodies(session: Session, question: Bodies) -> Answer:
    """Answer `Bodies`: by name without its marks, then by key."""
    page = page_of(question)
    words = words_of(question.words)
    if words:
        found = session.rows("bodies_found", words=prefixes(words))
    else:
        found = session.rows("bodies_all")
    found.sort(key=lambda row: (fold_search(row[2]), row[1]))
    on_page = [number for number, *_ in page.of(found)]
    rows = {row[0]: _body(row) for row in session.rows("body_rows", bodies=many(on_page))}
    return answer(question, tuple(rows[number] for number in on_page), len(found))


def _body(row: tuple[Any, ...]) -> BodyRow:
    _, key, name, kind, jurisdiction, parent, start, end, *rest = row
    return BodyRow(key, name, kind, jurisdiction, parent, day(start), day(end), *rest)


def ask_counts(session: Session, question: Counts) -> Answer:
    """Answer `Counts`: of everything, then of tasks and assignments by state."""
    page = page_of(question)
    counts = [CountRow(name, count) for name, count in session.rows("counts")]
    states = dict(session.rows("counts_of_states", as_of=question.as_of.isoformat()))
    counts += [CountRow(f"state:{state}", states.get(state.value, 0)) for state in State]
    return answer(question, tuple(page.of(counts)), len(counts))
