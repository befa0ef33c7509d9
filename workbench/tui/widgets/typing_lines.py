"""Lines that people type or paste into: what is pasted may be hostile too."""

from textual.widgets import Input

from workbench.core.display import visible


class LineInput(Input):
    """One line; unseen characters become visible as they come in."""

    def validate_value(self, value: str) -> str:
        """What was typed, pasted or set."""
        return visible(value.replace("\n", " ").replace("\t", " "))
