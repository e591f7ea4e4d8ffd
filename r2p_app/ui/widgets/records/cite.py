"""Citations as set text, in which the work is a link to the card of the source."""

from r2p_app.content.citations import Length, citation_parts, ended
from r2p_app.content.library import Citation, Library
from r2p_app.content.links import item_link
from r2p_app.content.model import Source
from r2p_app.ui.widgets.typeset import Typesetter


def write_citation(setter: Typesetter, library: Library, citation: Citation, length: Length = Length.FULL) -> None:
    """Write a citation into the present paragraph; its title opens the card of the source."""
    source = library.find(citation.source, Source)
    if source is None:
        setter.text(citation.source)
        return
    before, work, after = citation_parts(source, citation.locator, length)
    setter.text(f"{before}, " if before else "")
    setter.link(work, item_link("source", source.id))
    setter.text(ended(f", {after}") if after else ended(work)[len(work) :])
