"""What a class sees, twice: small before its teacher, and in a window of its own while there is one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.ui.projector.canvas import ProjectorCanvas
from r2p_app.ui.projector.window import ProjectorWindow


class ClassScreens(QObject):
    """The preview and the projector's window, kept alike.

    Signals:
        opened: There is a window now, with nothing on it yet.
        key_pressed: A key in the window is for the teacher's controls.
        closed: The window is gone.
    """

    opened = Signal()
    key_pressed = Signal(int)
    closed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preview = ProjectorCanvas()
        self.window: ProjectorWindow | None = None

    @property
    def largest(self) -> ProjectorCanvas:
        """What the class sees if it sees anything: the window's sheet, else the preview."""
        return self.window.canvas if self.window is not None else self.preview

    def each(self, do: Callable[[ProjectorCanvas], None]) -> None:
        """Do the same to every sheet."""
        for canvas in dict.fromkeys((self.preview, self.largest)):
            do(canvas)

    def scroll_by(self, pages: int) -> None:
        """Move every sheet down (or up) to what has no room."""
        self.each(lambda canvas: canvas.scroll_by(pages))

    def set_blank(self, *, blank: bool) -> None:
        """Show nothing, or the content again."""
        self.each(lambda canvas: canvas.set_blank(blank=blank))

    def open(self, beside: QWidget) -> None:
        """Show the window: on a screen on which `beside` is not, where there is one."""
        if self.window is None:
            self.window = ProjectorWindow()
            self.window.canvas.set_blank(blank=self.preview.is_blank)
            self.window.key_pressed.connect(self.key_pressed)
            self.window.closed.connect(self._on_window_closed)
            self.opened.emit()
        self.window.show_on(beside)

    def close(self) -> None:
        """Close the window, if there is one."""
        if self.window is not None:
            self.window.close()

    @Slot()
    def _on_window_closed(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
            self.closed.emit()
