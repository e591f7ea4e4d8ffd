"""The page of a record: headings, paragraphs, facts, sources, one under the other."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Citation, Library
from r2p_app.content.links import item_link
from r2p_app.content.model import Status
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.text import status_meaning
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.heading import PART
from r2p_app.ui.widgets.prose import Prose, Write
from r2p_app.ui.widgets.records.cite import write_citation
from r2p_app.ui.widgets.records.summary import summary, title
from r2p_app.ui.widgets.spans import describe, write_field
from r2p_app.ui.widgets.typeset import Typesetter
from r2p_app.ui.widgets.typography import refine


class RecordBody(QWidget):
    """What is known about one record. Builders fill it from top to bottom.

    Paragraphs that follow one another are one running text: one stop for the eye, and few widgets.

    Signals:
        link_requested: A link, or a web address that is to be opened outside after asking.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.box = column(into=self, spacing=2 * GRID)
        self._running: Prose | None = None

    def kicker(self, *parts: str) -> None:
        """Add the small line above the title."""
        self.add(label(" · ".join(part for part in parts if part), TextRole.SMALL, tone="muted", parent=self))

    def title(self, text: str, role: TextRole = TextRole.H3) -> None:
        """Add the title."""
        self.add(label(refine(text), role, parent=self))

    def lead(self, text: str) -> None:
        """Add what the record is, in a line under its title."""
        self.paragraph(partial(_write_text, text), tone="ink-2")

    def heading(self, text: str) -> None:
        """Add a heading of a part."""
        self.paragraph(partial(_write_heading, text), before=16)

    def text(self, text: str) -> None:
        """Add a field of the record as a paragraph; nothing where it is empty."""
        if text:
            self.paragraph(partial(_write_text, text))

    def paragraph(self, write: Write, *, role: TextRole = TextRole.BODY, tone: str = "ink", before: int = 8) -> Prose:
        """Add a paragraph that `write` sets; return the running text it has become part of."""
        whole = partial(_write_paragraph, write, role, tone, before)
        last = self.box.itemAt(self.box.count() - 1)
        if self._running is None or last is None or last.widget() is not self._running:
            prose = Prose(whole, TextRole.BODY, describe=partial(describe, self.library), parent=self)
            prose.link_requested.connect(self.link_requested)
            self.add(prose)
            self._running = prose
        else:
            self._running.write_on(whole)
        return self._running

    def items(self, texts: Iterable[str]) -> None:
        """Add a list."""
        for text in texts:
            self.paragraph(partial(_write_item, text), before=4)

    def fact(self, name: str, text: str) -> None:
        """Add a named fact; nothing where it is empty."""
        if text:
            self.paragraph(partial(_write_fact, name, text))

    def status(self, status: Status) -> None:
        """Say what kind of support there is, in words."""
        words = f"{enum_label(status)}. {status_meaning(status)}"
        self.fact(self.tr("What kind of claim this is"), words)

    def sources(self, citations: Sequence[str], *, heading: str = "") -> None:
        """Add the sources, each opening its card, under a heading of their own or the usual one."""
        if citations:
            self.heading(heading or (self.tr("Source") if len(citations) == 1 else self.tr("Sources")))
            found = [Citation.parse(text) for text in citations]
            self.paragraph(partial(_write_citations, self.library, found), role=TextRole.SMALL)

    def links(self, heading: str, ids: Iterable[str]) -> None:
        """Add links to records that the pack has."""
        known = [item_id for item_id in ids if item_id in self.library]
        if known:
            self.heading(heading)
            self.paragraph(partial(_write_links, self.library, known), role=TextRole.SMALL)

    def outside(self, words: str, address: str) -> None:
        """Add a button for a web address; the address is shown, and nothing is opened before the window has asked."""
        if address:
            opener = button(words, "secondary")
            opener.setToolTip(address)
            opener.setProperty("link", address)
            opener.clicked.connect(self._on_opener_clicked)
            holder = QWidget(self)
            FlowLayout(holder).addWidget(opener)
            self.add(holder)
            self.paragraph(partial(_write_address, address), role=TextRole.SMALL, tone="ink-2")

    def add(self, widget: QWidget) -> None:
        """Add any other widget; what is written after it is a text of its own."""
        self.box.addWidget(widget)

    @Slot()
    def _on_opener_clicked(self) -> None:
        self.link_requested.emit(str(self.sender().property("link")))


def _write_paragraph(write: Write, role: TextRole, tone: str, before: int, setter: Typesetter) -> None:
    setter.paragraph(before=before, role=role, tone=tone)
    write(setter)


def _write_text(text: str, setter: Typesetter) -> None:
    write_field(setter, text)


def _write_heading(text: str, setter: Typesetter) -> None:
    setter.text(text, strong=True)
    setter.make_heading(PART)


def _write_item(text: str, setter: Typesetter) -> None:
    setter.paragraph(indent=16, hang=16, before=4)
    setter.text("•\t")
    write_field(setter, text)


def _write_fact(name: str, text: str, setter: Typesetter) -> None:
    setter.text(f"{name}: ", strong=True)
    write_field(setter, text)


def _write_citations(library: Library, citations: Sequence[Citation], setter: Typesetter) -> None:
    for index, citation in enumerate(citations):
        if index:
            setter.paragraph(before=4, role=TextRole.SMALL)
        write_citation(setter, library, citation)


def _write_links(library: Library, ids: Sequence[str], setter: Typesetter) -> None:
    for index, item_id in enumerate(ids):
        if index:
            setter.paragraph(before=4, role=TextRole.SMALL)
        kind = library.kind_of(item_id).name
        words = summary(library, item_id) if kind == "event" else title(library, item_id)
        setter.link(words, item_link(kind, item_id))


def _write_address(address: str, setter: Typesetter) -> None:
    setter.verbatim(address)
