"""Parts are made a few at once, then between events, or at once as far as they are needed."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from r2p_app.ui.widgets.gradual import Gradual


def steps(made: list[int], count: int = 40) -> Iterator[None]:
    for number in range(count):
        made.append(number)
        yield


def test_a_few_at_once_and_the_rest_soon(qtbot: QtBot) -> None:
    owner, made = QObject(), list[int]()
    Gradual(steps(made), owner).start()
    assert made == list(range(5))
    qtbot.waitUntil(lambda: len(made) == 40)
    assert made == list(range(40))


def test_as_far_as_is_needed(qtbot: QtBot) -> None:
    owner, made = QObject(), list[int]()
    gradual = Gradual(steps(made), owner)
    gradual.make_until(lambda: 12 in made)
    assert made[-1] == 12
    gradual.make_until(lambda: 12 in made)
    assert made[-1] == 12
    gradual.complete()
    assert made == list(range(40))
    gradual.start()
    assert len(made) == 40


def test_fewer_than_a_few(qtbot: QtBot) -> None:
    owner, made = QObject(), list[int]()
    gradual = Gradual(steps(made, 2), owner)
    gradual.start()
    gradual.make_until(lambda: False)
    assert made == [0, 1]


def test_only_as_long_as_parts_are_wanted(qtbot: QtBot) -> None:
    owner, made, wanted = QObject(), list[int](), [7]
    gradual = Gradual(steps(made), owner, wanted=lambda: len(made) < wanted[0], turn=0)
    gradual.start(at_once=2)
    assert made == [0, 1]
    qtbot.waitUntil(lambda: len(made) == 7)
    wanted[0] = 9
    gradual.go_on()
    qtbot.waitUntil(lambda: len(made) == 9)
