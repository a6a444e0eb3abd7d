"""Classes and fields called like what annotations need: the module spells these through their modules."""

from __future__ import annotations

import builtins as _b
import datetime as _dt
import typing as _t

from sdkwright.runtime import model as _m


class Optional(_m.BaseModel):
    """A class called `Optional`."""

    str: _t.Optional[_b.str] = None
    datetime: _t.Optional[_dt.datetime] = None
    items: _t.Optional[_t.List[List]] = None


class List(_m.BaseModel):
    """A class called `List`."""

    list: _t.List[_b.str]
