"""What people said of a file's tasks, led to its new document when an edit changed its key."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from graph.following import Wording, follow
from graph.store import StatusChange, Store
from ontology.facts import DocumentFacts
from ontology.folding import collapse
from ontology.keys import task_key

Said: TypeAlias = Mapping[Wording, tuple[StatusChange, ...]]


def said_of(store: Store, key: str, facts: DocumentFacts) -> Said:
    """Return what was said of each task of a loaded document."""
    return {wording: store.history(task_key(key, wording.path)) for wording in _wordings(facts)}


def say_again(store: Store, said: Said, key: str, facts: DocumentFacts) -> None:
    """Say of the tasks of a document what was said of those that they were before.

    What fits none of them stays with the old document, where the store keeps it aside.
    """
    remarks = [wording for wording, changes in said.items() if changes]
    after = dict(enumerate(_wordings(facts)))
    for wording, number in sorted(follow(remarks, said, after).items()):
        for change in said[wording]:
            store.change_status(replace(change, task=task_key(key, after[number].path)))


def _wordings(facts: DocumentFacts) -> tuple[Wording, ...]:
    source = facts.source
    return tuple(Wording(item.path, collapse(source.quote(item.span))) for item in facts.items)
