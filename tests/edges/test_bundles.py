"""Bundle files: the same input gives the same bytes, and a bomb is refused."""

import zipfile

import pytest

from workbench.edges import bundles
from workbench.edges.bundles import read_bundle, write_bundle
from workbench.errors import CaseError, InputRefused

MEMBERS = {"a.txt": b"one", "articles/1.txt": b"two" * 1000}


def test_what_is_written_is_read(tmp_path):
    write_bundle(MEMBERS, tmp_path / "one.zip")
    write_bundle(MEMBERS, tmp_path / "two.zip")
    assert read_bundle(tmp_path / "one.zip") == MEMBERS
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_bomb_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bundles, "MOST_BYTES", 2**20)
    write_bundle({"zeros": bytes(2**20)}, tmp_path / "fits.zip")
    assert len(read_bundle(tmp_path / "fits.zip")["zeros"]) == 2**20
    write_bundle({"zeros": bytes(2**20), "more": b"x"}, tmp_path / "bomb.zip")
    with pytest.raises(InputRefused, match="unpacks to more than 1 MB"):
        read_bundle(tmp_path / "bomb.zip")


def test_names_that_lead_elsewhere_stay_names(tmp_path):
    write_bundle({"../../outside.txt": b"x"}, tmp_path / "deep" / "er.zip")
    assert read_bundle(tmp_path / "deep" / "er.zip") == {"../../outside.txt": b"x"}
    assert not (tmp_path / "outside.txt").exists()


def test_a_name_given_twice_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        archive.writestr("a", "1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a", "2")
    with pytest.raises(InputRefused, match="a name twice"):
        read_bundle(tmp_path / "twice.zip")


@pytest.mark.parametrize("cut", [0, 10, 60, 120, -30])
def test_a_file_that_is_no_whole_zip_is_refused(tmp_path, cut):
    write_bundle(MEMBERS, tmp_path / "whole.zip")
    (tmp_path / "cut.zip").write_bytes((tmp_path / "whole.zip").read_bytes()[:cut])
    with pytest.raises(InputRefused, match=r"cut\.zip: cannot be read as a bundle"):
        read_bundle(tmp_path / "cut.zip")


def test_a_damaged_byte_never_changes_what_a_member_says(tmp_path):
    write_bundle(MEMBERS, tmp_path / "whole.zip")
    whole = (tmp_path / "whole.zip").read_bytes()
    for place in range(0, len(whole), 3):
        (tmp_path / "bad.zip").write_bytes(
            whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        )
        try:
            held = read_bundle(tmp_path / "bad.zip")
        except InputRefused:
            continue
        assert set(held.values()) <= set(MEMBERS.values())


def test_a_missing_file_is_refused_and_a_blocked_place_named(tmp_path):
    with pytest.raises(InputRefused, match=r"none\.zip"):
        read_bundle(tmp_path / "none.zip")
    (tmp_path / "file").write_text("")
    with pytest.raises(CaseError):
        write_bundle(MEMBERS, tmp_path / "file" / "x.zip")
