"""The rules for what stands on the screen at one moment. `RULES` is all of them; each yields what breaks it."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollBar,
    QWidget,
)

from r2p_app.ui.widgets.elided_button import ElidedButton
from r2p_app.ui.widgets.prose import Prose
from tests.accessibility.seen import (
    Finding,
    describe,
    is_pressed,
    name_of,
    painted_items,
    parts,
    scrolls,
    takes_tab,
)

Rule = Callable[[QWidget], Iterator[Finding]]

TARGET = 24
"""Pixels that a target has to measure each way (WCAG 2.2, 2.5.8)."""

HAVE_A_TWIN = {
    "TimelineView": "every event is a row of the table as well",
    "MiniTimeline": "it opens the timeline, with its table",
    "Overview": "it moves what is shown, as the keys do",
}
"""Painted views whose items may be smaller, as the same page offers them in another way (2.5.8, equivalent)."""

_ITEMS = 40
"""How many painted items of a widget are looked at: they are all of a kind."""


def everything_has_a_name(window: QWidget) -> Iterator[Finding]:
    """What takes the focus, and every painted item, says what it is (4.1.2)."""
    for widget in parts(window):
        if takes_tab(widget) and not name_of(widget).strip():
            yield Finding("no name", describe(widget))
        for item in list(painted_items(widget))[:_ITEMS]:
            if item.state().focusable and not item.text(QAccessible.Text.Name).strip():
                yield Finding("no name", f"{describe(widget)}: an item of it")


def targets_are_large_enough(window: QWidget) -> Iterator[Finding]:
    """What is clicked or typed in measures 24 pixels each way; links within a sentence are as high as their line."""
    for widget in parts(window):
        if _is_target(widget) and min(widget.width(), widget.height()) < TARGET and widget.width() > 0:
            yield Finding("small target", describe(widget), f"{widget.width()}x{widget.height()}")
        for rect in _item_rects(widget):
            if not rect.isEmpty() and min(rect.width(), rect.height()) < TARGET:
                yield Finding("small target", f"{describe(widget)}: an item of it", f"{rect.width()}x{rect.height()}")


def _is_target(widget: QWidget) -> bool:
    typed = isinstance(widget, QLineEdit | QComboBox | QAbstractSlider)
    if isinstance(widget, QScrollBar) or (isinstance(widget, QLineEdit) and _is_inside_field(widget)):
        return False  # a scroll bar is one of several ways to scroll: wheel, keys
    return widget.isEnabled() and (typed or is_pressed(widget))


def _is_inside_field(widget: QWidget) -> bool:
    """Return whether a line edit is a part of a larger field, which is the target."""
    parent = widget.parentWidget()
    return parent is not None and (parent.inherits("QAbstractSpinBox") or isinstance(parent, QComboBox))


def _item_rects(widget: QWidget) -> Iterator[QRect]:
    if isinstance(widget, QAbstractItemView):
        model, root = widget.model(), widget.rootIndex()
        count = model.rowCount(root) if model is not None else 0
        yield from (widget.visualRect(model.index(row, 0, root)) for row in range(min(count, _ITEMS)))
    elif isinstance(widget, QMenu):
        yield from (widget.actionGeometry(action) for action in widget.actions() if not action.isSeparator())
    elif type(widget).__name__ not in HAVE_A_TWIN:
        yield from (item.rect() for item in list(painted_items(widget))[:_ITEMS] if item.state().focusable)


def words_are_whole(window: QWidget) -> Iterator[Finding]:
    """No word is cut off: what shows text is as large as its text, and nothing around it hides a part."""
    for widget in parts(window):
        if (lack := _lack(widget)) is not None:
            yield Finding("clipped", describe(widget), lack)
        elif _has_words(widget) and (cutter := _cut_by(widget)) is not None:
            yield Finding("hidden", describe(widget), f"by {type(cutter).__name__}")


def _has_words(widget: QWidget) -> bool:
    shows = (isinstance(widget, QLabel | QAbstractButton) and widget.text()) or isinstance(widget, Prose | QLineEdit)
    return bool(shows) and widget.width() > 0


def _lack(widget: QWidget) -> str | None:
    """Return what a text needs beside what it has, None where that is enough."""
    if not _has_words(widget) or isinstance(widget, ElidedButton):  # its words are whole in its tip and its name
        return None
    needed, wide, high = widget.sizeHint(), widget.width(), widget.height()
    if widget.hasHeightForWidth():
        return _too_low(widget.heightForWidth(wide), high)
    if isinstance(widget, QLabel) and widget.pixmap().isNull():
        return _too_narrow(needed.width(), wide) or _too_low(needed.height(), high)
    if isinstance(widget, QPushButton) and widget.text():
        return _too_narrow(_least_width(widget), wide)
    return None


def _least_width(button: QPushButton) -> int:
    """Return the width of the words alone: a hint has room for more than them."""
    return button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, button.text()).width()


def _too_low(needed: int, has: int) -> str | None:
    return f"needs {needed} px of height, has {has}" if needed > has + 1 else None


def _too_narrow(needed: int, has: int) -> str | None:
    return f"needs {needed} px of width, has {has}" if needed > has + 1 else None


def _cut_by(widget: QWidget) -> QWidget | None:
    """Return the widget that hides a part of this one although nobody can scroll there."""
    rect, one = widget.rect(), widget
    while not one.isWindow() and (parent := one.parentWidget()) is not None:
        rect = QRect(one.mapToParent(QPoint(0, 0)) + rect.topLeft(), rect.size())
        if (area := scrolls(parent)) is not None:
            is_fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            return parent if is_fixed and _over(rect, parent) else None
        if _over(rect, parent) or rect.bottom() > parent.height() + 1 or rect.top() < -1:
            return parent
        one = parent
    return None


def _over(rect: QRect, parent: QWidget) -> bool:
    return rect.right() > parent.width() + 1 or rect.left() < -1


def menus_speak(window: QWidget) -> Iterator[Finding]:
    """Every entry of every menu has words and is high enough."""
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        menu.ensurePolished()
        for action in menu.actions():
            if not action.isSeparator() and not action.text().strip() and action.isVisible():
                yield Finding("no name", f"{type(menu).__name__} of {describe(window)}: an entry")
        for rect in _item_rects(menu):
            if not rect.isEmpty() and rect.height() < TARGET:
                yield Finding("small target", f"{type(menu).__name__}: an entry", f"{rect.height()}")


RULES: Mapping[str, Rule] = {
    rule.__name__: rule for rule in (everything_has_a_name, targets_are_large_enough, words_are_whole, menus_speak)
}
