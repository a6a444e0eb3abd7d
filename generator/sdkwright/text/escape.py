"""The only doors from text of a document to code: one function per place, each making its text safe by escaping.

Escaped, not deleted: evaluating what `literal` returns gives back the value whole.  What counts as printable is read
from the Unicode 3.2 tables that every Python carries, so the same text is escaped in the same way by every interpreter.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import cast

from sdkwright.problems import shown
from sdkwright.text.comments import without_comments
from sdkwright.text.kinds import Code, Docstring, Parameters, Prose, common
from sdkwright.text.told import Told, plain

MAX_DEPTH = 100
_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_NOT_IN_A_URL = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_STATUS = re.compile(r"[1-9](?:[0-9]{2}|[xX]{2})|default", re.IGNORECASE | re.ASCII)
_STEM = re.compile(r"[a-z0-9_][a-z0-9_]*")
_IN_QUOTES = re.compile(r"[ !#-\[\]-~]*").fullmatch
"""Whether nothing in a text has to be escaped between double quotes, one or three."""
_ODD = re.compile(r"[^\x20-\x7e]")
_ODD_IN_LINES = re.compile(r"[^\x20-\x7e\n]")
_LINE_ENDS = re.compile(r"\r\n|\r")
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


class UnsafeTextError(ValueError):
    """Text that has no safe form in the place it was meant for."""


def printable(character: str) -> bool:
    """Whether `character` may stand in a file as it is: no control, format, private or lone separator character."""
    if " " <= character <= "~":
        return True
    return unicodedata.ucd_3_2_0.category(character)[0] not in "CZ"


@lru_cache(maxsize=4096)
def _escape_odd(character: str) -> str:
    """The escape of one character outside printable ASCII, or the character itself where it can be read."""
    if printable(character):
        return character
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def escape_odd(text: str) -> str:
    """`text` with every character that cannot be read in an editor as a Python escape; backslashes stay."""
    if text.isascii() and text.isprintable():
        return text
    return _ODD.sub(lambda m: _escape_odd(m.group()), text)


def raw(text: str | Prose) -> str:
    """The plain text behind either kind; for sinks and tests alone."""
    if type(text) is str:
        return text
    if isinstance(text, Code):
        return str.__str__(text)
    return plain(text.raw if isinstance(text, Prose) else text)


def string_literal(text: str | Prose) -> Code:
    """A string literal of `text`, with the quotes that the formatter prefers: those that need fewer escapes."""
    return _quoted(raw(text))


def string_literals(texts: Sequence[str]) -> list[str]:
    """The string literals of many texts: names of the package, none of which needs an escape."""
    if _IN_QUOTES("".join(texts)):
        return [f'"{text}"' for text in texts]
    return [string_literal(text) for text in texts]


@lru_cache(maxsize=4096)
def _quoted(value: str) -> Code:
    if _IN_QUOTES(value):
        return Code(f'"{value}"')
    quote = "'" if value.count('"') > value.count("'") else '"'
    escaped = escape_odd(value.replace("\\", "\\\\")).replace(quote, "\\" + quote)
    return Code(quote + escaped + quote)


def literal(value: object, *, depth: int = 0) -> Code:
    """A Python literal that evaluates to `value`: plain data, bytes or `Prose`.

    Infinite and not-a-number floats, and data nested deeper than `MAX_DEPTH`, raise `UnsafeTextError`."""
    if depth > MAX_DEPTH:
        raise UnsafeTextError("The value is nested too deeply to be written as a literal")
    if isinstance(value, Prose | str):
        return string_literal(value)
    if value is None or isinstance(value, bool):
        return Code(repr(value))
    if isinstance(value, int):
        return Code(int.__repr__(value))
    if isinstance(value, float):
        return _float_literal(value)
    if isinstance(value, bytes):
        return _bytes_literal(value)
    if isinstance(value, Mapping):
        entries = cast(Mapping[object, object], value).items()
        pairs = (f"{literal(k, depth=depth + 1)}: {literal(v, depth=depth + 1)}" for k, v in entries)
        return Code("{" + ", ".join(pairs) + "}")
    if isinstance(value, Sequence):
        items = [literal(v, depth=depth + 1) for v in cast(Sequence[object], value)]
        if isinstance(value, tuple):
            return tuple_display(items)
        return Code("[" + ", ".join(items) + "]")
    raise UnsafeTextError(f"A value of type {type(value).__name__} has no literal")


def _bytes_literal(value: bytes) -> Code:
    """`repr` escapes all that is not printable ASCII; the quotes are those of the formatter."""
    text = bytes.__repr__(value)
    return Code(text if '"' in text else f'b"{text[2:-1]}"')


def _float_literal(value: float) -> Code:
    """`repr` is exact; a float without a literal is refused."""
    if value != value or value in (float("inf"), float("-inf")):
        raise UnsafeTextError("Infinity and not-a-number have no literal")
    return Code(float.__repr__(value))


def tuple_display(items: Iterable[Code]) -> Code:
    """`()`, `(a,)` or `(a, b)`."""
    listed = list(items)
    return Code("(" + ", ".join(listed) + (",)" if len(listed) == 1 else ")"))


def identifier(name: str) -> Code:
    """A name made by `names.py`; anything that is no identifier, or a keyword, raises `UnsafeTextError`."""
    if not name.isidentifier() or keyword.iskeyword(name) or unicodedata.normalize("NFKC", name) != name:
        raise UnsafeTextError(f"{shown(name, 80)} is not an identifier")
    return common(name)


def dotted(name: str) -> Code:
    """Identifiers joined by dots; the empty text stays empty."""
    return Code(".".join(identifier(part) for part in name.split("."))) if name else Code("")


def stem(name: str) -> Code:
    """A file stem made by `names.py`: lower-case letters, digits and `_` only."""
    if not _STEM.fullmatch(name) or len(name) > 140:
        raise UnsafeTextError(f"{shown(name, 80)} is not a file stem")
    return Code(name)


def docstring_lines(text: str | Prose | Parameters) -> list[str]:
    """The lines of `text` as they stand between triple quotes, trimmed as the formatter trims them.

    Backslashes and runs of three quotes are escaped; tabs become spaces; the common indentation is removed, and
    blank lines at both ends are dropped, as are comments of a document's text."""
    if isinstance(text, Parameters):
        return _trimmed([line for name, said in text.rows for line in _row(name, said)])
    value = text if isinstance(text, str) else _said(text)
    if _IN_QUOTES(value):  # One line that needs nothing.
        line = value.strip()
        return [line] if line else []
    return _trimmed(_escaped_lines(value))


def _escaped_lines(value: str) -> list[str]:
    """The lines of a text; white space at their ends goes, as in every source file."""
    if "\r" in value:
        value = _LINE_ENDS.sub("\n", value)
    value = value.expandtabs(4).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if not (value.isascii() and value.replace("\n", "").isprintable()):
        value = _ODD_IN_LINES.sub(lambda found: _escape_odd(found.group()), value)
    return [line.rstrip() for line in value.split("\n")]


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    if not lines:
        return []
    first, *rest = lines
    margin = min([len(x) - len(x.lstrip()) for x in rest if x], default=0)
    return [first.lstrip(), *([x[margin:] for x in rest] if margin else rest)]


def _row(name: Code, text: Prose | None) -> Sequence[str]:
    """The lines of `:param name: text`, further lines of a text indented."""
    if text is not None and isinstance(text.raw, Told):
        return _row_lines(name, plain(text.raw))
    return _common_row(name, "" if text is None else text.raw)


def _row_lines(name: str, text: str) -> Sequence[str]:
    said = without_comments(text).strip()
    if not said.isprintable():
        said = "\n    ".join([line.strip() for line in said.splitlines()])
    line = f":param {name}: {said}".rstrip(" ")
    return (line,) if _IN_QUOTES(line) else _escaped_lines(line)


_common_row = lru_cache(maxsize=1024)(_row_lines)
"""That of what all methods take is made once."""


def _said(text: Prose) -> str:
    """What a text says to its readers."""
    return without_comments(plain(text.raw))


def docstring(parts: Iterable[str | Prose | Parameters], indent: int = 0) -> Code:
    """A docstring of paragraphs, quotes included, for a place indented by `indent` spaces.

    Empty when no part has text, so that a template can ask."""
    listed = tuple(parts)
    made = _docstring(listed, indent)
    return Docstring.of(made, listed, indent) if any(map(_is_told, listed)) else common(made)


def _is_told(part: str | Prose | Parameters) -> bool:
    """Whether a text of the document is shown as a part."""
    if isinstance(part, Prose):
        return isinstance(part.raw, Told)
    return isinstance(part, Parameters) and any(text is not None and _is_told(text) for _, text in part.rows)


def _docstring(parts: Iterable[str | Prose | Parameters], indent: int) -> str:
    lines: list[str] = []
    for part in parts:
        block = docstring_lines(part)
        if lines and block:
            lines.append("")
        lines += block
    if not lines:
        return ""
    if lines[0].startswith('"'):
        lines[0] = " " + lines[0]
    if lines[-1].endswith('"'):
        lines[-1] += " "
    if len(lines) == 1:
        return f'"""{lines[0]}"""'
    margin = " " * indent
    # The formatter gives the closing quotes their own line only where there are several.
    closing = "\n" + margin if len(lines[-1]) + indent + 3 > 88 else ""
    rest = [margin + line if line else "" for line in lines[1:]]
    return '"""' + "\n".join([lines[0], *rest]) + closing + '"""'


def toml(text: str | Prose) -> Code:
    """A TOML basic string (TOML 1.0, "String").  A lone surrogate, which TOML cannot hold, becomes U+FFFD."""
    out: list[str] = []
    for character in raw(text):
        code = ord(character)
        if 0xD800 <= code <= 0xDFFF:
            out.append("\ufffd")
        elif character in '"\\':
            out.append("\\" + character)
        elif printable(character):
            out.append(character)
        else:
            out.append(f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}")
    return Code('"' + "".join(out) + '"')


def header_token(text: str | Prose) -> Code:
    """The literal of a header name, which must be a token (RFC 9110, section 5.6.2)."""
    value = raw(text)
    if not _TOKEN.fullmatch(value):
        raise UnsafeTextError(f"{shown(value, 80)} is not a header name")
    return string_literal(value)


def http_method(text: str | Prose) -> Code:
    """The name of an HTTP method, which must be a token (RFC 9110, section 9.1)."""
    value = raw(text)
    if not _TOKEN.fullmatch(value):
        raise UnsafeTextError(f"{shown(value, 80)} is not an HTTP method")
    return common(value)


def status(text: str | Prose) -> Code:
    """A key of `responses`: `404`, `4XX` or `default` (OpenAPI 3.1, section 4.8.16)."""
    value = raw(text)
    if not _STATUS.fullmatch(value):
        raise UnsafeTextError(f"{shown(value, 80)} is not a status")
    return common(value)


def url_template(text: str | Prose) -> Code:
    """The literal of a fixed piece of a path: what may not stand in a URL (RFC 3986, section 2) is percent-encoded.

    `%41` stays as it is written; a brace that is no parameter's is encoded."""
    return string_literal(_NOT_IN_A_URL.sub(lambda m: _percent(m.group()), raw(text)))


def _percent(character: str) -> str:
    """UTF-8 bytes as `%XX`; a lone surrogate as the bytes of U+FFFD."""
    readable = character if not "\ud800" <= character <= "\udfff" else "\ufffd"
    return "".join(f"%{byte:02X}" for byte in readable.encode())
