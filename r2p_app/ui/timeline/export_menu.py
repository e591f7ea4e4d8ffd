"""The button “Export”: a menu of formats, then a name, then the file."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from r2p_app.ui.export.painted import PNG_SCALES
from r2p_app.ui.export.saving import Asker, SavingDialog, ask_path, ask_target
from r2p_app.ui.state import AppState
from r2p_app.ui.timeline.export_files import ExportOptions, Format, file_kind, work
from r2p_app.ui.timeline.export_poster import PosterDialog
from r2p_app.ui.timeline.export_seen import Seen, file_stem


@dataclass(frozen=True, slots=True)
class _Order:
    """What was ordered from the menu."""

    format: Format
    seen: Seen
    options: ExportOptions


class ExportButton(QPushButton):
    """Exports what is seen of the timeline; `seen` is asked for it when the menu is used."""

    def __init__(
        self, state: AppState, seen: Callable[[], Seen], *, ask: Asker = ask_path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._seen, self._ask = state, seen, ask
        self._order: _Order | None = None
        self.setText(self.tr("Export"))
        self.setAccessibleName(self.tr("Export the timeline"))
        self.setProperty("kind", "toggle")
        self.dark = QAction(self.tr("Pictures on a dark ground"), self, checkable=True)
        self._fill_menu()

    def export(self, format_: Format, *, scale: int = 1, bom: bool = False) -> None:
        """Ask for a name and write what is seen; a poster asks first how it is to be printed."""
        if format_ is Format.PDF:
            self._ask_poster()
            return
        theme = "dark" if self.dark.isChecked() else "light"
        options = ExportOptions(theme=theme, text=self._state.look.theme.scale, scale=scale, bom=bom)
        self._save(_Order(format_, self._seen(), options))

    def _fill_menu(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        self._add(menu, self.tr("Picture for print and web (SVG)…"), Format.SVG)
        sizes = menu.addMenu(self.tr("Picture (PNG)"))
        for scale in PNG_SCALES:
            words = self.tr("As on the screen…") if scale == 1 else self.tr("%1 times as fine…")
            self._add(sizes, words.replace("%1", str(scale)), Format.PNG, scale=scale)
        menu.addAction(self.dark)
        menu.addSeparator()
        self._add(menu, self.tr("Poster over several sheets (PDF)…"), Format.PDF)
        menu.addSeparator()
        self._add(menu, self.tr("Table (CSV)…"), Format.CSV)
        self._add(menu, self.tr("Table for Excel (CSV)…"), Format.CSV, bom=True)
        self._add(menu, self.tr("Data for TimelineJS (JSON)…"), Format.TIMELINEJS)
        self.setMenu(menu)

    def _add(self, menu: QMenu, words: str, format_: Format, *, scale: int = 1, bom: bool = False) -> None:
        action = menu.addAction(words)
        action.setObjectName(f"export-{format_}{scale if scale > 1 else ''}{'-bom' if bom else ''}")
        action.setData((format_, scale, bom))
        action.triggered.connect(self._on_action_triggered)

    def _ask_poster(self) -> None:
        dialog = PosterDialog(self._seen(), self.window())
        dialog.setObjectName("poster")
        dialog.accepted.connect(self._on_poster_accepted)
        dialog.open()

    @Slot()
    def _on_action_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            format_, scale, bom = action.data()
            self.export(Format(format_), scale=scale, bom=bom)

    @Slot()
    def _on_poster_accepted(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, PosterDialog):
            self._save(_Order(Format.PDF, dialog.seen, ExportOptions(plan=dialog.plan)))

    def _save(self, order: _Order) -> None:
        self._order = order
        kind = file_kind(order.format)
        target = ask_target(self.window(), self._state.preferences, file_stem(order.seen), kind, self._ask)
        if target is None:
            return
        dialog = SavingDialog(work(order.seen, order.format, order.options), target, self.window())
        dialog.again_requested.connect(self._on_saving_again_requested)
        dialog.start()

    @Slot()
    def _on_saving_again_requested(self) -> None:
        if self._order is not None:
            self._save(self._order)
