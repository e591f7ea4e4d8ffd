import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.teaching import Comparison, ComparisonColumn
from r2p_app.ui.compare.columns import ColumnPicker, has_choice, sound_choice
from r2p_app.ui.theme.look import Look

NAMES = ("rwanda", "srebrenica", "kosovo", "doctrine")


def compared(*names: str) -> Comparison:
    columns = tuple(ComparisonColumn(id=name, title=name.capitalize()) for name in names)
    return Comparison(id="cmp-all", title="All", introduction="All of them.", columns=columns, rows=())


@pytest.fixture
def picker(qtbot: QtBot, look: Look) -> ColumnPicker:
    """Rwanda and Kosovo are shown, Rwanda for longer."""
    made = ColumnPicker(compared(*NAMES), ("rwanda", "kosovo"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ((), ("rwanda", "srebrenica", "kosovo")),
        (("kosovo", "doctrine"), ("kosovo", "doctrine")),
        (("kosovo", "kosovo"), ("rwanda", "srebrenica", "kosovo")),
        (("doctrine", "mars"), ("rwanda", "srebrenica", "kosovo")),
        (NAMES, ("rwanda", "srebrenica", "kosovo")),
    ],
)
def test_two_or_three_columns_are_shown(asked: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert sound_choice(compared(*NAMES), asked) == shown


def test_two_columns_leave_no_choice() -> None:
    assert not has_choice(compared("rwanda", "kosovo"))
    assert has_choice(compared("rwanda", "srebrenica", "kosovo"))


def test_a_third_comes_beside_and_a_fourth_takes_the_place_of_the_first(qtbot: QtBot, picker: ColumnPicker) -> None:
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(picker.buttons["doctrine"], Qt.Key.Key_Space)
    assert chosen.args == [("rwanda", "kosovo", "doctrine")]
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(picker.buttons["srebrenica"], Qt.Key.Key_Space)
    assert chosen.args == [("kosovo", "doctrine", "srebrenica")]
    assert not picker.buttons["rwanda"].isChecked()


def test_one_alone_is_refused_with_words(qtbot: QtBot, picker: ColumnPicker) -> None:
    with qtbot.assertNotEmitted(picker.chosen), qtbot.waitSignal(picker.refused) as refused:
        QTest.keyClick(picker.buttons["kosovo"], Qt.Key.Key_Space)
    assert refused.args == ["At least two are compared. Choose another one first."]
    assert picker.buttons["kosovo"].isChecked()
