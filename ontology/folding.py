"""Forms of a text for comparing and searching; what is kept and quoted is never folded."""

import unicodedata
from typing import Final

DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2212"
"""What is printed for a hyphen: hyphens of other widths, dashes and the minus."""

TO_HYPHEN: Final = dict.fromkeys(map(ord, DASHES), "-") | {0xAD: None}
"""For `str.translate`: dashes become hyphens, and soft hyphens go."""

_LOOKALIKES: Final = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"})
_TONES: Final = {0x300: None, 0x301: None, 0x303: None, 0x309: None, 0x323: None}


def collapse(text: str) -> str:
    """Return the text in one line: composed, and with one blank for each run of them."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold_words(text: str) -> str:
    """Return the form in which two printings of the same Vietnamese words are equal.

    Case, the tone and its place, look-alike letters, dashes and blanks make no difference, but
    the letters â ă ê ô ơ ư đ stay apart from a e o u d.

    >>> fold_words("Tỉnh Uỷ – Hoà") == fold_words("tỉnh ủy - hòa")
    True
    """
    text = unicodedata.normalize("NFD", text.translate(_LOOKALIKES)).translate(TO_HYPHEN)
    text = unicodedata.normalize("NFC", text.translate(_TONES)).casefold()
    return " ".join(text.split())


def fold_search(text: str) -> str:
    """Return the form for search: as `fold_words`, and without any mark, đ as d.

    >>> fold_search("Chỉ thị số 05-CT/TW")
    'chi thi so 05-ct/tw'
    """
    text = unicodedata.normalize("NFD", text.translate(_LOOKALIKES)).translate(TO_HYPHEN)
    bare = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(bare.casefold().replace("đ", "d").split())
