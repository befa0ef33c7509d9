"""A feed's XML taken apart: RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom.

Runs in the sandbox. Names are read without their namespaces, which feeds mix up.
"""

import re

from lxml import etree

from workbench.edges.readers.found import Feed
from workbench.edges.readers.html_visible import flat_text, visible_controls

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("id", ("guid", "id", "identifier")),
    ("title", ("title",)),
    ("published", ("pubDate", "published", "date", "issued", "created", "updated", "modified")),
    ("text", ("encoded", "content", "fulltext", "body")),
    ("summary", ("description", "summary", "subtitle")),
    ("language", ("language",)),
)
"""(our name, the elements that hold it, best first)."""

ENTRIES = frozenset(("item", "entry"))
MOST_ENTRIES = 50_000

_TYPE_DEFINITION = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def feed_of(text: str) -> Feed:
    """A feed's entries, or why it is refused; broken XML is read as far as it goes."""
    if _TYPE_DEFINITION.search(text):
        return Feed("", (), "it has a document type of its own: take <!DOCTYPE …> out of it")
    text, _ = visible_controls(_DECLARATION.sub("", text, count=1))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        return Feed("", (), f"not XML: {error.msg}")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return Feed("", (), "nested too deep or too large for a feed")
    if root is None or _name(root) not in {"rss", "feed", "RDF", "channel"}:
        return Feed("", (), "not a feed")
    found = [element for element in root.iter() if _name(element) in ENTRIES]
    return Feed(_feed_title(root), tuple(_entry(element) for element in found[:MOST_ENTRIES]))


def _name(element: "etree._Element") -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _feed_title(root: "etree._Element") -> str:
    for element in root.iter():
        if _name(element) in ENTRIES:
            return ""
        if _name(element) == "title":
            return _words(element)
    return ""


def _entry(element: "etree._Element") -> dict[str, str]:
    children: dict[str, etree._Element] = {}
    for child in element:
        children.setdefault(_name(child), child)
    entry = {"url": _link(element)}
    for ours, names in PARTS:
        found = next((children[name] for name in names if name in children), None)
        if found is not None:
            entry[ours] = _text(found) if ours in {"text", "summary"} else _words(found)
    return entry


def _link(element: "etree._Element") -> str:
    """An entry's link: RSS writes it as text, Atom as an attribute."""
    links = [child for child in element if _name(child) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href")).strip()
    return next((words for link in links if (words := _words(link))), "")


def _words(element: "etree._Element") -> str:
    return " ".join("".join(element.itertext()).split())


def _text(element: "etree._Element") -> str:
    """The visible text of a part: markup is escaped in it (RSS) or stands in it (Atom)."""
    if len(element):
        return flat_text(etree.tostring(element, encoding="unicode"))
    return flat_text(element.text or "")
