"""The program in a real pseudo-terminal: started by its command, driven by bytes."""

import os
import random
import signal
import time

import pytest

from workbench.case import Case

pytestmark = pytest.mark.slow

HOSTILE = (
    "Flood in Arda \x1b]0;owned\x07\n\nThe ministry said 12 people died \x1b]52;c;ZXZpbA==\x07 "
    "\x1b[6n\x9b2J \x1b]8;;http://localhost/\x07here\x1b]8;;\x07 on Monday.\n\n"
    "Rescuers said 12 people died in Arda on Monday \x1b]52;c;ZXZpbA==\x07.\n"
)


def _killed(case: Case) -> str:
    """The claim that was first in the list before anything was known to contradict it."""
    return next(c.id for c in case.corpus.claims() if c.quote.startswith("The flood killed"))


def test_a_session_from_start_to_verdict_and_preview(fresh_case, terminal):
    folder = fresh_case()
    session = terminal(folder)
    session.read("The flood killed more than 120")
    session.press(b"\r")
    session.read("why: ")
    session.press(b"c")
    session.read("Linked")
    session.press(b"v")
    session.read("Rating")
    session.press(b"2About 120")
    session.read("9 of 75")
    session.press(b"\x13")
    session.read("To mend before it leaves")
    session.press(b"\x1b")
    session.read("1 ruled")
    session.press(b"e")
    session.read("0 would leave, 1 held back")
    session.press(b"n")
    session.press(b"q")
    assert session.wait() == 0
    with Case.open(folder) as case:
        claim = _killed(case)
        assert case.decisions.verdict(claim).summary == "About 120"
        assert case.decisions.verdict(claim).by == "Ada"
        assert len(case.decisions.links(claim)) == 1


@pytest.mark.parametrize(
    ("block", "summary", "rationale"),
    [
        (b"2About 120\x13", "About 120", ""),
        (b"jj\rAbout 120 died\x13", "About 120 died", ""),
        (b"2About 1.\x7f20\rSo says he\x7f\x7fthe Post.\x13", "About 120", "So says the Post."),
        ("2Über 120\tZwölf\x1b[Z\x7f\x13".encode(), "Über 12", "Zwölf"),
    ],
    ids=("digit", "arrows", "enter", "tabs"),
)
def test_a_verdict_is_whole_when_all_its_keys_come_at_once(
    fresh_case, terminal, block, summary, rationale
):
    folder = fresh_case()
    session = terminal(folder)
    session.read("The flood killed more than 120")
    session.press(b"v")
    session.read("Rating")
    session.press(block)
    session.read("To mend before it leaves" if summary else "Write a summary first")
    session.press(b"\x1b")
    session.read("/ Filter")
    session.press(b"q")
    assert session.wait() == 0
    with Case.open(folder, "Ada") as case:
        claim = _killed(case)
        kept = case.decisions.verdict(claim) or case.drafts.all()[claim]
    assert (kept.rating, kept.summary, kept.rationale) == ("mostly true", summary, rationale)


def test_no_sequence_of_an_article_reaches_the_terminal(fresh_case, terminal):
    session = terminal(fresh_case({"osc.txt": HOSTILE}), columns=120, rows=36)
    session.read("12 people died")
    for keys in (b"\r", b"c", b"\r", b"\x1b", b"2", b"3", b"4", b"6", b"1", b"v"):
        session.press(keys)
        time.sleep(0.6)
        session.read("")
    session.press(b"\x1b")
    time.sleep(0.5)
    session.press(b"q")
    session.wait()
    for sequence in (
        b"\x1b]52",
        b"\x1b]0;owned",
        b"\x1b]8;;http",
        b"\x1b[6n",
        b"\xc2\x9b",
        b"ZXZpbA==\x07",
    ):
        assert sequence not in session.bytes
    assert "␛]52;c;ZXZpbA==␇".encode() in session.bytes


def test_a_terminal_too_small_says_so(fresh_case, terminal):
    session = terminal(fresh_case(), columns=40, rows=10)
    session.read("Needs 60×15, has 40×10")
    session.press(b"q")
    assert session.wait() == 0


def test_a_terminal_that_goes_away_ends_the_program_and_leaves_the_case_free(fresh_case, terminal):
    folder = fresh_case()
    session = terminal(folder)
    session.read("The flood killed more than 120")
    os.close(session.master)
    assert session.child.wait(timeout=20) == -signal.SIGHUP
    with Case.open(folder, "Bo") as case:
        assert not case.read_only
        assert case.corpus.claims()


WORDS = "Zwolf Export zero Redo 2 eight Quit x Mend 7 Unlinked Retract 30 Assign jk".split()  # noqa: SIM905
BURSTS = int(os.environ.get("TYPING_BURSTS", "8"))
"""How many bursts are typed; more with the variable in the environment."""


def test_bursts_of_keys_fill_the_form_that_their_first_key_opens_and_do_nothing_else(
    fresh_case, terminal
):
    folder = fresh_case()
    session = terminal(folder)
    session.read("The flood killed more than 120")
    typing = random.Random(5)
    for n in range(BURSTS):
        summary = f"{' '.join(typing.choices(WORDS, k=4))} no{n}"
        move = typing.choice(["", "j", "k", "G", "g"])
        erased = "\x7f" * 60  # what the last burst at this claim left as a draft
        session.press(f"{move}v{typing.randint(1, 8)}{erased}{summary}".encode())
        session.read(f"{len(summary)} of 75")
        session.press(b"\x1b")
        session.read("Next open")
    session.press(b"q")
    assert session.wait() == 0
    with Case.open(folder) as case:
        assert case.decisions.history() == []
        assert all(
            draft.summary.split()[-1].startswith("no") for draft in case.drafts.all().values()
        )
