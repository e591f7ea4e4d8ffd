"""What tests do with a timeline: press keys, point, and look at what is there."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from r2p_app.timeline.placing import Cluster, Placed
from r2p_app.ui.timeline.looking import Box, Head
from r2p_app.ui.timeline.view import TimelineView

K = Qt.Key
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def title(view: TimelineView) -> str:
    index = view.selected
    return "" if index is None else view.scene.shown.items.events[index].title


def title_in(view: TimelineView, box: Box) -> str:
    assert isinstance(box.thing, Placed)
    return view.scene.lanes[box.lane].items.events[box.thing.event].title


def box_of(view: TimelineView, words: str) -> Box:
    return next(box for box in view.boxes() if isinstance(box.thing, Placed) and title_in(view, box) == words)


def clusters(view: TimelineView) -> list[Box]:
    return [box for box in view.boxes() if isinstance(box.thing, Cluster)]


def lane_names(view: TimelineView) -> list[str]:
    """The lanes from top to bottom; folded ones in brackets."""
    heads = [box for box in view.boxes() if isinstance(box.thing, Head)]
    names = [view.scene.lanes[box.lane].events.lane.title for box in heads]
    folded = [isinstance(box.thing, Head) and box.thing.is_folded for box in heads]
    return [f"[{name}]" if is_folded else name for name, is_folded in zip(names, folded, strict=True)]


def head_of(view: TimelineView, name: str) -> Box:
    heads = (box for box in view.boxes() if isinstance(box.thing, Head))
    return next(box for box in heads if view.scene.lanes[box.lane].events.lane.title == name)


def click(view: TimelineView, box: Box) -> None:
    QTest.mouseClick(view, LEFT, NO_KEY, QPoint(round(box.rect.left() + 8), round(box.rect.center().y())))


def drag(view: TimelineView, from_: QPoint, to: QPoint, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mousePress(view, LEFT, modifiers, from_)
    QTest.mouseMove(view, (from_ + to) / 2)
    QTest.mouseMove(view, to)
    QTest.mouseRelease(view, LEFT, modifiers, to)


def wheel(view: TimelineView, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
