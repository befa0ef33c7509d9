"""An export of what was exported before: nothing is done twice, and nothing old goes out."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.case import Case, ExportReport
from workbench.case.publishing.gathering import Gathering
from workbench.edges import outgoing
from workbench.edges.gathered import FILE
from workbench.errors import UsageError

TEXTS = {
    "a.txt": "Floods hit Aville\n\nAt least 12 people died in the Aville flood on March 3, 2021, "
    "officials said. The river Ave rose by three metres overnight, the mayor said.\n",
    "b.txt": "Ave flood\n\nThe mayor said that 12 people died in the Aville flood on March 3, "
    "2021. "
    "Shops in the old town stayed closed.\n",
}
CONTRADICTING = (
    "Toll corrected\n\nExactly 7 people died in the Aville flood on March 3, 2021, police said.\n"
)
DERIVED = Path(".workbench") / FILE


def add(case: Case, name: str, text: str) -> None:
    with TemporaryDirectory() as place:
        path = Path(place) / name
        path.write_text(text, encoding="utf-8")
        case.corpus.import_paths([str(path)])
    case.comparing.conflicts()


def link(case: Case, claim: str, relation: str, note: str = "") -> None:
    text = TEXTS["b.txt"]
    start = text.index("The mayor")
    case.decisions.link(claim, "b.txt", start, text.index(" Shops"), relation, note)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with two verdicts, one of them with evidence; copy it, do not change it."""
    folder = tmp_path_factory.mktemp("decided") / "case"
    folder.mkdir()
    (folder / "workbench.toml").write_text(DRAFT)
    with Case.open(folder, "Ada", create=True) as case:
        for name, text in TEXTS.items():
            add(case, name, text)
        toll, river = claims(case)
        link(case, toll, "corroborates")
        case.decisions.rule(toll, "true", "Two offices agree.", "Both lists were read.")
        case.decisions.rule(river, "unproven", "Nobody else has measured it.")
    return folder


def claims(case: Case) -> tuple[str, str]:
    found = case.corpus.claims()
    return (
        next(row.id for row in found if row.quote.startswith("At least 12")),
        next(row.id for row in found if row.quote.startswith("The river")),
    )


DRAFT = '[publication]\nprofile = "draft"\n'
"""Settings in which the bare verdicts of these tests leave."""
Act = Callable[[Case, str], object]

ACTS: dict[str, Act] = {
    "another rating": lambda case, claim: case.decisions.rule(claim, "false", "It was not so."),
    "a correction with its reason": lambda case, claim: case.decisions.rule(
        claim, "half true", "Two offices differ.", correction="A reader wrote."
    ),
    "who said it": lambda case, claim: case.decisions.rule(
        claim, "true", "Two offices agree.", claimant="the mayor"
    ),
    "what is not known": lambda case, claim: case.decisions.rule(
        claim, "true", "Two offices agree.", unknown="Who counted."
    ),
    "another relation": lambda case, claim: link(case, claim, "conflicts"),
    "a note on a link": lambda case, claim: link(case, claim, "context", "read twice"),
    "a link taken away": lambda case, claim: [
        case.decisions.unlink(one.id) for one in case.decisions.links(claim)
    ],
    "the last change taken back": lambda case, _: case.decisions.undo(),
    "a title corrected": lambda case, _: case.decisions.correct("b.txt", title="The flood"),
    "a date corrected": lambda case, _: case.decisions.correct("a.txt", published="2021-03-05"),
    "a source that says another number": lambda case, _: add(
        case, "b.txt", TEXTS["b.txt"].replace("12 people", "21 people")
    ),
    "a source that moved": lambda case, _: add(case, "b.txt", f"News\n\n{TEXTS['b.txt']}"),
    "an article that contradicts": lambda case, _: add(case, "c.txt", CONTRADICTING),
    "a source that is gone": lambda case, _: (
        (case.folder / "seeds" / "b.txt").unlink(missing_ok=True),
        case.corpus.sync(),
    ),
    "a retraction": lambda case, claim: case.publications.retract(claim, "We misread it."),
    "an export": lambda case, _: case.publications.export(),
    "a remark inside the house": lambda case, claim: case.reviewing.note(claim, "Ask again?"),
}
"""What changes a page or what the gate finds, and some that change neither."""

SETTINGS = {
    "another house": f'{DRAFT}[house]\nname = "The Desk"\nurl = "https://desk.example"\n',
    "more sources": f"{DRAFT}independent_sources = 3\n",
    "a second reviewer": f"{DRAFT}second_reviewer = true\n",
    "another scale": f'{DRAFT}[[ratings]]\nname = "true"\nmeaning = "All of it is right."\nvalue = '
    f"1\n"
    '[[ratings]]\nname = "unproven"\nmeaning = "Nobody knows."\n'
    '[[ratings]]\nname = "false"\nmeaning = "None of it is right."\nvalue = 0\n'
    '[[ratings]]\nname = "half true"\nmeaning = "Some of it is right."\n',
    "a stricter gate": '[publication]\nhold_back = ["all"]\n',
    "the usual settings": "",
    "no gate but for what is certain": DRAFT,
}


def do(folder: Path, what: str) -> None:
    """One thing that happens to a case; what cannot be done now is left undone."""
    if what in SETTINGS:
        (folder / "workbench.toml").write_text(SETTINGS[what], encoding="utf-8")
        return
    with Case.open(folder, "Bo" if what == "signed" else "Ada") as case:
        toll, river = claims(case) if len(case.corpus.articles()) else ("", "")
        try:
            if what == "signed":
                case.reviewing.sign_off(toll)
            else:
                ACTS[what](case, river if what == "an article that contradicts" else toll)
        except UsageError:
            return


def exported(folder: Path, to: Path, form: str) -> ExportReport:
    with Case.open(folder, "Ada") as case:
        return case.publications.export(to=to, format=form)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".workbench-")
    }


def same_as_from_nothing(folder: Path, to: Path, form: str) -> ExportReport:
    """Export into `to`, and make sure that an export without anything kept gives the same.

    Only of a verdict that is held back does the page stay that was there before.
    """
    before = files(to)
    report = exported(folder, to, form)
    kept = (folder / DERIVED).read_bytes()
    with TemporaryDirectory() as place:
        (folder / DERIVED).unlink()
        fresh = exported(folder, Path(place) / "out", form)
        after, expected = files(to), files(Path(place) / "out")
    (folder / DERIVED).write_bytes(kept)
    assert (report.refused, report.told) == (fresh.refused, fresh.told)
    held = {name for name in {*after, *expected} if any(id in name for id in report.held)}
    assert set(after) | held == set(expected) | held
    assert [name for name in expected if name not in held and after[name] != expected[name]] == []
    assert all(after[name] == before[name] for name in held if name in before)
    return report


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("what", [*ACTS, *SETTINGS, "signed"])
def test_whatever_changes_a_page_is_seen(
    decided: Path, tmp_path: Path, what: str, form: str
) -> None:
    folder = Path(shutil.copytree(decided, tmp_path / "case"))
    same_as_from_nothing(folder, tmp_path / "out", form)
    do(folder, what)
    same_as_from_nothing(folder, tmp_path / "out", form)


def many_changes(decided: Path, happened: list[str]) -> None:
    with TemporaryDirectory() as place:
        folder = Path(shutil.copytree(decided, Path(place) / "case"))
        for what in happened:
            do(folder, what)
            same_as_from_nothing(folder, Path(place) / "out", "markdown")
        same_as_from_nothing(folder, Path(place) / "site", "html")


happenings = st.lists(st.sampled_from([*ACTS, *SETTINGS, "signed"]), min_size=2, max_size=8)


@pytest.mark.slow
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(happenings)
def test_whatever_happens_in_whatever_order_is_seen(decided: Path, happened: list[str]) -> None:
    many_changes(decided, happened)


@pytest.mark.parametrize("form", ["markdown", "html", "claimreview", "csv"])
def test_what_has_not_changed_is_not_gathered_again(
    decided: Path, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(decided, tmp_path / "case"))
    first = exported(folder, tmp_path / "out", form)
    monkeypatch.setattr(Gathering, "published", lambda *_: pytest.fail("gathered again"))
    again = exported(folder, tmp_path / "out", form)
    assert (again.written, again.told) == ((), first.told)


def test_only_the_verdict_that_changed_is_gathered_again(
    decided: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(decided, tmp_path / "case"))
    exported(folder, tmp_path / "out", "html")
    do(folder, "what is not known")
    gathered: list[str] = []
    published = Gathering.published
    monkeypatch.setattr(
        Gathering,
        "published",
        lambda self, verdict: gathered.append(verdict.claim) or published(self, verdict),
    )
    report = exported(folder, tmp_path / "out", "html")
    with Case.open(folder) as case:
        assert gathered == [claims(case)[0]]
    assert sum(path.parent.name == "verdicts" for path in report.written) == 1


def test_the_same_case_elsewhere_has_nothing_to_write(decided: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(decided, tmp_path / "case"))
    with Case.open(folder, "Ada") as case:
        case.publications.export()
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    shutil.rmtree(copy / ".workbench")
    with Case.open(copy, "Bo") as case:
        case.corpus.sync()
        report = case.publications.export()
    manifest = Path("claims") / "published" / ".workbench-pages.json"
    assert (report.written, len(report.unchanged)) == ((), 2)
    assert (folder / manifest).read_bytes() == (copy / manifest).read_bytes()


def gone(path: Path) -> None:
    path.unlink()


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_name_that_is_no_text(path: Path) -> None:
    data = path.read_bytes()
    assert b"tableverdicts" in data
    path.write_bytes(data.replace(b"tableverdicts", b"tablev\xf1rdicts"))


@pytest.mark.parametrize("damage", [gone, garbage, cut, a_folder, a_name_that_is_no_text])
def test_what_was_kept_may_be_lost_or_damaged(
    decided: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    folder = Path(shutil.copytree(decided, tmp_path / "case"))
    exported(folder, tmp_path / "out", "markdown")
    before = files(tmp_path / "out")
    damage(folder / DERIVED)
    assert exported(folder, tmp_path / "out", "markdown").written == ()
    exported(folder, tmp_path / "new", "markdown")
    assert files(tmp_path / "out") == files(tmp_path / "new") == before


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_in_what_was_kept_reaches_no_page(kept: Path, place: float, bit: int) -> None:
    whole = (kept / DERIVED).read_bytes()
    data = bytearray(whole)
    data[int(place * len(data))] ^= 1 << bit
    (kept / DERIVED).write_bytes(data)
    with TemporaryDirectory() as out:
        exported(kept, Path(out), "markdown")
        pages = {name: data for name, data in files(Path(out)).items() if name.endswith(".md")}
    assert pages == {
        name: data for name, data in files(kept.parent / "out").items() if name.endswith(".md")
    }
    (kept / DERIVED).write_bytes(whole)


@pytest.fixture
def kept(decided: Path, tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(decided, tmp_path / "case"))
    exported(folder, tmp_path / "out", "markdown")
    return folder


def test_another_version_of_the_program_makes_everything_anew(
    decided: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(decided, tmp_path / "case"))
    exported(folder, tmp_path / "out", "markdown")
    monkeypatch.setattr(outgoing, "program", lambda: "another")
    gathered: list[str] = []
    published = Gathering.published
    monkeypatch.setattr(
        Gathering,
        "published",
        lambda self, verdict: gathered.append(verdict.claim) or published(self, verdict),
    )
    assert exported(folder, tmp_path / "out", "markdown").written == ()  # the same came of it
    assert len(gathered) == 2
