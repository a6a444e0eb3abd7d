"""Words: splitting any text into them and joining them again as `PascalCase`, `snake_case` or `UPPER_SNAKE`.

What comes out is a valid Python identifier apart from reserved words (`reserved.py`) and clashes (`names.py`), or the
empty string where the text holds nothing to speak of.  It is ASCII, but for Chinese characters, which have no spelling
without a dictionary and which Python takes as they are.  Every function is idempotent: its result is its own result.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sdkwright.text.romanise import spell

INITIALISMS: frozenset[str] = frozenset(
    re.findall(
        r"\w+",
        """ACL API ASCII CPU CSS DNS EOF GUID HTML HTTP HTTPS ID IP JSON LHS QPS RAM RHS RPC SDK SLA SMTP SQL SSH TCP
        TLS TTL UDP UI UID UTF8 URI URL UUID VM XML XMPP XSRF XSS""",
    )
)
"""The words that are written in capitals in a class name: those of golint, and SDK.  Fixed: another one would rename
published classes."""

_WORD = re.compile(
    r"[^\x00-\x7f]+"  # characters that `spell` keeps
    r"|[A-Z]+[0-9]+[a-z][a-z0-9]*"  # no word begins after a digit: MP3file
    r"|[A-Z]+(?=[A-Z][a-z])"  # an acronym before another word: HTTP in HTTPServer
    r"|[A-Z]?[a-z0-9]*[a-z][a-z0-9]*"  # an ordinary word with its digits: Beta2, v1, 2fa
    r"|[A-Z]+[0-9]*"
    r"|[0-9]+"
)
_SHOUTED = re.compile(r"[\W_]*[A-Z0-9]+(?:[\W_]+[A-Z0-9]+)+[\W_]*")
"""Several words in capitals: only there the capitals say nothing."""
_SIGNED = re.compile(r"\s*([+-])(?=[.]?[^\W_])")
_SIGNS = {"+": "plus ", "-": "minus "}
_SYMBOLS = {
    "!": "not",
    "#": "hash",
    "$": "dollar",
    "%": "percent",
    "&": "and",
    "*": "star",
    "+": "plus",
    ",": "comma",
    "-": "minus",
    ".": "dot",
    "/": "slash",
    ":": "colon",
    ";": "semicolon",
    "<": "less than",
    "=": "equal to",
    ">": "greater than",
    "?": "question",
    "@": "at",
    "\\": "backslash",
    "^": "caret",
    "_": "underscore",
    "|": "or",
    "~": "tilde",
    "<=": "less than or equal to",
    ">=": "greater than or equal to",
    "!=": "not equal to",
    "<>": "not equal to",
    "==": "equal to",
}
_TELLING = re.compile(r"[!#$%&*+<=>?@^|~]")
"""Symbols that separate no words: `c++` and `c#` say something else."""
_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)+")
_AND = re.compile(r"(\w\W*)&(?=.*\w)")
"""The sign between words; among symbols alone it is spoken as all of them are."""
_SPOKEN_SYMBOLS = 4
"""Texts of more symbols than this are told by the code points of their first few characters."""


@lru_cache(maxsize=1 << 16)
def words(text: str) -> tuple[str, ...]:
    """Split `text` into its words, each in the case it was written in.

    >>> words("getHTTPServer_v1Beta2")
    ('get', 'HTTP', 'Server', 'v1', 'Beta2')
    """
    return tuple(_split(text))


def _split(text: str) -> list[str]:
    """The same, not remembered: for what is remembered itself."""
    return _WORD.findall(spell(text))


@lru_cache(maxsize=1 << 16)
def pascal(text: str) -> str:
    """`PascalCase`, or "" for a text without words.  A leading number becomes words (`2` is `Two`).

    >>> pascal("image_url"), pascal("17"), pascal("FOO_BAR"), pascal("Users & groups")
    ('ImageURL', 'Seventeen', 'FooBar', 'UsersAndGroups')
    """
    return speak_leading_number(pascal_inside(text))


@lru_cache(maxsize=1 << 16)
def pascal_inside(text: str) -> str:
    """The same for inside of a name: a number at its beginning stays a number.

    >>> pascal_inside("2_image_url"), pascal_inside("17")
    ('2ImageURL', '17')
    """
    text = _with_words(text)
    parts = _split(text) or _split(spoken(text))
    shouted = bool(_SHOUTED.fullmatch(spell(text)))
    return "".join([_capital(p.lower() if shouted and not p.isdigit() else p) for p in parts])


def pascal_alone(text: str) -> str:
    """The same for a text that is the whole name: there the capitals of a single word say nothing, either.

    >>> pascal_alone("LLM"), pascal_alone("URL"), pascal_alone("apiURL"), pascal("LLM")
    ('Llm', 'URL', 'APIURL', 'LLM')
    """
    name = pascal(text)
    is_shouted = name.isupper() and name not in INITIALISMS and len(words(text)) == 1
    return name.capitalize() if is_shouted else name


@lru_cache(maxsize=1 << 16)
def snake(text: str) -> str:
    """`snake_case`, or "" for the empty text.

    The plural of an acronym falls apart, as it does in the names that SDKs have published.

    >>> snake("HonoAPIError"), snake("userIDs"), snake("_id"), snake("$ref"), snake("Users & groups")
    ('hono_api_error', 'user_i_ds', 'id', 'ref', 'users_and_groups')
    """
    text = _with_words(text)
    parts = _split(text) or _split(spoken(text))
    return speak_leading_number("_".join(parts), "_").lower()


def _with_words(text: str) -> str:
    """`text` with the word for each sign of it that stands for one."""
    return _AND.sub(r"\1 and ", text) if "&" in text else text


def upper_snake(text: str) -> str:
    """`UPPER_SNAKE` for enum members: a sign at the beginning is spoken, and a separator at the end stays.

    The dots of a number at the beginning are spoken, too.

    >>> upper_snake("gpt-4o"), upper_snake("Translation (document)"), upper_snake("-created"), upper_snake("6.8")
    ('GPT_4O', 'TRANSLATION_DOCUMENT_', 'MINUS_CREATED', 'SIX_DOT_8')
    """
    decimal = _DECIMAL.match(text)
    if decimal:
        text = decimal[0].replace(".", " dot ") + text[decimal.end() :]
    signed = _SIGNED.match(text)
    if signed:
        text = _SIGNS[signed[1]] + text[signed.end() :]
    parts = _split(text)
    if not parts:
        return snake(text).upper()
    ends_apart = not _split(spell(text)[-1:])
    return speak_leading_number("_".join(parts), "_").upper() + ("_" if ends_apart else "")


def upper_snake_spoken(text: str) -> str:
    """The same with every symbol spoken that stands at words and separates none.

    >>> upper_snake_spoken("c++"), upper_snake_spoken("c#"), upper_snake_spoken("a-b")
    ('C_PLUS_PLUS', 'C_HASH', 'A_B')
    """
    if not words(text):
        return upper_snake(text)
    return upper_snake(_TELLING.sub(lambda found: f" {_SYMBOLS[found[0]]} ", text).strip())


def constant(text: str) -> str:
    """`UPPER_SNAKE` without a trailing separator, for module constants and environment variables."""
    return snake(text).upper()


def ascii_only(identifier: str) -> str:
    """The identifier with each character beyond ASCII as its code point, for file and environment names.

    >>> ascii_only("用户_id")
    'u7528u6237_id'
    """
    if identifier.isascii():
        return identifier
    return "".join(c if c.isascii() else f"u{ord(c):x}" for c in identifier)


def spoken(text: str) -> str:
    """Words for a text of symbols alone: their common names, else their code points; "" for the empty text.

    >>> spoken(">="), spoken("*"), spoken("\\U0001f600")
    ('greater than or equal to', 'star', 'u1f600')
    """
    bare = text.strip()
    if bare in _SYMBOLS:
        return _SYMBOLS[bare]
    if not bare:
        return "space" if text else ""
    return " ".join(_SYMBOLS.get(c) or f"u{ord(c):x}" for c in bare[:_SPOKEN_SYMBOLS])


# ----------------------------------------------------------------------------------------------------------- numbers

_UNITS: tuple[str, ...] = tuple(
    _WORD.findall(
        "ZeroOneTwoThreeFourFiveSixSevenEightNineTenElevenTwelveThirteenFourteenFifteenSixteenSeventeenEighteenNineteen"
    )
)
_TENS: tuple[str, ...] = ("", "", *_WORD.findall("TwentyThirtyFortyFiftySixtySeventyEightyNinety"))
_LEADING_NUMBER = re.compile(r"[0-9]+")
_SPELLED_DIGITS = 6
"""Longer numbers, and those with a leading zero, are spelled digit by digit."""


def number_words(number: int) -> tuple[str, ...]:
    """The English words of a number from 0 to 999 999.

    >>> number_words(17), "".join(number_words(256))
    (('Seventeen',), 'TwoHundredAndFiftySix')
    """
    if number < 20:
        return (_UNITS[number],)
    if number < 100:
        return (_TENS[number // 10], *((_UNITS[number % 10],) if number % 10 else ()))
    unit, name = (1000, "Thousand") if number >= 1000 else (100, "Hundred")
    rest = number % unit
    joint = ("And",) if 0 < rest < 100 else ()
    return (*number_words(number // unit), name, *joint, *(number_words(rest) if rest else ()))


def speak_leading_number(identifier: str, separator: str = "") -> str:
    """Replace the number at the start of an identifier, where Python allows none, by its words.

    >>> speak_leading_number("2ImageURL"), speak_leading_number("256_x", "_")
    ('TwoImageURL', 'Two_Hundred_And_Fifty_Six_x')
    """
    leading = _LEADING_NUMBER.match(identifier) if "0" <= identifier[:1] <= "9" else None
    if leading is None:
        return identifier
    digits = leading[0]
    if len(digits) > _SPELLED_DIGITS or (digits[0] == "0" and len(digits) > 1):
        parts = tuple(_UNITS[int(d)] for d in digits)
    else:
        parts = number_words(int(digits))
    return separator.join(parts) + identifier[leading.end() :]


def _capital(word: str) -> str:
    return word.upper() if word.upper() in INITIALISMS else word[:1].upper() + word[1:]
