"""What an operation has and the client, too: retries, security and servers."""

from __future__ import annotations

from functools import lru_cache

from sdkwright.ir.service import RetryPolicy, SecurityAlternatives, Server
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.layout import Doc, Group, call, keyword, tuple_of, unless_empty
from sdkwright.text.escape import string_literal


def retries_expression(planner: Planner, policy: RetryPolicy) -> Group:
    """`x-speakeasy-retries`."""
    return call(
        planner.configuration("Retries"),
        f"initial_interval={policy.initial_interval_ms}",
        f"max_interval={policy.max_interval_ms}",
        f"exponent={policy.exponent!r}",
        f"max_elapsed_time={policy.max_elapsed_time_ms}",
        keyword("status_codes", tuple_of(string_literal(code) for code in policy.status_codes)),
        "retry_connection_errors=True" if policy.retry_connection_errors else None,
        None if policy.max_retries is None else f"max_retries={policy.max_retries}",
    )


def security_expression(planner: Planner, alternatives: SecurityAlternatives) -> Group:
    """OR of ANDs."""
    return _security(planner.configuration("SecurityUse") if any(alternatives) else "", alternatives)


@lru_cache(maxsize=256)
def _security(maker: str, alternatives: SecurityAlternatives) -> Group:
    """Most operations ask for the same."""
    return tuple_of(
        tuple_of(call(maker, string_literal(use.scheme), _scopes(use.scopes)) for use in alternative)
        for alternative in alternatives
    )


def _scopes(scopes: tuple[str, ...]) -> Doc | None:
    return tuple_of(string_literal(scope) for scope in scopes) if scopes else None


def server_expression(planner: Planner, server: Server) -> Group:
    """One server; the constructor argument of a variable is found by its name."""
    rows = tuple_of(
        call(
            planner.configuration("ServerVariable"),
            string_literal(v.name),
            string_literal(v.default),
            tuple_of(string_literal(value) for value in v.enum) if v.enum else None,
            _variable_argument(planner, v.name),
        )
        for v in server.variables
    )
    identity = None if server.server_id is None else f"server_id={string_literal(server.server_id)}"
    return call(planner.configuration("Server"), string_literal(server.url), unless_empty("variables", rows), identity)


def _variable_argument(planner: Planner, name: str) -> str | None:
    argument = planner.context.names.server_variables.get(name)
    return None if argument is None else f"argument={string_literal(argument)}"
