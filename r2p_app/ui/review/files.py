"""What a learner can save of their answers: tables, or all of it as data."""

from PySide6.QtCore import QCoreApplication

from r2p_app.export.progress import Record, answers_csv, progress_json, questions_csv
from r2p_app.ui.export.save_button import SaveButton
from r2p_app.ui.export.saving import FileKind
from r2p_app.ui.review.standing import record
from r2p_app.ui.state import AppState

translate = QCoreApplication.translate


class RecordFiles:
    """Makes the files, each from what is known when it is asked for."""

    def __init__(self, state: AppState) -> None:
        self._state = state

    def buttons(self) -> list[SaveButton]:
        """Return a button for each file."""
        table, data = FileKind(".csv", translate("Review", "Table")), FileKind(".json", translate("Review", "Data"))
        return [
            SaveButton(self._state, words, kind, stem=stem, make=make)
            for words, kind, stem, make in (
                (translate("Review", "Save all answers (CSV) …"), table, "answers", self._answers),
                (translate("Review", "Save all questions (CSV) …"), table, "questions", self._questions),
                (translate("Review", "Save everything (JSON) …"), data, "progress", self._everything),
            )
        ]

    def _record(self) -> Record:
        return record(self._state.library, self._state.store, self._state.now())

    def _answers(self) -> bytes:
        return answers_csv(self._record())

    def _questions(self) -> bytes:
        return questions_csv(self._record())

    def _everything(self) -> bytes:
        return progress_json(self._record())
