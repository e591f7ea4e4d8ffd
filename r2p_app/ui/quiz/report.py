"""Reporting a doubtful question: in one's own words, kept on this computer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.fingerprint import wording_print
from r2p_app.store.errors import StoreError
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, restyle
from r2p_app.ui.widgets.fields import storable
from r2p_app.ui.widgets.flow import FlowLayout

REPORTS = "r2p://quiz/reports"
_LONGEST = 4_000


class ReportLine(QWidget):
    """A button that unfolds a field for what seems wrong; what is written is saved on request.

    Signals:
        link_requested: The learner wants to see all reports.
        announced: Words for a screen reader.
    """

    link_requested = Signal(str)
    announced = Signal(str)

    def __init__(self, question: QuestionBase, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._state = question, state
        self.open_button = button(self.tr("Report a doubtful question"), "link")
        self._layout = column(self.open_button, into=self, spacing=2 * GRID)
        self._layout.setAlignment(self.open_button, Qt.AlignmentFlag.AlignLeft)
        self._form: QWidget | None = None
        self.open_button.clicked.connect(self._on_open_button_clicked)

    def _build_form(self) -> QWidget:
        form = QWidget()
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(current().px(88))
        self.field.setAccessibleName(self.tr("What seems wrong or unclear?"))
        self.save_button = button(self.tr("Keep the report"), "secondary")
        self.close_button = button(self.tr("Close"), "quiet")
        self.all_button = button(self.tr("All reports"), "link")
        self.told = label("", TextRole.SMALL, tone="muted")
        self.told.hide()
        buttons = QWidget()
        line = FlowLayout(buttons, spacing=2 * GRID)
        for made in (self.save_button, self.close_button, self.all_button):
            line.addWidget(made)
        asked = label(self.tr("What seems wrong or unclear? It is kept on this computer; you can export it."))
        column(asked, self.field, buttons, self.told, into=form, spacing=2 * GRID)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.close_button.clicked.connect(self._on_close_button_clicked)
        self.all_button.clicked.connect(self._on_all_button_clicked)
        return form

    def _tell(self, words: str, *, tone: str = "muted") -> None:
        self.told.setText(words)
        restyle(self.told, tone=tone)
        self.told.show()
        self.announced.emit(words)

    @Slot()
    def _on_open_button_clicked(self) -> None:
        if self._form is None:
            self._form = self._build_form()
            self._layout.addWidget(self._form)
        self._form.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_save_button_clicked(self) -> None:
        text = storable(self.field.toPlainText().strip()[:_LONGEST])
        if not text:
            self._tell(self.tr("Write something first."), tone="note")
            return
        try:
            self._state.store.reports.add(self._question.id, wording_print(self._question), text)
        except StoreError as error:
            self._tell(f"{error.what} {error.remedy}", tone="wrong")
            return
        self.field.clear()
        self._tell(self.tr("The report is kept."))

    @Slot()
    def _on_close_button_clicked(self) -> None:
        if self._form is not None:
            self._form.hide()
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_all_button_clicked(self) -> None:
        self.link_requested.emit(REPORTS)
