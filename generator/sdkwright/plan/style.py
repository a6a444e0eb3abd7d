"""What the pages have in the format of their date: the one place that asks for it."""

from __future__ import annotations

from sdkwright.options import formats
from sdkwright.options.model import Config, DocsStyle
from sdkwright.view.package import PageStyle


def page_style(config: Config) -> PageStyle:
    """The style of the pages: the reader's, or that of a format."""
    if config.docs_style is DocsStyle.READER:
        return PageStyle()
    format = config.format
    return PageStyle(
        usage_lines=format >= formats.USAGE_LINES,
        empty_pages=format < formats.NO_EMPTY_PAGES,
        group_lines=format < formats.DOTTED_TITLES,
        deprecated_groups=format >= formats.DEPRECATED_GROUPS,
        marked_sections=format >= formats.MARKED_SECTIONS,
        enum_samples=format >= formats.ENUM_SAMPLES,
        lines_after_imports=2 if format >= formats.TWO_LINES_AFTER_IMPORTS else 1,
    )
