"""Unions: aliases, told apart by a discriminator where one decides, quoted where they need a name at run time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sdkwright.frozen import Frozen
from sdkwright.ir.types import Discriminator, Family, ObjectDef, RefType, Type, TypeId, UnionDef
from sdkwright.options.formats import MEMBERS_BY_VALUE
from sdkwright.plan.context import Context
from sdkwright.plan.models.envelopes import Part, choice_of_answers
from sdkwright.plan.python.annotations import MODEL_MODULE, Annotator, view
from sdkwright.plan.python.docstrings import class_docstring, prose
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import (
    Doc,
    Group,
    assigned,
    call,
    class_header,
    flat,
    keyword,
    mapping,
    subscript,
    tuple_of,
)
from sdkwright.text.escape import docstring, literal, string_literal
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, UnionModel

_RUNTIME = f"..{MODEL_MODULE}"


def unlisted_name(union: str) -> str:
    """The class of what a union does not list; no name of the document begins with an underscore."""
    return f"_Unlisted{union}"


class UnionWriter(Frozen):
    """Writes the unions of one module; annotations stand at module level, where no field shadows a class."""

    context: Context
    scope: Scope
    typed_scope: Scope
    model: Annotator
    typed: Annotator

    def union_model(self, id: TypeId, definition: UnionDef) -> UnionModel:
        """The view of one union."""
        context = self.context
        name, seen = context.model_class(id), context.lookups.views[id]
        named = id in context.named_unions
        twin = context.lookups.twins.get(id)
        description = prose(definition.notes.description)
        answers = choice_of_answers(definition, context, self.scope, self.typed_scope, self.model, self.typed)
        if answers is None:
            members = tuple(view(member, context) for member in self._listed(definition))
            doc = self._model_doc(id, definition)
        else:
            members = tuple(answer.view for answer in answers)
            doc = self._union([answer.annotation for answer in answers], self.scope)
        return UnionModel(
            class_name=Code(name),
            page=seen.page,
            folder=seen.folder,
            description=description,
            members=members,
            error_class=Code(context.names.classes[id]) if definition.is_error else None,
            docstring=class_docstring(description, definition, context, 0),
            alias=self._alias(name, doc, self.scope, named=named),
            unlisted=self._unlisted_class(id, definition),
            typed_dict=twin or NO_CODE,
            typed_dict_alias=(
                NO_CODE
                if twin is None
                else self._alias(twin, self._typed_doc(definition, answers), self.typed_scope, named=named)
            ),
        )

    def _listed(self, definition: UnionDef) -> Sequence[Type]:
        """The members as the page lists them."""
        decides = definition.discriminator
        if decides is None or not decides.inferred or self.context.config.format < MEMBERS_BY_VALUE:
            return definition.members
        times = Counter(index for _, index in decides.mapping)
        return [member for index, member in enumerate(definition.members) for _ in range(times[index])]

    def family_model(self, id: TypeId, family: Family) -> UnionModel:
        """The view of the choice between a class and all that is made of it."""
        context = self.context
        name, twin, parent = context.names.families[id], context.names.family_dicts[id], context.model_class(id)
        members = [*family.members, RefType(id)]
        wire = family.discriminator.property_name
        pairs = ((literal(tag), str(place)) for tag, place in family.discriminator.mapping)
        default = family.discriminator.default
        tagged = call(
            self.scope.use(_RUNTIME, "Tagged"),
            string_literal(wire),
            mapping(pairs),
            self._names(wire, members),
            keyword("parent", str(len(family.members) if default is None else default)),
        )
        union = self._union([self._relative(self.model, family, one.id) for one in members], self.scope)
        chosen = subscript(self.scope.typing("Annotated"), [union, tagged])
        typed = self._union([self._relative(self.typed, family, one.id) for one in members], self.typed_scope)
        return UnionModel(
            class_name=Code(name),
            page=NO_CODE,
            folder=context.folder(id),
            description=None,
            members=(),
            docstring=docstring([f"`{parent}`, or the class that its tag `{wire}` names."], 0),
            alias=self._alias(name, chosen, self.scope, named=id in context.named_unions),
            typed_dict=Code(twin),
            typed_dict_alias=self._alias(twin, typed, self.typed_scope, named=False),  # nothing reads it at run time
        )

    @staticmethod
    def _relative(annotator: Annotator, family: Family, id: TypeId) -> Doc:
        """A member of a family: itself alone, or with a family of its own."""
        return annotator.core(RefType(id)) if id in family.nested else annotator.alone(id)

    def _model_doc(self, id: TypeId, definition: UnionDef) -> Doc:
        members = [self.model.inside(member) for member in definition.members]
        decides = self._decides(definition)
        if decides is None:
            union = self._union(members, self.scope)
            if not definition.any_of or sum(map(self._is_part, definition.members)) < 2:
                return union
            return subscript(self.scope.typing("Annotated"), [union, self.scope.use(_RUNTIME, "ANY_OF")])
        members = [self._apart(doc, member) for doc, member in zip(members, definition.members, strict=True)]
        unique = list(dict.fromkeys(members))
        places = [unique.index(member) for member in members]
        if decides.default is None:
            own = unlisted_name(self.context.model_class(id))
            unlisted = own if self._tag_attributes(definition) else self.scope.use(_RUNTIME, "Unrecognized")
            unique.append(unlisted)
        union = self._union(unique, self.scope)
        return subscript(self.scope.typing("Annotated"), [union, self._tagged(definition, decides, places)])

    def _decides(self, definition: UnionDef) -> Discriminator | None:
        """What tells the members apart, if it does."""
        return definition.discriminator if all(map(self._is_taggable, definition.members)) else None

    def _unlisted_class(self, id: TypeId, definition: UnionDef) -> Code:
        """What has another tag: to type checkers the tag is a value that no document lists."""
        attributes = self._tag_attributes(definition)
        if not attributes:
            return NO_CODE
        base, value = (self.scope.use(_RUNTIME, name) for name in ("Unrecognized", "Unlisted"))
        body = [f"    {name}: {self.scope.typing('Literal')}[{value}.VALUE]" for name in attributes]
        return Code("\n".join([class_header(unlisted_name(self.context.model_class(id)), base), *body]))

    def _tag_attributes(self, definition: UnionDef) -> list[str]:
        """What the field of the tag is called in the members; nothing where `Unrecognized` has that name."""
        decides = self._decides(definition)
        names = (
            []
            if decides is None or decides.default is not None
            else self._fields(decides.property_name, definition.members)
        )
        return [] if {"tag", "raw"} & set(names) else names

    def _fields(self, wire: str, members: Sequence[Type]) -> list[str]:
        """The names of the fields of a property, in the classes of all members."""
        names: dict[str, None] = {}
        for member in members:
            definition = self.context.definition(member.id) if isinstance(member, RefType) else None
            if isinstance(definition, UnionDef):
                names |= dict.fromkeys(self._fields(wire, definition.members))
            elif definition is not None and (definition.id, wire) in self.context.names.fields:
                names[self.context.names.fields[definition.id, wire]] = None
        return list(names)

    def _is_part(self, member: object) -> bool:
        """An object that has not all that is there anyway, or a choice, which may hold some."""
        definition = self.context.definition(member.id) if isinstance(member, RefType) else None
        if isinstance(definition, ObjectDef):
            return not definition.free_form and definition.additional is None
        return isinstance(definition, UnionDef)

    def _is_taggable(self, member: object) -> bool:
        """An object, or a choice of objects."""
        if not isinstance(member, RefType) or member.nullable:
            return False
        definition = self.context.definition(member.id)
        if isinstance(definition, UnionDef):
            return member.id not in self.context.named_unions and all(map(self._is_taggable, definition.members))
        return isinstance(definition, ObjectDef)

    def _apart(self, doc: Doc, member: object) -> Doc:
        """A union without a tag of its own would melt into the outer one; marked, it keeps its place."""
        definition = self.context.definition(member.id) if isinstance(member, RefType) else None
        if not isinstance(definition, UnionDef) or definition.discriminator is not None:
            return doc
        return subscript(self.scope.typing("Annotated"), [doc, self.scope.use(_RUNTIME, "APART")])

    def _tagged(self, definition: UnionDef, decides: Discriminator, places: list[int]) -> Group:
        """`Tagged("type", {"a": 0})`, with the Python names of the tag's field."""
        wire = decides.property_name
        pairs = ((literal(tag), str(places[at])) for tag, at in decides.mapping if at < len(places))
        return call(
            self.scope.use(_RUNTIME, "Tagged"),
            string_literal(wire),
            mapping(pairs),
            self._names(wire, definition.members),
            None if decides.default is None else keyword("parent", str(places[decides.default])),
        )

    def _names(self, wire: str, members: Sequence[Type]) -> Doc | None:
        """The Python names of the tag's field."""
        names = {
            self.context.names.fields[member.id, wire]: None
            for member in members
            if isinstance(member, RefType) and (member.id, wire) in self.context.names.fields
        }
        others = tuple_of(string_literal(name) for name in names if name != wire)
        return keyword("names", others) if others.items else None

    def _typed_doc(self, definition: UnionDef, answers: Sequence[Part] | None) -> Doc:
        if answers is not None:
            return self._union([answer.typed for answer in answers], self.typed_scope)
        members = dict.fromkeys(self.typed.inside(member) for member in definition.members)
        return self._union(list(members), self.typed_scope)

    @staticmethod
    def _union(members: list[Doc], scope: Scope) -> Doc:
        unique = list(dict.fromkeys(members))
        if not unique:
            return scope.typing("Any")
        return unique[0] if len(unique) == 1 else subscript(scope.typing("Union"), unique)

    def _alias(self, name: str, doc: Doc, scope: Scope, *, named: bool) -> Code:
        """The right-hand side of `name = …`; one that needs a name stands in quotes, and is read when it is used."""
        if named:
            maker = scope.use("typing_extensions", "TypeAliasType")
            doc = call(maker, string_literal(name), string_literal(flat(doc)))
        return assigned(name, doc)
