"""Model modules, each with its classes, aliases and TypedDict twins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sdkwright.frozen import Frozen, replace
from sdkwright.ir.types import (
    EnumDef,
    ObjectDef,
    Property,
    Root,
    TypeId,
    UnionDef,
)
from sdkwright.options.formats import DOCUMENT_ORDER
from sdkwright.plan.context import Context
from sdkwright.plan.deprecated import former_marks, names_of_old_members, old_fields
from sdkwright.plan.models.constants import constant_fields, constant_names
from sdkwright.plan.models.defaults import field_value, is_default_sent, is_narrower, read_default, single_value
from sdkwright.plan.models.enums import enum_model
from sdkwright.plan.models.envelopes import envelope_part
from sdkwright.plan.models.files import ModelFile
from sdkwright.plan.models.handing import handed
from sdkwright.plan.models.rings import alias_order
from sdkwright.plan.models.spelt import Speller, Usual
from sdkwright.plan.models.unions import UnionWriter, unlisted_name
from sdkwright.plan.python.annotations import MODEL_MODULE, Annotator, Flavour, is_nullable, text, view
from sdkwright.plan.python.docstrings import (
    class_docstring,
    deprecation,
    examples,
    field_docstring,
    module_docstring,
    prose,
)
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import (
    WIDTH,
    Comma,
    Doc,
    Group,
    assigned,
    call,
    class_header,
    flat,
    framed,
    framed_group,
    lay,
    lay_open,
    subscript,
)
from sdkwright.plan.python.literals import default_expression
from sdkwright.text import reserved
from sdkwright.text.escape import string_literal
from sdkwright.text.kinds import Code, common
from sdkwright.view.models import (
    NO_CODE,
    EnumModel,
    ExtraView,
    Field,
    Model,
    ModelModule,
    ModelRole,
    ObjectModel,
    UnionModel,
)

EXTRA_PROPERTY = "additional_properties"
_BODY = 4
"""The indentation of a class body."""
_RUNTIME = f"..{MODEL_MODULE}"


class _File(Frozen):
    """What the parts of one module share."""

    context: Context
    scope: Scope
    typed_scope: Scope
    model: Annotator
    typed: Annotator
    unions: UnionWriter
    speller: Speller
    constants: Mapping[TypeId, Mapping[str, str]]
    """The names in upper case of constant fields, by those of the fields, where the options ask for them."""


def model_module(module: ModelFile, context: Context, usual: Usual) -> ModelModule:
    """One file under `models/`, and its TypedDict twin; `usual` are the spellings that modules share."""
    file = _file(module, context, usual)
    models = {id: _model(file, id) for id in module.types}
    objects = _defined_before_use([m for m in models.values() if isinstance(m, ObjectModel)])
    enums = [m for m in models.values() if isinstance(m, EnumModel)]
    order = alias_order({id: context.definition(id) for id in module.types})
    aliases = (m.family if isinstance(m := models[id], ObjectModel) else m for ids in order for id in ids)
    unions = tuple([m for m in aliases if isinstance(m, UnionModel)])
    typed_objects = tuple([m for m in objects if m.typed_dict and not m.typed_dict_alias])
    typed_mappings = tuple([m for m in objects if m.typed_dict_alias])
    typed_unions = tuple([m for m in unions if m.typed_dict])
    exports = handed(module, context) if module.group is None else ()
    type_checking = file.scope.typing("TYPE_CHECKING") if exports else NO_CODE
    return ModelModule(
        stem=common(module.stem),
        models=tuple(models.values()),
        imports=file.scope.lines(),
        typed_dict_imports=file.typed_scope.lines(),
        enum_aliases=tuple([m for m in enums if m.alias is not None]),
        enum_classes=tuple([m for m in enums if m.alias is None]),
        has_classes=bool(objects) or any(m.alias is None for m in enums) or any(m.unlisted for m in unions),
        objects=objects,
        unions=unions,
        families=tuple([one.family for one in objects if one.family is not None]),
        typed_objects=typed_objects,
        typed_mappings=typed_mappings,
        typed_unions=typed_unions,
        has_typed_dicts=bool(typed_objects or typed_mappings or typed_unions),
        aliases=file.scope.aliases(),
        typed_dict_aliases=file.typed_scope.aliases(),
        docstring=module_docstring(module.operation, module.group, context),
        exports=exports,
        type_checking=common(type_checking),
    )


def _defined_before_use(objects: Sequence[ObjectModel]) -> tuple[ObjectModel, ...]:
    """Those called like a builtin first: an annotation that is read before its class is there finds the builtin.

    Among themselves they stand the other way round, because a parent stands before its children."""
    first = [model for model in objects if model.class_name in reserved.BUILTIN_CLASSES]
    if not first:
        return tuple(objects)
    return (*reversed(first), *(model for model in objects if model.class_name not in reserved.BUILTIN_CLASSES))


def _file(module: ModelFile, context: Context, usual: Usual) -> _File:
    """The scopes of a module: what it defines is taken, what its fields are called is shadowed."""
    names = context.names
    definitions = [context.definition(id) for id in module.types]
    objects = [d for d in definitions if isinstance(d, ObjectDef)]
    named = names.fields
    fields = {named[d.id, p.name] for d in objects for p in d.properties}
    if names.old.fields:
        fields |= {former.old for d in objects for former in names.old.fields.get(d.id, ())}
    constants = {d.id: found for d in objects if (found := constant_names(d, context))}
    fields |= {upper for found in constants.values() for upper in found.values()}
    fields |= names_of_old_members([d for d in definitions if isinstance(d, EnumDef)], context)
    defined = {context.model_class(id) for id in module.types}
    if names.families:
        defined |= {names.families[id] for id in module.types if id in names.families}
    defined |= {unlisted_name(context.model_class(d.id)) for d in definitions if isinstance(d, UnionDef)}
    scope = Scope(defined, fields | {EXTRA_PROPERTY, "model_config"})
    twins = [each[id] for each in (names.typed_dicts, names.family_dicts) for id in module.types if id in each]
    typed_scope = Scope(twins, fields)
    model = Annotator(context, scope, Flavour.MODEL, module.stem)
    typed = Annotator(context, typed_scope, Flavour.TYPED, module.stem)
    outside = Annotator(context, scope, Flavour.MODEL, module.stem, in_class=False)
    typed_outside = Annotator(context, typed_scope, Flavour.TYPED, module.stem, in_class=False)
    unions = UnionWriter(context, scope, typed_scope, outside, typed_outside)
    speller = Speller(context, model, typed, usual)
    return _File(context, scope, typed_scope, model, typed, unions, speller, constants)


def _model(file: _File, id: TypeId) -> Model:
    definition = file.context.definition(id)
    match definition:
        case ObjectDef():
            return _object(file, id, definition)
        case EnumDef():
            return enum_model(id, definition, file.context, file.scope)
        case UnionDef():
            return file.unions.union_model(id, definition)


# ---------------------------------------------------------------------------------------------------------- objects


def _object(file: _File, id: TypeId, definition: ObjectDef) -> ObjectModel:
    """The view of one class and of its TypedDict twin."""
    context = file.context
    name, seen, is_file = context.model_class(id), context.lookups.views[id], definition.is_file
    own = _aside(file) if is_file else file
    fields = tuple([_field(own, definition, property) for property in _in_order(definition, context)])
    description = prose(definition.notes.description)
    twin = context.lookups.twins.get(id)
    base, typed_base = _bases(file, definition, has_twin=twin is not None)
    extra = _extra(file, definition)
    docstring = class_docstring(description, definition, context, _BODY)
    upper = file.constants.get(id)
    return ObjectModel(
        class_name=Code(name),
        page=seen.page,
        folder=seen.folder,
        description=description,
        fields=fields,
        error_class=Code(context.names.classes[id]) if definition.is_error else None,
        deprecated=deprecation(definition.notes),
        docstring=docstring,
        typed_dict=twin or NO_CODE,
        declared=() if is_file else fields,
        header=class_header(name, base),
        typed_dict_header=NO_CODE if twin is None else class_header(twin, typed_base),
        typed_dict_alias=NO_CODE if twin is None or fields or not definition.free_form else _open_mapping(file, twin),
        extra=extra,
        role=_role(id, context),
        has_body=bool(fields and not is_file) or extra is not None,
        is_empty=(not fields or is_file) and extra is None and not docstring,
        typed_dict_is_empty=(not fields or is_file) and not docstring,
        old_fields=old_fields(id, fields, context, file.scope),
        constants=() if upper is None else constant_fields(upper, fields, file.scope),
        family=None if definition.family is None else file.unions.family_model(id, definition.family),
    )


def _open_mapping(file: _File, name: str) -> Code:
    """`Dict[str, Any]`: no TypedDict takes keys that it does not name.  Where it is opened, both stand on one line."""
    scope = file.typed_scope
    both = f"{scope.builtin('str')}, {scope.typing('Any')}"
    return assigned(name, subscript(scope.typing("Dict"), [both]))


def _aside(file: _File) -> _File:
    """The same with scopes of its own: for fields that are only documented here, and need no imports."""
    scope, typed_scope = Scope(()), Scope(())
    model = Annotator(file.context, scope, Flavour.MODEL)
    typed = Annotator(file.context, typed_scope, Flavour.TYPED)
    speller = Speller(file.context, model, typed, Usual(file.context))
    return replace(file, scope=scope, typed_scope=typed_scope, model=model, typed=typed, speller=speller)


def _bases(file: _File, definition: ObjectDef, *, has_twin: bool) -> tuple[str, str]:
    """The base classes of the model and of its TypedDict; a file's are complete in the runtime."""
    if definition.is_file:
        files = ".._runtime.files"
        return file.scope.use(files, "File"), file.typed_scope.use(files, "FileTypedDict")
    is_security = definition.origin.root is Root.SECURITY
    base = "SecurityModel" if is_security else "FreeForm" if definition.free_form else "BaseModel"
    is_class = has_twin and not (definition.free_form and not definition.properties)
    typed = file.typed_scope.typing("TypedDict") if is_class else ""
    return file.scope.use(_RUNTIME, base), typed


def _role(id: TypeId, context: Context) -> ModelRole:
    """Whether the docs treat a class as one of the two that the SDK itself has."""
    if id == context.api.security_type:
        return ModelRole.SECURITY
    return ModelRole.GLOBALS if id == context.api.globals_type else ModelRole.PLAIN


def _extra(file: _File, definition: ObjectDef) -> ExtraView | None:
    """The lines for typed further properties."""
    if definition.additional is None:
        return None
    scope = file.scope
    value = file.model.inside(definition.additional)
    kept = lay(subscript(scope.typing("Dict"), [scope.builtin("str"), value]), 8, after=24)
    return ExtraView(
        config=Code(scope.use(_RUNTIME, "EXTRA")),
        type_checking=Code(scope.typing("TYPE_CHECKING")),
        type=kept,
        property_decorator=Code(scope.builtin("property")),
        value=view(definition.additional, file.context),
    )


def _in_order(definition: ObjectDef, context: Context) -> Sequence[Property]:
    """The order of the document; in older formats required properties come first."""
    if context.config.format >= DOCUMENT_ORDER:
        return definition.properties
    return sorted(definition.properties, key=lambda one: not one.required or one.default is not None)


def _field(file: _File, definition: ObjectDef, property: Property) -> Field:
    """One field: its declaration in both classes, and what the docs say of it."""
    context = file.context
    name = context.names.fields[definition.id, property.name]
    if definition.is_envelope:
        return _envelope_field(file, name, definition, property)
    type, notes, written = property.type, property.notes, property.default
    const = single_value(type, context)
    default = None if written is None else default_expression(type, written.value, context)
    said = const is not None and (
        property.required
        or (not property.read_only and (default is not None or (definition.id, property.name) in context.tags))
    )
    is_const = said and not is_nullable(type)
    required = property.required and written is None
    spelt = file.speller.spelt(type, given=required or (property.required and is_const), sent=required)
    marks: list[Doc] = []
    if name != property.name:
        marks.append(call(file.scope.use("pydantic", "Field"), f"alias={string_literal(property.name)}"))
    is_preset = not is_const and is_default_sent(property)
    if is_const or is_preset:
        marks.append(file.scope.use(_RUNTIME, "CONST" if is_const else "PRESET"))
    if definition.id in context.names.old.fields:
        marks += former_marks(definition, name, context, file.scope)
    annotation: Doc = spelt.annotation
    line: str = spelt.text
    if marks:
        annotation = subscript(file.scope.typing("Annotated"), [annotation, *marks])
        line = flat(annotation)
    if is_preset and default == "None":
        value: Doc | None = "None"  # null is what is sent
    else:
        value = field_value(file.scope, property, const if is_const else default, optional=not required or is_const)
    if written is not None and not is_const and (default is None or is_narrower(property)):
        value = read_default(file.scope, file.model.core(type), written.value) or value
    description = prose(notes.description)
    return Field(
        name=common(name),
        type=spelt.view,
        annotation=spelt.text,
        required=required,
        description=description,
        examples=examples(notes, context),
        deprecated=deprecation(notes),
        declaration=_declaration(name, annotation, value, line),
        typed_dict_declaration=_declaration(name, spelt.typed, None, spelt.typed_text),
        docstring=field_docstring(description, notes, _BODY),
    )


def _envelope_field(file: _File, name: str, definition: ObjectDef, property: Property) -> Field:
    """One field of what a method returns in place of its result."""
    part = envelope_part(definition, property, file.context, file.scope, file.typed_scope, file.model, file.typed)
    spelt = text(part.annotation)
    description = prose(property.notes.description)
    return Field(
        name=common(name),
        type=part.view,
        annotation=spelt,
        required=property.required,
        description=description,
        declaration=_declaration(name, part.annotation, None if property.required else "None", spelt),
        typed_dict_declaration=_declaration(name, part.typed, None, flat(part.typed)),
        docstring=field_docstring(description, property.notes, _BODY),
    )


def _declaration(name: str, annotation: Doc, value: Doc | None, spelt: str) -> Code:
    """`name: annotation = value`, laid out for a class body; `spelt` is the annotation on one line."""
    left = name + ": " + spelt
    if isinstance(value, Group):
        # The call breaks first.
        return lay(framed(left + " = ", value), _BODY)
    line = left if value is None else left + " = " + value
    if _BODY + len(line) <= WIDTH:
        return common(line)
    if isinstance(annotation, str):
        fits = 2 * _BODY + len(annotation) <= WIDTH and value is None
        return _in_brackets(f"{name}: ", annotation) if fits else common(line)
    if value is not None and annotation.comma is Comma.NEVER and _BODY + len(left) + len(" = (") <= WIDTH:
        # The formatter breaks the right-hand side first, where that is enough.
        return _in_brackets(left + " = ", value)
    return lay_open(framed_group(f"{name}: ", annotation, "" if value is None else f" = {value}"), _BODY)


def _in_brackets(left: str, inner: str) -> Code:
    """`left (`, the inner part on a line of its own, `)`."""
    margin = " " * _BODY
    return Code(f"{left}(\n{margin}{margin}{inner}\n{margin})")
