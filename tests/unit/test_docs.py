"""The pages of the docs, from view objects made by hand."""

from __future__ import annotations

from pathlib import Path

from generator.plan.docs import pages
from generator.render.environment import render_template
from generator.sdk import Sdk
from tests.unit.docs_views import resource, sdk, sessions

TARGET = Path(__file__).parents[1] / "docs" / "expected" / "sessions.md"


def render(made: Sdk) -> dict[str, str]:
    return {page.path: render_template(page.template, page=page.context) for page in pages(made)}


def test_sessions_page_is_the_published_one() -> None:
    assert render(sdk(sessions()))["docs/sdks/sessions/README.md"] == TARGET.read_text("utf-8")


def test_class_without_operations_ends_at_the_empty_list() -> None:
    page = render(sdk(resource("Orq SDK", "", ())))["docs/sdks/orq sdk/README.md"]
    assert page == "# Orq SDK\n\n## Overview\n\n### Available Operations\n"
