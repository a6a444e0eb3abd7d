"""How the fields of a type are spelt: the annotations in both classes of a module, and the view that pages show."""

from __future__ import annotations

from sdkwright.frozen import Frozen
from sdkwright.ir.types import Type, target
from sdkwright.plan.context import Context
from sdkwright.plan.python.annotations import Annotator, Flavour, can_be_known, text, view
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, flat, subscript
from sdkwright.text.kinds import Code
from sdkwright.view.models import TypeView


class Spelt(Frozen):
    """The spelling of a type."""

    annotation: Doc
    text: Code
    """The annotation on one line."""
    typed: Doc
    """The annotation in the TypedDict."""
    typed_text: str
    view: TypeView


class Usual:
    """The spellings of types that name no class, which are the same in most modules."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[Type, bool, bool], tuple[Spelt, Scope, Scope]] = {}

    def spelt(self, type: Type, model: Annotator, typed: Annotator, *, given: bool, sent: bool) -> Spelt | None:
        """The spelling in the module of two annotators; None where something there is called like what it needs."""
        found = self._known.get((type, given, sent))
        if found is None:
            here, there = Scope(()), Scope(())
            annotators = Annotator(self._context, here, Flavour.MODEL), Annotator(self._context, there, Flavour.TYPED)
            found = _made(type, *annotators, self._context, given=given, sent=sent), here, there
            self._known[type, given, sent] = found
        spelt, needs, typed_needs = found
        return spelt if model.scope.meets(needs) and typed.scope.meets(typed_needs) else None


class Speller:
    """Spells the types of the fields of one module."""

    def __init__(self, context: Context, model: Annotator, typed: Annotator, usual: Usual) -> None:
        self._context = context
        self._model = model
        self._typed = typed
        self._usual = usual
        self._known: dict[tuple[Type, bool, bool], Spelt] = {}

    def spelt(self, type: Type, *, given: bool, sent: bool) -> Spelt:
        """How a field is spelt that must be given, or need not be, and that each body has which is sent, or not."""
        found = self._known.get((type, given, sent))
        if found is not None:
            return found
        can_be = can_be_known(type)
        if can_be and target(type) is None:
            found = self._usual.spelt(type, self._model, self._typed, given=given, sent=sent)
        found = found or _made(type, self._model, self._typed, self._context, given=given, sent=sent)
        if can_be:
            self._known[type, given, sent] = found
        return found


def _made(type: Type, model: Annotator, typed: Annotator, context: Context, *, given: bool, sent: bool) -> Spelt:
    annotation = model.required(type) if given else model.optional(type)
    other = typed.required(type)
    if not sent:
        other = subscript(typed.scope.typing("NotRequired"), [other])
    return Spelt(annotation, text(annotation), other, flat(other), view(type, context))
