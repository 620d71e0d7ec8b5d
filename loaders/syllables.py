"""Where a text layer lost the blank between two words: `Đảng uỷxã chủtrì`, `Ban Thường vụĐảng uỷ`.

Some PDF files lose it after a letter with a mark. Vietnamese is written in syllables, so that what is
none, but is two where one ends with such a letter, was two.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ONSETS: Final = "ngh|ng|nh|gh|gi|g|kh|k|th|tr|t|ch|c|ph|p|qu|b|d|đ|h|l|m|n|r|s|v|x"
_RIMES: Final = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|e|ec|em|en|eng|eo|ep|et"
    "|ê|êch|êm|ên|êng|ênh|êp|êt|êu|i|ia|ich|im|in|inh|ip|it|iu|iêc|iêm|iên|iêng|iêp|iêt|iêu|o|oa|oac|oach|oai|oam|oan"
    "|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|oong|ooc|op|ot|ô|ôc|ôi|ôm|ôn|ông"
    "|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|u|ua|uân|uâng|uât|uây|uc|uê|uêch|uên|uênh|ui|um|un|ung|uơ|up|ut|uy|uya|uych|uyên|uyêt|uyn"
    "|uynh|uyp|uyt|uyu|uôc|uôi|uôm|uôn|uông|uôt|ư|ưa|ưc|ưi|ưm|ưn|ưng|ưt|ưu|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|y|yêm|yên"
    "|yêng|yêt|yêu"
)
_SYLLABLE: Final = re.compile(rf"(?:{_ONSETS})?(?:{_RIMES})")
_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MARKED: Final = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
"""The vowels with a mark, after which blanks are lost."""
_BOTH: Final = _MARKED + _MARKED.upper()
_SURE: Final = re.compile(
    rf"[bdđkqrsvxA-ZĐ{_MARKED.upper()}](?<=[{_BOTH}].)(?:(?<=[bdđkqrsvxBDĐKQRSVX])|(?<=[{_MARKED}].))"
)
"""What no syllable has: one of these letters after a vowel, a capital after a small letter."""
_WORD: Final = re.compile(rf"[^\W\d_]*[{_BOTH}][^\W\d_]+")


def lost_blanks(text: str) -> list[int]:
    """Return before which letters of a text a blank is missing; none where nothing shows it for sure."""
    if _SURE.search(text) is None:
        return []
    return [match.start() + at for match in _WORD.finditer(text) for at in _cuts(match[0])]


@lru_cache(maxsize=4096)
def _cuts(word: str) -> tuple[int, ...]:
    """Return where a word falls into two or more, from left to right; nowhere where it is one.

    >>> _cuts("vụĐảng"), _cuts("chủtrì"), _cuts("uỷUBND"), _cuts("việc"), _cuts("thứI")
    ((2,), (3,), (2,), (), (3,))
    """
    if _is_syllable(word):
        return ()
    for at in range(1, len(word)):
        if word[at - 1] not in _BOTH or not _is_syllable(word[:at]):
            continue
        right = word[at:]
        if _is_syllable(right) or _begins_name(word[at - 1], right):
            return (at,)
        further = _cuts(right)
        if further:
            return (at, *(at + one for one in further))
    return ()


def _begins_name(before: str, right: str) -> bool:
    """Tell whether capitals stand after a small letter."""
    return before.islower() and right.isupper()


def _is_syllable(word: str) -> bool:
    if not word.isupper() and word[1:] != word[1:].lower():
        return False
    bare = _TONES.sub("", unicodedata.normalize("NFD", word.lower()))
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
