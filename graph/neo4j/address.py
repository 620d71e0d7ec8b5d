"""Where a server is, who asks it, and which of its databases is meant."""

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.store import StoreError


@dataclass(frozen=True, slots=True)
class Address:
    """A server's URI, a user, and the name of a database; None is the user's own one."""

    uri: str
    username: str
    password: str | None = field(repr=False)
    database: str | None

    @property
    def name(self) -> str:
        """How people know the store: the server, and the database where one is named."""
        return f"{self.uri} ({self.database})" if self.database else self.uri


def address_of(url: str) -> Address:
    """Return the address that a URL and the environment give, or raise `StoreError`.

    A scheme alone, such as `neo4j://`, means NEO4J_URI. Passwords come from the environment only,
    where no list of processes and no history shows them.
    """
    uri = url if url.partition("://")[2] else os.environ.get("NEO4J_URI", "")
    if not uri:
        reason = (
            f"'{url}' không nêu máy chủ; hãy viết đầy đủ, ví dụ neo4j://localhost:7687,"
            " hoặc đặt biến môi trường NEO4J_URI"
        )
        raise StoreError(reason)
    if "@" in urlsplit(uri).netloc:
        reason = (
            "địa chỉ máy chủ không được chứa tên đăng nhập hay mật khẩu;"
            " hãy đặt chúng trong NEO4J_USERNAME và NEO4J_PASSWORD"
        )
        raise StoreError(reason)
    return Address(
        uri,
        os.environ.get("NEO4J_USERNAME") or "neo4j",
        os.environ.get("NEO4J_PASSWORD") or None,
        os.environ.get("NEO4J_DATABASE") or None,
    )
