"""How `README.md` speaks in the reader's style."""

from __future__ import annotations

from sdkwright.docs.markdown import code_span
from sdkwright.docs.reader.operation import summary
from sdkwright.docs.reader.own_voice import OwnVoice
from sdkwright.docs.reader.types import type_text
from sdkwright.docs.reader.where.places import GUIDE, INDEX, WEBHOOKS, Place, Places
from sdkwright.text.kinds import Code
from sdkwright.view.models import TypeView
from sdkwright.view.package import Resource, Sdk
from sdkwright.view.reference import model_key, shown_name

_PAGE = "README.md"


class ReaderVoice(OwnVoice):
    """Links lead to the pages of the resources and components."""

    def __init__(self, sdk: Sdk, places: Places) -> None:
        super().__init__(sdk)
        self._places = places
        self._has_guide = bool(places.chapters)

    def find(self, href: str) -> str:
        found = self._places.find(_PAGE)(href)
        return f"{self.root}{found}" if found else ""

    def _link(self, name: Code, place: Place | None) -> Code:
        return code_span(name) if place is None else Code(f"[`{name}`]({self.root}{place.seen_from(_PAGE)})")

    def resource(self, resource: Resource) -> Code:
        return Code(f"{self.root}{self._places.resource(resource)}")

    def group(self, resource: Resource) -> Code:
        return Code(f"**[{resource.title}]({self.resource(resource)})**")

    def operations(self, resource: Resource) -> Code:
        rows: list[str] = []
        for method in resource.methods:
            place = self._places.method(resource, method)
            said = summary(method, self.find)
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
