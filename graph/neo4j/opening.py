"""Opening the graph in a server's database, or refusing it untouched."""

from typing import Final

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity, Session

from graph.neo4j.address import Address
from graph.neo4j.errors import explained
from graph.neo4j.session import rows_of
from graph.neo4j.statements import VERSION, schema, statement
from graph.store import StoreError

_PATIENCE: Final = 5.0
"""Seconds to wait for a server to answer at all."""

_INDEXES: Final = 60
"""Seconds to wait for new indexes of an empty graph to be ready."""

_INDEXES_OF_ALL: Final = 3600
"""Seconds to wait for those of a graph that was imported with all that it holds."""


def connect(address: Address, *, create: bool) -> Driver:
    """Return a driver for a database that holds a graph of ours, made if `create` says so.

    Raises `StoreError` where there is no server, no such user or database, no graph to read, or
    one of a newer or an older program; nothing of it is changed then.
    """
    with explained(address):
        driver = GraphDatabase.driver(
            address.uri,
            auth=(address.username, address.password) if address.password else None,
            connection_timeout=_PATIENCE,
            keep_alive=True,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
        try:
            driver.verify_connectivity()
            with driver.session(database=address.database) as session:
                _prepare(session, address, create=create)
        except BaseException:
            driver.close()
            raise
    return driver


def _prepare(session: Session, address: Address, *, create: bool) -> None:
    version, unindexed = _version(session)
    if version is None and not create:
        reason = (
            f"chưa có kho tại {address.name}; hãy kiểm tra địa chỉ và NEO4J_DATABASE,"
            " hoặc nạp văn bản để tạo kho"
        )
        raise StoreError(reason)
    if version is None:
        _make(session)
    elif version != VERSION:
        newer = version > VERSION
        reason = (
            f"kho {address.name} do phiên bản {'mới' if newer else 'cũ'} hơn tạo ra (lược đồ"
            f" {version}, chương trình này dùng {VERSION}); hãy"
            f" {'cập nhật chương trình' if newer else 'nạp lại văn bản vào một kho mới'}"
            " hoặc chọn một kho khác"
        )
        raise StoreError(reason)

    elif unindexed:
        _index(session, _INDEXES_OF_ALL)
        session.execute_write(lambda tx: tx.run(statement("indexed")).consume())


def _version(session: Session) -> tuple[int | None, bool]:
    """Return the version of the graph, None where there is none, and whether it was imported."""
    found = session.execute_read(lambda tx: rows_of(tx.run(statement("version"))))
    return (int(found[0][0]), bool(found[0][1])) if found else (None, False)


def _make(session: Session) -> None:
    """Make an empty graph; another program may be making the same one."""
    _index(session, _INDEXES)
    session.execute_write(
        lambda tx: tx.run(statement("make_store"), given={"version": VERSION}).consume()
    )


def _index(session: Session, seconds: int) -> None:
    for part in schema():
        session.run(part).consume()
    session.run(statement("await_indexes"), given={"seconds": seconds}).consume()
