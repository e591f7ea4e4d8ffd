from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from r2p_app.ui.theme.look import Look
from r2p_app.ui.window import EmptyFrame, MainWindow


def test_it_tells_once_that_it_was_painted(qtbot: QtBot, look: Look) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    told: list[bool] = []
    window.first_painted.connect(lambda: told.append(window.isVisible()))
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.repaint()
    assert told == [True]


def test_the_frame_has_the_theme_s_surfaces(qtbot: QtBot, look: Look) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    image = window.grab().toImage()
    assert image.pixelColor(700, 20) == look.theme.colour("surface")
    assert image.pixelColor(100, 400) == look.theme.colour("surface")
    assert image.pixelColor(700, 400) == look.theme.colour("paper")


def test_the_frame_folds_its_rail_where_the_window_will(qtbot: QtBot, look: Look) -> None:
    frame = EmptyFrame()
    qtbot.addWidget(frame)
    rail = frame.findChild(QFrame, "Rail")
    assert rail is not None
    frame.show()
    seen = []
    for width in (1000, 800):
        frame.resize(width, 600)
        seen.append(rail.isVisible())
    assert seen == [True, False]


def test_it_tells_that_it_closes_while_it_still_has_its_place(qtbot: QtBot, look: Look) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    visible: list[bool] = []
    window.closing.connect(lambda: visible.append(window.isVisible()))
    window.close()
    assert visible == [True]
