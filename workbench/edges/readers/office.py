"""Word documents and PDF files: their text, as one article.

Both are read in the sandbox. A `.docx` file is zipped XML and needs no library of
its own; PDF needs the optional extra `pdf`.
"""

from collections.abc import Callable, Iterator

from workbench.edges.readers.article_fields import Fields
from workbench.edges.readers.decoding import text_problem
from workbench.edges.readers.found import Document
from workbench.edges.readers.plain import compose
from workbench.edges.readers.readings import Row, Source
from workbench.edges.sandbox import SandboxFailed, shared
from workbench.errors import InputRefused


def read_docx(source: Source) -> Iterator[Row]:
    """The paragraphs of a Word document, a line each, without hidden and struck text."""
    yield from _read(source, docx)


def read_pdf(source: Source) -> Iterator[Row]:
    """The text of a PDF file, its lines joined to paragraphs. Scanned pages have none."""
    yield from _read(source, pdf)


def docx(data: bytes) -> Document:
    """Take a Word document apart, in the sandbox."""
    from workbench.edges.readers.office_parts import docx_of  # noqa: PLC0415 (heavy)

    return docx_of(data)


def pdf(data: bytes) -> Document:
    """Take a PDF file apart, in the sandbox."""
    from workbench.edges.readers.office_parts import pdf_of  # noqa: PLC0415 (heavy)

    return pdf_of(data)


def _read(source: Source, parse: Callable[[bytes], Document]) -> Iterator[Row]:
    try:
        document = shared().call(parse, source.whole())
    except SandboxFailed as failed:
        raise InputRefused(source.id, f"the document's parser {failed}") from None
    if problem := document.problem or text_problem(document.text):
        raise InputRefused(source.id, problem)
    given = {"title": document.title} if document.title else {}
    fields = Fields(given, None, dict.fromkeys(given, "document"))
    yield compose(source, document.text, fields, document.flags)
