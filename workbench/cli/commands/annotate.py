"""`workbench annotate`: find the claims of texts, without a case."""

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import click

from workbench.case.annotating import Refusal, annotate_paths, annotate_stream
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.output import format_option, print_json_lines, print_table


@click.command("annotate")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of publication, for articles that state none.",
)
@click.option("--jobs", type=click.IntRange(1), default=1, help="Worker processes. [default: 1]")
@format_option("table", "jsonl")
@click.option("--case", "folder", hidden=True, help="Accepted like everywhere; not needed here.")
def command(
    paths: tuple[str, ...], published: datetime | None, jobs: int, form: str, folder: str | None
) -> int:
    """Print every passage of files, folders or (-) standard input with what it claims.

    Standard input is JSONL, a line {"id", "text", "title"?, "published"?, "url"?}, or anything
    else that a file could hold, such as a text or a page: its first bytes tell.
    """
    day = published.date() if published else None
    if paths == ("-",):
        found = annotate_stream(sys.stdin.buffer, day, jobs)
    else:
        found = annotate_paths(paths, day, jobs)
    refused: list[Refusal] = []
    lines = _without_refusals(found, refused)
    if form == "jsonl":
        print_json_lines(lines)
    else:
        print_table(
            ("article:16", "at", "kinds:18", "claimant:16", "passage"),
            (
                (x["article"], x["start"], " ".join(x["kinds"]), x["claimant"] or "", x["quote"])
                for x in lines
            ),
            grow="passage",
        )
    return Exit.REFUSED if refused else Exit.DONE


def _without_refusals(
    found: Iterable[dict[str, Any] | Refusal], refused: list[Refusal]
) -> Iterator[dict[str, Any]]:
    for one in found:
        if isinstance(one, Refusal):
            narrate(f"refused: {one.source}: {one.reason}")
            refused.append(one)
        else:
            yield one
