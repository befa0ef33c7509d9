"""Rows of a batch file: their ids, and how a row's fields become an article."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from workbench.edges.readers.decoding import text_problem
from workbench.edges.readers.fields import NAMES, fields_of, plain_value
from workbench.edges.readers.plain import compose
from workbench.edges.readers.readings import Reading, Source, Unread, unread
from workbench.errors import InputRefused

_SAFE_ID = re.compile(r"(?!L\d+$)[A-Za-z0-9_][A-Za-z0-9_.@+=-]{0,99}")
_LINE_END = re.compile(r"\r\n?")
_ALIASES = dict(NAMES)


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
    fields = fields_of(given, origin)
    text = field_text(given, "text")
    own = replace(source, id=name(fields.values.get("id", "")))
    if not text and (page := field_text(given, "html")):
        return unread(own, page, fields, flags)
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    if problem := text_problem(text):
        raise InputRefused(source.id, problem)
    return compose(own, text, fields, flags)


def has_text(given: Mapping[str, object]) -> bool:
    """Whether a mapping's names promise an article's text or page."""
    return bool(field_text(given, "text") or field_text(given, "html"))


def field_text(given: Mapping[str, object], name: str) -> str:
    """The first value under one of our field's names that holds any text."""
    by_name = {key.strip().lower(): value for key, value in given.items()}
    return next((v for a in _ALIASES[name] if (v := plain_value(by_name.get(a)))), "")
