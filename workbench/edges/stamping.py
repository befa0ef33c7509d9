"""Time stamps of bundles: that a bundle was there at a time, on an authority's word.

A time-stamping authority (RFC 3161) signs the digest that it is sent together with the time. Here
that is the digest of the manifest, which stands for the whole bundle. Asking one is left to other
programs: what comes back (a TimeStampResp) is attached from a file. The library is an extra, loaded
only where there is a stamp.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from workbench.core.publication.bundle import MANIFEST, STAMP
from workbench.core.publication.verifying import Fault, manifest_digest
from workbench.edges.engines import client_library
from workbench.edges.signing import key_bytes
from workbench.errors import UsageError

_DIGESTS: Mapping[str, Callable[[bytes], Any]] = {
    "2.16.840.1.101.3.4.2.1": hashlib.sha256,
    "2.16.840.1.101.3.4.2.2": hashlib.sha384,
    "2.16.840.1.101.3.4.2.3": hashlib.sha512,
}
"""Object identifier → digest, of those that still prove something."""


class Stamp:
    """An authority's answer: when it saw which digest."""

    def __init__(self, data: bytes) -> None:
        """Raises ValueError for what is no answer of an authority, or one that refuses."""
        with client_library("sign"):
            from rfc3161_client import decode_timestamp_response  # noqa: PLC0415
        self.data = data
        self._answer = decode_timestamp_response(data)
        told = self._answer.tst_info
        self.at: datetime = told.gen_time
        imprint = told.message_imprint
        self._digest = _DIGESTS.get(imprint.hash_algorithm.dotted_string)
        self._seen = bytes(imprint.message)

    @classmethod
    def read(cls, path: Path) -> "Stamp":
        """The stamp in a file. Raises UsageError for what is none."""
        try:
            return cls(key_bytes(path))
        except ValueError as error:
            raise UsageError(
                f"{path}: is no time stamp (the answer of an RFC 3161 authority, .tsr): {error}"
            ) from error

    def fits(self, manifest: bytes) -> bool:
        """Whether it is the manifest that the authority saw."""
        return self._digest is not None and self._digest(manifest).digest() == self._seen

    def doubt(self, manifest: bytes, authority: Path) -> str:
        """Why it is not the word of an authority, "" where it is.

        `authority` is a PEM file with the certificates that are trusted. Raises UsageError for
        a file without one.
        """
        from rfc3161_client import VerificationError, VerifierBuilder  # noqa: PLC0415

        trusted = _certificates(authority)
        try:
            VerifierBuilder(roots=trusted).build().verify_message(self._answer, manifest)
        except (VerificationError, ValueError) as error:
            return str(error)
        return ""


def stamped(held: Mapping[str, bytes], stamp: Stamp) -> dict[str, bytes]:
    """The members of a bundle with the stamp; raises UsageError for the stamp of another one."""
    if not stamp.fits(held[MANIFEST]):
        raise UsageError(
            "the time stamp is of something else: the SHA-256 of this bundle's "
            f"{MANIFEST} is {manifest_digest(held)}"
        )
    return {**held, STAMP: stamp.data}


def stamp_of(held: Mapping[str, bytes]) -> Stamp | None:
    """The stamp of a bundle, if it has one. Raises ValueError for one that does not read."""
    return Stamp(held[STAMP]) if STAMP in held else None


def stamp_faults(held: Mapping[str, bytes], authority: Path | None) -> Iterator[Fault]:
    """What is wrong with a bundle's time stamp.

    With the certificates of an `authority` it has to have one, and of nobody else.
    """
    try:
        stamp = stamp_of(held)
    except ValueError as error:
        yield Fault(STAMP, f"does not read ({error})")
        return
    if stamp is None:
        if authority:
            yield Fault(STAMP, "is missing: the bundle has no time stamp")
    elif not stamp.fits(held.get(MANIFEST, b"")):
        yield Fault(STAMP, "is of another manifest: one of both was changed or exchanged")
    elif authority and (doubt := stamp.doubt(held[MANIFEST], authority)):
        yield Fault(STAMP, f"is not the word of the authority in {authority}: {doubt}")


def _certificates(path: Path) -> list[Any]:
    with client_library("sign"):
        from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415
    try:
        return load_pem_x509_certificates(key_bytes(path))
    except ValueError as error:
        raise UsageError(f"{path}: has no certificate that reads ({error})") from error
