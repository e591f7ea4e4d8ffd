import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Entry, Library
from r2p_app.content.model import Event
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.delay import pairs_of
from r2p_app.timeline.items import Items
from r2p_app.ui.maps.small import SmallMap
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.detail import DetailPanel
from r2p_app.ui.widgets.prose import Prose
from tests.timeline.making import event
from tests.ui.mini import PACK


@pytest.fixture
def panel(qtbot: QtBot, look: Look, mini_library: Library) -> DetailPanel:
    made = DetailPanel(mini_library, Items.of(mini_library))
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    return made


def words(panel: DetailPanel) -> str:
    labels = [label.text() for label in panel.findChildren(QLabel)]
    texts = [prose.toPlainText() for prose in panel.findChildren(Prose)]
    return "\n".join((*labels, *texts)).replace("\xa0", " ").replace("\u2060", "")


def links(panel: DetailPanel) -> list[str]:
    found: list[str] = []
    for prose in panel.findChildren(Prose):
        block = prose.document().begin()
        while block.isValid():
            found += [style.format.anchorHref() for style in block.textFormats() if style.format.isAnchor()]
            block = block.next()
    return found


def show(panel: DetailPanel, event_id: str) -> None:
    index = panel._items.index_of(event_id)
    assert index is not None
    panel.show_event(index)


def test_at_first_it_says_how_to_select(panel: DetailPanel) -> None:
    assert "Select an event" in words(panel)


def test_an_event_is_shown_with_all_that_is_known(panel: DetailPanel) -> None:
    show(panel, "ev-res-912")
    found = words(panel)
    for part in (
        "21 April 1994 · React",
        "Resolution 912 cuts UNAMIR to 270",
        "The Council voted 15–0 to reduce the force",
        "What kind of claim this is: Official record.",
        "Resolution 912 (1994)",
        "para 8",
        "S/RES/912 (1994), Reduction of UNAMIR",
        "UN Security Council",
        "Roméo Dallaire",
    ):
        assert part in found
    assert "Disputed" not in found
    body = panel.widget()
    assert body is not None
    assert body.accessibleName().replace("\xa0", " ").startswith("21 April 1994: Resolution 912")


def test_the_paragraph_that_speaks_of_it_is_linked(panel: DetailPanel) -> None:
    show(panel, "ev-cable-11-jan")
    assert "In the chapters" in words(panel)
    assert "Rwanda › The warnings" in words(panel)
    assert any(link.startswith("r2p://case/rwanda/read/rwanda-warnings#") for link in links(panel))


def test_pairings_decisions_and_questions_are_linked_but_never_the_words_of_a_question(panel: DetailPanel) -> None:
    show(panel, "ev-res-912")
    found = words(panel)
    assert "A warning, and the next large decision: 100 days later (about 3 months)" in found
    assert "11 January 1994: Dallaire’s cable" in found
    assert "Decisions of that day" in found
    assert "Reinforce, reduce or withdraw" in found
    assert "Explain why the warnings did not lead to action.: question 1" in found
    assert "What did resolution 912 do?" not in found
    assert {"r2p://event/ev-cable-11-jan", "r2p://decision/dp-912", "r2p://question/q-912"} <= set(links(panel))


def test_a_place_is_shown_on_a_map_that_opens_it(qtbot: QtBot, panel: DetailPanel) -> None:
    show(panel, "ev-cable-11-jan")
    assert "11 January 1994 · Kigali · Prevent" in words(panel)
    (small,) = panel.findChildren(SmallMap)
    with qtbot.waitSignal(panel.link_requested) as caught:
        small.picture.click()
    assert caught.args == ["r2p://place/pl-kigali"]


def test_nothing_is_said_twice(panel: DetailPanel) -> None:
    show(panel, "ev-res-912")
    lines = [line for line in words(panel).splitlines() if len(line) > 12]
    assert sorted(lines) == sorted(set(lines))


def test_nothing_is_wider_than_the_panel(panel: DetailPanel, look: Look) -> None:
    for scale in (1.0, 2.0):
        look.apply("light", scale)
        panel.resize(round(316 * scale), 600)
        for one in panel._items.events:
            show(panel, one.id)
            body = panel.widget()
            assert body is not None
            assert body.minimumSizeHint().width() <= panel.viewport().width()


def test_a_pairing_is_shown_with_its_delay(panel: DetailPanel, mini_library: Library) -> None:
    (pair,) = pairs_of(mini_library, mini_library.all(Pairing))
    panel.show_pair(pair)
    assert "100 days later (about 3 months)" in words(panel)
    assert {"r2p://event/ev-cable-11-jan", "r2p://event/ev-res-912"} <= set(links(panel))


def test_what_is_disputed_and_what_happened_that_week(qtbot: QtBot, look: Look) -> None:
    made = [
        event(0, "1994-04-06", lanes=("lane-a",), disputed="Who fired is disputed."),
        event(1, "1994-04-08", lanes=("lane-b",), title="Elsewhere"),
    ]
    library = Library(PACK, [Entry(one.id, "event", "", one) for one in made])
    panel = DetailPanel(library, Items.of(library))
    qtbot.addWidget(panel)
    show(panel, "ev-0")
    found = words(panel)
    assert found.index("Disputed") < found.index("The same week elsewhere")
    assert "Who fired is disputed." in found
    assert "8 April 1994: Elsewhere" in found


def test_links_are_asked_for(qtbot: QtBot, panel: DetailPanel) -> None:
    show(panel, "ev-res-912")
    prose = next(one for one in panel.findChildren(Prose) if "Reduction of UNAMIR" in one.toPlainText())
    with qtbot.waitSignal(panel.link_requested) as caught:
        prose.link_requested.emit("r2p://document/doc-res-912")
    assert caught.args == ["r2p://document/doc-res-912"]


def test_a_case_is_asked_for(qtbot: QtBot, panel: DetailPanel) -> None:
    show(panel, "ev-res-912")
    zoom = next(one for one in panel.findChildren(QPushButton) if one.text() == "Zoom to Rwanda")
    with qtbot.waitSignal(panel.case_requested) as caught:
        zoom.click()
    assert caught.args == ["rwanda"]


def test_a_cluster_lists_its_events(panel: DetailPanel) -> None:
    panel.show_cluster([0, 1, 2])
    found = words(panel)
    assert "3 events" in found
    assert "1916–1962: Belgian rule" in found


def test_a_large_cluster_does_not_list_ten_thousand(qtbot: QtBot, look: Look) -> None:
    made = [event(n, "1994-04-06") for n in range(500)]
    library = Library(PACK, [Entry(one.id, "event", "", one) for one in made])
    panel = DetailPanel(library, Items(made, ()))
    qtbot.addWidget(panel)
    panel.show_cluster(range(500))
    assert "open the table" in words(panel)
    assert words(panel).count("6 April 1994") == 60


def test_an_event_in_no_lane_is_none_of_the_timeline(mini_library: Library) -> None:
    assert all(mini_library.find(one.id, Event) for one in Items.of(mini_library).events)
