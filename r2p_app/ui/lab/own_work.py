"""What one wrote oneself, as it was handed in: each memo and how the criteria were weighed, or the other task."""

from PySide6.QtCore import QCoreApplication

from r2p_app.lab.exercise import Exercise, Memo
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.words import fact_line, memo_parts, memo_texts, question_words
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, label
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.inline import inline_label
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

CARD = 340
"""The least width of a card in the debrief."""


class OwnWork(CardGrid):
    """Cards with what was written, beside each other where there is room."""

    def __init__(self, session: LabSession) -> None:
        super().__init__(CARD, spacing=4 * GRID)
        self._decision, exercise = session.decision, session.exercise
        if exercise.other_task is not None:
            for key, text in exercise.other_task.items():
                self.addWidget(_said(question_words(key), text))
            return
        for memo in exercise.memos:
            self.addWidget(self._memo(memo))
        self.addWidget(self._judgements(exercise))

    def _memo(self, memo: Memo) -> Card:
        card = Card("check")
        card.body.addWidget(label(memo.role or translate("Lab", "Your memo"), TextRole.H3))
        recommended, *texts = memo_texts(self._decision, memo)
        card.body.addWidget(label(refine(recommended), TextRole.BODY_STRONG))
        for name, text in zip(memo_parts()[1:], texts, strict=True):
            card.body.addWidget(label(name, TextRole.SMALL_STRONG, tone="muted"))
            card.body.addWidget(label(text))
        card.body.addStretch(1)
        return card

    def _judgements(self, exercise: Exercise) -> Card:
        card = Card("check")
        card.body.addWidget(label(translate("Lab", "How you weighed the criteria"), TextRole.H3))
        lines = {fact.id: fact_line(fact) for fact in self._decision.known_then}
        for criterion, finding in exercise.findings.items():
            if finding.weighing.level is not None:
                words = f"{enum_label(criterion)}: {enum_label(finding.weighing.level)}"
                card.body.addWidget(label(words, TextRole.BODY_STRONG))
                for one in finding.weighing.evidence:
                    card.body.addWidget(label(lines.get(one, one), TextRole.SMALL))
                for one in finding.against:
                    against = translate("Lab", "Against it: %1").replace("%1", lines.get(one, one))
                    card.body.addWidget(label(against, TextRole.SMALL, tone="muted"))
        card.body.addStretch(1)
        return card


def _said(question: str, text: str) -> Card:
    card = Card("check")
    card.body.addWidget(inline_label(question, TextRole.SMALL_STRONG, tone="muted"))
    card.body.addWidget(label(text))
    card.body.addStretch(1)
    return card
