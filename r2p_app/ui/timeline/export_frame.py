"""What stands above and below an exported timeline: title, days and filters; legend, sources and licence."""

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter

from r2p_app.content.model import Responsibility
from r2p_app.ui.export.blocks import Column, LegendBlock, LegendEntry, TextBlock
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.text import label
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.bars import bar_brushes
from r2p_app.ui.timeline.export_seen import Seen, subtitle, title
from r2p_app.ui.timeline.marks import DELAY_MARK, Mark, paint_mark

translate = QCoreApplication.translate


def head(seen: Seen) -> Column:
    """Return title, days, number of events and filters."""
    return Column((TextBlock(title(seen), TextRole.H2), TextBlock(subtitle(seen), TextRole.SMALL, "ink-2")))


def foot(seen: Seen) -> Column:
    """Return the legend, where the sources are, and the licence."""
    note = translate(
        "TimelineExport",
        "The sources of every event are in the program, and in the timeline exported as a table (CSV).",
    )
    return Column(
        (
            LegendBlock(legend(delays=seen.paired is not None)),
            TextBlock(note, TextRole.SMALL, "ink-2"),
            TextBlock(licence_line(seen.library.pack), TextRole.SMALL, "ink-2"),
        )
    )


def legend(*, delays: bool = False) -> tuple[LegendEntry, ...]:
    """Return the signs of the timeline with their words, that of the delays where there are any."""
    words = translate("TimelineExport", "Delay between what happened and what was decided")
    return (
        *([LegendEntry(words, _MarkSign(DELAY_MARK))] if delays else []),
        *(LegendEntry(label(kind), _MarkSign(Mark(kind))) for kind in Responsibility),
        LegendEntry(
            translate("TimelineExport", "Hollow: date not known to the day"),
            _MarkSign(Mark(Responsibility.PREVENT, True)),
        ),
        LegendEntry(
            translate("TimelineExport", "Bar: a span of time, soft where its end is not known to the day"), _bar_sign
        ),
    )


class _MarkSign:
    """Paints a mark in a legend."""

    def __init__(self, mark: Mark) -> None:
        self._mark = mark

    def __call__(self, painter: QPainter, x: float, y: float, size: float) -> None:
        paint_mark(painter, self._mark, x, y, size)


def _bar_sign(painter: QPainter, x: float, y: float, size: float) -> None:
    box = QRect(round(x), round(y), round(size), round(size))
    bar_brushes("lane-other").paint(painter, box, soft_start=False, soft_end=True)
