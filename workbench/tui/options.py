"""What the settings screen lists: every setting of a case, as data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.case import Case, Settings
from workbench.core.decide.checkworthiness import CRITERIA
from workbench.core.publication import PROFILE_NAMES
from workbench.tui.actions import ACTIONS, SCOPES, Action, key_words
from workbench.tui.keymap import Clash, clashes, keys_of, named
from workbench.tui.themes import THEMES

PASSWORDS = (
    "Read here, changed with `workbench move`. A password comes from the environment "
    "(WORKBENCH_STORE_PASSWORD, WORKBENCH_INDEX_PASSWORD) or from a file named by the same "
    "variable with _FILE at its end; it never stands in the settings."
)


@dataclass(frozen=True, slots=True)
class Option:
    """One setting.

    `entry` is its place in the settings file (empty where it is only shown), `kind`
    says how it is changed: text, number, whole, switch, choice, key, or shown.
    """

    group: str
    name: str
    help: str
    kind: str
    entry: tuple[str, ...]
    read: Callable[[Settings], Any]
    choices: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What names it in the list."""
        return ".".join(self.entry) or self.name

    @property
    def action(self) -> Action | None:
        """The action whose key it is."""
        return next((a for a in ACTIONS if self.entry == ("keys", a.id)), None)


@dataclass(frozen=True, slots=True)
class OptionRow:
    """A setting as it stands; `note` says what is odd about it."""

    option: Option
    words: str
    note: str = ""


def _weight(name: str, usual: float) -> Callable[[Settings], Any]:
    return lambda settings: f"{settings.weights.get(name, usual):g}"


def _keys(action: Action) -> Callable[[Settings], Any]:
    return lambda settings: key_words(",".join(keys_of(action, settings.keys)))


OPTIONS: tuple[Option, ...] = (
    Option("You", "Reviewer",
           "The name under which links, verdicts and reviews are recorded in this case.", "text",
           ("reviewer",), lambda s: s.reviewer),
    Option("Screen", "Theme",
           "Dark, light, high contrast, or colours that colour-blind readers can tell apart.",
           "choice", ("theme",), lambda s: s.theme or THEMES[0], THEMES),
    Option("Publication", "Profile",
           "What the gate holds back: house asks for all that a reader needs to check a verdict, "
           "draft only for what is certain, ifcn for all that the fact-checkers' code does.",
           "choice", ("publication", "profile"), lambda s: s.profile, PROFILE_NAMES),
    Option("Publication", "Second reviewer",
           "Whether a verdict needs the sign-off of a second reviewer before it leaves the house.",
           "switch", ("publication", "second_reviewer"), lambda s: s.second_reviewer),
    Option("Publication", "Independent sources",
           "How many independent sources a verdict should rest on; the checks before publication "
           "name verdicts with fewer.", "whole", ("publication", "independent_sources"),
           lambda s: s.independent_sources),
    Option("Publication", "Ratings",
           "The scale of verdicts, truest first. Your own stands under [[ratings]] in the file, "
           "each with name, meaning and value.", "shown", (), lambda s: ", ".join(s.scale.names)),
    Option("House", "Name", "Who publishes: stands on every page and in ClaimReview.", "text",
           ("house", "name"), lambda s: s.house.name),
    Option("House", "Address",
           "Where the published site will stand, http or https; ClaimReview needs it for absolute "
           "links.", "text", ("house", "url"), lambda s: s.house.url),
    Option("House", "Corrections", "Whom readers write to about mistakes; shown on the pages.",
           "text", ("house", "corrections_contact"), lambda s: s.house.corrections_contact),
    Option("Web", "Wayback Machine",
           "Whether the Wayback Machine is asked for a copy of every page that is taken in from "
           "the web.", "switch", ("fetch", "wayback"), lambda s: s.wayback),
    *(
        Option("Check-worthiness", c.name.capitalize(),
               f"What a claim's score gains where it {c.reason or 'is any sentence'}; "
               f"0 turns it off. All scores are "
               f"found again when you leave this screen.", "number", ("checkworthiness", c.name),
               _weight(c.name, c.weight))
        for c in CRITERIA
    ),
    Option("Engines", "Decisions", PASSWORDS, "shown", (), lambda s: s.store or "in this folder"),
    Option("Engines", "Index", PASSWORDS, "shown", (), lambda s: s.index or "in this folder"),
    Option("Engines", "Work", "Where imports run. " + PASSWORDS, "shown", (), lambda s: s.executor
           or "on this machine"),
    *(
        Option(f"Key · {SCOPES[a.scope]}", a.title, a.help, "key", ("keys", a.id), _keys(a))
        for a in ACTIONS
    ),
)  # fmt: skip
"""In the order of the screen."""


def rows_of(case: Case, words: str = "") -> list[OptionRow]:
    """The settings of a case in which every one of the words occurs."""
    clashing = _by_action(clashes(case.settings.keys))
    wanted = words.lower().split()
    rows = (_row(case, option, clashing) for option in OPTIONS)
    return [row for row in rows if all(word in _hay(row) for word in wanted)]


def _row(case: Case, option: Option, clashing: Mapping[str, Clash]) -> OptionRow:
    value = option.read(case.settings)
    words = ("no", "yes")[value] if isinstance(value, bool) else str(value)
    note = ""
    if option.entry == ("reviewer",):
        fixed = case.configuring.reviewer_fixed
        words = words or case.reviewer
        note = f"! the environment says {fixed}" if fixed else ""
    elif option.action and (clash := clashing.get(option.action.id)):
        other = clash.other if clash.one == option.action else clash.one
        note = f"! {key_words(clash.key)} is also {named(other)}"
    return OptionRow(option, words, note)


def _by_action(found: Iterator[Clash]) -> dict[str, Clash]:
    return {action.id: clash for clash in found for action in (clash.one, clash.other)}


def _hay(row: OptionRow) -> str:
    option = row.option
    return f"{option.group} {option.name} {option.id} {row.words} {row.note}".lower()
