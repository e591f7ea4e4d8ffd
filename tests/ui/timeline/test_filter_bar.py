from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.model import Responsibility, SourceType, Theme
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.filter_bar import FilterBar


@pytest.fixture
def bar(qtbot: QtBot, look: Look, mini_library: Library) -> FilterBar:
    made = FilterBar(mini_library, Shown(Items.of(mini_library), Filter()))
    qtbot.addWidget(made)
    made.set_room(narrow=False, low=False)
    made.show()
    return made


def show(bar: FilterBar, library: Library, filter_: Filter) -> None:
    bar.show_events(library, Shown(Items.of(library), filter_))


def test_toggles_are_the_legend_and_say_whether_they_are_on(qtbot: QtBot, bar: FilterBar) -> None:
    rebuild = bar.toggles[Responsibility.REBUILD]
    assert not rebuild.icon().isNull()
    assert rebuild.text() == "Rebuild ✓"
    width = rebuild.width()
    with qtbot.waitSignal(bar.filter_changed) as caught:
        QTest.keyClick(rebuild, Qt.Key.Key_Space)
    assert caught.args == [Filter(responsibilities=frozenset({Responsibility.PREVENT, Responsibility.REACT}))]
    assert (rebuild.text(), rebuild.isChecked(), rebuild.width()) == ("Rebuild", False, width)


def test_lanes_have_toggles_where_there_is_room(qtbot: QtBot, bar: FilterBar, mini_library: Library) -> None:
    bar.resize(1200, 60)
    rwanda, council = bar.lanes.values()
    assert (rwanda.isVisible(), rwanda.text(), rwanda.accessibleName()) == (True, "Rwanda ✓", "Lane: Rwanda")
    assert council.toolTip() == council.accessibleName().removeprefix("Lane: ") == "Council and doctrine"
    with qtbot.waitSignal(bar.filter_changed) as caught:
        QTest.keyClick(rwanda, Qt.Key.Key_Space)
    assert caught.args == [Filter(lanes=frozenset({"lane-council"}))]
    show(bar, mini_library, caught.args[0])
    assert (rwanda.isChecked(), council.isChecked(), bar.chips, bar.menu.text()) == (False, True, [], "Filters (1)")
    with qtbot.waitSignal(bar.filter_changed) as caught:
        QTest.keyClick(rwanda, Qt.Key.Key_Space)
    assert caught.args == [Filter()]


def test_lanes_without_room_for_toggles_are_chips(bar: FilterBar, mini_library: Library) -> None:
    bar.resize(1200, 60)
    show(bar, mini_library, Filter(lanes=frozenset({"lane-council"})))
    bar.resize(500, 60)
    assert not any(toggle.isVisible() for toggle in bar.lanes.values())
    assert [chip.text() for chip in bar.chips] == ["Lane: Council and doctrine ✕"]
    bar.resize(1200, 60)
    assert bar.chips == []


def test_text_counts_when_typing_pauses(qtbot: QtBot, bar: FilterBar) -> None:
    with qtbot.waitSignal(bar.filter_changed) as caught:
        QTest.keyClicks(bar.text, "cable")
    assert caught.args == [Filter(text="cable")]


def test_enter_does_not_wait(qtbot: QtBot, bar: FilterBar) -> None:
    with qtbot.waitSignal(bar.filter_changed):
        QTest.keyClicks(bar.text, "cable")
        QTest.keyClick(bar.text, Qt.Key.Key_Return)


def test_all_events_come_back_with_one_button(qtbot: QtBot, bar: FilterBar, mini_library: Library) -> None:
    assert bar.clear.isHidden()
    show(bar, mini_library, Filter(text="cable"))
    assert (bar.text.text(), bar.count.text()) == ("cable", "1 of 6 events")
    with qtbot.waitSignal(bar.filter_changed) as caught:
        QTest.keyClick(bar.clear, Qt.Key.Key_Space)
    assert caught.args == [Filter()]


CHIPS = Filter(
    lanes=frozenset({"lane-rwanda"}),
    actors=frozenset({"p-dallaire"}),
    importance=3,
    themes=frozenset({Theme.WARNING, Theme.AID}),
    sources=frozenset({SourceType.REPORT}),
)


def test_every_choice_in_force_is_a_chip_that_ends_it(qtbot: QtBot, bar: FilterBar, mini_library: Library) -> None:
    show(bar, mini_library, CHIPS)
    bar.resize(300, 200)  # too narrow for the toggles of the lanes
    assert [chip.text() for chip in bar.chips] == [
        "Lane: Rwanda ✕",
        "Theme: Aid ✕",
        "Theme: Warning ✕",
        "Landmarks only ✕",
        "Source: Report ✕",
        "Roméo Dallaire ✕",
    ]
    assert bar.chips[3].accessibleName() == "End the filter “Landmarks only”"
    assert bar.menu.text() == "Filters (6)"
    for chip, left in (
        (bar.chips[0], replace(CHIPS, lanes=None)),
        (bar.chips[1], replace(CHIPS, themes=frozenset({Theme.WARNING}))),
        (bar.chips[3], replace(CHIPS, importance=1)),
        (bar.chips[4], replace(CHIPS, sources=None)),
        (bar.chips[5], replace(CHIPS, actors=frozenset())),
    ):
        with qtbot.waitSignal(bar.filter_changed) as caught:
            QTest.keyClick(chip, Qt.Key.Key_Space)
        assert caught.args == [left]


def test_the_focus_goes_on_from_a_chip_that_ended(qtbot: QtBot, bar: FilterBar, mini_library: Library) -> None:
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    show(bar, mini_library, Filter(importance=3, actors=frozenset({"p-dallaire"})))
    bar.chips[0].setFocus()
    show(bar, mini_library, Filter(actors=frozenset({"p-dallaire"})))
    assert bar.chips[0].hasFocus()
    show(bar, mini_library, Filter())
    assert bar.menu.hasFocus()


def test_a_choice_of_nothing_is_said(bar: FilterBar, mini_library: Library) -> None:
    bar.resize(300, 200)
    show(bar, mini_library, Filter(lanes=frozenset()))
    assert [chip.text() for chip in bar.chips] == ["Lane: none ✕"]
    assert bar.chips[0].without == Filter()


def test_in_a_narrow_window_the_toggles_are_in_the_menu_and_their_filter_is_a_chip(
    bar: FilterBar, mini_library: Library
) -> None:
    bar.set_room(narrow=True, low=False)
    assert not bar.toggles[Responsibility.PREVENT].isVisible()
    show(bar, mini_library, Filter(responsibilities=frozenset({Responsibility.REACT})))
    assert [chip.text() for chip in bar.chips] == ["Responsibility: React ✕"]
    bar.set_room(narrow=True, low=True)
    assert not bar.chips[0].isVisible()
    assert bar.menu.text() == "Filters (1)"


def test_the_menu_is_asked_for(qtbot: QtBot, bar: FilterBar) -> None:
    with qtbot.waitSignal(bar.menu_requested):
        QTest.keyClick(bar.menu, Qt.Key.Key_Return)


def test_everything_has_a_name(bar: FilterBar) -> None:
    stops = [bar.text, *bar.findChildren(QPushButton)]
    assert all(stop.accessibleName() for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus)
