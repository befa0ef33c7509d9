"""The screens as tabs: a digit or a click opens one."""

from textual.content import Content

from workbench.tui.widgets.word_line import Word, WordLine

TABS: tuple[tuple[int, str, str], ...] = (
    (1, "claims", "Claims"),
    (2, "conflicts", "Conflicts"),
    (3, "figures", "Figures"),
    (4, "articles", "Articles"),
    (5, "import", "Import"),
    (6, "history", "History"),
    (7, "review", "Review"),
    (8, "settings", "Settings"),
)
"""(digit that opens it, mode, word)."""


class TopBar(WordLine):
    """A line of tabs; an arrow points at the open one, so that colour does not stand alone."""

    def __init__(self, mode: str) -> None:
        super().__init__()
        self.set_reactive(TopBar.words, tuple(_tab(*tab, tab[1] == mode) for tab in TABS))


def _tab(digit: int, mode: str, word: str, here: bool) -> Word:
    label = f"{digit}{'▸' if here else ' '}{word}"
    return Word(Content.styled(label, "bold $text" if here else ""), f"app.open({mode!r})")
