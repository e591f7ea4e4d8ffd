"""Going through a window with Tab alone: where it leads, whether one gets away again, and what it never reaches."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateTimeEdit, QTextEdit, QWidget

from r2p_app.ui.overlay import Overlay
from tests.accessibility.seen import Finding, describe, is_pressed, parts, takes_tab

_MOST = 3000
"""Stops after which going round has failed."""

HAVE_KEYS = {
    "Shell": "the side buttons of a mouse go back and forward, as do Alt+Left and Alt+Right",
    "MarginView": "its cards are what the links of the text beside them open",
    "Pile": "the number of the pile lays the card in focus on it, and so does the list beside the card",
    "ItemRow": "Alt and an arrow key move the row in focus, as its two buttons do",
}
"""What listens to the mouse and has no focus of its own, and the keys that do the same."""


class Stop(NamedTuple):
    """Where the focus stands: a widget, and in a text the link, in a date the day, month or year."""

    widget: QWidget
    place: tuple[int, int] = (0, 0)


AtStop = Callable[[QWidget], Iterator[Finding]]


def tabs_lead_everywhere(window: QWidget, at_stop: AtStop = lambda _widget: iter(())) -> Iterator[Finding]:
    """Tab comes round, backwards too, and reaches whatever a mouse can press (2.1.1, 2.1.2).

    On the way forward `at_stop` is asked about each widget that has the focus.
    """
    if not window.isActiveWindow():
        return  # it is behind another, which has the keys
    window = _panel(window) or window
    found: list[Finding] = []
    forward = _round(Qt.Key.Key_Tab, lambda widget: found.extend(at_stop(widget)))
    yield from found
    if forward and not _is_closed(forward):
        yield Finding("focus trap", describe(forward[-1].widget), "Tab")
    backward = _round(Qt.Key.Key_Backtab)
    if backward and not _is_closed(backward):
        yield Finding("focus trap", describe(backward[-1].widget), "Shift+Tab")
    yield from _unreached(window, {stop.widget for stop in (*forward, *backward)})


def _panel(window: QWidget) -> QWidget | None:
    """Return the panel over the window that has the focus: Tab stays in it until Esc closes it, as in a dialog."""
    focus = window.focusWidget()
    panels = (panel for panel in window.findChildren(Overlay) if panel.is_open and panel.isVisible())
    return next((panel for panel in panels if focus is not None and panel.isAncestorOf(focus)), None)


def _here() -> Stop | None:
    widget = QApplication.focusWidget()
    if widget is None:
        return None
    if isinstance(widget, QDateTimeEdit):
        return Stop(widget, (widget.currentSectionIndex(), 0))
    if isinstance(widget, QTextEdit):
        cursor = widget.textCursor()
        return Stop(widget, (cursor.selectionStart(), cursor.selectionEnd()))
    return Stop(widget)


def _round(key: Qt.Key, at_stop: Callable[[QWidget], None] = lambda _widget: None) -> list[Stop]:
    """Press a key until the focus is where it was before; the last stop is then the same as an earlier one."""
    stops: dict[Stop, None] = {}
    stop = _here()
    while stop is not None and stop not in stops and len(stops) < _MOST:
        stops[stop] = None
        QTest.keyClick(stop.widget, key)
        stop = _here()
        if stop is not None:
            at_stop(stop.widget)
    return [*stops, stop] if stop is not None else [*stops]


def _is_closed(stops: list[Stop]) -> bool:
    """Tell whether the way goes round, and is not held by a few things at its end.

    Its beginning need not be in the round: a page may give the focus to what Tab itself passes over.
    """
    ring = {stop.widget for stop in stops[stops.index(stops[-1]) :]}
    return 2 * len(ring) > len({stop.widget for stop in stops})


def _unreached(window: QWidget, reached: set[QWidget]) -> Iterator[Finding]:
    wanted = [widget for widget in parts(window) if _is_wanted(widget) and widget not in reached]
    by_arrows = _reached_by_arrows({widget.parentWidget() for widget in wanted}, reached) if wanted else set()
    for widget in wanted:
        if not ((reached | by_arrows) & {widget, *_stand_ins(widget)}):
            yield Finding("mouse only", describe(widget))


def _is_wanted(widget: QWidget) -> bool:
    kinds = {type(widget).__name__, type(widget.parentWidget()).__name__ if not takes_tab(widget) else ""}
    if kinds & HAVE_KEYS.keys() or (widget.isWindow() and type(widget).keyPressEvent is not QWidget.keyPressEvent):
        return False  # a window gets the keys that nothing in it wants
    return is_pressed(widget) or takes_tab(widget)


def _reached_by_arrows(containers: set[QWidget | None], reached: set[QWidget]) -> set[QWidget]:
    """Return what arrow keys reach from the stop of a container that has a single one, such as the rail."""
    found: set[QWidget] = set()
    for stop in [widget for widget in reached if widget.parentWidget() in containers]:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            found |= _walk(stop, key)
    return found


def _walk(stop: QWidget, key: Qt.Key) -> set[QWidget]:
    """Press a key as long as it moves the focus, and only in what does not act on it otherwise."""
    stop.setFocus(Qt.FocusReason.OtherFocusReason)
    found: set[QWidget] = set()
    widget = QApplication.focusWidget()
    while isinstance(widget, QAbstractButton) and not _is_one_of(widget) and widget not in found:
        found.add(widget)
        QTest.keyClick(widget, key)
        widget = QApplication.focusWidget()
    return found


def _is_one_of(button: QAbstractButton) -> bool:
    """Tell whether arrow keys would turn on another button of the group, of which one is on."""
    return button.group() is not None and button.group().exclusive()


def _stand_ins(widget: QWidget) -> Iterator[QWidget]:
    """Yield what has the focus in place of a widget: the one of its group that is on, or what it hands it to."""
    if isinstance(widget, QAbstractButton) and _is_one_of(widget):
        yield from widget.group().buttons()
    if (proxy := widget.focusProxy()) is not None:
        yield proxy
