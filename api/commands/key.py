"""`chidao key`: a key for the API, shown once, and what the server is to be told of it."""

import re
from typing import Final

import click

from api.http.security import Role, new_key
from api.options import OneOf, lang_option
from api.program import Command, words_of

_NAME: Final = re.compile(r"[\w.@-]{1,64}")


@click.command(cls=Command)
@click.argument("name")
@click.option("--role", type=OneOf(*Role), default=Role.READER.value, metavar="reader|editor")
@lang_option
@click.pass_context
def command(ctx: click.Context, name: str, role: str) -> None:
    """Make a key; only its digest is ever kept, by whoever keeps it."""
    words = words_of(ctx)
    if not _NAME.fullmatch(name):
        raise click.UsageError(words("key.bad_name", name=name), ctx)
    secret, key = new_key(name, Role(role))
    click.echo(words("key.secret", secret=secret))
    click.echo(words("key.entry", entry=key))
