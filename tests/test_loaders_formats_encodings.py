"""Encodings: what is written in Unicode is read back, the rest is refused with its place."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.encodings import decode
from loaders.formats.guard import DEFAULT_LIMITS, Guard, Refusal, RefusedError

GUARD = Guard("tệp.txt", DEFAULT_LIMITS, deadline=0)
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(
    lambda text: not text.startswith("\ufeff")
)
PLAN = "KẾ HOẠCH\r\nthực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị\n"


@given(texts)
def test_utf8_reads_back(text: str) -> None:
    assert decode(text.encode(), GUARD) == text
    assert decode(text.encode("utf-8-sig"), GUARD) == text


@given(texts)
def test_utf16_with_a_mark_reads_back(text: str) -> None:
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), GUARD) == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), GUARD) == text


@given(texts)
def test_utf16_without_a_mark_reads_back_where_it_is_clear(text: str) -> None:
    assert decode((PLAN + text[:20]).encode("utf-16-le"), GUARD) == PLAN + text[:20]
    assert decode((PLAN + text[:20]).encode("utf-16-be"), GUARD) == PLAN + text[:20]


@given(texts)
def test_the_text_is_that_of_python_without_newline_translation(text: str) -> None:
    assert decode(text.encode(), GUARD) == codecs.decode(text.encode(), "utf-8")


def test_line_breaks_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "tệp.txt"
    path.write_bytes("một\r\nhai\rba\n\x0bbốn\u2028".encode())
    with path.open(encoding="utf-8", newline="") as file:
        assert decode(path.read_bytes(), GUARD) == file.read()


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        ("Kế hoạch\nsố ".encode() + b"\xd0\xcb", Refusal.ENCODING, "dòng 2, byte thứ 18:"),
        (codecs.BOM_UTF8 + b"a\nb\n\xff", Refusal.ENCODING, "dòng 3, byte thứ 7:"),
        (codecs.BOM_UTF16_LE + b"a\0\n\0\x00\xd8", Refusal.ENCODING, "dòng 2, byte thứ 6:"),
        (codecs.BOM_UTF16_LE + b"a\0b", Refusal.ENCODING, "dòng 1, byte thứ 4:"),
        ("abc".encode("utf-32"), Refusal.ENCODING, "UTF-32"),
        (b"PLAN\n\0\1\2", Refusal.BINARY, "dòng 2:"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Refusal.BINARY, "dòng 1:"),
    ],
    ids=["tcvn3", "after a mark", "half a pair", "half a letter", "utf-32", "nul", "picture"],
)
def test_the_rest_is_refused(data: bytes, code: Refusal, place: str) -> None:
    with pytest.raises(RefusedError, match=r"^tệp\.txt") as caught:
        decode(data, GUARD)
    assert caught.value.code == code
    assert place in caught.value.message
    assert "Hãy" in caught.value.message
