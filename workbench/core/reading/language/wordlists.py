"""Word lists are written as text: one place that says how they are read."""


def words_of(text: str) -> list[str]:
    """The words of a table, in order; line ends and indentation only lay it out."""
    return text.split()
