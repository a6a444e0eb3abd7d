"""Every `x-…` extension is read here and nowhere else.  Extensions choose no code: they name, hide, group and tune.

An extension that is not in this folder is ignored.  `x-speakeasy-extension-rewrite` at the root of the document maps
the names that are known here to the names that the document uses instead.  Those of other generators stand in `others`:
one that says the same counts where ours is not there, the rest is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from sdkwright.frozen import Frozen
from sdkwright.ir.service import RetryPolicy, UsageExample
from sdkwright.ir.types import Deprecation, Json
from sdkwright.normalise.extensions.marked import marks, paging, purpose
from sdkwright.normalise.extensions.others import PREFIXES, counterpart, unread
from sdkwright.normalise.name_patterns import NamePattern, name_pattern
from sdkwright.normalise.nodes import Node, label, mapping, sequence, text, whole
from sdkwright.normalise.report import Report
from sdkwright.openapi.data import is_number
from sdkwright.openapi.pointer import join
from sdkwright.problems import shown
from sdkwright.problems.codes.service import BAD_EXTENSION, INTERNAL_OPERATION, UNREAD_EXTENSION

_PREFIX = "x-speakeasy-"
_INTERNAL = "x-internal"
_OF_ENUMS = "x-enum-"
_LANGUAGE = "python"
_OFF = RetryPolicy(0, 0, 1.0, 0, (), retry_connection_errors=False)


class Named(StrEnum):
    """What a name is for, as far as extensions tell it apart; values end the keys of the table of `others`."""

    CLASS = ""
    OPERATION = " of an operation"
    PARAMETER = " of a parameter"
    PROPERTY = " of a property"


class ErrorStatuses(Frozen):
    """`x-speakeasy-errors`: which statuses are errors, beside the usual ones or instead of them."""

    statuses: tuple[str, ...] = ()
    replace: bool = False


class _Keys(dict[str, str]):
    """The keys of the extensions by their names: prefixed, or what the document has in place of that."""

    def __init__(self, rewritten: Mapping[str, str]) -> None:
        super().__init__()
        self._rewritten = rewritten

    def __missing__(self, name: str) -> str:
        full = _PREFIX + name
        key = self[name] = self._rewritten.get(full, full)
        return key


class Features:
    """Reads extensions of nodes of one document."""

    def __init__(self, root: Json, report: Report, *, others: bool = False, internal: bool | None = False) -> None:
        """`others`: extensions of other generators count, too; `internal`: `x-internal` leaves out what has it (None:
        nobody has said)."""
        self._report = report
        self.others = others
        self._internal = internal
        self._root = mapping(root)
        self._plain: set[str] = set()
        """Keys that were met and are not read here: a few hundred keywords."""
        rewrite = mapping(self._root.get(_PREFIX + "extension-rewrite"))
        named = {key: value for key, value in rewrite.items() if isinstance(value, str) and value.startswith("x-")}
        self._keys = _Keys(named)
        self._read = (_PREFIX, _INTERNAL, _OF_ENUMS, *(PREFIXES if others else ()))
        self._rewritten = frozenset(named.values())

    def are_silent(self, node: Node) -> bool:
        """Whether no key of a node is read here, as nearly always: each question here has the usual answer then."""
        if self._plain.issuperset(node):
            return True
        plain = [key for key in node if not key.startswith(self._read) and key not in self._rewritten]
        self._plain.update(plain)
        return len(plain) == len(node)

    def _get(self, node: Node, name: str, place: str = "") -> Json:
        """The value of `x-speakeasy-<name>`, or what others say in its stead of a node used as `place` says."""
        own = node.get(self._keys[name])
        return counterpart(node, name + place) if own is None and self.others else own

    def _also(self, node: Node, name: str) -> Json:
        """What only other generators have an extension for."""
        return counterpart(node, name) if self.others else None

    def tell_unread(self) -> None:
        """Warns of what other generators would read and this one does not."""
        for at, name, value in unread(self._root) if self.others else ():
            self._report.warn(UNREAD_EXTENSION, f"`{name}` is {shown(value)}, which is not read here", join(at, name))

    def _odd(self, name: str, value: Json, expected: str, at: str) -> None:
        self._report.skipped(
            "keyword",
            BAD_EXTENSION,
            f"`{_PREFIX}{name}` is {shown(value)}, which is not {expected}; it has no effect",
            f"{at}/{self._keys[name]}",
            remedy=f"Write {expected}, or remove it.",
        )

    # ------------------------------------------------------------------------------------------------ names, groups

    def ignored(self, node: Node) -> str | None:
        """`x-speakeasy-ignore`, or `x-internal` where the options leave out what is internal: which one, if any."""
        if self._get(node, "ignore") is True:
            return _PREFIX + "ignore"
        return _INTERNAL if self._internal and node.get(_INTERNAL) is True else None

    def tell_internal(self, nodes: Mapping[str, Node]) -> None:
        """Warns of the operations that other tools would leave out, unless the options say what becomes of them."""
        marked = [at for at, node in nodes.items() if node.get(_INTERNAL) is True] if self._internal is None else []
        if marked:
            message = f"Generated all the same: what says `x-internal: true` ({len(marked)} in all)"
            self._report.warn(INTERNAL_OPERATION, message, join(marked[0], _INTERNAL))

    def included(self, node: Node) -> bool:
        """`x-speakeasy-include`: a component is generated although nothing refers to it."""
        return self._get(node, "include") is True

    def name_override(self, node: Node, of: Named = Named.CLASS) -> str | None:
        """`x-speakeasy-name-override` of an operation, parameter, schema or property; `of` is what gets the name."""
        return label(self._get(node, "name-override", of))

    def other_name(self, node: Node, of: Named) -> str | None:
        """The same of a node that ours names in another way: the class of a property, the argument of a schema."""
        return label(self._also(node, "name-override" + of))

    def name_patterns(self) -> tuple[NamePattern, ...]:
        """`x-speakeasy-name-override` at the root: patterns of operation ids and the method names to use."""
        found: list[NamePattern] = []
        for index, entry in enumerate(sequence(self._get(self._root, "name-override"))):
            pattern, name = (text(mapping(entry).get(key)) for key in ("operationId", "methodNameOverride"))
            made = name_pattern(pattern, name) if pattern is not None and name else None
            if made is not None:
                found.append(made)
            else:
                self._odd("name-override", entry, "a simple pattern and a name", f"#/{_PREFIX}name-override/{index}")
        return tuple(found)

    def groups(self, node: Node) -> tuple[tuple[str, ...], ...] | None:
        """`x-speakeasy-group`, split at its dots; None where it is not given."""
        group = self._get(node, "group")
        if group is None:
            return None
        names = [group] if isinstance(group, str) else [name for name in sequence(group) if isinstance(name, str)]
        return tuple(tuple(piece for piece in name.split(".") if piece) for name in names) or None

    def namespace(self, node: Node) -> str | None:
        """`x-speakeasy-model-namespace`."""
        return label(self._get(node, "model-namespace"))

    # ------------------------------------------------------------------------------------------------------- schemas

    def type_override(self, node: Node) -> bool:
        """`x-speakeasy-type-override: any`: the schema is not looked at.  No other type can be named."""
        value = self._get(node, "type-override")
        return isinstance(value, str) and value.lower() == "any"

    def enum_names(self, node: Node, values: Sequence[Json]) -> tuple[str | None, ...]:
        """`x-speakeasy-enums` or `x-enum-varnames`: a name for each value, as a list or by value."""
        return _per_value(self._get(node, "enums") or node.get("x-enum-varnames"), values)

    def enum_descriptions(self, node: Node, values: Sequence[Json]) -> tuple[str | None, ...]:
        """`x-speakeasy-enum-descriptions` or `x-enum-descriptions`: a text for each value."""
        return _per_value(self._get(node, "enum-descriptions") or node.get("x-enum-descriptions"), values)

    def closed(self, node: Node) -> bool:
        """`x-speakeasy-unknown-values: disallow`."""
        return self._get(node, "unknown-values") == "disallow"

    def is_error_message(self, node: Node) -> bool:
        """`x-speakeasy-error-message`: this property of an error holds the message."""
        return self._get(node, "error-message") is True

    def constant(self, node: Node) -> bool:
        """Whether an enum of one value is a constant."""
        return self._also(node, "const") is True

    # --------------------------------------------------------------------------------------------------------- texts

    def deprecation(self, node: Node) -> Deprecation | None:
        """`deprecated`, with `x-speakeasy-deprecation-message` and `-replacement` (which also mark it)."""
        message, replacement = self._get(node, "deprecation-message"), self._get(node, "deprecation-replacement")
        if message is not None or replacement is not None:
            message, replacement = label(message), label(replacement)
        if node.get("deprecated") is True or message or replacement or self._also(node, "deprecated"):
            return Deprecation(message, replacement)
        return None

    def doc_text(self, node: Node, key: str) -> str | None:
        """A `summary` or `description`; `x-speakeasy-docs` may have another one for this language."""
        written = self._get(node, "docs")
        docs = {} if written is None else mapping(mapping(written).get(_LANGUAGE))
        return text(docs.get(key)) if key in docs else text(node.get(key))

    def examples(self, node: Node) -> tuple[Json, ...]:
        """`x-speakeasy-example`, which goes before `example`."""
        value = self._get(node, "example")
        return () if value is None else (value,)

    def usage(self, node: Node) -> UsageExample | None:
        """`x-speakeasy-usage-example`: true, or a mapping with title, description and position."""
        value = self._get(node, "usage-example")
        if value is None or value is False:
            return None
        given = mapping(value)
        return UsageExample(text(given.get("title")), text(given.get("description")), whole(given.get("position")))

    # ---------------------------------------------------------------------------------------------------- operations

    def retries(self, node: Node, at: str) -> RetryPolicy | None:
        """`x-speakeasy-retries`, times in milliseconds; strategy `none` switches the document's off."""
        value = self._get(node, "retries")
        if value is None:
            return None
        given = mapping(value)
        if given.get("strategy") == "none":
            return _OFF
        counted = given.get("strategy") == "attempt-count-backoff"
        if given.get("strategy") != "backoff" and not counted:
            self._odd("retries", value, "a mapping with the strategy backoff, attempt-count-backoff or none", at)
            return None
        backoff = mapping(given.get("backoff"))
        most = whole(given.get("maxRetries", backoff.get("maxRetries"))) if counted else None
        codes = given.get("statusCodes")
        return RetryPolicy(
            initial_interval_ms=_time(backoff.get("initialInterval"), 500),
            max_interval_ms=_time(backoff.get("maxInterval"), 60_000),
            exponent=_positive(backoff.get("exponent"), 1.5),
            max_elapsed_time_ms=_time(backoff.get("maxElapsedTime"), 3_600_000),
            max_retries=(3 if most is None or most < 0 else most) if counted else None,
            status_codes=_statuses(codes) if codes is not None else ("429", "500", "502", "503", "504"),
            retry_connection_errors=given.get("retryConnectionErrors") is True,
        )

    def timeout(self, node: Node, at: str) -> int | None:
        """`x-speakeasy-timeout` in milliseconds."""
        return self._count(node, "timeout", at)

    def max_method_params(self, node: Node, at: str) -> int | None:
        """`x-speakeasy-max-method-params`, of an operation or of the document."""
        return self._count(node, "max-method-params", at)

    def _count(self, node: Node, name: str, at: str) -> int | None:
        value = self._get(node, name)
        number = whole(value)
        if value is not None and (number is None or number < 0):
            self._odd(name, value, "a whole number", at)
            return None
        return number

    def errors(self, node: Node, at: str) -> ErrorStatuses | None:
        """`x-speakeasy-errors` of an operation, a path item or the document."""
        value = self._get(node, "errors")
        if value is None:
            return None
        if not isinstance(value, dict):
            self._odd("errors", value, "a mapping with statusCodes", at)
            return None
        return ErrorStatuses(_statuses(value.get("statusCodes")), value.get("override") is True)

    def pagination(self, node: Node) -> Json:
        """`x-speakeasy-pagination` as it was written; `paging` makes sense of it."""
        return self._get(node, "pagination")

    def marked_paging(self, parameters: Iterable[Node], answer: Node, there: Callable[[Json], Node]) -> Json:
        """The same, where parts of a request and of an answer are marked instead; None for nothing."""
        if not self.others:
            return None
        asked = {purpose(one) or purpose(mapping(one.get("schema"))): text(one.get("name")) for one in parameters}
        request = {role: name for role, name in asked.items() if role is not None and name is not None}
        whole = [there(one) for one in sequence(answer.get("allOf"))]
        found = {role: path for one in (answer, *whole) for role, path in marks(one.get("properties"), there)}
        return paging(request, found)

    def sentinel(self, *nodes: Node) -> str | None:
        """`x-speakeasy-sse-sentinel` of a media type or of its schema."""
        return next((found for node in nodes if (found := text(self._get(node, "sse-sentinel")))), None)

    def server_id(self, node: Node) -> str | None:
        """`x-speakeasy-server-id`."""
        return label(self._get(node, "server-id"))

    def security_example(self, node: Node) -> str | None:
        """`x-speakeasy-example` of a security scheme."""
        return text(self._get(node, "example"))

    def globals(self) -> tuple[str, list[Json]]:
        """`x-speakeasy-globals`: the pointer of its parameters, and they."""
        key = self._keys["globals"]
        return f"#/{key}/parameters", sequence(mapping(self._root.get(key)).get("parameters"))

    def hidden(self, node: Node) -> bool:
        """`x-speakeasy-globals-hidden`."""
        return self._get(node, "globals-hidden") is True


def _per_value(given: Json, values: Sequence[Json]) -> tuple[str | None, ...]:
    if given is None:
        return (None,) * len(values)
    if isinstance(given, dict):
        return tuple(label(given.get(value if isinstance(value, str) else str(value))) for value in values)
    listed = sequence(given)
    return tuple(label(listed[index]) if index < len(listed) else None for index in range(len(values)))


def _statuses(value: Json) -> tuple[str, ...]:
    return tuple(
        str(code).upper() for code in sequence(value) if isinstance(code, str | int) and not isinstance(code, bool)
    )


def _time(value: Json, default: int) -> int:
    number = whole(value)
    return default if number is None or number < 0 else number


def _positive(value: Json, default: float) -> float:
    if is_number(value) and 0 < value < 1000:
        return float(value)
    return default
