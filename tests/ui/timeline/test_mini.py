import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.mini import MiniTimeline
from tests.ui.mini import PACK

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def mini(qtbot: QtBot, look: Look, mini_library: Library) -> MiniTimeline:
    made = MiniTimeline(mini_library)
    qtbot.addWidget(made)
    made.resize(800, made.sizeHint().height())
    return made


def place_of(mini: MiniTimeline, words: str) -> QPoint:
    """Where the mark of an event is, as a person finds it: by pointing about until the right thing answers."""
    items = mini._shown.items
    index = items.index_of(words)
    found = [
        QPoint(x, y)
        for y in range(35, mini.height(), 7)
        for x in range(800)
        if mini._index_at(QPoint(x, y).toPointF()) == index
    ]
    return found[len(found) // 2]


def test_it_is_one_control_with_a_name(mini: MiniTimeline) -> None:
    assert mini.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert mini.accessibleName() == "Timeline of landmarks, 1993 to 2005: 5 events"
    assert mini.accessibleDescription() == "Press Enter to open the timeline."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_opens_the_timeline(qtbot: QtBot, mini: MiniTimeline, key: Qt.Key) -> None:
    with qtbot.waitSignal(mini.link_requested) as caught:
        QTest.keyClick(mini, key)
    assert caught.args == ["r2p://timeline"]


def test_a_click_on_a_mark_opens_its_event(qtbot: QtBot, mini: MiniTimeline) -> None:
    with qtbot.waitSignal(mini.link_requested) as caught:
        QTest.mouseClick(mini, LEFT, NO_KEY, place_of(mini, "ev-world-summit"))
    assert caught.args == ["r2p://timeline?event=ev-world-summit"]


def test_a_click_between_marks_opens_those_years(qtbot: QtBot, mini: MiniTimeline) -> None:
    with qtbot.waitSignal(mini.link_requested) as caught:
        QTest.mouseClick(mini, LEFT, NO_KEY, QPoint(500, 45))
    link = Link.parse(caught.args[0])
    assert (link.value("from")[4:], link.value("to")[4:]) == ("-01-01", "-12-31")
    assert "1995" < link.value("from") < link.value("to") < "2005"


def test_other_content_and_no_content(mini: MiniTimeline) -> None:
    mini.set_library(Library(PACK, []))
    assert mini.accessibleName().endswith("0 events")
    assert not mini.grab().isNull()
    QTest.mouseClick(mini, LEFT, NO_KEY, QPoint(400, 40))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_it_grows_with_the_text(mini: MiniTimeline, look: Look, theme: str) -> None:
    before = mini.sizeHint().height()
    look.apply(theme, 2.0)
    assert mini.sizeHint().height() == 2 * before
    assert not mini.grab().isNull()
