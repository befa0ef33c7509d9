"""A denial clashes with what it denies, and with nothing that only sounds like it."""

import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.events.denied import clash_of, longest_run

YES = (
    (
        "The navy of Kelvia sank a patrol boat off Malm.",
        "Kelvia denied that its navy had sunk a patrol boat off Malm.",
    ),
    (
        "The Grimsel mill in Ostwald burnt down.",
        "Reports that the Grimsel mill in Ostwald burnt down are false.",
    ),
    (
        "Inge Blum was arrested in Ostwald on Monday.",
        "Inge Blum was not arrested in Ostwald, her lawyer said.",
    ),
    (
        "The Ostwald council closed the Grimsel bridge.",
        "The Ostwald council has not closed the Grimsel bridge.",
    ),
    (
        "A tiger escaped from the zoo in Birkenau.",
        "Police in Birkenau debunked rumours that a tiger escaped from the zoo.",
    ),
)
NO = (
    # two quotations of one speech
    (
        "“We have tried to talk him round all week in Ostwald,” Blum said.",
        "“We have tried to talk him round all week in Ostwald. There is no chance,” Blum said.",
    ),
    # a plea is changed, and what is left over is no denial
    (
        "Otto Kern pleaded guilty in Ostwald to burning the mill.",
        "Otto Kern pleaded not guilty in Ostwald to burning the mill.",
    ),
    (
        "A boy was injured at the fair in Ostwald.",
        "No other injuries were reported at the fair in Ostwald.",
    ),
    # both say that it is not so
    (
        "His injuries are not life-threatening, the hospital in Ostwald said.",
        "He has non-life-threatening injuries, the hospital in Ostwald said.",
    ),
    # somebody does not know, or has not said
    (
        "The mill in Ostwald burnt down in the night.",
        "It is not clear whether the mill in Ostwald burnt down in the night.",
    ),
    (
        "The girls were released in Ostwald.",
        "He did not mention the girls who were released in Ostwald.",
    ),
    # a denial of what another did
    (
        "Kelvia carried out strikes on the port of Harr.",
        "Ostria denied carrying out strikes on the port of Harr.",
    ),
    # it came to be, and an order
    (
        "Inge Blum was charged in Ostwald with arson.",
        "Inge Blum was not charged in Ostwald with arson until May.",
    ),
    ("The police shot a man in Ostwald.", "The man in Ostwald shouted: “Don’t shoot, police!”"),
    # how far a matter has gone, as papers tell it
    ("Inge Blum is facing charges of arson in Ostwald.",
     "Inge Blum of Ostwald has not been charged with arson."),
    # under a condition
    ("Otto Kern told the boy in Ostwald to stop jumping.",
     "In Ostwald, Otto Kern said he would leave if the boy did not stop jumping."),
    # what is unlikely, or ought to be, is not said to be so
    ("It is unlikely that the patient in Ostwald has measles, Inge Blum said.",
     "Reports that the patient in Ostwald has measles are false."),
    ("Visitors to the temple of Harr are required to wear a hat.",
     "Queen Inge of Harr did not wear a hat in the temple."),
    # one source tells of two things
    ("“Two guns lay on the bed in Ostwald,” said Otto Kern of the Ostwald police.",
     "“The magazine was not in the gun,” said Otto Kern of the Ostwald police."),
)  # fmt: skip


@pytest.mark.parametrize(("said", "denied"), YES)
def test_a_denial_clashes_with_what_it_denies(said: str, denied: str) -> None:
    found = clash_of(bearing(said, article="a"), bearing(denied, article="b"))
    assert found
    assert found.said.quote == said
    assert 0.5 < found.sure <= 1


@pytest.mark.parametrize(("said", "denied"), [*NO, *((d, s) for s, d in YES)])
def test_what_is_not_denied_does_not_clash(said: str, denied: str) -> None:
    assert clash_of(bearing(said, article="a"), bearing(denied, article="b")) is None


def test_the_longest_run_counts_words_in_a_row() -> None:
    assert longest_run("the mill burnt down today", "yesterday the mill burnt up") == 3
    assert longest_run("", "a mill") == 0
