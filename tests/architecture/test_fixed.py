"""The fixed arguments: the runtime takes what the one table of the generator says, in its order."""

from __future__ import annotations

from inspect import Parameter, signature

from sdkwright.runtime.operation import Options
from sdkwright.runtime.sdk import SDKBase
from sdkwright.text.fixed import CALL, CONSTRUCTOR, SECURITY

OF_THE_DOCUMENT = ["configuration", SECURITY, "globals", "server_variables"]
"""What the constructor's base class takes besides."""


def _names(function: object) -> list[str]:
    return [name for name in signature(function).parameters if name != "self"]  # type: ignore[arg-type]  # a class


def test_the_options_of_a_call_are_those_of_the_table() -> None:
    names = [one.name for one in CALL]
    assert _names(Options) == [*names, SECURITY]
    options = Options(*names)  # type: ignore[arg-type]  # each stands for a value
    assert [getattr(options, name) for name in names] == names
    assert options.security is None


def test_the_constructor_takes_what_the_table_says() -> None:
    assert sorted(_names(SDKBase)) == sorted([*OF_THE_DOCUMENT, *(one.name for one in CONSTRUCTOR)])
    for one in CONSTRUCTOR:
        assert signature(SDKBase).parameters[one.name].default is not Parameter.empty
