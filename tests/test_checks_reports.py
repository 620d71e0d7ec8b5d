"""Findings as SARIF and as JSON, and those that were accepted."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.checking import Checked, Wanted, checked, checked_record, known_by
from api.words import Words
from checks.accepted import (
    Accepted,
    AcceptedError,
    entry,
    file_beside,
    fingerprint,
    read_accepted,
    text_of,
)
from checks.positions import Places
from checks.sarif import Reported, Unread, sarif_log
from loaders.extract import extract
from loaders.formats.source import source_of
from ontology.facts import Span
from tests.plants import AT, DRAFT, ERROR, HINT, WARNING, planted

WORDS = Words()


@pytest.fixture(autouse=True)
def rules(tmp_path: Path) -> Iterator[None]:
    with planted(tmp_path, ERROR, WARNING, HINT):
        yield


def looked_at(text: str = DRAFT, accepted: tuple[Accepted, ...] = ()) -> Checked:
    facts = extract(source_of(text.encode(), "dự thảo.txt"))
    with known_by(None, WORDS) as store:
        return checked(facts, store, Wanted(None, None, WORDS), accepted)


def kept(found: Checked, number: int) -> Accepted:
    finding = found.open[number]
    return entry(finding, found.source, found.places, reason="đã hỏi", by="Lan", at=AT)


def test_places_count_from_one_in_code_points() -> None:
    places = Places("aế\n\n😀y")
    assert [str(places.at(n)) for n in range(6)] == ["1:1", "1:2", "1:3", "2:1", "3:1", "3:2"]


def test_json_has_the_names_that_were_promised() -> None:
    record = checked_record(looked_at(), WORDS)
    first = record["findings"][0]
    assert list(first) == [
        *("code", "severity", "start", "end", "quote", "message", "replacement"),
        *("source", "evidence"),
    ]
    assert DRAFT[first["start"] : first["end"]] == first["quote"] == "15/6/2016"
    assert (first["message"], first["source"]) == ("Sai: 15/6/2016", "Hướng dẫn 36")
    assert record["counts"] == {"error": 1, "warning": 1, "hint": 1}
    assert record["as_of"] == "2021-09-06"
    assert first["evidence"][1] | {"words": ""} == {
        "words": "",
        "document": None,
        "start": 0,
        "end": 1,
        "source": None,
    }


def test_a_rule_is_quiet_before_its_day() -> None:
    early = looked_at(DRAFT.replace("năm 2021", "năm 2017"))
    assert early.open == ()


def sarif(found: Checked, *unread: Unread) -> Any:  # noqa: ANN401  (JSON)
    log = sarif_log([Reported(found.source, found.all())], unread, version="1", language="vi")
    return json.loads(json.dumps(log))


def test_sarif_says_what_is_where() -> None:
    log = sarif(looked_at(), Unread("bản quét.pdf", "không có chữ"))
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    driver = run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [ERROR.code, WARNING.code, HINT.code]
    assert driver["rules"][0]["properties"] == {"validFrom": "2018-04-03", "source": "Hướng dẫn 36"}
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        start = region["charOffset"]
        assert DRAFT[start : start + region["charLength"]] == region["snippet"]["text"]
        line = DRAFT.split("\n")[region["startLine"] - 1]
        assert (
            line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
        )
        where = location["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][where["index"]]["location"]["uri"] == where["uri"]
        assert where["uri"] == "d%E1%BB%B1%20th%E1%BA%A3o.txt"
        assert result["suppressions"] == []
    fixes = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fixes["insertedContent"]["text"] == "15/5/2016"
    assert "fixes" not in run["results"][1]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "không có chữ"


def test_what_is_accepted_is_quiet_until_its_words_change(tmp_path: Path) -> None:
    found = looked_at()
    draft = tmp_path / "dự thảo.txt"
    file_beside(draft).write_text(text_of([kept(found, 0), kept(found, 0)]), encoding="utf-8")
    accepted = read_accepted(draft)
    assert len(accepted) == 1
    again = looked_at(accepted=accepted)
    assert [one.code for one in again.open] == [WARNING.code, HINT.code]
    assert [by.reason for _, by in again.accepted] == ["đã hỏi"]
    moved = looked_at("Thêm một dòng\n" + DRAFT.replace("số 05-CT", "số  05-CT"), accepted)
    assert (len(moved.open), moved.stale) == (2, 0)
    for old, new in (("05-CT/TW", "06-CT/TW"), ("của Bộ", "của  các Bộ")):
        changed = looked_at(DRAFT.replace(old, new), accepted)
        assert (len(changed.open), changed.stale) == (3, 1)
    (first, *_) = sarif(again)["runs"][0]["results"]
    assert first["suppressions"][0]["justification"] == "đã hỏi"


def test_fingerprints_tell_findings_apart() -> None:
    found = looked_at(f"{DRAFT}Theo Bộ Chính trị, và của Bộ Chính trị")
    prints = {fingerprint(one, found.source, found.places) for one in found.open}
    assert len(prints) == len(found.open) == 5


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"accepted": [{}]}', '{"accepted": 3}', "[" * 5000, '{"accepted": [[1]]}'],
)
def test_a_file_that_says_nothing_is_told(tmp_path: Path, content: str) -> None:
    draft = tmp_path / "a.docx"
    file_beside(draft).write_text(content, encoding="utf-8")
    with pytest.raises(AcceptedError, match=r"a\.docx\.chidao\.json"):
        read_accepted(draft)


def test_what_is_around_ends_with_the_line() -> None:
    places = Places("một\nhai ba bốn\nnăm")
    assert places.around(Span(8, 10)) == ("hai ", " bốn")
