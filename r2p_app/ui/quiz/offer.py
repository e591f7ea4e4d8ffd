"""The offer of a diagnostic on a case: a few questions before reading, which may be left alone (rule L3)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.learning.attempts import Mode
from r2p_app.learning.pick import DIAGNOSTIC, Wish, matching
from r2p_app.ui.quiz.cards import PLAYABLE
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, label, row
from r2p_app.ui.widgets.folding_row import FoldingRow


class DiagnosticOffer(QWidget):
    """One line with two buttons, shown until the learner has taken the diagnostic, read a chapter or said "not now".

    Signals:
        link_requested: The learner wants to begin, or to go on.
    """

    link_requested = Signal(str)

    def __init__(self, case: Case, state: AppState, parent: QWidget) -> None:
        super().__init__(parent)
        self._case, self._state, self._is_declined = case, state, False
        words = self.tr("Before you read: %1 short questions that count for nothing. The answers come at the end.")
        self.begin = button(self.tr("Begin"), "secondary", name=self.tr("Begin the questions before reading"))
        self.decline = button(self.tr("Not now"), "quiet", name=self.tr("Not now: hide the questions before reading"))
        line = FoldingRow(720, spacing=2 * GRID, parent=self)
        line.setContentsMargins(9 * GRID, GRID, 6 * GRID, GRID)
        line.addWidget(label(words.replace("%1", str(DIAGNOSTIC)), TextRole.SMALL, tone="muted"), 1)
        buttons = QWidget()
        row(self.begin, self.decline, into=buttons)
        line.addWidget(buttons, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.begin.clicked.connect(self._on_begin_clicked)
        self.decline.clicked.connect(self._on_decline_clicked)
        self.show_progress()

    def show_progress(self) -> None:
        """Appear or vanish with what the learner has done meanwhile."""
        self.setVisible(not self._is_declined and self._is_new() and self._has_questions())

    def _is_new(self) -> bool:
        """Tell whether the case is still unread, and the diagnostic not finished."""
        store = self._state.store
        if any(run.finished_at is not None for run in store.attempts.held(Mode.DIAGNOSTIC, self._case.id)):
            return False
        read = store.reading.all_progress()
        return not any(read[chapter].finished_at for chapter in self._case.chapters if chapter in read)

    def _has_questions(self) -> bool:
        return len(matching(self._state.library, Wish(self._case.id, kinds=PLAYABLE))) >= DIAGNOSTIC

    @Slot()
    def _on_begin_clicked(self) -> None:
        self.link_requested.emit(str(Link("quiz", ("diagnostic", self._case.id))))

    @Slot()
    def _on_decline_clicked(self) -> None:
        self._is_declined = True
        self.hide()
