import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.teaching import Story
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.story_panel import StoryPanel
from r2p_app.ui.timeline.story_steps import Step
from r2p_app.ui.widgets.prose import Prose


@pytest.fixture
def story(mini_library: Library) -> Story:
    return mini_library.get("story-warning", Story)


@pytest.fixture
def panel(qtbot: QtBot, look: Look, mini_library: Library, story: Story) -> StoryPanel:
    made = StoryPanel()
    qtbot.addWidget(made)
    made.resize(380, 600)
    made.show_step(mini_library, story, 1)
    with qtbot.waitExposed(made):
        made.show()
    return made


def words(panel: StoryPanel) -> str:
    body = panel.text.widget()
    assert body is not None
    texts = [label.text() for label in body.findChildren(QLabel)]
    texts += [prose.toPlainText() for prose in body.findChildren(Prose)]
    return "\n".join(texts).replace("\xa0", " ")


def test_a_step_says_where_one_is_and_what_it_rests_on(panel: StoryPanel) -> None:
    assert panel.position.text() == "1 of 3"
    found = words(panel)
    for part in (
        "From the warning to the vote",
        "A warning reaches New York",
        "This story speaks of plans to kill and of killing.",
        "Roméo Dallaire sent a cable.",
        "11 January 1994: Dallaire’s cable",
        "p. 10",
    ):
        assert part in found
    assert panel.accessibleName() == "From the warning to the vote. 1 of 3: A warning reaches New York"


def test_the_note_stands_at_the_beginning_alone(panel: StoryPanel, mini_library: Library, story: Story) -> None:
    panel.show_step(mini_library, story, 2)
    assert "This story speaks" not in words(panel)


def test_a_step_back_in_time_says_why(panel: StoryPanel, mini_library: Library, story: Story) -> None:
    panel.show_step(mini_library, story, 3)
    assert "Back in time: What failed was an agreement of the year before." in words(panel)


def test_the_buttons_lead_on_and_back(qtbot: QtBot, panel: StoryPanel, mini_library: Library, story: Story) -> None:
    assert not panel.previous.isEnabled()
    with qtbot.waitSignal(panel.step_requested) as caught:
        QTest.keyClick(panel.next, Qt.Key.Key_Return)
    assert caught.args == [2]
    panel.show_step(mini_library, story, 3)
    assert not panel.next.isEnabled()
    with qtbot.waitSignal(panel.step_requested) as caught:
        QTest.keyClick(panel.previous, Qt.Key.Key_Space)
    assert caught.args == [2]
    with qtbot.waitSignal(panel.end_requested):
        panel.end.click()


def test_the_focus_is_not_lost_at_the_ends(
    qtbot: QtBot, panel: StoryPanel, mini_library: Library, story: Story
) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.next.setFocus()
    panel.show_step(mini_library, story, 3)
    assert panel.previous.hasFocus()
    panel.show_step(mini_library, story, 1)
    assert panel.next.hasFocus()


def test_the_focus_leaves_a_text_that_is_replaced(
    qtbot: QtBot, panel: StoryPanel, mini_library: Library, story: Story
) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    stop = panel.text.first_stop()
    assert stop is not None
    stop.setFocus()
    panel.show_step(mini_library, story, 2)
    assert panel.next.hasFocus()


def test_folded_it_keeps_the_way_on_and_to_the_text(qtbot: QtBot, panel: StoryPanel) -> None:
    panel.set_folded(True)
    assert panel.next.isVisible()
    assert not panel.text.isVisible()
    with qtbot.waitSignal(panel.back_requested):
        panel.back.click()


@pytest.mark.parametrize(
    ("link", "number"),
    [
        ("r2p://timeline/story/story-warning/2", 2),
        ("r2p://timeline/story/story-warning", 1),
        ("r2p://timeline/story/story-warning/0", 1),
        ("r2p://timeline/story/story-warning/99", 3),
        ("r2p://timeline/story/story-warning/two", 1),
    ],
)
def test_a_link_names_a_step_or_the_nearest_there_is(mini_library: Library, link: str, number: int) -> None:
    step = Step.of(Link.parse(link), mini_library)
    assert step is not None
    assert step.number == number
    assert step.parts == ("story", "story-warning", str(number))


@pytest.mark.parametrize(
    "link", ["r2p://timeline", "r2p://timeline/story", "r2p://timeline/story/none/1", "r2p://timeline/x/y/1"]
)
def test_other_links_name_none(mini_library: Library, link: str) -> None:
    assert Step.of(Link.parse(link), mini_library) is None


def test_a_step_is_a_view(mini_library: Library, story: Story) -> None:
    assert dict(Step(story, 1).query) == {
        "from": "1994-01-01",
        "to": "1994-01-31",
        "lanes": "lane-rwanda",
        "event": "ev-cable-11-jan",
    }
    assert dict(Step(story, 3).query) == {"from": "1993-07-01", "to": "1994-07-31"}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off(panel: StoryPanel, look: Look, mini_library: Library, story: Story, scale: float) -> None:
    look.apply("light", scale)
    panel.resize(round(380 * scale), 500)
    for number in (1, 2, 3):
        panel.show_step(mini_library, story, number)
        for one in (panel.previous, panel.next, panel.end):
            assert one.width() >= one.sizeHint().width()
        body = panel.text.widget()
        assert body is not None
        assert body.minimumSizeHint().width() <= panel.text.viewport().width()
