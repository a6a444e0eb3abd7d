"""What the gate has found of a text stays true of that text: the same one need not be judged again.

A proof belongs to the exact text and to the generator that judged it; who keeps proofs from one run to the next sees to
the second.  It says what a run wants to know of a module that it does not parse: that it may be written, the names of
the document in it, and the text that black made of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from sdkwright.frozen import Frozen


class Proof(Frozen):
    """A module that may be written."""

    text: bytes
    """The digest of its text."""
    names: tuple[str, ...]
    """The wire names of the document that are a text or a field of it, sorted."""
    formatted: str | None = None
    """What black makes of it; None where it leaves it as it is."""


class Proofs:
    """Proofs by the digest of the text: those that are known, and those of the texts of this run."""

    def __init__(self, known: Mapping[bytes, Proof] | None = None) -> None:
        self.known: Mapping[bytes, Proof] = known or {}
        self.used: dict[bytes, Proof] = {}

    def of(self, digest: bytes) -> Proof | None:
        """The proof of the text of that digest; None where nobody has judged it."""
        proof = self.known.get(digest)
        return None if proof is None else self.add(proof)

    def add(self, proof: Proof) -> Proof:
        """Takes note of a text of this run that was judged."""
        self.used[proof.text] = proof
        return proof

    @property
    def are_new(self) -> bool:
        """Whether this run has used others than those that were known."""
        return self.used.keys() != self.known.keys()


def digest_of(text: str) -> bytes:
    """By which a text is known."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
