"""Written pages: whole, only those that changed, and nowhere but in their folder."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workbench.core.publication import Citation, House, PublishedVerdict, markdown
from workbench.core.verdicts.ratings import DEFAULT_SCALE
from workbench.edges.pages import MANIFEST, write_markdown
from workbench.errors import CaseError, UsageError

ONE = PublishedVerdict(
    claim_id="aa11bb22",
    claim="The bridge was closed for 12 days.",
    claimant="the council",
    said_on=date(2024, 1, 3),
    citation=Citation("Bridge", "Post", "", date(2024, 1, 3), "bridge.txt", 1, 0, 34),
    rating=DEFAULT_SCALE.rating("true"),
    summary="The council's own log shows it.",
    rationale="",
    evidence=(),
    reviewer="Ada",
    decided_at="2024-01-04T00:00:00Z",
    history=(),
)
TWO = replace(ONE, claim_id="cc33dd44", claim="../../x \x00 CON")


def names(folder):
    return sorted(p.name for p in folder.iterdir())


def test_first_export_writes_a_page_a_verdict(tmp_path):
    report = write_markdown([ONE, TWO], tmp_path / "published")
    assert report.written == ("the-bridge-was-closed-for-12-days-aa11bb22.md", "x-con-cc33dd44.md")
    assert names(tmp_path / "published") == [MANIFEST, *report.written]
    assert names(tmp_path) == ["published"]


def test_second_export_renders_and_touches_nothing(tmp_path, monkeypatch):
    write_markdown([ONE, TWO], tmp_path)
    before = {p.name: p.stat().st_mtime_ns for p in tmp_path.iterdir()}
    monkeypatch.setattr(markdown, "to_markdown", lambda *_: pytest.fail("rendered again"))
    report = write_markdown([ONE, TWO], tmp_path)
    assert (report.written, len(report.unchanged), report.removed) == ((), 2, ())
    assert before == {p.name: p.stat().st_mtime_ns for p in tmp_path.iterdir()}


def test_only_what_changed_is_written(tmp_path):
    write_markdown([ONE, TWO], tmp_path)
    report = write_markdown([ONE, replace(TWO, summary="New.")], tmp_path)
    assert report.written == ("x-con-cc33dd44.md",)
    assert len(report.unchanged) == 1


def test_another_house_or_template_changes_every_page(tmp_path):
    write_markdown([ONE, TWO], tmp_path)
    assert len(write_markdown([ONE, TWO], tmp_path, House(method="We asked.")).written) == 2
    own = (("verdict.md.j2", "{{ v.claim }}"),)
    assert len(write_markdown([ONE, TWO], tmp_path, templates=own).written) == 2


def test_a_page_edited_or_lost_is_made_again(tmp_path):
    first, second = write_markdown([ONE, TWO], tmp_path).written
    (tmp_path / first).write_text("edited")
    (tmp_path / second).unlink()
    assert write_markdown([ONE, TWO], tmp_path).written == (first, second)


def test_a_withdrawn_verdict_leaves_and_other_files_stay(tmp_path):
    (tmp_path / "CNAME").write_text("news.example")
    write_markdown([ONE, TWO], tmp_path)
    report = write_markdown([ONE], tmp_path)
    assert report.removed == ("x-con-cc33dd44.md",)
    assert (tmp_path / "CNAME").read_text() == "news.example"


def test_export_of_one_claim_leaves_the_others(tmp_path):
    write_markdown([ONE, TWO], tmp_path)
    assert write_markdown([ONE], tmp_path, complete=False).removed == ()
    assert len(names(tmp_path)) == 3


def test_a_manifest_from_elsewhere_cannot_remove_other_files(tmp_path):
    victim = tmp_path / "victim.txt"
    victim.write_text("keep")
    folder = tmp_path / "published"
    folder.mkdir()
    (folder / MANIFEST).write_text('{"../victim.txt": ["a", "b"], "x": ["a", "b"]}')
    write_markdown([ONE], folder)
    assert victim.read_text() == "keep"


def test_a_symbolic_link_is_replaced_not_followed(tmp_path):
    victim = tmp_path / "victim.txt"
    victim.write_text("keep")
    folder = tmp_path / "published"
    (name,) = write_markdown([ONE], folder).written
    (folder / name).unlink()
    (folder / name).symlink_to(victim)
    write_markdown([ONE], folder)
    assert victim.read_text() == "keep"
    assert not (folder / name).is_symlink()


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_disk_that_refuses_leaves_the_old_page_and_nothing_aside(tmp_path, monkeypatch, call):
    (name,) = write_markdown([ONE], tmp_path).written
    old = (tmp_path / name).read_bytes()

    def refuse(*_args, **_kwargs):
        raise OSError(28, "No space left on device", str(tmp_path))

    with monkeypatch.context() as patched:
        patched.setattr(os, call, refuse)
        with pytest.raises(CaseError, match="No space left"):
            write_markdown([replace(ONE, summary="New.")], tmp_path)
    assert (tmp_path / name).read_bytes() == old
    assert names(tmp_path) == [MANIFEST, name]


def test_a_folder_that_is_a_file_is_named(tmp_path):
    blocked = tmp_path / "published"
    blocked.write_text("")
    with pytest.raises(CaseError, match="published"):
        write_markdown([ONE], blocked)


def test_pages_before_a_failing_template_stay(tmp_path):
    own = (("verdict.md.j2", "{{ v.claim if v.claim_id == 'aa11bb22' else v.nothing }}"),)
    with pytest.raises(UsageError):
        write_markdown([ONE, TWO], tmp_path, templates=own)
    assert any(Path(p).suffix == ".md" for p in names(tmp_path))
