"""What a passage says: who does what by when."""

from loaders.extract import extract
from ontology.facts import Item, Source

Said = tuple[str, list[str], list[str], str | None]
"""The path of an item, who leads, who cooperates, and its due in words or how it comes round."""


def items_of(text: str) -> tuple[Item, ...]:
    """Return the items of a text."""
    return extract(Source("a", "a", "txt", "", text)).items


def said(text: str) -> list[Said]:
    """Return what the items of a text say."""
    return [_said(item) for item in items_of(text)]


def _said(item: Item) -> Said:
    due = item.due.text if item.due else None
    recurring = [one.recurrence.frequency.value for one in item.recurrences]
    return (
        item.path,
        [body.text for body in item.lead],
        [body.text for body in item.cooperating],
        due or (recurring[0] if recurring else None),
    )
