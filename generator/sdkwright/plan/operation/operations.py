"""The runtime's plan of one operation, as an expression: parameters, body, answers, everything chosen now."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.ir.arguments import ArgumentSpec
from sdkwright.ir.service import Operation
from sdkwright.ir.types import Location, ObjectDef, RefType
from sdkwright.options.model import ResponseFormat
from sdkwright.plan.models.envelopes import metadata_folder, result_field
from sdkwright.plan.operation.bodies import body_expression
from sdkwright.plan.operation.paging import paging_expression
from sdkwright.plan.operation.parameters import parameter_rows, path_pieces
from sdkwright.plan.operation.policies import retries_expression, security_expression, server_expression
from sdkwright.plan.operation.responses import response_rows, result_required
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.layout import Doc, Group, call, keyword, tuple_of, unless_empty
from sdkwright.text.escape import header_token, string_literal


def operation_expression(planner: Planner, operation: Operation, specs: Sequence[ArgumentSpec]) -> Group:
    """The call that makes the plan of `operation`."""
    context = planner.context
    named = {s.parameter.id: planner.argument(operation, s.key) for s in specs if s.parameter is not None}
    return call(
        planner.op("Operation"),
        keyword("id", string_literal(operation.operation_id or operation.id)),
        keyword("method", string_literal(operation.http_method)),
        keyword("path", path_pieces(planner, operation, named)),
        unless_empty("query", parameter_rows(planner, operation, Location.QUERY, named)),
        unless_empty("headers", parameter_rows(planner, operation, Location.HEADER, named)),
        unless_empty("cookies", parameter_rows(planner, operation, Location.COOKIE, named)),
        None if operation.body is None else keyword("body", body_expression(planner, operation, operation.body, specs)),
        unless_empty("responses", tuple_of(response_rows(planner, operation))),
        None if operation.retries is None else keyword("retries", retries_expression(planner, operation.retries)),
        None if operation.timeout_ms is None else f"timeout_ms={operation.timeout_ms}",
        None if operation.security is None else keyword("security", security_expression(planner, operation.security)),
        unless_empty("servers", tuple_of(server_expression(planner, s) for s in operation.servers)),
        paging_expression(planner, operation, specs),
        "result_required=True" if result_required(context, operation) else None,
        _idempotency(operation),
        _envelope(planner, operation),
    )


def _envelope(planner: Planner, operation: Operation) -> Doc | None:
    """The object in which the result is returned."""
    context = planner.context
    if operation.result_type is None:
        return None
    definition = context.definition(operation.result_type)
    if not isinstance(definition, ObjectDef) or not definition.is_envelope:
        return None
    rows = [
        tuple_of(
            map(string_literal, (answer.status, content.media_type, context.names.fields[definition.id, one.name]))
        )
        for answer in operation.responses
        if answer.is_success
        for content in answer.contents
        if (one := result_field(definition, content)) is not None
    ]
    made = call(
        planner.op("Envelope"),
        planner.thunk(RefType(definition.id)),
        unless_empty("fields", tuple_of(rows)),
        "http_meta=True" if metadata_folder(context) is not None else None,
        "headers=True" if context.config.response_format is ResponseFormat.FLAT else None,
    )
    return keyword("envelope", made)


def _idempotency(operation: Operation) -> str | None:
    """The header that is generated once per call."""
    if operation.idempotency_header is None:
        return None
    return f"idempotency_header={header_token(operation.idempotency_header)}"
