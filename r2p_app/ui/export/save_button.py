"""A button that saves something the program has at hand: a name is asked for, then the file is written."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.ui.export.saving import Asker, FileKind, SavingDialog, ask_path, ask_target
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.state import AppState


class SaveButton(QPushButton):
    """Saves what `make` returns, under a name that begins as `stem`."""

    def __init__(
        self,
        state: AppState,
        words: str,
        kind: FileKind,
        *,
        stem: str,
        make: Callable[[], bytes],
        ask: Asker = ask_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._state, self._kind, self._stem, self._make, self.ask = state, kind, stem, make, ask
        self.setAccessibleName(words)
        self.setAutoDefault(True)  # else only the space bar presses it
        self.clicked.connect(self.save)

    @Slot()
    def save(self) -> None:
        """Ask for a name and write the file."""
        target = ask_target(self.window(), self._state.preferences, self._stem, self._kind, self.ask)
        if target is None:
            return
        dialog = SavingDialog(_work(self._make), target, self.window())
        dialog.again_requested.connect(self.save)
        dialog.start()


def _work(make: Callable[[], bytes]) -> Work:
    yield Progress(0, 1)
    return make()
