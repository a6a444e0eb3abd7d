"""What can change in a surface, and what of it breaks callers: the one table.

The directions decide: a caller breaks when less may be given than before, and when an answer can be more than before.
`docs/breaking-changes.md` is made of this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from sdkwright.frozen import Frozen


class Weight(StrEnum):
    """What a change means to callers."""

    BREAKING = "breaking"
    DEPRECATED = "deprecated"
    ADDED = "added"
    CHANGED = "changed"
    """Everything else."""


class Shows(StrEnum):
    """Where a caller meets a change that breaks it."""

    STATIC = "static"
    """A type checker refuses the old caller."""
    RUNTIME = "runtime"
    """The old caller runs otherwise."""


class Rule(Frozen):
    """One kind of change."""

    code: str
    what: str
    """A sentence without its full stop."""
    why: str
    """What it means to callers."""
    weight: Weight
    shows: Shows | None = None
    """None for what breaks nobody."""

    @property
    def verb(self) -> str:
        """What happened, in the word of release notes."""
        if self.weight in (Weight.ADDED, Weight.DEPRECATED):
            return self.weight.value.capitalize()
        words = self.code.split("-")
        if self.code in (OPERATION_REMOVED.code, CLASS_REMOVED.code):
            return "Deleted"
        if words[-1] == "removed" and words[-2] in ("argument", "member", "value", "choice", "error", "response"):
            return "Removed"
        added = words[1] == "added" or words[1:3] == ["member", "added"]
        return "Added" if added and self.code != SECURITY_ADDED.code else "Changed"


_TABLE: dict[str, Rule] = {}
RULES: Final[Mapping[str, Rule]] = _TABLE
"""Every rule by its code, in the order of this file."""


def _listed(rule: Rule) -> Rule:
    _TABLE[rule.code] = rule
    return rule


def _breaking(code: str, what: str, why: str, shows: Shows = Shows.STATIC) -> Rule:
    return _listed(Rule(code, what, why, Weight.BREAKING, shows))


def _added(code: str, what: str, why: str = "Nobody can use it yet.") -> Rule:
    return _listed(Rule(code, what, why, Weight.ADDED))


def _deprecated(code: str, what: str, why: str = "It works as before; type checkers say what to use instead.") -> Rule:
    return _listed(Rule(code, what, why, Weight.DEPRECATED))


def _changed(code: str, what: str, why: str) -> Rule:
    return _listed(Rule(code, what, why, Weight.CHANGED))


_GONE = "Whoever names it fails."
_NOT_GIVEN = "Callers do not give it."
_MORE = "What callers give is taken as before."
_LESS = "What callers give may be refused."
_SURER = "What callers read is still there."
_UNSURE = "Callers read what need not be there."

OPERATION_REMOVED: Final = _breaking("operation-removed", "A method is gone", _GONE)
OPERATION_ADDED: Final = _added("operation-added", "There is a new method")
OPERATION_RENAMED: Final = _deprecated("operation-renamed", "A method has another name, and the old one works still")
OPERATION_DEPRECATED: Final = _deprecated("operation-deprecated", "A method is deprecated")
OPERATION_RESTORED: Final = _changed("operation-restored", "A method is no longer deprecated", "Nothing breaks.")
OPERATION_MOVED: Final = _changed(
    "operation-moved", "A method sends another HTTP method or path", "Callers see nothing of it."
)

ARGUMENT_REMOVED: Final = _breaking("argument-removed", "An argument is gone", _GONE)
ARGUMENT_ADDED: Final = _added("argument-added", "There is a new argument that can be left out")
ARGUMENT_ADDED_REQUIRED: Final = _breaking("argument-added-required", "There is a new required argument", _NOT_GIVEN)
ARGUMENT_REQUIRED: Final = _breaking("argument-required", "An argument can no longer be left out", _NOT_GIVEN)
ARGUMENT_OPTIONAL: Final = _changed("argument-optional", "An argument can be left out now", _MORE)
ARGUMENT_RENAMED: Final = _deprecated("argument-renamed", "An argument has another name, and the old one works still")
ARGUMENT_DEPRECATED: Final = _deprecated("argument-deprecated", "An argument is deprecated")
ARGUMENT_DEFAULT: Final = _changed(
    "argument-default", "Another value stands for an argument that is left out", "The server may do something else."
)
ARGUMENT_MOVED: Final = _changed(
    "argument-moved", "An argument goes to another place or name on the wire", "Callers see nothing of it."
)

REQUEST_MEMBER_REMOVED: Final = _breaking("request-member-removed", "A member of what is sent is gone", _GONE)
REQUEST_MEMBER_ADDED: Final = _added("request-member-added", "What is sent has a new member that can be left out")
REQUEST_MEMBER_ADDED_REQUIRED: Final = _breaking(
    "request-member-added-required", "What is sent has a new required member", _NOT_GIVEN
)
REQUEST_MEMBER_REQUIRED: Final = _breaking(
    "request-member-required", "A member of what is sent can no longer be left out", _NOT_GIVEN
)
REQUEST_MEMBER_OPTIONAL: Final = _changed(
    "request-member-optional", "A member of what is sent can be left out now", _MORE
)
REQUEST_MEMBER_RENAMED: Final = _deprecated(
    "request-member-renamed", "A member of what is sent has another name, and the old one works still"
)
REQUEST_MEMBER_DEPRECATED: Final = _deprecated("request-member-deprecated", "A member of what is sent is deprecated")
REQUEST_NULL_REFUSED: Final = _breaking("request-null-refused", "Null may no longer be sent", _LESS)
REQUEST_NULL_ALLOWED: Final = _changed("request-null-allowed", "Null may be sent", _MORE)
REQUEST_NARROWED: Final = _breaking("request-narrowed", "Less may be sent", _LESS)
REQUEST_WIDENED: Final = _changed("request-widened", "More may be sent", _MORE)
REQUEST_CHANGED: Final = _breaking("request-changed", "Something else is to be sent", _LESS)
REQUEST_VALUE_REMOVED: Final = _breaking("request-value-removed", "A value may no longer be sent", _LESS)
REQUEST_VALUE_ADDED: Final = _added("request-value-added", "A new value may be sent")
REQUEST_CHOICE_REMOVED: Final = _breaking("request-choice-removed", "A choice may no longer be sent", _LESS)
REQUEST_CHOICE_ADDED: Final = _added("request-choice-added", "A new choice may be sent")

RESPONSE_REMOVED: Final = _breaking("response-removed", "A method returns nothing any more", _GONE)
RESPONSE_ADDED: Final = _added("response-added", "A method that returned nothing returns something")
RESPONSE_MEMBER_REMOVED: Final = _breaking("response-member-removed", "A member of an answer is gone", _GONE)
RESPONSE_MEMBER_ADDED: Final = _added("response-member-added", "An answer has a new member")
RESPONSE_MEMBER_OPTIONAL: Final = _breaking("response-member-optional", "A member of an answer may be missing", _UNSURE)
RESPONSE_MEMBER_REQUIRED: Final = _changed(
    "response-member-required", "A member of an answer is always there now", _SURER
)
RESPONSE_MEMBER_RENAMED: Final = _deprecated(
    "response-member-renamed", "A member of an answer has another name, and the old one works still"
)
RESPONSE_MEMBER_DEPRECATED: Final = _deprecated("response-member-deprecated", "A member of an answer is deprecated")
RESPONSE_NULL_ADDED: Final = _breaking("response-null-added", "An answer may have null", _UNSURE)
RESPONSE_NULL_REMOVED: Final = _changed("response-null-removed", "An answer no longer has null", _SURER)
RESPONSE_WIDENED: Final = _breaking("response-widened", "An answer can be more", _UNSURE)
RESPONSE_NARROWED: Final = _changed("response-narrowed", "An answer can be less", _SURER)
RESPONSE_CHANGED: Final = _breaking("response-changed", "An answer is something else", _GONE)
RESPONSE_VALUE_ADDED: Final = _added(
    "response-value-added", "An answer has a new value, where others are kept", "Callers know that others may come."
)
RESPONSE_VALUE_ADDED_CLOSED: Final = _breaking(
    "response-value-added-closed", "An answer has a new value, where no other was to be expected", _UNSURE
)
RESPONSE_VALUE_REMOVED: Final = _breaking("response-value-removed", "A value of an answer is gone", _GONE)
RESPONSE_CHOICE_ADDED: Final = _added(
    "response-choice-added", "An answer has a new choice, told by its tag", "Callers know that other tags may come."
)
RESPONSE_CHOICE_ADDED_UNTAGGED: Final = _breaking(
    "response-choice-added-untagged", "An answer has a new choice that no tag tells", _UNSURE
)
RESPONSE_CHOICE_REMOVED: Final = _changed("response-choice-removed", "An answer has one choice less", _SURER)

ERROR_REMOVED: Final = _breaking(
    "error-removed", "A status has no error class of its own any more", "Nobody catches it.", Shows.RUNTIME
)
ERROR_ADDED: Final = _added(
    "error-added", "A status has an error class of its own", "The class of all errors catches it as before."
)
ERROR_CHANGED: Final = _breaking(
    "error-changed", "A status has another error class", "Whoever catches the old one does not.", Shows.RUNTIME
)

CLASS_REMOVED: Final = _breaking("class-removed", "A class is gone", _GONE)
CLASS_ADDED: Final = _added("class-added", "There is a new class")
CLASS_RENAMED: Final = _deprecated("class-renamed", "A class has another name, and the old one works still")
CLASS_DEPRECATED: Final = _deprecated("class-deprecated", "A class is deprecated")
CLASS_MOVED: Final = _breaking("class-moved", "A class is found in another package", _GONE)
CLASS_CHANGED: Final = _breaking("class-changed", "A class is of another kind: object, enum or choice", _GONE)
CLASS_UNUSED: Final = _changed(
    "class-unused",
    "A class that no method takes or gives before and now has changed",
    "Only programs that make it themselves see it.",
)
VALUE_RENAMED: Final = _breaking("value-renamed", "A value of an enum has another name", _GONE)
VALUE_RENAMED_KEPT: Final = _deprecated(
    "value-renamed-kept", "A value of an enum has another name, and the old one works still"
)

SECURITY_ADDED: Final = _breaking(
    "security-added", "A method wants credentials that it did not want", "Calls without them fail.", Shows.RUNTIME
)
SECURITY_REMOVED: Final = _changed("security-removed", "A method can do with less credentials", _MORE)
SERVER_REMOVED: Final = _breaking("server-removed", "A server is gone", "Whoever chooses it fails.", Shows.RUNTIME)
SERVER_ADDED: Final = _added("server-added", "There is a new server")
SERVER_CHANGED: Final = _changed("server-changed", "A server has another URL", "Calls go there.")
PACKAGE_RENAMED: Final = _breaking(
    "package-renamed", "The distribution has another name", "Upgrades do not find it.", Shows.RUNTIME
)
MODULE_RENAMED: Final = _breaking("module-renamed", "The import package has another name", _GONE)
CLIENT_RENAMED: Final = _breaking("client-renamed", "The class of the client has another name", _GONE)
CLIENT_RENAMED_KEPT: Final = _deprecated(
    "client-renamed-kept", "The class of the client has another name, and the old one works still"
)
ASYNC_METHODS_MOVED: Final = _breaking(
    "async-methods-moved", "Async methods have other names, in another class of the client", _GONE
)
