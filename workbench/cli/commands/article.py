"""`workbench article`: list the articles, show or correct what is known of one."""

from datetime import datetime
from pathlib import Path

import click

from workbench.case import Case
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table


@click.command("article")
@click.argument("article", required=False)
@click.option("--title", help="Its headline.")
@click.option("--publisher", help="Who published it.")
@click.option("--url", help="Where it stands.")
@click.option("--archive", help="Where a copy of it is kept; it is published beside the address.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication.")
@format_option("table", "jsonl")
@case_option
def command(
    article: str | None, title: str | None, publisher: str | None, url: str | None,
    archive: str | None, published: datetime | None, form: str, folder: Path | None,
) -> int:  # fmt: skip
    """Show ARTICLE; with options, correct it. Relative dates are resolved again.

    Without ARTICLE, the articles are listed.
    """
    given = {"title": title, "publisher": publisher, "url": url, "archive": archive}
    fields = {name: value for name, value in given.items() if value is not None}
    if published:
        fields["published"] = published.date().isoformat()
    if fields and not article:
        raise click.UsageError("name the ARTICLE to correct")
    with opened(folder) as case:
        if not article:
            _list(case, form)
            return Exit.DONE
        if fields:
            case.decisions.correct(article, **fields)
            narrate(f"corrected: {', '.join(sorted(fields))}")
        found = case.corpus.article(article)
        flags, origins = case.corpus.how_read(article)
        print_json_lines(
            [
                {
                    "id": found.id, "revision": found.revision, "title": found.title,
                    "publisher": found.publisher, "url": found.url,
                    "published": found.published.isoformat() if found.published else None,
                    "language": found.language,
                    "flags": flags, "origins": origins,
                    "web_copy": case.corpus.web_copy(article),
                }
            ]
        )  # fmt: skip
    return Exit.DONE


def _list(case: Case, form: str) -> None:
    if form == "jsonl":
        print_json_lines(
            {
                "id": e.id, "revision": e.revision, "title": e.title, "publisher": e.publisher,
                "url": e.url, "published": e.published.isoformat() if e.published else None,
                "language": e.language, "claims": e.claims, "flags": e.flags, "sources": e.sources,
            }
            for e in case.corpus.articles()
        )  # fmt: skip
        return
    print_table(
        ("article:40", "published", "publisher:24", "claims", "title"),
        ((e.id, e.published or "", e.publisher, e.claims, e.title) for e in case.corpus.articles()),
        grow="title",
        wrap=False,
    )
