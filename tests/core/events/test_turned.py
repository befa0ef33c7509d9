"""Within one event, what somebody did and did not needs no name, and one subject."""

import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.events.told import Account, of_two_things, shared, told_words
from workbench.core.events.turned import turned
from workbench.core.reading.read import read_text

TITLE = "Tram Kestrel leaves the rails in Ostwald"


def account(id: str, *passages: str, title: str = TITLE) -> Account:
    sides = (bearing(p, article=id, start=n * 1000, title=title) for n, p in enumerate(passages))
    return Account(id, tuple(sides), ())


def clash(one: str, other: str, title: str = TITLE) -> str:
    """Why two reports of the derailment clash, "" where they do not."""
    saying = account("a", "The tram Kestrel left the rails in Ostwald on Monday.", one)
    denying = account("b", "A tram, the Kestrel, derailed in Ostwald.", other, title=title)
    found = turned(saying.claims[1], denying.claims[1], shared(saying, denying, 0.95))
    return found.why if found else ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The driver was asleep, two passengers said.",
         "The driver was not asleep, the mayor’s office said; she had pulled the brake."),
        ("Mayor Inge Blum visited the wounded on Tuesday.",
         "Blum has not visited the wounded, their families told reporters."),
        ("Families accused Ostrail of repairing the tram with used wheels.",
         "“The Kestrel was never repaired,” Ostrail said."),
        ("The brakes were inspected in May, the city says.",
         "The union says that the brakes had not been inspected for years."),
        ("Blum said that the line would reopen in June.",
         "The line would not reopen in June, an engineer told the council."),
        ("The accident was caused by ice on the track, the fire service said.",
         "An inquiry found that the accident was not caused by ice."),
    ],
)  # fmt: skip
def test_one_subject_did_and_did_not(one: str, other: str) -> None:
    assert clash(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another subject
        ("The guard was a student at the college.", "She was not a student at the college."),
        ("The mayor visited the wounded.", "The minister has not visited the wounded."),
        # another thing that was done
        ("The driver was asleep.", "The driver was not hurt."),
        # the same told twice
        ("The injuries were non-life-threatening.", "The injuries were not life-threatening."),
        # open, and asked
        ("The brakes may have been inspected.", "The brakes were not inspected."),
        # what is to come, and what has been
        ("The line would be inspected.", "The line was not inspected."),
        # how far a matter has gone
        ("The driver was arrested.", "The driver was not arrested."),
    ],
)  # fmt: skip
def test_of_two_things_there_is_none(one: str, other: str) -> None:
    assert not clash(one, other)


def test_a_report_whose_headline_names_another_place_is_of_something_else() -> None:
    other = account("b", "A tram derailed in Larkstad, a week after the one in Ostwald.",
                    title="Larkstad tram derails")  # fmt: skip
    own = account("a", "The tram Kestrel left the rails in Ostwald.")
    assert of_two_things(own, other)
    assert shared(own, other, 0.99) is None


def test_reports_that_may_be_of_two_events_share_nothing() -> None:
    own = account("a", "The tram Kestrel left the rails in Ostwald.")
    assert shared(own, own, 0.6) is None
    assert shared(own, account("b", "A tram derailed in Ostwald.", title=""), 0.99) is None


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The captain was asleep, harbour master Ivo Sten said on Monday.", "harbour"),
        ("Harbour master Ivo Sten said that the captain was asleep.", "harbour"),
        ("“The captain was asleep,” Ivo Sten told reporters at the pier.", "pier"),
    ],
)
def test_who_says_it_is_not_what_is_told(text: str, tag: str) -> None:
    words = told_words(read_text(text))
    assert "captain" in words
    assert not {word for word in words if word.startswith(tag)}
