"""Acting as a person does, and looking at what a person sees."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget


def words_in(widget: QWidget) -> str:
    """Return the words of all labels that can be seen, without markup."""
    QApplication.processEvents()  # what was just added to a layout is shown now
    texts = (label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
    return breakable("\n".join(text.replace("<b>", "").replace("</b>", "") for text in texts))


def breakable(text: str) -> str:
    """Return a text without the characters that keep a date or a symbol in one line."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


def focused() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after the other where the focus is, as a person does."""
    for key in keys:
        QTest.keyClick(focused(), key, modifier)


def write(text: str) -> None:
    """Write a text where the focus is."""
    QTest.keyClicks(focused(), text)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click on a widget, in its middle unless told where."""
    place = widget.rect().center() if at is None else at
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def nameless(widget: QWidget) -> list[str]:
    """Return what can take the focus and has no accessible name."""
    everything = (widget, *widget.findChildren(QWidget))
    return [
        type(child).__name__
        for child in everything
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.isVisibleTo(widget) and not _has_name(child)
    ]


def _has_name(widget: QWidget) -> bool:
    inner = widget.objectName().startswith("qt_") or type(widget.parent()).__name__ in {"QDateEdit", "Choice"}
    return bool(widget.accessibleName()) or inner


def settle(widget: QWidget) -> None:
    """Let a widget lay out its parts after it was resized."""
    layout = widget.layout()
    assert layout is not None
    layout.activate()
