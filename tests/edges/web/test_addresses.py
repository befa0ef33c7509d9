"""Nothing but the public web is connected to, whatever a name looks like."""

import ipaddress

import httpcore
import httpx
import pytest

from workbench.edges.web.addresses import (
    AddressRefused,
    CheckedBackend,
    CheckedTransport,
    Deadline,
    OutOfTime,
    problem_of,
    resolve,
)

PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"]
NOT_PUBLIC = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "255.255.255.255", "240.0.0.1",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::", "2002:a00:1::", "168.63.129.16", "192.0.0.192", "192.0.0.9", "192.88.99.1",
    "100.100.100.200", "fec0::1", "fd00:ec2::254", "64:ff9b::808:808", "64:ff9b:1::808:808",
    "2002:808:808::1", "4000::1", "::ffff:168.63.129.16", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_web_is_allowed(address):
    assert problem_of(ipaddress.ip_address(address)) == ""


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_everything_else_is_refused(address):
    assert "not an address of the public web" in problem_of(ipaddress.ip_address(address)) or (
        "local network" in problem_of(ipaddress.ip_address(address))
    )


def _get(url, lookup=resolve, **options):
    backend = CheckedBackend(Deadline(), lookup=lookup, **options)
    with httpx.Client(transport=CheckedTransport(backend), trust_env=False) as client:
        return client.get(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://127。0。0。1/",
        "http://①②⑦.⓪.⓪.①/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://0/",
    ],
)
def test_odd_spellings_of_this_machine_are_refused_at_the_connection(url):
    with pytest.raises((AddressRefused, httpx.InvalidURL, httpcore.ConnectError)):
        _get(url)


def test_one_bad_address_among_good_ones_is_enough():
    with pytest.raises(AddressRefused):
        _get("http://two.example/", lookup=lambda *_: ["8.8.8.8", "10.0.0.1"])


def test_a_name_whose_record_changes_is_checked_at_each_connection():
    answers = iter([["10.0.0.1"], ["127.0.0.1"]])
    seen = []

    def lookup(host, port, seconds):
        seen.append(host)
        return next(answers)

    for _ in range(2):
        with pytest.raises(AddressRefused):
            _get("http://rebound.example/", lookup=lookup)
    assert seen == ["rebound.example"] * 2


@pytest.mark.parametrize("url", ["http://e.example:22/", "https://e.example:8443/"])
def test_other_ports_are_refused_before_any_lookup(url):
    with pytest.raises(AddressRefused, match="port"):
        _get(url, lookup=lambda *_: pytest.fail("looked up"))


def test_a_deadline_ends():
    now = [0.0]
    deadline = Deadline(lambda: now[0])
    deadline.start(5)
    assert deadline.left(2) == 2
    now[0] = 4
    assert deadline.left(2) == 1
    now[0] = 6
    with pytest.raises(OutOfTime):
        deadline.left()
