"""Files of multipart bodies whose objects are also sent or read as JSON.

JSON has no files: there a binary property is base64 text (OpenAPI 3.0, section 4.7.24.1), whose value is bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkwright.frozen import replace
from sdkwright.ir.service import Api, Content, MediaKind
from sdkwright.ir.types import FileType, ListType, ObjectDef, RefType, Type, TypeDef, TypeId, UnionDef, parts
from sdkwright.normalise.read_write import Links, reach


def with_shared_files(links: Links, api: Api) -> Links:
    """The definitions, with a mark on the files that stand in JSON somewhere in the service."""
    definitions = links.definitions
    with_files = links.with_files()
    if not with_files:
        return links
    shared = with_files & reach(links, _in_json(definitions, api), families=True)
    marked = {id: _marked(one) if id in shared else one for id, one in definitions.items()}
    return Links(marked, links)


def _in_json(definitions: Mapping[TypeId, TypeDef], api: Api) -> Iterator[Type]:
    """The types of all that is no multipart body; objects within those are JSON, too."""
    for operation in api.operations:
        yield from (one.type for one in operation.parameters)
        for content in () if operation.body is None else operation.body.contents:
            yield from _of_content(definitions, content)
        yield from (content.type for response in operation.responses for content in response.contents)
    for hook in api.webhooks:
        yield from () if hook.body is None else (content.type for content in hook.body.contents)


def _of_content(definitions: Mapping[TypeId, TypeDef], content: Content) -> Iterator[Type]:
    definition = definitions.get(content.type.id) if isinstance(content.type, RefType) else None
    if content.kind is not MediaKind.MULTIPART or definition is None:
        yield content.type
        return
    bodies = [definition]
    if isinstance(definition, UnionDef):
        bodies = [definitions[one.id] for one in definition.members if isinstance(one, RefType)]
    for body in bodies:
        yield from (part for part in parts(body) if not _is_choice_of_files(definitions, part))


def _is_choice_of_files(definitions: Mapping[TypeId, TypeDef], type: Type) -> bool:
    """Whether the type is a choice between files and something else, which is a part and not JSON."""
    definition = definitions.get(type.id) if isinstance(type, RefType) else None
    return isinstance(definition, UnionDef) and any(_file_within(one) for one in definition.members)


def _file_within(type: Type) -> bool:
    return isinstance(type.item if isinstance(type, ListType) else type, FileType)


def _marked(definition: TypeDef) -> TypeDef:
    match definition:
        case ObjectDef():
            return replace(
                definition, properties=tuple(replace(one, type=_as_json(one.type)) for one in definition.properties)
            )
        case UnionDef():
            return replace(definition, members=tuple(map(_as_json, definition.members)))
        case _:
            return definition


def _as_json(type: Type) -> Type:
    if isinstance(type, FileType):
        return replace(type, in_json=True)
    return replace(type, item=_as_json(type.item)) if isinstance(type, ListType) else type
