"""How sources are named, in titles and in citations."""

from workbench.core.text.articles import Article
from workbench.tui.text import plain


def headline(article: Article) -> str:
    """What names an article in a pane's title: publisher, day, title."""
    day = article.published.isoformat() if article.published else "no date"
    parts = (article.publisher, day, article.title or _first_words(article))
    return plain(" · ".join(part for part in parts if part))


def _first_words(article: Article) -> str:
    words = " ".join(article.text[:160].split())
    return words[:80].rsplit(" ", 1)[0] + " …" if len(words) > 80 else words or article.id


def citation(article: Article, quote: str) -> str:
    """Quote, source, date and link on one line, fit to paste anywhere."""
    link = f" {plain(article.url)}" if article.url else ""
    return f"“{plain(quote)}” ({headline(article)}){link}"
