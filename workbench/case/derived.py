"""Opening what a case can make again: its catalogue and its index."""

from pathlib import Path

from workbench.case.parts import DERIVED, clear_derived
from workbench.edges.catalog import Catalog
from workbench.edges.index import PassageIndex, open_index
from workbench.errors import CaseDamaged


def open_derived(folder: Path, url: str = "") -> tuple[Catalog, PassageIndex, str]:
    """Catalogue and index; what does not read is thrown away, to be made again.

    An index on servers (`url`) is others' too: it is left as it is.
    """
    derived = folder / DERIVED
    if url:
        return _open_remote(derived, url)
    try:
        catalog, index = Catalog(derived / "catalog.sqlite"), open_index(derived / "index")
        if index.stats().passages or not catalog.has_claims():
            return catalog, index, ""
        catalog.close()
        index.close()
    except CaseDamaged:
        pass
    clear_derived(derived)
    notice = f"{derived} was damaged or incomplete; it is made again from seeds/"
    return Catalog(derived / "catalog.sqlite"), open_index(derived / "index"), notice


def _open_remote(derived: Path, url: str) -> tuple[Catalog, PassageIndex, str]:
    try:
        catalog = Catalog(derived / "catalog.sqlite")
    except CaseDamaged:
        clear_derived(derived)
        catalog = Catalog(derived / "catalog.sqlite")
    try:
        index = open_index(derived, url)
        if index.stats().passages or not catalog.has_claims():
            return catalog, index, ""
    except CaseDamaged:
        index = open_index(derived, url, fresh=True)
    return catalog, index, "the index on the server was empty or of another version"
