"""A verdict with evidence of each relation, figures and a correction."""

from datetime import date

from workbench.core.publication import (
    Citation,
    Correction,
    EvidenceItem,
    FigureRow,
    HistoryItem,
    PublishedVerdict,
)
from workbench.core.verdicts.ratings import DEFAULT_SCALE


def cited(article, title="", publisher="", url="", published=None):
    return Citation(title, publisher, url, published, article, 1, 10, 72)


VERDICT = PublishedVerdict(
    claim_id="c1a2b3c4d5",
    claim="The flood in Torvik killed more than 40 people, the mayor said.",
    claimant="the mayor of Torvik",
    said_on=date(2024, 5, 2),
    citation=cited(
        "one.txt",
        "Flood in Torvik",
        "Northern Post",
        "https://north.example/a_b?x=1&copy;=2",
        date(2024, 5, 2),
    ),
    rating=DEFAULT_SCALE.rating("half true"),
    summary="The count was reached only a day later, when the rescue had ended.",
    rationale="The first count was **31**.\n\n# What changed\n\n- see [the register](https://register.example/)\n",
    evidence=(
        EvidenceItem(
            "corroborates",
            "Officials put the dead at 43 on Friday.",
            cited("two.txt", "Toll rises", "Coast Wire", "", date(2024, 5, 3)),
            "after the rescue",
            "Ada Berg",
            True,
            "coast",
        ),
        EvidenceItem(
            "corroborates",
            "The dead number 43, Coast Wire reports.",
            cited("five.txt", "Toll rises again", "Hill Echo", "", date(2024, 5, 3)),
            "",
            "Ada Berg",
            True,
            "coast",
        ),
        EvidenceItem(
            "conflicts",
            "The police denied that more than 31 bodies were found.",
            cited(
                "three.txt",
                "Police on Torvik",
                "Daily Fjord",
                "https://fjord.example/",
                date(2024, 5, 2),
            ),
            "",
            "Ada Berg",
            True,
            "police",
        ),
        EvidenceItem(
            "context",
            "Torvik has 4,000 inhabitants.",
            cited("four.txt"),
            "",
            "Ada Berg",
            False,
            "",
        ),
    ),
    figures=(
        FigureRow("people killed", 40, None, "Northern Post", date(2024, 5, 2), "the mayor"),
        FigureRow("people killed", 43, 43, "Coast Wire", date(2024, 5, 3), "officials"),
    ),
    unknown="How many are still missing.",
    reviewer="Ada Berg",
    second_reviewer="Bo Lind",
    decided_at="2024-05-04T10:11:12Z",
    history=(
        HistoryItem("2024-05-04T10:00:00Z", "Ada Berg", "linked", "Officials put the dead at 43"),
    ),
    corrections=(
        Correction(
            "2024-05-06T08:00:00Z",
            "Ada Berg",
            "The date of the police statement was wrong.",
            "minor",
            "half true",
            "half true",
        ),
    ),
)
