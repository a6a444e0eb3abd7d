"""Scripts: writing the letters of every language in ASCII, the same on every machine.

Letters are looked up in Unicode 3.2, which Python carries beside the current version and which never changes, so that
a newer interpreter cannot change a name.  Four alphabets have a table of their own, because the names of their letters
are not their sounds; every other letter is written by its Unicode name (`KATAKANA LETTER NU` is `nu`).  Chinese
characters have no spelling without a dictionary: they stay, since Python allows them in identifiers.  Joiners, which
say how the letters around them are drawn, are dropped.  Any other character that is no letter and no digit becomes a
space.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import ucd_3_2_0 as unicode_3_2


def _table(letters: str, spellings: str) -> dict[str, str]:
    return dict(zip(letters, spellings.split(), strict=True))


_SPELLINGS = {
    **_table(
        "абвгґдеёжзийклмнопрстуфхцчшщыэюяєіїўђјљњћџѓќѕ",
        "a b v g g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya ye i yi u "
        "dj j lj nj c dz gj kj dz",
    ),
    "ь": "",
    "ъ": "",
    **_table("αβγδεζηθικλμνξοπρσςτυφχψω", "a b g d e z i th i k l m n x o p r s s t y f ch ps o"),
    **_table("אבגדהוזחטיךכלםמןנסעףפץצקרשת", "a b g d h v z ch t y k k l m m n n s a p p ts ts k r sh t"),
    **_table(
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگی",
        "a a a w i y a b a t th j h kh d dh r z s sh s d t z a gh f q k l m n h w a y p ch zh k g y",
    ),
    # Latin letters that are no plain letter with an accent.
    **_table("ßæøœðþđħıĸłŋŧƒ", "ss ae o oe d th d h i k l ng t f"),
}
_JOINERS = re.compile("[\u200c\u200d]")
_KINDS = frozenset({"LETTER", "SYLLABLE", "LIGATURE", "CHARACTER", "SIGN", "LETTER-CHO"})
_QUALIFIERS = frozenset({"SMALL", "CAPITAL", "FINAL", "DOTLESS", "LONG", "SHORT", "VOCALIC", "CANDRA"})
_INHERENT_A = re.compile(r"(?<=[a-z])a$")
"""Letters of the Indic scripts hold an `a`, which a vowel sign or a virama takes away."""


def spell(text: str) -> str:
    """Write `text` with ASCII letters and digits, Chinese characters, and spaces or ASCII punctuation between them.

    >>> spell("été"), spell("Ключ"), spell("名前"), spell("データ")
    ('ete', 'Klyuch', '名前', 'deta')
    """
    if text.isascii():
        return text
    out: list[str] = []
    for char in unicode_3_2.normalize("NFKC", _JOINERS.sub("", text)):
        if char.isascii():
            out.append(char)
        elif _is_vowel_sign(char):
            if out:
                out[-1] = _INHERENT_A.sub("", out[-1])
            out.append(_spell_letter(char))
        else:
            out.append(_spell_letter(char))
    return "".join(out)


def _is_vowel_sign(char: str) -> bool:
    name = unicode_3_2.name(char, "")
    return "VOWEL SIGN" in name or name.endswith("SIGN VIRAMA")


@cache
def _spell_letter(char: str) -> str:
    category = unicode_3_2.category(char)
    if category == "Nd":
        return str(unicode_3_2.digit(char))
    if category in ("Mn", "Me", "Mc") and "VOWEL SIGN" not in unicode_3_2.name(char):
        return ""
    if category[0] not in "LM":
        return " "
    if unicode_3_2.name(char).startswith("CJK UNIFIED IDEOGRAPH"):
        return char
    lower = char.lower()
    spelling = _spell_lower(lower if unicode_3_2.category(lower[0]) != "Cn" else char)
    return spelling.capitalize() if category in ("Lu", "Lt") else spelling


def _spell_lower(char: str) -> str:
    if char in _SPELLINGS:
        return _SPELLINGS[char]
    plain = unicode_3_2.normalize("NFD", char)[0]
    if plain.isascii() or plain in _SPELLINGS:
        return _SPELLINGS.get(plain, plain)
    return _spell_by_name(unicode_3_2.name(char, ""))


def _spell_by_name(name: str) -> str:
    """The word of a Unicode name that tells the letter: `NU` of `KATAKANA LETTER NU`; "" for a mark."""
    if name.startswith(("THAI CHARACTER", "LAO LETTER")):
        return _spell_thai(name.split()[2:])
    if name.endswith("MARK"):
        return ""
    parts = name.split()
    kind = next((i for i, part in enumerate(parts) if part in _KINDS), -1)
    telling = [part for part in parts[kind + 1 :] if part not in _QUALIFIERS]
    return re.sub("[^a-z]", "", telling[0].lower()) if telling else ""


def _spell_thai(parts: list[str]) -> str:
    """Thai consonants are named by a word that starts with them (`KO KAI`), vowels by what follows `SARA`."""
    if parts[0] in ("SARA", "VOWEL"):
        return parts[-1].lower() if len(parts) == 2 else parts[1].lower()
    if parts[0] in ("MAI", "MAIYAMOK", "PAIYANNOI", "TONE"):
        return ""
    return parts[0].lower().removesuffix("o") or "o"
