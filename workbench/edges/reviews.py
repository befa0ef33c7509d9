"""Reading others' fact-checks from a file: a ClaimReview, a list, a feed."""

import json
from pathlib import Path

from workbench.core.publication.checked import CheckedClaim, Refused, read_claimreviews
from workbench.edges.readers.finding_inputs import opened
from workbench.errors import InputRefused

MOST_BYTES = 100 * 1024 * 1024
"""Bytes of a file that are read; the feeds of fact-checkers have a few megabytes."""


def read_reviews(path: Path) -> tuple[tuple[CheckedClaim, ...], tuple[Refused, ...]]:
    """All reviews in a file of JSON or JSON-LD, and what was left out of it and why.

    Raises InputRefused for a file that cannot be read, is too large or no JSON.
    """
    with opened(path, str(path)) as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputRefused(str(path), f"is larger than {MOST_BYTES // 1024 // 1024} MB")
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputRefused(str(path), f"is no JSON ({error})") from error
    return read_claimreviews(parsed)
