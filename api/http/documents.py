"""Which documents a request asks for."""

from api.http.problems import Code, Place, ProblemError
from api.http.queries import DocumentsQuery
from api.meanings import place_meant
from api.words import Words
from graph.questions import Documents
from graph.store import Store
from ontology.kinds import kind_of_code, kind_of_word


def documents_question(query: DocumentsQuery, store: Store, words: Words) -> Documents:
    """Return the question; raise `ProblemError` for a type of document that there is not."""
    kind = query.type and (kind_of_word(query.type) or kind_of_code(query.type))
    if query.type and kind is None:
        message = words("trouble.no_type", type=query.type)
        raise ProblemError(Code.BAD_VALUE, message, place=Place("query", "type"))
    return Documents(
        as_of=query.as_of,
        limit=query.limit,
        after=query.after,
        type=kind,
        jurisdiction=place_meant(query.jurisdiction, store, words),
        standing=query.standing,
        issuer=query.issuer,
    )
