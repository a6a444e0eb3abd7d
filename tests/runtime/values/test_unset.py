"""`UNSET` is one false object, whatever is done to it."""

import copy
import pickle
import subprocess
import sys

import pytest
from sdkwright.runtime.unset import UNSET, Unset


def test_it_is_a_false_singleton() -> None:
    assert not UNSET
    assert Unset() is UNSET
    assert repr(UNSET) == "UNSET"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_survives_pickling(protocol: int) -> None:
    assert pickle.loads(pickle.dumps(UNSET, protocol)) is UNSET
    assert pickle.loads(pickle.dumps([UNSET], protocol))[0] is UNSET


def test_it_survives_copying() -> None:
    assert copy.copy(UNSET) is UNSET
    assert copy.deepcopy({"a": [UNSET]})["a"][0] is UNSET


def test_importing_it_loads_no_pydantic() -> None:
    code = "import sys; from sdkwright.runtime.unset import UNSET; print('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
