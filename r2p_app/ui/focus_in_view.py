"""What has the focus is in view: Qt scrolls to it only when it comes from within the same view."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class FocusInView(QObject):
    """Scrolls to what has just got the focus where nothing of it is to be seen, as after Tab has gone round."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_giving = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_app_focus_changed)

    def give(self, target: QWidget) -> None:
        """Give the focus without scrolling to it: a page that opens, above all a question, is seen from its top."""
        self._is_giving = True
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_giving = False

    @Slot(object, object)
    def _on_app_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._is_giving or new is None or not new.visibleRegion().isEmpty():
            return
        around = new.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(new)
            around = around.parentWidget()
