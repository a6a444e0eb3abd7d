"""Components that nothing refers to are named after all others, and keep their names."""

from __future__ import annotations

import pytest
from sdkwright.options.model import Config

from tests.unit.naming import NEW, OLD, again, body, enum, named, obj, operation, ref


@pytest.mark.parametrize("config", [OLD, NEW])
def test_a_component_that_nothing_refers_to_keeps_its_name(config: Config) -> None:
    root = {
        "paths": {"/a": {"get": operation("getA", requestBody=body(ref("Used")))}},
        "components": {"schemas": {"Used": obj(a={"type": "string"}), "Spare": obj(b=enum("x", "y"))}},
    }
    before = named(root, config)
    assert again(root, before, config).names.classes == before.names.classes
