"""The command line as a whole: help, languages, wrong use, the words."""

import string
from pathlib import Path

import click
import pytest

from api.cli import COMMANDS
from api.commands.registry import command as registry_command
from api.settings import default_store, language_of, store_url
from api.words import table
from graph.answer_types import State, Through, Tie
from loaders.loader import Outcome
from ontology.facts import ItemKind, Standing
from ontology.periods import Frequency
from ontology.relations import Relation
from tests.runs import ROOT, SAMPLES, TOPICS, run


def test_every_command_of_the_table_is_a_module() -> None:
    modules = {path.stem for path in (ROOT / "api" / "commands").glob("[!_]*.py")}
    assert set(COMMANDS) == modules


@pytest.mark.parametrize("topic", TOPICS)
def test_every_command_and_parameter_is_told(topic: str) -> None:
    words = table()
    assert f"help.{topic}" in words
    assert f"short.{topic}" in words
    for parameter in TOPICS[topic].params:
        keys = {f"help.{topic}.{parameter.name}", f"help.any.{parameter.name}"}
        assert keys & set(words), parameter.name


@pytest.mark.parametrize(
    ("prefix", "members"),
    [
        ("state", State),
        ("through", Through),
        ("relation", (*Relation, *Tie)),
        ("recurrence", Frequency),
        ("kind", ItemKind),
        ("standing", Standing),
        ("outcome", Outcome),
        ("count.state:", State),
    ],
)
def test_every_member_has_words(prefix: str, members: tuple[str, ...]) -> None:
    joint = "" if prefix.endswith(":") else "."
    assert [m for m in members if f"{prefix}{joint}{m}" not in table()] == []


def test_both_languages_say_the_same_values() -> None:
    def values(words: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(words) if name}

    rows = table().values()
    assert [row["key"] for row in rows if not (row["vi"] and row["en"])] == []
    assert [row["key"] for row in rows if values(row["vi"]) != values(row["en"])] == []


def test_help_is_vietnamese_unless_somebody_says_otherwise() -> None:
    assert "Cách dùng: chidao" in run("--help").stdout
    assert "Usage: chidao" in run("--lang", "en", "--help").stdout
    assert "Usage: chidao" in run("--help", lang="en").stdout
    assert "Usage: chidao tasks" in run("tasks", "--lang=en", "--help").stdout
    assert "Cách dùng: chidao" in run("--lang", "vi", "--help", lang="en").stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    for parameter in TOPICS[name].params:
        if isinstance(parameter, click.Option):
            assert all(option in result.stdout for option in parameter.opts)
    assert "Options" not in result.stdout


def test_what_is_required_is_said_in_the_language_of_the_run() -> None:
    assert "[bắt buộc]" in run("copy", "--help").stdout
    assert "[required]" in run("--lang", "en", "copy", "--help").stdout


def test_no_command_is_a_call_for_help() -> None:
    assert run().stdout == run("--help").stdout
    assert run("registry").stdout == run("registry", "--help").stdout
    assert registry_command.topic == "registry"


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("chidao ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["taks"], "không có lệnh 'taks'; có phải: tasks"),
        (["tasks", "--impliments", "x"], "không có tùy chọn --impliments; có phải: --implements"),
        (["tasks", "x", "y"], "thừa tham số: x y"),
        (["chain"], "thiếu VĂN_BẢN"),
        (["load"], "thiếu ĐƯỜNG_DẪN"),
        (["tasks", "--as-of"], "tùy chọn --as-of cần một giá trị"),
        (["tasks", "--as-of", "2023-02-30"], "--as-of: không có ngày '2023-02-30' trong lịch"),
        (["tasks", "--as-of", "31/11/2023"], "không có ngày '31/11/2023' trong lịch"),
        (["tasks", "--as-of", "mai"], "'mai' không phải là ngày"),
        (["tasks", "--limit", "-1"], "'-1' không phải là số dòng"),
        (["tasks", "--state", "late"], "không có 'late'; chọn một trong: done-on-time"),
        (["tasks", "--due-from", "2/1/2024", "--due-to", "1/1/2024"], "--due-from sau --due-to"),
        (["due", "--within", "5y"], "'5y' không phải là khoảng thời gian"),
        (["due", "--within", "99999m"], "--within quá xa"),
        (["load", "x", "--workers", "0"], "'0' phải là số từ 1 đến"),
        (["status", "a#1", "done", "--on", "2999-01-01"], "2999-01-01 chưa đến"),
        (["resolve", "Chỉ thị"], "'Chỉ thị' không phải là số, ký hiệu văn bản"),
        (["resolve", "05-CT/TW ngày 31/2/2016"], "không có ngày 31/2/2016 trong lịch"),
        (["stats", "--store", "neo4j+foo://x"], "không biết loại kho"),
        (["stats", "--store", "README.md"], "không phải là cơ sở dữ liệu"),
        (["stats", "--store", "api"], "là một thư mục"),
        (["registry", "add", "nope.csv"], "nope.csv: không mở được tệp"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_told_on_stderr_with_code_2(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = run(*arguments, store=tmp_path / "none.sqlite")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr
    assert result.stderr.startswith("Lỗi: ")
    assert "Traceback" not in result.stderr


def test_troubles_are_told_in_english_too() -> None:
    result = run("tasks", "--bogus", lang="en")
    assert "Error: there is no option --bogus" in result.stderr
    assert "For its use: chidao tasks --help" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["tasks"],
        ["due"],
        ["chain", "05-CT/TW"],
        ["search", "x"],
        ["show", "x"],
        ["documents"],
        ["bodies"],
        ["stats"],
        ["status", "x#1"],
        ["remove", "05-CT/TW"],
        ["registry", "list"],
    ],
    ids=" ".join,
)
def test_before_the_first_load_every_question_says_how_to_load(
    arguments: list[str], tmp_path: Path
) -> None:
    store = tmp_path / "none.sqlite"
    result = run(*arguments, store=store)
    assert result.exit_code == 2
    assert f"không có kho tại {store}" in result.stderr
    assert "chidao load" in result.stderr
    assert not store.exists()


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "vi"),
        ([], {"CHIDAO_LANG": "en"}, "en"),
        ([], {"CHIDAO_LANG": "fr"}, "vi"),
        (["--lang", "vi"], {"CHIDAO_LANG": "en"}, "vi"),
        (["tasks", "--lang=EN"], {}, "en"),
        (["search", "--", "--lang", "en"], {}, "vi"),
        (["--lang"], {}, "vi"),
    ],
)
def test_language(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert language_of(arguments, environment) == language


def test_the_store_is_given_or_set_or_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHIDAO_STORE", "set.sqlite")
    assert store_url("given.sqlite") == "given.sqlite"
    assert store_url(None) == "set.sqlite"
    monkeypatch.setenv("CHIDAO_STORE", "")
    assert store_url(None) == str(default_store())
    assert default_store().name == "chidao.sqlite"


def test_the_store_may_be_a_url(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'own.sqlite'}"
    loaded = run("load", SAMPLES / "01-ke-hoach-41-tu.txt", "--store", url)
    assert loaded.exit_code == 0
    assert run("stats", "--store", url).exit_code == 0
    assert (tmp_path / "own.sqlite").exists()
