"""What has the focus is scrolled to."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.focus_in_view import FocusInView


def test_tab_into_a_view_that_is_scrolled_away_shows_where_it_leads(qtbot: QtBot) -> None:
    window, content, area = QWidget(), QWidget(), QScrollArea()
    qtbot.addWidget(window)
    FocusInView(window)
    outside, first, last = QPushButton("Outside"), QPushButton("First"), QPushButton("Last")
    far = QLabel("Far")
    far.setMinimumHeight(2000)
    column = QVBoxLayout(content)
    for widget in (first, far, last):
        column.addWidget(widget)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    whole = QVBoxLayout(window)
    whole.addWidget(outside)
    whole.addWidget(area)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    outside.setFocus()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert first.visibleRegion().isEmpty()
    QTest.keyClick(outside, Qt.Key.Key_Tab)
    assert first.hasFocus()
    assert not first.visibleRegion().isEmpty()
