"""Methods: arguments with their annotations, result, errors, docstring, and the call of the runtime."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sdkwright.examples.calls import Examples
from sdkwright.examples.named import example_names
from sdkwright.frozen import Frozen, field, replace
from sdkwright.ir.arguments import ArgumentSpec, Role, arguments, unfolded
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Body, MediaKind, Operation
from sdkwright.ir.types import ListType, Notes, RefType, ScalarType, Type
from sdkwright.names import GroupKey
from sdkwright.options.formats import NAMED_EXAMPLES
from sdkwright.options.model import DocsStyle
from sdkwright.plan import security as credentials
from sdkwright.plan.context import Context
from sdkwright.plan.deprecated import deprecation_of, renaming, with_underscores
from sdkwright.plan.models.defaults import constant
from sdkwright.plan.operation.bodies import body_type, content_type_argument
from sdkwright.plan.operation.operations import operation_expression
from sdkwright.plan.operation.responses import error_rows
from sdkwright.plan.operation.results import Result, one_of, result
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.annotations import can_be_known, is_nullable, model_view, takes_null, text, view
from sdkwright.plan.python.docstrings import deprecation, examples, method_docstring, prose
from sdkwright.plan.python.fixed import fixed_rows
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import (
    WIDTH,
    Doc,
    Group,
    annotated,
    call,
    flat,
    framed,
    lay,
    mapping,
    subscript,
    tuple_of,
)
from sdkwright.text import fixed
from sdkwright.text.escape import docstring, http_method, identifier, string_literal
from sdkwright.text.fixed import Fixed
from sdkwright.text.kinds import Code, Prose, common
from sdkwright.view.models import REMOVAL
from sdkwright.view.package import Argument, Method, NamedCall, Renaming, UsageView
from sdkwright.view.samples import Given, Sample

_REQUEST_TEXT = Prose("The request object to use for the request.")
_SECURITY_TEXT = Prose("The security requirements to use for the request.")
_PARAMETERS = 8
"""The indentation of parameters."""
_PASSED = 12
"""The indentation of what the runtime is called with."""
_CALL = Code("_call")


class Input(Frozen):
    """How a signature takes a value; no default: it must be given."""

    annotation: Doc
    default: Code | None


class MethodPlanner(Frozen):
    """Plans the methods of one resource class."""

    context: Context
    scope: Scope
    examples: Examples
    planner: Planner
    _inputs: dict[tuple[Type, bool], Input] = field(default_factory=dict[tuple[Type, bool], Input])
    """How types are taken that must be given, or need not be: so it is in each method of the class."""

    def old_method(self, operation: Operation, old: str, now: str, group: GroupKey) -> Method:
        """The method of `operation` under the name `old` that it has no longer: it is found at `now` in `group`."""
        method = self.method(operation, group)
        told = docstring([f"Deprecated: use `{now}`."], _PARAMETERS)
        async_name = identifier(self.context.names.async_method(old))
        decorator = deprecation_of(old, now, self.scope)
        return replace(method, name=identifier(old), async_name=async_name, docstring=told, decorator=decorator)

    def method(self, operation: Operation, group: GroupKey) -> Method:
        """The method of `operation` in the class of `group`."""
        context = self.context
        names = context.names
        specs = arguments(operation, context.api, context.config)
        inputs = [self._own_input(operation, spec) for spec in specs]
        values = self.examples.call(operation, [spec for spec in specs if not spec.relatives])
        views = tuple(
            self._argument(operation, spec, given.annotation, values.get(spec.key))
            for spec, given in zip(specs, inputs, strict=True)
        )
        told_all = context.config.docs_style is DocsStyle.READER
        documented = [view for spec, view in zip(specs, views, strict=True) if told_all or not spec.relatives]
        if (chosen := self._content_type(operation, specs)) is not None:
            views, inputs = (*views, chosen[0]), [*inputs, chosen[1]]
            documented.append(chosen[0])
        found = result(operation, context, self.scope, self.planner.results)
        name = Code(names.methods[operation.id, group])
        constant = Code(names.constants[operation.id])
        verb = operation.http_method.lower()
        summary, description = prose(operation.notes.summary), prose(operation.notes.description)
        security = self._security(operation, alone=not views)
        every = [*([security] if security is not None else []), *zip(views, inputs, strict=True)]
        shown = [argument for argument, _ in every]
        options = self._options(operation, views)
        signature = self._signature(every, options)
        sent = unfolded(specs, operation, context.config)
        expression = operation_expression(self.planner, operation, sent)
        given = _passed_arguments(views) if sent is specs else self._unfolded(operation, views, sent)
        return Method(
            name=name,
            async_name=Code(names.async_method(name)),
            http_method=http_method(operation.http_method),
            path=Prose(operation.path),
            operation_id=Prose(operation.operation_id or f"{verb}_{operation.path}"),
            verb=Prose(verb),
            summary=summary,
            description=description,
            arguments=tuple(documented),
            result=found.view,
            result_annotation=_returned(found.sync),
            async_result_annotation=_returned(found.asynchronous),
            operation_name=constant,
            call=_CALL,
            errors=tuple(error_rows(operation, context)),
            ending=found.ending,
            has_flat_body=any(spec.role is Role.FIELD for spec in specs),
            has_items=operation.pagination is not None and operation.pagination.results is not None,
            has_own_servers=bool(operation.servers),
            needs_server_url=bool(operation.servers) and all(names_no_host(one.url) for one in operation.servers),
            security_argument=None if security is None else security[0],
            deprecated=deprecation(operation.notes, context.replacement(operation.notes)),
            usage=_usage(operation),
            named_examples=self._named_examples(operation, specs),
            docstring=_docstring(operation, summary, description, shown, options),
            signature=tuple(signature),
            own_parameters=len(every),
            definition=self._definition(constant, found, expression),
            passed=(
                constant,
                lay(given, _PASSED, after=1),
                _passed_options(self.planner.op("Options"), options, has_security=security is not None),
            ),
            decorator=self._decorator(operation.notes),
            renaming=self._renaming(operation, every, signature, found),
        )

    # ------------------------------------------------------------------------------------------------- arguments

    def _argument(self, operation: Operation, spec: ArgumentSpec, annotation: Doc, example: Sample | None) -> Argument:
        """One argument, from a parameter, a property or the body."""
        types = argument_types(operation, spec)
        name = common(self.context.names.arguments[operation.id, spec.key])
        notes = _notes(spec)
        whole = operation.body if spec.role in (Role.BODY, Role.REQUEST) else None
        return Argument(
            name=name,
            annotation=text(annotation),
            type=one_of([view(type, self.context) for type in types]),
            documented_as_required=spec.required or spec.role in (Role.REQUEST, Role.FOLDED),
            description=_description(spec, whole, notes),
            examples=examples(notes, self.context),
            deprecated=deprecation(notes),
            example_value=example,
            is_field=spec.role is Role.FIELD,
            is_request=spec.role in (Role.REQUEST, Role.FOLDED),
        )

    def _named_examples(self, operation: Operation, specs: Sequence[ArgumentSpec]) -> tuple[NamedCall, ...]:
        """An example call for each name that the document gives, in formats that have them."""
        if self.context.config.format < NAMED_EXAMPLES:
            return ()
        names = self.context.names.arguments
        found: list[NamedCall] = []
        for name in example_names(operation):
            values = self.examples.call(operation, specs, name)
            given = [Given(Code(names[operation.id, s.key]), values[s.key]) for s in specs if s.key in values]
            found.append(NamedCall(Prose(name), tuple(given)))
        return tuple(found)

    def _content_type(self, operation: Operation, specs: Sequence[ArgumentSpec]) -> tuple[Argument, Input] | None:
        """The argument that says as which of several media types the body is sent."""
        name = content_type_argument(self.context, operation, specs)
        if name is None or operation.body is None:
            return None
        given = self._input([(ScalarType(Scalar.STRING), None)], required=False)
        types = ", ".join(content.media_type for content in operation.body.contents)
        argument = Argument(
            name=Code(name),
            annotation=text(given.annotation),
            type=view(ScalarType(Scalar.STRING), self.context),
            documented_as_required=False,
            has_row=False,
            description=Prose(f"The media type to send the body as, if its class or form does not decide: {types}"),
        )
        return argument, given

    def _taken(self, operation: Operation, spec: ArgumentSpec) -> list[tuple[Type, Doc | None]]:
        """The types that an argument takes, and what its annotation says where that is more than the type."""
        types = argument_types(operation, spec)
        if spec.role not in (Role.BODY, Role.REQUEST) or operation.body is None:
            return [(type, None) for type in types]
        found: list[tuple[Type, Doc | None]] = []
        for type, content in zip(types, operation.body.contents, strict=True):
            if content.kind is not MediaKind.JSON_LINES:
                found.append((type, None))
                continue
            item = self.planner.inputs.inside(type)
            bases = [self.scope.use("collections.abc", base) for base in ("Iterable", "AsyncIterable")]
            found += [(ListType(type), subscript(base, [item])) for base in bases]
            found.append((ScalarType(Scalar.BINARY), None))
        return found

    def _own_input(self, operation: Operation, spec: ArgumentSpec) -> Input:
        """How the signature takes an argument; a property that can only be one value need not be given."""
        taken = self._taken(operation, spec)
        type, own = taken[0]
        if len(taken) > 1 or own is not None or not can_be_known(type):
            found = self._input(taken, required=spec.required)
        elif (known := self._inputs.get((type, spec.required))) is not None:
            found = known
        else:
            found = self._inputs[type, spec.required] = self._input(taken, required=spec.required)
        if not spec.required or spec.role is not Role.FIELD or spec.property is None:
            return found
        only = constant(spec.property.type)
        return found if only is None else replace(found, default=Code(flat(only)))

    def _input(self, taken: Sequence[tuple[Type, Doc | None]], *, required: bool) -> Input:
        """The annotation and the default of an argument."""
        core = self.planner.inputs.core
        types = [type for type, _ in taken]
        cores = [core(type) if own is None else own for type, own in taken]
        cores = list(dict.fromkeys(cores)) if len(cores) > 1 else cores
        inner = cores[0] if len(cores) == 1 else subscript(self.scope.typing("Union"), cores)
        if required:
            null = any(map(is_nullable, types))
            return Input(subscript(self.scope.use(".types", "Nullable"), [inner]) if null else inner, None)
        if any(takes_null(type, self.context) for type in types):
            unset = self.scope.use(".types", "UNSET")
            return Input(subscript(self.scope.use(".types", "OptionalNullable"), [inner]), Code(unset))
        return Input(subscript(self.scope.typing("Optional"), [inner]), Code("None"))

    def _security(self, operation: Operation, *, alone: bool) -> tuple[Argument, Input] | None:
        """The argument for what an operation asks for beside the SDK's credentials; those count where none is given."""
        own = operation.security_type
        if own is None:
            return None
        given = self._input([(RefType(own), None)], required=False)
        argument = Argument(
            name=Code(fixed.SECURITY),
            annotation=text(given.annotation),
            type=model_view(own, self.context),
            documented_as_required=True,
            description=_SECURITY_TEXT if alone else None,
            example_value=credentials.sample(self.context, operation, own),
        )
        return argument, given

    def _renaming(
        self, operation: Operation, given: Sequence[tuple[Argument, Input]], signature: Sequence[Code], found: Result
    ) -> Renaming | None:
        """Old names of the arguments."""
        names = [str(argument.name) for argument, _ in given]
        formers = [*self.context.names.old.arguments.get(operation.id, ()), *with_underscores(names, self.context)]
        if not formers:
            return None
        own = [
            (str(argument.name), line, input.annotation)
            for (argument, input), line in zip(given, signature, strict=False)
        ]
        rest = [("", line, "") for line in signature[len(own) :]]
        made = renaming(formers, [*own, *rest], self.scope, _PARAMETERS, first=False)
        results = {"result": _returned(found.sync, " ..."), "async_result": _returned(found.asynchronous, " ...")}
        return None if made is None else replace(made, **results)

    def _options(self, operation: Operation, views: Sequence[Argument]) -> tuple[Fixed, ...]:
        """What the method takes besides: of its options those whose names no argument has, or had."""
        formers = self.context.names.old.arguments.get(operation.id, ())
        return fixed.beside({*(str(one.name) for one in views), *(one.old for one in formers)}, fixed.CALL)

    def _signature(self, given: Sequence[tuple[Argument, Input]], options: tuple[Fixed, ...]) -> list[Code]:
        """The parameters, one a line."""
        lines = [_parameter(argument.name, input) for argument, input in given]
        return [*lines, *self.planner.options(options)]

    # ----------------------------------------------------------------------------------------------- other parts

    def _unfolded(self, operation: Operation, views: Sequence[Argument], sent: Sequence[ArgumentSpec]) -> Group:
        """`op.unfolded(request, ("id", "page"))`; nothing of an empty object is sent."""
        if not sent:
            return _passed_arguments(())
        folded, *beside = (str(view.name) for view in views)
        names = tuple_of(string_literal(self.planner.argument(operation, spec.key)) for spec in sent)
        return call(self.planner.op("unfolded"), folded, names, *(f"{name}={name}" for name in beside))

    def _operation_type(self, found: Result) -> Group:
        return subscript(self.planner.op("Operation"), [found.sync, found.asynchronous])

    def _definition(self, constant: Code, found: Result, expression: Group) -> Code:
        """`_NAME: op.Operation[S, A] = op.Operation(…)`."""
        return annotated(constant, self._operation_type(found), expression)

    def _decorator(self, notes: Notes) -> Code | None:
        """`@deprecated("…")`, which type checkers show and a call warns of."""
        if notes.deprecated is None:
            return None
        other = self.context.replacement(notes)
        instead = f"Use `{other.call}` instead." if other is not None else ""
        said = " ".join(filter(None, (REMOVAL, (notes.deprecated.message or "").strip(), instead)))
        deprecated = self.scope.use("typing_extensions", "deprecated")
        return lay(call(f"@{deprecated}", string_literal(f"warning: ** DEPRECATED ** - {said}")), 4)


def _docstring(
    operation: Operation,
    summary: Prose | None,
    description: Prose | None,
    shown: Sequence[Argument],
    options: tuple[Fixed, ...],
) -> Code:
    """Of the method, with every parameter."""
    rows = (*[(one.name, one.description) for one in shown], *fixed_rows(options))
    return method_docstring(operation, summary, description, rows, _PARAMETERS)


@lru_cache(maxsize=256)
def _passed_options(maker: str, options: tuple[Fixed, ...], *, has_security: bool) -> Code:
    """The options of a call as the runtime takes them; those of most methods are the same."""
    names = [one.name if one in options else "None" for one in fixed.CALL]
    return lay(call(maker, *names, *([fixed.SECURITY] if has_security else [])), _PASSED, after=1)


def names_no_host(url: str) -> bool:
    """Whether an address is a scheme alone."""
    return url.rstrip("/").lower() in ("http:", "https:")


def argument_types(operation: Operation, spec: ArgumentSpec) -> tuple[Type, ...]:
    """The types that an argument takes: several only for a body of several media types."""
    if spec.parameter is not None:
        return (spec.parameter.type,)
    if spec.property is not None:
        return tuple(dict.fromkeys(one.type for one in spec.relatives)) or (spec.property.type,)
    if spec.folded is not None:
        return (spec.folded,)
    assert operation.body is not None
    return tuple(body_type(content) for content in operation.body.contents)


def _notes(spec: ArgumentSpec) -> Notes:
    if spec.parameter is not None:
        return replace(spec.parameter.notes, examples=spec.parameter.told)
    if spec.property is not None:
        return spec.property.notes
    content = spec.content if spec.role is Role.BODY else None
    return Notes(examples=() if content is None else content.told)


def _description(spec: ArgumentSpec, body: Body | None, notes: Notes) -> Prose | None:
    if spec.role in (Role.REQUEST, Role.FOLDED):
        return _REQUEST_TEXT
    return prose(notes.description if body is None else body.description)


def _parameter(name: Code, given: Input) -> Code:
    """One parameter of a signature, laid out."""
    tail = "" if given.default is None else f" = {given.default}"
    return lay(framed(f"{name}: ", given.annotation, tail), _PARAMETERS, after=1)


def _returned(annotation: Doc, body: str = "") -> Code:
    """A return annotation for the line `) -> …:` of a method, with its `body`, broken as the formatter does."""
    before, after = len(") -> "), len(f":{body}")
    if isinstance(annotation, Group):
        return lay(annotation, 4, before=before, after=after)
    fits = 4 + before + len(annotation) + after <= WIDTH
    return common(annotation if fits else f"(\n        {annotation}\n    )")


def _passed_arguments(views: Sequence[Argument]) -> Group:
    """`{"session_id": session_id}`."""
    return mapping((string_literal(a.name), str(a.name)) for a in views)


def _usage(operation: Operation) -> UsageView | None:
    if operation.usage is None:
        return None
    return UsageView(prose(operation.usage.title), prose(operation.usage.description), operation.usage.position)
