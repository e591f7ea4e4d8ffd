"""The offer to go on with the run that was left last, or to end it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.learning.quiz import QuizSession
from r2p_app.ui import text
from r2p_app.ui.quiz.scope import scope_title
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, column, label, row


class ContinueCard(Card):
    """The run that was left last.

    Signals:
        continue_requested: Go on with it.
        finish_requested: End it as it stands.
    """

    continue_requested = Signal(str)
    finish_requested = Signal(str)

    def __init__(self, session: QuizSession, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__("check", parent=parent)
        self._run_id = session.run.id
        where = f"{scope_title(state.library, session.run.scope)} · {text.label(session.run.mode)}"
        answered = self.tr("%1 of %2 answered").replace("%1", str(len(session.attempts)))
        self._go_on = button(self.tr("Continue"), "primary")
        self._finish = button(self.tr("End it here"), "quiet")
        words = column(
            label(self.tr("A run is not finished"), TextRole.SMALL_STRONG, tone="accent"),
            label(f"{where} · {answered.replace('%2', str(len(session.questions)))}", TextRole.BODY_STRONG),
            spacing=GRID,
        )
        line = row(spacing=3 * GRID)
        line.addLayout(words, 1)
        for made in (self._finish, self._go_on):
            line.addWidget(made)
        self.body.addLayout(line)
        self._go_on.clicked.connect(self._on_go_on_clicked)
        self._finish.clicked.connect(self._on_finish_clicked)

    def first_focus(self) -> QPushButton:
        """Return the button that goes on."""
        return self._go_on

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self.continue_requested.emit(self._run_id)

    @Slot()
    def _on_finish_clicked(self) -> None:
        self.finish_requested.emit(self._run_id)
