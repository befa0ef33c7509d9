"""Everything else that leaves the house: whole, readable by its reader, written once."""

import csv
import json
from dataclasses import replace
from datetime import date

import pytest

from workbench.core.publication import Citation, House, PublishedVerdict
from workbench.core.publication.verifying import verify
from workbench.core.verdicts.ratings import DEFAULT_SCALE
from workbench.edges.bundles import read_bundle
from workbench.edges.exports import write_bundles, write_claimreview, write_tables
from workbench.edges.pages import write_markdown
from workbench.edges.site import write_site
from workbench.errors import UsageError

HOUSE = House("The Desk", "https://desk.example")
TEXT = "The bridge was closed for 12 days. Nobody knew why."
ONE = PublishedVerdict(
    claim_id="aa11bb22",
    claim="The bridge was closed for 12 days.",
    claimant="the council",
    said_on=date(2024, 1, 3),
    citation=Citation("Bridge", "Post", "", date(2024, 1, 3), "bridge.txt", 1, 0, 34),
    rating=DEFAULT_SCALE.rating("true"),
    summary="The council's own log shows it.",
    rationale="",
    evidence=(),
    reviewer="Ada",
    decided_at="2024-01-04T00:00:00Z",
    history=(),
)
TWO = replace(ONE, claim_id="cc33dd44", summary="=1+1")


def both():
    return iter([ONE, TWO])


def evidence(_verdict):
    return {("bridge.txt", 1): TEXT}, ()


def test_claimreview_writes_one_a_verdict_and_a_feed(tmp_path):
    report = write_claimreview(both, tmp_path, HOUSE)
    assert len(report.written) == 3
    feed = json.loads((tmp_path / "claimreview.json").read_text())
    single = json.loads((tmp_path / report.written[0]).read_text())
    assert feed["dataFeedElement"][0]["item"] == [single]
    assert write_claimreview(both, tmp_path, HOUSE).written == ()
    assert write_claimreview(lambda: [TWO], tmp_path, HOUSE, complete=False).removed == ()


def test_tables_read_back(tmp_path):
    assert write_tables(both, tmp_path).written == ("verdicts.csv", "verdicts.jsonl")
    with open(tmp_path / "verdicts.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["summary"] for row in rows] == ["The council's own log shows it.", "'=1+1"]
    lines = [json.loads(line) for line in (tmp_path / "verdicts.jsonl").read_text().splitlines()]
    assert [line["summary"] for line in lines] == ["The council's own log shows it.", "=1+1"]
    assert write_tables(both, tmp_path).written == ()
    assert len(write_tables(lambda: [ONE], tmp_path).written) == 2


def test_bundles_verify_on_their_own(tmp_path):
    report = write_bundles(both(), evidence, tmp_path, HOUSE)
    assert len(report.written) == 2
    for name in report.written:
        faults = verify(read_bundle(tmp_path / name))  # these have no history
        assert [fault.message for fault in faults] == ["holds no entry that decided the verdict"]
    assert write_bundles(both(), evidence, tmp_path, HOUSE).written == ()


def test_a_bundle_without_its_text_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"bridge\.txt"):
        write_bundles(both(), lambda _: ({}, ()), tmp_path)


def test_all_formats_share_a_folder(tmp_path):
    def export():
        return (
            write_markdown(both(), tmp_path, HOUSE),
            write_claimreview(both, tmp_path / "data", HOUSE),
            write_tables(both, tmp_path),
            write_bundles(both(), evidence, tmp_path, HOUSE),
            write_site(both, tmp_path, HOUSE),
        )

    assert all(report.written for report in export())
    held = sorted(path.name for path in tmp_path.rglob("*"))
    assert not any(report.written or report.removed for report in export())
    assert sorted(path.name for path in tmp_path.rglob("*")) == held
