"""The calls of any document: generate its SDK, take the docs' example calls, and make answers from the schemas."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from sdkwright.docs.sample_lines import given_lines, imports_of, joined
from sdkwright.docs.snippets import import_lines
from sdkwright.inputs import Inputs
from sdkwright.pipeline import analyse, load_inputs, named, validated
from sdkwright.plan import plan
from sdkwright.stages import Stages
from sdkwright.view.package import Argument, ClientArgument, Ending, Method, Resource, Sdk
from sdkwright.view.samples import Given

from .samples import Samples
from .subjects import Call, Subject, grown

MOST = 12
"""How many calls of a role are tried."""
QUERY_VALUES = {"Optional[str]": '"a text"', "Optional[int]": "7", "Optional[float]": "7.5", "Optional[bool]": "True"}
"""What the optional arguments of a GET are given, by their annotations."""


def generate(document: Path, config: Path | None, out: Path) -> None:
    """Write the SDK as a user would.  Raises `RuntimeError` with what the generator says if it cannot."""
    command = [sys.executable, "-m", "sdkwright", "generate", "--spec", str(document), "--out", str(out)]
    command += ["--config", str(config)] if config else []
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{document}:\n{done.stderr}")


def candidates(document: Path, config: Path | None, out: Path) -> Subject:
    """The SDK of a document with every call that may serve, several for a role; `worker` finds out which do."""
    stages = Stages()
    loaded = validated(load_inputs(Inputs(document, out, config), stages), stages)
    api, _ = analyse(loaded, stages)
    sdk = plan(api, named(api, loaded, stages), loaded.options.config)
    calls: dict[str, list[Call]] = {}
    for resource in sdk.resources:
        for method in resource.methods:
            for call in _calls(loaded.document.root, sdk, resource, method):
                calls.setdefault(call.role, []).append(call)
    operations = sum(len(resource.methods) for resource in sdk.resources)
    models = sum(len(module.models) for module in sdk.modules)
    return Subject(
        f"API: {operations:,} operations, {models:,} models",
        str(sdk.project.module_name),
        str(sdk.client.class_name),
        _arguments(sdk),
        str(out / "src"),
        [grown(call) for role in calls.values() for call in role[:MOST]],
        str(sdk.project.http_library),
    )


def _arguments(sdk: Sdk) -> str:
    """Arguments of the constructor: each credential that is a text of its own, and the required globals."""
    given = [f'{one.name}="key"' for one in sdk.client.security_arguments if sdk.client.security_class is None]
    given += [_text(given) for given in _given(one for one in sdk.client.globals if one.required)]
    if sdk.client.needs_server_url:
        given.append('server_url="https://example.com"')
    return ", ".join(given)


def _calls(root: Mapping[str, Any], sdk: Sdk, resource: Resource, method: Method) -> Iterator[Call]:
    samples = Samples(root)
    node = samples.resolved(samples.resolved(root["paths"].get(method.path.raw)).get(method.http_method.lower()))
    if not node or method.ending in (Ending.DOWNLOAD, Ending.PAGES):
        return
    responses: dict[str, Any] = node.get("responses") or {}
    for status, response in responses.items():
        if str(status).isdigit() and 200 <= int(status) < 300:
            contents: dict[str, Any] = samples.resolved(response).get("content") or {}
            for media_type, content in contents.items():
                role = _role(media_type, method, content.get("schema"))
                if role is not None:
                    yield from _made(role, sdk, resource, method, int(status), content["schema"], samples)
            return


def _role(media_type: str, method: Method, schema: Any) -> str | None:
    if not isinstance(schema, Mapping):
        return None
    if media_type == "text/event-stream":
        return "stream"
    if media_type != "application/json" or method.ending is Ending.EVENTS:
        return None
    return "read" if method.http_method == "GET" else "write"


def _given(arguments: Iterable[Argument | ClientArgument]) -> list[Given]:
    """What the docs pass."""
    return [Given(one.name, one.example_value) for one in arguments if one.example_value is not None]


def _text(given: Given) -> str:
    return joined(given_lines(given))


def _made(
    role: str, sdk: Sdk, resource: Resource, method: Method, status: int, schema: Any, samples: Samples
) -> Iterator[Call]:
    try:
        sample = samples.of(schema)
    except (ValueError, LookupError):
        return
    given = _given(method.arguments)
    arguments = ", ".join(map(_text, given))
    sync, asynchronous = _both(resource, method, arguments)
    needed = [needs for one in given for needs in imports_of(one.value, sdk.project.module_name)]
    imports = import_lines(sdk.client, needed)
    members = _members(sample)
    if role == "stream":
        enveloped = "data" in members and set(members) <= {"data", "event", "id", "retry"}
        yield Call(role, sync, asynchronous, None, [members["data"] if enveloped else sample], imports, status)
        return
    if role == "read" or arguments:
        yield Call(role, sync, asynchronous, sample, None, imports, status)
    if any(_holds_objects(value) for value in (sample, *members.values())):
        yield Call("large", sync, asynchronous, sample, None, imports, status)
    query = [f"{one.name}={QUERY_VALUES[one.annotation]}" for one in method.arguments if one.annotation in QUERY_VALUES]
    if role == "read" and query:
        sync, asynchronous = _both(resource, method, ", ".join(filter(None, [arguments, *query])))
        yield Call("query", sync, asynchronous, sample, None, imports, status)


def _both(resource: Resource, method: Method, arguments: str) -> tuple[str, str]:
    """The sync call and the async one, which is to be awaited."""
    owner = f"sdk.{resource.accessor}" if resource.accessor else "sdk"
    return f"{owner}.{method.name}({arguments})", f"{owner}.{method.async_name}({arguments})"


def _members(value: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in cast("Iterable[object]", value))
