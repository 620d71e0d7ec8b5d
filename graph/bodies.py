"""What a store keeps of a body's names."""

from ontology.known import KnownBody
from ontology.registry_bodies import EACH


def spelling(name: str) -> tuple[int, str]:
    """Return an order of spellings: the one with the most marks is the best, `LSĐ` before `LSD`."""
    return sum(not letter.isascii() for letter in name), name


def called_names(body: KnownBody) -> tuple[str, ...]:
    """Return the names under which a body is found.

    What every province has one of is kept as a pattern, and never found itself.
    """
    return () if body.key.startswith(f"{EACH}/") else (body.name, *body.aliases)
