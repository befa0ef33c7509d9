"""The settings of the case, changed where they are read; what changes holds at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from workbench.tui.actions import bindings, key_words
from workbench.tui.keymap import keys_of, named, owner
from workbench.tui.messages import SeedsWanted
from workbench.tui.options import Option, OptionRow, rows_of
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.choose import Choose
from workbench.tui.screens.press_key import PressKey
from workbench.tui.screens.prompt import Prompt
from workbench.tui.widgets.filter_bar import FilterInput
from workbench.tui.widgets.option_list import OptionList
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.rowlist import RowList

Value = str | bool | int | float
Changes = Mapping[tuple[str, ...], Value | None]
NUMBERS: Mapping[str, Callable[[str], Value]] = {"text": str, "number": float, "whole": int}
"""Kind of a setting that is typed → what is made of the words."""
SWAP = "swap: "


class SettingsScreen(WorkbenchScreen):
    """A list of settings with a filter, and what the one under the cursor means."""

    MODE = "settings"
    SCOPE = "settings"
    BINDINGS: ClassVar[list[BindingType]] = bindings("settings")
    AUTO_FOCUS = "OptionList"

    @dataclass
    class SettingsChanged(Message):
        """The settings file says something else now."""

        said: str

    def __init__(self) -> None:
        super().__init__()
        self.reweighed = False

    def compose_body(self) -> Iterator[Widget]:
        """The filter over the list over its meaning."""
        yield FilterInput(placeholder="/ filter: theme, verdict key, …", compact=True, id="words")
        yield Pane("Settings", OptionList(empty="No setting is called that."), id="list-pane")
        yield Pane("What it is", Static(Content(""), id="about"), id="about-pane")

    @property
    def options(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    def reread(self) -> None:
        """Show the settings as they stand."""
        rows = rows_of(self.shell.case, self.query_one("#words", Input).value)
        self.options.set_rows(rows)
        self.query_one("#list-pane", Pane).entitle("Settings", self.shell.case.configuring.path)

    @on(Input.Changed, "#words")
    def _typed(self) -> None:
        self.reread()

    @on(FilterInput.Left)
    def _typed_enough(self) -> None:
        self.options.focus()

    @on(RowList.RowPointed)
    def _pointed(self) -> None:
        row = self.options.current
        self.query_one("#about", Static).update(Content(_about(row) if row else ""))

    # Changing

    @on(RowList.RowChosen)
    def _chosen(self) -> None:
        ways: Mapping[str, Callable[[OptionRow], None]] = {
            "shown": self._only_shown,
            "switch": self._flip,
            "choice": self._ask_for_choice,
            "key": self._ask_for_key,
        }
        if (row := self.options.current) is not None:
            ways.get(row.option.kind, self._ask_for_words)(row)

    def _only_shown(self, row: OptionRow) -> None:
        self.shell.say("This is only shown here. " + row.option.help)

    def _flip(self, row: OptionRow) -> None:
        self._set(row.option, row.words == "no")

    def _ask_for_choice(self, row: OptionRow) -> None:
        option = row.option

        def picked(word: str | None) -> None:
            if word is not None:
                self._set(option, word)

        self.app.push_screen(Choose(option.name, option.choices), picked)

    def _ask_for_words(self, row: OptionRow) -> None:
        option = row.option

        def typed(words: str | None) -> None:
            if words is None or words.strip() == row.words:
                return
            if not words.strip():
                self.action_default()
                return
            try:
                self._set(option, NUMBERS[option.kind](words.strip()))
            except ValueError:
                self.shell.say(f"{option.name} takes a number, not {words!r}.", error=True)

        self.app.push_screen(Prompt(f"{option.group}: {option.name}", value=row.words), typed)

    def _ask_for_key(self, row: OptionRow) -> None:
        option = row.option
        if (action := option.action) is None:
            return
        now = key_words(",".join(keys_of(action, self.shell.case.settings.keys)))

        def pressed(key: str | None) -> None:
            if key is not None:
                self._give(option, key)

        self.app.push_screen(PressKey(f"The new key for “{named(action)}”, now {now}"), pressed)

    def _give(self, option: Option, key: str) -> None:
        """Give a key to an action; where it is another's, ask whether they swap."""
        chosen = self.shell.case.settings.keys
        action = option.action
        other = owner(key, action, chosen) if action else None
        if action is None or other is None:
            self._set(option, key)
            return
        mine = keys_of(action, chosen)
        theirs = [k for k in keys_of(other, chosen) if k != key] or list(mine[:1])
        given = key_words(",".join(theirs))
        words = (f"{SWAP}{named(other)} gets {given}", "leave both as they are")

        def answered(word: str | None) -> None:
            if word == words[0]:
                self._change(
                    {option.entry: key, ("keys", other.id): ",".join(theirs)},
                    f"{key_words(key)}: {named(action)}; {given}: {named(other)}",
                )

        self.app.push_screen(
            Choose(f"{key_words(key)} is the key of “{named(other)}” already", words), answered
        )

    def action_default(self) -> None:
        """Take the setting out of the file, so that its default holds."""
        row = self.options.current
        if row is not None and row.option.entry:
            self._change({row.option.entry: None}, f"{row.option.name}: as usual again")

    def _set(self, option: Option, value: Value) -> None:
        shown = ("no", "yes")[value] if isinstance(value, bool) else value
        if option.kind == "key":
            shown = key_words(str(value))
        self._change({option.entry: value}, f"{option.name}: {shown}")

    def _change(self, changes: Changes, said: str) -> None:
        self.reweighed |= any(entry[0] == "checkworthiness" for entry in changes)
        self.begin("settings", self._write, changes, said)

    async def _write(self, changes: Changes, said: str) -> None:
        await self.decide(self.shell.case.configuring.change, changes)
        self.post_message(self.SettingsChanged(said))

    @on(SettingsChanged)
    def _changed(self, message: SettingsChanged) -> None:
        self.shell.use_settings()
        self.shell.say(f"{message.said}\nSaved in workbench.toml.")
        self.reread()

    # The screen

    def action_filter(self) -> None:
        """To the words of the filter."""
        self.set_focus(self.query_one("#words"))

    def action_pane(self, _step: int) -> None:
        """The filter and the list in turn."""
        here, there = self.options, self.query_one("#words")
        (there if here.has_focus else here).focus()

    def on_screen_suspend(self) -> None:
        """Other weights give other scores: find them before the queue is seen again."""
        if self.reweighed:
            self.reweighed = False
            self.app.post_message(SeedsWanted())

    def action_back(self) -> None:
        """Drop the words of the filter, and back to the list."""
        self.query_one("#words", Input).value = ""
        self.options.focus()


def _about(row: OptionRow) -> str:
    """What a setting means, where it stands in the file, and what can be done."""
    option = row.option
    if not option.entry:
        return option.help
    *tables, name = option.entry
    place = f"[{'.'.join(tables)}] {name}" if tables else name
    return f"{option.help}\nIn the file: {place} · enter changes it, backspace takes it out."
