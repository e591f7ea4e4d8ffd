"""The raised numbers of a chapter: what is behind them, in words and as links."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from r2p_app.content.citations import citation_text
from r2p_app.content.library import Citation, Library
from r2p_app.content.links import Link, item_link
from r2p_app.content.markup import CitationSpan
from r2p_app.ui.widgets.spans import NOTE, describe


class NoteNumbers:
    """Resolves the links of note numbers; only the chapter knows what they mean."""

    def __init__(self, notes: Iterable[CitationSpan], library: Library) -> None:
        self._notes = {note.number: note for note in notes}
        self._library = library

    def sources(self, link: str) -> tuple[Citation, ...] | None:
        """Return the sources behind a number, None for every other link."""
        target = Link.parse(link) if link.startswith(f"r2p://{NOTE}/") else None
        note = self._notes.get(int(target.parts[0])) if target is not None else None
        return note.citations if note is not None else None

    def describe(self, link: str) -> str:
        """Return a few plain words about what a link of the chapter opens."""
        sources = self.sources(link)
        if sources is None:
            return describe(self._library, link)
        return "\n".join(citation_text(self._library, source) for source in sources)


class SourceMenu(QMenu):
    """Several sources behind one number, to choose from. It deletes itself when it closes.

    Signals:
        link_requested: The source to open.
    """

    link_requested = Signal(str)

    def __init__(self, sources: Sequence[Citation], library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sources"))
        for source in sources:
            action = QAction(citation_text(library, source), self)
            action.setData(item_link("source", source.source))
            self.addAction(action)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.link_requested.emit(str(action.data()))
