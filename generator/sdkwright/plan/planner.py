"""What the expressions of one module share."""

from __future__ import annotations

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Operation
from sdkwright.ir.types import Type
from sdkwright.plan.context import Context
from sdkwright.plan.python.annotations import Annotator, Flavour
from sdkwright.plan.python.fixed import fixed_parameters
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, framed
from sdkwright.text.fixed import Fixed
from sdkwright.text.kinds import Code


class Planner(Frozen):
    """What the expressions of one module share: its scope and the annotators of type thunks, of what goes in, and of
    what comes back."""

    context: Context
    scope: Scope
    thunks: Annotator
    inputs: Annotator
    results: Annotator
    _options: dict[tuple[Fixed, ...], tuple[Code, ...]]

    @classmethod
    def of(cls, context: Context, scope: Scope) -> Planner:
        """A planner for one module."""
        thunks, inputs, results = (
            Annotator(context, scope, kind) for kind in (Flavour.THUNK, Flavour.INPUT, Flavour.RESULT)
        )
        return cls(context, scope, thunks, inputs, results, {})

    def options(self, listed: tuple[Fixed, ...]) -> tuple[Code, ...]:
        """The parameters of what methods take besides; most methods take the same."""
        found = self._options.get(listed)
        if found is None:
            found = self._options[listed] = tuple(fixed_parameters(listed, self.scope))
        return found

    def op(self, name: str) -> str:
        """A name of the runtime's `operation` module."""
        return f"{self.scope.use('._runtime', 'operation', 'op')}.{name}"

    def configuration(self, name: str) -> str:
        """A name of the runtime's `configuration` module, which the import of an SDK loads anyway."""
        return f"{self.scope.use('._runtime', 'configuration')}.{name}"

    def thunk(self, type: Type) -> Doc:
        """`lambda: T`."""
        return framed("lambda: ", self.thunks.inside(type))

    def argument(self, operation: Operation, key: str) -> str:
        """The Python name of an argument."""
        return self.context.names.arguments[operation.id, key]
