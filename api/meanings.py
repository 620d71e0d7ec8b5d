"""From what people type for a document, a key or a citation, to the keys of documents."""

import datetime as dt
import unicodedata
from dataclasses import dataclass

from api.labels import document_name, reasons
from api.troubles import Trouble
from api.words import Words
from graph.answer_types import DocumentRow
from graph.questions import Documents
from graph.store import Store
from loaders.meaning import AMBIGUOUS, RESOLVED, cited_by
from loaders.resolve import Candidate, Outcome, parse_citation, resolve_citation
from loaders.typed import typed_year
from ontology.facts import Citation
from ontology.keys import CENTRE_NAME
from ontology.known import KnownDocument
from ontology.numbers import group_of
from ontology.provinces import province_of
from ontology.registry import registry


class UnknownDocumentError(Trouble):
    """No document is meant by what was typed."""


class UnknownPlaceError(Trouble):
    """No province is known by what was typed."""


class AmbiguousError(Trouble):
    """Several documents may be meant where one is wanted; `keys` are theirs, likeliest first."""

    def __init__(self, message: str, keys: tuple[str, ...]) -> None:
        super().__init__(message)
        self.keys = keys


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, for which day, from which jurisdiction, and in which words to be answered."""

    as_of: dt.date
    jurisdiction: str | None
    words: Words


def outcome_of(text: str, store: Store | None, asker: Asker) -> Outcome:
    """Return what a typed citation means; raise `CitationError` for what is no citation."""
    citation = parse_citation(text)
    place = place_meant(asker.jurisdiction, store, asker.words)
    year = typed_year(text)
    known = [d for d in _known(citation, store) if not (year and d.date) or d.date.year == year]
    return resolve_citation(citation, known, asker.as_of, place)


def place_meant(typed: str | None, store: Store | None, words: Words) -> str | None:
    """Return the province that was typed, by its full name, or raise `Trouble`.

    One that only the store's documents know is taken as it is typed.
    """
    if typed is None:
        return None
    place = province_of(typed) or typed.strip()
    if place == CENTRE_NAME or province_of(typed):
        return place
    stored = Documents(jurisdiction=place, as_of=dt.date.max, limit=0)
    if store is None or not store.ask(stored).total:
        message = words("trouble.no_place", place=typed)
        raise UnknownPlaceError(words("trouble.error", message=message))
    return place


def _known(citation: Citation, store: Store | None) -> list[KnownDocument]:
    """Return the documents of a citation's number: the registry's, the store's, the cited."""
    group = group_of(citation.number, citation.symbol)
    found = {document.key: document for document in registry().documents if document.group == group}
    if store is not None:
        known = store.known((group,))
        found |= {document.key: document for document in known}
        cited = {d.key: d for d in cited_by(store.mentions((group,)), known).values()}
        stored = Documents(keys=tuple(cited), as_of=dt.date.max, limit=None)
        for row in store.ask(stored).rows if cited else ():
            if isinstance(row, DocumentRow):
                found.setdefault(row.key, cited[row.key])
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Meant:
    """The keys of the documents meant, and for people what to know when there are several.

    `warning` goes with an answer for all, `choice` with a question that takes only one.
    """

    keys: tuple[str, ...]
    warning: str | None = None
    choice: str | None = None


def documents_meant(text: str, store: Store, asker: Asker) -> Meant:
    """Return the documents that a key or a citation means, all candidates of an ambiguous one.

    Raises `Trouble` when there is none.
    """
    if is_document(as_kept(text), store):
        return Meant((as_kept(text),))
    outcome = outcome_of(text, store, asker)
    if outcome.status == RESOLVED and outcome.key is not None:
        return Meant((outcome.key,))
    in_time = [one for one in outcome.candidates if _is_in_time(one, asker.as_of)]
    if outcome.status == AMBIGUOUS and in_time:
        keys = tuple(candidate.document.key for candidate in in_time)
        several = "meaning.several" if len(keys) > 1 else "meaning.one_of_many"
        return Meant(
            keys,
            _listed(several, text, in_time, asker.words),
            _listed("meaning.choose", text, in_time, asker.words),
        )
    raise UnknownDocumentError(_unknown(text, outcome, asker.words))


def document_meant(text: str, store: Store, asker: Asker) -> str:
    """Return the only document that a key or a citation means, or raise `Trouble`.

    Of several candidates the only one that was loaded is meant.
    """
    meant = documents_meant(text, store, asker)
    if len(meant.keys) == 1:
        return meant.keys[0]
    loaded = set(store.loaded_keys()).intersection(meant.keys)
    if len(loaded) == 1:
        return loaded.pop()
    raise AmbiguousError(asker.words("trouble.error", message=meant.choice), meant.keys)


def as_kept(key: str) -> str:
    """Return a typed key in the form in which keys are kept."""
    return unicodedata.normalize("NFC", key).strip()


def is_document(key: str, store: Store) -> bool:
    """Tell whether a text is the key of a document in the store."""
    question = Documents(keys=(key,), as_of=dt.date.max, limit=1)
    return "/" in key and store.ask(question).total > 0


def _is_in_time(candidate: Candidate, as_of: dt.date) -> bool:
    date = candidate.document.date
    return date is None or date <= as_of


def _listed(key: str, text: str, candidates: list[Candidate], words: Words) -> str:
    lines = [words(key, text=text, count=len(candidates))]
    lines += [f"  {_line(candidate)}" for candidate in candidates]
    return "\n".join(lines)


def _line(candidate: Candidate) -> str:
    document = candidate.document
    issuer = f", {document.issuer}" if document.issuer else ""
    title = f": {document.title}" if document.title else ""
    return f"{document_name(document)}{issuer}{title} [{document.key}]"


def _unknown(text: str, outcome: Outcome, words: Words) -> str:
    lines = [words("trouble.error", message=words("meaning.unknown", text=text))]
    if outcome.candidates:
        lines.append(words("meaning.same_number"))
        lines += [f"  {_line(one)} ({reasons(one.why, words)})" for one in outcome.candidates]
    return "\n".join(lines)
