"""Step 4: choose among the options that were on the table or write another, and give reasons in a short memo."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.teaching import DecisionOption, DecisionPoint
from r2p_app.lab.exercise import OTHER, Memo, Step
from r2p_app.ui.lab.fields import WritingField
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.step_view import StepView
from r2p_app.ui.lab.words import missing_words, step_title
from r2p_app.ui.quiz.options import OptionGroup
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, column, label
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.inline import inline_label
from r2p_app.ui.widgets.typography import refine

_OPTION, _MEMO = 300, 360


class AdviseStep(StepView):
    """The options with what speaks for and against each, then one memo for each writer, side by side.

    Signals:
        advice_given: The person gives the advice as it stands.
    """

    advice_given = Signal()

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(session, step_title(Step.ADVISE), parent)
        self.body.addWidget(label(self.tr("The options on the table"), TextRole.H3))
        self.body.addLayout(_options(session.decision))
        self.body.addWidget(label(self.tr("Your memo"), TextRole.H3))
        self.forms: list[MemoForm] = []
        self._grid = CardGrid(_MEMO)
        self.body.addLayout(self._grid)
        self._reminder = label("", TextRole.SMALL, tone="muted")
        self._problem = label("", tone="wrong")
        self._problem.hide()
        self.give = button(self.tr("Give the advice"), "primary")
        self.give.clicked.connect(self._on_give_clicked)
        final = self.tr("Once given, the advice stays as it is. What followed opens then.")
        for widget in (self._reminder, label(final, TextRole.SMALL, tone="muted"), self._problem, self.give):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._make_forms()

    def first_focus(self) -> QWidget | None:
        """The first option of the first memo."""
        return next(iter(self.forms[0].choice.rows.values()), None) if self.forms else None

    def flush(self) -> None:
        """Keep what was typed a moment ago."""
        for form in self.forms:
            form.flush()

    def _make_forms(self) -> None:
        exercise = self.session.exercise
        for memo in exercise.memos:
            form = MemoForm(self.session.decision, memo)
            form.written.connect(self._on_form_written)
            if exercise.is_advised:
                form.lock()
            self.forms.append(form)
            self._grid.addWidget(form)
        self.give.setHidden(exercise.is_advised)
        self._remind()

    def _remind(self) -> None:
        names = ", ".join(enum_label(one) for one in self.session.exercise.one_sided(self.session.decision))
        words = self.tr(
            "You have noted nothing that speaks against your judgement on: %1. Go back and look, if you wish."
        )
        self._reminder.setText(words.replace("%1", names))
        self._reminder.setVisible(bool(names) and not self.session.exercise.is_advised)

    @Slot(object)
    def _on_form_written(self, memo: Memo) -> None:
        form = self.sender()
        number = next((index for index, one in enumerate(self.forms) if one is form), None)
        if number is not None:
            self.session.change(lambda at: self.session.exercise.written(number, memo, at))
            self._problem.hide()

    @Slot()
    def _on_give_clicked(self) -> None:
        self.flush()
        lack = self.session.exercise.missing_advice()
        if lack is None:
            self.advice_given.emit()
            return
        self._problem.setText(missing_words(lack))
        self._problem.show()
        for form in self.forms:
            if (field := form.first_missing()) is not None:
                field.setFocus()
                break


class MemoForm(Card):
    """The memo of one writer.

    Signals:
        written: Something else is written or chosen; carries the whole `Memo`.
    """

    written = Signal(object)

    def __init__(self, decision: DecisionPoint, memo: Memo, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._memo = memo
        if memo.role:
            self.body.addWidget(label(memo.role, TextRole.H3))
        self.setAccessibleName(memo.role or self.tr("Your memo"))
        other = (OTHER, self.tr("Something else, in my own words"))
        self.choice = OptionGroup([*_choices(decision.options), other], exclusive=True)
        self.choice.choose([memo.option])
        self.recommendation = self._field(self.tr("What do you recommend?"), memo.recommendation, lines=3)
        self.reasons = self._field(self.tr("Your reasons"), memo.reasons, lines=4)
        self.risks = self._field(self.tr("The risks of this advice"), memo.risks, lines=3)
        self.change_mind = self._field(self.tr("What would change your mind?"), memo.change_mind, lines=3)
        for widget in (self.choice, self.recommendation, self.reasons, self.risks, self.change_mind):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.choice.changed.connect(self._on_changed)
        self._show_recommendation()

    @property
    def memo(self) -> Memo:
        """What is written now."""
        option = next(iter(self.choice.chosen()), "")
        return replace(
            self._memo,
            option=option,
            recommendation=self.recommendation.text,
            reasons=self.reasons.text,
            risks=self.risks.text,
            change_mind=self.change_mind.text,
        )

    def flush(self) -> None:
        """Keep what was typed a moment ago."""
        for field in self._fields:
            field.flush()

    def lock(self) -> None:
        """Let the advice stand."""
        self.choice.lock()
        for field in self._fields:
            field.lock()

    def first_missing(self) -> QWidget | None:
        """Return where something is still to be written."""
        if not self.memo.option:
            return next(iter(self.choice.rows.values()))
        fields = self._fields if self.memo.option == OTHER else self._fields[1:]
        return next((field.field for field in fields if not field.text.strip()), None)

    @property
    def _fields(self) -> tuple[WritingField, ...]:
        return self.recommendation, self.reasons, self.risks, self.change_mind

    def _field(self, question: str, text: str, *, lines: int) -> WritingField:
        name = f"{self._memo.role}: {question}" if self._memo.role else question
        made = WritingField(question, name=name, lines=lines)
        made.show_text(text)
        made.written.connect(self._on_changed)
        return made

    def _show_recommendation(self) -> None:
        self.recommendation.setVisible(self.memo.option == OTHER)

    @Slot()
    def _on_changed(self) -> None:
        self._show_recommendation()
        if self.memo != self._memo:
            self._memo = self.memo
            self.written.emit(self._memo)


def _choices(options: Sequence[DecisionOption]) -> list[tuple[str, str]]:
    return [(option.id, refine(option.text)) for option in options]


def _options(decision: DecisionPoint) -> CardGrid:
    grid = CardGrid(_OPTION, spacing=3 * GRID)
    for option in decision.options:
        grid.addWidget(OptionSummary(option))
    return grid


class OptionSummary(Card):
    """An option that was on the table, with what could be said for it and against it."""

    def __init__(self, option: DecisionOption, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.addWidget(inline_label(refine(option.text), TextRole.BODY_STRONG))
        sides = ((self.tr("For"), option.arguments_for), (self.tr("Against"), option.arguments_against))
        for name, text in sides:
            part = QWidget()
            column(
                label(name, TextRole.SMALL_STRONG, tone="muted"),
                inline_label(refine(text), TextRole.SMALL),
                into=part,
                spacing=0,
            )
            self.body.addWidget(part)
        self.body.addStretch(1)
