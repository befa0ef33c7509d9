"""Markdown for the tool that builds the site: what each reads in a page's name and front matter.

The body is the same for all: its quotes come back word for word from each of them. What
differs is where a tool looks for a page's day, which of its fields it prints without escaping
them, and whether its themes show the title. The tests build with each tool.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.core.publication.escaping import file_name, front_matter, html, markdown
from workbench.core.text.display import one_line
from workbench.errors import UsageError

Fields = dict[str, Any]
"""Front matter: see `markdown.header`."""
UNDATED = "1970-01-01"
"""The day in the name of a page whose first day nobody recorded."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Flavour:
    """How one tool wants its pages.

    `file` is a page's name, made of its `{stem}` (see `escaping.file_name`) and `{day}`, the
    day of its first publication. `shaped` turns the usual front matter into the tool's,
    `block` writes it. `titled` says that the body needs a heading with the title, because the
    tool's themes show none.
    """

    file: str = "{stem}.md"
    shaped: Callable[[Fields], Fields] = dict
    block: Callable[[Fields], str] = front_matter
    titled: bool = False

    def file_of(self, claim: str, claim_id: str, first_day: str) -> str:
        """The name of a verdict's page; `first_day` is ISO 8601, or empty."""
        day = _DAY.match(first_day)
        return self.file.format(stem=file_name(claim, claim_id), day=day[0] if day else UNDATED)


_ACTING = ((re.compile(r"(?<!\S)\""), "“"), (re.compile(r"\""), "”"), (re.compile("'"), "’"),
           (re.compile("<"), "‹"), (re.compile(">"), "›"))  # fmt: skip


def _likened(text: str) -> str:
    """A text for a theme that prints it between tags, in an attribute, and with its escapes undone.

    Themes of Pelican and MkDocs do all of that with a title (`striptags` undoes escapes), so no
    escape would hold: what could act is shown by a sign like it. The page itself has it exactly.
    """
    line = one_line(text)
    for sign, shown in _ACTING:
        line = sign.sub(shown, line)
    return line


def _for_hugo(fields: Fields) -> Fields:
    """Hugo takes tags as a list; `linkTitle` is what its menus and lists may show instead."""
    linked = fields["wording"] or fields["claim"]
    return {**fields, "tags": [fields["tags"]], "linkTitle": linked, "draft": False}


def _for_jekyll(fields: Fields) -> Fields:
    """Jekyll prints `excerpt` as it is, and would take the first heading for it.

    `last_modified_at` is what its plugins for feeds, maps and search engines read.
    """
    return {
        "layout": "post",
        **fields,
        "last_modified_at": fields["lastmod"],
        "excerpt": str(html(fields["description"])),
        "render_with_liquid": False,
    }


def _for_eleventy(fields: Fields) -> Fields:
    """Eleventy would run the page through a template language first."""
    return {**fields, "templateEngineOverride": "md"}


def _for_pelican(fields: Fields) -> Fields:
    """Pelican prints all but its summary as it is, and reads that as Markdown."""
    return {
        **{name: html(one_line(str(value))) for name, value in fields.items() if value is not None},
        **{name: html(_likened(fields[name])) for name in ("title", "description")},
        "modified": fields["lastmod"],
        "author": html(one_line(fields["reviewer"])),
        "summary": markdown(_likened(fields["description"])),
    }


def _for_mkdocs(fields: Fields) -> Fields:
    """MkDocs prints titles as they are."""
    return {**fields, "title": str(html(_likened(fields["title"])))}


def _lines(fields: Fields) -> str:
    """The front matter of python-markdown: nothing is quoted, and an empty line ends it."""
    said = {name: str(value).strip() for name, value in fields.items()}
    return "".join(f"{name}: {value}\n" for name, value in said.items() if value)


FLAVOURS: Mapping[str, Flavour] = {
    "plain": Flavour(),
    "hugo": Flavour(shaped=_for_hugo),
    "jekyll": Flavour("{day}-{stem}.md", _for_jekyll),
    "eleventy": Flavour(shaped=_for_eleventy),
    "pelican": Flavour(shaped=_for_pelican, block=_lines),
    "mkdocs": Flavour(shaped=_for_mkdocs, titled=True),
}
"""Name → how the tool of that name wants its pages; "plain" is read by all of them, but
Jekyll takes it only into a collection, and Pelican shows its quotation marks."""


def flavour(name: str) -> Flavour:
    """The flavour of a name. Raises UsageError where there is none."""
    if name not in FLAVOURS:
        raise UsageError(f"no flavour {name!r}; there are {', '.join(FLAVOURS)}")
    return FLAVOURS[name]
