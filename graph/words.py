"""Words for search: what is put into an index, and what a question makes of its own."""

import re
from functools import lru_cache
from typing import Final

from ontology.folding import fold_search, fold_words
from ontology.kinds import vietnamese
from ontology.numbers import full_symbol, group_of

_WORD: Final = re.compile(r"[^\W_]+")
_NOT_YET: Final = re.compile(
    r"\b(?:chưa|đang|không|se|săp|trươc|tiêp tuc|môt phân|cơ ban|dư kiên)\b"
)
_DONE: Final = re.compile(r"\b(?:hoan thanh|đa thưc hiên|đa triên khai|đa xong|xong)\b")
_SHARE: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")


def searchable(text: str) -> str:
    """Return a text as it is indexed: with đ as d, which no tokenizer does.

    The tokenizer folds the other marks and the case itself, and many times faster than we can.
    """
    for letter in "đĐðÐƉ":
        text = text.replace(letter, "d")
    return text.replace("\xad", "")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a question, folded.

    >>> words_of("Chỉ thị 05-CT/TW")
    ('chi', 'thi', '05', 'ct', 'tw')
    """
    return tuple(_WORD.findall(fold_search(text)))


def document_names(kind: str, number: str | None, symbol: str | None) -> str:
    """Return the words of a document's name, its number and symbol in every way of typing them.

    >>> document_names("CT", "05", "CT/TW")
    'chi thi so 05-ct/tw 5 cttw 5cttw 05cttw'
    """
    short, _, letters = group_of(number, symbol).partition("|")
    glued = f"{short} {letters} {short}{letters} {number or ''}{letters}" if letters else ""
    printed = full_symbol(number, symbol)
    return fold_search(f"{vietnamese(kind)} số {printed} {glued}")


@lru_cache(maxsize=4096)
def says_done(status: str) -> bool:
    """Tell whether a status column says that the work is done.

    >>> [says_done(s) for s in ("Đã hoàn thành", "Chưa hoàn thành", "Hoàn thành 80%", "Xong")]
    [True, False, False, True]
    """
    words = fold_words(status)
    share = _SHARE.search(words)
    if share and float(share[1].replace(",", ".")) < 100:  # noqa: PLR2004  all of it
        return False
    return _DONE.search(words) is not None and _NOT_YET.search(words) is None
