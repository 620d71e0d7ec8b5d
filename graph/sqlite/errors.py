"""What SQLite complains of, said so that a person can act on it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from graph.store import SLOW, SlowError, StoreError

_REASONS: Final = MappingProxyType(
    {
        "SQLITE_FULL": "ổ đĩa đã đầy; hãy giải phóng dung lượng rồi làm lại",
        "SQLITE_BUSY": "kho đang được chương trình khác ghi; hãy đợi xong rồi làm lại",
        "SQLITE_LOCKED": "kho đang được chương trình khác ghi; hãy đợi xong rồi làm lại",
        "SQLITE_READONLY": "không có quyền ghi; hãy kiểm tra quyền của tệp và thư mục chứa nó",
        "SQLITE_PERM": "không có quyền truy cập; hãy kiểm tra quyền của tệp và thư mục chứa nó",
        "SQLITE_CANTOPEN": "không mở được tệp; hãy kiểm tra đường dẫn và quyền truy cập",
        "SQLITE_IOERR": "ổ đĩa không đọc hoặc không ghi được; hãy kiểm tra ổ đĩa và dung lượng",
        "SQLITE_CORRUPT": "tệp bị hỏng; hãy nạp lại văn bản vào một kho mới hoặc dùng bản sao lưu",
        "SQLITE_NOTADB": "tệp không phải là cơ sở dữ liệu; hãy chọn một đường dẫn khác",
    }
)


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn the errors of SQLite into `StoreError`: which store, why, and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", None) == "SQLITE_INTERRUPT":
            raise SlowError(SLOW) from error
        reason = f"kho {path}: {_reason(error)}"
        raise StoreError(reason) from error


def _reason(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", None) or ""
    for code, reason in _REASONS.items():
        if name == code or name.startswith(f"{code}_"):
            return f"{reason} ({error})"
    return f"lỗi cơ sở dữ liệu ({error})"
