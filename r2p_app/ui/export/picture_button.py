"""A button “Export” for one view: a menu of picture formats, then a name, then the file."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from r2p_app.ui.export.painted import PNG_SCALES
from r2p_app.ui.export.picture import Picture
from r2p_app.ui.export.saving import Asker, FileKind, SavingDialog, ask_path, ask_target
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import Theme, load_theme


class Exported(NamedTuple):
    """What is to be saved: a name for the file, and what makes the picture in a theme."""

    stem: str
    make: Callable[[Theme], Picture]


class PictureButton(QPushButton):
    """Exports what is seen; `seen` is asked for it when the menu is used, `name` says of what this is the button."""

    def __init__(
        self,
        state: AppState,
        seen: Callable[[], Exported],
        *,
        name: str,
        ask: Asker = ask_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._seen, self._ask = state, seen, ask
        self._again: Callable[[], None] | None = None
        self.setText(self.tr("Export"))
        self.setAccessibleName(name)
        self.setProperty("kind", "toggle")
        self.dark = QAction(self.tr("On a dark ground"), self, checkable=True)
        self._fill_menu()

    def export(self, scale: int = 0) -> None:
        """Ask for a name and write the picture: PNG at a scale, SVG for none."""
        theme = load_theme("dark" if self.dark.isChecked() else "light", self._state.look.theme.scale)
        kind = FileKind(".png", self.tr("PNG picture")) if scale else FileKind(".svg", self.tr("SVG picture"))
        self._save(self._seen(), kind, theme, scale)

    def _fill_menu(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        self._add(menu, self.tr("Picture for print and web (SVG)…"), 0)
        for scale in PNG_SCALES:
            words = self.tr("Picture as on the screen (PNG)…") if scale == 1 else self.tr("%1 times as fine (PNG)…")
            self._add(menu, words.replace("%1", str(scale)), scale)
        menu.addSeparator()
        menu.addAction(self.dark)
        self.setMenu(menu)

    def _add(self, menu: QMenu, words: str, scale: int) -> None:
        action = menu.addAction(words)
        action.setData(scale)
        action.triggered.connect(self._on_action_triggered)

    def _save(self, exported: Exported, kind: FileKind, theme: Theme, scale: int) -> None:
        def again() -> None:
            self._save(exported, kind, theme, scale)

        self._again = again
        target = ask_target(self.window(), self._state.preferences, exported.stem, kind, self._ask)
        if target is not None:
            dialog = SavingDialog(_work(exported, theme, scale), target, self.window())
            dialog.again_requested.connect(self._on_saving_again_requested)
            dialog.start()

    @Slot()
    def _on_action_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.export(action.data())

    @Slot()
    def _on_saving_again_requested(self) -> None:
        if self._again is not None:
            self._again()


def _work(exported: Exported, theme: Theme, scale: int) -> Work:
    yield Progress(0, 1)
    picture = exported.make(theme)
    return picture.png(scale) if scale else picture.svg()
