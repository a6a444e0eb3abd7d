"""What the options for `pyproject.toml` may be, by the standards of packaging: versions, licences, requirements.

Each part of `packaging` is imported by who asks it: together they take as long as reading a small document.
"""

from __future__ import annotations

import re

from sdkwright.openapi.data import Json, kind_of
from sdkwright.options.checks import BadValueError, pairs, text, texts
from sdkwright.problems import shown
from sdkwright.text import reserved


def release(value: Json) -> str:
    """A version of PEP 440 in its normal form (`1.2.0-beta.1` is 1.2.0b1), without a local part: no index takes one."""
    from packaging.version import InvalidVersion, Version

    found = text(value)
    try:
        version = Version(found)
    except InvalidVersion:
        version = None
    if version is None or version.local is not None:
        raise BadValueError(f"a version such as 1.2.0, 1.2.0rc1 or 1.2.0-rc.1, not {shown(found)}")
    return str(version)


def import_package(value: Json) -> str:
    """An import package, which may stand in others (`acme.client`): those outside are namespaces (PEP 420)."""
    found = text(value)
    parts = found.split(".")
    if not all(_MODULE.fullmatch(part) for part in parts):
        raise BadValueError(f"a name of letters, digits and underscores, or such names with dots, not {shown(found)}")
    taken = next((part for part in parts if part in reserved.KEYWORDS), None)
    if taken is not None:
        raise BadValueError(f"a name that can be imported; {shown(taken)} is a word of the language")
    device = next((part for part in parts if part.lower() in reserved.WINDOWS_FILES), None)
    if device is not None:
        raise BadValueError(f"a name that a folder can have; {shown(device)} is a device on Windows")
    if parts[0] in reserved.IMPORT_PACKAGES:
        raise BadValueError(f"a name that hides nothing; {shown(parts[0])} is a module that is there already")
    return found


def people(value: Json) -> tuple[str, ...]:
    """A list of names; also one name, and mappings {name, email}."""
    listed = value if isinstance(value, list) else [value]
    return tuple(text(one.get("name") if isinstance(one, dict) else one) for one in listed)


def license_name(value: Json) -> str | None:
    """The licence: text, or the short name of a mapping {name, shortName, url}, which newer files have.

    An SPDX expression (PEP 639) gets its normal form; a mapping without any name says nothing.
    """
    named = (value.get("shortName") or value.get("name")) if isinstance(value, dict) else value
    if isinstance(value, dict) and not named:
        return None
    found = text(named)
    return _expression(found) or found


def is_expression(license_text: str) -> bool:
    """Whether build tools take the text as `license`: only an SPDX expression, and no name such as "MIT License"."""
    return _expression(license_text) is not None


def _expression(license_text: str) -> str | None:
    """The normal form of an SPDX expression; None for what is none."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        return str(canonicalize_license_expression(license_text))
    except InvalidLicenseExpression:
        return None


def unknown_license(checked: object) -> str | None:
    """What a warning says of a licence that is no SPDX expression."""
    if checked is None or is_expression(str(checked)):
        return None
    return f"{shown(checked)} is no SPDX expression; the metadata have it as free text"


_MODULE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_NAME = r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?"
_EXTRA = re.compile(_NAME)
_DISTRIBUTION = re.compile(rf"{_NAME}(\[{_NAME}(, ?{_NAME})*\])?")
_CLAUSE = r"(==|!=|~=|<=?|>=?) ?[0-9][0-9A-Za-z.+!*-]*"
_RANGE = re.compile(rf"\*?|[\^~]?[0-9][0-9A-Za-z.+!-]*|{_CLAUSE}(, ?{_CLAUSE})*")
_PARTS = frozenset({"version", "extras", "markers"})


def requirements(value: Json) -> tuple[tuple[str, str], ...]:
    """A mapping of distributions, with extras or without (`boto3[crt]`), to version ranges as pip (`>=2,<3`) or poetry
    (`^2.1`) write them, with a marker behind a semicolon or without.  Poetry's mapping of the parts is read, too."""
    if isinstance(value, dict):
        value = dict(_whole(name, item) if isinstance(item, dict) else (name, item) for name, item in value.items())
    found = pairs(value)
    for name, wanted in found:
        versions, _, marker = wanted.partition(";")
        if not _DISTRIBUTION.fullmatch(name):
            raise BadValueError(f"a mapping of distributions to versions; {shown(name)} is no name of one")
        if not _RANGE.fullmatch(versions.strip()):
            raise BadValueError(f"a mapping of distributions to versions; {shown(versions)} is no range of versions")
        if marker:
            _check_marker(marker)
    return found


def _whole(name: str, parts: dict[str, Json]) -> tuple[str, Json]:
    """A requirement in parts as one that is written at once."""
    other = next((key for key in parts if key not in _PARTS), None)
    if other is not None:
        raise BadValueError(f"a mapping of distributions to versions; {shown(other)} is no part of one")
    extras = texts(parts["extras"]) if "extras" in parts else ()
    versions = text(parts.get("version", "*"))
    marker = f"; {text(parts['markers'])}" if "markers" in parts else ""
    return f"{name}[{','.join(extras)}]" if extras else name, versions + marker


def _check_marker(marker: str) -> None:
    from packaging.markers import InvalidMarker, Marker

    try:
        Marker(marker)
    except InvalidMarker as error:
        raise BadValueError(f"a mapping of distributions to versions; {shown(marker)} is no marker") from error


def groups(value: Json) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """A mapping of the names of extras to what each requires."""
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise BadValueError(f"a mapping of extras, not {kind_of(value)}")
    for name in value:
        if not _EXTRA.fullmatch(name):
            raise BadValueError(f"a mapping of extras; {shown(name)} is no name of one")
    return tuple((name, requirements(item)) for name, item in value.items())
