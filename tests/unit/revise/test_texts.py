"""A run after an edit of texts leaves what a whole run would leave, byte for byte, and makes no more than it must."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sdkwright import view
from sdkwright.cache import read_record
from sdkwright.revise import kept

from tests.unit.revise.shop import SHOP, Project, kept_about, put, texts

MORE_THAN_SHOWN = {
    ("info", "description"),
    ("externalDocs", "description"),
    ("components", "securitySchemes", "key", "description"),
    ("paths", "/orders", "post", "summary"),
    ("paths", "/orders", "post", "description"),
    ("components", "schemas", "Order", "allOf", 1, "example", "description"),
}
"""Texts into which somebody looks, or that are data."""


def test_each_text(project: Project) -> None:
    last = True
    for number, way in enumerate(texts(SHOP)):
        project.write(put(SHOP, way, f'{number} for "one", \\ and longer\nby a line with a | in it'))
        this = way not in MORE_THAN_SHOWN
        revised = project.generate()
        assert revised == this or not last, way  # The text before it changes back, too.
        last = this


def test_pages_of_the_reader(project: Project) -> None:
    way = ("components", "schemas", "Thing", "properties", "name", "description")
    reads = {"One": False, "Two": True, "[Three](./three.md)": False, "Four": False, "[a](https://shop.example)": True}
    for text, revised in reads.items():
        project.write(put(SHOP, way, text), "{packageName: shop}\nsdkwright: {docs: {style: reader}}")
        assert project.generate("check") == revised, text


def test_a_link_that_leads_nowhere_is_told_of(project: Project) -> None:
    way = ("components", "schemas", "Thing", "properties", "name", "description")
    found: list[bool] = []
    for text in ("[One](https://one.example)", "[One](one.md)", "[Two](one.md)", "Two", "Three"):
        project.write(put(SHOP, way, text), "{packageName: shop}\nsdkwright: {docs: {style: reader}}")
        found.append(project.generate("check"))
    assert found[1:] == [False, False, False, True]


def test_texts_that_change_together_and_again(project: Project) -> None:
    thing = ("components", "schemas", "Thing", "description")
    first = put(put(SHOP, thing, "One"), ("tags", 0, "description"), "Two")
    for document in (first, put(first, thing, "Three"), put(SHOP, thing, "Four"), SHOP):
        project.write(document)
        assert project.generate()


def test_a_module_with_another_docstring_is_not_judged_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: str, _: str) -> None:
        raise AssertionError(f"{path} is judged")

    monkeypatch.setattr("sdkwright.render.judge_module", refused)
    for way in (("components", "schemas", "Thing", "description"), ("paths", "/things/{id}", "get", "description")):
        project.write(put(SHOP, way, 'Another "text"'))
        assert project.say("generate", "--overlay", "overlay.json")[0] == 0
        assert project.revised[-1]
        modules = (project.folder / "generated" / "src").rglob("*.py")
        assert any('Another "text"' in module.read_text() for module in modules), way


def test_a_plan_of_another_version_is_passed_over(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write(put(SHOP, ("components", "schemas", "Thing", "description"), "Other"))
    monkeypatch.setattr("sdkwright.cache.record.generator_digest", lambda: "another")
    assert not project.generate()


def test_a_plan_that_another_run_has_left_is_not_even_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run of another version that was followed by one that kept no plan: its values may be others."""

    def refused(*_: object) -> None:
        raise AssertionError("it is read")

    monkeypatch.setattr(kept, "read", refused)
    assert kept.read_views(project.folder / "generated", "another") is None


def test_who_reads_a_plan_knows_all_of_its_classes() -> None:
    """Those of the view: nothing is imported because something that was kept names it."""
    views = {f"sdkwright.view.{path.stem}" for path in Path(view.__path__[0]).glob("[a-z]*.py")}
    program = "import sys, sdkwright.revise.kept; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert views <= {*ran.stdout.split()}


def test_a_plan_that_was_cut_short_is_passed_over(project: Project) -> None:
    folder = kept_about(project.folder)
    whole, record = (folder / "views.bin").read_bytes(), read_record(project.folder / "generated")
    run = record.run if record is not None else ""
    assert kept.read_views(project.folder / "generated", run) is not None
    for content in (b"", whole[:10], whole[:-1], b"x" + whole[1:]):
        (folder / "views.bin").write_bytes(content)
        assert kept.read_views(project.folder / "generated", run) is None
    project.write(put(SHOP, ("components", "schemas", "Thing", "description"), "Other"))
    assert not project.generate()


def test_warnings_stand_where_their_places_are_now(project: Project) -> None:
    """The text of many lines above moves what there is to warn of."""
    document = put(SHOP, ("paths", "/things/{id}", "get", "summary"), "Get one")
    project.write(document)
    written = project.folder / "openapi.json"
    written.write_text(written.read_text().replace('"Get one"', '\n\n\n"Get one"'))
    assert project.generate()


def test_strangers_in_the_package_are_told(project: Project) -> None:
    (project.folder / "generated" / "src" / "shop" / "stray.py").write_text("")
    project.generate("check")
    project.write(put(SHOP, ("components", "schemas", "Thing", "description"), "Other"))
    project.generate("check")
