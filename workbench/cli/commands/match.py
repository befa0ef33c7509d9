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
from workbench.core.candidates.rerank import Candidate, query_for
from workbench.core.publication.already import AlreadyChecked
from workbench.core.text.display import visible
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
@click.option("--checked", is_flag=True, help="In jsonl, print what others have checked, too.")
@click.option("--others", is_flag=True, help="Only what other articles and sources say.")
@click.option("--semantic", is_flag=True, help="Rerank by an encoder of sentences, too (an extra).")
@format_option("table", "jsonl")
@case_option
def command(
    claim: str | None, text: str | None, queries: IO[str] | None, top: int, checked: bool,
    others: bool, semantic: bool, form: str, folder: Path | None,
) -> int:  # fmt: skip
    """Find the passages that bear on a CLAIM (its id, or the first digits of it).

    A text that is a sentence of the corpus is matched as the claim that it is there.
    """
    if sum(given is not None for given in (claim, text, queries)) != 1:
        raise click.UsageError("give one of: CLAIM, --text, --queries")
    with opened(folder) as case:
        if semantic:
            case.matching.by_meaning()
        if queries is not None:
            lines = case.matching.queries(read_lines(queries, ("id", "text")), top, others)
            print_json_lines(lines)
            return Exit.DONE
        found = (
            case.matching.candidates(claim, top, fold=True, others=others)
            if claim
            else case.matching.of_text(text or "", top, fold=True, others=others)
        )
        known = case.checking.of_claim(claim) if claim else case.checking.of_text(text or "")
        for one in known:
            narrate(_checked_in_words(one))
        if form == "jsonl":
            print_json_lines({"rank": rank, **candidate_json(c)} for rank, c in enumerate(found, 1))
            print_json_lines(map(checked_json, known if checked else ()))
        else:
            _print_blocks(found)
    if not found:
        narrate(_nothing_found(text))
    return Exit.DONE


def _nothing_found(text: str | None) -> str:
    """Why nothing came, for data alone would look as if nothing had been asked."""
    if text is not None and not query_for(text).terms:
        return "the text has no word to look for; give it a name, a number or a noun"
    return "nothing in the corpus shares enough words with it"


def checked_json(found: AlreadyChecked) -> dict[str, Any]:
    """A line of `workbench match --checked --format jsonl`."""
    review = found.review
    return {
        "checked_by": review.publisher,
        "rating": review.rating,
        "url": review.url,
        "claim": review.claim,
        "claimant": review.claimant,
        "said_on": review.said_on.isoformat() if review.said_on else None,
        "checked_on": review.checked_on.isoformat() if review.checked_on else None,
        "score": found.score,
        "reasons": list(found.reasons),
    }


def _checked_in_words(found: AlreadyChecked) -> str:
    review = found.review
    where = f", {review.url}" if review.url else ""
    by = review.publisher or "somebody"
    return f"already checked by {by}: {review.rating}{where} ({found.score:.0f}: {review.claim})"


def _print_blocks(found: list[Candidate]) -> None:
    """A block a candidate: a passage and its reasons do not fit side by side in 80 columns.

    What comes from the claim's own article or source stands apart, at its rank.
    """
    ranked = list(enumerate(found, 1))
    _print_ranked([one for one in ranked if one[1].independent])
    own = [one for one in ranked if not one[1].independent]
    if own:
        click.echo("    of the claim's own article or source:")
        _print_ranked(own)


def _print_ranked(found: list[tuple[int, Candidate]]) -> None:
    for rank, c in found:
        where = f"{c.article}:{c.start}-{c.end}"
        click.echo(f"{rank:>2}.  {c.score:3.0f}  {c.relation}  {visible(where)}")
        for line in (c.quote, *(f"· {reason}" for reason in c.reasons)):
            click.echo(
                click.wrap_text(visible(line), shutil.get_terminal_size().columns, "     ", "     ")
            )


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
