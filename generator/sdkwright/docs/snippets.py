"""The code samples of the docs: imports, the client in a `with`, one call and what follows it (docs-format rules 7).

A sample is put together from the same `Client` and `Method` objects that the package is rendered from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from sdkwright.docs.sample_lines import STEP, bracketed, call_lines, deeper, given_lines, imports_of, joined, spliced
from sdkwright.frozen import Frozen, replace
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, EnumModel
from sdkwright.view.package import Argument, Client, Ending, Method, NamedCall, Sdk
from sdkwright.view.samples import DataSample, Given, Import, ModelSample

_PLACEHOLDER_SERVER = DataSample("https://api.example.com")


class Extras(Frozen):
    """What a sample shows beside the plain call."""

    imports: tuple[Import, ...] = ()
    """What is not needed by a value."""
    client_arguments: tuple[Given, ...] = ()
    call_arguments: tuple[Given, ...] = ()
    named: NamedCall | None = None
    """The example whose values are passed instead of the plain ones."""
    asynchronous: bool = False
    catches: tuple[Code, ...] = ()
    """Lines from `except` on; the call then stands in a `try`."""
    before: tuple[Code, ...] = ()
    """Statements before the `with`."""
    around: Code | None = None
    """A `with` statement that holds the whole sample."""
    maker: Code = NO_CODE
    """What the client is made by, if not by its class alone: `.create_async`."""
    inside: tuple[Code, ...] = ()
    """Statements between the `with` and the call."""
    raw: bool = False
    """The call gives the response, too."""
    use: tuple[Code, ...] | None = None
    """What is done with the result, in place of what its kind asks for."""


PLAIN = Extras()


class _Written(Frozen):
    """Arguments as they stand in a call, and what they need of other modules."""

    lines: list[list[str]]
    imports: list[Import]

    @classmethod
    def of(cls, sdk: Sdk, passed: Iterable[Given]) -> _Written:
        """Those that are `passed`."""
        given = list(passed)
        module = sdk.project.module_name
        needed = [one for each in given for one in imports_of(each.value, module)]
        return cls([given_lines(each) for each in given], needed)


class Samples:
    """Makes samples of one SDK.  What the constructor is given is the same in nearly all of them, and a call passes the
    same with `await` and without."""

    def __init__(self, sdk: Sdk) -> None:
        self.sdk = sdk
        self._client = _Written.of(sdk, client_arguments(sdk))
        self._last: tuple[Method, NamedCall | None, _Written] | None = None

    def of(self, accessor: Code, method: Method, extras: Extras = PLAIN, *, last_line_blank: bool = False) -> Code:
        """A whole sample.  On the published pages a blank line precedes the fence."""
        sdk, more = self.sdk, extras.client_arguments
        made = _Written.of(sdk, client_arguments(sdk, more)) if more else self._client
        called, further = self._passed(method, extras.named), _Written.of(sdk, extras.call_arguments)
        own = Import(sdk.project.module_name, _client_class(sdk.client, extras))
        head = import_lines(sdk.client, (own, *made.imports, *called.imports, *further.imports, *extras.imports))
        call = call_lines(_function(sdk.client, accessor, method, extras), [*called.lines, *further.lines])
        body = _with_block(sdk, made.lines, call, method, extras)
        if extras.asynchronous:
            body = ["async def main():", *deeper(body), "", "", "asyncio.run(main())"]
        return joined([*head, *[""] * sdk.style.lines_after_imports, *body, *([""] if last_line_blank else [])])

    def _passed(self, method: Method, named: NamedCall | None) -> _Written:
        """What the call passes."""
        last = self._last
        if last is None or last[0] is not method or last[1] is not named:
            passed = (*_shown(method, named), *_server(self.sdk, method))
            last = self._last = method, named, _Written.of(self.sdk, passed)
        return last[2]


def sample(sdk: Sdk, accessor: Code, method: Method, extras: Extras = PLAIN) -> Code:
    """One sample alone."""
    return Samples(sdk).of(accessor, method, extras)


def enum_sample(sdk: Sdk, model: EnumModel) -> Code:
    """The first value of an enum: a literal with its type, or a member."""
    module = Code(f"{sdk.project.module_name}.{model.folder.module}")
    first, name = model.values[0], model.class_name
    note = [f"# Open enum: unrecognized values are captured as {model.keeper}"] if model.keeper else []
    value = [f"value: {name} = {first.value}"] if model.alias else [f"value = {name}.{first.name}"]
    space = [""] if note or not model.alias else []
    return joined([*import_lines(sdk.client, [Import(module, name)]), *space, *note, *value])


# ----------------------------------------------------------------------------------------------------------- imports


def import_lines(client: Client, needed: Iterable[Import]) -> list[str]:
    """The import lines: sorted by module, `import x` before `from x import`, one line a module."""
    named: defaultdict[tuple[Code, bool], set[Code]] = defaultdict(set)
    for one in needed:
        named[one.module, one.name is not None].update(() if one.name is None else (one.name,))
    return [
        f"from {module} import {', '.join(_class_first(client, names))}" if names else f"import {module}"
        for (module, _), names in sorted(named.items())
    ]


def _class_first(client: Client, names: Iterable[Code]) -> list[Code]:
    """The SDK class first, the rest by name."""
    classes = (client.class_name, client.async_class)
    return sorted(names, key=lambda name: (name not in classes, name))


# ------------------------------------------------------------------------------------------------------- the client


def client_arguments(sdk: Sdk, extra: Sequence[Given] = ()) -> tuple[Given, ...]:
    """What the constructor is given: `extra`, then in every sample the server, then globals, then security."""
    client = sdk.client
    out: list[Given] = []
    if client.needs_server_url:
        out.append(Given(Code("server_url"), _PLACEHOLDER_SERVER))
    if client.sends_in_clear and client.security_arguments and not client.needs_server_url:
        out.append(Given(Code("allow_insecure_http"), DataSample(True)))
    out.extend(Given(a.name, a.example_value) for a in client.globals if a.example_value is not None)
    credentials = tuple(
        Given(a.name, a.example_value) for a in client.security_arguments if a.example_value is not None
    )
    if client.security_class is None:
        out.extend(credentials)
    else:
        out.append(Given(Code("security"), ModelSample(client.security_folder, client.security_class, credentials)))
    named = {given.name for given in extra}
    return (*extra, *(given for given in out if given.name not in named))


def _client_class(client: Client, extras: Extras) -> Code:
    """The class of the sample's client."""
    return client.async_class if extras.asynchronous and client.async_class else client.class_name


def _with_block(sdk: Sdk, arguments: Iterable[list[str]], call: list[str], method: Method, extras: Extras) -> list[str]:
    """`with Orq(` … `) as orq:`, one argument a line, and the body of the sample."""
    keyword = "async with" if extras.asynchronous else "with"
    *made, last = bracketed(f"{keyword} {_client_class(sdk.client, extras)}{extras.maker}(", arguments, ")")
    lines = _call_and_use(sdk, method, call, extras)
    if extras.catches:
        lines = ["try:", *deeper(lines), "", *extras.catches]
    inside = [*extras.inside, ""] if extras.inside else []
    block = [*made, f"{last} as {sdk.client.variable}:", "", *deeper([*inside, *lines])]
    if extras.around is not None:
        block = [extras.around, *deeper(block)]
    return [*extras.before, "", *block] if extras.before else block


# ---------------------------------------------------------------------------------------------------------- the call


def _function(client: Client, accessor: Code, method: Method, extras: Extras) -> str:
    """`orq.sessions.get`, awaited in an asynchronous sample."""
    name = method.async_name if extras.asynchronous else method.name
    path = ".".join(part for part in (client.variable, accessor, name) if part)
    if extras.raw:
        path = f"{client.variable}.with_raw_response({path})"
    return f"await {path}" if extras.asynchronous else path


def _shown(method: Method, named: NamedCall | None) -> list[Given]:
    """The arguments that the sample passes, in the order of the rows."""
    passed = [*named.given] if named is not None else [*_plain(method.arguments)]
    return [*_plain([method.security_argument] if method.security_argument is not None else []), *passed]


def _server(sdk: Sdk, method: Method) -> Iterator[Given]:
    """The address of an operation whose servers name none; published samples call it all the same."""
    if sdk.reference is not None and method.needs_server_url:
        yield Given(Code("server_url"), _PLACEHOLDER_SERVER)


def _plain(arguments: Iterable[Argument]) -> Iterator[Given]:
    """What the plain example passes."""
    return (Given(one.name, one.example_value) for one in arguments if one.example_value is not None)


def _call_and_use(sdk: Sdk, method: Method, call: list[str], extras: Extras) -> list[str]:
    """The call, a check for None where the answer may be empty, and the use of the result."""
    use = _use(method.ending, asynchronous=extras.asynchronous) if extras.use is None else list(extras.use)
    if extras.raw:
        return [*spliced(["res = "], call), "", *use]
    if method.ending is Ending.NOTHING:
        return [*call, "", *use]
    may_be_none = not sdk.response_required or (method.result is not None and method.result.nullable)
    checks_itself = method.ending is Ending.PAGES and extras.use is None
    is_asked = may_be_none and not checks_itself and not _comes_empty(sdk, method)
    check = ["assert res is not None", ""] if is_asked else []
    return [*spliced(["res = "], call), "", *check, *use]


def _comes_empty(sdk: Sdk, method: Method) -> bool:
    """Whether nothing comes, although the document describes something; published samples ask for it all the same."""
    facts = sdk.reference.methods.get((method.http_method, method.path)) if sdk.reference is not None else None
    return facts is not None and bool(facts.answers) and all(one.media_type is None for one in facts.answers)


def _use(ending: Ending, *, asynchronous: bool) -> list[str]:
    """What a sample does with `res`."""
    wait, word = ("await ", "async ") if asynchronous else ("", "")
    match ending:
        case Ending.PRINT:
            return ["# Handle response", "print(res)"]
        case Ending.NOTHING:
            return ["# Use the SDK ..."]
        case Ending.EVENTS:
            loop = [f"{word}for event in event_stream:", f"{STEP}# handle event", f"{STEP}print(event, flush=True)"]
            return [f"{word}with res as event_stream:", *deeper(loop)]
        case Ending.PAGES:
            return ["while res is not None:", f"{STEP}# Handle items", "", f"{STEP}res = {wait}res.next()"]
        case Ending.DOWNLOAD:
            loop = [f"{word}for chunk in download:", f"{STEP}# handle chunk", f"{STEP}print(len(chunk))"]
            return [f"{word}with res as download:", *deeper(loop)]
        case _:
            assert_never(ending)


def asynchronous(extras: Extras = PLAIN) -> Extras:
    """The same sample with `await`."""
    return replace(extras, asynchronous=True, imports=(*extras.imports, Import(Code("asyncio"))))
