"""Templates decide nothing: no comparisons, arithmetic, assignments, filters, and no calls but of macros."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes
from sdkwright.render.environment import environment, templates_folder

FOLDER = templates_folder()
TEMPLATES = sorted(
    path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file() and path.suffix != ".pyc"
)
REFUSED: tuple[type[nodes.Node], ...] = (
    nodes.Assign,
    nodes.AssignBlock,
    nodes.BinExpr,
    nodes.CallBlock,
    nodes.Compare,
    nodes.Concat,
    nodes.CondExpr,
    nodes.Dict,
    nodes.Filter,
    nodes.FilterBlock,
    nodes.Getitem,
    nodes.List,
    nodes.Test,
    nodes.Tuple,
    nodes.UnaryExpr,
)


def faults(source: str) -> list[str]:
    """What a template does that is not for it to do."""
    tree = jinja2.Environment().parse(source)
    wrong = [type(node).__name__ for kind in REFUSED for node in tree.find_all(kind) if not isinstance(node, nodes.Not)]
    imported = {node.target for node in tree.find_all(nodes.Import)}
    own = {node.name for node in tree.find_all(nodes.Macro)}
    for node in tree.find_all(nodes.FromImport):
        own.update(name if isinstance(name, str) else name[1] for name in node.names)
    for node in tree.find_all(nodes.Call):
        callee = node.node
        is_macro = isinstance(callee, nodes.Name) and callee.name in own
        is_imported = isinstance(callee, nodes.Getattr) and isinstance(callee.node, nodes.Name)
        if not is_macro and not (is_imported and callee.node.name in imported):
            wrong.append("Call")
    return wrong


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 20


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_decides_nothing(name: str) -> None:
    assert faults((FOLDER / name).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "{% if a == 1 %}{% endif %}",
        "{% set a = 1 %}",
        "{{ a + 1 }}",
        "{{ a.upper() }}",
        "{{ range(3) }}",
        "{{ a|upper }}",
        "{{ a if b else c }}",
        "{% if a is defined %}{% endif %}",
        "{{ a ~ b }}",
        "{{ a['b'] }}",
        "{{ -a }}",
    ],
)
def test_what_a_template_must_not_do_is_found(source: str) -> None:
    assert faults(source)


def test_what_it_may_do_is_not() -> None:
    source = (
        "{% import 'x' as parts %}{% macro m(a) %}{{ a.b }}{% endmacro %}{{ m(1) }}{{ parts.n(a) }}{% if not a.b %}"
        "{% for x in a.c %}{{ x }}{% endfor %}{% endif %}"
    )
    assert faults(source) == []


def test_the_environment_offers_nothing_to_call() -> None:
    made = environment()
    assert (made.globals, made.filters, made.tests) == ({}, {}, {})


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_ends_in_one_newline_or_none(name: str) -> None:
    text = (FOLDER / Path(name)).read_text("utf-8")
    assert not text.endswith("\n\n")
    assert "\r" not in text
