"""What goes wrong, told to people: one message, the right exit code, and no traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Final

import click
from click.exceptions import Exit

from api.words import Words

INPUT_FAILED: Final = 1
WRONG_USE: Final = 2
INTERRUPTED: Final = 130
"""What a shell says of a program that Ctrl-C has ended."""


class Trouble(click.ClickException):
    """A message for people, and the exit code that goes with it."""

    exit_code: int  # type: ignore[misc]  # one class for all codes

    def __init__(self, message: str, code: int = WRONG_USE) -> None:
        super().__init__(message)
        self.exit_code = code

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message where troubles go."""
        click.echo(self.message, file=file, err=True)


class NothingDrawnError(Trouble):
    """There is nothing of which a picture could be."""


class MissingExtraError(Trouble):
    """What was asked for wants libraries or fonts that are not installed."""


@contextmanager
def told(words: Words) -> Iterator[None]:
    """Turn whatever a person can do something about into a `Trouble`; other errors are ours."""
    try:
        yield
    except click.UsageError as error:
        raise Trouble(_misuse(error, words)) from None
    except KeyboardInterrupt:
        raise Trouble(words("trouble.interrupted"), INTERRUPTED) from None
    except BrokenPipeError:
        _write_no_more()
        raise Exit(0) from None
    except (RuntimeError, click.ClickException):  # among these, click's own ways to end
        raise
    except Exception as error:
        message = _explained(error)
        if message is None:
            raise
        raise Trouble(words("trouble.error", message=message)) from None


def _write_no_more() -> None:
    """Let nothing be written to a reader that has gone, not even at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _explained(error: Exception) -> str | None:
    """Return what an error says to people, None for one that does not speak to them."""
    from graph.store import StoreError  # noqa: PLC0415  a run without troubles does not need these
    from loaders.formats.guard import RefusedError  # noqa: PLC0415
    from loaders.resolve import CitationError  # noqa: PLC0415
    from ontology.base import BaseError  # noqa: PLC0415
    from ontology.registry import RegistryError  # noqa: PLC0415

    if isinstance(error, (StoreError, CitationError, RefusedError, RegistryError, BaseError)):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return None


def _misuse(error: click.UsageError, words: Words) -> str:
    """Say what is wrong with a command line, and where its use is told."""
    message = words("trouble.error", message=_wrong(error, words))
    if error.ctx is None:
        return message
    return f"{message}\n{words('trouble.see_help', command=error.ctx.command_path)}"


def _wrong(error: click.UsageError, words: Words) -> str:
    if isinstance(error, click.MissingParameter):
        return words("trouble.missing", name=_name(error))
    if isinstance(error, click.BadParameter):
        return words("trouble.bad_value", name=_name(error), message=error.message)
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        hint = words("trouble.perhaps", near=near) if near else ""
        return words("trouble.no_option", name=error.option_name) + hint
    if isinstance(error, click.BadOptionUsage):
        return words("trouble.no_value", name=error.option_name)
    return error.message


def _name(error: click.BadParameter) -> str:
    """Return a parameter as people type it: its long option, or its place in the usage line."""
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.metavar or (error.param.name or "").upper()
