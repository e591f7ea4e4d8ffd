"""The card for a text with gaps: the fields stand in the text, where the words were."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from r2p_app.content.questions import Cloze, Gap
from r2p_app.learning.folding import LONGEST
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.cloze import Filled, pieces
from r2p_app.learning.verdict import Feedback, Outcome, Verdict
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.marks import FeedbackLine
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label, row
from r2p_app.ui.widgets.fields import storable
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.inline import plain

_WIDTH = 150
"""The width of a field in pixels at 100 % text: the same for all, so that it tells nothing about the word."""


class ClozeCard(AnswerCard):
    """A text with fields; afterwards what belongs in each, and why."""

    asks = Cloze

    def __init__(self, question: Cloze, order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(question, order, parent)
        self._question = question
        self._gaps = [piece for piece in pieces(question) if isinstance(piece, Gap)]
        self._fields = {gap.id: self._field(number) for number, gap in enumerate(self._gaps, start=1)}
        text = QWidget()
        self._flow = FlowLayout(text)
        for word in _words(question):
            self._flow.addWidget(self._holder(word))
        self._layout = column(text, spacing=3 * GRID, into=self)
        self.setAccessibleDescription(self._spoken())
        self._fit()
        for field in self._fields.values():
            field.textChanged.connect(self._on_field_text_changed)

    def hint(self) -> str:
        """Say how to go on."""
        return self.tr("Fill every gap; Tab goes to the next · capitals, accents and small slips do not matter")

    def missing(self) -> str:
        """Ask for the empty ones."""
        return self.tr("Write something in every gap first.")

    def answer(self) -> AnyAnswer | None:
        """Return what was written, once no gap is empty."""
        written = {gap: storable(field.text().strip()) for gap, field in self._fields.items()}
        return Filled(tuple(written.items())) if all(written.values()) else None

    def fill(self, answer: AnyAnswer) -> None:
        """Show what was written."""
        if isinstance(answer, Filled):
            for gap, text in answer.gaps:
                if gap in self._fields:
                    self._fields[gap].setText(text)

    def lock(self) -> None:
        """Take no other words."""
        for field in self._fields.values():
            field.setReadOnly(True)

    def show_verdict(self, verdict: Verdict) -> None:
        """Say for every gap what belongs there, and why."""
        for number, gap in enumerate(self._gaps, start=1):
            part = verdict.about(gap.id)
            if part is not None:
                for line in self._told(number, gap, part):
                    self._layout.addWidget(line)

    def first_focus(self) -> QWidget:
        """Return the first field."""
        return next(iter(self._fields.values()))

    def changeEvent(self, event: QEvent) -> None:
        """Let fields and spaces grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self._flow.setSpacing(current().px(GRID))
        for field in self._fields.values():
            field.setFixedWidth(current().px(_WIDTH))

    def _told(self, number: int, gap: Gap, part: Feedback) -> Iterator[FeedbackLine]:
        """Yield what was written, where it is wrong, and the answer with what else is accepted."""
        first, *others = gap.accepted
        also = self.tr("Also accepted: %1.").replace("%1", "; ".join(others)) if others else ""
        if part.correct:
            words = self.tr("Gap %1: the answer, and yours: %2.")
        else:
            words = self.tr("Gap %1: the answer: %2.")
            yours = self.tr("Gap %1: your answer: %2.").replace("%1", str(number))
            yield FeedbackLine(Outcome.WRONG, yours.replace("%2", self._fields[gap.id].text()))
        words = words.replace("%1", str(number)).replace("%2", first)
        yield FeedbackLine(Outcome.RIGHT, words, f"{gap.rationale} {also}".strip())

    def _field(self, number: int) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(LONGEST)
        field.setPlaceholderText(str(number))
        return field

    def _holder(self, word: Sequence[str | Gap]) -> QWidget:
        """Return a word, or a gap with what is joined to it."""
        made = [self._fields[part.id] if isinstance(part, Gap) else _text(part) for part in word]
        return made[0] if len(made) == 1 else _joined(made)

    def _spoken(self) -> str:
        """Name every field by its place and the text around it, and return that text."""
        numbers = {gap.id: number for number, gap in enumerate(self._gaps, start=1)}
        gap_words = self.tr("gap %1")
        spoken = "".join(
            gap_words.replace("%1", str(numbers[piece.id])) if isinstance(piece, Gap) else plain(piece)
            for piece in pieces(self._question)
        )
        for gap, field in self._fields.items():
            name = self.tr("Gap %1 of %2").replace("%1", str(numbers[gap])).replace("%2", str(len(numbers)))
            field.setAccessibleName(name)
            field.setAccessibleDescription(spoken)
        return spoken

    @Slot()
    def _on_field_text_changed(self) -> None:
        self.changed.emit()


def _words(question: Cloze) -> Iterator[list[str | Gap]]:
    """Yield the text word by word; a gap is one with the punctuation and the letters that touch it."""
    word: list[str | Gap] = []
    for piece in pieces(question):
        if isinstance(piece, Gap):
            word.append(piece)
            continue
        for part in re.split(r"(\s+)", plain(piece) if piece.strip() else piece):
            if part.isspace():
                if word:
                    yield word
                word = []
            elif part:
                word.append(part)
    if word:
        yield word


def _text(text: str) -> QWidget:
    return label(text, TextRole.BODY, wrap=False)


def _joined(widgets: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    layout = row(*widgets, into=holder, spacing=0)
    for widget in widgets:
        layout.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)
    return holder
