"""The command line in tests: run in this process, with a store of its own."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click
from click.testing import CliRunner, Result

from api.cli import main
from api.program import Command, LazyGroup

ROOT: Final = Path(__file__).resolve().parent.parent
SAMPLES: Final = ROOT / "samples"
SHARED: Final = ROOT.parent / "shared" / "gold"
PLANS: Final = tuple(sorted((SHARED / "texts").glob("00[024]_*.txt")))
"""The three plans that everybody's gold is about; none where the folder is not there."""

FORMATS: Final = frozenset({".txt", ".md", ".docx", ".pdf"})


def samples() -> list[Path]:
    """Return the samples that can be read, by name."""
    return sorted(path for path in SAMPLES.iterdir() if path.suffix in FORMATS)


def run(*arguments: object, store: Path | str | None = None, lang: str = "vi") -> Result:
    """Run `chidao` with the arguments; answers are in `stdout`, troubles in `stderr`."""
    environment = {"CHIDAO_STORE": str(store or ""), "CHIDAO_LANG": lang, "COLUMNS": "100"}
    runner = CliRunner(env=environment)
    result = runner.invoke(main, [str(argument) for argument in arguments], prog_name="chidao")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def answer(*arguments: object, store: Path | str | None = None) -> Any:  # noqa: ANN401  (JSON)
    """Run `chidao` with the arguments and return the JSON that it answers."""
    result = run(*arguments, "--format", "json", store=store)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def every_command(group: LazyGroup = main) -> Iterator[tuple[str, Command]]:
    """Give every command and group with the topic of its words."""
    context = click.Context(group, info_name="chidao")
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert isinstance(command, Command)
        yield command.topic, command
        if isinstance(command, LazyGroup):
            yield from every_command(command)


TOPICS: Final = dict(every_command())
"""Every command and group by the topic of its words."""
