"""Who may read and who may write: keys of which only the digests are known here."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from api.troubles import Trouble
from api.words import Words

_ENTRY: Final = re.compile(
    r"(?P<name>[\w.@-]{1,64}):(?P<role>reader|editor):(?P<hash>[0-9a-f]{64})"
)
_PREFIX: Final = "chidao_"

SPARQL: Final = "/sparql"
CHECKS: Final = frozenset({"/check", "/api/check", "/api/check.docx"})
"""Where a draft is sent to be checked."""

QUESTIONS: Final = CHECKS | {SPARQL}
"""Where a POST only asks, for what is too long for an address."""


class Role(StrEnum):
    """What somebody may do; an editor may read as well."""

    READER = "reader"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Key:
    """Somebody's key: whose it is, what it allows, and the SHA-256 of it in hexadecimal.

    A key is 256 bits of chance, so that a plain digest of it cannot be guessed back.
    """

    name: str
    role: Role
    digest: str

    def __str__(self) -> str:
        """Return the form that `CHIDAO_API_KEYS` holds."""
        return f"{self.name}:{self.role}:{self.digest}"


def new_key(name: str, role: Role) -> tuple[str, Key]:
    """Return a new secret, to be shown once, and what is kept of it."""
    secret = f"{_PREFIX}{secrets.token_urlsafe(32)}"
    return secret, Key(name, role, _digest(secret))


def read_keys(text: str, words: Words) -> tuple[Key, ...]:
    """Return the keys of `CHIDAO_API_KEYS`: `name:role:sha256`, parted by blanks or commas.

    Raises `Trouble` for what is none, without repeating it: it may be a secret.
    """
    keys = []
    for number, entry in enumerate(re.split(r"[\s,;]+", text.strip()) if text.strip() else (), 1):
        match = _ENTRY.fullmatch(entry)
        if match is None:
            raise Trouble(words("trouble.error", message=words("trouble.bad_key", number=number)))
        keys.append(Key(match["name"], Role(match["role"]), match["hash"]))
    return tuple(keys)


def owner_of(secret: str, keys: Iterable[Key]) -> Key | None:
    """Return whose secret this is; it takes the same time whichever key it is, or none."""
    digest = _digest(secret)
    found = None
    for key in keys:
        if hmac.compare_digest(digest, key.digest):
            found = key
    return found


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
