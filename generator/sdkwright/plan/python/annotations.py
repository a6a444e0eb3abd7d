"""Types: the view that docs cells are made from, and the annotations of one module."""

from __future__ import annotations

from enum import StrEnum, auto
from functools import cache
from typing import assert_never

from sdkwright.frozen import replace
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    FileType,
    ListType,
    MapType,
    RefType,
    ScalarType,
    Type,
    TypeId,
    UnionDef,
    leaf,
)
from sdkwright.plan.context import Context
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, flat, subscript
from sdkwright.plan.python.scalars import SPELLINGS
from sdkwright.text.escape import literal
from sdkwright.text.kinds import Code, common
from sdkwright.view.models import TypeKind, TypeView

MODEL_MODULE = "_runtime.model"
OR_STRING = "OR_STRING"


# ------------------------------------------------------------------------------------------------------------ views


def view(type: Type, context: Context) -> TypeView:
    """The view of a type, without what being optional adds."""
    match type:
        case ScalarType():
            return _scalar_view(type.scalar, type.nullable)
        case RefType():
            return model_view(type.id, context, nullable=type.nullable)
        case ListType():
            return TypeView(TypeKind.LIST, args=(view(type.item, context),), nullable=type.nullable)
        case MapType():
            return TypeView(TypeKind.DICT, args=(view(type.value, context),), nullable=type.nullable)
        case ConstType():
            return TypeView(TypeKind.LITERAL, literal(type.value), nullable=type.nullable)
        case AnyType():
            return TypeView(TypeKind.ANY, common("Any"), nullable=type.nullable)
        case FileType():
            if not type.in_json:
                return model_view(type.id, context, nullable=type.nullable)
            args = (TypeView(TypeKind.SCALAR, common("bytes")), model_view(type.id, context))
            return TypeView(TypeKind.UNION, args=args, nullable=type.nullable)
    assert_never(type)


@cache
def _scalar_view(scalar: Scalar, nullable: bool) -> TypeView:
    return TypeView(TypeKind.SCALAR, common(SPELLINGS[scalar].name), nullable=nullable)


def model_view(id: TypeId, context: Context, *, nullable: bool = False) -> TypeView:
    """The view of a class."""
    found = context.lookups.views[id]
    return replace(found, nullable=True) if nullable else found


# ------------------------------------------------------------------------------------------------------ annotations


class Flavour(StrEnum):
    """How an annotation names classes."""

    MODEL = auto()
    """In a model module: `Pet`."""
    TYPED = auto()
    """In a TypedDict module: `PetTypedDict`."""
    RESULT = auto()
    """In a resource module, of what comes back: `models.Pet`."""
    INPUT = auto()
    """In a resource module, of what goes in: `Union[models.Pet, models.PetTypedDict]`, or `Sequence` of it."""
    INPUT_DICT = auto()
    """The second half of `INPUT`."""
    THUNK = auto()
    """In a resource module, behind a lambda: as `RESULT`, with the marks of wire forms."""


class Annotator:
    """Writes annotations for one module."""

    def __init__(
        self, context: Context, scope: Scope, flavour: Flavour, stem: str = "", *, in_class: bool = True
    ) -> None:
        self._own = scope.own if in_class else str
        self._context = context
        self.scope = scope
        self._flavour = flavour
        self._stem = stem
        self._is_typed = flavour in (Flavour.TYPED, Flavour.INPUT_DICT)
        self._is_local = flavour in (Flavour.MODEL, Flavour.TYPED)
        self._known: dict[Type, Doc] = {}
        self._halves = None
        if flavour is Flavour.INPUT:
            self._halves = Annotator(context, scope, Flavour.RESULT), Annotator(context, scope, Flavour.INPUT_DICT)

    def required(self, type: Type) -> Doc:
        """Of a value that must be given; null only where the type allows it."""
        inner = self.core(type)
        return subscript(self._unset("Nullable"), [inner]) if type.nullable and is_nullable(type) else inner

    def optional(self, type: Type) -> Doc:
        """Of a value that may be left out: `Optional`, or `OptionalNullable` where null is a value."""
        inner = self.core(type)
        if type.nullable and is_nullable(type):
            return subscript(self._unset("OptionalNullable"), [inner])
        return subscript(self.scope.typing("Optional"), [inner])

    def inside(self, type: Type) -> Doc:
        """Of an item, a value or a union member."""
        inner = self.core(type)
        if is_nullable(type) and inner != self._none(type):
            return subscript(self.scope.typing("Optional"), [inner])
        return inner

    def core(self, type: Type) -> Doc:
        """Of the value itself, null left aside."""
        if self._halves is None:
            return self._core(type)
        found = self._known.get(type)
        if found is None:
            found = self._of_both(type, *self._halves)
            if can_be_known(type):
                self._known[type] = found
        return found

    def _of_both(self, type: Type, plain: Annotator, other: Annotator) -> Doc:
        """Of a value that goes in, whose halves two annotators write."""
        # Not `Union[List[A], List[B]]`: mypy would take a list of dictionaries for neither.  `Sequence` and
        # `Mapping` are covariant, so that a variable that holds a list of models, or of integers, fits as well.
        if isinstance(type, ListType) and not _is_text(type.item):
            return subscript(self.scope.use("collections.abc", "Sequence"), [self.inside(type.item)])
        if isinstance(type, MapType):
            key = self.scope.builtin("str")
            return subscript(self.scope.use("collections.abc", "Mapping"), [key, self.inside(type.value)])
        if has_typed_dict(type, self._context):
            members = [plain._core(type), other._core(type)]
            if isinstance(type, FileType):
                members = [plain._class(type.id), other._class(type.id), self._input_of_files()]
            return subscript(self.scope.typing("Union"), members)
        return self._core(type)

    def _unset(self, name: str) -> str:
        """A name of the runtime's `unset` module, which costs nothing to import."""
        if self._flavour is Flavour.MODEL:
            return self.scope.use(f"..{MODEL_MODULE}", name)
        return self.scope.use("..types" if self._flavour is Flavour.TYPED else ".types", name)

    def mark(self, name: str) -> str:
        """A name of the runtime's `model` module; in resource modules behind the lazy package `types`."""
        if self._flavour is Flavour.MODEL:
            return self.scope.use(f"..{MODEL_MODULE}", name)
        return f"{self.scope.use('.', 'types')}.{name}"

    @property
    def _marks(self) -> bool:
        """Whether the annotation is read by the runtime, and must say how scalars are written."""
        return self._flavour in (Flavour.MODEL, Flavour.THUNK)

    @staticmethod
    def _none(type: Type) -> str:
        return "None" if isinstance(type, ScalarType) and type.scalar is Scalar.NULL else ""

    def _core(self, type: Type) -> Doc:
        match type:
            case ScalarType():
                known = self._known.get(type)
                if known is None:
                    known = self._known[type] = self._scalar(type)
                return known
            case RefType():
                return self._class(type.id)
            case ListType():
                return subscript(self.scope.typing("List"), [self.inside(type.item)])
            case MapType():
                return subscript(self.scope.typing("Dict"), [self.scope.builtin("str"), self.inside(type.value)])
            case ConstType():
                return self._const(type)
            case AnyType():
                return self.scope.typing("Any")
            case FileType():
                return self._file_core(type)
        assert_never(type)

    def _file_core(self, type: FileType) -> Doc:
        """What a file may be: where it stands in JSON, too, its bytes; in dictionaries, all that may be handed over."""
        if self._flavour is Flavour.TYPED:
            return subscript(self.scope.typing("Union"), [self._class(type.id), self._input_of_files()])
        if not type.in_json or self._flavour is Flavour.INPUT_DICT:
            return self._class(type.id)
        inner = subscript(self.scope.typing("Union"), [self.scope.builtin("bytes"), self._class(type.id)])
        if self._flavour is not Flavour.MODEL:
            return inner
        mark = self.scope.use(".._runtime.files", "FILE_OR_BYTES")
        return subscript(self.scope.typing("Annotated"), [inner, mark])

    def _input_of_files(self) -> str:
        return self.scope.use("..types" if self._flavour is Flavour.TYPED else ".types", "FileInput")

    def _const(self, type: ConstType) -> Doc:
        """PEP 586 knows no float literals."""
        if isinstance(type.value, float):
            return self.scope.builtin("float")
        return subscript(self.scope.typing("Literal"), [literal(type.value)])

    def _scalar(self, type: ScalarType) -> Doc:
        if type.scalar is Scalar.NULL:
            return "None"
        if type.scalar is Scalar.BINARY:
            # Only classes that gather a whole request have such fields in models, and nothing validates those.
            if self._flavour is Flavour.MODEL:
                return self.scope.typing("Any")
            return self.scope.use("..types" if self._flavour is Flavour.TYPED else ".types", "BinaryContent")
        spelling = SPELLINGS[type.scalar]
        inner: Doc = self.scope.use(spelling.module, spelling.name)
        if type.or_string:
            inner = subscript(self.scope.typing("Union"), [inner, self.scope.builtin("str")])
        mark = OR_STRING if type.or_string else spelling.mark
        if mark is None or not self._marks:
            return inner
        return subscript(self.scope.typing("Annotated"), [inner, self.mark(mark)])

    def _class(self, id: TypeId) -> Doc:
        lookups = self._context.lookups
        return self._named(id, (lookups.typed_dicts if self._is_typed else lookups.models)[id])

    def alone(self, id: TypeId) -> Doc:
        """A class itself, without what is made of it."""
        return self._named(id, self._context.typed_dict(id) if self._is_typed else self._context.model_class(id))

    def _named(self, id: TypeId, name: str) -> Doc:
        if self._is_local:
            return self._local(id, name)
        return f"{self.scope.package(self._context.names.folders[id])}.{name}"

    def _local(self, id: TypeId, name: str) -> str:
        """A class as its own module or a neighbour names it."""
        context = self._context
        stem = context.stems[id]
        if self._is_typed and id in context.names.typed_dicts:
            return self._own(name) if stem == self._stem else self.scope.use(f".{stem}_typed", name)
        if stem == self._stem and not self._is_typed:
            return self._own(name)
        return self.scope.use(f".{stem}", name)


def can_be_known(type: Type) -> bool:
    """Whether equal types are spelt alike: those of the constants `1`, `1.0` and `True` are not."""
    return not isinstance(leaf(type), ConstType)


def is_nullable(type: Type) -> bool:
    """Whether null is a value of the type."""
    return type.nullable and not (isinstance(type, ScalarType) and type.scalar is Scalar.NULL)


def takes_null(type: Type, context: Context) -> bool:
    """Whether an explicit null says something: it is a value of the type, or any value is."""
    return type.nullable or _takes_null(type, context, set())


def _takes_null(type: Type, context: Context, seen: set[TypeId]) -> bool:
    if isinstance(type, ScalarType):
        return type.nullable or type.scalar is Scalar.NULL
    if type.nullable or isinstance(type, AnyType):
        return True
    if not isinstance(type, RefType) or type.id in seen:
        return False
    seen.add(type.id)
    definition = context.definition(type.id)
    return isinstance(definition, UnionDef) and any(_takes_null(one, context, seen) for one in definition.members)


def _is_text(type: Type) -> bool:
    """Whether a text would pass for a sequence of such items."""
    return isinstance(type, AnyType) or (isinstance(type, ScalarType) and type.scalar is Scalar.STRING)


def has_typed_dict(type: Type, context: Context) -> bool:
    """Whether callers may also pass plain dictionaries for some part of the type."""
    end = leaf(type)
    if isinstance(end, FileType):
        return True
    return isinstance(end, RefType) and not isinstance(context.definition(end.id), EnumDef)


def text(doc: Doc) -> Code:
    """An annotation on one line."""
    return common(flat(doc))
