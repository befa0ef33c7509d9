"""Word documents and PDF files taken apart. Runs in the sandbox."""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from workbench.edges.readers.fields import one_line
from workbench.edges.readers.found import Document
from workbench.edges.readers.readings import LARGEST_DOCUMENT
from workbench.edges.readers.unpacking import DAMAGED

MOST_PAGES = 2_000
"""Pages of a PDF file that are read."""

UNEXPECTED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pypdf raises for damaged files besides its own errors; fuzzing found most of it."""

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_WORDS}tab": "\t", f"{_WORDS}br": "\n", f"{_WORDS}cr": "\n"}
_SENTENCE_END = (".", "!", "?", ":", "”", '"', ")")
_HYPHEN = re.compile(r"(?<=[a-z])-$")


def docx_of(data: bytes) -> Document:
    """A document's paragraphs and title (ISO/IEC 29500, WordprocessingML)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _member(archive, "word/document.xml")
            core = _member(archive, "docProps/core.xml")
    except DAMAGED as error:
        return Document("", problem=f"not a Word document: {error}")
    if body is None:
        return Document("", problem="not a Word document, or one too large")
    root = _parsed(body)
    if root is None:
        return Document("", problem="a damaged Word document")
    for fallback in list(root.iter(_FALLBACK)):  # says again what stands beside it
        fallback.getparent().remove(fallback)
    text = "\n".join(_paragraph(element) for element in root.iter(f"{_WORDS}p"))
    properties = _parsed(core) if core else None
    title = (
        properties.findtext("{http://purl.org/dc/elements/1.1/}title")
        if properties is not None
        else ""
    )
    return Document(text.strip("\n"), one_line(title or ""))


def pdf_of(data: bytes) -> Document:
    """The text of a PDF's pages; needs pypdf."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 (an optional extra)
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError:
        return Document("", problem="PDF needs the extra: pip install 'claim-workbench[pdf]'")
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return Document("", problem="an encrypted PDF file")
        if len(reader.pages) > MOST_PAGES:
            return Document("", problem=f"more than {MOST_PAGES} pages")
        pages = [page.extract_text() for page in reader.pages]
        title = (reader.metadata.title if reader.metadata else "") or ""
    except PyPdfError as error:
        return Document("", problem=f"not a PDF file that can be read: {error}")
    except UNEXPECTED:
        return Document("", problem="a damaged PDF file: open it and save it again, or its text")
    text = "\n".join("\n".join(unwrapped(page)) for page in pages)
    return Document(text if text.strip() else "", one_line(str(title)))


def unwrapped(page: str) -> Iterator[str]:
    """The lines of a page, those of one paragraph joined.

    A line goes on where it does not end like a sentence and the next one begins
    with a small letter; a hyphen at its end goes then.
    """
    paragraph = ""
    for line in (line.strip() for line in page.split("\n")):
        goes_on = paragraph and line[:1].islower() and not paragraph.endswith(_SENTENCE_END)
        if goes_on:
            joint = "" if _HYPHEN.search(paragraph) else " "
            paragraph = _HYPHEN.sub("", paragraph) + joint + line
            continue
        if paragraph:
            yield paragraph
        paragraph = line
    if paragraph:
        yield paragraph


def _member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A member's bytes; None where there is none, or it is too large."""
    try:
        with archive.open(name) as stream:
            data = stream.read(LARGEST_DOCUMENT + 1)
    except KeyError:
        return None
    return data if len(data) <= LARGEST_DOCUMENT else None


def _parsed(data: bytes) -> "etree._Element | None":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _paragraph(paragraph: "etree._Element") -> str:
    parts: list[str] = []
    for run in paragraph.iter(f"{_WORDS}r"):
        if next(run.iterancestors(f"{_WORDS}p")) is not paragraph:
            continue  # of a text box within, which is a paragraph of its own
        if run.find(f"{_WORDS}rPr/{_WORDS}vanish") is not None:
            continue
        parts.extend(
            child.text or "" if child.tag == f"{_WORDS}t" else _BREAKS.get(str(child.tag), "")
            for child in run
        )
    return "".join(parts)
