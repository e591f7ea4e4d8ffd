"""The doctrine: what became of the elements of 2001, and a guide that tells four ideas apart.

`r2p://doctrine?change=dropped#row-veto` shows a point of those that were dropped, `r2p://doctrine/which?answers=0.x`
the guide at these answers (`x` is “I cannot say”), `r2p://doctrine/ideas` the four ideas on the same questions.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from r2p_app.content.links import Link
from r2p_app.content.teaching import Change, Comparison, ComparisonRow, Guide
from r2p_app.lab.guide import Answers, sound
from r2p_app.ui.compare.answers import behind_rows
from r2p_app.ui.compare.head import comparison_head
from r2p_app.ui.compare.view import ComparisonView
from r2p_app.ui.doctrine.elements import (
    behind_elements,
    change_named,
    changes_in,
    elements,
    texts_compared,
    words_of,
)
from r2p_app.ui.doctrine.guide import GuideView
from r2p_app.ui.export.pdf_button import PdfButton
from r2p_app.ui.export.work import Work
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import ScrollPage, column, label
from r2p_app.ui.widgets.toggles import Toggles

WHICH, IDEAS = "which", "ideas"
"""The parts of a link that name the guide, and the table of what it tells apart."""

_UNSAID = "x"


class DoctrinePage(Page):
    """The explorer of the doctrine, and the guide."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._stack = QStackedWidget()
        column(self._stack, into=self)
        self._place = Link("doctrine")
        self.view: ComparisonView | None = None
        self.guide: GuideView | None = None
        self.parts: Toggles | None = None
        self.filter: Toggles | None = None
        self.pdf: PdfButton | None = None
        self._empty: ScrollPage | None = None
        self._key: tuple[str, Change | None] | None = None

    def show_link(self, link: Link) -> None:
        """Show the points, the guide or the ideas, and in it what the link names."""
        part = link.parts[0] if link.parts else ""
        guide, whole = self._guide(), texts_compared(self.state.library)
        if guide is not None and (part == WHICH or whole is None):
            self._show_guide(guide, _answers(link.value("answers")))
        elif guide is not None and part == IDEAS:
            self._show_ideas(guide, link.fragment)
        elif whole is not None:
            self._show_elements(whole, change_named(link.value("change"), changes_in(whole)), link.fragment)
        else:
            self._show_nothing()

    def place(self) -> Link:
        """Return the link to what is shown."""
        return self._place

    def refresh(self, _changes: Changes) -> None:
        """Show new content at the same place."""
        focus, place = QApplication.focusWidget(), self._place
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._clear()
        self.show_link(place)
        if had_focus and (target := self.first_focus()) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """The table, the button of a card, or the first choice."""
        shown = self.view or self.guide
        return shown.first_focus() if shown is not None else None

    def _guide(self) -> Guide | None:
        return next(iter(self.state.library.all(Guide)), None)

    def _show_nothing(self) -> None:
        """Say why the page is empty: an author may not have come so far."""
        self._clear()
        self._place = Link("doctrine")
        self._empty = ScrollPage()
        self._empty.body.addWidget(label(self.tr("The doctrine"), TextRole.H1))
        words = self.tr("This content compares no texts of the doctrine and has no guide that tells its ideas apart.")
        self._empty.body.addWidget(label(words, tone="muted"))
        self._empty.body.addStretch(1)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _show_elements(self, whole: Comparison, change: Change | None, row_id: str) -> None:
        query = (("change", change.value),) if change is not None else ()
        if self._key != ("", change):
            head = partial(self._make_elements_head, whole, change)
            shown = elements(whole, change)
            self._clear()
            self._place = Link("doctrine", (), query)
            view = ComparisonView(
                self.state.library, shown, behind_elements(self.state.library, whole), head, width=self.coming_width()
            )
            self._set_view(("", change), view)
        self._go_to(Link("doctrine", (), query), row_id)

    def _show_ideas(self, guide: Guide, row_id: str) -> None:
        comparison = self.state.library.get(guide.comparison, Comparison)
        if self._key != (IDEAS, None):
            self._clear()
            self._place = Link("doctrine", (IDEAS,))
            head = partial(self._make_head, comparison.title, comparison.introduction, with_pdf=True)
            behind = behind_rows(self.state.library, comparison)
            view = ComparisonView(self.state.library, comparison, behind, head, width=self.coming_width())
            self._set_view((IDEAS, None), view)
        self._go_to(Link("doctrine", (IDEAS,)), row_id)

    def _set_view(self, key: tuple[str, Change | None], view: ComparisonView) -> None:
        self._key, self.view = key, view
        view.link_requested.connect(self.link_requested)
        view.row_chosen.connect(self._on_row_chosen)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def _go_to(self, place: Link, row_id: str) -> None:
        assert self.view is not None
        row_id = row_id if any(row.id == row_id for row in self.view.comparison.rows) else ""
        self._place = place._replace(fragment=row_id or self._place.fragment)
        self.view.go_to(row_id)

    def _show_guide(self, guide: Guide, answers: Answers) -> None:
        if self.guide is None:
            self._clear()
            self._place = Link("doctrine", (WHICH,))
            head = self._make_head(guide.title, guide.introduction)
            self.guide = GuideView(self.state.library, guide, head)
            self.guide.link_requested.connect(self.link_requested)
            self.guide.announced.connect(self.announced)
            self.guide.answered.connect(self._on_guide_answered)
            self._stack.addWidget(self.guide)
            self._stack.setCurrentWidget(self.guide)
        answers = sound(guide, answers)
        if answers != self.guide.answers:
            self.guide.show_answers(answers)
        self._place = _guide_place(answers)

    def _make_elements_head(self, whole: Comparison, change: Change | None) -> QWidget:
        present = changes_in(whole)
        words = (words_of(whole, each, enum_label(each)) for each in present)
        self.filter = Toggles([self.tr("All"), *words], self.tr("What became of it"))
        self.filter.choose(present.index(change) + 1 if change is not None else 0)
        self.filter.chosen.connect(self._on_filter_chosen)
        shown = elements(whole, change)
        return self._make_head(shown.title, shown.introduction, with_pdf=True)

    def _make_head(self, title: str, lead: str, *, with_pdf: bool = False) -> QWidget:
        """Make title and lead, the choice of what is shown, and of points where there is one."""
        words = [self.tr("2001 and 2005"), self.tr("Which is it?"), self.tr("Four ideas, side by side")]
        self.parts = Toggles(words, self.tr("What to show"))
        self.parts.choose(("", WHICH, IDEAS).index(self._place.parts[0] if self._place.parts else ""))
        self.parts.chosen.connect(self._on_parts_chosen)
        self.pdf = PdfButton(self.state, self._pdf, self._pdf_stem) if with_pdf else None
        return comparison_head(title, lead, self.pdf, self.parts, self.filter)

    def _pdf(self) -> Work:
        from r2p_app.ui.compare.paper import comparison_pdf

        assert self.view is not None
        return comparison_pdf(self.state.library, self.view.comparison)

    def _pdf_stem(self) -> str:
        return "-".join(("r2p-doctrine", *self._place.parts, *(value for _, value in self._place.query)))

    def _clear(self) -> None:
        for shown in (self.view, self.guide, self._empty):
            if shown is not None:
                self._stack.removeWidget(shown)
                shown.hide()
                shown.deleteLater()
        self._empty = self.view = self.guide = self.parts = self.filter = self.pdf = self._key = None

    @Slot(int)
    def _on_parts_chosen(self, place: int) -> None:
        part = ("", WHICH, IDEAS)[place]
        self.link_requested.emit(str(Link("doctrine", (part,) if part else ())))
        QTimer.singleShot(0, self, self._focus_parts)

    @Slot(int)
    def _on_filter_chosen(self, place: int) -> None:
        whole = texts_compared(self.state.library)
        assert whole is not None
        self._show_elements(whole, changes_in(whole)[place - 1] if place else None, "")
        QTimer.singleShot(0, self, self._focus_filter)
        self.place_changed.emit()

    @Slot()
    def _focus_parts(self) -> None:
        """Give the focus to the new choice of parts, once Qt has given it to the old one, which is gone."""
        _focus(self.parts)

    @Slot()
    def _focus_filter(self) -> None:
        _focus(self.filter)

    @Slot(tuple)
    def _on_guide_answered(self, answers: Answers) -> None:
        self._place = _guide_place(answers)
        self.place_changed.emit()

    @Slot(object)
    def _on_row_chosen(self, row: ComparisonRow) -> None:
        self._place = self._place._replace(fragment=row.id)
        self.place_changed.emit()


def _focus(toggles: Toggles | None) -> None:
    if toggles is not None and (stop := toggles.focus_stop()) is not None:
        stop.setFocus(Qt.FocusReason.OtherFocusReason)


def _answers(text: str) -> Answers:
    """Return the answers that a link carries; what is no number is “I cannot say”."""
    return tuple(int(part) if part.isdecimal() else None for part in text.split(".") if part)


def _guide_place(answers: Answers) -> Link:
    written = ".".join(_UNSAID if place is None else str(place) for place in answers)
    return Link("doctrine", (WHICH,), (("answers", written),) if written else ())
