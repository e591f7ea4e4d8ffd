"""At the end of a quiz: the run as one small file for the teacher, with a name only if the student types one."""

from PySide6.QtWidgets import QLineEdit, QWidget

from r2p_app.learning.quiz import QuizSession
from r2p_app.learning.result_file import SUFFIX, saved_result, to_bytes
from r2p_app.ui.export.save_button import SaveButton
from r2p_app.ui.export.saving import FileKind
from r2p_app.ui.live.rows import flowing
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label


class ResultSaver(QWidget):
    """Saves a run for the teacher. Nothing leaves the computer; what is done with the file is the student's choice."""

    def __init__(self, session: QuizSession, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._state = session, state
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name for the teacher, if you like"))
        self.name.setPlaceholderText(self.name.accessibleName())
        self.name.setMaxLength(80)
        self.name.setMinimumWidth(current().px(280))
        kind = FileKind(SUFFIX, self.tr("Result for the teacher"))
        self.save = SaveButton(
            state,
            self.tr("Save as a file for the teacher …"),
            kind,
            stem=f"result-{session.run.id[:8]}",
            make=self._made,
        )
        self.save.setEnabled(bool(session.attempts))
        hint = self.tr("The file holds your answers to this quiz, and your name only if you write it here.")
        column(flowing(self.name, self.save), label(hint, TextRole.SMALL, tone="muted"), into=self, spacing=GRID)

    def _made(self) -> bytes:
        session, pack = self._session, self._state.library.pack
        first = {one.question for one in self._state.store.attempts.first_attempts() if one.run == session.run.id}
        attempts = session.attempts.values()
        return to_bytes(
            saved_result(session.run, attempts, first, pack=pack.id, pack_version=pack.version, name=self.name.text())
        )
