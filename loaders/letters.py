"""The Vietnamese letters, for character classes: in Unicode capitals and small letters alternate."""

from typing import Final

_BASES: Final = "aăâeêioôơuưyđ"
_TONES: Final = {
    "a": "àáảãạ", "ă": "ằắẳẵặ", "â": "ầấẩẫậ", "e": "èéẻẽẹ", "ê": "ềếểễệ", "i": "ìíỉĩị", "o": "òóỏõọ",
    "ô": "ồốổỗộ", "ơ": "ờớởỡợ", "u": "ùúủũụ", "ư": "ừứửữự", "y": "ỳýỷỹỵ", "đ": "",
}  # fmt: skip

MARKED: Final = "".join(base + _TONES[base] for base in _BASES).replace("a", "", 1)
LOWER: Final = "a-z" + MARKED
"""The inside of a character class for small letters."""

UPPER: Final = "A-Z" + MARKED.upper()
"""The inside of a character class for capitals."""
