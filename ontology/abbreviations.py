"""What the abbreviations in names of bodies stand for, and when two names are equal."""

import re
from functools import cache
from types import MappingProxyType
from typing import Final

from ontology.folding import collapse, fold_words

_WORDS: Final = MappingProxyType(
    {
        "TW": "Trung ương",
        "TƯ": "Trung ương",
        "T.Ư": "Trung ương",
        "T.W": "Trung ương",
        "TU": "Tỉnh ủy",
        "BTGTU": "Ban Tuyên giáo Tỉnh ủy",
        "TGTU": "Tuyên giáo Tỉnh ủy",
        "BTGDVTU": "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "TGDVTU": "Tuyên giáo và Dân vận Tỉnh ủy",
        "BTG": "Ban Tuyên giáo",
        "TG": "Tuyên giáo",
        "BTGDV": "Ban Tuyên giáo và Dân vận",
        "TGDV": "Tuyên giáo và Dân vận",
        "TG&DV": "Tuyên giáo và Dân vận",
        "BTV": "Ban Thường vụ",
        "BCH": "Ban Chấp hành",
        "BCS": "Ban cán sự",
        "BCSĐ": "Ban cán sự đảng",
        "BCĐ": "Ban Chỉ đạo",
        "BCD": "Ban Chỉ đạo",
        "UBKT": "Ủy ban Kiểm tra",
        "UBND": "Ủy ban nhân dân",
        "HĐND": "Hội đồng nhân dân",
        "HDND": "Hội đồng nhân dân",
        "ĐBQH": "đại biểu Quốc hội",
        "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
        "MTTQ": "Mặt trận Tổ quốc",
        "MTTQVN": "Mặt trận Tổ quốc Việt Nam",
        "TAND": "Tòa án nhân dân",
        "VKSND": "Viện kiểm sát nhân dân",
        "VP": "Văn phòng",
        "VPTU": "Văn phòng Tỉnh ủy",
        "VHNT": "Văn học Nghệ thuật",
        "KH-KT": "Khoa học và Kỹ thuật",
        "KHKT": "Khoa học và Kỹ thuật",
        "CHQS": "Chỉ huy Quân sự",
        "PT-TH": "Phát thanh - Truyền hình",
        "TNCS": "Thanh niên Cộng sản",
        "LHPN": "Liên hiệp Phụ nữ",
        "LĐLĐ": "Liên đoàn Lao động",
        "CCB": "Cựu chiến binh",
        "VHTTDL": "Văn hóa, Thể thao và Du lịch",
        "VHTT&DL": "Văn hóa, Thể thao và Du lịch",
        "GDĐT": "Giáo dục và Đào tạo",
        "GD&ĐT": "Giáo dục và Đào tạo",
        "GD-ĐT": "Giáo dục và Đào tạo",
        "TT&TT": "Thông tin và Truyền thông",
        "KH&CN": "Khoa học và Công nghệ",
        "KHCN": "Khoa học và Công nghệ",
        "KH&ĐT": "Kế hoạch và Đầu tư",
        "TN&MT": "Tài nguyên và Môi trường",
        "TNMT": "Tài nguyên và Môi trường",
        "NN&MT": "Nông nghiệp và Môi trường",
        "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
        "LĐTBXH": "Lao động - Thương binh và Xã hội",
        "LĐTB&XH": "Lao động - Thương binh và Xã hội",
        "LĐ-TB&XH": "Lao động - Thương binh và Xã hội",
        "GTVT": "Giao thông vận tải",
    }
)
_DEPARTMENTS: Final = MappingProxyType(
    {
        "LLCT": "Lý luận chính trị",
        "LSĐ": "Lịch sử Đảng",
        "LSD": "Lịch sử Đảng",
        "HC-TH": "Hành chính - Tổng hợp",
        "HC": "Hành chính",
        "TH": "Tổng hợp",
        "KG": "Khoa giáo",
        "VH-VN": "Văn hóa - Văn nghệ",
        "TT-TT": "TT-TT",
        "TT": "TT",
        "DLXH": "Dư luận xã hội",
    }
)
"""What departments of a board are called in its tables. Some boards never spell TT-TT out."""

_NO_LETTERS: Final = re.compile(r"[\W_]+")
_DASH: Final = re.compile(r"\s*[-–]\s*")


def _pattern(words: MappingProxyType[str, str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w&.-])(?:{_pattern(_WORDS)})(?![\w&-])")


@cache
def _department() -> re.Pattern[str]:
    one = rf"(?:{_pattern(_DEPARTMENTS)})"
    return re.compile(rf"(?:[Pp]hòng\s+)?({one}(?:\s*[-–,]\s*{one})*)")


def spelt_out(printed: str) -> str:
    """Return a printed name with the abbreviations in it spelt out.

    >>> spelt_out("Ban TGTU"), spelt_out("UBND tỉnh"), spelt_out("Ban Nội chính TU")
    ('Ban Tuyên giáo Tỉnh ủy', 'Ủy ban nhân dân tỉnh', 'Ban Nội chính Tỉnh ủy')
    """
    name = collapse(printed).replace("Ð", "Đ").strip(" -–+*.;:,")
    return _any_word().sub(lambda match: _WORDS[match[0]], name)


def department(printed: str) -> str | None:
    """Return the name of a department that is printed by its letters, None for anything else.

    >>> department("LLCT-LSD") == department("Phòng LLCT - LSĐ")
    True
    >>> department("Phòng HC-TH, KG, VH-VN")
    'Phòng Hành chính - Tổng hợp, Khoa giáo, Văn hóa - Văn nghệ'
    """
    match = _department().fullmatch(collapse(printed).replace("Ð", "Đ").strip(" -–+*.;:"))
    if match is None:
        return None
    parts = (part.strip() for part in match[1].split(","))
    return "Phòng " + ", ".join(_department_part(_DASH.sub("-", part)) for part in parts)


def _department_part(part: str) -> str:
    whole = _DEPARTMENTS.get(part)
    return whole or " - ".join(_DEPARTMENTS[letters] for letters in part.split("-"))


def letters(name: str) -> str:
    """Return the form in which two printings of one name are equal: folded, letters only.

    >>> letters("Uỷ Ban  Kiểm tra") == letters("Ủy ban kiểm tra")
    True
    """
    return _NO_LETTERS.sub("", fold_words(name))


def one_apart(one: str, other: str) -> bool:
    """Tell whether two forms differ in one letter: changed, added, left out or two swapped."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if start < 0:
        return True
    mine, theirs = one[start:], other[start:]
    swapped = mine[1::-1] == theirs[:2] and mine[2:] == theirs[2:]
    return swapped or mine[1:] == theirs[1:] or mine[1:] == theirs or mine == theirs[1:]
