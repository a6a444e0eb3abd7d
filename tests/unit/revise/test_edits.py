"""A run after any edits leaves what a whole run would leave, byte for byte, and says the same, whatever is kept."""

from __future__ import annotations

import copy
import shutil
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright.frozen import replace
from sdkwright.render.proofs import Proofs
from sdkwright.revise.proofs import keep_proofs, read_proofs

from tests.unit.revise.shop import OVERLAY, SHOP, Data, Project, kept_about, put, texts

EDITS = st.sampled_from(
    [
        ("text", way, text)
        for way in texts(SHOP)
        for text in ("Another text", "Which", "", " ", "Success", 'It is """quoted""" | <b>bold</b>\n\n\ttoo', "\ud800")
    ]
    + [
        ("name", ("paths", "/orders", "post", "operationId"), "orderThing"),
        ("name", ("info", "title"), "Bazaar"),
        ("title", ("components", "schemas", "Size", "title"), "Extent"),
        ("required", ("components", "schemas", "Thing", "required"), ["kind"]),
        ("required", ("paths", "/things/{id}", "get", "parameters"), []),
        ("target", ("components", "schemas", "Thing", "properties", "kind"), {"$ref": "#/components/schemas/Size"}),
        ("target", ("components", "parameters", "Depth", "schema"), {"$ref": "#/components/schemas/Kind"}),
        ("deletion", ("paths", "/orders"), {}),
        ("deletion", ("tags",), []),
        ("deletion", ("components", "schemas", "Size", "properties"), {}),
        ("number", ("components", "parameters", "Depth", "schema"), {"type": "integer", "default": 1}),
        ("number", ("components", "parameters", "Depth", "schema"), {"type": "integer", "default": True}),
        ("order", ("paths",), dict(reversed(SHOP["paths"].items()))),
        ("data", ("components", "schemas", "Thing", "properties", "name", "example"), "table"),
    ]
)
KEPT = {"views": "views.bin", "record": "record.json", "proofs": "proofs.bin"}
OTHERS = st.sampled_from(
    [
        "options",
        "reader",
        "overlay",
        "text in overlay",
        "ledger",
        "renamed",
        "output",
        *KEPT,
        "proofs of others",
        "nothing",
    ]
)
ROUNDS = st.lists(st.tuples(st.lists(EDITS, max_size=2), st.booleans(), OTHERS), min_size=1, max_size=3)
Rounds = list[tuple[list[Any], bool, str]]


@given(ROUNDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
def test_random_edits(project: Project, rounds: Rounds) -> None:
    _compare(project, rounds)


@given(ROUNDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
def test_random_edits_beside_one_process(one_process: Project, rounds: Rounds) -> None:
    _compare(one_process, rounds)


def _compare(project: Project, rounds: Rounds) -> None:
    """What a round finds is what the one before has left, which may be nothing: a run can fail."""
    document, out = SHOP, project.folder / "generated"
    for edits, keeps, other in rounds:
        document, options, overlay = document if keeps else SHOP, "{packageName: shop}", copy.deepcopy(OVERLAY)
        for _, way, value in edits:
            document = _put_if_there(document, way, value)
        if other == "options":
            options = "{packageName: shop, maxMethodParams: 1}"
        elif other == "reader":
            options += "\nsdkwright: {docs: {style: reader}}"
        elif other == "overlay":
            overlay["actions"] = [{"target": "$.paths['/orders']", "remove": True}]
        elif other == "text in overlay":
            overlay["actions"] = [{"target": "$.tags[0]", "update": {"description": "From above"}}]
        elif other == "ledger":
            shutil.rmtree(out, ignore_errors=True)
        elif other == "output":
            (out / "README.md").unlink(missing_ok=True)
        elif other == "renamed" and (out / "names.lock").exists():
            ledger = (out / "names.lock").read_text()
            (out / "names.lock").write_text(ledger.replace("Size wide = wide", "Size wide = width"))
        elif other in KEPT and (kept_about(project.folder) / KEPT[other]).exists():
            file = kept_about(project.folder) / KEPT[other]
            file.write_bytes(file.read_bytes()[:-7])
        elif other == "proofs of others":
            _spoil_proofs(project)
        project.write(document, options, overlay=overlay)
        project.generate("check")


def test_what_was_said_of_the_ledger_comes_once(project: Project) -> None:
    """An operation with another id keeps its name, and the ledger has that id from then on."""
    bought = put(SHOP, ("paths", "/orders", "post", "operationId"), "buy")
    for text in ("A thing to be sold.", "Other", "Another"):
        project.write(put(bought, ("components", "schemas", "Thing", "description"), text))
        project.generate()
        project.generate("check")


def _spoil_proofs(project: Project) -> None:
    """Another version has kept proofs, and has made something else of every text."""
    out = project.folder / "generated"
    others = Proofs()
    others.used = {key: replace(proof, formatted="other = 1\n") for key, proof in read_proofs(out).known.items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sdkwright.revise.proofs.generator_digest", lambda: "another")
        keep_proofs(out, others)


def _put_if_there(document: Data, way: tuple[Any, ...], value: object) -> Data:
    try:
        return put(document, way, value)
    except (KeyError, IndexError, TypeError):  # An edit before it has taken the place away.
        return document
