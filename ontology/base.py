"""The address that the names of things begin with: ours, or that of whoever publishes a store."""

import re
from collections.abc import Mapping
from typing import Final

HOME: Final = "https://w3id.org/chidao/"
"""What the names of the vocabulary begin with, whoever uses it."""

BASE_VARIABLE: Final = "CHIDAO_BASE"
_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9/._~-]*)?")


class BaseError(Exception):
    """What is set as the base is no address that names could begin with."""


def base_of(environment: Mapping[str, str]) -> str:
    """Return what the names of documents, tasks and bodies begin with; raise `BaseError`.

    >>> base_of({}), base_of({"CHIDAO_BASE": "https://so.example/chidao"})
    ('https://w3id.org/chidao/', 'https://so.example/chidao/')
    """
    told = environment.get(BASE_VARIABLE, "").strip()
    if not told:
        return HOME
    if not _ADDRESS.fullmatch(told):
        reason = (
            f"{BASE_VARIABLE} phải là một địa chỉ như https://may-chu.example/, không có ? hay #"
        )
        raise BaseError(reason)
    return told if told.endswith("/") else f"{told}/"
