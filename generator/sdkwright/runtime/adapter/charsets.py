"""The charset of an answer, which the server names and Python would look up among all of its codecs.

Some of those are no charsets: reading a text as `punycode` takes time that grows with the square of its length, and as
`undefined` it fails.  A name that was never heard of would be looked for among the modules, and kept.
"""

from __future__ import annotations

import re
from contextlib import suppress
from encodings.aliases import aliases
from functools import lru_cache
from typing import Any

_CHARSET = re.compile(r"charset=\"?([A-Za-z0-9._:-]+)")
_OTHERS = re.compile(r".*_codec|rot_13|mbcs|utf_7")
"""What Python has aliases for and no server writes in: bytes of bytes, the code page of a machine, UTF-7."""
_KNOWN = frozenset({name for name in aliases.values() if not _OTHERS.fullmatch(name)} | {"koi8_u", "utf_8_sig"})


def settle_charset(response: Any, content_type: str | None) -> None:
    """Have a response whose media type names a charset that is none read as UTF-8, with replacement."""
    if content_type is not None and not _is_readable(content_type):
        with suppress(ValueError):  # a hook has read its text already
            response.encoding = "utf-8"


@lru_cache(maxsize=64)
def _is_readable(content_type: str) -> bool:
    said = content_type.lower()
    named = _CHARSET.findall(said)
    return len(named) == said.count("charset") and all(map(_is_known, named))


def _is_known(name: str) -> bool:
    spelt = re.sub(r"[^a-z0-9.]+", "_", name)
    return aliases.get(spelt, aliases.get(spelt.replace(".", "_"), spelt)) in _KNOWN
