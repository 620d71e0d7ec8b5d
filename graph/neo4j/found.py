"""Rows that were read ahead: one statement gives what a question would ask of several."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias

Rows: TypeAlias = list[tuple[Any, ...]]
Given: TypeAlias = Mapping[str, Any]
"""What a statement is asked with, by the names of its parameters."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A statement that reads ahead, and what it is given.

    `others` are the parameters, but for the first, with which the statements that it stands for
    will be asked.
    """

    name: str
    given: Given
    others: Mapping[str, Given] = field(default_factory=dict)


class Found:
    """Gives the rows of statements, by the first of the parameters that they are asked with.

    It is one value, or a list. Of a list the statement is read for each element: rows begin with
    the one that they belong to, if there are several; elements of several values come with a
    number, for which rows that were read have these values. Or it is read for the list as it is.
    """

    def __init__(self) -> None:
        self._others: dict[str, Given] = {}
        self._whole: dict[tuple[str, Hashable], Rows] = {}
        self._lists: dict[str, list[tuple[list[Any], Rows]]] = {}
        self._each: dict[str, dict[Hashable, Rows]] = {}

    def add(self, ahead: Ahead, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add what was read: names of statements, what they are asked with, and their rows.

        `{all}` is a list as it is, `{each}` one whose rows come element by element.
        """
        self._others |= ahead.others
        for name, asked, found in rows:
            match asked:
                case {"each": listed}:
                    self._listed(name, listed, chain.from_iterable(found))
                case [*_]:
                    self._listed(name, asked, found)
                case {"all": listed}:
                    self._whole[name, tuple(listed)] = list(map(tuple, found))
                case _:
                    self._whole[name, asked] = list(map(tuple, found))

    def _listed(self, name: str, asked: list[Any], found: Iterable[Any]) -> None:
        self._lists.setdefault(name, []).append((asked, list(map(tuple, found))))
        self._each.pop(name, None)

    def rows(self, name: str, values: Given) -> Rows | None:
        """Return the rows of a named statement, None where they were not read."""
        others = dict(values)
        asked = others.pop(next(iter(others))) if others else None
        if others != self._others.get(name, {}):
            return None
        if not isinstance(asked, list):
            return self._whole.get((name, asked))
        return self._of_list(name, asked)

    def _of_list(self, name: str, asked: list[Any]) -> Rows | None:
        single, lists = _are_single(asked), self._lists.get(name)
        if lists is None:
            return self._whole.get((name, tuple(asked))) if single else None
        for read, made in lists:
            if single and read == asked:
                return made
        each = self._shared(name)
        try:
            if single:
                return [row for one in asked for row in each[one]]
            return [(one[0], *row[1:]) for one in asked for row in each[tuple(one[1:])]]
        except KeyError:
            return None

    def _shared(self, name: str) -> dict[Hashable, Rows]:
        """Return the rows of a statement by the elements that they belong to."""
        if name not in self._each:
            each = self._each[name] = {}
            for read, made in self._lists[name]:
                _share(each, read, made)
        return self._each[name]


def _share(each: dict[Hashable, Rows], asked: list[Any], rows: Rows) -> None:
    """Give each element its rows; those that belong to none are left out."""
    single = _are_single(asked)
    each |= {key: [] for key in (asked if single else map(tuple, asked))}
    if len(asked) == 1:
        each[asked[0] if single else tuple(asked[0])] += rows
        return
    for row in rows:
        here = each.get(row[0] if single else tuple(row[0]))
        if here is not None:
            here.append(row)


def _are_single(asked: list[Any]) -> bool:
    """Tell whether the elements of a list are one value each."""
    return not (asked and isinstance(asked[0], list | tuple))
