"""A decision point that was worked on before: go on, begin anew, read again, compare, or take an exercise away."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.links import Link
from r2p_app.content.teaching import DecisionPoint
from r2p_app.lab.exercise import Exercise
from r2p_app.lab.exercises import of_decision
from r2p_app.ui.format import date
from r2p_app.ui.lab.words import case_of, heading, where_words
from r2p_app.ui.paper.handouts import record_button
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.typography import refine


class StartView(ScrollPage):
    """What can be done with one decision point.

    Signals:
        link_requested: Open this.
        begin_requested: Begin a new exercise.
        removal_requested: Take the exercise with this id away.
        exit_requested: Back to choosing.
    """

    link_requested = Signal(str)
    begin_requested = Signal()
    removal_requested = Signal(str)
    exit_requested = Signal()

    def __init__(self, state: AppState, decision: DecisionPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.decision = decision
        library = state.library
        case = case_of(library, decision)
        kicker = " · ".join((self.tr("Decision lab"), case.title if case else "", decision.seat))
        self.body.addWidget(label(kicker, TextRole.SMALL, tone="muted"))
        self.body.addWidget(label(heading(library, decision), TextRole.H1))
        self.body.addWidget(label(refine(decision.title), TextRole.BODY_STRONG, tone="muted"))
        self.exercises = of_decision(state.store.exercises.all(), decision.id)
        self.begin = button(self.tr("Begin anew"), "primary")
        self.begin.clicked.connect(self.begin_requested)
        self.compare = button(self.tr("Compare your advice over time"), "secondary")
        self.compare.clicked.connect(self._on_compare_clicked)
        self.compare.setHidden(len([one for one in self.exercises if one.is_advised]) < 2)
        leave = button(self.tr("All decisions"), "quiet")
        leave.clicked.connect(self.exit_requested)
        actions = QWidget()
        flow = FlowLayout(actions)
        handouts = record_button(state, decision, kind="secondary")
        for widget in (self.begin, self.compare, handouts, leave):
            flow.addWidget(widget)
        self.body.addWidget(actions)
        self.openers: dict[str, QPushButton] = {}
        self.removers: dict[str, QPushButton] = {}
        for exercise in reversed(self.exercises):
            self.body.addWidget(self._card(exercise))
        self.body.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """The exercise begun last."""
        return next(iter(self.openers.values()), self.begin)

    def _card(self, exercise: Exercise) -> QWidget:
        card = Card()
        began = self.tr("Begun on %1").replace("%1", date(exercise.started_at.date().isoformat()))
        card.body.addWidget(label(began, TextRole.BODY_STRONG))
        card.body.addWidget(label(where_words(exercise), TextRole.SMALL, tone="muted"))
        words = self.tr("Read it again") if exercise.is_advised else self.tr("Go on")
        opener = button(words, "secondary", name=f"{words}: {began}")
        opener.setProperty(
            "link", str(Link("lab", (exercise.decision, exercise.step.value), (("exercise", exercise.id),)))
        )
        opener.clicked.connect(self._on_opener_clicked)
        remove = button(self.tr("Take away"), "quiet", name=self.tr("Take away: %1").replace("%1", began))
        remove.setProperty("exercise", exercise.id)
        remove.clicked.connect(self._on_remove_clicked)
        self.openers[exercise.id], self.removers[exercise.id] = opener, remove
        holder = QWidget()
        flow = FlowLayout(holder, spacing=2 * GRID)
        flow.addWidget(opener)
        flow.addWidget(remove)
        card.body.addWidget(holder)
        return card

    @Slot()
    def _on_opener_clicked(self) -> None:
        self.link_requested.emit(str(self.sender().property("link")))

    @Slot()
    def _on_compare_clicked(self) -> None:
        self.link_requested.emit(str(Link("lab", ("compare", self.decision.id))))

    @Slot()
    def _on_remove_clicked(self) -> None:
        """Ask first, on the button itself: what is taken away is gone."""
        sender = self.sender()
        assert isinstance(sender, QPushButton)
        if sender.property("asked"):
            self.removal_requested.emit(str(sender.property("exercise")))
            return
        sender.setProperty("asked", True)
        sender.setText(self.tr("Take away for good?"))
        sender.setAccessibleName(sender.text())
