"""What of a window a person can see, hear or act on; the rules are asked about these."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QApplication, QLabel, QWidget

QT_OWN = frozenset({"QTipLabel", "QComboBoxPrivateContainer"})
_WORDS = 60


class Finding(NamedTuple):
    """What breaks a rule, and where it stands."""

    rule: str
    what: str
    measure: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.what} {self.measure}".rstrip()


def windows() -> list[QWidget]:
    """Return what stands on the screen: the window, and the dialogs and projector views over it."""
    shown = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    return [window for window in shown if window.metaObject().className() not in QT_OWN]


def parts(window: QWidget) -> Iterator[QWidget]:
    """Yield the window and everything in it that is not hidden, in view or scrolled away."""
    yield window
    for child in window.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            yield from parts(child)


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else widget.accessibleName()


def painted_items(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield what a widget paints and a screen reader meets as a thing of its own."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None or isinstance(widget, QAbstractItemView):
        return
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and child.object() is None:
            yield child


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab is meant to stop here."""
    tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return tabbed and widget.isEnabled() and widget.focusProxy() is None


def is_pressed(widget: QWidget) -> bool:
    """Tell whether a click on this very widget does something: a button, or one of ours that listens to the mouse."""
    if not widget.isEnabled() or widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return False
    return isinstance(widget, QAbstractButton) or _listens_to_mouse(type(widget))


def _listens_to_mouse(kind: type[QWidget]) -> bool:
    ours = [base for base in kind.__mro__ if base.__module__.startswith("r2p_app.")]
    return any(handler in vars(base) for base in ours for handler in ("mousePressEvent", "mouseReleaseEvent"))


def in_view(widget: QWidget) -> QRect:
    """Return the part of a widget that is not scrolled away, in its own coordinates."""
    return widget.visibleRegion().boundingRect()


def describe(widget: QWidget) -> str:
    """Return the classes around a widget, and its words."""
    return f"{' > '.join(_line(widget))} “{words_of(widget)}”"


def words_of(widget: QWidget) -> str:
    """Return the beginning of what is read on a widget."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else name_of(widget)
    return " ".join(words.split())[:_WORDS]


def _line(widget: QWidget) -> list[str]:
    kinds: list[str] = []
    one: QWidget | None = widget
    while one is not None and len(kinds) < 5:
        kinds.append(type(one).__name__)
        one = one.parentWidget()
    plain = {"QWidget", "QStackedWidget", "Shell", "MainWindow", "PageStack"}
    return [kind for kind in reversed(kinds) if kind not in plain] or kinds[:1]


def scrolls(widget: QWidget) -> QAbstractScrollArea | None:
    """Return the scroll area of which a widget is the window to what is scrolled."""
    parent = widget.parentWidget()
    return parent if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget else None
