"""A series in full: its question, the chart or the table, how to read it, what it does not show, its sources."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from r2p_app.content.citations import Length
from r2p_app.content.library import Citation, Library
from r2p_app.content.model import Case, Series, SeriesKind
from r2p_app.ui.charts.export_chart import ChartExport
from r2p_app.ui.charts.plot import Plot
from r2p_app.ui.charts.table import PointsTable
from r2p_app.ui.charts.view import ChartView
from r2p_app.ui.export.picture_button import Exported, PictureButton
from r2p_app.ui.state import AppState
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.cite import write_citation
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.typeset import Typesetter
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate


class ChartBody(QWidget):
    """The chart of a series and its twin, a table. With `state` there is a button that exports it.

    Signals:
        link_requested: A source was chosen.
    """

    link_requested = Signal(str)

    def __init__(
        self, library: Library, series: Series, *, state: AppState | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._series = library, series
        case = library.find(library.case_of(series.id), Case)
        self.chart = ChartView(series, (case.colour or case.id) if case is not None else "")
        self.table: PointsTable | None = None
        self.as_chart = self._choice(self.tr("Chart"), self.tr("Show as a chart"))
        self.as_table = self._choice(self.tr("Table"), self.tr("Show as a table"))
        self.export: PictureButton | None = None
        if state is not None:
            name = self.tr("Export the chart: %1").replace("%1", series.title)
            self.export = PictureButton(state, self._exported, name=name)
        self._value = label("", TextRole.SMALL, tone="muted")
        self._build_layout()
        self._on_chart_point_selected(-1)
        self.chart.point_selected.connect(self._on_chart_point_selected)

    def show_table(self, shown: bool = True) -> None:
        """Show the table, or the chart again."""
        (self.as_table if shown else self.as_chart).setChecked(True)
        if shown and self.table is None:
            self.table = PointsTable(self.chart.plot)
            self._views.addWidget(self.table)
        self._pictured.setVisible(not shown)
        if self.table is not None:
            self.table.setVisible(shown)

    def _build_layout(self) -> None:
        self._pictured = QWidget()
        column(self.chart, self._value, into=self._pictured, spacing=GRID)
        box = column(into=self, spacing=2 * GRID)
        box.addLayout(self._head())
        if self._series.question:
            box.addWidget(label(refine(self._series.question), TextRole.SMALL, tone="muted"))
        self._views = column(self._pictured)
        box.addLayout(self._views)
        notes = Prose(self._write_notes, TextRole.SMALL, tone="ink-2")
        notes.link_requested.connect(self.link_requested)
        box.addWidget(notes)

    def _head(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        group.addButton(self.as_chart, 0)
        group.addButton(self.as_table, 1)
        group.buttonClicked.connect(self._on_group_button_clicked)
        title = label(refine(self._series.title), TextRole.BODY_STRONG)
        head = row(title, self.as_chart, self.as_table, spacing=GRID)
        head.setStretch(0, 1)
        if self.export is not None:
            head.addWidget(self.export)
        return head

    def _exported(self) -> Exported:
        made = ChartExport(self._library, self.chart.plot, how_to_read(self.chart.plot), self.chart.case, self.width())
        return Exported(f"r2p-chart-{self._series.id}", made.picture)

    def _choice(self, words: str, name: str) -> QAbstractButton:
        choice = button(words, "quiet", name=name)
        choice.setCheckable(True)
        choice.setChecked(words == self.tr("Chart"))
        return choice

    def _write_notes(self, setter: Typesetter) -> None:
        known = (
            (self.tr("How to read it"), how_to_read(self.chart.plot)),
            (self.tr("What it does not show"), self._series.limits),
        )
        for name, text in known:
            if text:
                setter.paragraph(before=4)
                setter.text(f"{name}: ", strong=True)
                write_field(setter, text)
        setter.paragraph(before=4)
        setter.text(self.tr("Sources"), strong=True)
        setter.text(f" ({enum_label(self._series.status)}): ")
        for index, text in enumerate(self._series.sources):
            setter.text(" " if index else "")
            write_citation(setter, self._library, Citation.parse(text), Length.BRIEF)

    @Slot(int)
    def _on_chart_point_selected(self, index: int) -> None:
        plot = self.chart.plot
        hint = self.tr("Point at the chart, or press the arrow keys in it, to read each value.")
        self._value.setText(refine(plot.sentence(plot.points[index])) if index >= 0 else hint)

    @Slot(QAbstractButton)
    def _on_group_button_clicked(self, chosen: QAbstractButton) -> None:
        self.show_table(chosen is self.as_table)


def how_to_read(plot: Plot) -> str:
    """Say how to read a chart: authors explain their own series, what a kind of chart always means is said here."""
    series = plot.series
    parts = [series.how_to_read]
    if series.kind is SeriesKind.LINE:
        parts.append(translate("Chart", "Only the dots are known; the lines between them lead the eye."))
    if plot.has_time_axis and any(point.is_gap for point in plot.points):
        parts.append(translate("Chart", "Hatched: nothing is known of this time."))
    return " ".join(part for part in parts if part)
