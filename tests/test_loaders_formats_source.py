"""Reading a file: which reader, which checks, which refusals."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.formats.guard import DEFAULT_LIMITS, Refusal, RefusedError
from loaders.formats.source import READERS, read_source, source_of
from tests.files import lines, pdf, word

ROOT = Path(__file__).parent.parent
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TEXT = "Chỉ thị số 05-CT/TW"


def refusal(data: bytes, name: str) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        source_of(data, name)
    assert caught.value.message.startswith(name)
    return caught.value


def test_a_source_says_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch.TXT"
    data = "\ufeffKế hoạch\r\n".encode()
    path.write_bytes(data)
    source = read_source(path)
    assert (source.name, source.location, source.format) == ("Kế hoạch.TXT", str(path), "txt")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.text == "Kế hoạch\r\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT.encode()),
        ("a.md", TEXT.encode("utf-16")),
        ("a.docx", word(TEXT)),
        ("a.pdf", pdf(lines(TEXT))),
    ],
)
def test_every_format_gives_the_same_text_always(name: str, data: bytes) -> None:
    source = source_of(data, name)
    assert source.text.strip() == TEXT
    assert source == source_of(data, name)


def test_every_extension_is_tried_here() -> None:
    assert set(READERS) >= {".txt", ".md", ".docx", ".pdf"}
    assert all(extension == extension.lower() for extension in READERS)


@pytest.mark.parametrize(
    ("name", "data", "code", "way_out"),
    [
        ("a.txt", b"", Refusal.EMPTY, "đã lưu"),
        ("a.txt", b" \r\n\t\n", Refusal.EMPTY, "đã lưu"),
        ("a.docx", word(), Refusal.EMPTY, "đã lưu"),
        ("a.doc", OLE, Refusal.OLD_WORD, ".docx"),
        ("a.docx", OLE, Refusal.OLD_WORD, ".docx"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED, "mật khẩu"),
        ("a.docx", TEXT.encode(), Refusal.WRONG_FORMAT, "lưu lại thành .docx"),
        ("a.pdf", word(TEXT), Refusal.WRONG_FORMAT, "ZIP"),
        ("a.pdf", TEXT.encode(), Refusal.WRONG_FORMAT, "lưu lại thành .pdf"),
        ("a.txt", pdf(lines(TEXT)), Refusal.WRONG_FORMAT, "PDF"),
        ("a.xyz", b"x", Refusal.UNKNOWN_FORMAT, ".txt, .md, .docx, .pdf"),
        ("a", b"x", Refusal.UNKNOWN_FORMAT, "không có đuôi"),
        ("a.md", "TỈNH ỦY\n**MẬT**\n".encode(), Refusal.SECRET, "mật"),
        ("a.docx", word("TỈNH ỦY", "TỐI MẬT"), Refusal.SECRET, "mật"),
        ("a.pdf", pdf(lines("TỈNH ỦY HÀ SƠN", "TUYỆT MẬT")), Refusal.SECRET, "mật"),
    ],
)
def test_refused(name: str, data: bytes, code: Refusal, way_out: str) -> None:
    error = refusal(data, name)
    assert error.code == code
    assert way_out in error.message


def test_a_stamped_file_is_read_when_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("MẬT\nKẾ HOẠCH\n", encoding="utf-8")
    assert read_source(path, allow_secret=True).text.startswith("MẬT")


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "lớn.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(RefusedError, match=r"^lớn\.txt: ") as caught:
        read_source(path, replace(DEFAULT_LIMITS, size=10))
    assert caught.value.code == Refusal.TOO_LARGE
    assert read_source(path, replace(DEFAULT_LIMITS, size=11)).text == "x" * 11


@pytest.mark.parametrize("kind", ["missing", "broken link", "folder", "pipe", "circle", "nul"])
def test_what_is_no_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "tệp.txt"
    code = Refusal.MISSING
    match kind:
        case "broken link":
            path.symlink_to(tmp_path / "nowhere.txt")
        case "folder":
            path.mkdir()
            code = Refusal.NOT_A_FILE
        case "pipe":
            os.mkfifo(path)
            code = Refusal.NOT_A_FILE
        case "circle":
            path.symlink_to(path)
            code = Refusal.UNREADABLE
        case "nul":
            path = tmp_path / "tệp\0.txt"
            code = Refusal.UNREADABLE
    with pytest.raises(RefusedError, match=r"^tệp.*\.txt: ") as caught:
        read_source(path)
    assert caught.value.code == code


def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    """Nothing is forbidden to root, so that root reads here as nobody."""
    path = tmp_path / "tệp.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    user = os.geteuid()
    if user == 0:
        for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
            folder.chmod(0o755)
        os.seteuid(65534)
    try:
        with pytest.raises(RefusedError, match=r"^tệp\.txt: không có quyền") as caught:
            read_source(path)
    finally:
        os.seteuid(user)
    assert caught.value.code == Refusal.UNREADABLE


def test_importing_is_free() -> None:
    code = (
        "import sys, loaders.formats.source\n"
        "print(*{'docx', 'pdfplumber', 'pdfminer', 'lxml'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == b""
