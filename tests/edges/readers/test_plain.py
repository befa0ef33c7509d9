"""Plain text and Markdown files as articles."""

from datetime import date
from pathlib import Path

import pytest

from workbench.edges.readers import Reading, Refusal, read_seed

SEEDS = Path(__file__).parents[3] / "seeds"
EXPECTED = {
    "000": ("China for avoiding escalation in Ukraine crisis after Kremlin drone attack", "", None),
    "001": (
        "Russia Sees No Prospect of Chinese Mediation in Ukraine Conflict",
        "",
        date(2023, 4, 6),
    ),
    "002": ("Putin secures China’s support amid Ukraine crisis", "Gestion", None),
    "003": ("Moscow exaggerates support received from Beijing – ISW", "", date(2025, 2, 21)),
    "004": ("Russia stresses China’s support as its forces withdraw in Ukraine", "", None),
}


def read(tmp_path, data, name="a.txt", **options):
    path = tmp_path / name
    path.write_bytes(data)
    (row,) = read_seed(path, name, **options)
    return row


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("00?_*.txt")), ids=lambda p: p.name[:3])
def test_the_project_s_own_seeds(seed):
    (row,) = read_seed(seed, seed.name)
    article = row.article
    assert (article.title, article.publisher, article.published) == EXPECTED[seed.name[:3]]
    assert article.language == "en"
    assert article.id == seed.name
    assert row.flags == ()


def test_text_is_the_file_with_line_ends_as_newlines(tmp_path):
    row = read(tmp_path, b"\xef\xbb\xbfA title\r\n\r\n  Some text.\rMore \xe2\x80\x94 text.  ")
    assert row.article.text == "A title\n\n  Some text.\nMore — text.  "


def test_fields_say_where_they_were_read(tmp_path):
    row = read(
        tmp_path,
        b"Bridge closed\n\nPublished: 3 March 2021\n\nThe bridge was closed.\nSource: Post",
    )
    assert row.article.published == date(2021, 3, 3)
    assert row.origins == {
        "title": "text line 1",
        "published": "text line 3",
        "publisher": "text line 6",
    }


def test_the_users_date_comes_before_the_texts(tmp_path):
    row = read(tmp_path, b"T\n3 March 2021\nText.", published=date(2020, 1, 1))
    assert row.article.published == date(2020, 1, 1)
    assert row.origins["published"] == "given"


def test_front_matter_gives_the_fields_of_a_markdown_file(tmp_path):
    data = (
        b'---\ntitle: "Bridge: closed"\ndate: 2021-03-03\nsource: Post\nurl: https://e.example/b\n'
        b"tags:\n  - x: y\n---\n# Heading\n\nThe bridge was closed.\n"
    )
    row = read(tmp_path, data, "a.md")
    article = row.article
    assert article.text == "# Heading\n\nThe bridge was closed.\n"
    assert (article.title, article.publisher, article.url) == (
        "Bridge: closed",
        "Post",
        "https://e.example/b",
    )
    assert article.published == date(2021, 3, 3)
    assert row.origins["title"] == "front matter"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"Mayor\'s \\"plan\\""', 'Mayor\'s "plan"'),
        ("'It''s done'", "It's done"),
        ('"a\\x41 \\u2014 \\U0001F600"', "aA — 😀"),
        ('"back\\\\slash"', "back\\slash"),
        ('plain "words" stay', 'plain "words" stay'),
        ('"half', '"half'),
    ],
)
def test_a_title_in_quotes_comes_out_as_it_was_meant(tmp_path, written, title):
    data = f"---\ntitle: {written}\n---\nThe ferry left at noon.\n".encode()
    assert read(tmp_path, data, "a.md").article.title == title


@pytest.mark.parametrize("data", [b"---\nno end\ntext", b"--- \ntitle: x\n---\n", b"---\n" * 300])
def test_what_is_no_front_matter_stays_text(tmp_path, data):
    assert read(tmp_path, data, "a.md").article.text.startswith("---")


def test_front_matter_without_a_text_is_refused(tmp_path):
    assert isinstance(read(tmp_path, b"---\ntitle: x\n---\n\n", "a.md"), Refusal)


def test_front_matter_of_a_text_file_stays_in_its_text(tmp_path):
    data = b"---\ntitle: x\n---\nThe text."
    assert read(tmp_path, data).article.text == data.decode()


def test_a_date_that_cannot_be_read_is_flagged(tmp_path):
    row = read(tmp_path, b"---\ndate: soon\nlink: javascript:alert(1)\n---\nThe text.", "a.md")
    assert row.article.published is None
    assert row.article.url == ""
    assert len(row.flags) == 2


def test_another_language_is_flagged(tmp_path):
    text = "Der Minister sagte am Montag, dass das Schiff den Hafen verlassen hat und nicht kommt."
    assert read(tmp_path, text.encode()).flags == ("not English",)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xef\xbb\xbf", b"a\0b", b"\x7fELF\x01\x01\0\0\0", b"\x1f \x1c", b"\xe2\x80\x8b\n"],
)
def test_no_text_is_one_refusal_that_names_the_file(tmp_path, data):
    row = read(tmp_path, data)
    assert isinstance(row, Refusal)
    assert row.source == "a.txt"


@pytest.mark.parametrize("name", ["a.css", "a.PNG", "a.py"])
def test_files_that_hold_no_article_are_refused(tmp_path, name):
    assert "hold no article" in read(tmp_path, b"body { color: red }", name).reason


def test_a_file_without_a_suffix_is_told_by_its_content(tmp_path):
    assert isinstance(read(tmp_path, b"A line.\nAnd one more.", "README"), Reading)
    assert read(tmp_path, b'{"id": "7", "text": "A line."}\n', "data").article.id == "data#7"
    page = b"<!DOCTYPE html><html><body><p>" + b"A line of the story. " * 20 + b"</p></body></html>"
    assert read(tmp_path, page, "page").article.text.startswith("A line of the story.")


def test_a_correction_is_shown_with_the_article(tmp_path):
    words = "This story has been corrected: 14 people were hurt, not 41."
    (tmp_path / "a.txt").write_text(
        f"Storm\n\nThe storm hit Aville.\n\n{words}\n", encoding="utf-8"
    )
    (row,) = read_seed(tmp_path / "a.txt", "a.txt")
    assert row.flags == (f"correction: {words}",)
