"""A chart as a picture, with its title and question, how to read it, what it does not show, sources and licence."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetricsF, QPainter

from r2p_app.content.citations import Length, citation_text
from r2p_app.content.library import Citation, Library
from r2p_app.ui.charts.frame import RowsFrame, TimeFrame, frame
from r2p_app.ui.charts.paint import Ink, paint
from r2p_app.ui.charts.plot import Plot
from r2p_app.ui.export.blocks import Column, TextBlock
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.export.picture import Caption, Picture
from r2p_app.ui.text import label
from r2p_app.ui.theme.look import current, drawn_in
from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.widgets.inline import plain

translate = QCoreApplication.translate

_LEAST = 480
"""Pixels at 100 % text: in a narrower picture the words would have no room."""


@dataclass(frozen=True)
class ChartBodyPicture:
    """The chart, laid out for the theme in force when it was made."""

    laid_out: TimeFrame | RowsFrame
    case: str

    @property
    def width(self) -> float:
        """As wide as it was laid out."""
        return self.laid_out.width

    @property
    def height(self) -> float:
        """As high as it came out."""
        return self.laid_out.height

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        paint(painter, self.laid_out, Ink.of(current(), current().case_token(self.case)))


@dataclass(frozen=True)
class ChartExport:
    """A series and what is said around its chart; `width` is that of the view in pixels."""

    library: Library
    plot: Plot
    how_to_read: str
    case: str
    width: float

    def picture(self, theme: Theme) -> Picture:
        """Return the picture in a theme."""
        series = self.plot.series
        with drawn_in(theme):
            width = max(theme.px(_LEAST), self.width)
            laid_out = frame(self.plot, width, QFontMetricsF(theme.font(TextRole.SMALL)))
            title = TextBlock(series.title, TextRole.H2)
            head = Column(
                (title, TextBlock(plain(series.question), TextRole.BODY, "ink-2")) if series.question else (title,)
            )
            words = " ".join(self.plot.sentence(point) for point in self.plot.points)
            body = ChartBodyPicture(laid_out, self.case)
            return Picture(Caption(series.title, words), head, body, self._foot(), theme)

    def _foot(self) -> Column:
        series = self.plot.series
        cited = (citation_text(self.library, Citation.parse(one), Length.SHORT).rstrip(".") for one in series.sources)
        texts = (
            (translate("Chart", "How to read it"), plain(self.how_to_read)),
            (translate("Chart", "What it does not show"), plain(series.limits)),
            (f"{translate('Chart', 'Sources')} ({label(series.status)})", f"{'; '.join(cited)}."),
        )
        lines = [f"{name}: {text}" for name, text in texts if text]
        return Column([TextBlock(line, TextRole.SMALL, "ink-2") for line in (*lines, licence_line(self.library.pack))])
