"""Time stamps of bundles: attached from a file, held against the manifest and an authority."""

import random
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.case.test_publishing import ruled
from tests.conftest import CONTACT, Run
from tests.core.publication.test_bundle import BUNDLE, TEXTS, V, entries, history
from workbench.case import Case
from workbench.core.publication.bundle import MANIFEST, STAMP, members
from workbench.core.publication.verifying import verify
from workbench.errors import UsageError

pytest.importorskip("cryptography")
pytest.importorskip("rfc3161_client")

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from workbench.edges.bundles import read_bundle
from workbench.edges.stamping import Stamp, stamp_faults, stamped

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl as authority")

SERVICE = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/stamping.pem
signer_key = {folder}/stamping.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
"""


class Authority:
    """A made-up authority: `openssl ts` answers in its name."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder, self.root = folder, folder / "root.pem"
        (folder / "serial").write_text("01\n")
        (folder / "service.cnf").write_text(SERVICE.format(folder=folder))
        key = ec.generate_private_key(ec.SECP256R1())
        root = certificate("Example root", key, key, None)
        stamping = ec.generate_private_key(ec.SECP256R1())
        self.root.write_bytes(root.public_bytes(serialization.Encoding.PEM))
        (folder / "stamping.pem").write_bytes(
            certificate("Example stamps", stamping, key, root).public_bytes(
                serialization.Encoding.PEM
            )
        )
        (folder / "stamping.key").write_bytes(
            stamping.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )

    def stamp(self, manifest: bytes, digest: str = "sha256") -> Path:
        """The answer to a request about a manifest, as the docs say to make one."""
        (self.folder / "manifest.json").write_bytes(manifest)
        self._ts("-query", "-data", "manifest.json", f"-{digest}", "-cert", "-out", "asked.tsq")
        self._ts(
            "-reply", "-config", "service.cnf", "-section", "here",
            "-queryfile", "asked.tsq", "-out", "answer.tsr",
        )  # fmt: skip
        return self.folder / "answer.tsr"

    def _ts(self, *words: str) -> None:
        subprocess.run(
            ["openssl", "ts", *words], cwd=self.folder, check=True, capture_output=True, timeout=60
        )


def certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    by: ec.EllipticCurvePrivateKey,
    issuer: x509.Certificate | None,
) -> x509.Certificate:
    """A certificate of an authority (no issuer), or of the key with which it stamps."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if issuer:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        made = made.add_extension(usage, critical=True)
    return made.sign(by, hashes.SHA256())


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("stamps") / "one")


def faults(held: dict[str, bytes], authority: Path | None = None) -> list[str]:
    return [fault.message for fault in (*verify(held), *stamp_faults(held, authority))]


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
def test_a_stamp_of_the_manifest_is_taken_and_proved(authority: Authority, digest: str) -> None:
    stamp = Stamp.read(authority.stamp(BUNDLE[MANIFEST], digest))
    held = stamped(BUNDLE, stamp)
    assert faults(held) == []
    assert faults(held, authority.root) == []
    assert abs(datetime.now(UTC) - stamp.at) < timedelta(days=1)


def test_a_stamp_of_something_else_is_refused_and_the_digest_named(authority: Authority) -> None:
    stamp = Stamp.read(authority.stamp(BUNDLE[MANIFEST] + b" "))
    with pytest.raises(UsageError, match=r"of something else.*manifest\.json is [0-9a-f]{64}"):
        stamped(BUNDLE, stamp)


def test_a_digest_that_proves_nothing_any_more_is_refused(authority: Authority) -> None:
    config = authority.folder / "service.cnf"
    config.write_text(config.read_text().replace("digests = ", "digests = sha1, "))
    stamp = Stamp.read(authority.stamp(BUNDLE[MANIFEST], "sha1"))
    with pytest.raises(UsageError, match="of something else"):
        stamped(BUNDLE, stamp)


def test_parts_of_two_bundles_are_no_stamped_bundle(authority: Authority) -> None:
    held = stamped(BUNDLE, Stamp.read(authority.stamp(BUNDLE[MANIFEST])))
    other = members(V, TEXTS, [*entries(history(V), V.claim_id)][:2])
    assert "is of another manifest" in faults({**other, STAMP: held[STAMP]})[-1]


def test_another_authority_is_no_proof(authority: Authority, tmp_path: Path) -> None:
    held = stamped(BUNDLE, Stamp.read(authority.stamp(BUNDLE[MANIFEST])))
    (said,) = faults(held, Authority(tmp_path / "two").root)
    assert "is not the word of the authority" in said


def test_without_a_stamp_there_is_no_proof(authority: Authority) -> None:
    assert faults(dict(BUNDLE)) == []
    assert faults(dict(BUNDLE), authority.root) == ["is missing: the bundle has no time stamp"]


def test_a_changed_stamp_is_refused(authority: Authority) -> None:
    """Any changed byte of what is signed: it does not read, does not fit or is nobody's word."""
    held = stamped(BUNDLE, Stamp.read(authority.stamp(BUNDLE[MANIFEST])))
    whole = held[STAMP]
    at = whole.index(b"Example stamps")  # in the certificate
    for place in (at, len(whole) - 3, *random.Random(7).sample(range(len(whole)), 60)):
        changed = bytearray(whole)
        changed[place] ^= 0x15
        found = faults({**held, STAMP: bytes(changed)}, authority.root)
        same = found == [] and Stamp(bytes(changed)).at == Stamp(whole).at
        assert found or same, place


@pytest.mark.parametrize("data", [b"", b"\x30\x00", b"no stamp", b"\x30\x84\xff\xff\xff\xff"])
def test_what_is_no_stamp_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.tsr").write_bytes(data)
    with pytest.raises(UsageError, match="is no time stamp"):
        Stamp.read(tmp_path / "a.tsr")
    assert "does not read" in faults({**BUNDLE, STAMP: data})[0]


def test_what_is_no_certificate_is_said(authority: Authority, tmp_path: Path) -> None:
    held = stamped(BUNDLE, Stamp.read(authority.stamp(BUNDLE[MANIFEST])))
    (tmp_path / "a.pem").write_text("none")
    for name, words in (("a.pem", "no certificate"), ("b.pem", "cannot be read")):
        with pytest.raises(UsageError, match=words):
            faults(held, tmp_path / name)


def test_a_bundle_is_stamped_by_a_command_and_stays_so(
    run: Run, seeds_folder: Path, authority: Authority
) -> None:
    (seeds_folder / "workbench.toml").write_text(CONTACT)
    with Case.open(seeds_folder, "Ada") as case:
        claim = ruled(case)
    export = ("export", claim, "--format", "bundle", "--case", str(seeds_folder))
    run(*export)
    (bundle,) = (seeds_folder / "claims" / "published").glob("*.zip")
    stamp = authority.stamp(read_bundle(bundle)[MANIFEST])
    code, _, said = run(*export, "--timestamp", str(stamp))
    assert (code, "1 written, 0 unchanged" in said) == (0, True)
    whole = bundle.read_bytes()
    for again in (export, (*export, "--timestamp", str(stamp))):
        assert "0 written, 1 unchanged" in run(*again)[2]
        assert bundle.read_bytes() == whole
    code, _, said = run("verify", str(bundle), "--authority", str(authority.root))
    assert code == 0
    assert "0 findings" in said
    assert f"its time stamp says {Stamp.read(stamp).at.isoformat()}" in said
    wrong = authority.stamp(b"something else")
    code, _, said = run(*export, "--timestamp", str(wrong))
    assert code == 1
    assert f"refused: {bundle.name}: the time stamp is of something else" in said
    assert bundle.read_bytes() == whole


def test_a_stamp_is_of_one_bundle(run: Run, tmp_path: Path, seeds_folder: Path) -> None:
    case = ("--timestamp", str(tmp_path / "a.tsr"), "--case", str(seeds_folder))
    for words in (("--format", "bundle"), ("a", "b", "--format", "bundle"), ("a",)):
        code, _, said = run("export", *words, *case)
        assert code == 2
        assert "stamp" in said
