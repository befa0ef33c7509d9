"""Word documents and PDF files."""

import io
import textwrap
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.edges.readers import Refusal, read_seed
from workbench.edges.readers.office_parts import unwrapped

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def read(tmp_path, data, name):
    path = tmp_path / name
    path.write_bytes(data)
    (row,) = read_seed(path, name)
    return row


def docx(body, head=""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        archive.writestr(
            "docProps/core.xml",
            '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferry report</dc:title></p>',
        )
    return out.getvalue()


def p(*runs):
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


def test_a_word_document(tmp_path):
    inner = p("<w:t>In a box.</w:t>")
    body = (
        p(
            "<w:t>The ferry</w:t>",
            '<w:t xml:space="preserve"> left.</w:t><w:tab/>',
            "<w:delText>never</w:delText>",
        )
        + p("<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>", "<w:t>It was late.</w:t>")
        + "<w:p><w:r><mc:AlternateContent>"
        + f"<mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>"
        + "</mc:AlternateContent></w:r></w:p>"
    )
    row = read(tmp_path, docx(body), "a.docx")
    assert row.article.text == "The ferry left.\t\nIt was late.\n\nIn a box."
    assert row.article.title == "Ferry report"
    assert row.origins["title"] == "document"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        docx(""),
        docx("<w:p>" * 9),
        docx(p("<w:t>&x;</w:t>"), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
    ids=["empty", "broken", "no text", "unclosed", "entity"],
)
def test_a_word_document_without_text_is_refused(tmp_path, data):
    assert isinstance(read(tmp_path, data, "a.docx"), Refusal)


def pdf(lines):
    content = (
        "BT /F1 12 Tf 14 TL 50 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 "
        "R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{item}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}".encode()
    out += f"trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode()
    return out


def test_a_pdf_file(tmp_path):
    pytest.importorskip("pypdf")
    row = read(
        tmp_path,
        pdf(["Ferry report", "The ferry left the har-", "bour on Monday.", "It was late."]),
        "a.pdf",
    )
    assert row.article.text == "Ferry report\nThe ferry left the harbour on Monday.\nIt was late."
    assert row.article.title == "Ferry report"


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.4\n", pdf([]), pdf(["text"])[:200]],
    ids=["empty", "head", "no text", "cut"],
)
def test_a_pdf_without_text_is_refused(tmp_path, data):
    assert isinstance(read(tmp_path, data, "a.pdf"), Refusal)


def test_lines_are_joined_to_paragraphs():
    page = "A heading\nThe first line of a\nparagraph ends. Then\nmore.\n\nnew begins small"
    assert list(unwrapped(page)) == [
        "A heading", "The first line of a paragraph ends. Then more.", "new begins small",
    ]  # fmt: skip


STRIKING = [
    "<w:r><w:rPr><w:strike/></w:rPr><w:t>40 </w:t></w:r>",
    '<w:r><w:rPr><w:dstrike w:val="1"/></w:rPr><w:t>40 </w:t></w:r>',
    "<w:del><w:r><w:delText>40 </w:delText></w:r></w:del>",
    "<w:moveFrom><w:r><w:t>40 </w:t></w:r></w:moveFrom>",
]


@pytest.mark.parametrize("struck", STRIKING)
def test_struck_and_moved_text_is_left_out_and_told(tmp_path, struck):
    body = (
        f"<w:p><w:r><w:t xml:space='preserve'>At least </w:t></w:r>{struck}<w:r><w:t>4 people "
        f"left.</w:t></w:r></w:p>"
    )
    row = read(tmp_path, docx(body), "a.docx")
    assert row.article.text == "At least 4 people left."
    assert "struck text is left out" in row.flags


def test_what_is_not_struck_stays(tmp_path):
    body = '<w:p><w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>Four people left.</w:t></w:r></w:p>'
    row = read(tmp_path, docx(body), "a.docx")
    assert row.article.text == "Four people left."
    assert not row.flags


@pytest.mark.parametrize(
    ("raised", "after", "text"),
    [
        ("3", " people left.", "At 12 people left."),
        ("rd", " light.", "At 12rd light."),
        ("1,2", " people left.", "At 12 people left."),
        ("*", " people left.", "At 12 people left."),
    ],
)
def test_a_raised_mark_in_a_word_document_is_no_digit(tmp_path, raised, after, text):
    body = (
        "<w:p><w:r><w:t>At 12</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        f"<w:t>{raised}</w:t></w:r><w:r><w:t xml:space='preserve'>{after}</w:t></w:r></w:p>"
    )
    row = read(tmp_path, docx(body), "a.docx")
    assert row.article.text == text


WORDS = (
    "The lock keeper of Osier Weir said on Friday that at least 31 people had been taken off two "
    "barges before the gate gave way. Nobody of the twenty-five men of the night watch was hurt."
)


@given(st.integers(30, 90), st.integers(1, 3))
def test_lines_of_a_page_are_paragraphs_again_at_any_width(width, count):
    text = "\n".join(
        "\n".join(textwrap.wrap(f"{WORDS} Barge {n} sank.", width, break_on_hyphens=False))
        for n in range(count)
    )
    told = " ".join(unwrapped(text))
    assert told == " ".join(f"{WORDS} Barge {n} sank." for n in range(count))


@pytest.mark.parametrize(
    ("above", "below", "read"),
    [
        ("the har-", "bour on Monday", "the harbour on Monday"),
        ("some twenty-", "five people", "some twenty-five people"),
        ("a two-", "year-old boy", "a two-year-old boy"),
        ("the ex-", "mayor of Osier", "the ex-mayor of Osier"),
        ("the Anglo-", "Dutch talks", "the Anglo- Dutch talks"),
    ],
)
def test_hyphens_at_the_ends_of_lines(above, below, read):
    assert next(unwrapped(f"The keeper saw {above}\n{below} and slept.")).startswith(
        f"The keeper saw {read}"
    )
