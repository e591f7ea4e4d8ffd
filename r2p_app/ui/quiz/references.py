"""Where an answer comes from: the sources of a question and the place to read on, as links."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Citation, Library
from r2p_app.content.links import Link, LinkError, item_link
from r2p_app.content.model import Source
from r2p_app.content.questions import QuestionBase
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import button, label
from r2p_app.ui.widgets.flow import FlowLayout


def source_words(library: Library, citation: str) -> str:
    """Return how to name a citation in few words: a document by its symbol, other works by author and year."""
    cited = Citation.parse(citation)
    source = library.find(cited.source, Source)
    if source is None:
        return citation
    work = source.symbol or f"{source.author} {source.year or ''}".strip()
    return f"{work}, {cited.locator}" if cited.locator else work


def see_words(link: str) -> str:
    """Return what a link to read on leads to, as a wish: "Read the chapter", "See the event"."""
    words = QCoreApplication.translate
    try:
        page = Link.parse(link).page
    except LinkError:
        return ""
    match page:
        case "chapter" | "case":
            return words("References", "Read the chapter")
        case "event" | "timeline":
            return words("References", "See it on the timeline")
        case "document":
            return words("References", "Open the document")
        case "decision":
            return words("References", "See the decision")
        case _:
            return words("References", "Read more")


class References(QWidget):
    """The sources of a question and where to read on.

    Signals:
        link_requested: The learner wants to see this source or place.
    """

    link_requested = Signal(str)

    def __init__(self, question: QuestionBase, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = layout = FlowLayout(self, spacing=4)
        heading = self.tr("Source:") if len(question.sources) == 1 else self.tr("Sources:")
        layout.addWidget(label(heading, TextRole.SMALL, tone="muted", wrap=False))
        for citation in question.sources:
            self._add(item_link("source", Citation.parse(citation).source), source_words(library, citation))
        self._add(question.see, see_words(question.see))

    def _add(self, link: str, words: str) -> None:
        if not words:
            return
        made = button(words, "link")
        made.setProperty("role", TextRole.SMALL.name)
        made.setProperty("link", link)
        made.setToolTip(words)
        made.clicked.connect(self._on_button_clicked)
        self._flow.addWidget(made)

    @Slot()
    def _on_button_clicked(self) -> None:
        self.link_requested.emit(str(self.sender().property("link")))
