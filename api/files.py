"""Answers as files of other programs, written wholly or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

import click
from click.core import ParameterSource

from api.options import BINARY, FILES, Listing
from api.words import Words

_STANDARD: Final = Path("-")


def for_file(ctx: click.Context, page: Listing, words: Words) -> Listing:
    """Return how an answer is asked for that becomes a file: all of it, unless somebody says so.

    Raises `click.UsageError` when the form and the place do not go together.
    """
    if page.format not in FILES:
        if page.output is not None:
            raise click.UsageError(words("trouble.output", format=page.format), ctx)
        return page
    if page.format in BINARY and page.output is None:
        raise click.UsageError(words("trouble.no_output", format=page.format), ctx)
    if ctx.get_parameter_source("limit") is ParameterSource.DEFAULT:
        return replace(page, limit=None)
    return page


def put_file(content: bytes, page: Listing, words: Words) -> None:
    """Write a file in place of any that has its name, or to the standard output."""
    if page.output is None or page.output == _STANDARD:
        click.echo(content, nl=False)
        return
    with written(page.output) as file:
        file.write(content)
    click.echo(words("output.done", file=page.output))


@contextmanager
def written(output: Path) -> Iterator[BinaryIO]:
    """Give a file that takes the place of any of that name when the block ends well.

    When it does not, all is as it was.
    """
    path = output.resolve()
    number, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(number, "wb") as file:
            yield file
        Path(part).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return which rights new files are not given; the system tells it only by a change of it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
