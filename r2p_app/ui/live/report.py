"""What a class did with each question: how many were right, which wrong answers drew them, how sure they were."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from r2p_app.content.questions import MultipleResponse, SingleChoice, TrueFalse
from r2p_app.learning.calibration import FEWEST, Calibration
from r2p_app.learning.questions import grade, key
from r2p_app.learning.questions.true_false import TRUE
from r2p_app.learning.results import ClassReport, Item
from r2p_app.learning.statistics import QuestionStatistics
from r2p_app.live.kinds import part_texts
from r2p_app.live.tally import Count
from r2p_app.ui import format as formats
from r2p_app.ui import text
from r2p_app.ui.quiz.words import true_false_words
from r2p_app.ui.review.charts import ShareTrack
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label, row
from r2p_app.ui.widgets.inline import inline_label

_DRAWN = (SingleChoice, MultipleResponse, TrueFalse)
"""The kinds that have options to choose from."""


class ItemCard(Card):
    """One question: how many were right with the interval, whether it parts, and every option with its count.

    `second` is the vote after talking, where there was one.
    """

    def __init__(self, item: Item, second: Count | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        found = item.statistics
        self.body.addWidget(inline_label(item.question.prompt, TextRole.BODY_STRONG))
        self.body.addWidget(label(self._facility(item), tone="" if found.is_enough else "muted"))
        if second is not None:
            self.body.addWidget(label(self._second(second)))
        if found.facility is None or found.facility_interval is None:
            return
        self.body.addWidget(ShareTrack(found.facility, "accent", found.facility_interval))
        self.body.addWidget(label(self._discrimination(found), TextRole.SMALL, tone="muted"))
        for words, count, is_right in _choices(item):
            self.body.addLayout(self._choice(words, count, found.answers, is_right=is_right))

    def _facility(self, item: Item) -> str:
        found = item.statistics
        if found.facility is None or found.facility_interval is None:
            few = self.tr("%1 answers: too few to say anything about them (at least %2 are needed).")
            return few.replace("%1", str(found.answers)).replace("%2", str(FEWEST))
        words = self.tr("%1 of %2 right. Facility %3 (with 95% confidence between %4 and %5).")
        low, high = (formats.percent(share) for share in found.facility_interval)
        words = words.replace("%1", str(item.right)).replace("%2", str(found.answers))
        return words.replace("%3", formats.percent(found.facility)).replace("%4", low).replace("%5", high)

    def _discrimination(self, found: QuestionStatistics) -> str:
        if found.discrimination is None or found.discrimination_interval is None:
            return self.tr("Discrimination: cannot be told from these answers.")
        words = self.tr("Discrimination %1 (between %2 and %3): how far those right here were right elsewhere.")
        low, high = (formats.number(value, 2) for value in found.discrimination_interval)
        return words.replace("%1", formats.number(found.discrimination, 2)).replace("%2", low).replace("%3", high)

    def _second(self, second: Count) -> str:
        if second.votes < FEWEST:
            return self.tr("After talking: %1 answers, too few to compare.").replace("%1", str(second.votes))
        words = self.tr("After talking: %1 of %2 right (%3)").replace("%1", str(second.right))
        return words.replace("%2", str(second.votes)).replace("%3", formats.percent(second.share))

    def _choice(self, words: str, count: int, answers: int, *, is_right: bool) -> QHBoxLayout:
        mark = self.tr("the answer") if is_right else ""
        shown = f"{words} ({mark})" if mark else words
        name = label(shown, TextRole.SMALL, tone="right" if is_right else "")
        number = label(str(count), TextRole.SMALL_STRONG, wrap=False)
        track = ShareTrack(count / answers if answers else 0.0, "right" if is_right else "accent")
        line = row(name, track, number, spacing=3 * GRID)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        line.setAlignment(number, Qt.AlignmentFlag.AlignRight)
        return line


class CalibrationCard(Card):
    """For each level of confidence how many were right."""

    def __init__(self, rows: Sequence[Calibration], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.addWidget(label(self.tr("How sure, and how right"), TextRole.BODY_STRONG))
        for one in rows:
            self.body.addWidget(label(self._words(one), tone="" if one.is_enough else "muted"))
            if one.is_enough:
                self.body.addWidget(ShareTrack(one.share, "accent", one.interval))

    def _words(self, one: Calibration) -> str:
        level = text.label(one.confidence)
        if not one.is_enough:
            few = self.tr("%1: %2 answers, too few to say anything")
            return few.replace("%1", level).replace("%2", str(one.answers))
        words = self.tr("%1: %2 of %3 right (%4)").replace("%1", level).replace("%2", str(one.right))
        return words.replace("%3", str(one.answers)).replace("%4", formats.percent(one.share))


class ReportBody(QWidget):
    """All questions of a report, then the confidence."""

    def __init__(
        self, report: ClassReport, second: Mapping[str, Count] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        after = second or {}
        self.cards = [ItemCard(item, after.get(item.question.id)) for item in report.items]
        box = column(*self.cards, into=self, spacing=3 * GRID)
        if any(one.answers for one in report.calibration):
            box.addWidget(CalibrationCard(report.calibration))


def _choices(item: Item) -> list[tuple[str, int, bool]]:
    """Return the options with their counts, the most frequent first."""
    if not isinstance(item.question, _DRAWN):
        return []
    parts, texts = grade(item.question, key(item.question)).feedback, part_texts(item.question)
    chosen = item.statistics.chosen
    found = [(texts.get(one.part) or _judgement(one.part), chosen.get(one.part, 0), one.correct) for one in parts]
    return sorted(found, key=lambda one: -one[1])


def _judgement(part: str) -> str:
    return true_false_words(part == TRUE)
