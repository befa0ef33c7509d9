"""Publishing: through the gate, in every format, with corrections on record."""

import hashlib
import json
import re
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

from tests.conftest import CONTACT, SEEDS, Run
from workbench.case import Case
from workbench.case.publishing.publications import FORMATS, verify_bundle
from workbench.case.trusting import allow
from workbench.errors import UsageError

ELSEWHERE = "002_24777a2ba7ef8ce0.txt"
OWN = "001_f28605f612bce09f.txt"


@pytest.fixture
def seeds_folder(seeds_folder: Path) -> Path:
    """The case of the five articles, of a house that readers can reach."""
    (seeds_folder / "workbench.toml").write_text(CONTACT)
    return seeds_folder


def ruled(case: Case) -> str:
    """A verdict with all that the gate asks of it."""
    claim = next(r.id for r in case.corpus.claims() if "deaths of more than 13,000" in r.quote)
    for article in (OWN, ELSEWHERE):
        case.decisions.correct(article, url=f"https://news.example/{article}")
    case.decisions.link(claim, ELSEWHERE, 4108, 4295, "corroborates", "the same toll")
    case.decisions.rule(
        claim, "mostly true", "Two articles agree on the toll.", "Both name it.", claimant="unknown"
    )
    return claim


@pytest.mark.parametrize("form", FORMATS)
def test_a_second_export_of_the_same_changes_nothing(
    seeds_case: Case, tmp_path: Path, form: str
) -> None:
    ruled(seeds_case)
    first = seeds_case.publications.export(to=tmp_path / "out", format=form)
    before = {p: p.read_bytes() for p in first.written}
    again = seeds_case.publications.export(to=tmp_path / "out", format=form)
    assert before
    assert again.written == ()
    assert {p: p.read_bytes() for p in first.written} == before


@pytest.mark.parametrize("form", ["markdown", "html", "claimreview", "csv"])
def test_being_published_changes_no_page(seeds_case: Case, form: str) -> None:
    ruled(seeds_case)
    assert seeds_case.publications.export(format=form).written
    assert seeds_case.publications.export(format=form).written == ()


def test_the_page_cites_what_it_quotes_and_shows_the_figures(
    seeds_case: Case, tmp_path: Path
) -> None:
    ruled(seeds_case)
    (page,) = seeds_case.publications.export(to=tmp_path).written
    text = page.read_text(encoding="utf-8")
    for expected in (
        "an estimated 13,000 people have been killed in the fighting since then",
        "Gestion",
        "characters 4108–4295",
        "the same toll",
        "by a reviewer",
        "1 independent source of 1",
    ):
        assert expected in text


def test_figures_are_dated_by_the_day_their_source_was_published(
    seeds_case: Case, tmp_path: Path
) -> None:
    claim = ruled(seeds_case)  # "an estimated 13,000 people have been killed … since 2014"
    seeds_case.decisions.correct(ELSEWHERE, published="2022-02-04")
    seeds_case.corpus.derive_again(ELSEWHERE)
    (page,) = seeds_case.publications.export([claim], tmp_path).written
    table = page.read_text(encoding="utf-8").split("## Figures side by side")[1].split("##")[0]
    assert "| Gestion | 4 February 2022 |" in table
    assert "2014" not in table
    assert ".txt" not in table  # an article without a publisher is named by its title


def test_what_left_the_house_is_on_record_and_its_changes_are_corrections(
    seeds_case: Case,
) -> None:
    claim = ruled(seeds_case)
    seeds_case.publications.export()
    assert seeds_case.decisions.status(claim) == "published"
    seeds_case.decisions.rule(
        claim, "outdated", "The toll is from 2022.", correction="A reader wrote."
    )
    assert seeds_case.decisions.status(claim) == "reopened"
    (page,) = seeds_case.publications.export().written
    text = page.read_text(encoding="utf-8")
    assert "A reader wrote." in text
    assert seeds_case.decisions.status(claim) == "corrected"


def test_what_left_the_house_cannot_be_undone_but_the_verdict_can(seeds_case: Case) -> None:
    claim = ruled(seeds_case)
    seeds_case.publications.export()
    assert "Two articles agree" in seeds_case.decisions.undo()
    assert seeds_case.decisions.verdict(claim) is None


def test_a_verdict_whose_quote_changed_is_held_back_unless_forced(
    empty_case: Case, tmp_path: Path
) -> None:
    source = tmp_path / "a.txt"
    text = "At least 12 people died in Aville on March 3, 2021, officials said.\n"
    source.write_text(text, encoding="utf-8")
    empty_case.corpus.import_paths([str(source)])
    claim = empty_case.corpus.claims()[0].id
    empty_case.decisions.link(claim, "a.txt", 0, len(text) - 1, "corroborates")
    empty_case.decisions.correct("a.txt", url="https://a.example/", published="2021-03-04")
    empty_case.decisions.rule(claim, "true", "Officials say so.", "They do.")
    source.write_text(text.replace("12", "21"), encoding="utf-8")
    empty_case.corpus.import_paths([str(source)])
    held = empty_case.publications.export(to=tmp_path / "out")
    assert held.written == ()
    assert any("link holds" in line for line in held.refused)
    forced = empty_case.publications.export(force=True)
    assert len(forced.written) == 1
    assert "past the gate" in str(empty_case.decisions.history(claim)[-1].after)


@pytest.mark.parametrize("form", ["markdown", "html", "claimreview", "bundle"])
def test_what_was_published_of_a_verdict_that_is_held_back_now_stays(
    seeds_folder: Path, form: str
) -> None:
    with Case.open(seeds_folder, "Ada") as case:
        claim = ruled(case)
        pages = case.publications.export(format=form).written
        page = max(pages, key=lambda path: "the-conflict" in path.name)
        before = page.read_bytes()
    (seeds_folder / "workbench.toml").write_text(
        f"{CONTACT}[publication]\nsecond_reviewer = true\n"
    )
    with Case.open(seeds_folder, "Ada") as case:
        case.decisions.rule(claim, "false", "It is not so.", correction="We erred.")
        report = case.publications.export(format=form)
        assert report.refused
        assert page.read_bytes() == before
        assert report.removed == ()
        lists = ("index.html", "corrections.html", "feed.xml", "claimreview.json")
        assert not any(
            "It is not so" in path.read_text(encoding="utf-8")
            for path in page.parent.parent.rglob("*")
            if path.name in lists
        )
        case.decisions.undo()
        case.publications.export(format=form, force=True)
        assert page.exists()


def test_a_case_can_have_any_rule_hold_back(seeds_folder: Path, tmp_path: Path) -> None:
    settings = seeds_folder / "workbench.toml"
    with Case.open(seeds_folder, "Ada") as case:
        ruled(case)
        assert len(case.publications.export(to=tmp_path / "out").written) == 1
    for rules in ('["enough sources"]', '["all"]'):
        settings.write_text(f"[publication]\nhold_back = {rules}\n")
        with Case.open(seeds_folder, "Ada") as case:
            held = case.publications.export(to=tmp_path / rules)
            assert held.written == ()
            assert any("enough sources" in line for line in held.refused)
    settings.write_text('[publication]\nhold_back = ["no such rule"]\n')
    with Case.open(seeds_folder, "Ada") as case, pytest.raises(UsageError, match="no such rule"):
        case.publications.export(to=tmp_path / "out")


def test_a_bare_verdict_is_held_back_and_what_it_lacks_is_said(
    seeds_case: Case, tmp_path: Path
) -> None:
    claim = next(row.id for row in seeds_case.corpus.claims() if not row.claimant)
    seeds_case.decisions.rule(claim, "true", "It is so.")
    (before,) = seeds_case.publications.preview()
    report = seeds_case.publications.export(to=tmp_path)
    assert (report.written, report.held) == ((), (claim,))
    assert list(report.refused) == before.lines
    said = " ".join(report.refused)
    for lacking in ("who said it", "the rationale", "no evidence for the claim", "no address"):
        assert lacking in said
    assert seeds_case.decisions.status(claim) == "ready for review"


def test_each_profile_asks_for_more(seeds_folder: Path, tmp_path: Path) -> None:
    with Case.open(seeds_folder, "Ada") as case:
        claim = next(row.id for row in case.corpus.claims() if not row.claimant)
        case.decisions.rule(claim, "true", "It is so.")
    held = {}
    for profile in ("draft", "house", "ifcn"):
        (seeds_folder / "workbench.toml").write_text(f'[publication]\nprofile = "{profile}"\n')
        with Case.open(seeds_folder, "Ada") as case:
            held[profile] = {line.split(": ")[1] for line in case.publications.preview()[0].lines}
            assert case.publications.preview()[0].held is (profile != "draft")
    assert held["house"] < held["ifcn"]
    assert "corrections contact" in held["house"]
    assert "second reviewer signed" in held["ifcn"]


def test_a_known_denial_that_is_left_out_is_named(empty_case: Case, tmp_path: Path) -> None:
    texts = {
        "a.txt": "Bribes\n\nOfficials in Aville accused the minister of taking bribes.\n",
        "b.txt": "Aville\n\nThe minister in Aville denied taking bribes.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        empty_case.corpus.import_paths([str(tmp_path / name)])
    assert empty_case.comparing.conflicts()
    claim = next(row.id for row in empty_case.corpus.claims() if row.article == "a.txt")
    empty_case.decisions.rule(claim, "true", "Officials say so.", "Nobody else was asked.")
    lines = [f.message for f in empty_case.publications.check(claim)]
    assert any(line.startswith("a denial is left out (b.txt") for line in lines)
    start = texts["b.txt"].index("The minister")
    empty_case.decisions.link(claim, "b.txt", start, len(texts["b.txt"]) - 1, "context", "vague")
    lines = [f.message for f in empty_case.publications.check(claim)]
    assert not any("left out" in line for line in lines)


def test_only_what_the_gate_would_hold_back_counts_as_forced(seeds_case: Case) -> None:
    claim = ruled(seeds_case)
    seeds_case.publications.export(force=True)
    assert seeds_case.decisions.history(claim)[-1].after["forced"] is False


def test_what_is_forced_out_is_on_record_wherever_it_goes(
    seeds_folder: Path, tmp_path: Path
) -> None:
    (seeds_folder / "workbench.toml").write_text(
        f"{CONTACT}[publication]\nsecond_reviewer = true\n"
    )
    with Case.open(seeds_folder, "Ada") as case:
        claim = ruled(case)
        case.publications.export(to=tmp_path / "out", force=True)
        assert case.decisions.history(claim)[-1].after["forced"] is True


def test_a_case_can_ask_for_a_second_reviewer(seeds_folder: Path, tmp_path: Path) -> None:
    (seeds_folder / "workbench.toml").write_text(
        f'{CONTACT}[publication]\nsecond_reviewer = true\n[people]\n"bo" = "Bo Lind"\n'
    )
    with Case.open(seeds_folder, "root") as case:
        claim = ruled(case)
        assert case.publications.export(to=tmp_path / "out").written == ()
    with Case.open(seeds_folder, "bo") as case:
        case.reviewing.sign_off(claim)
        (page,) = case.publications.export(to=tmp_path / "out").written
        text = page.read_text(encoding="utf-8")
        assert "**Second reviewer:** Bo Lind" in text
        assert "**Reviewer:** a reviewer" in text  # a login is no name
        assert "root" not in text


def test_a_figure_is_shown_in_the_words_of_its_source_and_a_denial_as_one(
    empty_case: Case, tmp_path: Path
) -> None:
    texts = {
        "a.txt": "Border\n\nTens of thousands of soldiers stand at the Aville border, the "
        "minister said.\n",
        "b.txt": "Border\n\nThe general denied that more than 500 soldiers stand at the Aville "
        "border.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        empty_case.corpus.import_paths([str(tmp_path / name)])
    claim = next(row.id for row in empty_case.corpus.claims() if row.article == "a.txt")
    start = texts["b.txt"].index("The general")
    empty_case.decisions.link(claim, "b.txt", start, len(texts["b.txt"]) - 1, "conflicts")
    empty_case.decisions.rule(claim, "unproven", "Nobody has counted.", claimant="the minister")
    report = empty_case.publications.export(to=tmp_path / "out", format="html", force=True)
    page = next(path for path in report.written if path.parent.name == "verdicts")
    text = page.read_text(encoding="utf-8")
    assert "Tens of thousands of soldiers" in text
    assert "20,000" not in text
    assert "99,999" not in text
    assert "denied: more than 500 soldiers" in text
    assert "<td>the minister</td>" in text
    assert "<td>The general</td>" in text
    top = text[: text.index("</header>", text.index('class="verdict'))]
    assert "the minister said" in top
    assert ".txt" not in text[: text.index('class="places"')]


def test_the_programs_own_page_read_as_an_article_gives_no_claims_of_its_history(
    seeds_case: Case, tmp_path: Path
) -> None:
    claim = ruled(seeds_case)
    report = seeds_case.publications.export([claim], tmp_path / "out", "html")
    page = next(path for path in report.written if path.parent.name == "verdicts")
    seeds_case.corpus.import_paths([str(page)])
    quotes = [row.quote for row in seeds_case.corpus.claims() if row.article.endswith(".html")]
    assert quotes
    assert not any("gave a verdict" in quote or "linked a passage" in quote for quote in quotes)


def test_a_bundle_checks_without_the_case_and_a_forged_one_does_not(
    seeds_case: Case, tmp_path: Path
) -> None:
    ruled(seeds_case)
    (bundle,) = seeds_case.publications.export(to=tmp_path, format="bundle").written
    assert verify_bundle(bundle) == ()
    forged = tmp_path / "forged.zip"
    with zipfile.ZipFile(bundle) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name, data.replace(b"13,000", b"31,000") if name == "verdict.json" else data
            )
    assert verify_bundle(forged)


def test_claimreview_carries_the_rating_and_the_claim(seeds_case: Case, tmp_path: Path) -> None:
    ruled(seeds_case)
    written = seeds_case.publications.export(to=tmp_path, format="claimreview").written
    page = next(path for path in written if path.suffix == ".jsonld")
    review = json.loads(page.read_text(encoding="utf-8"))
    assert review["@type"] == "ClaimReview"
    assert review["reviewRating"]["alternateName"].lower() == "mostly true"
    assert "more than 13,000 people" in review["claimReviewed"]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_pages_show_the_evidence_in_the_order_of_the_verdict(
    seeds_case: Case, tmp_path: Path, form: str
) -> None:
    decisions = seeds_case.decisions
    claim = ruled(seeds_case)
    linked = decisions.links(claim)[0].anchor.start
    found = seeds_case.matching.candidates(claim, top=3)
    other = next(x for x in found if x.start != linked)
    decisions.link(claim, other.article, other.start, other.end, "corroborates")
    first, later = decisions.links(claim)

    def places(name: str) -> list[int]:
        to = tmp_path / name
        seeds_case.publications.export([claim], to=to, format=form)
        text = next(p for p in to.rglob(f"*{claim}*") if p.is_file()).read_text(encoding="utf-8")
        marks = [f"characters {at.start}–{at.end}" for at in (first.anchor, later.anchor)]
        return [text.index(mark) for mark in marks]

    before = places("before")
    assert before == sorted(before)
    decisions.rule(claim, "mostly true", "Two articles agree.", order=[later.id, first.id])
    after = places("after")
    assert after == sorted(after, reverse=True)


def test_a_newsrooms_own_templates_shape_what_leaves(seeds_folder: Path, tmp_path: Path) -> None:
    own = seeds_folder / "templates"
    own.mkdir()
    (own / "verdict.md.j2").write_text("# {{ v.rating.name }}\n\n{{ v.claim }}\n")
    (own / "style.css").write_text("body { color: rebeccapurple }")
    (own / "notes.txt").write_bytes(b"\xff no template")
    allow(seeds_folder)
    with Case.open(seeds_folder, "Ada") as case:
        ruled(case)
        (page,) = case.publications.export(to=tmp_path / "out").written
        assert (
            page.read_text(encoding="utf-8").split("---\n")[2].startswith("\n# mostly true\n\nThe")
        )
        site = case.publications.export(to=tmp_path / "site", format="html")
        assert all(
            "rebeccapurple" in path.read_text(encoding="utf-8")
            for path in site.written
            if path.suffix == ".html"
        )
        parts = files("workbench.core.publication") / "templates" / "parts.html.j2"
        changed = parts.read_text(encoding="utf-8").replace('class="badge', 'class="stamp badge')
        (own / "parts.html.j2").write_text(changed)
        allow(seeds_folder)
        assert case.publications.export(to=tmp_path / "site", format="html").written
        assert case.publications.export(to=tmp_path / "out").written == ()
        before = page.read_bytes()
        (own / "verdict.md.j2").write_text("{{ v.nothing_of_that_name }}")
        allow(seeds_folder)
        with pytest.raises(UsageError, match=r"verdict\.md\.j2"):
            case.publications.export(to=tmp_path / "out")
        (own / "verdict.md.j2").write_bytes(b"\xff")
        with pytest.raises(UsageError, match=r"verdict\.md\.j2"):
            case.publications.export(to=tmp_path / "out")
        assert page.read_bytes() == before


@pytest.mark.parametrize(("form", "name"), [("html", "index.html"), ("csv", "verdicts.csv")])
def test_exporting_one_more_verdict_takes_none_off_the_site(
    seeds_case: Case, form: str, name: str
) -> None:
    first = ruled(seeds_case)
    second, third = [row.id for row in seeds_case.corpus.claims() if row.id != first][:2]
    seeds_case.publications.export([first], format=form)
    for claim in (second, third):
        article = next(row.article for row in seeds_case.corpus.claims() if row.id == claim)
        seeds_case.decisions.correct(
            article, url="https://news.example/b", published="2023-05-05", publisher="Post"
        )
        seeds_case.decisions.rule(
            claim, "unproven", f"Nobody else says so of {claim}.", "All was read.",
            unknown="Who counted.", claimant="unknown",
        )  # fmt: skip
    report = seeds_case.publications.export([second], format=form, force=True)
    listed = (report.folder / name).read_text(encoding="utf-8")
    assert report.removed == ()
    assert [claim for claim in (first, second, third) if claim in listed] == [first, second]


def test_a_site_has_the_page_of_what_is_out_though_it_is_held_back_now(
    seeds_case: Case, tmp_path: Path
) -> None:
    claim = ruled(seeds_case)
    seeds_case.publications.export([claim])  # as Markdown: no site has its page yet
    seeds_case.decisions.rule(claim, "false", "It is denied.", correction="We misread it.")
    for _ in range(2):
        report = seeds_case.publications.export(format="html", to=tmp_path / "site")
        assert report.held == (claim,)
        index = (report.folder / "index.html").read_text(encoding="utf-8")
        (address,) = re.findall(r'href="(verdicts/[^"]+)"', index)
        page = (report.folder / address).read_text(encoding="utf-8")
        assert "Two articles agree on the toll." in page
        assert "It is denied." not in page
        (report.folder / address).unlink()  # somebody's mishap is mended, too
    seeds_case.decisions.link(claim, OWN, 0, 40, "conflicts")
    report = seeds_case.publications.export(format="html", to=tmp_path / "site")
    assert report.held == ()
    assert "It is denied." in (report.folder / address).read_text(encoding="utf-8")


SOURCES = (
    ("nature", "primary", "Primary source"),
    ("interest", "It sells <b>boats</b> [x](https://a.example)", "It sells"),
)


@pytest.mark.parametrize("form", ["markdown", "html", "csv"])
def test_readers_learn_what_would_change_the_rating(
    seeds_case: Case, tmp_path: Path, form: str
) -> None:
    claim = ruled(seeds_case)
    out = tmp_path / "out"
    for said in ("", "A count of the <b>registrars</b> {{ x }}"):
        seeds_case.decisions.rule(
            claim, "mostly true", "Two articles agree.", own_words={"would_change": said}
        )
        seeds_case.publications.export(to=out, format=form)
        pages = "".join(path.read_text(encoding="utf-8") for path in out.rglob("*.*"))
        assert ("What would change this rating" in pages) == bool(said and form != "csv")
        assert ("registrars" in pages) == bool(said)
    assert ("<b>registrars" in pages) == (form == "csv")


@pytest.mark.parametrize("form", ["markdown", "html", "csv"])
def test_readers_learn_what_a_source_is_and_where_it_is_kept(
    seeds_case: Case, tmp_path: Path, form: str
) -> None:
    claim = ruled(seeds_case)
    seeds_case.publications.export(to=tmp_path / "before", format=form)
    passage = (claim, ELSEWHERE, 4108, 4295, "corroborates")
    seeds_case.decisions.link(*passage, **{name: said for name, said, _ in SOURCES})
    kept = seeds_case.decisions.link(*passage, note="the same toll")  # says nothing of the source
    assert (kept.nature, kept.note) == ("primary", "the same toll")
    seeds_case.decisions.correct(ELSEWHERE, archive="https://archive.example/a?b&c")
    report = seeds_case.publications.export(to=tmp_path / "after", format=form)
    text = "".join(path.read_text(encoding="utf-8") for path in report.written)
    assert "archive.example/a?b" in text
    assert all(words.casefold() in text.casefold() for *_, words in SOURCES[form == "csv" :])
    assert form == "csv" or "<b>boats" not in text


@pytest.mark.parametrize("archive", ["javascript:alert(1)", "ftp://a.example", "a.example"])
def test_a_kept_copy_has_an_address_of_the_web(seeds_case: Case, archive: str) -> None:
    with pytest.raises(UsageError, match="no address"):
        seeds_case.decisions.correct(ELSEWHERE, archive=archive)


def test_a_source_is_primary_or_secondary(seeds_case: Case) -> None:
    claim = ruled(seeds_case)
    with pytest.raises(UsageError, match="primary, secondary"):
        seeds_case.decisions.link(claim, ELSEWHERE, 4108, 4295, "context", nature="tertiary")


def test_machines_learn_who_the_claimant_is(seeds_folder: Path) -> None:
    (seeds_folder / "workbench.toml").write_text(
        f'{CONTACT}[claimants]\n"The Ministry of Roads" = "https://roads.example/"\n'
    )
    with Case.open(seeds_folder, "Ada") as case:
        claim = ruled(case)
        case.decisions.rule(claim, "mostly true", "So it is.", claimant="the ministry of roads")
        report = case.publications.export(format="claimreview")
    review = json.loads(next(p for p in report.written if p.suffix == ".jsonld").read_bytes())
    assert review["itemReviewed"]["author"]["sameAs"] == "https://roads.example/"


@pytest.mark.parametrize("field", ["asked", "chosen", "tools", "would_change"])
def test_a_bundle_whose_verdict_says_more_than_was_decided_is_found_out(
    seeds_case: Case, tmp_path: Path, field: str
) -> None:
    ruled(seeds_case)
    (bundle,) = seeds_case.publications.export(to=tmp_path, format="bundle").written
    with zipfile.ZipFile(bundle) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    verdict = json.loads(held["verdict.json"])
    verdict["verdict"][field] = "They confirmed all of it."
    held["verdict.json"] = json.dumps(verdict).encode()
    faults = verify_bundle(repacked(held, tmp_path / "forged.zip"))
    assert any("decided another verdict" in fault.message for fault in faults)


def repacked(held: dict[str, bytes], path: Path) -> Path:
    """A bundle of these members with its sums made anew, as a forger would."""
    manifest = json.loads(held["manifest.json"])
    rest = {name: data for name, data in held.items() if name != "manifest.json"}
    manifest["members"] = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for name, data in rest.items()
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**rest, "manifest.json": json.dumps(manifest).encode()}.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def bundle(seeds_case: Case, tmp_path: Path) -> dict[str, bytes]:
    ruled(seeds_case)
    (path,) = seeds_case.publications.export(to=tmp_path, format="bundle").written
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_bundle_carries_the_sources_as_they_came(bundle: dict[str, bytes]) -> None:
    named = {one["article"]: one["seed"] for one in json.loads(bundle["articles.json"])}
    assert set(named) == {OWN, ELSEWHERE}
    for article, seed in named.items():
        assert bundle[seed["member"]] == (SEEDS / article).read_bytes()


def test_a_bundle_tells_what_was_searched_and_found(bundle: dict[str, bytes]) -> None:
    search = json.loads(bundle["search.json"])
    assert search["articles"] == 5
    (linked,) = [one for one in search["candidates"] if one["linked_as"]]
    assert (linked["article"], linked["start"], linked["end"]) == (ELSEWHERE, 4108, 4295)
    assert search["gate"]["profile"] == "house"
    assert "mostly true" in [rating["name"] for rating in search["scale"]]


def test_a_text_that_no_source_says_is_found_out(bundle: dict[str, bytes], tmp_path: Path) -> None:
    """Texts, sums and annotations all made anew: the source itself still says otherwise."""
    member = next(
        one["seed"]["member"]
        for one in json.loads(bundle["articles.json"])
        if one["article"] == ELSEWHERE
    )
    bundle[member] = bundle[member].replace(b"13,000", b"31,000")
    faults = verify_bundle(repacked(bundle, tmp_path / "forged.zip"))
    assert [(fault.member, ELSEWHERE in fault.message) for fault in faults] == [(member, True)]


@pytest.mark.parametrize("carried", [True, False])
def test_another_text_far_from_the_quote_is_found_out(
    bundle: dict[str, bytes], tmp_path: Path, carried: bool
) -> None:
    """What stands about a quote gives it its sense; the decision was made on the whole text."""
    articles = json.loads(bundle["articles.json"])
    one = next(one for one in articles if one["article"] == ELSEWHERE)
    text = bundle[one["member"]] + b"\nNone of this is so."
    bundle[one["member"]], one["sha256"] = text, hashlib.sha256(text).hexdigest()
    if not carried:
        bundle = {name: data for name, data in bundle.items() if not name.startswith("seeds/")}
        articles = [{n: part for n, part in a.items() if n != "seed"} for a in articles]
        one = next(one for one in articles if one["article"] == ELSEWHERE)
    bundle["articles.json"] = json.dumps(articles).encode()
    faults = verify_bundle(repacked(bundle, tmp_path / "forged.zip"))
    assert [fault.member for fault in faults] == [one["member"]]


@pytest.mark.parametrize("page", ["verdict.html", "verdict.md", "README.txt"])
def test_a_page_of_a_bundle_that_says_something_else_is_found_out(
    bundle: dict[str, bytes], tmp_path: Path, page: str, run: Run
) -> None:
    bundle[page] = bundle[page].replace(b"verdict", b"judgement").replace(b"true", b"false")
    forged = repacked(bundle, tmp_path / "forged.zip")
    assert [fault.member for fault in verify_bundle(forged)] == [page]
    manifest = json.loads(bundle["manifest.json"])
    bundle["manifest.json"] = json.dumps(manifest | {"made_by": "another"}).encode()
    code, _, said = run("verify", str(repacked(bundle, tmp_path / "other.zip")))
    assert (code, "they are not compared" in said) == (0, True)


@pytest.mark.parametrize(
    "seed",
    [
        {"member": "../../x", "name": "a", "columns": {}}, {"member": "seeds/1.txt/../x"},
        {"member": "manifest.json", "name": "a", "columns": {}}, 5, [1], {"member": 5},
        {"member": "seeds/9.txt", "name": "a", "columns": {}},
        {"member": "seeds/1.txt", "name": "a", "columns": {"x": 1}},
        {"member": "seeds/1.txt", "name": "a", "columns": 7},
    ],
)  # fmt: skip
def test_a_strange_list_of_sources_is_named(
    bundle: dict[str, bytes], tmp_path: Path, seed: object
) -> None:
    articles = json.loads(bundle["articles.json"])
    articles[0]["seed"] = seed
    bundle["articles.json"] = json.dumps(articles).encode()
    assert verify_bundle(repacked(bundle, tmp_path / "forged.zip"))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"PK\x03\x04", b"\x1f\x8b\x08", b"<" * 9])
def test_a_source_that_does_not_read_is_named(
    bundle: dict[str, bytes], tmp_path: Path, data: bytes
) -> None:
    bundle["seeds/1.txt"] = data
    faults = verify_bundle(repacked(bundle, tmp_path / "forged.zip"))
    assert [fault.member for fault in faults] == ["seeds/1.txt"]


def test_markdown_is_written_for_the_tool_that_is_named_else_for_that_of_the_settings(
    seeds_case: Case, tmp_path: Path
) -> None:
    ruled(seeds_case)
    (post,) = seeds_case.publications.export(to=tmp_path, flavour="jekyll").written
    assert post.name[:10] == seeds_case.decisions.history()[-1].at[:10]
    assert "layout:" in post.read_text(encoding="utf-8")
    again = seeds_case.publications.export(to=tmp_path, flavour="hugo")
    assert [path.name for path in again.removed] == [post.name]
    with pytest.raises(UsageError, match="only Markdown has flavours"):
        seeds_case.publications.export(to=tmp_path, format="html", flavour="hugo")
    (seeds_case.folder / "workbench.toml").write_text(
        f'{CONTACT}[publication]\nflavour = "eleventy"\n'
    )
    allow(seeds_case.folder)
    with Case.open(seeds_case.folder) as case:
        (page,) = case.publications.export(to=tmp_path / "eleventy").written
    assert "templateEngineOverride" in page.read_text(encoding="utf-8")
