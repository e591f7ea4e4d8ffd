"""What is behind a row of a comparison: the explanation, and for each answer its evidence and its sources."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from r2p_app.content.citations import Length
from r2p_app.content.library import Citation, Library
from r2p_app.content.links import item_link
from r2p_app.content.teaching import Comparison, ComparisonAnswer, ComparisonColumn, ComparisonRow, CriterionReading
from r2p_app.ui.compare.change import ChangeTag
from r2p_app.ui.compare.model import case_of
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.records.cite import write_citation
from r2p_app.ui.widgets.records.summary import summary, title
from r2p_app.ui.widgets.typeset import Typesetter
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate


Behind = Callable[[ComparisonRow, bool], RecordBody]
"""Makes what is behind a row, with its question at the top or without it."""


def behind_rows(library: Library, comparison: Comparison) -> Behind:
    """Return what makes the explanation, the evidence and the sources behind the rows of a comparison."""

    def behind(row: ComparisonRow, with_question: bool) -> RecordBody:
        return row_body(library, comparison, row, with_question=with_question)

    return behind


def row_body(library: Library, comparison: Comparison, row: ComparisonRow, *, with_question: bool) -> RecordBody:
    """Return everything about a row but its answers."""
    body = RecordBody(library)
    if with_question:
        body.title(row.question)
        if row.change is not None:
            body.add(ChangeTag(row.change))
    body.text(row.explanation)
    add_cases(body, row)
    for column in comparison.columns:
        for answer in row.answers:
            if answer.column == column.id and (answer.evidence or answer.sources):
                add_answer(body, column, answer)
    return body


def add_cases(body: RecordBody, row: ComparisonRow) -> None:
    """Add what the cases show of it, each case under its name."""
    library = body.library
    known = [item_id for item_id in row.seen_in if item_id in library]
    if known:
        body.heading(translate("Compare", "See it in the cases"))
    for case in library.cases:
        own = [item_id for item_id in known if library.case_of(item_id) == case.id]
        if own:
            body.paragraph(partial(_write_name, case.title, item_link("case", case.id)), before=8)
            body.paragraph(partial(_write_evidence, library, own), role=TextRole.SMALL, before=4)
    shared = [item_id for item_id in known if not library.case_of(item_id)]
    if shared:
        body.paragraph(partial(_write_evidence, library, shared), role=TextRole.SMALL, before=8)


def add_answer(body: RecordBody, column: ComparisonColumn, answer: ComparisonAnswer) -> None:
    """Add the evidence and the sources of an answer, under the name of its column."""
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
        setter.link(_evidence_words(library, item_id), item_link(library.kind_of(item_id).name, item_id))


def _evidence_words(library: Library, item_id: str) -> str:
    """Return the day of an event, the name of a criterion, before what is said anyway."""
    reading = library.find(item_id, CriterionReading)
    if reading is not None:
        return f"{enum_label(reading.criterion)}: {refine(reading.question)}"
    return summary(library, item_id) if library.kind_of(item_id).name == "event" else title(library, item_id)


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

    def __init__(self, behind: Behind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._behind = behind
        self._row: ComparisonRow | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # a timer waits for the paint, `singleShot(0)` does not
        self._soon.timeout.connect(self._fill)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_row(self, row: ComparisonRow) -> None:
        """Show another row from its beginning; the first one only after the table, which is painted before it."""
        self.setAccessibleName(row.question)
        self._row = row
        if self.isVisible() and self.widget() is not None:
            self._fill()
        else:
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the panel a moment after it is seen."""
        super().showEvent(event)
        self._soon.start()

    @Slot()
    def _fill(self) -> None:
        row, self._row = self._row, None
        if row is None:
            return
        body = self._behind(row, True)
        body.link_requested.connect(self.link_requested)
        body.box.setContentsMargins(5 * GRID, 4 * GRID, 5 * GRID, 4 * GRID)
        body.box.addStretch(1)
        body.setAccessibleName(row.question)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(0)

    def first_stop(self) -> QWidget | None:
        """Return the first text with a link."""
        shown = self.widget()
        texts = shown.findChildren(Prose) if shown is not None else []
        return next((text for text in texts if text.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
