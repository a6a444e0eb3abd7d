from __future__ import annotations

from typing import Literal

Kind = Literal["cat", "dog"]
