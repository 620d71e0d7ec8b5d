"""Small letters for a name that the head prints in capitals."""

import re
from typing import Final

from ontology.provinces import provinces

_STARTS: Final = frozenset(
    [
        "ban",
        "bộ",
        "sở",
        "phòng",
        "hội",
        "ủy",
        "ubnd",
        "hđnd",
        "mttq",
        "đảng",
        "tỉnh_ủy",
        "văn_phòng",
        "trung_tâm",
        "trường",
        "mặt_trận",
        "liên_hiệp",
        "công_đoàn",
        "đoàn",
        "tổ",
        "chi_cục",
        "cục",
        "chính_phủ",
        "thủ_tướng",
        "viện",
        "học_viện",
        "tòa",
        "thanh_tra",
        "công_an",
        "bảo_hiểm",
        "kho_bạc",
        "báo",
        "đài",
    ]
)
_SHORT: Final = frozenset(
    {"UBND", "HĐND", "MTTQ", "ĐBQH", "TW", "TNCS", "LĐLĐ", "TP", "XHCN", "BTG", "UB"}
)
_PLACES: Final = re.compile(r"(?<=\b)(xã|phường|thị trấn|huyện|quận|thị xã|đặc khu) ([^,;]+)$")


def proper_case(name: str) -> str:
    """Return a body's name with capitals where Vietnamese has them, as far as the words tell.

    >>> proper_case("BAN TUYÊN GIÁO TỈNH ỦY ĐỒNG NAI")
    'Ban Tuyên giáo Tỉnh ủy Đồng Nai'
    """
    if not name.isupper():
        return name
    words = [word if word in _SHORT else word.lower() for word in name.split()]
    for i, word in enumerate(words):
        starts = word in _STARTS or (i + 1 < len(words) and f"{word}_{words[i + 1]}" in _STARTS)
        after = i > 0 and words[i - 1].lower() in {
            "ban",
            "bộ",
            "sở",
            "phòng",
            "hội",
            "tâm",
            "viện",
            "cục",
            "đoàn",
        }
        committee = (
            word in {"tỉnh", "thành", "huyện", "quận", "đảng", "thị"}
            and i + 1 < len(words)
            and words[i + 1] in {"ủy", "uỷ"}
        )
        if i == 0 or committee or ((starts or after) and word not in {"và", "ủy", "uỷ"}):
            words[i] = word[0].upper() + word[1:]
    text = " ".join(words)
    for province in provinces():
        text = re.sub(rf"(?<!\w){re.escape(province.name.lower())}(?!\w)", province.name, text)
    return _PLACES.sub(lambda m: f"{m[1]} {m[2].title()}", text)
