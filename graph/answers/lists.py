"""The questions that list documents, mentions and bodies, and count."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, TypeAlias

from graph.answer_types import Answer, BodyRow, CitingRow, CountRow, DocumentRow, MisdatedRow, State
from graph.answers.asking import Asking, need_document
from graph.answers.bodies import Successor, present_bodies
from graph.answers.quotes import TOGETHER, Quotes
from graph.answers.values import day
from graph.paging import answer, limits, page_of
from graph.questions import Bodies, Citing, Counts, Documents, Misdated, ReplacedRelied
from graph.words import words_of
from ontology.folding import fold_search
from ontology.keys import authority_of, slug
from ontology.kinds import kind_of_code, kind_of_word

_STATE: Final = "state:"
"""How the counts of states begin; a statement gives those that there are, in any order."""


def ask_documents(asking: Asking, question: Documents) -> Answer:
    """Answer `Documents`; the type is a code or a printed word."""
    page = page_of(question)
    filters = document_filters(question)
    total_name, page_name = names_for(question)
    ((total,),) = asking.rows(total_name, **filters)
    rows = asking.rows(page_name, **filters, **limits(page))
    return answer(question, tuple(map(_document, rows)), total)


def document_filters(question: Documents) -> dict[str, str | list[str] | None]:
    """Return what statements ask of a document."""
    asked = question.type
    return {
        "keys": list(question.keys) if question.keys else None,
        "type": asked and (kind_of_word(asked) or kind_of_code(asked) or asked),
        "place": authority_of(question.jurisdiction) if question.jurisdiction else None,
        "standing": question.standing,
        "issuer": slug(question.issuer) if question.issuer else None,
    }


def names_for(question: Documents) -> tuple[str, str]:
    """Return the names of the statements for the total and the page: a place has an index."""
    if question.jurisdiction:
        return "documents_total_of_place", "documents_page_of_place"
    return "documents_total", "documents_page"


def _document(row: tuple[Any, ...]) -> DocumentRow:
    key, kind, number, symbol, date, *rest = row
    return DocumentRow(key, kind, number, symbol, day(date), *rest)


def ask_citing(asking: Asking, question: Citing) -> Answer:
    """Answer `Citing`."""
    page = page_of(question)
    document = need_document(asking, question.document)
    ((total,),) = asking.rows("citing_total", document=document)
    values = {"document": document, "key": question.document}
    as_of = question.as_of.isoformat()
    rows = asking.rows("citing_page", **values, as_of=as_of, **limits(page))
    return answer(question, tuple(_citing(asking, rows)), total)


def ask_replaced_relied(asking: Asking, question: ReplacedRelied) -> Answer:
    """Answer `ReplacedRelied`, by citing document and place."""
    page = page_of(question)
    as_of = question.as_of.isoformat()
    ((total,),) = asking.rows("replaced_relied_total", as_of=as_of)
    rows = asking.rows("replaced_relied_page", as_of=as_of, **limits(page))
    return answer(question, tuple(_citing(asking, rows)), total)


def ask_misdated(asking: Asking, question: Misdated) -> Answer:
    """Answer `Misdated`."""
    page = page_of(question)
    found = asking.rows("misdated", as_of=question.as_of.isoformat())
    rows = [
        MisdatedRow(*quoted, target, *map(day, days))  # type: ignore[arg-type]  # two have days
        for quoted, (target, *days) in _quoted(asking, page.of(found))
    ]
    return answer(question, rows, len(found))


def _citing(asking: Asking, rows: Sequence[tuple[Any, ...]]) -> Iterator[CitingRow]:
    for quoted, rest in _quoted(asking, rows):
        yield CitingRow(*quoted, *rest)


Quoted: TypeAlias = tuple[str, str, str, int, int]
"""The document, the mention's name, its words, and from where to where they stand."""


def _quoted(
    asking: Asking, rows: Sequence[tuple[Any, ...]]
) -> Iterator[tuple[Quoted, tuple[Any, ...]]]:
    """Give each mention with its words, and what else its row tells."""
    quotes = Quotes(asking)
    for first in range(0, len(rows), TOGETHER):
        batch = rows[first : first + TOGETHER]
        quotes.read(document for _, _, document, _, _, words, *_ in batch if words is None)
        for key, name, document, start, stop, words, *rest in batch:
            quote = quotes.quote(document, start, stop) if words is None else words
            yield (key, name, quote, start, stop), tuple(rest)


def ask_bodies(asking: Asking, question: Bodies) -> Answer:
    """Answer `Bodies`: by name without its marks, then by key."""
    page = page_of(question)
    words = words_of(question.words)
    as_of = question.as_of.isoformat()
    if question.keys:
        found = asking.rows("bodies_by_key", keys=sorted(set(question.keys)))
    elif words:
        found = asking.rows("bodies_found", words=asking.sought(words).begun, as_of=as_of)
    else:
        found = asking.rows("bodies_all", as_of=as_of)
    found.sort(key=lambda row: (fold_search(row[2]), row[1]))
    on_page = [number for number, *_ in page.of(found)]
    rows = asking.rows("body_rows", bodies=list(on_page), as_of=as_of)
    present = present_bodies(asking, (row[1] for row in rows if row[8]), question.as_of)
    bodies = {row[0]: _body(row, present.get(row[1])) for row in rows}
    return answer(question, tuple(bodies[number] for number in on_page), len(found))


def _body(row: tuple[Any, ...], now: Successor | None) -> BodyRow:
    _, key, name, kind, jurisdiction, parent, start, end, successor, since, *counts = row
    life = day(start), day(end)
    told = BodyRow(key, name, kind, jurisdiction, parent, *life, successor, day(since), *counts)
    return replace(told, now=now.name) if now else told


def ask_counts(asking: Asking, question: Counts) -> Answer:
    """Answer `Counts`: of everything, then of tasks and assignments by state."""
    page = page_of(question)
    found: dict[str, int] = dict(asking.rows("counts", as_of=question.as_of.isoformat()))
    names = [name for name in found if not name.startswith(_STATE)]
    names += [_STATE + state for state in State]
    counts = [CountRow(name, found.get(name, 0)) for name in names]
    return answer(question, tuple(page.of(counts)), len(counts))
