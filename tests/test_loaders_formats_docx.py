"""Word files: words, tables, and what is refused."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx.document import Document

from loaders.formats.guard import DEFAULT_LIMITS, Refusal, RefusedError
from loaders.formats.source import source_of
from tests.files import fill, with_part, word, word_body

BOMB = bytes(30 * 1024 * 1024)


def text_of(data: bytes) -> str:
    return source_of(data, "tệp.docx").text


def table(*rows: list[str], before: str = "", after: str = "") -> bytes:
    def build(document: Document) -> None:
        if before:
            document.add_paragraph(before)
        fill(document.add_table(len(rows), len(rows[0])), rows)
        if after:
            document.add_paragraph(after)

    return word(build=build)


def run(text: str, more: str = "") -> str:
    return f'<w:r>{more}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, more: str = "") -> str:
    return f"<w:p><w:pPr>{more}</w:pPr>{''.join(runs)}</w:p>"


def cell(text: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraph(run(text))}</w:tc>"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (paragraph(run("Chỉ thị"), run(" số 05")) + paragraph() + paragraph(run("b")),
         "Chỉ thị số 05\n\nb\n"),
        (paragraph(run("a"), "<w:r><w:br/></w:r>", run("b"), "<w:r><w:tab/></w:r>", run("c\td")),
         "a\nb c d\n"),
        (paragraph(run("05"), "<w:r><w:noBreakHyphen/></w:r>", run("CT/TW")), "05-CT/TW\n"),
        (paragraph("<w:ins>" + run("mới") + "</w:ins>",
                   "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>",
                   "<w:moveFrom>" + run("đi") + "</w:moveFrom>",
                   "<w:moveTo>" + run(" đến") + "</w:moveTo>"), "mới đến\n"),
        (paragraph(run("một "), more="<w:rPr><w:del/></w:rPr>") + paragraph(run("hai")),
         "một hai\n"),
        (paragraph("<w:hyperlink>" + run("a") + "</w:hyperlink>",
                   "<w:smartTag>" + run("b") + "</w:smartTag>",
                   "<w:fldSimple>" + run("c") + "</w:fldSimple>",
                   "<w:r><w:instrText>PAGE</w:instrText></w:r>"), "abc\n"),
        (paragraph(run("a"), '<w:r><w:footnoteReference w:id="1"/></w:r>', run("b")), "ab\n"),
        (paragraph(run("a"), run("ẩn", "<w:rPr><w:vanish/></w:rPr>"),
                   run("b", '<w:rPr><w:vanish w:val="0"/></w:rPr>')), "ab\n"),
        ("<w:sdt><w:sdtContent>" + paragraph(run("a")) + "</w:sdtContent></w:sdt>"
         + paragraph(run("b")), "a\nb\n"),
        (paragraph(run("neo"), "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
                   + paragraph(run("khung")) + "</w:txbxContent></w:drawing></mc:Choice>"
                   "<mc:Fallback><w:pict><w:txbxContent>" + paragraph(run("khung"))
                   + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
         + paragraph(run("sau")), "neo\nkhung\nsau\n"),
    ],
    ids=["runs", "breaks", "hyphen", "tracked", "deleted mark", "wrapped", "footnote", "hidden",
         "content control", "text box"],
)  # fmt: skip
def test_words(xml: str, text: str) -> None:
    assert text_of(word_body(xml)) == text


def test_headers_and_footers_are_left_out() -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "đầu trang"
        document.sections[0].footer.paragraphs[0].text = "chân trang"

    assert text_of(word("thân", build=build)) == "thân\n"


def test_a_table_of_48_rows_is_48_lines() -> None:
    rows = [[str(n), f"Việc {n}", "Ban Tuyên giáo\nVăn phòng", "30/6/2026"] for n in range(1, 49)]
    text = text_of(table(*rows, before="Trước bảng", after="Sau bảng"))
    first, *lines, last, end = text.split("\n")
    assert (first, last, end) == ("Trước bảng", "Sau bảng", "")
    assert lines == ["\t".join(row).replace("\n", "\v") for row in rows]


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([["A", "B", "C", "D"]] * 2, "A\tB\tC\tD\nA\tB\tC\tD\n"),
        ([["", "x\n\ny\n", ""], ["a", "b", ""], ["c", "", ""]], "\tx\v\vy\t\na\tb\t\nc\t\t\n"),
        ([["Stt", "Nội dung"], ["1", "a\nb"]], "Stt\tNội dung\n1\ta\vb\n"),
        ([["Nhiệm vụ", "Cơ quan"], ["a\nb", "c"]], "Nhiệm vụ\tCơ quan\na\vb\tc\n"),
        ([["1", "a"], ["2", "b"]], "1\ta\n2\tb\n"),
        ([["TỈNH ỦY\n*\nSố 41-KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Sơn, ngày 06"]],
         "TỈNH ỦY\n*\nSố 41-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Sơn, ngày 06\n"),
        ([["TỈNH ỦY", "ĐẢNG CỘNG SẢN VIỆT NAM"], ["Số 41-KH/TU", "Hà Sơn, ngày 06"]],
         "TỈNH ỦY\nSố 41-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Sơn, ngày 06\n"),
        ([["Nơi nhận:\n- Lưu.\n", "", "\nT/M BAN\n\nVi Thị Thục"]],
         "Nơi nhận:\n- Lưu.\nT/M BAN\n\nVi Thị Thục\n"),
        ([["một\nhai", "b"], ["a", "b"], ["c", "d"]], "một\vhai\tb\na\tb\nc\td\n"),
    ],
    ids=["rows", "paragraphs", "header", "header words", "short", "head", "head in two rows",
         "signatures", "three rows"],
)  # fmt: skip
def test_tables(rows: list[list[str]], text: str) -> None:
    assert text_of(table(*rows)) == text


def test_merged_cells_have_their_text_in_the_first() -> None:
    grid = '<w:gridSpan w:val="2"/>'
    top = '<w:vMerge w:val="restart"/>'
    text = text_of(
        word_body(
            "<w:tbl>"
            f"<w:tr>{cell('I')}{cell('Tuyên giáo', grid)}{cell('x')}</w:tr>"
            f"<w:tr>{cell('1', top)}{cell('a')}{cell('b')}{cell('c')}"
            f"</w:tr><w:tr>{cell('', '<w:vMerge/>')}{cell('d')}{cell('e')}{cell('f')}</w:tr>"
            '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>'
            f"{cell('g')}{cell('h')}</w:tr>"
            f"<w:tr><w:trPr><w:del/></w:trPr>{cell('bỏ')}</w:tr>"
            "</w:tbl>"
        )
    )
    assert text == "I\tTuyên giáo\t\tx\n1\ta\tb\tc\n\td\te\tf\n\tg\th\t\n"


def test_a_span_beyond_all_columns_costs_nothing() -> None:
    wide = cell("a", '<w:gridSpan w:val="999999999"/>')
    assert len(text_of(word_body(f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>"))) < 100


def test_a_table_in_a_cell_is_flattened_into_it() -> None:
    def build(document: Document) -> None:
        outer = document.add_table(3, 2)
        fill(outer, [["a", "b"], ["c", "d"], ["e", "f"]])
        fill(outer.cell(1, 1).add_table(2, 2), [["1", "2"], ["3", "4"]])

    assert text_of(word(build=build)) == "a\tb\nc\td\v1 2\v3 4\ne\tf\n"


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def lying(data: bytes) -> bytes:
    """Say in the archive's directory that the big part has five bytes."""
    return data.replace(len(BOMB).to_bytes(4, "little"), (5).to_bytes(4, "little"))


ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>a&x;b</w:t></w:r></w:p></w:body></w:document>"
)
BODY = "word/document.xml"


@pytest.mark.parametrize(
    ("make", "code", "place"),
    [
        (lambda: word("a" * 5000)[:-2000], Refusal.DAMAGED, ""),
        (lambda: b"PK\x03\x04 and no more", Refusal.DAMAGED, ""),
        (lambda: with_part(word("a"), BODY, b"<w:document"), Refusal.DAMAGED, ""),
        (lambda: with_part(word("a"), BODY, ENTITY), Refusal.DAMAGED, BODY),
        (lambda: with_part(word("a"), BODY, ENTITY.decode().encode("utf-16")), Refusal.DAMAGED,
         BODY),
        (lambda: packed({"xl/workbook.xml": b"<a/>"}), Refusal.WRONG_FORMAT, ""),
        (lambda: packed({"word/other.xml": b"<a/>"}), Refusal.DAMAGED, ""),
        (lambda: with_part(word("a"), "word/media/a.bin", BOMB), Refusal.UNPACKED_SIZE,
         "word/media/a.bin"),
        (lambda: lying(with_part(word("a"), "word/media/a.bin", BOMB)), Refusal.DAMAGED, ""),
    ],
    ids=["cut", "no archive", "no XML", "entity", "entity in UTF-16", "spreadsheet", "no body",
         "bomb", "lying bomb"],
)  # fmt: skip
def test_refused(make: Callable[[], bytes], code: Refusal, place: str) -> None:
    with pytest.raises(RefusedError, match=r"^tệp\.docx") as caught:
        text_of(make())
    assert caught.value.code == code
    assert place in caught.value.message
    assert "Hãy" in caught.value.message


def test_what_all_parts_unpack_to_is_added_up() -> None:
    with pytest.raises(RefusedError) as caught:
        source_of(word("a"), "tệp.docx", replace(DEFAULT_LIMITS, unpacked=10_000))
    assert caught.value.code == Refusal.UNPACKED_SIZE


def test_an_entity_in_a_part_that_is_no_xml_by_name_is_not_followed() -> None:
    with pytest.raises(RefusedError):
        text_of(with_part(word("a"), "[Content_Types].xml", ENTITY))
