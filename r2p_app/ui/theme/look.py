"""The look of the running program: theme, text size and motion, applied to the whole application at once.

Qt keeps style, palette and font per application, and so do we: `current()` is what every painted widget reads.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from r2p_app.paths import resources_dir
from r2p_app.ui.theme.style import style_sheet
from r2p_app.ui.theme.tokens import TextRole, Theme, load_theme

_FACES = (
    "SourceSerif4-Semibold.otf",
    "SourceSerif4-Regular.otf",
    "SourceSerif4-It.otf",
    "SourceSerif4-Bold.otf",
    "Inter-Regular.otf",
    "Inter-SemiBold.otf",
    "Inter-Italic.otf",
)

_NEW_LOOK = frozenset((QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange))

_current: Theme | None = None


def current() -> Theme:
    """Return the theme in force (the light one before any was applied)."""
    return _current or load_theme("light")


def is_new_look(event: QEvent) -> bool:
    """Tell, in a widget's `changeEvent`, whether colours, faces or sizes are others now."""
    return event.type() in _NEW_LOOK


@contextmanager
def drawn_in(theme: Theme) -> Iterator[None]:
    """Have everything that is painted inside use this theme: for paper and files, which do not follow the screen.

    Only for painting in one go on the GUI thread: no event may be processed inside.
    """
    global _current  # noqa: PLW0603 - see the module docstring
    before, _current = _current, theme
    try:
        yield
    finally:
        _current = before


class Look(QObject):
    """Applies a theme, a text size and a motion preference.

    Signals:
        changed: Another theme, text size or motion preference is in force.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name, self._scale, self._reduced_motion = "light", 1.0, False
        self._has_faces = False

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return load_theme(self._name, self._scale)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing should move by itself."""
        return self._reduced_motion

    def load_faces(self) -> None:
        """Load the shipped fonts, once; needed before there are words, not before the frame is painted."""
        if not self._has_faces:
            self._has_faces = True
            for name in _FACES:
                QFontDatabase.addApplicationFont(str(resources_dir() / "fonts" / name))

    def apply(self, name: str | None = None, scale: float | None = None, *, reduced_motion: bool | None = None) -> None:
        """Put a theme, text scale or motion preference in force; what is not given stays."""
        self._name = name or self._name
        self._scale = scale or self._scale
        self._reduced_motion = self._reduced_motion if reduced_motion is None else reduced_motion
        self._set_on_application()
        self.changed.emit()

    def _set_on_application(self) -> None:
        global _current  # noqa: PLW0603 - see the module docstring
        theme = self.theme
        _current = theme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_palette(theme))
            app.setFont(theme.font(TextRole.BODY))
            app.setStyleSheet(style_sheet(theme))


_PALETTE = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface-2",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink-2",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent-ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "accent",
}


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ink-2"))
    return palette
