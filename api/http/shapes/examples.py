"""An example of a whole answer, put together from those of its values."""

import types
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def example_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return an example of an answer: each value's own, a list of one where it has none."""
    return {
        field.alias or name: _value(field.annotation, field)
        for name, field in model.model_fields.items()
    }


def _value(kind: Any, field: FieldInfo | None = None) -> Any:  # noqa: ANN401  (any type)
    """Return an example of a type, the field's own where it has one."""
    if field is not None and field.examples:
        return field.examples[0]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(arguments)
    if origin is Literal:
        return arguments[0]
    if origin is list:
        return [_value(arguments[0])]
    if origin in {Union, types.UnionType}:
        return _value(next(part for part in arguments if part is not type(None)))
    return _plain(kind)


def _annotated(arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401  (any type)
    """Return the example that an annotation holds, else one of the type that it is about."""
    kind, *notes = arguments
    own = [note.examples[0] for note in notes if isinstance(note, FieldInfo) and note.examples]
    return own[-1] if own else _value(kind)


def _plain(kind: type) -> Any:  # noqa: ANN401  (any type)
    if issubclass(kind, BaseModel):
        return example_of(kind)
    if issubclass(kind, Enum):
        return next(iter(kind)).value
    return {str: "…", int: 0}[kind]
