"""What a server is told by its options and its environment; docs/api.md tells it to people."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Final

from api.http.security import Key, read_keys
from api.settings import store_url
from api.troubles import Trouble
from api.words import Words

_MB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Caps:
    """The most that one request, and all of them together, may cost.

    `request`, `upload` and `draft`, a file that is checked, are bytes; `drafts` is how many are
    read at once, `seconds` is how long an answer may take; `threads` is how
    many questions are answered at once, `waiting` how many may wait for their turn; `remembered`
    is how many bytes of answers are kept until the store changes. `loads` are those that wait;
    `rows` is how many tasks a calendar or workbook has. `exports` is how many files of the graph
    are written at once, `export_seconds` how long each may take. `sparql` is how many queries are
    answered at once, `sparql_rows` the most rows of each, and `sparql_bytes` how large the graph
    may be as N-Quads that they are asked of.
    """

    request: int = 64 * 1024
    upload: int = 200 * _MB
    draft: int = 10 * _MB
    drafts: int = 2
    files: int = 100
    page: int = 1_000
    depth: int = 32
    seconds: int = 30
    threads: int = 4
    waiting: int = 200
    remembered: int = 64 * _MB
    loads: int = 8
    rows: int = 10_000
    exports: int = 2
    export_seconds: int = 900
    sparql: int = 2
    sparql_rows: int = 10_000
    sparql_bytes: int = 2_000 * _MB


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The store, who may do what, the caps, and where uploads and the audit log are kept.

    `open_on_loopback` tells whether reading wants no key on the machine itself.
    """

    store: str
    uploads: Path
    audit: Path
    keys: tuple[Key, ...] = ()
    caps: Caps = field(default_factory=Caps)
    open_on_loopback: bool = True


def server_settings(
    store: str | None, environment: Mapping[str, str], words: Words
) -> ServerSettings:
    """Return the settings of a server; raise `Trouble` for a variable that is not understood."""
    from platformdirs import user_data_path  # noqa: PLC0415  only a server needs it

    home = user_data_path("chidao", appauthor=False)
    return ServerSettings(
        store=store_url(store),
        uploads=Path(environment.get("CHIDAO_UPLOADS") or home / "uploads"),
        audit=Path(environment.get("CHIDAO_AUDIT") or home / "audit.jsonl"),
        keys=read_keys(environment.get("CHIDAO_API_KEYS", ""), words),
        caps=_caps(environment, words),
        open_on_loopback=environment.get("CHIDAO_OPEN_ON_LOOPBACK", "1") != "0",
    )


def _caps(environment: Mapping[str, str], words: Words) -> Caps:
    """Return the caps, each by its own variable, such as `CHIDAO_MAX_PAGE`."""
    caps = Caps()
    for cap in fields(Caps):
        variable = f"CHIDAO_MAX_{cap.name.upper()}"
        value = environment.get(variable, "").strip()
        if not value:
            continue
        if not (value.isascii() and value.isdigit() and 1 <= int(value) < 2**40):
            message = words("trouble.no_number", value=value, most=2**40)
            raise Trouble(words("trouble.error", message=f"{variable}: {message}"))
        caps = replace(caps, **{cap.name: int(value)})
    return caps
