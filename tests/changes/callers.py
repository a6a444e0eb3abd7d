"""A caller for each rule that breaks: a program that is right before the change, and not or otherwise after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sdkwright.changes import rules

HEAD: Final = """\
from typing import assert_never

import {module}
from {module} import Garden, models


def plant(client: Garden) -> models.Plant:
    found = client.plants.get_plant(id="x")
    assert found is not None
    return found


"""
STATIC: Final[Mapping[rules.Rule, str]] = {
    rules.OPERATION_REMOVED: "def call(client: Garden) -> None:\n    client.plants.drop_plant(id='x')\n",
    rules.ARGUMENT_REMOVED: (
        "def call(client: Garden) -> None:\n    client.plants.list_plants(after=None, sort=models.Sort.NAME)\n"
    ),
    rules.ARGUMENT_ADDED_REQUIRED: "def call(client: Garden) -> None:\n    client.plants.list_plants(after=None)\n",
    rules.ARGUMENT_REQUIRED: "def call(client: Garden) -> None:\n    client.plants.list_plants(after=None)\n",
    rules.REQUEST_MEMBER_REMOVED: "SEED = models.Seed(weight=1.0, age=3)\n",
    rules.REQUEST_MEMBER_ADDED_REQUIRED: "SEED = models.Seed(weight=1.0)\n",
    rules.REQUEST_MEMBER_REQUIRED: "SEED = models.Seed(weight=1.0)\n",
    rules.REQUEST_NULL_REFUSED: "SEED: models.SeedTypedDict = {'weight': 1.0, 'origin': None}\n",
    rules.REQUEST_NARROWED: "SEED = models.Seed(weight=1.5)\n",
    rules.REQUEST_CHANGED: "SEED = models.Seed(weight=1.0, age=3)\n",
    rules.REQUEST_VALUE_REMOVED: "COAT = models.Coat.SOFT\n",
    rules.REQUEST_CHOICE_REMOVED: "SEED = models.Seed(weight=1.0, from_=models.Pear(stem='s'))\n",
    rules.RESPONSE_REMOVED: "def read(client: Garden) -> None:\n    print(client.plants.bloom().color)\n",
    rules.RESPONSE_MEMBER_REMOVED: "def read(client: Garden) -> None:\n    print(plant(client).note)\n",
    rules.RESPONSE_MEMBER_OPTIONAL: "def read(client: Garden) -> None:\n    print(plant(client).name.upper())\n",
    rules.RESPONSE_NULL_ADDED: "def read(client: Garden) -> str | None:\n    return plant(client).note\n",
    rules.RESPONSE_WIDENED: "def read(slug: models.Slug) -> int | None:\n    return slug.slime\n",
    rules.RESPONSE_CHANGED: "def read(client: Garden) -> None:\n    print(plant(client).height + 1.0)\n",
    rules.RESPONSE_VALUE_ADDED_CLOSED: (
        "def read(light: models.Light) -> str:\n"
        "    if light is models.Light.SUN:\n"
        "        return 'bright'\n"
        "    if light is models.Light.SHADE:\n"
        "        return 'dark'\n"
        "    assert_never(light)\n"
    ),
    rules.RESPONSE_VALUE_REMOVED: "KIND = models.Kind.HERB\n",
    rules.RESPONSE_CHOICE_ADDED_UNTAGGED: (
        "def read(fruit: models.Fruit) -> str:\n"
        "    if isinstance(fruit, models.Apple):\n"
        "        return fruit.core\n"
        "    if isinstance(fruit, models.Pear):\n"
        "        return fruit.stem\n"
        "    assert_never(fruit)\n"
    ),
    rules.CLASS_REMOVED: "ALONE = models.Alone(nobody='x')\n",
    rules.CLASS_MOVED: "BLOOM = models.parts.Bloom(color='red')\n",
    rules.CLASS_CHANGED: "BLOOM = models.Bloom(color='red')\n",
    rules.VALUE_RENAMED: "COAT = models.Coat.SOFT\n",
    rules.MODULE_RENAMED: "import garden_sdk\n",
    rules.CLIENT_RENAMED: "CLIENT = {module}.Garden(key='k')\n",
    rules.ASYNC_METHODS_MOVED: "async def call(client: Garden) -> None:\n    await client.plants.bloom_async()\n",
}
"""What a type checker refuses."""

RUN: Final = """\
import sys

import {module}
from {module} import Garden, models

address = sys.argv[1]

"""
RUNTIME: Final[Mapping[rules.Rule, str]] = {
    rules.ERROR_REMOVED: """\
try:
    Garden(key="k", server_url=address).plants.list_plants(after="a", http_headers={"x-answer": "409"})
except models.ClashError:
    print("caught")
""",
    rules.ERROR_CHANGED: """\
try:
    Garden(key="k", server_url=address).plants.list_plants(after="a", http_headers={"x-answer": "409"})
except models.ClashError:
    print("caught")
""",
    rules.SECURITY_ADDED: "print(Garden(server_url=address).plants.bloom())\n",
    rules.SERVER_REMOVED: "print(Garden(key='k', server='test') is not None)\n",
    rules.PACKAGE_RENAMED: "print(sys.argv[2])\n",
}
"""What runs otherwise."""
