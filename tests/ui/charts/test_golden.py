"""What charts look like, at fixed sizes, with one point chosen."""

import pytest
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from r2p_app.content.model import Series
from r2p_app.ui.charts.frame import frame
from r2p_app.ui.charts.paint import Ink, paint
from r2p_app.ui.charts.plot import plot
from r2p_app.ui.theme.look import Look, current
from r2p_app.ui.theme.tokens import TextRole
from tests.pictures import assert_picture
from tests.ui.charts.series import ALL, LINE


def picture(series: Series) -> QImage:
    laid_out = frame(plot(series), 560, QFontMetricsF(current().font(TextRole.SMALL)))
    image = QImage(580, round(laid_out.height) + 20, QImage.Format.Format_RGB32)
    image.fill(current().colour("surface"))
    with QPainter(image) as painter:
        painter.translate(10, 10)
        paint(painter, laid_out, Ink.of(current(), current().case_token("rwanda")), 1)
    return image


@pytest.mark.parametrize("series", ALL, ids=lambda series: series.id)
def test_every_kind(look: Look, series: Series) -> None:
    assert_picture(f"charts/{series.id}", picture(series))


@pytest.mark.parametrize(("theme", "scale"), [("dark", 1.0), ("contrast", 1.0), ("light", 2.0)])
def test_themes_and_sizes_of_text(look: Look, theme: str, scale: float) -> None:
    look.apply(theme, scale, reduced_motion=True)
    assert_picture(f"charts/line-{theme}-{round(scale * 100)}", picture(LINE))
