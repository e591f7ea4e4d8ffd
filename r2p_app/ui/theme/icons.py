"""Icons: the SVG files of `resources/icons`, drawn in a colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from r2p_app.paths import resources_dir
from r2p_app.ui.theme.look import current


def icon(name: str, token: str = "ink-2", *, on: str = "", size: int = 18, gap: int = 0) -> QIcon:
    """Return an icon in the colour `token`, in the colour `on` when its button is checked.

    `size` is in pixels at 100 % text; `gap` pixels are left free to the right of the drawing, for the text beside it.
    Icons are of the theme in force: make them anew when it changes.
    """
    theme = current()
    made = QIcon(_pixmap(name, theme.colours[token], theme.px(size), gap, _pixel_ratio()))
    if on:
        checked = _pixmap(name, theme.colours[on], theme.px(size), gap, _pixel_ratio())
        made.addPixmap(checked, QIcon.Mode.Normal, QIcon.State.On)
    return made


def _pixel_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, size: int, gap: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round((size + gap) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
