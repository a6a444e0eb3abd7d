"""What programs written for published SDKs import and call: modules, exports and the constructors of errors."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from roundtrip.loopback import Answer, serve

from .packages import imported

DOCUMENT = """\
openapi: 3.1.0
info: {title: Harbour, version: 1.0.0}
servers: [{url: https://api.harbour.example}]
paths:
  /boats/{id}:
    get:
      operationId: getBoat
      tags: [boats]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}
        '404':
          description: None
          content: {application/json: {schema: {$ref: '#/components/schemas/NoBoat'}}}
components:
  schemas:
    Boat:
      type: object
      properties: {kind: {type: string, enum: [sail]}, rig: {type: string, const: sloop}}
    NoBoat: {type: object, properties: {message: {type: string}}}
"""
GENERATION = "generation: {sdkClassName: Harbour}\n"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    yield from _package(
        tmp_path_factory.mktemp("harbour"), "python: {packageName: harbour-sdk, envVarPrefix: HARBOUR}\n"
    )


@pytest.fixture(scope="module", params=["errors", "models/errors"])
def apart(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    options = f"python: {{packageName: harbour-apart, imports: {{paths: {{errors: {request.param}}}}}}}\n"
    yield from _package(tmp_path_factory.mktemp("apart"), options)


def errors_of(package: ModuleType) -> ModuleType:
    """The package of its errors, wherever it is."""
    return import_module(f"{package.__name__}.{'' if hasattr(package, 'errors') else 'models.'}errors")


def _package(folder: Path, options: str) -> Iterator[ModuleType]:
    spec, config = folder / "spec.yaml", folder / "gen.yaml"
    spec.write_text(DOCUMENT, encoding="utf-8")
    config.write_text(GENERATION + options, encoding="utf-8")
    with imported(spec, folder / "out", config) as target:
        yield import_module(target.names.module)


@pytest.mark.parametrize(
    ("module", "names"),
    [
        (
            "",
            [
                "Harbour",
                "APIError",
                "Boat",
                "BoatTypedDict",
                "Kind",
                "NoBoat",
                "HarbourError",
                "models",
                "types",
                "utils",
            ],
        ),
        ("models", ["Boat", "BoatTypedDict", "GetBoatRequest", "Kind", "NoBoat", "APIError"]),
        ("models.boat", ["Boat", "Kind"]),
        ("models.getboatop", ["GetBoatRequest", "GetBoatRequestTypedDict"]),
        ("basesdk", ["BaseSDK"]),
        ("httpclient", ["AsyncHttpClient", "HttpClient"]),
        ("models.apierror", ["APIError"]),
        ("models.harbourerror", ["HarbourError"]),
        ("models.no_response_error", ["NoResponseError"]),
        ("models.noboat", ["NoBoat", "NoBoatData"]),
        ("models.responsevalidationerror", ["ResponseValidationError"]),
        ("types", ["BaseModel", "Nullable", "OptionalNullable", "UNSET", "UNSET_SENTINEL"]),
        ("types.basemodel", ["BaseModel", "Nullable", "OptionalNullable", "UNSET", "UNSET_SENTINEL", "Unset"]),
        ("utils", ["BackoffStrategy", "RetryConfig", "eventstreaming", "get_default_logger", "retries"]),
        ("utils.retries", ["BackoffStrategy", "RetryConfig"]),
        ("utils.eventstreaming", ["EventStream", "EventStreamAsync"]),
        ("_hooks", ["BeforeRequestHook", "Hooks", "SDKInitHook", "registration"]),
        ("_hooks.types", ["AfterErrorContext", "AfterSuccessContext", "BeforeRequestContext", "HookContext", "Hooks"]),
    ],
)
def test_names_are_found_where_published_sdks_have_them(harbour: ModuleType, module: str, names: list[str]) -> None:
    found = import_module(f"{harbour.__name__}.{module}".removesuffix("."))
    assert [name for name in names if not hasattr(found, name)] == []


def test_constants_are_found_in_upper_case(harbour: ModuleType) -> None:
    boat = harbour.Boat(rig="sloop")
    assert (boat.RIG, boat.rig) == ("sloop", "sloop")
    assert boat.model_dump() == {"rig": "sloop"}


def test_classes_at_the_root_are_those_of_models(harbour: ModuleType) -> None:
    assert harbour.Boat is harbour.models.Boat
    with pytest.raises(AttributeError, match=r"module 'harbour_sdk' has no attribute 'Ship'"):
        _ = harbour.Ship


def test_errors_of_a_package_of_their_own_are_not_at_the_root(apart: ModuleType) -> None:
    assert errors_of(apart).APIError
    assert not hasattr(apart, "APIError")
    assert not hasattr(apart, "Boat")


@pytest.mark.parametrize(
    ("module", "names"),
    [
        ("apierror", ["APIError"]),
        ("harbourerror", ["HarbourError"]),
        ("no_response_error", ["NoResponseError"]),
        ("responsevalidationerror", ["ResponseValidationError"]),
        ("noboat", ["NoBoat", "NoBoatData", "NoBoatDataTypedDict"]),
    ],
)
def test_each_error_of_a_package_of_their_own_has_a_module(apart: ModuleType, module: str, names: list[str]) -> None:
    errors = errors_of(apart)
    found = import_module(f"{errors.__name__}.{module}")
    assert {name: getattr(found, name) for name in names} == {name: getattr(errors, name) for name in names}


def test_errors_are_made_as_callers_make_them(harbour: ModuleType) -> None:
    error = harbour.APIError("broken", 502, "<html>")
    assert (error.message, error.status_code, error.body, error.raw_response) == ("broken", 502, "<html>", None)
    library = import_module("httpx")
    response = library.Response(503, text="busy")
    for made in (harbour.APIError("broken", 503, "busy", response), harbour.APIError("broken", response, "busy")):
        assert (made.status_code, made.body, made.raw_response) == (503, "busy", response)
    assert isinstance(error, harbour.HarbourError)


def test_declared_errors_are_made_of_their_data(harbour: ModuleType) -> None:
    data = harbour.models.NoBoatData(message="It sank")
    response = import_module("httpx").Response(404, text="sunk")
    for alone in (harbour.NoBoat(data), harbour.NoBoat(data=data)):
        assert (alone.message, alone.status_code, alone.data, str(alone)) == ("It sank", 0, data, "It sank")
    for error in (harbour.NoBoat(data, response), harbour.NoBoat(data=data, raw_response=response, body="sunk")):
        assert (error.message, error.status_code, error.body, error.data) == ("It sank", 404, "sunk", data)
        assert str(error) == "It sank: Status 404"
    assert str(harbour.NoBoat(harbour.models.NoBoatData())) == "API error occurred"


def test_validation_errors_are_made_with_their_cause(harbour: ModuleType) -> None:
    response, cause = import_module("httpx").Response(200, text="odd"), ValueError("odd")
    for error in (
        harbour.models.ResponseValidationError("wrong", response, cause, "odd"),
        harbour.models.ResponseValidationError("wrong", response, cause),
    ):
        assert (error.message, error.status_code, error.body, error.__cause__) == ("wrong", 200, "odd", cause)


def test_every_class_with_methods_is_a_base_sdk(harbour: ModuleType) -> None:
    base = import_module(f"{harbour.__name__}.basesdk").BaseSDK
    with harbour.Harbour() as sdk:
        assert isinstance(sdk, base)
        assert isinstance(sdk.boats, base)


def test_an_object_tells_what_it_was_made_with(harbour: ModuleType) -> None:
    with harbour.Harbour(timeout_ms=4321) as sdk:
        told = sdk.sdk_configuration
        assert (told.server_url, told.timeout_ms, told.client) == ("https://api.harbour.example", 4321, None)
    assert harbour.Harbour(server_url="https://other.example").sdk_configuration.server_url == "https://other.example"


def test_the_default_logger_takes_all_and_tells_what_the_environment_asks_for(
    harbour: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    harbour.utils.get_default_logger().debug("to %s", "nobody")
    monkeypatch.setenv("HARBOUR_DEBUG", "1")
    harbour.utils.get_default_logger().debug("to %s", "stderr")
    told = capsys.readouterr()
    assert (told.out, "to nobody" in told.err, "to stderr" in told.err) == ("", False, True)


NO_RESULT = """\
openapi: 3.1.0
info: {title: Quay, version: 1.0.0}
paths:
  /create: {post: {operationId: create, responses: {'204': {description: None}}}}
"""


def test_a_method_without_a_result_has_a_response_and_leaves_the_client_its_own(tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(NO_RESULT)
    with imported(tmp_path / "spec.yaml", tmp_path / "out") as target, serve() as loopback:
        loopback.answer = Answer(204)
        client = import_module(target.names.module).Quay

        async def both() -> int:
            async with client.create_async(server_url=loopback.url) as sdk:
                return int((await sdk.with_raw_response(sdk.create__async)()).status_code)

        with client(server_url=loopback.url) as sdk:
            assert sdk.create_() is None
            assert sdk.with_raw_response(sdk.create_)().status_code == 204
        assert asyncio.run(both()) == 204
