from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.theme.look import Look, current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import column
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.typeset import Typesetter


def write(setter: Typesetter) -> None:
    setter.paragraph()
    setter.text("A cable by ")
    setter.link("Roméo Dallaire", "r2p://actor/p-dallaire", dotted=True)
    setter.text(" to New York.")
    setter.raised_link("1", "r2p://note/1")
    setter.paragraph(before=14)
    setter.text("On 11 January 1994 he reported on hidden arms, and on lists of Tutsi. " * 4)


@pytest.fixture
def host(qtbot: QtBot, look: Look) -> QWidget:
    made = QWidget()
    made.before, made.after = QPushButton("before"), QPushButton("after")  # type: ignore[attr-defined]
    made.prose = Prose(write, TextRole.READING, describe=lambda link: f"about {link}")  # type: ignore[attr-defined]
    column(made.before, made.prose, made.after, into=made)  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def prose(host: QWidget) -> Prose:
    found = host.findChild(Prose)
    assert isinstance(found, Prose)
    return found


def tab(back: bool = False) -> str:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    if isinstance(focus, Prose):
        return focus.textCursor().selectedText()
    return focus.text() if isinstance(focus, QPushButton) else ""


def test_tab_goes_through_every_link_and_on(host: QWidget) -> None:
    host.findChildren(QPushButton)[0].setFocus()
    assert [tab(), tab(), tab()] == ["Roméo Dallaire", "1", "after"]
    assert [tab(back=True), tab(back=True), tab(back=True)] == ["1", "Roméo Dallaire", "before"]


def test_enter_opens_the_link_with_the_focus(qtbot: QtBot, host: QWidget) -> None:
    prose(host).setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(prose(host).link_requested) as asked:
        QTest.keyClick(prose(host), Qt.Key.Key_Return)
    assert asked.args == ["r2p://actor/p-dallaire"]


def test_the_focused_link_tells_where_it_is_and_has_a_ring(qtbot: QtBot, host: QWidget) -> None:
    text = prose(host)
    before = text.grab().toImage()
    with qtbot.waitSignal(text.link_focused) as told:
        text.setFocus(Qt.FocusReason.TabFocusReason)
    area: QRect = told.args[0]
    assert area.height() < 40
    assert area.left() > 50
    ring = text.grab().toImage()
    assert ring != before
    edge, wanted = ring.pixelColor(area.left() - 2, area.center().y()), current().colour("focus")
    assert _distance(edge, wanted) < 10


def test_the_focused_link_tells_where_it_is_after_another_width_was_asked_about(qtbot: QtBot, look: Look) -> None:
    made = Prose(lambda setter: setter.text("Words before it, " * 20))
    made.write_on(lambda setter: setter.link("One", "r2p://term/t-one"))
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    made.heightForWidth(2000)
    with qtbot.waitSignal(made.link_focused) as told:
        made.setFocus(Qt.FocusReason.TabFocusReason)
    assert told.args[0].right() <= 300
    assert told.args[0].top() > 3 * told.args[0].height()


def _distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


def test_a_text_without_links_is_no_stop(qtbot: QtBot, look: Look) -> None:
    made = Prose(lambda setter: setter.text("No links here."))
    qtbot.addWidget(made)
    assert not made.focusPolicy() & Qt.FocusPolicy.TabFocus
    made.write_on(lambda setter: setter.link("One", "r2p://term/t-one"))
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_its_height_follows_the_width_and_the_text_size(host: QWidget, look: Look) -> None:
    text = prose(host)
    wide, narrow = text.heightForWidth(600), text.heightForWidth(200)
    assert narrow > 2 * wide
    look.apply(scale=2.0)
    assert text.heightForWidth(600) > 2 * wide


def test_asking_for_another_width_does_not_disturb_the_text(host: QWidget) -> None:
    text = prose(host)
    before, top = text.grab().toImage(), text.block_top(1)
    text.heightForWidth(150)
    assert text.block_top(1) == top
    text.heightForWidth(160)
    assert text.grab().toImage() == before


def test_a_text_that_was_never_shown_is_measured_in_the_width_asked_for(qtbot: QtBot, look: Look) -> None:
    made = Prose(write)
    qtbot.addWidget(made)
    wide = made.heightForWidth(582)
    made.resize(596, 0)
    assert made.heightForWidth(318) > wide
    assert made.document().textWidth() == 318


def test_lines_are_even_although_numbers_are_raised(host: QWidget) -> None:
    text = prose(host)
    text.heightForWidth(300)
    block = text.document().begin().next()
    tops = [block.layout().lineAt(i).y() for i in range(block.layout().lineCount())]
    steps = {round(after - before) for before, after in pairwise(tops)}
    assert steps == {27}


def test_another_theme_sets_the_text_in_its_colours(host: QWidget, look: Look) -> None:
    def ink() -> str:
        cursor = prose(host).textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        return cursor.charFormat().foreground().color().name()

    before = ink()
    look.apply("dark")
    assert before != ink() == current().colour("ink").name()


def test_keys_that_scroll_are_left_to_the_page(qtbot: QtBot, look: Look) -> None:
    keys: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            keys.append(event.key())

    page = Page()
    qtbot.addWidget(page)
    text = Prose(write, parent=page)
    wanted = [Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Home]
    for key in wanted:
        QTest.keyClick(text, key)
    assert keys == [key.value for key in wanted]


def test_the_wheel_over_a_text_scrolls_the_page(qtbot: QtBot, look: Look) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(Prose(lambda setter: setter.text("word " * 2000)))
    area.resize(400, 300)
    area.show()
    QTest.wheelEvent(area.windowHandle(), QPoint(100, 100), QPoint(0, -120))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)


def test_a_link_is_described_when_the_pointer_rests_on_it(host: QWidget) -> None:
    text = prose(host)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    assert text.textCursor().charFormat().toolTip() == "<qt>about r2p://actor/p-dallaire</qt>"


def test_a_description_is_text_and_never_markup(qtbot: QtBot, look: Look) -> None:
    made = Prose(lambda setter: setter.link("One", "r2p://term/t-one"), describe=lambda _link: "1 < 2\n<b>")
    qtbot.addWidget(made)
    cursor = made.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    assert cursor.charFormat().toolTip() == "<qt>1 &lt; 2<br>&lt;b&gt;</qt>"


def test_content_loads_no_files(host: QWidget) -> None:
    assert prose(host).loadResource(2, "file:///etc/passwd") is None
