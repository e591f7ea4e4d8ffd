from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from r2p_app.content.model import Series
from r2p_app.ui.charts.frame import RowsFrame, TimeFrame, frame
from r2p_app.ui.charts.plot import plot
from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.tokens import TextRole
from tests.ui.charts.series import ALL, BAR, LINE, RANGE, STEP

Laid = Callable[..., TimeFrame | RowsFrame]


@pytest.fixture
def laid(look: Look) -> Laid:
    def lay(series: Series, width: float = 560, scale: float = 1.0) -> TimeFrame | RowsFrame:
        look.apply(scale=scale)
        return frame(plot(series), width, QFontMetricsF(look.theme.font(TextRole.SMALL)))

    return lay


def test_a_step_stays_level_until_the_next_decision(laid: Laid) -> None:
    made = laid(STEP)
    assert isinstance(made, TimeFrame)
    (line,) = made.lines()
    for before, after in pairwise(line):
        assert before.x() == after.x() or before.y() == after.y()


def test_nothing_is_drawn_across_a_gap(laid: Laid) -> None:
    made = laid(LINE)
    assert isinstance(made, TimeFrame)
    first, second = made.lines()
    gap = made.x(plot(LINE).points[2].first)
    assert first[-1].x() < gap < second[0].x()


@pytest.mark.parametrize("series", ALL, ids=lambda series: series.id)
@pytest.mark.parametrize(("width", "scale"), [(560, 1.0), (260, 1.0), (560, 2.0)])
def test_every_point_lies_in_the_chart_and_is_found_where_it_is(
    laid: Laid, series: Series, width: float, scale: float
) -> None:
    made = laid(series, width, scale)
    for index in range(len(series.points)):
        centre = made.spot(index).center()
        assert 0 <= centre.x() <= width
        assert 0 <= centre.y() <= made.height
        assert made.nearest(centre) == index


def test_labels_stand_free_of_one_another_and_inside(laid: Laid) -> None:
    made = laid(STEP)
    assert isinstance(made, TimeFrame)
    assert [text for _, text in made.labels] == ["Resolution 872", "Resolution 912", "Resolution 918"]
    for (one, _), (other, _) in combinations(made.labels, 2):
        assert not one.intersects(other)
    assert all(rect.left() >= 0 and rect.right() <= made.width for rect, _ in made.labels)


def test_an_axis_of_amounts_begins_at_nothing(laid: Laid) -> None:
    made = laid(STEP)
    assert isinstance(made, TimeFrame)
    assert made.y(0) == made.area.bottom()
    assert made.values[0] == 0


def test_bars_are_in_proportion(laid: Laid) -> None:
    made = laid(BAR)
    assert isinstance(made, RowsFrame)
    assert made.x(600_000) * 2 == pytest.approx(made.x(1_200_000))


def test_rows_follow_one_another_and_names_wrap(laid: Laid) -> None:
    wide, narrow = laid(RANGE, 560), laid(RANGE, 120)
    assert wide.spot(0).bottom() <= wide.spot(1).top()
    assert narrow.height > wide.height


def test_the_pointer_finds_the_nearest_date(laid: Laid) -> None:
    made = laid(STEP)
    assert made.nearest(QPointF(0, 0)) == 0
    assert made.nearest(QPointF(made.width, 0)) == 2
