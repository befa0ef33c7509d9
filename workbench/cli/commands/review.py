"""`workbench review`: what waits for you, what was sent back, what has changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from workbench.case import Case
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table


@click.command("review")
@format_option("table", "jsonl")
@case_option
def command(form: str, folder: Path | None) -> int:
    """List what somebody has to look at.

    Verdicts that wait for a second review (their ratings are not shown), claims
    on which two reviewers differed, and decisions whose source has changed.
    """
    with opened(folder) as case:
        rows = list(_rows(case))
        team = case.reviewing.team()
        if form == "jsonl":
            print_json_lines(rows)
        else:
            print_table(
                ("what", "claim", "why"),
                ((r["what"], r["claim"][:8], r["why"]) for r in rows),
                grow="why",
            )
    agreement = "" if team.kappa is None else f", kappa {team.kappa:.2f}"
    narrate(f"{len(rows)} to look at; {team.agreed} of {team.reviews} reviews agreed{agreement}")
    return Exit.DONE


def _rows(case: Case) -> Iterator[dict[str, Any]]:
    for row in case.reviewing.queue():
        yield {"what": "second review", "claim": row.id, "why": row.quote}
    for review in case.reviewing.mismatches():
        why = f"{review.first_rating} by the first reviewer, {review.rating} by {review.by}"
        yield {"what": "ratings differ", "claim": review.claim, "why": why}
    for item in case.evidence.to_look_at():
        why = f"{item.what}: {item.state}, {item.reason} ({item.anchor.article})"
        yield {"what": "source changed", "claim": item.claim, "why": why}
