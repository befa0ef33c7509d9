"""Templates: the shape of a page, which a newsroom may replace.

The default templates lie beside this module; a newsroom's own come in as a mapping
of names to texts and may include or extend the default ones. Then all run in Jinja2's
sandbox, because a case may come from somebody else. Whatever a template prints is
escaped for its target unless it is Markup already, so a replaced template cannot
forget to.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    Environment,
    PackageLoader,
    StrictUndefined,
)
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from workbench.core.publication import House, Templates, independence, sources_in_words
from workbench.core.publication.escaping import html, link, markdown, markdown_target, short_id
from workbench.core.publication.words import FILTERS
from workbench.errors import UsageError


def render(name: str, own: Templates, context: Mapping[str, Any], house: House) -> str:
    """Render the template of that name; UsageError names a newsroom's one that fails."""
    return "".join(parts(name, own, context, house))


def parts(name: str, own: Templates, context: Mapping[str, Any], house: House) -> Iterator[str]:
    """The same in pieces, for pages that list thousands of verdicts."""
    try:
        template = environment(own, name.endswith(".md.j2")).get_template(name)
        yield from template.generate(house=house, **context)
    except JinjaError as error:
        raise UsageError(f"template {name}: {error.message or error}") from error


def sources(own: Templates, *names: str) -> tuple[str, ...]:
    """The texts of templates as they would be used, to see whether one has changed.

    All of a newsroom's own are among them: one may include any other.
    """
    return (*(text for _, text in own), *(source(own, name) for name in names))


@lru_cache(maxsize=64)
def source(own: Templates, name: str) -> str:
    """The text of one template, style or script, not rendered."""
    made = environment(own, name.endswith(".md.j2"))
    assert made.loader is not None
    return made.loader.get_source(made, name)[0]


@lru_cache(maxsize=8)
def environment(own: Templates, for_markdown: bool) -> Environment:
    """Jinja2 for one of the two targets; compiled templates are kept.

    Our own templates need no sandbox, which would check each of their look-ups.
    """
    default = PackageLoader("workbench.core.publication")
    loaders: list[BaseLoader] = [DictLoader(dict(own)), default]
    made = (ImmutableSandboxedEnvironment if own else Environment)(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_escaped_markdown if for_markdown else _escaped_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(FILTERS)
    made.filters.update(link=link, target=markdown_target)
    made.globals.update(
        independence=independence, sources_in_words=sources_in_words, short_id=short_id
    )
    return made


def _escaped_markdown(value: object) -> Markup:
    return value if isinstance(value, Markup) else markdown(str(value))


def _escaped_html(value: object) -> Markup:
    return value if isinstance(value, Markup) else html(str(value))
