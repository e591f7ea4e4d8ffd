"""The keys of the timeline."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from r2p_app.timeline.ticks import DAY, MONTH, YEAR
from r2p_app.ui.widgets.pointed import NOTCH

if TYPE_CHECKING:
    from r2p_app.ui.timeline.view import TimelineView

K = Qt.Key
Modifier = Qt.KeyboardModifier
Action = Callable[[], object]
"""What a key does; the answer False leaves the key to others."""

_PLAIN = Modifier.KeypadModifier | Modifier.ShiftModifier


def action_for(view: "TimelineView", key: Qt.Key, modifiers: Modifier) -> Action | None:
    """Return what a key does, None for one that is no key of the timeline."""
    held = modifiers & ~Modifier.KeypadModifier
    if held == Modifier.AltModifier:
        return {K.Key_Up: lambda: view.move_current(-1), K.Key_Down: lambda: view.move_current(1)}.get(key)
    if held == Modifier.ControlModifier:
        return {K.Key_Left: lambda: view.step_seen(-1), K.Key_Right: lambda: view.step_seen(1)}.get(key)
    return None if modifiers & ~_PLAIN else _plain(view).get(key)


def _plain(view: "TimelineView") -> dict[Qt.Key, Action]:
    return {
        K.Key_Left: lambda: view.step(-1),
        K.Key_Right: lambda: view.step(1),
        K.Key_Up: lambda: view.step_lane(-1),
        K.Key_Down: lambda: view.step_lane(1),
        K.Key_Home: lambda: view.step_to_edge(last=False),
        K.Key_End: lambda: view.step_to_edge(last=True),
        K.Key_PageUp: lambda: view.page(-1),
        K.Key_PageDown: lambda: view.page(1),
        K.Key_Plus: lambda: view.zoom(NOTCH**2),
        K.Key_Equal: lambda: view.zoom(NOTCH**2),
        K.Key_Minus: lambda: view.zoom(NOTCH**-2),
        K.Key_0: view.fit_all,
        K.Key_Y: lambda: view.show_around(YEAR),
        K.Key_M: lambda: view.show_around(MONTH),
        K.Key_D: lambda: view.show_around(DAY),
        K.Key_C: view.fold_current,
        K.Key_Return: view.open_selected,
        K.Key_Enter: view.open_selected,
        K.Key_Space: view.open_selected,
        K.Key_Escape: view.clear,
    }
