"""The code samples of the docs: imports, the client in a `with`, one call and what follows it (docs-format rules 7).

A sample is put together from the same `Client` and `Method` objects that the package is rendered from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from sdkwright.text.escape import string_literal
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Argument, Client, ClientArgument, Ending, Method, Project, Sdk

_STEP = "    "
_PLACEHOLDER_SERVER = Code("https://api.example.com")


@dataclass(frozen=True, slots=True)
class Extras:
    """What a sample shows beside the plain call; every entry is `name=value`."""

    imports: tuple[Code, ...] = ()
    client_arguments: tuple[Code, ...] = ()
    call_arguments: tuple[Code, ...] = ()
    asynchronous: bool = False
    catches: tuple[Code, ...] = ()
    """Lines from `except` on; the call then stands in a `try`."""
    before: Code = NO_CODE
    """Statements before the `with`."""
    around: Code = NO_CODE
    """A `with` statement that holds the whole sample."""


PLAIN = Extras()


def sample(sdk: Sdk, accessor: Code, method: Method, extras: Extras = PLAIN) -> Code:
    """A whole sample.  It ends in a newline, so that a blank line precedes the fence as on the published pages."""
    head = imports(
        sdk.project, sdk.client, (*method.example_imports, *extras.imports, *_client_imports(sdk.project, sdk.client))
    )
    body = _with_block(sdk, accessor, method, extras)
    if not extras.asynchronous:
        return Code(f"{head}\n\n\n{body}")
    return Code(f"{head}\n\n\nasync def main():\n{indented(body)}\n\nasyncio.run(main())\n")


def _client_imports(project: Project, client: Client) -> tuple[Code, ...]:
    """What the arguments of the constructor need."""
    needed = [Code("import os")] if any(a.environment for a in client.security_arguments) else []
    if client.security_class is not None:
        needed.append(Code(f"from {project.module_name} import models"))
    return tuple(needed)


# ----------------------------------------------------------------------------------------------------------- imports


def imports(project: Project, client: Client, needed: Iterable[Code], *, with_class: bool = True) -> Code:
    """The import lines: sorted by module, `import x` before `from x import`, one line a module."""
    plain: set[str] = set()
    named: dict[str, set[str]] = {project.module_name: {client.class_name}} if with_class else {}
    for line in needed:
        words = line.split()
        if words[0] == "import":
            plain.update(words[1:])
        else:
            named.setdefault(words[1], set()).update(name.strip() for name in " ".join(words[3:]).split(","))
    keyed = [(module, 0, f"import {module}") for module in plain]
    keyed.extend((module, 1, f"from {module} import {_names(client, names)}") for module, names in named.items())
    return Code("\n".join(line for _, _, line in sorted(keyed)))


def _names(client: Client, names: Iterable[str]) -> str:
    """The SDK class first, the rest by name."""
    return ", ".join(sorted(names, key=lambda name: (name != client.class_name, name)))


# ------------------------------------------------------------------------------------------------------- the client


def client_arguments(sdk: Sdk) -> tuple[Code, ...]:
    """What the constructor is given in every sample: `name=value`, the server first, then globals, then security."""
    client = sdk.client
    out: list[Code] = []
    if client.needs_server_url:
        out.append(Code(f'server_url="{_PLACEHOLDER_SERVER}"'))
    if client.sends_in_clear and client.security_arguments and not client.needs_server_url:
        out.append(Code("allow_insecure_http=True"))
    out.extend(Code(f"{a.name}={a.example_value}") for a in client.globals if a.example_value is not None)
    credentials = [_credential(argument) for argument in client.security_arguments]
    if client.security_class is None:
        return (*out, *credentials)
    lines = "".join(f"{indented(credential)},\n" for credential in credentials)
    return (*out, Code(f"security=models.{client.security_class}(\n{lines})"))


def _credential(argument: ClientArgument) -> Code:
    """The credential from its environment variable, or a placeholder that says what belongs there."""
    if argument.environment:
        return Code(f'{argument.name}=os.getenv({string_literal(argument.environment)}, "")')
    return Code(f"{argument.name}={argument.example_value or string_literal('<YOUR_CREDENTIAL_HERE>')}")


def opening(sdk: Sdk, extra: Sequence[Code] = (), *, asynchronous: bool = False) -> Code:
    """`with Orq(` … `) as orq:`, one argument a line."""
    named = {argument.split("=", 1)[0] for argument in extra}
    given = [argument for argument in client_arguments(sdk) if argument.split("=", 1)[0] not in named]
    keyword = "async with" if asynchronous else "with"
    client = sdk.client
    lines = "".join(f"{indented(argument)},\n" for argument in (*extra, *given))
    brackets = f"(\n{lines})" if lines else "()"
    return Code(f"{keyword} {client.class_name}{brackets} as {client.variable}:")


def _with_block(sdk: Sdk, accessor: Code, method: Method, extras: Extras) -> Code:
    """The `with` statement and the body of the sample."""
    head = opening(sdk, extras.client_arguments, asynchronous=extras.asynchronous)
    call = call_text(sdk.client, accessor, method, extras)
    lines = _call_and_use(sdk, method, call, asynchronous=extras.asynchronous)
    if extras.catches:
        caught = "\n".join(extras.catches)
        lines = Code(f"try:\n{indented(lines.rstrip())}\n\n{caught}\n")
    block = Code(f"{head}\n\n{indented(lines)}")
    if extras.around:
        block = Code(f"{extras.around}\n{indented(block)}")
    return Code(f"{extras.before}\n\n{block}") if extras.before else block


# ---------------------------------------------------------------------------------------------------------- the call


def call_text(client: Client, accessor: Code, method: Method, extras: Extras = PLAIN) -> Code:
    """`orq.sessions.get(session_id="<id>")`, awaited in an asynchronous sample."""
    path = ".".join(part for part in (client.variable, accessor) if part)
    shown = _shown(method)
    given = [f"{argument.name}={argument.example_value}" for argument in shown]
    name = method.async_name if extras.asynchronous else method.name
    wait = "await " if extras.asynchronous else ""
    return Code(f"{wait}{path}.{name}({', '.join([*given, *extras.call_arguments])})")


def _shown(method: Method) -> list[Argument]:
    """The arguments that the sample passes, in the order of the rows."""
    own = method.security_argument
    arguments = (*method.arguments, own) if own is not None else method.arguments
    return [argument for argument in arguments if argument.example_value is not None]


def _call_and_use(sdk: Sdk, method: Method, call: Code, *, asynchronous: bool) -> Code:
    """The call, a check for None where the answer may be empty, and the use of the result."""
    if method.ending is Ending.NOTHING:
        return Code(f"{call}\n\n# Use the SDK ...\n")
    may_be_none = not sdk.response_required or (method.result is not None and method.result.nullable)
    check = "assert res is not None\n\n" if may_be_none and method.ending is not Ending.PAGES else ""
    return Code(f"res = {call}\n\n{check}{_use(method.ending, asynchronous=asynchronous)}\n")


def _use(ending: Ending, *, asynchronous: bool) -> str:
    """What a sample does with `res`."""
    wait, word = ("await ", "async ") if asynchronous else ("", "")
    match ending:
        case Ending.PRINT:
            return "# Handle response\nprint(res)"
        case Ending.NOTHING:
            return "# Use the SDK ..."
        case Ending.EVENTS:
            return (
                f"{word}with res as event_stream:\n{_STEP}{word}for event in event_stream:\n"
                f"{_STEP * 2}# handle event\n{_STEP * 2}print(event, flush=True)"
            )
        case Ending.PAGES:
            return f"while res is not None:\n{_STEP}# Handle items\n\n{_STEP}res = {wait}res.next()"
        case Ending.DOWNLOAD:
            return (
                f"{word}with res as download:\n{_STEP}{word}for chunk in download:\n"
                f"{_STEP * 2}# handle chunk\n{_STEP * 2}print(len(chunk))"
            )
        case _:
            assert_never(ending)


def indented(text: str, step: str = _STEP) -> Code:
    """`text` one level deeper; blank lines stay blank.  Only code without multi-line strings is given here."""
    return Code("\n".join(step + line if line else line for line in text.split("\n")))


def asynchronous(extras: Extras = PLAIN) -> Extras:
    """The same sample with `await`."""
    return replace(extras, asynchronous=True, imports=(*extras.imports, Code("import asyncio")))
