"""Reads `gen.yaml` into a `Config`: every key is honoured or answered with one warning; a bad value is an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sdkwright.frozen import Frozen, field, replace
from sdkwright.openapi.data import Json, JsonMap, kind_of
from sdkwright.openapi.pointer import join
from sdkwright.openapi.positions import Positions
from sdkwright.openapi.syntax.source import Tree, decode, read_source
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.options.checks import BadValueError
from sdkwright.options.formats import PROOFS
from sdkwright.options.keys import CONVERSIONS, DEFAULTS, KEYS, Always, Ignored, Key, Renamed, Sets
from sdkwright.options.locks import locked_format, locks
from sdkwright.options.model import LITERAL, Config, ImportPaths
from sdkwright.options.requires import REQUIRES, other_version
from sdkwright.problems import Position, Problem, ProblemCode, ProblemsError, Severity, has_errors, nearest, shown
from sdkwright.problems.codes.options import (
    BAD_OPTION,
    DOUBTFUL_OPTION,
    OPTION_MISPLACED,
    OPTION_WITHOUT_EFFECT,
    UNKNOWN_OPTION,
)
from sdkwright.problems.codes.syntax import EMPTY_DOCUMENT


class Options(Frozen):
    """What an options file says: the configuration, the warnings, and the data as it was written."""

    config: Config = field(default_factory=Config)
    problems: tuple[Problem, ...] = ()
    written: JsonMap = field(default_factory=dict[str, Json])


def option_files(path: Path | None) -> tuple[Path, ...]:
    """The files that the options at `path` may come from, whether or not they are there."""
    return () if path is None else (path, *locks(path))


def load_config(path: Path | None) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration that `path` describes and the warnings about it; all defaults for None.

    Raises ProblemsError.
    """
    options = load_options(path)
    return options.config, options.problems


def load_options(path: Path | None, *, content: bytes | None = None, any_version: bool = False) -> Options:
    """As `load_config`, with the written data too.  Raises ProblemsError with every error of the file at once.

    `content` is read instead of what the file holds.
    Unless `any_version`, options for another version of sdkwright are one error: the rest is not for this one.
    """
    if path is None:
        return Options()
    try:
        tree = read_yaml(read_source(path, str(path)) if content is None else decode(content, path, str(path)))
    except ProblemsError as error:
        if [problem.code for problem in error.problems] == [EMPTY_DOCUMENT]:
            return Options(LITERAL)
        raise
    reader = _Reader(tree)
    if tree.root is None:
        return Options(LITERAL)
    if not isinstance(tree.root, dict):
        reader.error((), BAD_OPTION, f"The options must be a mapping, not {kind_of(tree.root)}", _SHAPE)
        raise ProblemsError(reader.problems)
    for key in _DOCUMENT:
        if key in tree.root:
            reader.error(
                (key,), BAD_OPTION, f"This is an OpenAPI document and no options: it says `{key}`", _NOT_OPTIONS
            )
            raise ProblemsError(reader.problems)
    if not any_version:
        reader.stop_at_other_version(tree.root)
    config = reader.config(tree.root, Config() if _is_ours(tree) else LITERAL)
    if has_errors(reader.problems):
        raise ProblemsError(reader.problems)
    config = replace(config, format=locked_format(path) or config.format)
    return Options(config, tuple(reader.problems), tree.root)


def _is_ours(tree: Tree) -> bool:
    """Whether `init` wrote the file: what it leaves out has the newer defaults.  An early one said so in a comment."""
    own = tree.root.get(_OWN_SECTION) if isinstance(tree.root, dict) else None
    return (isinstance(own, dict) and DEFAULTS in own) or tree.source.text.startswith(_EARLY)


_OWN_SECTION = "sdkwright"
_EARLY = "# Options of sdkwright "
_SHAPE = "Write sections as in: generation: {sdkClassName: Acme}, python: {packageName: acme-sdk}."
_DOCUMENT = ("openapi", "swagger")
_NOT_OPTIONS = "Give it as the document, and with --config the file of the options, which is mostly called gen.yaml."
_SECTIONS = frozenset(key.rpartition(".")[0] for key in KEYS) | {
    prefix for key in KEYS for prefix in (key.split(".")[0], ".".join(key.split(".")[:2])) if prefix not in KEYS
}


class _Reader:
    """One reading of one file; collects problems."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._positions: Positions | None = None
        self.problems: list[Problem] = []

    def config(self, root: JsonMap, defaults: Config) -> Config:
        """The configuration that the file describes, as far as it is right."""
        values: dict[str, Any] = {}
        leaves = list(self._leaves(root, ()))
        # A key in the wrong section counts where the right one does not have it.
        for path, key, value in sorted(leaves, key=lambda leaf: ".".join(leaf[0]) in KEYS):
            if ".".join(path) not in KEYS:
                self._read_as(path, _moved(path))
            self._take(values, path, key, value)
        proved = [PROOFS[name] for name in (".".join(path) for path, _, _ in leaves) if name in PROOFS]
        values.setdefault("format", max(proved, default=defaults.format))
        imports = {name.removeprefix("imports."): values.pop(name) for name in list(values) if "." in name}
        return replace(defaults, imports=ImportPaths(**imports), **values)

    def stop_at_other_version(self, root: JsonMap) -> None:
        """Raises ProblemsError if the file asks for another version of sdkwright."""
        own = root.get(_OWN_SECTION)
        if isinstance(own, dict) and own.get(REQUIRES) is not None:
            problem = other_version(own[REQUIRES], self._find((_OWN_SECTION, REQUIRES)))
            if problem is not None:
                raise ProblemsError([problem])

    def _leaves(self, node: JsonMap, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Key, Json]]:
        """Every known key that is written below `node`, with its value; reports the unknown ones."""
        for name, value in node.items():
            path = (*above, name)
            dotted = ".".join(path)
            key = KEYS.get(dotted) or KEYS.get(_moved(path))
            if key is not None:
                yield path, key, value
            elif dotted not in _SECTIONS and _moved(path) not in _SECTIONS:
                self._unknown(path, value)
            elif isinstance(value, dict):
                yield from self._leaves(value, path)
            elif value is not None:
                self.error(path, BAD_OPTION, f"`{dotted}` must be a mapping of options, not {kind_of(value)}", _SHAPE)

    def _take(self, values: dict[str, Any], path: tuple[str, ...], key: Key, value: Json) -> None:
        match key:
            case Sets() if value is None:  # as if the key were not there
                return
            case Sets():
                self._set(values, path, key, value)
            case Always():
                self._always(path, key, value)
            case Ignored():
                self._warn(path, key.why)
            case Renamed():
                self._read_as(path, key.now)
                self._take(values, path, KEYS[key.now], value)

    def _set(self, values: dict[str, Any], path: tuple[str, ...], key: Sets, value: Json) -> None:
        try:
            checked = key.check(value)
        except BadValueError as error:
            self._bad(path, error)
            return
        doubt = key.doubt(checked) if key.doubt is not None else None
        if doubt is not None:
            self._say(path, DOUBTFUL_OPTION, f"`{'.'.join(path)}`: {doubt}")
        values[key.field] = CONVERSIONS.get(key.field, {}).get(checked, checked)

    def _always(self, path: tuple[str, ...], key: Always, value: Json) -> None:
        try:
            checked = key.check(value)
        except BadValueError as error:
            self._bad(path, error)
            return
        if checked not in key.values:
            self._warn(path, key.why)

    def _bad(self, path: tuple[str, ...], error: BadValueError) -> None:
        message = f"`{'.'.join(path)}` must be {error}"
        self.error(path, BAD_OPTION, message)

    def _warn(self, path: tuple[str, ...], why: str) -> None:
        message = f"`{'.'.join(path)}` has no effect here: {why}"
        self._say(path, OPTION_WITHOUT_EFFECT, message)

    def _read_as(self, path: tuple[str, ...], now: str) -> None:
        self._say(path, OPTION_MISPLACED, f"`{'.'.join(path)}` is read as `{now}`", f"Write it as {now}.")

    def _unknown(self, path: tuple[str, ...], value: Json) -> None:
        """A warning, since published files hold keys that no generator read; below `sdkwright` an error."""
        section = ".".join(path[:-1])
        known = _names_in(section)
        where = f"in {section}" if section else "at the top"
        nearest = _nearest(path[-1], section)
        listed = ", ".join(known[:12]) + (" and more" if len(known) > 12 else "")
        remedy = f"Did you mean {nearest}?" if nearest else f"Known {where}: {listed}."
        key = shown(".".join(path), 80)
        message = f"There is no option {key}"
        if path[0] == _OWN_SECTION:
            self.error(path, UNKNOWN_OPTION, message, remedy)
        elif not section and not nearest and isinstance(value, dict):
            message = f"{key} has no effect here: the section is for another target"
            self._say(path, OPTION_WITHOUT_EFFECT, message, "Leave the section out to silence this.")
        else:
            self._say(path, UNKNOWN_OPTION, message, remedy)

    def _say(self, path: tuple[str, ...], code: ProblemCode, message: str, remedy: str = "") -> None:
        self.problems.append(Problem(Severity.WARNING, code, message, remedy, self._find(path)))

    def error(self, path: tuple[str, ...], code: ProblemCode, message: str, remedy: str = "") -> None:
        """Report an error at the key `path`."""
        self.problems.append(Problem(Severity.ERROR, code, message, remedy, self._find(path)))

    def _find(self, path: tuple[str, ...]) -> Position | None:
        if self._positions is None:
            self._positions = Positions()
            self._positions.add(self._tree)
        return self._positions.find(self._tree.root, join("#", *path))


def _moved(path: tuple[str, ...]) -> str:
    """The same place in the other one of the two sections whose keys are mixed up in published files."""
    return ".".join((_OTHER.get(path[0], path[0]), *path[1:]))


_OTHER = {"generation": "python", "python": "generation"}


def _names_in(section: str) -> list[str]:
    """The keys and sections that may stand directly in `section`, in the order of the table."""
    prefix = f"{section}." if section else ""
    names = (path[len(prefix) :].partition(".")[0] for path in KEYS if path.startswith(prefix))
    return list(dict.fromkeys(names))


def _nearest(name: str, section: str) -> str | None:
    """The known key that `name` was probably meant to be: the same name elsewhere, else a like one in `section`."""
    for path in KEYS:
        if path.rpartition(".")[2].lower() == name.lower():
            return path
    names = {known.lower(): known for known in _names_in(section)}
    match = nearest(name.lower(), names)
    if match is None:
        return None
    return f"{section}.{names[match]}" if section else names[match]
