"""What a reader of a page sees: its tree without hidden text, or its flat text.

Text that a page hides (scripts, comments, templates, `hidden`, `display: none`)
is never quoted: nobody could check it on the page. Runs in the sandbox: it
meets markup of any size and depth.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser as FlatParser

from lxml.etree import ParserError, XPath
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from workbench.edges.readers.html_raised import Raised, raised_text

DEEPEST = 1000
"""Elements within elements up to which a page is read as a tree.

Extraction walks the tree with functions that call themselves; libxml2 itself
drops what lies deeper than 2,048 elements, even with its limits lifted.
"""

MOST_ATTRIBUTES = 2_000
"""Attributes of one tag up to which a page is read as a tree: libxml2 compares each with all."""

UNSEEN = ("script", "style", "template", "noscript", "head", "iframe", "object", "svg", "select")
"""Elements whose text is not the page's."""
STRUCK = ("del", "s", "strike")
"""Elements whose text is struck out."""
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
"""Elements that end a line."""
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
"""Elements without an end tag."""

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN_VALUES = ("none", "hidden")
_TELLING = ("display", "visibility")
"""What a style sheet, and a rule of it, has to hold to hide or show anything."""
_SELECTORS = re.compile(r"\s*[.#][\w-]{1,80}(?:\s*,\s*[.#][\w-]{1,80}){0,20}\s*")
LONGEST_RULE = 2000
"""Characters of a style rule's body; a longer one is not read."""
_SHOWING = re.compile(r"(?:^|;)\s*display\s*:\s*(?!none)", re.IGNORECASE)
_STRIKING = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_UNSTRIKING = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:", re.IGNORECASE)

_WITH_STYLE = XPath("//template | //*[@hidden or @style]")
_WITH_NAMES = XPath("//template | //*[@hidden or @style or @class or @id]")
"""Elements that may be hidden: by themselves, and by a style sheet."""
RAISED_CONTEXT = 40
"""Characters before something raised that tell what it is."""
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0{0,8}(?:[0-8]|1[124-9]|2\d|3[01]|127)|[xX]0{0,8}(?:[0-8]|[bB]|[eEfF]|1[0-9a-fA-F]|7[fF]))(?:;|(?![0-9a-fA-F]))"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_TAG = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+|<(script|style)\b(?:[^<]++|<(?!/\1))*+"
    r"|<[a-zA-Z](?:[^\"'>]++|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+",
    re.IGNORECASE,
)
"""A comment, a script or a tag up to its end: each attempt takes all that it looked at."""
_STRIKE_TAG = re.compile(r"<(/?)(?:s|strike)(?=[\s/>])", re.IGNORECASE)
"""Such elements end for libxml2 where a paragraph in them begins, and `del` does not."""
_QUOTED = re.compile(r"\"[^\"]*+\"?|'[^']*+'?")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*")


def visible_controls(html: str) -> tuple[str, bool]:
    """(the page with control characters as U+FFFD, whether there were any).

    XML cannot hold them, and extraction drops the text around one.
    """
    html, references = _CONTROL_REFERENCE.subn("\ufffd", html)
    html, controls = _CONTROL.subn("\ufffd", html)
    return html, bool(references or controls)


def is_crowded(html: str) -> bool:
    """Whether a tag of a page has more than MOST_ATTRIBUTES attributes; in linear time."""
    return any(
        len(tag := found[0]) > 2 * MOST_ATTRIBUTES
        and found[1] is None  # no script
        and tag[1].isalpha()
        and "<" not in tag[1:]
        and len(_QUOTED.sub("", tag).split(None, MOST_ATTRIBUTES + 1)) > MOST_ATTRIBUTES
        for found in _TAG.finditer(html)
    )


def tree_of(html: str) -> tuple[HtmlElement | None, bool, Sequence[HtmlElement]]:
    """(the page's tree if it has any, whether it was read without loss, its elements).

    Whoever goes over the tree more than once should hold on to the elements: lxml
    makes an object for each, and makes it again on every way through if nobody does.
    """
    if is_crowded(html):
        return None, False, ()
    html = _STRIKE_TAG.sub(r"<\1del", html)
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (ParserError, ValueError):
        return None, False, ()
    elements = list(tree.iter())
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return tree, not cut and not _deeper_than(tree, DEEPEST), elements


def style_sheets(tree: HtmlElement) -> str:
    """The style sheets that stand on a page."""
    return "\n".join(style.text or "" for style in tree.iter("style"))


def drop_hidden(tree: HtmlElement, css: str) -> None:
    """Take the hidden elements out of a tree."""
    rules = hidden_selectors(css)
    likely = _WITH_NAMES if rules else _WITH_STYLE
    hidden = [element for element in likely(tree) if _is_hidden(element, rules)]
    for element in hidden:
        if element.getparent() is not None and element.tag not in {"html", "body"}:
            element.drop_tree()


def hidden_selectors(css: str) -> frozenset[str]:
    """Classes and ids that a style sheet hides with a rule of their own."""
    return _selectors(css, _HIDDEN_VALUES, _TELLING, _HIDING, _SHOWING)


def struck_selectors(css: str) -> frozenset[str]:
    """Classes and ids that a style sheet strikes out with a rule of their own."""
    return _selectors(css, ("line-through",), ("text-decoration",), _STRIKING, _UNSTRIKING)


def _selectors(
    css: str,
    values: Sequence[str],
    telling: Sequence[str],
    setting: re.Pattern[str],
    unsetting: re.Pattern[str],
) -> frozenset[str]:
    """The names whose own rules set something, by the words that such rules have to hold.

    Only plain `.name` and `#name` selectors outside of media queries are read; a
    later rule that unsets it for the same name takes it back.
    """
    found: set[str] = set()
    if not _holds(css, values):
        return frozenset()
    for rule in _without_media(css).split("}"):
        if not _holds(rule, telling):
            continue
        before, _, body = rule.rpartition("{")
        selectors = before.rpartition("*/")[2]
        if len(body) > LONGEST_RULE or not _SELECTORS.fullmatch(selectors):
            continue
        names = {name.strip() for name in selectors.split(",")}
        if setting.search(body):
            found |= names
        elif unsetting.search(body):
            found -= names
    return frozenset(found)


def _holds(css: str, words: Sequence[str]) -> bool:
    """Whether any of some words stands in a style sheet, in whatever case."""
    lower = css.lower()
    return any(word in lower for word in words)


def flat_text(html: str) -> str:
    """The visible text of a page of any depth, a line per block."""
    parser = _Flat()
    parser.feed(html)
    parser.close()
    text = _SPACES.sub(" ", "".join(parser.parts))
    return _BLANK_LINES.sub("\n", text).strip()


class _Flat(FlatParser):
    """Collects text outside of hidden elements; counts, never recurses."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden_in = ""
        self._depth = 0
        self._raised = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")
        if self._hidden_in:
            self._depth += tag == self._hidden_in
        elif tag not in VOID and (tag in UNSEEN or tag in STRUCK or _hides(dict(attrs))):
            self._hidden_in, self._depth = tag, 1
        self._raised = tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")
        self._raised = False
        if tag == self._hidden_in:
            self._depth -= 1
            if not self._depth:
                self._hidden_in = ""

    def handle_data(self, data: str) -> None:
        if self._hidden_in:
            return
        if self._raised and self.parts:
            data = raised_text(Raised(data, self.parts[-1][-RAISED_CONTEXT:], ""))
        self.parts.append(data)


def _hides(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style") or ""))


def _is_hidden(element: HtmlElement, rules: frozenset[str]) -> bool:
    if not isinstance(element.tag, str):
        return False
    if element.tag == "template" or element.get("hidden") is not None:
        return True
    if _HIDING.search(element.get("style") or ""):
        return True
    if not rules:
        return False
    names = [f".{name}" for name in (element.get("class") or "").split()]
    return not rules.isdisjoint([*names, f"#{element.get('id')}"])


def _without_media(css: str) -> str:
    """A style sheet without its `@media` and other nested blocks."""
    kept: list[str] = []
    depth = at_rule = 0
    for piece in re.split(r"([{}@])", css):
        if piece == "@" and not depth:
            at_rule = 1
        elif piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(0, depth - 1)
            if not depth and at_rule:
                at_rule = 0
                continue
        if not at_rule:
            kept.append(piece)
    return "".join(kept)


def _deeper_than(tree: HtmlElement, limit: int) -> bool:
    """Whether any element lies deeper, found without recursion."""
    level = [tree]
    for _ in range(limit):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True
