"""Exit codes: what scripts rely on."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    REFUSED = 1
    """Finished, but some input was refused; each is named on stderr."""
    USAGE = 2
    STOPPED = 130
    """Called off with ctrl+c, as a shell puts it; the case is whole."""
    CASE = 3
    """The case is damaged or locked."""
