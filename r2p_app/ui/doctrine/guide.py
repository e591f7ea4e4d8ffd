"""Which is it? Plain questions, one after another; what still fits is seen all the time, and one can always go back."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from r2p_app.content.library import Library
from r2p_app.content.teaching import Comparison, Guide, GuideOutcome, GuideStep
from r2p_app.lab.guide import Answers, fitting, is_done, nearest
from r2p_app.ui.doctrine.outcome import OutcomeCard
from r2p_app.ui.doctrine.standing import Standing
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label
from r2p_app.ui.widgets.card_button import CardButton
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.typography import refine

_FOLD = 820
"""Pixels at 100 % text below which what still fits goes under the question."""


class GuideView(ScrollPage):
    """A guide at the answers given so far.

    Signals:
        answered: These are the answers now.
        link_requested: A record or a source was chosen.
        announced: Words for a screen reader.
    """

    answered = Signal(tuple)
    link_requested = Signal(str)
    announced = Signal(str)

    def __init__(
        self, library: Library, guide: Guide, head: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._library, self.guide = library, guide
        comparison = library.get(guide.comparison, Comparison)
        self.names = {each.id: refine(each.title) for each in comparison.columns}
        self.answers: Answers = ()
        self.choices: list[QPushButton] = []
        self.outcomes: list[OutcomeCard] = []
        self._shown: QWidget | None = None
        self._place: QVBoxLayout = column(spacing=4 * GRID)
        self.standing = Standing(guide, self.names)
        parts = FoldingRow(_FOLD, spacing=6 * GRID)
        parts.addLayout(self._place, 5)
        parts.addWidget(self.standing, 2, Qt.AlignmentFlag.AlignTop)
        if head is not None:
            self.body.addWidget(head)
        self.body.addLayout(parts)
        self.body.addStretch(1)
        self.show_answers(())

    def show_answers(self, answers: Answers) -> None:
        """Show the next question, or where the answers lead."""
        self.answers = answers
        self.standing.show_answers(answers)
        if self._shown is not None:
            self._place.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self.choices, self.outcomes = [], []
        done = is_done(self.guide, answers)
        self._shown = self._make_end() if done else self._make_step(self.guide.steps[len(answers)])
        self._place.addWidget(self._shown)
        self._shown.show()
        self.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget | None:
        """The first choice, or what can be done at the end."""
        return self.choices[0] if self.choices else self.restart

    def _make_step(self, step: GuideStep) -> QWidget:
        made = QWidget()
        box = column(into=made, spacing=3 * GRID)
        where = self.tr("Question %1 of %2").replace("%1", str(len(self.answers) + 1))
        box.addWidget(label(where.replace("%2", str(len(self.guide.steps))), TextRole.SMALL, tone="muted"))
        box.addWidget(label(refine(step.question), TextRole.H2))
        for place, choice in enumerate(step.choices):
            box.addWidget(self._choice(refine(choice.text), place, number=place + 1))
        box.addWidget(self._choice(self.tr("I cannot say"), None, number=len(step.choices) + 1))
        if step.note:
            box.addWidget(self._note(step))
        box.addWidget(self._tools())
        return made

    def _choice(self, words: str, place: int | None, *, number: int) -> QPushButton:
        made = CardButton()
        text = label(f"{number}. {words}")
        made.add(text)
        made.setAccessibleName(words)
        made.clicked.connect(partial(self._answer, place))
        self.choices.append(made)
        return made

    def _note(self, step: GuideStep) -> Card:
        card = Card("note")
        body = RecordBody(self._library)
        body.heading(self.tr("Contested"))
        body.text(step.note)
        body.sources(step.sources)
        self._follow(body)
        card.body.addWidget(body)
        return card

    def _make_end(self) -> QWidget:
        made = QWidget()
        box = column(into=made, spacing=4 * GRID)
        left = fitting(self.guide, self.answers)
        found = nearest(self.guide, self.answers)
        self.lead = label(self._lead(len(left)), TextRole.H2)
        box.addWidget(self.lead)
        for outcome in self.guide.outcomes:
            if outcome.column in found:
                box.addWidget(self._outcome(outcome))
        box.addWidget(self._tools())
        return made

    def _outcome(self, outcome: GuideOutcome) -> OutcomeCard:
        card = OutcomeCard(self._library, self.names[outcome.column], outcome)
        self._follow(card.record)
        self.outcomes.append(card)
        return card

    def _follow(self, body: RecordBody) -> None:
        body.link_requested.connect(self.link_requested)

    def _lead(self, left: int) -> str:
        if left == 1:
            return self.tr("Your answers lead to one of the four.")
        if left:
            return self.tr("Your answers fit more than one of the four.")
        return self.tr("None of the four fits all of your answers. These come nearest.")

    def _tools(self) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made, spacing=3 * GRID)
        self.back = button(self.tr("Back"), "secondary")
        self.restart = button(self.tr("Start again"), "secondary")
        for each, slot in ((self.back, self._on_back_clicked), (self.restart, self._on_restart_clicked)):
            each.setEnabled(bool(self.answers))
            each.clicked.connect(slot)
            flow.addWidget(each)
        return made

    def _answer(self, place: int | None) -> None:
        self._go((*self.answers, place))

    def _go(self, answers: Answers) -> None:
        """Go to other answers; the focus goes along, and what is shown there is heard."""
        self.show_answers(answers)
        if (target := self.first_focus()) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        done = is_done(self.guide, answers)
        names = ", ".join(card.accessibleName() for card in self.outcomes)
        self.announced.emit(f"{self.lead.text()} {names}" if done else self.guide.steps[len(answers)].question)
        self.answered.emit(answers)

    @Slot()
    def _on_back_clicked(self) -> None:
        self._go(self.answers[:-1])

    @Slot()
    def _on_restart_clicked(self) -> None:
        self._go(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Backspace goes back."""
        place = event.key() - Qt.Key.Key_1
        if not event.modifiers() and 0 <= place < len(self.choices):
            self.choices[place].click()
        elif event.key() == Qt.Key.Key_Backspace and self.answers:
            self._on_back_clicked()
        else:
            super().keyPressEvent(event)
