"""The names of the project: distribution, import package, root class, its own errors, environment variables, the
variable of the examples."""

from __future__ import annotations

import re

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Api
from sdkwright.names.published.ledger import MODULE, PACKAGE, Section
from sdkwright.names.published.memory import PUBLISHED, Memory
from sdkwright.names.scope import Wish, cut
from sdkwright.options.model import Config
from sdkwright.text import reserved
from sdkwright.text.casing import ascii_only, constant, pascal, snake, words

CLASS, BASE_ERROR, DEFAULT_ERROR = "class", "base-error", "default-error"
"""The keys in the ledger, beside `PACKAGE` and `MODULE`."""
WHERE = "#/info/title"
"""The place in the document to which the names of the whole SDK belong."""
ERRORS = (BASE_ERROR, DEFAULT_ERROR)
_UNNAMED = "sdk"
_PACKAGE_END = re.compile(r"^[^A-Za-z0-9]+|[^A-Za-z0-9]+$")


class ProjectNames(Frozen):
    """What the whole SDK is called."""

    root: Wish
    roots: tuple[str, ...]
    """All names that the root class ever had."""
    package: Wish
    module: Wish
    base_error: Wish
    default_error: Wish
    held: tuple[str, ...]
    """The names that its errors had before."""


def project_names(api: Api, config: Config, memory: Memory) -> ProjectNames:
    """The names of the project.  What was published stays, whatever becomes of the title, until an option asks for
    another name; an option for the distribution names the import package, too."""
    recall = memory.recall(Section.SDK, ".")

    def settled(key: str, asked: str | None, by_rules: Wish) -> Wish:
        kept = recall.kept(key)
        if asked is not None or kept is None or kept == by_rules.identifier:
            return by_rules
        return Wish(kept, PUBLISHED)

    title = f"the title{'' if api.title else ', which is empty'}"
    root = settled(
        CLASS, config.sdk_class_name, _asked(config.sdk_class_name, "sdkClassName", root_class(api, config), title)
    )
    package = settled(
        PACKAGE, config.package_name, _asked(config.package_name, "packageName", package_name(api, config), title)
    )
    module = settled(
        MODULE,
        config.module_name or config.package_name,
        _asked(config.module_name, "moduleName", module_name(package.identifier, config), "the package"),
    )
    default_error = Wish(config.default_error_name, "defaultErrorName")
    base_error = settled(BASE_ERROR, config.base_error_name, _base_error(root.identifier, config))
    if base_error.identifier == default_error.identifier:
        base_error = Wish(f"{root.identifier}BaseError", "the SDK; the shorter name is that of the default error")
    keys = (CLASS, PACKAGE, MODULE, BASE_ERROR, DEFAULT_ERROR)
    wishes = (root, package, module, base_error, default_error)
    held = tuple(name for key in ERRORS for name in recall.names(key))
    roots = (root.identifier, *recall.names(CLASS))
    recall.note({key: wish.identifier for key, wish in zip(keys, wishes, strict=True)})
    return ProjectNames(root, roots, package, module, base_error, default_error, held)


def _asked(asked: str | None, option: str, name: str, otherwise: str) -> Wish:
    return Wish(name, option if asked else otherwise)


def _base_error(root: str, config: Config) -> Wish:
    if config.base_error_name:
        return Wish(config.base_error_name, "baseErrorName")
    return Wish(f"{root}Error", "the SDK")


def root_class(api: Api, config: Config) -> str:
    """The name of the root class: of the options, else of the title."""
    name = pascal(config.sdk_class_name or api.title) or "SDK"
    return cut(f"{name}SDK" if name in reserved.MODEL_CLASSES else name)


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
    return f"{name}_{_UNNAMED}" if name in reserved.IMPORT_PACKAGES else name


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
