from r2p_app.ui.charts.plot import plot
from tests.ui.charts.series import BAR, LINE, RANGE, STEP, plain


def test_a_point_without_a_figure_is_a_gap_and_breaks_the_line() -> None:
    assert list(plot(LINE).runs()) == [(0, 1), (3, 4)]


def test_amounts_are_said_as_numbers_as_ranges_or_as_unknown() -> None:
    plotted = plot(RANGE)
    assert [plotted.value(point) for point in plotted.points] == ["200,000", "250,000–500,000", "no figure"]
    assert plotted.top == 500_000


def test_a_sentence_gives_date_amount_unit_and_what_the_source_says() -> None:
    plotted = plot(STEP)
    assert plain(plotted.sentence(plotted.points[0])) == "5 October 1993: 2,548 people. Resolution 872. In stages"
    gap = plot(LINE)
    assert gap.sentence(gap.points[2]) == "June 1994: no figure."


def test_bars_are_named_by_date_unless_all_share_one() -> None:
    bars, ranges = plot(BAR), plot(RANGE)
    assert [bars.name(point) for point in bars.points] == ["Zaire", "Uganda"]
    assert plain(ranges.name(ranges.points[0])) == "29 April 1994 · Secretary-General"
