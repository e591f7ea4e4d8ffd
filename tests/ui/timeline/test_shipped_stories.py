"""Every step of every shipped story, in the sizes a person may have: nothing of its text is cut off."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.load import load_pack
from r2p_app.content.teaching import Story
from r2p_app.paths import content_dir
from r2p_app.timeline.placing import Placed
from r2p_app.ui.pages.timeline import TimelinePage
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.story_steps import step_link
from r2p_app.ui.widgets.body_scroll import BodyScroll
from r2p_app.ui.widgets.prose import Prose

FRAME = QSize(208, 56)
"""What the window keeps for its rail and its bar."""


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_pack(content_dir())


@pytest.fixture(params=product((QSize(1440, 900), QSize(1024, 640)), (1.0, 2.0)), ids=str)
def page(
    request: pytest.FixtureRequest, qtbot: QtBot, state: AppState, look: Look, shipped: Library
) -> Iterator[TimelinePage]:
    window, scale = request.param
    state.set_library(shipped)
    made = TimelinePage(state)
    qtbot.addWidget(made)
    look.apply("light", scale)
    made.resize(window - FRAME)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.drawer.dismiss()


def cut_off(scroll: BodyScroll) -> list[str]:
    """Return what of a panel's text has less height than it needs, or lies beyond what can be scrolled to."""
    body, viewport = scroll.widget(), scroll.viewport()
    assert body is not None
    found = [] if body.width() == viewport.width() else [f"{body.width()} wide in {viewport.width()}"]
    reached = viewport.height() + scroll.verticalScrollBar().maximum()
    for prose in body.findChildren(Prose):
        text = prose.document().clone()
        text.setTextWidth(prose.width())
        if prose.height() < text.size().height() - 1 or prose.geometry().bottom() >= reached:
            found.append(prose.toPlainText())
    for label in (one for one in body.findChildren(QLabel) if one.isVisible()):
        bottom = label.mapTo(body, label.rect().bottomLeft()).y()
        if label.height() < label.heightForWidth(label.width()) or bottom >= reached:
            found.append(label.text())
    return found


def test_all_of_a_step_and_of_the_details_before_it_can_be_read(qtbot: QtBot, page: TimelinePage) -> None:
    for story in page.state.library.all(Story):
        page.show_link(Link.parse("r2p://timeline?event=ev-res-912"))  # from another view, as a link does
        qtbot.waitUntil(lambda: not cut_off(page.detail))
        for number in range(1, len(story.steps) + 1):
            page.show_link(Link.parse(step_link(story.id, number)))
            qtbot.waitUntil(lambda: not cut_off(page.teller.panel.text))


def test_the_event_of_a_step_is_seen_by_itself(page: TimelinePage) -> None:
    view = page.view
    for story in page.state.library.all(Story):
        for number, step in enumerate(story.steps, start=1):
            page.show_link(Link.parse(step_link(story.id, number)))
            view.go_to(view.axis, at_once=True)  # where the movement ends
            boxes = [box for box in view.boxes() if isinstance(box.thing, Placed) and view.is_selected(box)]
            assert len(boxes) == bool(step.event), step.heading
            assert all(box.rect.top() >= view.scene.sizes.header - 1 for box in boxes), step.heading
            assert all(box.rect.bottom() <= view.height() for box in boxes), step.heading
