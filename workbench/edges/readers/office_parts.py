"""Word documents and PDF files taken apart. Runs in the sandbox."""

import io
import math
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from lxml import etree

from workbench.core.text.lines import paragraphs
from workbench.edges.readers.article_fields import one_line
from workbench.edges.readers.found import Document
from workbench.edges.readers.html_raised import Raised, raised_text
from workbench.edges.readers.readings import LARGEST_DOCUMENT
from workbench.edges.readers.unpacking import DAMAGED

if TYPE_CHECKING:
    from pypdf import PageObject

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
SMALL = 0.8
"""Share of the type before it below which a piece is raised or lowered; notes have .5 to .7."""
_MARK = re.compile(r"\d{1,3}(?:[,–-]\d{1,3}){0,4}|[a-z*†‡§]{1,2}|[\[(]\d{1,3}[\])]")
_CARRIES = re.compile(r"[a-z0-9.,;:!?%”’\"')\]]\Z")
"""What a mark stands at; a small digit behind a capital is a chemist's."""
_GONE = frozenset(f"{_WORDS}{name}" for name in ("del", "moveFrom"))
_STRUCK = ("strike", "dstrike", "del", "moveFrom")
_TEXTS = frozenset(f"{_WORDS}{name}" for name in ("t", "delText"))
_PARTED = re.compile(r"([^\W\d_]+)-$")
COMPOUNDING = frozenset(
    """twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight
    nine ten eleven twelve half quarter third ex non self all well so anti pro vice co mid long
    short high low part full early late cross first second""".split()  # noqa: SIM905
)
"""Words that keep the hyphen that they stand before at the end of a line: "twenty-|five"."""


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
    paragraphs = [_paragraph(element) for element in root.iter(f"{_WORDS}p")]
    text = "\n".join(said for said, _ in paragraphs)
    flags = ("struck text is left out",) if any(struck for _, struck in paragraphs) else ()
    properties = _parsed(core) if core else None
    title = (
        properties.findtext("{http://purl.org/dc/elements/1.1/}title")
        if properties is not None
        else ""
    )
    return Document(text.strip("\n"), one_line(title or ""), flags=flags)


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
        pages = [_page_text(page) for page in reader.pages]
        title = (reader.metadata.title if reader.metadata else "") or ""
    except PyPdfError as error:
        return Document("", problem=f"not a PDF file that can be read: {error}")
    except UNEXPECTED:
        return Document("", problem="a damaged PDF file: open it and save it again, or its text")
    text = "\n".join(unwrapped("\n".join(pages)))
    return Document(text if text.strip() else "", one_line(str(title)))


def unwrapped(text: str) -> Iterator[str]:
    """The paragraphs of a text that was laid out on pages, each as one line.

    What a line end means is decided where it is for every text; here all are known to come
    of the layout, and so do hyphens at them.
    """
    for start, end in paragraphs(text, laid_out=True):
        lines = text[start:end].split("\n")
        yield reduce(_with_next, (line.strip() for line in lines))


def _with_next(before: str, line: str) -> str:
    """Two lines put together; a hyphen that parts a word of the first goes."""
    parted = _PARTED.search(before)
    if not (parted and line[:1].islower()):
        return f"{before} {line}"
    return before + line if parted[1].lower() in COMPOUNDING else before[:-1] + line


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


def _paragraph(paragraph: "etree._Element") -> tuple[str, bool]:
    """(what a paragraph says, whether some of it is struck and left out)."""
    said: list[tuple[str, bool]] = []  # text, whether it is raised
    struck = False
    for run in paragraph.iter(f"{_WORDS}r"):
        parents = [str(parent.tag) for parent in run.iterancestors()]
        inside = parents[: parents.index(f"{_WORDS}p") + 1]
        if next(run.iterancestors(f"{_WORDS}p")) is not paragraph or _is_set(run, "vanish"):
            continue  # of a text box within, which is a paragraph of its own, or hidden
        if not _GONE.isdisjoint(inside) or any(_is_set(run, name) for name in _STRUCK):
            struck = struck or any(child.tag in _TEXTS for child in run)
            continue
        text = "".join(
            child.text or "" if child.tag == f"{_WORDS}t" else _BREAKS.get(str(child.tag), "")
            for child in run
        )
        align = run.find(f"{_WORDS}rPr/{_WORDS}vertAlign")
        said.append((text, align is not None and align.get(f"{_WORDS}val") == "superscript"))
    return with_raised(said), struck


def _is_set(run: "etree._Element", name: str) -> bool:
    """Whether a run has a toggle property (ISO/IEC 29500-1, 17.7.3)."""
    found = run.find(f"{_WORDS}rPr/{_WORDS}{name}")
    return found is not None and found.get(f"{_WORDS}val", "1") not in {"0", "false", "off", "none"}


def with_raised(pieces: Sequence[tuple[str, bool]]) -> str:
    """Pieces of text put together; each says whether it is raised above the others.

    >>> with_raised([("At least 12", False), ("3", True), (" people", False)])
    'At least 12 people'
    """
    written = ""
    for i, (text, raised) in enumerate(pieces):
        after = "".join(piece for piece, _ in pieces[i + 1 : i + 3])[:12]
        written += (
            raised_text(Raised(text, written[-12:], after)) if raised and text.strip() else text
        )
    return written


def _page_text(page: "PageObject") -> str:
    """A page's text without the marks of notes, which stand there in small type."""
    pieces: list[tuple[str, float]] = []

    def visit(text: str, _: object, matrix: Sequence[float], __: object, size: float) -> None:
        pieces.append((text, abs(size) * math.hypot(matrix[2], matrix[3])))

    text = page.extract_text(visitor_text=visit)
    if "".join(piece for piece, _ in pieces) != text:
        return text
    return with_raised(list(_small_apart(pieces)))


def _small_apart(pieces: Sequence[tuple[str, float]]) -> Iterator[tuple[str, bool]]:
    """Pieces with whether they are small marks right behind a word or a number."""
    before, usual = "", 0.0
    for text, size in pieces:
        mark = text.strip(" ")
        small = 0 < size < SMALL * usual and _MARK.fullmatch(mark) is not None
        small = small and bool(_CARRIES.search(before))
        yield text, small
        if text.strip() and not small:
            before, usual = text, size
