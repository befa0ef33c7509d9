"""`workbench review`: what waits for you, what was sent back, what has changed."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from workbench.case.look_again import Look
from workbench.cli.exits import Exit
from workbench.cli.narration import compare_new, narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table


@click.command("review")
@format_option("table", "jsonl")
@case_option
def command(form: str, folder: Path | None) -> int:
    """List what somebody has to look at.

    Verdicts that wait for a second review (their ratings are not shown), claims
    on which two reviewers differed, claims that were given to you and wait for a
    verdict, records that two copies of the case changed
    apart from each other, decisions whose source has changed, conflicts that came
    in after a verdict, and published verdicts that these concern.
    """
    with opened(folder) as case:
        compare_new(case)
        rows = [_line(look) for look in case.wanted.rows()]
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


def _line(look: Look) -> dict[str, Any]:
    diff = {"diff": [asdict(op) for op in look.diff]} if look.diff else {}
    return {"what": look.what, "claim": look.claim, "why": look.why, **diff}
