"""What type checkers say of the values of an SDK: unions by their tag, members that may be unset, lists of scalars.

A comment `# mypy: code, code; pyright: rule` names the errors that a line must have.  A line without one has none.
"""

from __future__ import annotations

from typing import assert_type

from pets import Pets, models


def by_tag(pets: Pets) -> None:
    """A tag tells the members of a union apart, and from what the document does not list."""
    for pet in pets.send_pets() or []:
        if pet.kind == "cat":
            assert_type(pet, models.Cat)
        elif isinstance(pet, models.Dog):
            print(pet.bark)
        print(pet.lives)  # mypy: union-attr; pyright: reportAttributeAccessIssue


def unset(cat: models.Cat) -> None:
    """What may be unset or null is neither behind its own `if`."""
    print(cat.note.upper())  # mypy: union-attr; pyright: reportAttributeAccessIssue, reportOptionalMemberAccess
    if cat.note:
        assert_type(cat.note, str)
    print((cat.note or "none").upper())


def lists(pets: Pets, whole: list[int], numbers: dict[str, int]) -> None:
    """Any sequence of what fits is a list of it, but a text is no list of texts."""
    pets.send_pets(weights=whole, by_name=numbers, names=["a"], colours=("red",))
    pets.send_pets(weights=(1, 2.5), anything=None)
    pets.send_pets(names="a")  # mypy: arg-type; pyright: reportArgumentType
    pets.send_pets(colours="red")  # mypy: arg-type; pyright: reportArgumentType
