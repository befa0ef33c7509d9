"""Ratings: the words a verdict may end in, and what each of them means.

Ratings on the axis run from false to true and have a number, higher is truer;
ratings off the axis say why the axis does not apply, and have none. Publications
show the meaning beside the name, so that readers need not guess it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.errors import UsageError

LONGEST_NAME = 40
"""Characters in the name of a rating: it has to fit a column and a badge."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating of a scale.

    `value` is its place on the axis from `worst` to `best` (both inclusive), or
    None off the axis. A ClaimReview carries numbers only where `value` is set.
    """

    name: str
    meaning: str
    value: int | None = None
    best: int = 5
    worst: int = 1


@dataclass(frozen=True, slots=True)
class Scale:
    """The ratings a case allows, in the order in which they are offered."""

    ratings: tuple[Rating, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in order."""
        return tuple(rating.name for rating in self.ratings)

    def rating(self, name: str) -> Rating:
        """The rating of that name, whatever its capitals; UsageError names the allowed ones."""
        wanted = _folded(name)
        for rating in self.ratings:
            if _folded(rating.name) == wanted:
                return rating
        raise UsageError(f"no rating {name!r}; allowed are: {', '.join(self.names)}")

    @classmethod
    def from_settings(cls, rows: Sequence[Mapping[str, Any]]) -> "Scale":
        """A scale from a case's settings: rows of `name`, `meaning` and, on the axis, `value`.

        Best and worst are the highest and lowest value given. Raises UsageError
        for a row without name or meaning, a value that is no whole number, a
        name or value given twice, or an axis of one rating.
        """
        if not isinstance(rows, Sequence) or isinstance(rows, str) or not rows:
            raise UsageError("settings: the rating scale must be a list of name, meaning and value")
        parsed = [_row(number, row) for number, row in enumerate(rows, 1)]
        _no_twice("name", [_folded(name) for name, _, _ in parsed])
        values = [value for _, _, value in parsed if value is not None]
        _no_twice("value", values)
        if len(values) == 1:
            raise UsageError("settings: one rating with a value makes no axis; give two or none")
        best, worst = (max(values), min(values)) if values else (5, 1)
        return cls(
            tuple(Rating(name, meaning, value, best, worst) for name, meaning, value in parsed)
        )


def _row(number: int, row: object) -> tuple[str, str, int | None]:
    if not isinstance(row, Mapping):
        raise UsageError(f"settings: rating {number} must have a name and a meaning")
    name, meaning = (_words(number, row, key) for key in ("name", "meaning"))
    if len(name) > LONGEST_NAME:
        raise UsageError(f"settings: rating {number}: the name is over {LONGEST_NAME} characters")
    value = row.get("value")
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise UsageError(f"settings: rating {name!r}: value must be a whole number or left out")
    return name, meaning, value


def _words(number: int, row: Mapping[str, Any], key: str) -> str:
    words = row.get(key)
    if not isinstance(words, str) or not words.strip() or not words.isprintable():
        raise UsageError(f"settings: rating {number} needs a {key} in plain words")
    return " ".join(words.split())


def _no_twice(what: str, given: Sequence[object]) -> None:
    twice = next((one for one in given if given.count(one) > 1), None)
    if twice is not None:
        raise UsageError(f"settings: two ratings have the {what} {twice!r}")


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


DEFAULT_SCALE = Scale(
    (
        Rating(
            "true",
            "The statement is accurate and leaves out nothing that would change its meaning.",
            5,
        ),
        Rating(
            "mostly true",
            "The statement is accurate but needs a clarification or further detail.",
            4,
        ),
        Rating(
            "half true",
            "Part of the statement is accurate, and part of it is wrong or misleading.",
            3,
        ),
        Rating(
            "mostly false",
            "The statement has an element of truth but ignores facts that would give a different "
            "impression.",
            2,
        ),
        Rating("false", "The statement is contradicted by the evidence.", 1),
        Rating("unproven", "The evidence found neither supports nor contradicts the statement."),
        Rating(
            "outdated",
            "The statement was accurate at an earlier date, and events have overtaken it.",
        ),
        Rating(
            "misattributed",
            "The words or the act are not those of the person or body they are ascribed to.",
        ),
    )
)
"""The scale of a case whose settings name none: five ratings on the axis, three off it."""
