"""How far the words of two titles agree."""

import re
from functools import lru_cache
from typing import Final

from ontology.folding import fold_words

_EMPTY: Final = frozenset(
    fold_words(
        "về việc và của các những trong với cho theo tại đến từ được một số công tác"
        " thực hiện tổ chức triển khai tiếp tục chỉ thị nghị quyết kết luận quy định số ngày năm"
    ).split()
)
_WORD: Final = re.compile(r"[^\W_]+")
_FEWEST: Final = 3
AGREE: Final = 0.6
"""From this share on, titles are of one document; registries and texts shorten them freely."""

DIFFER: Final = 0.3
"""Below this share, titles are of two documents."""


def title_agreement(one: str | None, other: str | None) -> float | None:
    """Return the share of the shorter title's telling words that the other has; None if unknown.

    >>> title_agreement("về phòng, chống HIV/AIDS", "Công tác phòng, chống HIV/AIDS tại Việt Nam")
    1.0
    """
    mine, theirs = _words(one or ""), _words(other or "")
    fewer = min(len(mine), len(theirs))
    return len(mine & theirs) / fewer if fewer >= _FEWEST else None


def opens_with(words: str | None, title: str | None) -> bool:
    """Tell whether words begin with a whole title, which may be too short to be compared.

    >>> opens_with("công tác dân tộc trên địa bàn tỉnh", "Công tác dân tộc")
    True
    """
    if not words or not title or not _words(title):
        return False
    return f"{fold_words(words)} ".startswith(tuple(f"{fold_words(title)}{end}" for end in " ;,."))


def have_nothing_in_common(one: str, other: str) -> bool:
    """Tell whether no telling word of a title, however short, is in the other.

    >>> have_nothing_in_common("Công tác tôn giáo", "tổng kết thực tiễn, nghiên cứu lý luận")
    True
    """
    return _words(one).isdisjoint(_words(other))


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold_words(title))) - _EMPTY
