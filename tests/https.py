"""The HTTP application in tests, asked in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from fastapi.testclient import TestClient

from api.app import create_app
from api.http.security import Key, Role, new_key
from api.http.server_settings import Caps, ServerSettings

LOCAL: Final = ("127.0.0.1", 50_000)
ELSEWHERE: Final = ("192.0.2.7", 50_000)
_READER, _EDITOR = new_key("doc-gia", Role.READER), new_key("bien-tap", Role.EDITOR)
KEYS: Final[tuple[Key, ...]] = (_READER[1], _EDITOR[1])
READS: Final = {"Authorization": f"Bearer {_READER[0]}"}
WRITES: Final = {"Authorization": f"Bearer {_EDITOR[0]}"}
EDITOR_SECRET: Final = _EDITOR[0]


def settings_of(store: str, folder: Path, **more: Any) -> ServerSettings:  # noqa: ANN401  (fields)
    """Return the settings of a server whose files are in a folder of the test."""
    told = {"keys": KEYS, "caps": Caps(), **more}
    return ServerSettings(store, folder / "uploads", folder / "audit.jsonl", **told)


@contextmanager
def asked(
    settings: ServerSettings, client: tuple[str, int] = LOCAL, host: str = "localhost"
) -> Iterator[TestClient]:
    """Give a client of a server with these settings; what fails there fails here as a 500."""
    app = create_app(settings)
    with TestClient(
        app, base_url=f"http://{host}", client=client, raise_server_exceptions=False
    ) as opened:
        yield opened
