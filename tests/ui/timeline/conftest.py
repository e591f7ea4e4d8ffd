import pytest
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.content.model import Event, Lane, Responsibility
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.view import TimelineView
from tests.timeline.making import edtf, event

LANES = (
    Lane(id="lane-a", title="Rwanda", case="rwanda"),
    Lane(id="lane-b", title="Council and doctrine", case="doctrine"),
)


def some_events() -> list[Event]:
    """Five events in the first lane, two in the second, one in both; a crowd of 40 on one day in 1996."""
    first, second = ("lane-a",), ("lane-b",)
    return [
        event(
            0, "1993-08-04", lanes=first, importance=3, title="Arusha accords", responsibility=Responsibility.PREVENT
        ),
        event(1, "1994-01-11", lanes=first, importance=3, title="Cable from Kigali"),
        event(2, "1994-04-07/1994-07-17", lanes=first, importance=3, title="Genocide against the Tutsi"),
        event(3, "1994-04-21", lanes=(*first, *second), importance=3, title="Resolution 912"),
        event(4, "1994-05-17", lanes=second, title="Resolution 918"),
        event(5, "1994-07", lanes=first, title="The war ends", responsibility=Responsibility.REBUILD),
        *(event(100 + n, "1996-11-15", lanes=first, importance=1, title=f"Return {n}") for n in range(40)),
    ]


@pytest.fixture
def items() -> Items:
    return Items(some_events(), LANES)


@pytest.fixture
def shown(items: Items) -> Shown:
    return Shown(items, Filter())


@pytest.fixture
def view(qtbot: QtBot, look: Look, shown: Shown) -> TimelineView:
    """The timeline from January to September 1994, with the focus."""
    made = TimelineView(shown, reduced_motion=lambda: True)
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    made.go_to(Axis.showing(day_number(1994), day_number(1994, 9), made.axis.width), at_once=True)
    return made


@pytest.fixture
def crowded(qtbot: QtBot, look: Look) -> TimelineView:
    """Four hundred events in ten years, in two lanes, with the focus."""
    days = range(8_000, 12_000, 10)
    made = [event(n, edtf(day), lanes=(f"lane-{'ab'[n % 2]}",), importance=1 + n % 3) for n, day in enumerate(days)]
    view = TimelineView(Shown(Items(made, LANES), Filter()), reduced_motion=lambda: True)
    qtbot.addWidget(view)
    view.resize(900, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view
