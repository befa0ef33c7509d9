"""Rows of a batch file: their ids, and how a row's fields become an article."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from workbench.edges.readers.article_fields import (
    ENVELOPES,
    MOST_WRAPPERS,
    NAMES,
    WRAPPERS,
    by_squashed_name,
    fields_of,
    plain_value,
)
from workbench.edges.readers.decoding import text_problem
from workbench.edges.readers.plain import compose
from workbench.edges.readers.readings import Reading, Source, Unread, unread
from workbench.errors import InputRefused

_SAFE_ID = re.compile(r"(?!L\d+$)[A-Za-z0-9_][A-Za-z0-9_.@+=-]{0,99}")
_LINE_END = re.compile(r"\r{1,2}\n|\r")
_ALIASES = dict(NAMES)
_MARKED_UP = re.compile(
    r"\s*<(?:!doctype\s|html|body|main|article|section|div|p|h[1-6]|figure|ul"
    r"|blockquote)\b[^<]{0,400}>"
    r"(?=[^\0]{0,2000}</)",
    re.IGNORECASE,
)
"""A page, or a piece of one, where a text is expected: many extractors and services give that."""
_MARKUP = re.compile(r"</[a-z]{1,10}>|<br ?/?>|&#?\w{2,8};", re.IGNORECASE)
PIECES = ("content_elements", "items", "children")
"""Members of a piece of a story that hold smaller ones, as lists and quotations do."""
MOST_PIECES = 1000
_UNWORDED = frozenset(
    ("image", "gallery", "video", "audio", "oembed_response", "interstitial_link", "divider",
     "custom_embed", "reference", "link_list", "table", "graphic")
)  # fmt: skip
"""Types of pieces that are not words of the story."""
SUMMARY = "partial: a summary only, no text beside it"
_CUT = re.compile(r"\s?(?:…|\.\.\.)?\s?\[\+\d{1,7} chars\]\s*\Z")


class RowIds:
    """Names the articles of one batch file, the same on every reading.

    A row's article is `seed#ID` by the row's own id field where that is safe (up
    to 100 letters, digits and `_.@+=-`) and was not used earlier in the file, or
    else `seed#L12` by the row's number. Rows added at the end change no id.
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._seen: set[int] = set()

    def of(self, number: int, given: str) -> str:
        """The article id of a row; `given` is its id field or ""."""
        if _SAFE_ID.fullmatch(given):
            key = hash(given)
            if key not in self._seen:
                self._seen.add(key)
                return f"{self._seed}#{given}"
        return f"{self._seed}#L{number}"


def article_of(
    source: Source,
    given: Mapping[str, object],
    name: Callable[[str], str],
    flags: tuple[str, ...] = (),
    origin: str = "row",
) -> Reading | Unread:
    """The article in a row's fields. Raises InputRefused for a row without text.

    `name` makes the article's id from the row's id field. A row that has a page's
    HTML and no text is read as a page.
    """
    given = unwrapped(given)
    fields = fields_of(given, origin)
    text = field_text(given, "text")
    own = replace(source, id=name(fields.values.get("id", "")))
    page = text if _MARKED_UP.match(text) else "" if text else field_text(given, "html")
    if not (text or page) and (summary := field_text(given, "summary")):
        text, flags = summary, (*flags, SUMMARY)
        page = text if _MARKED_UP.match(text) else ""
    if page:
        return unread(own, page, fields, flags)
    if cut := _CUT.search(text):
        text, flags = text[: cut.start()], (*flags, "partial: the service gives the beginning only")
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    if problem := text_problem(text):
        raise InputRefused(source.id, problem)
    return compose(own, text, fields, flags)


def has_text(given: Mapping[str, object]) -> bool:
    """Whether a mapping's names promise an article's text or page."""
    return _says_something(unwrapped(given))


def has_summary(given: Mapping[str, object]) -> bool:
    """Whether a mapping's names promise at least a summary."""
    return bool(field_text(unwrapped(given), "summary"))


def _says_something(given: Mapping[str, object]) -> bool:
    return bool(field_text(given, "text") or field_text(given, "html"))


def unwrapped(given: Mapping[str, object]) -> Mapping[str, object]:
    """A row's members together with those of the objects that a service wraps its fields in."""
    for _ in range(MOST_WRAPPERS):
        names = WRAPPERS if _says_something(given) else (*WRAPPERS, *ENVELOPES)
        wrapper = next((name for name in names if isinstance(given.get(name), Mapping)), "")
        inner = given.get(wrapper)
        if not isinstance(inner, Mapping):
            break
        given = {key: value for key, value in given.items() if key != wrapper} | dict(inner)
    return given


def field_text(given: Mapping[str, object], name: str) -> str:
    """The first value under one of our field's names that holds any text."""
    by_name = by_squashed_name(given)
    return next((v for a in _ALIASES[name] if (v := _words(by_name.get(a)))), "")


def _words(value: object) -> str:
    """A value as text; a list is one of paragraphs, or of a text's pieces in their type.

    Of several bodies that say what they are for, the main ones count.
    """
    if not isinstance(value, list):
        return plain_value(value)
    if all(isinstance(one, str) for one in value):
        return "\n\n".join(value)
    if any(isinstance(one, str) for one in value):
        return "".join(map(plain_value, value))
    main = [one for one in value if isinstance(one, Mapping) and one.get("role") == "main"]
    pieces = [words for one in main or value if (words := _piece(one))]
    if any(map(_MARKUP.search, pieces)) and not any(map(_MARKED_UP.match, pieces)):
        return "".join(f"<p>{words}</p>" for words in pieces)
    return "\n\n".join(pieces)


def _piece(value: object) -> str:
    """The words of one piece of a story, which may hold others; a picture has none."""
    if not isinstance(value, Mapping):
        return plain_value(value)
    if value.get("type") in _UNWORDED:
        return ""
    inner = next((value[name] for name in PIECES if isinstance(value.get(name), list)), None)
    if isinstance(inner, list):
        return "\n\n".join(filter(None, map(_piece, inner[:MOST_PIECES])))
    content = value.get("content")
    return content if isinstance(content, str) and content else plain_value(value)
