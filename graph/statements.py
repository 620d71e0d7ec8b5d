"""Named statements in files of their own, read on first use."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

_PART: Final = re.compile(r"\{\{(\w+)\}\}")
_COMMENT: Final = re.compile(r"^[ \t]*(?://|--).*\n?", re.MULTILINE)
"""What only people read: a database would read it each time."""


@cache
def script(package: str, name: str) -> str:
    """Return a file of a store's package, such as the schema."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


def bare(text: str) -> str:
    """Return a statement without its comments."""
    return _COMMENT.sub("", text).strip()


@cache
def statement(package: str, name: str, ending: str) -> str:
    """Return the statement of a question, its parts such as `{{state}}` put in.

    A part is a file of constant text; values are always parameters.
    """
    file = files(package).joinpath("questions", f"{name}.{ending}")
    text = bare(file.read_text(encoding="utf-8"))
    return _PART.sub(lambda part: statement(package, f"part_{part[1]}", ending), text)
