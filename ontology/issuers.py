"""Whether two printed names of an issuer are of one body."""

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ontology.abbreviations import spelt_out
from ontology.folding import fold_words

_SHORT: Final = MappingProxyType(
    {"bct": "bộ chính trị", "bbt": "ban bí thư", "bchtw": "ban chấp hành trung ương"}
)
_GENERAL: Final = frozenset(
    fold_words(
        "ban thường vụ trực trung ương đảng cộng sản việt nam bộ tỉnh thành phố ủy"
        " hội nghị lần thứ nhất hai ba tư năm sáu bảy tám chín mười khóa của toàn quốc"
        " i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii"
    ).split()
)
"""Words that one printing has and another leaves out: the committee that all of them are of."""

_HEAD: Final = fold_words("thủ tướng").split()
_SESSION: Final = re.compile(rf"{fold_words('lần thứ')} \d+")
_PERSON: Final = tuple(f"{fold_words(word)} " for word in ("đồng chí", "ông", "bà"))
_WORD: Final = re.compile(r"[^\W_]+")


def same_issuer(one: str, other: str) -> bool:
    """Tell whether two printed issuers can be one body.

    >>> same_issuer("Ban Bí thư Trung ương Đảng", "Ban Bí thư"), same_issuer("BCT", "Bộ Chính trị")
    (True, True)
    >>> same_issuer("Ban Bí thư", "Bộ Chính trị"), same_issuer("Chính phủ", "Thủ tướng Chính phủ")
    (False, False)
    """
    mine, theirs = _own_words(one), _own_words(other)
    if set(_HEAD) & (mine ^ theirs):
        return mine <= set(_HEAD) <= theirs or theirs <= set(_HEAD) <= mine
    return mine <= theirs or theirs <= mine


def is_person(printed: str) -> bool:
    """Tell whether a document is said to be of a person, which tells nothing of its issuer.

    >>> is_person("đồng chí Tổng Bí thư"), is_person("Ban Bí thư")
    (True, False)
    """
    return fold_words(printed).startswith(_PERSON)


@lru_cache(maxsize=4096)
def _own_words(name: str) -> frozenset[str]:
    folded = fold_words(spelt_out(name))
    folded = _SESSION.sub(" ", fold_words(_SHORT.get(folded, folded)))
    return frozenset(_WORD.findall(folded)) - _GENERAL
