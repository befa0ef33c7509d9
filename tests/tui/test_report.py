"""The report of an import says which file, and what is wrong with it, at every width."""

import pytest

from workbench.tui.text import fit_end


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a.txt", "a.txt     "),
        ("news/2021/a.txt", "…021/a.txt"),
        ("漢字/漢字/a.txt", "…字/a.txt "),
        ("e" + "\u0301" * 5 + "/0123456789", "…123456789"),
    ],
)
def test_of_a_long_path_the_end_is_kept(text, shown):
    assert fit_end(text, 10) == shown


@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=str)
async def test_a_refused_file_is_named_with_its_reason(reviewing, case, tmp_path, size):
    folder = tmp_path / "a-folder-with-a-long-name" / ("below-" * 12)
    folder.mkdir(parents=True)
    (folder / "script.html").write_text("<html><script>x</script></html>", encoding="utf-8")
    (folder / "link.txt").symlink_to("/etc/passwd")
    async with reviewing(case, size) as reviewer:
        await reviewer.press("5")
        reviewer.app.focused.value = str(folder)
        await reviewer.press("enter")
        assert "link.txt" in reviewer.text
        assert "a link to outside the folder: name its target to import that" in reviewer.text
        assert "script.html" in reviewer.text
        assert "no text on the page: made by a script? save it from a browser" in reviewer.text
