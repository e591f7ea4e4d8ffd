"""What is behind a row of a comparison: the explanation, and for each answer its evidence and its sources."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from r2p_app.content.citations import Length
from r2p_app.content.library import Citation, Library
from r2p_app.content.links import item_link
from r2p_app.content.teaching import Comparison, ComparisonAnswer, ComparisonColumn, ComparisonRow
from r2p_app.ui.compare.model import case_of, change_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.follow import LinkFollower
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.records.cite import write_citation
from r2p_app.ui.widgets.records.summary import summary, title
from r2p_app.ui.widgets.typeset import Typesetter

translate = QCoreApplication.translate


def tag(words: str) -> QLabel:
    """Return a word in a frame."""
    made = label(words, TextRole.SMALL, wrap=False)
    made.setProperty("tag", True)
    return made


def row_body(library: Library, comparison: Comparison, row: ComparisonRow, *, with_question: bool) -> RecordBody:
    """Return everything about a row but its answers."""
    body = RecordBody(library)
    if with_question:
        body.title(row.question)
        if row.change is not None:
            holder = QWidget()
            FlowLayout(holder).addWidget(tag(change_words(row)))
            body.add(holder)
    body.text(row.explanation)
    for column in comparison.columns:
        for answer in row.answers:
            if answer.column == column.id and (answer.evidence or answer.sources):
                _add_answer(body, column, answer)
    return body


def _add_answer(body: RecordBody, column: ComparisonColumn, answer: ComparisonAnswer) -> None:
    case = case_of(body.library, column)
    body.paragraph(partial(_write_name, column.title, item_link("case", case.id) if case else ""), before=16)
    known = [item_id for item_id in answer.evidence if item_id in body.library]
    if known:
        body.paragraph(partial(_write_evidence, body.library, known), role=TextRole.SMALL, before=4)
    if answer.sources:
        body.paragraph(partial(_write_sources, body.library, answer.sources), role=TextRole.SMALL, tone="ink-2")


def _write_name(name: str, link: str, setter: Typesetter) -> None:
    if link:
        setter.link(name, link, strong=True)
    else:
        setter.text(name, strong=True)


def _write_evidence(library: Library, ids: Sequence[str], setter: Typesetter) -> None:
    for number, item_id in enumerate(ids):
        if number:
            setter.paragraph(before=4, role=TextRole.SMALL)
        kind = library.kind_of(item_id).name
        setter.link(summary(library, item_id) if kind == "event" else title(library, item_id), item_link(kind, item_id))


def _write_sources(library: Library, sources: Sequence[str], setter: Typesetter) -> None:
    setter.text(translate("Compare", "Source:") if len(sources) == 1 else translate("Compare", "Sources:"))
    for number, text in enumerate(sources):
        setter.text(" ")
        if number:
            setter.text("· ")
        write_citation(setter, library, Citation.parse(text), Length.SHORT)


class AnswerPanel(QScrollArea):
    """What is behind the row chosen in the table.

    Signals:
        link_requested: A record or a source was chosen.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._comparison = library, comparison
        self._links = LinkFollower(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_row(self, row: ComparisonRow) -> None:
        """Show another row from its beginning."""
        body = row_body(self._library, self._comparison, row, with_question=True)
        body.link_requested.connect(self.link_requested)
        body.box.setContentsMargins(5 * GRID, 4 * GRID, 5 * GRID, 4 * GRID)
        body.box.addStretch(1)
        body.setAccessibleName(row.question)
        self.setAccessibleName(row.question)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self._links.follow(body)
        self.verticalScrollBar().setValue(0)

    def first_stop(self) -> QWidget | None:
        """Return the first text with a link."""
        shown = self.widget()
        texts = shown.findChildren(Prose) if shown is not None else []
        return next((text for text in texts if text.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
