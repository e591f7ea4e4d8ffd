import pytest
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from r2p_app.paths import resources_dir
from r2p_app.ui.theme.icons import icon
from r2p_app.ui.theme.look import Look, current
from r2p_app.ui.theme.tokens import SANS, SERIF, THEMES
from r2p_app.ui.widgets.icon_button import IconButton


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_reaches_palette_style_and_painted_widgets(look: Look, name: str) -> None:
    look.apply(name)
    palette = QApplication.palette()
    assert current() is look.theme
    assert palette.color(QPalette.ColorRole.Window) == look.theme.colour("paper")
    assert palette.color(QPalette.ColorRole.WindowText) == look.theme.colour("ink")


def test_a_change_is_told_once(look: Look, qtbot: QtBot) -> None:
    told: list[bool] = []
    look.changed.connect(lambda: told.append(True))
    look.apply("dark", 1.5, reduced_motion=False)
    assert told == [True]
    assert (look.theme.name, look.theme.scale, look.reduced_motion) == ("dark", 1.5, False)


def test_what_is_not_given_stays(look: Look) -> None:
    look.apply("dark", 1.3, reduced_motion=True)
    look.apply(scale=1.5)
    assert (look.theme.name, look.theme.scale, look.reduced_motion) == ("dark", 1.5, True)


def test_a_widget_that_exists_follows(look: Look, qtbot: QtBot) -> None:
    shown = QLabel("words")
    qtbot.addWidget(shown)
    shown.show()
    look.apply("dark", 2.0)
    assert shown.font().pixelSize() == 30
    assert shown.palette().color(QPalette.ColorRole.WindowText) == look.theme.colour("ink")


def test_the_shipped_fonts_are_used_and_have_the_letters_of_the_names(look: Look) -> None:
    assert {SERIF, SANS} <= set(QFontDatabase.families())
    faces = list((resources_dir() / "fonts").glob("*.otf"))
    assert len(faces) >= 7
    for family in (SERIF, SANS):
        systems = QFontDatabase.writingSystems(family)
        assert QFontDatabase.WritingSystem.Latin in systems


def test_icons_are_drawn_in_the_colour_of_the_theme(look: Look) -> None:
    for name in THEMES:
        look.apply(name)
        image = icon("house", "ink", size=18).pixmap(18, 18).toImage()
        colours = {
            image.pixelColor(x, y).name() for x in range(18) for y in range(18) if image.pixelColor(x, y).alpha() == 255
        }
        assert look.theme.colour("ink").name() in colours


def test_every_icon_of_the_resources_can_be_drawn(look: Look) -> None:
    for path in (resources_dir() / "icons").glob("*.svg"):
        image = icon(path.stem, size=24).pixmap(24, 24).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), path.stem


def test_an_icon_button_follows_theme_and_text(look: Look, qtbot: QtBot) -> None:
    button = IconButton("x", name="Close", size=16)
    qtbot.addWidget(button)
    button.show()
    look.apply("dark", 1.5)
    assert button.iconSize().height() == 24
    assert (button.accessibleName(), button.toolTip()) == ("Close", "Close")
