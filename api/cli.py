"""The command line: its commands, each in a module that is loaded when it is run."""

from types import MappingProxyType
from typing import Final

import click

from api.program import Program

COMMANDS: Final = MappingProxyType(
    {
        name: f"api.commands.{name}:command"
        for name in (
            "load",
            "tasks",
            "due",
            "chain",
            "resolve",
            "check",
            "cite",
            "precedents",
            "search",
            "show",
            "documents",
            "bodies",
            "stats",
            "analyse",
            "status",
            "remove",
            "copy",
            "export",
            "import",
            "validate",
            "sparql",
            "registry",
            "extract",
            "serve",
            "key",
        )
    }
)


@click.group(cls=Program, invoke_without_command=True)
@click.option("--lang", metavar="vi|en", expose_value=False)
@click.version_option(package_name="chidao", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Trace directives to the plans and tasks that carry them out."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


main.modules = COMMANDS
