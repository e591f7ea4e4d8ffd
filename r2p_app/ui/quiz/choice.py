"""Cards for options: one of several, any number of several, true or false with a reason."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from r2p_app.content.questions import MultipleResponse, Option, QuestionBase, SingleChoice, TrueFalse
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.multiple import ChosenOptions
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.questions.true_false import FALSE, TRUE, Judgement
from r2p_app.learning.verdict import Feedback, Outcome, Verdict
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.options import OptionGroup
from r2p_app.ui.quiz.rows import RowFeedback
from r2p_app.ui.quiz.words import true_false_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label


def ordered(options: Iterable[Option], order: Sequence[str]) -> list[tuple[str, str]]:
    """Return id and text of the options in the order to show them in."""
    texts = {option.id: option.text for option in options}
    return [(option_id, texts[option_id]) for option_id in order if option_id in texts]


class OptionCard(AnswerCard):
    """A card made of groups of options."""

    def __init__(
        self,
        question: QuestionBase,
        order: Sequence[str],
        groups: Sequence[OptionGroup],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, order, parent)
        self._groups = groups
        for group in groups:
            group.changed.connect(self.changed)

    def lock(self) -> None:
        """Lock every group."""
        for group in self._groups:
            group.lock()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say which was the answer and which was the learner's, and why each is right or wrong."""
        for group in self._groups:
            group.show_feedback(verdict.feedback, self._described)

    def press_number(self, number: int) -> bool:
        """Choose the option with this number."""
        return any(group.press_number(number) for group in self._groups)

    def first_focus(self) -> QWidget:
        """Return the chosen option, else the first one."""
        rows = list(self._groups[0].rows.values())
        return next((row for row in rows if row.isChecked()), rows[0])

    def _described(self, part: Feedback) -> RowFeedback:
        if part.correct:
            words = self.tr("The answer, and yours.") if part.chosen else self.tr("The answer.")
            return RowFeedback(words, part.rationale, Outcome.RIGHT)
        if part.chosen:
            return RowFeedback(self.tr("Your answer."), part.rationale, Outcome.WRONG)
        return RowFeedback("", part.rationale)


class SingleCard(OptionCard):
    """One answer among several."""

    asks = SingleChoice

    def __init__(self, question: SingleChoice, order: Sequence[str], parent: QWidget | None = None) -> None:
        self._options = OptionGroup(ordered(question.options, order), exclusive=True)
        super().__init__(question, order, [self._options], parent)
        column(self._options, into=self)

    def hint(self) -> str:
        """Say that there is one answer."""
        return self.tr("Choose one answer · keys 1 to %1").replace("%1", str(len(self._options.rows)))

    def missing(self) -> str:
        """Ask for a choice."""
        return self.tr("Choose an answer first.")

    def answer(self) -> AnyAnswer | None:
        """Return the option."""
        chosen = self._options.chosen()
        return ChosenOption(chosen[0]) if chosen else None

    def fill(self, answer: AnyAnswer) -> None:
        """Choose the option."""
        if isinstance(answer, ChosenOption):
            self._options.choose([answer.option])


class MultipleCard(OptionCard):
    """All right answers among several."""

    asks = MultipleResponse

    def __init__(self, question: MultipleResponse, order: Sequence[str], parent: QWidget | None = None) -> None:
        self._options = OptionGroup(ordered(question.options, order), exclusive=False)
        super().__init__(question, order, [self._options], parent)
        column(self._options, into=self)

    def hint(self) -> str:
        """Say that there may be several answers, and that a wrong tick counts."""
        text = self.tr("Tick every right answer; wrong ticks count against right ones · keys 1 to %1")
        return text.replace("%1", str(len(self._options.rows)))

    def missing(self) -> str:
        """Ask for a tick."""
        return self.tr("Tick at least one answer first.")

    def answer(self) -> AnyAnswer | None:
        """Return the ticked options."""
        chosen = self._options.chosen()
        return ChosenOptions(chosen) if chosen else None

    def fill(self, answer: AnyAnswer) -> None:
        """Tick the options."""
        if isinstance(answer, ChosenOptions):
            self._options.choose(answer.options)

    def _described(self, part: Feedback) -> RowFeedback:
        match part.correct, part.chosen:
            case True, True:
                return RowFeedback(self.tr("Part of the answer; you ticked it."), part.rationale, Outcome.RIGHT)
            case True, False:
                words = self.tr("Part of the answer; you left it out.")
                return RowFeedback(words, part.rationale, Outcome.RIGHT, is_missed=True)
            case False, True:
                return RowFeedback(self.tr("You ticked it; it does not belong."), part.rationale, Outcome.WRONG)
        return RowFeedback("", part.rationale)


class TrueFalseCard(OptionCard):
    """True or false, and why."""

    asks = TrueFalse

    def __init__(self, question: TrueFalse, order: Sequence[str], parent: QWidget | None = None) -> None:
        judgements = [(TRUE, true_false_words(True)), (FALSE, true_false_words(False))]
        self._judgement = OptionGroup(judgements, exclusive=True)
        self._reasons = OptionGroup(ordered(question.reasons, order), exclusive=True, first=len(judgements) + 1)
        super().__init__(question, order, [self._judgement, self._reasons], parent)
        why = label(self.tr("Why?"), TextRole.BODY_STRONG)
        column(self._judgement, why, self._reasons, spacing=2 * GRID, into=self)
        for widget in (why, self._reasons):
            widget.setVisible(bool(question.reasons))

    def hint(self) -> str:
        """Say that a reason is asked for, where it is."""
        if not self._reasons.rows:
            return self.tr("True or false? · keys 1 and 2")
        last = len(self._judgement.rows) + len(self._reasons.rows)
        return self.tr("True or false, and why? · keys 1 to %1").replace("%1", str(last))

    def missing(self) -> str:
        """Ask for the judgement, then for the reason."""
        return (
            self.tr("Choose a reason as well.") if self._judgement.chosen() else self.tr("Choose true or false first.")
        )

    def answer(self) -> AnyAnswer | None:
        """Return judgement and reason."""
        judged, reason = self._judgement.chosen(), self._reasons.chosen()
        if not judged or (self._reasons.rows and not reason):
            return None
        return Judgement(judged[0] == TRUE, *reason)

    def fill(self, answer: AnyAnswer) -> None:
        """Choose judgement and reason."""
        if isinstance(answer, Judgement):
            self._judgement.choose([TRUE if answer.value else FALSE])
            self._reasons.choose([answer.reason])
