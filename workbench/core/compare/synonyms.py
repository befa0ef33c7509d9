"""Words that news English uses for one another, as data.

Comparison only: an index term stays what the text says. The groups are small on
purpose; a word that is a synonym in one of its senses only is left out.
"""

from functools import lru_cache

from workbench.core.compare.irregular import VERBS
from workbench.core.reading.terms import stem

GROUPS: tuple[str, ...] = (
    "kill killed dead die died dies death deaths fatal fatality fatalities slain perish perished",
    "wound wounded injure injured injury injuries hurt",
    "soldier soldiers troop troops serviceman servicemen",
    "movie film",
    "book novel",
    "tv television",
    "actor actress",
    "begin began begun start commence",
    "finish end conclude",
    "buy bought purchase acquire acquired acquisition",
    "make made produce create",
    "declare declared announce announced",
    "accuse accused accusation blame blamed allege alleged allegation",
    "attack assault strike struck",
    "war conflict",
    "help aid assist assistance",
    "talk talks negotiation negotiate negotiated",
    "leader chief head",
    "car automobile vehicle",
    "jail prison imprisoned jailed",
    "police officer officers policeman policemen cop",
    "child children kid kids",
    "woman women",
    "man men",
    "person people persons",
    "company corporation",
    "city town",
    "house home",
    "job post",
    "position stance",
    "try attempt seek sought",
    "share align",
    "photo photograph picture image",
    "video footage clip",
    "launch launched fire fired",
    "meet met meeting",
    "big large huge",
    "small little tiny",
    "win won victory winner",
    "lose lost defeat loser",
    "speak spoke spoken speech",
    "write wrote written writer author",
    "build built construct constructed",
    "grow grew grown growth increase rise rose risen",
    "fall fell fallen decline decrease drop",
    "band group",
    "singer vocalist",
    "musician singer-songwriter rapper drummer guitarist bassist",
    "nation country",
    "election vote ballot poll",
    "doctor physician",
    "lawyer attorney",
    "rich wealthy",
    "nearly almost",
    "arrest detain",
    "quit resign",
    "show depict portray present",
    "intend plan",
    "danger threat",
    "earthquake quake tremor",
    "explosion blast",
    "protest demonstration demonstrate demonstrator protester",
    "damage destroy destroyed destruction",
    "aircraft plane airplane aeroplane airliner jet",
    "ship vessel",
    "truce ceasefire armistice",
    "spokesman spokeswoman spokesperson",
    "teenager teen",
    "gunman shooter",
    "border frontier",
    "crash collision collide",
    "ruling verdict",
    "seize seized capture captured",
)
"""Each a list of words of one meaning; the first one stands for all."""

_ENDINGS = ("ation", "ment", "ion", "at")


def root(found: str) -> str:
    """A stem without the ending of a noun made of a verb: mediation, mediate → medi."""
    for ending in _ENDINGS:
        if found.endswith(ending) and len(found) - len(ending) >= 4:
            return found[: -len(ending)]
    return found


SYNONYMS: dict[str, str] = {
    root(stem(word)): root(stem(group.split()[0])) for group in GROUPS for word in group.split()
}
"""Root → the root that stands for its group."""

_VERBS = {root(stem(form)): root(stem(verb.split()[0])) for verb in VERBS for form in verb.split()}
"""Root of a form of an irregular verb → the root of its base form."""

_MEMBERS: dict[str, tuple[str, ...]] = {
    root(stem(group.split()[0])): tuple(dict.fromkeys(stem(word) for word in group.split()))
    for group in GROUPS
}


@lru_cache(maxsize=1 << 16)
def meaning(found: str) -> str:
    """The root that stands for a stem and its synonyms."""
    bare = root(found)
    bare = _VERBS.get(bare, bare)
    return SYNONYMS.get(bare, bare)


def synonyms(found: str) -> tuple[str, ...]:
    """The other stems of a stem's group; () without a group."""
    return tuple(other for other in _MEMBERS.get(meaning(found), ()) if other != found)
