"""How the tables of the lexicon list words."""


def word_list(listed: str) -> tuple[str, ...]:
    """The words of a list with white space between them, in order."""
    return tuple(listed.split())


def word_set(listed: str) -> frozenset[str]:
    """The words of a list with white space between them."""
    return frozenset(listed.split())
