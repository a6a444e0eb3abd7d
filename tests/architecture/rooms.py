"""The rooms of the house, highest first: the one table behind `docs/architecture.md` and the test of imports.

A room is a folder or a module of `generator/sdkwright/`.  It imports rooms of lower layers, its own files, and nothing
else; `blind_to` names rooms that it must not see although they stand below.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    name: str
    holds: str
    """What lives there, as the page says it."""
    blind_to: frozenset[str] = frozenset()


NO_SERVICE = frozenset({"ir", "names", "normalise", "openapi", "options", "plan"})

LAYERS: tuple[tuple[Room, ...], ...] = (
    (Room("__main__", "`python -m sdkwright`"),),
    (
        Room(
            "cli",
            "`main` (one run, of which `attempt` says whatever comes) and `commands/` (a module each, imported "
            "when it is typed), the `steps` they share; `typed/` (what can be typed), `text/` (other rooms' "
            "values as lines, JSON, annotations), `console` (the one that prints), `start/` (what `init` writes);"
            " which files are meant when nobody says (`find_inputs`), whose `surfaces` are compared, which files "
            "are `changing`; what a run does to its own `process`",
        ),
    ),
    (
        Room(
            "revise",
            "the story after an edit of nothing but `texts`: what shows them is made `again`, the rest stays; in a "
            "document of one file that is seen `at_once`, by its text; the plan of the last run as it is `kept`, in "
            "`units`, and the `proofs` of its modules; what stands `between` runs of one process",
        ),
    ),
    (Room("pipeline", "the story, and nothing else"),),
    (
        Room(
            "plan",
            "Api and Names to Sdk: client, resources, methods, security, project, deprecated names; `operation/` (the "
            "runtime's plan of one operation), `models/` (modules, enums, unions, errors), `python/` (how things are "
            "spelt: imports, annotations, literals, docstrings, layout), `reader/` (what the docs for readers say "
            "beside the package)",
        ),
        Room(
            "site",
            "the Markdown of an SDK as a site: which files are pages, the navigation, what zensical is told",
            NO_SERVICE | {"view"},
        ),
        Room("mock", "a server on loopback that answers as the document says: routes, checks, answers, pages"),
        Room("changes", "what changed between two surfaces, and what of it breaks callers"),
    ),
    (
        Room(
            "docs",
            "the view as pages: reference pages, README, USAGE, AGENTS, guide, snippets, tables, cells; `reader/`, the "
            "pages of the reader's style, in `reader/text/` what descriptions say, parsed and written anew, in "
            "`reader/where/` which page tells of what",
            NO_SERVICE,
        ),
        Room(
            "comers",
            "options files of other generators, a module each, in the terms of this one's options and an overlay",
            NO_SERVICE - {"openapi", "options", "normalise"},
        ),
        Room(
            "examples",
            "the samples: which values an example call passes, as trees; which JSON the reader's docs show (`wire`)",
        ),
        Room("publish", "building twice, the trial, the index, the upload: starts programs, as `site` does by it"),
    ),
    (
        Room(
            "names",
            "the only maker of identifiers: id -> identifier, one table; `classes/` (candidates, the two resolutions), "
            "`published/` (the ledger, and which old names still work: [names.md](names.md))",
        ),
        Room(
            "normalise",
            "Document to Api: `schemas/` (from a schema to its type), `operations/`, security, servers; every `x-...` "
            "extension is read in `extensions` and nowhere else",
        ),
        Room(
            "render",
            "the table view -> template -> path, formatting, the gate at the end; its `proofs`, the modules that "
            "are `retold`, and what a process has rendered `last`",
            NO_SERVICE,
        ),
    ),
    (
        Room(
            "ir",
            "what the service is: `service`, `types`, the table of `scalars`; whether `values` fit; the `arguments` of "
            "a method before they have names",
        ),
    ),
    (
        Room(
            "cache",
            "what is kept on this machine between runs, in the user's own folder: the `record` by which a run that has "
            "nothing to do knows it",
            NO_SERVICE | {"view"},
        ),
        Room(
            "options",
            "the frozen configuration (`model`), the table of every key (`keys`) and its JSON Schema (`schema`), "
            "`checks`, `read`",
        ),
    ),
    (
        Room(
            "openapi",
            "reading documents: `syntax/` (strict YAML and JSON), `references/` over files, `grammar/`, `versions/` "
            "(2.0 and 3.0 in the terms of 3.1), `checks/`; overlays, limits, positions, digests, what is used",
        ),
        Room(
            "output",
            "the tree, the manifest, what stands in the folder and what another generator left there, writing so that "
            "a run can die, drift",
            NO_SERVICE | {"view"},
        ),
    ),
    (
        Room("inputs", "the files of one run, as the command line names them"),
        Room("stages", "how long each stage took, and which one is running"),
    ),
    (
        Room(
            "view",
            "what templates and pages see: `package`, `models`; every string final; the trees of `samples`; "
            "`reference`, which the reader's docs alone read",
        ),
    ),
    (
        Room(
            "text",
            "the two kinds of text, `Code` and `Prose` (`kinds`); the `comments` in it that nobody reads; one function "
            "per place that makes Prose safe "
            "(`escape`); words: `casing`, `romanise`; `reserved` words; the `fixed` "
            "arguments of every call and constructor; display `widths`",
        ),
    ),
    (
        Room(
            "problems",
            "`Position`, `Problem`, the one exception that carries problems; `codes/`, the table of everything that "
            "can be wrong; how a value looks in a message (`shown`), and what was probably meant (`nearest`)",
        ),
        Room("__init__", "the version"),
    ),
    (Room("frozen", "the base of the values that the stages hand on"),),
)

RUNTIME = Room(
    "runtime",
    "not generator code: the library inside every SDK, copied byte for byte below a line that says who made it",
)
"""Beside the layers: nobody imports it, and it imports itself and its few packages."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the runtime: a folder, perhaps with modules of the face, or modules of the face alone."""

    folder: str | None
    face: tuple[str, ...]
    holds: str

    @property
    def shown(self) -> str:
        """Its modules as the page says them."""
        return ", ".join([*([f"`{self.folder}/`"] if self.folder else ()), *(f"`{name}`" for name in self.face)])


RUNTIME_LAYERS: tuple[tuple[Part, ...], ...] = (
    (Part(None, ("sdk", "resource"), "the root class and its groups: what rendered methods call"),),
    (
        Part(
            "send",
            (),
            "how a call is sent: what an SDK object knows (`core`), one call, the two transports, redirects, tokens, "
            "the next page; `preload`",
        ),
    ),
    (
        Part(
            "operations",
            ("envelope", "operation", "paging"),
            "the plan of an operation, and what is worked out of it on the first call: parameters, retries, pages",
        ),
    ),
    (Part("auth", (), "how a call proves who it is; OAuth2 tokens"),),
    (
        Part("encode", (), "arguments to the parts of a request: the rows that say how, parameters, bodies, sources"),
        Part(
            "decode",
            ("streams", "downloads"),
            "an answer to a result, a stream or an exception: the rows that say how, decompressing, events, JSON lines",
        ),
    ),
    (Part(None, ("configuration", "hooks"), "what is said about one SDK, and what its user adds"),),
    (Part("values", ("model", "files", "reading"), "Python values and JSON: codecs, scalars, enums, unions; `Row`"),),
    (
        Part(
            "adapter",
            (),
            "the seam to what is not ours: the HTTP library, its clients and URLs, how pydantic makes core schemas, "
            "locks, the clock",
        ),
    ),
    (
        Part(
            None,
            ("content", "dates", "errors", "http", "lazy", "logs", "renamed", "retries", "unset"),
            "plain words of signatures and modules: they load nothing heavy",
        ),
    ),
)
"""The runtime's own rooms, highest first; the face is flat, and each module of it stands with its room."""

RANK = {room.name: rank for rank, layer in enumerate(LAYERS) for room in layer}
ROOMS = {room.name: room for layer in LAYERS for room in layer}


def table() -> str:
    """The rooms as a Markdown table, highest first."""
    listed = [room for layer in LAYERS for room in layer if room.name != "__init__"]
    rows = [f"| `{room.name}` | {room.holds} |" for room in (*listed, RUNTIME)]
    return "\n".join(["| room of `generator/sdkwright/` | what lives there |", "| --- | --- |", *rows])


def runtime_table() -> str:
    """The parts of the runtime as a Markdown table, highest first."""
    rows = [f"| {part.shown} | {part.holds} |" for layer in RUNTIME_LAYERS for part in layer]
    return "\n".join(["| part of the runtime | what it holds |", "| --- | --- |", *rows])


def arrows() -> str:
    """The layers as one line of arrows a reader can follow."""
    named = [", ".join(room.name for room in layer if room.name not in ("__init__", "__main__")) for layer in LAYERS]
    return " > ".join(name for name in named if name)
