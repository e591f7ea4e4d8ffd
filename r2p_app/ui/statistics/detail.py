"""One question: how easy and how telling with their intervals, what was chosen, how sure against how right."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.content.questions import MultipleResponse, QuestionBase, SingleChoice, TrueFalse
from r2p_app.learning.calibration import FEWEST
from r2p_app.learning.statistics import QuestionStatistics
from r2p_app.ui import text
from r2p_app.ui.format import number, percent, plural
from r2p_app.ui.review.cards import share_line
from r2p_app.ui.review.words import calibration_words, time_words
from r2p_app.ui.statistics.model import Row
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, Rule, button, label
from r2p_app.ui.widgets.inline import plain

translate = QCoreApplication.translate

_WEAK = 0.2
"""Below this a question hardly parts those who know from those who do not; usual in handbooks of testing."""


class DetailCard(Card):
    """What the answers to one question say.

    Signals:
        link_requested: The person wants to see the question.
    """

    link_requested = Signal(str)

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._question = row.question
        self.body.addWidget(label(plain(row.question.prompt), TextRole.H3))
        for words in sentences(row.found):
            self.body.addWidget(label(words))
        if row.found.is_enough:
            self._add_choices(row)
            self._add_calibration(row.found)
        self.opens = button(self.tr("See the question"), "link")
        self.opens.clicked.connect(self._on_opens_clicked)
        self.body.addWidget(self.opens, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _add_choices(self, row: Row) -> None:
        parts = choices(row.question)
        if not parts:
            return
        self.body.addSpacing(GRID)
        self.body.addWidget(label(self.tr("What was chosen"), TextRole.SMALL_STRONG, tone="muted"))
        for part, words, is_right in parts:
            count = row.found.chosen.get(part, 0)
            share = count / row.found.answers
            name = f"{self.tr('The answer')}: {words}" if is_right else words
            self.body.addLayout(share_line(name, share, "right" if is_right else "accent", number(count)))
            self.body.addWidget(Rule())

    def _add_calibration(self, found: QuestionStatistics) -> None:
        if not any(level.answers for level in found.calibration):
            return
        self.body.addSpacing(GRID)
        self.body.addWidget(label(self.tr("How sure, and how right"), TextRole.SMALL_STRONG, tone="muted"))
        for level in found.calibration:
            self.body.addWidget(label(f"{text.label(level.confidence)}: {calibration_words(level)}", TextRole.SMALL))

    @Slot()
    def _on_opens_clicked(self) -> None:
        self.link_requested.emit(str(Link("quiz", ("one", self._question.id))))


def choices(question: QuestionBase) -> list[tuple[str, str, bool]]:
    """Return the options of a question: id, words, whether right; none for kinds without options."""
    match question:
        case SingleChoice() | MultipleResponse():
            return [(option.id, plain(option.text), option.correct) for option in question.options]
        case TrueFalse():
            judged = (("true", translate("Statistics", "True")), ("false", translate("Statistics", "False")))
            found = [(part, words, (part == "true") is question.answer) for part, words in judged]
            return found + [(reason.id, plain(reason.text), reason.correct) for reason in question.reasons]
        case _:
            return []


def sentences(found: QuestionStatistics) -> list[str]:
    """Return what can be said, in sentences; below ten answers only that."""
    if not found.is_enough:
        words = translate(
            "Statistics", "%n first answer(s) so far; nothing is said about fewer than %1.", None, found.answers
        )
        return [plural(words).replace("%1", str(FEWEST))]
    assert found.facility is not None
    assert found.facility_interval is not None
    low, high = found.facility_interval
    words = translate(
        "Statistics",
        "%1 of the full score on average, over %2 first answers; the true value is likely between %3 and %4.",
    )
    for mark, value in (
        ("%1", percent(found.facility)),
        ("%2", number(found.answers)),
        ("%3", percent(low)),
        ("%4", percent(high)),
    ):
        words = words.replace(mark, value)
    said = [words, _discrimination(found)]
    if found.seconds is not None:
        said.append(
            translate("Statistics", "Half of the answers took less than %1.").replace("%1", time_words(found.seconds))
        )
    return said


def _discrimination(found: QuestionStatistics) -> str:
    if found.discrimination is None or found.discrimination_interval is None:
        return translate(
            "Statistics",
            "How well it parts those who know from those who do not cannot be said: there is too little to compare.",
        )
    low, high = found.discrimination_interval
    words = translate("Statistics", "Discrimination %1, likely between %2 and %3.")
    for mark, value in (("%1", found.discrimination), ("%2", low), ("%3", high)):
        words = words.replace(mark, number(value, 2))
    if high < 0:
        why = translate("Statistics", "Who did well elsewhere did worse here: look at its key and its wording.")
        return f"{words} {why}"
    if high < _WEAK:
        return f"{words} {translate('Statistics', 'It hardly tells those who know from those who do not.')}"
    return words
