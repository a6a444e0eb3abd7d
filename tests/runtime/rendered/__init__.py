"""Modules as the generator renders them: models that use every rule of `sdkwright.runtime.model`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .billing import Billing, Currency
    from .labels import Labels
    from .node import Branch, Document, Folder, Leaf, Link, Node, Shape, Size
    from .node_typed import DocumentTypedDict, FolderTypedDict

    # A class may be called like something that annotations need.
    from .shadows import List, Optional
else:
    from importlib import import_module

    _MODULES = {
        "Billing": "billing",
        "Branch": "node",
        "Currency": "billing",
        "Document": "node",
        "DocumentTypedDict": "node_typed",
        "Folder": "node",
        "FolderTypedDict": "node_typed",
        "Labels": "labels",
        "Leaf": "node",
        "Link": "node",
        "List": "shadows",
        "Node": "node",
        "Optional": "shadows",
        "Shape": "node",
        "Size": "node",
    }

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f".{module}", __name__), name)


__all__ = [
    "Billing",
    "Branch",
    "Currency",
    "Document",
    "DocumentTypedDict",
    "Folder",
    "FolderTypedDict",
    "Labels",
    "Leaf",
    "Link",
    "List",
    "Node",
    "Optional",
    "Shape",
    "Size",
]
