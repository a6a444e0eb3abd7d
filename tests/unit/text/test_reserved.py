"""The tables of reserved names are complete, for the Python and the libraries that the tests run with."""

from __future__ import annotations

import builtins
import keyword
import sys
from inspect import signature

from sdkwright.render.walk import TRUSTED_BUILTINS
from sdkwright.runtime.model import BaseModel
from sdkwright.runtime.resource import Resource
from sdkwright.runtime.sdk import SDKBase
from sdkwright.text import fixed, reserved

CONSTANTS = {"Ellipsis", "NotImplemented"}


def public(kind: type) -> set[str]:
    return {name for name in dir(kind) if not name.startswith("_")}


def test_keywords() -> None:
    assert set(keyword.kwlist) <= reserved.KEYWORDS
    assert not set(keyword.softkwlist) & reserved.KEYWORDS


def test_builtins_that_rendered_code_speaks_of() -> None:
    """Those that annotations are made of, and those that the gate lets modules use."""
    assert set(dir(builtins)) >= reserved.BUILTINS
    used = {name for name in TRUSTED_BUILTINS if name.islower()} - {"property"}
    assert used <= reserved.BUILTINS, "`property` is published as it is; a module that has both spells it otherwise"


def test_builtins_that_classes_may_be_called_like() -> None:
    capital = {name for name in dir(builtins) if name[0].isupper()} - reserved.KEYWORDS
    assert capital <= reserved.BUILTIN_CLASSES | {"WindowsError"}


def test_no_field_hides_an_attribute_of_the_models() -> None:
    """Nor one of their metaclass, for which pydantic looks as well."""
    assert public(BaseModel) | public(type(BaseModel)) <= reserved.FIELDS


def test_no_method_hides_an_attribute_of_the_clients() -> None:
    assert public(SDKBase) <= reserved.ROOT_MEMBERS | reserved.RESOURCE_MEMBERS
    assert public(Resource) <= reserved.RESOURCE_MEMBERS <= reserved.METHODS


def test_the_fixed_arguments_of_the_constructor() -> None:
    assert {name for name in signature(SDKBase.__init__).parameters if not name.startswith("_")} - {
        "configuration",
        "globals",
        "server_variables",
        *(one.name for one in fixed.CONSTRUCTOR if one.yields),
    } <= reserved.CONSTRUCTOR


def test_standard_library() -> None:
    missing = {name for name in sys.stdlib_module_names if not name.startswith("_")} - reserved.STDLIB_MODULES
    assert not missing
