"""A verdict's record: read back, it is the verdict; anything else is refused by field."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from workbench.core.publication.verdict_records import from_record, to_record
from workbench.errors import UsageError

from .example import VERDICT
from .hostile import quick, quotes


@quick
@given(quotes)
def test_read_back_it_is_the_verdict(quote):
    made = replace(
        VERDICT, claim=quote, rationale=quote, citation=replace(VERDICT.citation, title=quote)
    )
    assert from_record(json.loads(json.dumps(to_record(made)))) == made


def changed(path, value):
    record = to_record(VERDICT)
    at = record
    *steps, last = path
    for step in steps:
        at = at[step]
    at[last] = value
    return record


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("claim",), 7, "verdict.claim: must be text"),
        (("said_on",), "2024-13-01", "verdict.said_on: must be a day"),
        (("citation", "start"), True, "verdict.citation.start: must be a whole number"),
        (("evidence",), {}, "verdict.evidence: must be a list"),
        (
            ("evidence", 1, "independent"),
            1,
            r"verdict.evidence\[1\].independent: must be true or false",
        ),
        (("figures", 0, "low"), "40", r"verdict.figures\[0\].low"),
        (("rating",), {"name": "x"}, "verdict.rating: its fields must be"),
        (("extra",), 1, "verdict: its fields must be"),
    ],
)
def test_what_does_not_fit_is_named(path, value, says):
    with pytest.raises(UsageError, match=says):
        from_record(changed(path, value))


@pytest.mark.parametrize("record", [None, [], "x", {}])
def test_what_is_no_record_is_refused(record):
    with pytest.raises(UsageError):
        from_record(record)
