"""An article's tolls as `workbench figures` prints them, with their day and their source."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from workbench.core.claims import Claim
from workbench.core.events.tolls import Toll


def toll_line(toll: Toll, passages: Sequence[Claim], published: date | None) -> dict[str, Any]:
    """`{"article","of","low","high","as_of","claimant","passages"}` of one toll.

    `passages` are all passages of the article, as annotated. `as_of` is the ISO
    day up to which the toll counts: the day of publication, else the last day
    of an event named beside it, else null. `claimant` is whoever is first
    reported to give the toll.
    """
    given_by = [passages[place] for place in toll.passages]
    days = [d.to for p in given_by for d in p.dates if d.to and not d.vague]
    day = published or max(days, default=None)
    return {
        "article": toll.article,
        "of": toll.of,
        "low": toll.low,
        "high": toll.high,
        "as_of": day.isoformat() if day else None,
        "claimant": next((p.claimant for p in given_by if p.claimant), None),
        "passages": [{"start": p.start, "end": p.end, "quote": p.quote} for p in given_by],
    }
