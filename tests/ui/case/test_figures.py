import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.content.model import Figure
from r2p_app.ui.case.figures import FiguresTab
from r2p_app.ui.case.range_bar import RangeBar
from r2p_app.ui.charts.view import ChartView
from r2p_app.ui.pages.case import CasePage
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look, current
from tests.ui.case.conftest import Go
from tests.ui.case.making import RANGE


@pytest.fixture
def tab(go: Go) -> FiguresTab:
    """Figures."""
    made = go("figures")
    assert isinstance(made, FiguresTab)
    return made


def shown(tab: FiguresTab) -> list[str]:
    return list(tab.list.shown)


def test_figures_come_first_with_their_status(tab: FiguresTab) -> None:
    assert tab.list.shown == ("fig-unamir-270", "fig-dead")
    words = [label.text() for label in tab.list.cards["fig-dead"].findChildren(QLabel)]
    assert "as of 2020 · Scholarship" in words
    assert "491,000–1,074,017\N{NO-BREAK SPACE}people" in words


def test_only_ranges_are_drawn(tab: FiguresTab, state: AppState) -> None:
    assert len(tab.list.cards["fig-dead"].findChildren(RangeBar)) == 1
    assert tab.list.cards["fig-unamir-270"].findChildren(RangeBar) == []
    assert not RangeBar.is_for(state.library.get("fig-unamir-270", Figure))


def test_charts_by_click_and_back_by_key(tab: FiguresTab, page: CasePage) -> None:
    figures, charts = tab.parts._group.buttons()
    QTest.mouseClick(charts, Qt.MouseButton.LeftButton)
    assert shown(tab) == ["ser-unamir-strength"]
    assert len(tab.list.cards["ser-unamir-strength"].findChildren(ChartView)) == 1
    assert page.place().value("show") == "charts"
    charts.setFocus()
    QTest.keyClick(charts, Qt.Key.Key_Left)
    assert shown(tab) == ["fig-unamir-270", "fig-dead"]
    assert figures.isChecked()


def test_a_link_restores_what_is_listed(tab: FiguresTab, go: Go) -> None:
    go("figures?show=charts")
    assert tab.list.shown == ("ser-unamir-strength",)
    go("figures#fig-dead")
    assert "fig-dead" in tab.list.shown
    go("figures#ser-unamir-strength")
    assert tab.list.shown == ("ser-unamir-strength",)


def test_a_range_is_drawn_from_its_low_to_its_high(qtbot: QtBot, look: Look) -> None:
    bar = RangeBar(RANGE, "rwanda")
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    assert bar.accessibleName() == "Range: 491,000–1,074,017 people"
    low, high = bar.place_of(491_000), bar.place_of(1_074_017)
    assert bar.place_of(0) < low < high < bar.place_of(1_500_000) == 399
    image, row = bar.grab().toImage(), 6
    ground = image.pixelColor(2, row)
    assert image.pixelColor(round((low + high) / 2), row) != ground
    assert image.pixelColor(round(low / 2), row) == ground
    assert _near(image.pixelColor(round(low), row), current().colour("lane-rwanda"))


def test_a_range_grows_with_the_text(qtbot: QtBot, look: Look) -> None:
    bar = RangeBar(RANGE, "rwanda")
    qtbot.addWidget(bar)
    before = bar.sizeHint().height()
    look.apply(scale=2.0)
    assert bar.sizeHint().height() > 1.8 * before


def _near(one: QColor, other: QColor) -> bool:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) < 40
