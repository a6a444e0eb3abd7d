"""What an error of a generated SDK is called: where its users import it from, in tracebacks and in pickles."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import traceback
from importlib import import_module
from pathlib import Path

import orq_ai_sdk
import pytest
from orq_ai_sdk import models

from .conftest import Caller
from .packages import imported
from .sessions_api import NOT_FOUND

CASE = Path(__file__).parents[1] / "cases" / "docs_errors_apart"


def test_a_traceback_says_the_public_name(call: Caller) -> None:
    with pytest.raises(models.HonoAPIError) as caught:
        call("get", session_id="none")
    shown = traceback.format_exception_only(caught.value)
    assert shown == [f"orq_ai_sdk.models.HonoAPIError: {NOT_FOUND['message']}: Status 404\n"]


def test_an_error_is_unpickled_by_a_program_that_loaded_nothing(call: Caller) -> None:
    with pytest.raises(models.HonoAPIError) as caught:
        call("get", session_id="none")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is models.HonoAPIError
    assert (again.message, again.status_code, again.data) == (NOT_FOUND["message"], 404, caught.value.data)
    code = "import pickle, sys; error = pickle.load(sys.stdin.buffer); print(repr(error), error.data.code)"
    path = str(Path(orq_ai_sdk.__file__).parents[1])
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        input=pickle.dumps(caught.value),
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        check=True,
    )
    assert loaded.stdout.decode().strip() == f"{caught.value!r} 404"


def test_errors_apart_have_the_name_of_their_package(tmp_path: Path) -> None:
    with imported(CASE / "spec.yaml", tmp_path, CASE / "gen.yaml") as target:
        errors = import_module(f"{target.names.module}.errors")
        classes = [getattr(errors, name) for name in dir(errors)]
        found = [each for each in classes if isinstance(each, type) and issubclass(each, Exception)]
        assert {each.__name__ for each in found} >= {"AcmeError", "BadError", "SDKError", "ResponseValidationError"}
        for each in found:
            assert each.__module__ == f"{target.names.module}.errors"
            assert type(pickle.loads(pickle.dumps(each("lost")))) is each


def test_an_error_of_the_user_s_own_keeps_its_module() -> None:
    class Mine(models.OrqError):
        pass

    assert Mine.__module__ == __name__
