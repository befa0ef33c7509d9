"""Templates: the shape of a page, which a newsroom may replace.

The default templates lie beside this module; a newsroom's own come in as a mapping
of names to texts and may include or extend the default ones. Then all run in Jinja2's
sandbox, because a case may come from somebody else. Whatever a template prints is
escaped for its target unless it is Markup already, so a replaced template cannot
forget to.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    Environment,
    PackageLoader,
    StrictUndefined,
    TemplateRuntimeError,
    nodes,
)
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from workbench.core.publication import House, Templates, independence, sources_in_words
from workbench.core.publication.escaping import html, link, markdown, markdown_target, short_id
from workbench.core.publication.words import FILTERS
from workbench.errors import UsageError

STEPS = 10_000_000
"""Turns of loops and calls that one page may take: a hundred for each of 100,000 verdicts in
one list. A page that takes them all runs some eight seconds."""
MOST_BASE, MOST_POWER = 10_000, 100
"""Numbers that a template may raise to a power, and to which."""
LONGEST = 100_000_000
"""Characters, or places of a list, that a multiplication in a template may come to."""


class Bounded(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox in which no page takes for ever.

    The sandbox keeps a template away from what it must not touch, but lets it count to
    10^15 in three loops. Here each turn of a loop and each call is counted.
    """

    intercepted_binops = frozenset({"*", "**"})

    def start(self) -> None:
        """A new page begins."""
        self._steps = 0

    def _step(self) -> None:
        self._steps += 1
        if self._steps > STEPS:
            raise TemplateRuntimeError(f"takes more than {STEPS} steps")

    def counting(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items of a loop, each counted."""
        for item in items:
            self._step()
            yield item

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """A call from a template, counted."""
        self._step()
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """A multiplication or power, where its outcome is not too large."""
        sizes = [len(one) if hasattr(one, "__len__") else 0 for one in (left, right)]
        sized = operator == "*" and any(sizes)
        if sized and max(sizes) * max(n for n in (left, right, 0) if type(n) is int) > LONGEST:
            raise TemplateRuntimeError("multiplies a text or a list too often")
        if operator == "**" and (abs(left) > MOST_BASE or abs(right) > MOST_POWER):
            raise TemplateRuntimeError("takes too high a power")
        return super().call_binop(context, operator, left, right)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        for loop in list(source.find_all(nodes.For)):
            counting = nodes.EnvironmentAttribute("counting", lineno=loop.lineno)
            loop.iter = nodes.Call(counting, [loop.iter], [], None, None, lineno=loop.lineno)
        return super()._generate(source, *args, **kwargs)


def render(name: str, own: Templates, context: Mapping[str, Any], house: House) -> str:
    """Render the template of that name; UsageError names a newsroom's one that fails."""
    return "".join(parts(name, own, context, house))


def parts(name: str, own: Templates, context: Mapping[str, Any], house: House) -> Iterator[str]:
    """The same in pieces, for pages that list thousands of verdicts."""
    made = environment(own, name.endswith(".md.j2"))
    if isinstance(made, Bounded):
        made.start()
    try:
        yield from made.get_template(name).generate(house=house, **context)
    except JinjaError as error:
        raise UsageError(f"template {name}: {error.message or error}") from error
    except (RecursionError, OverflowError, MemoryError) as error:
        raise UsageError(f"template {name}: takes more than a page may take") from error
    except (TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise UsageError(f"template {name}: {error}") from error


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
    made = (Bounded if own else Environment)(
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
