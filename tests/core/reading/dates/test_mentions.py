"""Dates: what is found, what days it denotes, and what it attaches to."""

import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.datelines import publication_date
from workbench.core.reading.dates.attachment import Speech
from workbench.core.reading.dates.mentions import dates_in, find_dates
from workbench.core.reading.model import DateMention
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

ROOT = Path(__file__).parents[4]
FRIDAY = date(2022, 2, 4)
DAYS = "{:%Y-%m-%d}"


def shown(text: str, published: date | None = FRIDAY) -> list[str]:
    """Mentions as "text: from..to", one day once, "?" where unresolved."""
    return [f"{m.text}: {days_of(m)}" for m in dates_in(text, published)]


def days_of(mention: DateMention) -> str:
    if mention.from_ is None or mention.to is None:
        return "?"
    ends = (mention.from_, mention.to)
    return ends[0].isoformat() if ends[0] == ends[1] else f"{ends[0]}..{ends[1]}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam burst on 21 Feb 2019.", ["21 Feb 2019: 2019-02-21"]),
        ("The dam burst on Tuesday, March 5, 2019.", ["Tuesday, March 5, 2019: 2019-03-05"]),
        ("The dam burst on the 5th of March 2019.", ["the 5th of March 2019: 2019-03-05"]),
        ("The law passed on 2016-09-12.", ["2016-09-12: 2016-09-12"]),
        ("It closed on 25/11/1980.", ["25/11/1980: 1980-11-25"]),
        ("It closed on 5/11/1980.", ["5/11/1980: ?"]),
        ("It opened in March 2014.", ["March 2014: 2014-03-01..2014-03-31"]),
        ("It opened in february of nineteen ninety-eight.",
         ["february of nineteen ninety-eight: 1998-02-01..1998-02-28"]),
        ("Losses grew in January–March 2024.", ["January–March 2024: 2024-01-01..2024-03-31"]),
        ("It fell from November to January 2024.",
         ["November: 2023-11-01..2023-11-30", "January 2024: 2024-01-01..2024-01-31"]),
        ("Forty died in the first three months of 2024.",
         ["first three months of 2024: 2024-01-01..2024-03-31"]),
        ("Fighting has raged since 2014.", ["2014: 2014-01-01..2014-12-31"]),
        ("He ruled from 2010 to 2014.",
         ["2010: 2010-01-01..2010-12-31", "2014: 2014-01-01..2014-12-31"]),
        ("He ruled 2010–2014.", ["2010–2014: 2010-01-01..2014-12-31"]),
        ("2014’s harvest was poor.", ["2014: 2014-01-01..2014-12-31"]),
        ("The pact (1998) failed.", ["1998: 1998-01-01..1998-12-31"]),
        ("The 2018 elections were fair.", ["2018: 2018-01-01..2018-12-31"]),
        ("In 1789 the tax was dropped.", ["1789: 1789-01-01..1789-12-31"]),
        ("Many left in the 1990s.", ["the 1990s: 1990-01-01..1999-12-31"]),
        ("Many left in the ’60s.", ["the ’60s: 1960-01-01..1969-12-31"]),
        ("Work ended in early 2020.", ["early 2020: 2020-01-01..2020-12-31"]),
        ("Seats were sold in spring 2021.", ["spring 2021: 2021-03-01..2021-05-31"]),
        ("Profit rose in Q3 2021.", ["Q3 2021: 2021-07-01..2021-09-30"]),
        ("Sales fell in the second quarter of 2020.",
         ["the second quarter of 2020: 2020-04-01..2020-06-30"]),
        ("Sales fell in the first half of 2020.", ["first half of 2020: 2020-01-01..2020-06-30"]),
        ("Shops shut on Thanksgiving 2021.", ["Thanksgiving 2021: 2021-11-25"]),
        ("Shops shut on Good Friday 2021.", ["Good Friday 2021: 2021-04-02"]),
        ("The 9/11 attacks changed travel.", ["9/11: 2001-09-11"]),
    ],
)  # fmt: skip
def test_a_full_date_needs_no_day_of_publication(text: str, expected: list[str]) -> None:
    assert shown(text, None) == expected
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell hit the school on Thursday.", ["Thursday: 2022-02-03"]),
        ("A shell hit the school on Friday.", ["Friday: 2022-02-04"]),
        ("The envoys will meet on Thursday.", ["Thursday: 2022-02-10"]),
        ("The envoys will meet on Friday.", ["Friday: 2022-02-04"]),
        ("The visit is next Monday.", ["next Monday: 2022-02-07"]),
        ("The raid took place last Friday.", ["last Friday: 2022-01-28"]),
        ("This Friday, the site closed two pages.", ["This Friday: 2022-02-04"]),
        ("Shots rang out on Friday night.", ["Friday night: 2022-02-04"]),
        ("On Wednesday and Thursday, envoys met.",
         ["Wednesday and Thursday: 2022-02-02..2022-02-03"]),
        ("Ships sailed Thursday and Monday.", ["Thursday: 2022-02-03", "Monday: 2022-01-31"]),
        ("Sunday’s vote was annulled.", ["Sunday: 2022-01-30"]),
        ("Friday's shooting will haunt the town.", ["Friday: 2022-02-04"]),
        ("Roads closed yesterday.", ["yesterday: 2022-02-03"]),
        ("Roads reopen tomorrow morning.", ["tomorrow morning: 2022-02-05"]),
        ("The port was shelled overnight.", ["overnight: 2022-02-03..2022-02-04"]),
        ("He fled two days ago.", ["two days ago: 2022-02-02"]),
        ("He fled five months ago.", ["five months ago: 2021-09-01..2021-09-30"]),
        ("He fled a year ago.", ["a year ago: 2021-01-01..2021-12-31"]),
        ("In October 20 people drowned.", ["October: 2021-10-01..2021-10-31"]),
        ("They must leave by Monday.", ["Monday: 2022-02-07"]),
        ("By Monday evening, the toll had risen.", ["Monday evening: 2022-01-31"]),
        ("Militants struck on 7 October last year.", ["7 October last year: 2021-10-07"]),
        ("Rents rose last month.", ["last month: 2022-01-01..2022-01-31"]),
        ("Rents rose earlier this week.", ["earlier this week: 2022-01-31..2022-02-06"]),
        ("Rents rose in October.", ["October: 2021-10-01..2021-10-31"]),
        ("Rents will rise in October.", ["October: 2022-10-01..2022-10-31"]),
        ("The bridge should be finished by May.", ["May: 2022-05-01..2022-05-31"]),
        ("The strike ended in mid-March.", ["mid-March: 2021-03-01..2021-03-31"]),
        ("Over the past week, ice melted.", ["the past week: 2022-01-28..2022-02-04"]),
        ("Two trains crashed over the weekend.", ["the weekend: 2022-01-29..2022-01-30"]),
        ("Snow fell on Christmas Day.", ["Christmas Day: 2021-12-25"]),
        ("It was the driest last summer.", ["last summer: 2021-06-01..2021-08-31"]),
        ("Profit fell in the third quarter.", ["third quarter: 2021-07-01..2021-09-30"]),
        ("The law takes effect at the end of the month.",
         ["the end of the month: 2022-02-01..2022-02-28"]),
        ("They will travel to Kiev, on February 8 and 14, respectively.",
         ["February 8: 2022-02-08", "14: 2022-02-14"]),
        ("It snowed on 8 and 14 January.", ["8: 2022-01-08", "14 January: 2022-01-14"]),
        ("It snowed on Jan. 8-14.", ["Jan. 8-14: 2022-01-08..2022-01-14"]),
        ("It snowed between January 8 and 14.", ["January 8 and 14: 2022-01-08..2022-01-14"]),
        ("The mayor resigned on Nov. 30.", ["Nov. 30: 2021-11-30"]),
        ("The mayor will resign on Nov. 30.", ["Nov. 30: 2022-11-30"]),
        ("A DAM BURST ON JAN. 30 NEAR LYON.", ["JAN. 30: 2022-01-30"]),
    ],
)  # fmt: skip
def test_a_relative_date_counts_from_the_day_of_publication(text: str, expected: list[str]) -> None:
    assert shown(text) == expected
    unresolved = [line.split(": ")[0] + ": ?" for line in expected]
    assert shown(text, None) == unresolved


@pytest.mark.parametrize(
    "text",
    [
        "Some 2014 people came.",
        "About 2,014 people came.",
        "They paid $2014 for it.",
        "Room 2014 was empty.",
        "The old Windows 2000 machines crashed.",
        "He drove a 2005 Toyota pickup.",
        "Fire broke out at 1990 Main Street.",
        "The army may march on 12 villages.",
        "April Jones thanked August Wilson.",
        "April and June smiled.",
        "She works on Mondays and swims every Tuesday.",
        "The Black Friday sale was busy.",
        "He writes for USA Today and the Sunday Times.",
        "They lost 10-12 in the second set.",
        "The team led by nine in the third quarter.",
        "Prices fell 5% from $2 to $1.90.",
        "A 25-year-old won a two-year contract.",
        "Turn left in ten minutes.",
    ],
)
def test_other_numbers_and_names_are_no_dates(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Thursday that it had noted the reports.",
        "The minister, speaking on Thursday, said that exports had risen.",
        "Mao Lin told a routine news conference in the capital on Thursday.",
        "Norway on Thursday said it saw no need for talks.",
        "On Thursday, two officials said the pipe had leaked.",
        "“We will stay,” the Daily Globe reported on Wednesday.",
        "Lyon police said in a statement late Monday that nobody was hurt.",
        "In a statement on Monday, the bank promised refunds.",
        "Reporters were told Monday that the bank was safe.",
        "He accused his rivals on Friday of theft.",
        "Posted: Thursday, Feb. 3, 2022",
        "OSLO, Feb. 3 (Newswire) — The fjord froze.",
    ],
)
def test_a_date_of_speaking_attaches_to_the_report(text: str) -> None:
    (mention,) = dates_in(text, FRIDAY)
    assert mention.attaches == "report"


@pytest.mark.parametrize(
    "text",
    [
        "Officials said a bomb exploded on Thursday.",
        "The ministry said Thursday's blast was an accident.",
        "He told police the man shot him on Monday.",
        "The leak was reported on Monday.",
        "On Monday morning, police said, the man fled.",
        "The man arrested on Friday said nothing.",
        "Envoys met in Oslo on February 2.",
        "The paper published an inquiry on February 2.",
        "On January 1, officials said, two men quarrelled.",
        "Two men accused of a theft in January stood trial.",
    ],
)
def test_a_date_of_something_else_attaches_to_the_event(text: str) -> None:
    (mention,) = dates_in(text, FRIDAY)
    assert mention.attaches == "event"


@pytest.mark.parametrize(
    "text",
    [
        "The front has recently moved.",
        "Soldiers waited for months.",
        "Rents rose in recent years.",
        "They met several years ago.",
    ],
)
def test_a_vague_time_has_no_days(text: str) -> None:
    (mention,) = dates_in(text, FRIDAY)
    assert (mention.vague, mention.from_, mention.to) == (True, None, None)


def test_the_next_day_counts_from_the_date_named_before() -> None:
    article = Article(
        "a", "He quit on June 3, 2019. The next day he flew to Rome.\nA year later he died."
    )
    found = [days_of(m) for ms in find_dates(split(article)) for m in ms]
    assert found == ["2019-06-03", "2019-06-04", "2020-01-01..2020-12-31"]


def test_the_next_day_stays_open_where_no_day_was_named() -> None:
    assert shown("In June 2019 he quit, and the next day he flew to Rome.")[1] == "the next day: ?"


def test_a_day_keeps_the_year_that_the_article_gave_it() -> None:
    article = Article(
        "a",
        "The raid of Oct. 7, 2019, was long.\nAfter the Oct. 7 raid, he quit.",
        published=FRIDAY,
    )
    assert [days_of(m) for ms in find_dates(split(article)) for m in ms] == ["2019-10-07"] * 2


def test_a_day_around_publication_is_that_of_the_news() -> None:
    article = Article(
        "a", "The raid of Feb. 3, 2019, was long.\nHe quit on Feb. 3.", published=FRIDAY
    )
    assert [days_of(m) for ms in find_dates(split(article)) for m in ms] == [
        "2019-02-03",
        "2022-02-03",
    ]


def test_a_date_line_in_a_text_is_for_its_reader_to_judge() -> None:
    text = "Storm hits port\n14:20 21 Feb 2025\n\nThe storm hit the port on February 20."
    mentions = [m for ms in find_dates(split(Article("a", text))) for m in ms]
    assert [(m.text, m.from_) for m in mentions] == [("February 20", None)]


def test_a_stated_day_of_publication_is_trusted_before_the_date_line() -> None:
    text = "Storm hits port\n14:20 21 Feb 2025\n\nThe storm hit the port on February 20."
    mentions = find_dates(split(Article("a", text, published=date(2024, 3, 1))))
    assert [days_of(m) for ms in mentions for m in ms] == ["2024-02-20"]


def test_mentions_stand_at_their_place_in_the_article() -> None:
    text = "Storm hits port\n\nRain fell in May 2019. Snow fell on Dec. 3, 2019."
    document = split(Article("a", text))
    found = find_dates(document)
    assert len(found) == len(document.passages)
    for passage, mentions in zip(document.passages, found, strict=True):
        for mention in mentions:
            assert text[mention.start : mention.end] == mention.text
            assert passage.start <= mention.start < mention.end <= passage.end
    assert [m.text for ms in found for m in ms] == ["May 2019", "Dec. 3, 2019"]


def test_every_labelled_date_of_the_seeds_is_found_with_its_days() -> None:
    lines = (ROOT / "tests/gold/seeds-claims.jsonl").read_text(encoding="utf8").splitlines()
    found: dict[str, list[DateMention]] = {}
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf8")
        stated = publication_date(text)
        article = Article(path.name, text, published=stated[0] if stated else None)
        found[path.name] = [m for ms in find_dates(split(article)) for m in ms]
    missed = []
    for row in map(json.loads, lines):
        for gold in row.get("dates", ()):
            here = [m for m in found[row["article"]] if row["start"] <= m.start < row["end"]]
            fits = [m for m in here if m.text == gold["text"] and m.attaches == "event"]
            days = {(m.from_ and m.from_.isoformat(), m.to and m.to.isoformat()) for m in fits}
            if not fits or ("from" in gold and (gold["from"], gold["to"]) not in days):
                missed.append((row["article"], gold))
    assert missed == []


WORDS = st.sampled_from(
    [
        "on",
        "in",
        "the",
        "May",
        "March",
        "2014",
        "2000",
        "Feb.",
        "8",
        "14",
        "31",
        "and",
        ",",
        "-",
        "to",
        "Monday",
        "last",
        "next",
        "week",
        "ago",
        "two",
        "said",
        "Q3",
        "quarter",
        "of",
        "spring",
        "1990s",
        "’60s",
        "5/6/07",
        "2021-02-30",
        "yesterday",
        ".",
        "(",
        ")",
        "year",
        "the",
        "nineteen",
        "ninety",
        "İ",
        "🙂",
        "é",
        "Sunday’s",
        "century",
        "21st",
        "end",
        "mid-",
        "between",
        "until",
        "will",
    ]
)


@given(
    st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join)),
    st.one_of(st.none(), st.dates()),
    st.integers(0, 50),
)
def test_any_text_gives_ordered_spans_of_itself(
    text: str, published: date | None, start: int
) -> None:
    end = start
    for mention in dates_in(text, published, start):
        assert mention.start >= end
        end = mention.end
        assert text[mention.start - start : mention.end - start] == mention.text != ""
        assert (mention.from_ is None) == (mention.to is None)
        assert mention.from_ is None or mention.to is None or mention.from_ <= mention.to


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "said " * 200_000,
        "“" * 10_000,
        " " * 60_000,
        "Monday " * 10_000,
        "1" * 1_000_000,
        "12 " * 100_000,
        "the end of the " * 20_000 + "year",
        "told a " * 50_000 + "on Monday",
        "日本語" * 100_000,
    ],
    ids=lambda text: text[:12].strip() or "spaces",
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    begun = time.process_time()
    dates_in(text, FRIDAY)
    assert time.process_time() - begun < 2


def test_a_line_that_is_nothing_but_dates_is_a_table() -> None:
    assert dates_in(", ".join(f"May {n}" for n in range(1, 31)), FRIDAY) == ()


@pytest.mark.parametrize(
    ("between", "expected"), [(1, date(2021, 5, 4)), (2, date(2021, 5, 4)), (6, None), (20, None)]
)
def test_a_named_day_is_counted_from_for_a_few_sentences_only(
    between: int, expected: date | None
) -> None:
    text = "The dam broke on 3 May 2021.\n" + "The road was closed.\n" * between
    article = Article("a", f"{text}The next day the mayor resigned.\n", published=date(2023, 1, 9))
    *_, ((mention),) = find_dates(split(article))
    assert (mention.text, mention.from_) == ("The next day", expected)


def test_a_day_far_behind_the_word_of_speaking_is_not_when_it_was_said() -> None:
    def only_said(told: str) -> bool:
        text = f"The mayor told {told} on Monday that the bridge would open."
        at = text.index("on Monday")
        return Speech(text, text.lower()).takes(at, at + len("on Monday"))

    assert only_said("the council")
    assert only_said("representatives of neighbourhoods")
    assert not only_said(
        "representatives associations neighbourhoods superintendents commissioners "
        "administrators investigators correspondents"
    )
