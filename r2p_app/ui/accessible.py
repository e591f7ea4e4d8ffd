"""Where Qt gets the accessible interfaces of our own classes of widgets: one table, asked by one factory.

Qt keeps an interface as long as its widget lives, and deletes it then. PySide keeps the Python half of it for good: it
should hold little, and never its widget.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import VoidPtr

Make = Callable[[QWidget], QAccessibleInterface]

NOTHING: int = VoidPtr(0)  # type: ignore[assignment]  # Qt's stubs call a pointer an int
"""What `interface_cast` returns for what an interface does not offer: shiboken ends the program on `None`."""

_makers: dict[type, Make] = {}
_installed: list[QApplication] = []


def offer(widget: type[QWidget], make: Make) -> None:
    """Have Qt ask `make` for the interfaces of a class of widgets and of those derived from it."""
    _makers[widget] = make
    app = QApplication.instance()
    if isinstance(app, QApplication) and app not in _installed:
        _installed[:] = [app]
        QAccessible.installFactory(_interface)


def _interface(_key: str, of: QObject) -> QAccessibleInterface | None:
    make = next((_makers[kind] for kind in type(of).__mro__ if kind in _makers), None)
    return make(of) if make is not None and isinstance(of, QWidget) else None
