"""The figures of a case with their sources, ranges drawn as ranges; and its series as charts.

Each has a scale of its own, and nothing here sets one case beside another: tolls are not compared.
"""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLayout, QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Figure, Series
from r2p_app.ui.case.filter_tab import FilterTab
from r2p_app.ui.case.range_bar import RangeBar
from r2p_app.ui.case.records import records_of
from r2p_app.ui.charts.body import ChartBody
from r2p_app.ui.format import date
from r2p_app.ui.state import AppState
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.text import status_meaning
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.records.summary import amount
from r2p_app.ui.widgets.toggles import Toggles

FIGURES, CHARTS = "figures", "charts"
"""What is listed, as links name it."""


class FiguresTab(FilterTab):
    """Figures as cards, or series as charts."""

    batch = 4

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        self._figures = {one.id: one for one in records_of(state.library, case, Figure)}
        self._series = {one.id: one for one in records_of(state.library, case, Series)}
        self._parts = [name for name, held in ((FIGURES, self._figures), (CHARTS, self._series)) if held]
        self._part = self._parts[0] if self._parts else FIGURES
        super().__init__(case, here, state, parent)

    def all_ids(self) -> Sequence[str]:
        """Figures, then series, as the authors ordered them."""
        return (*self._figures, *self._series)

    def words(self, item_id: str) -> str:
        """What it counts, and what is said about it."""
        if (figure := self._figures.get(item_id)) is not None:
            return plain(" ".join((figure.label, figure.unit, figure.note, enum_label(figure.status))))
        series = self._series[item_id]
        return plain(" ".join((series.title, series.unit, series.question)))

    def passes(self, item_id: str) -> bool:
        """Only what is listed now."""
        return (item_id in self._series) == (self._part == CHARTS)

    def make_head(self) -> Sequence[QWidget]:
        """The text filter, and what is listed."""
        self.text.setPlaceholderText(self.tr("What is counted"))
        self.text.setAccessibleName(self.tr("Filter figures"))
        titles = {FIGURES: self.tr("Figures"), CHARTS: self.tr("Charts")}
        self.parts = Toggles([titles[name] for name in self._parts], self.tr("Show"))
        self.parts.chosen.connect(self._on_parts_chosen)
        words = self.tr("Each range is drawn on a scale of its own, so the lengths of two of them cannot be compared.")
        self._note = label(words, TextRole.SMALL, tone="muted")
        head = QWidget()
        column(self.text, self.parts, self._note, into=head, spacing=3 * GRID)
        self.parts.setVisible(len(self._parts) > 1)  # in its place: alone it would open as a window
        return (head,)

    def make_layout(self, holder: QWidget) -> QLayout:
        """Two columns where they fit."""
        return CardGrid(420, spacing=4 * GRID, parent=holder)

    def make_card(self, item_id: str) -> QWidget:
        """A figure, or a chart with its table."""
        case = self.case.colour or self.case.id
        card = Card()
        body: FigureBody | ChartBody
        if (figure := self._figures.get(item_id)) is not None:
            body = FigureBody(self.state.library, figure, case)
        else:
            body = ChartBody(self.state.library, self._series[item_id], state=self.state)
        body.link_requested.connect(self.link_requested)
        card.body.addWidget(body)
        card.body.addStretch(1)
        return card

    def apply(self) -> None:
        """Say how ranges are drawn only where there are some."""
        super().apply()
        self._note.setVisible(self._part == FIGURES)

    def show_link(self, link: Link) -> None:
        """A record that a link names decides what is listed."""
        if link.fragment in self.all_ids():
            self._set_part(CHARTS if link.fragment in self._series else FIGURES)
        super().show_link(link)

    def set_query(self, link: Link) -> None:
        """Words, and what is listed."""
        super().set_query(link)
        if (part := link.value("show")) in self._parts and link.fragment not in self.all_ids():
            self._set_part(part)

    def query(self) -> tuple[tuple[str, str], ...]:
        """Words, and what is listed."""
        return (*super().query(), ("show", self._part))

    def _set_part(self, part: str) -> None:
        self._part = part
        self.parts.choose(self._parts.index(part))

    @Slot(int)
    def _on_parts_chosen(self, index: int) -> None:
        self._part = self._parts[index]
        self.apply()
        self.place_changed.emit()


class FigureBody(RecordBody):
    """What is counted, how many, the range as a drawing, what kind of claim it is and who makes it."""

    def __init__(self, library: Library, figure: Figure, case: str, parent: QWidget | None = None) -> None:
        super().__init__(library, parent)
        self.setAccessibleName(figure.label)
        self.kicker(self.tr("as of %1").replace("%1", date(figure.as_of)), enum_label(figure.status))
        self.title(figure.label)
        self.title(f"{amount(figure)} {figure.unit}", TextRole.H2)
        if RangeBar.is_for(figure):
            self.add(RangeBar(figure, case))
        self.text(figure.note)
        self.fact(self.tr("Why one number and not a range"), figure.single_because)
        self.setToolTip(status_meaning(figure.status))
        self.sources(figure.sources)
