"""The statements of the store, read on first use."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

_PART: Final = re.compile(r"\{\{(\w+)\}\}")


@cache
def schema() -> str:
    """Return the script that makes an empty store."""
    return files("graph.sqlite").joinpath("schema.sql").read_text(encoding="utf-8")


@cache
def statement(name: str) -> str:
    """Return the statement of a question, its parts such as `{{state}}` put in.

    A part is a file of constant text; values are always parameters.
    """
    file = files("graph.sqlite").joinpath("questions", f"{name}.sql")
    text = file.read_text(encoding="utf-8")
    return _PART.sub(lambda part: statement(f"part_{part[1]}"), text)
