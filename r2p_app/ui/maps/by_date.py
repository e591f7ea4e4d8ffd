"""The slider under a map with its words: by when, how much had happened, what came last."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.dates import Precision
from r2p_app.ui import format as fmt
from r2p_app.ui.announce import announce
from r2p_app.ui.maps.date_slider import DateSlider
from r2p_app.ui.maps.history import ByDay, History
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label, row
from r2p_app.ui.widgets.elided_button import ElidedButton
from r2p_app.ui.widgets.folding_row import FoldingRow

translate = QCoreApplication.translate

_FOLD = 560
"""Pixels at 100 % text below which the link to what came last goes into a line of its own."""


def by_words(history: History, day: int | None) -> str:
    """Say by when a map shows things, or that it shows all of them."""
    days = history.chronicle.days
    if day is None:
        years = fmt.day_range(days[0], days[-1], precision=Precision.YEAR)
        return translate("MapHistory", "All dates, %1").replace("%1", years)
    return translate("MapHistory", "By %1").replace("%1", fmt.day(day))


def count_words(history: History, shown: ByDay) -> str:
    """Say how many of the events and movements on the map had begun."""
    counts = [(translate("MapHistory", "%1 of %2 events"), shown.events, len(history.events))]
    if history.movements:
        words = translate("MapHistory", "%1 of %2 movements")
        counts.append((words, len(shown.movements), len(history.movements)))
    return ", ".join(words.replace("%1", fmt.number(a)).replace("%2", fmt.number(b)) for words, a, b in counts)


class ByDate(QWidget):
    """Slider and words.

    Signals:
        day_changed: The person chose by which day to show things (its number; None for everything).
        item_opened: The person wants to read about the event or movement that came last (its id).
    """

    day_changed = Signal(object)
    item_opened = Signal(str)

    def __init__(self, history: History, names: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history, self._names, self._latest = history, names, ""
        self.slider = DateSlider(history.chronicle)
        self.words = label("", TextRole.SMALL_STRONG, wrap=False)
        self.count = label("", TextRole.SMALL, tone="muted")
        self.latest = ElidedButton()
        self.latest.clicked.connect(self._on_latest_clicked)
        self.slider.day_changed.connect(self._on_slider_day_changed)
        card = Card()
        card.body.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        card.body.setSpacing(GRID)
        head = QWidget()
        fold = FoldingRow(_FOLD, spacing=3 * GRID, parent=head)
        said = QWidget()
        row(self.words, self.count, into=said, spacing=3 * GRID).setStretch(1, 1)
        fold.addWidget(said, 1)
        fold.addWidget(self.latest, 1)
        card.body.addWidget(head)
        card.body.addWidget(self.slider)
        column(card, into=self)
        self.show_day(None)

    @property
    def day(self) -> int | None:
        """By which day things are shown, None for everything."""
        return None if self.slider.at_end else self.slider.day

    def show_day(self, day: int | None) -> None:
        """Show a day; nobody is told."""
        self.slider.set_day(self._history.chronicle.days[-1] if day is None else day)
        self._write()

    def _write(self) -> None:
        shown = self._history.by(self.day)
        latest = shown.latest or (self._history.chronicle.things[-1] if self.day is None else None)
        self._latest = latest.id if latest is not None else ""
        self.words.setText(by_words(self._history, self.day))
        self.count.setText(count_words(self._history, shown))
        self.latest.setVisible(latest is not None)
        if latest is not None:
            self.latest.set_words(
                self._latest_words(fmt.date_short(latest.date)), self._latest_words(fmt.date(latest.date))
            )
        self.slider.setAccessibleDescription(self._sentence())

    def _latest_words(self, date: str) -> str:
        return self.tr("Last: %1, %2").replace("%1", date).replace("%2", self._names[self._latest])

    def _sentence(self) -> str:
        words = f"{self.words.text()}: {self.count.text()}."
        return f"{words} {self.latest.accessibleName()}." if self._latest else words

    @Slot(int)
    def _on_slider_day_changed(self, _day: int) -> None:
        self._write()
        announce(self.slider, self._sentence())
        self.day_changed.emit(self.day)

    @Slot()
    def _on_latest_clicked(self) -> None:
        self.item_opened.emit(self._latest)
