"""The name of the choice between a class and all that is made of it."""

from __future__ import annotations

from tests.unit.naming import again, answers, named, obj, operation, ref


def test_the_choice_takes_no_name_and_loses_none() -> None:
    pet = {**obj(kind={"type": "string"}), "discriminator": {"propertyName": "kind"}}
    schemas = {"Pet": pet, "Cat": {"allOf": [ref("Pet"), obj(lives={"type": "integer"})]}}
    paths = {"/a": {"get": operation("GetA", responses=answers(_200=ref("Pet")))}}
    before = named({"paths": paths, "components": {"schemas": schemas}})
    (choice,), (twin,) = before.names.families.values(), before.names.family_dicts.values()
    assert (choice, twin) == ("PetUnion", "PetUnionTypedDict")
    more = {"PetUnion": obj(a={"type": "string"}), **schemas}
    both = {**paths, "/b": {"get": operation("GetB", responses=answers(_200=ref("PetUnion")))}}
    root = {"paths": both, "components": {"schemas": more}}
    after = again(root, before)
    assert list(after.names.families.values()) == ["PetUnion"]
    assert after.at("#/components/schemas/PetUnion") == "PetUnionModel"
    alone = named(root)
    assert alone.at("#/components/schemas/PetUnion") == "PetUnion"
    assert list(alone.names.families.values()) == ["PetUnion1"]
    assert list(again({**root, "paths": paths}, alone).names.families.values()) == ["PetUnion1"]


def test_another_name_of_the_class_leaves_aliases_of_its_choice() -> None:
    pet = {**obj(kind={"type": "string"}), "discriminator": {"propertyName": "kind"}}
    cat = {"allOf": [ref("Pet"), obj(lives={"type": "integer"})]}
    paths = {"/a": {"get": operation("GetA", responses=answers(_200=ref("Pet")))}}
    before = named({"paths": paths, "components": {"schemas": {"Pet": pet, "Cat": cat}}})
    renamed = {"Pet": {**pet, "x-speakeasy-name-override": "Animal"}, "Cat": cat}
    after = again({"paths": paths, "components": {"schemas": renamed}}, before)
    old = {former.old: former.new for former in after.names.old.classes}
    assert old["PetUnion"] == "AnimalUnion"
    assert old["PetUnionTypedDict"] == "AnimalUnionTypedDict"
