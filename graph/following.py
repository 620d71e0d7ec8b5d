"""Which task a remark belongs to after its document was read anew."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final, TypeAlias, TypeVar

from ontology.folding import fold_words
from ontology.keys import task_key

Name = TypeVar("Name")
Made: TypeAlias = tuple[Any, ...]
"""What makes a change itself: the key of its task, then what was said, when and by whom."""

NEAR: Final = 0.8
"""The least likeness of two wordings of one task."""


@dataclass(frozen=True, slots=True, order=True)
class Wording:
    """A task by its path and its words."""

    path: str
    text: str


def follow(
    remarks: Iterable[Wording], before: Iterable[Wording], after: Mapping[int, Wording]
) -> dict[Wording, int]:
    """Return for each task that remarks were made of the task that it is now, if there is one.

    A task that is as it was keeps its remarks and takes no others. Of the rest the likeliest pair
    goes together first: same words, then same path, then the nearest words; no two go to one task.
    """
    remarks, now = set(remarks), {wording: number for number, wording in after.items()}
    kept = {wording: now[wording] for wording in remarks if wording in now}
    settled = {now[wording] for wording in before if wording in now} | set(kept.values())
    free = {number: wording for number, wording in after.items() if number not in settled}
    pairs = sorted(
        (_unlikeness(remark, wording), remark, number)
        for remark in remarks - kept.keys()
        for number, wording in free.items()
        if _near(remark.text, wording.text)
    )
    for _, remark, number in pairs:
        if remark not in kept and number not in settled:
            kept[remark] = number
            settled.add(number)
    return kept


def led(
    key: str,
    changes: Mapping[Wording, Iterable[tuple[Name, Made]]],
    before: Iterable[Wording],
    after: Mapping[int, Wording],
) -> Iterator[tuple[Name, Wording, int]]:
    """Give every change of a document's tasks that follows one, with that task and its number.

    `changes` are those of each task, by the names that the store has for them. A change that was
    made of the task already does not follow a second time.
    """
    taken = {made for said in changes.values() for _, made in said}
    for remark, number in follow(changes, before, after).items():
        task = task_key(key, after[number].path)
        for name, made in changes[remark]:
            moved = (task, *made[1:])
            if moved == made or moved not in taken:
                taken = (taken - {made}) | {moved}
                yield name, after[number], number


def _unlikeness(one: Wording, other: Wording) -> tuple[bool, bool, float]:
    return (one.text != other.text, one.path != other.path, 1 - _likeness(one.text, other.text))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, fold_words(one), fold_words(other), autojunk=False).ratio()


def _near(one: str, other: str) -> bool:
    longest = max(len(one), len(other), 1)
    if 2 * min(len(one), len(other)) < longest:  # no need to compare: folding keeps the length
        return False
    return _likeness(one, other) >= NEAR
