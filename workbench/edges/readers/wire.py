"""Agencies' wire formats: NewsML-G2 and NITF (IPTC), one article an item.

Parsed like feeds: in the sandbox, without entities, network or document types of their
own. ninjs, the IPTC's JSON, is read by `json` like any other service's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbench.edges.readers.article_fields import fields_of
from workbench.edges.readers.decoding import declared_in, decode, text_problem
from workbench.edges.readers.found import Feed
from workbench.edges.readers.plain import compose
from workbench.edges.readers.readings import Row, Source, refuse
from workbench.edges.readers.rows import RowIds
from workbench.edges.sandbox import SandboxFailed, shared
from workbench.errors import InputRefused


def read(source: Source) -> Iterator[Row]:
    """The news items of a document; an item without text (a picture) is one refusal."""
    data = source.whole()
    text = decode(data, source.id, source.declared or declared_in(data)).text
    try:
        found = shared().call(parse, text)
    except SandboxFailed as failed:
        raise InputRefused(source.id, f"the document's parser {failed}") from None
    if found.problem:
        raise InputRefused(source.id, found.problem)
    ids = RowIds(source.id)
    for number, item in enumerate(found.entries, 1):
        alone = len(found.entries) == 1
        place = source.id if alone else f"{source.id} item {number}"
        id = source.id if alone else ids.of(number, item.get("id", ""))
        try:
            yield _article(source, item, place, id)
        except InputRefused as refused:
            yield refuse(place, refused.reason)


def parse(text: str) -> Feed:
    """Take a document apart, in the sandbox: only there are the libraries loaded."""
    from workbench.edges.readers.wire_parts import items_of  # noqa: PLC0415 (heavy)

    return items_of(text)


def _article(source: Source, item: Mapping[str, str], place: str, id: str) -> Row:
    text = item.get("text", "")
    if problem := text_problem(text):
        raise InputRefused(place, problem)
    names = ("title", "published", "publisher", "language", "url")
    fields = fields_of({name: item.get(name, "") for name in names}, "wire")
    status = item.get("status", "")
    flags = (f"its status is {status}",) if status not in {"", "usable"} else ()
    return compose(replace(source, id=id), text, fields, flags)
