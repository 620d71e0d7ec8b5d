"""What was loaded, read back as it was."""

from dataclasses import replace

from graph.answers.asking import need_document
from graph.neo4j.session import Session
from graph.plain import from_json
from graph.store import NotFoundError
from ontology.facts import DocumentFacts, Resolution


def read_facts(session: Session, key: str) -> DocumentFacts:
    """Return the facts of a loaded document, or raise `NotFoundError`."""
    number = need_document(session, key)
    found = session.rows("facts", document=number)
    if not found:
        reason = f"văn bản '{key}' chưa được nạp"
        raise NotFoundError(reason)
    ((told, text),) = found
    facts = from_json(DocumentFacts, told)
    resolutions = tuple(
        Resolution(name, status, method, meaning, tuple(candidates), tuple(disagreements))
        for name, status, method, meaning, candidates, disagreements in session.rows(
            "resolutions", document=number
        )
    )
    source = replace(facts.source, text=text)
    return replace(facts, source=source, resolutions=resolutions)
