"""The page of the vocabulary: each word of it at the fragment of its name."""

from api.pages.rendering import Found
from api.words import Words
from ontology.kinds import KINDS
from ontology.periods import Frequency
from ontology.rdf.names import NAMESPACE, PREFIXES
from ontology.rdf.terms import classes, properties


def vocabulary_told(words: Words) -> Found:
    """Return what the page is told."""
    return {
        "lang": words.language,
        "namespace": NAMESPACE,
        "prefixes": PREFIXES,
        "classes": classes().values(),
        "properties": properties().values(),
        "kinds": KINDS.items(),
        "frequencies": tuple(Frequency),
    }
