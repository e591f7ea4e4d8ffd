from dataclasses import replace

from r2p_app.content.model import Responsibility
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.delay import Pair, PairedLanes
from r2p_app.timeline.filters import Filter
from r2p_app.ui.timeline.export_seen import file_stem, filter_words, subtitle, title
from tests.ui.timeline.exporting import seen


def test_what_is_seen_touches_the_days() -> None:
    titles = [event.title for event in seen().events]
    assert "Genocide against the Tutsi" in titles
    assert "Arusha accords" not in titles
    assert not [one for one in titles if one.startswith("Return")]


def test_a_table_has_all_days() -> None:
    assert len(seen(whole=True).events) == len(seen().shown)
    assert seen(whole=True).days[0] < seen().days[0]


def test_the_name_of_the_file_says_lanes_and_years() -> None:
    one_lane = seen(Filter(lanes=frozenset({"lane-a"})))
    assert file_stem(one_lane) == "r2p-timeline-rwanda-1994"
    assert file_stem(seen()) == "r2p-timeline-1994"
    assert file_stem(seen(whole=True)) == "r2p-timeline-1993-1996"


def test_title_days_and_filters_in_words() -> None:
    filtered = seen(
        Filter(lanes=frozenset({"lane-a"}), responsibilities=frozenset({Responsibility.REACT}), text="title")
    )
    assert title(filtered) == "Timeline: Rwanda"
    assert title(seen()) == "Timeline: A small pack"
    assert subtitle(filtered).replace("\N{NO-BREAK SPACE}", " ").startswith("1 January – 31 August 1994 · 1 event · ")
    assert filter_words(filtered.library, filtered.shown.filter)[-1] == "Text: “title”"
    assert "Responsibility: React" in subtitle(filtered)


def test_lanes_stand_in_the_order_that_was_chosen() -> None:
    turned = seen()
    assert [lane.id for lane in turned.lanes] == ["lane-a", "lane-b"]
    arranged = type(turned)(
        turned.library, turned.shown, turned.axis, 900, 400, arrangement=Arrangement(order=("lane-b", "lane-a"))
    )
    assert [lane.id for lane in arranged.lanes] == ["lane-b", "lane-a"]


def test_of_ground_and_council_only_the_paired_lanes_are_seen_but_the_table_has_all() -> None:
    view = seen()
    events = {event.id: event for event in view.events}
    pairing = Pairing(id="pair-a", title="Twice in one lane", ground="ev-1", council="ev-2")
    paired = replace(view, paired=PairedLanes([Pair(pairing, events["ev-1"], events["ev-2"])], "Delay"))
    assert [lane.id for lane in paired.lanes] == ["lane-a"]
    assert {lane for event in paired.events for lane in event.lanes[:1]} == {"lane-a"}
    assert len(replace(paired, whole=True).lanes) == 2
