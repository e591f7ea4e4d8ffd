"""Addresses outside the program: opened only when a person says so, in their own browser."""

from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.ui.bars import BarAction, BarArea

KEY = "external"
Opener = Callable[[QUrl], bool]


def host_of(address: str) -> str:
    """Return the host of a web address, "" for anything else."""
    try:
        split = urlsplit(address)
    except ValueError:
        return ""
    return split.hostname or "" if split.scheme in ("http", "https") else ""


class ExternalLinks(QObject):
    """Asks before an address is opened, in a line above the page."""

    def __init__(self, bars: BarArea, *, opener: Opener = QDesktopServices.openUrl) -> None:
        super().__init__(bars)
        self.bars, self._opener = bars, opener
        self._address = ""
        self._came_from: QWidget | None = None

    def ask(self, address: str) -> None:
        """Say which site would open, and wait for a click; the focus is on the button that opens it."""
        self._address, self._came_from = address, QApplication.focusWidget()
        text = self.tr("%1 opens in your web browser, outside this program.").replace("%1", host_of(address))
        actions = (
            BarAction(self.tr("Open in the browser"), self._on_open_clicked),
            BarAction(self.tr("Copy the address"), self._on_copy_clicked),
        )
        bar = self.bars.show_message(KEY, text, actions)
        bar.setToolTip(address)
        bar.dismissed.connect(self._on_bar_dismissed)
        bar.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_open_clicked(self) -> None:
        opened = self._opener(QUrl(self._address))
        self._finish()
        if not opened:
            self.bars.show_message(
                KEY,
                self.tr("No web browser could be started. The address is %1").replace("%1", self._address),
                (BarAction(self.tr("Copy the address"), self._on_copy_clicked),),
            )

    @Slot()
    def _on_copy_clicked(self) -> None:
        QApplication.clipboard().setText(self._address)
        self._finish()

    @Slot()
    def _on_bar_dismissed(self) -> None:
        self._give_focus_back()

    def _finish(self) -> None:
        self.bars.clear(KEY)
        self._give_focus_back()

    def _give_focus_back(self) -> None:
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
