"""Whether one sees where the focus is (2.4.7), and whether anything covers it (2.4.11), measured on what is painted."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import contrast
from r2p_app.ui.widgets.prose import Prose
from tests.accessibility.contrast import style
from tests.accessibility.seen import Finding, describe, in_view

_RATIO = 3.0
"""How well the sign of the focus has to stand out from the ground (1.4.11)."""

_LEAST = 24
"""Pixels that have to change so much: one side of the smallest target."""

_AROUND = 4
"""Rings may lie outside the widget by so many pixels."""

ARE_ALONE = {"ProjectorCanvas": "it is all there is in a window that a class looks at"}
"""What needs no sign of the focus, as nothing else could have it."""


class FocusRule:
    """Looks once at the focus on widgets of each style, and at each stop for what covers it."""

    def __init__(self) -> None:
        self._seen: set[tuple[object, ...]] = set()

    def at_stop(self, widget: QWidget) -> Iterator[Finding]:
        """Yield what is wrong with the widget that Tab has just reached."""
        if is_obscured(widget):
            QApplication.processEvents()  # what scrolls after it may do so a moment later
            if is_obscured(widget):
                yield Finding("focus obscured", describe(widget))
                return
        key = (current().name, type(widget), widget.isEnabled(), *style(widget))
        if key not in self._seen and type(widget).__name__ not in ARE_ALONE:
            self._seen.add(key)
            if (changed := changed_pixels(widget)) < _LEAST:
                yield Finding("focus unseen", describe(widget), f"{changed} pixels change")


def is_obscured(widget: QWidget) -> bool:
    """Tell whether nothing of a widget, in a text of the link with the focus, is in view: scrolled away, or covered."""
    seen = in_view(widget)
    if isinstance(widget, Prose) and widget.hasFocus() and widget.textCursor().hasSelection():
        cursor = widget.textCursor()
        lines = widget.rects(cursor.selectionStart(), cursor.selectionEnd())
        seen &= lines[0].united(lines[-1]).toAlignedRect()
    return seen.isEmpty() or all(_is_covered(widget, point) for point in _points(seen))


def _points(rect: QRect) -> Iterator[QPoint]:
    inner = rect.adjusted(2, 2, -2, -2)
    yield from (rect.center(), inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight())


def _is_covered(widget: QWidget, point: QPoint) -> bool:
    window = widget.window()
    top = window.childAt(widget.mapTo(window, point))
    return top is not None and top is not widget and not (widget.isAncestorOf(top) or top.isAncestorOf(widget))


def changed_pixels(widget: QWidget) -> int:
    """Return how many pixels that stand out from the ground a widget paints otherwise, as it has the focus."""
    with_focus = _around(widget)
    widget.clearFocus()
    without = _around(widget)
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    ground = _name(Counter(memoryview(without.constBits()).cast("I")).most_common(1)[0][0])
    changes = Counter(here for here, _ in _differences(with_focus, without))
    return sum(count for here, count in changes.items() if contrast(_name(here), ground) >= _RATIO)


def _differences(first: QImage, second: QImage) -> Iterator[tuple[int, int]]:
    """Yield what pixels were and are."""
    pixels = zip(memoryview(first.constBits()).cast("I"), memoryview(second.constBits()).cast("I"), strict=True)
    return ((here, there) for here, there in pixels if here != there)


def _around(widget: QWidget) -> QImage:
    window = widget.window()
    rect = in_view(widget).translated(widget.mapTo(window, QPoint(0, 0)))
    rect = rect.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & window.rect()
    return window.grab(rect).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _name(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06X}"
