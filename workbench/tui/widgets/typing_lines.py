"""Lines that people type or paste into: what is pasted may be hostile too."""

from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input

from workbench.core.text.display import visible


async def edit(field: Widget, event: Key) -> None:
    """Do what a key of a field is bound to before the field takes the next key.

    Left to itself, a key that types is done in the field and one that edits by the
    app, later: of a mistake, a backspace and its correction sent at once, the
    backspace would delete the correction.
    """
    for binding in field._bindings.key_to_bindings.get(event.key, ()):
        if not binding.priority and await field.app.run_action(binding.action, field):
            event.stop()
            event.prevent_default()
            return


class LineInput(Input):
    """One line; unseen characters become visible as they come in."""

    async def on_key(self, event: Key) -> None:
        """Edit in the order of the keys."""
        await edit(self, event)

    def validate_value(self, value: str) -> str:
        """What was typed, pasted or set."""
        return visible(value.replace("\n", " ").replace("\t", " "))
