import re

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.model import Series
from r2p_app.ui.charts.body import ChartBody, how_to_read
from r2p_app.ui.charts.export_chart import ChartExport
from r2p_app.ui.charts.plot import plot
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.tokens import load_theme
from tests.ui.charts.series import ALL, LINE, STEP, plain


@pytest.mark.parametrize("series", ALL, ids=lambda series: series.id)
def test_a_picture_says_all_that_the_window_says(look: Look, library: Library, series: Series) -> None:
    shown = plot(series)
    made = ChartExport(library, shown, how_to_read(shown), "rwanda", 640).picture(load_theme("light"))
    words = plain(" ".join(re.findall(r">([^<>]+)</text>", made.svg().decode())))
    assert series.title in words
    assert "Sources" in words
    assert "Licence: CC BY-SA 4.0" in words
    if series is STEP:
        assert "How many soldiers were allowed?" in words
        assert "How to read it: Each step is a decision." in words
        assert "What it does not show: A ceiling is a permission." in words
    image = QImage.fromData(made.png(2))
    assert (image.width(), image.height()) == (2 * made.size.width(), 2 * made.size.height())
    assert image.text("Title") == series.title


def test_a_gap_is_explained_where_there_is_one(look: Look) -> None:
    assert "Hatched: nothing is known of this time." in how_to_read(plot(LINE))
    assert "Hatched" not in how_to_read(plot(STEP))


def test_the_button_is_there_where_files_can_be_saved(qtbot: QtBot, state: AppState, library: Library) -> None:
    with_button, without = ChartBody(library, STEP, state=state), ChartBody(library, STEP)
    for body in (with_button, without):
        qtbot.addWidget(body)
    assert without.export is None
    assert with_button.export is not None
    assert with_button.export.accessibleName() == "Export the chart: Troops allowed"
    assert with_button._exported().stem == "r2p-chart-ser-step"
