"""Saved filters: a choice of the queue as the words that one could type for it."""

import re
from dataclasses import replace

from workbench.case.filters.choice import SORTS, Choice

_SORT = re.compile(r"(?:^|\s)sort:(\w+)")


def as_words(choice: Choice) -> str:
    """Everything that narrows or orders the list, as words; "" where nothing does."""
    facets = (("kind", choice.kind), ("status", choice.status), ("article", choice.article))
    sort = (("sort", choice.sort),) if choice.sort != Choice().sort else ()
    words = [choice.words.strip(), *(f"{n}:{_quoted(v)}" for n, v in (*facets, *sort) if v)]
    return " ".join(filter(None, words))


def as_choice(words: str) -> Choice:
    """The choice of saved words; they stand in the filter's line, where they can be changed."""
    found = _SORT.search(words)
    sort = found[1] if found and found[1] in dict(SORTS) else Choice().sort
    return replace(Choice(), words=_SORT.sub("", words).strip(), sort=sort)


def order_fault(words: str) -> str:
    """What is wrong with the order that words name; "" where nothing is."""
    found = _SORT.search(words)
    if found is None or found[1] in dict(SORTS):
        return ""
    return f"no order {found[1][:40]!r}; there are {', '.join(dict(SORTS))}"


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
