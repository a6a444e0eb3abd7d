"""Models of the API."""

from __future__ import annotations

from typing import Dict, List, Union

from typing_extensions import TypeAliasType

JSON = TypeAliasType("JSON", "Union[str, float, List[JSON], Dict[str, JSON]]")
