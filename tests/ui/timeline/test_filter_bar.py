import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.model import Responsibility, Theme
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.filter_bar import FilterBar


@pytest.fixture
def bar(qtbot: QtBot, look: Look, mini_library: Library) -> FilterBar:
    made = FilterBar(mini_library, Shown(Items.of(mini_library), Filter()))
    qtbot.addWidget(made)
    made.set_narrow(False)
    made.show()
    return made


def show(bar: FilterBar, library: Library, filter_: Filter) -> None:
    bar.show_events(library, Shown(Items.of(library), filter_))


def test_toggles_are_the_legend_and_say_whether_they_are_on(qtbot: QtBot, bar: FilterBar) -> None:
    rebuild = bar.responsibility_toggles[Responsibility.REBUILD]
    assert not rebuild.icon().isNull()
    assert rebuild.text() == "Rebuild ✓"
    width = rebuild.width()
    with qtbot.waitSignal(bar.filter_changed) as caught:
        QTest.keyClick(rebuild, Qt.Key.Key_Space)
    assert caught.args == [Filter(responsibilities=frozenset({Responsibility.PREVENT, Responsibility.REACT}))]
    assert (rebuild.text(), rebuild.isChecked(), rebuild.width()) == ("Rebuild", False, width)


def test_a_lane_is_hidden_and_shown_again(qtbot: QtBot, bar: FilterBar, mini_library: Library) -> None:
    with qtbot.waitSignal(bar.filter_changed) as caught:
        bar.lane_toggles["lane-council"].click()
    assert caught.args == [Filter(lanes=frozenset({"lane-rwanda"}))]
    show(bar, mini_library, Filter(lanes=frozenset({"lane-rwanda"})))
    assert bar.count.text() == "5 of 6 events"
    with qtbot.waitSignal(bar.filter_changed) as caught:
        bar.lane_toggles["lane-council"].click()
    assert caught.args == [Filter()]


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


def test_filters_of_a_link_are_shown_and_can_be_ended(qtbot: QtBot, bar: FilterBar, mini_library: Library) -> None:
    filter_ = Filter(actor="p-dallaire", importance=3, themes=frozenset({Theme.WARNING}))
    show(bar, mini_library, filter_)
    chips = {chip.accessibleName(): chip for chip in bar.findChildren(QPushButton) if chip.property("without")}
    assert list(chips) == [
        "End the filter “Theme: Warning”",
        "End the filter “Landmarks”",
        "End the filter “Roméo Dallaire”",
    ]
    with qtbot.waitSignal(bar.filter_changed) as caught:
        chips["End the filter “Landmarks”"].click()
    assert caught.args == [Filter(actor="p-dallaire", themes=frozenset({Theme.WARNING}))]


def test_in_a_narrow_window_the_toggles_are_a_menu(qtbot: QtBot, bar: FilterBar) -> None:
    bar.set_narrow(True)
    assert not bar.responsibility_toggles[Responsibility.PREVENT].isVisible()
    actions = {action.text(): action for action in bar.menu_button.menu().actions() if action.text()}
    assert list(actions) == ["Prevent", "React", "Rebuild", "Rwanda", "Council and doctrine"]
    with qtbot.waitSignal(bar.filter_changed) as caught:
        actions["Rwanda"].trigger()
    assert caught.args == [Filter(lanes=frozenset({"lane-council"}))]


def test_the_table_is_a_choice(qtbot: QtBot, bar: FilterBar) -> None:
    with qtbot.waitSignal(bar.table_toggled) as caught:
        bar.table.click()
    assert caught.args == [True]
    with qtbot.assertNotEmitted(bar.table_toggled):
        bar.set_table(False)
    assert not bar.table.isChecked()


def test_everything_has_a_name(bar: FilterBar) -> None:
    stops = [bar.text, *bar.findChildren(QPushButton)]
    assert all(stop.accessibleName() for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus)
