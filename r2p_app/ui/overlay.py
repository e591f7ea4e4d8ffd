"""A panel that floats over the window: Esc closes it, Tab stays in it, and the focus returns to where it was."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget


class Overlay(QFrame):
    """The base of such panels. It keeps its place when the host is resized.

    Signals:
        closed: The panel is hidden again.
    """

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("card", "floating")
        self._host = host
        self._came_from: QWidget | None = None
        host.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return not self.isHidden()

    def open(self) -> None:
        """Show the panel over everything and give it the focus."""
        if not self.is_open:
            self._came_from = QApplication.focusWidget()
        self.fit()
        self.show()
        self.raise_()
        if (target := self.first_focus()) is not None:
            target.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Hide the panel; the focus returns if it is still inside."""
        if not self.is_open:
            return
        had_focus, focus = self._holds_focus(), QApplication.focusWidget()
        if had_focus and focus is not None:
            focus.clearFocus()  # else Qt looks through every widget of the window for the next stop, and finds none
        self.hide()
        if had_focus and self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self.closed.emit()

    def fit(self) -> None:
        """Take the place that suits the host's size and what is shown."""
        self.setGeometry(self.wanted_geometry(self._host.rect()))

    def wanted_geometry(self, host: QRect) -> QRect:
        """Return where the panel belongs within the host."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Return the widget that takes the focus when the panel opens."""
        return next(iter(self._stops()), None)

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is None or focus is self or self.isAncestorOf(focus)

    def _stops(self) -> list[QWidget]:
        """Return the widgets that Tab reaches, in order."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if self.isAncestorOf(widget) and _is_stop(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside."""
        stops, focus = self._stops(), self.focusWidget()
        if not stops:
            return False
        index = stops.index(focus) if focus in stops else -1
        target = stops[(index + (1 if forward else -1)) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the host changes its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.is_open:
            self.fit()
        return super().eventFilter(watched, event)


def _is_stop(widget: QWidget) -> bool:
    tabbed = (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
    return tabbed and widget.isVisible() and widget.isEnabled()
