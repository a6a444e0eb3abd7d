"""The names of the project: distribution, import package, environment variables, the variable of the examples."""

from __future__ import annotations

import re

from generator import reserved
from generator.api import Api
from generator.config import Config
from generator.names.scope import cut
from generator.words import ascii_only, constant, snake, words

_UNNAMED = "sdk"
_PACKAGE_END = re.compile(r"^[^A-Za-z0-9]+|[^A-Za-z0-9]+$")


def package_name(api: Api, config: Config) -> str:
    """The distribution: of the options, else of the class or the title, with dashes."""
    if config.package_name:
        return config.package_name
    name = cut(ascii_only(snake(config.sdk_class_name or api.title)) or _UNNAMED).strip("_")
    return name.replace("_", "-")


def module_name(package: str, config: Config) -> str:
    """The import package: of the options, else the distribution with underscores.

    A name that would hide a module of the standard library or a package the SDK needs gets `_sdk`.
    """
    if config.module_name:
        return config.module_name
    name = ascii_only(snake(_PACKAGE_END.sub("", package))) or _UNNAMED
    return f"{name}_{_UNNAMED}" if name in _TAKEN else name


_TAKEN = reserved.KEYWORDS | reserved.STDLIB_MODULES | reserved.PYTHON_PACKAGES | reserved.WINDOWS_FILES


def variable_name(root: str, module: str) -> str:
    """The variable that holds the client in examples: `orq`, or `g_client` where that is the module itself, or
    `ss_client` for a class of several words."""
    parts = words(root)
    initials = "".join(part[0] for part in parts).lower()
    name = root.lower()
    if len(parts) == 1 and name != module and name not in reserved.KEYWORDS | reserved.BUILTINS:
        return name
    return f"{initials}_client"


def environment_prefix(config: Config) -> str:
    """What the environment variables begin with; "" where the options name no prefix, and none are read."""
    return ascii_only(constant(config.env_var_prefix)) if config.env_var_prefix else ""
