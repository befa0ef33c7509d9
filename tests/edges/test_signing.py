"""Signed bundles: any change, another key, a cut history and exchanged parts are refused."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.publication.test_bundle import BUNDLE, TEXTS, V, entries, history, resealed
from workbench.core.publication.bundle import HISTORY, MANIFEST, SIGNATURE, SUMS, members
from workbench.core.publication.verifying import verify
from workbench.edges.bundles import read_bundle, write_bundle
from workbench.errors import UsageError

pytest.importorskip("cryptography")

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from workbench.edges.signing import Signer, signature_faults

PRIVATE, PUBLIC = "private.pem", "public.pem"


def keys(folder: Path) -> tuple[Path, Path]:
    """A new pair of keys, as files."""
    folder.mkdir(exist_ok=True)
    key = ed25519.Ed25519PrivateKey.generate()
    (folder / PRIVATE).write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    (folder / PUBLIC).write_bytes(
        key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    return folder / PRIVATE, folder / PUBLIC


@pytest.fixture
def signed(tmp_path: Path) -> tuple[dict[str, bytes], Path]:
    """A signed bundle and the public key."""
    private, public = keys(tmp_path / "keys")
    return Signer(private).signed(BUNDLE), public


def faults(held: dict[str, bytes], key: Path) -> list[str]:
    return [f.message for f in (*verify(held), *signature_faults(held, key))]


def test_a_signed_bundle_passes_with_either_half_of_its_key(
    signed: tuple[dict[str, bytes], Path], tmp_path: Path
) -> None:
    held, public = signed
    assert faults(held, public) == []
    assert faults(held, public.with_name(PRIVATE)) == []
    write_bundle(held, tmp_path / "a.zip")
    assert faults(read_bundle(tmp_path / "a.zip"), public) == []


OTHER = members(V, TEXTS, [*entries(history(V), V.claim_id)][:2])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda held: {**held, "verdict.md": held["verdict.md"] + b" "}, "changed after"),
        (lambda held: {**held, MANIFEST: held[MANIFEST] + b" "}, "does not fit"),
        (lambda held: {k: v for k, v in held.items() if k != SIGNATURE}, "not signed"),
        (lambda held: {**held, SIGNATURE: b"{}"}, "does not read"),
        (lambda held: {**OTHER, SIGNATURE: held[SIGNATURE]}, "does not fit"),
        (
            lambda held: {
                **resealed({**BUNDLE, HISTORY: b"".join(BUNDLE[HISTORY].splitlines(True)[:2])}),
                SIGNATURE: held[SIGNATURE],
            },
            "does not fit",
        ),
        (
            lambda held: {**held, HISTORY: b"".join(held[HISTORY].splitlines(True)[:2])},
            "entries were cut off",
        ),
    ],
    ids=["byte", "manifest", "unsigned", "garbage", "another bundle", "resealed", "cut history"],
)
def test_whatever_was_changed_is_refused_with_its_reason(
    signed: tuple[dict[str, bytes], Path],
    change: Callable[[dict[str, bytes]], dict[str, bytes]],
    reason: str,
) -> None:
    held, public = signed
    assert any(reason in message for message in faults(change(held), public))


def test_another_key_is_refused_and_named(
    signed: tuple[dict[str, bytes], Path], tmp_path: Path
) -> None:
    held, _ = signed
    _, other = keys(tmp_path / "other")
    (message,) = faults(held, other)
    assert message.startswith("is of another key")


def test_what_is_no_key_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pem").write_text("no key")
    curve = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (tmp_path / "b.pem").write_bytes(curve)
    for name, words in (
        ("a.pem", "private key"),
        ("b.pem", "Ed25519"),
        ("c.pem", "cannot be read"),
    ):
        with pytest.raises(UsageError, match=words):
            Signer(tmp_path / name)
        with pytest.raises(UsageError):
            list(signature_faults(dict(BUNDLE), tmp_path / name))


def test_the_sums_are_checked_by_the_command_that_the_readme_names(tmp_path: Path) -> None:
    for name, data in BUNDLE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert b"sha256sum -c SHA256SUMS" in BUNDLE["README.txt"]
    done = subprocess.run(["sha256sum", "-c", SUMS], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stdout.count(b": OK") == len(BUNDLE) - 2


def test_a_page_in_a_bundle_links_to_nothing_that_is_not_in_it() -> None:
    page = BUNDLE["verdict.html"].decode()
    assert "../" not in page
    assert json.loads(BUNDLE[MANIFEST])["history_head"] == history(V)[-1].hash
