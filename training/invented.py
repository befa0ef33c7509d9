"""Pairs of invented sentences: who does what to whom, what a thing is, and what may both hold.

Kinds of difference that no labelled set has often enough to fit a weight on. People, places and
events are made up.
"""

import random
from collections.abc import Iterator, Mapping, Sequence

from training.pairs import CONFLICTS, CONTEXT, CORROBORATES, Labelled

PARTIES = (
    "the Orlem council",
    "the Tessaro union",
    "Harwick",
    "Ostrava’s navy",
    "the miners",
    "Mara Voss",
    "the port authority",
    "Nils Berg",
    "the northern rebels",
    "the bank",
)
ACTS = (
    ("sued", "sued"), ("defeated", "defeated"), ("accused", "accused"), ("attacked", "attacked"),
    ("beat", "beaten"), ("praised", "praised"), ("visited", "visited"), ("bought", "bought"),
)  # fmt: skip
ENDS = ("", " in the valley", " on Monday", " over the contract", " after the election")
THINGS = (
    ("The {} of the ferry was {}.", ("captain", "owner", "cook"),
     ("Norwegian", "Danish", "Greek", "Turkish")),
    ("The suspect in the {} case is a {}.", ("Orlem", "Tessaro"),
     ("plumber", "dentist", "farmer", "pilot")),
    ("{1} is the {0} of the province.", ("capital", "largest port"),
     ("Orlem", "Tessaro", "Harwick")),
    ("{1} was the {0} of the games in 1988.", ("host", "winner"), ("Orlem", "Tessaro", "Harwick")),
    ("The {} in Orlem was {} this year.", ("harvest", "mood", "fishing"),
     ("good", "bad", "poor", "excellent")),
    ("The road to {} is {} closed in winter.", ("Orlem", "Harwick"), ("often", "rarely", "never")),
    ("The talks will be held in {1} by the {0}.", ("union", "council"),
     ("Geneva", "Orlem", "Kigali")),
)  # fmt: skip
FRAMES = {
    CONFLICTS: (
        ("The tremor had a magnitude of {n}.1.", "The quake measured {m}.4, geologists said."),
        ("The storm had winds of {n}0 miles an hour.",
         "Gusts blew at {m}0 miles an hour, forecasters said."),
        ("The flood covered {many} square miles.", "Water spread over {n} square miles, it said."),
        ("The ferry weighs {n},000 tonnes, its owner said.", "She weighs {m},000 tonnes."),
        ("The {wall} is {n} metres high.", "At {m} metres the {wall} towers over {place}."),
        ("No one was hurt in the {fire}.", "The {fire} left {n} workers injured."),
        ("There were no casualties in the {fire}.", "{n} people died in the {fire}."),
        ("There were no casualties in the {fire}.", "The {fire} left {n} sailors hurt."),
        ("The {fire} in {place} killed {n} people.",
         "{m} people died when the {fire} hit {place}."),
        ("{person} was born in {year}.", "{person}, born in {later}, lives in {place}."),
        ("The {wall} was opened in {year}.", "It was in {later} that the {wall} was opened."),
        ("The {wall} cost {n} million euros.", "It took {m} million euros to build the {wall}."),
        ("Crews extinguished the {fire} near {place}.",
         "Near {place} the {fire} was still raging."),
        ("The miners have been freed.", "The miners remained trapped, the owner said."),
        ("The strike in {place} has ended.", "Workers in {place} are still on strike."),
        ("All but {n} of the {many} sailors drowned.", "{n} of the {many} sailors drowned."),
        ("Every clerk except {n} of the {many} was paid.", "{n} of the {many} clerks were paid."),
        ("{person} and {n} others were fined.", "{person} was fined along with {m} others."),
        ("{person} and {n} other clerks were dismissed for theft.",
         "{person} was dismissed for theft along with {m} other clerks."),
        ("{person} was arrested with {n} other men.", "{person} and {m} other men were arrested."),
        ("The war in {place} has cost more than {many},000 lives and emptied whole towns.",
         "{person} is blamed for the war, in which about {n}00 people died after {place} fell."),
        ("{person} is a goat.", "{person} is an actress who was born in {place}."),
        ("{person} signed the contract.", "{person} refused to sign the contract."),
        ("The {wall} was never finished.", "The {wall} was finished in {year}."),
    ),
    CONTEXT: (
        ("In {year}, {person} died.", "In {year}, {person} joined the navy."),
        ("In {year}, {person} moved to {place}.", "In {year}, {person} married a clerk."),
        ("{person} wrote a novel in {year}.", "In {year}, {person} sold a house in {place}."),
        ("{person} is a painter.", "{person} is a Dutch sculptor and photographer."),
        ("{person} is a novelist.", "{person} is a Swedish writer and poet."),
        ("The {wall} was built in {year}.", "The {wall} was repaired in {later}."),
        ("The {wall} is {n} metres high.", "The {wall} cost {m} million euros."),
        ("Sales rose by {n} percent to {m} million.", "Costs rose by {m} percent to {n} million."),
        ("{person} opened the {wall} in {place}.",
         "The governor did not open the fair, and the {wall} in {place} is empty."),
        ("The flood in {place} damaged the {wall}.",
         "The flood in {place} did not harm a soul, and the keeper of the {wall} was away."),
        ("The captain boarded the ferry in {place}.",
         "The cook did not board, and the ferry left {place} at noon."),
        ("Guards in {place} detained {many} men on Monday.",
         "A {many}-year-old man was detained by guards in {place} on Friday."),
        ("{person} met the banker in {place}.",
         "{person} did not answer questions about whether he met the banker in {place}."),
        ("The drought has displaced {n},000 people in the province, the agency said.",
         "Some {n},000 people came to the fair in {place}, the agency said."),
        ("The council rejected the prospect of {place} hosting the fair.",
         "{place} sold more wool and timber than ever before, traders said."),
        ("The storm in {place} broke the {wall}.",
         "The storm in {place} did not hurt anyone, and the guard of the {wall} had gone home."),
        ("{person} took the money.", "It is unclear whether {person} took the money."),
        ("A clerk, {many}, was robbed in {place}.", "A woman was robbed of her bag in {place}."),
        ("{person} said the {wall} would close.",
         "{person} would not say if the {wall} will close."),
        ("{n} people were killed in {place}.", "{m} people were wounded in {place}."),
    ),
    CORROBORATES: (
        ("The {fire} in {place} killed {n} people.",
         "{n} people died when the {fire} hit {place}."),
        ("The war in {place} has cost more than {n},000 lives and emptied whole towns.",
         "{person} is blamed for having begun the war after the fall of {place}, and an estimated"
         " {n},000 people have been killed in the fighting since then."),
        ("The drought has displaced {n},000 people in the province, the agency said.",
         "Aid workers in {place} spoke of {n},000 people displaced since the spring, when the"
         " wells ran dry and the herds were lost."),
        ("{place} accused the rebels of gathering tens of thousands of fighters near its border.",
         "The rebels have sent tens of thousands of fighters to the border with {place}, which is"
         " a clear sign of what comes next, {person} wrote."),
        ("{person} was fined {many} euros.", "A court ordered {person} to pay {many} euros."),
        ("In a dispute over wages, cooks in {place} walked out.",
         "Cooks in {place} walked out over wages."),
        ("The quarrel took {person} to court in {place}.", "{person} went to court in {place}."),
        ("Divers died in a failed bid to raise the wreck off {place}.",
         "Divers died in a bid to raise the wreck off {place}."),
        ("{n} soldiers were jailed after a plot in {place}.",
         "{n} soldiers were jailed after a failed plot in {place}."),
        ("{person} was born in {year}.", "{person} (born in {year}) is a clerk from {place}."),
        ("The {wall} was built in {year}.", "The {wall} dates from {year}, when it was built."),
        ("{person} has resigned.", "{person} has stepped down."),
        ("The {fire} killed {n} people in {place}.", "In {place} {n} people were killed, police"
         " said."),
        ("{person} has resigned.", "{person} resigned on Monday, the council in {place} said."),
    ),
}  # fmt: skip
"""Relation → pairs of frames that stand in it, whatever is filled in."""
FILLS: Mapping[str, Sequence[str]] = {
    "place": ("Orlem", "Tessaro", "Harwick", "Kelve"),
    "person": ("Mara Voss", "Nils Berg", "Orla Finn", "Teo Lund"),
    "wall": ("dam", "tower", "sea wall", "lighthouse"),
    "fire": ("fire", "blast", "storm", "blaze"),
    "year": ("1931", "1958", "1974"),
    "later": ("1987", "1999", "2003"),
    "many": ("22", "37", "45"),
}
EACH = 8
"""Pairs of one frame."""


def pairs() -> Iterator[Labelled]:
    """All of them."""
    yield from _acts(random.Random(8))
    yield from _things(random.Random(9))
    yield from _framed(random.Random(10))


def _acts(chance: random.Random) -> Iterator[Labelled]:
    for n in range(120):
        one, other = chance.sample(PARTIES, 2)
        (active, passive), end = chance.choice(ACTS), chance.choice(ENDS)
        turned = (f"{other} {active} {one}{end}.", f"{one} was {passive} by {other}{end}.")
        same = (f"{other} was {passive} by {one}{end}.",
                f"It was confirmed that {one} {active} {other}.")  # fmt: skip
        for told, label in ((turned, CONFLICTS), (same, CORROBORATES)):
            yield _pair(f"act{n}", f"{one} {active} {other}{end}.", chance.choice(told), label)


def _things(chance: random.Random) -> Iterator[Labelled]:
    for n in range(90):
        frame, slots, values = chance.choice(THINGS)
        slot, (one, other) = chance.choice(slots), chance.sample(values, 2)
        yield _pair(f"is{n}", frame.format(slot, one), frame.format(slot, other), CONFLICTS)


def _framed(chance: random.Random) -> Iterator[Labelled]:
    for label, frames in FRAMES.items():
        for number, (claim, passage) in enumerate(frames):
            for n in range(EACH):
                fill = {slot: chance.choice(values) for slot, values in FILLS.items()}
                fill |= dict(zip("nm", map(str, chance.sample(range(3, 20), 2)), strict=True))
                told = claim.format(**fill), passage.format(**fill)
                yield _pair(f"{label}-{number}-{n}", *told[:: chance.choice((1, -1))], label)


ASSERTED = ("{person} said that the {wall} was safe.", "The guards had keys to the {wall}.",
            "The owner has sold {n} boats to the people of {place}.")  # fmt: skip
ANSWERS = {
    CONFLICTS: ("But {person} denied this.", "But they did not show any keys.",
                "However, the council has not seen them.", "But it was never done, {person} said.",
                "Yet the owner rejects this and speaks of a mistake."),
    CONTEXT: ("But the road to {place} is long.", "However, {person} lives in {place}.",
              "It did not rain on Monday.", "The fair opened with songs.", "Yet {n} boats sailed."),
}  # fmt: skip
"""Sentences that take back the one before them, and such as go on."""


def answers() -> Iterator[Labelled]:
    """Sentences with the one that follows in the article; their words are others."""
    chance = random.Random(11)
    for label, frames in ANSWERS.items():
        for n in range(40):
            fill = {slot: chance.choice(values) for slot, values in FILLS.items()}
            fill["n"] = str(n + 3)
            told, answer = (chance.choice(found).format(**fill) for found in (ASSERTED, frames))
            yield Labelled("answers", f"{label}-{n}", told, answer, label, answer, 0, False)


def _pair(group: str, claim: str, passage: str, label: str) -> Labelled:
    claim, passage = (text[0].upper() + text[1:] for text in (claim, passage))
    return Labelled("invented", f"{group}-{label}", claim, passage, label, group, 0, False)
