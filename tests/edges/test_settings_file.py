"""Changing the settings file: nothing that people wrote in it is lost."""

from pathlib import Path

import pytest

from workbench.edges.settings import FILE_NAME, read_settings
from workbench.edges.settings_file import change_settings
from workbench.errors import UsageError, WorkbenchError

WRITTEN = """# The Desk's own settings; ask Mia before you change the scale.
reviewer = "Ada"   # on this machine

[publication]
# two sources, always
independent_sources = 2

[keys]
"claims.verdict" = "V"  # v is next to c
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FILE_NAME).write_text(WRITTEN, encoding="utf-8")
    return tmp_path


def test_one_value_changes_and_every_other_line_stays(folder: Path) -> None:
    found = change_settings(folder, {("publication", "independent_sources"): 3})
    text = (folder / FILE_NAME).read_text(encoding="utf-8")
    assert text == WRITTEN.replace("independent_sources = 2", "independent_sources = 3")
    assert found == read_settings(folder)
    assert found.independent_sources == 3


def test_entries_come_into_their_tables_and_new_tables(folder: Path) -> None:
    changes = {
        ("theme",): "textual-light", ("publication", "second_reviewer"): True,
        ("fetch", "wayback"): True, ("keys", "everywhere.jump"): "f",
        ("filters", "mine, open"): '@ada status:open "a b" \\ #',
    }  # fmt: skip
    found = change_settings(folder, changes)
    assert (found.theme, found.second_reviewer, found.wayback) == ("textual-light", True, True)
    assert found.keys == {"claims.verdict": "V", "everywhere.jump": "f"}
    assert found.filters == {"mine, open": '@ada status:open "a b" \\ #'}
    text = (folder / FILE_NAME).read_text(encoding="utf-8")
    for line in WRITTEN.splitlines():
        assert line in text


def test_what_is_taken_out_has_its_default_again(folder: Path) -> None:
    change_settings(folder, {("keys", "claims.verdict"): None, ("house", "name"): None})
    found = read_settings(folder)
    assert found.keys == {}
    assert "# two sources, always" in (folder / FILE_NAME).read_text(encoding="utf-8")


def test_without_a_file_one_is_made(tmp_path: Path) -> None:
    assert change_settings(tmp_path, {("reviewer",): "Bo"}).reviewer == "Bo"
    assert read_settings(tmp_path).reviewer == "Bo"


@pytest.mark.parametrize(
    "changes",
    [
        {("publication", "independent_sources"): "many"},
        {("colour",): "red"},
        {("index",): "postgresql://ada:secret@host/db"},
    ],
    ids=["wrong type", "no such setting", "a password"],
)
def test_what_is_refused_changes_nothing(folder: Path, changes) -> None:
    with pytest.raises(UsageError) as error:
        change_settings(folder, changes)
    assert "secret" not in str(error.value)
    assert (folder / FILE_NAME).read_text(encoding="utf-8") == WRITTEN


def test_a_file_that_does_not_read_is_left_alone(folder: Path) -> None:
    (folder / FILE_NAME).write_text("reviewer = ", encoding="utf-8")
    with pytest.raises(UsageError, match=FILE_NAME):
        change_settings(folder, {("reviewer",): "Bo"})
    assert (folder / FILE_NAME).read_text(encoding="utf-8") == "reviewer = "


def test_a_full_disk_is_said_and_the_file_stays(folder: Path, monkeypatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("workbench.edges.inside.Inside.write", full)
    with pytest.raises(WorkbenchError, match="No space left"):
        change_settings(folder, {("reviewer",): "Bo"})
    assert read_settings(folder).reviewer == "Ada"


def test_what_was_written_meanwhile_stays(folder: Path) -> None:
    change_settings(folder, {("theme",): "high-contrast"})
    path = folder / FILE_NAME
    path.write_text(path.read_text(encoding="utf-8") + '\n[house]\nname = "The Desk"\n')
    assert change_settings(folder, {("theme",): "colour-safe"}).house.name == "The Desk"


def test_an_engine_named_and_taken_back_leaves_the_file_as_it_was(folder: Path) -> None:
    for address in ("postgresql://host/news", "postgresql://other/news"):
        assert change_settings(folder, {("store",): address}).store == address
    change_settings(folder, {("store",): None})
    assert (folder / FILE_NAME).read_text(encoding="utf-8") == WRITTEN
