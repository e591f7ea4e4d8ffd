"""Compare: the same questions put to several cases or texts, the criteria, and what happened beside what was done.

`r2p://compare/cmp-three-cases?columns=rwanda,doctrine#row-force` shows a row of some columns, `r2p://compare/criteria`
the cases by the six criteria, `r2p://compare/pairs/rwanda#pair-rwanda-court` a pairing.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.content.teaching import Comparison, ComparisonRow, Pairing
from r2p_app.ui.compare.answers import Behind, behind_rows
from r2p_app.ui.compare.cards import ComparisonCards
from r2p_app.ui.compare.columns import ColumnPicker, has_choice, sound_choice
from r2p_app.ui.compare.head import comparison_head
from r2p_app.ui.compare.matrix import MatrixBody, behind_criteria, judged_cases, judgements_of, matrix
from r2p_app.ui.compare.model import comparisons, with_columns
from r2p_app.ui.compare.pairs import PairsView
from r2p_app.ui.compare.view import ComparisonView, TableView
from r2p_app.ui.export.pdf_button import PdfButton
from r2p_app.ui.export.work import Work
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.basic import column
from r2p_app.ui.widgets.toggles import Toggles
from r2p_app.ui.widgets.typography import refine

PAIRS, CRITERIA = "pairs", "criteria"
"""The parts of a link that name what happened beside what was done, and the cases by the criteria."""

_COLUMNS = "columns"


class ComparePage(Page):
    """The comparisons of the content, its criteria and its pairings."""

    listens_to = Changes.LIBRARY | Changes.JUDGEMENTS | Changes.PROFILE

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._stack = QStackedWidget()
        column(self._stack, into=self)
        self._place = Link("compare")
        self.selector: Toggles | None = None
        self.picker: ColumnPicker | None = None
        self.pdf: PdfButton | None = None
        self.view: ComparisonView | None = None
        self.pairs: PairsView | None = None
        self._name = ""

    @property
    def table(self) -> TableView | None:
        """The table, where there is room for one."""
        return self.view.table if self.view is not None else None

    @property
    def cards(self) -> ComparisonCards | None:
        """The cards, where there is none."""
        return self.view.cards if self.view is not None else None

    def show_link(self, link: Link) -> None:
        """Show a comparison, the criteria, or the pairings of a case, and in it what the link names."""
        name = link.parts[0] if link.parts else ""
        if name not in (*(one.id for one in self._comparisons()), CRITERIA, PAIRS):
            name = next((name for name, _ in self._views()), PAIRS)
        if name == PAIRS:
            case = self.state.library.find(link.parts[1], Case) if len(link.parts) > 1 else None
            self._show_pairs(case.id if case is not None else "", link.fragment)
        elif name == CRITERIA:
            self._show_criteria(link.fragment)
        else:
            columns = link.value(_COLUMNS).split(",")
            self._show_comparison(self.state.library.get(name, Comparison), columns, link.fragment)

    def place(self) -> Link:
        """Return the link to what is shown, with the row chosen."""
        return self._place

    def refresh(self, changes: Changes) -> None:
        """Show new content at the same place, other judgements in theirs."""
        if changes & (Changes.LIBRARY | Changes.PROFILE):
            had_focus, place = self._holds_focus(), self._place
            self._clear()
            self.show_link(place)
            if had_focus and (target := self.first_focus()) is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._name == CRITERIA and self.view is not None:
            self.view.replace(matrix(self.state.library, judgements_of(self.state)))
            for body in self.view.findChildren(MatrixBody):
                body.refresh()

    def first_focus(self) -> QWidget | None:
        """The table, the button of the first card, or the choice of a case."""
        if self.view is not None:
            return self.view.first_focus()
        return self.pairs.filter.focus_stop() if self.pairs is not None else None

    def _comparisons(self) -> list[Comparison]:
        return comparisons(self.state.library)

    def _views(self) -> list[tuple[str, str]]:
        """Return name and words of everything that can be chosen."""
        found = [(one.id, refine(one.short or one.title)) for one in self._comparisons()]
        if judged_cases(self.state.library):
            found.append((CRITERIA, self.tr("The six criteria")))
        return [*found, (PAIRS, self.tr("Ground and Council"))]

    def _show_comparison(self, whole: Comparison, columns: Sequence[str], row_id: str) -> None:
        shown = sound_choice(whole, columns) if has_choice(whole) and self._is_choosable(whole) else ()
        comparison = with_columns(whole, shown) if shown else whole
        query = ((_COLUMNS, ",".join(shown)),) if shown and shown != sound_choice(whole, ()) else ()
        if self._name != whole.id or self.view is None or self.view.comparison.columns != comparison.columns:
            picked = whole if shown else None
            self._set_view(whole.id, comparison, behind_rows(self.state.library, comparison), picked, shown)
        self._go_to(Link("compare", (whole.id,), query), row_id)

    def _is_choosable(self, comparison: Comparison) -> bool:
        """Cases are set side by side as one likes; texts that follow each other, and ideas, stay together."""
        return any(self.state.library.find(each.id, Case) for each in comparison.columns)

    def _show_criteria(self, row_id: str) -> None:
        if self._name != CRITERIA or self.view is None:
            made = matrix(self.state.library, judgements_of(self.state))
            self._set_view(CRITERIA, made, behind_criteria(self.state), None, ())
        self._go_to(Link("compare", (CRITERIA,)), row_id)

    def _go_to(self, place: Link, row_id: str) -> None:
        assert self.view is not None
        rows = [row.id for row in self.view.comparison.rows]
        row_id = row_id if row_id in rows else ""
        self._place = place._replace(fragment=row_id or self._place.fragment)
        self.view.go_to(row_id)

    def _set_view(
        self, name: str, shown: Comparison, behind: Behind, picked: Comparison | None, columns: Sequence[str]
    ) -> None:
        self._clear()
        self._name, self._place = name, Link("compare", (name,))
        head = partial(self._make_comparison_head, shown, picked, columns)
        opener = self.tr("Judgements and evidence") if name == CRITERIA else ""
        self.view = ComparisonView(self.state.library, shown, behind, head, opener=opener, width=self.coming_width())
        self.view.link_requested.connect(self.link_requested)
        self.view.row_chosen.connect(self._on_row_chosen)
        self._stack.addWidget(self.view)
        self._stack.setCurrentWidget(self.view)

    def _show_pairs(self, case_id: str, pairing_id: str) -> None:
        if self.pairs is None or self.pairs.case_id != case_id:
            self._clear()
            self._name = PAIRS
            lead = self.tr(
                "What happened beside what was done about it, and the days between. The strips show time and "
                "decisions, never the dead."
            )
            head = self._make_head(self.tr("Ground and Council"), lead)
            self.pairs = PairsView(self.state.library, case_id, head)
            self.pairs.link_requested.connect(self.link_requested)
            self.pairs.case_chosen.connect(self._on_pairs_case_chosen)
            self._stack.addWidget(self.pairs)
            self._stack.setCurrentWidget(self.pairs)
        known = self.state.library.find(pairing_id, Pairing)
        self._place = Link("compare", (PAIRS, case_id) if case_id else (PAIRS,), (), pairing_id if known else "")
        self.pairs.go_to(pairing_id)

    def _make_comparison_head(self, shown: Comparison, picked: Comparison | None, columns: Sequence[str]) -> QWidget:
        self.pdf = PdfButton(self.state, self._pdf, self._pdf_stem)
        self.picker = None
        if picked is not None:
            self.picker = ColumnPicker(picked, columns)
            self.picker.chosen.connect(self._on_picker_chosen)
            self.picker.refused.connect(self.announced)
        return self._make_head(shown.title, shown.introduction)

    def _make_head(self, title: str, lead: str) -> QWidget:
        """Make the title, what can be done with the view, the choice of views, and of columns where there is one."""
        views = self._views()
        self.selector = Toggles([words for _, words in views], self.tr("What to compare"))
        self.selector.choose([name for name, _ in views].index(self._name))
        self.selector.chosen.connect(self._on_selector_chosen)
        return comparison_head(title, lead, self.pdf, self.selector, self.picker)

    def _pdf(self) -> Work:
        from r2p_app.ui.compare.paper import comparison_pdf

        assert self.view is not None
        library, shown = self.state.library, self.view.comparison
        if self._name == CRITERIA:
            shown = matrix(library, judgements_of(self.state), in_full=True)
        return comparison_pdf(library, shown)

    def _pdf_stem(self) -> str:
        columns = self._place.value(_COLUMNS).replace(",", "-")
        return "-".join(part for part in ("r2p", self._name.removeprefix("cmp-"), columns) if part)

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _clear(self) -> None:
        for view in (self.view, self.pairs):
            if view is not None:
                self._stack.removeWidget(view)
                view.hide()
                view.deleteLater()
        self.view = self.pairs = self.picker = self.pdf = None
        self._name = ""

    @Slot(int)
    def _on_selector_chosen(self, place: int) -> None:
        self.link_requested.emit(str(Link("compare", (self._views()[place][0],))))
        QTimer.singleShot(0, self, self._focus_selector)

    @Slot()
    def _focus_selector(self) -> None:
        """Give the focus to the new choice of views, once Qt has given it to the old one, which is gone."""
        if self.selector is not None and (stop := self.selector.focus_stop()) is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(tuple)
    def _on_picker_chosen(self, columns: tuple[str, ...]) -> None:
        place = self._place._replace(query=((_COLUMNS, ",".join(columns)),))
        self.show_link(place)
        if self.picker is not None:
            self.picker.buttons[columns[-1]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_changed.emit()

    @Slot(str)
    def _on_pairs_case_chosen(self, case_id: str) -> None:
        self.link_requested.emit(str(Link("compare", (PAIRS, case_id) if case_id else (PAIRS,))))

    @Slot(object)
    def _on_row_chosen(self, row: ComparisonRow) -> None:
        self._place = self._place._replace(fragment=row.id)
        self.place_changed.emit()
