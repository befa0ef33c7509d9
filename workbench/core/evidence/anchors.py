"""Anchors: where a quoted passage stands, described so that it can be found again.

An anchor describes a passage twice, as the W3C's Web Annotation Data Model does
(https://www.w3.org/TR/annotation-model/, 4.2.4 and 4.2.5): by position and by the
quoted text with what stands before and after it. `core/evidence/reanchoring.py` finds it in
a later revision.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from workbench.core.text.articles import Article
from workbench.errors import UsageError

CONTEXT = 32
"""Code points of prefix and suffix that an anchor keeps."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage of one revision of an article: `text[start:end] == quote`.

    `sha256` is that of the article's text. `prefix` and `suffix` are up to 32 code
    points before and after the quote.
    """

    article: str
    revision: int
    sha256: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


def text_hash(text: str) -> str:
    """SHA-256 (hex) of a text as an anchor keeps it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def anchor(article: Article, start: int, end: int) -> Anchor:
    """Anchor a passage of an article. Raises UsageError for a span outside its text."""
    text = article.text
    if not 0 <= start < end <= len(text):
        raise UsageError(f"{article.id} has no passage {start}-{end}")
    return Anchor(
        article=article.id,
        revision=article.revision,
        sha256=text_hash(text),
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def as_w3c(anchor: Anchor) -> dict[str, Any]:
    """The anchor as the target of a W3C Web Annotation, with both selectors.

    The revision of the source has no term of the standard's that fits; its terms are
    prefixed.
    """
    return {
        "source": anchor.article,
        "workbench:revision": anchor.revision,
        "workbench:sha256": anchor.sha256,
        "selector": [
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
            {
                "type": "TextQuoteSelector",
                "exact": anchor.quote,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
        ],
    }
