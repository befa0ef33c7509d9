"""`workbench match`: the passages that bear on a claim, a text, or many texts."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import click

from workbench.case.matching import candidate_json
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines
from workbench.core.candidates import Candidate
from workbench.core.display import visible
from workbench.errors import InputRefused


@click.command("match")
@click.argument("claim", required=False)
@click.option("--text", help="Match this text instead of a claim.")
@click.option(
    "--queries", type=click.File("r", encoding="utf-8"), help='JSONL of {"id","text"}; - for stdin.'
)
@click.option(
    "--top", type=click.IntRange(1, 200), default=10, help="Candidates to print. [default: 10]"
)
@format_option("table", "jsonl")
@case_option
def command(
    claim: str | None, text: str | None, queries: IO[str] | None, top: int, form: str,
    folder: Path | None,
) -> int:  # fmt: skip
    """Find the passages that bear on a CLAIM (its id, or the first digits of it)."""
    if sum(given is not None for given in (claim, text, queries)) != 1:
        raise click.UsageError("give one of: CLAIM, --text, --queries")
    with opened(folder) as case:
        if queries is not None:
            lines = case.matching.queries(read_lines(queries, ("id", "text")), top)
            print_json_lines(lines)
            return Exit.DONE
        found = (
            case.matching.candidates(claim, top) if claim else case.matching.search(text or "", top)
        )
        if form == "jsonl":
            print_json_lines({"rank": rank, **candidate_json(c)} for rank, c in enumerate(found, 1))
        else:
            _print_blocks(found)
    return Exit.DONE


def _print_blocks(found: list[Candidate]) -> None:
    """A block a candidate: a passage and its reasons do not fit side by side in 80 columns."""
    for rank, c in enumerate(found, 1):
        source = "" if c.independent else "  (not an independent source)"
        where = f"{c.article}:{c.start}-{c.end}"
        click.echo(f"{rank:>2}.  {c.score:3.0f}  {c.relation}{source}  {visible(where)}")
        for line in (c.quote, *(f"· {reason}" for reason in c.reasons)):
            click.echo(
                click.wrap_text(visible(line), shutil.get_terminal_size().columns, "     ", "     ")
            )
    if not found:
        narrate("nothing in the corpus shares enough words with it")


def read_lines(file: IO[str], needed: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file; raises InputRefused naming the bad line."""
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        where = f"{getattr(file, 'name', 'input')}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputRefused(where, f"is no JSON ({error})") from error
        missing = [name for name in needed if not isinstance(row, dict) or name not in row]
        if missing:
            raise InputRefused(where, f"has no {missing[0]!r}")
        yield row
