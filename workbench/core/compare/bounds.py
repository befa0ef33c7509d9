"""Whether the bounds of two figures can hold for one number."""

import re

from workbench.core.reading.model import Figure

ROUNDING = 0.1
"""Share by which an approximate figure may miss another one."""
FAR = 3.0
"""Times that a figure may exceed an open bound and still be called the same toll."""
FAR_OF_MANY = 5.0
"""The same where no number is given: "thousands" are any number of them up to ten thousand."""

_MANY = re.compile(
    r"(?:many |tens of |hundreds of )?(?:thousand|million|billion)s\b", re.IGNORECASE
)


def equal(one: Figure, other: Figure) -> bool:
    """Whether two figures give the same number, whatever their bounds."""
    return number_of(one) == number_of(other)


def compatible(one: Figure, other: Figure) -> bool:
    """Whether some number fits both figures, rounding allowed where either is approximate."""
    if overlap(one, other):
        return True
    a, b = number_of(one), number_of(other)
    rough = one.approximate or other.approximate or one.low != one.high or other.low != other.high
    return rough and a > 0 and b > 0 and max(a, b) / min(a, b) <= 1 + ROUNDING


def overlap(one: Figure, other: Figure) -> bool:
    """Whether the bounds of two figures overlap; an open end runs on, but not beyond FAR times."""
    low = max(low_of(one), low_of(other))
    high = min(high_of(one), high_of(other))
    return low <= high


def low_of(figure: Figure) -> float:
    """The least that a figure may mean."""
    if figure.low is not None:
        return figure.low
    return (figure.high or 0.0) / FAR


def high_of(figure: Figure) -> float:
    """The most that a figure may mean."""
    if figure.high is not None:
        return figure.high
    far = FAR_OF_MANY if _MANY.match(figure.text) else FAR
    return (figure.low or 0.0) * far


def number_of(figure: Figure) -> float:
    """The number that stands for a figure: its lower bound, else its upper one."""
    return figure.low if figure.low is not None else figure.high or 0.0
