"""A part of a document: typed or in the options, told with counts, and a package that is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.typed import run

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
tags: [{name: pets}, {name: orders}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses:
        '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
  /orders:
    post:
      operationId: order
      tags: [orders]
      x-speakeasy-pagination: {type: odd}
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses:
        '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
        '404': {description: Gone, content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
    Order: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
    Gone: {type: object, properties: {why: {type: string}}}
"""
IMPORTS = """
import pkgutil, importlib, shop
names = [one.name for one in pkgutil.walk_packages(shop.__path__, "shop.")]
for name in names:
    importlib.import_module(name)
from shop.models import *
client = shop.Shop(server_url="http://127.0.0.1:1")
print(hasattr(client, "pets"), hasattr(client, "orders"), "shop.models.gone" in names)
"""


@pytest.fixture
def shop(folder: Path) -> Path:
    (folder / "pets.yaml").unlink()
    (folder / "shop.yaml").write_text(SHOP)
    return folder


def files(out: Path) -> dict[str, bytes]:
    hidden = {path for path in out.rglob("*") if path.name == ".sdkwright-manifest" or "__pycache__" in path.parts}
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path not in hidden
    }


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        (("--include-tag", "pets"), "includeTags: [pets]"),
        (("--include-path", "/pets"), "includePaths: [/pets]"),
        (("--exclude-tag", "orders"), "excludeTags: [orders]"),
        (("--exclude-path", "/orders"), "excludePaths: [/orders]"),
    ],
)
def test_a_part_is_generated(
    shop: Path, capsys: pytest.CaptureFixture[str], typed: tuple[str, ...], option: str
) -> None:
    (shop / "gen.yaml").write_text("sdkwright: {defaults: 1}\n")
    status, out, err = run(capsys, "generate", *typed)
    assert (status, err) == (0, ""), "what is left out is no trouble"
    told = "A part of the document is generated: 1 of 2 operations and 1 of "
    assert told in out
    assert run(capsys, "check", *typed)[0] == 0
    assert run(capsys, "generate", "--strict", *typed)[0] == 0
    assert run(capsys, "check")[0] == 1
    made = files(shop / "generated")
    assert not [name for name in made if "order" in name or "gone" in name]
    ran = subprocess.run(
        [sys.executable, "-c", IMPORTS],
        env={"PYTHONPATH": str(shop / "generated" / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr) == ("True False False\n", "")
    (shop / "gen.yaml").write_text(f"sdkwright: {{defaults: 1, {option}}}\n")
    assert run(capsys, "generate", "--out", "again")[0] == 0
    assert files(shop / "again") == made


def test_the_rest_comes_under_its_names(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "generate", "--out", "whole")[0] == 0
    assert run(capsys, "generate", "--include-tag", "pets")[0] == 0
    names = (shop / "whole" / "names.lock").read_bytes()
    assert (shop / "generated" / "names.lock").read_bytes() == names
    assert run(capsys, "generate")[0] == 0
    assert files(shop / "generated") == files(shop / "whole")


def test_a_word_that_fits_nothing_is_told(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "generate", "--include-tag", "pet", "--include-tag", "orders")
    assert status == 0
    assert 'No operation has a tag that the options name: "pet"' in err
    assert 'Did you mean "pets"?' in err


@pytest.mark.parametrize(
    ("typed", "told", "remedy"),
    [
        (["--include-tag", "pet"], 'No operation has a tag that the options name: "pet", so', 'Did you mean "pets"?'),
        (["--include-path", "/pet"], 'No operation has a path that the options name: "/pet", so', "Correct the name"),
        (["--exclude-path", "/"], "The options leave out every operation, so", "Correct the name"),
        (["--include-tag", "pets", "--exclude-path", "/pets"], "The options leave out every operation, so", "Correct"),
    ],
)
def test_options_that_leave_nothing_replace_nothing(
    shop: Path, capsys: pytest.CaptureFixture[str], typed: list[str], told: str, remedy: str
) -> None:
    assert run(capsys, "generate")[0] == 0
    before = files(shop / "generated")
    status, _, err = run(capsys, "generate", *typed)
    assert status == 1
    assert f"{told} that nothing is left" in err
    assert remedy in err
    assert files(shop / "generated") == before
