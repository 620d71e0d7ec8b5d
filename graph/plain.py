"""Frozen dataclasses as JSON and back, by the types that they declare."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]


def to_json(value: object) -> str:
    """Return a dataclass of values, days, enums and tuples as JSON, its fields by place."""
    return _ENCODER.encode(value)


def from_json(kind: type[T], text: str) -> T:
    """Return the value of a type that `to_json` has written."""
    read: Callable[[Any], T] = _reader(kind)  # type: ignore[arg-type]  # a type can be hashed
    return read(json.loads(text))


def _plain(value: object) -> object:
    """Return what JSON does not know as something that it knows, which is looked at in turn."""
    if isinstance(value, dt.date):
        return value.isoformat()
    values = _values_of(type(value))  # type: ignore[arg-type]  # a type can be hashed
    return values(value)


@cache
def _values_of(kind: Any) -> Callable[[object], object]:  # noqa: ANN401  (any dataclass)
    """Return what gives the values of a dataclass's fields."""
    names = tuple(field.name for field in fields(kind))
    values = attrgetter(*names)
    return values if len(names) > 1 else lambda value: [values(value)]


_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain
)


@cache
def _reader(kind: Any) -> Reader:  # noqa: ANN401  (any type)
    """Return what makes a value of a type out of plain JSON."""
    if get_origin(kind) is UnionType:
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        read = _reader(inner)
        return lambda plain: None if plain is None else read(plain)
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = [_reader(hints[field.name]) for field in fields(kind)]
        make: Any = kind
        return lambda plain: make(*(read(part) for read, part in zip(parts, plain, strict=True)))
    if kind is dt.date:
        return dt.date.fromisoformat
    return kind if issubclass(kind, Enum) else lambda plain: plain


def _tuple_reader(kinds: tuple[Any, ...]) -> Reader:
    if kinds[-1] is Ellipsis:
        each = _reader(kinds[0])
        return lambda plain: tuple(map(each, plain))
    reads = [_reader(part) for part in kinds]
    return lambda plain: tuple(read(part) for read, part in zip(reads, plain, strict=True))
