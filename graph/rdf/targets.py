"""Citations, and what tasks and documents say of them."""

from collections.abc import Iterator, Mapping

from graph.rdf.nodes import Facts, Node, Spoken, own
from ontology.facts import Target
from ontology.rdf.terms import relation_name


def citation_name(text: Spoken, local: str) -> str:
    """Return the name of a citation in a text."""
    return text.within(f"citation.{local}")


def about(  # noqa: PLR0913, PLR0917  (an edge from where to where, said where)
    text: Spoken, subject: str, name: str, number: int, target: Target, meant: Mapping[str, str]
) -> Iterator[Node]:
    """Describe a target of a task, or of a document, and the edge that follows.

    `meant` are the keys of the documents that citations mean. No document is about itself.
    """
    relation = relation_name(target.relation)
    found = meant.get(target.citation)
    edge: Facts = []
    if found is not None and not (found == text.key and subject == text.document):
        document = text.meant(found)
        edge = [("object", document)]
        yield subject, [(relation, document)]
    yield (
        text.within(name),
        [
            ("type", own("Target")),
            ("ordinal", number),
            ("subject", subject),
            ("predicate", own(relation)),
            *edge,
            ("citation", citation_name(text, target.citation)),
            *text.phrase(target.phrase),
        ],
    )
