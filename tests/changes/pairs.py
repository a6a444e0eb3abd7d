"""Two SDKs for each rule that breaks: of a document, and of the same document changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sdkwright.changes.compare import compare
from sdkwright.changes.found import Change
from sdkwright.changes.rules import Rule
from sdkwright.changes.surface import Surface
from sdkwright.names.published.ledger import Ledger, parse_ledger
from sdkwright.output import write
from sdkwright.pipeline import LEDGER, Built, Inputs, build, load_inputs, validated
from sdkwright.stages import Stages

from tests.unit.changes.surfaces import GARDEN
from tests.unit.changes.test_rules import CASES, OPTIONS

OLD = "garden_sdk"


@dataclass(frozen=True)
class Pair:
    """The SDK before and after a change."""

    rule: Rule
    surface: Surface
    """Of the old one."""
    old: Path
    new: Path
    """The folder that holds the package."""
    module: str
    """The package of the new one."""
    changes: tuple[Change, ...]


class Pairs:
    """Makes them; what they have in common once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._old = self._built("old", GARDEN, OPTIONS, None)

    def pair(self, rule: Rule) -> Pair:
        """The two of one rule."""
        case = CASES[rule]
        document, options = GARDEN, OPTIONS
        for before, after in case.tells:
            document, options = document.replace(before, after, 1), options.replace(before, after, 1)
        module = f"garden_{rule.code.replace('-', '_')}"
        if "moduleName" not in options:
            options = options.replace("version:", f"moduleName: {module}, version:")
        ledger = parse_ledger(self._old.tree.files[LEDGER].decode()) if case.keeps_names else None
        new = self._built(rule.code, document, options, ledger)
        changes = compare(self._old.surface, new.surface)
        return Pair(
            rule, self._old.surface, self._folder / "old" / "src", self._folder / rule.code / "src", module, changes
        )

    def _built(self, name: str, document: str, options: str, ledger: Ledger | None) -> Built:
        folder = self._folder / name
        folder.mkdir()
        spec, config = folder / "openapi.yaml", folder / "gen.yaml"
        spec.write_text(document, encoding="utf-8")
        config.write_text(f"sdkwright: {{defaults: 1}}\n{options}", encoding="utf-8")
        loaded = load_inputs(Inputs(spec, folder, config), Stages())
        if ledger is not None:
            loaded = loaded.with_ledger(ledger)
        built = build(validated(loaded, Stages()), Stages())
        write(built.tree, folder, adopt=True)
        return built
