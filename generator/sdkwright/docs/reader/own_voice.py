"""How a `README.md` speaks that no format has: what it says of the document is written as on the reader's pages, in
whatever style those are to which it leads."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.docs.markdown import Heading
from sdkwright.docs.methods import operation_link, with_mark
from sdkwright.docs.reader.text.sinks import address, cell, line, rich, start
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.readme.sections import sections
from sdkwright.docs.readme.voice import Voice
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.package import Method, Resource, Sdk


class OwnVoice(Voice):
    """Links lead to the published pages."""

    def __init__(self, sdk: Sdk) -> None:
        super().__init__(sdk)
        self._headings = Anchors()
        for one in (sdk.project.package_name, *(section.name for section in sections(marked=False).values())):
            self._headings.take(one)

    def find(self, href: str) -> str:
        """Where `href`, a link inside of the document, leads from here: no link can name a part of published pages."""
        return ""

    def heading(self, text: Code) -> Code:
        return self._headings.heading(text, "(call)")[0]

    def operations(self, resource: Resource) -> Code:
        return Code("\n".join(self._item(method, self.resource(resource)) for method in resource.methods))

    def _item(self, method: Method, page: Code) -> Code:
        text = method.summary or method.description
        link = operation_link(method, f"{page}")
        return with_mark(Code(f"{link} - {self.line(text)}") if text else link, method)

    def rich(self, text: Prose, own: Sequence[Heading] = ()) -> Code:
        return rich(text, self._headings, find=self.find)

    def line(self, text: Prose) -> Code:
        return line(text, self.find)

    def start(self, text: Prose) -> Code:
        return start(text, self.find)

    def cell(self, text: Prose) -> Code:
        return cell(text, self.find)

    def address(self, url: Prose) -> Code:
        return address(url)
