"""The timeline page as a person uses it: links, keyboard, filters, details."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Responsibility, SourceType, Theme
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.filters import Filter
from r2p_app.timeline.placing import Placed
from r2p_app.timeline.ranges import write_range
from r2p_app.ui.pages.timeline import TimelinePage
from r2p_app.ui.shell import Shell
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look
from tests.ui.mini import PACK

K = Qt.Key
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SPRING = "r2p://timeline?from=1994-01-01&to=1994-08-31"


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> Iterator[TimelinePage]:
    made = TimelinePage(state)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    with qtbot.waitExposed(made):
        made.show()
    made.show_link(Link.parse(SPRING))
    made.first_focus().setFocus()
    yield made
    made.drawer.dismiss()
    made.menu.dismiss()


@contextmanager
def shown_anew(qtbot: QtBot, state: AppState, size: tuple[int, int]) -> Iterator[TimelinePage]:
    """A page that a link to an event makes, as the window does: first the link, then it is seen."""
    page = TimelinePage(state)
    qtbot.addWidget(page)
    page.show_link(Link.parse("r2p://timeline?event=ev-res-912"))
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.drawer.dismiss()


def selected_box_words(page: TimelinePage) -> str:
    """The titles of what is selected and on the screen."""
    boxes = (box for box in page.view.boxes() if page.view.is_selected(box) and isinstance(box.thing, Placed))
    items = page.view.scene.shown.items
    return "; ".join(items.events[box.thing.event].title for box in boxes if isinstance(box.thing, Placed))


def follow(page: TimelinePage) -> list[str]:
    """Do what the window does with wishes for the timeline, and keep them."""
    asked: list[str] = []

    def show(text: str) -> None:
        asked.append(text)
        link = Link.parse(text)
        if link.page == "timeline":
            page.show_link(link)

    page.link_requested.connect(show)
    return asked


def first_event(page: TimelinePage) -> QPoint:
    """Return where the mark of the first event on the screen stands."""
    box = next(box for box in page.view.boxes() if isinstance(box.thing, Placed))
    return QPoint(round(box.rect.left() + 8), round(box.rect.center().y()))


def details(page: TimelinePage) -> str:
    return "\n".join(label.text() for label in page.detail.findChildren(QLabel)).replace("\xa0", " ")


def text_of(page: TimelinePage) -> str:
    return str(page.place())


def test_the_first_visit_shows_where_most_happens(qtbot: QtBot, state: AppState) -> None:
    page = TimelinePage(state)
    qtbot.addWidget(page)
    page.show_link(Link.parse("r2p://timeline"))
    assert page.view.axis.start > day_number(1990)
    assert page.view.axis.end > day_number(2005)


@pytest.mark.parametrize(
    "text",
    [
        SPRING,
        f"{SPRING}&lanes=lane-council&event=ev-res-912",
        f"{SPRING}&responsibility=prevent&importance=3&actor=p-dallaire&q=cable",
        f"{SPRING}&view=table&event=ev-cable-11-jan",
        "r2p://timeline?from=1994-04-06T06%3A30&to=1994-04-09T12%3A15",
    ],
)
def test_a_link_restores_the_exact_view(page: TimelinePage, text: str) -> None:
    page.show_link(Link.parse(text))
    assert text_of(page) == text
    page.show_link(Link.parse("r2p://timeline?from=1916-01-01&to=2024-12-31"))
    page.show_link(Link.parse(text))
    assert text_of(page) == text


def test_a_bare_link_keeps_what_was_seen(page: TimelinePage) -> None:
    page.show_link(Link.parse(f"{SPRING}&event=ev-res-912&q=council"))
    before = text_of(page)
    page.show_link(Link.parse("r2p://timeline"))
    assert text_of(page) == before


def test_a_link_to_an_event_shows_it_where_one_is(page: TimelinePage) -> None:
    page.show_link(Link.parse("r2p://timeline?event=ev-world-summit"))
    assert "World Summit" in details(page)
    assert page.view.axis.start < day_number(2005, 9, 16) < page.view.axis.end
    assert page.view.axis.days == pytest.approx(243)


def test_an_event_that_the_filter_hides_ends_the_filter(page: TimelinePage) -> None:
    page.show_link(Link.parse(f"{SPRING}&q=cable"))
    page.show_link(Link.parse("r2p://timeline?event=ev-res-912"))
    assert page.view.scene.shown.filter == Filter()
    assert "Resolution 912" in details(page)


def test_what_a_link_says_in_vain_is_passed_over(page: TimelinePage) -> None:
    page.show_link(Link.parse("r2p://timeline?from=yesterday&to=1994&event=ev-nothing&colour=red"))
    assert page.view.selected is None


def test_a_walk_by_keyboard_only(qtbot: QtBot, page: TimelinePage) -> None:
    asked = follow(page)
    QTest.keyClick(page.view, K.Key_Home)
    QTest.keyClick(page.view, K.Key_Right)
    assert "event=ev-arusha-accords" in text_of(page)
    assert "Arusha Peace Agreement signed" in details(page)
    for _ in range(3):
        QTest.keyClick(page.view, K.Key_Right)
    QTest.keyClick(page.view, K.Key_Down)
    assert "event=ev-res-912" in text_of(page)
    assert asked == []  # a walk is one entry of the history
    QTest.keyClick(page.view, K.Key_Return)
    focus = page.focusWidget()
    assert focus is not None
    assert page.detail.isAncestorOf(focus)
    QTest.keyClick(focus, K.Key_Escape)
    assert page.view.hasFocus()
    QTest.keyClick(page.view, K.Key_Escape)
    assert "event=" not in text_of(page)
    QTest.keyClick(page.view, K.Key_F)
    assert page.bar.text.hasFocus()
    QTest.keyClicks(page.bar.text, "cable")
    QTest.keyClick(page.bar.text, K.Key_Return)
    assert page.bar.count.text() == "1 of 6 events"
    QTest.keyClick(page.bar.text, K.Key_Escape)
    assert page.view.hasFocus()


def test_pointing_at_an_event_asks_for_its_link_before_anything_changes(page: TimelinePage) -> None:
    places: list[str] = []
    page.link_requested.connect(lambda _link: places.append(text_of(page)))
    asked = follow(page)
    QTest.mouseClick(page.view, LEFT, NO_KEY, first_event(page))
    assert places == [SPRING]
    assert asked == [f"{SPRING}&event=ev-cable-11-jan"]
    assert text_of(page) == asked[0]


def test_without_a_window_pointing_selects_all_the_same(page: TimelinePage) -> None:
    QTest.mouseClick(page.view, LEFT, NO_KEY, first_event(page))
    assert "event=ev-cable-11-jan" in text_of(page)


def test_moving_the_view_only_amends_the_place(qtbot: QtBot, page: TimelinePage) -> None:
    with qtbot.assertNotEmitted(page.link_requested), qtbot.waitSignal(page.place_changed):
        QTest.keyClick(page.view, K.Key_PageDown)
    assert text_of(page) != SPRING


def test_the_overview_and_the_lanes_show_the_same_days(page: TimelinePage) -> None:
    QTest.keyClick(page.overview, K.Key_Right)
    assert page.view.axis.start == pytest.approx(day_number(1994) + 24.3)
    assert page.overview.accessibleDescription().replace("\xa0", " ") == "25 January – 25 September 1994"


def test_zoom_to_a_case_is_a_step_of_the_history(page: TimelinePage) -> None:
    page.show_link(Link.parse(f"{SPRING}&event=ev-res-912"))
    asked = follow(page)
    page.detail.case_requested.emit("rwanda")
    assert len(asked) == 1
    assert "event=ev-res-912" in asked[0]
    assert page.view.axis.days < 400
    page.detail.case_requested.emit("nowhere")
    assert len(asked) == 1


def test_filters_are_announced_and_kept_in_the_link(qtbot: QtBot, page: TimelinePage) -> None:
    with qtbot.waitSignal(page.announced) as caught:
        page.bar.toggles[Responsibility.PREVENT].click()
    assert caught.args == ["2 of 6 events"]
    assert text_of(page) == f"{SPRING}&responsibility=react%2Crebuild"


def test_a_selection_that_is_filtered_out_is_gone(page: TimelinePage) -> None:
    page.show_link(Link.parse(f"{SPRING}&event=ev-res-912"))
    page.bar.toggles[Responsibility.REACT].click()
    assert "event=" not in text_of(page)
    assert "Select an event" in details(page)


def test_the_table_shows_the_same_events(qtbot: QtBot, page: TimelinePage) -> None:
    page.head.table.click()
    assert page.table.isVisible()
    assert page.first_focus() is page.table
    assert page.table.model().rowCount() == 6
    page.table.setFocus()
    page.table.selectRow(1)
    assert "event=ev-arusha-accords" in text_of(page)
    assert "Arusha" in details(page)
    QTest.keyClick(page.table, K.Key_Return)
    assert page.detail.isAncestorOf(page.focusWidget() or page)
    page.head.table.click()
    assert page.view.isVisible()
    assert page.view.selected is not None


def test_a_cluster_is_listed_in_the_details(page: TimelinePage) -> None:
    page.view.cluster_opened.emit([0, 1])
    assert "2 events" in details(page)


def test_the_menu_shows_the_year_of_what_is_selected_and_back_undoes_it(page: TimelinePage) -> None:
    asked = follow(page)
    spoken: list[str] = []
    page.announced.connect(spoken.append)
    actions = {action.text().split("\t")[0]: action for action in page.head.zoom_menu.actions()}
    actions["This year"].trigger()
    assert "from=1994-01-01&to=1994-12-31" in asked[-1]
    assert (page.view.axis.start, page.view.axis.end) == (day_number(1994), day_number(1995))
    assert any("1994" in words for words in spoken)
    assert page.view.hasFocus()


@pytest.mark.parametrize(("width", "scale"), [(740, 1.0), (1024, 2.0)])
def test_with_little_room_the_details_lie_over_the_lanes(
    page: TimelinePage, look: Look, width: int, scale: float
) -> None:
    look.apply("light", scale)
    page.resize(width, 584)
    assert page.head.view.isVisible()
    QTest.keyClick(page.view, K.Key_Home)
    assert page.drawer.isHidden()
    QTest.keyClick(page.view, K.Key_Return)
    assert page.drawer.isVisible()
    assert page.drawer.isAncestorOf(page.detail)
    assert page.first_focus() is page.drawer.first_focus()
    QTest.keyClick(page.drawer, K.Key_Escape)
    assert page.drawer.isHidden()
    assert page.view.hasFocus()
    look.apply("light", 1.0)
    page.resize(1232, 844)
    assert not page.drawer.isAncestorOf(page.detail)
    assert page.detail.isVisible()


@pytest.mark.parametrize(("size", "scale"), [((816, 584), 1.0), ((1024, 584), 2.0)])
def test_a_link_to_an_event_opens_its_details_where_they_lie_over_the_lanes(
    qtbot: QtBot, state: AppState, look: Look, size: tuple[int, int], scale: float
) -> None:
    look.apply("light", scale, reduced_motion=True)
    with shown_anew(qtbot, state, size) as page:
        assert page.drawer.isVisible()
        assert "Resolution 912" in details(page)
        assert "Resolution 912" in selected_box_words(page)


def test_an_event_whose_details_open_over_it_comes_out_from_under_them(
    qtbot: QtBot, state: AppState, look: Look
) -> None:
    look.apply(reduced_motion=True)
    with shown_anew(qtbot, state, (816, 584)) as page:
        box = next(box for box in page.view.boxes() if page.view.is_selected(box))
        edge = page.view.mapFrom(page, page.drawer.pos()).x()
        assert page.view.scene.sizes.column < box.rect.left() + 12 < edge


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("size", "scale"), [((1232, 844), 1.0), ((816, 584), 1.0), ((1024, 584), 2.0)])
def test_nothing_is_cut_off(page: TimelinePage, look: Look, theme: str, size: tuple[int, int], scale: float) -> None:
    look.apply(theme, scale)
    page.resize(*size)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and not page.detail.isAncestorOf(widget) and not page.table.isAncestorOf(widget):
            corner = widget.mapTo(page, widget.rect().bottomRight())
            assert page.rect().contains(corner), (type(widget).__name__, widget.objectName(), corner)
    for button in (page.head.table, page.bar.menu):
        assert not button.isVisible() or button.width() >= button.sizeHint().width()
    assert page.view.height() > 120


def test_where_there_is_least_room_the_lanes_have_it(qtbot: QtBot, page: TimelinePage, look: Look) -> None:
    look.apply("light", 2.0)
    page.resize(1024, 470)
    assert not page.overview.isVisible()
    qtbot.waitUntil(lambda: page.view.height() > 300)
    page.resize(1024, 584)
    assert page.overview.isVisible()


def test_new_content_keeps_the_view(page: TimelinePage, state: AppState, mini_library: Library) -> None:
    page.show_link(Link.parse(f"{SPRING}&event=ev-res-912&importance=2"))
    before = text_of(page)
    without = Library(PACK, [entry for entry in mini_library if entry.id != "ev-genocide"])
    state.set_library(without)
    page.refresh(page.listens_to)
    assert text_of(page) == before
    assert len(page.view.scene.shown) == 5


def test_new_content_keeps_the_details_of_what_is_selected(
    page: TimelinePage, state: AppState, mini_library: Library
) -> None:
    page.show_link(Link.parse(f"{SPRING}&event=ev-res-912"))
    assert "Resolution 912" in details(page)
    state.set_library(Library(PACK, list(mini_library)))
    page.refresh(page.listens_to)
    assert "Resolution 912" in details(page)


def test_new_content_shows_its_own_pairings(page: TimelinePage, state: AppState, mini_library: Library) -> None:
    (pairing,) = mini_library.all(Pairing)
    page.show_link(Link.parse(f"{SPRING}&pairs=rwanda"))
    renamed = replace(pairing, title="Written anew")
    entries = [entry._replace(item=renamed) if entry.id == pairing.id else entry for entry in mini_library]
    state.set_library(Library(PACK, entries))
    page.refresh(page.listens_to)
    assert page.view.scene.paired is not None
    assert [event.title for event in page.view.scene.paired.shown.items.events] == ["Written anew"]


def test_without_events_it_says_so(page: TimelinePage, state: AppState) -> None:
    state.set_library(Library(PACK, []))
    page.refresh(page.listens_to)
    assert not page.view.isVisible()
    assert any(label.isVisible() and "no events yet" in label.text() for label in page.findChildren(QLabel))


def test_every_stop_has_a_name(page: TimelinePage) -> None:
    page.show_link(Link.parse(f"{SPRING}&event=ev-res-912"))
    own = [page.view, page.overview, page.table, page.bar.text, page.head.table, page.bar.clear, page.bar.menu]
    assert all(widget.accessibleName() for widget in own)


STORY = "r2p://timeline/story/story-warning/1"


def step_number(page: TimelinePage) -> int:
    """Return the step of the story that is told, 0 while none is."""
    return page.teller.step.number if page.teller.step is not None else 0


def has_delays(page: TimelinePage) -> bool:
    return page.view.scene.paired is not None


def type_in(page: TimelinePage, text: str) -> None:
    focus = page.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def press(page: TimelinePage, key: Qt.Key) -> None:
    focus = page.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def tab_to(page: TimelinePage, target: QWidget) -> None:
    for _ in range(60):
        if target.hasFocus():
            return
        press(page, K.Key_Tab)
    raise AssertionError(f"Tab does not reach {target.accessibleName()}")


def test_jump_filter_table_and_story_by_keyboard_only(qtbot: QtBot, page: TimelinePage) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    asked = follow(page)
    page.view.setFocus()
    press(page, K.Key_G)
    type_in(page, "21 April 1994")
    press(page, K.Key_Return)
    assert page.view.axis.start < day_number(1994, 4, 21) < page.view.axis.end
    assert page.view.axis.days < 40
    assert len(asked) == 1  # Back undoes it
    assert page.view.hasFocus()
    press(page, K.Key_Right)
    assert page.view.selected is not None
    tab_to(page, page.bar.menu)
    press(page, K.Key_Return)
    assert page.menu.isVisible()
    council = next(one for one in page.menu.groups["lanes"].choices if one.value == "lane-council")
    tab_to(page, council)
    press(page, K.Key_Space)
    assert page.bar.count.text() == "2 of 6 events"
    press(page, K.Key_Escape)
    assert page.bar.menu.hasFocus()
    assert page.bar.menu.text() == "Filters (1)"
    tab_to(page, page.bar.lanes["lane-rwanda"])
    press(page, K.Key_Space)
    assert page.bar.count.text() == "6 events"
    tab_to(page, page.head.table)
    press(page, K.Key_Space)
    assert page.table.isVisible()
    tab_to(page, page.table)
    press(page, K.Key_Down)
    press(page, K.Key_Return)
    assert page.detail.isAncestorOf(page.focusWidget() or page)
    page.head.story_requested.emit("story-warning")
    assert page.teller.panel.next.hasFocus()
    press(page, K.Key_PageDown)
    press(page, K.Key_PageDown)
    press(page, K.Key_PageUp)
    assert page.teller.panel.position.text() == "2 of 3"
    assert text_of(page) == "r2p://timeline/story/story-warning/2"
    press(page, K.Key_Escape)
    assert step_number(page) == 0
    assert page.view.hasFocus()


def test_a_date_without_events_says_where_they_lie(qtbot: QtBot, page: TimelinePage) -> None:
    with qtbot.assertNotEmitted(page.link_requested), qtbot.waitSignal(page.announced) as caught:
        QTest.keyClicks(page.head.jump, "1789")
        QTest.keyClick(page.head.jump, K.Key_Return)
    assert "1 January 1916" in caught.args[0].replace("\xa0", " ")
    assert any(label.isVisible() and "no events then" in label.text() for label in page.findChildren(QLabel))


def test_what_is_not_understood_is_said_until_something_else_is_tried(page: TimelinePage) -> None:
    follow(page)
    QTest.keyClicks(page.head.jump, "31 April 1994")
    QTest.keyClick(page.head.jump, K.Key_Return)
    assert any(label.isVisible() and "is not a date" in label.text() for label in page.findChildren(QLabel))
    page.head.jump.clear()
    QTest.keyClicks(page.head.jump, "rwanda")
    QTest.keyClick(page.head.jump, K.Key_Return)
    assert not any(label.isVisible() and "is not a date" in label.text() for label in page.findChildren(QLabel))


def test_jumps_of_the_view_itself_are_steps_of_the_history(page: TimelinePage) -> None:
    asked = follow(page)
    QTest.keyClick(page.view, K.Key_0)
    assert len(asked) == 1
    page.head.found_requested.emit()
    assert len(asked) == 2
    page.show_link(Link.parse(SPRING))
    assert text_of(page) == SPRING


def test_ground_and_council_is_part_of_the_link(page: TimelinePage) -> None:
    asked = follow(page)
    page.head.pairs_requested.emit("rwanda")
    assert "pairs=rwanda" in asked[0]
    assert "pairs=rwanda" in text_of(page)
    assert has_delays(page)
    assert page.view.axis.days < 200
    page.head.pairs_requested.emit("")
    assert "pairs" not in text_of(page)
    assert not has_delays(page)
    page.show_link(Link.parse(f"{SPRING}&pairs=nowhere"))
    assert text_of(page) == SPRING


def test_a_delay_is_explained(page: TimelinePage) -> None:
    page.view.delay_selected.emit("pair-warning")
    assert "A warning, and the next large decision" in details(page)


def test_the_arrangement_of_lanes_is_part_of_the_link(page: TimelinePage) -> None:
    text = f"{SPRING}&order=lane-council%2Clane-rwanda&folded=lane-rwanda"
    page.show_link(Link.parse(text))
    assert text_of(page) == text
    page.show_link(Link.parse(SPRING))
    assert text_of(page) == SPRING


def test_where_nothing_passes_it_says_what_was_asked_and_offers_the_way_out(qtbot: QtBot, page: TimelinePage) -> None:
    page.show_link(Link.parse(f"{SPRING}&theme=aid&q=nothing"))
    assert not page.view.isVisible()
    assert page.nothing.words.text() == "None of the 6 events passes these filters: Theme: Aid; “nothing”."
    assert page.first_focus() is page.nothing.clear
    QTest.keyClick(page.nothing.clear, K.Key_Return)
    assert page.view.isVisible()
    assert text_of(page) == SPRING


def test_a_story_is_told_step_by_step(qtbot: QtBot, page: TimelinePage) -> None:
    asked = follow(page)
    with qtbot.waitSignal(page.announced) as caught:
        page.show_link(Link.parse(STORY))
    assert caught.args == ["From the warning to the vote. 1 of 3: A warning reaches New York"]
    assert text_of(page) == STORY
    assert page.view.selected is not None
    assert page.bar.count.text() == "5 of 6 events"
    assert page.teller.panel.text.isVisible()
    assert not page.detail.isVisible()
    page.teller.panel.next.click()
    assert asked == ["r2p://timeline/story/story-warning/2"]
    assert page.bar.count.text() == "6 events"
    page.teller.panel.end.click()
    assert step_number(page) == 0
    assert text_of(page).startswith("r2p://timeline?from=1994-04-06&to=1994-04-30")
    assert page.detail.isVisible()


def test_enter_opens_the_event_of_the_step(page: TimelinePage) -> None:
    page.show_link(Link.parse(STORY))
    QTest.keyClick(page.view, K.Key_Return)
    assert page.detail.isVisible()
    assert "Dallaire’s cable" in details(page)


def test_who_looks_around_in_a_story_finds_the_way_back(page: TimelinePage) -> None:
    follow(page)
    page.show_link(Link.parse(STORY))
    QTest.keyClick(page.view, K.Key_Plus)
    panned = text_of(page)
    assert panned.startswith(f"{STORY}?from=")
    page.show_link(Link.parse("r2p://timeline?event=ev-genocide"))
    assert page.detail.isVisible()
    assert not page.teller.panel.text.isVisible()
    assert step_number(page) == 1
    page.teller.panel.back.click()
    assert page.teller.panel.text.isVisible()
    page.show_link(Link.parse(STORY))
    assert text_of(page) == STORY
    page.show_link(Link.parse(panned))
    assert text_of(page) == panned
    page.show_link(Link.parse(SPRING))
    assert step_number(page) == 0
    assert text_of(page) == SPRING


@pytest.mark.parametrize(("size", "scale"), [((816, 584), 1.0), ((1024, 584), 2.0)])
def test_with_little_room_a_story_stands_below_the_lanes(
    page: TimelinePage, look: Look, size: tuple[int, int], scale: float
) -> None:
    look.apply("light", scale)
    page.resize(*size)
    page.show_link(Link.parse(STORY))
    panel = page.teller.panel
    assert panel.text.isVisible()
    assert page.drawer.isHidden()
    assert panel.mapTo(page, panel.rect().topLeft()).y() > page.view.mapTo(page, page.view.rect().bottomLeft()).y()
    assert page.view.height() > 100
    page.show_link(Link.parse("r2p://timeline?event=ev-genocide"))
    assert page.drawer.isVisible()
    assert panel.text.isVisible()


def test_a_story_that_is_gone_ends(page: TimelinePage, state: AppState, mini_library: Library) -> None:
    page.show_link(Link.parse(STORY))
    state.set_library(Library(PACK, [entry for entry in mini_library if entry.kind != "story"]))
    page.refresh(page.listens_to)
    assert step_number(page) == 0
    assert page.head.stories.isHidden()


FILTERS = st.builds(
    Filter,
    lanes=st.none() | st.frozensets(st.sampled_from(["lane-rwanda", "lane-council"])),
    responsibilities=st.none() | st.frozensets(st.sampled_from(list(Responsibility))),
    themes=st.none() | st.frozensets(st.sampled_from(list(Theme))),
    importance=st.integers(1, 3),
    actors=st.frozensets(st.sampled_from(["p-dallaire", "b-unsc"])),
    sources=st.none() | st.frozensets(st.sampled_from(list(SourceType))),
    text=st.sampled_from(["", "council", "đ & ł", "nothing at all"]),
)
ARRANGEMENTS = st.builds(
    Arrangement,
    order=st.sampled_from([(), ("lane-council", "lane-rwanda")]),
    folded=st.frozensets(st.sampled_from(["lane-rwanda", "lane-council"])),
)


@st.composite
def views(draw: st.DrawFn) -> Link:
    """Links to any view of the timeline, written as the page writes them: its middle is among the days with events."""
    half, middle = draw(st.integers(1, 1_500)), draw(st.integers(day_number(1950), day_number(2005, 9, 16)))
    query = [*write_range(middle - half, middle + half)]
    query += [*draw(FILTERS).to_query(), *draw(ARRANGEMENTS).to_query()]
    query += [("pairs", value) for value in draw(st.sampled_from([[], ["rwanda"], ["all"]]))]
    query += [("view", "table")] * draw(st.booleans())
    return Link("timeline", draw(st.sampled_from([(), ("story", "story-warning", "2")])), tuple(query))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(link=views())
def test_any_view_is_restored_by_its_link(page: TimelinePage, link: Link) -> None:
    page.show_link(link)
    assert page.place() == link
    page.show_link(Link.parse(SPRING))
    assert text_of(page) == SPRING
    page.show_link(Link.parse(str(link)))
    assert page.place() == link


def test_back_undoes_a_jump_and_a_step_of_a_story_in_the_window(shell: Shell) -> None:
    shell.navigation.open(SPRING)
    page = shell.stack.page
    assert isinstance(page, TimelinePage)
    QTest.keyClick(page.view, K.Key_PageDown)
    before = text_of(page)
    assert before != SPRING  # moving along has amended the place
    page.head.jump.setText("16 September 2005")
    QTest.keyClick(page.head.jump, K.Key_Return)
    assert page.view.axis.start > day_number(2005)
    shell.navigation.back()
    assert text_of(page) == before
    shell.navigation.open(STORY)
    QTest.keyClick(page.teller.panel.next, K.Key_PageDown)
    assert text_of(page) == "r2p://timeline/story/story-warning/2"
    shell.navigation.back()
    assert text_of(page) == STORY
    shell.navigation.back()
    assert text_of(page) == before
    shell.navigation.open("r2p://story/story-warning")
    assert text_of(page) == STORY
