"""What the gate has found of the texts of the last run, kept for the next one.

The same generator alone reads it, whose files, interpreter and packages count: another might judge otherwise.
"""

from __future__ import annotations

import marshal
from pathlib import Path

from sdkwright.cache import generator_digest, keep_sealed, read_sealed
from sdkwright.render.proofs import Proof, Proofs

_NAME = "proofs.bin"


def read_proofs(out: Path) -> Proofs:
    """The proofs that the last run in the folder `out` has kept, if there are any."""
    found = read_sealed(out, _NAME, generator_digest())
    if found is None:
        return Proofs()
    return Proofs({text: Proof(text, names, made) for text, names, made in marshal.loads(found)})


def keep_proofs(out: Path, proofs: Proofs) -> None:
    """Keeps those of the run that is at its end."""
    if proofs.are_new:
        plain = [(proof.text, proof.names, proof.formatted) for proof in proofs.used.values()]
        keep_sealed(out, _NAME, generator_digest(), (marshal.dumps(plain),))
