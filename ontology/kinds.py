"""The types of Party and State documents: code, printed words, English name.

Codes follow the lists of Hướng dẫn 36-HD/VPTW (2018) and Nghị định 30/2020/NĐ-CP; `XX` is a
document whose type neither a word nor the symbol tells.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ontology.folding import fold_words


class Kind(StrEnum):
    """The code of a document's type."""

    CT = "CT"
    NQ = "NQ"
    KL = "KL"
    QD = "QĐ"
    QDI = "QĐi"
    HD = "HD"
    KH = "KH"
    CTR = "CTr"
    CV = "CV"
    TB = "TB"
    QC = "QC"
    BC = "BC"
    DA = "ĐA"
    TT = "TT"
    DC = "ĐC"
    LU = "LU"
    ND = "NĐ"
    TTR = "TTr"
    XX = "XX"


@dataclass(frozen=True, slots=True)
class KindSpec:
    """How a type is printed: its words, the usual ones first, its codes, and in English."""

    words: tuple[str, ...]
    symbols: tuple[str, ...]
    english: str


KINDS: Final = MappingProxyType(
    {
        Kind.CT: KindSpec(("chỉ thị",), ("CT",), "directive"),
        Kind.NQ: KindSpec(("nghị quyết",), ("NQ",), "resolution"),
        Kind.KL: KindSpec(("kết luận",), ("KL",), "conclusion"),
        Kind.QD: KindSpec(("quyết định",), ("QĐ",), "decision"),
        Kind.QDI: KindSpec(("quy định",), ("QĐi", "QyĐ"), "regulation"),
        Kind.HD: KindSpec(("hướng dẫn",), ("HD",), "guidance"),
        Kind.KH: KindSpec(("kế hoạch",), ("KH",), "plan"),
        Kind.CTR: KindSpec(("chương trình",), ("CTr",), "programme"),
        Kind.CV: KindSpec(("công văn",), ("CV",), "official letter"),
        Kind.TB: KindSpec(("thông báo",), ("TB",), "notice"),
        Kind.QC: KindSpec(("quy chế",), ("QC",), "rules of procedure"),
        Kind.BC: KindSpec(("báo cáo",), ("BC",), "report"),
        Kind.DA: KindSpec(("đề án",), ("ĐA",), "scheme"),
        Kind.TT: KindSpec(("thông tư", "thông tri"), ("TT",), "circular"),
        Kind.DC: KindSpec(("đề cương", "điều lệ"), ("ĐC",), "outline"),
        Kind.LU: KindSpec(("luật", "bộ luật"), ("QH",), "law"),
        Kind.ND: KindSpec(("nghị định",), ("NĐ",), "decree"),
        Kind.TTR: KindSpec(("tờ trình",), ("TTr",), "submission"),
        Kind.XX: KindSpec((), (), "document"),
    }
)

_BY_WORD: Final = MappingProxyType(
    {fold_words(word): kind for kind, spec in KINDS.items() for word in spec.words}
)
_BY_SYMBOL: Final = MappingProxyType(
    {code.upper(): kind for kind, spec in KINDS.items() for code in spec.symbols}
)


@lru_cache(maxsize=1024)
def kind_of_word(word: str) -> Kind | None:
    """Return the type that a printed word names, or None: `Kết  luận` is KL."""
    return _BY_WORD.get(fold_words(word))


def kind_of_code(code: str) -> Kind | None:
    """Return the type of a code as it stands in a symbol, in any case: `Ctr` is CTr."""
    return _BY_SYMBOL.get(code.upper())


@lru_cache(maxsize=64)
def vietnamese(kind: str) -> str:
    """Return the usual printed word of a type code, capitalised: `Chỉ thị`, or `Văn bản`."""
    spec = KINDS.get(Kind(kind)) if kind in set(Kind) else None
    return spec.words[0].capitalize() if spec and spec.words else "Văn bản"
