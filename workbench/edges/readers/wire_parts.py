"""NewsML-G2 and NITF taken apart. Runs in the sandbox.

Elements go by their names without namespaces, which providers mix. A day is the version's:
that text went out then, and "yesterday" in it counts from there.
"""

import re
from base64 import b64decode
from collections.abc import Iterator

from lxml import etree

from workbench.edges.readers.found import Feed
from workbench.edges.readers.html_visible import flat_text, visible_controls

MOST_ITEMS = 10_000
DEEPEST = 100
"""Elements within elements of a text."""

NEWSML: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("contentMeta/headline", "contentMeta/slugline", "itemMeta/title")),
    ("published",
     ("itemMeta/versionCreated", "itemMeta/firstCreated", "contentMeta/contentCreated")),
    ("publisher",
     ("itemMeta/provider/name", "itemMeta/provider@literal", "itemMeta/provider@qcode",
      "contentMeta/infoSource/name")),
    ("language", ("contentMeta/language@tag", "@lang")),
    ("status", ("itemMeta/pubStatus@qcode",)),
    ("url", ("itemMeta/link@href", "contentSet/remoteContent@href")),
    ("id", ("@guid",)),
)  # fmt: skip
"""(our name, where NewsML-G2 2.x keeps it, best first); `@` is an attribute."""
NITF: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("body/body.head/hedline/hl1", "head/title")),
    ("published", (
        "head/docdata/date.issue@norm", "head/pubdata@date.publication",
        "head/docdata/date.release@norm",
        "body/body.head/dateline/story.date@norm",
    )),
    ("publisher",
     ("head/pubdata@name", "body/body.head/distributor/org", "body/body.head/distributor",
      "head/docdata/doc.copyright@holder")),
    ("language", ("@lang",)),
    ("status", ("head/docdata@management-status",)),
    ("url", ("head/pubdata@ex-ref",)),
    ("id", ("head/docdata/doc-id@id-string",)),
)  # fmt: skip
"""The same for NITF 3.x."""
NEWSML1: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("NewsComponent/NewsLines/HeadLine", "NewsComponent/NewsComponent/NewsLines/HeadLine",
               "Identification/NameLabel")),
    ("published", ("NewsManagement/ThisRevisionCreated", "NewsManagement/FirstCreated",
                   "Identification/NewsIdentifier/DateId")),
    ("publisher", ("NewsComponent/AdministrativeMetadata/Provider/Party@FormalName",
                   "Identification/NewsIdentifier/ProviderId")),
    ("language", ("NewsComponent/DescriptiveMetadata/Language@FormalName", "@lang")),
    ("status", ("NewsManagement/Status@FormalName",)),
    ("url", ()),
    ("id", ("Identification/NewsIdentifier/PublicIdentifier",
            "Identification/NewsIdentifier/NewsItemId")),
)  # fmt: skip
"""The same for NewsML 1.x, which older archives hold."""
_TABLES = {"newsItem": NEWSML, "nitf": NITF, "NewsItem": NEWSML1}
_INNER = "ContentItem/DataContent"
_TEXTS = {
    "newsItem": ("contentSet/inlineXML", "contentSet/inlineData"),
    "nitf": ("body/body.content",),
    "NewsItem": (
        f"NewsComponent/{_INNER}", f"NewsComponent/NewsComponent/{_INNER}",
        f"NewsComponent/NewsComponent/NewsComponent/{_INNER}",
    ),
}  # fmt: skip

LINES = frozenset(
    "p hl2 li dt dd td th caption h1 h2 h3 h4 h5 h6 note blockquote br".split()  # noqa: SIM905
)
"""Elements that are a line of their own."""
UNSEEN = frozenset(
    "head hedline media media-caption script style docdata body.head byline".split()  # noqa: SIM905
)
"""Elements of a body that are no part of its story."""

_PLAIN_TYPE = re.compile(
    r"<!\s*DOCTYPE\s+[\w.:-]+(?:\s+(?:PUBLIC|SYSTEM|\"[^\"<>]*\"|'[^'<>]*'))*\s*>"
)
_TYPE_DEFINITION = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MARKED_UP = re.compile(r"\s*<(?:p|div|html|body|h[1-6]|article|section|br)\b", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def items_of(text: str) -> Feed:
    """The items of a document, or why it is refused.

    A document type that is only named, as NITF names its own, is passed over.
    """
    text = _PLAIN_TYPE.sub("", text, count=1)
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
    if root is None or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return Feed("", (), "nested too deep or too large for a news item")
    found = [element for element in root.iter() if _is_item(element)]
    items = tuple(_item(element) for element in found[:MOST_ITEMS])
    return Feed("", items) if items else Feed("", (), "no news item in it")


def _is_item(element: "etree._Element") -> bool:
    """Whether an element is an item: NITF inside of NewsML-G2 is that item's text."""
    if _name(element) in {"newsItem", "NewsItem"}:
        return True
    inside = {_name(parent) for parent in element.iterancestors()}
    return _name(element) == "nitf" and inside.isdisjoint({"newsItem", "NewsItem"})


def _item(element: "etree._Element") -> dict[str, str]:
    table = _TABLES[_name(element)]
    item = {ours: _first(element, paths) for ours, paths in table}
    item["status"] = item["status"].rpartition(":")[2].lower()
    bodies = (body for path in _TEXTS[_name(element)] for body in _under(element, path))
    item["text"] = next((text for body in bodies if (text := _story(body))), "")
    return item


def _first(element: "etree._Element", paths: tuple[str, ...]) -> str:
    for path in paths:
        place, _, attribute = path.partition("@")
        for found in _under(element, place):
            value = _attribute(found, attribute) if attribute else "".join(found.itertext())
            if value := " ".join(value.split()):
                return value
    return ""


def _under(element: "etree._Element", path: str) -> list["etree._Element"]:
    found = [element]
    for name in filter(None, path.split("/")):
        found = [child for parent in found for child in parent if _name(child) == name]
    return found


def _attribute(element: "etree._Element", name: str) -> str:
    """An attribute by its name without its namespace: `xml:lang` is `lang`."""
    named = (value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name)
    return str(next(named, ""))


def _story(body: "etree._Element") -> str:
    """The text of a body, a paragraph a line; text without any markup as it stands."""
    content = next((e for e in body.iter() if _name(e) in {"body.content", "body"}), body)
    if not len(content):
        text = content.text or ""
        if "base64" in _attribute(body, "encoding"):
            text = _unpacked(text)
        kind = _attribute(body, "contenttype")
        return flat_text(text) if "html" in kind or _MARKED_UP.match(text) else text.strip("\n")
    lines = (" ".join(line.split()) for line in "".join(_pieces(content, 0)).split("\x1e"))
    return "\n".join(line for line in lines if line)


def _unpacked(text: str) -> str:
    """A text that was packed as base64; as it stands where it is none."""
    try:
        return b64decode(text, validate=False).decode("utf-8")
    except ValueError:
        return text


def _pieces(element: "etree._Element", depth: int) -> Iterator[str]:
    """The texts under an element, with U+001E where a line ends."""
    if _name(element) in UNSEEN or depth > DEEPEST:
        return
    edge = "\x1e" if _name(element) in LINES else ""
    yield edge + (element.text or "")
    for child in element:
        yield from _pieces(child, depth + 1)
        yield child.tail or ""
    yield edge


def _name(element: "etree._Element") -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
