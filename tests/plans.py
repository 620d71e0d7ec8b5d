"""Plans made up for the pages: one with very many tasks, one whose every word is hostile."""

from pathlib import Path
from typing import Final

from tests.runs import run
from tests.task_files import HOSTILE

LARGE: Final = "ha-son/99-KH-TU/2025-01-05"
POPULAR: Final = "tw/01-KL-TW/2021-05-18"
"""What each task of the large plan carries out."""
TASKS: Final = 30 * 90
"""How many tasks the large plan has."""
HOSTILE_PLAN: Final = "ha-son/98-KH-TU/2025-01-06"

_HEAD: Final = """TỈNH ỦY HÀ SƠN
*
Số {number}-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Sơn, ngày {day} tháng 01 năm 2025

KẾ HOẠCH
thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị{more}

"""
_ROMAN: Final = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
    *("XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI", "XXVII", "XXVIII", "XXIX", "XXX"),
)


def large_plan(store: str, folder: Path) -> None:
    """Load a plan with more tasks than a picture or the explorer shows."""
    lines = []
    for group, figure in enumerate(_ROMAN, 1):
        lines.append(f"{figure}. NHIỆM VỤ NHÓM {group}")
        lines += [
            f"{n}. Ban Tuyên giáo Tỉnh ủy chủ trì tổ chức hội nghị chuyên đề số {n} của nhóm"
            f" {group} thực hiện Kết luận số 01-KL/TW, ngày 18/5/2021, trước ngày"
            f" {n % 28 + 1}/{n % 12 + 1}/2025."
            for n in range(1, 91)
        ]
    _load(
        _HEAD.format(number=99, day="05", more="") + "\n".join(lines), store, folder / "large.txt"
    )


def hostile_plan(store: str, folder: Path) -> None:
    """Load a plan whose title and tasks try to be more than words.

    Letters that no text file may hold are left out.
    """
    odd = [" ".join("".join(filter(_is_letter, one)).split())[:2_000] for one in HOSTILE]
    lines = [f"{n}. Tổ chức hội nghị {words}" for n, words in enumerate(odd, 1)]
    more = f" {odd[0]} {ATTACK}"
    _load(
        _HEAD.format(number=98, day="06", more=more) + "\n".join(lines),
        store,
        folder / "hostile.txt",
    )


ATTACK: Final = """</title></svg><img src=x onerror=alert(1)>"onload="alert(2)"""


def _is_letter(letter: str) -> bool:
    return letter >= " " or letter.isspace()


def _load(text: str, store: str, path: Path) -> None:
    path.write_text(f"{text}\n", encoding="utf-8")
    loaded = run("load", path, store=store)
    assert loaded.exit_code == 0, loaded.stderr
