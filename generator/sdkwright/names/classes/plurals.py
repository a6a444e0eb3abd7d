"""The singular of English plurals, for the classes of items.  A word that does not look like a plural stays."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sdkwright.text.casing import pascal_inside, words

_UNCHANGED = """
    alias analytics atlas aws bias canvas chaos cms corps cors devops dns gas gps https ios kubernetes kudos lens
    logistics macos means news ops os pos saas series sms species tls vps whereas yes
    """
"""Words that end like plurals and are none, or are called the same in both numbers."""
_IRREGULAR: Mapping[str, str] = {
    "analyses": "analysis",
    "apis": "api",
    "appendices": "appendix",
    "axes": "axis",
    "buses": "bus",
    "caches": "cache",
    "calories": "calorie",
    "children": "child",
    "cookies": "cookie",
    "cpus": "cpu",
    "crises": "crisis",
    "diagnoses": "diagnosis",
    "emojis": "emoji",
    "feet": "foot",
    "gases": "gas",
    "gpus": "gpu",
    "halves": "half",
    "headaches": "headache",
    "hypotheses": "hypothesis",
    "indices": "index",
    "knives": "knife",
    "kpis": "kpi",
    "leaves": "leaf",
    "lenses": "lens",
    "matrices": "matrix",
    "men": "man",
    "menus": "menu",
    "movies": "movie",
    "niches": "niche",
    "parentheses": "parenthesis",
    "people": "person",
    "quizzes": "quiz",
    "selfies": "selfie",
    "shelves": "shelf",
    "shoes": "shoe",
    "skus": "sku",
    "synopses": "synopsis",
    "taxis": "taxi",
    "theses": "thesis",
    "ties": "tie",
    "uris": "uri",
    "vertices": "vertex",
    "women": "woman",
}
_ENDINGS = (
    (re.compile(r"([b-df-hj-np-tv-z])ies$"), r"\1y"),
    (re.compile(r"(ss|sh|ch|zz|x|[hrt]o)es$"), r"\1"),
    (re.compile(r"(atus|irus|[mr]pus|onus|ensus|ocus|plus|[bl]ias|anvas|tlas)es$"), r"\1"),
    (re.compile(r"([a-hj-rtv-z])s$"), r"\1"),
)
"""The end of a plural, and that of its singular."""
_ACRONYMS = re.compile(r"[A-Z]{2,}s$")


def singular(name: str) -> str:
    """The singular of the last word of a class name.

    >>> [singular(name) for name in ("BuiltInFacets", "Categories", "Statuses", "UserIDs", "ErrorStatus", "ImageUrls")]
    ['BuiltInFacet', 'Category', 'Status', 'UserID', 'ErrorStatus', 'ImageURL']
    """
    if _ACRONYMS.search(name):
        return name[:-1]
    last = (words(name) or ("",))[-1]
    if not last or not name.endswith(last):
        return name
    one = _singular(last)
    return name if one == last else pascal_inside(name.removesuffix(last) + one)


def _singular(word: str) -> str:
    lower = word.lower()
    if lower in _UNCHANGED.split():
        return word
    if lower in _IRREGULAR:
        return word[0] + _IRREGULAR[lower][1:]
    for plural, ending in _ENDINGS:
        found, changed = plural.subn(ending, word)
        if changed:
            return found
    return word
