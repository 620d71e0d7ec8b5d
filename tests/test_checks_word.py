"""Comments and tracked changes in Word files: at the right words, and nothing else is changed."""

import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.word import AUTHOR, Note, commented
from loaders.formats.source import source_of
from ontology.facts import Span
from tests.files import add_xml, define_lists, fill, item, level, word, word_body
from tests.runs import SAMPLES

AT = dt.datetime(2026, 4, 15, 8, 30, tzinfo=dt.UTC)
WORDS = sorted(SAMPLES.glob("*.docx"))
CHANGED = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}


def text_of(data: bytes) -> str:
    return source_of(data, "tệp.docx").text


def note(text: str, words: str, instead: str | None = None) -> Note:
    start = text.index(words)
    return Note(Span(start, start + len(words)), f"Sai: {words}", instead)


def marked(data: bytes) -> dict[str, str]:
    """Return the words that each comment stands on, by what the comment says."""
    document = docx.Document(io.BytesIO(data))
    said = {str(one.comment_id): one.text for one in document.comments}
    open_: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for node in document.element.body.iter():
        if node.tag == qn("w:commentRangeStart"):
            open_[node.get(qn("w:id"))] = []
        elif node.tag == qn("w:commentRangeEnd"):
            found[said[node.get(qn("w:id"))]] = "".join(open_.pop(node.get(qn("w:id"))))
        elif node.tag in {qn("w:t"), qn("w:delText")}:
            for words in open_.values():
                words.append(node.text or "")
    assert open_ == {}
    return found


def make(data: bytes, *notes: Note) -> bytes:
    return commented(data, "tệp.docx", notes, at=AT)


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


SPLIT = (
    "<w:p>"
    + run("Chỉ thị số 0", "<w:b/>")
    + run("5-CT/TW, ngày 15/")
    + run("6/2016 của")
    + "</w:p>"
)


def test_a_comment_stands_on_the_words_alone() -> None:
    data = word_body(SPLIT)
    text = text_of(data)
    made = make(data, note(text, "05-CT/TW"), note(text, "15/6/2016"), note(text, "ngày 15/6"))
    assert marked(made) == {
        "Sai: 05-CT/TW": "05-CT/TW",
        "Sai: 15/6/2016": "15/6/2016",
        "Sai: ngày 15/6": "ngày 15/6",
    }
    assert text_of(made) == text
    (first,) = [r for r in docx.Document(io.BytesIO(made)).paragraphs[-1].runs if r.text == "0"]
    assert first.bold


def test_a_comment_says_who_and_when() -> None:
    data = word("Chỉ thị số 05-CT/TW")
    made = make(data, Note(Span(0, 7), "Dòng một\nDòng\vhai\x01"))
    (comment,) = docx.Document(io.BytesIO(made)).comments
    assert (comment.author, comment.timestamp) == (AUTHOR, AT)
    assert comment.text == "Dòng một\nDòng hai"


def test_comments_of_others_stay() -> None:
    def build(document: Document) -> None:
        document.add_comment(document.paragraphs[0].runs, "của tôi", author="Lan")

    data = word("Chỉ thị số 05-CT/TW", build=build)
    made = docx.Document(io.BytesIO(make(data, note(text_of(data), "05-CT/TW"))))
    assert [(one.author, one.text) for one in made.comments] == [
        ("Lan", "của tôi"),
        (AUTHOR, "Sai: 05-CT/TW"),
    ]


def test_a_change_is_tracked() -> None:
    data = word_body(SPLIT)
    text = text_of(data)
    made = make(data, note(text, "15/6/2016", "15/5/2016"), note(text, "05-CT/TW"))
    assert text_of(made) == text.replace("15/6/2016", "15/5/2016")
    body = docx.Document(io.BytesIO(made)).element.body
    struck = "".join(node.text for node in body.iter(qn("w:delText")))
    assert struck == "15/6/2016"
    changes = [*body.iter(qn("w:ins"), qn("w:del"))]
    assert {(one.get(qn("w:author")), one.get(qn("w:date"))) for one in changes} == {
        (AUTHOR, "2026-04-15T08:30:00Z")
    }
    assert len({one.get(qn("w:id")) for one in changes}) == len(changes)


def test_of_changes_that_overlap_one_is_made() -> None:
    data = word("một hai ba bốn")
    text = text_of(data)
    made = make(
        data, note(text, "một hai", "1 2"), note(text, "hai ba", "2 3"), note(text, "bốn", "4")
    )
    assert text_of(made) == "1 2 ba 4\n"
    assert len(marked(made)) == 3


FOOTNOTE = (
    "<w:p>"
    + run("ngày 09/3")
    + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    + run("/2021")
    + "</w:p>"
)
BOX = (
    "<w:p>" + run("neo ") + "<w:r><w:t>cùng </w:t><mc:AlternateContent><mc:Choice><w:drawing>"
    "<w:txbxContent><w:p>" + run("khung chữ") + "</w:p></w:txbxContent></w:drawing></mc:Choice>"
    "</mc:AlternateContent></w:r>" + run("sau") + "</w:p>"
)  # fmt: skip
OTHERS = (
    "<w:p>" + run("đã ") + '<w:ins w:id="7" w:author="Lan">' + run("thêm vào") + "</w:ins>"
    '<w:hyperlink w:anchor="x">' + run(" liên kết") + "</w:hyperlink></w:p>"
)  # fmt: skip


@pytest.mark.parametrize(
    ("xml", "words", "on", "after"),
    [
        (FOOTNOTE, "09/3/2021", "09/3/2021", "ngày MỚI\n"),
        (BOX, "khung", "cùng khung chữ", "neo cùng sau\nkhung chữ\n"),
        (OTHERS, "thêm", "thêm", "đã thêm vào liên kết\n"),
        (OTHERS, "thêm vào liên", "thêm vào liên", "đã thêm vào liên kết\n"),
        (OTHERS, "liên kết", "liên kết", "đã thêm vào MỚI\n"),
        ("<w:p>" + run("một") + "</w:p><w:p>" + run("hai") + "</w:p>", "một\nhai", "mộthai",
         "một\nhai\n"),
        ("<w:p>" + run("a") + "<w:r><w:br/></w:r>" + run("b") + "</w:p>", "a\nb", "ab", "MỚI\n"),
    ],
    ids=["footnote", "text box", "insertion", "over insertion", "link", "paragraphs", "break"],
)  # fmt: skip
def test_where_a_change_cannot_be_made_there_is_the_comment(
    xml: str, words: str, on: str, after: str
) -> None:
    data = word_body(xml)
    text = text_of(data)
    assert text_of(make(data, note(text, words))) == text
    made = make(data, note(text, words, "MỚI"))
    assert text_of(made) == after
    (stands,) = marked(made).values()
    assert stands.replace("MỚI", "") == on
    assert make(data, note(text, words)).count(b"footnoteReference") == 0  # packed, not lost
    kept = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml")
    assert (b"footnoteReference" in kept) == (b"footnoteReference" in xml.encode())


def test_words_in_cells_and_the_head() -> None:
    def build(document: Document) -> None:
        fill(document.add_table(1, 2), [["TỈNH ỦY\nSố 12-KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM\nngày 6"]])
        fill(document.add_table(3, 2), [["a\nb", "c"], ["d", "e\tf"], ["g", "h"]])

    data = word(build=build)
    text = text_of(data)
    notes = [note(text, words) for words in ("12-KH/TU", "VIỆT NAM\nngày", "a\vb\tc", "e f", "g")]
    made = make(data, *notes)
    assert text_of(made) == text
    assert marked(made) == {
        "Sai: 12-KH/TU": "12-KH/TU",
        "Sai: VIỆT NAM\nngày": "VIỆT NAMngày",
        "Sai: a b c": "ab",
        "Sai: e f": "ef",
        "Sai: g": "g",
    }


def test_a_number_that_word_prints_has_its_comment_beside_it() -> None:
    def build(document: Document) -> None:
        define_lists(
            document,
            f'<w:abstractNum w:abstractNumId="1">{level(0, "%1.")}</w:abstractNum>',
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        )
        add_xml(document, item("việc"))

    data = word(build=build)
    assert text_of(data) == "1. việc\n"
    assert text_of(make(data, Note(Span(0, 2), "số"))) == "1. việc\n"
    assert marked(make(data, Note(Span(0, 2), "số"))) == {"số": "việc"}


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.name)
def test_all_other_parts_keep_their_bytes(path: Path) -> None:
    data = path.read_bytes()
    text = text_of(data)
    made = make(data, Note(Span(0, 5), "đầu"), Note(Span(len(text) - 8, len(text)), "cuối"))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        assert set(new.namelist()) == set(old.namelist()) | {"word/comments.xml"}
        differ = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert differ <= CHANGED
    assert text_of(made) == text
    assert make(data) == data


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_no_note_changes_the_text(data: st.DataObject) -> None:
    """Comments stand on letters of their words only; numbers of lists are in no run."""
    old = data.draw(st.sampled_from(WORDS)).read_bytes()
    text = text_of(old)
    notes = []
    for number in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text) - 40))
        end = start + data.draw(st.integers(20, 300))
        notes.append(Note(Span(start, min(end, len(text))), f"số {number}"))
    made = make(old, *notes)
    assert text_of(made) == text
    stands = marked(made)
    for one in notes:
        letters = iter(text[one.span.start : one.span.end])
        assert all(letter in letters for letter in stands[one.text].replace("\t", ""))


def office() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    assert found is not None, "install the package libreoffice-writer-nogui"
    return found


def converted(folder: Path, **files: bytes) -> dict[str, Element]:
    """Return files as LibreOffice has understood them."""
    paths = []
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
        paths.append(str(folder / f"{name}.docx"))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    subprocess.run(
        [office(), home, "--headless", "--convert-to", "fodt", "--outdir", str(folder), *paths],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {name: _parsed(folder / f"{name}.fodt") for name in files}


def _parsed(path: Path) -> Element:
    return fromstring(path.read_bytes())  # noqa: S314  (what LibreOffice wrote)


OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
BESIDE = {f"{OFFICE}annotation", f"{TEXT}tracked-changes"}


def words(node: Element) -> str:
    """Return the words of an element without those of comments, and of struck words kept apart."""
    if node.tag in BESIDE:
        return ""
    return (node.text or "") + "".join(words(child) + (child.tail or "") for child in node)


def shown(root: Element) -> list[str]:
    """Return the paragraphs of a text that have words.

    LibreOffice puts an empty one before a table that begins a file with any comment.
    """
    paragraphs = (words(node) for node in root.iter() if node.tag in PARAGRAPHS)
    return [line for line in paragraphs if line.strip()]


def test_libreoffice_shows_comments_and_changes(tmp_path: Path) -> None:
    data = WORDS[0].read_bytes()
    text = text_of(data)
    found = [match.span() for match in re.finditer(r"\d+-[A-Z]{2}/TW", text)]
    assert len(found) > 2
    notes = [Note(Span(*span), f"Sai {n}", "99-CT/TW") for n, span in enumerate(found)]
    plain = [Note(one.span, one.text) for one in notes]
    roots = converted(tmp_path, old=data, commented=make(data, *plain), changed=make(data, *notes))
    for name in ("commented", "changed"):
        annotations = list(roots[name].iter(f"{OFFICE}annotation"))
        said = ["".join("".join(p.itertext()) for p in one.iter(f"{TEXT}p")) for one in annotations]
        assert sorted(said) == sorted(one.text for one in notes)
        assert {one.findtext(CREATOR) for one in annotations} == {AUTHOR}
    for kind in ("deletion", "insertion"):
        assert len(list(roots["changed"].iter(f"{TEXT}{kind}"))) == len(found)
    texts = {name: shown(root) for name, root in roots.items()}
    said_beside = {one.text for one in notes}
    assert [line for line in texts["commented"] if line not in said_beside] == texts["old"]
