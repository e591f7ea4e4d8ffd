"""How well words stand out from what is behind them, measured in the pixels that were painted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import contrast
from r2p_app.ui.widgets.prose import Prose
from tests.accessibility.seen import Finding, describe, in_view, parts

USUAL, HIGH, LARGE = 4.5, 7.0, 3.0
"""Ratios that text needs (1.4.3), in high contrast (1.4.6), and where it is large."""

_LARGE_TEXT, _LARGE_BOLD = 24, 18.66
"""Pixels from which text is large: 18 points, or 14 points when bold."""

_MARGIN = 3
"""Borders and rings lie in these pixels around the words."""

_SHOWS = (QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, Prose)


class ContrastRule:
    """Looks once at words of each style on each ground: they are painted alike wherever they stand (1.4.3, 1.4.6)."""

    def __init__(self) -> None:
        self._seen: set[tuple[object, ...]] = set()

    def words_stand_out(self, window: QWidget) -> Iterator[Finding]:
        """Yield words that are too faint."""
        picture: QImage | None = None
        for widget in parts(window):
            if isinstance(widget, _SHOWS) and widget.isEnabled() and not _is_covered(widget) and self._is_new(widget):
                picture = picture or window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
                rect = in_view(widget).translated(widget.mapTo(window, widget.rect().topLeft()))
                yield from _faint(widget, picture, rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))

    def _is_new(self, widget: QWidget) -> bool:
        rect = in_view(widget)
        if min(rect.width(), rect.height()) < 4 * _MARGIN or not _words(widget):
            return False
        key = (current().name, type(widget), *style(widget))
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


def _is_covered(widget: QWidget) -> bool:
    """Tell whether a panel lies over the widget."""
    window = widget.window()
    top = window.childAt(widget.mapTo(window, in_view(widget).center()))
    return top is not None and top is not widget and not (widget.isAncestorOf(top) or top.isAncestorOf(widget))


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QPlainTextEdit | Prose):
        return widget.toPlainText() or widget.placeholderText()
    return "words"


def style(widget: QWidget) -> Iterator[object]:
    """Yield what decides how words are painted: the style sheet's properties, here and around, and the state."""
    one: QWidget | None = widget
    while one is not None and not one.isWindow():
        yield tuple(one.property(name) for name in ("role", "tone", "kind", "card", "on", "verdict", "tag", "keycap"))
        one = one.parentWidget()
    yield isinstance(widget, QAbstractButton) and widget.isChecked(), widget.hasFocus(), widget.palette().cacheKey()


def _faint(widget: QWidget, picture: QImage, rect: QRect) -> Iterator[Finding]:
    ground, inks = _colours(picture, rect)
    wanted = _wanted(widget)
    for ink in _inks(widget) or (max(inks, key=lambda colour: contrast(colour, ground), default=ground),):
        if (ratio := contrast(ink, ground)) < wanted:
            yield Finding("faint", describe(widget), f"{ink} on {ground}: {ratio:.2f}, wanted {wanted}")


def _wanted(widget: QWidget) -> float:
    if current().name == "contrast":
        return HIGH
    font = widget.font()
    return LARGE if font.pixelSize() >= (_LARGE_BOLD if font.bold() else _LARGE_TEXT) else USUAL


def _inks(widget: QWidget) -> Sequence[str]:
    """Return the colours in which the words are written, where a widget can tell."""
    if isinstance(widget, Prose):
        return tuple(sorted(_written(widget)))
    if isinstance(widget, QLabel) and "<" not in widget.text():
        return (_name(widget.palette().color(QPalette.ColorRole.WindowText)),)
    return ()


def _written(text: Prose) -> Iterator[str]:
    block = text.document().begin()
    while block.isValid():
        for span in block.textFormats():
            brush = span.format.foreground()
            yield _name(brush.color() if brush.style().value else text.palette().color(QPalette.ColorRole.Text))
        block = block.next()


def _colours(picture: QImage, rect: QRect) -> tuple[str, set[str]]:
    """Return the most frequent colour of a part of the picture, and all of its colours."""
    part = picture.copy(rect & picture.rect())
    found = Counter(memoryview(part.constBits()).cast("I"))
    names = {_hex(pixel) for pixel in found}
    return _hex(found.most_common(1)[0][0]), names


@lru_cache(maxsize=4096)
def _hex(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06X}"


def _name(colour: QColor) -> str:
    return colour.name().upper()
