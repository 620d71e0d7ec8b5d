"""What a run of the program is told by its options and its environment."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from api.words import ENGLISH, VIETNAMESE, Words

STORE_VARIABLE: Final = "CHIDAO_STORE"
LANGUAGE_VARIABLE: Final = "CHIDAO_LANG"
_OPTION: Final = "--lang"


@dataclass(frozen=True, slots=True)
class Settings:
    """The language of a run, with its words."""

    words: Words


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that a command line asks for, wherever it does, else the environment.

    It is needed before the command line is understood, for help and for what is wrong with it.

    >>> language_of(["tasks", "--lang", "en"], {}), language_of([], {"CHIDAO_LANG": "en_GB.UTF-8"})
    ('en', 'en')
    """
    asked = environment.get(LANGUAGE_VARIABLE, "")
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == _OPTION and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif argument.startswith(f"{_OPTION}="):
            asked = argument.partition("=")[2]
    return ENGLISH if asked.casefold()[:2] == ENGLISH else VIETNAMESE


def settings_of(arguments: Sequence[str]) -> Settings:
    """Return the settings of a command line."""
    return Settings(Words(language_of(arguments, os.environ)))


def store_url(given: str | None) -> str:
    """Return which store is meant: as given, else by the environment, else the user's own."""
    return given or os.environ.get(STORE_VARIABLE) or str(default_store())


def default_store() -> Path:
    """Return the file in the user's data folder."""
    from platformdirs import user_data_path  # noqa: PLC0415  only whoever has no store needs it

    return user_data_path("chidao", appauthor=False) / "chidao.sqlite"
