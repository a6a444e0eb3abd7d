"""What the reader's docs say beside the view of the package: limits, defaults, JSON, meanings, and whose page is whose.

It is made for that style alone, so that nobody else pays for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sdkwright.frozen import Frozen, field
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import Folder, Model, ObjectModel, TypeView, UnionModel

ModelKey = tuple[Folder, Code]
"""Where a class is found, and the stem of its published page: both are in a model and in a type that leads to it."""
MethodKey = tuple[Code, Prose]
"""The HTTP method and the path: no two operations have the same."""


def model_key(one: Model | TypeView) -> ModelKey:
    """The key of a model, or of the model that a type leads to."""
    return one.folder, one.page


def shown_name(model: Model) -> Code:
    """What users call a class; a declared error is known by its exception."""
    own = model.error_class if isinstance(model, ObjectModel | UnionModel) else None
    return own or model.class_name


class PartFacts(Frozen):
    """What is known of a field or an argument beside its type and description."""

    wire_name: Prose | None = None
    """The name that is sent, where it is not that of the field."""
    wire_place: Code = Code("JSON")
    """What it is the name in."""
    default: Prose | None = None
    """As JSON; what counts where nothing is given."""
    limits: tuple[tuple[str, Prose], ...] = ()
    """Keywords of JSON Schema that the server checks, each with its value."""
    required: bool = False
    """Of an argument: a call must give it."""


NO_FACTS = PartFacts()
"""Of a part of which there is nothing to say."""


class ModelFacts(Frozen):
    """One class."""

    is_component: bool
    """It has a page of its own; what is inline is shown where it is used."""
    json: Prose | None = None
    """An example that fits the schema."""
    fields: Mapping[Code, PartFacts] = field(default_factory=dict[Code, PartFacts])
    """Of those of which there is something to say."""
    meanings: tuple[Prose | None, ...] = ()
    """Of an enum: what each value means, in their order."""
    tag: Prose | None = None
    """Of a union: the property that tells its members apart."""


NO_MODEL_FACTS = ModelFacts(is_component=False)
"""Of a class of which there is nothing to say."""


class AnswerView(Frozen):
    """One declared answer that is no error."""

    status: Code
    media_type: Prose | None
    """None without content, be it that the status has none (`204`)."""
    description: Prose | None
    json: Prose | None
    """An example, if the answer is JSON; of a stream, one event."""


class MethodFacts(Frozen):
    """One operation."""

    arguments: Mapping[Code, PartFacts]
    answers: tuple[AnswerView, ...]
    body: TypeView | None = None
    """The class of the body, if its members are arguments."""


class TargetKind(StrEnum):
    """What links of descriptions lead to."""

    OPERATION = "operation"
    ROUTE = "route"
    TAG = "tag"
    SCHEMA = "schema"
    SECTION = "section"


Target = tuple[TargetKind, str]
"""A part of the document, by the name that it has there."""


class Aim(Frozen):
    """What became of a part of the document: one of these."""

    method: MethodKey | None = None
    resource: Code | None = None
    """The class."""
    model: ModelKey | None = None


class Reference(Frozen):
    """All of it."""

    models: Mapping[ModelKey, ModelFacts]
    """Of those of which there is something to say."""
    methods: Mapping[MethodKey, MethodFacts]
    aims: Mapping[Target, Aim] = field(default_factory=dict[Target, Aim])
    """Of operations, tags and components; of nothing else that links may name."""
