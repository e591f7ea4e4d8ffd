"""Where an answer comes from: the sources of a question and the place to read on, as links."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Citation, Library
from r2p_app.content.links import Link, LinkError, item_link
from r2p_app.content.model import Record, Source, Status
from r2p_app.content.questions import QuestionBase
from r2p_app.ui import text
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.spans import describe
from r2p_app.ui.widgets.typeset import Typesetter

translate = QCoreApplication.translate


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
    try:
        page = Link.parse(link).page
    except LinkError:
        return ""
    match page:
        case "chapter" | "case":
            return translate("References", "Read the chapter")
        case "event" | "timeline":
            return translate("References", "See it on the timeline")
        case "document":
            return translate("References", "Open the document")
        case "decision":
            return translate("References", "See the decision")
        case _:
            return translate("References", "Read more")


def support_words(library: Library, question: QuestionBase) -> str:
    """Return the status of what a question rests on, and what it means; "" where nothing says it beyond doubt.

    It is that of the record to read on; where that has none (a chapter), that of the records which cite the same places
    of the same sources, if they agree.
    """
    linked = _status_of_linked(library, question.see)
    found = {linked} if linked is not None else set(_statuses_of_cited(library, question.sources))
    if len(found) != 1:
        return ""
    status = found.pop()
    words = translate("References", "Status: %1.").replace("%1", text.label(status).lower())
    return f"{words} {text.status_meaning(status)}"


def _status_of_linked(library: Library, link: str) -> Status | None:
    try:
        parts = Link.parse(link).parts
    except LinkError:
        return None
    return _status(library, parts[0]) if parts else None


def _statuses_of_cited(library: Library, citations: Iterable[str]) -> Iterator[Status]:
    """Yield the status of every record that cites one of these places."""
    for citation in citations:
        for item in library.mentions(Citation.parse(citation).source):
            status = _status(library, item)
            if status is not None and citation in getattr(library.find(item, Record), "sources", ()):
                yield status


def _status(library: Library, item: str) -> Status | None:
    status = getattr(library.find(item, Record), "status", None)
    return status if isinstance(status, Status) else None


class References(Prose):
    """How we know: every source with what it is and the place in it, the status, and where to read on, as links."""

    def __init__(self, question: QuestionBase, library: Library, parent: QWidget | None = None) -> None:
        write = partial(_write, question, library)
        super().__init__(
            write,
            TextRole.SMALL,
            tone="ink-2",
            name=translate("References", "How do we know?"),
            describe=partial(describe, library),
            parent=parent,
        )


def _write(question: QuestionBase, library: Library, setter: Typesetter) -> None:
    setter.paragraph()
    setter.text(translate("References", "How do we know?") + " ", strong=True)
    for number, citation in enumerate(question.sources):
        source = library.find(Citation.parse(citation).source, Source)
        setter.text("; " if number else "")
        setter.text(f"{text.label(source.type)}: " if source is not None else "")
        setter.link(source_words(library, citation), item_link("source", Citation.parse(citation).source))
    setter.text(".")
    if words := support_words(library, question):
        setter.text(f" {words}")
    if words := see_words(question.see):
        setter.paragraph()
        setter.link(words, question.see)
