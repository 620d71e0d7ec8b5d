"""Where the words of a citation stand, however the text has them."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from checks.places import words_at

WORDS = "Bộ Chính trị"
pieces = st.lists(
    st.sampled_from(["Bộ", "Chính", "trị", "B", "ộ", "của", "–", "“", "\n", "05-CT/TW"]), max_size=8
)
blanks = st.sampled_from(["", " ", "  ", "\n", "\u00a0", "\n\n \t", "\f"])


def letters(text: str) -> str:
    return re.sub(r"[\s*\u00ad\u200b]", "", unicodedata.normalize("NFC", text))


@given(
    st.data(),
    pieces,
    pieces,
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from(["", "**", "\u00ad"]),
)
def test_words_are_found_where_they_stand_first(
    data: st.DataObject, before: list[str], after: list[str], form: str, mark: str
) -> None:
    """`*` and soft hyphens are no letters, blanks part what they like."""
    parts = [*before, *WORDS.split(), *after]
    text = "".join(part + data.draw(blanks) for part in parts) + mark
    text = "tại " + unicodedata.normalize("NFD" if form == "NFD" else "NFC", text)

    place = words_at(text, 4, len(text), WORDS)

    assert place is not None
    assert letters(text[place.start : place.end]) == letters(WORDS)
    assert not text[place.start].isspace()
    first = letters(text[4:]).find(letters(WORDS))
    assert len(letters(text[4 : place.start])) == first


def test_words_that_are_not_there_are_not_found() -> None:
    assert words_at("của Ban Bí thư", 0, 14, WORDS) is None
    assert words_at("của Bộ Chính trị", 0, 10, WORDS) is None
    assert words_at("của Bộ Chính trị", 0, 16, "") is None
