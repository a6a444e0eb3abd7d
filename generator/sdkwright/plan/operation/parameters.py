"""How the parameters of an operation are written: the pieces of its path; the rows of query, headers and cookies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Operation, Parameter, Style
from sdkwright.ir.types import ConstType, Location, ScalarType, Type, leaf
from sdkwright.options.model import Brackets
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.layout import Doc, Group, call, keyword, mapping, tuple_of, unless_empty
from sdkwright.text.escape import header_token, string_literal, url_template

_ENCODERS = {
    (Location.PATH, Style.SIMPLE): ("simple_explode", "simple"),
    (Location.PATH, Style.LABEL): ("label_explode", "label"),
    (Location.PATH, Style.MATRIX): ("matrix_explode", "matrix"),
    (Location.QUERY, Style.FORM): ("form", "form_joined"),
    (Location.QUERY, Style.SPACE_DELIMITED): ("form", "space_delimited"),
    (Location.QUERY, Style.PIPE_DELIMITED): ("form", "pipe_delimited"),
    (Location.QUERY, Style.DEEP_OBJECT): ("deep_object", "deep_object"),
    (Location.HEADER, Style.SIMPLE): ("header_simple_explode", "header_simple"),
    (Location.COOKIE, Style.FORM): ("cookie_form", "cookie_form_joined"),
}
"""By location and style: the encoder with `explode` and the one without."""
_DEFAULT_ENCODERS = {
    Location.PATH: "simple",
    Location.QUERY: "form",
    Location.HEADER: "header_simple",
    Location.COOKIE: "cookie_form",
}
_CONTENT_ENCODERS = {
    Location.PATH: "path_json",
    Location.QUERY: "query_json",
    Location.HEADER: "header_json",
    Location.COOKIE: "cookie_json",
}
_CONSTRUCTORS = {Location.PATH: "Path", Location.QUERY: "Query", Location.HEADER: "Header", Location.COOKIE: "Cookie"}
_PLAIN_TEXT = frozenset({Scalar.STRING, Scalar.NULL})


def path_pieces(planner: Planner, operation: Operation, named: Mapping[str, str]) -> Group:
    """Literal pieces and parameters in turn."""
    parameters = {p.name: p for p in _sent(operation, Location.PATH)}
    items: list[Doc] = []
    for piece, name in split_path(operation.path, parameters):
        if piece:
            items.append(url_template(piece))
        if name is not None:
            items.append(_parameter(planner, parameters[name], named.get(parameters[name].id)))
    return tuple_of(items)


def parameter_rows(planner: Planner, operation: Operation, location: Location, named: Mapping[str, str]) -> Group:
    """The rows of all parameters of a location; `named` has the argument of each by its id."""
    return tuple_of(_parameter(planner, p, named.get(p.id)) for p in _sent(operation, location))


def _sent(operation: Operation, location: Location) -> Iterable[Parameter]:
    return (p for p in operation.parameters if p.location is location)


def _parameter(planner: Planner, parameter: Parameter, argument: str | None) -> Group:
    """One row; a hidden global has no argument."""
    encoder = _encoder(parameter)
    if planner.context.config.brackets is Brackets.EMPTY and _has_places(parameter):
        encoder = f"{encoder}_empty"
    is_default = encoder == _DEFAULT_ENCODERS[parameter.location] and not parameter.encodings
    in_header = parameter.location is Location.HEADER
    reserved = parameter.allow_reserved and parameter.location in (Location.PATH, Location.QUERY)
    return call(
        planner.op(_CONSTRUCTORS[parameter.location]),
        "None" if argument is None else string_literal(argument),
        header_token(parameter.name) if in_header else string_literal(parameter.name),
        None if is_default else _whole_form(planner, parameter) if parameter.encodings else planner.op(encoder),
        None if _is_text(parameter.type) else keyword("type", planner.thunk(parameter.type)),
        _global_name(planner, parameter),
        "allow_reserved=True" if reserved else None,
        "required=True" if parameter.required and parameter.location is not Location.PATH else None,
        _default(parameter),
    )


def _whole_form(planner: Planner, parameter: Parameter) -> Group:
    """`WholeForm({"a": form_joined})`: a query that is a form, its properties in their own styles."""
    styles: list[tuple[str, str]] = []
    has_empty = planner.context.config.brackets is Brackets.EMPTY
    for each in parameter.encodings:
        encoder = "query_json" if each.is_json else _ENCODERS[Location.QUERY, each.style][0 if each.explode else 1]
        if has_empty and not each.is_json:
            encoder = f"{encoder}_empty"
        styles.append((string_literal(each.property_name), planner.op(encoder)))
    reserved = tuple_of(string_literal(each.property_name) for each in parameter.encodings if each.allow_reserved)
    rest = f"rest={planner.op('form_empty')}" if has_empty else None
    return call(planner.op("WholeForm"), mapping(styles), unless_empty("reserved", reserved), rest)


def _default(parameter: Parameter) -> str | None:
    """The default of a required parameter, which the client sends; that of an optional one is the server's."""
    if not parameter.required or parameter.default is None or parameter.default.value is None:
        return None
    return f"default={string_literal(json.dumps(parameter.default.value))}"


def _encoder(parameter: Parameter) -> str:
    """The runtime's function for location, style and explode."""
    if parameter.is_whole and (parameter.media_type is not None or isinstance(leaf(parameter.type), ScalarType)):
        return "whole_text" if parameter.media_type is None else "whole_json"
    if parameter.media_type is not None:
        return _CONTENT_ENCODERS[parameter.location]
    exploded, joined = _ENCODERS.get((parameter.location, parameter.style), ("", ""))
    default = _DEFAULT_ENCODERS[parameter.location]
    chosen = (exploded if parameter.explode else joined) or default
    simple = isinstance(parameter.type, ScalarType)
    # For a scalar the exploded and the joined form are one; the shorter plan is rendered.
    return default if simple and chosen in (exploded, joined) and default in (exploded, joined) else chosen


def _has_places(parameter: Parameter) -> bool:
    """Whether a query parameter may hold objects in lists."""
    plain = isinstance(leaf(parameter.type), ScalarType | ConstType)
    return parameter.location is Location.QUERY and parameter.media_type is None and not plain


def _is_text(type: Type) -> bool:
    return isinstance(type, ScalarType) and type.scalar in _PLAIN_TEXT


def _global_name(planner: Planner, parameter: Parameter) -> str | None:
    """The key of the global that fills the parameter."""
    if not parameter.is_global:
        return None
    by_place = {(p.location, p.name): p.id for p in planner.context.api.globals}
    id = by_place.get((parameter.location, parameter.name), parameter.id)
    return f"global_name={string_literal(planner.context.names.globals[id])}"


def split_path(path: str, names: Iterable[str]) -> list[tuple[str, str | None]]:
    """Pairs of literal text and the parameter that follows it."""
    known = sorted(names, key=len, reverse=True)
    pieces: list[tuple[str, str | None]] = []
    end = 0
    while found := [(at, name) for name in known if (at := path.find(f"{{{name}}}", end)) >= 0]:
        at, name = min(found, key=lambda one: one[0])
        pieces.append((path[end:at], name))
        end = at + len(name) + 2
    return [*pieces, (path[end:], None)]
