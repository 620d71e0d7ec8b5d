"""A task table says the same, whether its text is parted by tabs or it stands in a Word file."""

from pathlib import Path

import pytest
from docx.document import Document

from loaders.extract import extract
from loaders.formats.source import read_source
from ontology.facts import Item
from tests.files import fill, word
from tests.scoring import SAMPLES, SHARED

PROGRAMMES = [
    SAMPLES / "05-chuong-trinh-thang-11-2024.txt",
    *sorted((SHARED / "texts").glob("004_*.txt")),
]


def said(item: Item) -> tuple[object, ...]:
    return (
        item.path,
        item.kind,
        [phrase.text for phrase in item.lead],
        [phrase.text for phrase in item.cooperating],
        item.due and (item.due.interval, item.due.text),
        [one.recurrence for one in item.recurrences],
        item.condition and item.condition.text,
        item.status and item.status.text,
        [target.relation for target in item.targets],
    )


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_the_table_in_a_word_file_gives_the_same_rows(path: Path, tmp_path: Path) -> None:
    plain = extract(read_source(path))
    rows = [line.split("\t") for line in plain.source.text.splitlines() if "\t" in line]
    head = plain.source.text[: plain.source.text.index(rows[0][0] + "\t")]

    def build(document: Document) -> None:
        table = document.add_table(len(rows), len(rows[0]))
        fill(table, [[*row, *[""] * (len(rows[0]) - len(row))] for row in rows])

    file = tmp_path / "bảng.docx"
    file.write_bytes(word(*head.splitlines(), build=build))
    table = extract(read_source(file))
    wanted = [item for item in plain.items if item.rule == "table-row"]
    assert len(wanted) == {"004": 48}.get(path.name[:3], len(wanted)) > 8
    assert [said(item) for item in table.items] == [said(item) for item in wanted]
    for one, other in zip(table.items, wanted, strict=True):
        assert table.source.quote(one.span) == plain.source.quote(other.span)
