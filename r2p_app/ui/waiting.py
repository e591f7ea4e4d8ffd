"""What stands where the page will be: nothing at first, progress if it takes long, or what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from r2p_app.ui.announce import announce
from r2p_app.ui.bars import BarAction
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, column, label, row

PATIENCE = 500
"""Milliseconds before progress is shown: what is faster needs no words."""


class WaitingPage(QWidget):
    """Waits for the content and the profile.

    Signals:
        cancel_requested: The person no longer wants to wait.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.fault = self._words = ""
        self.buttons: list[QPushButton] = []
        self._box = column(into=self)
        self._layer: QWidget | None = None
        self._bar: QProgressBar | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)

    def wait(self, words: str = "") -> None:
        """Start waiting: the page is blank for half a second, then shows progress.

        `words` say what for, if it is not the content.
        """
        self._replace(None)
        self._words = words or self.tr("Loading the content")
        self._patience.start()

    def set_progress(self, done: int, total: int) -> None:
        """Show how much is done, if progress is shown."""
        if self._bar is not None:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def stop(self) -> None:
        """Stop waiting; another page takes the place."""
        self._patience.stop()
        self._replace(None)

    def show_fault(self, title: str, sentences: Sequence[str], actions: Sequence[BarAction]) -> None:
        """Say what is wrong and what to do."""
        self._patience.stop()
        heading = label(title, TextRole.H1)
        self.buttons = [button(action.title, "" if number else "primary") for number, action in enumerate(actions)]
        for made, action in zip(self.buttons, actions, strict=True):
            made.clicked.connect(action.callback)
        line = row(*self.buttons)
        line.addStretch(1)
        page = ScrollPage()
        for widget in (heading, *(_selectable(label(sentence)) for sentence in sentences)):
            page.body.addWidget(widget)
        page.body.addLayout(line)
        self._replace(page)
        self.fault = ". ".join((title, " ".join(sentences)))
        announce(heading, self.fault, urgent=True)

    def _replace(self, layer: QWidget | None) -> None:
        if self._layer is not None:
            self._layer.hide()
            self._layer.deleteLater()
        self._layer, self._bar, self.fault = layer, None, ""
        if layer is not None:
            self._box.addWidget(layer)

    @Slot()
    def _on_patience_timeout(self) -> None:
        page, bar = ScrollPage(), QProgressBar()
        bar.setMaximumWidth(480)
        bar.setTextVisible(False)
        bar.setRange(0, 0)
        bar.setAccessibleName(self._words)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.cancel_requested)
        page.body.addWidget(label(self._words, TextRole.H2))
        page.body.addWidget(bar)
        page.body.addWidget(cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self._replace(page)
        self._bar = bar
        announce(bar, bar.accessibleName())


def _selectable(made: QLabel) -> QLabel:
    flags = Qt.TextInteractionFlag
    made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return made
