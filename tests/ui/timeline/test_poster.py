import io
from collections import Counter
from dataclasses import replace

import pytest
from pypdf import PdfReader

from r2p_app.content.teaching import Pairing
from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.delay import Pair, PairedLanes
from r2p_app.timeline.filters import Filter
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.export_seen import Seen
from r2p_app.ui.timeline.poster import UNITS, PaperPlan, Poster
from r2p_app.ui.timeline.poster_paint import PosterPdf
from tests.timeline.making import event
from tests.ui.timeline.exporting import LONG, seen, seen_of

SMALL = PaperPlan(columns=2, points=7)
PLANS = [SMALL, PaperPlan("A3", landscape=False, columns=1, points=11), PaperPlan(columns=4)]


def pdf(poster: Poster) -> PdfReader:
    made = PosterPdf(poster)
    assert list(made.steps()) == list(range(1, poster.sheets + 1))
    return PdfReader(io.BytesIO(made.data))


def text(reader: PdfReader) -> str:
    """The words of all sheets; lines may break anywhere."""
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def crowd(count: int = 60) -> Seen:
    """So many events in one week that they need several rows of sheets."""
    made = [event(number, f"1994-04-{1 + number % 7:02}", title=f"{LONG}{number}") for number in range(count)]
    return seen_of(made)


@pytest.mark.parametrize("plan", PLANS)
def test_there_is_a_page_for_each_sheet_in_the_size_of_the_paper(look: Look, plan: PaperPlan) -> None:
    poster = Poster(seen(), plan)
    reader = pdf(poster)
    assert len(reader.pages) == poster.sheets == poster.rows * plan.columns
    box = reader.pages[0].mediabox
    sheet = plan.sheet / UNITS * 72
    assert (float(box.width), float(box.height)) == pytest.approx((sheet.width(), sheet.height()), abs=1)


def test_every_sheet_says_which_it_is(look: Look) -> None:
    poster = Poster(crowd(), SMALL)
    assert poster.rows > 1
    for number, page in enumerate(pdf(poster).pages, start=1):
        assert f"{number} of {poster.sheets}" in " ".join(page.extract_text().split())


def test_title_days_filters_legend_sources_and_licence_are_printed(look: Look) -> None:
    printed = text(pdf(Poster(seen(Filter(lanes=frozenset({"lane-a"}))), SMALL)))
    for words in ("Timeline: Rwanda", "August 1994", "Prevent", "Hollow", "sources of every event", "CC BY-SA 4.0"):
        assert words in printed


def test_every_event_has_its_whole_title(look: Look) -> None:
    view = seen()
    printed = text(pdf(Poster(view, SMALL)))
    latin = [event.title for event in view.events if event.id != "ev-202"]
    assert latin
    assert [title for title in latin if " ".join(title.split()) not in printed] == []


def test_fonts_are_in_the_file(look: Look) -> None:
    fonts = [
        font.get_object()
        for page in pdf(Poster(seen(), SMALL)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]  # pypdf: objects of any kind
    ]
    assert {font["/BaseFont"].split("+")[-1].lstrip("/") for font in fonts} >= {"Inter-Regular", "Inter-SemiBold"}
    for font in fonts:
        for inner in font.get("/DescendantFonts", [font]):
            assert set(inner.get_object()["/FontDescriptor"].get_object()) & {"/FontFile", "/FontFile2", "/FontFile3"}


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("view", [seen, crowd])
def test_no_label_is_cut_at_the_edge_of_a_sheet(look: Look, plan: PaperPlan, view: object) -> None:
    poster = Poster(seen() if view is seen else crowd(), plan)
    grid, line = poster.grid, poster.spacing.line
    placed = [block for lane in poster.lanes for block in lane.blocks]
    assert placed
    for block in placed:
        row = grid.row(block.top)
        assert grid.holds(block.label, block.label + block.want.width)
        assert block.top + block.want.lines * line <= grid.top(row) + grid.height
        assert block.top >= (grid.top(row) + poster.tick_height if row else poster.axis_top + poster.tick_height)


def test_every_event_stands_once_in_each_of_its_lanes(look: Look) -> None:
    view = seen()
    poster = Poster(view, SMALL)
    placed = Counter(block.want.event for lane in poster.lanes for block in lane.blocks)
    assert placed == Counter({index: len(view.shown.items.events[index].lanes) for index in view.indices})


def test_a_lane_that_goes_on_says_so_on_the_next_row_of_sheets(look: Look) -> None:
    assert "A (continued)" in text(pdf(Poster(_one_lane(crowd()), SMALL))).replace("Rwanda", "A")


def _one_lane(view: Seen) -> Seen:
    return replace(view, shown=view.shown.filtered(Filter(lanes=frozenset({"lane-a"}))))


def test_larger_text_takes_more_room(look: Look) -> None:
    small, large = (Poster(crowd(), replace(SMALL, points=points)) for points in (7, 11))
    assert large.rows > small.rows


def test_a_lane_without_events_is_named_all_the_same(look: Look) -> None:
    made = [event(1, "1994-04-07", lanes=("lane-a",)), event(2, "1950", lanes=("lane-b",))]
    assert "Council and doctrine: no events in this range" in text(pdf(Poster(seen_of(made), SMALL)))


def paired_seen() -> Seen:
    """The cable of January, the cut of April, and the delay between them; the lane of the Council below."""
    view = seen()
    events = {event.id: event for event in view.events}
    pairing = Pairing(id="pair-a", title="A warning, and a cut", ground="ev-1", council="ev-4")
    return replace(view, paired=PairedLanes([Pair(pairing, events["ev-1"], events["ev-4"])], "Delay"))


@pytest.mark.parametrize("plan", PLANS)
def test_delays_have_a_lane_between_those_they_join_and_lines_to_their_events(look: Look, plan: PaperPlan) -> None:
    poster = Poster(paired_seen(), plan)
    assert [lane.lane.title for lane in poster.lanes] == ["Rwanda", "Delay", "Council and doctrine"]
    happened, delay, decided = poster.lanes
    (block,) = delay.blocks
    ends = [lane.find(index) for lane, index in ((happened, _index("ev-1")), (decided, _index("ev-4")))]
    half = poster.spacing.line / 2
    for line, end in zip(poster.connectors(), ends, strict=True):
        assert end is not None
        assert line.x1() == line.x2() == end.want.mark
        assert sorted((line.y1(), line.y2())) == sorted((end.top + half, block.top + half))


def test_delays_are_printed_with_their_days_and_explained(look: Look) -> None:
    printed = text(pdf(Poster(paired_seen(), SMALL))).replace("\xa0", " ")
    assert "126 days A warning, and a cut" in printed
    assert "Delay between what happened and what was decided" in printed
    assert "Delay between" not in text(pdf(Poster(seen(), SMALL)))


def test_lanes_that_were_moved_stand_as_in_the_view(look: Look) -> None:
    moved = replace(paired_seen(), arrangement=Arrangement(("lane-delays", "lane-b", "lane-a")))
    assert [lane.lane.title for lane in Poster(moved, SMALL).lanes] == ["Delay", "Council and doctrine", "Rwanda"]


def _index(event_id: str) -> int:
    found = seen().shown.items.index_of(event_id)
    assert found is not None
    return found
