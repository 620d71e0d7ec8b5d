"""What the two READMEs say is what the program does."""

import re
import shlex
from pathlib import Path

import click
import pytest

from api.program import Command, LazyGroup
from graph.answer_types import State
from tests.runs import ROOT, TOPICS, run, samples

READMES = tuple(sorted(ROOT.glob("README*.md")))
_EXAMPLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


@pytest.fixture(params=READMES, ids=lambda path: path.name)
def readme(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8")


def commands() -> list[tuple[str, Command]]:
    """Return the commands that answer something, each as people type it."""
    return [
        (topic.replace("-", " "), command)
        for topic, command in TOPICS.items()
        if not isinstance(command, LazyGroup)
    ]


def test_every_command_is_documented(readme: str) -> None:
    missing = [name for name, _ in commands() if f"`chidao {name}" not in readme]
    assert missing == []


def test_every_documented_command_is_there(readme: str) -> None:
    groups = {topic for topic, command in TOPICS.items() if isinstance(command, LazyGroup)}
    named = set(re.findall(r"chidao ([a-z]+)", readme))
    assert named <= {name.split()[0] for name, _ in commands()} | groups


def test_every_option_is_documented(readme: str) -> None:
    options = {
        max(parameter.opts, key=len)
        for _, command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option)
    }
    assert [option for option in sorted(options) if option not in readme] == []


def test_every_documented_option_is_there(readme: str) -> None:
    options = {option for _, command in commands() for p in command.params for option in p.opts} | {
        "--help"
    }
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", readme)) <= options


def test_every_state_is_documented(readme: str) -> None:
    assert [state for state in State if f"`{state}`" not in readme] == []


def test_both_languages_are_there() -> None:
    assert [path.name for path in READMES] == ["README.en.md", "README.md"]


def test_the_examples_print_what_the_program_prints(readme: str, tmp_path: Path) -> None:
    store = tmp_path / "samples.sqlite"
    assert run("load", *samples(), store=store).exit_code == 0
    shown = _EXAMPLE.findall(readme)
    assert shown
    for block in shown:
        for entry in re.split(r"^\$ chidao ", block, flags=re.MULTILINE)[1:]:
            typed, _, output = entry.partition("\n")
            arguments = shlex.split(typed)
            if arguments[0] != "load":
                assert run(*arguments, store=store).stdout.rstrip() == output.rstrip()
