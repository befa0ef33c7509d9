"""Addresses of engines on other machines, and the passwords that go with them.

    opensearch://ada@one:9200,two:9200/corpus?replicas=1
    postgresql://ada@host/news?schema=elections
    dask://host:8786

An address stands in the case's settings, which are shared, copied and kept in
version control; a password does not belong there. It comes from the environment
(`WORKBENCH_STORE_PASSWORD`, `WORKBENCH_INDEX_PASSWORD`) or from a file that only its
owner may read, named by the same variable with `_FILE` at its end. The same variable
with `_HOST` at its end names the hosts that it belongs to: it is sent to no other, and
without one to this machine only.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from workbench.errors import UsageError

SCHEMES: dict[str, tuple[str, ...]] = {
    "index": ("opensearch", "postgresql"),
    "store": ("postgresql",),
    "executor": ("dask",),
}
"""Seam → schemes of the engines that can serve it."""
_LOOPBACK = frozenset({"", "localhost", "127.0.0.1", "::1"})
OPTIONS: dict[str, frozenset[str]] = {
    "opensearch": frozenset({"tls", "ca", "shards", "replicas"}),
    "postgresql": frozenset({"schema", "host", "sslmode", "sslrootcert"}),
    "dask": frozenset(),
}
"""Scheme → what may follow the `?` of an address. libpq knows more, and some of it leads
elsewhere (hostaddr, service) or reads other files (passfile, sslkey)."""
_SECRETS = frozenset({"password", "passwd", "pass", "sslpassword", "token", "secret"})


@dataclass(frozen=True, slots=True)
class Address:
    """Where an engine answers. `hosts` are (host, port) with 0 for the usual port."""

    text: str
    scheme: str
    user: str = ""
    hosts: tuple[tuple[str, int], ...] = ()
    name: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def local(self) -> bool:
        """Whether every host is this machine, so that nothing travels over a network."""
        return all(host in _LOOPBACK or host.startswith("/") for host, _ in self.all_hosts)

    @property
    def all_hosts(self) -> tuple[tuple[str, int], ...]:
        """The hosts of the address with those of its option `host`, which may be several, too."""
        named = self.options.get("host", "")
        return (*self.hosts, *((one, 0) for one in named.split(",") if named))

    def __str__(self) -> str:
        return self.text


def read_address(text: str, seam: str) -> Address:
    """Take an address apart.

    Raises UsageError (which never repeats the address: it may hold a secret)
    for a scheme that does not serve the seam, and for a password in it.
    """
    schemes = SCHEMES[seam]
    try:
        parts = urlsplit(text)
        user, _, hosts = parts.netloc.rpartition("@")
        given = parse_qsl(parts.query, keep_blank_values=True)
        options = dict(given)
        found = tuple(map(_host, hosts.split(","))) if hosts else ()
    except ValueError as error:
        raise UsageError(f"the address of the {seam} does not read") from error
    if len(options) < len(given):
        raise UsageError(f"the address of the {seam} gives an option twice")
    if ":" in user or _SECRETS & {name.lower() for name in options}:
        raise UsageError(_no_password(seam))
    if parts.scheme not in schemes:
        raise UsageError(
            f"the address of the {seam} begins with {' or '.join(f'{s}://' for s in schemes)}"
        )
    unknown = sorted(options.keys() - OPTIONS[parts.scheme])
    if unknown:
        known = ", ".join(sorted(OPTIONS[parts.scheme])) or "none"
        raise UsageError(
            f"the address of the {seam} takes no option {unknown[0]!r:.40}; there are {known}"
        )
    return Address(text, parts.scheme, unquote(user), found, unquote(parts.path[1:]), options)


def _host(text: str) -> tuple[str, int]:
    one = urlsplit(f"//{text}")
    return one.hostname or "", one.port or 0


def _no_password(seam: str) -> str:
    if seam == "executor":
        return "the address of the executor takes no password: Dask is protected by its network"
    name = _variable(seam)
    return (
        f"the address of the {seam} must not hold a password: put it into the environment as "
        f"{name}, or into a file of mode 600 that {name}_FILE names"
    )


def password(seam: str, address: Address) -> str:
    """The password for the engine at an address, or "" where none is given.

    Raises UsageError for an address that it is not bound to, and for a file that others
    may read, or that does not read.
    """
    found = _given(seam)
    if found:
        _check_bound(seam, address)
    return found


def _check_bound(seam: str, address: Address) -> None:
    name = f"{_variable(seam)}_HOST"
    bound = {one.strip() for one in os.environ.get(name, "").split(",") if one.strip()}
    if address.local and not bound:
        return
    for host, port in address.all_hosts or (("localhost", 0),):
        if not {host, f"{host}:{port}"} & bound:
            raise UsageError(
                f"the password of the {seam} is not sent to {host}: where it belongs there, "
                f"{name} names that host"
            )


def _given(seam: str) -> str:
    name = _variable(seam)
    if found := os.environ.get(name, ""):
        return found
    given = os.environ.get(f"{name}_FILE", "")
    if not given:
        return ""
    path = Path(given)
    try:
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise UsageError(f"{path} may be read by others: `chmod 600` it")
        return path.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}, named by {name}_FILE, does not read") from error


def _variable(seam: str) -> str:
    return f"WORKBENCH_{seam.upper()}_PASSWORD"


@contextmanager
def client_library(extra: str) -> Iterator[None]:
    """Import an engine's client within; UsageError says how to get it where it is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(
            f"the library {error.name} is missing: pip install 'claim-workbench[{extra}]'"
        ) from error
