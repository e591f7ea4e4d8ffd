"""What a test may not leave behind: threads, running timers, windows."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

GRACE = 2.0
"""Seconds a thread that was told to stop may take to end."""

QT_OWN = frozenset({"QTipLabel", "QMacToolTip"})
"""Windows Qt makes, shares and keeps."""

_started: weakref.WeakSet[QObject] = weakref.WeakSet()


def watch_starts() -> None:
    """Remember every timer and thread that Python code starts: Qt has no list of them."""
    for kind in (QTimer, QThread):
        _remember(kind)


def _remember(kind: type[QTimer | QThread]) -> None:
    original: Callable[..., None] = kind.start

    def start(self: QObject, *arguments: Any) -> None:  # Any: handed through to Qt's overloads
        _started.add(self)
        original(self, *arguments)

    kind.start = start  # type: ignore[method-assign]


@contextmanager
def nothing_left_over() -> Iterator[None]:
    """Fail, with names, when what was started inside is still there at the end."""
    threads, running, windows = set(threading.enumerate()), _running(), _windows()
    yield
    settle()
    left = [
        *(f"thread {thread.name}" for thread in _alive(threads)),
        *(_describe(item) for item in _running() - running),
        *(_describe(window) for window in _windows() - windows),
    ]
    assert not left, f"left over: {', '.join(sorted(left))}"


def settle() -> None:
    """Let what was told to end do so: posted deletions, pooled work, garbage that holds widgets."""
    if (app := QApplication.instance()) is None:
        return
    QThreadPool.globalInstance().waitForDone(int(GRACE * 1000))
    app.processEvents()
    app.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    if _windows() or _running():
        gc.collect()


def _alive(known: set[threading.Thread]) -> list[threading.Thread]:
    new = [thread for thread in threading.enumerate() if thread not in known]
    ours = [thread for thread in new if not isinstance(thread, threading._DummyThread)]  # those are Qt's pool threads
    for thread in ours:
        thread.join(GRACE)
    return [thread for thread in ours if thread.is_alive()]


def _running() -> set[QObject]:
    return {item for item in _started if isValid(item) and _runs(item)}


def _runs(item: QObject) -> bool:
    if isinstance(item, QTimer):
        return item.isActive()
    return isinstance(item, QThread) and item.isRunning()


def _windows() -> set[QWidget]:
    if not isinstance(QApplication.instance(), QApplication):
        return set()
    return {window for window in QApplication.topLevelWidgets() if window.metaObject().className() not in QT_OWN}


def _describe(item: QObject) -> str:
    owner = item.parent()
    of = f" of {type(owner).__name__}" if owner is not None else ""
    return f"{type(item).__name__} {item.objectName() or 'without a name'}{of}"
