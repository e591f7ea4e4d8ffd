"""What the timeline looks like, at fixed sizes."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.delay import Pair
from r2p_app.timeline.filters import Shown
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.overview import OverviewStrip
from r2p_app.ui.timeline.view import TimelineView
from tests.pictures import assert_picture, unlike


def picture(view: TimelineView) -> QImage:
    view.clearFocus()
    return view.grab().toImage()


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("contrast", 1.0), ("light", 2.0)])
def test_themes_and_sizes_of_text(view: TimelineView, look: Look, theme: str, scale: float) -> None:
    look.apply(theme, scale, reduced_motion=True)
    view.resize(900, 500)
    view.select(view.scene.shown.items.index_of("ev-3"))
    assert_picture(f"timeline/{theme}-{round(scale * 100)}", picture(view))


def test_a_crowd(crowded: TimelineView) -> None:
    crowded.fit_all()
    assert_picture("timeline/crowd", picture(crowded))


def test_a_folded_lane(crowded: TimelineView) -> None:
    crowded.fit_all()
    crowded.arrange(Arrangement(("lane-b",), frozenset({"lane-b"})))
    assert_picture("timeline/folded", picture(crowded))


def test_single_days(view: TimelineView) -> None:
    view.go_to(Axis.showing(day_number(1994, 4, 18), day_number(1994, 4, 25), view.axis.width), at_once=True)
    assert_picture("timeline/days", picture(view))


def test_ground_and_council(view: TimelineView) -> None:
    events = {event.id: event for event in view.scene.shown.items.events}
    pairing = Pairing(id="pair-a", title="A warning, and troops", ground="ev-1", council="ev-4")
    view.show_pairs([Pair(pairing, events["ev-1"], events["ev-4"])])
    assert_picture("timeline/pairs", picture(view))


def test_the_overview(qtbot: QtBot, look: Look, shown: Shown) -> None:
    strip = OverviewStrip(shown)
    qtbot.addWidget(strip)
    strip.resize(900, strip.sizeHint().height())
    strip.show_range(Axis.showing(day_number(1994), day_number(1995), 500))
    assert_picture("timeline/overview", strip.grab().toImage())


def test_pictures_with_and_without_kept_letters_are_alike(view: TimelineView) -> None:
    """A screen on which nothing can be copied pixel for pixel shows the same."""
    from PySide6.QtGui import QPainter

    from r2p_app.ui.timeline.paint import TimelinePainter

    painted = []
    for pictures in (True, False):
        image = QImage(view.size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        TimelinePainter(painter, view.scene, view.view, pictures=pictures).paint()
        painter.end()
        painted.append(image)
    assert unlike(*painted) < 0.002
