"""`workbench claims`: list the checkable claims of the case."""

from pathlib import Path

import click

from workbench.case import Case, ClaimFilter
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_csv, print_json_lines, print_table
from workbench.core.reading.kinds import KINDS, weightiest_first
from workbench.core.verdicts.standing import STATUSES

COLUMNS = ("id", "article", "start", "end", "kinds", "claimant", "score", "status", "quote")


@click.command("claims")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="Only claims of this kind.")
@click.option("--article", default="", help="Only claims of this article.")
@click.option(
    "--status", type=click.Choice(STATUSES), default=None, help="Only claims that stand there."
)
@click.option("--min-score", type=float, default=0.0, help="Only claims with at least this score.")
@format_option("table", "jsonl", "csv")
@case_option
def command(
    kind: str | None, article: str, status: str | None, min_score: float, form: str,
    folder: Path | None,
) -> int:  # fmt: skip
    """List the claims of the case, the most worth checking first."""
    where = ClaimFilter(kind or "", article, status or "", min_score)
    with opened(folder) as case:
        if form == "jsonl":
            print_json_lines(case.corpus.claim_lines(where))
        elif form == "csv":
            _print_csv(case, where)
        else:
            _print_table(case, where)
    return Exit.DONE


def _print_csv(case: Case, where: ClaimFilter) -> None:
    rows = case.corpus.claims(where)
    print_csv(
        COLUMNS,
        (
            (r.id, r.article, r.start, r.end, " ".join(r.kinds), r.claimant, r.score, r.status,
             r.quote)
            for r in rows
        ),
    )  # fmt: skip


def _print_table(case: Case, where: ClaimFilter) -> None:
    rows = case.corpus.claims(where)
    print_table(
        ("id", "score", "status:16", "kinds:16", "claim"),
        (
            (r.id[:8], f"{r.score:.0f}", r.status, " ".join(weightiest_first(r.kinds)), r.quote)
            for r in rows
        ),
        grow="claim",
        wrap=False,
    )
    narrate(f"{len(rows)} claims in {len(case.corpus.articles())} articles")
