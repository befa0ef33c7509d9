"""The keys of the focused pane, at the bottom of every screen."""

from textual.content import Content
from textual.screen import Screen

from workbench.tui.text import plain
from workbench.tui.widgets.word_line import Word, WordLine


class KeyLine(WordLine):
    """Each action with its key; a click does what the key does."""

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self.bindings_changed)

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Show the keys that work now; those that would do nothing are dim."""
        shown: dict[str, Word] = {}
        for _, binding, enabled, tooltip in screen.active_bindings.values():
            if binding.show and binding.action not in shown:
                key = Content.styled(plain(self.app.get_key_display(binding)), "bold $text-accent")
                content = key + Content(f" {plain(binding.description)}")
                shown[binding.action] = Word(
                    content if enabled else content.stylize("dim"),
                    f"app.simulate_key({binding.key!r})" if enabled else "app.bell",
                    tooltip or binding.description,
                )
        self.words = tuple(shown.values())
