"""Addresses of engines, and where their passwords may stand."""

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.case.trusting import allow
from workbench.edges.engines import password, read_address
from workbench.edges.settings import read_settings
from workbench.errors import UsageError

HERE = read_address("postgresql:///news", "store")


def test_an_address_is_taken_apart() -> None:
    found = read_address("opensearch://ada@one:9200,two:9201/corpus?replicas=1", "index")
    assert (found.scheme, found.user, found.name) == ("opensearch", "ada", "corpus")
    assert found.hosts == (("one", 9200), ("two", 9201))
    assert found.options == {"replicas": "1"}
    assert not found.local


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("postgresql:///news", True),
        ("postgresql://127.0.0.1/news", True),
        ("postgresql://[::1]:5432/news", True),
        ("postgresql:///news?host=/run/postgresql", True),
        ("postgresql:///news?host=db.example", False),
        ("postgresql://localhost,db.example/news", False),
        ("postgresql:///news?host=/run/postgresql,db.example", False),
        ("postgresql:///news?host=localhost,db.example", False),
        ("postgresql://127.0.0.1/news?host=db.example", False),
        ("postgresql://127.0.0.1.db.example/news", False),
    ],
)
def test_what_is_on_this_machine(text: str, local: bool) -> None:
    assert read_address(text, "store").local is local


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://ada:hunter2@host/news",
        "postgresql://ada:@host/news",
        "postgresql://host/news?password=hunter2",
        "postgresql://host/news?user=ada&PassWord=hunter2",
        "mysql://ada:hunter2@host/news",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_repeated(text: str, tmp_path: Path) -> None:
    (tmp_path / "workbench.toml").write_text(f'store = "{text}"\n')
    with pytest.raises(UsageError, match="WORKBENCH_STORE_PASSWORD") as refused:
        read_settings(tmp_path)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("seam", "text"),
    [
        ("store", "opensearch://host/x"),
        ("index", "dask://host:1"),
        ("executor", "postgresql://host/x"),
        ("store", "news"),
        ("store", "postgresql://host:port/x"),
        ("index", "opensearch://[host/x"),
    ],
)
def test_what_cannot_serve_a_seam_is_refused(seam: str, text: str) -> None:
    with pytest.raises(UsageError, match=f"address of the {seam}"):
        read_address(text, seam)


def test_the_settings_hold_addresses(tmp_path: Path) -> None:
    (tmp_path / "workbench.toml").write_text(
        'index = "opensearch://host:9200/name"\nexecutor = "dask://host:8786"\n'
    )
    settings = read_settings(tmp_path)
    assert (settings.index, settings.store) == ("opensearch://host:9200/name", "")
    assert settings.executor == "dask://host:8786"


def test_a_password_comes_from_the_environment_or_a_private_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKBENCH_STORE_PASSWORD", raising=False)
    assert password("store", HERE) == ""
    secret = tmp_path / "secret"
    secret.write_text("hunter2\n")
    monkeypatch.setenv("WORKBENCH_STORE_PASSWORD_FILE", str(secret))
    secret.chmod(0o640)
    with pytest.raises(UsageError, match="chmod 600"):
        password("store", HERE)
    secret.chmod(0o600)
    assert password("store", HERE) == "hunter2"
    monkeypatch.setenv("WORKBENCH_STORE_PASSWORD", "other")
    assert password("store", HERE) == "other"
    monkeypatch.delenv("WORKBENCH_STORE_PASSWORD")
    secret.unlink()
    with pytest.raises(UsageError, match="does not read"):
        password("store", HERE)


@pytest.mark.parametrize(
    ("bound", "text", "sent"),
    [
        ("", "postgresql://127.0.0.1/news", True),
        ("", "postgresql:///news?host=/run/postgresql", True),
        ("", "postgresql://db.example/news", False),
        ("db.example", "postgresql://db.example/news", True),
        ("db.example", "postgresql://db.example.evil.example/news", False),
        ("db.example", "postgresql://db.example,evil.example/news", False),
        ("db.example", "postgresql://db.example/news?host=evil.example", False),
        ("db.example", "postgresql://127.0.0.1/news", False),
        ("", "postgresql:///news?host=/run/postgresql,evil.example", False),
        ("db.example", "postgresql:///news?host=db.example,evil.example", False),
        ("db.example:5432", "postgresql://db.example:5432/news", True),
        ("db.example:5432", "postgresql://db.example:6543/news", False),
        ("one.example, two.example", "postgresql://one.example,two.example/news", True),
    ],
)
def test_a_password_goes_to_the_hosts_that_it_belongs_to(
    bound: str, text: str, sent: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_STORE_PASSWORD", "hunter2")
    monkeypatch.setenv("WORKBENCH_STORE_PASSWORD_HOST", bound)
    address = read_address(text, "store")
    if sent:
        assert password("store", address) == "hunter2"
        return
    with pytest.raises(UsageError, match="WORKBENCH_STORE_PASSWORD_HOST") as refused:
        password("store", address)
    assert "hunter2" not in str(refused.value)


def test_an_option_given_twice_is_refused() -> None:
    with pytest.raises(UsageError, match="twice"):
        read_address("postgresql:///news?host=/run/postgresql&host=evil.example", "store")


@pytest.mark.parametrize(
    "option", ["hostaddr=203.0.113.9", "service=x", "passfile=/x", "sslkey=/x", "port=1", "user=x"]
)
def test_an_option_that_leads_elsewhere_is_refused(option: str) -> None:
    with pytest.raises(UsageError, match="takes no option"):
        read_address(f"postgresql://127.0.0.1/news?{option}", "store")


def test_without_engines_none_of_their_libraries_is_loaded(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom workbench.case import Case\n"
        "with Case.open(Path(sys.argv[1]), 'Ada', create=True) as case:\n"
        "    case.corpus.sync()\n    case.matching.search('ferries')\n"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "case")]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "tantivy" in loaded
    assert not {"psycopg", "opensearchpy", "distributed", "dask"} & set(loaded)


@pytest.mark.parametrize(
    ("setting", "library", "extra", "command"),
    [
        ('store = "postgresql:///x"', "psycopg", "postgres", ["claims"]),
        (
            'index = "opensearch://127.0.0.1/x"',
            "opensearchpy",
            "opensearch",
            ["match", "--text", "A ferry sank."],
        ),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    setting: str, library: str, extra: str, command: list[str], tmp_path: Path
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "workbench.toml").write_text(setting)
    allow(tmp_path)
    script = (
        f"import sys\nsys.modules[{library!r}] = None\n"
        "sys.argv = ['workbench', *sys.argv[1:]]\n"
        "from workbench.cli import main\nmain()"
    )
    words = [sys.executable, "-c", script, *command, "--case", str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"claim-workbench[{extra}]" in done.stderr
