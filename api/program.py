"""Commands whose modules are loaded when they are run, with help in the language of the run."""

import gc
import importlib
import io
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Final, cast

import click

from api.settings import Settings, settings_of
from api.troubles import told
from api.words import Words

_HELP: Final = "--help"
_COLLECTIONS: Final = (50_000, 20, 10)


def words_of(ctx: click.Context | None) -> Words:
    """Return the words of a run."""
    settings = ctx.find_object(Settings) if ctx is not None else None
    return settings.words if settings is not None else Words()


class Command(click.Command):
    """A command whose help and parameters are told by the table of words.

    `topic` is the beginning of its keys there: `help.tasks`, `help.tasks.implements`, and for what
    many commands share `help.as_of`.
    """

    topic = ""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, and refuse those that nobody asked for, in the run's language."""
        localise(self, words_of(ctx))
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            message = words_of(ctx)("trouble.extra", extra=" ".join(map(str, rest)))
            raise click.UsageError(message, ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        prefix = f"{words_of(ctx)('help.usage')} "
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line, what the command does, its arguments and its options."""
        words = words_of(ctx)
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words(f"help.{self.topic}"))
        arguments = [p for p in self.params if isinstance(p, click.Argument)]
        _section(formatter, words("help.arguments"), _told_arguments(self, arguments, words))
        options = [p for p in self.params if isinstance(p, click.Option)]
        needed = f"[{words('help.required')}]"
        records = [
            (name, told.replace("[required]", needed))
            for option in options
            for name, told in [option.get_help_record(ctx) or ("", "")]
            if name
        ]
        _section(formatter, words("help.options"), [*records, (_HELP, words("help.help"))])
        if isinstance(self, LazyGroup):
            _section(formatter, words("help.commands"), self.told_commands(words))


def _section(formatter: click.HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _told_arguments(
    command: Command, arguments: list[click.Argument], words: Words
) -> list[tuple[str, str]]:
    told = ((a.metavar or "", _told(command, a, words)) for a in arguments)
    return [(metavar, help_text) for metavar, help_text in told if help_text]


def _told(command: Command, parameter: click.Parameter, words: Words) -> str:
    keys = (f"help.{command.topic}.{parameter.name}", f"help.any.{parameter.name}")
    return words.first(keys)


def localise(command: Command, words: Words) -> None:
    """Give a command's options and arguments their words."""
    command.options_metavar = words("metavar.options")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = _told(command, parameter, words)
        elif isinstance(parameter, click.Argument):
            name = parameter.name or ""
            metavar = words.known(f"metavar.{name}", name.upper())
            parameter.metavar = metavar if parameter.required else f"[{metavar}]"
            parameter.metavar += "…" if parameter.nargs == -1 else ""


class LazyGroup(Command, click.Group):
    """A group whose commands are names of modules, each with a `command`; help loads none."""

    modules: Mapping[str, str] = MappingProxyType({})

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (as click calls it)
        """Return the names in the order of the table."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load the module of a command; None where there is no such command."""
        if cmd_name not in self.modules:
            return None
        module, _, attribute = self.modules[cmd_name].partition(":")
        command = cast(Command, getattr(importlib.import_module(module), attribute))
        command.topic = self._topic(cmd_name)
        return command

    def _topic(self, name: str) -> str:
        return name if isinstance(self, Program) else f"{self.topic}-{name}"

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names, or say which name is near."""
        name = args[0]
        if name not in self.modules and not name.startswith("-"):
            words = words_of(ctx)
            near = ", ".join(get_close_matches(name, self.modules))
            hint = words("trouble.perhaps", near=near) if near else ""
            raise click.UsageError(words("trouble.no_command", name=name) + hint, ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line."""
        words = words_of(ctx)
        return [words("metavar.options"), words("metavar.command")]

    def told_commands(self, words: Words) -> list[tuple[str, str]]:
        """Return the commands with what each does, in one line."""
        return [(name, words(f"short.{self._topic(name)}")) for name in self.modules]


class Program(LazyGroup):
    """The whole program: knows its language before anything else, and tells its troubles."""

    topic = "chidao"

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401  (as click calls it)
    ) -> click.Context:
        """Understand the command line."""
        collect_seldom()
        _speak_utf8()
        settings = settings_of(args)
        extra.setdefault("obj", settings)
        with told(settings.words):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (as click calls it)
        """Run the command that was asked for."""
        with told(words_of(ctx)):
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result


def collect_seldom() -> None:
    """Let Python look for circles of objects less often: facts have none, and there are millions.

    With its own thresholds twice the text takes more than twice the time.
    """
    gc.set_threshold(*_COLLECTIONS)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the system says: no other encoding has all letters of Vietnamese.

    A name of a file that is no text is written with its bytes escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
