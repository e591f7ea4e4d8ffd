"""The advice of one exercise in a card: when, what was recommended, why, and how the criteria were weighed."""

from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.teaching import DecisionPoint
from r2p_app.lab.exercise import Exercise
from r2p_app.ui.format import date
from r2p_app.ui.lab.words import heading, option_text
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import Card, label
from r2p_app.ui.widgets.typography import refine


class AdviceCard(Card):
    """One advice, for comparing it with others."""

    def __init__(
        self, library: Library, decision: DecisionPoint, exercise: Exercise, parent: QWidget | None = None
    ) -> None:
        super().__init__("check", parent=parent)
        given = exercise.advised_at
        when = self.tr("written on %1").replace("%1", date(given.date().isoformat())) if given is not None else ""
        self.body.addWidget(label(f"{heading(library, decision)} · {when}", TextRole.SMALL, tone="muted"))
        if exercise.other_task is not None:
            self.body.addWidget(label(self.tr("You did the other task.")))
        for memo in exercise.memos if exercise.other_task is None else ():
            if memo.role:
                self.body.addWidget(label(memo.role, TextRole.SMALL_STRONG))
            self.body.addWidget(label(refine(option_text(decision, memo)), TextRole.BODY_STRONG))
            self.body.addWidget(label(memo.reasons))
            words = self.tr("Would change my mind: %1").replace("%1", memo.change_mind)
            self.body.addWidget(label(words, TextRole.SMALL))
        for criterion, finding in exercise.findings.items():
            if finding.weighing.level is not None:
                line = f"{enum_label(criterion)}: {enum_label(finding.weighing.level)}"
                self.body.addWidget(label(line, TextRole.SMALL))
        if later := exercise.answers.get("later", "").strip():
            self.body.addWidget(label(self.tr("Thought later: %1").replace("%1", later), TextRole.SMALL, tone="muted"))
        self.body.addStretch(1)
