"""What docs/api.md tells of the API is all that there is, and no more."""

import re
from dataclasses import fields
from pathlib import Path

from api.app import create_app
from api.http.server_settings import Caps, server_settings
from api.words import Words
from ontology.base import BASE_VARIABLE
from tests.https import KEYS, settings_of
from tests.runs import ROOT

TEXT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def test_every_resource_is_told() -> None:
    for path in create_app(settings_of("", Path())).openapi()["paths"]:
        last = path.replace("{key}", "").replace("{form}", "svg").rstrip("/").rpartition("/")[2]
        assert last in TEXT, path


def test_every_cap_is_told_with_its_value() -> None:
    told = dict(re.findall(r"\| `CHIDAO_MAX_(\w+)` \|[^|]*\| (\d+) \|", TEXT))
    assert told == {cap.name.upper(): str(getattr(Caps(), cap.name)) for cap in fields(Caps)}


def test_every_variable_is_understood(tmp_path: Path) -> None:
    environment = {f"CHIDAO_MAX_{cap.name.upper()}": "7" for cap in fields(Caps)} | {
        "CHIDAO_API_KEYS": " ".join(map(str, KEYS)),
        "CHIDAO_OPEN_ON_LOOPBACK": "0",
        "CHIDAO_UPLOADS": str(tmp_path / "u"),
        "CHIDAO_AUDIT": str(tmp_path / "a"),
    }
    assert set(re.findall(r"\| `(CHIDAO_\w+)` \|", TEXT)) == {*environment, BASE_VARIABLE}
    settings = server_settings("s.sqlite", environment, Words())
    assert settings.caps == Caps(**{cap.name: 7 for cap in fields(Caps)})
    assert settings.keys == KEYS
    assert not settings.open_on_loopback
    assert (settings.uploads, settings.audit) == (tmp_path / "u", tmp_path / "a")
