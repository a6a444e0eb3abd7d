"""How `README.md` speaks in the reader's style."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.docs.markdown import Heading, code_span
from sdkwright.docs.reader.operation import summary
from sdkwright.docs.reader.text.sinks import address, cell, line, rich, start
from sdkwright.docs.reader.types import type_text
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.reader.where.places import GUIDE, INDEX, WEBHOOKS, Place, Places
from sdkwright.docs.readme.sections import sections
from sdkwright.docs.readme.voice import Voice
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import TypeView
from sdkwright.view.package import Resource, Sdk
from sdkwright.view.reference import model_key, shown_name

_PAGE = "README.md"


class ReaderVoice(Voice):
    """Links lead to the pages of the resources and components; descriptions are written as on those."""

    def __init__(self, sdk: Sdk, places: Places) -> None:
        super().__init__(sdk)
        self._places = places
        self._has_guide = bool(places.chapters)
        self._headings = Anchors()
        for one in (sdk.project.package_name, *(section.name for section in sections(marked=False).values())):
            self._headings.take(one)

    def _find(self, href: str) -> str:
        """Where a link inside of the document leads from here."""
        found = self._places.find(_PAGE)(href)
        return f"{self.root}{found}" if found else ""

    def _link(self, name: Code, place: Place | None) -> Code:
        return code_span(name) if place is None else Code(f"[`{name}`]({self.root}{place.seen_from(_PAGE)})")

    def resource(self, resource: Resource) -> Code:
        return Code(f"{self.root}{self._places.resource(resource)}")

    def group(self, resource: Resource) -> Code:
        return Code(f"**[{resource.title}]({self.resource(resource)})**")

    def heading(self, text: Code) -> Code:
        return self._headings.heading(text, "(call)")[0]

    def operations(self, resource: Resource) -> Code:
        rows: list[str] = []
        for method in resource.methods:
            place = self._places.method(resource, method)
            said = summary(method, self._find)
            rows.append(f"* {self._link(method.name, place)}{f' - {said}' if said else ''}")
        return Code("\n".join(rows))

    def error(self, error: TypeView) -> Code:
        model = self._places.models[model_key(error)]
        return self._link(Code(f"{error.folder.name}.{shown_name(model)}"), self._places.of(error))

    def body(self, body: TypeView) -> Code:
        return Code(type_text(body, self._places, _PAGE, lambda _: Place(WEBHOOKS)))

    @property
    def reference(self) -> Code:
        return Code(f"The [reference]({self.root}{INDEX}) lists all resources, methods and models.")

    @property
    def retries(self) -> Code:
        place = Place(GUIDE, "retries-in-detail") if self._has_guide else None
        return self._link(Code("RetryConfig"), place)

    def rich(self, text: Prose, own: Sequence[Heading] = ()) -> Code:
        return rich(text, self._headings, find=self._find)

    def line(self, text: Prose) -> Code:
        return line(text, self._find)

    def start(self, text: Prose) -> Code:
        return start(text, self._find)

    def cell(self, text: Prose) -> Code:
        return cell(text, self._find)

    def address(self, url: Prose) -> Code:
        return address(url)
