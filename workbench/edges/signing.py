"""Signatures of bundles: who made one, and that nothing in it was changed since.

Ed25519 (RFC 8032) over the manifest, which lists the SHA-256 of every member and the
last entry of the history. Keys are PEM files, as `openssl genpkey -algorithm ed25519`
makes them. The library is an extra, loaded only where something is signed or checked.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.core.publication.bundle import MANIFEST, SIGNATURE
from workbench.core.publication.verifying import Fault
from workbench.edges.engines import client_library
from workbench.errors import UsageError

ABOUT = b"claim-workbench bundle manifest\n"
"""Goes before what is signed, so that a signature made for anything else is none of a bundle."""
PASSWORD = "WORKBENCH_SIGN_PASSWORD"  # noqa: S105 - the name of the variable


class Signer:
    """A private key, ready to sign."""

    def __init__(self, path: Path, password: str = "") -> None:
        """Raises UsageError for a file that is no private Ed25519 key, or the wrong password."""
        with client_library("sign"):
            from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415
            from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415
            from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
                load_pem_private_key,
            )
        try:
            key = load_pem_private_key(key_bytes(path), password.encode() or None)
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise UsageError(f"{path}: cannot be read as a private key ({error})") from error
        if not isinstance(key, ed25519.Ed25519PrivateKey):
            raise UsageError(f"{path}: is no Ed25519 key; `openssl genpkey -algorithm ed25519`")
        self._key = key
        self.public = key.public_key().public_bytes_raw()

    def signed(self, members: Mapping[str, bytes]) -> dict[str, bytes]:
        """The members with the signature of their manifest."""
        made = {
            "algorithm": "ed25519",
            "key": self.public.hex(),
            "signature": self._key.sign(ABOUT + members[MANIFEST]).hex(),
        }
        return {**members, SIGNATURE: (json.dumps(made, indent=1) + "\n").encode()}


def fingerprint_of(public: bytes) -> str:
    """The first 16 digits of a public key's SHA-256: short enough to be read out."""
    return hashlib.sha256(public).hexdigest()[:16]


def signature_faults(held: Mapping[str, bytes], key: Path) -> Iterator[Fault]:
    """What is wrong with a bundle's signature, held against a public (or one's private) key.

    Raises UsageError for a file that is no key.
    """
    wanted = _public(key)
    if SIGNATURE not in held:
        yield Fault(SIGNATURE, "is missing: the bundle is not signed")
        return
    try:
        made = json.loads(held[SIGNATURE])
        named, signature = bytes.fromhex(made["key"]), bytes.fromhex(made["signature"])
    except (ValueError, TypeError, KeyError):
        yield Fault(SIGNATURE, "does not read")
        return
    if named != wanted.public_bytes_raw():
        yield Fault(SIGNATURE, f"is of another key ({fingerprint_of(named)})")
        return
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415

    try:
        wanted.verify(signature, ABOUT + held.get(MANIFEST, b""))
    except InvalidSignature:
        yield Fault(SIGNATURE, "does not fit the manifest: one of both was changed or exchanged")


def _public(path: Path) -> Any:
    with client_library("sign"):
        from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
            load_pem_private_key,
            load_pem_public_key,
        )
    data = key_bytes(path)
    try:
        if b"PRIVATE KEY" in data:
            private = load_pem_private_key(data, None)
            key = private.public_key()
        else:
            key = load_pem_public_key(data)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UsageError(f"{path}: cannot be read as a public key ({error})") from error
    if not isinstance(key, ed25519.Ed25519PublicKey):
        raise UsageError(f"{path}: is no Ed25519 key")
    return key


def key_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(65_536)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
