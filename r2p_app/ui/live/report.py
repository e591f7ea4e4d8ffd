"""What a class did with each question: how many were right, which wrong answers drew them, how sure they were."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from r2p_app.content.questions import (
    MultipleResponse,
    Numeric,
    QuestionBase,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from r2p_app.learning.calibration import FEWEST, Calibration
from r2p_app.learning.questions import grade, key
from r2p_app.learning.results import Item
from r2p_app.live.kinds import part_texts, plain
from r2p_app.live.tally import Count
from r2p_app.ui import format as formats
from r2p_app.ui import text
from r2p_app.ui.quiz.words import number_words, true_false_words
from r2p_app.ui.review.charts import ShareTrack
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label, row
from r2p_app.ui.widgets.inline import inline_label

_DRAWN = (SingleChoice, MultipleResponse, TrueFalse, Numeric, ShortAnswer)
"""The kinds of which single wrong answers are known."""


class ReportRow(NamedTuple):
    """One question of a report; `second` is the vote after talking, where there was one."""

    item: Item
    second: Count | None = None


class ItemCard(Card):
    """One question: its words, how many were right with the interval, and every answer with its count."""

    def __init__(self, entry: ReportRow, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        item = entry.item
        self.body.addWidget(inline_label(item.question.prompt, TextRole.BODY_STRONG))
        self.body.addWidget(label(self._facility(item), tone="" if item.is_enough else "muted"))
        if entry.second is not None and entry.second.votes:
            self.body.addWidget(label(self._second(entry.second)))
        if not item.is_enough:
            return
        self.body.addWidget(ShareTrack(item.facility, "accent", item.interval))
        for words, count, is_right in _choices(item):
            self.body.addLayout(self._choice(words, count, item.answers, is_right=is_right))

    def _facility(self, item: Item) -> str:
        if not item.is_enough:
            few = self.tr("%1 answers: too few to say anything about them (at least %2 are needed).")
            return few.replace("%1", str(item.answers)).replace("%2", str(FEWEST))
        words = self.tr("%1 of %2 right (%3; with 95% confidence between %4 and %5)")
        low, high = (formats.percent(share) for share in item.interval)
        words = words.replace("%1", str(item.right)).replace("%2", str(item.answers))
        return words.replace("%3", formats.percent(item.facility)).replace("%4", low).replace("%5", high)

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
        self, rows: Iterable[ReportRow], calibration: Sequence[Calibration], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cards = [ItemCard(entry) for entry in rows]
        box = column(*self.cards, into=self, spacing=3 * GRID)
        if any(one.answers for one in calibration):
            box.addWidget(CalibrationCard(calibration))


def _choices(item: Item) -> list[tuple[str, int, bool]]:
    """Return the answers that can be told apart, with their counts, the most frequent first."""
    if not isinstance(item.question, _DRAWN):
        return []
    parts = grade(item.question, key(item.question)).feedback
    found = [(_words(item.question, part.part), item.chosen.get(part.part, 0), part.correct) for part in parts]
    return sorted(found, key=lambda one: -one[1])


def _words(question: QuestionBase, part: str) -> str:
    match question:
        case TrueFalse() if part in {"true", "false"}:
            return true_false_words(part == "true")
        case Numeric():
            return number_words(question, float(part))
        case ShortAnswer():
            return next((plain(one.text) for one in question.mistakes if one.id == part), part)
    return part_texts(question).get(part, part)
