"""The API's description of itself holds: of answers, of errors, of all that may be asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, settings
from pydantic import BaseModel
from schemathesis.checks import CheckFunction, not_a_server_error
from schemathesis.python import asgi
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.answers import COLUMNS
from api.app import create_app
from api.http.server_settings import Caps
from api.http.shapes import rows
from graph.answer_types import (
    ArcRow,
    BodyRow,
    ChainRow,
    CitingRow,
    CountRow,
    DocumentRow,
    EdgeRow,
    ForceRow,
    FoundRow,
    GapRow,
    MilestoneRow,
    MisdatedRow,
    TaskRow,
)
from tests.https import WRITES, settings_of
from tests.runs import SAMPLES, run

CHECKS: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


schemathesis.serializer.alias("application/sparql-query", "text/plain")
DESCRIPTION = create_app(settings_of("", Path())).openapi()
DESCRIBED = schemathesis.openapi.from_dict(DESCRIPTION)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    folder: Path = tmp_path_factory.mktemp("described")
    store = folder / "samples.sqlite"
    assert run("load", SAMPLES, store=store).exit_code == 0
    return create_app(settings_of(str(store), folder))


@pytest.fixture(scope="module")
def session(app: FastAPI) -> Iterator[asgi.ASGIClient]:
    """Give one client for all cases: the server begins and ends with it."""
    with asgi.get_client(app) as client:  # type: ignore[arg-type]  # of narrower scopes
        client.headers.update(WRITES)
        assert client.get("/sparql?query=ASK{}", timeout=60).status_code == 200  # the graph is made
        yield client


@DESCRIBED.exclude(path="/api/loads/{load}/events").parametrize()
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
def test_no_answer_is_outside_of_its_description(
    case: schemathesis.Case[Any], session: asgi.ASGIClient
) -> None:
    # Any bytes may be those of a file: none are wrong.
    uploads = case.operation.path in {"/api/loads", "/api/check", "/api/check.docx"}
    checks = [check for check in CHECKS if not (uploads and check is negative_data_rejection)]
    case.call_and_validate(session=session, base_url="http://localhost", checks=checks)


OPERATIONS = [
    (path, method, operation)
    for path, operations in DESCRIPTION["paths"].items()
    for method, operation in operations.items()
]


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=lambda v: str(v)[:40])
def test_every_operation_has_an_example_and_its_errors(
    path: str, method: str, operation: dict[str, Any]
) -> None:
    good = [told for status, told in operation["responses"].items() if status.startswith("2")]
    assert len(good) == 1
    content = good[0].get("content", {})
    if method != "delete" and "application/json" in content:
        told = content["application/json"]
        validator = jsonschema_rs.validator_for(
            {**told["schema"], "components": DESCRIPTION["components"]}
        )
        validator.validate(told["example"])
    errors = {status: told for status, told in operation["responses"].items() if status[0] in "45"}
    assert errors or path == "/healthz"
    for status, told in errors.items():
        media = told["content"]["application/problem+json"]
        for example in media["examples"].values():
            assert str(example["value"]["status"]) == status
    assert operation["description"]


SHAPES: dict[type, type[BaseModel]] = {
    TaskRow: rows.TaskShape,
    DocumentRow: rows.DocumentShape,
    BodyRow: rows.BodyShape,
    ChainRow: rows.ChainShape,
    CitingRow: rows.CitingShape,
    FoundRow: rows.FoundShape,
    EdgeRow: rows.EdgeShape,
    CountRow: rows.CountShape,
    ForceRow: rows.ForceShape,
    MilestoneRow: rows.MilestoneShape,
}
NEVER_ALONE = {ArcRow, GapRow, MisdatedRow}
"""Those that only analyses ask for."""


def test_every_kind_of_row_is_described() -> None:
    assert set(COLUMNS) == SHAPES.keys() | NEVER_ALONE


@pytest.mark.parametrize("kind", SHAPES, ids=lambda kind: kind.__name__)
def test_every_row_is_described_by_its_names(kind: type) -> None:
    fields = SHAPES[kind].model_fields
    assert {field.alias or name for name, field in fields.items()} == set(COLUMNS[kind])


def test_caps_are_told() -> None:
    told = create_app(settings_of("", Path(), caps=Caps(page=7, depth=3))).openapi()
    parameters = told["paths"]["/api/documents/{key}/chain"]["get"]["parameters"]
    most = {one["name"]: one["schema"].get("maximum") for one in parameters}
    assert (most["limit"], most["depth"]) == (7, 3)
