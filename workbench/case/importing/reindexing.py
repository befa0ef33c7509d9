"""Making the index again from the catalogue, where its folder was lost."""

from workbench.case.context import Parts
from workbench.case.importing.deriving import indexed_passages
from workbench.edges.index import open_index


def rebuild_index(parts: Parts) -> None:
    """Make the index again from the texts of the catalogue; nothing is read or derived anew."""
    parts.index.close()
    parts.index = open_index(parts.index_folder, parts.settings.index, fresh=True)
    fill_index(parts)


def fill_index(parts: Parts) -> None:
    """Put all passages of the catalogue into the index."""
    for entry in parts.catalog.entries():
        article = parts.catalog.article(entry.id)
        if article:
            parts.index.add(indexed_passages(article, parts.catalog.readings(entry.id)))
    parts.index.commit()
