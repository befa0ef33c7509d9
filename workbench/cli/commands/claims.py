"""`workbench claims`: list the checkable claims of the case."""

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.case import Case, ClaimFilter, ClaimRow
from workbench.case.filters.asking import asked_for
from workbench.cli.exits import Exit
from workbench.cli.narration import compare_new, narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_csv, print_json_lines, print_table
from workbench.core.reading.kinds import KINDS, weightiest_first
from workbench.core.verdicts.standing import STATUSES
from workbench.errors import UsageError

COLUMNS = ("id", "article", "start", "end", "kinds", "claimant", "score", "status", "quote")


@click.command("claims")
@click.argument("words", nargs=-1)
@click.option("--saved", metavar="NAME", default="", help="The filter saved under this name, too.")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="Only claims of this kind.")
@click.option("--article", default="", help="Only claims of this article.")
@click.option(
    "--status", type=click.Choice(STATUSES), default=None, help="Only claims that stand there."
)
@click.option("--min-score", type=float, default=0.0, help="Only claims with at least this score.")
@format_option("table", "jsonl", "csv")
@case_option
def command(
    words: tuple[str, ...], saved: str, kind: str | None, article: str, status: str | None,
    min_score: float, form: str, folder: Path | None,
) -> int:  # fmt: skip
    """List the claims of the case, the most worth checking first.

    What came in is first compared with the corpus, unless it is very much: contested claims
    come first, and of those that say the same one stands above the others.

    WORDS narrow the list as the filter of the terminal UI does, as in
    workbench claims 'flood !drought kind:denial contested: after:2022 sort:date'.
    A word stands for words with its letters, 'word for itself; the facets are
    @name kind: status: source: claimant: after: before: score: links: rating: article:
    why: contested: repeated: sort:, and a ! before one turns it round.
    """
    where = ClaimFilter(kind or "", article, status or "", min_score)
    with opened(folder) as case:
        if article:
            case.corpus.article(article)  # one that is not there is said, not an empty list
        if case.comparing.unchecked():
            compare_new(case, listing=True)
        rows = asked_for(case, where, " ".join((*_saved(case, saved), *words)))
        if form == "jsonl":
            print_json_lines(case.corpus.lines_of(rows))
        elif form == "csv":
            _print_csv(rows)
        else:
            _print_table(case, rows)
    return Exit.DONE


def _saved(case: Case, name: str) -> list[str]:
    """The words of a saved filter."""
    filters = case.settings.filters
    if name and name not in filters:
        there = f"there are {', '.join(filters)}" if filters else "none is saved in this case"
        raise UsageError(f"no saved filter {name!r}; {there}")
    return [filters[name]] if name else []


def _print_csv(rows: Sequence[ClaimRow]) -> None:
    print_csv(
        COLUMNS,
        (
            (r.id, r.article, r.start, r.end, " ".join(r.kinds), r.claimant, r.score, r.status,
             r.quote)
            for r in rows
        ),
    )  # fmt: skip


def _print_table(case: Case, rows: Sequence[ClaimRow]) -> None:
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
