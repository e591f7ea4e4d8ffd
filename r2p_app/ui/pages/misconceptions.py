"""Misconceptions: common wrong beliefs, each with what is known and from where.

`r2p://misconceptions/kosovo#mc-kosovo-only-2108` shows those of a case, and one of them at the top; `?q=` finds words.
"""

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from r2p_app.content.folding import fold
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.content.teaching import Misconception
from r2p_app.ui.format import plural
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.follow import Anchor
from r2p_app.ui.widgets.gradual import Gradual
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.records.builders import build
from r2p_app.ui.widgets.toggles import Toggles
from r2p_app.ui.widgets.typography import refine

_WIDTH = 840
"""A reading column: the corrections are prose."""


class MisconceptionCard(Card):
    """A claim, marked as a misconception or as a form of denial, what is known, and the sources."""

    def __init__(self, library: Library, item: Misconception, parent: QWidget | None = None) -> None:
        super().__init__("note" if item.denial else "true", parent=parent)
        self.item = item
        self.record = build(library, item.id)
        self.setAccessibleName(refine(plain(item.claim)))
        self.body.addWidget(self.record)


class Cards(ScrollPage):
    """The cards of a library, case by case, under a head that is made elsewhere; they are made gradually.

    Signals:
        link_requested: A source or a chapter was chosen.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._library = library
        self._anchor = Anchor(self)
        self._case, self._words = "", ""
        self.cards: dict[str, MisconceptionCard] = {}
        self._sections: dict[str, tuple[QLabel, QVBoxLayout]] = {}
        for case in library.cases:
            self._add_section(case.id, case.title, case.colour or case.id)
        self._add_section("", self.tr("In general"), "")
        self.body.addStretch(1)
        self._waiting = [(case, item) for case in self._sections for item in library.all(Misconception, case)]
        self._items = tuple(self._waiting)
        self._making = Gradual(self._steps(), self)

    def show_matching(self, case: str, words: str) -> int:
        """Show the misconceptions of a case ("" for all) in which the words are found; return how many."""
        self._case, self._words = case, words
        found = [(of_case, item) for of_case, item in self._items if self._fits(of_case, item)]
        if words:
            self._making.complete()
        else:
            self._making.start(at_once=1)
        ids = {item.id for _, item in found}
        for item_id, card in self.cards.items():
            card.setVisible(item_id in ids)
        for of_case, (title, _) in self._sections.items():
            title.setVisible(not case and any(of_case == other for other, _ in found))
        return len(found)

    def go_to(self, item_id: str) -> None:
        """Bring a card to the top of the view; an unknown one is the beginning."""
        if any(item.id == item_id for _, item in self._waiting):
            self._making.make_until(lambda: item_id in self.cards)
        self._anchor.hold(self.cards.get(item_id))

    def complete(self) -> None:
        """Make every card now."""
        self._making.complete()

    def _fits(self, case: str, item: Misconception) -> bool:
        """Every word must be found in claim or correction, in whatever spelling."""
        if self._case not in {"", case} or not self._words:
            return self._case in {"", case}
        text = fold(f"{plain(item.claim)} {plain(item.correction)}")
        return all(word in text for word in fold(self._words).split())

    def _add_section(self, case: str, name: str, tone: str) -> None:
        title = label(name, TextRole.H2, tone=tone)
        title.hide()
        box = column(title, spacing=4 * GRID)
        self._sections[case] = title, box
        self.body.addLayout(box)

    def _steps(self) -> Iterator[None]:
        """Make one card after another, those of the case shown first."""
        while self._waiting:
            place = next((i for i, (case, _) in enumerate(self._waiting) if case == self._case), 0)
            self._add_card(*self._waiting.pop(place))
            yield

    def _add_card(self, case: str, item: Misconception) -> None:
        card = self.cards[item.id] = MisconceptionCard(self._library, item)
        card.setVisible(False)
        card.record.link_requested.connect(self.link_requested)
        self._sections[case][1].addWidget(card)
        card.setVisible(self._fits(case, item))


class MisconceptionsPage(Page):
    """Every misconception, filtered by case and by words."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._box = column(into=self, spacing=0)
        self._fragment = ""
        self._build()

    def show_link(self, link: Link) -> None:
        """Show the misconceptions of a case, one of them at the top."""
        wanted = link.parts[0] if link.parts else ""
        self.filter.choose(self._cases.index(wanted) if wanted in self._cases else 0)
        with QSignalBlocker(self.words):
            self.words.setText(link.value("q"))
        self._show()
        self._fragment = link.fragment if self.state.library.find(link.fragment, Misconception) else ""
        self.cards.go_to(self._fragment)

    def place(self) -> Link:
        """Return the link to what is shown."""
        words = self.words.text().strip()
        return Link("misconceptions", self._parts(), (("q", words),) if words else (), self._fragment)

    def refresh(self, _changes: Changes) -> None:
        """Show new content at the same place, the words to find still in the field."""
        place, had_focus, at = self.place(), self.words.hasFocus(), self.words.cursorPosition()
        self._box.removeWidget(self.cards)
        self.cards.hide()
        self.cards.deleteLater()
        self._build()
        self.show_link(place)
        if had_focus:
            self.words.setFocus()
            self.words.setCursorPosition(at)

    def first_focus(self) -> QWidget:
        """The field to find words in."""
        return self.words

    def _build(self) -> None:
        library = self.state.library
        self.cards = Cards(library)
        self.cards.link_requested.connect(self.link_requested)
        found = [case for case in library.cases if library.all(Misconception, case.id)]
        self._cases = ("", *(case.id for case in found))
        self._build_head(found)
        self._box.addWidget(self.cards)
        self.cards.show()  # at once: the focus may go into it

    def _build_head(self, cases: list[Case]) -> None:
        self.filter = Toggles([self.tr("All"), *(case.title for case in cases)], self.tr("Case"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find words"))
        self.words.setAccessibleName(self.tr("Find words in the misconceptions"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(current().px(240))
        self.count = label("", TextRole.SMALL, tone="muted")
        lead = self.tr(
            "What is often said, and what is known. Denial is not an opinion among others: where a claim is a form of "
            "it, that is said, with the judgments beside it."
        )
        tools = FoldingRow(640, spacing=4 * GRID)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.words)
        head = QWidget()
        box = column(label(self.tr("Misconceptions"), TextRole.H1), label(lead, tone="muted"), into=head)
        box.addLayout(tools)
        box.addWidget(self.count)
        self.cards.body.insertWidget(0, head)
        self.filter.chosen.connect(self._on_filter_chosen)
        self.words.textChanged.connect(self._on_find_text_changed)

    def _parts(self) -> tuple[str, ...]:
        case = self._cases[self.filter.index]
        return (case,) if case else ()

    def _show(self) -> None:
        count = self.cards.show_matching(self._cases[self.filter.index], self.words.text())
        self.count.setText(plural(self.tr("%n misconception(s)", "", count)))

    @Slot(int)
    def _on_filter_chosen(self, _place: int) -> None:
        self._fragment = ""
        self._show()
        self.place_changed.emit()

    @Slot(str)
    def _on_find_text_changed(self, _words: str) -> None:
        self._fragment = ""
        self._show()
        self.announced.emit(self.count.text())
        self.place_changed.emit()
