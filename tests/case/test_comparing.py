"""What contradicts what, as a case keeps it."""

from pathlib import Path

from workbench.case import Case
from workbench.case.contradictions.compared_articles import MOST_CLAIMS, Accounts

FIRE = "The fire at the Grimsel mill in Ostwald killed {} people, mayor Inge Blum said.\n"


def take_in(case: Case, folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        case.corpus.import_paths([str(folder / f"{name}.txt")])


def test_each_look_compares_only_what_is_new(empty_case: Case, tmp_path: Path) -> None:
    looked: list[tuple[int, int]] = []
    take_in(empty_case, tmp_path, a=FIRE.format(12), b=FIRE.format(21))
    assert len(empty_case.comparing.conflicts()) == 1
    take_in(empty_case, tmp_path, c=FIRE.format(47))
    found = empty_case.comparing.conflicts(lambda _, done, total: looked.append((done, total)))
    assert looked == [(0, 1)]
    assert [len(row.values) for row in found] == [3]  # one row with all that was said


def test_a_cancelled_look_goes_on_later(empty_case: Case, tmp_path: Path) -> None:
    take_in(empty_case, tmp_path, a=FIRE.format(12), b=FIRE.format(21))
    assert empty_case.comparing.conflicts(cancelled=lambda: True) == []
    assert empty_case.comparing.unchecked() == 2
    assert empty_case.comparing.catch_up() == 1


def test_a_revision_is_compared_again(empty_case: Case, tmp_path: Path) -> None:
    take_in(empty_case, tmp_path, a=FIRE.format(12), b=FIRE.format(21))
    assert empty_case.comparing.catch_up() == 1
    take_in(empty_case, tmp_path, b=FIRE.format(12))
    assert empty_case.comparing.catch_up() == 0
    assert empty_case.comparing.conflicts() == []


def test_of_a_very_long_article_the_strongest_claims_are_compared(
    empty_case: Case, tmp_path: Path
) -> None:
    text = "\n".join(FIRE.format(n).strip() for n in range(100, 100 + 2 * MOST_CLAIMS))
    take_in(empty_case, tmp_path, a=text)
    accounts = Accounts(empty_case._parts, empty_case.corpus, empty_case.matching)
    claims = accounts.account("a.txt").claims
    assert len(claims) == MOST_CLAIMS
    assert [c.start for c in claims] == sorted(c.start for c in claims)


def scores(case: Case) -> list[tuple[str, float, bool]]:
    """(article, score, whether it is said to be contested) of each claim, as the queue has them."""
    why = case.corpus.reasons()
    return [
        (row.article, row.score, "conflicts with another passage" in why[row.id])
        for row in case.corpus.claims()
    ]


def test_contested_claims_come_first(empty_case: Case, tmp_path: Path) -> None:
    other = "The quake in Blexen killed 30 people, mayor Otto Rahm said.\n"
    take_in(empty_case, tmp_path, a=other, b=FIRE.format(12))
    before = {article: score for article, score, _ in scores(empty_case)}
    take_in(empty_case, tmp_path, c=FIRE.format(21))
    empty_case.comparing.conflicts()
    found = scores(empty_case)
    assert [(article, contested) for article, _, contested in found] == [
        ("b.txt", True), ("c.txt", True), ("a.txt", False),
    ]  # fmt: skip
    assert found[0][1] > before["b.txt"]
    assert found[2][1] == before["a.txt"]
    assert [line["score"] for line in empty_case.corpus.claim_lines()] == [s for _, s, _ in found]


def test_a_claim_that_is_no_longer_contested_has_its_own_score_again(
    empty_case: Case, tmp_path: Path
) -> None:
    take_in(empty_case, tmp_path, b=FIRE.format(12))
    before = scores(empty_case)
    take_in(empty_case, tmp_path, c=FIRE.format(21))
    empty_case.comparing.conflicts()
    assert scores(empty_case)[0] != before[0]
    take_in(empty_case, tmp_path, c=FIRE.format(12))
    empty_case.comparing.conflicts()
    assert before[0] in scores(empty_case)
    assert not any(contested for _, _, contested in scores(empty_case))


def test_a_text_that_two_papers_print_is_printed_elsewhere(
    empty_case: Case, tmp_path: Path
) -> None:
    text = FIRE.format(12) + " ".join(
        f"Witness {n} saw the roof of hall {n} fall." for n in range(9)
    )
    take_in(
        empty_case, tmp_path, a=text, b=text + " More follows.", c="A bus hit a tree in Blexen."
    )
    empty_case.comparing.conflicts()
    why = empty_case.corpus.reasons()
    told = {row.article for row in empty_case.corpus.claims()
            if "also published elsewhere" in why[row.id]}  # fmt: skip
    assert told == {"a.txt", "b.txt"}


def test_of_claims_that_say_the_same_one_stands_above_the_others(
    empty_case: Case, tmp_path: Path
) -> None:
    said = "The harbour office of Ostwald agreed a truce with the striking pilots on Friday.\n"
    less = "The pilots of Ostwald wear blue coats.\n"
    take_in(empty_case, tmp_path, a=said, b=said + less, c="A ferry sank near Blexen in 2019.\n")
    empty_case.comparing.conflicts()
    why = empty_case.corpus.reasons()
    marked = {row.article: "says what a claim above it says" in why[row.id]
              for row in empty_case.corpus.claims() if row.quote == said.strip()}  # fmt: skip
    assert marked == {"a.txt": False, "b.txt": True}
    before = scores(empty_case)
    take_in(empty_case, tmp_path, d="The mayor of Blexen left on 4 May 2020.\n")
    empty_case.comparing.conflicts()
    assert set(before) < set(scores(empty_case))  # looked at again, the same one stands above
