"""Limits of time, refusals, and stamps of secrecy."""

import pickle
import signal
import threading
import time
import unicodedata
from contextlib import suppress
from dataclasses import replace

import pytest

from loaders.formats.guard import (
    DEFAULT_LIMITS,
    Guard,
    Refusal,
    RefusedError,
    check_secrecy,
    guarded,
)

GUARD = Guard("kế hoạch.docx", DEFAULT_LIMITS, deadline=0)
QUICK = replace(DEFAULT_LIMITS, seconds=0.05)


def test_a_refusal_says_which_file_where_and_what_to_do() -> None:
    error = GUARD.refusal(Refusal.DAMAGED, "tệp bị hỏng", "Hãy lưu lại", place="trang 3")
    assert str(error) == "kế hoạch.docx, trang 3: tệp bị hỏng. Hãy lưu lại."
    assert (error.code, error.message) == (Refusal.DAMAGED, str(error))


def test_a_refusal_travels_between_processes() -> None:
    error = pickle.loads(pickle.dumps(GUARD.refusal(Refusal.SCAN, "a", "b")))  # noqa: S301
    assert (error.code, error.message) == (Refusal.SCAN, "kế hoạch.docx: a. b.")


def test_the_alarm_interrupts_work_that_never_looks_at_the_clock() -> None:
    with pytest.raises(RefusedError, match=r"^chậm\.pdf: ") as caught, guarded("chậm.pdf", QUICK):
        time.sleep(10)
    assert caught.value.code == Refusal.TOO_SLOW


def test_no_parser_can_swallow_the_alarm() -> None:
    with pytest.raises(RefusedError), guarded("chậm.pdf", QUICK), suppress(Exception):
        time.sleep(10)


def test_in_another_thread_time_ends_at_the_next_look_at_the_clock() -> None:
    codes: list[str] = []

    def work() -> None:
        try:
            with guarded("chậm.pdf", QUICK) as guard:
                while True:
                    guard.check_time()
        except RefusedError as error:
            codes.append(error.code)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(timeout=10)
    assert codes == [Refusal.TOO_SLOW]


def test_the_alarm_is_given_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    signal.setitimer(signal.ITIMER_REAL, 1000)
    try:
        with guarded("a.txt", DEFAULT_LIMITS):
            assert signal.getsignal(signal.SIGALRM) != before
        left, _ = signal.getitimer(signal.ITIMER_REAL)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    assert 900 < left <= 1000
    assert signal.getsignal(signal.SIGALRM) == before


@pytest.mark.parametrize(
    "stamp",
    [
        "MẬT",
        "TỐI MẬT",
        "TUYỆT  MẬT",
        "**MẬT**",
        "_TỐI MẬT_",
        "*T U Y Ệ T  M Ậ T*",
        "[MẬT]",
        "Độ mật: MẬT",
        "Độ mật: Tuyệt mật",
        "**Độ mật:** mật",
        unicodedata.normalize("NFD", "TUYỆT MẬT"),
        "TỈNH ỦY HÀ SƠN\tMẬT",
        "| MẬT |",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\f"])
def test_a_stamp_is_refused(stamp: str, line_end: str) -> None:
    with pytest.raises(RefusedError, match=r"^kế hoạch\.docx") as caught:
        check_secrecy(line_end.join(["TỈNH ỦY HÀ SƠN", "", stamp, "KẾ HOẠCH"]), GUARD)
    assert caught.value.code == Refusal.SECRET


@pytest.mark.parametrize(
    "line",
    [
        "Độ mật: không",
        "Độ mật:",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Mật",
        "mật ong Hà Sơn",
        "Danh mục MẬT do Bộ Công an quy định",
    ],
)
def test_words_about_secrecy_are_no_stamp(line: str) -> None:
    check_secrecy(f"KẾ HOẠCH\n{line}\n", GUARD)


def test_a_stamp_far_down_is_a_quotation() -> None:
    check_secrecy("dòng\n" * 40 + "MẬT\n", GUARD)
    with pytest.raises(RefusedError):
        check_secrecy("dòng\n\n" * 39 + "MẬT\n", GUARD)
