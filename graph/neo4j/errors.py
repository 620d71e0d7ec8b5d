"""What a server or the way to it complains of, said so that a person can act on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.neo4j.address import Address
from graph.store import SLOW, SlowError, StoreError

_TIMED_OUT: Final = "Neo.ClientError.Transaction.TransactionTimedOut"

LOST: Final = (ServiceUnavailable, SessionExpired, OSError)
"""What is raised when there is no server, or no way to it any more."""

_REASONS: Final = MappingProxyType(
    {
        "Neo.ClientError.Security.AuthenticationRateLimit": (
            "máy chủ tạm khóa vì sai mật khẩu nhiều lần; hãy đợi vài giây, kiểm tra"
            " NEO4J_USERNAME và NEO4J_PASSWORD rồi làm lại"
        ),
        "Neo.ClientError.Security.Forbidden": (
            "tài khoản không có quyền; hãy xin quyền đọc, ghi và tạo chỉ mục trên cơ sở dữ liệu"
        ),
        "Neo.ClientError.Database.DatabaseNotFound": (
            "không có cơ sở dữ liệu này trên máy chủ; hãy kiểm tra NEO4J_DATABASE"
        ),
        "Neo.TransientError.Database.DatabaseUnavailable": (
            "cơ sở dữ liệu chưa sẵn sàng; hãy đợi máy chủ khởi động xong rồi làm lại"
        ),
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError": (
            "máy chủ hết bộ nhớ; hãy tăng bộ nhớ của máy chủ rồi làm lại"
        ),
    }
)


@contextmanager
def explained(address: Address) -> Iterator[None]:
    """Turn the errors of the driver into `StoreError`: which store, why, and what to do."""
    try:
        yield
    except (Neo4jError, DriverError, OSError) as error:
        if (getattr(error, "code", None) or "").startswith(_TIMED_OUT):
            raise SlowError(SLOW) from error
        reason = f"kho {address.name}: {_reason(error)}"
        raise StoreError(reason) from error


def may_pass(error: Exception) -> bool:
    """Tell whether the same may succeed when it is done again."""
    if isinstance(error, (Neo4jError, DriverError)) and error.is_retryable():
        return True
    return isinstance(error, LOST)


def _reason(error: Exception) -> str:
    code = getattr(error, "code", None) or ""
    if code in _REASONS:
        return f"{_REASONS[code]} ({code})"
    if isinstance(error, AuthError):
        return "sai tên đăng nhập hoặc mật khẩu; hãy kiểm tra NEO4J_USERNAME và NEO4J_PASSWORD"
    if isinstance(error, LOST):
        return f"không kết nối được máy chủ; hãy kiểm tra địa chỉ và máy chủ đã chạy chưa ({error})"
    if isinstance(error, TransientError):
        return f"máy chủ đang bận nên chưa làm được; hãy đợi một lát rồi làm lại ({code})"
    if isinstance(error, ConfigurationError):
        return f"địa chỉ không dùng được ({error}); hãy viết như neo4j://localhost:7687"
    return f"lỗi cơ sở dữ liệu ({error})"
