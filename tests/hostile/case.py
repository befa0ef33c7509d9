"""A case in which every word that somebody can choose is hostile.

Titles, publishers, texts, notes, names of reviewers, of ratings, of saved filters, of files
and of the case's own folder.
"""

import json
import re
from pathlib import Path

import tomlkit

from workbench.case import Case
from workbench.case.trusting import allow

MARKUP = "[/red][sic][@click=app.quit]x[/]"
SEQUENCES = "\x1b]52;c;eA==\x07\x9b6n\x1b[31m"
UNSEEN = "\u202eno\u2069\u200b\U000e0041"
HOSTILE = {"markup": MARKUP, "sequences": SEQUENCES, "unseen": UNSEEN}
REVIEWER = f"Ada {UNSEEN}{SEQUENCES}{MARKUP}"
FOLDER = f"arda {MARKUP.replace('/', '')}\x1b]0;x\x07"

UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\U000e0000-\U000e0fff]"
)
"""What no screen, table or message may hold."""

TEXT = (
    "The flood killed {toll} people in the Arda valley, said Lena Voss {words}.\n\n"
    "The ministry {words} denied that the dam had been neglected.\n"
)


def article(name: str, number: int, toll: int) -> dict[str, str]:
    """A row of a batch file; those of one name contradict each other in the toll."""
    words = HOSTILE[name]
    return {
        "id": f"{name}{number}", "title": f"{words} {number}", "publisher": f"{words}{number}",
        "published": f"2024-03-0{number}", "url": "https://post.example/a",
        "text": TEXT.format(toll=toll, words=words),
    }  # fmt: skip


def make(folder: Path) -> Path:
    """The case, in a folder of its own name below this one: ruled on, linked, changed since."""
    made = folder / FOLDER
    made.mkdir()
    settings = {
        "filters": {words: f"flood {words}" for words in HOSTILE.values()},
        "ratings": [
            {"name": name, "meaning": f"It is {MARKUP}.", "value": value}
            for name, value in ((MARKUP, 1), ("true", 5))
        ],
    }
    (made / "workbench.toml").write_text(tomlkit.dumps(settings), encoding="utf-8")
    allow(made)
    rows = [article(name, n, toll) for name in HOSTILE for n, toll in ((4, 120), (5, 45))]
    source = folder / "hostile.jsonl"
    write(source, rows)
    with Case.open(made, f"Bo {MARKUP}", create=True) as case:
        case.corpus.import_paths([str(source)])
        decide(case)
    rows[1::2] = [row | {"text": row["text"].replace("45", "46")} for row in rows[1::2]]
    write(source, rows)
    with Case.open(made, "Cy") as case:
        case.corpus.import_paths([str(source)])
        case.comparing.conflicts()
    return made


def decide(case: Case) -> None:
    """A verdict, a link, a note and a reviewer to each claim, in hostile words."""
    claims = {row.article.partition("#")[2]: row for row in case.corpus.claims()}
    for name, words in HOSTILE.items():
        mine, other = claims[f"{name}4"], claims[f"{name}5"]
        case.decisions.link(mine.id, other.article, other.start, other.end, "conflicts", words)
        case.decisions.rule(mine.id, MARKUP, f"{words} sum", f"{words} why")
        case.reviewing.assign(other.id, words)
        case.reviewing.note(other.id, f"{words} note")


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """The rows as a batch file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
