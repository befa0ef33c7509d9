"""Drafts as files: whole, apart for each reviewer, and harmless when damaged."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.edges.drafts import DraftFiles


@given(st.dictionaries(st.text(min_size=1), st.text(), max_size=4), st.text(min_size=1))
def test_what_is_written_comes_back(tmp_path_factory, fields, claim):
    fields = {name: v for name, v in fields.items() if name not in ("claim", "reviewer")}
    folder = tmp_path_factory.mktemp("drafts")
    DraftFiles(folder, "Ada").write(claim, fields)
    assert list(DraftFiles(folder, "Ada")) == [(claim, fields)]
    assert list(DraftFiles(folder, "Bo")) == []


def test_a_damaged_file_is_passed_over(tmp_path):
    files = DraftFiles(tmp_path, "Ada")
    files.write("c1", {"summary": "whole"})
    for name, data in (("a", b'{"claim": "c2", "rev'), ("b", b"\xff\xfe"), ("c", b"[1, 2]")):
        (tmp_path / f"{name}.json").write_bytes(data)
    assert list(files) == [("c1", {"summary": "whole"})]


def test_names_never_become_paths(tmp_path):
    files = DraftFiles(tmp_path / "drafts", "../../Bo")
    files.write("../../../etc/claim", {"summary": "x"})
    assert [path.parent for path in tmp_path.rglob("*.json")] == [tmp_path / "drafts"]
    files.remove("../../../etc/claim")
    files.remove("never there")
    assert list(files) == []
