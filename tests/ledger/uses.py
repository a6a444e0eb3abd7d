"""A user's program from the time before the renames.

Type checkers find nothing wrong with it but the lines marked `# error`, and call those marked `# deprecated` so.
"""

from __future__ import annotations

from typing import assert_never, assert_type

from zoo_sdk import Zoo, models


def label(pet: models.Pet) -> str | None:
    assert_type(pet.pet_name, str)  # deprecated
    return pet.pet_name  # deprecated


def name(pet: models.Pet) -> models.PetOrText:
    return pet


def dictionary() -> models.PetTypedDict:
    return {"label": "Rex"}


def kind(value: models.Kind) -> str:
    assert_type(models.Kind.CAT, models.Kind)
    match value:
        case models.Kind.FELINE:
            return "cat"
        case models.Kind.DOG:
            return "dog"
    assert_never(value)


def calls(zoo: Zoo) -> None:
    assert_type(zoo.pets.fetch(id="1"), models.Pet)  # deprecated
    zoo.creatures.fetch(pet_id="1", one="a")  # deprecated
    zoo.creatures.fetch(id="1", first="a")  # deprecated
    zoo.creatures.fetch(pet_id="1", first="a", second="b")  # deprecated
    zoo.creatures.get_pet(id="1")  # deprecated
    zoo.owners.get_owner()  # deprecated
    zoo.ping()  # deprecated
    zoo.creatures.fetch(pet_id="1", id="1")  # error


async def async_calls(zoo: Zoo) -> None:
    assert_type(await zoo.creatures.fetch_async(pet_id="1"), models.Pet)  # deprecated
    await zoo.ping_async()  # deprecated


def clients() -> None:
    Zoo(key="k")  # deprecated
    Zoo("k", tenant="t")  # deprecated
    Zoo(token="k", tenant="t")  # deprecated
    Zoo("k")


def failures(error: models.ProblemError) -> str | None:
    assert_type(error.data, models.ProblemErrorData)
    return error.data.message  # deprecated


ERRORS: tuple[type[Exception], ...] = (models.APIError, models.ProblemError)
