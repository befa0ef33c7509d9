"""The table of all verdicts, as a spreadsheet and a program read it."""

import csv
import io
import json
from dataclasses import replace

from workbench.core.publication.spreadsheet import COLUMNS, csv_rows, jsonl_rows
from workbench.core.verdicts.ratings import DEFAULT_SCALE


def test_csv_and_jsonl_say_the_same(verdict):
    off_axis = replace(
        verdict,
        rating=DEFAULT_SCALE.rating("unproven"),
        claim="=1+1\nnext",
        said_on=None,
        corrections=(),
    )
    verdicts = [verdict, off_axis]
    rows = list(csv.DictReader(io.StringIO("".join(csv_rows(verdicts)), newline="")))
    lines = [json.loads(line) for line in jsonl_rows(verdicts)]
    assert [tuple(row) for row in rows] == [COLUMNS, COLUMNS]
    assert (
        rows[0]["rating"],
        rows[0]["value"],
        rows[0]["independent_sources"],
        rows[0]["sources"],
    ) == ("half true", "3", "2", "3")
    assert (rows[0]["corroborates"], rows[0]["conflicts"], rows[0]["context"]) == ("2", "1", "1")
    assert (rows[1]["claim"], rows[1]["value"], rows[1]["said_on"]) == ("'=1+1\nnext", "", "")
    assert (lines[1]["claim"], lines[1]["value"], lines[1]["best"], lines[1]["said_on"]) == (
        "=1+1\nnext",
        None,
        None,
        None,
    )
    assert [line["claim_id"] for line in lines] == [row["claim_id"] for row in rows]
