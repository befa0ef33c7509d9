"""A newsroom for tests: three people and twelve stories, of which every second one is wrong.

The people and papers are made up.
"""

from collections.abc import Iterator

SETTINGS = """
[house]
name = "The Harbour Desk"
url = "https://desk.example/checks"
corrections_contact = "corrections@desk.example"
corrections_policy = "Every change is told."

[people]
ann = "Ann Example"
ben = "Ben Example"
cas = "Cas Example"

[publication]
second_reviewer = true
"""
STORIES: dict[str, tuple[str, str]] = {
    "Aville": ("The Aville bridge has carried 9,000 cars a day since 2019, the road office said.",
               "Council counters at the Aville bridge noted 9,000 cars a day."),
    "Bestad": ("The Bestad hospital treated 3,400 patients in January, its director said.",
               "Records show that the Bestad hospital treated 1,200 patients in January."),
    "Corvo": ("The Corvo library lent 52,000 books last year, the librarians said.",
              "A yearbook says that the Corvo library lent 52,000 books last year."),
    "Dunmore": ("The Dunmore dam holds 80 million litres of water, the water board said.",
                "Engineers measured that the Dunmore dam holds 30 million litres of water."),
    "Elswick": ("The Elswick school teaches 640 pupils, the headmistress said.",
                "A list of the ministry says that the Elswick school teaches 640 pupils."),
    "Farrow": ("The Farrow ferry burns 700 tonnes of diesel a year, its owner said.",
               "Bills show that the Farrow ferry burns 1,900 tonnes of diesel a year."),
    "Gorley": ("The Gorley museum bought 14 paintings in 2023, its curator said.",
               "An inventory says that the Gorley museum bought 14 paintings in 2023."),
    "Hexted": ("The Hexted brewery employs 230 workers, the union said.",
               "Tax files show that the Hexted brewery employs 90 workers."),
    "Ilmore": ("The Ilmore airport served 120,000 passengers in 2023, the operator said.",
               "Statistics confirm that the Ilmore airport served 120,000 passengers in 2023."),
    "Jarno": ("The Jarno orchard lost 4,000 apple trees to frost, the farmers said.",
              "Foresters found that the Jarno orchard lost 600 apple trees to frost."),
    "Kelby": ("The Kelby stadium seats 18,000 people, the football club said.",
              "A plan of the architects says that the Kelby stadium seats 18,000 people."),
    "Lundow": ("The Lundow quarry sold 75,000 tonnes of granite in 2023, the company said.",
               "Customs papers show that the Lundow quarry sold 20,000 tonnes of granite in 2023."),
}  # fmt: skip
"""Town → what is claimed, and what another paper found; of every second one they differ."""
TOWNS = tuple(STORIES)
WHO = dict(zip(TOWNS, ["ann"] * 5 + ["ben"] * 4 + ["cas"] * 3, strict=True))
SECONDS = {"ann": "ben", "ben": "cas", "cas": "ann"}
TRUE, WRONG = TOWNS[0::2], TOWNS[1::2]


def rating_of(town: str) -> str:
    return "true" if town in TRUE else "false"


def reports() -> Iterator[dict[str, str]]:
    """Two reports of each story."""
    for n, (town, told) in enumerate(STORIES.items()):
        for number, sentence in enumerate(told, 1):
            yield {
                "id": f"{town}-{number}",
                "text": f"News from {town}\n\n{sentence}\n",
                "publisher": f"Post {number}",
                "url": f"https://post{number}.example/{town.lower()}",
                "published": f"2024-03-{n + 1:02d}",
            }
