"""The publication date that an article's own text states."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.datelines import publication_date


def page(line: str) -> str:
    return f"Storm hits port\n\n{line}\n\nThe storm hit the port at noon.\n"


@pytest.mark.parametrize(
    ("line", "day", "span"),
    [
        ("Thu Apr 06 2023", date(2023, 4, 6), "Apr 06 2023"),
        ("14:20 21 Feb 2025", date(2025, 2, 21), "21 Feb 2025"),
        ("Published: March 3, 2021", date(2021, 3, 3), "March 3, 2021"),
        ("Published: March 3, 2021 at 5:12 p.m. ET", date(2021, 3, 3), "March 3, 2021"),
        ("Posted on 12 Jan 2020 by admin", date(2020, 1, 12), "12 Jan 2020"),
        ("2021-03-04T10:00:00Z", date(2021, 3, 4), "2021-03-04"),
        ("By Jo Doe | Sept. 3, 2021", date(2021, 9, 3), "Sept. 3, 2021"),
        ("4 March 2022, 10:15 GMT", date(2022, 3, 4), "4 March 2022"),
        ("June 5th, 2021", date(2021, 6, 5), "June 5th, 2021"),
        ("25/11/2021", date(2021, 11, 25), "25/11/2021"),
        ("04/04/2021", date(2021, 4, 4), "04/04/2021"),
        ("OSLO, Feb. 3, 2020 (Newswire) — The fjord froze over.", date(2020, 2, 3), "Feb. 3, 2020"),
    ],
)
def test_a_date_line_near_the_top_is_read(line: str, day: date, span: str) -> None:
    text = page(line)
    found = publication_date(text)
    assert found
    assert (found[0], text[found[1] : found[2]]) == (day, span)


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2021",
        "The storm of March 3, 2021 hit the port.",
        "It began on 14 May 2020 and",
        "February 30, 2021",
        "May 2021",
        "3 March",
        "99:99 99 Feb 2025",
        "Tickets: 2021-22 season",
    ],
)
def test_other_lines_leave_the_date_unknown(line: str) -> None:
    assert publication_date(page(line)) is None


def test_a_bare_date_far_down_is_not_the_publication() -> None:
    prose = "\n".join(f"Sentence number {'x' * n} ends here." for n in range(40))
    assert publication_date(f"{prose}\nMarch 3, 2021") is None
    found = publication_date(f"{prose}\nPublished March 3, 2021")
    assert found
    assert found[0] == date(2021, 3, 3)


def test_published_counts_before_updated() -> None:
    found = publication_date(page("Updated: May 9, 2021\nPublished: May 3, 2021"))
    assert found
    assert found[0] == date(2021, 5, 3)


@given(st.text(max_size=300))
def test_any_text_gives_a_span_of_itself_or_nothing(text: str) -> None:
    found = publication_date(text)
    assert found is None or 0 <= found[1] < found[2] <= len(text)


@pytest.mark.parametrize(
    "text", ["1 " * 300_000, "Published \n" * 60_000, "a" * 1_000_000, "," * 500_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    begun = time.process_time()
    publication_date(text)
    assert time.process_time() - begun < 2
