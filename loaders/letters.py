"""The Vietnamese letters, for character classes: in Unicode capitals and small letters alternate."""

from typing import Final

MARKED: Final = "àáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
"""The letters with a mark, and the bare vowels but `a`: after them a blank may be lost."""

LOWER: Final = "a-z" + MARKED
"""The inside of a character class for small letters."""

UPPER: Final = "A-Z" + MARKED.upper()
"""The inside of a character class for capitals."""

BEFORE_POINT: Final = LOWER + '0-9)"'
"""The inside of a character class for what stands before a point that ends a sentence."""
