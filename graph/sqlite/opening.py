"""Opening the file of a store, or refusing it untouched."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote

from graph.occurrences import occurs
from graph.sqlite.errors import explained
from graph.sqlite.statements import schema
from graph.store import StoreError

APPLICATION: Final = 0x43484944
"""What marks a file as ours: `CHID`."""

VERSION: Final = 1
"""The version of the schema; raise it with every change that older programs cannot read."""

_PATIENCE: Final = 10.0
"""Seconds to wait for another writer."""

_SETTINGS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
)


def connect(path: str, *, create: bool) -> sqlite3.Connection:
    """Return a connection to the store at `path`, made when there is none and `create` says so.

    Raises `StoreError` for a file that is not ours, is no database, or is of a newer program;
    nothing of such a file is changed.
    """
    file = Path(path)
    _refuse_others(file, create=create)
    with explained(path):
        connection = _connection(file, create=create)
    try:
        with explained(path):
            _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_others(file: Path, *, create: bool) -> None:
    try:
        exists = file.exists()
        if not exists and create:
            file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_dir():
            reason = f"{file} là một thư mục; hãy cho biết đường dẫn của tệp kho"
            raise StoreError(reason)
        is_empty = not (exists and file.stat().st_size)
    except OSError as error:
        reason = f"kho {file}: không mở được ({error.strerror}); hãy kiểm tra đường dẫn và quyền"
        raise StoreError(reason) from error
    if is_empty and not create:
        reason = f"chưa có kho tại {file}; hãy kiểm tra đường dẫn, hoặc nạp văn bản để tạo kho"
        raise StoreError(reason)
    if not is_empty:
        marks = _marks(file)
        if not Path(f"{file}-journal").exists():
            _check_marks(file, *marks)


def _marks(file: Path) -> tuple[int, int]:
    """Return whose a file says that it is, and of which version, without a change beside it.

    SQLite itself has to look: on POSIX, closing a file that was opened in any other way takes away
    the locks of all connections that this process has to it; then another process that closes the
    store removes its log although they go on writing there.
    """
    try:
        with closing(sqlite3.connect(_uri(file, "ro&immutable=1"), uri=True)) as looking:
            return _pragma(looking, "application_id"), _pragma(looking, "user_version")
    except sqlite3.OperationalError as error:
        reason = f"kho {file}: không mở được ({error}); hãy kiểm tra đường dẫn và quyền"
        raise StoreError(reason) from error
    except sqlite3.DatabaseError as error:
        reason = f"{file} không phải là cơ sở dữ liệu; hãy chọn một đường dẫn khác cho kho"
        raise StoreError(reason) from error


def _uri(file: Path, mode: str) -> str:
    return f"file:{quote(str(file))}?mode={mode}"


def _check_marks(file: Path | str, application: int, version: int) -> None:
    if application != APPLICATION:
        reason = f"{file} là cơ sở dữ liệu của chương trình khác; hãy chọn một đường dẫn khác"
        raise StoreError(reason)
    if version > VERSION:
        reason = (
            f"kho {file} do phiên bản mới hơn tạo ra (lược đồ {version}, chương trình này đọc đến"
            f" {VERSION}); hãy cập nhật chương trình hoặc chọn một kho khác"
        )
        raise StoreError(reason)


def _connection(file: Path, *, create: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        _uri(file, "rwc" if create else "rw"),
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        cached_statements=512,
    )
    connection.create_function("occurs", 5, occurs, deterministic=True)
    return connection


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    if not _pragma(connection, "application_id"):
        _make(connection)
    _check_marks(path, _pragma(connection, "application_id"), _pragma(connection, "user_version"))
    for setting in _SETTINGS:
        # A store on a medium that cannot be written is still read, in the mode that it has.
        with suppress(sqlite3.OperationalError):
            connection.execute(setting)


def _make(connection: sqlite3.Connection) -> None:
    """Make an empty store, in one transaction: another program may be making the same one."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:
            _run(connection, schema())
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run a script within the transaction, which `executescript` would commit first."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            connection.execute(part)
            part = ""


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
