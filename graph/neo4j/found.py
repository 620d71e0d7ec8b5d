"""Rows that were read ahead: one statement gives what a question would ask of several."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
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
        self._each: dict[str, dict[Hashable, Rows]] = {}

    def add(self, ahead: Ahead, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add what was read."""
        self._others |= ahead.others
        for name, asked, found in rows:
            if isinstance(asked, list):
                each = self._each.setdefault(name, {})
                each |= {_key(one): [] for one in asked}
                for row in found:
                    each[_key(row[0] if len(asked) > 1 else asked[0])].append(tuple(row))
            else:
                key = tuple(asked["all"]) if isinstance(asked, dict) else asked
                self._whole[name, key] = list(map(tuple, found))

    def rows(self, name: str, values: Given) -> Rows | None:
        """Return the rows of a named statement, None where they were not read."""
        others = dict(values)
        asked = others.pop(next(iter(others))) if others else None
        if others != self._others.get(name, {}):
            return None
        if not isinstance(asked, list):
            return self._whole.get((name, asked))
        if name not in self._each:
            return self._whole.get((name, tuple(map(_key, asked))))
        each = self._each[name]
        if not all(_sought(one) in each for one in asked):
            return None
        return [row for one in asked for row in _named(one, each[_sought(one)])]


def _key(one: Any) -> Hashable:  # noqa: ANN401
    return tuple(one) if isinstance(one, list) else one


def _sought(one: Any) -> Hashable:  # noqa: ANN401
    return tuple(one[1:]) if isinstance(one, list | tuple) else one


def _named(one: object, rows: Rows) -> Rows:
    """Return rows as the statement gives them, with the number of what was asked."""
    return [(one[0], *row[1:]) for row in rows] if isinstance(one, list | tuple) else rows
