"""How `README.md` speaks in a style of the docs: where its links lead, and how text of the document is written."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.docs.markdown import (
    Heading,
    autolink,
    link_base,
    markdown_cell,
    markdown_rich,
    markdown_start,
    markdown_text,
)
from sdkwright.docs.methods import available_operation
from sdkwright.docs.type_cells import python_type, type_cell
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import NO_CODE, TypeView
from sdkwright.view.package import Resource, Sdk


class Voice:
    """As published."""

    def __init__(self, sdk: Sdk) -> None:
        url = sdk.project.files_url
        self.root = link_base(url) if url is not None else NO_CODE
        """What links to files of the project begin with: on an index, which shows the page alone, relative ones lead
        nowhere."""

    def resource(self, resource: Resource) -> Code:
        """The page of a class."""
        return Code(f"{self.root}docs/sdks/{resource.page}/README.md")

    def group(self, resource: Resource) -> Code:
        """What stands above the operations of a class."""
        return Code(f"### [{resource.title}]({self.resource(resource)})")

    def heading(self, text: Code) -> Code:
        """A heading that is made of the document."""
        return text

    def operations(self, resource: Resource) -> Code:
        """The list of the operations of a class."""
        page = f"{self.resource(resource)}"
        return Code("\n".join(available_operation(method, page=page, spaced=False) for method in resource.methods))

    def error(self, error: TypeView) -> Code:
        """The name of an error class, which leads to its page."""
        return Code(f"[`{python_type(error)}`]({self.root}docs/{error.folder.path}/{error.page}.md)")

    def body(self, body: TypeView) -> Code:
        """The type of what a webhook sends."""
        return type_cell(body, required=True, up=Code(f"{self.root}docs/"))

    @property
    def reference(self) -> Code:
        """A sentence that leads to the pages of the reference; empty where only links to them are published."""
        return NO_CODE

    @property
    def retries(self) -> Code:
        """What leads to all that a policy can say."""
        return Code(f"[RetryConfig]({self.root}docs/models/utils/retryconfig.md)")

    def rich(self, text: Prose, own: Sequence[Heading] = ()) -> Code:
        """A description; `own` are headings of the page."""
        return markdown_rich(text, own)

    def line(self, text: Prose) -> Code:
        """One line of running text."""
        return markdown_text(text)

    def start(self, text: Prose) -> Code:
        """The same where a paragraph begins."""
        return markdown_start(text)

    def cell(self, text: Prose) -> Code:
        """A cell of a table."""
        return markdown_cell(text)

    def address(self, url: Prose) -> Code:
        """A web address as a link."""
        return autolink(url)
