"""Pages are made late, refreshed when they are seen, and asked for their place."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.ui import routes
from r2p_app.ui.navigation import Navigation
from r2p_app.ui.page import Page
from r2p_app.ui.routes import PageSpec
from r2p_app.ui.stack import PageStack
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import Look
from tests.ui import mini


class FirstPage(Page):
    """Notes what it is told."""

    listens_to = Changes.LIBRARY | Changes.READING

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.told: list[Changes] = []
        self.link = Link("first")

    def show_link(self, link: Link) -> None:
        self.link = link

    def place(self) -> Link:
        return self.link

    def refresh(self, changes: Changes) -> None:
        self.told.append(changes)

    def move(self, anchor: str) -> None:  # type: ignore[override]
        self.link = self.link._replace(fragment=anchor)
        self.place_changed.emit()


class SecondPage(FirstPage):
    listens_to = Changes.ATTEMPTS


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("first", "second"):
        monkeypatch.setitem(routes.BY_NAME, name, PageSpec(name, name))
        monkeypatch.setitem(sys.modules, f"r2p_app.ui.pages.{name}", sys.modules[__name__])


@pytest.fixture
def stack(qtbot: QtBot, state: AppState, pages: None) -> PageStack:
    made = PageStack(state)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(stack: PageStack) -> FirstPage:
    assert isinstance(stack.page, FirstPage)
    return stack.page


def test_a_page_is_made_on_its_first_visit_and_kept(stack: PageStack) -> None:
    assert stack.page is None
    stack.show_link(Link("first"))
    first = shown(stack)
    stack.show_link(Link("second"))
    stack.show_link(Link("first", ("a",)))
    assert shown(stack) is first
    assert first.link == Link("first", ("a",))


def test_a_page_that_does_not_exist_is_an_error(stack: PageStack) -> None:
    with pytest.raises(KeyError):
        stack.show_link(Link("third"))


def test_the_page_in_view_is_refreshed_at_once_with_what_concerns_it(stack: PageStack, state: AppState) -> None:
    stack.show_link(Link("first"))
    state.note(Changes.READING | Changes.ATTEMPTS)
    state.note(Changes.ATTEMPTS)
    assert shown(stack).told == [Changes.READING]


def test_a_page_out_of_view_is_refreshed_once_when_it_is_seen_again(stack: PageStack, state: AppState) -> None:
    stack.show_link(Link("first"))
    first = shown(stack)
    stack.show_link(Link("second"))
    state.note(Changes.READING)
    state.note(Changes.LIBRARY)
    assert first.told == []
    stack.show_link(Link("first"))
    stack.show_link(Link("first"))
    assert first.told == [Changes.READING | Changes.LIBRARY]


def test_only_the_page_in_view_changes_the_place(stack: PageStack) -> None:
    stack.show_link(Link("first"))
    first, heard = shown(stack), []
    stack.place_changed.connect(lambda: heard.append(True))
    first.move("p1")
    stack.show_link(Link("second"))
    first.move("p2")
    assert heard == [True]


@pytest.fixture
def navigation(stack: PageStack, state: AppState) -> Navigation:
    made = Navigation(state, stack, "r2p://first")
    made.show_wanted()
    return made


def test_back_restores_the_view_as_it_was_left(navigation: Navigation, stack: PageStack) -> None:
    shown(stack).move("p7")
    navigation.open("r2p://second")
    navigation.back()
    assert shown(stack).link == Link("first", (), (), "p7")


def test_a_page_asks_for_another(navigation: Navigation, stack: PageStack, qtbot: QtBot) -> None:
    with qtbot.waitSignal(navigation.page_shown) as told:
        shown(stack).link_requested.emit("r2p://second")
    assert told.args == ["second"]


def test_a_link_asked_for_before_there_is_content_is_opened_when_there_is(
    qtbot: QtBot, look: Look, pages: None, state: AppState, mini_library: Library
) -> None:
    early = AppState(look, parent=look)
    stack = PageStack(early)
    qtbot.addWidget(stack)
    navigation = Navigation(early, stack)
    navigation.open("r2p://second")
    assert stack.page is None
    early.set_library(mini_library)
    early.set_store(state.store)
    navigation.show_wanted()
    assert shown(stack).objectName() == "second"


@pytest.mark.parametrize("route", ["r2p://source/un-inquiry-1999", "r2p://nowhere", "not a link"])
def test_what_is_no_page_stands_over_home(stack: PageStack, state: AppState, route: str) -> None:
    navigation = Navigation(state, stack, route)
    records: list[str] = []
    failed: list[str] = []
    navigation.record_requested.connect(records.append)
    navigation.link_failed.connect(failed.append)
    navigation.show_wanted()
    assert stack.page is not None
    assert stack.page.objectName() == "home"
    assert (records, failed) == ((["un-inquiry-1999"], []) if "source" in route else ([], [route]))


def test_new_content_shows_the_same_page(navigation: Navigation, stack: PageStack, state: AppState) -> None:
    shown(stack).move("p3")
    state.set_library(mini.mini_library())
    assert shown(stack).told == [Changes.LIBRARY]
    assert shown(stack).link.fragment == "p3"


def test_words_for_a_screen_reader_are_passed_on(stack: PageStack, qtbot: QtBot) -> None:
    stack.show_link(Link("first"))
    with qtbot.waitSignal(stack.announced) as heard:
        shown(stack).announced.emit("saved")
    assert heard.args == ["saved"]
