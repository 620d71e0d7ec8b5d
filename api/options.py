"""Options that several commands share, and the values that people type."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from dateutil.relativedelta import relativedelta

from api.program import words_of
from api.words import ENGLISH, VIETNAMESE
from ontology.periods import day

Callback = TypeVar("Callback", bound=Callable[..., Any])

TABLE: Final = "table"
JSON: Final = "json"
CSV: Final = "csv"
XLSX: Final = "xlsx"
ICS: Final = "ics"
SVG: Final = "svg"
PNG: Final = "png"
HTML: Final = "html"
FILES: Final = frozenset({XLSX, ICS, SVG, PNG, HTML})
"""Forms that are files of other programs."""
BINARY: Final = frozenset({XLSX, PNG})
"""Those of them that no terminal can show."""
PAGE: Final = 100
"""How many rows an answer has at most when nobody says otherwise."""

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PRINTED: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SPAN: Final = re.compile(r"(\d{1,5})\s*([dwm]?)")


class Day(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # as of 8.5 only
    """A day, typed 2023-11-16 or 16/11/2023."""

    name = "day"

    def convert(
        self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """Return the day; refuse one that is not in the calendar."""
        if isinstance(value, dt.date):
            return value
        iso, printed = _ISO.fullmatch(value.strip()), _PRINTED.fullmatch(value.strip())
        if iso is not None:
            found = day(int(iso[1]), int(iso[2]), int(iso[3]))
        elif printed is not None:
            found = day(int(printed[3]), int(printed[2]), int(printed[1]))
        else:
            self.fail(words_of(ctx)("trouble.no_date", value=value), param, ctx)
        if found is None:
            self.fail(words_of(ctx)("trouble.impossible_date", value=value), param, ctx)
        return found


class Within(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # as of 8.5 only
    """A stretch of time from a day on: 14d, 2w, 1m, or a number of days."""

    name = "span"

    def convert(
        self, value: str | relativedelta, param: click.Parameter | None, ctx: click.Context | None
    ) -> relativedelta:
        """Return the stretch."""
        if isinstance(value, relativedelta):
            return value
        found = span_of(value)
        if found is None:
            self.fail(words_of(ctx)("trouble.no_span", value=value), param, ctx)
        return found


def span_of(typed: str) -> relativedelta | None:
    """Return the stretch of time that was typed, None for what is none."""
    match = _SPAN.fullmatch(typed.strip().lower())
    if match is None:
        return None
    number = int(match[1])
    if match[2] == "m":
        return relativedelta(months=number)
    return relativedelta(days=number * 7 if match[2] == "w" else number)


class Limit(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # as of 8.5 only
    """How many rows: a number, or `all`."""

    name = "limit"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | None:
        """Return the number, None for all."""
        text = str(value).strip().lower()
        if text in {"all", "hết"}:
            return None
        if not (text.isascii() and text.isdigit()):
            self.fail(words_of(ctx)("trouble.no_limit", value=value), param, ctx)
        return int(text)


class Whole(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # as of 8.5 only
    """A number from one on, up to a most."""

    name = "number"

    def __init__(self, most: int) -> None:
        self.most = most

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number."""
        text = str(value).strip()
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= self.most):
            self.fail(words_of(ctx)("trouble.no_number", value=value, most=self.most), param, ctx)
        return int(text)


class Port(Whole):
    """Where a server listens: a port, or 0 for any that is free."""

    def __init__(self) -> None:
        super().__init__(65535)

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number."""
        return 0 if str(value).strip() == "0" else super().convert(value, param, ctx)


class OneOf(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # as of 8.5 only
    """One of a few words, in any case; `_` and `-` are the same."""

    name = "word"

    def __init__(self, *values: str) -> None:
        self.values = values

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word as it is kept."""
        plain = {one.replace("_", "-"): one for one in self.values}
        found = plain.get(value.strip().lower().replace("_", "-"))
        if found is None:
            choices = ", ".join(plain)
            self.fail(words_of(ctx)("trouble.one_of", value=value, choices=choices), param, ctx)
        return found

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """Return the words as the usage line shows them."""
        return "|".join(value.replace("_", "-") for value in self.values)


@dataclass(frozen=True, slots=True)
class Listing:
    """How an answer is asked for: from which store, as of which day, which page, in which form.

    `output` is the file that it is to be written into, None for the standard output.
    """

    store: str | None
    as_of: dt.date
    format: str
    limit: int | None
    after: str | None = None
    output: Path | None = None


def today() -> dt.date:
    """Return the day that it is here."""
    return dt.datetime.now().astimezone().date()


def gathered(kind: type) -> Callable[[Callback], Callback]:
    """Give a command the parameters that are fields of a dataclass as one value of it."""
    names = [field.name for field in fields(kind)]

    def decorate(function: Callback) -> Callback:
        @wraps(function)
        def call(*args: Any, **options: Any) -> Any:  # noqa: ANN401  (whatever the command takes)
            value = kind(**{name: options.pop(name) for name in names if name in options})
            return function(*args, value, **options)

        return call  # type: ignore[return-value]

    return decorate


def lang_option(function: Callback) -> Callback:
    """Let a command say `--lang` too; the language is known long before it is parsed."""
    kind = OneOf(VIETNAMESE, ENGLISH)
    return click.option("--lang", type=kind, metavar="vi|en", expose_value=False)(function)


def store_option(function: Callback) -> Callback:
    """Let a command say which store."""
    return click.option("--store", metavar="URL")(lang_option(function))


def as_of_option(function: Callback) -> Callback:
    """Let a command say for which day it answers."""
    return click.option("--as-of", type=Day(), default=today, metavar="D")(function)


def format_option(*formats: str) -> Callable[[Callback], Callback]:
    """Let a command say in which form it answers, the first when it does not."""
    choice = OneOf(*formats)
    return click.option(
        "--format",
        type=choice,
        default=formats[0],
        metavar=choice.get_metavar(click.Option(["--x"])),
    )


def listing(*formats: str, paged: bool = True) -> Callable[[Callback], Callback]:
    """Give a command all options of a listing, as one `Listing`; `paged` ones have next pages."""

    def decorate(function: Callback) -> Callback:
        function = gathered(Listing)(function)
        function = store_option(function)
        if paged:
            function = click.option("--after", metavar="CURSOR")(function)
        function = click.option("--limit", type=Limit(), default=PAGE, metavar="N")(function)
        function = as_of_option(function)
        if FILES.intersection(formats):
            kind = click.Path(path_type=Path, dir_okay=False)
            function = click.option("--output", type=kind, metavar="FILE")(function)
        return format_option(*(formats or (TABLE, JSON, CSV)))(function)

    return decorate
